//! # Who was elected a director?
//!
//! Answers to 8 Del. C. § 216(3) (plurality, unless certificate or bylaws say otherwise), and to the sections of the bylaws on voting
//! and on directors.
//!
//! **Our reading.** Under plurality the seats go to those with the most votes; votes withheld or against change nothing, and one vote
//! elects. Equal votes for fewer seats than nominees are a tie, which is told and never broken: those tied are not elected until the
//! stockholders vote again. Under a standard that each nominee must reach, a nominee is elected who reaches it, with votes withheld
//! counted as votes against: on a card that offers nothing else, withholding is how a holder votes no, and such shares are voting power
//! present in any case (North Fork v. Toal, 825 A.2d 860 (Del. Ch. 2000)); a text may say that it is no vote cast. A majority of votes cast is more for than against. Where more
//! reach it than there are seats, those with the most votes fill them. Abstentions and broker non-votes stand as in `vote-result`.
//! Where `election-standard` has two readings, so has the result, unless both elect the same persons.
//!
//! **What may vary.** See `election-standard`.
//!
//! **Not encoded.** Cumulated votes are told as votes for each nominee; see `cumulated-votes`. Whether a nominee is qualified or was
//! properly nominated. What becomes of a director in office who is not elected again: see `failed-election`.

use quorate_law::vocabulary::director_election::WITHHELD;
use quorate_law::vocabulary::{director_election, share_class, stock_proportions, stockholder_quorum, stockholder_vote};
use quorate_law::{Measure, Provision, Reckoning};
use quorate_tally::plurality;

use super::election_law::{
    CONTESTED_ELECTION, Contest, NOMINEES_THEN, NOTICE_GIVEN, STOCKHOLDER_NOMINATED, Standard, WHO_DECIDES, standards,
};
use super::figures::{
    BROKER_NON_VOTES, CLASS, CLASSES, ONE_VOTE, SHARES_ENTITLED, SHARES_OUTSTANDING, SHARES_PRESENT, VOTE,
    VOTES_ENTITLED, VOTES_PRESENT, present,
};
use super::vote_law::{Ballots, Limb, PREFERRED, judge};
use super::vote_result::DO_NOT_TIE;
use crate::answer::{Reading, Shape, Value};
use crate::facts::{Fact, Row};
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, finding};
use crate::threshold::Units;

/// Seats to be filled.
pub static SEATS: Fact<u64> = Fact::new("seats", "how many seats are to be filled at the election");
/// The nominees and their votes.
pub static NOMINEES: Fact<Vec<Row>> = Fact::rows(
    "nominees",
    &["for", "against", "withheld", "abstain"],
    "for each nominee the votes for, against, withheld and abstaining",
);

/// A nominee did not reach the standard or the seats.
pub static NOT_ELECTED: FindingDefinition = FindingDefinition {
    id: "nominee-not-elected",
    title: "a nominee was not elected",
    rank: Rank::Vote,
};

/// Nominees have equal votes for too few seats.
pub static TIED: FindingDefinition = FindingDefinition {
    id: "election-tied",
    title: "the election is tied",
    rank: Rank::Vote,
};

