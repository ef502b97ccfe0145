//! # To whom must notice of a stockholders' meeting be given, and was it?
//!
//! Answers to 8 Del. C. § 222(b) (each stockholder entitled to vote at the meeting), § 251(c) (for a merger each holder,
//! whether the shares vote or not), § 262(d)(1) (each holder of shares with appraisal rights), and to the section of the
//! bylaws on notice of meetings.
//!
//! **Our reading.** A stockholder is the holder of record, on the record date for notice. Those whom texts name cumulate. One
//! holder who was passed over is enough for the defect, though a court may leave a meeting standing that no vote of that
//! holder could have changed. Who has waived notice, and who by law need not have it, is not counted as passed over.
//!
//! **What may vary.** Certificate or bylaws may name more persons, never fewer.
//!
//! **Not encoded.** Who stands on the ledger. Who need not have notice: unlawful communication and returned mail are
//! questions of their own. Conversions and transfers (§§ 266, 390), which are not among the matters.

use quorate_law::Provision;
use quorate_law::vocabulary::Term;
use quorate_law::vocabulary::notice_recipients::{DEFINITION, WHO};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{Finding, FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_KIND, MEETING_VALIDATED, NOTICE_WAIVED, finding, meeting_situation, unless_waived};

/// How many with a vote were passed over.
pub static VOTERS: Fact<u64> = Fact::new(
    "voters-without-notice",
    "how many holders of record entitled to vote were given no notice, have not waived it and are not excused by law",
);
/// How many without a vote were passed over.
pub static OTHERS: Fact<u64> = Fact::new(
    "nonvoters-without-notice",
    "how many holders of record of shares without a vote were given no notice, have not waived it and are not excused by law",
);
/// How many with appraisal rights were passed over.
pub static APPRAISAL: Fact<u64> = Fact::new(
    "appraisal-holders-without-notice",
    "how many holders of record of shares with appraisal rights were given no notice and have not waived it",
);

/// How many accounts served stand nowhere in the stock ledger.
pub static UNKNOWN: Fact<u64> = Fact::new(
    "unknown-accounts",
    "to how many accounts notice was sent that stand nowhere in the stock ledger",
);

/// Notice went to an account that nobody has.
pub static TO_UNKNOWN: FindingDefinition = FindingDefinition {
    id: "notice-to-unknown-account",
    title: "notice went to an account that the stock ledger does not have",
    rank: Rank::Notice,
};

/// Somebody was passed over.
pub static PASSED_OVER: FindingDefinition = FindingDefinition {
    id: "holder-without-notice",
    title: "a holder who must have notice was given none",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-recipients",
    title: "To whom must notice of a stockholders' meeting be given?",
    chapter: "stockholders",
    capabilities: &["S5"],
    source: include_str!("notice_recipients.rs"),
    facts: &[
        &MEETING_KIND.spec,
        &MATTERS.spec,
        &VOTERS.spec,
        &OTHERS.spec,
        &APPRAISAL.spec,
        &NOTICE_WAIVED.spec,
        &MEETING_VALIDATED.spec,
        &UNKNOWN.spec,
    ],
    shape: Shape::Persons,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&PASSED_OVER, &TO_UNKNOWN],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let situation = meeting_situation(inquiry)?;
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let mut groups: Vec<(&str, Vec<&Provision>)> = Vec::new();
    for provision in &resolution.controlling {
        for Term(who) in provision.get_all(&WHO) {
            inquiry.show(format!("{}: {who}", provision.citation));
            match groups.iter_mut().find(|(known, _)| known == who) {
                Some((_, naming)) => naming.push(provision),
                None => groups.push((who, vec![provision])),
            }
        }
    }
    let found: Vec<Finding> = groups
        .iter()
        .filter_map(|(who, naming)| judge(inquiry, who, naming))
        .map(|found| unless_waived(inquiry, found))
        .collect();
    // Where somebody was passed over, that others were not is no news.
    let is_news = |finding: &Finding| finding.status != FindingStatus::Met;
    let is_broken = found.iter().any(is_news);
    for finding in found {
        if is_news(&finding) || !is_broken {
            inquiry.find(finding);
        }
    }
    if let Some(unknown) = inquiry.known(&UNKNOWN) {
        let message = match unknown {
            0 => "every account served stands in the stock ledger".to_owned(),
            1 => "1 account to which notice was sent stands nowhere in the stock ledger".to_owned(),
            several => format!("{several} accounts to which notice was sent stand nowhere in the stock ledger"),
        };
        let mut found = finding(&TO_UNKNOWN, unknown == 0, message, &resolution.controlling, vec![UNKNOWN.spec.name]);
        found.help = (unknown > 0).then(|| "serve the account that was meant; quorate deliveries --still shows who is still to be served".to_owned());
        inquiry.find(found);
    }
    Ok(Value::Persons(groups.into_iter().map(|(who, _)| who.to_owned()).collect()).into())
}

