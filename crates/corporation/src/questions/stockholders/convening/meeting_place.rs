//! # Where do the stockholders meet?
//!
//! Answers to 8 Del. C. § 211(a) (place as certificate or bylaws say, otherwise as the board determines; from 1 July 2000
//! solely by remote communication if the board so determines), and to the section of the bylaws on the place of meetings.
//!
//! **Our reading.** A place designated by whom the text names, and where the text says it is designated, prevails; otherwise
//! the meeting is at the place that the text gives. Who has the power to designate the place may also do without one: where
//! the bylaws say nothing of remote meetings and give the designation to the body that § 211(a) speaks of, the statute's
//! leave stays open although the bylaws displace its default. A meeting at a place in which some take part from elsewhere has
//! a place. The measures for those who are elsewhere are the question `remote-meeting`.
//!
//! **What may vary.** The place and who designates it: certificate or bylaws.
//!
//! **Not encoded.** Whether a place was chosen to keep stockholders away.

use quorate_law::vocabulary::meeting_place::{self, DEFAULT, DEFINITION, IN, REMOTE_ONLY};
use quorate_law::vocabulary::registered_office;
use quorate_law::{Provision, Reckoning, Resolution, Situation, Source};

use crate::answer::{Reading, Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{DESIGNATED_BY, MEETING_DATE, MEETING_FORM, finding, rely_on};

/// The place designated.
pub static PLACE: Fact<String> = Fact::new("designated-place", "the place designated for the meeting");
/// Where it was designated.
pub static DESIGNATED_IN: Fact<String> = Fact::new(
    "designated-in",
    "where the place was designated: notice, or another paper",
);
/// The value of a meeting without a place.
const REMOTE: &str = "solely by remote communication";

/// Somebody designated the place whom the text does not name.
pub static DESIGNATOR: FindingDefinition = FindingDefinition {
    id: "meeting-place-designator-not-authorized",
    title: "the place of the meeting was designated by one who has no power to",
    rank: Rank::Authority,
};

/// The place was designated elsewhere than the text says.
pub static ELSEWHERE: FindingDefinition = FindingDefinition {
    id: "meeting-place-designated-elsewhere",
    title: "the place of the meeting was not designated where the text asks for it",
    rank: Rank::Form,
};

/// No text opens a meeting without a place.
pub static REMOTE_NOT_OPEN: FindingDefinition = FindingDefinition {
    id: "remote-meeting-not-open",
    title: "a meeting solely by remote communication is not open to the corporation",
    rank: Rank::Authority,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "meeting-place",
    title: "Where do the stockholders meet?",
    chapter: "stockholders",
    capabilities: &["S2"],
    source: include_str!("meeting_place.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &MEETING_FORM.spec,
        &PLACE.spec,
        &DESIGNATED_BY.spec,
        &DESIGNATED_IN.spec,
    ],
    shape: Shape::Text,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION, &registered_office::DEFINITION],
    findings: &[&DESIGNATOR, &ELSEWHERE, &REMOTE_NOT_OPEN],
    ask,
};

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    let form = inquiry.need(&MEETING_FORM)?;
    let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
    if form == "remote" {
        return remote(inquiry, &resolution).map(Conclusion::from);
    }
    if let Some(place) = designated(inquiry, &resolution) {
        return Ok(Value::Text(place).into());
    }
    let readings = defaults(&resolution);
    if readings.iter().any(|reading| reading.text == "registered office") {
        show_registered_office(inquiry)?;
    }
    match readings.as_slice() {
        [] => {
            let who = designators(&resolution.controlling).join(" or the ");
            Err(Pause::NotApplicable(format!(
                "no place is designated and the text gives none: the {who} must designate it"
            )))
        }
        [only] => Ok(only.value.clone().into()),
        _ => Ok(Conclusion::Readings(readings)),
    }
}

/// The places that the controlling texts give; several where sections of one text differ.
fn defaults(resolution: &Resolution<'_>) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for provision in &resolution.controlling {
        let Some(place) = provision.word(&DEFAULT) else {
            continue;
        };
        if readings.iter().all(|reading| reading.text != place) {
            readings.push(Reading {
                text: place.to_owned(),
                value: Value::Text(place.to_owned()),
                because: format!("{} says so", provision.citation),
                is_preferred: readings.is_empty(),
                who_decides: "the board, by designating a place; otherwise counsel".to_owned(),
            });
        }
    }
    readings
}

