//! # May notice be given by this means, and on which day does it count as given?
//!
//! Answers to 8 Del. C. § 222(b) (mail: on deposit; since 1 August 2019 in § 232(a)), § 232 (electronic means, from 1 July 2000
//! with the holder's consent; from 1 August 2019 electronic mail without it, with a legend, unless the holder objects, and
//! courier), and to the sections of the bylaws on the manner of giving notice.
//!
//! **Our reading.** Means cumulate: one that any text opens is open. A text that asks for consent opens a means only to
//! those who consented; one that lets the recipient object, only until then. Electronic means are shut once as many notices in
//! a row as the law says could not be delivered and a person whom it lists knows it; whether another who knows is responsible
//! for giving notice is for judgment. Notice counts as given at the moment that the text opening the means states, whether or
//! not it arrives; the sending time that equipment records is that of sending, unless told otherwise. Where the statute and the
//! bylaws state moments that fall on different days, both are readings and the statute's is preferred. Where no text states a
//! moment, dispatch and receipt are both readings, and receipt is preferred: notice that has arrived is notice on any view.
//! "Other writing" takes in a courier, who carries one; that it takes in electronic mail without the statute's consent is one
//! reading. A class of mail that the bylaws ask for is asked for by them alone: the statute's mail has none, and by the words
//! "any lawful manner" it may serve too. The law is that of the day on which notice is given. Days are counted, not hours.
//!
//! **What may vary.** Bylaws may open further means; they do not shut the statute's.
//!
//! **Not encoded.** To which address a notice goes (`notice-address`), one notice for a household (`shared-address-notice`),
//! persons to whom none is due (`returned-mail`, `unlawful-communication`), and how a consent ends
//! (`electronic-notice-consent`).
//!
//! **Open question.** Whether a paper put into the recipient's hands by a means that no text names is notice; counsel judges.
//! Whether a director who is notified electronically must have consented, where the bylaws open to directors the means that
//! stockholders consent to (2026).

use quorate_calendar::Day;
use quorate_law::vocabulary::notice_channel::{self, CLASS, CONSENT, DEFINITION, GIVEN, LEGEND};
use quorate_law::vocabulary::{electronic_transmission, failed_deliveries, notice_manner};
use quorate_law::{Provision, Reckoning, Resolution, Situation, Source};

