//! # Does attending a meeting waive notice of it, and what does attending not waive?
//!
//! Answers to 8 Del. C. § 229 (attendance waives, save for one who attends for the express purpose of objecting, at the
//! beginning, that the meeting is not lawfully called or convened), and to the section of the bylaws on waivers.
//!
//! **Our reading.** Who was not there waives nothing by absence. Who was there has waived, unless the objection was made when
//! the text wants it, and, where the text says so, attending had no other purpose. One who objects and then takes part
//! attended for more than objecting. A text that names no time is content with an objection at any time. The statute fixes
//! the point: bylaws that keep more objections alive, or fewer, are displaced, and the answer shows what they say alone.
//! On two points the statute says nothing, and there bylaws speak beside it. One who is there by proxy attends; where no text
//! says so that is our preference, and the other reading is shown. A matter that the law wants in the notice and that was
//! left out may not be considered over the objection of one who kept the right. Where bylaws keep that objection alive for
//! everyone who attends, we prefer them; that attendance waived it with the rest of the notice can be read as well.
//!
//! **What may vary.** What the statute leaves open, on our reading: proxies, and matters left out of the notice.
//!
//! **Not encoded.** Whether the law wanted the matter in the notice: the question on the notice's contents says so.
//!
//! **Open question.** Whether bylaws may keep more objections alive than the statute does; the statute neither says that they
//! may nor that they may not.

use quorate_law::vocabulary::attendance_waiver::{
    self, BY_PROXY, DEFINITION, LEFT_OUT_MATTERS, OBJECTION_AT, TO_THE_EXTENT_OF_LAW,
};
use quorate_law::{Provision, Resolution, Situation};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{BODY, finding, rely_on};

/// Whether the person attended.
pub static ATTENDED: Fact<bool> = Fact::new(
    "attended",
    "whether the person attended the meeting, in person or by proxy",
);
/// Whether it was by proxy.
pub static BY_PROXY_ALONE: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new("by-proxy", "whether the person was there by proxy alone");
    fact.spec.otherwise = Some("no");
    fact
};
/// Whether the person protested before the meeting.
pub static PROTESTED_BEFORE: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new("protested-before", "whether the person protested the lack of notice before the meeting");
    fact.spec.otherwise = Some("no");
    fact
};
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
/// Whether a matter was left out of the notice.
pub static LEFT_OUT_MATTER: Fact<bool> = Fact::new(
    "left-out-matter",
    "whether a matter was considered that the law wants in the notice and that was left out of it",
);
/// Whether the person objected to considering it.
pub static OBJECTED_TO_MATTER: Fact<&'static str> = Fact::word(
    "objected-to-matter",
    &["when it was presented", "later in the meeting", "no"],
    "when the person expressly objected to considering that matter",
);

/// A matter left out of the notice was considered over an objection.
pub static MATTER: FindingDefinition = FindingDefinition {
    id: "left-out-matter-considered",
    title: "a matter left out of the notice was considered though somebody kept the right to object",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "attendance-waiver",
    title: "Does attending a meeting waive notice of it?",
    chapter: "stockholders",
    capabilities: &["N5"],
    source: include_str!("attendance_waiver.rs"),
    facts: &[
        &ATTENDED.spec,
        &BY_PROXY_ALONE.spec,
        &PROTESTED_BEFORE.spec,
        &OBJECTED_AT_BEGINNING.spec,
        &OBJECTED_LATER.spec,
        &PURPOSE_ONLY.spec,
        &LEFT_OUT_MATTER.spec,
        &OBJECTED_TO_MATTER.spec,
        &BODY.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&MATTER],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let body = inquiry.need(&BODY)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("body", body))?;
    if !inquiry.need(&ATTENDED)? {
        inquiry.show("not there: nothing is waived by absence");
        judge_matter(inquiry, &resolution, false)?;
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
        add_reading(&mut readings, provision.statement(), is_waived, format!("{} says so", provision.citation));
    }
    let is_waived = readings.iter().any(|reading| reading.value == Value::YesNo(true));
    if is_waived && inquiry.need(&BY_PROXY_ALONE)? {
        by_proxy(inquiry, &resolution, body, &mut readings)?;
    }
    judge_matter(inquiry, &resolution, is_waived)?;
    match readings.as_slice() {
        [only] => Ok(only.value.clone().into()),
        _ => Ok(Conclusion::Readings(readings)),
    }
}

/// One more reading, unless one of the same value is there; the first is preferred.
fn add_reading(readings: &mut Vec<Reading>, text: String, is_waived: bool, because: String) {
    let value = Value::YesNo(is_waived);
    if readings.iter().all(|reading| reading.value != value) {
        readings.push(Reading {
            text,
            value,
            because,
            is_preferred: readings.is_empty(),
            who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
        });
    }
}

/// What every text in the answer says, those displaced on other points among them.
fn all<'a>(resolution: &Resolution<'a>) -> Vec<&'a Provision> {
    let displaced = resolution.displaced.iter().map(|displaced| displaced.provision);
    resolution.controlling.iter().copied().chain(displaced).collect()
}

/// Whether a proxy's attendance is the holder's: a text says so, else there are two readings.
fn by_proxy(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'_>,
    body: &str,
    readings: &mut Vec<Reading>,
) -> Result<(), Pause> {
    if body != "stockholders" {
        return Err(Pause::NotApplicable("a director does not attend by proxy".to_owned()));
    }
    let saying: Vec<&Provision> = all(resolution).into_iter().filter(|provision| provision.says(&BY_PROXY)).collect();
    if saying.is_empty() {
        let because = "the text speaks of a person's attendance and names no proxy".to_owned();
        add_reading(readings, "only the holder's own attendance waives".to_owned(), false, because);
        return Ok(());
    }
    for provision in &saying {
        inquiry.show(format!("{}: attending by proxy is attending", provision.citation));
    }
    rely_on(inquiry, resolution, &[resolution.controlling.as_slice(), saying.as_slice()].concat());
    Ok(())
}

