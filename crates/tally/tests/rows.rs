//! What becomes of a row: each exception on and one past its boundary, and which of two instruments counts.
#![allow(clippy::unwrap_used, reason = "tests state what must hold by unwrapping")]

use std::collections::BTreeSet;

use quorate_tally::{
    Choice, Class, CountError, Denominator, Disposition, ExceptionKind, InstructionColumns, Instructions, Instrument,
    Kind, Mark, Matter, Matters, Order, Register, RegisterColumns, RowId, Rules, Standing, Tally, Votes, count,
};

const FOR: Mark = Mark::One(Choice::FOR);
const AGAINST: Mark = Mark::One(Choice::AGAINST);
const UNMARKED: Mark = Mark::One(Choice::UNMARKED);
const CLOSED: i64 = 100;
const LAST_DATE: i64 = 90;
/// Items of the meeting below.
const CONTESTED: usize = 1;
const CUMULATIVE: usize = 4;
const FREQUENCY: usize = 6;

/// Four holders: 100 votes; none; 50 in the treasury; 30 of another class.
fn register() -> Register {
    Register::freeze(RegisterColumns {
        denominator: Denominator::WHOLE,
        votes: [100, 0, 50, 30].map(Votes::new).into(),
        classes: Some([0, 0, 0, 1].map(Class).into()),
        standings: Some([Standing::Counts, Standing::Counts, Standing::Treasury, Standing::Counts].into()),
    })
    .unwrap()
}

/// A resolution, three nominees for two seats, two nominees for three cumulative seats, and a frequency.
fn matters() -> Matters {
    Matters::new([
        Matter::Resolution,
        Matter::Election {
            nominees: 3,
            seats: 2,
            cumulative: false,
        },
        Matter::Election {
            nominees: 2,
            seats: 3,
            cumulative: true,
        },
        Matter::Alternatives { offered: 3 },
    ])
}

/// A proxy of the first holder with one mark on the resolution, dated and received at 10.
fn proxy(row: u64, mark: Mark) -> Instrument {
    Instrument {
        row: RowId(row),
        holder: 0,
        kind: Kind::Proxy,
        dated: 10,
        received: 10,
        sequence: 0,
        part: 0,
        votes: None,
        marks: vec![mark],
    }
}

fn marked(item: usize, marks: impl IntoIterator<Item = Mark>) -> Instrument {
    let marks = std::iter::repeat_n(UNMARKED, item).chain(marks).collect();
    Instrument {
        marks,
        ..proxy(1, UNMARKED)
    }
}

fn divided<const N: usize>(amounts: [(Choice, i64); N]) -> Mark {
    Mark::Divided(amounts.into())
}

fn tally_by(order: Order, rows: &[Instrument]) -> Tally {
    let mut columns = InstructionColumns::of_items(matters().item_count());
    rows.iter().cloned().for_each(|row| columns.push(row));
    let rules = Rules {
        order,
        polls_closed_at: Some(CLOSED),
        admitted: BTreeSet::from([RowId(777)]),
        latest_date: Some(LAST_DATE),
        set_aside: BTreeSet::from([RowId(666)]),
    };
    count(&register(), &matters(), &Instructions::new(columns).unwrap(), &rules).unwrap()
}

fn tally(rows: &[Instrument]) -> Tally {
    tally_by(Order::ByDateThenReceipt, rows)
}

fn kinds(tally: &Tally) -> Vec<ExceptionKind> {
    tally.exceptions().iter().map(|exception| exception.kind).collect()
}

fn votes(tally: &Tally, item: usize, choice: Choice) -> u64 {
    tally.totals(item).of(choice).units()
}

