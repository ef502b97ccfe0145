//! # What does a notice duly given do although it may not have arrived?
//!
//! Answers to the sections of the bylaws on what notice is and does: whether it must reach the person, whether not receiving it
//! gives more time, whether all must be served alike. The statute counts notice from deposit or dispatch (8 Del. C. §§ 222(b),
//! 232) and says no more of these points.
//!
//! **Our reading.** What a text says of one point it says of that point alone. Where none speaks, notice need not be personal,
//! for the statute's moments do not turn on arrival, and different recipients may be served by different open means; these are
//! no findings, because no text is applied.
//!
//! **What may vary.** All of it: the bylaws may ask for more.
//!
//! **Not encoded.** Which option, right or privilege a period belongs to; relief that a court may give to one who was not reached.

use quorate_law::vocabulary::notice_effect::{DEFINITION, DIFFERENT_MEANS, EXTENDS, PERSONAL};
use quorate_law::vocabulary::Field;
use quorate_law::{Provision, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{RECIPIENT, finding};

/// Whether it was brought to the person.
pub static WAS_PERSONAL: Fact<bool> = Fact::new("was-personal", "whether the notice was brought to the recipient in person");
/// Whether more time is claimed.
pub static MORE_TIME: Fact<bool> = Fact::new(
    "more-time",
    "whether a recipient whom the notice did not reach was given, or claims, more time",
);
/// Whether recipients were served by different means.
pub static MEANS_DIFFER: Fact<bool> = Fact::new("means-differ", "whether recipients were served by different means");

/// Not personal.
pub static NOT_PERSONAL: FindingDefinition = FindingDefinition {
    id: "notice-not-personal",
    title: "the notice was not brought to the recipient in person",
    rank: Rank::Notice,
};
/// A period was extended.
pub static EXTENDED: FindingDefinition = FindingDefinition {
    id: "period-extended-for-want-of-receipt",
    title: "a period was extended because the notice was not received",
    rank: Rank::Limits,
};
/// Served unlike.
pub static UNLIKE: FindingDefinition = FindingDefinition {
    id: "recipients-served-unlike",
    title: "recipients were served by different means",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-effect",
    title: "What does a notice duly given do although it may not have arrived?",
    chapter: "stockholders",
    capabilities: &["N1"],
    source: include_str!("notice_effect.rs"),
    facts: &[&RECIPIENT.spec, &WAS_PERSONAL.spec, &MORE_TIME.spec, &MEANS_DIFFER.spec],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&NOT_PERSONAL, &EXTENDED, &UNLIKE],
    ask,
};

/// One point that a text may speak of: what it says, and the fact held against it.
struct Point {
    field: &'static Field<bool>,
    yes: &'static str,
    no: &'static str,
    fact: &'static Fact<bool>,
    finding: &'static FindingDefinition,
    /// Whether the fact must be so because the text says yes; else it may be so only if the text says yes.
    is_duty: bool,
    help: &'static str,
}

static POINTS: [Point; 3] = [
    Point {
        field: &PERSONAL,
        yes: "it must be personal",
        no: "it need not be personal",
        fact: &WAS_PERSONAL,
        finding: &NOT_PERSONAL,
        is_duty: true,
        help: "bring the notice to the recipient in person, in time for the meeting",
    },
    Point {
        field: &EXTENDS,
        yes: "not receiving it extends a period",
        no: "not receiving it extends no period",
        fact: &MORE_TIME,
        finding: &EXTENDED,
        is_duty: false,
        help: "hold the recipient to the period as it ran, or have the board grant a new one where it may",
    },
    Point {
        field: &DIFFERENT_MEANS,
        yes: "recipients may be served by different means",
        no: "all recipients are served by the same means",
        fact: &MEANS_DIFFER,
        finding: &UNLIKE,
        is_duty: false,
        help: "serve all recipients by one means, in time for the meeting",
    },
];

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = Situation::general().with("recipient", inquiry.need(&RECIPIENT)?);
    let texts = inquiry.require(&DEFINITION, &situation)?.controlling;
    let mut items = Vec::new();
    for point in &POINTS {
        let speaking: Vec<&Provision> = texts.iter().copied().filter(|text| text.get(point.field).is_some()).collect();
        let Some(text) = speaking.first() else { continue };
        // Of several texts the one that asks for more is followed.
        let says = if point.is_duty {
            speaking.iter().any(|text| text.says(point.field))
        } else {
            speaking.iter().all(|text| text.says(point.field))
        };
        items.push(if says { point.yes } else { point.no }.to_owned());
        inquiry.show(format!("{}: {}", text.citation, if says { point.yes } else { point.no }));
        let Some(is_so) = inquiry.known(point.fact) else { continue };
        let is_met = if point.is_duty { is_so || !says } else { !is_so || says };
        let message = format!(
            "{}: {}; the text says that {}",
            point.fact.spec.doc,
            if is_so { "yes" } else { "no" },
            if says { point.yes } else { point.no }
        );
        let mut found = finding(point.finding, is_met, message, &speaking, vec![point.fact.spec.name]);
        found.help = (!is_met).then(|| point.help.to_owned());
        inquiry.find(found);
    }
    Ok(Value::Items(items).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    #[test]
    fn each_point_as_the_text_has_it() {
        for (line, fact, finding, yes, no) in [
            ("personal=#true", "was-personal", "notice-not-personal", "met", "unmet"),
            ("personal=#false", "was-personal", "notice-not-personal", "met", "met"),
            ("extends-periods=#false", "more-time", "period-extended-for-want-of-receipt", "unmet", "met"),
            ("extends-periods=#true", "more-time", "period-extended-for-want-of-receipt", "met", "met"),
            ("different-means=#false", "means-differ", "recipients-served-unlike", "unmet", "met"),
            ("different-means=#true", "means-differ", "recipients-served-unlike", "met", "met"),
        ] {
            for (told, word) in [("yes", yes), ("no", no)] {
                let answer = ask_with_bylaws(&format!("notice-effect {line}"), "notice-effect", &[(fact, told)]);
                assert_eq!(status(&answer, finding), word, "{line} {fact}={told}");
            }
        }
    }

    #[test]
    fn directors_may_be_served_by_different_means_where_the_text_says_so_of_them() {
        let answer = ask_under("raining-data-2001", "notice-effect", &[("recipient", "director")]);
        assert_eq!(
            field(&answer, "value"),
            "not receiving it extends no period; recipients may be served by different means"
        );
        let answer = ask_under("raining-data-2001", "notice-effect", &[]);
        assert_eq!(field(&answer, "value"), "not receiving it extends no period");
        assert!(ask_under("altiris-2006", "notice-effect", &[]).is_silent);
    }
}
