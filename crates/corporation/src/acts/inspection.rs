//! The inspection of a vote: inspectors, polls, court orders, challenges, and what is found of instruments as they come in.

use super::common::{asked, day, no_questions, with_figures, with_given, with_listing};
use super::conduct::quorum_after_leaving;
use super::meeting::{convened, register, so_far};
use crate::act::{ActDefinition, Asked, Case, MEETING, Misdirected, Nature};
use crate::answer::Answer;
use crate::event::{Event, InspectionEvent};
use crate::facts::{Fact, FactValue, Facts};
use crate::quantity::Quantity;
use crate::questions::stockholders::inspection::{challenge, inspectors_service};
use crate::state::{Inspection, Meeting, Replaced};
use crate::tabulate::{defects, tabulate};

static INSPECTORS: Fact<Vec<String>> = Fact::new("inspectors", "the inspectors of election");
static DEMANDED: Fact<bool> = Fact::new(
    "demanded-before-voting",
    "whether a stockholder or proxy demanded inspectors before voting began",
);
static INSPECTOR_ABLE: Fact<bool> = Fact::new(
    "inspector-able",
    "whether an inspector or alternate appointed before is able to act at the meeting",
);
static INSPECTOR: Fact<String> = Fact::new("inspector", "the inspector");
static OATH_STATES: Fact<Vec<String>> = Fact::new("oath-states", "what the oath says, where that is told");
static OATH_SIGNED: Fact<bool> = Fact::new("oath-signed", "whether the oath was signed");
static ALTERNATES: Fact<Vec<String>> = Fact::new("alternates", "the alternate inspectors");
static REPLACEMENT: Fact<String> = Fact::new("replacement", "who acts instead");
static ALTERNATE_ABLE: Fact<bool> = Fact::new("alternate-able", "whether an alternate who was named is able to act");
static ANNOUNCED: Fact<bool> = Fact::new("announced", "whether it was announced at the meeting");
static POINTS: Fact<Vec<String>> = Fact::new("stated", "what the announcement gave, such as date, time");
static MATTER: Fact<String> = Fact::new(
    "matter",
    "the matter whose polls they are; every matter where none is named",
);
static COURT: Fact<String> = Fact::new("court", "the court");
static APPLICANT: Fact<String> = Fact::new("applicant", "on whose application: stockholder, corporation");
static HOLDER: Fact<String> = Fact::new("holder", "the holder's account");
static ALLOWS: Fact<&'static str> = Fact::word(
    "allows",
    &["everything late", "ballot", "proxy", "revocation", "attendance"],
    "what the order lets in; everything late where it is not said",
);
static CHALLENGE: Fact<String> = Fact::new("challenge", "the id of the challenge");
static ABOUT: Fact<&'static str> = Fact::word(
    "about",
    &["the right to vote", "determinations of the inspectors"],
    "what the challenge is about; the right to vote where it is not said",
);
static KIND: Fact<&'static str> = Fact::word(
    "kind",
    &["proxy", "ballot"],
    "what is challenged; every instrument of the account where it is not said",
);
static LINE: Fact<u64> = Fact::new("line", "the line of the file on which the challenged instrument stands");
static GROUND: Fact<String> = Fact::new("ground", "on what ground");
static DECISION: Fact<&'static str> = Fact::word(
    "decision",
    &["sustained", "overruled"],
    "what was decided: sustained, and the instrument is not counted; or overruled, and it is",
);
static ENTRUSTED: Fact<bool> = Fact::new(
    "entrusted",
    "whether rules or the appointment entrust challenges to the inspectors",
);
static CONCURRING: Fact<u64> = Fact::new("concurring", "how many of the inspectors concur");
static FOR: Fact<Quantity> = Fact::new("for", "the votes of those present for this number of inspectors");
static COURT_ORDER: Fact<bool> = Fact::new("court-order", "whether a court ordered that it be accepted");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[
    &APPOINT_INSPECTORS,
    &APPOINT_ALTERNATES,
    &REPLACE_INSPECTOR,
    &TAKE_OATH,
    &OPEN_POLLS,
    &CLOSE_POLLS,
    &ENTER_COURT_ORDER,
    &RAISE_CHALLENGE,
    &DETERMINE_CHALLENGE,
];

