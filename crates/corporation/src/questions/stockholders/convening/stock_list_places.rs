//! # Where is the stock list open before the meeting?
//!
//! Answers to 8 Del. C. § 219(a) (until 30 June 2000 a place in the city of the meeting that the notice names, otherwise the
//! place of the meeting; from 1 July 2000 an electronic network or the principal place of business), and to the section of
//! the bylaws on the list.
//!
//! **Our reading.** The places that one text names are alternatives at the corporation's choice; the texts cumulate, so that
//! the list is open at one place of each. A place that serves two texts serves both. A place that the notice must name
//! counts only if the notice names it, and one that serves when the notice names none only then. On a network the list
//! serves only if the notice says how to reach it. The law is that of the day of the meeting.
//!
//! **What may vary.** Bylaws may ask for a further place, never for less.
//!
//! **Not encoded.** The list at a meeting held solely by remote communication, open on a network throughout until 31 July
//! 2022. What a bylaw that asks for a place in the city of the meeting wants of a meeting without a place.

use quorate_law::vocabulary::stock_list_place::{
    ACCESS_IN_NOTICE, DEFINITION, HOURS, IF_NONE_NAMED, NAMED_IN_NOTICE, PLACE,
};
use quorate_law::{Provision, Reckoning, Situation, Source};

use crate::answer::{Shape, Value};
use crate::facts::Fact;
use crate::finding::{FindingDefinition, Rank};
use crate::inquiry::{Conclusion, Inquiry, Pause};
use crate::question::Question;
use crate::questions::common::{MEETING_DATE, MEETING_FORM, finding, rely_on};

/// Whether the notice names a place for the list.
pub static PLACE_NAMED: Fact<bool> = Fact::new(
    "place-named-in-notice",
    "whether the notice of the meeting names a place in the meeting's city where the list is open",
);
/// Where the list was open.
pub static LIST_PLACES: Fact<Vec<String>> =
    Fact::new("list-places", "the places where the list was open before the meeting");
/// Whether the notice says how to reach the list.
pub static ACCESS_IN_THE_NOTICE: Fact<bool> = Fact::new(
    "list-access-in-notice",
    "whether the notice says how to reach the list on the network",
);

/// The list was not open where it must be.
pub static NOT_OPEN: FindingDefinition = FindingDefinition {
    id: "stock-list-place-missing",
    title: "the list of stockholders was not open where it must be",
    rank: Rank::Notice,
};

/// The notice does not say how to reach the list.
pub static NO_ACCESS: FindingDefinition = FindingDefinition {
    id: "stock-list-access-not-in-notice",
    title: "the notice does not say how to reach the list of stockholders on the network",
    rank: Rank::Notice,
};

/// The question.
pub static QUESTION: Question = Question {
    id: "stock-list-places",
    title: "Where is the stock list open before the meeting?",
    chapter: "stockholders",
    capabilities: &["S7"],
    source: include_str!("stock_list_places.rs"),
    facts: &[
        &MEETING_DATE.spec,
        &MEETING_FORM.spec,
        &PLACE_NAMED.spec,
        &LIST_PLACES.spec,
        &ACCESS_IN_THE_NOTICE.spec,
    ],
    shape: Shape::Items,
    reckoning: &[(Reckoning::Meeting, "meeting-date")],
    provisions: &[&DEFINITION],
    findings: &[&NOT_OPEN, &NO_ACCESS],
    ask,
};

/// The places of one text, any of which will do.
struct Alternatives<'a> {
    source: Source,
    places: Vec<&'a str>,
    provisions: Vec<&'a Provision>,
}

fn ask(inquiry: &mut Inquiry<'_>) -> Result<Conclusion, Pause> {
    // Where some take part from elsewhere there is a place, and the list is open there.
    let form = match inquiry.need(&MEETING_FORM)? {
        "hybrid" => "place",
        form => form,
    };
    let resolution = inquiry.require(&DEFINITION, &Situation::general().with("form", form))?;
    let mut duties: Vec<Alternatives<'_>> = Vec::new();
    for provision in resolution.controlling.iter().copied() {
        if !serves(inquiry, provision)? {
            continue;
        }
        let place = provision.word(&PLACE).unwrap_or_default();
        inquiry.show(format!("{}: {place}{}", provision.citation, conditions(provision)));
        match duties.iter_mut().find(|duty| duty.source == provision.citation.source) {
            Some(duty) => {
                if !duty.places.contains(&place) {
                    duty.places.push(place);
                }
                duty.provisions.push(provision);
            }
            None => duties.push(Alternatives {
                source: provision.citation.source,
                places: vec![place],
                provisions: vec![provision],
            }),
        }
    }
    let relied: Vec<&Provision> = duties.iter().flat_map(|duty| duty.provisions.iter().copied()).collect();
    rely_on(inquiry, &resolution, &relied);
    if let Some(open_at) = inquiry.known(&LIST_PLACES) {
        judge(inquiry, &duties, &open_at);
    }
    Ok(Value::Items(items(&duties)).into())
}

/// Whether the place serves, the notice being as it is.
fn serves(inquiry: &mut Inquiry<'_>, provision: &Provision) -> Result<bool, Pause> {
    if provision.says(&NAMED_IN_NOTICE) {
        return inquiry.need(&PLACE_NAMED);
    }
    Ok(!provision.says(&IF_NONE_NAMED) || !inquiry.need(&PLACE_NAMED)?)
}

fn conditions(provision: &Provision) -> String {
    let hours = provision
        .word(&HOURS)
        .map_or_else(String::new, |hours| format!(", in {hours}"));
    let access = if provision.says(&ACCESS_IN_NOTICE) {
        ", the notice saying how to reach it"
    } else {
        ""
    };
    format!("{hours}{access}")
}