use super::channel_law::{
    Access, CONSENTED, FAILURE_KNOWN_TO, FAILURES, OBJECTED, access, features, is_electronic,
};
use crate::answer::{Reading, Shape, Value};
use crate::facts::{Fact, LAW_ON};
use crate::finding::{Authority, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{CHANNEL, RECIPIENT, finding, rely_on};

/// When it was sent off.
pub static SENT: Fact<Day> = Fact::new(
    "sent",
    "the day on which the notice was put in the mail, handed to the courier, directed or sent",
);
/// When the sender's equipment recorded the sending.
pub static RECORDED: Fact<Day> = Fact::new(
    "recorded-sent",
    "the day of sending that the operator's transmitting equipment recorded, where that is another day",
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
/// Whether charges were prepaid.
pub static PREPAID: Fact<bool> = Fact::new("prepaid", "whether the charges of sending were prepaid");
/// The class of mail.
pub static MAIL_CLASS: Fact<&'static str> = Fact::word(
    "mail-class",
    &["first class", "certified or registered", "another class"],
    "the class of mail by which the notice went",
);
/// Whether it is in writing.
pub static IN_WRITING: Fact<bool> = Fact::new("in-writing", "whether the notice is in writing");
/// Whether it bears the legend.
pub static HAS_LEGEND: Fact<bool> = Fact::new(
    "legend",
    "whether the electronic mail bears a prominent legend that it is an important notice",
);
/// What the transmission has.
pub static TRANSMISSION_HAS: Fact<Vec<String>> = Fact::new(
    "transmission-has",
    "what the transmission has: no paper is moved; record can be retained; record can be retrieved; record can be reviewed; record can be printed",
);

/// Means by which a paper comes into the recipient's hands.
const HANDED_OVER: [&str; 3] = ["personal delivery", "courier", "other writing"];
/// Means that leave words on paper or screen, which "other writing" may take in.
const WRITTEN: [&str; 4] = ["courier", "telegram", "electronic mail", "other electronic transmission"];
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

/// The class of mail was lower than the text asks for.
pub static MAIL_TOO_LOW: FindingDefinition = FindingDefinition {
    id: "notice-mail-class",
    title: "the notice went by a lower class of mail than the text asks for",
    rank: Rank::Notice,
};

/// The notice is not in writing.
pub static NOT_WRITTEN: FindingDefinition = FindingDefinition {
    id: "notice-not-written",
    title: "the notice is not in writing",
    rank: Rank::Notice,
};

/// The legend is missing.
pub static NO_LEGEND: FindingDefinition = FindingDefinition {
    id: "notice-legend-missing",
    title: "the electronic mail does not bear the legend of an important notice",
    rank: Rank::Notice,
};

/// What was sent is no electronic transmission.
pub static NO_TRANSMISSION: FindingDefinition = FindingDefinition {
    id: "not-an-electronic-transmission",
    title: "what was sent is no electronic transmission as the text has it",
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
        &RECORDED.spec,
        &DELIVERED.spec,
        &LEFT.spec,
        &POSTED.spec,
        &SEPARATE_NOTICE.spec,
        &CONSENTED.spec,
        &OBJECTED.spec,
        &FAILURES.spec,
        &FAILURE_KNOWN_TO.spec,
        &PREPAID.spec,
        &MAIL_CLASS.spec,
        &IN_WRITING.spec,
        &HAS_LEGEND.spec,
        &TRANSMISSION_HAS.spec,
    ],
    shape: Shape::Day,
    reckoning: &[
        (Reckoning::Notice, "sent"),
        (Reckoning::Notice, "posted"),
        (Reckoning::Notice, "separate-notice"),
        (Reckoning::Notice, "left"),
        (Reckoning::Notice, "delivered"),
    ],
    provisions: &[
        &DEFINITION,
        &notice_manner::DEFINITION,
        &failed_deliveries::DEFINITION,
        &electronic_transmission::DEFINITION,
    ],
    findings: &[
        &NOT_OPEN,
        &NOT_PREPAID,
        &MAIL_TOO_LOW,
        &NOT_WRITTEN,
        &NO_LEGEND,
        &NO_TRANSMISSION,
    ],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let channel = inquiry.need(&CHANNEL)?;
    let recipient = inquiry.need(&RECIPIENT)?;
    need_a_day(inquiry, channel)?;
    let situation = Situation::general().with("recipient", recipient);
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let naming = on_channel(&resolution.controlling, channel);
    let (mut open, mut doubtful) = (Vec::new(), Vec::new());
    let (mut bars, mut doubts) = (Vec::new(), Vec::new());
    // What shuts a means besides the provision on it.
    let mut shutting: Vec<&Provision> = Vec::new();
    for provision in &naming {
        match access(inquiry, provision, channel, recipient)? {
            Access::Open => open.push(*provision),
            Access::Doubtful(why, by) => {
                doubtful.push(*provision);
                if !doubts.contains(&why) {
                    doubts.push(why);
                }
                shutting.extend(by);
            }
            Access::Barred(why, by) => {
                if !bars.contains(&why) {
                    bars.push(why);
                }
                shutting.extend(by);
            }
        }
    }
    let relied: Vec<&Provision> = if !open.is_empty() {
        let message = format!("notice by {channel} is open: {}", open[0].citation);
        say_open(inquiry, FindingStatus::Met, message, &open);
        open
    } else if !doubtful.is_empty() {
        let message = format!("notice by {channel}: {}", doubts.join("; "));
        let authority: Vec<&Provision> = doubtful.iter().copied().chain(shutting).collect();
        say_open(inquiry, FindingStatus::DependsOnReading, message, &authority);
        doubtful
    } else {
        let others = if shutting.is_empty() {
            by_other_words(inquiry, &resolution, channel, &situation)?
        } else {
            Vec::new()
        };
        if others.is_empty() {
            let authority: Vec<&Provision> = naming.iter().copied().chain(shutting).collect();
            return Err(shut(inquiry, &resolution, channel, &authority, &bars));
        }
        others
    };
    rely_on(inquiry, &resolution, &relied);
    judge_charges(inquiry, &relied);
    judge_class(inquiry, channel, &relied, &situation)?;
    judge_legend(inquiry, &on_channel(&resolution.controlling, channel));
    judge_form(inquiry, &situation)?;
    judge_transmission(inquiry, channel)?;
    moments(inquiry, &relied)
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

fn on_channel<'a>(provisions: &[&'a Provision], channel: &str) -> Vec<&'a Provision> {
    provisions
        .iter()
        .copied()
        .filter(|provision| provision.word(&notice_channel::CHANNEL) == Some(channel))
        .collect()
}

