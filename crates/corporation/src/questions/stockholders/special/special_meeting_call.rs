//! # Who may call a special meeting of stockholders, and may these?
//!
//! Answers to 8 Del. C. §§ 211(d) (the board, and those whom certificate or bylaws authorize) and 223(a) (any officer, holder
//! or fiduciary of a holder when no director is left), and to the section of the bylaws on special meetings.
//!
//! **Our reading.** The statute's callers and those of certificate and bylaws stand side by side; nobody else may call, so a
//! bylaw that says "only" adds nothing, and one that leaves the board out does not take its power. The board calls by
//! resolution. Where a text names a number of directors, that many of them may call without one. Where it names holders, the
//! stock of all who join is added up on the base that the text names, less what they are short where it says so, and must
//! have been held as long as it says. Certificate prevails over bylaws, both for those it names and for those it bars; the
//! statute's own callers cannot be barred. A bar and a grant in one document are two readings. Directors are taken to be in
//! office unless the facts say that there is none.
//!
//! **What may vary.** Certificate and bylaws may name any callers besides the board, with any conditions.
//!
//! **Not encoded.** Whether the call serves an inequitable purpose; agreements between stockholders; whether a position is
//! short or hedged within the meaning of a text that defines it.
//!
//! **Open question.** A text that asks for a majority "of the board" does not say whether vacant seats count; the instrument
//! states which is meant, and how sure that is.

use quorate_calendar::{Day, WindowPhrase};
use quorate_law::vocabulary::special_meeting_caller::{
    BARRED, CALLERS, DEFINITION, FORM, HELD, JOINING, NET_LONG, WHEN,
};
use quorate_law::{Base, Measure, Proportion, Provision, Reckoning, Resolution, Situation, Source};

use super::callers::{CALLER, IN_WRITING, NOT_WRITTEN, RECEIPT};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{Authority, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MATTERS, finding, rely_on};
use crate::questions::stockholders::voting::figures::{
    CLASS, CLASSES, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING, VOTES_ENTITLED, measure_of, outstanding,
};
use crate::threshold::needed;

/// The shares that join.
static SHARES_HELD: Fact<Quantity> = Fact::new(
    "shares-held",
    "the shares that those who join in the call hold of record",
);
/// Their votes.
static VOTES_HELD: Fact<Quantity> = Fact::new(
    "votes-held",
    "the votes of the shares that those who join in the call hold",
);
/// What is short.
static SHARES_SHORT: Fact<Quantity> = Fact::new(
    "shares-short",
    "of the shares held, those that are sold short, lent or hedged away as the text has it",
);
/// Since when.
static HELD_SINCE: Fact<Day> = Fact::new(
    "held-since",
    "the day since when all the shares that count have been held",
);
/// The directors who join.
static DIRECTORS_JOINING: Fact<u64> = Fact::new("directors-joining", "how many directors join in the call");
/// The directors in office.
static DIRECTORS_IN_OFFICE: Fact<u64> = Fact::new("directors-in-office", "how many directors are in office");
/// All seats.
static WHOLE_BOARD: Fact<u64> = Fact::new("whole-board", "how many seats the board has, vacant ones counted");

