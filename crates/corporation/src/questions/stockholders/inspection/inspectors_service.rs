//! # Who may serve as inspector of election, what does each swear, and how many must concur?
//!
//! Answers to 8 Del. C. § 231(a) (an oath, taken and signed first, to act with strict impartiality and to the best of one's
//! ability), and to the section of the bylaws on inspectors or judges of election: candidates and others barred, whether an
//! inspector must hold stock, and by what part of them they act.
//!
//! **Our reading.** An oath that leaves out what the text names is not the oath. What the texts do not bar they allow: an
//! inspector need not hold stock, and may hold an office, unless a text says otherwise. Candidates for any office filled at the
//! meeting are barred where a text bars candidates, not only those for the seat in question.
//!
//! **What may vary.** Bylaws may bar more persons; where § 231 binds the oath is due whatever they say.
//!
//! **Not encoded.** Whether an inspector in fact acted with strict impartiality: the texts give that to no one to measure.

use quorate_law::Provision;
use quorate_law::vocabulary::inspector_appointment as text;
use quorate_law::vocabulary::inspector_appointment::DEFINITION;

use super::super::conduct::facts::{HOLDERS_OF_RECORD, LISTED};
use super::super::conduct::order::is_same_office;
use super::inspector_rules::{INSPECTORS, InForce, NUMBER, acts_by, candidates, listed, number, stockholders};
use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, FindingStatus, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::common::finding;
use crate::threshold::needed;

/// A candidate serves.
pub static CANDIDATE: FindingDefinition = FindingDefinition {
    id: "inspector-is-candidate",
    title: "a candidate serves as inspector",
    rank: Rank::Standing,
};

/// One serves whose office bars it.
pub static BARRED: FindingDefinition = FindingDefinition {
    id: "inspector-is-barred",
    title: "one whose office bars it serves as inspector",
    rank: Rank::Standing,
};

/// One serves who holds no stock, where that is asked for.
pub static NO_STOCKHOLDER: FindingDefinition = FindingDefinition {
    id: "inspector-holds-no-stock",
    title: "an inspector holds no stock, where the text asks for it",
    rank: Rank::Standing,
};

/// No oath was taken.
pub static WITHOUT_OATH: FindingDefinition = FindingDefinition {
    id: "inspector-without-oath",
    title: "an inspector acted without the oath",
    rank: Rank::Form,
};

/// The oath was not the one the text asks for.
pub static OATH_INCOMPLETE: FindingDefinition = FindingDefinition {
    id: "oath-incomplete",
    title: "the oath does not say what the text asks, or is not signed",
    rank: Rank::Form,
};

/// Too few inspectors concur.
pub static TOO_FEW_CONCUR: FindingDefinition = FindingDefinition {
    id: "inspectors-too-few-concur",
    title: "too few inspectors concur for the act of all",
    rank: Rank::Vote,
};

/// Who stands.
pub static CANDIDATES: Fact<Vec<String>> = Fact::new("candidates", "the names of the candidates for office");
/// What offices the inspectors hold.
pub static OFFICES: Fact<Vec<String>> = Fact::new("inspectors-offices", "the offices that the inspectors hold, such as director");
/// Whether they hold stock.
pub static HOLD_STOCK: Fact<bool> = Fact::new("inspectors-hold-stock", "whether each inspector holds stock");
/// Whether they were sworn.
pub static OATH_TAKEN: Fact<bool> = Fact::new("oath-taken", "whether each inspector took the oath before acting");
/// What the oath says.
pub static OATH_STATES: Fact<Vec<String>> = Fact::new(
    "oath-states",
    "what the oath says, such as strict impartiality, best of ability",
);
/// Whether it was signed.
pub static OATH_SIGNED: Fact<bool> = Fact::new("oath-signed", "whether each inspector signed the oath");
/// How many agree.
pub static CONCURRING: Fact<u64> = Fact::new(
    "concurring",
    "how many of the inspectors concur in an act or certificate",
);

