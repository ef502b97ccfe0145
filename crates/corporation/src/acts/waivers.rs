//! Waivers and papers: waiving notice, objecting, validating a meeting, affidavits, supplements, demands for the stock list.

use std::collections::BTreeSet;

use super::common::{asked, day, meeting_facts, no_questions, with_given};
use super::meeting::register;
use crate::act::{ActDefinition, Asked, Case, MEETING, Misdirected, Nature};
use crate::answer::{Answer, Value};
use crate::ask;
use crate::deliveries::to_serve;
use crate::event::{Event, WaiverEvent};
use crate::facts::{Fact, FactValue, Facts, LAW_ON};
use crate::questions::common::CHANNEL;
use crate::questions::stockholders::convening::attendance_waiver::{self, OBJECTED_TO_MATTER, PURPOSE_ONLY};
use crate::questions::stockholders::convening::meeting_validation::{PAPERS_FILED, PAPERS_STATE_PURPOSE};
use crate::questions::stockholders::convening::notice_affidavit::{AFFIDAVIT_STATES, MAKER, MAKER_QUALIFIED};
use crate::questions::stockholders::convening::notice_supplement::{ADDS_BUSINESS, ADDS_REQUIRED, DIRECTED_BY};
use crate::questions::stockholders::convening::notice_waiver::{MEANS, SIGNED_BY, STATES_BUSINESS, STATES_PURPOSE};
use crate::questions::stockholders::convening::stock_list_access::{ASKED_AT, ASKED_BY, GERMANE, IN_HOURS};
use crate::state::Meeting;
use crate::tabulate::{Frozen, kind_of};
use crate::when::When;
use quorate_tally::Kind;

/// The word for all holders at once.
const EVERYONE: &str = "everyone";

static HOLDER: Fact<String> = Fact::new("holder", "the holder's account, or everyone");
static OBJECTED: Fact<&'static str> = Fact::word(
    "objected",
    &["before the meeting", "at the beginning", "later in the meeting"],
    "when it was objected that the meeting was not lawfully called or convened",
);
static MATTER: Fact<String> = Fact::new(
    "matter",
    "the matter left out of the notice to whose consideration the holder objects",
);
static ADDS: Fact<Vec<String>> = Fact::new("adds", "what the supplement adds to the notice");
static LIST_PURPOSE: Fact<String> = Fact::new("purpose", "the purpose, in the person's words");
static BECAUSE: Fact<String> = Fact::new("because", "why the person was refused");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[
    &WAIVE_NOTICE,
    &SUPPLEMENT_NOTICE,
    &SWEAR_AFFIDAVIT,
    &DEMAND_STOCK_LIST,
    &REFUSE_STOCK_LIST,
    &OBJECT_TO_NOTICE,
    &CONSENT_TO_MEETING,
    &APPROVE_MINUTES,
    &VALIDATE_MEETING,
];

static WAIVE_NOTICE: ActDefinition = ActDefinition {
    name: "waive-notice",
    title: "Notice is waived",
    nature: Nature::Happening,
    doc: "A holder, or everyone, waives notice. A waiver with a defect of form is entered with it and waives nothing.",
    example: "waive-notice \"annual-2002\" holder=\"everyone\" means=\"writing\" on=\"2002-04-17\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &MEANS.spec,
        &STATES_PURPOSE.spec,
        &STATES_BUSINESS.spec,
        &SIGNED_BY.spec,
    ],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let is_after = meeting
            .convened
            .as_ref()
            .is_some_and(|(convened, ..)| *convened < case.act.on)
            || meeting.at.day < day(case);
        let mut facts = meeting_facts(meeting).with(
            "waiver-given",
            FactValue::Word(if is_after { "after" } else { "before" }),
        );
        for spec in [
            &MEANS.spec,
            &STATES_PURPOSE.spec,
            &STATES_BUSINESS.spec,
            &SIGNED_BY.spec,
        ] {
            facts = with_given(facts, case, spec);
        }
        Ok(vec![asked("notice-waiver", facts)?])
    },
    events: |case, answers| {
        let defects = answers
            .iter()
            .flat_map(|answer| &answer.findings)
            .filter(|finding| finding.is_unmet())
            .map(|finding| finding.definition.id.to_owned());
        Ok(vec![Event::NoticeWaived {
            meeting: case.need(&MEETING)?,
            holder: case.need(&HOLDER)?,
            defects: defects.collect(),
        }])
    },
};

