//! # What does an affidavit prove that notice was given, and what rebuts it?
//!
//! Answers to 8 Del. C. § 222(b), today § 232(f) (prima facie evidence absent fraud), and to the sections of the bylaws on
//! affidavits of notice.
//!
//! **Our reading.** An affidavit by one of those whom a text lists proves what it states as far as that text says. Bylaws that
//! list fewer persons do not take the statute's away: its words give the affidavit its force of themselves. A bylaw for
//! one means of giving notice says nothing of another; there the statute's rule is left. Bylaws that make an affidavit
//! conclusive go beyond a statute that has no clause letting them: both are readings, and the weaker proof is preferred.
//! A section that says what the affidavit specifies gives its proof to an affidavit that specifies all of it. A maker who
//! lacks what the text asks besides the office is not one of its makers. Prima facie evidence stands until evidence to the
//! contrary, which whoever must find the fact weighs; conclusive evidence hears none. Fraud defeats both; where the text
//! does not say so, that is one reading.
//!
//! **What may vary.** Bylaws may add persons and contents.
//!
//! **Not encoded.** The form of oath. Who is a competent employee, and whether there was fraud, are facts that somebody states.

use quorate_law::vocabulary::affidavit_contents::{self, ITEMS};
use quorate_law::vocabulary::notice_affidavit::{ABSENT_FRAUD, CHANNELS, DEFINITION, MAKERS, PROVES, QUALIFIED, QUALIFIED_MAKER, STATES};
use quorate_law::vocabulary::{Field, Term};
use quorate_law::{Provision, Resolution, Situation, Source};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{CHANNEL, RECIPIENT, finding, rely_on};

/// Who made the affidavit.
pub static MAKER: Fact<String> = Fact::new(
    "maker",
    "who made the affidavit: secretary; assistant secretary; transfer agent; or another",
);
/// Whether the maker has what the text asks besides.
pub static MAKER_QUALIFIED: Fact<bool> = Fact::new(
    "maker-qualified",
    "whether the maker is or has done what the text asks besides the office, such as having given the notice",
);
/// What it states.
pub static AFFIDAVIT_STATES: Fact<Vec<String>> = Fact::new("affidavit-states", "what the affidavit specifies");
/// What is held against it.
pub static AGAINST_IT: Fact<&'static str> = Fact::word(
    "against-it",
    &["nothing", "contrary evidence", "fraud"],
    "what is shown against the affidavit",
);

/// The means that texts sum up as electronic transmission.
const ELECTRONIC: [&str; 4] = [
    "facsimile",
    "electronic mail",
    "posting on a network",
    "other electronic transmission",
];
/// The weaker proof.
const PRIMA_FACIE: &str = "prima facie";

