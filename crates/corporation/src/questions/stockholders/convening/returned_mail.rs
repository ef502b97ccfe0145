//! # Is notice still due to a holder whose mail came back?
//!
//! Answers to 8 Del. C. § 230(b) (no notice is due after two annual-meeting notices in a row and every notice between them, or all
//! and at least two mailed payments of twelve months, came back; until there is a new address) and (c) (notices returned
//! electronically do not count), and to the sections of the bylaws on mail that comes back.
//!
//! **Our reading.** Each line of a text is an alternative, and each is met by the counts told. "All" means that what came back
//! equals what was sent. Payments of twelve months lie in a period that begins with the first and ends before its day twelve
//! months later. Where the statute excuses, notice is not due. Where the bylaws alone excuse, because they ask for less or
//! because they put notice kept available in its place, both are readings, and the statute's is preferred: § 222 wants notice
//! to each holder, § 230 says when it is not due, and a bylaw inconsistent with law has no force. For the other reading a
//! bylaw that keeps the notice available is itself a manner of giving it, which the statute leaves open. A year from the notice
//! ends on its anniversary. The law is that of the day of the notice.
//!
//! **What may vary.** Bylaws may ask for more before notice stops; the statute then excuses all the same.
//!
//! **Not encoded.** Whether the post marked the envelope as the text wants; what a filed certificate need not state.
//!
//! **Open question.** Whether a bylaw that asks for less than § 230(b) is a manner of giving notice or an excuse from it; counsel,
//! and in the end the Court of Chancery (2026).

use quorate_calendar::Day;
use quorate_law::vocabulary::returned_mail::{
    ALL, COUNT, DEFINITION, ELECTRONIC, KEPT, KEPT_AT, MONTHS, RETURNED, THEN, UNTIL_ADDRESS,
};
use quorate_law::{Provision, Reckoning, Situation, Source};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{NOTICE_GIVEN, RECIPIENT, finding};

/// How the notices came back.
pub static RETURNED_BY: Fact<&'static str> = Fact::word(
    "returned-by",
    &["mail", "electronic transmission"],
    "by what the notices had been sent that came back",
)
.otherwise("mail");
/// Notices that came back.
pub static NOTICES_RETURNED: Fact<u64> = Fact::new(
    "notices-returned",
    "how many notices mailed to the address on the records came back as undeliverable there",
);
/// Annual-meeting notices that came back.
pub static ANNUAL_RETURNED: Fact<u64> = Fact::new(
    "annual-notices-returned",
    "how many notices of annual meetings in a row came back undeliverable",
);
/// Whether all between came back.
pub static ALL_BETWEEN: Fact<bool> = Fact::new(
    "all-between-returned",
    "whether every notice sent between those annual meetings came back too",
);
/// Payments sent.
pub static PAYMENTS_SENT: Fact<u64> = Fact::new(
    "payments-sent",
    "how many payments of dividends or interest were sent by first-class mail in the period",
);
/// Payments that came back.
pub static PAYMENTS_RETURNED: Fact<u64> = Fact::new("payments-returned", "how many of those payments came back undeliverable");
/// The first payment.
pub static FIRST_PAYMENT: Fact<Day> = Fact::new("first-payment", "the day of the first payment that came back");
/// The last payment.
pub static LAST_PAYMENT: Fact<Day> = Fact::new("last-payment", "the day of the last payment that came back");
/// A new address.
pub static NEW_ADDRESS: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "new-address",
        "whether the holder has since given written notice of a new address",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// Until when the notice is kept.
pub static AVAILABLE_UNTIL: Fact<Day> = Fact::new(
    "available-until",
    "the last day on which the notice is kept available to the holder on demand",
);
/// Where the notice is kept.
pub static AVAILABLE_AT: Fact<String> = Fact::new("available-at", "the office at which the notice is kept available");

const WHO_DECIDES: &str = "counsel, and in the end the Court of Chancery";

