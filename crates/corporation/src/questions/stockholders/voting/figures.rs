//! The figures of a vote: facts that the questions on quorum and votes share, and how shares become votes.

use quorate_law::vocabulary::{share_class, stock_proportions};
use quorate_law::{Base, Measure, Provision, Resolution, Situation, Source};

use crate::answer::DisplacedNote;
use crate::facts::{Fact, Row};
use crate::finding::Authority;
use crate::inquiry::{Inquiry, Pause};
use crate::quantity::Quantity;
use crate::questions::common::{MATTERS, rely_on};

/// Shares in the base.
pub static SHARES_ENTITLED: Fact<Quantity> = Fact::new(
    "shares-entitled",
    "the shares outstanding and entitled to vote, without those that do not count",
);
/// Votes in the base.
pub static VOTES_ENTITLED: Fact<Quantity> = Fact::new(
    "votes-entitled",
    "the votes of the shares outstanding and entitled to vote",
);
/// Shares outstanding, whoever may vote them.
pub static SHARES_OUTSTANDING: Fact<Quantity> =
    Fact::new("shares-outstanding", "the shares outstanding, whoever may vote them");
/// Shares there.
pub static SHARES_PRESENT: Fact<Quantity> = Fact::new(
    "shares-present",
    "the shares present in person or by proxy, broker non-votes among them",
);
/// Votes there.
pub static VOTES_PRESENT: Fact<Quantity> = Fact::new(
    "votes-present",
    "the votes of the shares present in person or by proxy, broker non-votes among them",
);
/// Figures class by class.
pub static CLASSES: Fact<Vec<Row>> = Fact::rows(
    "classes",
    &["shares", "votes", "present", "after-withdrawal"],
    "for each class: its shares outstanding and entitled to vote, the votes of one of them, how many are present, and how many are left after some have gone",
);
/// Whether shares and votes are the same number.
pub static ONE_VOTE: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new("one-vote-a-share", "whether each share entitled to vote has one vote");
    fact.spec.otherwise = Some("yes");
    fact
};
/// Whether the vote is one of a class by itself.
pub static VOTE: Fact<&'static str> = Fact::word(
    "vote",
    &["together", "class"],
    "whether all shares vote together, or a class votes by itself",
);
/// Which class.
pub static CLASS: Fact<String> = Fact::new("class", "the class that votes by itself, by its name");
/// Votes for.
pub static FOR: Fact<Quantity> = Fact::new("for", "the votes for");
/// Votes against.
pub static AGAINST: Fact<Quantity> = Fact::new("against", "the votes against");
/// Abstentions.
pub static ABSTAIN: Fact<Quantity> = Fact::new("abstain", "the votes of holders who are present and abstain");
/// Broker non-votes.
pub static BROKER_NON_VOTES: Fact<Quantity> = Fact::new(
    "broker-non-votes",
    "the votes of shares that are present by a broker's proxy which gives no authority on this matter",
);

/// Whether a class votes by itself.
pub fn is_class_vote(inquiry: &Inquiry<'_>) -> bool {
    inquiry.known(&VOTE) == Some("class")
}

/// The situation of a vote on a matter: the matters, and the class where one votes by itself.
///
/// # Errors
/// Pauses as [`Inquiry::need`] does.
pub fn vote_situation(inquiry: &mut Inquiry<'_>) -> Result<Situation, Pause> {
    let mut situation = Situation::general();
    for matter in inquiry.need(&MATTERS)? {
        situation = situation.with("matter", matter);
    }
    Ok(of_class(inquiry, situation))
}

/// The situation with the class vote, where there is one.
pub fn of_class(inquiry: &Inquiry<'_>, situation: Situation) -> Situation {
    match (is_class_vote(inquiry), inquiry.known(&CLASS)) {
        (true, Some(class)) => situation.with("vote", "class").with("class", class),
        (true, None) => situation.with("vote", "class"),
        (false, _) => situation,
    }
}

/// The shares entitled to vote, or their votes.
///
/// # Errors
/// Pauses when the figure is not known.
pub fn entitled(inquiry: &mut Inquiry<'_>, measure: Measure) -> Result<Quantity, Pause> {
    if let Some(rows) = rows(inquiry)? {
        return sum(inquiry, &rows, "shares", measure);
    }
    match (measure, inquiry.known(&VOTES_ENTITLED)) {
        (Measure::Votes, Some(votes)) => Ok(votes),
        (Measure::Votes, None) if !inquiry.need(&ONE_VOTE)? => inquiry.need(&VOTES_ENTITLED),
        _ => inquiry.need(&SHARES_ENTITLED),
    }
}

