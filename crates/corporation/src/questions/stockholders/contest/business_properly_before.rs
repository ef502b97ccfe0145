//! # Is this business, or this nomination, properly before the meeting?
//!
//! Answers to the sections of the bylaws on stockholders' business and nominations, taken together: the ways by which it may come,
//! and, for what comes from a stockholder, the time, form and contents of the notice and who gave it.
//!
//! **Our reading.** Where a text names ways, what comes by none of them is not properly before the meeting, whoever asks for it. Each
//! condition is judged by the question of its own, and all findings are shown together. The outcome is what the facts show; nothing
//! is rejected by it: until the person whom the text names has determined and declared otherwise, the matter stays before the
//! meeting, and whoever decides may see the facts otherwise.
//! - A text by which nominations "must be specified in the notice of meeting, made by" certain persons asks on its letter that
//!   every nominee stand in the notice; preferred is that the notice, or a supplement, is one way among others, for a
//!   stockholder's nominee would depend on the board's own paper.
//! - A text that excepts only the board's nominations from the notice reaches those of a committee or person whom the board appointed on
//!   its letter; preferred is that they act at its direction.
//!
//! **What may vary.** Everything.
//!
//! **Not encoded.** What a proper matter for stockholders is; the rules on business of special meetings, which are limited to their
//! notice.

use quorate_law::vocabulary::advance_notice_exception::{self, WHAT};
use quorate_law::vocabulary::business_route::{self, ADVANCE_NOTICE, DEFINITION, IN_THE_NOTICE, PROPER_MATTER, ROUTES};
use quorate_law::vocabulary::{
    Kind, advance_notice, advance_notice_contents, advance_notice_delivery, advance_notice_update, improper_business as improper,
    proponent,
};
use quorate_law::{Provision, Resolution, Situation};

use super::advance_notice_contents::{ON_BEHALF, REQUESTED, STATED, UPDATED};
use super::advance_notice_delivery::{ADDRESSED, DELIVERED_AT, IN_WRITING, MEANS, POSTAGE};
use super::facts::{
    AFTER_CLOSE, FOR_NEW_SEAT, LARGER_BOARD_DISCLOSURE, NOTICE_MAILING, PRIOR_MEETING, PRIOR_MEETING_HELD,
    PRIOR_NOTICE_MAILING, PRIOR_PROXY_MAILING, PROXY_MAILING, PUBLIC_DISCLOSURE, RECEIVED, SENT, SUBJECT,
    situation, what,
};
use super::proponent_standing::{APPEARED, HELD_AT_MEETING, HELD_AT_NOTICE, HELD_AT_RECORD_DATE, MAY_VOTE};
use super::{
    advance_notice_contents as contents, advance_notice_delivery as delivery, advance_notice_window as window,
    improper_business, proponent_standing as standing,
};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{Authority, Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, MEETING_KIND, NOTICE_GIVEN, RECORD_DATE, finding};
use crate::questions::stockholders::conduct::adjournment_notice::ORIGINAL_MEETING_DATE;

/// How it comes.
pub static ROUTE: Fact<&'static str> = Fact::word(
    "route",
    words(business_route::ROUTES.spec.kind),
    "how it comes before the meeting: by its notice, or by whom it is brought",
);
/// Whether it stands in the notice.
pub static IN_NOTICE: Fact<bool> = Fact::new(
    "in-notice",
    "whether it stands in the notice of the meeting or a supplement",
);
/// Whether notice was given.
pub static NOTICED: Fact<bool> = Fact::new(
    "advance-notice-given",
    "whether notice of it was given to the corporation at all",
);
/// What the rules leave alone.
pub static EXEMPT_AS: Fact<&'static str> = Fact::word(
    "exempt-as",
    words(WHAT.spec.kind),
    "what it is, of the things that the rules leave alone",
);
/// Whether it is a proper matter.
pub static IS_PROPER: Fact<bool> = Fact::new(
    "proper-matter",
    "whether it is a proper matter for stockholders to act on",
);
/// What was determined.
pub static DETERMINED: Fact<&'static str> = Fact::word(
    "determined",
    &["properly brought", "improper"],
    "what the person whom the text names determined",
);

