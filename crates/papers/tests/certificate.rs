//! What the inspectors' certificate shows of challenges, other information, court orders and the reconciliation.
#![allow(clippy::unwrap_used, reason = "tests state what must hold by unwrapping")]

use quorate_corporation::event::{Event, InspectionEvent, ReconciledLine};
use quorate_corporation::{Corporation, When};
use quorate_papers::certificate_of_inspectors;

const MEETING: &str = "annual-2003";

fn words(words: &str) -> String {
    words.to_owned()
}

fn choices(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(choice, votes)| (words(choice), words(votes))).collect()
}

fn called() -> Event {
    let at = When::parse("2003-04-16T10:00").unwrap();
    Event::MeetingCalled {
        meeting: words(MEETING),
        kind: words("annual"),
        form: words("place"),
        at: quorate_calendar::CivilMoment {
            day: at.day,
            time: at.time.unwrap(),
        },
        place: words("Dover, Delaware"),
        zone: String::new(),
        by: words("board of directors"),
    }
}

fn put() -> Event {
    Event::MatterPut {
        meeting: words(MEETING),
        matter: words("auditors"),
        kind: words("ordinary"),
        title: words("Ratification of the auditors"),
        seats: 0,
        terms: quorate_corporation::event::Terms::default(),
    }
}

fn of_inspection() -> Vec<InspectionEvent> {
    let meeting = || words(MEETING);
    vec![
        InspectionEvent::ChallengeRaised {
            meeting: meeting(),
            challenge: words("elm"),
            about: words("the right to vote"),
            holder: words("A-5"),
            kind: words("proxy"),
            line: 8,
            ground: words("the signature is another's"),
            by: words("A-1"),
        },
        InspectionEvent::ChallengeDetermined {
            meeting: meeting(),
            challenge: words("elm"),
            decision: words("sustained"),
            by: words("chair of the meeting"),
            is_effective: false,
        },
        InspectionEvent::PreliminaryCounted {
            meeting: meeting(),
            represented: words("840"),
            entitled: words("1,000"),
            items: vec![(words("auditors"), choices(&[("for", "400"), ("against", "440")]))],
            dispositions: vec![],
            exceptions: 2,
        },
        InspectionEvent::ChallengeDetermined {
            meeting: meeting(),
            challenge: words("elm"),
            decision: words("sustained"),
            by: words("inspectors of election"),
            is_effective: true,
        },
        InspectionEvent::CourtOrderEntered {
            meeting: meeting(),
            court: words("Court of Chancery"),
            applicant: words("stockholder"),
            holder: words("A-6"),
            allows: words("ballot"),
        },
    ]
}

fn counted() -> Vec<Event> {
    vec![
        Event::VotesCounted {
            meeting: words(MEETING),
            represented: words("800"),
            entitled: words("1,000"),
            items: vec![(words("auditors"), choices(&[("for", "400"), ("against", "400")]))],
            dispositions: vec![(words("counted"), 3), (words("excepted"), 2)],
            exceptions: 2,
        },
        Event::Inspection(InspectionEvent::CountReconciled {
            meeting: words(MEETING),
            lines: vec![
                ReconciledLine {
                    item: words("auditors"),
                    class: words("Common Stock"),
                    represented: words("800"),
                    choices: choices(&[("for", "400"), ("against", "400")]),
                    ties: true,
                },
                ReconciledLine {
                    item: words("auditors"),
                    class: words("Class B"),
                    represented: words("7"),
                    choices: choices(&[("for", "6")]),
                    ties: false,
                },
            ],
            excepted: vec![(words("votes-negative"), 1), (words("instrument-set-aside"), 1)],
            moved: 1,
        }),
        Event::Inspection(InspectionEvent::OtherInformationStated {
            meeting: words(MEETING),
            purpose: words("reconciling a nominee's votes"),
            source: words("a list from the transfer agent of 15 April"),
        }),
    ]
}

#[test]
fn the_certificate_shows_challenges_other_information_and_the_reconciliation() {
    let inspection = of_inspection().into_iter().map(Event::Inspection);
    let events = [called(), put()].into_iter().chain(inspection).chain(counted());
    let corporation = events.fold(Corporation::default(), |corporation, event| corporation.evolve(&event));
    let text = certificate_of_inspectors(&corporation, MEETING, &[]).unwrap().to_text();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for shown in [
        "auditors (Common Stock) 800 400 400 yes",
        "auditors (Class B) 7 6 0 NO",
        "Not counted: votes-negative: 1, instrument-set-aside: 1.",
        "Otherwise than in the preliminary count: auditors against: 440, now 400; 1 instrument ended otherwise.",
        "elm: A-1 challenged proxy of A-5, because the signature is another's; sustained by the inspectors of election.",
        "For reconciling a nominee's votes: a list from the transfer agent of 15 April.",
        "By order of the Court of Chancery what came after the polls closed was accepted of A-6 (ballot).",
    ] {
        assert!(text.contains(shown), "{shown}\n{text}");
    }
}
