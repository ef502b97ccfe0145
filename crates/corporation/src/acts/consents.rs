//! Written consents: soliciting them, a record date for them, delivering and revoking, reviewing, acting, telling the others.

use std::collections::BTreeSet;

use quorate_calendar::Day;

use super::common::{asked, day, no_questions, with_given};
use crate::act::{ActDefinition, Case, Misdirected, Nature};
use crate::answer::{Answer, Value};
use crate::ask;
use crate::event::{ConsentEvent, Event};
use crate::facts::{Fact, FactValue, Facts};
use crate::quantity::Quantity;
use crate::questions::common::RECORD_DATE;
use crate::questions::stockholders::consents::consent_delivery::{PLACE, SENT_BY, WAY};
use crate::questions::stockholders::consents::consent_effective::{INSTRUCTION, REVIEW_PROMPT, TAKES_EFFECT};
use crate::questions::stockholders::consents::consent_form::{
    COPY, DATE_SIGNED, IS_DATED, SHOWS_DATE, SHOWS_SENDER, STATES_ACTION,
};
use crate::questions::stockholders::consents::consent_notice::NOTIFIED_ALL;
use crate::questions::stockholders::consents::consent_record_date_default::{self, BOARD_ACTION};
use crate::questions::stockholders::consents::consent_record_date_request::{ADDRESSED_TO, REQUEST_FORM, WHO_ASKS};
use crate::questions::stockholders::consents::consent_sufficient::{self, SEATS_VACANT};
use crate::questions::stockholders::consents::facts::MEANS;
use crate::state::Solicitation;
use crate::tabulate::{Frozen, freeze, freeze_class};
use crate::when::When;

static CONSENTS: Fact<String> = Fact::new("consents", "the id of the solicitation of consents");
static HOLDER: Fact<String> = Fact::new("holder", "the holder's account");
static CLASS: Fact<String> = Fact::new("class", "the class that votes by itself, by its name");
static MATTERS: Fact<Vec<String>> = Fact::new("matters", "the kinds of matters that are consented to");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[
    &SOLICIT,
    &REQUEST_RECORD_DATE,
    &FIX_RECORD_DATE,
    &DELIVER,
    &REVOKE,
    &REVIEW,
    &TAKE_ACTION,
    &TELL_OTHERS,
];

/// The solicitation that an act names.
fn solicitation<'a>(case: &Case<'a>) -> Result<&'a Solicitation, Misdirected> {
    let id = case.need(&CONSENTS)?;
    case.corporation.consents.by_id.get(&id).ok_or_else(|| Misdirected {
        message: format!("there is no solicitation of consents \"{id}\""),
        help: Some("enter it first, with solicit-consents".to_owned()),
        field: "consents",
    })
}

fn misdirected(message: impl Into<String>, help: &str) -> Misdirected {
    Misdirected {
        message: message.into(),
        help: Some(help.to_owned()),
        field: "consents",
    }
}

fn entered(event: ConsentEvent) -> Vec<Event> {
    vec![Event::Consent(event)]
}

fn unmet(answers: &[Answer]) -> Vec<String> {
    let findings = answers.iter().flat_map(|answer| &answer.findings);
    findings
        .filter(|finding| finding.is_unmet())
        .map(|finding| finding.definition.id.to_owned())
        .collect()
}

static SOLICIT: ActDefinition = ActDefinition {
    name: "solicit-consents",
    title: "Consents are solicited",
    nature: Nature::Happening,
    doc: "Somebody sets out to have the stockholders act by consent. Where the law asks for prior action of the board, the day on which the board took it is given.",
    example: "solicit-consents \"spring\" matters=\"ordinary\" on=\"2003-02-03\"",
    fields: &[&CONSENTS.spec, &MATTERS.spec, &BOARD_ACTION.spec],
    required: &["consents", "matters"],
    file: None,
    questions: |case| {
        let id = case.need(&CONSENTS)?;
        if case.corporation.consents.by_id.contains_key(&id) {
            return Err(misdirected(
                format!("there is already a solicitation \"{id}\""),
                "give the new one its own id",
            ));
        }
        Ok(vec![asked(
            "written-consent-allowed",
            Facts::none().with("meeting-date", FactValue::Day(day(case))),
        )?])
    },
    events: |case, _| {
        Ok(entered(ConsentEvent::Solicited {
            consents: case.need(&CONSENTS)?,
            matters: case.need(&MATTERS)?,
            board_action: case.given(&BOARD_ACTION),
        }))
    },
};