/// The question.
pub static QUESTION: Question = Question {
    id: "inspectors-service",
    title: "Who may serve as inspector of election, what does each swear, and how many must concur?",
    chapter: "stockholders",
    capabilities: &["S15"],
    source: include_str!("inspectors_service.rs"),
    facts: &[
        &INSPECTORS.spec,
        &NUMBER.spec,
        &CANDIDATES.spec,
        &OFFICES.spec,
        &HOLD_STOCK.spec,
        &OATH_TAKEN.spec,
        &OATH_STATES.spec,
        &OATH_SIGNED.spec,
        &CONCURRING.spec,
        &LISTED.spec,
        &HOLDERS_OF_RECORD.spec,
    ],
    shape: Shape::Items,
    reckoning: &[],
    provisions: &[&DEFINITION, &quorate_law::vocabulary::inspectors_required::DEFINITION],
    findings: &[
        &CANDIDATE,
        &BARRED,
        &NO_STOCKHOLDER,
        &WITHOUT_OATH,
        &OATH_INCOMPLETE,
        &TOO_FEW_CONCUR,
    ],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let in_force = InForce::of(inquiry)?;
    let (rules, open) = (&in_force.rules, in_force.open_rules());
    judge_persons(inquiry, rules);
    judge_stock(inquiry, rules);
    judge_oath(inquiry, rules, open);
    judge_oath_words(inquiry, rules);
    judge_concurrence(inquiry, rules)?;
    let mut items: Vec<String> = Vec::new();
    for item in rules.iter().flat_map(|provision| items_of(provision)) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    Ok(Value::Items(items).into())
}

/// What one provision says of those who serve, an item each.
fn items_of(provision: &Provision) -> Vec<String> {
    let oath = || {
        let mut oath = String::from("each first takes an oath");
        if provision.says(&text::OATH_SIGNED) {
            oath.push_str(", and signs it");
        }
        if let Some(states) = provision.get(&text::OATH_STATES) {
            oath.push_str(&format!(": {states}"));
        }
        oath
    };
    let items = [
        provision.get(&text::CANDIDATES).map(|may| candidates(*may).to_owned()),
        provision
            .get(&text::BARRED)
            .map(|offices| format!("may not serve: {offices}")),
        provision
            .get(&text::STOCKHOLDERS_ONLY)
            .map(|only| stockholders(*only).to_owned()),
        provision.says(&text::OATH).then(oath),
        provision.get(&text::ACTS_BY).map(acts_by),
    ];
    items.into_iter().flatten().collect()
}

fn saying<'a>(rules: &[&'a Provision], says: impl Fn(&Provision) -> bool) -> Vec<&'a Provision> {
    rules.iter().copied().filter(|provision| says(provision)).collect()
}

/// Candidates and holders of offices who serve although a text bars them.
fn judge_persons(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    if let (Some(inspectors), Some(candidates)) = (inquiry.known(&INSPECTORS), inquiry.known(&CANDIDATES)) {
        let barring = saying(rules, |provision| provision.get(&text::CANDIDATES) == Some(&false));
        let both = common(&inspectors, &candidates);
        let message = match both.as_str() {
            "" => "no inspector is a candidate".to_owned(),
            both => format!("inspector and candidate at once: {both}; a candidate may not serve"),
        };
        if !barring.is_empty() {
            let blames = vec!["inspectors", "candidates"];
            let mut found = finding(&CANDIDATE, both.is_empty(), message, &barring, blames);
            found.help = (!both.is_empty()).then(|| format!("replace {both} as inspector before the vote is taken"));
            inquiry.find(found);
        }
    }
    let barring = saying(rules, |provision| provision.get(&text::BARRED).is_some());
    let Some(offices) = inquiry.known(&OFFICES).filter(|_| !barring.is_empty()) else {
        return;
    };
    let barred: Vec<String> = barring
        .iter()
        .filter_map(|provision| provision.get(&text::BARRED))
        .flat_map(|offices| listed(offices))
        .collect();
    let both = common(&offices, &barred);
    let message = match both.as_str() {
        "" => "no inspector holds an office that bars it".to_owned(),
        both => format!("an inspector holds an office that bars it: {both}"),
    };
    let mut found = finding(&BARRED, both.is_empty(), message, &barring, vec!["inspectors-offices"]);
    found.help = (!both.is_empty()).then(|| format!("replace the inspector who is {both} before the vote is taken"));
    inquiry.find(found);
}

