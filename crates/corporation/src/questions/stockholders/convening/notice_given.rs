//! # May notice be given by this means, and on which day does it count as given?
//!
//! Answers to 8 Del. C. § 222(b) (mail: on deposit; since 1 August 2019 in § 232(a)), § 232 (electronic means, from 1 July 2000
//! with the holder's consent; from 1 August 2019 electronic mail without it unless the holder objects, and courier), and to
//! the sections of the bylaws on the manner of giving notice.
//!
//! **Our reading.** Means cumulate: one that any text opens is open. A text that asks for consent opens a means only to
//! those who consented; one that lets the recipient object, only until then. Either is shut once electronic notices in a row,
//! as many as the law says, could not be delivered and those who give notice know it. Notice counts as given at the moment
//! that the text opening the means states, whether or not it arrives. Where the statute and the bylaws state moments that
//! fall on different days, both are readings and the statute's is preferred. Where the only text states no moment, dispatch
//! and receipt are both readings, and receipt is preferred: notice that has arrived is notice on any view. The law is that
//! of the day on which notice is given. Days are counted, not hours.
//!
//! **What may vary.** Bylaws may open further means; they do not shut the statute's.
//!
//! **Not encoded.** To which address a notice goes. Householding (§ 233), and persons to whom no notice is due (§ 230). The
//! legend of a notice by electronic mail. From 1 August 2019 failed deliveries also shut electronic means that bylaws open
//! without consent; here they shut only those that rest on a consent or yield to an objection.
//!
//! **Open question.** Whether a paper put into the recipient's hands by a means that no text names is notice; counsel judges.

use quorate_calendar::Day;
use quorate_law::vocabulary::notice_channel::{self, CONSENT, DEFINITION, DIRECTED_TO, GIVEN, OBJECTION};
use quorate_law::{Provision, Reckoning, Resolution, Situation, Source};

use crate::answer::{Reading, Shape, Value};
use crate::facts::{Fact, LAW_ON};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{CHANNEL, RECIPIENT, finding, rely_on};

/// When it was sent off.
pub static SENT: Fact<Day> = Fact::new(
    "sent",
    "the day on which the notice was put in the mail, handed to the courier, directed or sent",
);
/// When it was received.
pub static DELIVERED: Fact<Day> = Fact::new("delivered", "the day on which the recipient received the notice");
/// When it was left.
pub static LEFT: Fact<Day> = Fact::new(
    "left",
    "the day on which a courier left the notice at the recipient's address",
);
/// When it was posted.
pub static POSTED: Fact<Day> = Fact::new("posted", "the day on which the notice was posted on the network");
/// When separate notice of the posting was given.
pub static SEPARATE_NOTICE: Fact<Day> = Fact::new(
    "separate-notice",
    "the day on which separate notice of the posting was given",
);
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
/// Whether deliveries failed.
pub static FAILURES: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "failures",
        "whether two electronic notices in a row to this recipient could not be delivered and the secretary, the transfer agent or who else gives notice knows it",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// Whether charges were prepaid.
pub static PREPAID: Fact<bool> = Fact::new("prepaid", "whether the charges of sending were prepaid");

/// Means by which a paper comes into the recipient's hands.
const HANDED_OVER: [&str; 3] = ["personal delivery", "courier", "other writing"];
const WHO_DECIDES: &str = "counsel, and in the end the Court of Chancery";

/// The means is not open.
pub static NOT_OPEN: FindingDefinition = FindingDefinition {
    id: "notice-channel-not-open",
    title: "notice cannot be given by this means",
    rank: Rank::Notice,
};