static OBJECT_TO_NOTICE: ActDefinition = ActDefinition {
    name: "object-to-notice",
    title: "A holder objects for want of notice",
    nature: Nature::Happening,
    doc: "A holder objects that the meeting is not lawfully called or convened, or to considering a matter that the law wants in the notice and that was left out. Whether attending then waives notice is answered.",
    example: "object-to-notice \"annual-2002\" holder=\"A-17\" objected=\"at the beginning\" purpose-only=#true on=\"2002-04-17T10:00\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &OBJECTED.spec,
        &PURPOSE_ONLY.spec,
        &MATTER.spec,
        &OBJECTED_TO_MATTER.spec,
    ],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| {
        case.meeting()?;
        Ok(vec![asked("attendance-waiver", objection(case))?])
    },
    events: |case, answers| {
        let waived = answers.first().and_then(|answer| answer.value.as_ref()) == Some(&Value::YesNo(true));
        Ok(vec![waiver_event(WaiverEvent::Objected {
            meeting: case.need(&MEETING)?,
            holder: case.need(&HOLDER)?,
            matter: case.given(&MATTER).unwrap_or_default(),
            kept: !waived,
        })])
    },
};

/// The facts of an objection: one who objects at the meeting attends it.
fn objection(case: &Case<'_>) -> Facts {
    let objected = case.given(&OBJECTED);
    let at = |word| FactValue::YesNo(objected == Some(word));
    let mut facts = Facts::none()
        .with("protested-before", at("before the meeting"))
        .with("objected-at-beginning", at("at the beginning"))
        .with("objected-later", at("later in the meeting"));
    if objected != Some("before the meeting") {
        facts = facts.with("attended", FactValue::YesNo(true));
    }
    facts = with_given(facts, case, &PURPOSE_ONLY.spec);
    if case.given(&MATTER).is_some() {
        facts = with_given(facts, case, &OBJECTED_TO_MATTER.spec).with("left-out-matter", FactValue::YesNo(true));
    }
    facts
}

static CONSENT_TO_MEETING: ActDefinition = ActDefinition {
    name: "consent-to-meeting",
    title: "A holder consents to the meeting",
    nature: Nature::Happening,
    doc: "A holder, or everyone, signs a consent to the holding of the meeting. What it does is judged when the meeting is validated.",
    example: "consent-to-meeting \"annual-2002\" holder=\"A-17\" on=\"2002-04-20\"",
    fields: &[&MEETING.spec, &HOLDER.spec],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| {
        case.meeting()?;
        no_questions(case)
    },
    events: |case, _| signed(case, "consent to the meeting"),
};

static APPROVE_MINUTES: ActDefinition = ActDefinition {
    name: "approve-minutes",
    title: "A holder approves the minutes",
    nature: Nature::Happening,
    doc: "A holder, or everyone, signs an approval of the minutes of the meeting. What it does is judged when the meeting is validated.",
    example: "approve-minutes \"annual-2002\" holder=\"A-17\" on=\"2002-04-30\"",
    fields: &[&MEETING.spec, &HOLDER.spec],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| {
        case.meeting()?;
        no_questions(case)
    },
    events: |case, _| signed(case, "approval of the minutes"),
};