#[test]
fn each_exception_on_and_one_past_its_boundary() {
    let plain = || proxy(1, FOR);
    let available = Votes::new(100);
    let attendance = || Instrument {
        kind: Kind::Attendance,
        marks: vec![],
        ..plain()
    };
    let third = |number| Mark::One(Choice::alternative(number).unwrap());
    let over = |claimed| vec![ExceptionKind::OverVote { claimed, available }];
    let too_many = || {
        vec![ExceptionKind::TooManyNominees {
            first_item: 1,
            seats: 2,
        }]
    };
    for (case, row, expected) in [
        ("known holder", plain(), vec![]),
        (
            "unknown holder",
            Instrument { holder: 4, ..plain() },
            vec![ExceptionKind::UnknownHolder],
        ),
        (
            "no votes",
            Instrument { holder: 1, ..plain() },
            vec![ExceptionKind::NoVotes],
        ),
        (
            "treasury",
            Instrument { holder: 2, ..plain() },
            vec![ExceptionKind::SharesDoNotCount {
                standing: Standing::Treasury,
            }],
        ),
        (
            "dated on the last moment",
            Instrument {
                dated: LAST_DATE,
                ..plain()
            },
            vec![],
        ),
        (
            "dated a moment later",
            Instrument {
                dated: LAST_DATE + 1,
                ..plain()
            },
            vec![ExceptionKind::DatedTooLate {
                dated: LAST_DATE + 1,
                latest: LAST_DATE,
            }],
        ),
        (
            "late, and let in by a court",
            Instrument {
                row: RowId(777),
                received: CLOSED + 1,
                ..plain()
            },
            vec![],
        ),
        (
            "at closing",
            Instrument {
                received: CLOSED,
                ..plain()
            },
            vec![],
        ),
        (
            "after closing",
            Instrument {
                received: CLOSED + 1,
                ..plain()
            },
            vec![ExceptionKind::ReceivedAfterPollsClosed {
                received: CLOSED + 1,
                closed: CLOSED,
            }],
        ),
        (
            "set aside",
            Instrument {
                row: RowId(666),
                ..plain()
            },
            vec![ExceptionKind::SetAside],
        ),
        (
            "zero votes",
            Instrument {
                votes: Some(0),
                ..plain()
            },
            vec![],
        ),
        (
            "negative votes",
            Instrument {
                votes: Some(-1),
                ..plain()
            },
            vec![ExceptionKind::NegativeVotes { item: None, votes: -1 }],
        ),
        (
            "all votes",
            Instrument {
                votes: Some(100),
                ..plain()
            },
            vec![],
        ),
        (
            "one too many",
            Instrument {
                votes: Some(101),
                ..plain()
            },
            over(101),
        ),
        (
            "divided fully",
            proxy(1, divided([(Choice::FOR, 60), (Choice::AGAINST, 40)])),
            vec![],
        ),
        (
            "divided over",
            proxy(1, divided([(Choice::FOR, 60), (Choice::AGAINST, 41)])),
            over(101),
        ),
        (
            "divided negative",
            proxy(1, divided([(Choice::FOR, -5)])),
            vec![ExceptionKind::NegativeVotes {
                item: Some(0),
                votes: -5,
            }],
        ),
        (
            "not offered",
            proxy(1, Mark::One(Choice::WITHHELD)),
            vec![ExceptionKind::ChoiceNotOffered {
                item: 0,
                choice: Choice::WITHHELD,
            }],
        ),
        ("third alternative", marked(FREQUENCY, [third(3)]), vec![]),
        (
            "fourth alternative",
            marked(FREQUENCY, [third(4)]),
            vec![ExceptionKind::ChoiceNotOffered {
                item: 6,
                choice: Choice::alternative(4).unwrap(),
            }],
        ),
        ("two for two seats", marked(CONTESTED, [FOR, FOR, AGAINST]), vec![]),
        ("three for two seats", marked(CONTESTED, [FOR, FOR, FOR]), too_many()),
        // 100 votes for one nominee leave one place a vote: 100 more in amounts.
        (
            "plain and amounts",
            marked(
                CONTESTED,
                [FOR, divided([(Choice::FOR, 70)]), divided([(Choice::FOR, 30)])],
            ),
            vec![],
        ),
        (
            "plain and amounts, one over",
            marked(
                CONTESTED,
                [FOR, divided([(Choice::FOR, 70)]), divided([(Choice::FOR, 31)])],
            ),
            over(101),
        ),
        (
            "no place left",
            marked(CONTESTED, [FOR, FOR, divided([(Choice::FOR, 1)])]),
            too_many(),
        ),
        // 100 votes for three seats are 300 to cumulate.
        (
            "cumulated",
            marked(CUMULATIVE, [divided([(Choice::FOR, 299)]), divided([(Choice::FOR, 1)])]),
            vec![],
        ),
        (
            "cumulated over",
            marked(CUMULATIVE, [divided([(Choice::FOR, 299)]), divided([(Choice::FOR, 2)])]),
            over(101),
        ),
        (
            "no amount",
            marked(CUMULATIVE, [FOR]),
            vec![ExceptionKind::CumulativeWithoutAmount { item: 4 }],
        ),
        (
            "part",
            Instrument {
                part: 7,
                votes: Some(5),
                ..plain()
            },
            vec![],
        ),
        (
            "part without votes",
            Instrument { part: 7, ..plain() },
            vec![ExceptionKind::PartWithoutVotes],
        ),
        ("attendance", attendance(), vec![]),
        (
            "attendance that votes",
            Instrument {
                marks: vec![FOR],
                ..attendance()
            },
            vec![ExceptionKind::MarksWithoutVote],
        ),
        (
            "attendance in part",
            Instrument {
                votes: Some(1),
                ..attendance()
            },
            vec![ExceptionKind::MarksWithoutVote],
        ),
        (
            "several at once",
            Instrument {
                holder: 9,
                received: 101,
                votes: Some(-2),
                ..plain()
            },
            vec![
                ExceptionKind::UnknownHolder,
                ExceptionKind::ReceivedAfterPollsClosed {
                    received: 101,
                    closed: CLOSED,
                },
                ExceptionKind::NegativeVotes { item: None, votes: -2 },
            ],
        ),
    ] {
        let tally = tally(&[row]);
        assert_eq!(kinds(&tally), expected, "{case}");
        assert_eq!(
            tally.rows_with(Disposition::Excepted),
            usize::from(!expected.is_empty()),
            "{case}"
        );
        for exception in tally.exceptions() {
            let said = exception.to_string();
            assert!(
                said.starts_with("row ") && said.matches("; ").count() >= 2,
                "fact; rule; cure in: {said}"
            );
        }
    }
}