static APPOINT_INSPECTORS: ActDefinition = ActDefinition {
    name: "appoint-inspectors",
    title: "Inspectors of election are appointed",
    nature: Nature::Proposal,
    doc: "The board, or at the meeting its chair, appoints inspectors (judges) of election.",
    example: "appoint-inspectors \"annual-2002\" inspectors=\"Lee Ward\" on=\"2002-04-01\" by=\"board of directors\"",
    fields: &[
        &MEETING.spec,
        &INSPECTORS.spec,
        &DEMANDED.spec,
        &FOR.spec,
        &INSPECTOR_ABLE.spec,
    ],
    required: &["meeting", "inspectors"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let inspectors = case.need(&INSPECTORS)?;
        let is_before = meeting.convened.is_none() && meeting.adjournments.is_empty();
        let appointed = Facts::none()
            .with("before-meeting", FactValue::YesNo(is_before))
            .with("appointed-earlier", FactValue::YesNo(meeting.inspectors.is_some()));
        // Where nobody was appointed, nobody appointed is able to act.
        let appointed = match meeting.inspectors {
            None => appointed.with("inspector-able", FactValue::YesNo(false)),
            Some(_) => with_given(appointed, case, &INSPECTOR_ABLE.spec),
        };
        let appointed = match &case.act.by {
            Some(by) => appointed.with("appointed-by", FactValue::Text(by.clone())),
            None => appointed,
        };
        let number = Facts::none()
            .with(
                "number",
                FactValue::Count(u64::try_from(inspectors.len()).unwrap_or(u64::MAX)),
            )
            // A demand that nobody tells was not made.
            .with(
                "demanded-before-voting",
                FactValue::YesNo(case.given(&DEMANDED).unwrap_or(false)),
            );
        // Their vote on the number is held against what is present at the meeting.
        let number = match case.given(&FOR) {
            Some(_) => {
                let (frozen, tabulation) = so_far(case, meeting)?;
                with_given(with_figures(number, &frozen, &tabulation.tally), case, &FOR.spec)
            }
            None => number,
        };
        let service = Facts::none()
            .with("inspectors", FactValue::List(inspectors))
            .with("candidates", FactValue::List(meeting.candidates()));
        Ok(vec![
            asked("inspectors-appointment", with_listing(appointed, case))?,
            asked("inspectors-number", with_listing(number, case))?,
            asked("inspectors-service", with_listing(service, case))?,
        ])
    },
    events: |case, _| {
        Ok(vec![Event::InspectorsAppointed {
            meeting: case.need(&MEETING)?,
            inspectors: case.need(&INSPECTORS)?,
            by: case.by(),
        }])
    },
};

static TAKE_OATH: ActDefinition = ActDefinition {
    name: "take-oath",
    title: "An inspector takes the oath",
    nature: Nature::Happening,
    doc: "An inspector takes and signs the oath before entering upon the duties.",
    example: "take-oath \"annual-2002\" inspector=\"Lee Ward\" on=\"2002-04-17T09:30\"",
    fields: &[&MEETING.spec, &INSPECTOR.spec, &OATH_STATES.spec, &OATH_SIGNED.spec],
    required: &["meeting", "inspector"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let inspector = case.need(&INSPECTOR)?;
        let appointed = meeting
            .inspectors
            .as_ref()
            .is_some_and(|(inspectors, _)| inspectors.contains(&inspector));
        if appointed && case.given(&OATH_STATES).is_none() && case.given(&OATH_SIGNED).is_none() {
            return no_questions(case);
        }
        if appointed {
            let facts = with_given(Facts::none(), case, &OATH_STATES.spec);
            let facts = with_given(facts, case, &OATH_SIGNED.spec);
            return Ok(vec![asked("inspectors-service", with_listing(facts, case))?]);
        }
        Err(no_inspector(meeting, &inspector))
    },
    events: |case, _| {
        Ok(vec![Event::OathTaken {
            meeting: case.need(&MEETING)?,
            inspector: case.need(&INSPECTOR)?,
        }])
    },
};