/// The names on both lists.
fn common(one: &[String], other: &[String]) -> String {
    let is_on_other = |name: &&String| other.iter().any(|known| is_same_office(name, known));
    one.iter().filter(is_on_other).cloned().collect::<Vec<_>>().join(", ")
}

fn judge_stock(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    let asking = saying(rules, |provision| provision.says(&text::STOCKHOLDERS_ONLY));
    let Some(hold) = inquiry.known(&HOLD_STOCK).filter(|_| !asking.is_empty()) else {
        return;
    };
    let message = if hold {
        "each inspector holds stock"
    } else {
        "an inspector holds no stock"
    };
    let mut found = finding(
        &NO_STOCKHOLDER,
        hold,
        message.to_owned(),
        &asking,
        vec!["inspectors-hold-stock"],
    );
    found.help = (!hold).then(|| "appoint a stockholder in the place of the one who holds no stock".to_owned());
    inquiry.find(found);
}

/// `open` are the provisions of which it is not known whether they bind.
fn judge_oath(inquiry: &mut Inquiry<'_>, rules: &[&Provision], open: &[&Provision]) {
    let Some(taken) = inquiry.known(&OATH_TAKEN) else {
        return;
    };
    let asking = saying(rules, |provision| provision.says(&text::OATH));
    let perhaps = saying(open, |provision| provision.says(&text::OATH));
    let authority = [asking.clone(), perhaps].concat();
    if authority.is_empty() {
        return;
    }
    let message = if taken {
        "each inspector took the oath"
    } else {
        "an inspector acted without the oath"
    };
    let mut found = finding(&WITHOUT_OATH, taken, message.to_owned(), &authority, vec!["oath-taken"]);
    if !taken {
        found.help = Some("have each inspector sign the oath before acting".to_owned());
        if asking.is_empty() {
            found.status = FindingStatus::Unknown;
            found.help =
                Some("say whether the voting stock is listed, and how many holders of record there are".to_owned());
        }
    }
    inquiry.find(found);
}

fn judge_oath_words(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) {
    let asking = saying(rules, |provision| {
        provision.get(&text::OATH_STATES).is_some() || provision.says(&text::OATH_SIGNED)
    });
    let (states, signed) = (inquiry.known(&OATH_STATES), inquiry.known(&OATH_SIGNED));
    if asking.is_empty() || (states.is_none() && signed.is_none()) {
        return;
    }
    let mut missing: Vec<String> = Vec::new();
    for provision in &asking {
        if let (Some(wanted), Some(states)) = (provision.get(&text::OATH_STATES), &states) {
            let is_missing = |part: &String| !states.iter().any(|said| is_same_office(said, part));
            missing.extend(listed(wanted).into_iter().filter(is_missing));
        }
        if provision.says(&text::OATH_SIGNED) && signed == Some(false) {
            missing.push("a signature".to_owned());
        }
    }
    missing.sort();
    missing.dedup();
    let is_met = missing.is_empty();
    let message = if is_met {
        "the oath says what the text asks".to_owned()
    } else {
        format!("the oath lacks: {}", missing.join(", "))
    };
    let blames = vec!["oath-states", "oath-signed"];
    let mut found = finding(&OATH_INCOMPLETE, is_met, message, &asking, blames);
    found.help = (!is_met).then(|| "have each inspector take and sign the oath in the text's words".to_owned());
    inquiry.find(found);
}