/// Nobody lets these call.
pub static NOT_AUTHORIZED: FindingDefinition = FindingDefinition {
    id: "special-meeting-caller-not-authorized",
    title: "a special meeting was called by one who has no power to",
    rank: Rank::Authority,
};
/// Too few join.
pub static TOO_FEW: FindingDefinition = FindingDefinition {
    id: "special-meeting-callers-too-few",
    title: "too few directors or too little stock joined in the call of a special meeting",
    rank: Rank::Standing,
};
/// The stock was not held long enough.
pub static TOO_RECENT: FindingDefinition = FindingDefinition {
    id: "special-meeting-stock-too-new",
    title: "the stock that calls a special meeting was not held long enough",
    rank: Rank::Standing,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "special-meeting-call",
    title: "Who may call a special meeting of stockholders?",
    chapter: "stockholders",
    capabilities: &["S3"],
    source: include_str!("special_meeting_call.rs"),
    facts: &[
        &CALLER.spec,
        &MATTERS.spec,
        &CLASS.spec,
        &SHARES_HELD.spec,
        &VOTES_HELD.spec,
        &SHARES_SHORT.spec,
        &HELD_SINCE.spec,
        &RECEIPT.spec,
        &IN_WRITING.spec,
        &SHARES_ENTITLED.spec,
        &VOTES_ENTITLED.spec,
        &SHARES_OUTSTANDING.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
        &DIRECTORS_JOINING.spec,
        &DIRECTORS_IN_OFFICE.spec,
        &WHOLE_BOARD.spec,
    ],
    shape: Shape::Persons,
    reckoning: &[(Reckoning::Conduct, "receipt")],
    provisions: &[&DEFINITION],
    findings: &[&NOT_AUTHORIZED, &TOO_FEW, &TOO_RECENT, &NOT_WRITTEN],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let mut situation = Situation::general();
    for matter in inquiry.need(&MATTERS)? {
        situation = situation.with("matter", matter);
    }
    if let Some(class) = inquiry.known(&CLASS) {
        situation = situation.with("class", class);
    }
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let callers = inquiry.known(&CALLER);
    let has_certificate = resolution
        .controlling
        .iter()
        .any(|provision| provision.citation.source == Source::Certificate);
    let is_certificate_open = inquiry.may_certificate_speak(&DEFINITION) && !has_certificate;
    if is_certificate_open && !may_by_statute(inquiry, &resolution, callers.as_deref()) {
        return Err(Pause::Certificate(&DEFINITION));
    }
    if let Some(callers) = callers {
        judge(inquiry, &resolution, &callers)?;
    }
    Ok(Value::Persons(everyone(inquiry, &resolution)).into())
}

/// Whether the statute lets these call: a certificate that is not in hand can neither add to that nor take it away.
fn may_by_statute(inquiry: &Inquiry<'_>, resolution: &Resolution<'_>, callers: Option<&[String]>) -> bool {
    resolution
        .controlling
        .iter()
        .filter(|provision| provision.citation.source <= Source::Statute && is_open(inquiry, provision))
        .any(|provision| callers.is_some_and(|callers| callers.iter().any(|caller| names(provision, caller))))
}

/// Whether the state of things in which alone a grant holds is there.
fn is_open(inquiry: &Inquiry<'_>, provision: &Provision) -> bool {
    provision.word(&WHEN).is_none() || inquiry.known(&DIRECTORS_IN_OFFICE) == Some(0)
}

/// All who may call, each with its condition, the statute's first; without those whose condition is known to fail.
fn everyone(inquiry: &Inquiry<'_>, resolution: &Resolution<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let are_directors_known = inquiry.known(&DIRECTORS_IN_OFFICE).is_some();
    for provision in &resolution.controlling {
        if are_directors_known && !is_open(inquiry, provision) {
            continue;
        }
        for caller in provision.get_all(&CALLERS) {
            if standing(resolution, &caller.0, provision) == Standing::Barred || provision.says(&BARRED) {
                continue;
            }
            let conditions: Vec<String> = provision
                .get(&JOINING)
                .map(|joining| format!("joining: {joining}"))
                .into_iter()
                .chain(provision.word(&WHEN).map(|when| format!("only with {when}")))
                .collect();
            let told = match conditions.as_slice() {
                [] => caller.0.clone(),
                _ => format!("{} ({})", caller.0, conditions.join(", ")),
            };
            if !all.contains(&told) {
                all.push(told);
            }
        }
    }
    all
}

/// How a grant stands against the bars of the corporation's documents.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Good,
    Contested,
    Barred,
}

fn standing(resolution: &Resolution<'_>, caller: &str, grant: &Provision) -> Standing {
    let highest_bar = bars(resolution, caller).map(|bar| bar.citation.source).min();
    match highest_bar {
        None => Standing::Good,
        Some(_) if grant.citation.source <= Source::Statute => Standing::Good,
        Some(bar) if grant.citation.source < bar => Standing::Good,
        Some(bar) if grant.citation.source == bar => Standing::Contested,
        Some(_) => Standing::Barred,
    }
}

fn bars<'a>(resolution: &Resolution<'a>, caller: &str) -> impl Iterator<Item = &'a Provision> {
    resolution
        .controlling
        .iter()
        .copied()
        .filter(move |provision| provision.says(&BARRED) && names(provision, caller))
}

fn names(provision: &Provision, caller: &str) -> bool {
    provision
        .get_all(&CALLERS)
        .iter()
        .any(|named| named.0.eq_ignore_ascii_case(caller))
}

