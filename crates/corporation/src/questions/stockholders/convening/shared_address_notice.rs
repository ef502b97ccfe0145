//! # Does one notice serve all holders at an address?
//!
//! Answers to 8 Del. C. § 233 (from 1 July 2002: one notice serves holders at one address who consented, and those who did not
//! object within sixty days of the corporation's notice of that intention have consented; revocable in writing).
//!
//! **Our reading.** Consent is each holder's own; the question is asked for one holder. The day of the notice of intention is not
//! counted, and an objection on the last day is in time. Until that day has passed silence is no consent, so that a single
//! notice sent before is too early. An objection after it is a revocation where the consent can be revoked. The law is that of
//! the day of the notice.
//!
//! **What may vary.** Bylaws may open the like for themselves; federal rules on householding are not here.
//!
//! **Not encoded.** Whether the holders share the address; the notices to which § 233 does not apply (§§ 164, 296, 311, 312, 324).

use quorate_calendar::Day;
use quorate_law::vocabulary::shared_address_notice::{AGREED, DEFINITION, OBJECTION, REVOCABLE};
use quorate_law::vocabulary::Term;
use quorate_law::{Provision, Reckoning, Situation};

use super::notice_given::SENT;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{RECIPIENT, finding};

/// Whether the holder consented.
pub static CONSENTED: Fact<bool> = Fact::new(
    "consented-to-single",
    "whether the holder has consented to one notice for the address",
);
/// The notice of intention.
pub static INTENTION: Fact<Day> = Fact::new(
    "notice-of-intention",
    "the day on which the corporation gave the holder written notice that it intends to send one notice to the address",
);
/// The objection.
pub static OBJECTED_ON: Fact<Day> = Fact::new(
    "objected-on",
    "the day on which the holder objected, or revoked the consent, in writing; leave it out where neither was done",
);

/// Not agreed.
pub static NOT_AGREED: FindingDefinition = FindingDefinition {
    id: "single-notice-not-agreed",
    title: "a holder has not agreed to one notice for the address",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "shared-address-notice",
    title: "Does one notice serve all holders at an address?",
    chapter: "stockholders",
    capabilities: &["N1"],
    source: include_str!("shared_address_notice.rs"),
    facts: &[
        &RECIPIENT.spec,
        &SENT.spec,
        &CONSENTED.spec,
        &INTENTION.spec,
        &OBJECTED_ON.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Notice, "sent")],
    provisions: &[&DEFINITION],
    findings: &[&NOT_AGREED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let sent = inquiry.need(&SENT)?;
    let situation = Situation::general().with("recipient", inquiry.need(&RECIPIENT)?);
    let texts = inquiry.require(&DEFINITION, &situation)?.controlling;
    let agrees = |word: &str| texts.iter().copied().filter(|text| text.get_all(&AGREED).iter().any(|Term(way)| way == word)).collect::<Vec<_>>();
    let (by_consent, by_silence) = (agrees("consent"), agrees("no objection"));
    let has_consented = !by_consent.is_empty() && inquiry.need(&CONSENTED)?;
    if has_consented {
        return Ok(by_express_consent(inquiry, &by_consent, sent));
    }
    let Some(text) = by_silence.first().copied() else {
        return Ok(conclude(inquiry, &texts, false, "the holder has not consented to one notice for the address".to_owned()));
    };
    let Some(phrase) = text.get(&OBJECTION) else {
        return Ok(conclude(inquiry, &texts, false, "the text states no time in which silence is consent".to_owned()));
    };
    if inquiry.known(&INTENTION).is_none() {
        let message = "the holder has not consented, and was given no notice of the intention to send one notice".to_owned();
        return Ok(conclude(inquiry, &[text], false, message));
    }
    let last = inquiry.window(phrase)?.later().latest;
    let objected = inquiry.known(&OBJECTED_ON);
    inquiry.show(format!("{}: {phrase}: {}", text.citation, last.map_or_else(String::new, |day| format!("until {day}"))));
    let is_in_time = |day: Day| last.is_none_or(|last| day <= last);
    let (is_agreed, message) = match objected {
        Some(day) if day <= sent && is_in_time(day) => (false, format!("the holder objected in time, on {day}")),
        Some(day) if day <= sent && text.says(&REVOCABLE) => (false, format!("the holder revoked the consent on {day}")),
        _ if is_in_time(sent) => (
            false,
            format!("the notice went out on {sent}, while the time to object was still running"),
        ),
        _ => (true, "the holder did not object in time, which is consent".to_owned()),
    };
    Ok(conclude(inquiry, &[text], is_agreed, message))
}

/// The holder has consented; an objection since is a revocation where the text allows one.
fn by_express_consent(inquiry: &mut Inquiry<'_>, texts: &[&Provision], sent: Day) -> Conclusion {
    let revocable = texts.iter().any(|text| text.says(&REVOCABLE));
    match inquiry.known(&OBJECTED_ON) {
        Some(day) if revocable && day <= sent => {
            conclude(inquiry, texts, false, format!("the holder revoked the consent on {day}"))
        }
        _ => conclude(inquiry, texts, true, "the holder has consented to one notice for the address".to_owned()),
    }
}

fn conclude(inquiry: &mut Inquiry<'_>, authority: &[&Provision], is_agreed: bool, message: String) -> Conclusion {
    let mut found = finding(&NOT_AGREED, is_agreed, message, authority, vec!["consented-to-single", "objected-on"]);
    found.help = (!is_agreed).then(|| "send the holder a notice of his own".to_owned());
    inquiry.find(found);
    Value::YesNo(is_agreed).into()
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_with_bylaws, field};

    #[test]
    fn consent_or_sixty_days_of_silence() {
        // Notice of intention on 2003-01-10: the sixtieth day after it is 2003-03-11.
        for (sent, consented, objected, value) in [
            ("2003-03-11", "no", "", "no"),
            ("2003-03-12", "no", "", "yes"),
            ("2003-03-12", "no", "2003-03-11", "no"),
            ("2003-04-01", "no", "2003-03-12", "no"),
            ("2003-04-01", "no", "2003-04-02", "yes"),
            ("2003-01-11", "yes", "", "yes"),
            ("2003-01-11", "yes", "2003-01-11", "no"),
            ("2003-01-11", "yes", "2003-01-12", "yes"),
        ] {
            let mut told = vec![
                ("sent", sent),
                ("consented-to-single", consented),
                ("notice-of-intention", "2003-01-10"),
            ];
            if !objected.is_empty() {
                told.push(("objected-on", objected));
            }
            let answer = ask_with_bylaws(SILENT, "shared-address-notice", &told);
            assert_eq!(field(&answer, "value"), value, "{told:?}");
        }
        let early = ask_with_bylaws(SILENT, "shared-address-notice", &[("sent", "2002-06-30"), ("consented-to-single", "yes")]);
        assert!(early.is_silent);
    }

    #[test]
    fn a_consent_that_cannot_be_revoked_stands() {
        let line = "shared-address-notice \"consent\"";
        let told = [("sent", "2001-01-11"), ("consented-to-single", "yes"), ("objected-on", "2001-01-05")];
        assert_eq!(field(&ask_with_bylaws(line, "shared-address-notice", &told), "value"), "yes");
    }
}