static OPEN_POLLS: ActDefinition = ActDefinition {
    name: "open-polls",
    title: "The polls open",
    nature: Nature::Happening,
    doc: "The opening of the polls is announced: for one matter, or for every matter at once. Polls that open without a quorum are entered with that defect.",
    example: "open-polls \"annual-2002\" matter=\"auditors\" announced=#true on=\"2002-04-17T10:15\"",
    fields: &[&MEETING.spec, &MATTER.spec, &ANNOUNCED.spec, &POINTS.spec],
    required: &["meeting"],
    file: None,
    questions: |case| {
        let meeting = convened(case)?;
        matter(case, meeting)?;
        let mut questions = vec![asked("polls", with_listing(polls_announced(case), case))?];
        questions.extend(without_quorum(meeting)?);
        questions.extend(after_leaving(case, meeting)?);
        Ok(questions)
    },
    events: |case, _| {
        let (meeting, at) = (case.need(&MEETING)?, case.act.on);
        Ok(vec![match case.given(&MATTER) {
            Some(matter) => Event::Inspection(InspectionEvent::MatterPollsOpened { meeting, matter, at }),
            None => Event::PollsOpened { meeting, at },
        }])
    },
};

static CLOSE_POLLS: ActDefinition = ActDefinition {
    name: "close-polls",
    title: "The polls close",
    nature: Nature::Happening,
    doc: "The closing of the polls is announced: for one matter, or for every matter still open. What comes later is not counted for it unless a court orders it.",
    example: "close-polls \"annual-2002\" matter=\"auditors\" announced=#true on=\"2002-04-17T10:45\"",
    fields: &[&MEETING.spec, &MATTER.spec, &ANNOUNCED.spec, &POINTS.spec],
    required: &["meeting"],
    file: None,
    questions: |case| {
        let meeting = convened(case)?;
        let opened = match matter(case, meeting)? {
            Some(matter) => meeting.polls_opened_for(&matter).is_some(),
            None => {
                meeting.polls_opened.is_some()
                    || meeting
                        .matters
                        .iter()
                        .any(|matter| meeting.polls_opened_for(&matter.id).is_some())
            }
        };
        if !opened {
            let help = Some("open the polls first, with open-polls".to_owned());
            return Err(Misdirected {
                message: "the polls have not opened".to_owned(),
                help,
                field: "meeting",
            });
        }
        Ok(vec![asked("polls", with_listing(polls_announced(case), case))?])
    },
    events: |case, _| {
        let (meeting, at) = (case.need(&MEETING)?, case.act.on);
        Ok(vec![match case.given(&MATTER) {
            Some(matter) => Event::Inspection(InspectionEvent::MatterPollsClosed { meeting, matter, at }),
            None => Event::PollsClosed { meeting, at },
        }])
    },
};

static APPOINT_ALTERNATES: ActDefinition = ActDefinition {
    name: "appoint-alternates",
    title: "Alternate inspectors are named",
    nature: Nature::Proposal,
    doc: "Persons are named who take the place of inspectors that do not act.",
    example: "appoint-alternates \"annual-2002\" alternates=\"Kim Yates\" on=\"2002-04-01\" by=\"board of directors\"",
    fields: &[&MEETING.spec, &ALTERNATES.spec],
    required: &["meeting", "alternates"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let service = Facts::none()
            .with("inspectors", FactValue::List(case.need(&ALTERNATES)?))
            .with("candidates", FactValue::List(meeting.candidates()));
        Ok(vec![
            asked(
                "inspectors-appointment",
                with_listing(with_appointer(Facts::none(), case), case),
            )?,
            asked("inspectors-service", with_listing(service, case))?,
        ])
    },
    events: |case, _| {
        Ok(vec![Event::Inspection(InspectionEvent::AlternatesNamed {
            meeting: case.need(&MEETING)?,
            alternates: case.need(&ALTERNATES)?,
            by: case.by(),
        })])
    },
};

