//! Single proxies, revocations, ballots and attendances; files of them are in `meeting.rs`.

use quorate_calendar::{CivilMoment, Day};

use super::common::{asked, with_given};
use super::inspection::received;
use super::meeting::{COURT_ORDER, HOLDER};
use crate::act::{ActDefinition, Asked, Case, MEETING, Misdirected, Nature};
use crate::event::{Event, InstructionTerms, Marks};
use crate::facts::{Fact, FactValue, Facts};
use crate::questions::stockholders::proxies::proxy_form::{
    COPY, COPY_RELIABLE, GIVEN_BY, RELIANCE, SENT, SHOWN, SIGNED_AS, SIGNER_AUTHORIZED,
};
use crate::questions::stockholders::proxies::{ending, proxy_authority};
use crate::state::{Joint, Meeting, Representative};
use crate::tabulate::mark_of;
use crate::when::When;

static DATED: Fact<CivilMoment> = Fact::new(
    "dated",
    "the day and hour of the proxy; that of its receipt when none is given",
);
static EXPIRES: Fact<Day> = Fact::new(
    "expires",
    "the last day of a longer period that the proxy itself states",
);
static MARKS: Fact<Vec<String>> = Fact::new(
    "marks",
    "what is said on each item, such as \"auditors=for, directors/Dean=withheld\"; votes may be divided, as in \"auditors=for 60 + against 40\"",
);
static SIGNER: Fact<String> = Fact::new(
    "signer",
    "who signed, where the shares stand in several names or another signs for the holder",
);
static PART: Fact<String> = Fact::new(
    "part",
    "the part of a nominee's position that it is for, such as a client",
);
static VOTES: Fact<u64> = Fact::new("votes", "how many votes it is for; the whole position when not told");

/// To whom a revocation goes.
static SENT_TO: Fact<&'static str> = Fact::word(
    "to",
    &["secretary", "proxy holder", "inspectors"],
    "to whom the revocation goes; the secretary when not told",
);

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&FILE_PROXY, &REVOKE_PROXY, &ATTEND, &CAST_BALLOT];

static FILE_PROXY: ActDefinition = ActDefinition {
    name: "file-proxy",
    title: "A proxy is filed",
    nature: Nature::Happening,
    doc: "One proxy, with what it says on each item, filed with the secretary on the day of the act. A later proxy takes the place of an earlier one. Its form is judged where the means is told, and what its holder may do where the instruction is told.",
    example: "file-proxy \"annual-2002\" holder=\"A-17\" dated=\"2002-04-09T00:00\" marks=\"directors=for, auditors=against\" on=\"2002-04-10\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &DATED.spec,
        &EXPIRES.spec,
        &MARKS.spec,
        &SIGNER.spec,
        &PART.spec,
        &VOTES.spec,
        &GIVEN_BY.spec,
        &SIGNED_AS.spec,
        &SIGNER_AUTHORIZED.spec,
        &SHOWN.spec,
        &SENT.spec,
        &RELIANCE.spec,
        &COPY.spec,
        &COPY_RELIABLE.spec,
        &ending::IRREVOCABLE_STATED.spec,
        &ending::COUPLED.spec,
        &ending::INTEREST_IN.spec,
        &ending::INTEREST_ENDED_ON.spec,
        &proxy_authority::INSTRUCTION.spec,
        &proxy_authority::AUTHORITY.spec,
        &proxy_authority::DISCRETION_GIVEN.spec,
        &proxy_authority::BY_SUBSTITUTE.spec,
        &proxy_authority::SUBSTITUTION_STATED.spec,
    ],
    required: &["meeting", "holder", "marks"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let filed = one(case, "proxy")?;
        let mut questions = vec![asked("proxy-validity", validity(case, meeting))?];
        if case.given(&GIVEN_BY).is_some() {
            questions.push(asked("proxy-form", form(case, meeting))?);
        }
        if case.given(&proxy_authority::INSTRUCTION).is_some() {
            questions.push(asked("proxy-authority", case.act.facts.clone())?);
        }
        questions.extend(signer(case)?);
        questions.extend(received(case, "proxy", &filed)?);
        Ok(questions)
    },
    events: |case, _| one(case, "proxy"),
};