/// Seats stay empty.
pub static UNFILLED: FindingDefinition = FindingDefinition {
    id: "seats-unfilled",
    title: "not all seats were filled",
    rank: Rank::Vote,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "election-result",
    title: "Who was elected a director?",
    chapter: "stockholders",
    capabilities: &["S11", "S12"],
    source: include_str!("election_result.rs"),
    facts: &[
        &SEATS.spec,
        &NOMINEES.spec,
        &BROKER_NON_VOTES.spec,
        &CONTESTED_ELECTION.spec,
        &NOMINEES_THEN.spec,
        &STOCKHOLDER_NOMINATED.spec,
        &NOTICE_GIVEN.spec,
        &SHARES_PRESENT.spec,
        &VOTES_PRESENT.spec,
        &SHARES_ENTITLED.spec,
        &VOTES_ENTITLED.spec,
        &SHARES_OUTSTANDING.spec,
        &CLASSES.spec,
        &ONE_VOTE.spec,
        &VOTE.spec,
        &CLASS.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::Tally,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[
        &director_election::DEFINITION,
        &stockholder_vote::DEFINITION,
        &stockholder_quorum::DEFINITION,
        &share_class::DEFINITION,
        &stock_proportions::DEFINITION,
    ],
    findings: &[&NOT_ELECTED, &TIED, &UNFILLED, &DO_NOT_TIE],
    ask,
};

/// The outcome under one standard: nominees by their place in the rows.
struct Elected {
    elected: Vec<usize>,
    tied: Vec<usize>,
    tied_seats: usize,
    unfilled_seats: usize,
    defeated: Vec<usize>,
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let seats = usize::try_from(inquiry.need(&SEATS)?)
        .map_err(|_| Pause::Impossible("there are more seats than can be counted".to_owned()))?;
    let nominees = inquiry.need(&NOMINEES)?;
    if let Some((index, row)) = nominees
        .iter()
        .enumerate()
        .find(|(index, row)| nominees[..*index].iter().any(|other| other.name == row.name))
    {
        return Err(Pause::Impossible(format!(
            "{} is a nominee twice, the second time in row {}",
            row.name,
            index + 1
        )));
    }
    let contest = Contest {
        nominees: nominees.len(),
        seats,
    };
    let readings = standards(inquiry, Some(contest))?;
    judge_ties_out(inquiry, &nominees)?;
    let mut values = Vec::new();
    for reading in &readings {
        let outcome = elect(inquiry, &reading.standard, &nominees, seats)?;
        values.push((outcome, reading));
    }
    let is_plain = values
        .iter()
        .all(|(outcome, _)| value(outcome, &nominees) == value(&values[0].0, &nominees));
    let first = &values[0];
    judge_elected(inquiry, &first.0, &nominees, &first.1.standard.provisions(), is_plain);
    if is_plain {
        return Ok(value(&first.0, &nominees).into());
    }
    let readings = values.iter().enumerate().map(|(index, (outcome, reading))| Reading {
        text: reading.standard.words(),
        value: value(outcome, &nominees),
        because: reading.because.clone(),
        is_preferred: index == 0,
        who_decides: WHO_DECIDES.to_owned(),
    });
    Ok(Conclusion::Readings(readings.collect()))
}

/// The votes on one nominee. A vote withheld is one against, unless the text says that it is no vote cast.
pub(super) fn ballots(inquiry: &Inquiry<'_>, row: &Row, limbs: &[Limb<'_>]) -> Ballots {
    let is_no_vote = |limb: &Limb<'_>| limb.provision.word(&WITHHELD) == Some("no vote cast");
    let (against, withheld, abstain) = (row.column("against"), row.column("withheld"), row.column("abstain"));
    let (against, abstain) = match limbs.iter().any(is_no_vote) {
        true => (against, abstain.plus(&withheld)),
        false => (against.plus(&withheld), abstain),
    };
    Ballots {
        votes_for: Some(row.column("for")),
        against: Some(against),
        abstain,
        broker_non_votes: inquiry.known(&BROKER_NON_VOTES).unwrap_or_else(Quantity::zero),
    }
}

/// Whether each nominee's votes add up to what was present, where that is told.
fn judge_ties_out(inquiry: &mut Inquiry<'_>, nominees: &[Row]) -> Result<(), Pause> {
    let Some(there) = present(inquiry, Measure::Votes)? else {
        return Ok(());
    };
    let mut off = Vec::new();
    for row in nominees {
        let total = ballots(inquiry, row, &[]).total().unwrap_or_else(Quantity::zero);
        if total != there {
            off.push(format!("{} {total}", row.name));
        }
    }
    let message = match off.is_empty() {
        true => format!("the votes on every nominee add up to the {there} present"),
        false => format!(
            "{there} were present; the votes add up to another number for {}",
            off.join(", ")
        ),
    };
    let mut found = finding(
        &DO_NOT_TIE,
        off.is_empty(),
        message,
        &[],
        vec!["nominees", "broker-non-votes", "shares-present"],
    );
    found.help = (!off.is_empty())
        .then(|| "find the missing or surplus votes; cumulated votes do not add up to those present".to_owned());
    inquiry.find(found);
    Ok(())
}

fn elect(inquiry: &mut Inquiry<'_>, standard: &Standard<'_>, nominees: &[Row], seats: usize) -> Result<Elected, Pause> {
    let reaching: Vec<usize> = match standard {
        Standard::Plurality(_) => (0..nominees.len()).collect(),
        Standard::Limbs(limbs) => reaching(inquiry, limbs, nominees)?,
    };
    let votes: Vec<Quantity> = reaching.iter().map(|index| nominees[*index].column("for")).collect();
    let units = Units::of(&votes)?;
    let counted = votes
        .iter()
        .map(|quantity| units.votes(quantity))
        .collect::<Result<Vec<_>, _>>()?;
    let ranked = plurality(&counted, seats);
    let named = |places: &[usize]| places.iter().map(|place| reaching[*place]).collect::<Vec<_>>();
    let mut defeated = named(&ranked.defeated);
    defeated.extend((0..nominees.len()).filter(|index| !reaching.contains(index)));
    Ok(Elected {
        elected: named(&ranked.elected),
        tied: named(&ranked.tied),
        tied_seats: ranked.tied_seats,
        unfilled_seats: ranked.unfilled_seats,
        defeated,
    })
}

