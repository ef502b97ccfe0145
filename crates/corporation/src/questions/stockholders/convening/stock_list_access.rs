//! # Must this person be let examine the stock list?
//!
//! Answers to 8 Del. C. § 219(a) (any stockholder, for any purpose germane to the meeting, before it; until 31 July 2022 also
//! at the meeting throughout, and from 1 July 2000 over a network where the meeting is remote alone), § 219(b) (what follows
//! a refusal), § 219(c) (the ledger shows who is a stockholder), and to the section of the bylaws on the list.
//!
//! **Our reading.** Rights cumulate: a right that one text gives is a right. Before the meeting the purpose must be germane to
//! it; whether it is, is a judgment, the corporation's first and the Court of Chancery's in the end, and from 1 August 2008
//! the corporation must prove that it is not. At the meeting no purpose is asked, and a stockholder who is there in person or
//! by proxy is present. Where a place has hours, an examination outside them may be put off. One who asks for a stockholder
//! has a stockholder's right by the law of agency; a text that speaks of stockholders and not of agents can be read
//! otherwise. The law is that of the day of the meeting.
//!
//! **What may vary.** Bylaws may open the list to more persons and longer, never to fewer.
//!
//! **Not encoded.** The days on which the list is open, and its places, which are questions of their own; copies. Inspection
//! of the stock ledger and other books (§ 220) is another right.

use quorate_law::vocabulary::stock_list_access::{
    AT, DEFINITION, DURING, LEDGER_ONLY, MAY_BE_KEPT, PURPOSE, REASONABLY_ACCESSIBLE, WHO,
};
use quorate_law::vocabulary::stock_list_refusal::{self, BURDEN, FOLLOWS, WILFUL};
use quorate_law::vocabulary::{Term, stock_list_place};
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, MEETING_FORM, finding, rely_on, with_form};

/// Who asks.
pub static ASKED_BY: Fact<&'static str> = Fact::word(
    "asked-by",
    &["a stockholder", "an agent of a stockholder", "somebody else"],
    "who asks to examine the list; a stockholder is one whom the stock ledger shows",
)
.otherwise("a stockholder");
/// When.
pub static ASKED: Fact<&'static str> = Fact::word(
    "asked",
    &["before the meeting", "at the meeting"],
    "whether the list is to be examined before the meeting or at it",
)
.otherwise("before the meeting");
/// Where.
pub static ASKED_AT: Fact<&'static str> = Fact::word(
    "asked-at",
    &["place in the meeting city named in the notice", "meeting place", "principal place of business", "electronic network"],
    "where the list is to be examined",
);
/// Whether there.
pub static PRESENT: Fact<bool> = Fact::new("present", "whether the person is at the meeting, in person or by proxy");
/// Whether in hours.
pub static IN_HOURS: Fact<bool> = Fact::new("in-business-hours", "whether it is to be examined in ordinary business hours");
/// Whether germane.
pub static GERMANE: Fact<bool> = Fact::new(
    "purpose-germane",
    "whether the purpose is germane to the meeting, as determined by the corporation or the Court of Chancery",
);
/// Who was refused.
static REFUSED_PERSON: Fact<String> = Fact::new("refused-person", "the account of the holder who was refused");
/// Whether refused.
pub static REFUSED: Fact<bool> = Fact::new("refused", "whether the person was refused");
/// Whether the network can be reached.
pub static REACHABLE: Fact<bool> = Fact::new("network-accessible", "whether the network is within reasonable reach");