/// Charges were not prepaid.
pub static NOT_PREPAID: FindingDefinition = FindingDefinition {
    id: "notice-not-prepaid",
    title: "the charges of sending the notice were not prepaid",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-given",
    title: "On which day does notice by this means count as given?",
    chapter: "stockholders",
    capabilities: &["N1", "N2"],
    source: include_str!("notice_given.rs"),
    facts: &[
        &CHANNEL.spec,
        &RECIPIENT.spec,
        &SENT.spec,
        &DELIVERED.spec,
        &LEFT.spec,
        &POSTED.spec,
        &SEPARATE_NOTICE.spec,
        &CONSENTED.spec,
        &OBJECTED.spec,
        &FAILURES.spec,
        &PREPAID.spec,
    ],
    shape: Shape::Day,
    reckoning: &[
        (Reckoning::Notice, "sent"),
        (Reckoning::Notice, "posted"),
        (Reckoning::Notice, "separate-notice"),
        (Reckoning::Notice, "left"),
        (Reckoning::Notice, "delivered"),
    ],
    provisions: &[&DEFINITION],
    findings: &[&NOT_OPEN, &NOT_PREPAID],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let channel = inquiry.need(&CHANNEL)?;
    let recipient = inquiry.need(&RECIPIENT)?;
    need_a_day(inquiry, channel)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("recipient", recipient))?;
    let naming: Vec<_> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| is_channel(provision, channel))
        .collect();
    if naming.is_empty() {
        return Err(unnamed(inquiry, &resolution, channel));
    }
    let (mut open, mut bars) = (Vec::new(), Vec::new());
    for provision in &naming {
        match bar(inquiry, provision)? {
            None => open.push(*provision),
            Some(why) => bars.push(why),
        }
    }
    if open.is_empty() {
        rely_on(inquiry, &resolution, &naming);
        let message = format!("notice by {channel}: {}", bars.join("; "));
        let mut found = finding(
            &NOT_OPEN,
            false,
            message.clone(),
            &from_the_bylaws(&naming),
            vec!["channel", "consented", "objected", "failures"],
        );
        found.help = Some(instead(&resolution));
        inquiry.find(found);
        return Err(Pause::NotApplicable(message));
    }
    rely_on(inquiry, &resolution, &open);
    let message = format!("notice by {channel} is open: {}", open[0].citation);
    inquiry.find(finding(
        &NOT_OPEN,
        true,
        message,
        &from_the_bylaws(&open),
        vec!["channel"],
    ));
    judge_charges(inquiry, &open);
    moments(inquiry, &open)
}

/// Some day must be told, for the law is that of the day of the notice.
fn need_a_day(inquiry: &mut Inquiry<'_>, channel: &str) -> Result<(), Pause> {
    let is_told = [&SENT, &DELIVERED, &LEFT, &POSTED, &SEPARATE_NOTICE]
        .iter()
        .any(|fact| inquiry.known(fact).is_some());
    if is_told || inquiry.known(&LAW_ON).is_some() {
        return Ok(());
    }
    let fact = match channel {
        "personal delivery" => &DELIVERED,
        "posting on a network" => &POSTED,
        _ => &SENT,
    };
    inquiry.need(fact).map(|_| ())
}

fn is_channel(provision: &Provision, channel: &str) -> bool {
    provision.word(&notice_channel::CHANNEL) == Some(channel)
}