/// The affidavit's maker is on no list.
pub static MAKER_NOT_LISTED: FindingDefinition = FindingDefinition {
    id: "affidavit-maker-not-listed",
    title: "the affidavit of notice was made by one whom no text lists",
    rank: Rank::Standing,
};
/// It leaves something out.
pub static INCOMPLETE: FindingDefinition = FindingDefinition {
    id: "affidavit-incomplete",
    title: "the affidavit of notice leaves out what it must specify",
    rank: Rank::Form,
};
/// Something is shown against it.
pub static REBUTTED: FindingDefinition = FindingDefinition {
    id: "affidavit-rebutted",
    title: "the affidavit of notice is rebutted",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-affidavit",
    title: "What does an affidavit prove that notice was given?",
    chapter: "stockholders",
    capabilities: &["N4"],
    source: include_str!("notice_affidavit.rs"),
    facts: &[
        &CHANNEL.spec,
        &RECIPIENT.spec,
        &MAKER.spec,
        &MAKER_QUALIFIED.spec,
        &AFFIDAVIT_STATES.spec,
        &AGAINST_IT.spec,
    ],
    shape: Shape::Text,
    reckoning: &[],
    provisions: &[&DEFINITION, &affidavit_contents::DEFINITION],
    findings: &[&MAKER_NOT_LISTED, &INCOMPLETE, &REBUTTED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let recipient = inquiry.need(&RECIPIENT)?;
    let situation = Situation::general().with("recipient", recipient);
    let resolution = inquiry.require(&DEFINITION, &situation)?;
    let contents = inquiry.consult(&affidavit_contents::DEFINITION, &situation)?;
    let incomplete = judge_contents(inquiry, &contents)?;
    let mut bearing = bearing(inquiry, &resolution, &incomplete)?;
    // What a section asks of the affidavit is relied on where the section itself is.
    let specified: Vec<&Provision> = contents
        .controlling
        .iter()
        .copied()
        .filter(|asked| bearing.iter().any(|provision| stand_together(asked, provision)))
        .collect();
    rely_on(inquiry, &contents, &specified);
    if bearing.is_empty() {
        rely_on(inquiry, &resolution, &[]);
        return Err(Pause::Silent(&DEFINITION));
    }
    rely_on(inquiry, &resolution, &bearing);
    for provision in &bearing {
        inquiry.show(says(provision));
    }
    judge_maker(inquiry, &resolution, &bearing);
    let statutes: Vec<&Provision> = statutes(&resolution).collect();
    let conclusion = conclude(&bearing, &statutes);
    if matches!(conclusion, Conclusion::Readings(_)) {
        // The statute is one of the readings, and so it is relied on.
        bearing.extend(statutes);
        rely_on(inquiry, &resolution, &bearing);
    }
    judge_rebuttal(inquiry, &bearing);
    Ok(conclusion)
}

/// What one text says, as a line.
fn says(provision: &Provision) -> String {
    let states = provision.get(&STATES).map_or_else(String::new, |states| format!(": {states}"));
    let fraud = if provision.says(&ABSENT_FRAUD) { ", absent fraud" } else { "" };
    let maker = provision.get(&QUALIFIED).map_or_else(String::new, |what| {
        let maker = provision.word(&QUALIFIED_MAKER).unwrap_or("maker");
        format!(", if the {maker} {what}")
    });
    let proof = provision.word(&PROVES).unwrap_or_default();
    format!("{}: {proof} evidence{fraud}{states}{maker}", provision.citation)
}

fn stand_together(left: &Provision, right: &Provision) -> bool {
    left.citation.source == right.citation.source && left.citation.place() == right.citation.place()
}

/// Whether a provision is for the means by which notice was given.
fn is_for(inquiry: &mut Inquiry<'_>, provision: &Provision, channels: &'static Field<String>) -> Result<bool, Pause> {
    match provision.get(channels) {
        None => Ok(true),
        Some(means) => {
            let channel = inquiry.need(&CHANNEL)?;
            Ok(means.contains(channel) || (means.contains("electronic transmission") && ELECTRONIC.contains(&channel)))
        }
    }
}

/// The provisions whose contents the affidavit lacks.
fn judge_contents<'a>(inquiry: &mut Inquiry<'_>, contents: &Resolution<'a>) -> Result<Vec<&'a Provision>, Pause> {
    let mut incomplete = Vec::new();
    for provision in contents.controlling.iter().copied() {
        if !is_for(inquiry, provision, &affidavit_contents::CHANNELS)? {
            continue;
        }
        let items: Vec<&str> = provision.get_all(&ITEMS).into_iter().map(|Term(item)| item.as_str()).collect();
        inquiry.show(format!("{}: it specifies {}", provision.citation, items.join(", ")));
        let Some(stated) = inquiry.known(&AFFIDAVIT_STATES) else { continue };
        let missing: Vec<&str> = items
            .into_iter()
            .filter(|item| !stated.iter().any(|given| given.eq_ignore_ascii_case(item)))
            .collect();
        let message = match missing.as_slice() {
            [] => "the affidavit specifies all that it must".to_owned(),
            missing => format!("the affidavit does not specify: {}", missing.join("; ")),
        };
        let mut found = finding(&INCOMPLETE, missing.is_empty(), message, &[provision], vec!["affidavit-states"]);
        found.help = (!missing.is_empty()).then(|| format!("have an affidavit made that specifies {}", missing.join("; ")));
        inquiry.find(found);
        if !missing.is_empty() {
            incomplete.push(provision);
        }
    }
    Ok(incomplete)
}

/// The controlling provisions for this means; the statute's where the bylaws speak of other means only, or of an affidavit
/// that specifies more.
fn bearing<'a>(
    inquiry: &mut Inquiry<'_>,
    resolution: &Resolution<'a>,
    incomplete: &[&Provision],
) -> Result<Vec<&'a Provision>, Pause> {
    let mut bearing = Vec::new();
    for provision in resolution.controlling.iter().copied().chain(statutes(resolution)) {
        let is_controlling = resolution
            .controlling
            .iter()
            .any(|controlling| std::ptr::eq(*controlling, provision));
        if !is_controlling && !bearing.is_empty() {
            continue;
        }
        let is_complete = !incomplete.iter().any(|lacking| stand_together(lacking, provision));
        if is_complete && is_for(inquiry, provision, &CHANNELS)? {
            bearing.push(provision);
        }
    }
    Ok(bearing)
}

