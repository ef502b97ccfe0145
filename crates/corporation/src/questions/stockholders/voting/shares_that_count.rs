//! # Which shares count towards the quorum and the vote?
//!
//! Answers to 8 Del. C. § 160(c) (treasury shares, and those of a subsidiary that the corporation controls by a majority of the votes for
//! its directors) and (d) (shares called for redemption, once notice has been sent and the money set aside irrevocably), and to the
//! section of the bylaws on the quorum.
//!
//! **Our reading.** Treasury shares are issued and not outstanding: they are taken from the shares issued, and not once more from the
//! shares outstanding. Every other kind is taken from the shares outstanding when some text excludes it. What is excluded from both is
//! in no base: not in that of the quorum, nor in a fraction of what is outstanding and entitled to vote. A text may exclude shares from
//! the quorum alone. Shares whose voting is enjoined, or which cannot lawfully be voted, are excluded where the bylaws say so; where no
//! text does, both readings are given. We prefer leaving them out, since the base is shares entitled to vote, and nobody may vote
//! these. Called shares are left out from the later of the two days, that of the meeting included, whoever held them on the record date.
//! Shares held for others, in a fiduciary capacity, count. A majority of the votes for the other corporation's directors is more than
//! half of them.
//!
//! **What may vary.** Certificate and bylaws may exclude more and cannot bring in what the statute excludes.
//!
//! **Not encoded.** Control through a chain of corporations: tell the votes held in all. What an injunction means by its own words.

use quorate_calendar::Day;
use quorate_law::vocabulary::non_counting_shares::{AFTER, CONTROL, DEFINITION, FIDUCIARY, KINDS, LEFT_OUT_OF};
use quorate_law::vocabulary::stockholder_quorum::{self, TREASURY};
use quorate_law::{Provision, Reckoning, Situation};

use super::figures::SHARES_OUTSTANDING;
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{Authority, FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding, rely_on};
use crate::threshold::Units;

/// Shares issued.
static ISSUED: Fact<Quantity> = Fact::new("shares-issued", "the shares issued, treasury shares among them");
/// Treasury shares.
static TREASURY_SHARES: Fact<Quantity> = Fact::new("treasury", "the shares that the corporation itself holds");
/// Treasury shares that count.
static TREASURY_FOR_OTHERS: Fact<Quantity> = Fact::new(
    "treasury-for-others",
    "of the treasury shares, those that the corporation holds in a fiduciary capacity",
);
/// A subsidiary's shares.
static SUBSIDIARY: Fact<Quantity> = Fact::new(
    "controlled-subsidiary",
    "the shares held by a corporation that this one controls, or holds stock of",
);
/// A subsidiary's shares that count.
static SUBSIDIARY_FOR_OTHERS: Fact<Quantity> = Fact::new(
    "controlled-subsidiary-for-others",
    "of the subsidiary's shares, those that it holds in a fiduciary capacity",
);
/// What this corporation holds in the other one.
static HELD_IN_SUBSIDIARY: Fact<Quantity> = Fact::new(
    "votes-held-in-subsidiary",
    "the votes for the other corporation's directors that this one holds, directly or indirectly",
);
/// All votes in the other one.
static ALL_IN_SUBSIDIARY: Fact<Quantity> = Fact::new(
    "votes-in-subsidiary",
    "all votes entitled to be cast for the other corporation's directors",
);
/// Called shares.
static CALLED: Fact<Quantity> = Fact::new("called-for-redemption", "the shares called for redemption");
/// When notice of redemption was sent.
static REDEMPTION_NOTICE: Fact<Day> = Fact::new(
    "redemption-notice",
    "the day on which written notice of redemption was sent to the holders; taken as sent when no day is told",
);
/// When the money was set aside.
static REDEMPTION_DEPOSIT: Fact<Day> = Fact::new(
    "redemption-deposit",
    "the day on which the whole price was irrevocably deposited or set aside; taken as done when no day is told",
);
/// When the shares are redeemed.
static REDEMPTION_DATE: Fact<Day> = Fact::new("redemption-date", "the day fixed for the redemption");
/// Enjoined shares.
static ENJOINED: Fact<Quantity> = Fact::new(
    "enjoined",
    "the shares that a court has enjoined from being voted at this meeting",
);
/// Shares that cannot lawfully be voted.
static UNLAWFUL: Fact<Quantity> = Fact::new(
    "not-lawfully-votable",
    "the shares that for another reason cannot lawfully be voted at this meeting",
);
/// What the base is for.
static COUNTED_FOR: Fact<&'static str> = Fact::word(
    "counted-for",
    &["quorum", "vote"],
    "what the shares are counted for: the quorum, or a vote of a fraction of those entitled",
)
.otherwise("quorum");

