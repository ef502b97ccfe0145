//! Instants, and the zones that give them a local date and hour.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};

use crate::day::{Day, DayError};
use crate::hour::{CivilMoment, TimeError, TimeOfDay};

/// The zones as bundled with the program, so that every machine gives the same answer.
static BUNDLED_ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone of the IANA list, such as America/New_York.
#[derive(Clone)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

impl Zone {
    /// The zone of that IANA name, in any case of letters.
    ///
    /// # Errors
    /// No zone of the bundled list has the name; the error names zones that end like it.
    pub fn named(name: &str) -> Result<Zone, ZoneError> {
        let rules = BUNDLED_ZONES.get(name).map_err(|_| ZoneError {
            name: name.to_owned(),
            like: zones_like(name),
        })?;
        Ok(Zone {
            name: rules.iana_name().unwrap_or(name).to_owned(),
            rules,
        })
    }

    /// Coordinated universal time.
    #[must_use]
    pub fn utc() -> Zone {
        Zone {
            name: "UTC".to_owned(),
            rules: TimeZone::UTC,
        }
    }

    /// The IANA name, "America/New_York".
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How far the zone is from universal time at that moment.
    #[must_use]
    pub fn offset_at(&self, moment: Moment) -> UtcOffset {
        UtcOffset(self.rules.to_offset(moment.timestamp()).seconds())
    }
}

/// Zones whose last part is the wanted name, or near it: "New York" finds America/New_York.
fn zones_like(name: &str) -> Vec<String> {
    let city = |zone: &str| {
        zone.rsplit('/')
            .next()
            .unwrap_or(zone)
            .to_ascii_lowercase()
            .replace('_', " ")
    };
    let wanted = city(name);
    let near = |zone: &str| strsim::osa_distance(&city(zone), &wanted) <= wanted.len().min(6) / 3;
    BUNDLED_ZONES
        .available()
        .map(|zone| zone.as_str().to_owned())
        .filter(|zone| near(zone))
        .take(3)
        .collect()
}

impl PartialEq for Zone {
    fn eq(&self, other: &Zone) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name)
    }
}

/// No zone has that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneError {
    /// The name as given.
    pub name: String,
    /// Up to three zones that the writer may have meant.
    pub like: Vec<String>,
}

impl fmt::Display for ZoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no time zone \"{}\"; ", self.name)?;
        match self.like.as_slice() {
            [] => write!(f, "write an IANA name such as America/New_York"),
            like => write!(f, "did you mean {}?", like.join(" or ")),
        }
    }
}

impl std::error::Error for ZoneError {}

/// How far a local clock is ahead of universal time, in seconds; negative when behind. Prints as "-04:00".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcOffset(i32);

impl UtcOffset {
    /// Universal time itself.
    pub const ZERO: UtcOffset = UtcOffset(0);

    /// Reads "-04:00", "+05:30" or "Z".
    #[must_use]
    pub fn parse(text: &str) -> Option<UtcOffset> {
        if text == "Z" {
            return Some(UtcOffset::ZERO);
        }
        let sign = match text.as_bytes().first()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let time = TimeOfDay::parse(&text[1..]).ok()?;
        let seconds = i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60 + i32::from(time.second());
        Some(UtcOffset(sign * seconds))
    }

    /// The distance in seconds.
    #[must_use]
    pub fn seconds(self) -> i32 {
        self.0
    }
}

impl fmt::Display for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        let seconds = self.0.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60)?;
        if !seconds.is_multiple_of(60) {
            write!(f, ":{:02}", seconds % 60)?;
        }
        Ok(())
    }
}