// One row, one line: the rows are read against one another.
#[rustfmt::skip]
#[test]
fn the_later_instrument_counts() {
    use Disposition::{Attended, Counted, Excepted, Repeated, Revocation, Superseded};
    let at = |dated, received, row: Instrument| Instrument { dated, received, ..row };
    let ballot = |row: Instrument| Instrument {
        kind: Kind::Ballot,
        ..row
    };
    let revocation = |row| Instrument {
        kind: Kind::Revocation,
        marks: vec![],
        ..proxy(row, UNMARKED)
    };
    let attendance = |row| Instrument {
        kind: Kind::Attendance,
        marks: vec![],
        ..proxy(row, UNMARKED)
    };
    let sequence = |sequence, row: Instrument| Instrument { sequence, ..row };
    let part = |part, votes, row: Instrument| Instrument {
        part,
        votes: Some(votes),
        ..row
    };
    let by_date = Order::ByDateThenReceipt;
    for (case, order, rows, ends, [votes_for, against, represented]) in [
        ("later date", by_date, vec![at(10, 30, proxy(1, FOR)), at(11, 20, proxy(2, AGAINST))], vec![Superseded, Counted], [0, 100, 100]),
        ("later receipt", Order::ByReceipt, vec![at(10, 30, proxy(1, FOR)), at(11, 20, proxy(2, AGAINST))], vec![Counted, Superseded], [100, 0, 100]),
        ("same date", by_date, vec![at(10, 30, proxy(1, FOR)), at(10, 20, proxy(2, AGAINST))], vec![Counted, Superseded], [100, 0, 100]),
        ("same moment, numbered", by_date, vec![proxy(1, FOR), sequence(1, proxy(2, AGAINST))], vec![Superseded, Counted], [0, 100, 100]),
        ("same moment, same words", by_date, vec![proxy(2, FOR), proxy(1, FOR)], vec![Repeated, Counted], [100, 0, 100]),
        ("same moment, other words", by_date, vec![proxy(1, FOR), proxy(2, AGAINST)], vec![Excepted, Excepted], [0, 0, 0]),
        ("same moment, divided the same", by_date, vec![proxy(1, divided([(Choice::FOR, 7), (Choice::AGAINST, 3)])), proxy(2, divided([(Choice::AGAINST, 3), (Choice::FOR, 7)]))], vec![Counted, Repeated], [7, 3, 100]),
        ("same moment, divided otherwise", by_date, vec![proxy(1, divided([(Choice::FOR, 7)])), proxy(2, divided([(Choice::FOR, 8)]))], vec![Excepted, Excepted], [0, 0, 0]),
        ("same moment, whole and all named", by_date, vec![proxy(1, FOR), part(0, 100, proxy(2, FOR))], vec![Counted, Repeated], [100, 0, 100]),
        ("same moment, other number", by_date, vec![proxy(1, FOR), part(0, 99, proxy(2, FOR))], vec![Excepted, Excepted], [0, 0, 0]),
        ("earlier than a conflict", by_date, vec![proxy(1, FOR), proxy(2, AGAINST), at(9, 9, proxy(3, FOR))], vec![Excepted, Excepted, Superseded], [0, 0, 0]),
        ("a bad later one", by_date, vec![proxy(1, FOR), at(11, 101, proxy(2, AGAINST))], vec![Counted, Excepted], [100, 0, 100]),
        ("ballot before later proxy", by_date, vec![ballot(proxy(1, FOR)), at(11, 11, proxy(2, AGAINST))], vec![Counted, Superseded], [100, 0, 100]),
        ("ballot before later revocation", by_date, vec![ballot(proxy(1, FOR)), at(11, 11, revocation(2))], vec![Counted, Superseded], [100, 0, 100]),
        ("revoked", by_date, vec![proxy(1, FOR), at(11, 11, revocation(2))], vec![Superseded, Revocation], [0, 0, 0]),
        ("given again", by_date, vec![proxy(1, FOR), at(9, 9, revocation(2))], vec![Counted, Superseded], [100, 0, 100]),
        ("attends, revoked", by_date, vec![at(11, 11, revocation(1)), proxy(2, FOR), attendance(3)], vec![Revocation, Superseded, Attended], [0, 0, 100]),
        ("attends, proxy stands", by_date, vec![attendance(3), proxy(1, FOR), attendance(2)], vec![Superseded, Counted, Attended], [100, 0, 100]),
        ("attends with part of it voted", by_date, vec![attendance(1), part(0, 40, proxy(2, FOR))], vec![Attended, Counted], [40, 0, 100]),
        ("two parts", by_date, vec![part(1, 60, proxy(1, FOR)), part(2, 40, proxy(2, AGAINST))], vec![Counted, Counted], [60, 40, 100]),
        ("two parts, one too many", by_date, vec![part(1, 60, proxy(1, FOR)), part(2, 41, proxy(2, AGAINST))], vec![Excepted, Excepted], [0, 0, 0]),
        ("a part again", by_date, vec![part(1, 60, proxy(1, FOR)), at(11, 11, part(1, 50, proxy(2, AGAINST)))], vec![Superseded, Counted], [0, 50, 50]),
        ("a part of an earlier whole", by_date, vec![proxy(1, FOR), at(11, 11, part(1, 30, proxy(2, AGAINST)))], vec![Counted, Counted], [70, 30, 100]),
        ("all of an earlier whole", by_date, vec![proxy(1, FOR), at(11, 11, part(1, 100, proxy(2, AGAINST)))], vec![Superseded, Counted], [0, 100, 100]),
        ("a whole after a part", by_date, vec![at(11, 11, proxy(1, FOR)), part(1, 30, proxy(2, AGAINST))], vec![Counted, Superseded], [100, 0, 100]),
        ("a whole and a part at once", by_date, vec![proxy(1, FOR), part(1, 30, proxy(2, AGAINST))], vec![Excepted, Excepted], [0, 0, 0]),
        ("a divided whole and a part that leaves enough", by_date, vec![proxy(1, divided([(Choice::FOR, 70)])), at(11, 11, part(1, 30, proxy(2, AGAINST)))], vec![Counted, Counted], [70, 30, 100]),
        ("a divided whole and a part that does not", by_date, vec![proxy(1, divided([(Choice::FOR, 71)])), at(11, 11, part(1, 30, proxy(2, AGAINST)))], vec![Excepted, Excepted], [0, 0, 0]),
    ] {
        let tally = tally_by(order, &rows);
        assert_eq!(tally.dispositions(), ends, "{case}");
        let found = [
            votes(&tally, 0, Choice::FOR),
            votes(&tally, 0, Choice::AGAINST),
            tally.represented().units(),
        ];
        assert_eq!(found, [votes_for, against, represented], "{case}");
    }
}