/// A person with the right was refused.
pub static WRONGLY_REFUSED: FindingDefinition = FindingDefinition {
    id: "stock-list-refused",
    title: "a person who may examine the stock list was refused",
    rank: Rank::Notice,
};
/// The network is out of reach.
pub static OUT_OF_REACH: FindingDefinition = FindingDefinition {
    id: "stock-list-out-of-reach",
    title: "the network with the stock list is not within reasonable reach",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "stock-list-access",
    title: "Must this person be let examine the stock list?",
    chapter: "stockholders",
    capabilities: &["S7"],
    source: include_str!("stock_list_access.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &MEETING_FORM.spec,
        &ASKED_BY.spec,
        &ASKED.spec,
        &ASKED_AT.spec,
        &PRESENT.spec,
        &IN_HOURS.spec,
        &GERMANE.spec,
        &REFUSED.spec,
        &REFUSED_PERSON.spec,
        &REACHABLE.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &stock_list_refusal::DEFINITION, &stock_list_place::DEFINITION],
    findings: &[&WRONGLY_REFUSED, &OUT_OF_REACH],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let form = inquiry.need(&MEETING_FORM)?;
    let resolution = inquiry.require(&DEFINITION, &with_form(Situation::general(), form))?;
    let refusal = inquiry.consult(&stock_list_refusal::DEFINITION, &Situation::general())?;
    let giving = giving(inquiry, &resolution, form)?;
    let evidence = resolution.controlling.iter().copied().filter(|provision| provision.says(&LEDGER_ONLY));
    let relied: Vec<&Provision> = giving.iter().copied().chain(evidence).collect();
    rely_on(inquiry, &resolution, &relied);
    for provision in &relied {
        inquiry.show(says(provision));
    }
    judge_reach(inquiry, &giving);
    let out_of_hours = out_of_hours(inquiry, form)?;
    let by = inquiry.need(&ASKED_BY)?;
    if giving.is_empty() || by == "somebody else" || !out_of_hours.is_empty() {
        return Ok(denied(inquiry, &relied, &out_of_hours, &refusal));
    }
    let asks_purpose = giving.iter().all(|provision| provision.word(&PURPOSE).is_some());
    let germane = if asks_purpose { inquiry.known(&GERMANE) } else { Some(true) };
    if by == "an agent of a stockholder" && !names_agents(&giving) && germane != Some(false) {
        judge_refusal(inquiry, &giving, FindingStatus::DependsOnReading, &refusal);
        return Ok(Conclusion::Readings(for_an_agent(&giving)));
    }
    let status = match germane {
        Some(true) => FindingStatus::Unmet,
        Some(false) => FindingStatus::Met,
        None => FindingStatus::NeedsJudgment,
    };
    judge_refusal(inquiry, &giving, status, &refusal);
    if germane.is_none() && inquiry.known(&REFUSED).is_none() {
        return Ok(Value::YesNo(inquiry.need(&GERMANE)?).into());
    }
    Ok(Value::YesNo(germane != Some(false)).into())
}

/// The provisions that give a right at this time, at this place and to one who is there as they want it.
fn giving<'a>(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'a>, form: &str) -> Result<Vec<&'a Provision>, Pause> {
    let during = match inquiry.need(&ASKED)? {
        "at the meeting" => "the whole meeting",
        other => other,
    };
    let at = inquiry.known(&ASKED_AT);
    let mut giving = Vec::new();
    for provision in resolution.controlling.iter().copied() {
        let place = provision.word(&AT);
        let is_elsewhere = place.is_some_and(|place| at.is_some_and(|at| at != place));
        let is_without_place = form == "remote" && place == Some("meeting place");
        if provision.says(&LEDGER_ONLY)
            || provision.word(&DURING).is_some_and(|said| said != during)
            || is_elsewhere
            || is_without_place
        {
            continue;
        }
        let who = provision.get_all(&WHO);
        let wants_presence = who.iter().all(|Term(who)| who == "any stockholder present");
        if wants_presence && !inquiry.need(&PRESENT)? {
            continue;
        }
        giving.push(provision);
    }
    Ok(giving)
}

/// What one text says, as a line.
fn says(provision: &Provision) -> String {
    let who: Vec<&str> = provision.get_all(&WHO).into_iter().map(|Term(who)| who.as_str()).collect();
    let who = who.join(" or ");
    if provision.says(&LEDGER_ONLY) {
        return format!("{}: the stock ledger alone shows who is {who}", provision.citation);
    }
    let during = provision.word(&DURING).map_or_else(String::new, |during| format!(", {during}"));
    let at = provision.word(&AT).map_or_else(String::new, |at| format!(", on or at the {at}"));
    let purpose = provision.word(&PURPOSE).map_or_else(String::new, |purpose| format!(", for a purpose {purpose}"));
    let kept = if provision.says(&MAY_BE_KEPT) { ", which may be kept to stockholders" } else { "" };
    format!("{}: {who}{during}{at}{kept}{purpose}", provision.citation)
}

fn names_agents(giving: &[&Provision]) -> bool {
    giving
        .iter()
        .any(|provision| provision.get_all(&WHO).iter().any(|Term(who)| who.contains("agent")))
}

