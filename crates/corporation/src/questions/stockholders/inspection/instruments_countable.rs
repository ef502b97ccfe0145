//! # Can every proxy and ballot be counted as it stands?
//!
//! Answers to 8 Del. C. § 212(a) and § 213(a) (a share has one vote unless the certificate says otherwise, and those vote who
//! hold on the record date), to the sections of the bylaws on voting, and to § 231(b) (inspectors determine the validity of
//! proxies and ballots).
//!
//! **Our reading.** An instrument that cannot be true is no vote: the count goes on without it, and it is listed with its
//! reason. Nothing that came in is lost for it. Of two instruments of one holder and instant that say different things none is
//! counted until one whom the texts name determines which is the later. The same instrument filed twice is one instrument. What
//! an instrument says on an item that is not before the meeting is no vote; what it says on others counts.
//!
//! **What may vary.** The votes of a share, and who may vote it; not that it is voted once.
//!
//! **Not encoded.** Whether a single proxy is genuine, dated or revoked: `proxy-validity` and `proxy-form` ask that.

use quorate_law::vocabulary::votes_per_share;
use quorate_law::{Provision, Situation};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// An instrument is of an account that nobody has.
pub static ACCOUNT_UNKNOWN: FindingDefinition = FindingDefinition {
    id: "account-unknown",
    title: "an instrument is of an account that nobody has",
    rank: Rank::Standing,
};
/// An instrument is of a holder who held no shares on the record date.
pub static WITHOUT_SHARES: FindingDefinition = FindingDefinition {
    id: "account-without-shares",
    title: "an instrument is of a holder who held no shares on the record date",
    rank: Rank::Standing,
};
/// An instrument votes shares that do not count.
pub static SHARES_DO_NOT_COUNT: FindingDefinition = FindingDefinition {
    id: "instrument-of-shares-that-do-not-count",
    title: "an instrument votes shares that do not count",
    rank: Rank::Standing,
};
/// An instrument votes more than the holder has.
pub static BEYOND_SHARES: FindingDefinition = FindingDefinition {
    id: "votes-beyond-shares",
    title: "an instrument votes more than the holder has",
    rank: Rank::Limits,
};
/// An instrument votes less than nothing.
pub static NEGATIVE: FindingDefinition = FindingDefinition {
    id: "votes-negative",
    title: "an instrument votes less than nothing",
    rank: Rank::Form,
};
/// Two instruments of one instant say different things.
pub static AT_ONE_INSTANT: FindingDefinition = FindingDefinition {
    id: "instruments-at-one-instant",
    title: "two instruments of one instant say different things",
    rank: Rank::Form,
};
/// An instrument is dated after the meeting.
pub static DATED_AFTER: FindingDefinition = FindingDefinition {
    id: "instrument-dated-after-meeting",
    title: "an instrument is dated after the meeting",
    rank: Rank::Form,
};
/// An instrument votes on what is not before the meeting.
pub static ITEM_UNKNOWN: FindingDefinition = FindingDefinition {
    id: "item-unknown",
    title: "an instrument votes on what is not before the meeting",
    rank: Rank::Form,
};
/// The same instrument was filed twice.
pub static REPEATED: FindingDefinition = FindingDefinition {
    id: "instrument-repeated",
    title: "the same instrument was filed twice",
    rank: Rank::Form,
};
/// An instrument marks a choice that the matter does not offer.
pub static NOT_OFFERED: FindingDefinition = FindingDefinition {
    id: "choice-not-offered",
    title: "an instrument marks a choice that the matter does not offer",
    rank: Rank::Form,
};
/// An instrument is for more nominees than there are seats.
pub static BEYOND_SEATS: FindingDefinition = FindingDefinition {
    id: "nominees-beyond-seats",
    title: "an instrument is for more nominees than there are seats",
    rank: Rank::Limits,
};
/// An instrument does not say how its votes are given.
pub static UNCLEAR: FindingDefinition = FindingDefinition {
    id: "instrument-unclear",
    title: "an instrument does not say how its votes are given",
    rank: Rank::Form,
};

/// An instrument was set aside by determination.
pub static SET_ASIDE: FindingDefinition = FindingDefinition {
    id: "instrument-set-aside",
    title: "an instrument was set aside by those who determine challenges",
    rank: Rank::Form,
};