fn signed(case: &Case<'_>, kind: &str) -> Result<Vec<Event>, Misdirected> {
    Ok(vec![waiver_event(WaiverEvent::PaperSigned {
        meeting: case.need(&MEETING)?,
        holder: case.need(&HOLDER)?,
        kind: kind.to_owned(),
        signed: case.act.on,
    })])
}

static VALIDATE_MEETING: ActDefinition = ActDefinition {
    name: "validate-meeting",
    title: "A meeting is found valid by papers",
    nature: Nature::Proposal,
    doc: "A meeting that was held without regular call or notice is found valid by the waivers, consents and approvals of those who were absent, where the bylaws let them stand for it. Waivers, consents and approvals are entered before, each by its own act.",
    example: "validate-meeting \"annual-2002\" papers-filed=\"in the minutes\" on=\"2002-05-02\" by=\"secretary\"",
    fields: &[&MEETING.spec, &PAPERS_STATE_PURPOSE.spec, &PAPERS_FILED.spec],
    required: &["meeting"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        if meeting.convened.is_none() {
            return Err(Misdirected {
                message: "the meeting has not been held".to_owned(),
                help: Some("convene it first, with convene".to_owned()),
                field: "meeting",
            });
        }
        let facts = validation(case, meeting)?;
        let facts = with_given(
            with_given(facts, case, &PAPERS_STATE_PURPOSE.spec),
            case,
            &PAPERS_FILED.spec,
        );
        Ok(vec![asked("meeting-validation", facts)?])
    },
    events: |case, answers| {
        if answers.iter().any(|answer| answer.is_silent) {
            return Err(Misdirected {
                message: "no text lets papers of those who were absent validate a meeting of stockholders".to_owned(),
                help: Some("obtain waivers of notice from everyone entitled to it, with waive-notice".to_owned()),
                field: "meeting",
            });
        }
        let is_valid = answers.first().and_then(|answer| answer.value.as_ref()) == Some(&Value::YesNo(true));
        let meeting = case.need(&MEETING)?;
        Ok(is_valid
            .then(|| waiver_event(WaiverEvent::Validated { meeting }))
            .into_iter()
            .collect())
    },
};

/// Who was there, who was not, and who signed what.
fn validation(case: &Case<'_>, meeting: &Meeting) -> Result<Facts, Misdirected> {
    let frozen = register(case, meeting)?;
    let there = there(case, meeting);
    let papers = |holder: &str| -> Vec<(&str, Option<When>)> {
        let waived = meeting
            .waivers
            .iter()
            .filter(|waiver| *waiver == holder || *waiver == EVERYONE)
            .map(|_| ("waiver of notice", None));
        let signed = meeting
            .papers
            .signed
            .iter()
            .filter(|paper| paper.holder == holder || paper.holder == EVERYONE)
            .map(|paper| (paper.kind.as_str(), Some(paper.signed)));
        waived.chain(signed).collect()
    };
    let (mut absent, mut absent_signed, mut present_unsigned, mut objectors) = (0_u64, 0_u64, 0_u64, 0_u64);
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    let mut is_any_after = false;
    let holders: BTreeSet<&str> = frozen
        .accounts
        .iter()
        .filter(|holder| is_entitled(&frozen, holder))
        .collect();
    for holder in holders {
        let own = papers(holder);
        if there.is_there(holder) {
            present_unsigned += u64::from(own.is_empty());
            objectors += u64::from(own.is_empty() && meeting.papers.has_kept_objection(holder));
            continue;
        }
        absent += 1;
        absent_signed += u64::from(!own.is_empty());
        for (kind, signed) in own {
            kinds.insert(kind.to_owned());
            is_any_after |= signed.is_some_and(|signed| signed.day > meeting.at.day);
        }
    }
    let mut facts = Facts::none()
        .with(
            "meeting-kind",
            FactValue::Word(if meeting.kind == "special" { "special" } else { "annual" }),
        )
        .with("absent-entitled", FactValue::Count(absent))
        .with("absent-signed", FactValue::Count(absent_signed))
        .with("present-unsigned", FactValue::Count(present_unsigned))
        .with("objectors-unsigned", FactValue::Count(objectors))
        .with(
            "papers-signed",
            FactValue::Word(if is_any_after { "after" } else { "before" }),
        );
    if !kinds.is_empty() {
        facts = facts.with("papers", FactValue::List(kinds.into_iter().collect()));
    }
    if let Some(quorate) = meeting.quorate {
        facts = facts.with("quorum-present", FactValue::YesNo(quorate));
    }
    Ok(facts)
}