/// The provisions whose hours are not kept; none while the place or the hour is not known.
fn out_of_hours<'a>(inquiry: &mut Inquiry<'a>, form: &'static str) -> Result<Vec<&'a Provision>, Pause> {
    let (Some(at), Some(false)) = (inquiry.known(&ASKED_AT), inquiry.known(&IN_HOURS)) else {
        return Ok(Vec::new());
    };
    // At the meeting the list is there for as long as the meeting lasts.
    if inquiry.need(&ASKED)? == "at the meeting" {
        return Ok(Vec::new());
    }
    let form = if form == "hybrid" { "place" } else { form };
    let places = inquiry.consult(&stock_list_place::DEFINITION, &Situation::general().with("form", form))?;
    let strict: Vec<&Provision> = places
        .controlling
        .iter()
        .copied()
        .filter(|provision| {
            let is_here = provision.word(&stock_list_place::PLACE) == Some(at);
            is_here && provision.word(&stock_list_place::HOURS).is_some()
        })
        .collect();
    rely_on(inquiry, &places, &strict);
    Ok(strict)
}

/// Nobody need be let in: a refusal is in order.
fn denied(
    inquiry: &mut Inquiry<'_>,
    relied: &[&Provision],
    out_of_hours: &[&Provision],
    refusal: &Resolution<'_>,
) -> Conclusion {
    let authority = if out_of_hours.is_empty() { relied } else { out_of_hours };
    judge_refusal(inquiry, authority, FindingStatus::Met, refusal);
    Value::YesNo(false).into()
}

fn judge_refusal(inquiry: &mut Inquiry<'_>, authority: &[&Provision], status: FindingStatus, refusal: &Resolution<'_>) {
    let Some(is_refused) = inquiry.known(&REFUSED) else { return };
    let status = if is_refused { status } else { FindingStatus::Met };
    let who = inquiry.known(&REFUSED_PERSON).map_or_else(String::new, |who| format!(" ({who})"));
    let message = match (is_refused, status) {
        (false, _) => "nobody was refused".to_owned(),
        (true, FindingStatus::Met) => format!("a person who had no right to examine the list{who} was refused"),
        (true, FindingStatus::NeedsJudgment) => format!(
            "a stockholder{who} was refused; whether the purpose is germane to the meeting the corporation judges, and in the end the Court of Chancery{}",
            burden(refusal)
        ),
        (true, _) => format!("a person who may examine the list{who} was refused"),
    };
    // The bylaws' own section first: it is the one the secretary reads.
    let mut authority: Vec<&Provision> = authority.iter().rev().copied().collect();
    if status != FindingStatus::Met {
        authority.extend(&refusal.controlling);
    }
    let blames = vec!["refused", "purpose-germane"];
    let mut found: Finding = finding(&WRONGLY_REFUSED, false, message, &authority, blames);
    found.status = status;
    found.help = (status != FindingStatus::Met).then(|| follows(refusal));
    inquiry.find(found);
}

fn burden(refusal: &Resolution<'_>) -> String {
    let bearer = refusal.controlling.iter().find_map(|provision| provision.word(&BURDEN));
    bearer.map_or_else(String::new, |who| format!("; {who} must prove it"))
}

/// The cure, and what follows without it.
fn follows(refusal: &Resolution<'_>) -> String {
    let mut help = "show the list".to_owned();
    for provision in &refusal.controlling {
        let what: Vec<&str> = provision.get_all(&FOLLOWS).into_iter().map(|Term(what)| what.as_str()).collect();
        let wilful = if provision.says(&WILFUL) { "where it was wilful, " } else { "" };
        help.push_str(&format!("; otherwise, {wilful}{} ({})", what.join(", "), provision.citation));
    }
    help
}

fn judge_reach(inquiry: &mut Inquiry<'_>, giving: &[&Provision]) {
    let Some(is_met) = inquiry.known(&REACHABLE) else { return };
    let asking: Vec<&Provision> = giving
        .iter()
        .rev()
        .copied()
        .filter(|provision| provision.says(&REASONABLY_ACCESSIBLE))
        .collect();
    if asking.is_empty() {
        return;
    }
    let message = format!("the network is {}within reasonable reach", if is_met { "" } else { "not " });
    let mut found = finding(&OUT_OF_REACH, is_met, message, &asking, vec!["network-accessible"]);
    found.help = (!is_met).then(|| "open the network to every stockholder, or the list at another of its places".to_owned());
    inquiry.find(found);
}