const fn words(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

/// It came by a way that the text does not open.
pub static NO_ROUTE: FindingDefinition = FindingDefinition {
    id: "business-route-not-open",
    title: "it came by a way that the text does not open",
    rank: Rank::Authority,
};

/// No notice was given of it.
pub static NOT_NOTICED: FindingDefinition = FindingDefinition {
    id: "advance-notice-not-given",
    title: "no notice of it was given to the corporation",
    rank: Rank::Notice,
};

/// It does not stand in the notice of the meeting.
pub static NOT_IN_NOTICE: FindingDefinition = FindingDefinition {
    id: "business-not-in-notice",
    title: "it does not stand in the notice of the meeting",
    rank: Rank::Notice,
};

/// It is no matter for stockholders.
pub static NOT_PROPER: FindingDefinition = FindingDefinition {
    id: "business-not-a-proper-matter",
    title: "it is not a proper matter for stockholders to act on",
    rank: Rank::Authority,
};

/// Nobody has determined whether it was properly brought.
pub static UNDETERMINED: FindingDefinition = FindingDefinition {
    id: "properly-brought-undetermined",
    title: "nobody has determined whether it was properly brought",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "business-properly-before",
    title: "Is this business, or this nomination, properly before the meeting?",
    chapter: "stockholders",
    capabilities: &["S18", "S19"],
    source: include_str!("business_properly_before.rs"),
    facts: &[
        &SUBJECT.spec,
        &MEETING_KIND.spec,
        &ROUTE.spec,
        &IN_NOTICE.spec,
        &EXEMPT_AS.spec,
        &IS_PROPER.spec,
        &NOTICED.spec,
        &DETERMINED.spec,
        &MEETING_DATE.spec,
        &ORIGINAL_MEETING_DATE.spec,
        &PRIOR_MEETING.spec,
        &PRIOR_MEETING_HELD.spec,
        &PRIOR_PROXY_MAILING.spec,
        &PRIOR_NOTICE_MAILING.spec,
        &PROXY_MAILING.spec,
        &NOTICE_MAILING.spec,
        &NOTICE_GIVEN.spec,
        &PUBLIC_DISCLOSURE.spec,
        &RECORD_DATE.spec,
        &FOR_NEW_SEAT.spec,
        &LARGER_BOARD_DISCLOSURE.spec,
        &RECEIVED.spec,
        &SENT.spec,
        &AFTER_CLOSE.spec,
        &ADDRESSED.spec,
        &DELIVERED_AT.spec,
        &MEANS.spec,
        &IN_WRITING.spec,
        &POSTAGE.spec,
        &STATED.spec,
        &ON_BEHALF.spec,
        &REQUESTED.spec,
        &UPDATED.spec,
        &HELD_AT_NOTICE.spec,
        &HELD_AT_RECORD_DATE.spec,
        &HELD_AT_MEETING.spec,
        &MAY_VOTE.spec,
        &APPEARED.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[],
    provisions: &[
        &DEFINITION,
        &advance_notice::DEFINITION,
        &advance_notice_contents::DEFINITION,
        &advance_notice_delivery::DEFINITION,
        &advance_notice_exception::DEFINITION,
        &advance_notice_update::DEFINITION,
        &improper::DEFINITION,
        &proponent::DEFINITION,
    ],
    findings: &[
        &NO_ROUTE,
        &NOT_NOTICED,
        &NOT_IN_NOTICE,
        &NOT_PROPER,
        &UNDETERMINED,
        &window::EARLY,
        &window::LATE,
        &delivery::MISADDRESSED,
        &delivery::WRONG_FORM,
        &contents::MISSING,
        &contents::NOT_UPDATED,
        &standing::LACKING,
        &standing::ABSENT,
    ],
    ask,
};

/// The way by which a stockholder's own business comes.
const STOCKHOLDER: &str = "stockholder";

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = situation(inquiry)?;
    if let Some(exempt) = inquiry.known(&EXEMPT_AS)
        && is_left_alone(inquiry, &situation, exempt)?
    {
        return Ok(Value::Tally(vec![
            ("outcome".to_owned(), "left alone by these rules".to_owned()),
            ("route".to_owned(), exempt.to_owned()),
        ])
        .into());
    }
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let route = inquiry.need(&ROUTE)?;
    let open: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.get_all(&ROUTES).iter().any(|term| term.0 == route))
        .collect();
    judge_route(inquiry, &resolution, &open, route);
    judge_in_notice(inquiry, &open, route);
    judge_matter(inquiry, &open);
    let noticing: Vec<&Provision> = open.iter().copied().filter(|provision| provision.says(&ADVANCE_NOTICE)).collect();
    let unknown = if noticing.is_empty() { Vec::new() } else { judge_notice(inquiry, &situation, &noticing, route) };
    conclude(inquiry, &situation, route, &unknown)
}