#[test]
fn a_conflict_names_both_rows() {
    let tally = tally(&[proxy(5, FOR), proxy(3, AGAINST), proxy(9, UNMARKED)]);
    let named: Vec<_> = tally
        .exceptions()
        .iter()
        .map(|exception| (exception.row, exception.kind))
        .collect();
    let with = |row| ExceptionKind::Conflict { with: RowId(row) };
    assert_eq!(named, [(RowId(3), with(5)), (RowId(5), with(3)), (RowId(9), with(3))]);
}

#[test]
fn classes_and_choices_are_kept_apart() {
    let other_class = Instrument {
        holder: 3,
        ..marked(0, [divided([(Choice::AGAINST, 12), (Choice::BROKER_NON_VOTE, 10)])])
    };
    let tally = tally(&[
        proxy(1, FOR),
        Instrument {
            row: RowId(2),
            ..other_class
        },
    ]);
    let first = tally.totals_of(0, Class(0));
    let second = tally.totals_of(0, Class(1));
    assert_eq!((first.of(Choice::FOR).units(), first.all().units()), (100, 100));
    assert_eq!(second.of(Choice::AGAINST).units(), 12);
    assert_eq!(second.of(Choice::BROKER_NON_VOTE).units(), 10);
    assert_eq!(second.of(Choice::UNMARKED).units(), 8);
    assert_eq!(tally.totals(0).sum(&[Choice::FOR, Choice::AGAINST]).units(), 112);
    assert_eq!(
        (
            tally.represented().units(),
            tally.entitled().units(),
            tally.absent().units()
        ),
        (130, 130, 0)
    );
    assert_eq!(
        (
            tally.represented_of(Class(1)).units(),
            tally.represented_of(Class(2)).units()
        ),
        (30, 0)
    );
    assert_eq!(tally.totals_of(99, Class(0)).all(), Votes::ZERO);
    assert_eq!(tally.totals_of(0, Class(2)).all(), Votes::ZERO);
    assert_eq!(tally.totals(usize::MAX).all(), Votes::ZERO);
}