/// Whether the objection was made as the provision wants it.
fn keeps_the_right(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<bool, Pause> {
    let at = provision.word(&OBJECTION_AT);
    if at == Some("none") {
        return Ok(false);
    }
    let is_timely = (at == Some("before or at the beginning") && inquiry.need(&PROTESTED_BEFORE)?)
        || inquiry.need(&OBJECTED_AT_BEGINNING)?
        || (matches!(at, None | Some("any time")) && inquiry.need(&OBJECTED_LATER)?);
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

/// A matter left out of the notice: lawful over nobody's objection who kept the right to it.
fn judge_matter(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, is_waived: bool) -> Result<(), Pause> {
    if inquiry.known(&LEFT_OUT_MATTER) != Some(true) {
        return Ok(());
    }
    let message = "a matter was considered that the law wants in the notice and that was left out";
    let blames = vec!["left-out-matter", "objected-to-matter"];
    let mut found = finding(&MATTER, false, message.to_owned(), &resolution.controlling, blames);
    if is_waived {
        let objected = inquiry.need(&OBJECTED_TO_MATTER)?;
        let keeping: Vec<&Provision> = all(resolution)
            .into_iter()
            .filter(|provision| match provision.word(&LEFT_OUT_MATTERS) {
                Some("at the meeting") => objected != "no",
                Some(_) => objected == "when it was presented",
                None => false,
            })
            .collect();
        found.status = if keeping.is_empty() { FindingStatus::Waived } else { FindingStatus::DependsOnReading };
        if keeping.is_empty() {
            found.message.push_str("; attendance waived it with the rest of the notice");
        } else {
            found.message.push_str("; the bylaws keep the objection made to it, and attendance waived notice of the meeting");
            found.authority = keeping
                .iter()
                .chain(&resolution.controlling)
                .map(|provision| crate::finding::Authority::of(provision))
                .collect();
        }
    } else {
        found.message.push_str(", and this person has not waived notice");
    }
    if found.status != FindingStatus::Waived {
        found.help = Some("leave the matter to a meeting whose notice names it, or obtain this person's waiver".to_owned());
    }
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::answer::{BySource, Said};
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, branch, field, status};

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

    #[test]
    fn a_proxy_attends_where_a_text_says_so_and_on_one_reading_elsewhere() {
        let told = [("attended", "yes"), ("objected-at-beginning", "no"), ("by-proxy", "yes")];
        for (set, value) in [("novell-2001", Some("yes")), ("raining-data-2001", Some("yes")), ("altiris-2006", None)] {
            let answer = ask_under(set, "attendance-waiver", &told);
            assert_eq!(answer.value.as_ref().map(|value| value.fields()[0].1.clone()).as_deref(), value, "{set}");
            assert_eq!(answer.readings.len(), if value.is_none() { 2 } else { 0 }, "{set}");
        }
        let board = [("body", "board"), ("attended", "yes"), ("objected-at-beginning", "no"), ("by-proxy", "yes")];
        assert!(ask_with_bylaws(SILENT, "attendance-waiver", &board).value.is_none());
    }

    #[test]
    fn a_protest_before_the_meeting_keeps_the_right_where_the_text_says_so() {
        let before = "attendance-waiver objection-at=\"before or at the beginning\"";
        let none = "attendance-waiver objection-at=\"none\"";
        for (bylaws, before, beginning, value) in [
            (before, "yes", "no", "no"),
            (before, "no", "yes", "no"),
            (before, "no", "no", "yes"),
            (none, "yes", "yes", "yes"),
        ] {
            let told = [
                ("attended", "yes"),
                ("protested-before", before),
                ("objected-at-beginning", beginning),
                ("objected-later", "yes"),
                ("purpose-only", "no"),
            ];
            let answer = ask_with_bylaws(bylaws, "attendance-waiver", &told);
            assert_eq!(bylaws_alone(&answer.by).as_deref(), Some(value), "{bylaws} {told:?}");
        }
    }

    #[test]
    fn a_matter_left_out_of_the_notice() {
        let meeting = "attendance-waiver objection-at=\"the beginning\" left-out-matters=\"at the meeting\"";
        let presented = "attendance-waiver objection-at=\"the beginning\" left-out-matters=\"when the matter is presented\"";
        for (bylaws, attended, beginning, objected, word) in [
            (meeting, "yes", "no", "when it was presented", "depends on the reading"),
            (meeting, "yes", "no", "later in the meeting", "depends on the reading"),
            (meeting, "yes", "no", "no", "waived"),
            (presented, "yes", "no", "when it was presented", "depends on the reading"),
            (presented, "yes", "no", "later in the meeting", "waived"),
            (SILENT, "yes", "no", "when it was presented", "waived"),
            (SILENT, "yes", "yes", "no", "unmet"),
            (SILENT, "no", "no", "no", "unmet"),
        ] {
            let told = [
                ("attended", attended),
                ("objected-at-beginning", beginning),
                ("purpose-only", "yes"),
                ("left-out-matter", "yes"),
                ("objected-to-matter", objected),
            ];
            let answer = ask_with_bylaws(bylaws, "attendance-waiver", &told);
            assert_eq!(status(&answer, "left-out-matter-considered"), word, "{told:?}");
        }
    }
}