static REPLACE_INSPECTOR: ActDefinition = ActDefinition {
    name: "replace-inspector",
    title: "Another takes the place of an inspector who does not act",
    nature: Nature::Proposal,
    doc: "An alternate takes the place, or someone is appointed to it: before the meeting or at it by whom the text names for that time.",
    example: "replace-inspector \"annual-2002\" inspector=\"Lee Ward\" replacement=\"Kim Yates\" on=\"2002-04-17T09:45\" by=\"board of directors\"",
    fields: &[
        &MEETING.spec,
        &INSPECTOR.spec,
        &REPLACEMENT.spec,
        &ALTERNATE_ABLE.spec,
        &INSPECTOR_ABLE.spec,
    ],
    required: &["meeting", "inspector", "replacement"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let inspector = case.need(&INSPECTOR)?;
        if !meeting
            .inspectors
            .as_ref()
            .is_some_and(|(names, _)| names.contains(&inspector))
        {
            return Err(Misdirected {
                message: format!("{inspector} is not an inspector of this meeting"),
                help: Some("name one of those whom appoint-inspectors appointed".to_owned()),
                field: "inspector",
            });
        }
        let vacancy = if meeting.convened.is_some() {
            "at the meeting"
        } else {
            "before the meeting"
        };
        let able = case
            .given(&ALTERNATE_ABLE)
            .unwrap_or(!meeting.inspection.alternates.is_empty());
        let facts = Facts::none()
            .with("vacancy", FactValue::Word(vacancy))
            .with("alternate-able", FactValue::YesNo(able))
            .with("appointed-by", FactValue::Text(replaced_by(case, &meeting.inspection)?));
        let facts = with_given(facts, case, &INSPECTOR_ABLE.spec);
        let service = Facts::none()
            .with("inspectors", FactValue::List(vec![case.need(&REPLACEMENT)?]))
            .with("candidates", FactValue::List(meeting.candidates()));
        Ok(vec![
            asked("inspectors-appointment", with_listing(facts, case))?,
            asked("inspectors-service", with_listing(service, case))?,
        ])
    },
    events: |case, _| {
        let (id, meeting) = case.meeting()?;
        Ok(vec![Event::Inspection(InspectionEvent::InspectorReplaced {
            meeting: id,
            inspector: case.need(&INSPECTOR)?,
            replacement: case.need(&REPLACEMENT)?,
            by: replaced_by(case, &meeting.inspection)?,
            happened: Some(day(case)),
        })])
    },
};

static ENTER_COURT_ORDER: ActDefinition = ActDefinition {
    name: "enter-court-order",
    title: "An order of a court is entered",
    nature: Nature::Happening,
    doc: "A court orders that what came after the polls closed be accepted: of one account or of everyone, of one kind or of every kind. The next count takes it in.",
    example: "enter-court-order \"annual-2002\" court=\"Court of Chancery\" applicant=\"stockholder\" holder=\"A-17\" allows=\"ballot\" on=\"2002-04-24\"",
    fields: &[&MEETING.spec, &COURT.spec, &APPLICANT.spec, &HOLDER.spec, &ALLOWS.spec],
    required: &["meeting", "court"],
    file: None,
    questions: |case| {
        case.meeting()?;
        let facts = with_given(with_given(Facts::none(), case, &COURT.spec), case, &APPLICANT.spec);
        Ok(vec![asked("polls", with_listing(facts, case))?])
    },
    events: |case, _| {
        Ok(vec![Event::Inspection(InspectionEvent::CourtOrderEntered {
            meeting: case.need(&MEETING)?,
            court: case.need(&COURT)?,
            applicant: case.given(&APPLICANT).unwrap_or_default(),
            holder: case.given(&HOLDER).unwrap_or_default(),
            allows: case.given(&ALLOWS).unwrap_or(EVERYTHING).to_owned(),
        })])
    },
};

static RAISE_CHALLENGE: ActDefinition = ActDefinition {
    name: "raise-challenge",
    title: "An instrument or a right to vote is challenged",
    nature: Nature::Happening,
    doc: "Someone challenges the instruments of an account, of one kind or on one line of a file. Until it is determined they count as they were filed.",
    example: "raise-challenge \"annual-2002\" challenge=\"first\" holder=\"A-17\" kind=\"proxy\" ground=\"the signature is not the holder's\" on=\"2002-04-17T10:40\" by=\"A-9\"",
    fields: &[
        &MEETING.spec,
        &CHALLENGE.spec,
        &HOLDER.spec,
        &ABOUT.spec,
        &KIND.spec,
        &LINE.spec,
        &GROUND.spec,
    ],
    required: &["meeting", "challenge", "holder"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let id = case.need(&CHALLENGE)?;
        if meeting.inspection.challenges.iter().any(|known| known.id == id) {
            return Err(Misdirected {
                message: format!("the meeting already has a challenge \"{id}\""),
                help: Some("give each challenge its own id".to_owned()),
                field: "challenge",
            });
        }
        no_questions(case)
    },
    events: |case, _| {
        Ok(vec![Event::Inspection(InspectionEvent::ChallengeRaised {
            meeting: case.need(&MEETING)?,
            challenge: case.need(&CHALLENGE)?,
            about: case.given(&ABOUT).unwrap_or(RIGHT_TO_VOTE).to_owned(),
            holder: case.need(&HOLDER)?,
            kind: case.given(&KIND).unwrap_or_default().to_owned(),
            line: case.given(&LINE).unwrap_or(0),
            ground: case.given(&GROUND).unwrap_or_default(),
            by: case.by(),
        })])
    },
};