/// The shares present, or their votes, where known.
///
/// # Errors
/// Pauses when the facts contradict one another.
pub fn present(inquiry: &mut Inquiry<'_>, measure: Measure) -> Result<Option<Quantity>, Pause> {
    if let Some(rows) = rows(inquiry)?
        && rows.iter().all(|row| row.has("present"))
    {
        return sum(inquiry, &rows, "present", measure).map(Some);
    }
    let (shares, votes) = (inquiry.known(&SHARES_PRESENT), inquiry.known(&VOTES_PRESENT));
    match (measure, shares, votes) {
        (Measure::Votes, _, Some(votes)) => Ok(Some(votes)),
        (Measure::Votes, Some(shares), None) => Ok(inquiry.need(&ONE_VOTE)?.then_some(shares)),
        (_, shares, _) => Ok(shares),
    }
}

/// What the rows of classes say is left after some have gone; none where they do not tell it.
///
/// # Errors
/// Pauses when the facts contradict one another.
pub fn left_of_classes(inquiry: &mut Inquiry<'_>, measure: Measure) -> Result<Option<Quantity>, Pause> {
    match rows(inquiry)? {
        Some(rows) if rows.iter().all(|row| row.has("after-withdrawal")) => {
            sum(inquiry, &rows, "after-withdrawal", measure).map(Some)
        }
        _ => Ok(None),
    }
}

/// What a proportion of a provision counts: in a document that says so a proportion of stock is one of its votes, as in the statute
/// (8 Del. C. § 212(a)).
///
/// # Errors
/// Pauses when the law's day is not known.
pub fn measure_of(inquiry: &mut Inquiry<'_>, provision: &Provision, measure: Measure) -> Result<Measure, Pause> {
    let votes_are_told = inquiry.known(&CLASSES).is_some() || inquiry.known(&VOTES_ENTITLED).is_some();
    if measure != Measure::Shares || !votes_are_told {
        return Ok(measure);
    }
    let before = inquiry.trace.clone();
    let resolution = inquiry.consult(&stock_proportions::DEFINITION, &Situation::general())?;
    let of_document = |rule: &&Provision| rule.citation.instrument == provision.citation.instrument;
    let rule = resolution.controlling.iter().copied().find(of_document);
    // How a document counts is part of what it says, and no authority beside it.
    inquiry.trace = before;
    let is_of_votes = rule.is_some_and(|rule| rule.word(&stock_proportions::MEANS) == Some("votes"));
    Ok(if is_of_votes { Measure::Votes } else { measure })
}

/// What a fraction of outstanding shares or votes is taken of; none where the base is counted at the meeting.
///
/// # Errors
/// Pauses when the figure is not known.
pub fn outstanding(inquiry: &mut Inquiry<'_>, provision: &Provision, base: Base) -> Result<Option<Quantity>, Pause> {
    let measure = measure_of(inquiry, provision, base.measure())?;
    match base {
        Base::SharesOutstanding => inquiry.need(&SHARES_OUTSTANDING).map(Some),
        Base::SharesEntitled | Base::VotingPowerEntitled | Base::VotingPowerForDirectors | Base::ClassOutstanding => {
            entitled(inquiry, measure).map(Some)
        }
        _ => Ok(None),
    }
}

/// The rows that vote: all of them, or that of the class.
fn rows(inquiry: &mut Inquiry<'_>) -> Result<Option<Vec<Row>>, Pause> {
    let Some(rows) = inquiry.known(&CLASSES) else {
        return Ok(None);
    };
    if !is_class_vote(inquiry) || (rows.len() == 1 && inquiry.known(&CLASS).is_none()) {
        return Ok(Some(rows));
    }
    let class = inquiry.need(&CLASS)?;
    let named: Vec<Row> = rows.iter().filter(|row| row.name == class).cloned().collect();
    if named.is_empty() {
        let names: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
        return Err(Pause::Impossible(format!(
            "no figures are told for the class {class}; they are for {}",
            names.join(", ")
        )));
    }
    Ok(Some(named))
}