static REQUEST_RECORD_DATE: ActDefinition = ActDefinition {
    name: "request-consent-record-date",
    title: "The board is asked for a record date for consents",
    nature: Nature::Happening,
    doc: "The request is received on the day of the act; the board's time runs from it where the bylaws give it one.",
    example: "request-consent-record-date \"spring\" seeker=\"stockholder of record\" request-form=\"writing\" addressed-to=\"secretary\" on=\"2003-02-03\"",
    fields: &[&CONSENTS.spec, &WHO_ASKS.spec, &REQUEST_FORM.spec, &ADDRESSED_TO.spec],
    required: &["consents"],
    file: None,
    questions: |case| {
        let fixed = solicitation(case)?.record_date.is_some();
        let mut facts = Facts::none()
            .with("receipt", FactValue::Day(day(case)))
            .with("record-date-fixed", FactValue::YesNo(fixed));
        for spec in [&WHO_ASKS.spec, &REQUEST_FORM.spec, &ADDRESSED_TO.spec] {
            facts = with_given(facts, case, spec);
        }
        Ok(vec![asked("consent-record-date-request", facts)?])
    },
    events: |case, _| {
        Ok(entered(ConsentEvent::RecordDateRequested {
            consents: case.need(&CONSENTS)?,
            received: day(case),
        }))
    },
};

static FIX_RECORD_DATE: ActDefinition = ActDefinition {
    name: "fix-consent-record-date",
    title: "The board fixes a record date for consents",
    nature: Nature::Proposal,
    doc: "The board fixes the record date by resolution on the day of the act.",
    example: "fix-consent-record-date \"spring\" record-date=\"2003-02-20\" on=\"2003-02-12\" by=\"board of directors\"",
    fields: &[&CONSENTS.spec, &RECORD_DATE.spec],
    required: &["consents", "record-date"],
    file: None,
    questions: |case| {
        let requested = solicitation(case)?.requested;
        let facts = Facts::none().with("resolution", FactValue::Day(day(case)));
        let date = case.need(&RECORD_DATE)?;
        // No action comes before its record date; how long after it may come is asked again when it is taken.
        let mut all = vec![asked("record-date-range", range(date, day(case), date))?];
        if let Some(received) = requested {
            all.push(asked(
                "consent-record-date-request",
                facts.with("receipt", FactValue::Day(received)),
            )?);
        }
        Ok(all)
    },
    events: |case, _| {
        Ok(entered(ConsentEvent::RecordDateFixed {
            consents: case.need(&CONSENTS)?,
            record_date: case.need(&RECORD_DATE)?,
            resolution: day(case),
        }))
    },
};

/// The facts of a record date for consents.
fn range(date: Day, resolution: Day, action: Day) -> Facts {
    Facts::none()
        .with("purpose", FactValue::Word("consent"))
        .with("record-date", FactValue::Day(date))
        .with("resolution", FactValue::Day(resolution))
        .with("action", FactValue::Day(action))
}