static DETERMINE_CHALLENGE: ActDefinition = ActDefinition {
    name: "determine-challenge",
    title: "A challenge is determined",
    nature: Nature::Happening,
    doc: "One whom the text names sustains a challenge, and the next count goes on without the instrument; or overrules it, and the instrument counts, one that had been set aside with it. What another determines is entered and changes no count.",
    example: "determine-challenge \"annual-2002\" challenge=\"first\" decision=\"sustained\" on=\"2002-04-17T10:50\" by=\"inspectors of election\"",
    fields: &[
        &MEETING.spec,
        &CHALLENGE.spec,
        &DECISION.spec,
        &ENTRUSTED.spec,
        &CONCURRING.spec,
    ],
    required: &["meeting", "challenge", "decision"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let id = case.need(&CHALLENGE)?;
        let Some(raised) = meeting.inspection.challenges.iter().find(|known| known.id == id) else {
            let known: Vec<&str> = meeting
                .inspection
                .challenges
                .iter()
                .map(|known| known.id.as_str())
                .collect();
            let help = if known.is_empty() {
                "raise it first, with raise-challenge".to_owned()
            } else {
                format!("challenges raised: {}", known.join(", "))
            };
            return Err(Misdirected {
                message: format!("there is no challenge \"{id}\""),
                help: Some(help),
                field: "challenge",
            });
        };
        let about = if raised.about == RIGHT_TO_VOTE {
            RIGHT_TO_VOTE
        } else {
            DETERMINATIONS
        };
        let facts = Facts::none()
            .with("about", FactValue::Word(about))
            .with("inspectors-appointed", FactValue::YesNo(meeting.inspectors.is_some()))
            .with("determined-by", FactValue::Text(decider(case, meeting)))
            // The minute book is the record.
            .with("record-kept", FactValue::YesNo(true));
        let facts = with_given(facts, case, &ENTRUSTED.spec);
        let mut questions = vec![asked("challenge", with_listing(facts, case))?];
        questions.extend(concurrence(case, meeting)?);
        Ok(questions)
    },
    events: |case, answers| {
        let unmet = [challenge::WRONG_DECIDER.id, inspectors_service::TOO_FEW_CONCUR.id];
        let stands_in_the_way = |answer: &Answer| {
            let mut findings = answer.findings.iter();
            findings.any(|finding| finding.is_unmet() && unmet.contains(&finding.definition.id))
        };
        let decision = case.need(&DECISION)?;
        Ok(vec![Event::Inspection(InspectionEvent::ChallengeDetermined {
            meeting: case.need(&MEETING)?,
            challenge: case.need(&CHALLENGE)?,
            decision: decision.to_owned(),
            by: case.by(),
            is_effective: !answers.iter().any(stands_in_the_way),
        })])
    },
};

const EVERYTHING: &str = "everything late";
const RIGHT_TO_VOTE: &str = "the right to vote";
const DETERMINATIONS: &str = "determinations of the inspectors";
/// What the texts call those who inspect, and one who was named to take a place.
const THE_INSPECTORS: &str = "inspectors of election";
const ALTERNATE: &str = "alternate inspector";

/// Facts with who appoints, where that is told.
fn with_appointer(facts: Facts, case: &Case<'_>) -> Facts {
    match &case.act.by {
        Some(by) => facts.with("appointed-by", FactValue::Text(by.clone())),
        None => facts,
    }
}

/// Why somebody takes no oath: another took the place, or nobody appointed them.
fn no_inspector(meeting: &Meeting, inspector: &str) -> Misdirected {
    let replaced = meeting
        .inspection
        .replaced
        .iter()
        .rev()
        .find(|replaced| replaced.inspector == inspector);
    let told = replaced.map(
        |Replaced {
             replacement, by, on, ..
         }| {
            let day = on.map_or_else(String::new, |on| format!(" on {on}"));
            let how = if by == ALTERNATE {
                "an alternate".to_owned()
            } else {
                format!("appointed by the {by}")
            };
            format!(" any more: {replacement}, {how}, took the place{day}")
        },
    );
    let help = match replaced {
        Some(replaced) => format!("the oath is {}'s to take", replaced.replacement),
        None => "appoint the inspectors first, with appoint-inspectors".to_owned(),
    };
    Misdirected {
        message: format!(
            "{inspector} is not an inspector of this meeting{}",
            told.unwrap_or_default()
        ),
        help: Some(help),
        field: "inspector",
    }
}

