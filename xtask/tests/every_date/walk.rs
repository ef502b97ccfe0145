//! A calendar that only knows what tomorrow is, and the days reached by walking it. It shares no code with the calendar crate.

/// A day of the list, with its weekday: 0 is Sunday.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Plain {
    pub year: i32,
    pub month: u8,
    pub day: u8,
    pub weekday: u8,
}

impl Plain {
    fn tomorrow(self) -> Self {
        let is_leap = (self.year % 4 == 0 && self.year % 100 != 0) || self.year % 400 == 0;
        let last = match self.month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let weekday = (self.weekday + 1) % 7;
        match (self.month, self.day) {
            (12, 31) => Self {
                year: self.year + 1,
                month: 1,
                day: 1,
                weekday,
            },
            (_, day) if day == last => Self {
                month: self.month + 1,
                day: 1,
                weekday,
                ..self
            },
            (_, day) => Self {
                day: day + 1,
                weekday,
                ..self
            },
        }
    }
}

impl std::fmt::Display for Plain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Every day of some years, and one of them.
#[derive(Clone, Copy)]
pub struct Walk<'a> {
    pub days: &'a [Plain],
    pub at: usize,
}

impl Walk<'_> {
    /// The day itself.
    pub fn day(self) -> Plain {
        self.days[self.at]
    }

    /// The day so many steps earlier.
    pub fn back(self, steps: usize) -> Self {
        Self {
            at: self.at - steps,
            ..self
        }
    }

    /// The day so many steps later.
    pub fn on(self, steps: usize) -> Self {
        Self {
            at: self.at + steps,
            ..self
        }
    }

    /// The first day from here, walking on, of which something holds.
    pub fn first(self, holds: impl Fn(Plain) -> bool) -> Self {
        let found = (self.at..self.days.len()).find(|at| holds(self.days[*at]));
        Self {
            at: found.expect("the list is long enough"),
            ..self
        }
    }

    /// The same date of the next year; of 29 February, 1 March, the later of the two that stand for it.
    pub fn next_year(self) -> Self {
        let (year, month, day) = (self.day().year + 1, self.day().month, self.day().day);
        let (month, day) = if (month, day) == (2, 29) { (3, 1) } else { (month, day) };
        self.first(|plain| (plain.year, plain.month, plain.day) == (year, month, day))
    }
}

/// Every day from 1 January 1999, a Friday, to the end of a year.
pub fn days_to_the_end_of(year: i32) -> Vec<Plain> {
    let mut day = Plain {
        year: 1999,
        month: 1,
        day: 1,
        weekday: 5,
    };
    let mut days = Vec::new();
    while day.year <= year {
        days.push(day);
        day = day.tomorrow();
    }
    days
}