/// Why a provision does not open its means to this recipient; none when it does.
fn bar(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<Option<String>, Pause> {
    let (asks_consent, yields) = (provision.says(&CONSENT), provision.says(&OBJECTION));
    let why = if asks_consent && !inquiry.need(&CONSENTED)? {
        "the recipient has not consented to it"
    } else if yields && inquiry.need(&OBJECTED)? {
        "the recipient has objected to it"
    } else if (asks_consent || yields) && inquiry.need(&FAILURES)? {
        "electronic notices in a row could not be delivered, and those who give notice know it"
    } else {
        return Ok(None);
    };
    Ok(Some(format!("{why} ({})", provision.citation)))
}

/// No text names the means.
fn unnamed(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, channel: &str) -> Pause {
    let message = format!("no text in force on that day names {channel} as a means of giving notice");
    let mut found = finding(
        &NOT_OPEN,
        false,
        message.clone(),
        &from_the_bylaws(&resolution.controlling),
        vec!["channel"],
    );
    if HANDED_OVER.contains(&channel) {
        found.status = FindingStatus::NeedsJudgment;
        found.message = format!("{message}; counsel must judge whether a paper so handed over is notice");
    }
    found.help = Some(instead(resolution));
    inquiry.find(found);
    Pause::NotApplicable(message)
}

/// The means that ask for nobody's consent.
fn instead(resolution: &Resolution<'_>) -> String {
    let mut open: Vec<&str> = Vec::new();
    for provision in resolution
        .controlling
        .iter()
        .filter(|provision| !provision.says(&CONSENT))
    {
        open.extend(
            provision
                .word(&notice_channel::CHANNEL)
                .filter(|word| !open.contains(word)),
        );
    }
    format!("give notice by {}", open.join(", or by "))
}

/// One provision of each section, the bylaws' own first: it is the one the secretary reads.
fn from_the_bylaws<'a>(provisions: &[&'a Provision]) -> Vec<&'a Provision> {
    let mut sections: Vec<&Provision> = Vec::new();
    for provision in provisions.iter().rev() {
        if sections.iter().all(|known| known.citation != provision.citation) {
            sections.push(provision);
        }
    }
    sections
}

fn judge_charges(inquiry: &mut Inquiry<'_>, open: &[&Provision]) {
    let asking: Vec<&Provision> = open
        .iter()
        .copied()
        .filter(|provision| provision.says(&notice_channel::PREPAID))
        .collect();
    let (Some(is_met), false) = (inquiry.known(&PREPAID), asking.is_empty()) else {
        return;
    };
    let message = format!("the charges were {}prepaid", if is_met { "" } else { "not " });
    let mut found = finding(
        &NOT_PREPAID,
        is_met,
        message,
        &from_the_bylaws(&asking),
        vec!["prepaid"],
    );
    found.help = (!is_met).then(|| "send the notice again with charges prepaid, in time for the meeting".to_owned());
    inquiry.find(found);
}

/// The day on which notice counts as given under the provisions that open the means.
fn moments(inquiry: &mut Inquiry<'_>, open: &[&Provision]) -> Result<Conclusion, Pause> {
    let stating: Vec<&Provision> = open
        .iter()
        .copied()
        .filter(|provision| provision.word(&GIVEN) != Some("not stated"))
        .collect();
    if stating.is_empty() {
        return dispatch_or_receipt(inquiry, open);
    }
    let mut readings: Vec<Reading> = Vec::new();
    for (index, provision) in stating.iter().enumerate() {
        // What the first states must be known; a later one adds a reading where its facts are told.
        let day = match (index, given_day(inquiry, provision)) {
            (0, day) => day?,
            (_, Ok(day)) => day,
            (_, Err(_)) => continue,
        };
        let moment = provision.word(&GIVEN).unwrap_or_default();
        let address = provision
            .get(&DIRECTED_TO)
            .map_or_else(String::new, |address| format!(", to the {address}"));
        inquiry.show(format!("{}: given {moment}{address}: {day}", provision.citation));
        if readings.iter().all(|reading| reading.value != Value::Day(day)) {
            let whose = if provision.citation.source == Source::Statute {
                "the statute states the moment"
            } else {
                "the text states its own moment"
            };
            readings.push(reading(
                moment,
                day,
                format!("{whose}: {}", provision.citation),
                readings.is_empty(),
            ));
        }
    }
    Ok(conclude(readings))
}