/// Issued, treasury and outstanding shares contradict one another.
pub static DO_NOT_TIE: FindingDefinition = FindingDefinition {
    id: "shares-do-not-tie",
    title: "issued, treasury and outstanding shares contradict one another",
    rank: Rank::Form,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "shares-that-count",
    title: "Which shares count towards the quorum and the vote?",
    chapter: "stockholders",
    capabilities: &["S8"],
    source: include_str!("shares_that_count.rs"),
    facts: &[
        &SHARES_OUTSTANDING.spec,
        &ISSUED.spec,
        &TREASURY_SHARES.spec,
        &TREASURY_FOR_OTHERS.spec,
        &SUBSIDIARY.spec,
        &SUBSIDIARY_FOR_OTHERS.spec,
        &HELD_IN_SUBSIDIARY.spec,
        &ALL_IN_SUBSIDIARY.spec,
        &CALLED.spec,
        &REDEMPTION_NOTICE.spec,
        &REDEMPTION_DEPOSIT.spec,
        &REDEMPTION_DATE.spec,
        &ENJOINED.spec,
        &UNLAWFUL.spec,
        &COUNTED_FOR.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &stockholder_quorum::DEFINITION],
    findings: &[&DO_NOT_TIE],
    ask,
};

/// The kinds that are among the shares outstanding, by the vocabulary's words.
static KINDS_OUTSTANDING: &[(&str, &Fact<Quantity>)] = &[
    ("controlled subsidiary", &SUBSIDIARY),
    ("called for redemption", &CALLED),
    ("enjoined", &ENJOINED),
    ("not lawfully votable", &UNLAWFUL),
];

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    let outstanding = outstanding(inquiry, &resolution.controlling)?;
    let (mut base, mut left_out, mut unsettled) = (outstanding.clone(), Vec::new(), Vec::new());
    for (kind, fact) in KINDS_OUTSTANDING {
        let Some(told) = inquiry.known(fact) else { continue };
        match excluding(inquiry, &resolution.controlling, kind)? {
            Some(provision) => {
                let shares = excluded(inquiry, provision, kind, told)?;
                if shares > Quantity::zero() {
                    base = less(&base, &shares, kind)?;
                    inquiry.show(format!("− {shares} {kind} ({})", provision.citation));
                    left_out.push(format!("{kind} {shares} ({})", provision.citation.place()));
                }
            }
            None => unsettled.push((*kind, told)),
        }
    }
    inquiry.show(format!("{base} shares count"));
    if unsettled.iter().all(|(_, shares)| *shares == Quantity::zero()) {
        return Ok(value(&base, &outstanding, left_out).into());
    }
    let mut without = (base.clone(), left_out.clone());
    for (kind, shares) in &unsettled {
        without.0 = less(&without.0, shares, kind)?;
        without.1.push(format!("{kind} {shares} (no text)"));
    }
    let kinds: Vec<_> = unsettled.iter().map(|(kind, _)| *kind).collect();
    let reading = |text: String, because: &str, value: Value, is_preferred: bool| Reading {
        text,
        value,
        because: because.to_owned(),
        is_preferred,
        who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
    };
    Ok(Conclusion::Readings(vec![
        reading(
            format!("shares {} do not count", kinds.join(" or ")),
            "the base is shares entitled to vote, and nobody may vote these",
            value(&without.0, &outstanding, without.1.clone()),
            true,
        ),
        reading(
            format!("shares {} count", kinds.join(" or ")),
            "no text excludes them here, and a bar on voting them now does not change what the share is entitled to",
            value(&base, &outstanding, left_out),
            false,
        ),
    ]))
}

/// How many shares of a kind a provision leaves out of those told.
fn excluded(inquiry: &mut Inquiry<'_>, provision: &Provision, kind: &str, told: Quantity) -> Result<Quantity, Pause> {
    match kind {
        "controlled subsidiary" => {
            if !is_controlled(inquiry, provision)? {
                return Ok(Quantity::zero());
            }
            let for_others = inquiry.known(&SUBSIDIARY_FOR_OTHERS);
            without_fiduciary(inquiry, provision, told, for_others)
        }
        "called for redemption" if !are_called_away(inquiry, provision)? => Ok(Quantity::zero()),
        _ => Ok(told),
    }
}

