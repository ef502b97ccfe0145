//! # How is notice of a meeting waived, and does this waiver do?
//!
//! Answers to 8 Del. C. § 229 (a waiver in writing, from 1 July 2000 also by electronic transmission, before or after; the
//! purpose need not be stated unless certificate or bylaws ask for it), and to the section of the bylaws on waivers.
//!
//! **Our reading.** The means that texts in force name cumulate; so do requirements, and a purpose that one of them asks for
//! must be stated. Where bylaws displace the statute and name fewer means than it does, a waiver by one of the others is
//! good on one reading, for the statute gives it force and the bylaw does not exclude it, and not on another. A waiver
//! binds those who signed it. The law is that of the day of the meeting, which stands for the day of the waiver.
//!
//! **What may vary.** Certificate or bylaws may ask that the purpose be stated.
//!
//! **Not encoded.** Whether a person who signed knew what was waived; the validation of a meeting by waivers of all who were
//! absent, which needs a quorum.

use quorate_law::vocabulary::notice_waiver::{self, BEFORE_OR_AFTER, DEFINITION, PURPOSE};
use quorate_law::vocabulary::{Kind, Term};
use quorate_law::{Provision, Reckoning, Resolution, Situation, Source};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{BODY, MEETING_DATE, MEETING_KIND, finding};

/// The means of the waiver.
pub static MEANS: Fact<&'static str> = Fact::word("means", means(), "the means by which notice was waived");
/// Whether the purpose is stated.
pub static STATES_PURPOSE: Fact<bool> =
    Fact::new("states-purpose", "whether the waiver states the purpose of the meeting");
/// Whether all signed.
pub static SIGNED_BY_ALL: Fact<bool> = Fact::new(
    "signed-by-all",
    "whether everyone entitled to the notice signed or sent the waiver",
);
/// When it was given.
pub static WAIVER_GIVEN: Fact<&'static str> = Fact::word(
    "waiver-given",
    &["before", "after"],
    "whether the waiver was given before or after the meeting",
);

const fn means() -> &'static [&'static str] {
    match notice_waiver::MEANS.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// The waiver was given by a means that no text names.
pub static FORM: FindingDefinition = FindingDefinition {
    id: "waiver-form",
    title: "notice was waived by a means that does not serve",
    rank: Rank::Form,
};

/// The waiver does not state the purpose.
pub static LACKS_PURPOSE: FindingDefinition = FindingDefinition {
    id: "waiver-lacks-purpose",
    title: "the waiver does not state the purpose of the meeting",
    rank: Rank::Form,
};

/// The waiver came after the meeting.
pub static TOO_LATE: FindingDefinition = FindingDefinition {
    id: "waiver-after-meeting",
    title: "the waiver was given after the meeting",
    rank: Rank::Form,
};

/// Somebody did not sign.
pub static NOT_ALL: FindingDefinition = FindingDefinition {
    id: "waiver-not-by-all",
    title: "somebody entitled to notice has not waived it",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-waiver",
    title: "How is notice of a meeting waived?",
    chapter: "stockholders",
    capabilities: &["N5"],
    source: include_str!("notice_waiver.rs"),
    facts: &[
        &BODY.spec,
        &MEETING_KIND.spec,
        &MEETING_DATE.spec,
        &MEANS.spec,
        &STATES_PURPOSE.spec,
        &WAIVER_GIVEN.spec,
        &SIGNED_BY_ALL.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&FORM, &LACKS_PURPOSE, &TOO_LATE, &NOT_ALL],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let mut situation = Situation::general().with("body", body);
    if body == "stockholders" {
        situation = situation.with("meeting", inquiry.need(&MEETING_KIND)?);
    }
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let named = named_means(&resolution.controlling);
    let is_after_open = resolution
        .controlling
        .iter()
        .any(|provision| provision.says(&BEFORE_OR_AFTER));
    let asking: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.says(&PURPOSE))
        .collect();
    for provision in &resolution.controlling {
        let means: Vec<&str> = provision.get_all(&notice_waiver::MEANS).into_iter().map(|term| term.0.as_str()).collect();
        let time = if provision.says(&BEFORE_OR_AFTER) { "before or after the meeting" } else { "before the meeting" };
        inquiry.show(format!("{}: in {}, {time}", provision.citation, means.join(" or ")));
    }
    judge_means(inquiry, &resolution, &named);
    judge_purpose(inquiry, &resolution, &asking);
    judge_time(inquiry, &resolution, is_after_open);
    judge_signers(inquiry, &resolution);
    let mut items: Vec<String> = named.iter().map(|means| (*means).to_owned()).collect();
    items.push(
        if is_after_open {
            "before or after the meeting"
        } else {
            "before the meeting"
        }
        .to_owned(),
    );
    if !asking.is_empty() {
        items.push("stating the purpose".to_owned());
    }
    Ok(Value::Items(items).into())
}

