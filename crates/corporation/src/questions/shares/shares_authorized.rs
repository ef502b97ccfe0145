//! # Are there authorized shares left for an issue?
//!
//! Answers to 8 Del. C. § 161 (the board may issue stock up to what the certificate authorizes) and § 151(a), and to the
//! certificate's own statement of its classes.
//!
//! **Our reading.** What was issued before and what is to be issued together may not exceed what the certificate authorizes of
//! the class. The last share authorized may be issued; one more may not. Shares issued and later reacquired count as issued
//! until they are retired.
//!
//! **What may vary.** Only the certificate, by amendment.
//!
//! **Not encoded.** Shares reserved for options and conversions; retirement of treasury shares (§ 243).

use quorate_law::vocabulary::share_class::{AUTHORIZED, DEFINITION, NAME};
use quorate_law::{Provision, Situation, Source};

use crate::answer::{Shape, Threshold, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::{counted, finding, rely_on};

static CLASS: Fact<String> = Fact::new("class", "the class of stock, by its name in the certificate");
static ISSUED_BEFORE: Fact<Quantity> = Fact::new("issued-before", "the shares of the class issued before");
static TO_ISSUE: Fact<Quantity> = Fact::new("to-issue", "the shares to be issued");

/// More shares would be issued than the certificate authorizes.
pub static NOT_AUTHORIZED: FindingDefinition = FindingDefinition {
    id: "shares-not-authorized",
    title: "more shares would be issued than the certificate authorizes",
    rank: Rank::Limits,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "shares-authorized",
    title: "Are there authorized shares left for an issue?",
    chapter: "shares",
    capabilities: &["K7"],
    source: include_str!("shares_authorized.rs"),
    facts: &[&CLASS.spec, &ISSUED_BEFORE.spec, &TO_ISSUE.spec],
    shape: Shape::Threshold,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&NOT_AUTHORIZED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let class = inquiry.need(&CLASS)?;
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    // Bylaws cannot authorize stock, whatever they say of classes (8 Del. C. § 102(a)(4)).
    let of_certificate = |provision: &&Provision| provision.citation.source == Source::Certificate;
    let classes: Vec<&Provision> = resolution.controlling.iter().copied().filter(of_certificate).collect();
    rely_on(inquiry, &resolution, &classes);
    let named = |provision: &&Provision| provision.get(&NAME) == Some(&class);
    let Some(provision) = classes.iter().copied().find(named) else {
        if inquiry.may_certificate_speak(&DEFINITION) {
            return Err(Pause::Certificate(&DEFINITION));
        }
        if classes.is_empty() {
            return Err(Pause::Silent(&DEFINITION));
        }
        let known: Vec<_> = classes
            .iter()
            .filter_map(|provision| provision.get(&NAME).map(String::as_str))
            .collect();
        return Err(Pause::Impossible(format!(
            "the certificate has no class \"{class}\"; it has {}",
            known.join(", ")
        )));
    };
    let before = inquiry.need(&ISSUED_BEFORE)?;
    let more = inquiry.need(&TO_ISSUE)?;
    let authorized = Quantity::whole(provision.get(&AUTHORIZED).copied().unwrap_or(0));
    let after = before.plus(&more);
    let is_met = after <= authorized;
    let message = format!("{} of {class} would be issued; {authorized} are authorized", counted(&after, "share"));
    let mut found = finding(
        &NOT_AUTHORIZED,
        is_met,
        message,
        &[provision],
        vec!["to-issue"],
    );
    found
        .arithmetic
        .push(format!("{before} + {more} = {after}; authorized {authorized}"));
    found.help = (!is_met).then(|| {
        let left = authorized.minus(&before).unwrap_or_else(Quantity::zero);
        format!("issue at most {}, or have the certificate amended first", counted(left, "share"))
    });
    inquiry.find(found);
    Ok(Value::Threshold(Threshold {
        needed: after,
        base: authorized.clone(),
        base_name: format!("authorized shares of {class}"),
        present: Some(authorized),
        met: Some(is_met),
    })
    .into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, status};

    #[test]
    fn the_last_authorized_share_may_be_issued_and_one_more_may_not() {
        let answer = ask_under("novell-2001", "corporation-facts", &[]);
        assert!(answer.value.is_some());
        let set = quorate_instruments::load("novell-2001/certificate").unwrap();
        let class = set
            .provisions()
            .find(|provision| provision.definition.name == "share-class")
            .unwrap();
        let name = class.get(&super::NAME).unwrap().clone();
        let authorized = *class.get(&super::AUTHORIZED).unwrap();
        for (more, expected) in [(1, "met"), (2, "unmet")] {
            let before = (authorized - 1).to_string();
            let told = [
                ("class", name.as_str()),
                ("issued-before", before.as_str()),
                ("to-issue", &more.to_string()),
            ];
            let answer = ask_under("novell-2001", "shares-authorized", &told);
            assert_eq!(status(&answer, "shares-not-authorized"), expected, "{more}");
        }
    }
}
