//! # Does an adjourned meeting need a new notice, and was it given?
//!
//! Answers to 8 Del. C. § 222(c) (a new notice when the adjournment is for more than thirty days, or a new record date is
//! fixed; none when time and place are announced at the meeting adjourned; from 1 August 2022 a display on the platform of a
//! remote meeting announces as well), and to the section of the bylaws on adjourned meetings.
//!
//! **Our reading.** Any one of the facts named, in any text, makes a new notice necessary. The day counted from is not
//! counted; the thirtieth day is not "more than thirty days". Where a text says from which day the days are counted, that
//! day counts. Where it does not, two readings differ once a meeting is adjourned twice: from the day first set, or from
//! the day on which the adjournment is taken. We prefer the second, for the text speaks of the length of *the* adjournment;
//! giving notice is the safe course. The new notice is that of a meeting: its window is counted back from the day
//! adjourned to, whether the text refers back to its rules on notice or not. The law is that of the day of the adjournment.
//!
//! **What may vary.** Bylaws may ask for a new notice in more cases, never in fewer.
//!
//! Where a text limits its rule on announcement to a meeting without a quorum, the rule is asked of no other. What is announced
//! is told by its items; an item that a text asks for and that was left out was not announced. From 1 August 2009 the new notice
//! goes to the holders on the record date for notice of the adjourned meeting (§ 222(c)); which that is, is `record-date-adjournment`.
//!
//! **Not encoded.** Who of those to be served was not: the register of deliveries says so.
//!
//! **Open question.** Whether a display, or a time and place set out in the notice of the meeting (from 1 August 2022), is enough under a bylaw that asks for announcement at the meeting and is older than
//! the statute's display. The statute leaves the means open unless it is expressly restricted; we prefer that it is enough.

use quorate_calendar::Day;
use quorate_law::vocabulary::adjournment_announcement;
use quorate_law::vocabulary::adjournment_notice::{DEFINITION, RECIPIENTS};
use quorate_law::vocabulary::stockholder_notice;
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use super::adjournment_power::IS_QUORATE;
use super::adjournment_triggers::{Pull, Terms, pulls};
use super::new_notice::{held_against, new_window};
use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MATTERS, MEETING_FORM, MEETING_KIND, NOTICE_WAIVED, finding, with_form};

/// The new notice is missing or out of time.
pub static MISSING: FindingDefinition = FindingDefinition {
    id: "adjournment-notice-missing",
    title: "notice of the adjourned meeting was not given, or not in time",
    rank: Rank::Notice,
};

/// The new notice did not go to all.
pub static NOT_TO_ALL: FindingDefinition = FindingDefinition {
    id: "adjournment-notice-not-to-all",
    title: "notice of the adjourned meeting did not go to everyone entitled to it",
    rank: Rank::Notice,
};

/// The day first set.
pub static ORIGINAL_MEETING_DATE: Fact<Day> = Fact::new(
    "original-meeting-date",
    "the day for which the meeting was first called",
);
/// The day of the adjournment.
pub static ADJOURNED_ON: Fact<Day> = Fact::new("adjourned-on", "the day on which the adjournment was taken");
/// The day adjourned to.
pub static ADJOURNED_TO: Fact<Day> = Fact::new("adjourned-to", "the day of the adjourned meeting");
/// Whether time and place were announced.
pub static ANNOUNCED: Fact<bool> = Fact::new(
    "announced",
    "whether the time and place of the adjourned meeting were announced at the meeting that was adjourned",
);
/// Whether they were displayed.
pub static DISPLAYED: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "displayed",
        "whether the time and place were displayed, during the time set for it, on the platform of a remote meeting",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// What was announced.