static ACCOUNT_UNKNOWN_COUNT: Fact<u64> = Fact::new("accounts-unknown", "how many instruments are of accounts that the stock ledger does not have");
static WITHOUT_SHARES_COUNT: Fact<u64> = Fact::new("without-shares", "how many instruments are of holders who held no shares on the record date");
static SHARES_DO_NOT_COUNT_COUNT: Fact<u64> = Fact::new("of-shares-that-do-not-count", "how many instruments vote shares that do not count, such as treasury shares");
static BEYOND_SHARES_COUNT: Fact<u64> = Fact::new("beyond-shares", "how many instruments vote more than their holders have");
static NEGATIVE_COUNT: Fact<u64> = Fact::new("negative", "how many instruments give a number of votes below nothing");
static AT_ONE_INSTANT_COUNT: Fact<u64> = Fact::new("at-one-instant", "how many instruments say something else than another of the same holder and instant");
static DATED_AFTER_COUNT: Fact<u64> = Fact::new("dated-after-meeting", "how many instruments are dated after the day of the meeting");
static ITEM_UNKNOWN_COUNT: Fact<u64> = Fact::new("items-unknown", "how many items are voted on that are not before the meeting");
static REPEATED_COUNT: Fact<u64> = Fact::new("repeated", "how many instruments were filed a second time, the same in every word");
static NOT_OFFERED_COUNT: Fact<u64> = Fact::new("choices-not-offered", "how many instruments mark a choice that the matter does not offer");
static BEYOND_SEATS_COUNT: Fact<u64> = Fact::new("nominees-beyond-seats", "how many instruments are for more nominees than there are seats");
static UNCLEAR_COUNT: Fact<u64> = Fact::new("unclear", "how many instruments do not say how their votes are given");

static SET_ASIDE_COUNT: Fact<u64> = Fact::new(
    "set-aside",
    "how many instruments were set aside because a challenge to them was sustained",
);

/// A way in which instruments cannot be counted: the finding, the fact that counts them, what they are, and the cure.
pub struct Defect {
    /// The finding.
    pub definition: &'static FindingDefinition,
    /// How many there are.
    pub fact: &'static Fact<u64>,
    /// What they are, after "3 instruments".
    words: &'static str,
    /// The cure.
    pub cure: &'static str,
}

/// Every such way, in the order of report.
pub static DEFECTS: &[Defect] = &[
    Defect {
        definition: &ACCOUNT_UNKNOWN,
        fact: &ACCOUNT_UNKNOWN_COUNT,
        words: "of an account that the stock ledger does not have",
        cure: "correct the account, or leave the instrument uncounted",
    },
    Defect {
        definition: &WITHOUT_SHARES,
        fact: &WITHOUT_SHARES_COUNT,
        words: "of a holder who held no shares on the record date",
        cure: "only holders of record on the record date vote: obtain the proxy of the one who held the shares then",
    },
    Defect {
        definition: &SHARES_DO_NOT_COUNT,
        fact: &SHARES_DO_NOT_COUNT_COUNT,
        words: "of shares that do not count",
        cure: "leave them uncounted, or correct the standing of the shares",
    },
    Defect {
        definition: &BEYOND_SHARES,
        fact: &BEYOND_SHARES_COUNT,
        words: "for more votes than the holder has",
        cure: "reconcile them with the position, and file them again",
    },
    Defect {
        definition: &NEGATIVE,
        fact: &NEGATIVE_COUNT,
        words: "for a number of votes below nothing",
        cure: "correct the number, and file them again",
    },
    Defect {
        definition: &AT_ONE_INSTANT,
        fact: &AT_ONE_INSTANT_COUNT,
        words: "at odds with another of the same holder and instant",
        cure: "determine which of them came later, with raise-challenge and determine-challenge",
    },
    Defect {
        definition: &DATED_AFTER,
        fact: &DATED_AFTER_COUNT,
        words: "dated after the day of the meeting",
        cure: "correct the date, or leave them uncounted",
    },
    Defect {
        definition: &ITEM_UNKNOWN,
        fact: &ITEM_UNKNOWN_COUNT,
        words: "on what is not before the meeting",
        cure: "correct the item's name, or put the matter before the meeting; what is said on other items counts",
    },
    Defect {
        definition: &REPEATED,
        fact: &REPEATED_COUNT,
        words: "filed a second time, the same in every word",
        cure: "nothing: one of them counts",
    },
    Defect {
        definition: &NOT_OFFERED,
        fact: &NOT_OFFERED_COUNT,
        words: "marked with a choice that the matter does not offer",
        cure: "correct the mark, and file them again",
    },
    Defect {
        definition: &BEYOND_SEATS,
        fact: &BEYOND_SEATS_COUNT,
        words: "for more nominees than there are seats",
        cure: "file them again for no more nominees than seats",
    },
    Defect {
        definition: &UNCLEAR,
        fact: &UNCLEAR_COUNT,
        words: "silent on how their votes are given",
        cure: "have the holder say how many votes each mark has, and file them again",
    },
    Defect {
        definition: &SET_ASIDE,
        fact: &SET_ASIDE_COUNT,
        words: "set aside because a challenge to it was sustained",
        cure: "none but another determination, with determine-challenge",
    },
];

