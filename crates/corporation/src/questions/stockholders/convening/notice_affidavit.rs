//! # What does an affidavit prove that notice was given?
//!
//! Answers to 8 Del. C. § 222(b), today § 232(f) (prima facie evidence absent fraud), and to the sections of the bylaws on
//! affidavits of notice.
//!
//! **Our reading.** An affidavit by one of those whom a text lists proves what it states as far as that text says. Bylaws that
//! list fewer persons do not take the statute's away: its words give the affidavit its force of themselves. A bylaw for
//! one means of giving notice says nothing of another; there the statute's rule is left. Bylaws that make an affidavit
//! conclusive go beyond a statute that has no clause letting them: both are readings, and the weaker proof is preferred.
//!
//! **What may vary.** Bylaws may add persons and contents.
//!
//! **Not encoded.** The form of oath, and what rebuts the evidence.

use quorate_law::vocabulary::notice_affidavit::{ABSENT_FRAUD, CHANNELS, DEFINITION, MAKERS, PROVES, STATES};
use quorate_law::{Provision, Resolution, Situation, Source};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{CHANNEL, RECIPIENT, finding, rely_on};

/// Who made the affidavit.
pub static MAKER: Fact<String> = Fact::new(
    "maker",
    "who made the affidavit: secretary; assistant secretary; transfer agent; or another",
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

/// The question.
pub static QUESTION: Question = Question {
    id: "notice-affidavit",
    title: "What does an affidavit prove that notice was given?",
    chapter: "stockholders",
    capabilities: &["N4"],
    source: include_str!("notice_affidavit.rs"),
    facts: &[&CHANNEL.spec, &RECIPIENT.spec, &MAKER.spec],
    shape: Shape::Text,
    reckoning: &[],
    provisions: &[&DEFINITION],
    findings: &[&MAKER_NOT_LISTED],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let recipient = inquiry.need(&RECIPIENT)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("recipient", recipient))?;
    let bearing = bearing(inquiry, &resolution)?;
    if bearing.is_empty() {
        rely_on(inquiry, &resolution, &[]);
        return Err(Pause::Silent(&DEFINITION));
    }
    rely_on(inquiry, &resolution, &bearing);
    for provision in &bearing {
        let states = provision
            .get(&STATES)
            .map_or_else(String::new, |states| format!(": {states}"));
        let fraud = if provision.says(&ABSENT_FRAUD) {
            ", absent fraud"
        } else {
            ""
        };
        let proof = provision.word(&PROVES).unwrap_or_default();
        inquiry.show(format!("{}: {proof} evidence{fraud}{states}", provision.citation));
    }
    judge_maker(inquiry, &resolution, &bearing);
    let statutes: Vec<&Provision> = statutes(&resolution).collect();
    let conclusion = conclude(&bearing, &statutes);
    if matches!(conclusion, Conclusion::Readings(_)) {
        // The statute is one of the readings, and so it is relied on.
        rely_on(inquiry, &resolution, &[bearing, statutes].concat());
    }
    Ok(conclusion)
}

/// The controlling provisions for this means; the statute's where the bylaws speak of other means only.
fn bearing<'a>(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'a>) -> Result<Vec<&'a Provision>, Pause> {
    let mut bearing = Vec::new();
    for provision in resolution.controlling.iter().copied().chain(statutes(resolution)) {
        let is_controlling = resolution
            .controlling
            .iter()
            .any(|controlling| std::ptr::eq(*controlling, provision));
        if !is_controlling && !bearing.is_empty() {
            continue;
        }
        let is_for_it = match provision.get(&CHANNELS) {
            None => true,
            Some(means) => {
                let channel = inquiry.need(&CHANNEL)?;
                means.contains(channel) || (means.contains("electronic transmission") && ELECTRONIC.contains(&channel))
            }
        };
        if is_for_it {
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
    let all: Vec<&Provision> = bearing.iter().copied().chain(statutes(resolution)).collect();
    let listing: Vec<&Provision> = all
        .iter()
        .copied()
        .filter(|provision| {
            provision
                .get_all(&MAKERS)
                .iter()
                .any(|listed| listed.0.eq_ignore_ascii_case(&maker))
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
        vec!["maker"],
    );
    found.help = (!is_met).then(|| format!("have it made by one of: {}", names.join(", ")));
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
}
