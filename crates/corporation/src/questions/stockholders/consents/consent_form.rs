//! # Is this consent in the form that the texts ask for?
//!
//! Answers to 8 Del. C. § 228(a), (c) and (d) (in writing, from 1 July 2000 also by electronic transmission that shows who sent
//! it; stating the action; dated until 31 July 2017; a copy in place of the original if it reproduces the whole), and to the
//! section of the bylaws on consents.
//!
//! **Our reading.** What the texts ask for cumulates, and any means that one of them opens will do. From 1 August 2017 the statute
//! asks for no date: a bylaw that still does is held against it, and an undated consent depends on the reading. A consent
//! counts if its signer is a holder on the record date; from 1 August 2022 one may sign before becoming a holder. A date
//! after the day of delivery cannot be true, and the consent is left out until that is explained. The law is that of the
//! day of delivery.
//!
//! **What may vary.** Bylaws may ask for more of the form, as long as they do not burden the right.
//!
//! **Not encoded.** Whether a signature is genuine, and what a representative must show: see `representative-vote`.
//!
//! **Open question.** Whether a bylaw may still ask for dates. Whether before 2022 a later holder could ratify an early signature.

use quorate_calendar::Day;
use quorate_law::vocabulary::consent_form::{self, BEFORE_HOLDING, COPIES, DATED, DEFINITION, SHOWS};
use quorate_law::vocabulary::Term;
use quorate_law::{Provision, Reckoning, Situation, Source};

use super::facts::{DELIVERED, MEANS};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// Whether it is dated.
pub static IS_DATED: Fact<bool> = Fact::new("dated", "whether the consent bears the date of each signature");
/// The date on it.
pub static DATE_SIGNED: Fact<Day> = Fact::new("date-signed", "the date that the consent bears");
/// Whether it states the action.
pub static STATES_ACTION: Fact<bool> = Fact::new("states-action", "whether the consent states the action");
/// Whether the sender can be told.
pub static SHOWS_SENDER: Fact<bool> = Fact::new(
    "shows-sender",
    "whether the electronic consent shows that the holder, or one authorized to act for the holder, sent it",
);
/// Whether the date of transmission can be told.
pub static SHOWS_DATE: Fact<bool> =
    Fact::new("shows-date", "whether the electronic consent shows the day on which it was sent");
/// What was delivered.
pub static COPY: Fact<&'static str> = Fact::word(
    "copy",
    &["original", "complete reproduction", "incomplete reproduction"],
    "whether what was delivered is the original or a reproduction",
);
/// Who signed.
pub static SIGNER: Fact<&'static str> = Fact::word(
    "signer",
    &["holder on the record date", "holder only after signing", "not a holder on the record date"],
    "whether the signer holds shares on the record date, and did so when signing",
);

macro_rules! findings {
    ($($name:ident, $id:literal, $title:literal, $rank:ident;)+) => {
        $(
            #[doc = $title]
            pub static $name: FindingDefinition = FindingDefinition { id: $id, title: $title, rank: Rank::$rank };
        )+
    };
}
findings! {
    NO_SUCH_MEANS, "consent-means", "consent was given by a means that no text opens", Form;
    UNDATED, "consent-undated", "the consent bears no date", Form;
    NO_ACTION, "consent-action-missing", "the consent does not state the action", Form;
    UNIDENTIFIED, "electronic-consent-unidentified", "the electronic consent does not show who sent it, or when", Form;
    INCOMPLETE, "consent-copy-incomplete", "a copy of the consent does not reproduce the whole of it", Form;
    NON_HOLDER, "consent-signer-not-holder", "the consent is signed by one who was not a holder", Standing;
    IMPOSSIBLE_DATE, "consent-dated-after-delivery", "the consent bears a date after its delivery", Form;
}