/// Notice is still due.
pub static STILL_DUE: FindingDefinition = FindingDefinition {
    id: "notice-due-despite-returned-mail",
    title: "notice is still due to a holder whose mail came back",
    rank: Rank::Notice,
};

/// The notice is not kept available.
pub static NOT_KEPT: FindingDefinition = FindingDefinition {
    id: "returned-notice-not-kept",
    title: "the notice is not kept available to the holder as the text asks",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "returned-mail",
    title: "Is notice still due to a holder whose mail came back?",
    chapter: "stockholders",
    capabilities: &["N3"],
    source: include_str!("returned_mail.rs"),
    facts: &[
        &RECIPIENT.spec,
        &NOTICE_GIVEN.spec,
        &RETURNED_BY.spec,
        &NOTICES_RETURNED.spec,
        &ANNUAL_RETURNED.spec,
        &ALL_BETWEEN.spec,
        &PAYMENTS_SENT.spec,
        &PAYMENTS_RETURNED.spec,
        &FIRST_PAYMENT.spec,
        &LAST_PAYMENT.spec,
        &NEW_ADDRESS.spec,
        &AVAILABLE_UNTIL.spec,
        &AVAILABLE_AT.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Notice, "notice-given")],
    provisions: &[&DEFINITION],
    findings: &[&STILL_DUE, &NOT_KEPT],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = Situation::general().with("recipient", inquiry.need(&RECIPIENT)?);
    let texts = inquiry.require(&DEFINITION, &situation)?.controlling;
    need_a_count(inquiry, &texts)?;
    let mut excusing: Vec<&Provision> = Vec::new();
    for text in &texts {
        if excuses(inquiry, text)? {
            excusing.push(text);
        }
    }
    if excusing.is_empty() {
        let message = "what came back does not excuse from giving notice".to_owned();
        let mut found = finding(&STILL_DUE, false, message, &texts, vec!["notices-returned", "annual-notices-returned"]);
        found.help = Some("send the notice to the holder all the same".to_owned());
        inquiry.find(found);
        return Ok(Value::YesNo(true).into());
    }
    let is_law = |text: &&Provision| text.citation.source == Source::Statute;
    let by_law = excusing.iter().copied().find(is_law);
    let bounding: Vec<&Provision> = texts.iter().copied().filter(|text| is_law(text)).collect();
    let Some(law) = by_law else {
        let own = excusing[0];
        let kept = judge_kept(inquiry, own)?;
        return Ok(by_bylaws_alone(inquiry, own, &bounding, kept));
    };
    let message = format!(
        "enough came back, and no new address was given: {} ({})",
        law.word(&THEN).unwrap_or_default(),
        law.citation
    );
    inquiry.find(finding(&STILL_DUE, true, message, &excusing, vec!["annual-notices-returned", "payments-returned"]));
    Ok(Value::YesNo(false).into())
}

/// Some count that a text asks about must be told.
fn need_a_count(inquiry: &mut Inquiry<'_>, texts: &[&Provision]) -> Result<(), Pause> {
    let counts = [&NOTICES_RETURNED, &ANNUAL_RETURNED, &PAYMENTS_RETURNED];
    if counts.iter().any(|fact| inquiry.known(fact).is_some()) {
        return Ok(());
    }
    let asked = texts.first().map_or(&NOTICES_RETURNED, |text| count_of(text));
    inquiry.need(asked).map(|_| ())
}

/// The fact that a line counts.
fn count_of(text: &Provision) -> &'static Fact<u64> {
    match text.word(&RETURNED) {
        Some("notices of annual meetings") => &ANNUAL_RETURNED,
        Some("dividend or interest payments") => &PAYMENTS_RETURNED,
        _ => &NOTICES_RETURNED,
    }
}

