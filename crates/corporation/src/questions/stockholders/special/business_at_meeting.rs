//! # May this business be done at the meeting?
//!
//! Answers to 8 Del. C. § 222(a) (the notice of a special meeting states its purposes), and to the sections of the bylaws on
//! special meetings, on notice, and on the business of a meeting.
//!
//! **Our reading.** A special meeting does the business that its notice names, or a supplement to the notice that is given in
//! time; that follows from the statute's duty to state the purposes, and bylaws often say it. Every text that limits the
//! business must be kept. At an annual meeting any proper business may be done unless a text limits it. Bylaws that want the
//! purposes in the notice of every meeting are two readings for an annual meeting's business that the notice leaves out; that
//! it may be done is preferred, since the statute opens the meeting to it and rules on how business is brought would otherwise
//! have no use. What everyone entitled to notice waives is waived.
//!
//! **What may vary.** Bylaws may limit the business of an annual meeting; they cannot open a special meeting to business of
//! which nobody had notice.
//!
//! **Not encoded.** Whether business is within what the notice names: the presiding person rules on it, and a court may look
//! again. What is only incident to the meeting, such as adjourning, needs no notice. Who may bring business, and with what
//! advance notice, is a question of its own.

use quorate_law::vocabulary::meeting_business::{DEFINITION, WAYS};
use quorate_law::vocabulary::notice_contents;
use quorate_law::{Provision, Reckoning};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{
    MATTERS, MEETING_DATE, MEETING_FORM, MEETING_KIND, NOTICE_GIVEN, NOTICE_WAIVED, finding, meeting_situation,
};

/// Where it is named.
static NAMED_IN: Fact<&'static str> = Fact::word(
    "named-in",
    &["notice", "supplement to the notice", "neither"],
    "whether the business is named in the notice of the meeting, in a supplement to it, or in neither",
);
/// The word for a text that leaves the business open.
const ANY: &str = "any proper business";

/// The meeting may not do it.
pub static NOT_OPEN: FindingDefinition = FindingDefinition {
    id: "business-outside-the-meeting",
    title: "business was brought that the meeting may not do",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "business-at-meeting",
    title: "May this business be done at the meeting?",
    chapter: "stockholders",
    capabilities: &["S4"],
    source: include_str!("business_at_meeting.rs"),
    facts: &[
        &MEETING_KIND.spec,
        &MATTERS.spec,
        &MEETING_FORM.spec,
        &NAMED_IN.spec,
        &NOTICE_WAIVED.spec,
        &NOTICE_GIVEN.spec,
        &MEETING_DATE.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[
        (Reckoning::Notice, "notice-given"),
        (Reckoning::Meeting, "meeting-date"),
    ],
    provisions: &[&DEFINITION, &notice_contents::DEFINITION],
    findings: &[&NOT_OPEN],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = meeting_situation(inquiry)?;
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let named_in = inquiry.need(&NAMED_IN)?;
    let mut shut: Vec<&Provision> = Vec::new();
    for provision in resolution.controlling.iter().copied() {
        let ways: Vec<&str> = provision.get_all(&WAYS).into_iter().map(|way| way.0.as_str()).collect();
        inquiry.show(format!("{}: {}", provision.citation, ways.join(" or ")));
        if !ways.contains(&ANY) && !ways.contains(&named_in) {
            shut.push(provision);
        }
    }
    shut.reverse();
    let is_met = shut.is_empty();
    let told = match named_in {
        "neither" => "the business is named in neither the notice nor a supplement to it".to_owned(),
        place => format!("the business is named in the {place}"),
    };
    let authority = if is_met { &resolution.controlling } else { &shut };
    let mut found = finding(&NOT_OPEN, is_met, told, authority, vec![NAMED_IN.spec.name]);
    if !is_met {
        found.help =
            Some("give notice of it, or a supplement, in time for the meeting, or call another meeting".to_owned());
        if inquiry.known(&NOTICE_WAIVED) == Some(true) {
            found.status = FindingStatus::Waived;
        }
    } else if named_in == "neither" {
        let wanting = purposes_wanted(inquiry)?;
        if !wanting.is_empty() {
            found.status = FindingStatus::DependsOnReading;
            found
                .message
                .push_str(", though the notice must state the purposes of the meeting");
            found
                .authority
                .extend(wanting.iter().map(|provision| crate::finding::Authority::of(provision)));
            found.help = Some("give a supplement to the notice that names it, in time for the meeting".to_owned());
        }
    }
    inquiry.find(found);
    Ok(Value::YesNo(is_met).into())
}

/// The provisions that want the purposes in the notice of this meeting.
fn purposes_wanted<'a>(inquiry: &mut Inquiry<'a>) -> Result<Vec<&'a Provision>, Pause> {
    let form = inquiry.need(&MEETING_FORM)?;
    let situation = meeting_situation(inquiry)?.with("form", form);
    let controls = inquiry.trace.controls.clone();
    let contents = inquiry.consult(&notice_contents::DEFINITION, &situation)?;
    inquiry.trace.controls = controls;
    Ok(contents
        .controlling
        .into_iter()
        .filter(|provision| {
            provision
                .get_all(&notice_contents::ITEMS)
                .iter()
                .any(|item| item.0 == "purpose")
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const ID: &str = "business-at-meeting";
    const FINDING: &str = "business-outside-the-meeting";

    #[test]
    fn a_special_meeting_does_what_its_notice_or_a_supplement_names() {
        for set in ["altiris-2006", "novell-2001", "raining-data-2001"] {
            for (named, word) in [
                ("notice", "met"),
                ("supplement to the notice", "met"),
                ("neither", "unmet"),
            ] {
                let told = [
                    ("meeting-kind", "special"),
                    ("named-in", named),
                    ("notice-given", "2006-05-15"),
                ];
                assert_eq!(status(&ask_under(set, ID, &told), FINDING), word, "{set} {named}");
            }
        }
        let told = [
            ("meeting-kind", "special"),
            ("named-in", "neither"),
            ("notice-waived", "yes"),
            ("notice-given", "2002-05-15"),
        ];
        assert_eq!(status(&ask_under("novell-2001", ID, &told), FINDING), "waived");
    }

    #[test]
    fn an_annual_meeting_does_any_proper_business_unless_bylaws_limit_it() {
        let lines = "meeting-business \"notice\" meeting=\"annual\"";
        for (named, word) in [
            ("notice", "met"),
            ("supplement to the notice", "unmet"),
            ("neither", "unmet"),
        ] {
            let told = [("named-in", named), ("notice-given", "2006-05-15")];
            assert_eq!(status(&ask_with_bylaws(lines, ID, &told), FINDING), word, "{named}");
        }
        let told = [("named-in", "neither"), ("notice-given", "2006-05-15")];
        assert_eq!(status(&ask_under("novell-2001", ID, &told), FINDING), "met");
    }

    #[test]
    fn purposes_in_every_notice_leave_other_business_a_reading() {
        let told = [("named-in", "neither"), ("notice-given", "2002-05-15")];
        let answer = ask_under("raining-data-2001", ID, &told);
        assert_eq!(
            (field(&answer, "value").as_str(), status(&answer, FINDING)),
            ("yes", "depends on the reading")
        );
    }
}