/// The question.
pub static QUESTION: Question = Question {
    id: "consent-form",
    title: "Is this consent in the form that the texts ask for?",
    chapter: "stockholders",
    capabilities: &["S20"],
    source: include_str!("consent_form.rs"),
    facts: &[
        &MEANS.spec,
        &DELIVERED.spec,
        &STATES_ACTION.spec,
        &IS_DATED.spec,
        &DATE_SIGNED.spec,
        &SHOWS_SENDER.spec,
        &SHOWS_DATE.spec,
        &COPY.spec,
        &SIGNER.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Conduct, "delivered")],
    provisions: &[&DEFINITION],
    findings: &[&NO_SUCH_MEANS, &UNDATED, &NO_ACTION, &UNIDENTIFIED, &INCOMPLETE, &NON_HOLDER, &IMPOSSIBLE_DATE],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let texts = resolution.controlling.clone();
    let means = inquiry.need(&MEANS)?;
    let opening = texts_with(&texts, |text| text.get_all(&consent_form::MEANS).into_iter().any(|Term(word)| word == means));
    let message = format!("consent was given by {means}");
    judge(inquiry, &NO_SUCH_MEANS, Some(!opening.is_empty()), &message, &texts, "means", "obtain the consent in writing");
    let asks_action = texts_with(&texts, |text| text.says(&consent_form::STATES_ACTION));
    if !asks_action.is_empty() {
        let states = inquiry.known(&STATES_ACTION);
        let message = format!("the consent {} the action", if states == Some(true) { "states" } else { "does not state" });
        judge(inquiry, &NO_ACTION, states, &message, &asks_action, "states-action", "obtain a consent that sets out the action");
    }
    judge_date(inquiry, &texts);
    if means == "electronic transmission" {
        judge_sender(inquiry, &texts);
    }
    let asks_copies = texts_with(&texts, |text| text.word(&COPIES) == Some("complete"));
    if !asks_copies.is_empty() {
        let copy = inquiry.known(&COPY);
        let message = format!("what was delivered is the {}", copy.unwrap_or("original"));
        let is_met = copy.map(|copy| copy != "incomplete reproduction");
        judge(inquiry, &INCOMPLETE, is_met, &message, &asks_copies, "copy", "deliver the original, or a copy of the whole of it");
    }
    judge_signer(inquiry, &texts);
    Ok(Value::Items(items(&texts, means)).into())
}

fn texts_with<'a>(texts: &[&'a Provision], is_in: impl Fn(&Provision) -> bool) -> Vec<&'a Provision> {
    texts.iter().copied().filter(|text| is_in(text)).collect()
}

/// What the texts ask for, as a list.
fn items(texts: &[&Provision], means: &str) -> Vec<String> {
    let any = |is_in: &dyn Fn(&Provision) -> bool| texts.iter().any(|text| is_in(text));
    let asked: [(bool, &str); 4] = [
        (any(&|text| text.says(&consent_form::STATES_ACTION)), "stating the action"),
        (any(&|text| text.says(&DATED)), "dated"),
        (any(&|text| text.word(&COPIES) == Some("complete")), "the original or a complete reproduction"),
        (means == "electronic transmission" && any(&|text| text.word(&SHOWS).is_some()), "showing who sent it"),
    ];
    let named = ["writing", "electronic transmission"]
        .into_iter()
        .filter(|word| any(&|text| text.get_all(&consent_form::MEANS).into_iter().any(|Term(known)| known == word)));
    let mut items: Vec<String> = vec![format!("in {}", named.collect::<Vec<_>>().join(" or by "))];
    items.extend(asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, words)| words.to_owned()));
    items
}

/// Writes down a finding once its fact is known.
fn judge(
    inquiry: &mut Inquiry<'_>,
    definition: &'static FindingDefinition,
    is_met: Option<bool>,
    message: &str,
    authority: &[&Provision],
    blames: &'static str,
    help: &str,
) {
    let Some(is_met) = is_met else { return };
    let mut found = finding(definition, is_met, message.to_owned(), authority, vec![blames]);
    found.help = (!is_met).then(|| help.to_owned());
    inquiry.find(found);
}

/// Whether it is dated, and whether the date can be true.
fn judge_date(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) {
    let (date, delivered) = (inquiry.known(&DATE_SIGNED), inquiry.known(&DELIVERED));
    let is_dated = inquiry.known(&IS_DATED).or(date.map(|_| true));
    let asking = texts_with(texts, |text| text.says(&DATED));
    let statute = texts_with(texts, |text| text.citation.source == Source::Statute && text.get(&DATED) == Some(&false));
    if let Some(is_dated) = is_dated
        && !asking.is_empty()
    {
        let message = if is_dated { "the consent is dated" } else { "the consent bears no date" };
        let mut found = finding(&UNDATED, is_dated, message.to_owned(), &asking, vec!["dated"]);
        if !is_dated && !statute.is_empty() {
            found.status = FindingStatus::DependsOnReading;
            found.message.push_str(", which the bylaws ask for and the statute no longer does");
        }
        found.help = (!is_dated).then(|| "obtain a consent that bears the date of each signature".to_owned());
        inquiry.find(found);
    }
    if let (Some(date), Some(delivered)) = (date, delivered) {
        let message = format!("the consent is dated {date} and was delivered on {delivered}");
        let help = "have the signer say when it was signed, and leave it out of the count until then";
        judge(inquiry, &IMPOSSIBLE_DATE, Some(date <= delivered), &message, texts, "date-signed", help);
    }
}

