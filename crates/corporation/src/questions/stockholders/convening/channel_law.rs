//! What the questions on means of notice share: which means are electronic, when failures end them, and whether a text opens one.

use quorate_law::vocabulary::failed_deliveries::{self, ENDS, KNOWN_TO, NOTICES, OTHERS};
use quorate_law::vocabulary::notice_channel::{CONSENT, CONSENT_DOUBTFUL, OBJECTION};
use quorate_law::vocabulary::{Kind, Term, electronic_transmission};
use quorate_law::{Provision, Situation};

use crate::facts::Fact;
use crate::inquiry::{Inquiry, Pause};

/// Whether the recipient consented.
pub static CONSENTED: Fact<bool> = Fact::new(
    "consented",
    "whether the recipient has consented to notice by this means and has not revoked the consent",
);
/// Whether the recipient objected.
pub static OBJECTED: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new("objected", "whether the recipient has objected to notice by this means");
    fact.spec.otherwise = Some("no");
    fact
};
/// How many deliveries failed in a row.
pub static FAILURES: Fact<u64> = {
    let mut fact: Fact<u64> = Fact::new(
        "failures",
        "how many electronic notices in a row, up to now, could not be delivered to this recipient",
    );
    fact.spec.otherwise = Some("0");
    fact
};
/// Who knows of the failures.
pub static FAILURE_KNOWN_TO: Fact<Vec<String>> = Fact::new(
    "failure-known-to",
    "who knows that the electronic notices could not be delivered, by office; nobody, where nobody does",
);

/// The word for nobody.
const NOBODY: &str = "nobody";
/// The means that move no paper.
const ELECTRONIC: [&str; 4] = [
    "facsimile",
    "electronic mail",
    "posting on a network",
    "other electronic transmission",
];

/// What an electronic transmission can have.
pub const fn features() -> &'static [&'static str] {
    match electronic_transmission::FEATURES.spec.kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// Whether a means moves no paper.
#[must_use]
pub fn is_electronic(channel: &str) -> bool {
    ELECTRONIC.contains(&channel)
}

/// What failed deliveries have done under one text.
#[derive(Clone, Debug)]
pub enum Failure<'a> {
    /// They are too few, or nobody who counts knows them.
    Nothing,
    /// They have ended it, for the reason given.
    Ended(&'a Provision, String),
    /// They have ended it if the person who knows them is responsible for giving notice.
    Doubtful(&'a Provision, String),
}

/// What the failures told have ended: the gravest that any text says. Texts that end a consent alone are passed over where the
/// means rests on none.
///
/// # Errors
/// Pauses when deliveries failed often enough and it is not known who knows.
pub fn failure<'a>(inquiry: &mut Inquiry<'a>, recipient: &str, rests_on_consent: bool) -> Result<Failure<'a>, Pause> {
    let failures = inquiry.need(&FAILURES)?;
    let mut gravest = Failure::Nothing;
    if failures == 0 {
        return Ok(gravest);
    }
    let situation = Situation::general().with("recipient", recipient);
    for provision in inquiry.consult(&failed_deliveries::DEFINITION, &situation)?.controlling {
        let needed = provision.get(&NOTICES).copied().unwrap_or(u64::MAX);
        let is_beside_the_point = provision.word(&ENDS) == Some("the consent") && !rests_on_consent;
        if is_beside_the_point || failures < needed {
            continue;
        }
        inquiry.show(format!(
            "{}: {needed} in a row end {}; {failures} failed",
            provision.citation,
            provision.word(&ENDS).unwrap_or_default()
        ));
        let knowing = inquiry.need(&FAILURE_KNOWN_TO)?;
        let is_listed = |person: &String| provision.get_all(&KNOWN_TO).iter().any(|Term(listed)| listed == person);
        if let Some(person) = knowing.iter().find(|person| is_listed(person)) {
            let why =
                format!("{failures} electronic notices in a row could not be delivered, and the {person} knows it");
            return Ok(Failure::Ended(provision, why));
        }
        if let (true, Some(person)) = (provision.says(&OTHERS), knowing.iter().find(|person| *person != NOBODY)) {
            let why = format!(
                "{failures} electronic notices in a row could not be delivered; {person} knows it, and it is to be judged whether that is a person responsible for giving notice"
            );
            gravest = Failure::Doubtful(provision, why);
        }
    }
    Ok(gravest)
}

/// Whether a text opens its means to this recipient.
#[derive(Clone, Debug)]
pub enum Access<'a> {
    /// It does.
    Open,
    /// It may, for the reason given.
    Doubtful(String, Option<&'a Provision>),
    /// It does not, for the reason given.
    Barred(String, Option<&'a Provision>),
}

/// Whether a provision opens its means to this recipient.
///
/// # Errors
/// Pauses when what the provision asks about the recipient is not known.
pub fn access<'a>(
    inquiry: &mut Inquiry<'a>,
    provision: &Provision,
    channel: &str,
    recipient: &str,
) -> Result<Access<'a>, Pause> {
    let asks_consent = provision.says(&CONSENT);
    if asks_consent && !inquiry.need(&CONSENTED)? {
        return Ok(barred("the recipient has not consented to it", provision, None));
    }
    if provision.says(&OBJECTION) && inquiry.need(&OBJECTED)? {
        return Ok(barred("the recipient has objected to it", provision, None));
    }
    if is_electronic(channel) {
        match failure(inquiry, recipient, asks_consent)? {
            Failure::Nothing => {}
            Failure::Ended(by, why) => return Ok(barred(&why, by, Some(by))),
            Failure::Doubtful(by, why) => return Ok(Access::Doubtful(format!("{why} ({})", by.citation), Some(by))),
        }
    }
    if provision.says(&CONSENT_DOUBTFUL) && inquiry.known(&CONSENTED) == Some(false) {
        let why = format!(
            "the recipient has not consented to it, and {} can be read to ask for that",
            provision.citation
        );
        return Ok(Access::Doubtful(why, None));
    }
    Ok(Access::Open)
}

fn barred<'a>(why: &str, cited: &Provision, by: Option<&'a Provision>) -> Access<'a> {
    Access::Barred(format!("{why} ({})", cited.citation), by)
}