static DELIVER: ActDefinition = ActDefinition {
    name: "deliver-consent",
    title: "A consent is delivered",
    nature: Nature::Happening,
    doc: "One holder's consent is delivered on the day of the act. One with a defect is entered with it and left out of the count; the same holder's next one may be good.",
    example: "deliver-consent \"spring\" holder=\"A-17\" place=\"principal place of business\" date-signed=\"2003-03-03\" on=\"2003-03-05\"",
    fields: &[
        &CONSENTS.spec,
        &HOLDER.spec,
        &MEANS.spec,
        &PLACE.spec,
        &SENT_BY.spec,
        &WAY.spec,
        &STATES_ACTION.spec,
        &IS_DATED.spec,
        &DATE_SIGNED.spec,
        &SHOWS_SENDER.spec,
        &SHOWS_DATE.spec,
        &COPY.spec,
    ],
    required: &["consents", "holder"],
    file: None,
    questions: |case| {
        let solicited = solicitation(case)?;
        let mut facts = Facts::none().with("delivered", FactValue::Day(day(case)));
        for spec in DELIVER.fields.iter().skip(2) {
            facts = with_given(facts, case, spec);
        }
        let form = match register(case, solicited, None) {
            Ok(frozen) => {
                let holds = frozen.holding(&case.need(&HOLDER)?).is_some_and(|(_, votes)| votes > 0);
                let word = if holds {
                    "holder on the record date"
                } else {
                    "not a holder on the record date"
                };
                facts.clone().with("signer", FactValue::Word(word))
            }
            Err(_) => facts.clone(),
        };
        Ok(vec![
            asked("consent-form", only(form, "consent-form"))?,
            asked("consent-delivery", only(facts, "consent-delivery"))?,
        ])
    },
    events: |case, answers| {
        Ok(entered(ConsentEvent::Delivered {
            consents: case.need(&CONSENTS)?,
            holder: case.need(&HOLDER)?,
            delivered: day(case),
            dated: case.given(&DATE_SIGNED),
            defects: unmet(answers),
        }))
    },
};

/// Of these facts those that a question takes.
fn only(facts: Facts, question: &str) -> Facts {
    let taken = crate::questions::find(question).map_or(&[][..], |question| question.facts);
    let is_taken = |name: &str| taken.iter().any(|spec| spec.name == name);
    facts
        .iter()
        .filter(|(name, _)| is_taken(name))
        .fold(Facts::none(), |kept, (name, value)| kept.with(name, value.clone()))
}

static REVOKE: ActDefinition = ActDefinition {
    name: "revoke-consent",
    title: "A consent is revoked",
    nature: Nature::Happening,
    doc: "A holder's revocation is delivered on the day of the act. One that is too late, or the second, is entered and does nothing.",
    example: "revoke-consent \"spring\" holder=\"A-17\" on=\"2003-03-07\"",
    fields: &[&CONSENTS.spec, &HOLDER.spec],
    required: &["consents", "holder"],
    file: None,
    questions: |case| {
        let solicited = solicitation(case)?;
        let holder = case.need(&HOLDER)?;
        let own: Vec<_> = solicited
            .delivered
            .iter()
            .filter(|consent| consent.holder == holder)
            .collect();
        if own.is_empty() {
            return Err(misdirected(
                format!("{holder} has delivered no consent"),
                "check the account; a revocation is of a consent that was delivered",
            ));
        }
        let before = own.iter().all(|consent| consent.is_revoked);
        let mut facts = Facts::none()
            .with("revoked", FactValue::Day(day(case)))
            .with("revoked-before", FactValue::YesNo(before));
        if let Some((sufficient, _)) = sufficient(case, solicited)? {
            facts = facts.with("sufficient-delivery", FactValue::Day(sufficient));
        }
        if let Some(certified) = solicited.certified {
            facts = facts.with("certified", FactValue::Day(certified));
        }
        Ok(vec![asked("consent-revocation", facts)?])
    },
    events: |case, answers| {
        let in_time = answers.first().and_then(|answer| answer.value.as_ref()) == Some(&Value::YesNo(true));
        Ok(entered(ConsentEvent::Revoked {
            consents: case.need(&CONSENTS)?,
            holder: case.need(&HOLDER)?,
            in_time,
        }))
    },
};

static REVIEW: ActDefinition = ActDefinition {
    name: "review-consents",
    title: "Consents are reviewed and certified",
    nature: Nature::Happening,
    doc: "Those who review the consents certify on the day of the act that they are enough. Whether the action waits for it is asked when the action is taken.",
    example: "review-consents \"spring\" on=\"2003-03-12\" by=\"inspectors of election\"",
    fields: &[&CONSENTS.spec],
    required: &["consents"],
    file: None,
    questions: |case| {
        solicitation(case)?;
        no_questions(case)
    },
    events: |case, _| {
        Ok(entered(ConsentEvent::Certified {
            consents: case.need(&CONSENTS)?,
            certified: day(case),
        }))
    },
};