/// Whether what is told meets a line of a text.
fn excuses(inquiry: &mut Inquiry<'_>, text: &Provision) -> Result<bool, Pause> {
    let needed = text.get(&COUNT).copied().unwrap_or(u64::MAX);
    let fact = count_of(text);
    let there = inquiry.known(fact).unwrap_or(0);
    let what = text.word(&RETURNED).unwrap_or_default();
    inquiry.show(format!("{}: {needed} {what} asked for, {there} came back", text.citation));
    if there < needed {
        return Ok(false);
    }
    if inquiry.need(&RETURNED_BY)? != "mail" && !text.says(&ELECTRONIC) {
        return Ok(false);
    }
    if text.says(&UNTIL_ADDRESS) && inquiry.need(&NEW_ADDRESS)? {
        return Ok(false);
    }
    let is_all = match (text.says(&ALL), what) {
        (false, _) => true,
        (true, "dividend or interest payments") => inquiry.need(&PAYMENTS_SENT)? == there,
        (true, _) => inquiry.need(&ALL_BETWEEN)?,
    };
    match text.get(&MONTHS) {
        Some(months) if is_all => within(inquiry, *months),
        _ => Ok(is_all),
    }
}

/// Whether the payments lie within so many months.
fn within(inquiry: &mut Inquiry<'_>, months: u64) -> Result<bool, Pause> {
    let (first, last) = (inquiry.need(&FIRST_PAYMENT)?, inquiry.need(&LAST_PAYMENT)?);
    let months = i64::try_from(months).unwrap_or(i64::MAX);
    let end = first.plus_months(months).map_err(|error| Pause::Impossible(error.to_string()))?;
    inquiry.show(format!("payments from {first} to {last}; the period ends before {end}"));
    Ok(last < end)
}

/// Whether the notice is kept as a text asks that puts it in the place of sending; none where that is not asked or not told.
fn judge_kept(inquiry: &mut Inquiry<'_>, text: &Provision) -> Result<Option<bool>, Pause> {
    let Some(phrase) = text.get(&KEPT) else { return Ok(None) };
    let at = inquiry.known(&AVAILABLE_AT);
    let asked_at = text.word(&KEPT_AT);
    let is_there = at.as_deref().is_none_or(|at| asked_at.is_none_or(|asked| asked == at));
    let (mut is_long_enough, mut asked_until) = (true, None);
    let until = inquiry.known(&AVAILABLE_UNTIL);
    if let Some(until) = until {
        asked_until = inquiry.window(phrase)?.later().latest;
        is_long_enough = asked_until.is_none_or(|asked| until >= asked);
    }
    if at.is_none() && until.is_none() {
        return Ok(None);
    }
    let is_met = is_there && is_long_enough;
    let message = format!(
        "the notice is kept{}{}; the text asks for {phrase}{}",
        at.map_or_else(String::new, |at| format!(" at the {at}")),
        until.map_or_else(String::new, |until| format!(" until {until}")),
        asked_at.map_or_else(String::new, |asked| format!(" at the {asked}")),
    );
    let mut found: Finding = finding(&NOT_KEPT, is_met, message, &[text], vec!["available-until", "available-at"]);
    if !is_met {
        let until = asked_until.map_or_else(String::new, |day| format!(" until {day}"));
        found.help = Some(format!("keep the notice{until}{}", asked_at.map_or_else(String::new, |asked| format!(" at the {asked}"))));
    }
    inquiry.find(found);
    Ok(Some(is_met))
}

