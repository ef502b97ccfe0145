//! What the planner says on every date: the windows that walking gives and that `ask` and `decide` keep, and the first day on
//! which a plan comes too late.

use quorate_calendar::Day;
use quorate_corporation::plan::{Plan, PlanKind, PlanRequest, Step, Wanted, plan_between};
use quorate_corporation::{Answer, Practice, ask, questions};
use quorate_law::LawBook;

use crate::walk::{Plain, Walk};
use crate::{SHELF, five_years};

/// The numbers of a company, as its text has them, in days before the meeting.
struct Numbers {
    company: &'static str,
    from: i32,
    notice: (usize, usize),
    record_date: (usize, usize),
    list: usize,
}

fn day(plain: Plain) -> Day {
    Day::parse(&plain.to_string()).unwrap()
}

fn step<'a>(plan: &'a Plan, id: &str) -> &'a Step {
    plan.steps.iter().find(|step| step.id == id).unwrap()
}

fn planned(meeting: Walk<'_>, today: Option<Walk<'_>>, book: &LawBook) -> Plan {
    let on = day(meeting.day());
    let request = PlanRequest {
        today: today.map(|today| day(today.day())),
        ..PlanRequest::new(PlanKind::Special, on)
    };
    plan_between(on, on, &request, &Wanted::default(), book, &Practice::default()).remove(0)
}

/// Every step that shows a question's own window shows what `ask` answers.
fn agrees_with_ask(plan: &Plan, answers: &[(&str, Answer)], company: &str) {
    for (id, answer) in answers {
        let fields = answer.value.as_ref().unwrap().fields();
        let field = |name: &str| {
            fields
                .iter()
                .find(|(field, _)| field == name)
                .map(|(_, text)| text.clone())
        };
        let step = step(plan, id);
        let shown = [step.earliest, step.latest].map(|day| day.map(|day| day.to_string()));
        assert_eq!(
            shown,
            [field("earliest"), field("latest")],
            "{company} {id} {}",
            plan.meeting
        );
    }
}

fn hold(numbers: &Numbers) {
    let Numbers {
        company,
        notice,
        record_date,
        list,
        ..
    } = *numbers;
    let book = SHELF.law_book(company, Some(company), &[]).unwrap();
    for walk in five_years(numbers.from) {
        let plan = planned(walk, None, &book);
        let window =
            |(last, first): (usize, usize)| (Some(day(walk.back(first).day())), Some(day(walk.back(last).day())));
        let shown = |id: &str| (step(&plan, id).earliest, step(&plan, id).latest);
        assert_eq!(
            shown("stockholder-notice-window"),
            window(notice),
            "{company} {}",
            plan.meeting
        );
        assert_eq!(
            shown("record-date-range"),
            window(record_date),
            "{company} {}",
            plan.meeting
        );
        assert_eq!(
            shown("stock-list-dates").1,
            Some(day(walk.back(list).day())),
            "{company} {}",
            plan.meeting
        );
        assert!(plan.is_possible(), "{company} {}: {:?}", plan.meeting, plan.impossible);
        // The rest costs more, and what could differ differs by month and weekday: a day of each month, another weekday each time.
        if walk.at % 24 != 0 {
            continue;
        }
        let facts = quorate_corporation::Facts::none()
            .with("meeting-date", quorate_corporation::facts::FactValue::Day(plan.meeting))
            .with("meeting-kind", quorate_corporation::facts::FactValue::Word("special"))
            .with("on", quorate_corporation::facts::FactValue::Day(plan.meeting));
        let answers = ["stockholder-notice-window", "record-date-range"].map(|id| {
            (
                id,
                ask(questions::find(id).unwrap(), &facts, &book, &Practice::default()),
            )
        });
        agrees_with_ask(&plan, &answers, company);
        // What must be done first decides; the day after its last day is too late.
        let last = notice.0.max(record_date.0);
        assert!(
            planned(walk, Some(walk.back(last)), &book).is_possible(),
            "{company} {}",
            plan.meeting
        );
        let late = planned(walk, Some(walk.back(last - 1)), &book);
        assert!(!late.is_possible(), "{company} {}", plan.meeting);
    }
}

#[test]
fn altiris() {
    hold(&Numbers {
        company: "altiris-2006",
        from: 2002,
        notice: (10, 60),
        record_date: (10, 60),
        list: 10,
    });
}

#[test]
fn novell() {
    hold(&Numbers {
        company: "novell-2001",
        from: 2002,
        notice: (10, 60),
        record_date: (10, 60),
        list: 10,
    });
}

#[test]
fn raining_data() {
    hold(&Numbers {
        company: "raining-data-2001",
        from: 2002,
        notice: (10, 60),
        record_date: (10, 60),
        list: 10,
    });
}

#[test]
fn hawthorn() {
    hold(&Numbers {
        company: "hawthorn",
        from: 2020,
        notice: (14, 55),
        record_date: (11, 58),
        list: 13,
    });
}

#[test]
fn birch() {
    hold(&Numbers {
        company: "birch",
        from: 2012,
        notice: (12, 48),
        record_date: (13, 47),
        list: 10,
    });
}
