//! # Was a proxy given in due form?
//!
//! Answers to 8 Del. C. § 212(c) (a signed writing, or a transmission that shows the holder's authority, without limit to other ways) and
//! (d) (a complete reproduction serves as the original), and to the section of the bylaws on proxies.
//!
//! **Our reading.** The ways that statute, certificate and bylaws name are all open: a bylaw that names a signed writing does not shut out
//! the statute's transmission. A way that none of them names is not excluded either, since the statute's list is without limit; the
//! inspectors judge it, and we prefer counting it. A transmission must show that the holder authorized it wherever a text that
//! allows it says so. Filing with the secretary is asked where the bylaws ask for it; "at or before the meeting" means not
//! after the day of the meeting. A copy serves for the original only if it is of the whole of it.
//!
//! **What may vary.** Certificate and bylaws may add ways and ask for filing. Whether they may shut out the statute's ways is doubtful.
//!
//! **Not encoded.** Whether a signature is the holder's and a signer had authority; what a number or symbol proves. The inspectors
//! decide, and of a transmission they state what they relied on.

use quorate_calendar::Day;
use quorate_law::vocabulary::Kind;
use quorate_law::vocabulary::proxy_form::{
    AUTHORITY_SHOWN, BY, COMPLETE_COPY, DEFINITION, FILED_WITH, MEANS, SIGNED_BY,
};
use quorate_law::{Provision, Reckoning, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding, rely_on};

/// The way it was given.
static GIVEN_BY: Fact<&'static str> = Fact::word("means", means(), "the way in which the proxy was given");
/// Whether it was filed.
static FILED: Fact<bool> = Fact::new("filed-with-secretary", "whether the proxy was filed with the secretary");
/// When it was filed.
static FILED_ON: Fact<Day> = Fact::new("filed-on", "the day on which the proxy was filed with the secretary");
/// Whether it is a copy.
static COPY: Fact<&'static str> = Fact::word(
    "copy",
    &["original", "complete copy", "incomplete copy"],
    "whether the original or a copy is used",
)
.otherwise("original");
/// Whether authority shows.
static SHOWN: Fact<bool> = Fact::new(
    "authority-shown",
    "whether the transmission shows, or came with information that shows, that the holder authorized it",
);