/// The bylaws excuse, and the statute does not.
fn by_bylaws_alone(inquiry: &mut Inquiry<'_>, own: &Provision, law: &[&Provision], kept: Option<bool>) -> Conclusion {
    if law.is_empty() {
        inquiry.find(finding(&STILL_DUE, kept != Some(false), format!("{} excuses", own.citation), &[own], vec!["notices-returned"]));
        return Value::YesNo(kept == Some(false)).into();
    }
    let authority: Vec<&Provision> = std::iter::once(own).chain(law.iter().copied()).collect();
    let message = format!("{} lets notice stop; the statute asks for more", own.citation);
    let mut found = finding(&STILL_DUE, kept != Some(false), message, &authority, vec!["notices-returned"]);
    found.help = Some("send the notice all the same, which is right on either reading".to_owned());
    if kept == Some(false) {
        inquiry.find(found);
        return Value::YesNo(true).into();
    }
    found.status = FindingStatus::DependsOnReading;
    inquiry.find(found);
    let reading = |value: bool, text: &str, because: String| Reading {
        text: text.to_owned(),
        value: Value::YesNo(value),
        because,
        is_preferred: value,
        who_decides: WHO_DECIDES.to_owned(),
    };
    let (bounding, excused) = (law[0].citation.to_string(), own.citation.to_string());
    Conclusion::Readings(vec![
        reading(
            true,
            "notice is due until the statute excuses",
            format!("{bounding} says when notice is not due, and a bylaw may not ask for less"),
        ),
        reading(
            false,
            own.word(&THEN).unwrap_or_default(),
            format!("{excused} states a manner of giving notice, which the statute leaves open"),
        ),
    ])
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    #[test]
    fn two_annual_notices_and_all_between() {
        for (annual, between, value) in [("1", "yes", "yes"), ("2", "yes", "no"), ("2", "no", "yes"), ("3", "yes", "no")] {
            let told = [("annual-notices-returned", annual), ("all-between-returned", between)];
            assert_eq!(field(&ask_with_bylaws(SILENT, "returned-mail", &told), "value"), value, "{told:?}");
        }
        let electronic = [
            ("annual-notices-returned", "2"),
            ("all-between-returned", "yes"),
            ("returned-by", "electronic transmission"),
        ];
        assert_eq!(field(&ask_with_bylaws(SILENT, "returned-mail", &electronic), "value"), "yes");
        let found = [
            ("annual-notices-returned", "2"),
            ("all-between-returned", "yes"),
            ("new-address", "yes"),
        ];
        assert_eq!(field(&ask_with_bylaws(SILENT, "returned-mail", &found), "value"), "yes");
    }

    #[test]
    fn all_payments_and_at_least_two_in_twelve_months() {
        for (sent, returned, first, last, value) in [
            ("1", "1", "2002-01-15", "2002-01-15", "yes"),
            ("2", "2", "2002-01-15", "2003-01-14", "no"),
            ("2", "2", "2002-01-15", "2003-01-15", "yes"),
            ("3", "2", "2002-01-15", "2002-07-15", "yes"),
            ("4", "4", "2002-01-15", "2002-10-15", "no"),
        ] {
            let told = [
                ("payments-sent", sent),
                ("payments-returned", returned),
                ("first-payment", first),
                ("last-payment", last),
            ];
            assert_eq!(field(&ask_with_bylaws(SILENT, "returned-mail", &told), "value"), value, "{told:?}");
        }
    }

    #[test]
    fn bylaws_that_ask_for_less_are_a_reading() {
        let told = [("notices-returned", "1")];
        let answer = ask_under("altiris-2006", "returned-mail", &told);
        assert_eq!(answer.readings.len(), 2);
        assert!(answer.readings[0].is_preferred);
        assert_eq!(status(&answer, "notice-due-despite-returned-mail"), "depends on the reading");
        for (until, at, word) in [
            ("2007-04-13", "principal executive office", "met"),
            ("2007-04-12", "principal executive office", "unmet"),
            ("2007-04-13", "registered office", "unmet"),
        ] {
            let told = [
                ("notices-returned", "1"),
                ("notice-given", "2006-04-13"),
                ("available-until", until),
                ("available-at", at),
            ];
            let answer = ask_under("altiris-2006", "returned-mail", &told);
            assert_eq!(status(&answer, "returned-notice-not-kept"), word, "{told:?}");
            assert_eq!(answer.value.is_some(), word == "unmet", "{told:?}");
        }
        let answer = ask_under("altiris-2006", "returned-mail", &[("notices-returned", "0")]);
        assert_eq!(status(&answer, "notice-due-despite-returned-mail"), "unmet");
    }
}
