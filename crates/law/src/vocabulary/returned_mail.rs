//! When mail that comes back excuses from giving further notice.

use quorate_calendar::WindowPhrase;

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// What came back.
pub static RETURNED: Field<Term> = Field::argument("returned", "what came back undeliverable").one_of(&["notices of annual meetings", "dividend or interest payments", "notices"]);

/// How many.
pub static COUNT: Field<u64> = Field::property("count", "how many: of notices of annual meetings, in a row").required();

/// Whether everything else sent meanwhile must have come back too.
pub static ALL: Field<bool> = Field::property("all", "whether all that was sent meanwhile must have come back: every notice between the annual meetings, every payment of the period");

/// The months in which the payments fell.
pub static MONTHS: Field<u64> = Field::property("within-months", "the months in which payments fell");

/// What follows.
pub static THEN: Field<Term> = Field::property("then", "what follows").one_of(&["no notice is due", "notice counts as given if kept available"]).required();

/// How long the notice is kept available.
pub static KEPT: Field<WindowPhrase> = Field::property("kept", "how long the notice is kept available on demand");

/// Where the notice is kept available.
pub static KEPT_AT: Field<Term> = Field::property("kept-at", "where the notice is kept available on demand");

/// Whether notices returned electronically count.
pub static ELECTRONIC: Field<bool> = Field::property("electronic", "whether electronic notices that came back count");

/// Whether a new address ends it.
pub static UNTIL_ADDRESS: Field<bool> = Field::property("until-new-address", "whether the holder's written notice of a new address ends it");

/// When mail that comes back excuses from giving further notice.
pub static DEFINITION: Definition = Definition {
    name: "returned-mail",
    title: "When mail that comes back excuses from giving further notice",
    feeds: &["returned-mail"],
    statute_effect: Effect::Bounds,
    doc: "What must have come back before further notices may stop, what takes their place, and what ends it (8 Del. C. § 230(b), (c)). Several lines are alternatives. The statute bounds: a bylaw that asks for less is doubtful, and is shown as a reading.",
    example: r#"returned-mail "notices" count=1 then="notice counts as given if kept available" kept="within 1 years after notice" kept-at="principal executive office" recipient="stockholder""#,
    fields: &[&RETURNED.spec, &COUNT.spec, &THEN.spec, &ALL.spec, &MONTHS.spec, &KEPT.spec, &KEPT_AT.spec, &ELECTRONIC.spec, &UNTIL_ADDRESS.spec],
    scopes: &["recipient"],
};
