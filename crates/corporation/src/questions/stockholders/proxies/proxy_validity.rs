//! # Is a proxy valid when it is voted?
//!
//! Answers to 8 Del. C. § 212(b) (three years from its date, unless it says longer) and (e) (irrevocable if it says so, and only while
//! coupled with an interest that supports an irrevocable power), and to the section of the bylaws on proxies.
//!
//! **Our reading.** The years run from the proxy's date and end with its anniversary, which is the last good day; of a proxy dated
//! 29 February the later of the two anniversaries counts. A shorter life that the proxy itself states counts too. A proxy is
//! revoked by saying so, by a later one, or by coming and voting, unless it is irrevocable; merely coming revokes nothing. Where the bylaws
//! ask for notice to the secretary, a revocation counts from the day of that notice; a later proxy gives it when it is filed with
//! the secretary to be voted. An irrevocable proxy is one that says so and is coupled with an interest, whatever the bylaws' words.
//! A proxy dated after the vote gave no authority on that day. Two proxies of one date follow the day of receipt, where it differs.
//! Where the bylaws say that death or incapacity counts only on written notice before the vote, it counts only then.
//!
//! **What may vary.** The proxy itself may state a longer or shorter life; bylaws may say when a revocation and a death take effect.
//!
//! **Not encoded.** Whether the signature is genuine and the signer had authority, and whether an interest suffices: the inspectors or
//! the court decide. How a proxy is given is the question `proxy-form`.
//!
//! **Open question** for counsel: whether voting in person revokes where the bylaws ask for notice to the secretary, and what death does
//! where no text speaks of it; both readings are given, and the preferred one rests on the general law of agency.

use quorate_calendar::Day;
use quorate_calendar::counting::anniversary;
use quorate_law::vocabulary::proxy_life::{self, LONGER_IF_STATED, YEARS};
use quorate_law::vocabulary::proxy_revocation;
use quorate_law::{Provision, Reckoning, Situation};

use super::ending::{
    DEATH_ENDED, Doubt, FACTS, REVOKED, SUPERSEDED, VOTED_IN_PERSON, judge_attended, judge_death, judge_later,
    judge_revoked, revocation,
};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::finding;

/// The proxy's date.
pub(super) static DATED: Fact<Day> = Fact::new("proxy-dated", "the date that the proxy bears");
/// Whether it bears none.
static UNDATED: Fact<bool> = Fact::new("proxy-undated", "whether the proxy bears no date");
/// When it is voted.
pub(super) static VOTED_ON: Fact<Day> = Fact::new("voted-on", "the day on which it is voted");
/// Whether it says it lasts longer.
static STATES_LONGER: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "states-longer-period",
        "whether the proxy itself provides for a longer period",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// When it ends by its own words.