fn is_left_alone(inquiry: &mut Inquiry<'_>, situation: &Situation, exempt: &str) -> Result<bool, Pause> {
    let resolution = inquiry.consult(&advance_notice_exception::DEFINITION, situation)?;
    let is_named = |provision: &&Provision| provision.get_all(&WHAT).iter().any(|term| term.0 == exempt);
    let naming: Vec<&Provision> = resolution.controlling.iter().copied().filter(is_named).collect();
    crate::questions::common::rely_on(inquiry, &resolution, &naming);
    Ok(!naming.is_empty())
}

fn judge_route(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, open: &[&Provision], route: &str) {
    let mut named: Vec<&str> = Vec::new();
    for term in resolution.controlling.iter().flat_map(|provision| provision.get_all(&ROUTES)) {
        if !named.contains(&term.0.as_str()) {
            named.push(&term.0);
        }
    }
    let is_met = !open.is_empty();
    let message = format!("it comes by: {route}; the text opens: {}", named.join(", "));
    let authority = if is_met { open } else { &resolution.controlling };
    let mut found = finding(&NO_ROUTE, is_met, message, authority, vec!["route"]);
    found.help = (!is_met).then(|| format!("have it brought by: {}", named.join(", or ")));
    inquiry.find(found);
}

/// Whether it stands in the notice of the meeting, where the letter of the text asks for it of every way.
fn judge_in_notice(inquiry: &mut Inquiry<'_>, open: &[&Provision], route: &str) {
    let asking: Vec<&Provision> = open.iter().copied().filter(|provision| provision.says(&IN_THE_NOTICE)).collect();
    let (Some(is_there), false) = (inquiry.known(&IN_NOTICE), asking.is_empty()) else {
        return;
    };
    let message = if is_there { "it stands in the notice of the meeting" } else { "it does not stand in the notice of the meeting" };
    let mut found = finding(&NOT_IN_NOTICE, is_there, message.to_owned(), &asking, vec!["in-notice"]);
    if !is_there {
        found.status = FindingStatus::DependsOnReading;
        found.message.push_str(
            "; on its letter the text asks for it, and it can be read to name the notice as one way among others",
        );
        found.arithmetic = vec![format!("preferred: the way of the {route} is open without it")];
        found.help = Some("name it in a supplement to the notice".to_owned());
    }
    inquiry.find(found);
}

fn judge_matter(inquiry: &mut Inquiry<'_>, open: &[&Provision]) {
    let asking: Vec<&Provision> = open.iter().copied().filter(|provision| provision.says(&PROPER_MATTER)).collect();
    let (Some(is_met), false) = (inquiry.known(&IS_PROPER), asking.is_empty()) else {
        return;
    };
    let message = if is_met { "it is a proper matter for stockholders" } else { "it is not a proper matter for stockholders" };
    let mut found = finding(&NOT_PROPER, is_met, message.to_owned(), &asking, vec!["proper-matter"]);
    found.help = (!is_met).then(|| "put it as a recommendation to the board, or leave it out".to_owned());
    inquiry.find(found);
}

/// Judges the notice by the questions of its own, and gives back what is not known.
fn judge_notice(inquiry: &mut Inquiry<'_>, situation: &Situation, noticing: &[&Provision], route: &str) -> Vec<String> {
    if let Some(is_given) = inquiry.known(&NOTICED) {
        inquiry.find(noticed(noticing, route, is_given));
    }
    if route != STOCKHOLDER || inquiry.known(&NOTICED) == Some(false) {
        return Vec::new();
    }
    let pauses = [
        (&window::LATE, window::judge(inquiry, situation).map(|_| ()).err()),
        (&delivery::MISADDRESSED, delivery::judge(inquiry, situation).map(|_| ()).err()),
        (&contents::MISSING, contents::judge(inquiry, situation).map(|_| ()).err()),
        (&standing::LACKING, standing::judge(inquiry, situation).map(|_| ()).err()),
    ];
    let mut unknown = Vec::new();
    for (definition, pause) in pauses {
        match pause {
            None => {}
            Some(Pause::Unknown { fact, doc, .. }) => {
                inquiry.show(format!("not known: {fact}, {doc}"));
                inquiry.find(not_known(definition, &fact, &doc, noticing));
                unknown.push(fact);
            }
            Some(Pause::Impossible(reason) | Pause::NotApplicable(reason)) => inquiry.show(reason),
            Some(Pause::Silent(_) | Pause::Certificate(_)) => {}
        }
    }
    unknown
}