/// The day that a provision's moment falls on.
fn given_day(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<Day, Pause> {
    match provision.word(&GIVEN) {
        Some("on delivery") => inquiry.need(&DELIVERED),
        Some("earlier of receipt and being left") => match (inquiry.known(&DELIVERED), inquiry.known(&LEFT)) {
            (Some(delivered), Some(left)) => Ok(delivered.min(left)),
            (None, Some(left)) => Ok(left),
            (_, None) => inquiry.need(&DELIVERED),
        },
        Some("later of posting and separate notice") => Ok(inquiry.need(&POSTED)?.max(inquiry.need(&SEPARATE_NOTICE)?)),
        _ => inquiry.need(&SENT),
    }
}

/// The text opens the means and states no moment.
fn dispatch_or_receipt(inquiry: &mut Inquiry<'_>, open: &[&Provision]) -> Result<Conclusion, Pause> {
    let (sent, delivered) = (inquiry.need(&SENT)?, inquiry.need(&DELIVERED)?);
    inquiry.show(format!(
        "{} states no moment: sent {sent}, received {delivered}",
        open[0].citation
    ));
    let mut readings = vec![reading(
        "on receipt",
        delivered,
        "notice that has arrived is notice on any view".to_owned(),
        true,
    )];
    if sent != delivered {
        readings.push(reading(
            "when sent",
            sent,
            "other means count from dispatch, and the risk of delay is the recipient's".to_owned(),
            false,
        ));
    }
    Ok(conclude(readings))
}

fn reading(text: &str, day: Day, because: String, is_preferred: bool) -> Reading {
    Reading {
        text: text.to_owned(),
        value: Value::Day(day),
        because,
        is_preferred,
        who_decides: WHO_DECIDES.to_owned(),
    }
}

fn conclude(readings: Vec<Reading>) -> Conclusion {
    match readings.as_slice() {
        [only] => only.value.clone().into(),
        _ => Conclusion::Readings(readings),
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::Answer;
    use crate::testing::{ask_under, ask_with_bylaws, branch, field, status};

    const PLAIN: &str = "notice-channel \"mail\" given=\"on deposit\" prepaid=#true";

    fn days(answer: &Answer) -> Vec<String> {
        match &answer.value {
            Some(value) => vec![value.fields()[0].1.clone()],
            None => answer
                .readings
                .iter()
                .map(|reading| reading.value.fields()[0].1.clone())
                .collect(),
        }
    }

    #[test]
    fn means_open_and_shut_with_the_law_of_the_day() {
        for (channel, sent, more, word) in [
            ("mail", "2002-03-15", vec![], "met"),
            ("electronic mail", "2000-06-30", vec![("consented", "yes")], "unmet"),
            ("electronic mail", "2000-07-01", vec![("consented", "yes")], "met"),
            ("electronic mail", "2000-07-01", vec![("consented", "no")], "unmet"),
            (
                "electronic mail",
                "2002-03-15",
                vec![("consented", "yes"), ("failures", "yes")],
                "unmet",
            ),
            ("electronic mail", "2019-07-31", vec![("consented", "no")], "unmet"),
            ("electronic mail", "2019-08-01", vec![("consented", "no")], "met"),
            ("electronic mail", "2019-08-01", vec![("objected", "yes")], "unmet"),
            ("electronic mail", "2019-08-01", vec![("failures", "yes")], "unmet"),
            ("facsimile", "2019-08-01", vec![("consented", "no")], "unmet"),
            ("facsimile", "2019-08-01", vec![("consented", "yes")], "met"),
            ("telegram", "2002-03-15", vec![], "unmet"),
            ("telephone", "2020-03-15", vec![], "unmet"),
            ("courier", "2019-07-31", vec![], "needs judgment"),
            ("courier", "2019-08-01", vec![("left", "2019-08-02")], "met"),
        ] {
            let told: Vec<_> = [("channel", channel), ("sent", sent)].into_iter().chain(more).collect();
            let answer = ask_with_bylaws(PLAIN, "notice-given", &told);
            assert_eq!(status(&answer, "notice-channel-not-open"), word, "{told:?}");
            assert_eq!(answer.value.is_some(), word == "met", "{told:?}");
        }
    }

    #[test]
    fn the_moment_of_each_means() {
        for (told, day) in [
            (
                vec![("channel", "mail"), ("sent", "2019-08-02"), ("delivered", "2019-08-06")],
                "2019-08-02",
            ),
            (
                vec![
                    ("channel", "courier"),
                    ("delivered", "2019-08-05"),
                    ("left", "2019-08-03"),
                ],
                "2019-08-03",
            ),
            (
                vec![
                    ("channel", "courier"),
                    ("delivered", "2019-08-03"),
                    ("left", "2019-08-05"),
                ],
                "2019-08-03",
            ),
            (
                vec![
                    ("channel", "courier"),
                    ("sent", "2019-08-02"),
                    ("delivered", "2019-08-05"),
                ],
                "2019-08-05",
            ),
            (
                vec![("channel", "electronic mail"), ("sent", "2019-08-02")],
                "2019-08-02",
            ),
            (
                vec![
                    ("channel", "posting on a network"),
                    ("consented", "yes"),
                    ("posted", "2019-08-02"),
                    ("separate-notice", "2019-08-04"),
                ],
                "2019-08-04",
            ),
            (
                vec![
                    ("channel", "posting on a network"),
                    ("consented", "yes"),
                    ("posted", "2019-08-05"),
                    ("separate-notice", "2019-08-04"),
                ],
                "2019-08-05",
            ),
        ] {
            assert_eq!(days(&ask_with_bylaws(PLAIN, "notice-given", &told)), [day], "{told:?}");
        }
    }

    #[test]
    fn the_statutes_moment_is_preferred_to_the_bylaws_own() {
        let bylaws = "notice-channel \"mail\" given=\"on delivery\"";
        let told = [("channel", "mail"), ("sent", "2002-03-01"), ("delivered", "2002-03-04")];
        let answer = ask_with_bylaws(bylaws, "notice-given", &told);
        assert_eq!(days(&answer), ["2002-03-01", "2002-03-04"]);
        assert!(answer.readings[0].is_preferred && !answer.readings[1].is_preferred);
        let same = [("channel", "mail"), ("sent", "2002-03-01"), ("delivered", "2002-03-01")];
        assert_eq!(days(&ask_with_bylaws(bylaws, "notice-given", &same)), ["2002-03-01"]);
    }

    #[test]
    fn consent_not_known_branches() {
        let answer = ask_under(
            "novell-2001",
            "notice-given",
            &[("channel", "electronic mail"), ("sent", "2002-03-15")],
        );
        assert_eq!(answer.needs[0].fact, "consented");
        assert_eq!(branch(&answer, "yes").unwrap().fields()[0].1, "2002-03-15");
        assert_eq!(branch(&answer, "no"), None);
    }

    #[test]
    fn only_the_provisions_on_this_means_control() {
        let answer = ask_under(
            "novell-2001",
            "notice-given",
            &[("channel", "mail"), ("sent", "2002-03-15"), ("prepaid", "no")],
        );
        assert_eq!(answer.controls.len(), 2, "{:?}", answer.controls);
        assert_eq!(field(&answer, "value"), "2002-03-15");
        assert_eq!(status(&answer, "notice-not-prepaid"), "unmet");
    }

    #[test]
    fn bylaws_open_means_that_the_statute_ties_to_consent() {
        let told = [("channel", "facsimile"), ("sent", "2006-05-15"), ("consented", "no")];
        assert_eq!(days(&ask_under("altiris-2006", "notice-given", &told)), ["2006-05-15"]);
        assert_eq!(
            status(
                &ask_under("novell-2001", "notice-given", &told),
                "notice-channel-not-open"
            ),
            "unmet"
        );
    }

    #[test]
    fn a_courier_without_a_stated_moment_has_two_readings() {
        let told = [
            ("channel", "courier"),
            ("sent", "2002-03-01"),
            ("delivered", "2002-03-04"),
        ];
        let answer = ask_under("raining-data-2001", "notice-given", &told);
        assert_eq!(days(&answer), ["2002-03-04", "2002-03-01"]);
        assert!(answer.readings[0].is_preferred);
    }

    #[test]
    fn directors_are_not_served_by_the_statutes_means_for_stockholders() {
        let told = [
            ("channel", "electronic mail"),
            ("sent", "2020-03-15"),
            ("recipient", "director"),
        ];
        assert_eq!(
            status(
                &ask_with_bylaws(PLAIN, "notice-given", &told),
                "notice-channel-not-open"
            ),
            "unmet"
        );
    }
}