static EXPIRES: Fact<Day> = Fact::new("expires", "the last day of the period that the proxy itself states");
/// It bears no date.
pub static NO_DATE: FindingDefinition = FindingDefinition {
    id: "proxy-undated",
    title: "the proxy bears no date",
    rank: Rank::Form,
};
/// It bears a date after the vote.
pub static POSTDATED: FindingDefinition = FindingDefinition {
    id: "proxy-postdated",
    title: "the proxy bears a date after the vote",
    rank: Rank::Form,
};
/// It is too old.
pub static EXPIRED: FindingDefinition = FindingDefinition {
    id: "proxy-expired",
    title: "the proxy had expired",
    rank: Rank::Standing,
};
/// The question.
pub static QUESTION: Question = Question {
    id: "proxy-validity",
    title: "Is a proxy valid when it is voted?",
    chapter: "stockholders",
    capabilities: &["S14"],
    source: include_str!("proxy_validity.rs"),
    facts: &[
        &DATED.spec,
        &UNDATED.spec,
        &VOTED_ON.spec,
        &STATES_LONGER.spec,
        &EXPIRES.spec,
        FACTS[0],
        FACTS[1],
        FACTS[2],
        FACTS[3],
        FACTS[4],
        FACTS[5],
        FACTS[6],
        FACTS[7],
        FACTS[8],
        FACTS[9],
        FACTS[10],
        FACTS[11],
        FACTS[12],
        FACTS[13],
        FACTS[14],
    ],
    shape: Shape::YesNo,
    reckoning: &[(Reckoning::Meeting, "voted-on"), (Reckoning::Conduct, "voted-on")],
    provisions: &[&proxy_life::DEFINITION, &proxy_revocation::DEFINITION],
    findings: &[
        &NO_DATE,
        &POSTDATED,
        &EXPIRED,
        &REVOKED,
        &SUPERSEDED,
        &VOTED_IN_PERSON,
        &DEATH_ENDED,
    ],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let voted_on = inquiry.need(&VOTED_ON)?;
    let mut doubts = Vec::new();
    let mut is_valid = match inquiry.known(&UNDATED) {
        Some(true) => {
            doubts.push(undated(inquiry));
            true
        }
        _ => judge_life(inquiry, voted_on)?,
    };
    let rule = revocation(inquiry, voted_on)?;
    is_valid &= judge_revoked(inquiry, &rule, voted_on, &mut doubts)?;
    is_valid &= judge_later(inquiry, &rule, voted_on, &mut doubts);
    is_valid &= judge_attended(inquiry, &rule, voted_on, &mut doubts);
    is_valid &= judge_death(inquiry, &rule, &mut doubts)?;
    // What is invalid on a settled point is not saved by a doubt on another; a doubt that cannot save it is not shown.
    match doubts.first() {
        Some(doubt) if is_valid => Ok(readings(doubt, doubts.iter().all(|doubt| doubt.preferred.2))),
        _ => Ok(Value::YesNo(is_valid).into()),
    }
}

/// Both readings of a doubtful point; the preferred value takes every point as we prefer it.
fn readings(doubt: &Doubt, preferred: bool) -> Conclusion {
    let reading = |(text, because): (&str, &str), value: bool, is_preferred: bool| Reading {
        text: text.to_owned(),
        value: Value::YesNo(value),
        because: because.to_owned(),
        is_preferred,
        who_decides: "the inspectors of election or the chair, and in the end the Court of Chancery".to_owned(),
    };
    Conclusion::Readings(vec![
        reading((doubt.preferred.0, doubt.preferred.1), preferred, true),
        reading(doubt.other, !preferred, false),
    ])
}

fn undated(inquiry: &mut Inquiry<'_>) -> Doubt {
    let message = "the proxy bears no date, so that its age is not on its face".to_owned();
    let mut found = finding(&NO_DATE, false, message, &[], vec!["proxy-undated"]);
    found.status = FindingStatus::NeedsJudgment;
    found.help = Some("the inspectors of election decide, by postmark or other proof of when it was given".to_owned());
    inquiry.find(found);
    Doubt {
        preferred: (
            "an undated proxy counts if it was given within the period",
            "no text asks for a date, only for an age",
            true,
        ),
        other: (
            "an undated proxy does not count",
            "without a date its age cannot be told from the proxy itself",
        ),
    }
}

/// Whether its life had not run out.
fn judge_life(inquiry: &mut Inquiry<'_>, voted_on: Day) -> Result<bool, Pause> {
    let dated = inquiry.need(&DATED)?;
    let resolution = inquiry.require(&proxy_life::DEFINITION, &Situation::general())?;
    let rule = resolution.first().ok_or(Pause::Silent(&proxy_life::DEFINITION))?;
    if dated > voted_on {
        let message = format!("the proxy is dated {dated} and was voted on {voted_on}");
        let mut found = finding(&POSTDATED, false, message, &[rule], vec!["proxy-dated", "voted-on"]);
        found.help = Some("the holder may sign it again with the day's date before the polls close".to_owned());
        inquiry.find(found);
        return Ok(false);
    }
    let years = rule
        .get(&YEARS)
        .copied()
        .ok_or(Pause::Silent(&proxy_life::DEFINITION))?;
    let out_of_range = || Pause::Impossible(format!("{years} years from {dated} are beyond the calendar"));
    let years_on = i64::try_from(years).map_err(|_| out_of_range())?;
    let usual = *anniversary(dated, years_on)
        .map_err(|_| out_of_range())?
        .readings
        .later();
    let last = last_day(inquiry, rule, usual)?;
    let is_alive = voted_on <= last;
    let message = format!("the proxy is dated {dated} and was voted on {voted_on}; its last good day was {last}");
    let mut found = finding(&EXPIRED, is_alive, message, &[rule], vec!["proxy-dated", "voted-on"]);
    found.arithmetic.push(format!(
        "{dated} + {years} years = {usual}; the anniversary itself is the last good day"
    ));
    found.help = (!is_alive).then(|| "obtain a new proxy".to_owned());
    inquiry.find(found);
    Ok(is_alive)
}

