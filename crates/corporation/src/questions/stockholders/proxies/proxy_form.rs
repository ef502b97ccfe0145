//! # Was a proxy given in due form?
//!
//! Answers to 8 Del. C. § 212(c) (a signed writing; a transmission sent to the proxy holder or an agent for receiving it that shows the
//! holder's authority; from 1 August 2019 an electronic document; without limit to other ways) and
//! (d) (a complete and reliable reproduction serves as the original), and to the section of the bylaws on proxies.
//!
//! **Our reading.** The ways that statute, certificate and bylaws name are all open: a bylaw that names a signed writing does not shut out
//! the statute's transmission. A way that none of them names is not excluded either, since the statute's list is without limit; the
//! inspectors judge it, and we prefer counting it, unless a text says that its ways are the only ones. A transmission sent to someone
//! else than the texts name is such a way; a text that lets a copy serve opens none. A transmission must show that the holder authorized
//! it wherever a text that names transmissions says so, whomever it was sent to, and whoever finds it valid states the information relied on; the duty is theirs, and a proxy is not lost by its breach.
//! One who signs for the holder must be authorized. Filing with the secretary is asked where the bylaws ask for it; "at or before the meeting" means not
//! after the day of the meeting. A copy serves for the original only if it is of the whole of it, and reliable.
//!
//! **What may vary.** Certificate and bylaws may add ways and ask for filing. Whether they may shut out the statute's ways is doubtful.
//!
//! **Not encoded.** Whether a signature is the holder's; what a number or symbol proves. The inspectors decide.

use quorate_calendar::Day;
use quorate_law::vocabulary::Kind;
use quorate_law::vocabulary::proxy_copy::{self, COMPLETE, RELIABLE};
use quorate_law::vocabulary::proxy_form::{
    AUTHORITY_SHOWN, BY, DEFINITION, FILED_WITH, MEANS, ONLY, SENT_TO, SIGNED_BY, STATE_RELIANCE,
};
use quorate_law::{Provision, Reckoning, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding, rely_on};

/// The way it was given.
pub static GIVEN_BY: Fact<&'static str> = Fact::word("means", means(), "the way in which the proxy was given");
/// Whether it was filed.
static FILED: Fact<bool> = Fact::new("filed-with-secretary", "whether the proxy was filed with the secretary");
/// When it was filed.
static FILED_ON: Fact<Day> = Fact::new("filed-on", "the day on which the proxy was filed with the secretary");
/// Whether it is a copy.
pub static COPY: Fact<&'static str> = Fact::word(
    "copy",
    &["original", "complete copy", "incomplete copy"],
    "whether the original or a copy is used",
)
.otherwise("original");
/// Whether authority shows.
pub static SHOWN: Fact<bool> = Fact::new(
    "authority-shown",
    "whether the transmission shows, or came with information that shows, that the holder authorized it",
);

/// Who signed.
pub static SIGNED_AS: Fact<&'static str> = Fact::word(
    "signed-as",
    &["holder", "attorney-in-fact", "officer, director or employee", "other agent"],
    "in what capacity the one who signed or sent it did so",
);
/// Whether the signer had authority.
pub static SIGNER_AUTHORIZED: Fact<bool> =
    Fact::new("signer-authorized", "whether the holder had authorized the one who signed for him");