fn designators<'a>(provisions: &[&'a Provision]) -> Vec<&'a str> {
    provisions
        .iter()
        .filter_map(|provision| provision.word(&meeting_place::DESIGNATED_BY))
        .collect()
}

/// Whether the one who designated the place, or chose to have none, is one whom the text names; none while that is not known.
fn judge_designator(inquiry: &mut Inquiry<'_>, provisions: &[&Provision], what: &str) -> Option<bool> {
    let who = inquiry.known(&DESIGNATED_BY)?;
    let named = designators(provisions);
    let is_met = named.contains(&who.as_str());
    let names = named.join(" or the ");
    let message = format!("the {who} designated {what}; the text names the {names}");
    let mut found = finding(&DESIGNATOR, is_met, message, provisions, vec!["designated-by"]);
    found.help = (!is_met).then(|| format!("have the place designated by the {names}"));
    inquiry.find(found);
    Some(is_met)
}

/// The place designated, unless by somebody without the power or elsewhere than the text says.
fn designated(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> Option<String> {
    let place = inquiry.known(&PLACE)?;
    let mut is_good = true;
    if let Some(is_met) = judge_designator(inquiry, &resolution.controlling, &place) {
        is_good &= is_met;
    }
    let asked: Vec<&String> = resolution
        .controlling
        .iter()
        .filter_map(|provision| provision.get(&IN))
        .collect();
    if let (Some(paper), [wanted]) = (inquiry.known(&DESIGNATED_IN), asked.as_slice()) {
        let is_met = paper == **wanted;
        let message = format!("the place was designated in the {paper}; the text asks for it in the {wanted}");
        let mut found = finding(
            &ELSEWHERE,
            is_met,
            message,
            &resolution.controlling,
            vec!["designated-in"],
        );
        found.help = (!is_met).then(|| format!("designate the place in the {wanted}"));
        inquiry.find(found);
        is_good &= is_met;
    }
    is_good.then_some(place)
}

/// Whether the meeting may be without a place, and whether its measures were taken.
fn remote(inquiry: &mut Inquiry<'_>, resolution: &Resolution<'_>) -> Result<Value, Pause> {
    let open = opening(resolution);
    let (is_met, authority) = match open {
        Some(provision) => (true, vec![provision]),
        None => (false, resolution.controlling.clone()),
    };
    let message = match open {
        Some(provision) => format!("{} lets the meeting be held without a place", provision.citation),
        None => "no text in force on that day lets the meeting be held without a place".to_owned(),
    };
    let mut found = finding(&REMOTE_NOT_OPEN, is_met, message, &authority, vec!["form"]);
    found.help = (!is_met).then(|| "hold the meeting at a place".to_owned());
    inquiry.find(found);
    let Some(provision) = open else {
        return Err(Pause::NotApplicable(
            "a meeting solely by remote communication is not open".to_owned(),
        ));
    };
    let mut relied = resolution.controlling.clone();
    if !resolution
        .controlling
        .iter()
        .any(|controlling| std::ptr::eq(*controlling, provision))
    {
        relied.push(provision);
    }
    rely_on(inquiry, resolution, &relied);
    judge_designator(inquiry, &[provision], "a meeting without a place");
    Ok(Value::Text(REMOTE.to_owned()))
}

/// The provision that lets the meeting be without a place.
fn opening<'a>(resolution: &Resolution<'a>) -> Option<&'a Provision> {
    if let Some(own) = resolution
        .controlling
        .iter()
        .find(|provision| provision.get(&REMOTE_ONLY).is_some())
    {
        return own.says(&REMOTE_ONLY).then_some(*own);
    }
    // The statute's leave goes to whoever is authorized to determine the place (§ 211(a)(1)).
    resolution
        .displaced
        .iter()
        .map(|displaced| displaced.provision)
        .find(|statute| {
            statute.citation.source == Source::Statute
                && statute.says(&REMOTE_ONLY)
                && statute
                    .word(&meeting_place::DESIGNATED_BY)
                    .is_some_and(|body| designators(&resolution.controlling).contains(&body))
        })
}