/// The statute's provisions that bylaws displaced.
fn statutes<'a>(resolution: &Resolution<'a>) -> impl Iterator<Item = &'a Provision> {
    resolution
        .displaced
        .iter()
        .map(|displaced| displaced.provision)
        .filter(|provision| provision.citation.source == Source::Statute)
}

fn judge_maker(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>, bearing: &[&Provision]) {
    let Some(maker) = inquiry.known(&MAKER) else { return };
    let is_unqualified = inquiry.known(&MAKER_QUALIFIED) == Some(false);
    let mut all: Vec<&Provision> = bearing.to_vec();
    for provision in statutes(resolution) {
        if !all.iter().any(|known| std::ptr::eq(*known, provision)) {
            all.push(provision);
        }
    }
    let listing: Vec<&Provision> = all
        .iter()
        .copied()
        .filter(|provision| {
            let is_listed = provision
                .get_all(&MAKERS)
                .iter()
                .any(|listed| listed.0.eq_ignore_ascii_case(&maker));
            is_listed && !(is_unqualified && is_qualification_asked(provision, &maker))
        })
        .collect();
    let mut names: Vec<&str> = Vec::new();
    for listed in all.iter().flat_map(|provision| provision.get_all(&MAKERS)) {
        if !names.contains(&listed.0.as_str()) {
            names.push(&listed.0);
        }
    }
    let is_met = !listing.is_empty();
    let message = format!("the affidavit was made by the {maker}; listed: {}", names.join(", "));
    let mut found = finding(
        &MAKER_NOT_LISTED,
        is_met,
        message,
        if is_met { &listing } else { &all },
        vec!["maker", "maker-qualified"],
    );
    found.help = (!is_met).then(|| format!("have it made by one of: {}", names.join(", ")));
    inquiry.find(found);
}

/// Whether a text asks something of this maker besides the office.
fn is_qualification_asked(provision: &Provision, maker: &str) -> bool {
    provision.get(&QUALIFIED).is_some()
        && provision.word(&QUALIFIED_MAKER).is_none_or(|named| named.eq_ignore_ascii_case(maker))
}

