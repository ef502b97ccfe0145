//! # May stockholders take part in a meeting from elsewhere, and under which measures?
//!
//! Answers to 8 Del. C. § 211(a)(2) (from 1 July 2000 stockholders and proxies who are not at the place may take part, be
//! deemed present and vote, if the board authorizes it, under its guidelines and under three measures), and to the section
//! of the bylaws on remote communication.
//!
//! **Our reading.** The value is the measures to be taken, whether the meeting has a place or none. The statute's second measure
//! is shown in two parts: a reasonable opportunity to participate and vote, and within it the reading or hearing of the
//! proceedings substantially as they happen. Measures of several texts cumulate: a bylaw that names fewer takes none of the
//! statute's away. The record is of votes and acts from elsewhere; where there were none there is nothing to record. A text's
//! list of what remote communication "includes" is open unless the text says that it is all. The law is that of the day of the
//! meeting.
//!
//! **What may vary.** Who authorizes it where a text names another than the board is held beside the statute's: both must.
//! Further measures and guidelines.
//!
//! **Not encoded.** Whether a measure taken was reasonable: the board judges that, and in the end the Court of Chancery.
//!
//! **Open question.** Whether a bylaw may take away what the statute leaves to the board's sole discretion. We prefer that it may.

use quorate_law::vocabulary::remote_communication::{self, MEANS, ONLY, PROVIDED};
use quorate_law::vocabulary::remote_participation::{AUTHORIZED_BY, DEFINITION, GUIDELINES_BY, MEASURES, OPEN};
use quorate_law::{Provision, Reckoning, Resolution, Situation};

use super::order::is_same_office;
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, MEETING_FORM, finding, with_form};

/// Who authorized it.
pub static AUTHORIZED: Fact<Vec<String>> = Fact::new(
    "authorized-by",
    "the offices and bodies that authorized taking part from elsewhere",
);
/// Whether the guidelines were kept.
pub static GUIDELINES_KEPT: Fact<bool> = Fact::new(
    "guidelines-kept",
    "whether the guidelines and procedures adopted for taking part from elsewhere were kept",
);
/// The measures taken.
pub static TAKEN: Fact<Vec<String>> = Fact::new(
    "remote-measures",
    "the measures taken for those elsewhere: verification (that they are stockholders or proxies), participation (that they can take part and vote), proceedings (that they read or hear them as they happen), records (of their votes and acts)",
);
/// Whether anybody voted or acted from elsewhere.
pub static ACTED_REMOTELY: Fact<bool> = Fact::new(
    "acted-remotely",
    "whether any stockholder or proxy voted or took other action from elsewhere",
);
/// The means used.
pub static REMOTE_MEANS: Fact<Vec<String>> = Fact::new(
    "remote-means",
    "the means of remote communication used, such as telephone or electronic mail",
);
/// Whether the means satisfy what the text asks of them.
pub static MEANS_SATISFY: Fact<bool> = Fact::new(
    "remote-means-satisfy",
    "whether the means used satisfy what the text asks of them",
);

/// No text opens it.
pub static NOT_OPEN: FindingDefinition = FindingDefinition {
    id: "remote-participation-not-open",
    title: "taking part in the meeting from elsewhere is not open",
    rank: Rank::Authority,
};
/// It was not authorized.
pub static NOT_AUTHORIZED: FindingDefinition = FindingDefinition {
    id: "remote-participation-not-authorized",
    title: "taking part from elsewhere was not authorized by whom the text names",
    rank: Rank::Authority,
};
/// The guidelines were not kept.
pub static GUIDELINES_BROKEN: FindingDefinition = FindingDefinition {
    id: "remote-guidelines-not-kept",
    title: "the guidelines for taking part from elsewhere were not kept",
    rank: Rank::Form,
};
/// A means does not count.
pub static MEANS_NOT_COUNTED: FindingDefinition = FindingDefinition {
    id: "remote-means-not-counted",
    title: "a means used is none that the text counts as remote communication",
    rank: Rank::Form,
};
/// Those who voted from elsewhere were not verified.
pub static NOT_VERIFIED: FindingDefinition = FindingDefinition {
    id: "remote-voters-not-verified",
    title: "it was not verified that those voting from elsewhere are stockholders or proxies",
    rank: Rank::Form,
};
/// They could not take part.
pub static NO_PARTICIPATION: FindingDefinition = FindingDefinition {
    id: "remote-participation-not-provided",
    title: "those elsewhere had no reasonable opportunity to take part and vote",
    rank: Rank::Form,
};
/// They could not follow.
pub static NO_PROCEEDINGS: FindingDefinition = FindingDefinition {
    id: "remote-proceedings-not-followed",
    title: "those elsewhere could not read or hear the proceedings as they happened",
    rank: Rank::Form,
};
/// Their votes were not recorded.
pub static NO_RECORD: FindingDefinition = FindingDefinition {
    id: "remote-votes-not-recorded",
    title: "no record was kept of votes and acts from elsewhere",
    rank: Rank::Form,
};