fn judge_concurrence(inquiry: &mut Inquiry<'_>, rules: &[&Provision]) -> Result<(), Pause> {
    let (Some(concurring), Some(number)) = (inquiry.known(&CONCURRING), number(inquiry)) else {
        return Ok(());
    };
    let rule = rules
        .iter()
        .find_map(|provision| Some((*provision, provision.get(&text::ACTS_BY)?)));
    let Some((provision, fraction)) = rule else {
        return Ok(());
    };
    let needed = needed(*fraction, &Quantity::whole(number))?;
    let is_met = Quantity::whole(concurring) >= needed;
    let message = format!("{concurring} of {number} inspectors concur; {}", acts_by(fraction));
    let mut found = finding(
        &TOO_FEW_CONCUR,
        is_met,
        message,
        &[provision],
        vec!["concurring", "number"],
    );
    found
        .arithmetic
        .push(format!("{fraction} of {number} = {needed}; {concurring} concur"));
    found.help = (!is_met).then(|| format!("obtain the concurrence of {needed}"));
    inquiry.find(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{ask_under, ask_with_bylaws, status};

    const ID: &str = "inspectors-service";
    const NOT_BOUND: [(&str, &str); 2] = [("listed", "no"), ("holders-of-record", "2000")];
    const BOUND: [(&str, &str); 1] = [("listed", "yes")];

    #[test]
    fn a_candidate_does_not_serve_where_the_text_says_so() {
        for (set, candidates, expected) in [
            ("novell-2001", "Cedar, ash", "unmet"),
            ("novell-2001", "Cedar", "met"),
            ("raining-data-2001", "Cedar, Ash", "none"),
        ] {
            let answer = ask_under(set, ID, &[("inspectors", "Ash"), ("candidates", candidates)]);
            assert_eq!(
                status(&answer, "inspector-is-candidate"),
                expected,
                "{set} {candidates}"
            );
        }
    }

    #[test]
    fn offices_and_stock() {
        let bylaws = "inspector-appointment \"board\" barred=\"director, officer\" stockholders-only=#true";
        for (offices, expected) in [("Director", "unmet"), ("clerk, officer", "unmet"), ("clerk", "met")] {
            let answer = ask_with_bylaws(bylaws, ID, &[("inspectors-offices", offices)]);
            assert_eq!(status(&answer, "inspector-is-barred"), expected, "{offices}");
        }
        for (hold, expected) in [("yes", "met"), ("no", "unmet")] {
            let told = [("inspectors-hold-stock", hold)];
            assert_eq!(
                status(&ask_with_bylaws(bylaws, ID, &told), "inspector-holds-no-stock"),
                expected
            );
            assert_eq!(
                status(&ask_under("novell-2001", ID, &told), "inspector-holds-no-stock"),
                "none"
            );
        }
    }

    #[test]
    fn the_oath_is_asked_by_the_bylaws_or_where_the_statute_binds() {
        let oath = |set: &str, taken: &str, more: &[(&str, &str)]| {
            let told: Vec<_> = more.iter().copied().chain([("oath-taken", taken)]).collect();
            status(&ask_under(set, ID, &told), "inspector-without-oath")
        };
        assert_eq!(oath("raining-data-2001", "no", &[]), "unmet");
        assert_eq!(oath("raining-data-2001", "yes", &[]), "met");
        assert_eq!(oath("novell-2001", "no", &BOUND), "unmet");
        assert_eq!(
            oath("novell-2001", "no", &[("listed", "no"), ("holders-of-record", "2001")]),
            "unmet"
        );
        assert_eq!(oath("novell-2001", "no", &NOT_BOUND), "none");
        assert_eq!(oath("novell-2001", "no", &[]), "unknown");
    }

    #[test]
    fn an_oath_says_all_that_the_text_asks() {
        let all = "faithful execution of the duties, strict impartiality, best of ability";
        for (states, signed, expected) in [
            (all, "yes", "met"),
            (all, "no", "unmet"),
            ("strict impartiality, best of ability", "yes", "unmet"),
        ] {
            let answer = ask_under("raining-data-2001", ID, &[("oath-states", states), ("oath-signed", signed)]);
            assert_eq!(status(&answer, "oath-incomplete"), expected, "{states} {signed}");
        }
    }

    #[test]
    fn the_act_of_two_of_three_is_the_act_of_all() {
        for (concurring, expected) in [("1", "unmet"), ("2", "met"), ("3", "met")] {
            let told = [("number", "3"), ("concurring", concurring)];
            assert_eq!(
                status(&ask_under("novell-2001", ID, &told), "inspectors-too-few-concur"),
                expected,
                "{concurring}"
            );
        }
    }
}