/// Whether an account has a vote.
fn is_entitled(frozen: &Frozen, holder: &str) -> bool {
    frozen.holding(holder).is_some_and(|(_, votes)| votes > 0)
}

/// The accounts that are at a meeting.
#[derive(Default)]
pub(super) struct There {
    in_person: BTreeSet<String>,
    by_proxy: BTreeSet<String>,
}

impl There {
    /// Whether an account is there, in person or by proxy.
    pub(super) fn is_there(&self, account: &str) -> bool {
        self.in_person.contains(account) || self.by_proxy.contains(account)
    }

    fn add(&mut self, account: &str, kind: Kind) {
        match kind {
            Kind::Ballot | Kind::Attendance => self.in_person.insert(account.to_owned()),
            Kind::Proxy => self.by_proxy.insert(account.to_owned()),
            Kind::Revocation => false,
        };
    }
}

/// Who is at a meeting, by what was filed and entered so far.
pub(super) fn there(case: &Case<'_>, meeting: &Meeting) -> There {
    let mut there = There::default();
    for filed in &meeting.files {
        let Some(table) = case.evidence.instructions(&filed.file) else {
            continue;
        };
        let kind = kind_of(&filed.kind);
        for (row, account) in table.accounts.iter().enumerate() {
            there.add(account, table.kinds.get(row).copied().unwrap_or(kind));
        }
    }
    for filed in &meeting.instructions {
        there.add(&filed.holder, kind_of(&filed.kind));
    }
    there
}

/// Facts with whether everyone entitled to notice has waived it, or the meeting stands by papers; left unknown where nobody
/// waived anything.
pub(super) fn with_waivers(facts: Facts, case: &Case<'_>, meeting: &Meeting) -> Facts {
    let facts = match meeting.papers.is_validated {
        true => facts.with("meeting-validated", FactValue::YesNo(true)),
        false => facts,
    };
    if facts.get("notice-waived").is_some() || meeting.waivers.is_empty() {
        return facts;
    }
    let Ok(frozen) = register(case, meeting) else {
        return facts;
    };
    let came = came(case, meeting);
    let has_waived = |holder: &str| came(holder) || meeting.waivers.iter().any(|waiver| waiver == holder);
    let mut entitled = frozen
        .accounts
        .iter()
        .filter(|holder| is_entitled(&frozen, holder))
        .peekable();
    // Where nobody is known to hold a share, nobody is known to have waived.
    if entitled.peek().is_some() && entitled.all(has_waived) {
        return facts.with("notice-waived", FactValue::YesNo(true));
    }
    facts
}

/// Who came, and by coming waived notice.
fn came<'a>(case: &Case<'_>, meeting: &'a Meeting) -> impl Fn(&str) -> bool + 'a {
    let there = there(case, meeting);
    let (waives, proxy_waives) = (attending_waives(case, false), attending_waives(case, true));
    move |holder| {
        let attended =
            (waives && there.in_person.contains(holder)) || (proxy_waives && there.by_proxy.contains(holder));
        attended && !meeting.papers.has_kept_objection(holder)
    }
}