fn say_open(inquiry: &mut Inquiry<'_>, status: FindingStatus, message: String, authority: &[&Provision]) {
    let mut found = finding(&NOT_OPEN, true, message, &from_the_bylaws(authority), vec!["channel", "consented"]);
    found.status = status;
    inquiry.find(found);
}

/// The provisions that open a means which no text names, or names and shuts: "other writing", or any manner the law permits.
fn by_other_words<'a>(
    inquiry: &mut Inquiry<'a>,
    resolution: &Resolution<'a>,
    channel: &str,
    situation: &Situation,
) -> Result<Vec<&'a Provision>, Pause> {
    if WRITTEN.contains(&channel) {
        let mut writing = on_channel(&resolution.controlling, "other writing");
        if let Some(first) = writing.first() {
            if HANDED_OVER.contains(&channel) {
                let message = format!("a {channel} carries a writing, which {} opens", first.citation);
                say_open(inquiry, FindingStatus::Met, message, &writing);
                // Who is handed a paper is served in person too.
                writing.extend(on_channel(&resolution.controlling, "personal delivery"));
                writing.reverse();
            } else {
                let message = format!("{} opens other writing, and can be read to take in {channel}", first.citation);
                say_open(inquiry, FindingStatus::DependsOnReading, message, &writing);
            }
            return Ok(writing);
        }
    }
    if !HANDED_OVER.contains(&channel) {
        return Ok(Vec::new());
    }
    let manner: Vec<&Provision> = inquiry
        .consult(&notice_manner::DEFINITION, situation)?
        .controlling
        .into_iter()
        .filter(|provision| provision.says(&notice_manner::OTHER_LAWFUL))
        .collect();
    if let Some(first) = manner.first() {
        let message = format!("{channel} hands over a writing, and {} takes any lawful manner", first.citation);
        say_open(inquiry, FindingStatus::Met, message, &manner);
    }
    Ok(manner)
}