/// Whether an electronic consent shows who sent it, and when where a text asks for that.
fn judge_sender(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) {
    let asking = texts_with(texts, |text| text.word(&SHOWS).is_some());
    if asking.is_empty() {
        return;
    }
    let wants_date = asking.iter().any(|text| text.word(&SHOWS) == Some("sender and date"));
    let (sender, date) = (inquiry.known(&SHOWS_SENDER), inquiry.known(&SHOWS_DATE));
    let is_met = match (sender, date) {
        (Some(false), _) => Some(false),
        (_, Some(false)) if wants_date => Some(false),
        (Some(true), Some(true)) => Some(true),
        (Some(true), _) if !wants_date => Some(true),
        _ => None,
    };
    let message = match (is_met, sender) {
        (Some(true), _) => "the electronic consent shows what the texts ask it to show",
        (_, Some(false)) => "the electronic consent does not show that the holder, or one authorized, sent it",
        _ => "the electronic consent does not show the day on which it was sent",
    };
    let help = "obtain a consent that shows, or comes with proof of, its sender and date";
    judge(inquiry, &UNIDENTIFIED, is_met, message, &asking, "shows-sender", help);
}

fn judge_signer(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) {
    let Some(signer) = inquiry.known(&SIGNER) else { return };
    let early = texts_with(texts, |text| text.says(&BEFORE_HOLDING));
    let is_met = match signer {
        "holder on the record date" => true,
        "holder only after signing" => !early.is_empty(),
        _ => false,
    };
    let message = format!("the signer is a {}", signer.trim_start_matches("not a ")).replace(
        "is a holder on the record date",
        if signer.starts_with("not") { "was no holder on the record date" } else { "is a holder on the record date" },
    );
    let mut found = finding(&NON_HOLDER, is_met, message, if early.is_empty() { texts } else { &early }, vec!["signer"]);
    if !is_met && signer == "holder only after signing" {
        found.status = FindingStatus::DependsOnReading;
        found.message.push_str("; no text said before 1 August 2022 that an early signature counts");
    }
    found.help = (!is_met).then(|| "obtain the consent of the holder of record".to_owned());
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, status};

    fn under(set: &str, delivered: &str, told: &[(&str, &str)], id: &str) -> &'static str {
        let mut all = vec![("delivered", delivered)];
        all.extend_from_slice(told);
        status(&ask_under(set, "consent-form", &all), id)
    }

    #[test]
    fn dates_are_asked_for_until_2017_and_by_bylaws_after() {
        for (set, delivered, word) in [
            ("altiris-2006", "2017-07-31", "unmet"),
            ("altiris-2006", "2017-08-01", "none"),
            ("novell-2001", "2017-07-31", "unmet"),
            ("novell-2001", "2017-08-01", "depends on the reading"),
            ("raining-data-2001", "2017-08-01", "depends on the reading"),
        ] {
            assert_eq!(under(set, delivered, &[("dated", "no")], "consent-undated"), word, "{set} {delivered}");
        }
        let dated = |date| under("novell-2001", "2003-03-03", &[("date-signed", date)], "consent-dated-after-delivery");
        assert_eq!((dated("2003-03-03"), dated("2003-03-04")), ("met", "unmet"));
    }

    #[test]
    fn electronic_consents_from_july_2000() {
        let electronic = ("means", "electronic transmission");
        for (delivered, word) in [("2000-06-30", "unmet"), ("2000-07-01", "met")] {
            assert_eq!(under("novell-2001", delivered, &[electronic], "consent-means"), word);
        }
        for (set, delivered, sender, date, word) in [
            ("raining-data-2001", "2019-08-01", "yes", "no", "unmet"),
            ("novell-2001", "2019-07-31", "yes", "no", "unmet"),
            ("novell-2001", "2019-08-01", "yes", "no", "met"),
            ("novell-2001", "2019-08-01", "no", "yes", "unmet"),
            ("raining-data-2001", "2003-03-03", "yes", "yes", "met"),
        ] {
            let told = [electronic, ("shows-sender", sender), ("shows-date", date)];
            assert_eq!(under(set, delivered, &told, "electronic-consent-unidentified"), word, "{set} {delivered}");
        }
    }

    #[test]
    fn who_signs_what() {
        for (name, text, delivered, id, word) in [
            ("signer", "holder only after signing", "2022-07-31", "consent-signer-not-holder", "depends on the reading"),
            ("signer", "holder only after signing", "2022-08-01", "consent-signer-not-holder", "met"),
            ("signer", "not a holder on the record date", "2022-08-01", "consent-signer-not-holder", "unmet"),
            ("signer", "holder on the record date", "2003-03-03", "consent-signer-not-holder", "met"),
            ("copy", "incomplete reproduction", "2003-03-03", "consent-copy-incomplete", "unmet"),
            ("copy", "complete reproduction", "2003-03-03", "consent-copy-incomplete", "met"),
            ("states-action", "no", "2003-03-03", "consent-action-missing", "unmet"),
        ] {
            assert_eq!(under("raining-data-2001", delivered, &[(name, text)], id), word, "{text}");
        }
    }
}