/// The question.
pub static QUESTION: Question = Question {
    id: "instruments-countable",
    title: "Can every proxy and ballot be counted as it stands?",
    chapter: "stockholders",
    capabilities: &["S14", "S15"],
    source: include_str!("instruments_countable.rs"),
    facts: &[
        &ACCOUNT_UNKNOWN_COUNT.spec,
        &WITHOUT_SHARES_COUNT.spec,
        &SHARES_DO_NOT_COUNT_COUNT.spec,
        &BEYOND_SHARES_COUNT.spec,
        &NEGATIVE_COUNT.spec,
        &AT_ONE_INSTANT_COUNT.spec,
        &DATED_AFTER_COUNT.spec,
        &ITEM_UNKNOWN_COUNT.spec,
        &REPEATED_COUNT.spec,
        &NOT_OFFERED_COUNT.spec,
        &BEYOND_SEATS_COUNT.spec,
        &UNCLEAR_COUNT.spec,
        &SET_ASIDE_COUNT.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[],
    provisions: &[&votes_per_share::DEFINITION],
    findings: &[
        &ACCOUNT_UNKNOWN,
        &WITHOUT_SHARES,
        &SHARES_DO_NOT_COUNT,
        &BEYOND_SHARES,
        &NEGATIVE,
        &AT_ONE_INSTANT,
        &DATED_AFTER,
        &ITEM_UNKNOWN,
        &REPEATED,
        &NOT_OFFERED,
        &BEYOND_SEATS,
        &UNCLEAR,
        &SET_ASIDE,
    ],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    // What cannot be true is so whatever a share's votes are: a certificate that is not known stands in the way of no finding.
    let authority: Vec<&Provision> = match inquiry.consult(&votes_per_share::DEFINITION, &Situation::general()) {
        Ok(resolution) => resolution.controlling,
        Err(_) => Vec::new(),
    };
    let mut are_countable = true;
    for defect in DEFECTS {
        let Some(count) = inquiry.known(defect.fact) else {
            continue;
        };
        are_countable &= count == 0 || is_harmless(defect);
        judge(inquiry, defect, count, &authority);
    }
    Ok(Value::YesNo(are_countable).into())
}

/// What is filed twice is counted once, and an item that is not there leaves the others.
fn is_harmless(defect: &Defect) -> bool {
    [REPEATED.id, ITEM_UNKNOWN.id].contains(&defect.definition.id)
}

fn judge(inquiry: &mut Inquiry<'_>, defect: &Defect, count: u64, authority: &[&Provision]) {
    let how_many = match count {
        0 => "no instrument is".to_owned(),
        1 => "1 instrument is".to_owned(),
        several => format!("{several} instruments are"),
    };
    let message = format!("{how_many} {}", defect.words);
    let blames = vec![defect.fact.spec.name];
    let mut found = finding(defect.definition, count == 0, message, authority, blames);
    if count > 0 {
        found.help = Some(defect.cure.to_owned());
        // The texts name who determines such a doubt; until then neither counts.
        if defect.definition.id == AT_ONE_INSTANT.id {
            found.status = FindingStatus::NeedsJudgment;
        }
    }
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use super::DEFECTS;
    use crate::testing::{ask_under, ask_without_certificate, field, status};

    const ID: &str = "instruments-countable";

    #[test]
    fn each_defect_is_found_by_itself_from_the_first_instrument_on() {
        for defect in DEFECTS {
            let name = defect.fact.spec.name;
            let id = defect.definition.id;
            for count in ["0", "1", "7"] {
                let answer = ask_under("novell-2001", ID, &[(name, count)]);
                let expected = match (count, id) {
                    ("0", _) => "met",
                    (_, "instruments-at-one-instant") => "needs judgment",
                    _ => "unmet",
                };
                assert_eq!(status(&answer, id), expected, "{name} {count}");
                assert_eq!(answer.findings.len(), 1, "{name}");
                let harmless = ["instrument-repeated", "item-unknown"].contains(&id);
                let countable = if count == "0" || harmless { "yes" } else { "no" };
                assert_eq!(field(&answer, "value"), countable, "{name} {count}");
            }
        }
    }

    #[test]
    fn a_certificate_that_is_not_known_hides_nothing() {
        let answer = ask_without_certificate("novell-2001", ID, &[("negative", "2")]);
        assert_eq!(status(&answer, "votes-negative"), "unmet");
    }
}