/// Judges the callers at hand: by the grant with the fewest conditions, where several of their offices are named.
fn judge<'a>(inquiry: &mut Inquiry<'a>, resolution: &Resolution<'a>, callers: &[String]) -> Result<(), Pause> {
    let mut grants: Vec<(&'a Provision, Standing)> = Vec::new();
    for provision in resolution.controlling.iter().copied() {
        let named = callers.iter().find(|caller| names(provision, caller));
        if let Some(caller) = named.filter(|_| !provision.says(&BARRED) && is_open(inquiry, provision)) {
            grants.push((provision, standing(resolution, caller, provision)));
        }
    }
    grants.retain(|(_, standing)| *standing != Standing::Barred);
    grants.sort_by_key(|(provision, standing)| (*standing == Standing::Contested, provision.get(&JOINING).is_some()));
    let Some((grant, standing)) = grants.first().copied() else {
        refuse(inquiry, resolution, callers);
        return Ok(());
    };
    let who = callers.join(", ");
    let mut found = finding(
        &NOT_AUTHORIZED,
        true,
        format!("the {who} may call a special meeting"),
        &[grant],
        vec!["caller"],
    );
    if standing == Standing::Contested {
        found.status = FindingStatus::DependsOnReading;
        found.message = format!("one statement lets the {who} call a special meeting, and another bars it");
        found.authority.extend(
            callers
                .iter()
                .flat_map(|caller| bars(resolution, caller))
                .map(Authority::of),
        );
        found.help = Some("have the board of directors call the meeting".to_owned());
    }
    inquiry.find(found);
    rely_on(inquiry, resolution, &[grant]);
    if let Some(joining) = grant.get(&JOINING) {
        judge_joining(inquiry, grant, joining)?;
    }
    if let Some(held) = grant.get(&HELD) {
        judge_held(inquiry, grant, held)?;
    }
    if grant.word(&FORM).is_some() {
        judge_form(inquiry, grant);
    }
    Ok(())
}

/// A finding of what cannot be judged because a fact is not known.
fn not_known(
    inquiry: &mut Inquiry<'_>,
    definition: &'static FindingDefinition,
    grant: &Provision,
    message: String,
    blamed: &'static str,
) {
    let mut found = finding(definition, false, message, &[grant], vec![blamed]);
    found.status = FindingStatus::Unknown;
    inquiry.find(found);
}

fn judge_form(inquiry: &mut Inquiry<'_>, grant: &Provision) {
    let Some(is_written) = inquiry.known(&IN_WRITING) else {
        let message = "whether the call is in writing is not known".to_owned();
        not_known(inquiry, &NOT_WRITTEN, grant, message, IN_WRITING.spec.name);
        return;
    };
    let message = format!("the call is {}in writing", if is_written { "" } else { "not " });
    let mut found = finding(&NOT_WRITTEN, is_written, message, &[grant], vec![IN_WRITING.spec.name]);
    found.help = (!is_written).then(|| "make the call in writing".to_owned());
    inquiry.find(found);
}

fn refuse(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, callers: &[String]) {
    let mut authority: Vec<&Provision> = resolution.controlling.clone();
    authority.reverse();
    let may = everyone(inquiry, resolution).join("; ");
    let message = format!(
        "{} may not call a special meeting; these may: {may}",
        callers.join(", ")
    );
    let mut found = finding(&NOT_AUTHORIZED, false, message, &authority, vec!["caller"]);
    found.help = Some("have one of those who may call the meeting do so".to_owned());
    inquiry.find(found);
}

