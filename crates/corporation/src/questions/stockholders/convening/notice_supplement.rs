//! # Until when may a supplement add to the notice of a meeting?
//!
//! Answers to 8 Del. C. § 222(b), which does not speak of supplements and sets the time for notice, and to sections of the
//! bylaws that speak of a notice "or any supplement to it".
//!
//! **Our reading.** A supplement is part of the notice. What the notice must state is stated in time only if the supplement
//! is given in the time for notice; that time is counted as for the notice itself. A text that knows supplements and names no
//! time for them can be read to let them come later, and both are readings. Where a text has a time of its own, that is read
//! beside the statute's in the same way. What the notice need not state may be added until the meeting, or within the text's
//! own time. Where a text has the supplement given by or at the direction of somebody, whoever sends it at that direction is in order;
//! while nobody says who directed it, that is not known. A supplement that adds no business and no nomination is not what such a
//! text speaks of.
//!
//! **What may vary.** Bylaws may say who gives a supplement, when, and what it may add.
//!
//! **Not encoded.** Whether the holders had time to consider what was added; the proxy rules of federal law; whether a text
//! that lists what a supplement may add shuts the rest.
//!
//! **Open question.** Whether the business of a special meeting may be added later than the statute's last day for notice.

use quorate_calendar::{Day, DayWindow};
use quorate_law::vocabulary::notice_supplement::{ADDS, DEFINITION, GIVEN_BY, OR_AT_DIRECTION, WINDOW};
use quorate_law::vocabulary::{Term, stockholder_notice};
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_DATE, MEETING_KIND, finding, meeting_situation};

/// When it was given.
pub static SUPPLEMENT_GIVEN: Fact<Day> = Fact::new("supplement-given", "the day on which the supplement was given");
/// Who gave it.
pub static SUPPLEMENT_BY: Fact<String> =
    Fact::new("supplement-by", "the office or body by which it was given");
/// At whose direction.
pub static DIRECTED_BY: Fact<String> =
    Fact::new("directed-by", "the office or body at whose direction the supplement was given");
/// Whether it adds business at all.
pub static ADDS_BUSINESS: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "adds-business",
        "whether the supplement adds business or nominations, and does not only correct the notice",
    );
    fact.spec.otherwise = Some("yes");
    fact
};
/// Whether it adds what the notice must state.
pub static ADDS_REQUIRED: Fact<bool> =
    Fact::new("adds-required", "whether the supplement adds something that the notice itself had to state");