/// Who fills the place: an alternate who was named takes it without an appointment.
fn replaced_by(case: &Case<'_>, inspection: &Inspection) -> Result<String, Misdirected> {
    let is_alternate = inspection.alternates.contains(&case.need(&REPLACEMENT)?);
    Ok(match &case.act.by {
        _ if is_alternate => ALTERNATE.to_owned(),
        Some(by) => by.clone(),
        None => case.by(),
    })
}

/// The matter that an act on the polls names, which the meeting must have.
fn matter(case: &Case<'_>, meeting: &Meeting) -> Result<Option<String>, Misdirected> {
    let Some(matter) = case.given(&MATTER) else {
        return Ok(None);
    };
    if meeting.matter(&matter).is_some() {
        return Ok(Some(matter));
    }
    let known: Vec<&str> = meeting.matters.iter().map(|matter| matter.id.as_str()).collect();
    Err(Misdirected {
        message: format!("the meeting has no matter \"{matter}\""),
        help: Some(format!("matters: {}", known.join(", "))),
        field: "matter",
    })
}

/// Whether the opening or closing of the polls was announced, where the act says so.
fn polls_announced(case: &Case<'_>) -> Facts {
    let facts = match case.given(&ANNOUNCED) {
        Some(announced) => Facts::none().with("polls-announced", FactValue::YesNo(announced)),
        None => Facts::none(),
    };
    match case.given(&POINTS) {
        Some(points) => facts.with("announced", FactValue::List(points)),
        None => facts,
    }
}

/// How many of those named as acting are inspectors, where all are.
fn inspectors_named(case: &Case<'_>, meeting: &Meeting) -> Option<u64> {
    let (inspectors, _) = meeting.inspectors.as_ref()?;
    let by = case.act.by.as_ref()?;
    let names: Vec<&str> = by.split(',').map(str::trim).collect();
    let are_all = names
        .iter()
        .all(|name| inspectors.iter().any(|inspector| inspector == name));
    are_all.then(|| u64::try_from(names.len()).unwrap_or(u64::MAX))
}

/// Who determines: inspectors named one by one are the inspectors.
fn decider(case: &Case<'_>, meeting: &Meeting) -> String {
    match inspectors_named(case, meeting) {
        Some(_) => THE_INSPECTORS.to_owned(),
        None => case.by(),
    }
}

/// Whether enough of the inspectors concur, where it is told who or how many they are.
pub(super) fn concurrence(case: &Case<'_>, meeting: &Meeting) -> Result<Option<Asked>, Misdirected> {
    let concurring = case.given(&CONCURRING).or_else(|| inspectors_named(case, meeting));
    let (Some(concurring), Some((inspectors, _))) = (concurring, &meeting.inspectors) else {
        return Ok(None);
    };
    let number = u64::try_from(inspectors.len()).unwrap_or(u64::MAX);
    let facts = Facts::none()
        .with("number", FactValue::Count(number))
        .with("concurring", FactValue::Count(concurring));
    asked("inspectors-service", with_listing(facts, case)).map(Some)
}

/// Whether the inspectors appointed for the meeting act at its adjournment.
pub(super) fn at_adjournment(case: &Case<'_>, meeting: &Meeting) -> Result<Option<Asked>, Misdirected> {
    let Some((_, by)) = meeting.inspectors.as_ref().filter(|_| !meeting.adjournments.is_empty()) else {
        return Ok(None);
    };
    let facts = Facts::none()
        .with("acting-at", FactValue::Word("an adjournment"))
        .with("appointed-by", FactValue::Text(by.clone()));
    asked("inspectors-appointment", with_listing(facts, case)).map(Some)
}

/// Whether a vote may be taken, where the meeting is known to have no quorum.
fn without_quorum(meeting: &Meeting) -> Result<Option<Asked>, Misdirected> {
    if meeting.quorate != Some(false) {
        return Ok(None);
    }
    let facts = Facts::none()
        .with("meeting-date", FactValue::Day(meeting.at.day))
        .with(
            "is-adjourned-meeting",
            FactValue::YesNo(!meeting.adjournments.is_empty()),
        )
        .with("is-quorate", FactValue::YesNo(false));
    asked("adjourned-meeting-business", facts).map(Some)
}