/// A measure: its word in the vocabulary, the finding when it is missing, and the cure.
struct Measure {
    word: &'static str,
    missing: &'static FindingDefinition,
    cure: &'static str,
}

const EACH_MEASURE: [Measure; 4] = [
    Measure {
        word: "verification",
        missing: &NOT_VERIFIED,
        cure: "verify, by reasonable measures, that each person who is deemed present and votes from elsewhere is a stockholder or proxy",
    },
    Measure {
        word: "participation",
        missing: &NO_PARTICIPATION,
        cure: "give those elsewhere a reasonable opportunity to take part and to vote on what is submitted",
    },
    Measure {
        word: "proceedings",
        missing: &NO_PROCEEDINGS,
        cure: "let those elsewhere read or hear the proceedings substantially as they happen",
    },
    Measure {
        word: "records",
        missing: &NO_RECORD,
        cure: "keep a record of each vote and other act from elsewhere",
    },
];

/// The question.
pub static QUESTION: Question = Question {
    id: "remote-meeting",
    title: "May stockholders take part in a meeting from elsewhere, and under which measures?",
    chapter: "stockholders",
    capabilities: &["S2"],
    source: include_str!("remote_meeting.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &MEETING_FORM.spec,
        &AUTHORIZED.spec,
        &GUIDELINES_KEPT.spec,
        &TAKEN.spec,
        &ACTED_REMOTELY.spec,
        &REMOTE_MEANS.spec,
        &MEANS_SATISFY.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &remote_communication::DEFINITION],
    findings: &[
        &NOT_OPEN,
        &NOT_AUTHORIZED,
        &GUIDELINES_BROKEN,
        &MEANS_NOT_COUNTED,
        &NOT_VERIFIED,
        &NO_PARTICIPATION,
        &NO_PROCEEDINGS,
        &NO_RECORD,
    ],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    // While nobody says how the meeting is held, what is said of either form counts.
    let form = inquiry.known(&MEETING_FORM);
    let situation = with_form(Situation::general(), form.unwrap_or("hybrid"));
    let resolution = inquiry.consult(&DEFINITION, &situation)?;
    if resolution.is_silent() && inquiry.only_source().is_some() {
        return Err(Pause::Silent(&DEFINITION));
    }
    let is_used = form.is_some_and(|form| form != "place");
    let opening = opening(inquiry, &resolution, is_used)?;
    authority(inquiry, &opening);
    guidelines(inquiry, &opening);
    means(inquiry)?;
    Ok(measures(inquiry, &opening).into())
}

