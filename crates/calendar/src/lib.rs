//! Civil dates, business days, holidays, windows, anniversaries and phrases of time.
//!
//! ```text
//! day       Day, Weekday, Month          a civil date and the names of its parts
//! hour      TimeOfDay, CivilMoment       a local hour; CloseOfBusiness
//! moment    Moment, Zone, UtcOffset      an instant, and the zone that gives it a local hour
//! holiday   HolidayCalendar              legal holidays from dated rules; federal and Delaware lists in `lists`
//! window    DayWindow, MomentWindow      first and last, both included; Readings of a doubtful text
//! counting  how the days are counted     the one place where periods become days; BusinessDays
//! phrase    DayRule, HolidayShift, WindowPhrase, PointPhrase, Anchor
//! ```
//!
//! Nothing here reads a clock, a file or the zone files of the machine: the zones are bundled.
//! Nothing here names a corporation or holds a number of its bylaws.

pub mod counting;
mod day;
mod holiday;
mod hour;
mod lists;
mod moment;
pub mod phrase;
mod window;

pub use counting::{Anniversary, BusinessDays, Direction, Side, Unit, anniversary};
pub use day::{Day, DayError, Month, Weekday};
pub use holiday::{Holiday, HolidayCalendar, HolidayRule, Observance, Occurrence, WeeklyHoliday};
pub use hour::{CivilMoment, CloseOfBusiness, TimeError, TimeOfDay};
pub use moment::{Moment, MomentError, UtcOffset, Zone, ZoneError, first_moment_of, moment_of, moment_of_with_offset};
pub use phrase::{
    Anchor, DateRule, DayRule, EvaluationError, HolidayShift, Offset, PhraseError, PhraseProblem, Point, PointPhrase,
    Which, WindowPhrase, Wording,
};
pub use window::{DayWindow, MomentWindow, Readings};