/// To whom a transmission went.
pub static SENT: Fact<&'static str> = Fact::word(
    "sent-to",
    &[
        "proxy holder",
        "solicitation firm",
        "support service",
        "like agent",
        "corporation",
        "someone else",
    ],
    "to whom the transmission was sent; a firm, service or agent being authorized by the proxy holder to receive it",
);
/// Whether reliance was stated.
pub static RELIANCE: Fact<bool> = Fact::new(
    "reliance-stated",
    "whether those who found a transmission valid stated the information on which they relied",
);
/// Whether the copy is reliable.
pub static COPY_RELIABLE: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new("copy-reliable", "whether the reproduction is a reliable one");
    fact.spec.otherwise = Some("yes");
    fact
};

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
/// The signer had no authority.
pub static SIGNER: FindingDefinition = FindingDefinition {
    id: "proxy-signer-not-authorized",
    title: "who signed the proxy was not authorized to",
    rank: Rank::Authority,
};
/// Nobody stated on what they relied.
pub static NO_RELIANCE: FindingDefinition = FindingDefinition {
    id: "proxy-reliance-not-stated",
    title: "those who found a transmission valid did not state on what they relied",
    rank: Rank::Form,
};
/// The copy cannot be relied on.
pub static COPY_UNRELIABLE: FindingDefinition = FindingDefinition {
    id: "proxy-copy-unreliable",
    title: "the copy is not a reliable reproduction",
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
        &SIGNED_AS.spec,
        &SIGNER_AUTHORIZED.spec,
        &SENT.spec,
        &RELIANCE.spec,
        &COPY_RELIABLE.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[
        (Reckoning::Meeting, "meeting-date"),
        (Reckoning::Conduct, "meeting-date"),
    ],
    provisions: &[&DEFINITION, &proxy_copy::DEFINITION],
    findings: &[
        &SIGNER,
        &NOT_NAMED,
        &NOT_SHOWN,
        &NO_RELIANCE,
        &NOT_FILED,
        &FILED_LATE,
        &COPY_INCOMPLETE,
        &COPY_UNRELIABLE,
    ],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let given_by = inquiry.need(&GIVEN_BY)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("means", given_by))?;
    let texts = resolution.controlling.clone();
    let speaking: Vec<&Provision> = texts
        .iter()
        .copied()
        .filter(|text| text.get_all(&MEANS).iter().any(|term| term.0 == given_by))
        .collect();
    let naming: Vec<&Provision> = speaking.iter().copied().filter(|text| sent_where_asked(inquiry, text)).collect();
    let mut relied = speaking.clone();
    relied.extend(
        texts
            .iter()
            .copied()
            .filter(|text| text.get(&FILED_WITH).is_some() && !speaking.iter().any(|known| std::ptr::eq(*known, *text))),
    );
    relied.sort_by_key(|text| text.citation.source);
    if !relied.is_empty() {
        rely_on(inquiry, &resolution, &relied);
    }
    let is_named = judge_means(inquiry, given_by, &naming, &speaking);
    let is_signed = judge_signer(inquiry, &naming)?;
    let is_shown = judge_authority(inquiry, given_by, &speaking)?;
    judge_reliance(inquiry, &speaking);
    let is_filed = judge_filing(inquiry, &texts)?;
    let is_whole = judge_copy(inquiry)?;
    let is_sound = is_signed && is_shown && is_filed && is_whole;
    let shut: Vec<&Provision> = texts
        .iter()
        .copied()
        .filter(|text| text.says(&ONLY) && !naming.iter().any(|known| std::ptr::eq(*known, *text)))
        .collect();
    if (is_named && shut.is_empty()) || !is_sound {
        return Ok(Value::YesNo(is_sound).into());
    }
    Ok(Conclusion::Readings(readings(is_named, !shut.is_empty())))
}

/// Both readings of a way that no text names, or that one text names and another shuts out.
fn readings(is_named: bool, is_shut: bool) -> Vec<Reading> {
    let reading = |text: &str, because: &str, value: bool| Reading {
        text: text.to_owned(),
        value: Value::YesNo(value),
        because: because.to_owned(),
        is_preferred: value == (is_named || !is_shut),
        who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
    };
    let open = match is_named {
        true => reading(
            "a way that one text opens stays open",
            "the statute opens its ways to every stockholder",
            true,
        ),
        false => reading(
            "a way that no text names may be used",
            "the statute names its ways without limiting others",
            true,
        ),
    };
    let closed = match is_shut {
        true => reading("only the ways named may be used", "a text says that its ways are the only ones", false),
        false => reading(
            "only the ways named may be used",
            "a text that names a way may be taken to ask for it",
            false,
        ),
    };
    vec![open, closed]
}

/// Whether a transmission went where a text that names a receiver asks; nothing told is taken for that.
fn sent_where_asked(inquiry: &Inquiry<'_>, text: &Provision) -> bool {
    match (text.word(&SENT_TO), inquiry.known(&SENT)) {
        (None, _) | (_, None) => true,
        (Some("the corporation"), Some(sent)) => sent == "corporation",
        (Some(_), Some(sent)) => matches!(sent, "proxy holder" | "solicitation firm" | "support service" | "like agent"),
    }
}