/// The last good day: the usual one, or that which the proxy states where it may.
fn last_day(inquiry: &mut Inquiry<'_>, rule: &Provision, usual: Day) -> Result<Day, Pause> {
    let may_be_longer = rule.says(&LONGER_IF_STATED);
    if let Some(expires) = inquiry.known(&EXPIRES) {
        return Ok(if may_be_longer { expires } else { expires.min(usual) });
    }
    if may_be_longer && inquiry.need(&STATES_LONGER)? {
        return inquiry.need(&EXPIRES);
    }
    Ok(usual)
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, field, status};

    const SETS: [&str; 3] = ["novell-2001", "altiris-2006", "raining-data-2001"];

    fn ask(set: &str, more: &[(&str, &str)]) -> crate::Answer {
        let told: Vec<_> = [("proxy-dated", "2002-03-01"), ("voted-on", "2002-04-17")]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        ask_under(set, "proxy-validity", &told)
    }

    #[test]
    fn the_anniversary_is_the_last_good_day() {
        for set in SETS {
            for (dated, voted_on, valid) in [
                ("2002-03-01", "2005-03-01", "yes"),
                ("2002-03-01", "2005-03-02", "no"),
                // 29 February has no anniversary in 2007: 1 March, the later of the two, still counts.
                ("2004-02-29", "2007-03-01", "yes"),
                ("2004-02-29", "2007-03-02", "no"),
            ] {
                let answer = ask_under(set, "proxy-validity", &[("proxy-dated", dated), ("voted-on", voted_on)]);
                assert_eq!(field(&answer, "value"), valid, "{set} {dated} {voted_on}");
                assert_eq!(
                    status(&answer, "proxy-expired"),
                    if valid == "yes" { "met" } else { "unmet" }
                );
            }
        }
    }

    #[test]
    fn the_proxy_may_state_its_own_period() {
        let dated = ("proxy-dated", "2002-03-01");
        for (expires, voted_on, valid) in [
            ("2010-12-31", "2010-12-31", "yes"),
            ("2010-12-31", "2011-01-01", "no"),
            ("2003-03-01", "2003-03-01", "yes"),
            ("2003-03-01", "2003-03-02", "no"),
        ] {
            let answer = ask_under(
                "novell-2001",
                "proxy-validity",
                &[dated, ("voted-on", voted_on), ("expires", expires)],
            );
            assert_eq!(field(&answer, "value"), valid, "{expires} {voted_on}");
        }
        let fixed = "proxy-life 3 longer-if-stated=#false";
        let answer = ask_with_bylaws(
            fixed,
            "proxy-validity",
            &[dated, ("voted-on", "2005-03-02"), ("expires", "2010-12-31")],
        );
        assert_eq!(field(&answer, "value"), "no");
        let open = ask_under(
            "novell-2001",
            "proxy-validity",
            &[dated, ("voted-on", "2005-03-02"), ("states-longer-period", "yes")],
        );
        assert_eq!(open.needs[0].fact, "expires");
    }

    #[test]
    fn revocation_and_notice_to_the_secretary() {
        for (set, notice, valid) in [
            ("altiris-2006", None, "no"),
            ("raining-data-2001", None, "no"),
            ("novell-2001", None, "yes"),
            ("novell-2001", Some("2002-04-17"), "no"),
            ("novell-2001", Some("2002-04-18"), "yes"),
        ] {
            let told: Vec<_> = [("revoked-on", "2002-04-01")]
                .into_iter()
                .chain(notice.map(|day| ("revocation-notice-to-secretary", day)))
                .collect();
            let answer = ask(set, &told);
            assert_eq!(field(&answer, "value"), valid, "{set} {notice:?}");
            assert_eq!(
                status(&answer, "proxy-revoked"),
                if valid == "yes" { "met" } else { "unmet" }
            );
        }
        assert_eq!(
            field(&ask("altiris-2006", &[("revoked-on", "2002-04-18")]), "value"),
            "yes"
        );
    }

    #[test]
    fn irrevocable_only_if_stated_and_coupled() {
        for set in SETS {
            for (stated, coupled, valid) in [("yes", "yes", "yes"), ("yes", "no", "no"), ("no", "yes", "no")] {
                let told = [
                    ("revoked-on", "2002-04-01"),
                    ("revocation-notice-to-secretary", "2002-04-01"),
                    ("irrevocable-stated", stated),
                    ("coupled-with-interest", coupled),
                ];
                assert_eq!(field(&ask(set, &told), "value"), valid, "{set} {stated} {coupled}");
            }
            let open = ask(set, &[("revoked-on", "2002-04-01"), ("irrevocable-stated", "yes")]);
            assert_eq!(
                open.needs.first().map(|need| need.fact.as_str()),
                (set != "novell-2001").then_some("coupled-with-interest"),
                "{set}"
            );
        }
    }

    #[test]
    fn a_later_proxy_takes_its_place() {
        for (later, valid) in [("2002-03-02", "no"), ("2002-02-28", "yes"), ("2002-04-18", "yes")] {
            for set in SETS {
                assert_eq!(
                    field(&ask(set, &[("later-proxy-dated", later)]), "value"),
                    valid,
                    "{set} {later}"
                );
            }
        }
        let same = ask("altiris-2006", &[("later-proxy-dated", "2002-03-01")]);
        assert_eq!((same.value, same.readings.len()), (None, 2));
        assert_eq!(
            status(
                &ask("altiris-2006", &[("later-proxy-dated", "2002-03-01")]),
                "proxy-superseded"
            ),
            "needs judgment"
        );
    }

    #[test]
    fn voting_in_person_revokes_and_attendance_alone_does_not() {
        assert_eq!(
            field(&ask("altiris-2006", &[("attended-and-voted", "yes")]), "value"),
            "no"
        );
        assert_eq!(
            field(&ask("altiris-2006", &[("attended-and-voted", "no")]), "value"),
            "yes"
        );
        let novell = ask("novell-2001", &[("attended-and-voted", "yes")]);
        assert_eq!(
            novell
                .readings
                .iter()
                .map(|reading| reading.value.brief())
                .collect::<Vec<_>>(),
            ["no", "yes"]
        );
    }

    #[test]
    fn death_counts_on_notice_where_the_text_says_so() {
        for (notice, valid) in [("yes", "no"), ("no", "yes")] {
            let answer = ask(
                "novell-2001",
                &[
                    ("holder-died-or-incapacitated", "yes"),
                    ("death-notice-before-count", notice),
                ],
            );
            assert_eq!(field(&answer, "value"), valid, "{notice}");
        }
        for set in ["altiris-2006", "raining-data-2001"] {
            let answer = ask(set, &[("holder-died-or-incapacitated", "yes")]);
            assert_eq!((answer.value.as_ref(), answer.readings.len()), (None, 2), "{set}");
            assert_eq!(status(&answer, "proxy-ended-by-death"), "depends on the reading");
        }
    }

    #[test]
    fn an_undated_proxy_is_for_the_inspectors() {
        let answer = ask_under(
            "novell-2001",
            "proxy-validity",
            &[("proxy-undated", "yes"), ("voted-on", "2002-04-17")],
        );
        assert_eq!(status(&answer, "proxy-undated"), "needs judgment");
        assert_eq!(answer.readings.len(), 2);
    }
}