/// The supplement came too late.
pub static TOO_LATE: FindingDefinition = FindingDefinition {
    id: "supplement-too-late",
    title: "the supplement to the notice came too late",
    rank: Rank::Notice,
};
/// Somebody else gave it.
pub static WRONG_PERSON: FindingDefinition = FindingDefinition {
    id: "supplement-by-wrong-person",
    title: "the supplement to the notice was given by one whom the text does not name",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-supplement",
    title: "Until when may a supplement add to the notice of a meeting?",
    chapter: "stockholders",
    capabilities: &["S5"],
    source: include_str!("notice_supplement.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &MEETING_KIND.spec,
        &MATTERS.spec,
        &ADDS_REQUIRED.spec,
        &SUPPLEMENT_GIVEN.spec,
        &SUPPLEMENT_BY.spec,
        &DIRECTED_BY.spec,
        &ADDS_BUSINESS.spec,
    ],
    shape: Shape::Window,
    reckoning: &[(Reckoning::Notice, "supplement-given"), (Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &stockholder_notice::DEFINITION],
    findings: &[&WRONG_PERSON, &TOO_LATE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = meeting_situation(inquiry)?;
    let meeting = inquiry.need(&MEETING_DATE)?;
    if !inquiry.need(&ADDS_BUSINESS)? {
        return correction(inquiry, &situation, meeting);
    }
    let own = inquiry.consult(&DEFINITION, &situation)?;
    for provision in &own.controlling {
        let adds: Vec<&str> = provision.get_all(&ADDS).into_iter().map(|Term(what)| what.as_str()).collect();
        inquiry.show(format!("{}: a supplement may add {}", provision.citation, adds.join(", ")));
    }
    judge_person(inquiry, &own);
    let (stated, _) = inquiry.windows_together(&own, &WINDOW)?;
    let of_the_text = stated.latest.unwrap_or(meeting).min(meeting);
    if !inquiry.need(&ADDS_REQUIRED)? {
        // Where no text speaks of supplements, there is no rule that a late one breaks.
        if !own.is_silent() {
            judge_day(inquiry, &own.controlling, of_the_text, of_the_text);
        }
        return Ok(until(of_the_text).into());
    }
    let notice = inquiry.require(&stockholder_notice::DEFINITION, &situation)?;
    let (window, _) = inquiry.windows_together(&notice, &stockholder_notice::WINDOW)?;
    let of_notice = window.latest.unwrap_or(meeting);
    let authority: Vec<&Provision> = own.controlling.iter().chain(notice.controlling.iter().rev()).copied().collect();
    if own.is_silent() || of_the_text <= of_notice {
        let last = if own.is_silent() { of_notice } else { of_the_text };
        judge_day(inquiry, &authority, last, last);
        return Ok(until(last).into());
    }
    judge_day(inquiry, &authority, of_notice, of_the_text);
    Ok(Conclusion::Readings(readings(&own, of_notice, of_the_text)))
}

/// A supplement that adds no business: no text on business limits it, and what the notice must state is due in the time for notice.
fn correction(inquiry: &mut Inquiry<'_>, situation: &Situation, meeting: Day) -> Result<Conclusion, Pause> {
    if !inquiry.need(&ADDS_REQUIRED)? {
        return Ok(until(meeting).into());
    }
    let notice = inquiry.require(&stockholder_notice::DEFINITION, situation)?;
    let (window, _) = inquiry.windows_together(&notice, &stockholder_notice::WINDOW)?;
    let last = window.latest.unwrap_or(meeting);
    let authority: Vec<&Provision> = notice.controlling.iter().rev().copied().collect();
    judge_day(inquiry, &authority, last, last);
    Ok(until(last).into())
}

fn until(latest: Day) -> Value {
    Value::Window(DayWindow { earliest: None, latest: Some(latest) })
}

fn readings(own: &Resolution<'_>, of_notice: Day, of_the_text: Day) -> Vec<Reading> {
    let text = own.first().map_or_else(String::new, |provision| provision.citation.to_string());
    let reading = |words: &str, latest, because, is_preferred| Reading {
        text: words.to_owned(),
        value: until(latest),
        because,
        is_preferred,
        who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
    };
    vec![
        reading(
            "in the time for notice",
            of_notice,
            "the statute wants it stated in the notice, and sets the time for notice".to_owned(),
            true,
        ),
        reading("in the text's own time", of_the_text, format!("{text} lets a supplement add it, and notice itself was given in time"), false),
    ]
}

/// Met until the sure day, two readings until the doubtful one, unmet after it.
fn judge_day(inquiry: &mut Inquiry<'_>, authority: &[&Provision], sure: Day, doubtful: Day) {
    let Some(given) = inquiry.known(&SUPPLEMENT_GIVEN) else { return };
    let message = format!("the supplement was given on {given}; the last day is {sure}");
    let mut found = finding(&TOO_LATE, given <= sure, message, authority, vec!["supplement-given", "meeting-date"]);
    if given > sure && given <= doubtful {
        found.status = FindingStatus::DependsOnReading;
        found.message.push_str(&format!(", or {doubtful}"));
    }
    if found.status != FindingStatus::Met {
        found.help = Some("leave what it adds to another meeting, or obtain waivers from everyone entitled to notice".to_owned());
    }
    inquiry.find(found);
}

fn judge_person(inquiry: &mut Inquiry<'_>, own: &Resolution<'_>) {
    let Some(by) = inquiry.known(&SUPPLEMENT_BY) else { return };
    let naming: Vec<&Provision> =
        own.controlling.iter().copied().filter(|provision| provision.word(&GIVEN_BY).is_some()).collect();
    if naming.is_empty() {
        return;
    }
    let named: Vec<&str> = naming.iter().filter_map(|provision| provision.word(&GIVEN_BY)).collect();
    let is_named = |told: &str| named.iter().any(|name| name.eq_ignore_ascii_case(told));
    let may_direct = naming.iter().any(|provision| provision.says(&OR_AT_DIRECTION));
    let directed_by = inquiry.known(&DIRECTED_BY).filter(|_| may_direct);
    let is_met = is_named(&by) || directed_by.as_deref().is_some_and(is_named);
    let names = named.join(" or ");
    let direction = directed_by.as_ref().map_or_else(String::new, |who| format!(" at the direction of the {who}"));
    let message = format!("the supplement was given by the {by}{direction}; the text names the {names}");
    let mut found = finding(&WRONG_PERSON, is_met, message, &naming, vec!["supplement-by", "directed-by"]);
    if !is_met {
        found.help = Some(match may_direct {
            true => format!("have it given by, or at the direction of, the {names}"),
            false => format!("have it given by the {names}"),
        });
    }
    if !is_met && may_direct && directed_by.is_none() {
        found.status = FindingStatus::Unknown;
        found.message = format!("the supplement was given by the {by}; whether at the direction of the {names} is not known");
        found.help = Some(format!("say at whose direction: directed-by=\"{names}\" if it was"));
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_with_bylaws, field, status};

    #[test]
    fn what_the_notice_must_state_is_due_in_the_time_for_notice() {
        // 20 June 2006 − 10 = 10 June; − 4 = 16 June; − 12 = 8 June.
        let untimed = "notice-supplement \"business\"";
        let later = "notice-supplement \"business\" window=\"at least 4 days before the meeting\"";
        let earlier = "notice-supplement \"business\" window=\"at least 12 days before the meeting\"";
        for (bylaws, given, word) in [
            (SILENT, "2006-06-10", "met"),
            (SILENT, "2006-06-11", "unmet"),
            (untimed, "2006-06-10", "met"),
            (untimed, "2006-06-11", "depends on the reading"),
            (untimed, "2006-06-20", "depends on the reading"),
            (untimed, "2006-06-21", "unmet"),
            (later, "2006-06-16", "depends on the reading"),
            (later, "2006-06-17", "unmet"),
            (earlier, "2006-06-08", "met"),
            (earlier, "2006-06-09", "unmet"),
        ] {
            let told = [("meeting-date", "2006-06-20"), ("adds-required", "yes"), ("supplement-given", given)];
            let answer = ask_with_bylaws(bylaws, "notice-supplement", &told);
            assert_eq!(status(&answer, "supplement-too-late"), word, "{bylaws} {given}");
        }
    }

    #[test]
    fn what_it_need_not_state_is_due_by_the_meeting_or_in_the_texts_own_time() {
        let later = "notice-supplement \"business\" window=\"at least 4 days before the meeting\"";
        for (bylaws, latest) in [(SILENT, "2006-06-20"), (later, "2006-06-16")] {
            let told = [("meeting-date", "2006-06-20"), ("adds-required", "no")];
            assert_eq!(field(&ask_with_bylaws(bylaws, "notice-supplement", &told), "latest"), latest);
        }
    }

    #[test]
    fn by_whom() {
        let board = "notice-supplement \"business\" given-by=\"board of directors\"";
        let directed = "notice-supplement \"business\" given-by=\"board of directors\" or-at-direction=#true";
        for (bylaws, by, word) in [
            (board, "Board of Directors", "met"),
            (board, "president", "unmet"),
            (directed, "president", "unknown"),
            (directed, "board of directors", "met"),
            (SILENT, "president", "none"),
        ] {
            let told = [("meeting-date", "2006-06-20"), ("adds-required", "no"), ("supplement-by", by)];
            let answer = ask_with_bylaws(bylaws, "notice-supplement", &told);
            assert_eq!(status(&answer, "supplement-by-wrong-person"), word, "{by}");
        }
    }

    #[test]
    fn at_whose_direction() {
        let board = "notice-supplement \"business\" given-by=\"board of directors\"";
        let directed = "notice-supplement \"business\" given-by=\"board of directors\" or-at-direction=#true";
        for (bylaws, by, word) in [
            (directed, "Board of Directors", "met"),
            (directed, "president", "unmet"),
            (board, "board of directors", "unmet"),
        ] {
            let told = [
                ("meeting-date", "2006-06-20"),
                ("adds-required", "no"),
                ("supplement-by", "secretary"),
                ("directed-by", by),
            ];
            let answer = ask_with_bylaws(bylaws, "notice-supplement", &told);
            assert_eq!(status(&answer, "supplement-by-wrong-person"), word, "{by}");
        }
    }

    #[test]
    fn a_mere_correction_is_not_limited_by_a_text_on_business() {
        let timed = "notice-supplement \"business\" given-by=\"president\" window=\"at least 12 days before the meeting\"";
        for (required, latest) in [("no", "2006-06-20"), ("yes", "2006-06-10")] {
            let told = [
                ("meeting-date", "2006-06-20"),
                ("adds-business", "no"),
                ("adds-required", required),
                ("supplement-by", "secretary"),
            ];
            let answer = ask_with_bylaws(timed, "notice-supplement", &told);
            assert_eq!(field(&answer, "latest"), latest);
            assert_eq!(status(&answer, "supplement-by-wrong-person"), "none");
        }
    }
}
