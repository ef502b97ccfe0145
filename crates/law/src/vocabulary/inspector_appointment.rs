//! Who appoints the inspectors of election.

use crate::fraction::Fraction;
use crate::proportion::Proportion;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// Who appoints, in order.
pub static APPOINTERS: Field<Term> = Field::arguments("appointers", "who appoints, in order");

/// Whether the appointment is a duty.
pub static DUTY: Field<Term> = Field::property("duty", "whether the appointment is a duty").one_of(&["always", "on demand", "none"]);

/// The least number.
pub static NUMBER_MIN: Field<u64> = Field::property("number-min", "the least number");

/// The greatest number.
pub static NUMBER_MAX: Field<u64> = Field::property("number-max", "the greatest number");

/// Whether only the least or the greatest number will do, and none between.
pub static LEAST_OR_GREATEST: Field<bool> = Field::property("least-or-greatest", "whether only the least or the greatest number will do, and none between");

/// The vote that fixes the number when appointment is demanded.
pub static NUMBER_DECIDED_BY: Field<Proportion> = Field::property("number-decided-by", "the vote that fixes the number when appointment is demanded");

/// Whether a candidate may serve.
pub static CANDIDATES: Field<bool> = Field::property("candidates", "whether a candidate may serve");

/// Whether an inspector must hold stock.
pub static STOCKHOLDERS_ONLY: Field<bool> = Field::property("stockholders-only", "whether an inspector must hold stock");

/// Whether alternates may be named.
pub static ALTERNATES: Field<bool> = Field::property("alternates", "whether alternates may be named");

/// Who fills a vacancy before the meeting.
pub static VACANCY_BEFORE: Field<Term> = Field::property("vacancy-before", "who fills a vacancy before the meeting");

/// Who fills a vacancy at the meeting.
pub static VACANCY_AT: Field<Term> = Field::property("vacancy-at", "who fills a vacancy at the meeting");

/// The fraction of the inspectors whose act is the act of all.
pub static ACTS_BY: Field<Fraction> = Field::property("acts-by", "the fraction of the inspectors whose act is the act of all");

/// Whether each takes an oath first.
pub static OATH: Field<bool> = Field::property("oath", "whether each takes an oath first");

/// What each swears.
pub static OATH_STATES: Field<String> = Field::property("oath-states", "what each swears, separated by commas");

/// Whether the oath is signed.
pub static OATH_SIGNED: Field<bool> = Field::property("oath-signed", "whether the oath is signed");

/// Whether the first of those who appoint does so before the meeting.
pub static IN_ADVANCE: Field<bool> = Field::property("in-advance", "whether the first of those who appoint does so before the meeting");

/// When one named after the first may appoint.
pub static LATER_IF: Field<Term> = Field::property("later-if", "when one named after the first may appoint; at any time where it is not said")
    .one_of(&["none was appointed", "no inspector or alternate can act"]);

/// Whose inspectors act at adjournments as well.
pub static ADJOURNMENTS: Field<Term> = Field::property("adjournments", "whose inspectors act at adjournments of the meeting as well: one of those who appoint, or anyone");

/// Who else may not serve.
pub static BARRED: Field<String> = Field::property("barred", "the offices whose holders may not serve, separated by commas");

/// Who appoints the inspectors of election.
pub static DEFINITION: Definition = Definition {
    name: "inspector-appointment",
    title: "Who appoints the inspectors of election",
    feeds: &["inspectors-appointment", "inspectors-number", "inspectors-service"],
    statute_effect: Effect::Default,
    doc: "Who appoints inspectors (judges) of election before and at the meeting, when they must, how many there are, who may not serve, what they swear, who fills a vacancy, whether they act at adjournments, and by what majority they act.",
    example: r#"inspector-appointment "board of directors" "chair of the meeting" duty="on demand" number-min=1 number-max=3 candidates=#false later-if="none was appointed""#,
    fields: &[&APPOINTERS.spec, &DUTY.spec, &NUMBER_MIN.spec, &NUMBER_MAX.spec, &LEAST_OR_GREATEST.spec, &NUMBER_DECIDED_BY.spec, &CANDIDATES.spec, &STOCKHOLDERS_ONLY.spec, &ALTERNATES.spec, &VACANCY_BEFORE.spec, &VACANCY_AT.spec, &ACTS_BY.spec, &OATH.spec, &OATH_STATES.spec, &OATH_SIGNED.spec, &IN_ADVANCE.spec, &LATER_IF.spec, &ADJOURNMENTS.spec, &BARRED.spec],
    scopes: &[],
};
