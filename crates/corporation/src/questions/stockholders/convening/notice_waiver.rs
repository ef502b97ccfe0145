//! # How is notice of a meeting waived, and does this waiver do?
//!
//! Answers to 8 Del. C. § 229 (a waiver in writing, from 1 July 2000 also by electronic transmission, by the person entitled
//! to notice, before or after; business and purpose need not be stated unless certificate or bylaws ask for it), and to the
//! section of the bylaws on waivers.
//!
//! **Our reading.** The statute gives a waiver in its form the force of notice of itself, and lets certificate or bylaws ask
//! for business and purpose and for nothing else. So the means that texts in force name stay open beside one another, and
//! what they ask to be stated cumulates. A text that names writing alone shuts nothing. One that says *in no other way*, or
//! *only before the meeting*, is held against the statute: two readings, and the waiver that the statute names is preferred.
//! A waiver binds those who gave it. An attorney-in-fact signs for the holder by the law of agency, though a text that names
//! the person entitled can be read to want the holder's own hand. The law is that of the day of the meeting, which stands for
//! the day of the waiver.
//!
//! **What may vary.** Certificate or bylaws may ask that business or purpose be stated, and may open further means.
//!
//! **Not encoded.** Whether a person who signed knew what was waived; whether an attorney-in-fact had authority. The
//! validation of a meeting by papers of those who were absent is a question of its own.
//!
//! **Open question.** Whether bylaws may ask for a waiver in writing alone, or before the meeting alone.

use quorate_law::vocabulary::notice_waiver::{self, BEFORE_OR_AFTER, BUSINESS, DEFINITION, ONLY, PURPOSE};
use quorate_law::vocabulary::{Field, Kind, Term};
use quorate_law::{Provision, Reckoning, Resolution, Situation};

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
/// Whether the business is stated.
pub static STATES_BUSINESS: Fact<bool> =
    Fact::new("states-business", "whether the waiver states the business to be done at the meeting");
/// Who signed it.
pub static SIGNED_BY: Fact<&'static str> = Fact::word(
    "signed-by",
    &["the person entitled", "an attorney-in-fact", "somebody else"],
    "who signed the waiver, or sent it",
);
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

/// The waiver does not state the business.
pub static LACKS_BUSINESS: FindingDefinition = FindingDefinition {
    id: "waiver-lacks-business",
    title: "the waiver does not state the business of the meeting",
    rank: Rank::Form,
};

/// The waiver came after the meeting.
pub static TOO_LATE: FindingDefinition = FindingDefinition {
    id: "waiver-after-meeting",
    title: "the waiver was given after the meeting",
    rank: Rank::Form,
};

/// Somebody else signed.
pub static SIGNER: FindingDefinition = FindingDefinition {
    id: "waiver-signer",
    title: "the waiver is not signed by the person entitled to notice",
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
        &STATES_BUSINESS.spec,
        &WAIVER_GIVEN.spec,
        &SIGNED_BY.spec,
        &SIGNED_BY_ALL.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&FORM, &LACKS_PURPOSE, &LACKS_BUSINESS, &TOO_LATE, &SIGNER, &NOT_ALL],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let mut situation = Situation::general().with("body", body);
    if body == "stockholders" {
        situation = situation.with("meeting", inquiry.need(&MEETING_KIND)?);
    }
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    for provision in &resolution.controlling {
        inquiry.show(says(provision));
    }
    judge_means(inquiry, &resolution);
    judge_stated(inquiry, &resolution, &STATES_PURPOSE, &PURPOSE, &LACKS_PURPOSE, "purpose");
    judge_stated(inquiry, &resolution, &STATES_BUSINESS, &BUSINESS, &LACKS_BUSINESS, "business");
    judge_time(inquiry, &resolution);
    judge_signer(inquiry, &resolution);
    judge_all(inquiry, &resolution);
    Ok(Value::Items(items(&resolution)).into())
}