/// Whether notice reached every holder who must have it, where it went to them one by one; who came has waived it. A notice given to
/// all at once is taken to have gone to all, and once a meeting is adjourned this has been judged.
pub(super) fn passed_over(case: &Case<'_>, id: &str, meeting: &Meeting) -> Result<Option<Asked>, Misdirected> {
    if meeting.first_dispatch.is_none() || !meeting.adjournments.is_empty() {
        return Ok(None);
    }
    let (corporation, on) = (case.corporation, case.act.on);
    let Ok(served) = to_serve(corporation, case.book, case.evidence, id, meeting, on) else {
        return Ok(None);
    };
    if served.some_unnamed {
        return Ok(None);
    }
    let came = came(case, meeting);
    let without = served.still.iter().filter(|holder| !came(holder)).count();
    let facts = meeting_facts(meeting).with(
        "voters-without-notice",
        FactValue::Count(u64::try_from(without).unwrap_or(u64::MAX)),
    );
    asked("notice-recipients", with_waivers(facts, case, meeting)).map(Some)
}

/// Whether one who attends and does not object has waived notice, as the question answers it without a doubt.
fn attending_waives(case: &Case<'_>, by_proxy: bool) -> bool {
    let facts = Facts::none()
        .with("attended", FactValue::YesNo(true))
        .with("by-proxy", FactValue::YesNo(by_proxy))
        .with("objected-at-beginning", FactValue::YesNo(false))
        .with(LAW_ON.spec.name, FactValue::Day(day(case)));
    let answer: Answer = ask(&attendance_waiver::QUESTION, &facts, case.book, case.practice);
    answer.value.as_ref() == Some(&Value::YesNo(true))
}

static SWEAR_AFFIDAVIT: ActDefinition = ActDefinition {
    name: "swear-affidavit",
    title: "An affidavit of notice is sworn",
    nature: Nature::Happening,
    doc: "A person swears that notice of the meeting was given. What it proves, and whether the maker and the contents are those of the texts, is answered.",
    example: "swear-affidavit \"annual-2002\" maker=\"secretary\" channel=\"mail\" on=\"2002-03-01\"",
    fields: &[
        &MEETING.spec,
        &MAKER.spec,
        &MAKER_QUALIFIED.spec,
        &CHANNEL.spec,
        &AFFIDAVIT_STATES.spec,
    ],
    required: &["meeting", "maker"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        if meeting.notice_given().is_none() {
            return Err(Misdirected {
                message: "no notice of this meeting has been given".to_owned(),
                help: Some("enter the notice first, with give-notice or serve-notice".to_owned()),
                field: "meeting",
            });
        }
        let mut facts = Facts::none();
        for spec in [
            &MAKER.spec,
            &MAKER_QUALIFIED.spec,
            &CHANNEL.spec,
            &AFFIDAVIT_STATES.spec,
        ] {
            facts = with_given(facts, case, spec);
        }
        Ok(vec![asked("notice-affidavit", facts)?])
    },
    events: |case, answers| {
        let proves = answers
            .first()
            .and_then(|answer| answer.value.as_ref())
            .map_or_else(String::new, Value::brief);
        Ok(vec![waiver_event(WaiverEvent::AffidavitSworn {
            meeting: case.need(&MEETING)?,
            maker: case.need(&MAKER)?,
            proves,
            sworn: day(case),
        })])
    },
};

static SUPPLEMENT_NOTICE: ActDefinition = ActDefinition {
    name: "supplement-notice",
    title: "The notice is supplemented",
    nature: Nature::Happening,
    doc: "A supplement to the notice is given. It is entered even when it is late, with its defects. Where the text has it given by or at the direction of somebody, the act says at whose direction.",
    example: "supplement-notice \"annual-2002\" adds=\"stock plan\" adds-required=#false on=\"2002-04-02\" by=\"board of directors\"",
    fields: &[
        &MEETING.spec,
        &ADDS.spec,
        &ADDS_REQUIRED.spec,
        &ADDS_BUSINESS.spec,
        &DIRECTED_BY.spec,
    ],
    required: &["meeting", "adds"],
    file: None,
    questions: |case| {
        let (_, meeting) = case.meeting()?;
        let mut facts = meeting_facts(meeting).with("supplement-given", FactValue::Day(day(case)));
        if let Some(by) = &case.act.by {
            facts = facts.with("supplement-by", FactValue::Text(by.clone()));
        }
        let facts = [&ADDS_REQUIRED.spec, &ADDS_BUSINESS.spec, &DIRECTED_BY.spec]
            .into_iter()
            .fold(facts, |facts, spec| with_given(facts, case, spec));
        Ok(vec![asked("notice-supplement", facts)?])
    },
    events: |case, _| {
        Ok(vec![waiver_event(WaiverEvent::NoticeSupplemented {
            meeting: case.need(&MEETING)?,
            adds: case.need(&ADDS)?,
            given: day(case),
        })])
    },
};