static REVOKE_PROXY: ActDefinition = ActDefinition {
    name: "revoke-proxy",
    title: "A proxy is revoked",
    nature: Nature::Happening,
    doc: "A holder revokes the proxies given before. It goes to the secretary unless it says that it goes to another; the secretary then has notice of it when notice-to-secretary says so.",
    example: "revoke-proxy \"annual-2002\" holder=\"A-17\" on=\"2002-04-12\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &DATED.spec,
        &SIGNER.spec,
        &SENT_TO.spec,
        &ending::NOTICE_TO_SECRETARY.spec,
        &ending::REVOKED_BY.spec,
        &ending::REVOKED_IN_WRITING.spec,
    ],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let filed = one(case, "revocation")?;
        let mut questions = signer(case)?;
        // The latest proxy of the holder is the one it is meant for.
        let holder = case.need(&HOLDER)?;
        let latest = meeting
            .instructions
            .iter()
            .filter(|filed| filed.holder == holder && filed.kind == "proxy")
            .max_by_key(|filed| (filed.dated, filed.received));
        if let Some(proxy) = latest {
            let dated = case.given(&DATED).map_or(case.act.on, When::from);
            let mut facts = with_terms(Facts::none(), &proxy.terms)
                .with("proxy-dated", FactValue::Day(proxy.dated.day))
                .with("voted-on", FactValue::Day(meeting.at.day))
                .with("revoked-on", FactValue::Day(dated.day));
            if let Some(notice) = notice(case) {
                facts = facts.with("revocation-notice-to-secretary", FactValue::Day(notice));
            }
            facts = with_given(facts, case, &ending::REVOKED_BY.spec);
            facts = with_given(facts, case, &ending::REVOKED_IN_WRITING.spec);
            questions.push(asked("revocation-effective", facts)?);
        }
        questions.extend(received(case, "revocation", &filed)?);
        Ok(questions)
    },
    events: |case, _| one(case, "revocation"),
};

static ATTEND: ActDefinition = ActDefinition {
    name: "attend",
    title: "A holder attends",
    nature: Nature::Happening,
    doc: "A holder is present in person. Attendance alone revokes no proxy; a ballot goes before it.",
    example: "attend \"annual-2002\" holder=\"A-17\" on=\"2002-04-17T09:55\"",
    fields: &[&MEETING.spec, &HOLDER.spec, &SIGNER.spec],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| {
        case.meeting()?;
        signer(case)
    },
    events: |case, _| one(case, "attendance"),
};

static CAST_BALLOT: ActDefinition = ActDefinition {
    name: "cast-ballot",
    title: "A ballot is cast",
    nature: Nature::Happening,
    doc: "One ballot cast at the meeting; it goes before every proxy of the holder. Where the shares stand in several names the ballots of all of them make one vote.",
    example: "cast-ballot \"annual-2002\" holder=\"A-17\" marks=\"directors=for\" on=\"2002-04-17T10:20\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &MARKS.spec,
        &SIGNER.spec,
        &PART.spec,
        &VOTES.spec,
        &COURT_ORDER.spec,
    ],
    required: &["meeting", "holder", "marks"],
    file: None,
    questions: |case| {
        let filed = one(case, "ballot")?;
        let mut questions = signer(case)?;
        questions.extend(received(case, "ballot", &filed)?);
        Ok(questions)
    },
    events: |case, _| one(case, "ballot"),
};

/// The facts of a proxy's life.
fn validity(case: &Case<'_>, meeting: &Meeting) -> Facts {
    let dated = case.given(&DATED).map_or(case.act.on.day, |moment| moment.day);
    let facts = Facts::none()
        .with("proxy-dated", FactValue::Day(dated))
        .with("voted-on", FactValue::Day(meeting.at.day))
        .with("states-longer-period", FactValue::YesNo(case.given(&EXPIRES).is_some()));
    let facts = with_given(facts, case, &EXPIRES.spec);
    // What a proxy does not state it does not state.
    let stated = case.given(&ending::IRREVOCABLE_STATED).unwrap_or(false);
    facts.with("irrevocable-stated", FactValue::YesNo(stated))
}

/// The facts of a proxy's form: what is told of it, and that it is filed with the secretary on the day of the act.
fn form(case: &Case<'_>, meeting: &Meeting) -> Facts {
    case.act
        .facts
        .clone()
        .with("filed-with-secretary", FactValue::YesNo(true))
        .with("filed-on", FactValue::Day(case.act.on.day))
        .with("meeting-date", FactValue::Day(meeting.at.day))
}