/// What cannot be judged before a fact is known.
fn not_known(definition: &'static FindingDefinition, fact: &str, doc: &str, noticing: &[&Provision]) -> Finding {
    let message = format!("whether {} depends on what is not known: {fact}, {doc}", definition.title);
    let mut found = finding(definition, false, message, noticing, Vec::new());
    found.status = FindingStatus::Unknown;
    found.help = Some("it is judged again once that is known, when the meeting convenes".to_owned());
    found
}

fn noticed(noticing: &[&Provision], route: &str, is_given: bool) -> Finding {
    let message = if is_given { "notice of it was given to the corporation" } else { "no notice of it was given to the corporation" };
    let mut found = finding(&NOT_NOTICED, is_given, message.to_owned(), noticing, vec!["advance-notice-given"]);
    if !is_given && route != STOCKHOLDER {
        found.status = FindingStatus::DependsOnReading;
        found.message.push_str("; on its letter the text excepts only the board's own");
        found.arithmetic = vec![format!("preferred: a {route} acts at the direction of the board, and needs no notice")];
    }
    if found.status != FindingStatus::Met {
        found.help = Some("have the board bring it, or give notice while it is still timely".to_owned());
    }
    found
}

fn conclude(inquiry: &mut Inquiry<'_>, situation: &Situation, route: &str, unknown: &[String]) -> Result<Conclusion, Pause> {
    let has = |inquiry: &mut Inquiry<'_>, status: FindingStatus| inquiry.findings_mut().any(|found| found.status == status);
    let shown = if has(inquiry, FindingStatus::Unmet) {
        "not properly before the meeting"
    } else if has(inquiry, FindingStatus::DependsOnReading) {
        "depends on the reading"
    } else if !unknown.is_empty() {
        "not known"
    } else {
        "properly before the meeting"
    };
    let (deciders, provisions) = improper_business::deciders(inquiry, situation)?;
    let determined = inquiry.known(&DETERMINED);
    let is_doubted = shown == "not properly before the meeting" || shown == "depends on the reading";
    if !deciders.is_empty() && (is_doubted || determined.is_some()) {
        let subject = what(inquiry.need(&SUBJECT)?);
        inquiry.find(for_decider(&deciders, &provisions, subject, determined));
    }
    let outcome = match determined {
        Some("improper") => "declared improper",
        Some(_) => "properly before the meeting, as determined",
        None => shown,
    };
    let mut fields = vec![("outcome".to_owned(), outcome.to_owned()), ("route".to_owned(), route.to_owned())];
    if !deciders.is_empty() {
        fields.push(("by".to_owned(), deciders.join(", ")));
    }
    if !unknown.is_empty() {
        fields.push(("not-known".to_owned(), unknown.join(", ")));
    }
    Ok(Value::Tally(fields).into())
}