/// Whether a text opens the way; `speaking` are the texts that name the means, whomever it was sent to.
fn judge_means(inquiry: &mut Inquiry<'_>, given_by: &str, naming: &[&Provision], speaking: &[&Provision]) -> bool {
    let is_named = !naming.is_empty();
    let sent = inquiry
        .known(&SENT)
        .map_or_else(String::new, |sent| format!(" sent to: {sent}"));
    let message = match (is_named, speaking.is_empty()) {
        (true, _) => format!("given by {given_by}{sent}"),
        (false, true) => format!("given by {given_by}{sent}, which no text names"),
        (false, false) => format!("given by {given_by}{sent}, to whom no text has it sent"),
    };
    let authority = if is_named { naming } else { speaking };
    let mut found = finding(&NOT_NAMED, is_named, message, authority, vec!["means", "sent-to"]);
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
    let is_transmission = matches!(given_by, "electronic transmission" | "telegram" | "electronic document");
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

/// Whether one who signed for the holder may sign by a text that names the way, and was authorized.
fn judge_signer(inquiry: &mut Inquiry<'_>, naming: &[&Provision]) -> Result<bool, Pause> {
    let Some(signed_as) = inquiry.known(&SIGNED_AS) else {
        return Ok(true);
    };
    let allows = |text: &&Provision| match text.word(&SIGNED_BY) {
        Some("holder") => signed_as == "holder",
        Some("holder or attorney-in-fact") => matches!(signed_as, "holder" | "attorney-in-fact"),
        _ => true,
    };
    let allowing: Vec<&Provision> = naming.iter().copied().filter(allows).collect();
    let is_allowed = naming.is_empty() || !allowing.is_empty();
    let is_authorized = is_allowed && (signed_as == "holder" || inquiry.need(&SIGNER_AUTHORIZED)?);
    let message = match (is_allowed, is_authorized) {
        (_, true) => format!("signed by the {signed_as}"),
        (true, false) => format!("signed by the {signed_as}, whom the holder had not authorized"),
        (false, false) => format!("signed by the {signed_as}, whom no text lets sign"),
    };
    let authority: &[&Provision] = if is_allowed { &allowing } else { naming };
    inquiry.find(with_help(
        finding(&SIGNER, is_authorized, message, authority, vec!["signed-as", "signer-authorized"]),
        "show the authority, or obtain the holder's own signature, before the polls close",
    ));
    Ok(is_authorized)
}

/// Whether those who found a transmission valid said on what they relied; their duty, by which no proxy is lost.
fn judge_reliance(inquiry: &mut Inquiry<'_>, naming: &[&Provision]) {
    let asking: Vec<&Provision> = naming.iter().copied().filter(|text| text.says(&STATE_RELIANCE)).collect();
    if asking.is_empty() {
        return;
    }
    let Some(is_stated) = inquiry.known(&RELIANCE) else {
        return;
    };
    let message = match is_stated {
        true => "the information relied on is stated".to_owned(),
        false => "the information relied on is not stated".to_owned(),
    };
    inquiry.find(with_help(
        finding(&NO_RELIANCE, is_stated, message, &asking, vec!["reliance-stated"]),
        "the inspectors, or whoever decided, state it",
    ));
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
fn judge_copy(inquiry: &mut Inquiry<'_>) -> Result<bool, Pause> {
    let copy = inquiry.need(&COPY)?;
    if copy == "original" {
        return Ok(true);
    }
    let texts = inquiry.consult(&proxy_copy::DEFINITION, &Situation::general())?.controlling;
    let allowing: Vec<&Provision> = texts.into_iter().filter(|text| text.says(&COMPLETE)).collect();
    let strict: Vec<&Provision> = allowing.iter().copied().filter(|text| text.says(&RELIABLE)).collect();
    let is_reliable = strict.is_empty() || inquiry.need(&COPY_RELIABLE)?;
    if !strict.is_empty() {
        let message = match is_reliable {
            true => "the reproduction is a reliable one",
            false => "the reproduction is not a reliable one",
        };
        inquiry.find(with_help(
            finding(&COPY_UNRELIABLE, is_reliable, message.to_owned(), &strict, vec!["copy-reliable"]),
            "produce the original or a reliable reproduction",
        ));
    }
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
    Ok(serves && is_reliable)
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
        // Novell's section 2.07 says of every proxy that it is in writing, and so two readings are shown.
        for set in ["altiris-2006", "raining-data-2001"] {
            for (means, shown, valid) in [
                ("signed writing", "no", "yes"),
                ("telegram", "yes", "yes"),
                ("telegram", "no", "no"),
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
        for (set, named) in [("altiris-2006", true), ("novell-2001", false), ("raining-data-2001", false)] {
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
    fn a_transmission_sent_elsewhere_still_shows_its_authority_and_is_for_the_inspectors() {
        for set in ["altiris-2006", "raining-data-2001"] {
            for (sent, shown, readings, named, authority) in [
                ("solicitation firm", "yes", 0, "met", "met"),
                ("corporation", "yes", 2, "needs judgment", "met"),
                ("someone else", "yes", 2, "needs judgment", "met"),
                ("someone else", "no", 0, "needs judgment", "unmet"),
            ] {
                let told = [
                    ("means", "electronic transmission"),
                    ("sent-to", sent),
                    ("authority-shown", shown),
                    ("filed-with-secretary", "yes"),
                ];
                let answer = ask_under(set, "proxy-form", &told);
                assert_eq!(answer.readings.len(), readings, "{set} {sent} {shown}");
                assert_eq!(status(&answer, "proxy-means-not-named"), named, "{set} {sent} {shown}");
                assert_eq!(status(&answer, "proxy-authority-not-shown"), authority, "{set} {sent} {shown}");
            }
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
