//! What the inspectors do.

use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// The duties, in our words.
pub static DUTIES: Field<String> = Field::arguments("duties", "the duties, in our words");

/// Whether they are only duties that may be given.
pub static MAY: Field<bool> = Field::property("may", "whether rules or an appointment may give these duties, and the text itself gives none");

/// When they report and certify.
pub static REPORT: Field<Term> = Field::property("report", "when they report and certify").one_of(&["always", "on request"]);

/// Who may ask for the report.
pub static REPORT_ASKED_BY: Field<String> = Field::property("report-asked-by", "who may ask for the report, separated by commas; anyone where it is not said");

/// Whether they state what they relied on.
pub static SPECIFY_RELIANCE: Field<bool> = Field::property("specify-reliance", "whether they state what they relied on");

/// What the inspectors do.
pub static DEFINITION: Definition = Definition {
    name: "inspector-duties",
    title: "What the inspectors do",
    feeds: &["inspectors-duties"],
    statute_effect: Effect::Adds,
    doc: "The duties of the inspectors, or those that rules or their appointment may give them, and when and at whose request they report and certify.",
    example: r#"inspector-duties "determine the shares outstanding" "count the votes" report="on request" report-asked-by="chair of the meeting, stockholder""#,
    fields: &[&DUTIES.spec, &MAY.spec, &REPORT.spec, &REPORT_ASKED_BY.spec, &SPECIFY_RELIANCE.spec],
    scopes: &[],
};
