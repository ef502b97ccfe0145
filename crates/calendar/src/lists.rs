//! The lists of legal holidays that ship: of the United States, and of Delaware.

use crate::day::{Day, Month, Weekday};
use crate::holiday::{HolidayCalendar, HolidayRule, Observance, Occurrence};

/// The Uniform Monday Holiday Act moved three holidays to Mondays and added a fourth, from the year 1971.
const UNIFORM_MONDAY: &str = "5 U.S.C. § 6103(a); Pub. L. 90-363";
const FEDERAL: &str = "5 U.S.C. § 6103(a)";
const DELAWARE: &str = "1 Del. C. § 501";

impl HolidayCalendar {
    /// The legal public holidays of the United States, 5 U.S.C. § 6103, as the law stood on each day from 1955 on.
    ///
    /// A holiday on a Saturday is also observed on the Friday before (§ 6103(b), for the usual work week) and one on
    /// a Sunday on the Monday after (Executive Order 11582). The day that the statute names stays a legal public holiday.
    ///
    /// Left out: Inauguration Day, which binds only the District of Columbia and its neighbourhood (§ 6103(c)), and the
    /// single days on which a President closed the offices by order.
    #[must_use]
    pub fn federal() -> HolidayCalendar {
        use Month::{December, February, January, July, June, May, November, October, September};
        use Occurrence::{LastWeekday, NthWeekday, OnDay};
        use Weekday::{Monday, Thursday};
        let mondays = day(1971, 1, 1);
        let before_mondays = day(1970, 12, 31);
        let november_again = day(1978, 1, 1);
        let king = "5 U.S.C. § 6103(a); Pub. L. 98-144";
        let rules = vec![
            rule("New Year's Day", OnDay(January, 1), FEDERAL),
            rule(
                "Birthday of Martin Luther King, Jr.",
                NthWeekday(3, Monday, January),
                king,
            )
            .from(day(1986, 1, 1)),
            rule("Washington's Birthday", OnDay(February, 22), FEDERAL).until(before_mondays),
            rule("Washington's Birthday", NthWeekday(3, Monday, February), UNIFORM_MONDAY).from(mondays),
            rule("Memorial Day", OnDay(May, 30), FEDERAL).until(before_mondays),
            rule("Memorial Day", LastWeekday(Monday, May), UNIFORM_MONDAY).from(mondays),
            rule(
                "Juneteenth National Independence Day",
                OnDay(June, 19),
                "5 U.S.C. § 6103(a); Pub. L. 117-17",
            )
            .from(day(2021, 6, 17)),
            rule("Independence Day", OnDay(July, 4), FEDERAL),
            rule("Labor Day", NthWeekday(1, Monday, September), FEDERAL),
            rule("Columbus Day", NthWeekday(2, Monday, October), UNIFORM_MONDAY).from(mondays),
            rule("Veterans Day", OnDay(November, 11), FEDERAL).until(before_mondays),
            rule("Veterans Day", NthWeekday(4, Monday, October), UNIFORM_MONDAY)
                .from(mondays)
                .until(day(1977, 12, 31)),
            rule("Veterans Day", OnDay(November, 11), "5 U.S.C. § 6103(a); Pub. L. 94-97").from(november_again),
            rule("Thanksgiving Day", NthWeekday(4, Thursday, November), FEDERAL),
            rule("Christmas Day", OnDay(December, 25), FEDERAL),
        ];
        HolidayCalendar::from_rules("legal holidays of the United States", rules).with_coverage_from(day(1955, 1, 1))
    }

    /// The legal holidays of Delaware, 1 Del. C. § 501, as the law stood on each day from 2001 on.
    ///
    /// Every Saturday is a legal holiday there. A dated holiday on a Saturday is also observed on the Friday before, one
    /// on a Sunday on the Monday after. Left out: Return Day, a holiday in Sussex County only and only in the afternoon.
    ///
    /// How sure each is: the list itself is sure; *probable* are the year from which Juneteenth counts (2022), the end
    /// of Presidents' Day and Columbus Day (here the end of 2009; sources say "about 2009-10") and which list governs a
    /// meeting, which the bylaws do not say.
    #[must_use]
    pub fn delaware() -> HolidayCalendar {
        use Month::{December, February, January, July, June, May, November, October, September};
        use Occurrence::{DayAfterNthWeekday, GeneralElection, GoodFriday, LastWeekday, NthWeekday, OnDay};
        use Weekday::{Monday, Saturday, Thursday};
        let dropped = day(2009, 12, 31);
        let rules = vec![
            rule("New Year's Day", OnDay(January, 1), DELAWARE),
            rule("Martin Luther King, Jr. Day", NthWeekday(3, Monday, January), DELAWARE),
            rule("Presidents' Day", NthWeekday(3, Monday, February), DELAWARE).until(dropped),
            rule("Good Friday", GoodFriday, DELAWARE),
            rule("Memorial Day", LastWeekday(Monday, May), DELAWARE),
            rule("Juneteenth", OnDay(June, 19), DELAWARE).from(day(2022, 1, 1)),
            rule("Independence Day", OnDay(July, 4), DELAWARE),
            rule("Labor Day", NthWeekday(1, Monday, September), DELAWARE),
            rule("Columbus Day", NthWeekday(2, Monday, October), DELAWARE).until(dropped),
            rule("Election Day", GeneralElection, DELAWARE),
            rule("Veterans Day", OnDay(November, 11), DELAWARE),
            rule("Thanksgiving Day", NthWeekday(4, Thursday, November), DELAWARE),
            rule(
                "day after Thanksgiving",
                DayAfterNthWeekday(4, Thursday, November),
                DELAWARE,
            ),
            rule("Christmas Day", OnDay(December, 25), DELAWARE),
        ];
        HolidayCalendar::from_rules("legal holidays of Delaware", rules)
            .with_weekly(Saturday, DELAWARE)
            .with_coverage_from(day(2001, 1, 1))
    }
}

/// A rule of both lists: they observe the nearest weekday.
fn rule(name: &str, occurrence: Occurrence, authority: &str) -> HolidayRule {
    HolidayRule {
        name: name.to_owned(),
        occurrence,
        observance: Observance::NearestWeekday,
        from: None,
        until: None,
        authority: authority.to_owned(),
    }
}

impl HolidayRule {
    fn from(mut self, day: Day) -> HolidayRule {
        self.from = Some(day);
        self
    }

    fn until(mut self, day: Day) -> HolidayRule {
        self.until = Some(day);
        self
    }
}

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("the dates of the statutes exist")
}