/// Whether the other corporation is controlled, where its votes are told; otherwise the fact itself says that it is.
fn is_controlled(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<bool, Pause> {
    let (Some(proportion), Some(held)) = (provision.get(&CONTROL), inquiry.known(&HELD_IN_SUBSIDIARY)) else {
        return Ok(true);
    };
    let all = inquiry.need(&ALL_IN_SUBSIDIARY)?;
    let units = Units::of([&held, &all])?;
    let threshold = units.threshold(proportion.fraction, &all)?;
    let votes = units.votes(&held)?;
    let is_controlled = threshold.is_met(votes);
    let word = if is_controlled { "controlled" } else { "not controlled" };
    let figures = units.trace(&threshold, votes);
    inquiry.show(format!("{}: {proportion}: {figures}: {word}", provision.citation));
    Ok(is_controlled)
}

/// Whether called shares are left out on the day of the meeting.
fn are_called_away(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<bool, Pause> {
    let days: &[&'static Fact<Day>] = match provision.word(&AFTER) {
        Some("redemption date") => &[&REDEMPTION_DATE],
        Some("notice") => &[&REDEMPTION_NOTICE],
        Some(_) => &[&REDEMPTION_NOTICE, &REDEMPTION_DEPOSIT],
        None => &[],
    };
    if days.iter().all(|day| inquiry.known(day).is_none()) {
        return Ok(true);
    }
    let meeting = inquiry.need(&MEETING_DATE)?;
    let mut from = Day::MIN;
    for day in days {
        from = from.max(inquiry.need(day)?);
    }
    let word = if meeting >= from { "on or after" } else { "before" };
    inquiry.show(format!("{}: the meeting, {meeting}, is {word} {from}", provision.citation));
    Ok(meeting >= from)
}

/// What is left of shares when those held in a fiduciary capacity count all the same.
fn without_fiduciary(
    inquiry: &mut Inquiry<'_>,
    provision: &Provision,
    told: Quantity,
    for_others: Option<Quantity>,
) -> Result<Quantity, Pause> {
    let Some(for_others) = for_others.filter(|_| provision.says(&FIDUCIARY)) else {
        return Ok(told);
    };
    inquiry.show(format!(
        "{for_others} are held in a fiduciary capacity and count ({})",
        provision.citation
    ));
    less(&told, &for_others, "held in a fiduciary capacity")
}

/// The shares outstanding: as told, else those issued without those in the treasury.
fn outstanding(inquiry: &mut Inquiry<'_>, controlling: &[&Provision]) -> Result<Quantity, Pause> {
    let Some(issued) = inquiry.known(&ISSUED) else {
        return inquiry.need(&SHARES_OUTSTANDING);
    };
    let told = inquiry.need(&TREASURY_SHARES)?;
    let statute = excluding(inquiry, controlling, "treasury")?;
    let treasury = match statute {
        Some(provision) => {
            let for_others = inquiry.known(&TREASURY_FOR_OTHERS);
            without_fiduciary(inquiry, provision, told, for_others)?
        }
        None => told,
    };
    let own = quorum_without_treasury(inquiry)?;
    let authority: Vec<&Provision> = own.into_iter().chain(statute).collect();
    let Some(first) = authority.first() else {
        inquiry.show(format!(
            "{issued} issued; the text asked does not exclude {treasury} in the treasury"
        ));
        return Ok(issued);
    };
    let rest = less(&issued, &treasury, "treasury")?;
    inquiry.show(format!(
        "{issued} issued − {treasury} treasury ({}) = {rest} outstanding",
        first.citation
    ));
    if let Some(told) = inquiry.known(&SHARES_OUTSTANDING) {
        let message =
            format!("{issued} issued less {treasury} in the treasury is {rest}; {told} are said to be outstanding");
        let blames = vec!["shares-issued", "treasury", "shares-outstanding"];
        let mut found = finding(&DO_NOT_TIE, told == rest, message, &authority, blames);
        found.help = (told != rest).then(|| "correct one of the three from the stock ledger".to_owned());
        inquiry.find(found);
    }
    Ok(rest)
}

/// The corporation's own text on the quorum, where it says that treasury shares are not in it.
fn quorum_without_treasury<'a>(inquiry: &mut Inquiry<'a>) -> Result<Option<&'a Provision>, Pause> {
    // Whether a certificate not in hand sets another quorum makes no difference here: the statute excludes these shares anyway.
    let resolution = match inquiry.consult(&stockholder_quorum::DEFINITION, &Situation::general()) {
        Err(Pause::Certificate(_)) => return Ok(None),
        other => other?,
    };
    let own = resolution
        .controlling
        .iter()
        .copied()
        .find(|provision| provision.get(&TREASURY) == Some(&false));
    rely_on(inquiry, &resolution, own.as_slice());
    inquiry.trace.displaced.retain(|note| {
        !resolution
            .displaced
            .iter()
            .any(|other| Authority::of(other.provision) == note.authority)
    });
    Ok(own)
}