/// The facts that count those of a group who were passed over.
fn counted(who: &str) -> Vec<&'static Fact<u64>> {
    match who {
        "each holder of record, with a vote or without" => vec![&VOTERS, &OTHERS],
        "each holder of record of shares with appraisal rights" => vec![&APPRAISAL],
        _ => vec![&VOTERS],
    }
}

/// Whether any of a group was passed over; nothing while that is not known.
fn judge(inquiry: &Inquiry<'_>, who: &str, naming: &[&Provision]) -> Option<Finding> {
    let facts = counted(who);
    let known: Vec<u64> = facts.iter().filter_map(|fact| inquiry.known(fact)).collect();
    let missing: u64 = known.iter().fold(0, |sum, number| sum.saturating_add(*number));
    // While a number is not known nothing is met; one passed over is enough for the defect.
    if missing == 0 && known.len() < facts.len() {
        return None;
    }
    let message = match missing {
        0 => format!("notice was given to {who}"),
        1 => format!("1 holder was given no notice; it is due to {who}"),
        several => format!("{several} holders were given no notice; it is due to {who}"),
    };
    // The bylaws' own section first: it is the one the secretary reads.
    let authority: Vec<&Provision> = naming.iter().rev().copied().collect();
    let blames = facts.iter().map(|fact| fact.spec.name).collect();
    let mut found = finding(&PASSED_OVER, missing == 0, message, &authority, blames);
    found.help = (missing > 0).then(|| "give them notice in time for the meeting, or obtain their waivers".to_owned());
    Some(found)
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_with_bylaws, field, status};

    #[test]
    fn one_passed_over_is_enough() {
        for (matter, fact, number, word) in [
            ("ordinary", "voters-without-notice", "0", "met"),
            ("ordinary", "voters-without-notice", "1", "unmet"),
            ("ordinary", "nonvoters-without-notice", "1", "none"),
            ("merger", "nonvoters-without-notice", "1", "unmet"),
            ("merger", "voters-without-notice", "0", "met"),
            ("appraisal", "appraisal-holders-without-notice", "0", "met"),
            ("appraisal", "appraisal-holders-without-notice", "1", "unmet"),
        ] {
            let answer = ask_with_bylaws(SILENT, "notice-recipients", &[("matters", matter), (fact, number)]);
            assert_eq!(status(&answer, "holder-without-notice"), word, "{matter} {fact} {number}");
        }
    }

    #[test]
    fn an_account_that_nobody_has_serves_nobody() {
        for (number, word) in [("0", "met"), ("1", "unmet"), ("2", "unmet")] {
            let answer = ask_with_bylaws(SILENT, "notice-recipients", &[("unknown-accounts", number)]);
            assert_eq!(status(&answer, "notice-to-unknown-account"), word, "{number}");
        }
    }

    #[test]
    fn bylaws_may_name_more() {
        let bylaws = "notice-recipients \"each holder of record, with a vote or without\"";
        let told = [("voters-without-notice", "0"), ("nonvoters-without-notice", "2")];
        let answer = ask_with_bylaws(bylaws, "notice-recipients", &told);
        assert_eq!(
            field(&answer, "value"),
            "each holder of record entitled to vote; each holder of record, with a vote or without"
        );
        assert!(answer.has_unmet());
    }
}
