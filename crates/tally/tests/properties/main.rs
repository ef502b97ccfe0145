//! Random meetings: the engine against a slow second tally, and the laws that any honest tally keeps.
#![allow(clippy::unwrap_used, reason = "tests state what must hold by unwrapping")]

mod slow;

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use quorate_tally::{
    Choice, Class, Denominator, Disposition, ExceptionKind, InstructionColumns, Instructions, Instrument, Kind, Mark,
    Matter, Matters, Order, Register, RegisterColumns, RowId, Rules, Standing, Tally, Votes, count, count_by_closing,
};
use slow::{Holder, Meeting, Result};

const HOLDERS: u32 = 5;

fn matters() -> Vec<Matter> {
    vec![
        Matter::Resolution,
        Matter::Election {
            nominees: 3,
            seats: 2,
            cumulative: false,
        },
        Matter::Election {
            nominees: 2,
            seats: 2,
            cumulative: false,
        },
        Matter::Election {
            nominees: 2,
            seats: 3,
            cumulative: true,
        },
        Matter::Alternatives { offered: 3 },
    ]
}

fn choices(item: usize) -> Vec<Choice> {
    let matters = Matters::new(matters());
    let is_cumulative = matters.items_of(3).contains(&item);
    (0..15)
        .filter_map(Choice::from_code)
        .filter(|&choice| matters.matter_of(item).unwrap().is_offered(choice))
        .filter(|&choice| !(is_cumulative && choice == Choice::FOR))
        .collect()
}

fn any_mark(item: usize) -> impl Strategy<Value = Mark> {
    let any_choice = (0..15_u8).prop_map(|code| Choice::from_code(code).unwrap());
    let mut amounts = choices(item);
    // Often for a nominee, or the contested election would never be marked for too many.
    let eager = if (1..4).contains(&item) { 40 } else { 1 };
    amounts.push(Choice::FOR);
    prop_oneof![
        50 => Just(Mark::One(Choice::UNMARKED)),
        60 => select(choices(item)).prop_map(Mark::One),
        1 => any_choice.prop_map(Mark::One),
        eager => Just(Mark::One(Choice::FOR)),
        6 => vec((select(amounts), 0..5_i64), 1..4).prop_map(Mark::Divided),
        1 => vec((select(choices(item)), -1..2_i64), 1..3).prop_map(Mark::Divided),
    ]
}

fn any_paper() -> impl Strategy<Value = Instrument> {
    let kind = prop_oneof![6 => Just(Kind::Proxy), 2 => Just(Kind::Ballot), 2 => Just(Kind::Revocation), 1 => Just(Kind::Attendance)];
    let votes = prop_oneof![5 => Just(None), 1 => (-1..14_i64).prop_map(Some)];
    let part_votes = prop_oneof![1 => Just(None), 20 => (0..7_i64).prop_map(Some)];
    let part = prop_oneof![5 => (Just(0_u32), votes), 3 => (1..4_u32, part_votes)];
    let holder = prop_oneof![30 => 0..HOLDERS, 1 => HOLDERS..HOLDERS + 2];
    let items = Matters::new(matters()).item_count();
    let marks: Vec<_> = (0..items).map(any_mark).collect();
    (kind, part, holder, 0..3_i64, 0..4_i64, 0..2_u32, marks, any::<bool>()).prop_map(
        |(kind, (part, votes), holder, dated, received, sequence, marks, keeps_marks)| {
            let is_voting = matches!(kind, Kind::Proxy | Kind::Ballot);
            let is_odd = keeps_marks && sequence == 1 && received == 2;
            let (votes, marks) = if is_voting || is_odd {
                (votes, marks)
            } else {
                (None, vec![])
            };
            Instrument {
                row: RowId(0),
                holder,
                kind,
                dated,
                received,
                sequence,
                part,
                votes,
                marks,
            }
        },
    )
}

fn any_holder() -> impl Strategy<Value = Holder> {
    let standing = prop_oneof![9 => Just(Standing::Counts), 1 => select(Standing::ALL.to_vec())];
    let votes = prop_oneof![1 => Just(0), 12 => 1..18_u64];
    (votes, 0..3_u8, standing).prop_map(|(votes, class, standing)| Holder { votes, class, standing })
}