pub static ITEMS: Fact<Vec<String>> = Fact::new(
    "announced-items",
    "what was announced of the adjourned meeting, such as time, place, means of remote communication",
);
/// Whether they stood in the notice of the meeting.
pub static SET_IN_NOTICE: Fact<bool> = {
    let mut fact: Fact<bool> = Fact::new(
        "set-in-notice",
        "whether time and place of the adjourned meeting were set out in the notice of the meeting",
    );
    fact.spec.otherwise = Some("no");
    fact
};
/// Whether the new notice went to all.
pub static TO_ALL: Fact<bool> = Fact::new(
    "new-notice-to-all",
    "whether the notice of the adjourned meeting went to everyone to whom it is to go",
);
/// Whether there is a new record date.
pub static NEW_RECORD_DATE_FIXED: Fact<bool> = Fact::new(
    "new-record-date",
    "whether a new record date is fixed for the adjourned meeting",
);
/// Whether the new notice was given.
pub static NEW_NOTICE: Fact<bool> = Fact::new("new-notice", "whether notice of the adjourned meeting was given");
/// The day of the new notice.
pub static NEW_NOTICE_GIVEN: Fact<Day> = Fact::new(
    "new-notice-given",
    "the day on which notice of the adjourned meeting was given",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "adjournment-notice",
    title: "Does an adjourned meeting need a new notice?",
    chapter: "stockholders",
    capabilities: &["S9", "T2"],
    source: include_str!("adjournment_notice.rs"),
    facts: &[
        &ORIGINAL_MEETING_DATE.spec,
        &ADJOURNED_ON.spec,
        &ADJOURNED_TO.spec,
        &ANNOUNCED.spec,
        &ITEMS.spec,
        &DISPLAYED.spec,
        &SET_IN_NOTICE.spec,
        &IS_QUORATE.spec,
        &MEETING_FORM.spec,
        &NEW_RECORD_DATE_FIXED.spec,
        &NEW_NOTICE.spec,
        &NEW_NOTICE_GIVEN.spec,
        &TO_ALL.spec,
        &NOTICE_WAIVED.spec,
        &MEETING_KIND.spec,
        &MATTERS.spec,
    ],
    shape: Shape::YesNo,
    reckoning: &[
        (Reckoning::Meeting, "adjourned-on"),
        (Reckoning::Meeting, "original-meeting-date"),
        (Reckoning::Notice, "new-notice-given"),
    ],
    provisions: &[
        &DEFINITION,
        &adjournment_announcement::DEFINITION,
        &stockholder_notice::DEFINITION,
    ],
    findings: &[&MISSING, &NOT_TO_ALL],
    ask,
};

/// A trigger of a provision that is pulled on one reading only.
struct Doubt<'a> {
    provision: &'a Provision,
    is_due: String,
    is_not: String,
}

/// Whether a new notice is due.
enum Due<'a> {
    Yes(&'a Provision, String),
    No,
    Doubtful(Vec<&'a Provision>, Vec<Reading>),
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    check_order(inquiry)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    let announcements = announcements(inquiry)?;
    let due = due(inquiry, &resolution, &announcements)?;
    judge(inquiry, &resolution, &due);
    recipients(inquiry, &resolution, &due);
    Ok(match due {
        Due::Yes(provision, why) => {
            inquiry.show(format!("{}: {why}", provision.citation));
            Value::YesNo(true).into()
        }
        Due::No => Value::YesNo(false).into(),
        Due::Doubtful(_, readings) => Conclusion::Readings(readings),
    })
}

/// The days told must follow one another.
fn check_order(inquiry: &Inquiry<'_>) -> Result<(), Pause> {
    let days = [&ORIGINAL_MEETING_DATE, &ADJOURNED_ON, &ADJOURNED_TO]
        .into_iter()
        .filter_map(|fact| inquiry.known(fact).map(|day| (fact.spec.name, day)));
    let days: Vec<_> = days.collect();
    match days.windows(2).find(|pair| pair[1].1 < pair[0].1) {
        Some([(before, first), (after, second)]) => Err(Pause::Impossible(format!(
            "{after} {second} is before {before} {first}"
        ))),
        _ => Ok(()),
    }
}

/// The provisions on what is announced, where anybody tells what was: for the form of the meeting, which is at a place when nobody says.
fn announcements<'a>(inquiry: &mut Inquiry<'a>) -> Result<Vec<&'a Provision>, Pause> {
    if inquiry.known(&ITEMS).is_none() {
        return Ok(Vec::new());
    }
    let form = inquiry.known(&MEETING_FORM).unwrap_or("place");
    let situation = with_form(Situation::general(), form);
    Ok(inquiry.consult(&adjournment_announcement::DEFINITION, &situation)?.controlling)
}

/// Holds every trigger of every provision against the facts.
fn due<'a>(inquiry: &mut Inquiry<'a>, resolution: &Resolution<'a>, announcements: &[&Provision]) -> Result<Due<'a>, Pause> {
    let terms = Terms::of(&resolution.controlling, announcements);
    let mut open = None;
    let mut doubts: Vec<Doubt<'a>> = Vec::new();
    for provision in &resolution.controlling {
        for pull in pulls(inquiry, provision, &terms)? {
            match pull {
                Pull::Yes(why) => return Ok(Due::Yes(provision, why)),
                Pull::No => {}
                Pull::Doubtful(is_due, is_not) => doubts.push(Doubt {
                    provision,
                    is_due,
                    is_not,
                }),
                Pull::Open(pause) => {
                    open.get_or_insert(pause);
                }
            }
        }
    }
    match (open, doubts.is_empty()) {
        (Some(pause), _) => Err(pause),
        (None, true) => Ok(Due::No),
        (None, false) => Ok(Due::Doubtful(
            doubts.iter().map(|doubt| doubt.provision).collect(),
            readings(&doubts),
        )),
    }
}