/// What one text says, as a line.
fn says(provision: &Provision) -> String {
    let alone = if provision.says(&ONLY) { " alone" } else { "" };
    let time = match provision.get(&BEFORE_OR_AFTER) {
        Some(true) => "before or after the meeting",
        Some(false) => "before the meeting alone",
        None => "no time stated",
    };
    let asked: String = [(&PURPOSE, ", stating the purpose"), (&BUSINESS, ", stating the business")]
        .into_iter()
        .filter(|(field, _)| provision.says(field))
        .map(|(_, words)| words)
        .collect();
    let signer = provision
        .word(&notice_waiver::SIGNED_BY)
        .map_or_else(String::new, |signer| format!(", by {signer}"));
    let means = means_of(provision).join(" or ");
    format!("{}: in {means}{alone}, {time}{asked}{signer}", provision.citation)
}

fn means_of(provision: &Provision) -> Vec<&str> {
    provision
        .get_all(&notice_waiver::MEANS)
        .into_iter()
        .map(|Term(means)| means.as_str())
        .collect()
}

fn items(resolution: &Resolution<'_>) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for means in resolution.controlling.iter().flat_map(|provision| means_of(provision)) {
        if !items.iter().any(|known| known == means) {
            items.push(means.to_owned());
        }
    }
    let some_say = |field| resolution.controlling.iter().any(|provision| provision.says(field));
    let time = if some_say(&BEFORE_OR_AFTER) { "before or after the meeting" } else { "before the meeting" };
    items.push(time.to_owned());
    for (field, words) in [(&PURPOSE, "stating the purpose"), (&BUSINESS, "stating the business")] {
        if some_say(field) {
            items.push(words.to_owned());
        }
    }
    items
}

/// Met where a text opens it and none shuts it, two readings where one does, unmet where none opens it.
fn judged(
    definition: &'static FindingDefinition,
    message: String,
    (opening, shutting): (Vec<&Provision>, Vec<&Provision>),
    all: &[&Provision],
    blames: &'static str,
) -> Finding {
    // The bylaws' own section first: it is the one the secretary reads.
    let authority: Vec<&Provision> = match (opening.is_empty(), shutting.is_empty()) {
        (true, _) => all.iter().rev().copied().collect(),
        (false, true) => opening.iter().rev().copied().collect(),
        (false, false) => shutting.iter().rev().chain(opening.iter().rev()).copied().collect(),
    };
    let mut found = finding(definition, !opening.is_empty(), message, &authority, vec![blames]);
    if !opening.is_empty() && !shutting.is_empty() {
        found.status = FindingStatus::DependsOnReading;
        found.message.push_str(", which one text opens and another shuts");
    }
    found
}

fn split<'a>(resolution: &Resolution<'a>, is_in: impl Fn(&Provision) -> bool) -> Vec<&'a Provision> {
    resolution.controlling.iter().copied().filter(|provision| is_in(provision)).collect()
}

fn judge_means(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(means) = inquiry.known(&MEANS) else { return };
    let opening = split(resolution, |provision| means_of(provision).contains(&means));
    let shutting = split(resolution, |provision| provision.says(&ONLY) && !means_of(provision).contains(&means));
    let mut named: Vec<&str> = Vec::new();
    for other in resolution.controlling.iter().flat_map(|provision| means_of(provision)) {
        if !named.contains(&other) {
            named.push(other);
        }
    }
    let message = format!("notice was waived by {means}; the texts name {}", named.join(" and "));
    let mut found = judged(&FORM, message, (opening, shutting.clone()), &resolution.controlling, "means");
    if found.status != FindingStatus::Met {
        let sure: Vec<&str> = match shutting.first() {
            Some(provision) => means_of(provision),
            None => named,
        };
        found.help = Some(format!("obtain the waiver in {}", sure.join(" or by ")));
    }
    inquiry.find(found);
}

/// Whether the waiver states what a text asks it to state.
fn judge_stated(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'_>,
    fact: &'static Fact<bool>,
    field: &'static Field<bool>,
    definition: &'static FindingDefinition,
    what: &str,
) {
    let Some(states) = inquiry.known(fact) else { return };
    let asking = split(resolution, |provision| provision.says(field));
    let message = match (states, asking.is_empty()) {
        (true, _) => format!("the waiver states the {what} of the meeting"),
        (false, true) => format!("the waiver does not state the {what} of the meeting, and need not"),
        (false, false) => format!("the waiver does not state the {what} of the meeting"),
    };
    let is_met = states || asking.is_empty();
    let authority = if is_met { &resolution.controlling } else { &asking };
    let mut found = finding(definition, is_met, message, authority, vec![fact.spec.name]);
    found.help = (!is_met).then(|| {
        format!("obtain a waiver that states the {what}; it may still be given after the meeting where the text lets it")
    });
    inquiry.find(found);
}