/// The nominees who reach every limb.
fn reaching(inquiry: &mut Inquiry<'_>, limbs: &[Limb<'_>], nominees: &[Row]) -> Result<Vec<usize>, Pause> {
    let mut reaching = Vec::new();
    for (index, row) in nominees.iter().enumerate() {
        let ballots = ballots(inquiry, row, limbs);
        let outcome = judge(inquiry, limbs, &ballots, PREFERRED)?;
        for judged in &outcome.limbs {
            inquiry.show(format!("{}: {}", row.name, judged.figures));
        }
        if outcome.is_carried {
            reaching.push(index);
        }
    }
    Ok(reaching)
}

fn judge_elected(
    inquiry: &mut Inquiry<'_>,
    outcome: &Elected,
    nominees: &[Row],
    authority: &[&Provision],
    is_plain: bool,
) {
    let status = |is_met: bool| match (is_plain, is_met) {
        (false, _) => FindingStatus::DependsOnReading,
        (true, true) => FindingStatus::Met,
        (true, false) => FindingStatus::Unmet,
    };
    let message = match outcome.defeated.is_empty() {
        true => "every nominee was elected or is tied".to_owned(),
        false => format!("not elected: {}", names(&outcome.defeated, nominees)),
    };
    let mut found = finding(&NOT_ELECTED, true, message, authority, vec!["nominees"]);
    found.status = status(outcome.defeated.is_empty());
    inquiry.find(found);
    if !outcome.tied.is_empty() {
        let seats = seats(outcome.tied_seats);
        let message = format!("{} have equal votes for {seats}", names(&outcome.tied, nominees));
        let mut found = finding(&TIED, false, message, authority, vec!["nominees", "seats"]);
        found.status = status(false);
        found.help = Some("hold the vote for these seats again; a tie elects nobody".to_owned());
        inquiry.find(found);
    }
    if outcome.unfilled_seats > 0 {
        let message = format!("not filled: {}", seats(outcome.unfilled_seats));
        let mut found = finding(&UNFILLED, false, message, authority, vec!["nominees", "seats"]);
        found.status = status(false);
        found.help = Some(
            "incumbents stay until successors are elected and qualified; vacant seats are filled as the bylaws say"
                .to_owned(),
        );
        inquiry.find(found);
    }
}

fn seats(number: usize) -> String {
    if number == 1 {
        "1 seat".to_owned()
    } else {
        format!("{number} seats")
    }
}

