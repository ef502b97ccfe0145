//! Forming the corporation, adopting its instruments, naming its first directors and officers.

use quorate_calendar::Day;

use super::common::{day, no_questions};
use crate::act::{ActDefinition, Attached, Nature};
use crate::event::Event;
use crate::facts::Fact;

static NAME: Fact<String> = Fact::new("name", "the corporation's name");
static ZONE: Fact<String> = Fact::new(
    "zone",
    "the time zone of the principal executive office, such as America/New_York",
);
static KIND: Fact<&'static str> = Fact::word(
    "kind",
    &["certificate", "bylaws", "federal", "exchange"],
    "what the instrument is",
);
static INSTRUMENT: Fact<String> = Fact::new("instrument", "the instrument: a set that ships with quorate, or a file");
static EFFECTIVE: Fact<Day> = Fact::new(
    "effective",
    "the day from which it governs; the day of adoption when none is given",
);
static DIRECTOR: Fact<String> = Fact::new("director", "the person");
static OFFICE: Fact<String> = Fact::new("office", "the office");
static OFFICER: Fact<String> = Fact::new("officer", "the person");

static LISTED: Fact<bool> = Fact::new(
    "listed",
    "whether a class of voting stock is listed on a national exchange or quoted by a registered association",
);
static EXCHANGE: Fact<String> = Fact::new("exchange", "the exchange or association");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&FORM, &ADOPT_INSTRUMENT, &NAME_DIRECTOR, &NAME_OFFICER, &STATE_LISTING];

static FORM: ActDefinition = ActDefinition {
    name: "form-corporation",
    title: "The corporation is formed",
    nature: Nature::Happening,
    doc: "The first act of a book: the name, the day of incorporation and the time zone by which days begin and end.",
    example: "form-corporation \"Oak, Inc.\" on=\"1998-03-02\" zone=\"America/New_York\"",
    fields: &[&NAME.spec, &ZONE.spec],
    required: &["name", "zone"],
    file: None,
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::CorporationFormed {
            name: case.need(&NAME)?,
            formed: day(case),
            zone: case.need(&ZONE)?,
        }])
    },
};

static ADOPT_INSTRUMENT: ActDefinition = ActDefinition {
    name: "adopt-instrument",
    title: "An instrument is adopted",
    nature: Nature::Happening,
    doc: "A certificate of incorporation, bylaws or a further instrument begins to govern. Its bytes are kept in the book; earlier acts stay judged by the version of their day.",
    example: "adopt-instrument \"bylaws\" instrument=\"oak-bylaws.kdl\" on=\"2001-11-12\"",
    fields: &[&KIND.spec, &INSTRUMENT.spec, &EFFECTIVE.spec],
    required: &["kind", "instrument"],
    file: Some(("instrument", Attached::Instrument)),
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::InstrumentAdopted {
            kind: case.need(&KIND)?.to_owned(),
            instrument: case.need(&INSTRUMENT)?,
            hash: case.attachment()?,
            effective: case.given(&EFFECTIVE).unwrap_or(day(case)),
        }])
    },
};

static NAME_DIRECTOR: ActDefinition = ActDefinition {
    name: "name-director",
    title: "A director takes office",
    nature: Nature::Happening,
    doc: "A person becomes a director: named in the certificate, by the incorporator, or carried into the book when it is begun.",
    example: "name-director \"Avery Dean\" on=\"1998-03-02\"",
    fields: &[&DIRECTOR.spec],
    required: &["director"],
    file: None,
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::DirectorNamed {
            director: case.need(&DIRECTOR)?,
            from: day(case),
        }])
    },
};

static NAME_OFFICER: ActDefinition = ActDefinition {
    name: "name-officer",
    title: "A person takes an office",
    nature: Nature::Happening,
    doc: "A person takes an office: president, secretary, chairman of the board and so on, in the bylaws' own words.",
    example: "name-officer \"secretary\" officer=\"Robin Marsh\" on=\"1998-03-02\"",
    fields: &[&OFFICE.spec, &OFFICER.spec],
    required: &["office", "officer"],
    file: None,
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::OfficerNamed {
            office: case.need(&OFFICE)?,
            officer: case.need(&OFFICER)?,
            from: day(case),
        }])
    },
};

static STATE_LISTING: ActDefinition = ActDefinition {
    name: "state-listing",
    title: "It is stated whether the stock is listed",
    nature: Nature::Happening,
    doc: "Whether a class of voting stock is listed or quoted from the day of the act on. Duties of listed corporations turn on it; while nobody says, they are shown as not known.",
    example: "state-listing #true exchange=\"New York Stock Exchange\" on=\"1998-03-02\"",
    fields: &[&LISTED.spec, &EXCHANGE.spec],
    required: &["listed"],
    file: None,
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::ListingStated {
            listed: case.need(&LISTED)?,
            exchange: case.given(&EXCHANGE).unwrap_or_default(),
            from: day(case),
        }])
    },
};
