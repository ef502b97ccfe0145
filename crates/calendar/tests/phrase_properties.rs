//! What holds for every phrase: printing and reading are inverse, and no text makes the reader fail.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test states what must hold by unwrapping"
)]

use proptest::option;
use proptest::prelude::*;
use quorate_calendar::{
    Anchor, BusinessDays, DateRule, Day, DayRule, Direction, HolidayShift, Month, Offset, PhraseError, Point,
    PointPhrase, Side, TimeOfDay, Unit, Weekday, Which, WindowPhrase, Wording,
};

fn units() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![
        Unit::Days,
        Unit::BusinessDays,
        Unit::Hours,
        Unit::Months,
        Unit::Years,
    ])
}

fn directions() -> impl Strategy<Value = Direction> {
    prop::sample::select(vec![Direction::Before, Direction::After])
}

fn offsets() -> impl Strategy<Value = Offset> {
    let day_units = prop::sample::select(vec![Unit::Days, Unit::BusinessDays]);
    prop_oneof![
        Just(Offset::DayOf),
        (1_u32..=36_525, day_units, directions()).prop_map(|(count, unit, direction)| Offset::Nth {
            count,
            unit,
            direction
        }),
        (0_u32..=36_525, units(), directions()).prop_map(|(count, unit, direction)| Offset::Count {
            count,
            unit,
            direction
        }),
    ]
}

fn anchors() -> impl Strategy<Value = Anchor> {
    let events = [
        "meeting",
        "notice",
        "prior mailing",
        "public disclosure",
        "adoption of the resolution",
        "first written consent",
    ];
    let event = prop::sample::select(events.to_vec()).prop_map(|name| Anchor::Event(name.to_owned()));
    event.prop_recursive(3, 12, 2, |inner| {
        let point = (option::of(offsets()), inner.clone())
            .prop_map(|(offset, anchor)| Box::new(Point { offset, anchor }))
            .boxed();
        prop_oneof![
            inner.prop_map(|anchor| Anchor::Anniversary(Box::new(anchor))),
            (point.clone(), point.clone()).prop_map(|(one, two)| Anchor::Earlier(one, two)),
            (point.clone(), point).prop_map(|(one, two)| Anchor::Later(one, two)),
        ]
    })
}

fn points() -> impl Strategy<Value = PointPhrase> {
    (any::<bool>(), option::of(offsets()), anchors()).prop_map(|(close_of_business, offset, anchor)| PointPhrase {
        close_of_business,
        point: Point { offset, anchor },
    })
}

fn windows() -> impl Strategy<Value = WindowPhrase> {
    let measured =
        (0_u32..=36_525, 0_u32..=36_525, any::<bool>(), any::<bool>()).prop_map(|(a, b, has_min, has_max)| {
            let min = (has_min || !has_max).then_some(a.min(b));
            (min, has_max.then_some(a.max(b)), Wording::Measured)
        });
    let count = 0_u32..=36_525;
    let one_side = prop::sample::select(vec![Side::Before, Side::After]);
    prop_oneof![
        (measured, one_side.clone()),
        (
            count.clone().prop_map(|max| (None, Some(max), Wording::Within)),
            one_side
        ),
        (
            count.clone().prop_map(|max| (None, Some(max), Wording::Within)),
            Just(Side::Either)
        ),
        (
            count.clone().prop_map(|min| (Some(min), None, Wording::NotLaterThan)),
            Just(Side::Before)
        ),
        (
            count.prop_map(|max| (None, Some(max), Wording::NotLaterThan)),
            Just(Side::After)
        ),
    ]
    .prop_flat_map(|((min, max, wording), side)| {
        (units(), anchors()).prop_map(move |(unit, anchor)| WindowPhrase {
            min,
            max,
            unit,
            side,
            anchor,
            wording,
        })
    })
}