/// One item for each text's alternatives; a text that another's choice always satisfies adds none.
fn items(duties: &[Alternatives<'_>]) -> Vec<String> {
    let is_within = |left: &Alternatives<'_>, right: &Alternatives<'_>| {
        left.places.iter().all(|place| right.places.contains(place))
    };
    let is_spare = |index: usize| {
        duties.iter().enumerate().any(|(other, stricter)| {
            other != index
                && is_within(stricter, &duties[index])
                && (other < index || !is_within(&duties[index], stricter))
        })
    };
    duties
        .iter()
        .enumerate()
        .filter(|(index, _)| !is_spare(*index))
        .map(|(_, duty)| duty.places.join(" or "))
        .collect()
}

fn judge(inquiry: &mut Inquiry<'_>, duties: &[Alternatives<'_>], open_at: &[String]) {
    // The bylaws' own section first: it is the one the secretary reads.
    for duty in duties.iter().rev() {
        let used: Vec<&Provision> = duty
            .provisions
            .iter()
            .copied()
            .filter(|provision| {
                open_at
                    .iter()
                    .any(|place| provision.word(&PLACE) == Some(place.as_str()))
            })
            .collect();
        let is_met = !used.is_empty();
        let message = format!(
            "the list was open at: {}; asked for: {}",
            open_at.join(", "),
            duty.places.join(" or ")
        );
        let mut found = finding(
            &NOT_OPEN,
            is_met,
            message,
            if is_met { &used } else { &duty.provisions },
            vec!["list-places"],
        );
        found.help = (!is_met).then(|| format!("open the list at the {} as well", duty.places.join(" or ")));
        inquiry.find(found);
        let networked = is_met && used.iter().all(|provision| provision.says(&ACCESS_IN_NOTICE));
        if let (true, Some(is_told)) = (networked, inquiry.known(&ACCESS_IN_THE_NOTICE)) {
            let message = format!(
                "the notice {} how to reach the list",
                if is_told { "says" } else { "does not say" }
            );
            let mut found = finding(&NO_ACCESS, is_told, message, &used, vec!["list-access-in-notice"]);
            found.help = (!is_told).then(|| {
                "tell every stockholder entitled to notice how to reach the list, or open it elsewhere".to_owned()
            });
            inquiry.find(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{SILENT, ask_under, ask_with_bylaws, branch, field, status};

    const CITY: &str = "place in the meeting city named in the notice";
    const MODERN: &str = "electronic network or principal place of business";

    #[test]
    fn the_statute_before_and_after_july_2000() {
        for (meeting, named, places) in [
            ("2000-06-30", "yes", CITY),
            ("2000-06-30", "no", "meeting place"),
            ("2000-07-01", "yes", MODERN),
            ("2000-07-01", "no", MODERN),
        ] {
            let told = [("meeting-date", meeting), ("place-named-in-notice", named)];
            assert_eq!(
                field(&ask_with_bylaws(SILENT, "stock-list-places", &told), "value"),
                places,
                "{told:?}"
            );
        }
    }

    #[test]
    fn texts_cumulate_and_a_narrower_choice_serves_both() {
        for (bylaws, places) in [
            (
                "stock-list-place \"principal place of business\"",
                "principal place of business".to_owned(),
            ),
            ("stock-list-place \"meeting place\"", format!("{MODERN}; meeting place")),
            (
                "stock-list-place \"electronic network\"\nstock-list-place \"principal place of business\"",
                MODERN.to_owned(),
            ),
        ] {
            let answer = ask_with_bylaws(bylaws, "stock-list-places", &[("meeting-date", "2002-04-17")]);
            assert_eq!(field(&answer, "value"), places, "{bylaws}");
        }
    }

    #[test]
    fn one_place_of_each_text() {
        let bylaws = "stock-list-place \"meeting place\"";
        for (open_at, unmet) in [
            ("principal place of business, meeting place", 0),
            ("electronic network, meeting place", 0),
            ("principal place of business", 1),
            ("meeting place", 1),
            ("registered office", 2),
        ] {
            let told = [("meeting-date", "2002-04-17"), ("list-places", open_at)];
            let answer = ask_with_bylaws(bylaws, "stock-list-places", &told);
            assert_eq!(
                answer.findings.iter().filter(|finding| finding.is_unmet()).count(),
                unmet,
                "{open_at}"
            );
        }
    }

    #[test]
    fn a_network_serves_if_the_notice_says_how_to_reach_it() {
        for (places, told_how, word) in [
            ("electronic network", "yes", "met"),
            ("electronic network", "no", "unmet"),
            ("electronic network, principal place of business", "no", "none"),
        ] {
            let told = [
                ("meeting-date", "2007-05-02"),
                ("list-places", places),
                ("list-access-in-notice", told_how),
            ];
            let answer = ask_under("altiris-2006", "stock-list-places", &told);
            assert_eq!(field(&answer, "value"), MODERN);
            assert_eq!(status(&answer, "stock-list-access-not-in-notice"), word, "{told:?}");
        }
    }

    #[test]
    fn the_old_form_of_bylaw_turns_on_the_notice() {
        let answer = ask_under("novell-2001", "stock-list-places", &[("meeting-date", "2002-04-17")]);
        assert_eq!(answer.needs[0].fact, "place-named-in-notice");
        assert_eq!(
            branch(&answer, "yes").unwrap().fields()[0].1,
            format!("{MODERN}; {CITY}")
        );
        assert_eq!(
            branch(&answer, "no").unwrap().fields()[0].1,
            format!("{MODERN}; meeting place")
        );
    }
}