/// Where the registered office is, as far as any text says.
fn show_registered_office(inquiry: &mut Inquiry<'_>) -> Result<(), Pause> {
    let resolution = inquiry.consult(&registered_office::DEFINITION, &Situation::general())?;
    for provision in &resolution.controlling {
        if let Some(place) = provision.get(&registered_office::PLACE) {
            inquiry.show(format!("registered office: {place} ({})", provision.citation));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, field, status};

    const OAK: &str = "meeting-place \"registered office\" designated-by=\"board of directors\" in=\"notice\"";

    #[test]
    fn designated_where_and_by_whom_the_text_says() {
        for (told, place, by, elsewhere) in [
            (vec![], "registered office", "none", "none"),
            (vec![("designated-place", "Provo")], "Provo", "none", "none"),
            (
                vec![("designated-place", "Provo"), ("designated-by", "board of directors")],
                "Provo",
                "met",
                "none",
            ),
            (
                vec![("designated-place", "Provo"), ("designated-by", "president")],
                "registered office",
                "unmet",
                "none",
            ),
            (
                vec![("designated-place", "Provo"), ("designated-in", "notice")],
                "Provo",
                "none",
                "met",
            ),
            (
                vec![("designated-place", "Provo"), ("designated-in", "minutes")],
                "registered office",
                "none",
                "unmet",
            ),
        ] {
            let told: Vec<_> = [("meeting-date", "2002-04-17")].into_iter().chain(told).collect();
            let answer = ask_with_bylaws(OAK, "meeting-place", &told);
            assert_eq!(field(&answer, "value"), place, "{told:?}");
            assert_eq!(
                status(&answer, "meeting-place-designator-not-authorized"),
                by,
                "{told:?}"
            );
            assert_eq!(
                status(&answer, "meeting-place-designated-elsewhere"),
                elsewhere,
                "{told:?}"
            );
        }
    }

    #[test]
    fn remote_meetings_are_open_from_july_2000_to_the_board_that_designates() {
        let president = "meeting-place designated-by=\"president\"";
        let closed = "meeting-place designated-by=\"board of directors\" remote-only=#false";
        for (bylaws, date, word) in [
            (OAK, "2000-06-30", "unmet"),
            (OAK, "2000-07-01", "met"),
            (president, "2000-07-01", "unmet"),
            (closed, "2000-07-01", "unmet"),
            (SILENT, "2000-06-30", "unmet"),
            (SILENT, "2000-07-01", "met"),
        ] {
            let answer = ask_with_bylaws(bylaws, "meeting-place", &[("meeting-date", date), ("form", "remote")]);
            assert_eq!(status(&answer, "remote-meeting-not-open"), word, "{bylaws} {date}");
            assert_eq!(answer.value.is_some(), word == "met", "{bylaws} {date}");
        }
    }

    #[test]
    fn without_a_place_or_a_default_somebody_must_designate() {
        let answer = ask_with_bylaws(SILENT, "meeting-place", &[("meeting-date", "2002-04-17")]);
        assert!(answer.value.is_none() && answer.remark.unwrap().contains("board of directors must designate"));
        let answer = ask_with_bylaws(SILENT, "meeting-place", &[("meeting-date", "2000-06-30")]);
        assert_eq!(field(&answer, "value"), "registered office");
    }

    #[test]
    fn sections_that_differ_are_readings() {
        let both = "clause \"(a)\" { meeting-place \"registered office\" }\nclause \"(b)\" { meeting-place \"principal office\" }";
        let answer = ask_with_bylaws(both, "meeting-place", &[("meeting-date", "2002-04-17")]);
        assert_eq!(answer.readings.len(), 2);
        assert!(answer.value.is_none());
    }

    #[test]
    fn the_shipped_sets() {
        for set in ["novell-2001", "altiris-2006"] {
            let answer = ask_under(set, "meeting-place", &[("meeting-date", "2007-05-02")]);
            assert_eq!(field(&answer, "value"), "registered office", "{set}");
            assert!(
                answer.arithmetic.iter().any(|step| step.contains("Wilmington")),
                "{set}"
            );
        }
        let told = [("meeting-date", "2002-04-17"), ("form", "remote")];
        assert_eq!(
            status(
                &ask_under("raining-data-2001", "meeting-place", &told),
                "remote-meeting-not-open"
            ),
            "met"
        );
    }
}