/// The provisions that open it. A bylaw that expressly closes what the statute opens leaves it doubtful.
fn opening<'a>(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'a>,
    is_used: bool,
) -> Result<Vec<&'a Provision>, Pause> {
    let (closing, opening): (Vec<&Provision>, Vec<&Provision>) = resolution
        .controlling
        .iter()
        .copied()
        .partition(|provision| provision.get(&OPEN) == Some(&false));
    let status = match (opening.is_empty(), closing.is_empty()) {
        (false, true) => FindingStatus::Met,
        (false, false) => FindingStatus::DependsOnReading,
        (true, _) => FindingStatus::Unmet,
    };
    if is_used {
        let message = match (opening.first(), closing.first()) {
            (Some(open), None) => format!("{} lets stockholders take part from elsewhere", open.citation),
            (Some(open), Some(closed)) => format!(
                "{} closes what {} leaves to the board's discretion",
                closed.citation, open.citation
            ),
            (None, _) => "no text in force on that day lets stockholders take part from elsewhere".to_owned(),
        };
        let mut found = finding(&NOT_OPEN, true, message, &resolution.controlling, vec!["form"]);
        found.status = status;
        found.help = match status {
            FindingStatus::Unmet => Some("let those who would vote come to the place or give a proxy".to_owned()),
            FindingStatus::DependsOnReading => Some(
                "counsel, and in the end the Court of Chancery, must say whether a bylaw may close it; until then do without"
                    .to_owned(),
            ),
            _ => None,
        };
        inquiry.find(found);
    }
    if opening.is_empty() {
        return Err(Pause::NotApplicable(
            "taking part from elsewhere is not open".to_owned(),
        ));
    }
    Ok(opening)
}

/// Whether each of those whom the texts name authorized it.
fn authority(inquiry: &mut Inquiry<'_>, opening: &[&Provision]) {
    let named: Vec<&Provision> = opening
        .iter()
        .copied()
        .filter(|provision| provision.word(&AUTHORIZED_BY).is_some())
        .collect();
    for provision in &named {
        let by = provision.word(&AUTHORIZED_BY).unwrap_or_default();
        inquiry.show(format!("{}: authorized by the {by}", provision.citation));
    }
    let Some(authorized) = inquiry.known(&AUTHORIZED) else {
        return;
    };
    let lacking = |provision: &&Provision| {
        let by = provision.word(&AUTHORIZED_BY).unwrap_or_default();
        !authorized.iter().any(|who| is_same_office(who, by))
    };
    let lacking: Vec<&Provision> = named.iter().copied().filter(lacking).collect();
    let mut names: Vec<&str> = lacking
        .iter()
        .filter_map(|provision| provision.word(&AUTHORIZED_BY))
        .collect();
    names.dedup();
    let is_met = lacking.is_empty();
    let message = if is_met {
        format!("authorized by: {}", authorized.join(", "))
    } else {
        format!(
            "authorized by: {}; not by: {}",
            authorized.join(", "),
            names.join(", ")
        )
    };
    let rests_on = if is_met { &named } else { &lacking };
    let mut found = finding(&NOT_AUTHORIZED, is_met, message, rests_on, vec!["authorized-by"]);
    found.help = (!is_met).then(|| format!("have it authorized by the {}", names.join(" and the ")));
    inquiry.find(found);
}

fn guidelines(inquiry: &mut Inquiry<'_>, opening: &[&Provision]) {
    let adopting: Vec<&Provision> = opening
        .iter()
        .copied()
        .filter(|provision| provision.word(&GUIDELINES_BY).is_some())
        .collect();
    for provision in &adopting {
        let by = provision.word(&GUIDELINES_BY).unwrap_or_default();
        inquiry.show(format!("{}: the {by} may adopt guidelines", provision.citation));
    }
    let Some(are_kept) = inquiry.known(&GUIDELINES_KEPT) else {
        return;
    };
    let were = if are_kept { "were" } else { "were not" };
    let message = format!("the guidelines adopted for taking part from elsewhere {were} kept");
    let mut found = finding(
        &GUIDELINES_BROKEN,
        are_kept,
        message,
        &adopting,
        vec!["guidelines-kept"],
    );
    found.help = (!are_kept).then(|| {
        let by: Vec<&str> = adopting.iter().filter_map(|provision| provision.word(&GUIDELINES_BY)).take(1).collect();
        format!("keep to the guidelines, or have the {} change them first", by.join(""))
    });
    inquiry.find(found);
}