fn day_rules() -> impl Strategy<Value = DayRule> {
    let months = prop::sample::select(Month::ALL.to_vec());
    let whiches = vec![Which::First, Which::Second, Which::Third, Which::Fourth, Which::Last];
    let weekday = (
        prop::sample::select(whiches),
        prop::sample::select(Weekday::ALL.to_vec()),
        months.clone(),
    )
        .prop_map(|(which, weekday, month)| DateRule::Weekday { which, weekday, month });
    let fixed =
        months.prop_flat_map(|month| (1..=month.days_in(2000)).prop_map(move |day| DateRule::Fixed { day, month }));
    let time = (0_u8..24, 0_u8..60).prop_map(|(hour, minute)| TimeOfDay::new(hour, minute).unwrap());
    (prop_oneof![weekday, fixed], option::of(time)).prop_map(|(date, time)| DayRule { date, time })
}

/// Texts of the words that the grammars know, in any order.
fn soups() -> impl Strategy<Value = String> {
    let words = "not less than nor more at least most later within no 10 60 ten sixty tenth 10th first last days day business \
                 hours month before or after prior to following the of and earlier anniversary close on date meeting notice \
                 Tuesday March 10:00 31 29 February next full Saturday a é none shift any time 0 99999999999";
    let words: Vec<&str> = words.split(' ').collect();
    prop::collection::vec(prop::sample::select(words), 0..14).prop_map(|words| words.join(" "))
}

/// The problems of a text lie within it and are told; a phrase that reads prints to itself.
fn check<T>(text: &str, parse: fn(&str) -> Result<T, PhraseError>) -> Result<(), TestCaseError>
where
    T: PartialEq + std::fmt::Debug + std::fmt::Display,
{
    match parse(text) {
        Ok(phrase) => prop_assert_eq!(parse(&phrase.to_string()), Ok(phrase)),
        Err(error) => {
            prop_assert!(!error.problems.is_empty());
            for problem in &error.problems {
                prop_assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
                prop_assert!(!problem.message.is_empty() && !problem.help.is_empty());
            }
        }
    }
    Ok(())
}

fn check_all(text: &str) -> Result<(), TestCaseError> {
    check(text, DayRule::parse)?;
    check(text, HolidayShift::parse)?;
    check(text, WindowPhrase::parse)?;
    check(text, PointPhrase::parse)?;
    check(text, Anchor::parse)
}

proptest! {
    #[test]
    fn any_text_reads_or_says_where_it_fails(text in ".*") {
        check_all(&text)?;
    }

    #[test]
    fn any_words_read_or_say_where_they_fail(text in soups()) {
        check_all(&text)?;
    }

    #[test]
    fn a_printed_window_reads_back(window in windows()) {
        prop_assert_eq!(WindowPhrase::parse(&window.to_string()), Ok(window));
    }

    #[test]
    fn a_printed_point_reads_back(point in points()) {
        prop_assert_eq!(PointPhrase::parse(&point.to_string()), Ok(point));
    }

    #[test]
    fn a_printed_anchor_reads_back(anchor in anchors()) {
        prop_assert_eq!(Anchor::parse(&anchor.to_string()), Ok(anchor));
    }

    #[test]
    fn a_printed_day_rule_reads_back(rule in day_rules()) {
        prop_assert_eq!(DayRule::parse(&rule.to_string()), Ok(rule));
    }

    #[test]
    fn a_changed_number_is_the_one_that_changed(window in windows(), value in 0_u64..40_000) {
        for index in 0..window.numbers().len() {
            let changed = window.with_number(index, value);
            if changed != window {
                let mut expected = window.numbers();
                expected[index] = value;
                prop_assert_eq!(changed.numbers(), expected);
            }
        }
    }
}

proptest! {
    // Counting thousands of business days goes day by day.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn evaluation_never_fails_hard(window in windows(), point in points(), distance in 0_i64..2_703_159) {
        let day = Day::MIN.plus_days(distance).unwrap();
        let business = BusinessDays::default();
        let _ = window.evaluate(&|_| Some(day), &business);
        let _ = point.evaluate(&|_| Some(day), &business);
        let _ = window.evaluate(&|_| None, &business);
    }
}