/// The questions of one who signs by name: whether the records know that person, or what is registered of a representative.
fn signer(case: &Case<'_>) -> Result<Vec<Asked>, Misdirected> {
    let Some(signer) = case.given(&SIGNER) else {
        return Ok(Vec::new());
    };
    let holder = case.need(&HOLDER)?;
    let holders = &case.corporation.holders;
    let representative = holders
        .representatives
        .get(&holder)
        .and_then(|known| known.iter().rfind(|known| known.person == signer));
    if let Some(representative) = representative {
        return Ok(vec![asked("representative-vote", representation(representative))?]);
    }
    let names_signer = |joint: &Joint| joint.persons.iter().any(|(person, _)| *person == signer);
    let is_registered = match holders.joint.get(&holder) {
        Some(joint) => names_signer(joint),
        None => signer == holder,
    };
    let facts = Facts::none().with("registered-on-record-date", FactValue::YesNo(is_registered));
    let facts = facts.with("registered-on-the-day", FactValue::YesNo(is_registered));
    Ok(vec![asked("registered-owner", facts)?])
}

/// The facts of a registered representative.
pub(super) fn representation(representative: &Representative) -> Facts {
    let facts = Facts::none()
        .with("in-own-name", FactValue::YesNo(representative.in_own_name))
        .with("shown", FactValue::List(representative.shown.clone()))
        .with("vote-given-to-another", FactValue::YesNo(false));
    crate::questions::stockholders::holders::representative_vote::with_capacity(facts, &representative.capacity)
}

/// When the secretary has notice of a revocation.
fn notice(case: &Case<'_>) -> Option<Day> {
    let told = case.given(&ending::NOTICE_TO_SECRETARY);
    let goes_to_secretary = case.given(&SENT_TO).is_none_or(|to| to == "secretary");
    told.or_else(|| goes_to_secretary.then_some(case.act.on.day))
}

fn with_terms(facts: Facts, terms: &InstructionTerms) -> Facts {
    let facts = facts.with("irrevocable-stated", FactValue::YesNo(terms.irrevocable.is_some()));
    let facts = match terms.irrevocable {
        Some(coupled) => facts.with("coupled-with-interest", FactValue::YesNo(coupled)),
        None => facts,
    };
    match terms.interest_ended {
        Some(ended) => facts.with("interest-ended-on", FactValue::Day(ended)),
        None => facts,
    }
}

fn one(case: &Case<'_>, kind: &str) -> Result<Vec<Event>, Misdirected> {
    case.meeting()?;
    let is_stated = case.given(&ending::IRREVOCABLE_STATED) == Some(true);
    let terms = InstructionTerms {
        signer: case.given(&SIGNER).unwrap_or_default(),
        part: case.given(&PART).unwrap_or_default(),
        votes: case.given(&VOTES),
        irrevocable: is_stated.then(|| case.given(&ending::COUPLED).unwrap_or(false)),
        interest_in: case.given(&ending::INTEREST_IN).unwrap_or_default().to_owned(),
        interest_ended: case.given(&ending::INTEREST_ENDED_ON),
        revoked_by: case.given(&ending::REVOKED_BY).unwrap_or_default().to_owned(),
        in_writing: case.given(&ending::REVOKED_IN_WRITING),
        notice: if kind == "revocation" { notice(case) } else { None },
    };
    Ok(vec![Event::InstructionFiled {
        meeting: case.need(&MEETING)?,
        holder: case.need(&HOLDER)?,
        kind: kind.to_owned(),
        dated: case.given(&DATED).map_or(case.act.on, When::from),
        received: case.act.on,
        expires: case.given(&EXPIRES),
        marks: if kind == "proxy" || kind == "ballot" {
            marks(case)?
        } else {
            Vec::new()
        },
        court_order: case.given(&COURT_ORDER).unwrap_or(false),
        terms,
    }])
}

/// What an instrument says. What it says on an item that the meeting does not have is entered with the rest, and not counted.
fn marks(case: &Case<'_>) -> Result<Marks, Misdirected> {
    let wrong = |message: String, help: String| Misdirected {
        message,
        help: Some(help),
        field: "marks",
    };
    let mut marks = Vec::new();
    for mark in case.need(&MARKS)? {
        let Some((item, word)) = mark.split_once('=') else {
            return Err(wrong(
                format!("\"{mark}\" is not a mark"),
                "write item=choice, such as auditors=for".to_owned(),
            ));
        };
        if mark_of(word).is_none() {
            return Err(wrong(
                format!("\"{word}\" is not a choice"),
                "choices: for, against, abstain, withheld, broker non-vote, alternative 1 and so on; or divided: for 60 + against 40"
                    .to_owned(),
            ));
        }
        marks.push((item.to_owned(), word.to_owned()));
    }
    Ok(marks)
}
