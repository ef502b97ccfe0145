//! # Does attending a meeting waive notice of it?
//!
//! Answers to 8 Del. C. § 229 (attendance waives, save for one who attends for the express purpose of objecting, at the
//! beginning, that the meeting is not lawfully called or convened), and to the section of the bylaws on waivers.
//!
//! **Our reading.** Who was not there waives nothing by absence. Who was there has waived, unless the objection was made when
//! the text wants it, and, where the text says so, attending had no other purpose. One who objects and then takes part
//! attended for more than objecting. A text that names no time is content with an objection at any time. The statute fixes
//! the point: bylaws that keep more objections alive, or fewer, are displaced, and the answer shows what they say alone.
//!
//! **What may vary.** Nothing, on our reading.
//!
//! **Not encoded.** Attendance by proxy is attendance. What attendance never waives under some bylaws, an objection to
//! business that the law wants in the notice and that was left out, is shown and not worked out.
//!
//! **Open question.** Whether bylaws may keep more objections alive than the statute does; the statute neither says that they
//! may nor that they may not.

use quorate_law::vocabulary::attendance_waiver::{self, DEFINITION, NEVER_WAIVES, OBJECTION_AT, TO_THE_EXTENT_OF_LAW};
use quorate_law::{Provision, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::BODY;

/// Whether the person attended.
pub static ATTENDED: Fact<bool> = Fact::new(
    "attended",
    "whether the person attended the meeting, in person or by proxy",
);
/// Whether the person objected at the beginning.
pub static OBJECTED_AT_BEGINNING: Fact<bool> = Fact::new(
    "objected-at-beginning",
    "whether the person objected at the beginning that the meeting was not lawfully called or convened",
);
/// Whether the person objected later.
pub static OBJECTED_LATER: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "objected-later",
        "whether the person made that objection later in the meeting",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// Whether objecting was the only purpose.
pub static PURPOSE_ONLY: Fact<bool> = Fact::new(
    "purpose-only",
    "whether the person attended for the express purpose of objecting, and took no other part",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "attendance-waiver",
    title: "Does attending a meeting waive notice of it?",
    chapter: "stockholders",
    capabilities: &["N5"],
    source: include_str!("attendance_waiver.rs"),
    facts: &[
        &ATTENDED.spec,
        &OBJECTED_AT_BEGINNING.spec,
        &OBJECTED_LATER.spec,
        &PURPOSE_ONLY.spec,
        &BODY.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("body", body))?;
    if !inquiry.need(&ATTENDED)? {
        inquiry.show("not there: nothing is waived by absence");
        return Ok(Value::YesNo(false).into());
    }
    let mut readings: Vec<Reading> = Vec::new();
    for provision in &resolution.controlling {
        let is_waived = !keeps_the_right(inquiry, provision)?;
        inquiry.show(format!(
            "{}: {}",
            provision.citation,
            if is_waived {
                "attendance waived notice"
            } else {
                "the objection kept the right"
            }
        ));
        if let Some(never) = provision.get(&NEVER_WAIVES) {
            inquiry.show(format!("{}: attendance never waives {never}", provision.citation));
        }
        let value = Value::YesNo(is_waived);
        if readings.iter().all(|reading| reading.value != value) {
            readings.push(Reading {
                text: provision.statement(),
                value,
                because: format!("{} says so", provision.citation),
                is_preferred: readings.is_empty(),
                who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
            });
        }
    }
    match readings.as_slice() {
        [only] => Ok(only.value.clone().into()),
        _ => Ok(Conclusion::Readings(readings)),
    }
}

/// Whether the objection was made as the provision wants it.
fn keeps_the_right(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<bool, Pause> {
    let is_timely = inquiry.need(&OBJECTED_AT_BEGINNING)?
        || (provision.word(&OBJECTION_AT) != Some("the beginning") && inquiry.need(&OBJECTED_LATER)?);
    if !is_timely {
        return Ok(false);
    }
    if provision.says(&TO_THE_EXTENT_OF_LAW) {
        let why = format!(
            "{} leaves it to the law how far the attendance of one who objects is a waiver",
            provision.citation
        );
        return Err(Pause::NotApplicable(why));
    }
    Ok(!provision.says(&attendance_waiver::PURPOSE_ONLY) || inquiry.need(&PURPOSE_ONLY)?)
}

#[cfg(test)]
mod tests {
    use crate::answer::{BySource, Said};
    use crate::testing::{ask_under, ask_with_bylaws, branch, field};

    fn bylaws_alone(by: &[BySource]) -> Option<String> {
        match &by.iter().find(|source| source.source == "bylaws").unwrap().says {
            Said::Value(value) => Some(value.fields()[0].1.clone()),
            _ => None,
        }
    }

    #[test]
    fn the_statute_and_the_bylaws_alone() {
        let any_time = "attendance-waiver objection-at=\"any time\" purpose-only=#false";
        let purpose = "attendance-waiver purpose-only=#true";
        // attended, at the beginning, later, only to object: by the statute; by the first text alone; by the second.
        for (attended, beginning, later, only, statute, first, second) in [
            ("no", "no", "no", "no", "no", "no", "no"),
            ("yes", "no", "no", "no", "yes", "yes", "yes"),
            ("yes", "yes", "no", "no", "yes", "no", "yes"),
            ("yes", "yes", "no", "yes", "no", "no", "no"),
            ("yes", "no", "yes", "yes", "yes", "no", "no"),
            ("yes", "no", "yes", "no", "yes", "no", "yes"),
        ] {
            let told = [
                ("attended", attended),
                ("objected-at-beginning", beginning),
                ("objected-later", later),
                ("purpose-only", only),
            ];
            for (bylaws, alone) in [(any_time, first), (purpose, second)] {
                let answer = ask_with_bylaws(bylaws, "attendance-waiver", &told);
                assert_eq!(field(&answer, "value"), statute, "{told:?}");
                assert_eq!(bylaws_alone(&answer.by).as_deref(), Some(alone), "{told:?} {bylaws}");
                assert_eq!(answer.displaced.len(), 1, "{bylaws}");
            }
        }
    }

    #[test]
    fn what_is_not_known_branches() {
        let answer = ask_under(
            "altiris-2006",
            "attendance-waiver",
            &[("attended", "yes"), ("objected-at-beginning", "yes")],
        );
        assert_eq!(answer.needs[0].fact, "purpose-only");
        assert_eq!(branch(&answer, "yes").unwrap().fields()[0].1, "no");
        assert_eq!(branch(&answer, "no").unwrap().fields()[0].1, "yes");
        // This set's own text asks for no such purpose.
        assert_eq!(bylaws_alone(&answer.by).as_deref(), Some("no"));
    }

    #[test]
    fn a_text_that_defers_to_the_law_says_nothing_of_one_who_objects() {
        let told = [
            ("attended", "yes"),
            ("objected-at-beginning", "yes"),
            ("purpose-only", "yes"),
        ];
        let answer = ask_under("raining-data-2001", "attendance-waiver", &told);
        assert_eq!(field(&answer, "value"), "no");
        assert_eq!(bylaws_alone(&answer.by), None);
    }
}