fn for_an_agent(giving: &[&Provision]) -> Vec<Reading> {
    let text = giving.first().map_or_else(String::new, |provision| provision.citation.to_string());
    let reading = |words: &str, value, because, is_preferred| Reading {
        text: words.to_owned(),
        value: Value::YesNo(value),
        because,
        is_preferred,
        who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
    };
    vec![
        reading("an agent has the stockholder's right", true, "one acts by another where no text forbids it".to_owned(), true),
        reading("only the stockholder has it", false, format!("{text} speaks of stockholders and names no agent"), false),
    ]
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_with_bylaws, branch, field, status};

    #[test]
    fn before_the_meeting_for_a_germane_purpose() {
        for (by, germane, value, word) in [
            ("a stockholder", "yes", "yes", "unmet"),
            ("a stockholder", "no", "no", "met"),
            ("somebody else", "yes", "no", "met"),
        ] {
            let told = [("meeting-date", "2010-05-05"), ("asked-by", by), ("purpose-germane", germane), ("refused", "yes")];
            let answer = ask_with_bylaws(SILENT, "stock-list-access", &told);
            assert_eq!(field(&answer, "value"), value, "{told:?}");
            assert_eq!(status(&answer, "stock-list-refused"), word, "{told:?}");
        }
        let answer = ask_with_bylaws(SILENT, "stock-list-access", &[("meeting-date", "2010-05-05")]);
        assert_eq!(branch(&answer, "no").unwrap().fields()[0].1, "no");
        let told = [("meeting-date", "2010-05-05"), ("refused", "yes")];
        let answer = ask_with_bylaws(SILENT, "stock-list-access", &told);
        assert_eq!(status(&answer, "stock-list-refused"), "needs judgment");
    }

    #[test]
    fn at_the_meeting_until_july_2022() {
        let bylaws = "stock-list-access \"any stockholder present\" during=\"the whole meeting\"";
        for (bylaws, date, form, present, value) in [
            (SILENT, "2022-07-31", "place", "yes", "yes"),
            (SILENT, "2022-07-31", "place", "no", "no"),
            (SILENT, "2022-08-01", "place", "yes", "no"),
            (SILENT, "2022-07-31", "remote", "no", "yes"),
            (SILENT, "2022-08-01", "remote", "no", "no"),
            (SILENT, "2000-06-30", "remote", "yes", "no"),
            (SILENT, "2022-07-31", "hybrid", "yes", "yes"),
            (bylaws, "2022-08-01", "place", "yes", "yes"),
        ] {
            let told = [("meeting-date", date), ("form", form), ("asked", "at the meeting"), ("present", present)];
            assert_eq!(field(&ask_with_bylaws(bylaws, "stock-list-access", &told), "value"), value, "{told:?}");
        }
    }

    #[test]
    fn an_agent_hours_and_reach() {
        let told = [("meeting-date", "2010-05-05"), ("asked-by", "an agent of a stockholder"), ("purpose-germane", "yes")];
        assert_eq!(ask_with_bylaws(SILENT, "stock-list-access", &told).readings.len(), 2);
        let bylaws = "stock-list-access \"any stockholder\" \"an agent or attorney of a stockholder\" during=\"before the meeting\"";
        assert_eq!(field(&ask_with_bylaws(bylaws, "stock-list-access", &told), "value"), "yes");
        for (at, hours, value) in [
            ("principal place of business", "yes", "yes"),
            ("principal place of business", "no", "no"),
            ("electronic network", "no", "yes"),
        ] {
            let told = [
                ("meeting-date", "2010-05-05"),
                ("asked-at", at),
                ("in-business-hours", hours),
                ("purpose-germane", "yes"),
            ];
            assert_eq!(field(&ask_with_bylaws(SILENT, "stock-list-access", &told), "value"), value, "{told:?}");
        }
        for (date, reach, word) in [("2010-05-05", "no", "unmet"), ("2010-05-05", "yes", "met"), ("2000-06-30", "no", "none")] {
            let told = [("meeting-date", date), ("network-accessible", reach), ("purpose-germane", "yes")];
            let answer = ask_with_bylaws(SILENT, "stock-list-access", &told);
            assert_eq!(status(&answer, "stock-list-out-of-reach"), word, "{told:?}");
        }
    }
}