fn judge_time(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(given) = inquiry.known(&WAIVER_GIVEN) else { return };
    let message = format!("the waiver was given {given} the meeting");
    let sides = match given {
        "before" => (resolution.controlling.clone(), Vec::new()),
        _ => (
            split(resolution, |provision| provision.says(&BEFORE_OR_AFTER)),
            split(resolution, |provision| provision.get(&BEFORE_OR_AFTER) == Some(&false)),
        ),
    };
    let mut found = judged(&TOO_LATE, message, sides, &resolution.controlling, "waiver-given");
    if found.status != FindingStatus::Met {
        found.help = Some("give notice and hold the meeting again, or have the act ratified".to_owned());
    }
    inquiry.find(found);
}

fn judge_signer(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(signer) = inquiry.known(&SIGNED_BY) else { return };
    let naming = split(resolution, |provision| provision.word(&notice_waiver::SIGNED_BY).is_some());
    if naming.is_empty() {
        return;
    }
    let message = format!("the waiver was signed by {signer}");
    let names_attorney =
        |provision: &&Provision| provision.word(&notice_waiver::SIGNED_BY).is_some_and(|who| who.contains(signer));
    let is_met = naming.iter().any(names_attorney);
    let mut found = finding(&SIGNER, is_met, message, &naming, vec!["signed-by"]);
    if !is_met && signer == "an attorney-in-fact" {
        found.status = FindingStatus::DependsOnReading;
        found.message.push_str(", who signs for the holder by the law of agency; the text names the person entitled");
    }
    if found.status != FindingStatus::Met {
        found.help = Some("obtain the waiver from the person entitled to notice".to_owned());
    }
    inquiry.find(found);
}

fn judge_all(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) {
    let Some(is_met) = inquiry.known(&SIGNED_BY_ALL) else { return };
    let message = if is_met {
        "everyone entitled to notice waived it"
    } else {
        "not everyone entitled to notice waived it; a waiver binds those who gave it"
    };
    let mut found = finding(&NOT_ALL, is_met, message.to_owned(), &resolution.controlling, vec!["signed-by-all"]);
    found.help = (!is_met)
        .then(|| "obtain waivers from those who are missing, or show that notice was given to them".to_owned());
    inquiry.find(found);
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
    fn a_means_that_one_text_opens_and_another_shuts_is_a_reading() {
        for (bylaws, date, word) in [
            ("notice-waiver \"writing\" purpose=#false", "2002-04-17", "met"),
            ("notice-waiver \"writing\" only=#true purpose=#false", "2002-04-17", "depends on the reading"),
            ("notice-waiver \"writing\" only=#true purpose=#false", "2000-06-30", "unmet"),
        ] {
            let told = [("meeting-date", date), ("means", "electronic transmission")];
            let answer = ask_with_bylaws(bylaws, "notice-waiver", &told);
            assert_eq!(status(&answer, "waiver-form"), word, "{bylaws} {date}");
        }
    }

    #[test]
    fn who_signs() {
        let either = "notice-waiver \"writing\" purpose=#false signed-by=\"the person entitled or an attorney-in-fact\"";
        for (bylaws, signer, word) in [
            (SILENT, "the person entitled", "met"),
            (SILENT, "an attorney-in-fact", "depends on the reading"),
            (SILENT, "somebody else", "unmet"),
            (either, "the person entitled", "met"),
            (either, "an attorney-in-fact", "met"),
            (either, "somebody else", "unmet"),
        ] {
            let told = [("meeting-date", "2002-04-17"), ("signed-by", signer)];
            let answer = ask_with_bylaws(bylaws, "notice-waiver", &told);
            assert_eq!(status(&answer, "waiver-signer"), word, "{bylaws} {signer}");
        }
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
        for (given, all, time, signers) in [("before", "yes", "met", "met"), ("after", "no", "depends on the reading", "unmet")] {
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