/// A new notice is due on one reading, and not due on the other, which we prefer.
fn readings(doubts: &[Doubt<'_>]) -> Vec<Reading> {
    let all = |because: fn(&Doubt<'_>) -> String| {
        doubts
            .iter()
            .map(|doubt| format!("{}: {}", doubt.provision.citation, because(doubt)))
            .collect::<Vec<_>>()
            .join("; ")
    };
    let reading = |text: &str, is_due: bool, because: String| Reading {
        text: text.to_owned(),
        value: Value::YesNo(is_due),
        because,
        is_preferred: !is_due,
        who_decides: "counsel, and in the end the Court of Chancery; giving notice is the safe course".to_owned(),
    };
    vec![
        reading("no new notice is due", false, all(|doubt| doubt.is_not.clone())),
        reading("a new notice is due", true, all(|doubt| doubt.is_due.clone())),
    ]
}

/// Holds the new notice, given or not, against what is due.
fn judge<'a>(inquiry: &mut Inquiry<'a>, resolution: &Resolution<'_>, due: &Due<'a>) {
    let given_on = inquiry.known(&NEW_NOTICE_GIVEN);
    let is_given = given_on.map(|_| true).or(inquiry.known(&NEW_NOTICE));
    let (authority, why) = match due {
        Due::No => {
            if let Some(is_given) = is_given {
                let message = format!(
                    "no new notice is due; {}",
                    if is_given { "one was given" } else { "none was given" }
                );
                inquiry.find(finding(
                    &MISSING,
                    true,
                    message,
                    &resolution.controlling,
                    vec!["new-notice"],
                ));
            }
            return;
        }
        Due::Yes(provision, why) => (vec![*provision], format!("one is due: {why}")),
        Due::Doubtful(provisions, _) => (provisions.clone(), "one is due on one reading".to_owned()),
    };
    let window = new_window(inquiry, resolution);
    let Some(is_given) = is_given else { return };
    let mut found = match (given_on, window) {
        _ if !is_given => {
            let message = format!("no notice of the adjourned meeting was given; {why}");
            let mut found = finding(&MISSING, false, message, &authority, vec!["new-notice"]);
            found.help = Some(
                "give notice of the adjourned meeting, or obtain written waivers from everyone entitled to notice"
                    .to_owned(),
            );
            found
        }
        (Some(day), Some(new)) => held_against(day, &new, &authority),
        (Some(_), None) => {
            let message = "notice of the adjourned meeting was given; whether in time is not known".to_owned();
            let mut found = finding(&MISSING, false, message, &authority, vec!["new-notice-given"]);
            found.status = FindingStatus::Unknown;
            found
        }
        (None, _) => finding(
            &MISSING,
            true,
            "notice of the adjourned meeting was given".to_owned(),
            &authority,
            vec!["new-notice"],
        ),
    };
    if found.is_unmet() && inquiry.known(&NOTICE_WAIVED) == Some(true) {
        found.status = FindingStatus::Waived;
    } else if found.is_unmet() && matches!(due, Due::Doubtful(..)) {
        found.status = FindingStatus::DependsOnReading;
    }
    inquiry.find(found);
}