#[test]
fn cumulative_votes_are_votes_times_seats_and_have_no_rest() {
    let tally = tally(&[marked(
        CUMULATIVE,
        [divided([(Choice::FOR, 250)]), divided([(Choice::FOR, 20)])],
    )]);
    assert_eq!(
        (votes(&tally, 4, Choice::FOR), votes(&tally, 5, Choice::FOR)),
        (250, 20)
    );
    assert_eq!(
        (votes(&tally, 4, Choice::UNMARKED), votes(&tally, 0, Choice::UNMARKED)),
        (0, 100)
    );
}

#[test]
fn the_same_columns_without_some_holders_are_another_register() {
    let disinterested = register()
        .with_standings([
            Standing::NotVotable,
            Standing::Counts,
            Standing::Treasury,
            Standing::Counts,
        ])
        .unwrap();
    let mut columns = InstructionColumns::of_items(7);
    columns.push(proxy(1, FOR));
    columns.push(Instrument {
        holder: 3,
        ..proxy(2, AGAINST)
    });
    let rules = Rules::of(Order::ByReceipt);
    let tally = count(&disinterested, &matters(), &Instructions::new(columns).unwrap(), &rules).unwrap();
    assert_eq!(
        (votes(&tally, 0, Choice::FOR), votes(&tally, 0, Choice::AGAINST)),
        (0, 30)
    );
    assert_eq!(tally.entitled().units(), 30);
}

#[test]
fn columns_that_do_not_fit_the_matters_are_no_count() {
    let rules = Rules::of(Order::ByReceipt);
    let votes = vec![Votes::new(u64::try_from(i64::MAX).unwrap())];
    let register = Register::freeze(RegisterColumns::of_one_class(Denominator::WHOLE, votes)).unwrap();
    let instructions = Instructions::new(InstructionColumns::of_items(2)).unwrap();
    // 2 × (2⁶³ − 1) fits 64 bits, 3 × does not.
    for (seats, nominees, expected) in [
        (2, 2, vec![]),
        (3, 2, vec![CountError::TooManySeats { seats: 3 }]),
        (
            3,
            3,
            vec![
                CountError::UnequalItems { items: 3, columns: 2 },
                CountError::TooManySeats { seats: 3 },
            ],
        ),
    ] {
        let matters = Matters::new([Matter::Election {
            nominees,
            seats,
            cumulative: true,
        }]);
        let errors = count(&register, &matters, &instructions, &rules)
            .err()
            .unwrap_or_default();
        assert_eq!(errors, expected, "{seats} seats, {nominees} nominees");
    }
}

#[test]
fn an_empty_meeting_counts_to_nothing() {
    let tally = tally(&[]);
    assert_eq!((tally.represented(), tally.absent().units()), (Votes::ZERO, 130));
    assert!(tally.dispositions().is_empty() && tally.exceptions().is_empty());
}