prop_compose! {
    fn any_meeting()(
        holders in vec(any_holder(), usize::try_from(HOLDERS).unwrap()),
        papers in vec((any_paper(), any::<Index>(), 0..8_u8), 0..28),
        order in select(vec![Order::ByReceipt, Order::ByDateThenReceipt]),
        closed in select(vec![None, Some(1), Some(2), Some(3)]),
        set_aside in vec(0..40_u64, 0..3),
        admitted in vec(0..40_u64, 0..8),
        latest_date in select(vec![None, None, Some(1), Some(2)]),
    ) -> Meeting {
        let mut all: Vec<Instrument> = Vec::new();
        for (row, (paper, earlier, copies)) in (0_u64..).zip(papers) {
            // One row in eight says again what an earlier one said, or nearly.
            let mut paper = if copies == 0 && !all.is_empty() { earlier.get(&all).clone() } else { paper };
            // Numbers in an order of their own: 17 and 40 have no common divisor.
            paper.row = RowId(row * 17 % 40);
            all.push(paper);
        }
        let set_aside = set_aside.into_iter().map(RowId).collect();
        let admitted = admitted.into_iter().map(RowId).collect();
        Meeting { holders, matters: matters(), papers: all, order, closed, admitted, latest_date, set_aside }
    }
}

fn fast(meeting: &Meeting) -> Tally {
    let (register, matters, instructions, rules) = columns(meeting);
    count(&register, &matters, &instructions, &rules).unwrap()
}

fn columns(meeting: &Meeting) -> (Register, Matters, Instructions, Rules) {
    let register = Register::freeze(RegisterColumns {
        denominator: Denominator::WHOLE,
        votes: meeting.holders.iter().map(|holder| Votes::new(holder.votes)).collect(),
        classes: Some(meeting.holders.iter().map(|holder| Class(holder.class)).collect()),
        standings: Some(meeting.holders.iter().map(|holder| holder.standing).collect()),
    })
    .unwrap();
    let matters = Matters::new(meeting.matters.clone());
    let mut columns = InstructionColumns::of_items(matters.item_count());
    meeting.papers.iter().cloned().for_each(|paper| columns.push(paper));
    let rules = Rules {
        order: meeting.order,
        polls_closed_at: meeting.closed,
        admitted: meeting.admitted.clone(),
        latest_date: meeting.latest_date,
        set_aside: meeting.set_aside.clone(),
    };
    (register, matters, Instructions::new(columns).unwrap(), rules)
}

fn name(kind: ExceptionKind) -> &'static str {
    match kind {
        ExceptionKind::UnknownHolder => "unknown holder",
        ExceptionKind::NoVotes => "no votes",
        ExceptionKind::SharesDoNotCount { .. } => "does not count",
        ExceptionKind::SetAside => "set aside",
        ExceptionKind::ReceivedAfterPollsClosed { .. } => "late",
        ExceptionKind::DatedTooLate { .. } => "dated too late",
        ExceptionKind::NegativeVotes { .. } => "negative",
        ExceptionKind::OverVote { .. } => "over-vote",
        ExceptionKind::OverVoteTogether { .. } => "over-vote together",
        ExceptionKind::ChoiceNotOffered { .. } => "not offered",
        ExceptionKind::TooManyNominees { .. } => "too many nominees",
        ExceptionKind::CumulativeWithoutAmount { .. } => "no amount",
        ExceptionKind::PartWithoutVotes => "part without votes",
        ExceptionKind::MarksWithoutVote => "marks without vote",
        ExceptionKind::Conflict { .. } => "conflict",
    }
}

