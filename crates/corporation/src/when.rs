//! When something happened: a day, and an hour where one is known.

use std::fmt;

use quorate_calendar::{CivilMoment, Day, TimeOfDay};

/// A day, and a local hour where one is known.
///
/// The order is that in which acts take effect: by day; within a day those without an hour first, in the order in which
/// they were entered, then the others by hour (decision 0006).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    /// The day.
    pub day: Day,
    /// The local hour, where known.
    pub time: Option<TimeOfDay>,
}

impl When {
    /// A day without an hour.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self { day, time: None }
    }

    /// Reads "2002-04-17" or "2002-04-17T10:00".
    ///
    /// # Errors
    /// A sentence that says what was found and what is allowed.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.contains('T') {
            return CivilMoment::parse(text)
                .map(Self::from)
                .map_err(|error| error.to_string());
        }
        Day::parse(text).map(Self::on).map_err(|error| error.to_string())
    }
}

impl From<CivilMoment> for When {
    fn from(moment: CivilMoment) -> Self {
        Self {
            day: moment.day,
            time: Some(moment.time),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => CivilMoment { day: self.day, time }.fmt(formatter),
            None => self.day.fmt(formatter),
        }
    }
}

/// Writing days, hours and moments as text, for events in their stored form.
macro_rules! as_text {
    ($module:ident, $type:ty, $parse:expr) => {
        #[doc = concat!("Stores a value as the text that reads back to it: ", stringify!($type), ".")]
        pub mod $module {
            use serde::{Deserialize, Deserializer, Serializer, de::Error};

            #[allow(unused_imports)]
            use super::*;

            /// Writes the text.
            ///
            /// # Errors
            /// Those of the serializer.
            pub fn serialize<S: Serializer>(value: &$type, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(value)
            }

            /// Reads the text.
            ///
            /// # Errors
            /// When the text is not of the type.
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let text = String::deserialize(deserializer)?;
                let parse: fn(&str) -> Result<$type, String> = $parse;
                parse(&text).map_err(D::Error::custom)
            }
        }
    };
}

as_text!(day_text, Day, |text| Day::parse(text)
    .map_err(|error| error.to_string()));
as_text!(when_text, When, |text| When::parse(text));
as_text!(moment_text, CivilMoment, |text| CivilMoment::parse(text)
    .map_err(|error| error.to_string()));

/// Stores a day that may be missing.
pub mod optional_day_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::Day;

    /// Writes the day, or nothing.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    /// Reads the day, or nothing.
    ///
    /// # Errors
    /// When the text is no day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| Day::parse(&text).map_err(D::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_without_an_hour_come_first_in_their_day() {
        let day = When::parse("2002-04-17").unwrap();
        let hour = When::parse("2002-04-17T00:00").unwrap();
        let next = When::parse("2002-04-18").unwrap();
        assert!(day < hour && hour < next);
        assert_eq!(hour.to_string(), "2002-04-17T00:00");
    }
}