/// Whether enough directors or stock join.
fn judge_joining(inquiry: &mut Inquiry<'_>, grant: &Provision, joining: &Proportion) -> Result<(), Pause> {
    let (base, joined, blamed) = match joining.base {
        Base::WholeBoard => (
            count(inquiry, &WHOLE_BOARD),
            count(inquiry, &DIRECTORS_JOINING),
            "directors-joining",
        ),
        Base::DirectorsInOffice | Base::DirectorsPresent => (
            count(inquiry, &DIRECTORS_IN_OFFICE),
            count(inquiry, &DIRECTORS_JOINING),
            "directors-joining",
        ),
        base => {
            let whole = match outstanding(inquiry, grant, base) {
                Ok(whole) => whole,
                Err(Pause::Unknown { .. }) => None,
                Err(other) => return Err(other),
            };
            let measure = measure_of(inquiry, grant, base.measure())?;
            (whole, stock_joining(inquiry, grant, measure)?, "shares-held")
        }
    };
    let needed = base.as_ref().map(|base| needed(joining.fraction, base)).transpose()?;
    let (Some(base), Some(needed), Some(joined)) = (base, needed.clone(), joined) else {
        let needed = needed.map_or_else(String::new, |needed| format!(", {needed} here"));
        let message = format!("the call takes {joining}{needed}; how many join, or of how many, is not known");
        not_known(inquiry, &TOO_FEW, grant, message, blamed);
        return Ok(());
    };
    let is_met = joined >= needed;
    let message = format!(
        "{joined} of {base} {} join in the call; {needed} are needed",
        joining.base
    );
    let mut found = finding(&TOO_FEW, is_met, message, &[grant], vec![blamed]);
    found
        .arithmetic
        .push(format!("{joining}: {needed} of {base}; {joined} join"));
    found.help = needed
        .minus(&joined)
        .filter(|_| !is_met)
        .map(|more| format!("have {more} more join in the call"));
    inquiry.find(found);
    Ok(())
}

fn count(inquiry: &Inquiry<'_>, fact: &Fact<u64>) -> Option<Quantity> {
    inquiry.known(fact).map(Quantity::whole)
}

/// The stock that joins, less what is short where the text takes it off.
fn stock_joining(inquiry: &mut Inquiry<'_>, grant: &Provision, measure: Measure) -> Result<Option<Quantity>, Pause> {
    let held = match (measure, inquiry.known(&VOTES_HELD)) {
        (Measure::Votes, Some(votes)) => Some(votes),
        (Measure::Votes, None) if inquiry.known(&CLASSES).is_some() || !inquiry.need(&ONE_VOTE)? => None,
        _ => inquiry.known(&SHARES_HELD),
    };
    if !grant.says(&NET_LONG) {
        return Ok(held);
    }
    let (Some(held), Some(short)) = (held, inquiry.known(&SHARES_SHORT)) else {
        return Ok(None);
    };
    let net = held.minus(&short).unwrap_or_else(Quantity::zero);
    inquiry.show(format!("{}: net long: {held} − {short} short = {net}", grant.citation));
    Ok(Some(net))
}