/// Whether there is still a quorum for each matter whose polls open, after some have left.
fn after_leaving(case: &Case<'_>, meeting: &Meeting) -> Result<Vec<Asked>, Misdirected> {
    if meeting.conduct.left.is_empty() {
        return Ok(Vec::new());
    }
    let (frozen, tabulation) = so_far(case, meeting)?;
    let only = case.given(&MATTER);
    let opening = meeting.matters.iter().filter(|matter| {
        let is_named = only.as_ref().is_none_or(|only| *only == matter.id);
        is_named && meeting.conduct.is_open(&matter.id)
    });
    let asked = opening.map(|matter| quorum_after_leaving(case, meeting, (matter, 0), (&frozen, &tabulation), None));
    Ok(asked.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// Whether what comes in comes after the polls closed for a matter that it speaks of, and what of it cannot be true.
pub(super) fn received(case: &Case<'_>, kind: &'static str, filed: &[Event]) -> Result<Vec<Asked>, Misdirected> {
    let (_, meeting) = case.meeting()?;
    let mut questions = late(case, meeting, kind, filed)?;
    questions.extend(countable(case, meeting, kind, filed)?);
    Ok(questions)
}

/// Whether it comes after the close; nothing is asked while the polls of every matter it speaks of are open.
fn late(case: &Case<'_>, meeting: &Meeting, kind: &'static str, filed: &[Event]) -> Result<Vec<Asked>, Misdirected> {
    let spoken_of = matters_spoken_of(case, meeting, filed);
    let mut closings = spoken_of
        .iter()
        .filter_map(|matter| meeting.polls_closed_for(matter))
        .peekable();
    if closings.peek().is_none() {
        return Ok(Vec::new());
    }
    let is_late = closings.any(|closed| case.act.on > closed);
    let holder = case.given(&HOLDER).unwrap_or_default();
    let is_ordered = meeting
        .inspection
        .court_orders
        .iter()
        .any(|order| order.lets_in(&holder, kind));
    let facts = Facts::none()
        .with("received-after-close", FactValue::YesNo(is_late))
        .with("came", FactValue::Word(kind));
    let facts = if is_ordered {
        facts.with("court-order", FactValue::YesNo(true))
    } else {
        with_given(facts, case, &COURT_ORDER.spec)
    };
    Ok(vec![asked("polls", with_listing(facts, case))?])
}

/// The matters that an instrument or a file speaks of; every matter where it marks none, as a revocation does.
fn matters_spoken_of(case: &Case<'_>, meeting: &Meeting, filed: &[Event]) -> Vec<String> {
    let items: Vec<String> = filed
        .iter()
        .flat_map(|event| match event {
            Event::InstructionFiled { marks, .. } => marks.iter().map(|(item, _)| item.clone()).collect(),
            Event::InstructionsFiled { file, .. } => case
                .evidence
                .instructions(file)
                .map_or_else(Vec::new, |table| table.items.clone()),
            _ => Vec::new(),
        })
        .collect();
    let speaks = |matter: &str| {
        let of_matter = |item: &String| item == matter || item.split_once('/').is_some_and(|(of, _)| of == matter);
        items.is_empty() || items.iter().any(of_matter)
    };
    let matters = meeting.matters.iter().map(|matter| matter.id.clone());
    matters.filter(|matter| speaks(matter)).collect()
}

/// What of it cannot be true: the file by itself, or a ballot beside the holder's other ballots, held against the register of the
/// record date once that day has come.
fn countable(case: &Case<'_>, meeting: &Meeting, kind: &str, filed: &[Event]) -> Result<Option<Asked>, Misdirected> {
    let has_record_date = meeting.register_date().is_some_and(|day| day <= case.act.on.day);
    let Some(frozen) = has_record_date.then(|| register(case, meeting).ok()).flatten() else {
        return Ok(None);
    };
    let holder = case.given(&HOLDER).filter(|_| kind == "ballot");
    let mut alone = meeting.clone();
    alone.files.clear();
    alone
        .instructions
        .retain(|earlier| earlier.kind == kind && Some(&earlier.holder) == holder.as_ref());
    for event in filed {
        alone = alone.after(event);
    }
    match tabulate(&alone, &frozen, case.evidence, meeting.last_closing()) {
        Ok(tabulation) => asked("instruments-countable", defects(&tabulation)).map(Some),
        // What stands in the way of a count is said where it is counted.
        Err(_) => Ok(None),
    }
}