impl fmt::Debug for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An instant, the same for all zones, to the whole second.
///
/// Prints in universal time, "2002-04-17T14:00:00Z"; [`Moment::written_in`] prints it with a zone's offset.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// The first moment that can be stated; a day after [`Day::MIN`], so that its local day can be stated in every zone.
    pub const MIN: Moment = Moment(-11_676_009_600);
    /// The last moment that can be stated; a day before the end of [`Day::MAX`].
    pub const MAX: Moment = Moment(221_876_841_599);

    /// Reads RFC 3339 with an offset, "2002-04-17T10:00:00-04:00"; the seconds may be left out.
    ///
    /// # Errors
    /// A text of another form, a date or hour that there is not, or no offset.
    pub fn parse(text: &str) -> Result<Moment, MomentError> {
        let not_a_moment = || MomentError::NotAMoment { text: text.to_owned() };
        let zone_at = text
            .char_indices()
            .skip(11)
            .find(|(_, c)| matches!(c, 'Z' | '+' | '-'))
            .map(|(at, _)| at);
        let (civil, offset) = text
            .split_at_checked(zone_at.ok_or_else(not_a_moment)?)
            .ok_or_else(not_a_moment)?;
        let civil = CivilMoment::parse(civil).map_err(MomentError::Time)?;
        civil.at_offset(UtcOffset::parse(offset).ok_or_else(not_a_moment)?)
    }

    /// The moment that many seconds after the first of January 1970 in universal time.
    ///
    /// # Errors
    /// The moment would be outside the range.
    pub fn from_unix_seconds(seconds: i64) -> Result<Moment, MomentError> {
        if (Moment::MIN.0..=Moment::MAX.0).contains(&seconds) {
            Ok(Moment(seconds))
        } else {
            Err(MomentError::OutOfRange)
        }
    }

    /// Seconds since the first of January 1970 in universal time.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0
    }

    /// The moment that many elapsed seconds later, or earlier when negative.
    ///
    /// # Errors
    /// The result would be outside the range.
    pub fn plus_seconds(self, seconds: i64) -> Result<Moment, MomentError> {
        Moment::from_unix_seconds(self.0.checked_add(seconds).ok_or(MomentError::OutOfRange)?)
    }

    /// The moment that many elapsed hours later, or earlier when negative, whatever the clocks of a place do.
    ///
    /// # Errors
    /// The result would be outside the range.
    pub fn plus_hours(self, hours: i64) -> Result<Moment, MomentError> {
        self.plus_seconds(hours.checked_mul(3600).ok_or(MomentError::OutOfRange)?)
    }

    /// Elapsed seconds from this moment to the other; negative when the other is earlier.
    #[must_use]
    pub fn seconds_until(self, other: Moment) -> i64 {
        other.0 - self.0
    }

    /// The local date and hour of this moment in that zone.
    #[must_use]
    pub fn civil_in(self, zone: &Zone) -> CivilMoment {
        civil_of(zone.rules.to_datetime(self.timestamp()))
    }

    /// The local date of this moment in that zone.
    #[must_use]
    pub fn day_in(self, zone: &Zone) -> Day {
        self.civil_in(zone).day
    }

    /// The moment in RFC 3339 with the zone's offset, "2002-04-17T10:00:00-04:00".
    #[must_use]
    pub fn written_in(self, zone: &Zone) -> String {
        format!("{}{}", with_seconds(self.civil_in(zone)), zone.offset_at(self))
    }

    fn timestamp(self) -> Timestamp {
        Timestamp::from_second(self.0).expect("the range of moments lies within that of timestamps")
    }
}

/// RFC 3339 always writes the seconds.
fn with_seconds(civil: CivilMoment) -> String {
    let seconds = if civil.time.second() == 0 { ":00" } else { "" };
    format!("{civil}{seconds}")
}

fn civil_of(local: DateTime) -> CivilMoment {
    let day = Day::from_date(local.date()).expect("a moment's local day is within the range of days");
    let [hour, minute, second] = [local.hour(), local.minute(), local.second()].map(i8::unsigned_abs);
    CivilMoment {
        day,
        time: TimeOfDay::with_seconds(hour, minute, second).expect("a clock shows a clock's time"),
    }
}

impl CivilMoment {
    fn local(self) -> DateTime {
        let [hour, minute, second] = [self.time.hour(), self.time.minute(), self.time.second()]
            .map(|part| i8::try_from(part).expect("hours, minutes and seconds are below 60"));
        self.day.date().at(hour, minute, second, 0)
    }