fn sum(inquiry: &mut Inquiry<'_>, rows: &[Row], column: &str, measure: Measure) -> Result<Quantity, Pause> {
    let mut sum = Quantity::zero();
    for row in rows {
        let shares = row.column(column);
        let amount = if measure == Measure::Votes {
            shares.by(&votes_each(inquiry, row)?)
        } else {
            shares
        };
        sum = sum.plus(&amount);
    }
    Ok(sum)
}

/// The votes of one share of a class: as told, else as the certificate says, else one.
fn votes_each(inquiry: &mut Inquiry<'_>, row: &Row) -> Result<Quantity, Pause> {
    if row.has("votes") {
        return Ok(row.column("votes"));
    }
    let resolution = inquiry.consult(&share_class::DEFINITION, &Situation::general())?;
    let named = resolution
        .controlling
        .iter()
        .find(|class| class.get(&share_class::NAME) == Some(&row.name))
        .copied();
    rely_on(inquiry, &resolution, named.as_slice());
    Ok(named
        .and_then(|class| class.get(&share_class::VOTES))
        .map_or_else(|| Quantity::whole(1), |votes| Quantity::whole(*votes)))
}

/// What of a resolution speaks of the vote at hand.
pub struct Speaking<'a> {
    /// The provisions that apply together, the highest-ranking first.
    pub together: Vec<&'a Provision>,
    /// Provisions of one document of which only one can apply, each with `together`; empty when there is no conflict.
    pub alternatives: Vec<&'a Provision>,
}

impl<'a> Speaking<'a> {
    /// The sets of provisions to hold the figures against: one, or one for each alternative.
    pub fn sets(&self) -> Vec<Vec<&'a Provision>> {
        if self.alternatives.is_empty() {
            return vec![self.together.clone()];
        }
        self.alternatives
            .iter()
            .map(|own| self.together.iter().copied().chain([*own]).collect())
            .collect()
    }
}

/// The provisions of a resolution that speak of the vote at hand.
///
/// In a vote of a class by itself only texts on such votes speak: a text on meetings at large does not displace the statute's rule
/// for classes (8 Del. C. § 216(4)). A text that says it gives way does so where a narrower one controls.
///
/// # Errors
/// [`Pause::Silent`] when none does.
pub fn speaking<'a>(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'a>,
    gives_way: &dyn Fn(&Provision) -> Option<String>,
) -> Option<Speaking<'a>> {
    let mut kept: Vec<&'a Provision> = resolution.controlling.clone();
    if is_class_vote(inquiry) {
        kept.retain(|provision| is_on_class_votes(provision));
        let wrongly = resolution
            .displaced
            .iter()
            .filter(|note| is_on_class_votes(note.provision) && !is_on_class_votes(note.by));
        kept.extend(wrongly.map(|note| note.provision));
        kept.sort_by_key(|provision| provision.citation.source);
        rely_on(inquiry, resolution, &kept);
    }
    let all = kept.clone();
    kept.retain(|provision| {
        let narrower = all.iter().find(|other| other.scope.is_narrower_than(&provision.scope));
        let (Some(by), Some(words)) = (narrower, gives_way(provision)) else {
            return true;
        };
        inquiry.show(format!(
            "{} gives way by its own words (\"{words}\") to {}",
            provision.citation, by.citation
        ));
        let authority = Authority::of(provision);
        inquiry.trace.controls.retain(|control| control.authority != authority);
        inquiry.trace.displaced.push(DisplacedNote {
            authority,
            by: Authority::of(by),
            because: "it gives way by its own words",
        });
        false
    });
    let is_law = |provision: &Provision| !matches!(provision.citation.source, Source::Certificate | Source::Bylaws);
    let (together, own): (Vec<_>, Vec<_>) = kept.into_iter().partition(|provision| is_law(provision));
    if together.is_empty() && own.is_empty() {
        return None;
    }
    Some(match resolution.are_readings && own.len() > 1 {
        true => Speaking {
            together,
            alternatives: own,
        },
        false => Speaking {
            together: together.into_iter().chain(own).collect(),
            alternatives: Vec::new(),
        },
    })
}

fn is_on_class_votes(provision: &Provision) -> bool {
    provision
        .scope
        .0
        .iter()
        .any(|(key, word)| *key == "vote" && word == "class")
}