/// Whether the means used count as remote communication.
fn means(inquiry: &mut Inquiry<'_>) -> Result<(), Pause> {
    let resolution = inquiry.consult(&remote_communication::DEFINITION, &Situation::general())?;
    for provision in &resolution.controlling {
        let listed: Vec<&str> = provision.get_all(&MEANS).into_iter().map(String::as_str).collect();
        let provided = provision
            .get(&PROVIDED)
            .map_or_else(String::new, |what| format!(", provided {what}"));
        inquiry.show(format!(
            "{}: counts {}{provided}",
            provision.citation,
            listed.join(", ")
        ));
    }
    let (Some(used), false) = (inquiry.known(&REMOTE_MEANS), resolution.is_silent()) else {
        return Ok(());
    };
    let mut worst: Option<(FindingStatus, String, Vec<&Provision>, Option<String>)> = None;
    for mean in &used {
        let judged = one_means(inquiry, &resolution, mean);
        if worst.as_ref().is_none_or(|(status, ..)| order(judged.0) > order(*status)) {
            worst = Some(judged);
        }
    }
    if let Some((status, message, authority, help)) = worst {
        let mut found = finding(&MEANS_NOT_COUNTED, true, message, &authority, vec!["remote-means"]);
        found.status = status;
        found.help = help;
        inquiry.find(found);
    }
    Ok(())
}

/// How grave a status is, among those that a means can have.
fn order(status: FindingStatus) -> u8 {
    match status {
        FindingStatus::Unmet => 3,
        FindingStatus::NeedsJudgment => 2,
        FindingStatus::Unknown => 1,
        _ => 0,
    }
}

fn one_means<'a>(
    inquiry: &Inquiry<'_>,
    resolution: &Resolution<'a>,
    mean: &str,
) -> (FindingStatus, String, Vec<&'a Provision>, Option<String>) {
    let naming = resolution
        .controlling
        .iter()
        .copied()
        .find(|provision| provision.get_all(&MEANS).iter().any(|listed| is_same_office(listed, mean)));
    let Some(provision) = naming else {
        let is_all = resolution.controlling.iter().any(|provision| provision.says(&ONLY));
        let (status, help) = if is_all {
            (FindingStatus::Unmet, "use a means that the text names")
        } else {
            (
                FindingStatus::NeedsJudgment,
                "the list is open: the board must say whether this means is remote communication too",
            )
        };
        let message = format!("{mean} is not among the means that the text names");
        return (status, message, resolution.controlling.clone(), Some(help.to_owned()));
    };
    let authority = vec![provision];
    let Some(asked) = provision.get(&PROVIDED) else {
        let message = format!("{mean} counts as remote communication");
        return (FindingStatus::Met, message, authority, None);
    };
    match inquiry.known(&MEANS_SATISFY) {
        Some(true) => (
            FindingStatus::Met,
            format!("{mean} counts as remote communication: {asked}"),
            authority,
            None,
        ),
        Some(false) => (
            FindingStatus::Unmet,
            format!("{mean} counts only provided {asked}, and that is not so"),
            authority,
            Some(format!("use {mean} so that {asked}, or use another means")),
        ),
        None => (
            FindingStatus::Unknown,
            format!("{mean} counts only provided {asked}; whether that is so is not known"),
            authority,
            None,
        ),
    }
}

/// The measures of all texts, each held against those taken.
fn measures(inquiry: &mut Inquiry<'_>, opening: &[&Provision]) -> Value {
    let taken = inquiry.known(&TAKEN);
    let mut items = Vec::new();
    for measure in &EACH_MEASURE {
        let asking: Vec<&Provision> = opening
            .iter()
            .copied()
            .filter(|provision| provision.get_all(&MEASURES).iter().any(|word| word.0 == measure.word))
            .collect();
        if asking.is_empty() {
            continue;
        }
        items.push(measure.word.to_owned());
        if let Some(taken) = &taken {
            judge(inquiry, measure, &asking, taken);
        }
    }
    Value::Items(items)
}

