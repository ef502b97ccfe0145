//! # Which shares count towards the quorum and the vote?
//!
//! Answers to 8 Del. C. § 160(c) (treasury shares, and those of a subsidiary that the corporation controls by a majority of the votes for
//! its directors) and (d) (shares called for redemption, once notice has been given and the money set aside), and to the section of
//! the bylaws on the quorum.
//!
//! **Our reading.** Treasury shares are issued and not outstanding: they are taken from the shares issued, and not once more from the
//! shares outstanding. Every other kind is taken from the shares outstanding when some text excludes it. What is excluded is in no
//! base: not in that of the quorum, nor in a fraction of what is outstanding and entitled to vote. Shares whose voting is enjoined, or
//! which cannot lawfully be voted, are excluded where the bylaws say so; where no text does, both readings are given. We prefer
//! leaving them out, since the base is shares entitled to vote, and nobody may vote these.
//!
//! **What may vary.** Certificate and bylaws may exclude more and cannot bring in what the statute excludes.
//!
//! **Not encoded.** Whether a subsidiary is controlled, and shares of it held in a fiduciary capacity, which count (§ 160(c)). What an
//! injunction means by its own words.

use quorate_law::vocabulary::non_counting_shares::{DEFINITION, KINDS};
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

/// Shares issued.
static ISSUED: Fact<Quantity> = Fact::new("shares-issued", "the shares issued, treasury shares among them");
/// Treasury shares.
static TREASURY_SHARES: Fact<Quantity> = Fact::new("treasury", "the shares that the corporation itself holds");
/// A controlled subsidiary's shares.
static SUBSIDIARY: Fact<Quantity> = Fact::new(
    "controlled-subsidiary",
    "the shares held by a corporation that this one controls",
);
/// Called shares.
static CALLED: Fact<Quantity> = Fact::new(
    "called-for-redemption",
    "the shares called for redemption, notice given and the money set aside",
);
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
        &SUBSIDIARY.spec,
        &CALLED.spec,
        &ENJOINED.spec,
        &UNLAWFUL.spec,
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
        let Some(shares) = inquiry.known(fact) else { continue };
        match excluding(&resolution.controlling, kind) {
            Some(provision) => {
                base = less(&base, &shares, kind)?;
                inquiry.show(format!("− {shares} {kind} ({})", provision.citation));
                left_out.push(format!("{kind} {shares} ({})", provision.citation.place()));
            }
            None => unsettled.push((*kind, shares)),
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
            format!("shares {} count towards the quorum", kinds.join(" or ")),
            "no text excludes them, and a bar on voting them now does not change what the share is entitled to",
            value(&base, &outstanding, left_out),
            false,
        ),
    ]))
}

/// The shares outstanding: as told, else those issued without those in the treasury.
fn outstanding(inquiry: &mut Inquiry<'_>, controlling: &[&Provision]) -> Result<Quantity, Pause> {
    let Some(issued) = inquiry.known(&ISSUED) else {
        return inquiry.need(&SHARES_OUTSTANDING);
    };
    let treasury = inquiry.need(&TREASURY_SHARES)?;
    let own = quorum_without_treasury(inquiry)?;
    let authority: Vec<&Provision> = own.into_iter().chain(excluding(controlling, "treasury")).collect();
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

/// The provision that excludes a kind; the corporation's own before the statute's.
fn excluding<'a>(controlling: &[&'a Provision], kind: &str) -> Option<&'a Provision> {
    controlling
        .iter()
        .rev()
        .copied()
        .find(|provision| provision.get_all(&KINDS).iter().any(|term| term.0 == kind))
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