/// That it is for the person whom the text names to determine; met once that person has.
fn for_decider(deciders: &[&str], provisions: &[&Provision], subject: &str, determined: Option<&str>) -> Finding {
    let by = deciders.join(", ");
    let (status, message, help) = match determined {
        Some(word) => (FindingStatus::Met, format!("the {by} determined: {word}"), None),
        None => (
            FindingStatus::NeedsJudgment,
            format!("whether {subject} was properly brought is for the {by} to determine"),
            Some("have it determined and declared at the meeting, with declare-improper, or let it be voted on".to_owned()),
        ),
    };
    Finding {
        definition: &UNDETERMINED,
        status,
        message,
        authority: provisions.iter().map(|provision| Authority::of(provision)).collect(),
        arithmetic: Vec::new(),
        help,
        blames: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, branch, field, status};

    const ID: &str = "business-properly-before";

    #[test]
    fn what_comes_by_no_way_of_the_text_is_not_properly_before_the_meeting() {
        for (set, subject, open) in [
            ("altiris-2006", "business", ["yes", "yes", "no", "no"]),
            ("altiris-2006", "nominations", ["no", "yes", "yes", "no"]),
            ("novell-2001", "nominations", ["yes", "yes", "no", "no"]),
            ("raining-data-2001", "business", ["yes", "yes", "no", "no"]),
            ("raining-data-2001", "nominations", ["no", "yes", "yes", "yes"]),
        ] {
            let routes = ["notice of the meeting", "board of directors", "committee of the board", "person appointed by the board"];
            for (route, is_open) in routes.into_iter().zip(open) {
                let answer = ask_under(set, ID, &[("subject", subject), ("route", route)]);
                let expected = if is_open == "yes" { ("met", "properly before the meeting") } else { ("unmet", "not properly before the meeting") };
                assert_eq!((status(&answer, "business-route-not-open"), field(&answer, "outcome").as_str()), expected, "{set} {subject} {route}");
            }
        }
    }

    #[test]
    fn the_way_is_asked_for() {
        let answer = ask_under("novell-2001", ID, &[]);
        assert!(branch(&answer, "board of directors").is_some());
        assert_eq!(answer.needs[0].fact, "route");
        // Altiris has no section on the business of stockholders at special meetings.
        assert!(ask_under("altiris-2006", ID, &[("meeting-kind", "special")]).is_silent);
    }

    #[test]
    fn a_late_notice_is_for_the_chair_and_rejects_nothing_by_itself() {
        let told = [
            ("route", "stockholder"),
            ("prior-notice-mailing", "2001-03-01"),
            ("meeting-date", "2002-04-17"),
        ];
        for (received, outcome, judgment) in [
            ("2001-12-31", "properly before the meeting", "none"),
            ("2002-01-01", "not properly before the meeting", "needs judgment"),
        ] {
            let told: Vec<_> = told.into_iter().chain([("received", received)]).collect();
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(field(&answer, "outcome"), outcome);
            assert_eq!(status(&answer, "properly-brought-undetermined"), judgment);
        }
        let told: Vec<_> = told.into_iter().chain([("received", "2002-01-01"), ("determined", "improper")]).collect();
        let answer = ask_under("novell-2001", ID, &told);
        assert_eq!((field(&answer, "outcome").as_str(), status(&answer, "properly-brought-undetermined")), ("declared improper", "met"));
    }

    #[test]
    fn what_is_not_known_is_named() {
        let answer = ask_under("novell-2001", ID, &[("route", "stockholder")]);
        assert_eq!((field(&answer, "outcome").as_str(), field(&answer, "not-known").as_str()), ("not known", "prior-notice-mailing"));
    }

    #[test]
    fn a_stockholder_who_gives_no_notice_and_a_committee_that_gives_none() {
        for (route, expected) in [("stockholder", "unmet"), ("committee of the board", "depends on the reading")] {
            let told = [("subject", "nominations"), ("route", route), ("advance-notice-given", "no")];
            assert_eq!(status(&ask_under("raining-data-2001", ID, &told), "advance-notice-not-given"), expected, "{route}");
        }
        let told = [("subject", "nominations"), ("route", "board of directors"), ("advance-notice-given", "no")];
        assert_eq!(status(&ask_under("raining-data-2001", ID, &told), "advance-notice-not-given"), "none");
    }

    #[test]
    fn the_letter_of_altiris_asks_that_every_nominee_stand_in_the_notice() {
        for (in_notice, expected) in [("no", "depends on the reading"), ("yes", "met")] {
            let told = [("subject", "nominations"), ("route", "board of directors"), ("in-notice", in_notice)];
            assert_eq!(status(&ask_under("altiris-2006", ID, &told), "business-not-in-notice"), expected);
        }
        let told = [("subject", "business"), ("route", "board of directors"), ("in-notice", "no")];
        assert_eq!(status(&ask_under("altiris-2006", ID, &told), "business-not-in-notice"), "none");
    }

    #[test]
    fn what_the_rules_leave_alone_is_not_judged_by_them() {
        for (set, subject, exempt, is_left_alone) in [
            ("altiris-2006", "nominations", "nominees of preferred stock", true),
            ("raining-data-2001", "nominations", "nominees of preferred stock", true),
            ("novell-2001", "nominations", "nominees of preferred stock", false),
            ("raining-data-2001", "business", "proposals under the proxy rules", true),
            ("altiris-2006", "business", "proposals under the proxy rules", false),
            ("altiris-2006", "business", "discussion of proper business", true),
        ] {
            let told = [("subject", subject), ("route", "committee of the board"), ("exempt-as", exempt)];
            let outcome = field(&ask_under(set, ID, &told), "outcome");
            assert_eq!(outcome == "left alone by these rules", is_left_alone, "{set} {exempt}");
        }
    }

    #[test]
    fn a_matter_must_be_proper_where_the_text_asks_for_it() {
        let bylaws = "business-route \"stockholder\" proper-matter=#true";
        let told = [("route", "stockholder"), ("proper-matter", "no")];
        assert_eq!(status(&ask_with_bylaws(bylaws, ID, &told), "business-not-a-proper-matter"), "unmet");
        assert_eq!(status(&ask_under("altiris-2006", ID, &told), "business-not-a-proper-matter"), "none");
    }
}