const fn means() -> &'static [&'static str] {
    match MEANS.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// No text names the way it was given.
pub static NOT_NAMED: FindingDefinition = FindingDefinition {
    id: "proxy-means-not-named",
    title: "no text names the way in which the proxy was given",
    rank: Rank::Form,
};
/// Authority does not show.
pub static NOT_SHOWN: FindingDefinition = FindingDefinition {
    id: "proxy-authority-not-shown",
    title: "the transmission does not show the holder's authority",
    rank: Rank::Form,
};
/// It was not filed.
pub static NOT_FILED: FindingDefinition = FindingDefinition {
    id: "proxy-not-filed",
    title: "the proxy was not filed with the secretary",
    rank: Rank::Form,
};
/// It was filed too late.
pub static FILED_LATE: FindingDefinition = FindingDefinition {
    id: "proxy-filed-late",
    title: "the proxy was filed after the time for it",
    rank: Rank::Form,
};
/// The copy does not serve.
pub static COPY_INCOMPLETE: FindingDefinition = FindingDefinition {
    id: "proxy-copy-incomplete",
    title: "the copy is not of the whole proxy",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "proxy-form",
    title: "Was a proxy given in due form?",
    chapter: "stockholders",
    capabilities: &["S14"],
    source: include_str!("proxy_form.rs"),
    facts: &[
        &GIVEN_BY.spec,
        &FILED.spec,
        &FILED_ON.spec,
        &COPY.spec,
        &SHOWN.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[
        (Reckoning::Meeting, "meeting-date"),
        (Reckoning::Conduct, "meeting-date"),
    ],
    provisions: &[&DEFINITION],
    findings: &[&NOT_NAMED, &NOT_SHOWN, &NOT_FILED, &FILED_LATE, &COPY_INCOMPLETE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let texts = resolution.controlling.clone();
    let given_by = inquiry.need(&GIVEN_BY)?;
    let naming: Vec<&Provision> = texts
        .iter()
        .copied()
        .filter(|text| text.get_all(&MEANS).iter().any(|term| term.0 == given_by))
        .collect();
    let mut relied = naming.clone();
    relied.extend(
        texts
            .iter()
            .copied()
            .filter(|text| text.get(&FILED_WITH).is_some() && !naming.iter().any(|known| std::ptr::eq(*known, *text))),
    );
    relied.sort_by_key(|text| text.citation.source);
    if !relied.is_empty() {
        rely_on(inquiry, &resolution, &relied);
    }
    for text in &naming {
        if let Some(signer) = text.get(&SIGNED_BY) {
            inquiry.show(format!("{}: signed by {signer}", text.citation));
        }
    }
    let is_named = judge_means(inquiry, given_by, &naming);
    let is_shown = judge_authority(inquiry, given_by, &naming)?;
    let is_filed = judge_filing(inquiry, &texts)?;
    let is_whole = judge_copy(inquiry, &texts)?;
    let is_sound = is_shown && is_filed && is_whole;
    if is_named || !is_sound {
        return Ok(Value::YesNo(is_sound).into());
    }
    let reading = |text: &str, because: &str, value: bool| Reading {
        text: text.to_owned(),
        value: Value::YesNo(value),
        because: because.to_owned(),
        is_preferred: value,
        who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
    };
    Ok(Conclusion::Readings(vec![
        reading(
            "a way that no text names may be used",
            "the statute names its ways without limiting others",
            true,
        ),
        reading(
            "only the ways named may be used",
            "a text that names a way may be taken to ask for it",
            false,
        ),
    ]))
}

fn judge_means(inquiry: &mut Inquiry<'_>, given_by: &str, naming: &[&Provision]) -> bool {
    let is_named = !naming.is_empty();
    let message = format!(
        "given by {given_by}{}",
        if is_named { "" } else { ", which no text names" }
    );
    let mut found = finding(&NOT_NAMED, is_named, message, naming, vec!["means"]);
    if !is_named {
        found.status = FindingStatus::NeedsJudgment;
        found.help =
            Some("the inspectors of election decide whether it counts; a signed writing is beyond doubt".to_owned());
    }
    inquiry.find(found);
    is_named
}

/// Whether a transmission shows the holder's authority; paper needs no more than its signature.
fn judge_authority(inquiry: &mut Inquiry<'_>, given_by: &str, naming: &[&Provision]) -> Result<bool, Pause> {
    let is_transmission = matches!(given_by, "electronic transmission" | "telegram");
    let asking: Vec<&Provision> = naming
        .iter()
        .copied()
        .filter(|text| text.says(&AUTHORITY_SHOWN))
        .collect();
    if !is_transmission || asking.is_empty() {
        return Ok(true);
    }
    let is_shown = inquiry.need(&SHOWN)?;
    let message = match is_shown {
        true => format!("the {given_by} shows that the holder authorized it"),
        false => format!("the {given_by} neither shows nor came with proof that the holder authorized it"),
    };
    inquiry.find(with_help(
        finding(&NOT_SHOWN, is_shown, message, &asking, vec!["authority-shown"]),
        "obtain the proof, or a signed proxy, before the polls close",
    ));
    Ok(is_shown)
}

/// Whether it was filed with whom and by when the texts ask.
fn judge_filing(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) -> Result<bool, Pause> {
    let mut is_met = true;
    for text in texts.iter().copied() {
        let Some(office) = text.word(&FILED_WITH) else { continue };
        let filed_on = inquiry.known(&FILED_ON);
        let is_filed = filed_on.is_some() || inquiry.need(&FILED)?;
        let message = if is_filed {
            format!("filed with the {office}")
        } else {
            format!("not filed with the {office}")
        };
        inquiry.find(with_help(
            finding(&NOT_FILED, is_filed, message, &[text], vec!["filed-with-secretary"]),
            "file it before it is voted",
        ));
        is_met &= is_filed;
        if let (Some(filed_on), Some(by)) = (filed_on, text.get(&BY)) {
            is_met &= judge_time(inquiry, text, by, filed_on)?;
        }
    }
    Ok(is_met)
}

/// Whether it was filed by the time that a text names.
fn judge_time(inquiry: &mut Inquiry<'_>, text: &Provision, by: &str, filed_on: Day) -> Result<bool, Pause> {
    let blames = vec!["filed-on", "meeting-date"];
    if by != "at or before the meeting" {
        let mut found = finding(
            &FILED_LATE,
            false,
            format!("filed on {filed_on}; the text asks for filing {by}"),
            &[text],
            blames,
        );
        found.status = FindingStatus::NeedsJudgment;
        found.help = Some("the inspectors of election decide whether that is in time".to_owned());
        inquiry.find(found);
        return Ok(true);
    }
    let meeting = inquiry.need(&MEETING_DATE)?;
    let is_in_time = filed_on <= meeting;
    let message = format!("filed on {filed_on}; the meeting is on {meeting}, and filing is {by}");
    inquiry.find(with_help(
        finding(&FILED_LATE, is_in_time, message, &[text], blames),
        "it can serve at an adjournment of the meeting",
    ));
    Ok(is_in_time)
}

/// Whether a copy is of the whole, and some text lets it serve.
fn judge_copy(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) -> Result<bool, Pause> {
    let copy = inquiry.need(&COPY)?;
    if copy == "original" {
        return Ok(true);
    }
    let allowing: Vec<&Provision> = texts.iter().copied().filter(|text| text.says(&COMPLETE_COPY)).collect();
    let serves = copy == "complete copy" && !allowing.is_empty();
    let message = match (copy, serves) {
        (_, true) => "a complete reproduction is used for the original".to_owned(),
        ("complete copy", false) => "a complete reproduction is used, and no text lets it serve".to_owned(),
        _ => "the reproduction leaves out a part of the original".to_owned(),
    };
    inquiry.find(with_help(
        finding(&COPY_INCOMPLETE, serves, message, &allowing, vec!["copy"]),
        "produce the original or a complete reproduction",
    ));
    Ok(serves)
}

/// The finding with the cure, where it is unmet.
fn with_help(mut found: Finding, cure: &str) -> Finding {
    found.help = found.is_unmet().then(|| cure.to_owned());
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    const SETS: [&str; 3] = ["novell-2001", "altiris-2006", "raining-data-2001"];

    #[test]
    fn the_statute_s_ways_stay_open_beside_the_bylaws() {
        for set in SETS {
            for (means, shown, valid) in [
                ("signed writing", "no", "yes"),
                ("electronic transmission", "yes", "yes"),
                ("electronic transmission", "no", "no"),
            ] {
                let told = [
                    ("means", means),
                    ("authority-shown", shown),
                    ("filed-with-secretary", "yes"),
                ];
                assert_eq!(
                    field(&ask_under(set, "proxy-form", &told), "value"),
                    valid,
                    "{set} {means} {shown}"
                );
            }
        }
    }

    #[test]
    fn a_way_that_no_text_names_is_for_the_inspectors() {
        for (set, named) in [("altiris-2006", true), ("novell-2001", false)] {
            let answer = ask_under(
                set,
                "proxy-form",
                &[("means", "name placed by any means"), ("filed-with-secretary", "yes")],
            );
            assert_eq!(answer.readings.is_empty(), named, "{set}");
            assert_eq!(
                status(&answer, "proxy-means-not-named"),
                if named { "met" } else { "needs judgment" },
                "{set}"
            );
        }
    }

    #[test]
    fn filing_with_the_secretary_and_its_time() {
        for set in SETS {
            let answer = ask_under(
                set,
                "proxy-form",
                &[("means", "signed writing"), ("filed-with-secretary", "no")],
            );
            assert_eq!(
                (field(&answer, "value").as_str(), status(&answer, "proxy-not-filed")),
                ("no", "unmet"),
                "{set}"
            );
        }
        for (filed_on, valid, found) in [("2002-04-17", "yes", "met"), ("2002-04-18", "no", "unmet")] {
            let told = [
                ("means", "signed writing"),
                ("filed-on", filed_on),
                ("meeting-date", "2002-04-17"),
            ];
            let answer = ask_under("raining-data-2001", "proxy-form", &told);
            assert_eq!(
                (field(&answer, "value").as_str(), status(&answer, "proxy-filed-late")),
                (valid, found),
                "{filed_on}"
            );
            assert_eq!(
                status(&ask_under("novell-2001", "proxy-form", &told), "proxy-filed-late"),
                "none"
            );
        }
    }

    #[test]
    fn a_copy_serves_if_it_is_complete() {
        for (copy, valid) in [("original", "yes"), ("complete copy", "yes"), ("incomplete copy", "no")] {
            let told = [
                ("means", "signed writing"),
                ("filed-with-secretary", "yes"),
                ("copy", copy),
            ];
            assert_eq!(
                field(&ask_under("novell-2001", "proxy-form", &told), "value"),
                valid,
                "{copy}"
            );
        }
    }
}