/// No text opens the means to this recipient.
fn shut(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'_>,
    channel: &str,
    naming: &[&Provision],
    bars: &[String],
) -> Pause {
    let message = if naming.is_empty() {
        format!("no text in force on that day names {channel} as a means of giving notice")
    } else {
        format!("notice by {channel}: {}", bars.join("; "))
    };
    let (authority, blames) = if naming.is_empty() {
        (from_the_bylaws(&resolution.controlling), vec!["channel"])
    } else {
        rely_on(inquiry, resolution, naming);
        let facts = vec!["channel", "consented", "objected", "failures"];
        (from_the_bylaws(naming), facts)
    };
    let mut found = finding(&NOT_OPEN, false, message.clone(), &authority, blames);
    if naming.is_empty() && HANDED_OVER.contains(&channel) {
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

/// Certified and registered mail go as first-class mail does, with more.
fn judge_class(
    inquiry: &mut Inquiry<'_>,
    channel: &str,
    open: &[&Provision],
    situation: &Situation,
) -> Result<(), Pause> {
    let (Some(class), "mail") = (inquiry.known(&MAIL_CLASS), channel) else {
        return Ok(());
    };
    let serves = |asked: &str| class == asked || asked == "first class" && class != "another class";
    let (asking, free): (Vec<&Provision>, Vec<&Provision>) =
        open.iter().copied().partition(|provision| provision.word(&CLASS).is_some());
    let Some(asked) = asking.iter().find_map(|provision| provision.word(&CLASS)) else {
        return Ok(());
    };
    let is_met = serves(asked);
    let message = format!("the notice went by {class} mail; the text asks for {asked}");
    let mut found = finding(&MAIL_TOO_LOW, is_met, message, &asking, vec!["mail-class"]);
    if !is_met {
        found.help = Some(format!("send the notice by {asked} mail, in time for the meeting"));
        if let Some(other) = free.first() {
            found.status = FindingStatus::DependsOnReading;
            found.message.push_str("; another text opens mail of any class");
            found.authority.push(Authority::of(other));
            let manners = inquiry.consult(&notice_manner::DEFINITION, situation)?.controlling;
            if let Some(manner) = manners.iter().find(|manner| manner.says(&notice_manner::OTHER_LAWFUL)) {
                let taken = format!(", and {} takes any lawful manner", manner.citation);
                found.message.push_str(&taken);
            }
        }
    }
    inquiry.find(found);
    Ok(())
}

/// The legend goes with every electronic mail, whichever text opens it.
fn judge_legend(inquiry: &mut Inquiry<'_>, naming: &[&Provision]) {
    let asking = naming.iter().find_map(|provision| provision.get(&LEGEND).map(|legend| (*provision, legend)));
    let (Some(is_met), Some((provision, legend))) = (inquiry.known(&HAS_LEGEND), asking) else {
        return;
    };
    let message = format!(
        "the electronic mail {} a prominent legend that {legend}",
        if is_met { "bears" } else { "does not bear" }
    );
    let mut found = finding(&NO_LEGEND, is_met, message, &[provision], vec!["legend"]);
    found.help = (!is_met).then(|| "send the notice again with the legend, in time for the meeting".to_owned());
    inquiry.find(found);
}

fn judge_form(inquiry: &mut Inquiry<'_>, situation: &Situation) -> Result<(), Pause> {
    let Some(is_met) = inquiry.known(&IN_WRITING) else {
        return Ok(());
    };
    let asking: Vec<&Provision> = inquiry
        .consult(&notice_manner::DEFINITION, situation)?
        .controlling
        .into_iter()
        .filter(|provision| provision.word(&notice_manner::FORM) == Some("writing"))
        .collect();
    if asking.is_empty() {
        return Ok(());
    }
    let message = format!("the notice is {}in writing", if is_met { "" } else { "not " });
    let mut found = finding(&NOT_WRITTEN, is_met, message, &asking, vec!["in-writing"]);
    found.help = (!is_met).then(|| "give the notice in writing, in time for the meeting".to_owned());
    inquiry.find(found);
    Ok(())
}

fn judge_transmission(inquiry: &mut Inquiry<'_>, channel: &str) -> Result<(), Pause> {
    let (Some(has), true) = (inquiry.known(&TRANSMISSION_HAS), is_electronic(channel)) else {
        return Ok(());
    };
    if let Some(unknown) = has.iter().find(|feature| !features().contains(&feature.as_str())) {
        let allowed = features().join("; ");
        return Err(Pause::Impossible(format!("\"{unknown}\" is none of: {allowed}")));
    }
    let asking = inquiry.consult(&electronic_transmission::DEFINITION, &Situation::general())?.controlling;
    let mut missing: Vec<&str> = Vec::new();
    for feature in asking.iter().flat_map(|provision| provision.get_all(&electronic_transmission::FEATURES)) {
        if !has.contains(&feature.0) && !missing.contains(&feature.0.as_str()) {
            missing.push(&feature.0);
        }
    }
    if asking.is_empty() {
        return Ok(());
    }
    let message = if missing.is_empty() {
        "the transmission leaves a record that can be kept, read and printed".to_owned()
    } else {
        format!("of the transmission it is not so that: {}", missing.join("; "))
    };
    let mut found = finding(&NO_TRANSMISSION, missing.is_empty(), message, &asking, vec!["transmission-has"]);
    found.help = (!missing.is_empty()).then(|| "send the notice in a form that the recipient can keep and print".to_owned());
    inquiry.find(found);
    Ok(())
}

/// The day on which notice counts as given under the provisions that open the means.
fn moments(inquiry: &mut Inquiry<'_>, open: &[&Provision]) -> Result<Conclusion, Pause> {
    let stating: Vec<&Provision> = open
        .iter()
        .copied()
        .filter(|provision| !matches!(provision.word(&GIVEN), None | Some("not stated")))
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
        inquiry.show(format!("{}: given {moment}: {day}", provision.citation));
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
        Some("sending time recorded") => match inquiry.known(&RECORDED) {
            Some(recorded) => Ok(recorded),
            None => inquiry.need(&SENT),
        },
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
                vec![("consented", "yes"), ("failures", "2"), ("failure-known-to", "secretary")],
                "unmet",
            ),
            ("electronic mail", "2019-07-31", vec![("consented", "no")], "unmet"),
            ("electronic mail", "2019-08-01", vec![("consented", "no")], "met"),
            ("electronic mail", "2019-08-01", vec![("objected", "yes")], "unmet"),
            ("electronic mail", "2019-08-01", vec![("failures", "2"), ("failure-known-to", "secretary")], "unmet"),
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