fn names(places: &[usize], nominees: &[Row]) -> String {
    places
        .iter()
        .map(|place| nominees[*place].name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What every nominee was given, in the order of the ballot: "Doe for 60, withheld 9; Roe for 31".
fn votes(nominees: &[Row]) -> String {
    let told = nominees.iter().map(|row| {
        let columns = row.columns.iter().map(|(choice, votes)| format!("{choice} {votes}"));
        format!("{} {}", row.name, columns.collect::<Vec<_>>().join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn value(outcome: &Elected, nominees: &[Row]) -> Value {
    let word = match (outcome.tied.is_empty(), outcome.unfilled_seats) {
        (false, _) => "tied",
        (true, 0) => "all seats filled",
        (true, _) => "seats unfilled",
    };
    let list = |places: &[usize]| {
        if places.is_empty() {
            "none".to_owned()
        } else {
            names(places, nominees)
        }
    };
    let fields = [
        ("outcome", word.to_owned()),
        ("elected", list(&outcome.elected)),
        ("tied", list(&outcome.tied)),
        ("tied-seats", outcome.tied_seats.to_string()),
        ("unfilled-seats", outcome.unfilled_seats.to_string()),
        ("not-elected", list(&outcome.defeated)),
        ("votes", votes(nominees)),
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
    use crate::testing::{ask_under, ask_with_bylaws, field, field_of, status};

    /// Form 8-K/A of 20 April 2010: nine directors, under a majority-of-votes-cast bylaw.
    const NOVELL_2010: &str = "Aiello for=198,088,061 against=5,635,559 abstain=449,875; \
        Corrado for=199,183,592 against=4,554,481 abstain=435,422; \
        Crandall for=198,027,972 against=5,710,648 abstain=434,875; \
        Greenfield for=195,877,205 against=7,859,930 abstain=436,360; \
        Hamilton for=198,188,696 against=5,551,984 abstain=432,815; \
        Hovsepian for=199,517,931 against=4,217,075 abstain=438,489; \
        Jones for=199,443,796 against=4,290,123 abstain=439,576; \
        Nolan for=196,188,534 against=7,538,981 abstain=445,980; \
        Poduska for=184,754,032 against=18,966,674 abstain=452,789";

    #[test]
    fn the_election_at_novell_in_2010() {
        let told = [
            ("seats", "9"),
            ("nominees", NOVELL_2010),
            ("broker-non-votes", "55,637,336"),
            ("shares-present", "259,810,831"),
        ];
        let by_most = "Hovsepian, Jones, Corrado, Hamilton, Aiello, Crandall, Nolan, Greenfield, Poduska";
        for bylaws in [
            "director-election \"majority of votes cast\" contested=\"plurality\"",
            "director-election \"plurality\"",
        ] {
            let answer = ask_with_bylaws(bylaws, "election-result", &told);
            assert_eq!(
                (field(&answer, "outcome"), field(&answer, "elected")),
                ("all seats filled".into(), by_most.into())
            );
            assert_eq!(
                (
                    status(&answer, "votes-do-not-tie"),
                    status(&answer, "nominee-not-elected")
                ),
                ("met", "met")
            );
        }
        // Under the bylaws of 2001 both readings elect the same nine, so there is one value.
        assert_eq!(
            field(&ask_under("novell-2001", "election-result", &told), "elected"),
            by_most
        );
    }

    #[test]
    fn a_majority_of_votes_cast_on_and_one_short() {
        let bylaws = "director-election \"majority of votes cast\"";
        for (figures, elected) in [
            ("for=51 against=50", "Doe"),
            ("for=50 against=50", "none"),
            ("for=50 against=30 withheld=20", "none"),
            ("for=2 against=1 abstain=90", "Doe"),
        ] {
            let answer = ask_with_bylaws(
                bylaws,
                "election-result",
                &[("seats", "1"), ("nominees", &format!("Doe {figures}"))],
            );
            assert_eq!(field(&answer, "elected"), elected, "{figures}");
            let shown = format!("Doe {}", figures.replace(' ', ", ").replace('=', " "));
            assert_eq!(field(&answer, "votes"), shown);
            assert_eq!(
                status(&answer, "nominee-not-elected"),
                if elected == "Doe" { "met" } else { "unmet" }
            );
        }
    }

    #[test]
    fn plurality_elects_the_most_votes_and_leaves_ties() {
        for (nominees, outcome, elected, tied) in [
            ("A for=5; B for=9; C for=7", "all seats filled", "B, C", "none"),
            ("A for=7; B for=9; C for=7", "tied", "B", "A, C"),
            ("A for=1 withheld=999", "seats unfilled", "A", "none"),
        ] {
            let answer = ask_under(
                "raining-data-2001",
                "election-result",
                &[("seats", "2"), ("nominees", nominees)],
            );
            assert_eq!(
                (
                    field(&answer, "outcome"),
                    field(&answer, "elected"),
                    field(&answer, "tied")
                ),
                (outcome.into(), elected.into(), tied.into())
            );
        }
        let tied = ask_under(
            "raining-data-2001",
            "election-result",
            &[("seats", "2"), ("nominees", "A for=7; B for=9; C for=7")],
        );
        assert_eq!(
            (status(&tied, "election-tied"), field(&tied, "tied-seats")),
            ("unmet", "1".into())
        );
    }

    #[test]
    fn the_readings_of_the_standard_are_shown_where_they_differ() {
        // 100 present and entitled to vote: 51 needed under the vote at large, one under plurality.
        for (figures, differs) in [("for=51 withheld=49", false), ("for=50 withheld=50", true)] {
            let told = [
                ("seats", "1"),
                ("nominees", &*format!("Doe {figures}")),
                ("shares-entitled", "150"),
            ];
            for set in ["novell-2001", "altiris-2006"] {
                let answer = ask_under(set, "election-result", &told);
                assert_eq!(answer.value.is_none(), differs, "{set} {figures}");
                if differs {
                    let elected: Vec<_> = answer
                        .readings
                        .iter()
                        .map(|reading| field_of(&reading.value, "elected"))
                        .collect();
                    assert_eq!(elected, ["Doe", "none"], "{set}");
                    assert_eq!(status(&answer, "nominee-not-elected"), "depends on the reading");
                }
            }
        }
    }

    #[test]
    fn contested_elections_and_rows_given_twice() {
        let bylaws = "director-election \"majority of votes cast\" contested=\"plurality\"";
        let told = [("seats", "1"), ("nominees", "A for=40 against=45; B for=39 against=46")];
        assert_eq!(
            field(&ask_with_bylaws(bylaws, "election-result", &told), "elected"),
            "A"
        );
        let twice = ask_with_bylaws(
            bylaws,
            "election-result",
            &[("seats", "1"), ("nominees", "A for=40; A for=39")],
        );
        assert!(twice.remark.unwrap().contains("twice"));
    }
}
