//! # As of which moment is a holder entitled, and is this one?
//!
//! Answers to 8 Del. C. §§ 213(a) (the stockholders entitled to notice and to vote are determined on the record date) and
//! 219(c) (the stock ledger shows who they are), and to the sections of the bylaws that say the same.
//!
//! **Our reading.** Those who are holders of record at the close of business on the record date, and nobody else, have notice
//! and vote, whatever is registered afterwards; what is registered at that very moment counts. The record date for voting
//! decides the vote where the board fixed another one. A purchaser whose transfer is registered later has no vote, and can
//! have the seller's: by a proxy, for which agreements of sale provide and which a court may order.
//!
//! **What may vary.** Nothing. The hour at which business closes is the corporation's practice, as no text gives it.
//!
//! **Not encoded.** Who is the holder where the ledger is wrong or is contested (§ 225); beneficial owners.

use quorate_calendar::CivilMoment;
use quorate_law::vocabulary::record_holders::{DEFINITION, DESPITE_TRANSFER, ENTITLED_TO};
use quorate_law::{Provision, Situation};

use super::notice_contents::VOTING_RECORD_DATE;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{RECORD_DATE, finding};

/// What is claimed.
static CLAIM: Fact<&'static str> =
    Fact::word("claim", &["notice", "vote", "consent"], "what the holder claims").otherwise("vote");
/// When the transfer was registered.
static REGISTERED: Fact<CivilMoment> = Fact::new(
    "transfer-registered",
    "the day and hour at which a transfer of the shares was registered on the books",
);
/// Who claims it.
static CLAIMANT: Fact<&'static str> = Fact::word(
    "claimant",
    &["transferor", "transferee"],
    "whether the one from whom or the one to whom the shares were transferred claims it",
);

/// The claimant was not a holder then.
pub static NOT_HOLDER: FindingDefinition = FindingDefinition {
    id: "not-holder-of-record",
    title: "a right of a holder was claimed by one who was no holder of record on the record date",
    rank: Rank::Standing,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "holder-of-record",
    title: "As of which moment is a holder entitled?",
    chapter: "stockholders",
    capabilities: &["S6", "S13"],
    source: include_str!("holder_of_record.rs"),
    facts: &[
        &CLAIM.spec,
        &RECORD_DATE.spec,
        &VOTING_RECORD_DATE.spec,
        &REGISTERED.spec,
        &CLAIMANT.spec,
    ],
    shape: Shape::Day,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&NOT_HOLDER],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let claim = inquiry.need(&CLAIM)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let mut deciding: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| {
            provision.says(&DESPITE_TRANSFER) && provision.get_all(&ENTITLED_TO).iter().any(|right| right.0 == claim)
        })
        .collect();
    deciding.reverse();
    if deciding.is_empty() {
        return Err(Pause::NotApplicable(format!(
            "no text says as of when holders have {claim}"
        )));
    }
    let voting = inquiry.known(&VOTING_RECORD_DATE).filter(|_| claim == "vote");
    let date = match voting {
        Some(voting) => voting,
        None => inquiry.need(&RECORD_DATE)?,
    };
    let close = inquiry.practice().close_of_business.on(date);
    inquiry.show(format!("the register at close of business on {date}, {}", close.time));
    if let (Some(registered), Some(claimant)) = (inquiry.known(&REGISTERED), inquiry.known(&CLAIMANT)) {
        judge(inquiry, &deciding, close, registered, claimant);
    }
    Ok(Value::Moment(close).into())
}

fn judge(
    inquiry: &mut Inquiry<'_>,
    deciding: &[&Provision],
    close: CivilMoment,
    registered: CivilMoment,
    claimant: &'static str,
) {
    let was_transferred = registered <= close;
    let is_met = was_transferred == (claimant == "transferee");
    let told = |moment: CivilMoment| format!("{} at {}", moment.day, moment.time);
    let message = format!(
        "the transfer was registered on {}, {} the close of business on the record date, {}",
        told(registered),
        if was_transferred { "not after" } else { "after" },
        told(close)
    );
    let mut found = finding(&NOT_HOLDER, is_met, message, deciding, vec![CLAIMANT.spec.name]);
    found.help = (!is_met).then(|| {
        match claimant {
            "transferee" => "obtain a proxy from the holder of the record date",
            _ => "the shares are voted by the one to whom they were transferred",
        }
        .to_owned()
    });
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, field, status};

    const ID: &str = "holder-of-record";

    #[test]
    fn the_close_of_business_decides_and_one_minute_past_it() {
        for set in ["altiris-2006", "novell-2001", "raining-data-2001"] {
            for (registered, claimant, word) in [
                ("2002-02-16T17:00", "transferee", "met"),
                ("2002-02-16T17:00", "transferor", "unmet"),
                ("2002-02-16T17:01", "transferee", "unmet"),
                ("2002-02-16T17:01", "transferor", "met"),
            ] {
                let told = [
                    ("record-date", "2002-02-16"),
                    ("transfer-registered", registered),
                    ("claimant", claimant),
                ];
                let answer = ask_under(set, ID, &told);
                assert_eq!(
                    status(&answer, "not-holder-of-record"),
                    word,
                    "{set} {registered} {claimant}"
                );
                assert_eq!(
                    (field(&answer, "value").as_str(), field(&answer, "hour").as_str()),
                    ("2002-02-16", "17:00")
                );
            }
        }
    }

    #[test]
    fn a_date_for_voting_decides_the_vote_and_not_the_notice() {
        let told = [("record-date", "2009-10-01"), ("voting-record-date", "2009-11-01")];
        assert_eq!(field(&ask_under("novell-2001", ID, &told), "value"), "2009-11-01");
        let notice = [told[0], told[1], ("claim", "notice")];
        assert_eq!(field(&ask_under("novell-2001", ID, &notice), "value"), "2009-10-01");
    }
}