/// What is shown against it, held against how far it proves.
fn judge_rebuttal(inquiry: &mut Inquiry<'_>, bearing: &[&Provision]) {
    let Some(against) = inquiry.known(&AGAINST_IT) else { return };
    let is_conclusive = |provision: &&Provision| provision.word(&PROVES) != Some(PRIMA_FACIE);
    let status = match against {
        "nothing" => FindingStatus::Met,
        "fraud" if bearing.iter().any(|provision| provision.says(&ABSENT_FRAUD)) => FindingStatus::Unmet,
        "fraud" => FindingStatus::DependsOnReading,
        _ if bearing.iter().all(is_conclusive) => FindingStatus::Met,
        _ if bearing.iter().any(is_conclusive) => FindingStatus::DependsOnReading,
        _ => FindingStatus::NeedsJudgment,
    };
    let message = match status {
        FindingStatus::NeedsJudgment => "contrary evidence is shown, and whoever must find whether notice was given, in the end the Court of Chancery, weighs it".to_owned(),
        FindingStatus::Met if against != "nothing" => format!("{against} is shown against it, and it is conclusive"),
        _ => format!("{against} is shown against it"),
    };
    let mut found = finding(&REBUTTED, status == FindingStatus::Met, message, bearing, vec!["against-it"]);
    found.status = status;
    if status != FindingStatus::Met {
        found.help = Some("prove by other evidence that notice was given, or obtain waivers".to_owned());
    }
    inquiry.find(found);
}