/// The provision that excludes a kind from what the shares are counted for; the corporation's own before the statute's.
fn excluding<'a>(
    inquiry: &mut Inquiry<'_>,
    controlling: &[&'a Provision],
    kind: &str,
) -> Result<Option<&'a Provision>, Pause> {
    let of_kind = |provision: &&&Provision| provision.get_all(&KINDS).iter().any(|term| term.0 == kind);
    for provision in controlling.iter().rev().filter(of_kind) {
        let is_meant = match provision.word(&LEFT_OUT_OF) {
            None | Some("quorum and vote") => true,
            Some(only) => only == inquiry.need(&COUNTED_FOR)?,
        };
        if is_meant {
            return Ok(Some(provision));
        }
    }
    Ok(None)
}

fn less(from: &Quantity, shares: &Quantity, kind: &str) -> Result<Quantity, Pause> {
    from.minus(shares).ok_or_else(|| {
        Pause::Impossible(format!(
            "{shares} shares ({kind}) are more than the {from} they are taken from"
        ))
    })
}

fn value(base: &Quantity, outstanding: &Quantity, left_out: Vec<String>) -> Value {
    let left_out = if left_out.is_empty() {
        "none".to_owned()
    } else {
        left_out.join("; ")
    };
    let fields = [
        ("shares-entitled", base.to_string()),
        ("outstanding", outstanding.to_string()),
        ("left-out", left_out),
    ];
    Value::Tally(
        fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use crate::answer::Said;
    use crate::testing::{ask_under, ask_with_bylaws, field, field_of, status};

    const SETS: [&str; 3] = ["novell-2001", "altiris-2006", "raining-data-2001"];

    #[test]
    fn treasury_shares_are_not_outstanding() {
        for set in SETS {
            let answer = ask_under(
                set,
                "shares-that-count",
                &[("shares-issued", "1,000"), ("treasury", "100")],
            );
            assert_eq!(field(&answer, "shares-entitled"), "900", "{set}");
        }
        for (outstanding, found) in [("900", "met"), ("901", "unmet")] {
            let told = [
                ("shares-issued", "1,000"),
                ("treasury", "100"),
                ("shares-outstanding", outstanding),
            ];
            assert_eq!(
                status(
                    &ask_under("novell-2001", "shares-that-count", &told),
                    "shares-do-not-tie"
                ),
                found
            );
        }
    }

    #[test]
    fn a_text_on_the_quorum_may_exclude_them_by_itself() {
        let told = [("shares-issued", "1,000"), ("treasury", "100")];
        for (treasury, alone) in [("#false", "900"), ("#true", "1,000")] {
            let bylaws = format!(
                "stockholder-quorum \"majority of shares outstanding and entitled to vote\" treasury={treasury}"
            );
            let answer = ask_with_bylaws(&bylaws, "shares-that-count", &told);
            assert_eq!(field(&answer, "shares-entitled"), "900");
            let said = &answer.by.iter().find(|by| by.source == "bylaws").unwrap().says;
            assert!(
                matches!(said, Said::Value(value) if field_of(value, "shares-entitled") == alone),
                "{treasury}"
            );
        }
    }

    #[test]
    fn the_statute_leaves_out_a_subsidiary_s_and_called_shares() {
        for set in SETS {
            let told = [
                ("shares-outstanding", "1,000"),
                ("controlled-subsidiary", "30"),
                ("called-for-redemption", "7"),
            ];
            let answer = ask_under(set, "shares-that-count", &told);
            assert_eq!(field(&answer, "shares-entitled"), "963", "{set}");
            assert!(
                field(&answer, "left-out").contains("controlled subsidiary 30 (§ 160(c))"),
                "{set}"
            );
        }
    }

    #[test]
    fn enjoined_shares_are_left_out_where_a_text_says_so() {
        let told = [
            ("shares-outstanding", "1,000"),
            ("enjoined", "50"),
            ("not-lawfully-votable", "5"),
        ];
        let answer = ask_under("raining-data-2001", "shares-that-count", &told);
        assert_eq!(field(&answer, "shares-entitled"), "945");
        for set in ["novell-2001", "altiris-2006"] {
            let answer = ask_under(set, "shares-that-count", &told);
            let bases: Vec<_> = answer
                .readings
                .iter()
                .map(|reading| field_of(&reading.value, "shares-entitled"))
                .collect();
            assert_eq!(
                (answer.value, bases),
                (None, vec!["945".to_owned(), "1,000".to_owned()]),
                "{set}"
            );
        }
    }

    #[test]
    fn more_than_there_are_is_no_answer() {
        let answer = ask_under(
            "novell-2001",
            "shares-that-count",
            &[("shares-outstanding", "10"), ("controlled-subsidiary", "11")],
        );
        assert!(answer.remark.unwrap().contains("more than"));
    }
}