fn named_means<'a>(provisions: &[&'a Provision]) -> Vec<&'a str> {
    let mut named: Vec<&str> = Vec::new();
    for Term(means) in provisions
        .iter()
        .flat_map(|provision| provision.get_all(&notice_waiver::MEANS))
    {
        if !named.contains(&means.as_str()) {
            named.push(means);
        }
    }
    named
}

fn judge_means(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, named: &[&str]) {
    let Some(means) = inquiry.known(&MEANS) else { return };
    let message = format!("notice was waived by {means}; the text names {}", named.join(" and "));
    let mut found = judged(resolution, &FORM, named.contains(&means), message, "means");
    let statute: Vec<&Provision> = resolution
        .displaced
        .iter()
        .map(|displaced| displaced.provision)
        .filter(|provision| provision.citation.source == Source::Statute)
        .collect();
    if found.is_unmet() && named_means(&statute).contains(&means) {
        found.status = FindingStatus::DependsOnReading;
        found
            .message
            .push_str(", and does not exclude what the statute names besides");
        found
            .authority
            .extend(statute.iter().map(|provision| crate::finding::Authority::of(provision)));
    }
    if found.status != FindingStatus::Met {
        found.help = Some(format!("obtain the waiver in {}", named.join(" or by ")));
    }
    inquiry.find(found);
}

fn judge_purpose(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, asking: &[&Provision]) {
    let Some(states) = inquiry.known(&STATES_PURPOSE) else {
        return;
    };
    let message = match (states, asking.is_empty()) {
        (true, _) => "the waiver states the purpose of the meeting",
        (false, true) => "the waiver does not state the purpose of the meeting, and need not",
        (false, false) => "the waiver does not state the purpose of the meeting",
    };
    let mut found = judged(
        resolution,
        &LACKS_PURPOSE,
        states || asking.is_empty(),
        message.to_owned(),
        "states-purpose",
    );
    if found.is_unmet() {
        found.authority = asking
            .iter()
            .map(|provision| crate::finding::Authority::of(provision))
            .collect();
        found.help = Some(
            "obtain a waiver that states the purpose; it may still be given after the meeting where the text lets it"
                .to_owned(),
        );
    }
    inquiry.find(found);
}

fn judge_time(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, is_after_open: bool) {
    let Some(given) = inquiry.known(&WAIVER_GIVEN) else {
        return;
    };
    let message = format!("the waiver was given {given} the meeting");
    let mut found = judged(
        resolution,
        &TOO_LATE,
        given == "before" || is_after_open,
        message,
        "waiver-given",
    );
    if found.is_unmet() {
        found.help = Some("give notice and hold the meeting again, or have the act ratified".to_owned());
    }
    inquiry.find(found);
}

fn judge_signers(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(is_met) = inquiry.known(&SIGNED_BY_ALL) else {
        return;
    };
    let message = if is_met {
        "everyone entitled to notice waived it"
    } else {
        "not everyone entitled to notice waived it; a waiver binds those who gave it"
    };
    let mut found = judged(resolution, &NOT_ALL, is_met, message.to_owned(), "signed-by-all");
    if !is_met {
        found.help =
            Some("obtain waivers from those who are missing, or show that notice was given to them".to_owned());
    }
    inquiry.find(found);
}