/// How far it proves: one value, or a reading for each proof that the texts name, the weaker preferred.
fn conclude(bearing: &[&Provision], statutes: &[&Provision]) -> Conclusion {
    let mut stating: Vec<&Provision> = [bearing, statutes].concat();
    // The weaker proof comes first; the order of the sources is kept otherwise.
    stating.sort_by_key(|provision| provision.word(&PROVES) != Some(PRIMA_FACIE));
    let mut readings: Vec<Reading> = Vec::new();
    for provision in stating {
        let proof = provision.word(&PROVES).unwrap_or_default();
        if readings.iter().all(|reading| reading.text != proof) {
            readings.push(Reading {
                text: proof.to_owned(),
                value: Value::Text(proof.to_owned()),
                because: format!("{} says so", provision.citation),
                is_preferred: readings.is_empty(),
                who_decides: "counsel, and in the end the Court of Chancery".to_owned(),
            });
        }
    }
    match readings.as_slice() {
        [only] => only.value.clone().into(),
        _ => Conclusion::Readings(readings),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    const ELECTRONIC: &str = "notice-affidavit \"clerk\" proves=\"prima facie\" channels=\"electronic transmission\"";
    const MAIL: &str = "notice-affidavit \"clerk\" proves=\"conclusive\" channels=\"mail\"";

    fn proofs(bylaws: &str, channel: &str) -> Vec<String> {
        let answer = ask_with_bylaws(bylaws, "notice-affidavit", &[("channel", channel)]);
        match &answer.value {
            Some(_) => vec![field(&answer, "value")],
            None => answer.readings.iter().map(|reading| reading.text.clone()).collect(),
        }
    }

    #[test]
    fn a_conclusive_affidavit_is_a_reading_beside_the_statutes() {
        let both = format!("clause \"(a)\" {{ {ELECTRONIC} }}\nclause \"(b)\" {{ {MAIL} }}");
        for (bylaws, channel, expected) in [
            (SILENT, "mail", vec!["prima facie"]),
            (MAIL, "mail", vec!["prima facie", "conclusive"]),
            // The bylaw is for mail; of electronic mail the statute alone speaks.
            (MAIL, "electronic mail", vec!["prima facie"]),
            (&both, "electronic mail", vec!["prima facie"]),
            (&both, "mail", vec!["prima facie", "conclusive"]),
        ] {
            assert_eq!(proofs(bylaws, channel), expected, "{bylaws} {channel}");
        }
    }

    #[test]
    fn makers_of_either_list_will_do() {
        for (maker, word) in [
            ("clerk", "met"),
            ("Secretary", "met"),
            ("transfer agent", "met"),
            ("treasurer", "unmet"),
        ] {
            let answer = ask_with_bylaws(MAIL, "notice-affidavit", &[("channel", "mail"), ("maker", maker)]);
            assert_eq!(status(&answer, "affidavit-maker-not-listed"), word, "{maker}");
        }
    }

    #[test]
    fn a_text_for_one_means_needs_to_know_the_means() {
        let answer = ask_with_bylaws(MAIL, "notice-affidavit", &[]);
        assert_eq!(answer.needs[0].fact, "channel");
        let answer = ask_with_bylaws(SILENT, "notice-affidavit", &[]);
        assert!(answer.needs.is_empty());
    }

    #[test]
    fn directors_have_no_rule_in_the_statute() {
        let answer = ask_with_bylaws(SILENT, "notice-affidavit", &[("recipient", "director")]);
        assert!(answer.value.is_none() && answer.remark.is_some());
    }

    #[test]
    fn the_shipped_sets() {
        for (set, maker, word) in [
            ("novell-2001", "other agent of the corporation", "met"),
            ("altiris-2006", "assistant secretary", "met"),
            ("altiris-2006", "president", "unmet"),
            ("raining-data-2001", "transfer agent", "met"),
            ("raining-data-2001", "authorized employee", "unmet"),
        ] {
            let told = [("channel", "electronic mail"), ("maker", maker)];
            let answer = ask_under(set, "notice-affidavit", &told);
            assert_eq!(field(&answer, "value"), "prima facie", "{set}");
            assert_eq!(status(&answer, "affidavit-maker-not-listed"), word, "{set} {maker}");
        }
    }

    #[test]
    fn an_affidavit_that_leaves_something_out_has_the_statutes_proof_only() {
        let bylaws = format!("{MAIL}\naffidavit-contents \"name\" \"hour\" channels=\"mail\"");
        for (channel, states, expected, word) in [
            ("mail", "name, hour", vec!["prima facie", "conclusive"], "met"),
            ("mail", "Hour", vec!["prima facie"], "unmet"),
            ("courier", "", vec!["prima facie"], "none"),
        ] {
            let told = [("channel", channel), ("affidavit-states", states)];
            let answer = ask_with_bylaws(&bylaws, "notice-affidavit", &told);
            let proofs = match &answer.value {
                Some(_) => vec![field(&answer, "value")],
                None => answer.readings.iter().map(|reading| reading.text.clone()).collect(),
            };
            assert_eq!(proofs, expected, "{told:?}");
            assert_eq!(status(&answer, "affidavit-incomplete"), word, "{told:?}");
        }
    }

    #[test]
    fn what_is_shown_against_it() {
        for (set, recipient, against, word) in [
            ("novell-2001", "stockholder", "nothing", "met"),
            ("novell-2001", "stockholder", "contrary evidence", "needs judgment"),
            ("novell-2001", "stockholder", "fraud", "unmet"),
            ("altiris-2006", "stockholder", "fraud", "depends on the reading"),
            ("raining-data-2001", "stockholder", "contrary evidence", "depends on the reading"),
            ("raining-data-2001", "stockholder", "fraud", "unmet"),
            ("raining-data-2001", "director", "contrary evidence", "met"),
            ("raining-data-2001", "director", "fraud", "depends on the reading"),
        ] {
            let told = [("channel", "mail"), ("recipient", recipient), ("against-it", against)];
            let answer = ask_under(set, "notice-affidavit", &told);
            assert_eq!(status(&answer, "affidavit-rebutted"), word, "{set} {told:?}");
        }
    }

    #[test]
    fn a_maker_who_lacks_what_the_text_asks_is_not_listed_by_it() {
        for (recipient, qualified, word) in [("director", "yes", "met"), ("director", "no", "unmet"), ("stockholder", "no", "met")] {
            let told = [("channel", "mail"), ("recipient", recipient), ("maker", "transfer agent"), ("maker-qualified", qualified)];
            let answer = ask_under("raining-data-2001", "notice-affidavit", &told);
            assert_eq!(status(&answer, "affidavit-maker-not-listed"), word, "{told:?}");
        }
    }
}