/// Shows to whom a notice that is due goes, and holds what is told of it against that.
fn recipients(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, due: &Due<'_>) {
    if matches!(due, Due::No) {
        return;
    }
    let naming: Vec<&Provision> = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| provision.get(&RECIPIENTS).is_some())
        .collect();
    let mut whom: Vec<&str> = Vec::new();
    for provision in &naming {
        let Some(recipients) = provision.get(&RECIPIENTS) else { continue };
        inquiry.show(format!("{}: the new notice goes to {recipients}", provision.citation));
        if !whom.contains(&recipients.as_str()) {
            whom.push(recipients);
        }
    }
    let (Some(to_all), false) = (inquiry.known(&TO_ALL), naming.is_empty()) else {
        return;
    };
    let went = if to_all { "went" } else { "did not go" };
    let message = format!("the notice of the adjourned meeting {went} to {}", whom.join(", and to "));
    let mut found = finding(&NOT_TO_ALL, to_all, message, &naming, vec!["new-notice-to-all"]);
    found.help = (!to_all).then(|| {
        "give notice to those left out while its window is open, or obtain their written waivers".to_owned()
    });
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::answer::Branch;
    use crate::testing::{ask_under, ask_with_bylaws, field, field_of, status};

    const ID: &str = "adjournment-notice";
    const NONE: &str = "narrative \"nothing\"";
    const PLAIN: [(&str, &str); 2] = [("announced", "yes"), ("new-record-date", "no")];

    fn told<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        PLAIN.iter().chain(more).copied().collect()
    }

    #[test]
    fn thirty_days_from_the_day_first_set_are_not_more_than_thirty() {
        // 1 May + 30 days = 31 May; however often the meeting is adjourned, these bylaws count from the day first set.
        for (to, due) in [("2006-05-31", "no"), ("2006-06-01", "yes")] {
            for on in ["2006-05-01", "2006-05-25"] {
                let told = told(&[
                    ("original-meeting-date", "2006-05-01"),
                    ("adjourned-on", on),
                    ("adjourned-to", to),
                ]);
                assert_eq!(field(&ask_under("altiris-2006", ID, &told), "value"), due, "{told:?}");
            }
        }
    }

    #[test]
    fn a_text_that_does_not_say_from_which_day_has_two_readings() {
        // 17 April + 30 days = 17 May; 1 May + 30 days = 31 May.
        for (on, to, expected) in [
            ("2002-04-17", "2002-05-17", Some("no")),
            ("2002-04-17", "2002-05-18", Some("yes")),
            ("2002-05-01", "2002-05-17", Some("no")),
            ("2002-05-01", "2002-05-18", None),
            ("2002-05-01", "2002-05-31", None),
            ("2002-05-01", "2002-06-01", Some("yes")),
        ] {
            let told = told(&[
                ("original-meeting-date", "2002-04-17"),
                ("adjourned-on", on),
                ("adjourned-to", to),
            ]);
            let answer = ask_under("novell-2001", ID, &told);
            match expected {
                Some(due) => assert_eq!(field(&answer, "value"), due, "{on} {to}"),
                None => {
                    assert_eq!((answer.value.is_none(), answer.readings.len()), (true, 2), "{on} {to}");
                    let preferred = answer.readings.iter().find(|reading| reading.is_preferred).unwrap();
                    assert_eq!(field_of(&preferred.value, "value"), "no");
                }
            }
        }
    }

    #[test]
    fn an_unknown_day_of_adjournment_has_a_branch_on_each_side() {
        // 30 days before 31 May is 1 May.
        let told = told(&[("original-meeting-date", "2002-04-17"), ("adjourned-to", "2002-05-31")]);
        let answer = ask_with_bylaws(NONE, ID, &told);
        let labels: Vec<_> = answer.needs[0]
            .branches
            .iter()
            .map(|(label, _)| label.as_str())
            .collect();
        assert_eq!(
            (answer.needs[0].fact.as_str(), labels),
            ("adjourned-on", vec!["before 2002-05-01", "on or after 2002-05-01"])
        );
        let Branch::Answer(before) = &answer.needs[0].branches[0].1 else {
            panic!("no document is missing")
        };
        let Branch::Answer(after) = &answer.needs[0].branches[1].1 else {
            panic!("no document is missing")
        };
        assert_eq!((field(before, "value").as_str(), after.readings.len()), ("yes", 2));
    }

    #[test]
    fn the_day_of_adjournment_counts_where_the_text_says_so_and_the_statute_stays_doubtful() {
        let bylaws = "adjournment-notice more-than-days=20 counted-from=\"day of adjournment\"";
        // 1 May + 20 days = 21 May.
        for (on, to, expected) in [
            ("2002-05-01", "2002-05-21", Some("no")),
            ("2002-05-01", "2002-05-22", Some("yes")),
        ] {
            let told = told(&[
                ("original-meeting-date", "2002-04-25"),
                ("adjourned-on", on),
                ("adjourned-to", to),
            ]);
            let answer = ask_with_bylaws(bylaws, ID, &told);
            assert_eq!(
                answer.value.as_ref().map(|value| field_of(value, "value")).as_deref(),
                expected,
                "{to}"
            );
        }
        let told = told(&[
            ("original-meeting-date", "2002-04-01"),
            ("adjourned-on", "2002-05-01"),
            ("adjourned-to", "2002-05-21"),
        ]);
        assert_eq!(ask_with_bylaws(bylaws, ID, &told).readings.len(), 2);
    }

    #[test]
    fn a_new_record_date_or_silence_at_the_meeting_is_enough() {
        let days = [
            ("original-meeting-date", "2002-04-17"),
            ("adjourned-on", "2002-04-17"),
            ("adjourned-to", "2002-04-24"),
        ];
        for (announced, new_record_date, due) in [("yes", "no", "no"), ("no", "no", "yes"), ("yes", "yes", "yes")] {
            let mut told = days.to_vec();
            told.extend([("announced", announced), ("new-record-date", new_record_date)]);
            for set in ["novell-2001", "raining-data-2001", "altiris-2006"] {
                assert_eq!(field(&ask_under(set, ID, &told), "value"), due, "{set} {told:?}");
            }
        }
        // One that is enough makes the others needless.
        assert_eq!(
            field(
                &ask_with_bylaws(NONE, ID, &[("on", "2002-04-17"), ("new-record-date", "yes")]),
                "value"
            ),
            "yes"
        );
    }

    #[test]
    fn a_display_announces_from_august_2022() {
        let ask = |bylaws: &str, day: &str, displayed: &str| {
            let told = [
                ("original-meeting-date", day),
                ("adjourned-on", day),
                ("adjourned-to", "2022-08-09"),
                ("announced", "no"),
                ("displayed", displayed),
                ("new-record-date", "no"),
            ];
            let answer = ask_with_bylaws(bylaws, ID, &told);
            answer.value.map(|value| field_of(&value, "value"))
        };
        assert_eq!(ask(NONE, "2022-08-01", "yes").as_deref(), Some("no"));
        assert_eq!(ask(NONE, "2022-07-31", "yes").as_deref(), Some("yes"));
        assert_eq!(ask(NONE, "2022-08-01", "no").as_deref(), Some("yes"));
        // Bylaws that ask for announcement themselves leave it to readings.
        assert_eq!(ask("adjournment-notice unannounced=#true", "2022-08-01", "yes"), None);
    }

    #[test]
    fn the_new_notice_has_the_window_of_a_meetings_notice() {
        // 30 June − 10 = 20 June; − 60 = 1 May. The adjournment, of 60 days, calls for it.
        let base = [
            ("original-meeting-date", "2006-05-01"),
            ("adjourned-on", "2006-05-01"),
            ("adjourned-to", "2006-06-30"),
        ];
        for (given, expected) in [
            ("2006-06-20", "met"),
            ("2006-06-21", "unmet"),
            ("2006-05-01", "met"),
            ("2006-04-30", "unmet"),
        ] {
            let mut told = told(&base);
            told.push(("new-notice-given", given));
            assert_eq!(
                status(&ask_under("altiris-2006", ID, &told), "adjournment-notice-missing"),
                expected,
                "{given}"
            );
        }
        // A merger takes twenty days: 30 June − 20 = 10 June.
        for (given, expected) in [("2006-06-10", "met"), ("2006-06-11", "unmet")] {
            let mut told = told(&base);
            told.extend([("new-notice-given", given), ("matters", "merger")]);
            assert_eq!(
                status(&ask_under("altiris-2006", ID, &told), "adjournment-notice-missing"),
                expected,
                "{given}"
            );
        }
    }

    #[test]
    fn a_missing_notice_is_found_only_where_one_is_due() {
        let base = [
            ("original-meeting-date", "2006-05-01"),
            ("adjourned-on", "2006-05-01"),
            ("new-notice", "no"),
        ];
        for (to, waived, expected) in [
            ("2006-05-31", "no", "met"),
            ("2006-06-01", "no", "unmet"),
            ("2006-06-01", "yes", "waived"),
        ] {
            let mut told = told(&base);
            told.extend([("adjourned-to", to), ("notice-waived", waived)]);
            assert_eq!(
                status(&ask_under("altiris-2006", ID, &told), "adjournment-notice-missing"),
                expected,
                "{to} {waived}"
            );
        }
        let doubtful = [
            ("original-meeting-date", "2002-04-17"),
            ("adjourned-on", "2002-05-01"),
            ("adjourned-to", "2002-05-31"),
            ("new-notice", "no"),
        ];
        let answer = ask_under("novell-2001", ID, &told(&doubtful));
        assert_eq!(status(&answer, "adjournment-notice-missing"), "depends on the reading");
    }

    #[test]
    fn days_out_of_order_are_said() {
        let told = [("original-meeting-date", "2002-04-17"), ("adjourned-to", "2002-04-16")];
        let answer = ask_with_bylaws(NONE, ID, &told);
        assert_eq!(
            answer.remark.as_deref(),
            Some("adjourned-to 2002-04-16 is before original-meeting-date 2002-04-17")
        );
    }
}