fn judged(
    resolution: &Resolution<'_>,
    definition: &'static FindingDefinition,
    is_met: bool,
    message: String,
    blames: &'static str,
) -> Finding {
    finding(definition, is_met, message, &resolution.controlling, vec![blames])
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    #[test]
    fn electronic_waivers_serve_from_july_2000() {
        for (date, value, word) in [
            ("2000-06-30", "writing; before or after the meeting", "unmet"),
            (
                "2000-07-01",
                "writing; electronic transmission; before or after the meeting",
                "met",
            ),
        ] {
            let told = [("meeting-date", date), ("means", "electronic transmission")];
            let answer = ask_with_bylaws(SILENT, "notice-waiver", &told);
            assert_eq!(field(&answer, "value"), value, "{date}");
            assert_eq!(status(&answer, "waiver-form"), word, "{date}");
        }
    }

    #[test]
    fn a_bylaw_that_names_writing_alone_does_not_clearly_shut_the_other() {
        let told = [("meeting-date", "2002-04-17"), ("means", "electronic transmission")];
        let answer = ask_with_bylaws(
            "notice-waiver \"writing\" before-or-after=#true purpose=#false",
            "notice-waiver",
            &told,
        );
        assert_ne!(status(&answer, "waiver-form"), "unmet");
        assert_ne!(status(&answer, "waiver-form"), "none");
    }

    #[test]
    fn the_purpose_is_stated_where_a_text_asks_for_it() {
        for (kind, states, word) in [
            ("annual", "no", "met"),
            ("annual", "yes", "met"),
            ("special", "no", "unmet"),
            ("special", "yes", "met"),
        ] {
            let told = [
                ("meeting-date", "2002-04-17"),
                ("meeting-kind", kind),
                ("states-purpose", states),
            ];
            let answer = ask_under("novell-2001", "notice-waiver", &told);
            assert_eq!(status(&answer, "waiver-lacks-purpose"), word, "{told:?}");
            assert_eq!(
                field(&answer, "value").contains("purpose"),
                kind == "special",
                "{told:?}"
            );
            let answer = ask_under("altiris-2006", "notice-waiver", &told);
            assert_eq!(status(&answer, "waiver-lacks-purpose"), "met", "{told:?}");
        }
        // The rule on special meetings is for stockholders; a board's waiver needs no purpose.
        let told = [
            ("meeting-date", "2002-04-17"),
            ("body", "board"),
            ("states-purpose", "no"),
        ];
        assert_eq!(
            status(
                &ask_under("novell-2001", "notice-waiver", &told),
                "waiver-lacks-purpose"
            ),
            "met"
        );
    }

    #[test]
    fn time_and_signers() {
        for (given, all, time, signers) in [("before", "yes", "met", "met"), ("after", "no", "unmet", "unmet")] {
            let told = [
                ("meeting-date", "1999-04-17"),
                ("waiver-given", given),
                ("signed-by-all", all),
                ("means", "writing"),
            ];
            let strict = "notice-waiver \"writing\" before-or-after=#false purpose=#false";
            let answer = ask_with_bylaws(strict, "notice-waiver", &told);
            assert_eq!(status(&answer, "waiver-form"), "met");
            assert_eq!(status(&answer, "waiver-after-meeting"), time, "{given}");
            assert_eq!(status(&answer, "waiver-not-by-all"), signers, "{all}");
        }
    }

    #[test]
    fn two_sections_of_one_text_cumulate() {
        let told = [("meeting-date", "2002-04-17"), ("means", "electronic transmission")];
        let answer = ask_under("raining-data-2001", "notice-waiver", &told);
        assert_eq!(
            field(&answer, "value"),
            "writing; electronic transmission; before or after the meeting"
        );
        assert_eq!(status(&answer, "waiver-form"), "met");
    }
}
