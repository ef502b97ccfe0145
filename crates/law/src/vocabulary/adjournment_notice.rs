//! When an adjourned meeting needs a new notice.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// An adjournment for more than this many days.
pub static MORE_THAN_DAYS: Field<u64> = Field::property("more-than-days", "an adjournment for more than this many days");

/// The day from which the days are counted.
pub static COUNTED_FROM: Field<Term> = Field::property("counted-from", "the day from which the days are counted").one_of(&["original meeting date", "day of adjournment"]);

/// A new record date for the adjourned meeting.
pub static NEW_RECORD_DATE: Field<bool> = Field::property("new-record-date", "a new record date for the adjourned meeting");

/// A time or place not announced at the meeting that was adjourned.
pub static UNANNOUNCED: Field<bool> = Field::property("unannounced", "a time or place not announced at the meeting that was adjourned");

/// The rules that the new notice follows again, by section.
pub static FOLLOWS: Field<String> = Field::property("follows", "the rules that the new notice follows again, by section");

/// Whether an adjournment may be announced by display on the platform of a remote meeting.
pub static DISPLAY: Field<bool> = Field::property("display", "whether an adjournment may be announced by display on the platform of a remote meeting");

/// Whether time and place set out in the notice of the meeting need no announcement.
pub static IN_NOTICE: Field<bool> = Field::property("in-notice", "whether time and place of the adjourned meeting that were set out in the notice of the meeting need no announcement");

/// The meetings whose adjournment must be announced.
pub static WHEN: Field<Term> = Field::property("when", "the meetings whose adjournment must be announced; absent when all").one_of(&["without quorum", "with quorum"]);

/// To whom the new notice goes.
pub static RECIPIENTS: Field<String> = Field::property("recipients", "to whom the new notice goes");

/// When an adjourned meeting needs a new notice.
pub static DEFINITION: Definition = Definition {
    name: "adjournment-notice",
    title: "When an adjourned meeting needs a new notice",
    feeds: &["adjournment-notice"],
    statute_effect: Effect::Adds,
    doc: "The facts any one of which makes a new notice necessary: an adjournment for more than so many days, a new record date, a time and place not announced at the adjournment. To whom it goes, and the further means by which an adjournment may be announced. Triggers cumulate across sources (8 Del. C. § 222(c)).",
    example: r#"adjournment-notice more-than-days=30 counted-from="original meeting date" new-record-date=#true unannounced=#true"#,
    fields: &[&MORE_THAN_DAYS.spec, &COUNTED_FROM.spec, &NEW_RECORD_DATE.spec, &UNANNOUNCED.spec, &FOLLOWS.spec, &DISPLAY.spec, &IN_NOTICE.spec, &WHEN.spec, &RECIPIENTS.spec],
    scopes: &[],
};