/// The engine's result as the slow tally gives it.
fn as_plain(meeting: &Meeting, tally: &Tally) -> Result {
    let mut result = Result::default();
    for class in 0..3 {
        for item in 0..Matters::new(meeting.matters.clone()).item_count() {
            for code in 0..16 {
                let votes = tally
                    .totals_of(item, Class(class))
                    .of(Choice::from_code(code).unwrap())
                    .units();
                result.totals.insert((item, class, code), votes);
            }
        }
        result
            .represented
            .insert(class, tally.represented_of(Class(class)).units());
        result
            .attending_only
            .insert(class, tally.attending_only_of(Class(class)).units());
    }
    result.totals.retain(|_, votes| *votes > 0);
    result.represented.retain(|_, votes| *votes > 0);
    result.attending_only.retain(|_, votes| *votes > 0);
    result.ends = meeting
        .papers
        .iter()
        .map(|paper| paper.row)
        .zip(tally.dispositions().iter().copied())
        .collect();
    result.exceptions = tally
        .exceptions()
        .iter()
        .map(|exception| (exception.row, name(exception.kind)))
        .collect();
    result
}

fn plain(meeting: &Meeting) -> Result {
    as_plain(meeting, &fast(meeting))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn the_engine_and_the_slow_tally_agree(meeting in any_meeting()) {
        prop_assert_eq!(plain(&meeting), meeting.tally());
    }

    #[test]
    fn each_matter_is_counted_as_of_its_own_closing(
        meeting in any_meeting(),
        closed_at in vec(select(vec![None, Some(0), Some(1), Some(2), Some(3)]), matters().len()),
    ) {
        let (register, matters, instructions, rules) = columns(&meeting);
        let tallies = count_by_closing(&register, &matters, &instructions, &rules, &closed_at).unwrap();
        let mut totals = BTreeMap::new();
        for item in 0..matters.item_count() {
            for class in 0..3 {
                for code in 0..16 {
                    let votes = tallies.of_item(item).totals_of(item, Class(class)).of(Choice::from_code(code).unwrap()).units();
                    totals.insert((item, class, code), votes);
                }
            }
        }
        totals.retain(|_, votes| *votes > 0);
        prop_assert_eq!(totals, meeting.totals_by_closing(&closed_at));
    }

    #[test]
    fn what_a_court_admits_counts_as_if_the_polls_had_stayed_open_for_it(meeting in any_meeting()) {
        let meeting = Meeting { closed: Some(1), latest_date: None, ..meeting };
        let late: BTreeSet<RowId> = meeting.papers.iter().filter(|paper| paper.received > 1).map(|paper| paper.row).collect();
        let all_admitted = Meeting { admitted: late, ..meeting.clone() };
        let open = Meeting { closed: None, admitted: BTreeSet::new(), ..meeting };
        prop_assert_eq!(plain(&all_admitted), plain(&open));
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing(
        (meeting, shuffled) in any_meeting().prop_flat_map(|meeting| {
            let papers = Just(meeting.papers.clone()).prop_shuffle();
            (Just(meeting), papers)
        })
    ) {
        let other = Meeting { papers: shuffled, ..meeting.clone() };
        prop_assert_eq!(plain(&meeting), plain(&other));
        let (one, two) = (fast(&meeting), fast(&other));
        prop_assert_eq!(one.exceptions(), two.exceptions());
    }

    #[test]
    fn rows_and_votes_are_conserved(meeting in any_meeting()) {
        let tally = fast(&meeting);
        let rows: usize = Disposition::ALL.iter().map(|&disposition| tally.rows_with(disposition)).sum();
        prop_assert_eq!(rows, meeting.papers.len());
        let named: BTreeSet<RowId> = tally.exceptions().iter().map(|exception| exception.row).collect();
        prop_assert_eq!(named.len(), tally.rows_with(Disposition::Excepted));

        let represented = tally.represented().units();
        prop_assert_eq!(represented + tally.absent().units(), tally.entitled().units());
        let matters = Matters::new(meeting.matters.clone());
        for item in 0..matters.item_count() {
            let all = tally.totals(item).all().units();
            if matters.items_of(3).contains(&item) {
                prop_assert!(all <= tally.entitled().units() * 3);
            } else {
                prop_assert_eq!(all + tally.attending_only().units(), represented, "item {}", item);
            }
        }
    }

    #[test]
    fn a_row_that_is_bad_alone_takes_no_part(meeting in any_meeting(), mut late in any_paper(), place in any::<Index>()) {
        let meeting = Meeting { closed: Some(3), ..meeting };
        late.row = RowId(1000);
        late.received = 4;
        let mut other = meeting.clone();
        other.papers.insert(place.index(meeting.papers.len() + 1), late);
        let (before, mut after) = (plain(&meeting), plain(&other));
        prop_assert_eq!(after.ends.remove(&RowId(1000)), Some(Disposition::Excepted));
        after.exceptions.retain(|(row, _)| *row != RowId(1000));
        prop_assert_eq!(before, after);
    }

    /// Marks are plain and positions whole, since an amount would have to be split as well.
    #[test]
    fn splitting_a_holder_in_two_changes_no_total(meeting in any_meeting(), split in any::<Index>(), keep in 0..14_u64) {
        let mut meeting = meeting;
        for paper in &mut meeting.papers {
            (paper.part, paper.votes) = (0, None);
            paper.marks.retain(|mark| matches!(mark, Mark::One(_)));
        }
        let split = split.index(meeting.holders.len());
        let mut other = meeting.clone();
        let votes = meeting.holders[split].votes;
        // Neither half may be empty: a holder without votes has no voice to be heard at all.
        prop_assume!(votes >= 2);
        let keep = 1 + keep % (votes - 1);
        other.holders[split].votes = keep;
        // The new holder has the first number that nobody used.
        let unknown = Holder { votes: 0, class: 0, standing: Standing::NotVotable };
        other.holders.extend(vec![unknown; 2]);
        other.holders.push(Holder { votes: votes - keep, ..meeting.holders[split].clone() });
        for paper in meeting.papers.iter().filter(|paper| paper.holder == u32::try_from(split).unwrap()) {
            other.papers.push(Instrument { holder: HOLDERS + 2, row: RowId(paper.row.0 + 1000), ..paper.clone() });
        }
        for row in meeting.set_aside {
            other.set_aside.insert(RowId(row.0 + 1000));
        }
        for row in &meeting.admitted {
            other.admitted.insert(RowId(row.0 + 1000));
        }
        meeting.admitted = other.admitted.clone();
        meeting.set_aside = other.set_aside.clone();
        let (one, two) = (plain(&meeting), plain(&other));
        prop_assert_eq!((one.totals, one.represented, one.attending_only), (two.totals, two.represented, two.attending_only));
    }

    /// Without parts: what parts leave to a divided whole is compared in whole units, and finer units may leave room for it.
    #[test]
    fn finer_units_change_no_row_and_multiply_every_total(meeting in any_meeting(), finer in 2..7_u64) {
        let mut meeting = meeting;
        for paper in meeting.papers.iter_mut().filter(|paper| paper.part != 0) {
            (paper.part, paper.votes) = (0, None);
        }
        let mut other = meeting.clone();
        for holder in &mut other.holders {
            holder.votes *= finer;
        }
        let times = i64::try_from(finer).unwrap();
        for paper in &mut other.papers {
            paper.votes = paper.votes.map(|votes| votes * times);
            for mark in &mut paper.marks {
                if let Mark::Divided(amounts) = mark {
                    amounts.iter_mut().for_each(|(_, votes)| *votes *= times);
                }
            }
        }
        let (mut one, two) = (plain(&meeting), plain(&other));
        one.totals.values_mut().chain(one.represented.values_mut()).chain(one.attending_only.values_mut()).for_each(|votes| *votes *= finer);
        prop_assert_eq!(one, two);
    }
}

/// Random meetings prove nothing about what never happens in them.
#[test]
fn random_meetings_show_every_end_and_every_exception() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..500 {
        let result = any_meeting().new_tree(&mut runner).unwrap().current().tally();
        for name in result.exceptions.into_iter().map(|(_, name)| name.to_owned()) {
            *seen.entry(name).or_default() += 1;
        }
        for end in result.ends.into_values() {
            *seen.entry(format!("{end:?}")).or_default() += 1;
        }
    }
    assert_eq!(seen.len(), 15 + Disposition::ALL.len(), "{seen:#?}");
    assert!(seen.values().all(|&times| times >= 20), "{seen:#?}");
}