static TAKE_ACTION: ActDefinition = ActDefinition {
    name: "take-action-by-consent",
    title: "Action by consent is found taken",
    nature: Nature::Proposal,
    doc: "The good consents are counted, each holder once, and held against the vote of a meeting with everyone present; with a class named, against the vote of that class too.",
    example: "take-action-by-consent \"spring\" on=\"2003-03-12\" by=\"secretary\"",
    fields: &[
        &CONSENTS.spec,
        &CLASS.spec,
        &SEATS_VACANT.spec,
        &REVIEW_PROMPT.spec,
        &TAKES_EFFECT.spec,
        &INSTRUCTION.spec,
    ],
    required: &["consents"],
    file: None,
    questions: |case| {
        let solicited = solicitation(case)?;
        let together = counted(case, solicited, None, day(case))?;
        let mut all = vec![asked(
            "consent-sufficient",
            with_given(together, case, &SEATS_VACANT.spec),
        )?];
        if let Some(class) = case.given(&CLASS) {
            all.push(asked(
                "consent-sufficient",
                counted(case, solicited, Some(&class), day(case))?,
            )?);
        }
        let Some((sufficient, first)) = sufficient(case, solicited)? else {
            return Ok(all);
        };
        let mut period = Facts::none()
            .with("first-delivery", FactValue::Day(first))
            .with("sufficient-delivery", FactValue::Day(sufficient));
        if let Some(earliest) = good(solicited).filter_map(|consent| consent.dated).min() {
            period = period.with("earliest-date", FactValue::Day(earliest));
        }
        all.push(asked("consent-period", period)?);
        if let Some((date, resolution)) = solicited.record_date {
            all.push(asked("record-date-range", range(date, resolution, sufficient))?);
        }
        let mut effect = Facts::none().with("sufficient-delivery", FactValue::Day(sufficient));
        if let Some(certified) = solicited.certified {
            effect = effect.with("certified", FactValue::Day(certified));
        }
        for spec in [&REVIEW_PROMPT.spec, &TAKES_EFFECT.spec, &INSTRUCTION.spec] {
            effect = with_given(effect, case, spec);
        }
        all.push(asked("consent-effective", effect)?);
        Ok(all)
    },
    events: |case, _| {
        let found = sufficient(case, solicitation(case)?)?;
        let consents = case.need(&CONSENTS)?;
        Ok(found.map_or_else(Vec::new, |(sufficient, _)| {
            entered(ConsentEvent::Taken { consents, sufficient })
        }))
    },
};

static TELL_OTHERS: ActDefinition = ActDefinition {
    name: "notify-non-consenting",
    title: "Those who did not consent are told",
    nature: Nature::Happening,
    doc: "Notice of the action goes out on the day of the act to those who did not consent.",
    example: "notify-non-consenting \"spring\" notified-all=#true on=\"2003-03-14\" by=\"secretary\"",
    fields: &[&CONSENTS.spec, &NOTIFIED_ALL.spec],
    required: &["consents"],
    file: None,
    questions: |case| {
        let solicited = solicitation(case)?;
        let Some(taken) = solicited.taken else {
            return Err(misdirected(
                "no action has been taken by these consents",
                "enter take-action-by-consent first",
            ));
        };
        let frozen = register(case, solicited, None)?;
        let unanimous = votes_of(solicited, &frozen, taken) >= frozen.whole().1;
        let facts = Facts::none()
            .with("unanimous", FactValue::YesNo(unanimous))
            .with("sufficient-delivery", FactValue::Day(taken))
            .with("notified", FactValue::Day(day(case)));
        Ok(vec![asked(
            "consent-notice",
            with_given(facts, case, &NOTIFIED_ALL.spec),
        )?])
    },
    events: |case, _| {
        Ok(entered(ConsentEvent::OthersTold {
            consents: case.need(&CONSENTS)?,
            told: day(case),
        }))
    },
};