fn judge(inquiry: &mut Inquiry<'_>, measure: &Measure, asking: &[&Provision], taken: &[String]) {
    let is_taken = taken.iter().any(|word| is_same_office(word, measure.word));
    let is_idle = measure.word == "records" && inquiry.known(&ACTED_REMOTELY) == Some(false);
    let message = match (is_taken, is_idle) {
        (true, _) => format!("{}: the measure was taken", measure.word),
        (false, true) => "nobody voted or acted from elsewhere, so there is nothing to record".to_owned(),
        (false, false) => format!("{}: the measure was not taken", measure.word),
    };
    let is_met = is_taken || is_idle;
    let mut found = finding(measure.missing, is_met, message, asking, vec!["remote-measures"]);
    found.help = (!is_met).then(|| measure.cure.to_owned());
    inquiry.find(found);
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    const ID: &str = "remote-meeting";
    const ALL: &str = "verification; participation; proceedings; records";

    #[test]
    fn taking_part_from_elsewhere_is_open_from_july_2000() {
        for (form, date, word) in [
            ("hybrid", "2000-06-30", "unmet"),
            ("hybrid", "2000-07-01", "met"),
            ("remote", "2000-06-30", "unmet"),
            ("remote", "2000-07-01", "met"),
            ("place", "2000-07-01", "none"),
        ] {
            let answer = ask_with_bylaws(SILENT, ID, &[("meeting-date", date), ("form", form)]);
            assert_eq!(
                status(&answer, "remote-participation-not-open"),
                word,
                "{form} {date}"
            );
            assert_eq!(answer.value.is_some(), word != "unmet");
        }
    }

    #[test]
    fn a_text_with_fewer_measures_takes_none_of_the_statutes_away() {
        for bylaws in [SILENT, "remote-participation \"records\"", "remote-participation"] {
            let answer = ask_with_bylaws(bylaws, ID, &[("meeting-date", "2012-05-02")]);
            assert_eq!(field(&answer, "value"), ALL, "{bylaws}");
        }
    }

    #[test]
    fn each_measure_is_a_finding_of_its_own() {
        let measures = [
            ("verification", "remote-voters-not-verified"),
            ("participation", "remote-participation-not-provided"),
            ("proceedings", "remote-proceedings-not-followed"),
            ("records", "remote-votes-not-recorded"),
        ];
        for (missing, id) in measures {
            let taken: Vec<&str> = measures
                .iter()
                .map(|(word, _)| *word)
                .filter(|word| *word != missing)
                .collect();
            let taken = taken.join(", ");
            let told = [("meeting-date", "2012-05-02"), ("remote-measures", taken.as_str())];
            let answer = ask_with_bylaws(SILENT, ID, &told);
            for (word, other) in measures {
                let expected = if word == missing { "unmet" } else { "met" };
                assert_eq!(status(&answer, other), expected, "without {missing}: {other}");
            }
            assert_ne!(status(&answer, id), "none");
        }
    }

    #[test]
    fn nothing_is_recorded_where_nobody_acted_from_elsewhere() {
        for (acted, expected) in [("no", "met"), ("yes", "unmet")] {
            let told = [
                ("meeting-date", "2012-05-02"),
                ("remote-measures", "verification, participation, proceedings"),
                ("acted-remotely", acted),
            ];
            let answer = ask_with_bylaws(SILENT, ID, &told);
            assert_eq!(status(&answer, "remote-votes-not-recorded"), expected, "{acted}");
        }
    }

    #[test]
    fn the_means_of_the_raining_data_bylaws() {
        for (means, satisfy, expected) in [
            ("telephone", None, "met"),
            ("electronic mail", Some("yes"), "met"),
            ("electronic mail", Some("no"), "unmet"),
            ("electronic mail", None, "unknown"),
            ("semaphore", None, "needs judgment"),
            ("telephone, semaphore", None, "needs judgment"),
        ] {
            let mut told = vec![("meeting-date", "2002-10-15"), ("remote-means", means)];
            told.extend(satisfy.map(|word| ("remote-means-satisfy", word)));
            let answer = ask_under("raining-data-2001", ID, &told);
            assert_eq!(status(&answer, "remote-means-not-counted"), expected, "{told:?}");
        }
        let only = "remote-communication \"telephone\" only=#true";
        let told = [("meeting-date", "2002-10-15"), ("remote-means", "semaphore")];
        assert_eq!(
            status(&ask_with_bylaws(only, ID, &told), "remote-means-not-counted"),
            "unmet"
        );
    }

    #[test]
    fn a_bylaw_that_closes_it_is_doubtful() {
        let closed = "remote-participation open=#false";
        for (date, expected) in [("2000-06-30", "unmet"), ("2000-07-01", "depends on the reading")] {
            let answer = ask_with_bylaws(closed, ID, &[("meeting-date", date), ("form", "hybrid")]);
            assert_eq!(status(&answer, "remote-participation-not-open"), expected, "{date}");
        }
    }
}