static DEMAND_STOCK_LIST: ActDefinition = ActDefinition {
    name: "demand-stock-list",
    title: "A person asks to examine the stock list",
    nature: Nature::Happening,
    doc: "A person asks to examine the list of stockholders, and says for what. Whether the list must be shown is answered; whether the purpose is germane is somebody's judgment.",
    example: "demand-stock-list \"annual-2002\" holder=\"A-17\" purpose=\"soliciting proxies\" on=\"2002-04-10\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &LIST_PURPOSE.spec,
        &ASKED_BY.spec,
        &ASKED_AT.spec,
        &IN_HOURS.spec,
        &GERMANE.spec,
    ],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| Ok(vec![asked("stock-list-access", list_facts(case)?)?]),
    events: |case, _| {
        Ok(vec![waiver_event(WaiverEvent::ListDemanded {
            meeting: case.need(&MEETING)?,
            holder: case.need(&HOLDER)?,
            purpose: case.given(&LIST_PURPOSE).unwrap_or_default(),
            demanded: case.act.on,
        })])
    },
};

static REFUSE_STOCK_LIST: ActDefinition = ActDefinition {
    name: "refuse-stock-list",
    title: "A person is refused the stock list",
    nature: Nature::Happening,
    doc: "A person who asked to examine the list of stockholders is refused. It is entered with its defect where the person had the right.",
    example: "refuse-stock-list \"annual-2002\" holder=\"A-17\" because=\"the purpose is not germane to the meeting\" on=\"2002-04-11\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &BECAUSE.spec,
        &ASKED_BY.spec,
        &ASKED_AT.spec,
        &IN_HOURS.spec,
        &GERMANE.spec,
    ],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| {
        let facts = list_facts(case)?
            .with("refused", FactValue::YesNo(true))
            .with("refused-person", FactValue::Text(case.need(&HOLDER)?));
        Ok(vec![asked("stock-list-access", facts)?])
    },
    events: |case, _| {
        Ok(vec![waiver_event(WaiverEvent::ListRefused {
            meeting: case.need(&MEETING)?,
            holder: case.need(&HOLDER)?,
            because: case.given(&BECAUSE).unwrap_or_default(),
            refused: case.act.on,
        })])
    },
};

/// The facts of one who asks for the list: at the meeting once it has convened, where that person then is.
fn list_facts(case: &Case<'_>) -> Result<Facts, Misdirected> {
    let (_, meeting) = case.meeting()?;
    let is_at = meeting.convened.is_some();
    let mut facts = meeting_facts(meeting).with(
        "asked",
        FactValue::Word(if is_at { "at the meeting" } else { "before the meeting" }),
    );
    if is_at {
        let holder = case.need(&HOLDER)?;
        let there = there(case, meeting);
        facts = facts.with("present", FactValue::YesNo(there.is_there(&holder)));
    }
    for spec in [&ASKED_BY.spec, &ASKED_AT.spec, &IN_HOURS.spec, &GERMANE.spec] {
        facts = with_given(facts, case, spec);
    }
    Ok(facts)
}

fn waiver_event(event: WaiverEvent) -> Event {
    Event::Waiver(event)
}