    fn at_offset(self, offset: UtcOffset) -> Result<Moment, MomentError> {
        let offset = Offset::from_seconds(offset.0).map_err(|_| MomentError::OutOfRange)?;
        let timestamp = offset.to_timestamp(self.local()).map_err(|_| MomentError::OutOfRange)?;
        Moment::from_unix_seconds(timestamp.as_second())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", with_seconds(self.civil_in(&Zone::utc())))
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Moment, MomentError> {
        Moment::parse(text)
    }
}

/// The instant at which the clocks of that zone show that local date and hour.
///
/// # Errors
/// An hour that the clocks skip ([`MomentError::Skipped`]) or show twice ([`MomentError::Twice`]).
pub fn moment_of(civil: CivilMoment, zone: &Zone) -> Result<Moment, MomentError> {
    match zone.rules.to_ambiguous_timestamp(civil.local()).offset() {
        AmbiguousOffset::Unambiguous { offset } => civil.at_offset(UtcOffset(offset.seconds())),
        AmbiguousOffset::Gap { before, after } => Err(skipped(civil, zone, before, after)),
        AmbiguousOffset::Fold { before, after } => Err(MomentError::Twice {
            civil,
            zone: zone.name.clone(),
            earlier: UtcOffset(before.seconds()),
            later: UtcOffset(after.seconds()),
        }),
    }
}

/// The instant at which the clocks of that zone show that local date and hour at that offset; settles an hour that occurs twice.
///
/// # Errors
/// An hour that the clocks skip, or an offset that the zone does not have at that hour.
pub fn moment_of_with_offset(civil: CivilMoment, offset: UtcOffset, zone: &Zone) -> Result<Moment, MomentError> {
    let right = match zone.rules.to_ambiguous_timestamp(civil.local()).offset() {
        AmbiguousOffset::Unambiguous { offset } => vec![offset],
        AmbiguousOffset::Gap { before, after } => return Err(skipped(civil, zone, before, after)),
        AmbiguousOffset::Fold { before, after } => vec![before, after],
    };
    let right: Vec<UtcOffset> = right.into_iter().map(|offset| UtcOffset(offset.seconds())).collect();
    if right.contains(&offset) {
        civil.at_offset(offset)
    } else {
        Err(MomentError::WrongOffset {
            civil,
            zone: zone.name.clone(),
            given: offset,
            right,
        })
    }
}

/// The first moment of that day in that zone: midnight, or the end of the gap where the clocks skip midnight.
///
/// # Errors
/// The moment would be outside the range.
pub fn first_moment_of(day: Day, zone: &Zone) -> Result<Moment, MomentError> {
    let midnight = CivilMoment {
        day,
        time: TimeOfDay::MIDNIGHT,
    };
    match moment_of(midnight, zone) {
        Err(MomentError::Skipped { ends, .. }) => moment_of(ends, zone),
        Err(MomentError::Twice { earlier, .. }) => midnight.at_offset(earlier),
        settled => settled,
    }
}

/// The gap that swallows a local hour, from the last shown hour before it to the first after it.
fn skipped(civil: CivilMoment, zone: &Zone, before: Offset, after: Offset) -> MomentError {
    // Read at the later offset, the skipped hour is an instant before the change; the next change is the one.
    let change = after
        .to_timestamp(civil.local())
        .ok()
        .and_then(|earlier| zone.rules.following(earlier).next())
        .map(|change| change.timestamp());
    let Some(change) = change else {
        return MomentError::OutOfRange;
    };
    MomentError::Skipped {
        civil,
        zone: zone.name.clone(),
        begins: civil_of(before.to_datetime(change)),
        ends: civil_of(after.to_datetime(change)),
    }
}

/// Why a moment could not be stated or reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MomentError {
    /// The text is not RFC 3339 with an offset.
    NotAMoment {
        /// The text as given.
        text: String,
    },
    /// Its date or hour is none.
    Time(TimeError),
    /// Daylight saving skips the hour.
    Skipped {
        /// The local date and hour as given.
        civil: CivilMoment,
        /// The zone.
        zone: String,
        /// The hour at which the clocks jump.
        begins: CivilMoment,
        /// The hour to which they jump.
        ends: CivilMoment,
    },
    /// The clocks show the hour twice.
    Twice {
        /// The local date and hour as given.
        civil: CivilMoment,
        /// The zone.
        zone: String,
        /// The offset of its first occurrence.
        earlier: UtcOffset,
        /// The offset of its second occurrence.
        later: UtcOffset,
    },
    /// The zone does not have that offset at that hour.
    WrongOffset {
        /// The local date and hour as given.
        civil: CivilMoment,
        /// The zone.
        zone: String,
        /// The offset as given.
        given: UtcOffset,
        /// The offset, or the two, that the zone has at that hour.
        right: Vec<UtcOffset>,
    },
    /// The moment would be outside the years 1600 to 9000.
    OutOfRange,
}

impl fmt::Display for MomentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MomentError::NotAMoment { text } => write!(
                f,
                "\"{text}\" is not a moment; write date, hour and offset from universal time as 2002-04-17T10:00:00-04:00"
            ),
            MomentError::Time(error) => error.fmt(f),
            MomentError::Skipped {
                civil,
                zone,
                begins,
                ends,
            } => write!(
                f,
                "{civil} does not exist in {zone}: the clocks go from {begins} straight to {ends}; \
                 name an hour before {} or from {} on",
                begins.time, ends.time
            ),
            MomentError::Twice {
                civil,
                zone,
                earlier,
                later,
            } => write!(
                f,
                "{civil} occurs twice in {zone}, first at {earlier} and again at {later}; \
                 write {civil}{earlier} or {civil}{later}"
            ),
            MomentError::WrongOffset {
                civil,
                zone,
                given,
                right,
            } => {
                let right: Vec<String> = right.iter().map(UtcOffset::to_string).collect();
                write!(
                    f,
                    "{zone} is not at {given} on {civil}; write {civil}{}",
                    right.join(&format!(" or {civil}"))
                )
            }
            MomentError::OutOfRange => write!(f, "the moment is outside the years 1600 to 9000"),
        }
    }
}

impl std::error::Error for MomentError {}

impl From<DayError> for MomentError {
    fn from(error: DayError) -> MomentError {
        MomentError::Time(TimeError::Day(error))
    }
}