/// Whether the stock was held long enough.
fn judge_held(inquiry: &mut Inquiry<'_>, grant: &Provision, held: &WindowPhrase) -> Result<(), Pause> {
    let (Some(since), Some(_)) = (inquiry.known(&HELD_SINCE), inquiry.known(&RECEIPT)) else {
        let message = format!(
            "the stock must have been acquired {held}; since when it is held, or when the request came, is not known"
        );
        not_known(inquiry, &TOO_RECENT, grant, message, HELD_SINCE.spec.name);
        return Ok(());
    };
    let window = *inquiry.window(held)?.earlier();
    inquiry.show(format!("{}: {held}: {window}", grant.citation));
    let is_met = window.contains(since);
    let message = format!("the stock has been held since {since}; it must have been acquired {held}");
    let mut found = finding(
        &TOO_RECENT,
        is_met,
        message,
        &[grant],
        vec![HELD_SINCE.spec.name, RECEIPT.spec.name],
    );
    found.help = (!is_met).then(|| "count only the stock held long enough, or make the request later".to_owned());
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, ask_without_certificate, field, status};

    const ID: &str = "special-meeting-call";
    const AUTHORITY: &str = "special-meeting-caller-not-authorized";
    const FEW: &str = "special-meeting-callers-too-few";

    #[test]
    fn each_text_has_its_callers_beside_the_board() {
        for (set, caller, word) in [
            ("altiris-2006", "board of directors", "met"),
            ("altiris-2006", "chief executive officer", "met"),
            ("altiris-2006", "stockholders", "unmet"),
            ("novell-2001", "board of directors", "met"),
            ("novell-2001", "president", "met"),
            ("novell-2001", "chief executive officer", "unmet"),
            ("raining-data-2001", "chairman of the board", "met"),
            ("raining-data-2001", "chief executive officer", "unmet"),
            ("raining-data-2001", "chief executive officer, president", "met"),
        ] {
            let answer = ask_under(set, ID, &[("caller", caller)]);
            assert_eq!(status(&answer, AUTHORITY), word, "{set} {caller}");
        }
    }

    #[test]
    fn holders_of_a_majority_and_one_share_less() {
        // Half of 1,000 is 500; a majority is 501.
        for (held, word) in [("501", "met"), ("500", "unmet")] {
            let told = [
                ("caller", "stockholders"),
                ("shares-held", held),
                ("shares-entitled", "1000"),
                ("in-writing", "yes"),
            ];
            let answer = ask_under("novell-2001", ID, &told);
            assert_eq!(
                (status(&answer, AUTHORITY), status(&answer, FEW)),
                ("met", word),
                "{held}"
            );
            assert_eq!(status(&answer, "special-meeting-request-not-written"), "met");
        }
        let answer = ask_under(
            "novell-2001",
            ID,
            &[
                ("caller", "stockholders"),
                ("shares-entitled", "1000"),
                ("in-writing", "no"),
            ],
        );
        assert_eq!(status(&answer, FEW), "unknown");
        assert_eq!(status(&answer, "special-meeting-request-not-written"), "unmet");
    }

    #[test]
    fn directors_of_the_whole_board_and_of_those_in_office() {
        // Nine seats, seven filled: five of the whole board, four of those in office.
        for (set, joining, word) in [
            ("novell-2001", "5", "met"),
            ("novell-2001", "4", "unmet"),
            ("raining-data-2001", "4", "met"),
            ("raining-data-2001", "3", "unmet"),
        ] {
            let told = [
                ("caller", "directors"),
                ("directors-joining", joining),
                ("directors-in-office", "7"),
                ("whole-board", "9"),
            ];
            assert_eq!(status(&ask_under(set, ID, &told), FEW), word, "{set} {joining}");
        }
    }

    #[test]
    fn net_long_and_held_long_enough() {
        let lines = "special-meeting-caller \"stockholders\" joining=\"at least 1/4 of shares outstanding and entitled to vote\" held=\"at least 1 year before receipt\" net-long=#true";
        for (short, since, few, recent) in [
            ("50", "2020-03-02", "met", "met"),
            ("51", "2020-03-02", "unmet", "met"),
            ("50", "2020-03-03", "met", "unmet"),
        ] {
            let told = [
                ("caller", "stockholders"),
                ("shares-held", "300"),
                ("shares-short", short),
                ("shares-entitled", "1000"),
                ("held-since", since),
                ("receipt", "2021-03-02"),
            ];
            let answer = ask_with_bylaws(lines, ID, &told);
            assert_eq!(
                (status(&answer, FEW), status(&answer, "special-meeting-stock-too-new")),
                (few, recent),
                "{short} {since}"
            );
        }
    }

    #[test]
    fn nobody_bars_the_board_and_one_text_that_contradicts_itself_has_two_readings() {
        let lines = "special-meeting-caller \"board of directors\" \"stockholders\" barred=#true\nspecial-meeting-caller \"president\" \"stockholders\"";
        for (caller, word) in [
            ("board of directors", "met"),
            ("president", "met"),
            ("stockholders", "depends on the reading"),
        ] {
            assert_eq!(
                status(&ask_with_bylaws(lines, ID, &[("caller", caller)]), AUTHORITY),
                word,
                "{caller}"
            );
        }
    }

    #[test]
    fn a_certificate_that_is_not_in_hand_may_bar_or_add_callers_and_not_the_board() {
        let answer = ask_without_certificate("novell-2001", ID, &[("caller", "president")]);
        assert_eq!((answer.needs.len(), status(&answer, AUTHORITY)), (1, "none"));
        let answer = ask_without_certificate("novell-2001", ID, &[("caller", "board of directors")]);
        assert_eq!((answer.needs.len(), status(&answer, AUTHORITY)), (0, "met"));
    }

    #[test]
    fn when_no_director_is_left_any_officer_may() {
        for (directors, word) in [("0", "met"), ("1", "unmet")] {
            let told = [("caller", "officer"), ("directors-in-office", directors)];
            assert_eq!(
                status(&ask_under("raining-data-2001", ID, &told), AUTHORITY),
                word,
                "{directors}"
            );
        }
        assert!(
            field(&ask_under("raining-data-2001", ID, &[]), "value")
                .contains("directors (joining: majority of directors in office)")
        );
    }
}
