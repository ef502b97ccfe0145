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

/// Who appoints the inspectors of election.
pub static DEFINITION: Definition = Definition {
    name: "inspector-appointment",
    title: "Who appoints the inspectors of election",
    feeds: &["inspectors-appointment"],
    statute_effect: Effect::Default,
    doc: "Who appoints inspectors (judges) of election before and at the meeting, when they must, how many there are, who may not serve, who fills a vacancy, and by what majority they act.",
    example: r#"inspector-appointment "board of directors" "chair of the meeting" duty="on demand" number-min=1 number-max=3 candidates=#false"#,
    fields: &[&APPOINTERS.spec, &DUTY.spec, &NUMBER_MIN.spec, &NUMBER_MAX.spec, &LEAST_OR_GREATEST.spec, &NUMBER_DECIDED_BY.spec, &CANDIDATES.spec, &STOCKHOLDERS_ONLY.spec, &ALTERNATES.spec, &VACANCY_BEFORE.spec, &VACANCY_AT.spec, &ACTS_BY.spec, &OATH.spec],
    scopes: &[],
};