/// The consents that count: without a defect, and not revoked.
fn good(solicited: &Solicitation) -> impl Iterator<Item = &crate::state::DeliveredConsent> {
    solicited
        .delivered
        .iter()
        .filter(|consent| consent.defects.is_empty() && !consent.is_revoked)
}

/// The register at the record date: the one fixed, else the one that the law supplies.
fn register(case: &Case<'_>, solicited: &Solicitation, class: Option<&str>) -> Result<Frozen, Misdirected> {
    let date = match solicited.record_date {
        Some((date, _)) => date,
        None => default_date(case, solicited)?,
    };
    let close = When::from(case.practice.close_of_business.on(date));
    let frozen = match class {
        Some(class) => freeze_class(case.corporation, case.book, case.evidence, close, close, class),
        None => freeze(case.corporation, case.book, case.evidence, close),
    };
    frozen.map_err(|error| misdirected(error.message, "enter who holds the shares first"))
}

fn default_date(case: &Case<'_>, solicited: &Solicitation) -> Result<Day, Misdirected> {
    let first = good(solicited)
        .map(|consent| consent.delivered)
        .min()
        .unwrap_or(day(case));
    let mut facts = Facts::none()
        .with(
            "board-action-needed",
            FactValue::YesNo(solicited.board_action.is_some()),
        )
        .with("first-delivery", FactValue::Day(first));
    if let Some(action) = solicited.board_action {
        facts = facts.with("board-action", FactValue::Day(action));
    }
    let answer = ask(&consent_record_date_default::QUESTION, &facts, case.book, case.practice);
    match answer.value {
        Some(Value::Day(day)) => Ok(day),
        Some(Value::Moment(moment)) => Ok(moment.day),
        _ => Err(misdirected(
            "no record date can be told for the consents",
            "fix one with fix-consent-record-date",
        )),
    }
}

/// The votes of those whose good consents had come by a day, each holder once.
fn votes_of(solicited: &Solicitation, frozen: &Frozen, until: Day) -> u64 {
    let holders: BTreeSet<&str> = good(solicited)
        .filter(|consent| consent.delivered <= until)
        .map(|consent| consent.holder.as_str())
        .collect();
    let votes = holders
        .into_iter()
        .filter_map(|holder| frozen.holding(holder))
        .map(|(_, votes)| votes);
    votes.fold(0, u64::saturating_add)
}

/// The facts of the count on a day, of all shares together or of one class.
fn counted(case: &Case<'_>, solicited: &Solicitation, class: Option<&str>, until: Day) -> Result<Facts, Misdirected> {
    let frozen = register(case, solicited, class)?;
    let (shares, votes) = frozen.whole();
    let number = |number| FactValue::Quantity(Quantity::whole(number));
    let facts = Facts::none()
        .with("matters", FactValue::List(solicited.matters.clone()))
        .with("sufficient-delivery", FactValue::Day(until))
        .with("shares-entitled", number(shares))
        .with("shares-outstanding", number(shares))
        .with("votes-entitled", number(votes))
        .with("consenting", number(votes_of(solicited, &frozen, until)));
    Ok(match class {
        Some(class) => facts
            .with("vote", FactValue::Word("class"))
            .with("class", FactValue::Text(class.to_owned())),
        None => facts,
    })
}

/// The day on which enough good consents had been delivered, and the day of the first; none while they are not enough.
fn sufficient(case: &Case<'_>, solicited: &Solicitation) -> Result<Option<(Day, Day)>, Misdirected> {
    let days: BTreeSet<Day> = good(solicited).map(|consent| consent.delivered).collect();
    let Some(first) = days.first().copied() else {
        return Ok(None);
    };
    let class = case.given(&CLASS);
    for day in days {
        let mut is_enough = true;
        for class in [None, class.as_deref()]
            .into_iter()
            .take(1 + usize::from(class.is_some()))
        {
            let facts = counted(case, solicited, class, day)?;
            let answer = ask(&consent_sufficient::QUESTION, &facts, case.book, case.practice);
            is_enough &= matches!(answer.value, Some(Value::Threshold(threshold)) if threshold.met == Some(true));
        }
        if is_enough {
            return Ok(Some((day, first)));
        }
    }
    Ok(None)
}
