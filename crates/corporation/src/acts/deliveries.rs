//! Serving notice holder by holder, and what comes back: deliveries, consents, objections, addresses, holders left out.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use quorate_calendar::Day;

use super::common::{asked, day, no_questions, noticed_facts, with_given};
use crate::act::{ActDefinition, Asked, Attached, Case, MEETING, Misdirected, Nature};
use crate::answer::Answer;
use crate::deliveries::{
    Contact, Contacts, Delivery, ON_THE_RECORDS, Records, returned_mail, rows, served_before, unknown_accounts,
};
use crate::event::{DeliveryEvent, Event, Shut};
use crate::evidence::DeliveryTable;
use crate::facts::{Fact, FactValue, Facts};
use crate::finding::FindingStatus;
use crate::questions::common::{CHANNEL, channels};
use crate::questions::stockholders::convening::notice_address::addresses;
use crate::questions::stockholders::convening::{
    electronic_notice_consent, notice_given, notice_recipients, returned_mail as mail_facts, unlawful_communication,
};
use crate::state::ServedFile;

static HOLDER: Fact<String> = Fact::new("holder", "the holder's account");
static ADDRESS: Fact<String> = Fact::new(
    "address",
    "where it went: the address, or the word for which address it is, such as address on the records",
);
static STATED: Fact<Vec<String>> = Fact::new("stated", "what the notice states and encloses");
static CONSENTED: Fact<bool> = Fact::new(
    "consented",
    "whether the holder had consented to the channel, where the register does not say",
);
static AGAIN: Fact<bool> = Fact::new("again", "whether the notice is meant to be sent again");
static FILE: Fact<String> = Fact::new(
    "file",
    "the file: account, channel, address, sent, result and returned, one delivery a line",
);
static KNOWN_TO: Fact<Vec<String>> = Fact::new("known-to", "who knows that it could not be delivered, by office");
static MEANS: Fact<&'static str> = Fact::word(
    "means",
    &["writing", "electronic transmission", "word of mouth"],
    "by what means the consent is revoked",
);
static KIND: Fact<&'static str> = Fact::word("kind", addresses(), "which address it is");
static REGISTERED: Fact<String> = Fact::new("address", "the address");
static CONSENT_ADDRESS: Fact<String> = Fact::new("address", "the number or address to which notice is to be sent");
static BECAUSE: Fact<&'static str> = Fact::word(
    "because",
    &["returned mail", "unlawful communication"],
    "why no notice is sent to the holder",
);

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[
    &SERVE_NOTICE,
    &SERVE_NOTICES,
    &REPORT_RETURNED_NOTICE,
    &REPORT_FAILED_DELIVERY,
    &CONSENT,
    &REVOKE,
    &OBJECT,
    &REGISTER_ADDRESS,
    &EXCUSE,
];

static SERVE_NOTICE: ActDefinition = ActDefinition {
    name: "serve-notice",
    title: "Notice of a meeting is sent to one holder",
    nature: Nature::Happening,
    doc: "Notice goes to one holder by a channel on the day of the act, and is entered in the delivery register. Whether the channel is open to the holder is judged by the consents, objections and failed deliveries that were entered.",
    example: "serve-notice \"annual-2002\" holder=\"A-17\" channel=\"mail\" address=\"address on the records\" on=\"2002-02-28\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &CHANNEL.spec,
        &ADDRESS.spec,
        &STATED.spec,
        &CONSENTED.spec,
        &AGAIN.spec,
        &notice_given::PREPAID.spec,
        &notice_given::MAIL_CLASS.spec,
        &notice_given::HAS_LEGEND.spec,
        &notice_given::DELIVERED.spec,
        &notice_given::LEFT.spec,
        &electronic_notice_consent::SENT_AFTER.spec,
    ],
    required: &["meeting", "holder", "channel"],
    file: None,
    questions: |case| {
        let (id, meeting) = case.meeting()?;
        let (holder, channel) = (case.need(&HOLDER)?, case.need(&CHANNEL)?);
        let contacts = Contacts::of(case.corporation, case.evidence);
        let contact = contacts.of_holder(&holder);
        let mut given = channel_facts(channel, day(case), &Standing::of(contact, channel));
        for spec in [
            &CONSENTED.spec,
            &notice_given::PREPAID.spec,
            &notice_given::MAIL_CLASS.spec,
            &notice_given::HAS_LEGEND.spec,
            &notice_given::DELIVERED.spec,
            &notice_given::LEFT.spec,
        ] {
            given = with_given(given, case, spec);
        }
        let window = noticed_facts(meeting, day(case));
        let mut questions = vec![
            asked("notice-given", given)?,
            asked("stockholder-notice-window", window.clone())?,
        ];
        if case.given(&STATED).is_some() {
            questions.push(asked("notice-contents", with_given(window, case, &STATED.spec))?);
        }
        if let Some(contact) = contact
            .filter(|contact| contact.failures > 0 && case.given(&electronic_notice_consent::SENT_AFTER).is_some())
        {
            questions.push(after_the_end(case, contact)?);
        }
        if let Some(address) = case.given(&ADDRESS).filter(|_| channel != "personal delivery") {
            let records = Records::of(case.corporation, case.evidence, case.act.on);
            questions.push(address_asked(
                channel,
                day(case),
                &place(&address, &holder, contact, &records),
            )?);
        }
        let before = served_before(case.corporation, case.evidence, &id);
        questions.push(repeated(case, u64::from(before.contains(&holder)))?);
        questions.extend(to_the_ledger(case, std::iter::once(holder.as_str()))?);
        Ok(questions)
    },
    events: |case, answers| {
        let serves = answers
            .iter()
            .filter(|answer| answer.question == "notice-given")
            .all(is_open);
        Ok(vec![Event::Delivery(DeliveryEvent::NoticeServed {
            meeting: case.need(&MEETING)?,
            holder: case.need(&HOLDER)?,
            channel: case.need(&CHANNEL)?.to_owned(),
            address: case.given(&ADDRESS).unwrap_or_default(),
            sent: case.act.on,
            counts: serves,
            doubtful: is_doubtful(answers),
        })])
    },
};

/// Whether those served stand in the stock ledger; nothing is asked while it is empty.
fn to_the_ledger<'a>(case: &Case<'_>, accounts: impl Iterator<Item = &'a str>) -> Result<Option<Asked>, Misdirected> {
    let Some(unknown) = unknown_accounts(case.corporation, case.evidence, accounts) else {
        return Ok(None);
    };
    let (_, meeting) = case.meeting()?;
    let facts = noticed_facts(meeting, day(case)).with(notice_recipients::UNKNOWN.spec.name, FactValue::Count(unknown));
    asked("notice-recipients", facts).map(Some)
}

static SERVE_NOTICES: ActDefinition = ActDefinition {
    name: "serve-notices",
    title: "Notice of a meeting is sent to many holders",
    nature: Nature::Happening,
    doc: "A file says to whom notice went, how, where and when, and what came back. Columns: account, and where the act does not say it for all, channel, address, sent, result (delivered, returned, failed) and returned. It is judged as a whole: each channel, day and standing of a holder once.",
    example: "serve-notices \"annual-2002\" file=\"deliveries.csv\" channel=\"mail\" on=\"2002-02-28\"",
    fields: &[
        &MEETING.spec,
        &FILE.spec,
        &CHANNEL.spec,
        &STATED.spec,
        &KNOWN_TO.spec,
        &AGAIN.spec,
    ],
    required: &["meeting", "file"],
    file: Some(("file", Attached::Deliveries)),
    questions: |case| {
        let (id, meeting) = case.meeting()?;
        let filed = Filed::of(case)?;
        let mut questions: Vec<Asked> = Vec::new();
        for group in filed.groups.keys() {
            questions.push(asked(
                "notice-given",
                channel_facts(&group.channel, group.sent, &group.standing),
            )?);
        }
        let days: BTreeSet<Day> = filed.groups.keys().map(|group| group.sent).collect();
        for sent in days.first().into_iter().chain(days.last().filter(|_| days.len() > 1)) {
            let facts = noticed_facts(meeting, *sent);
            questions.push(asked("stockholder-notice-window", facts)?);
        }
        if let (Some(_), Some(first)) = (case.given(&STATED), days.first()) {
            let facts = noticed_facts(meeting, *first);
            questions.push(asked("notice-contents", with_given(facts, case, &STATED.spec))?);
        }
        for (channel, sent, place) in filed.places(case) {
            questions.push(address_asked(&channel, sent, &place)?);
        }
        questions.push(repeated(case, filed.served_before(case, &id))?);
        questions.extend(to_the_ledger(case, filed.table.accounts.iter())?);
        Ok(questions)
    },
    events: |case, answers| {
        let filed = Filed::of(case)?;
        let shut = filed.shut(answers);
        Ok(vec![Event::Delivery(DeliveryEvent::NoticesServed {
            meeting: case.need(&MEETING)?,
            file: case.attachment()?,
            channel: filed.file.channel,
            sent: case.act.on,
            rows: u64::try_from(filed.table.accounts.len()).unwrap_or(u64::MAX),
            known_to: filed.file.known_to,
            shut,
            doubtful: is_doubtful(answers),
        })])
    },
};

static REPORT_RETURNED_NOTICE: ActDefinition = ActDefinition {
    name: "report-returned-notice",
    title: "A mailed notice came back",
    nature: Nature::Happening,
    doc: "The post returned a notice as undeliverable. Notice counts as given all the same; what came back counts when a holder is to be left out of later notices.",
    example: "report-returned-notice \"annual-2002\" holder=\"A-17\" on=\"2002-03-11\"",
    fields: &[&MEETING.spec, &HOLDER.spec, &CHANNEL.spec, &KNOWN_TO.spec],
    required: &["meeting", "holder"],
    file: None,
    questions: |case| case.meeting().map(|_| Vec::new()),
    events: |case, _| came_back(case, "mail"),
};

static REPORT_FAILED_DELIVERY: ActDefinition = ActDefinition {
    name: "report-failed-delivery",
    title: "An electronic notice could not be delivered",
    nature: Nature::Happening,
    doc: "An electronic notice could not be delivered, and somebody knows it. Failures in a row count towards the end of the holder's consent.",
    example: "report-failed-delivery \"annual-2002\" holder=\"A-17\" channel=\"electronic mail\" known-to=\"secretary\" on=\"2002-03-01\"",
    fields: &[&MEETING.spec, &HOLDER.spec, &CHANNEL.spec, &KNOWN_TO.spec],
    required: &["meeting", "holder", "channel"],
    file: None,
    questions: |case| case.meeting().map(|_| Vec::new()),
    events: |case, _| came_back(case, ""),
};

static CONSENT: ActDefinition = ActDefinition {
    name: "consent-to-electronic-notice",
    title: "A holder consents to electronic notice",
    nature: Nature::Happening,
    doc: "A holder consents to notice by an electronic channel, to a number or address. A new consent begins the count of failures anew only once a notice arrives.",
    example: "consent-to-electronic-notice \"A-17\" channel=\"electronic mail\" address=\"holder@example.com\" on=\"2002-01-15\"",
    fields: &[&HOLDER.spec, &CHANNEL.spec, &CONSENT_ADDRESS.spec],
    required: &["holder", "channel"],
    file: None,
    questions: |_| {
        let facts = Facts::none().with("consent-given", FactValue::YesNo(true));
        Ok(vec![asked("electronic-notice-consent", facts)?])
    },
    events: |case, _| {
        Ok(vec![Event::Delivery(DeliveryEvent::ConsentGiven {
            holder: case.need(&HOLDER)?,
            channel: case.need(&CHANNEL)?.to_owned(),
            address: case.given(&CONSENT_ADDRESS).unwrap_or_default(),
            happened: case.act.on,
        })])
    },
};

static REVOKE: ActDefinition = ActDefinition {
    name: "revoke-electronic-consent",
    title: "A holder revokes a consent to electronic notice",
    nature: Nature::Happening,
    doc: "A holder revokes the consent to one channel, or to all where none is named. A revocation by a means that does not serve is entered and changes nothing.",
    example: "revoke-electronic-consent \"A-17\" means=\"writing\" on=\"2002-02-01\"",
    fields: &[&HOLDER.spec, &CHANNEL.spec, &MEANS.spec],
    required: &["holder", "means"],
    file: None,
    questions: |case| {
        let facts = Facts::none()
            .with("consent-given", FactValue::YesNo(true))
            .with("revoked-by", FactValue::Word(case.need(&MEANS)?));
        Ok(vec![asked("electronic-notice-consent", facts)?])
    },
    events: |case, answers| {
        let has_failed = answers
            .iter()
            .flat_map(|answer| &answer.findings)
            .any(|found| found.definition.id == electronic_notice_consent::REVOCATION_FORM.id && found.is_unmet());
        let holder = case.need(&HOLDER)?;
        let event = if has_failed {
            DeliveryEvent::RevocationFailed {
                holder,
                means: case.need(&MEANS)?.to_owned(),
                happened: case.act.on,
            }
        } else {
            DeliveryEvent::ConsentRevoked {
                holder,
                channel: case.given(&CHANNEL).unwrap_or_default().to_owned(),
                happened: case.act.on,
            }
        };
        Ok(vec![Event::Delivery(event)])
    },
};

static OBJECT: ActDefinition = ActDefinition {
    name: "object-to-electronic-mail",
    title: "A holder objects to notice by electronic mail",
    nature: Nature::Happening,
    doc: "A holder objects to notice by electronic mail, which since August 2019 needs no consent; from then on it does not serve.",
    example: "object-to-electronic-mail \"A-17\" on=\"2020-02-01\"",
    fields: &[&HOLDER.spec],
    required: &["holder"],
    file: None,
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::Delivery(DeliveryEvent::ElectronicMailObjected {
            holder: case.need(&HOLDER)?,
            happened: case.act.on,
        })])
    },
};

static REGISTER_ADDRESS: ActDefinition = ActDefinition {
    name: "register-address",
    title: "An address is registered",
    nature: Nature::Happening,
    doc: "A holder gives an address for notice, a director files one with the secretary, or the corporation learns of one. The address on the records is that of the list of holders, unless a later one is registered.",
    example: "register-address \"A-17\" kind=\"address given for notice\" address=\"1 Main Street, Dover\" on=\"2002-01-15\"",
    fields: &[&HOLDER.spec, &KIND.spec, &REGISTERED.spec],
    required: &["holder", "kind", "address"],
    file: None,
    questions: no_questions,
    events: |case, _| {
        Ok(vec![Event::Delivery(DeliveryEvent::AddressRegistered {
            holder: case.need(&HOLDER)?,
            kind: case.need(&KIND)?.to_owned(),
            address: case.need(&REGISTERED)?,
            happened: case.act.on,
        })])
    },
};

static EXCUSE: ActDefinition = ActDefinition {
    name: "excuse-from-notice",
    title: "A holder is left out of a notice",
    nature: Nature::Proposal,
    doc: "No notice is sent to a holder whose mail came back, or with whom communication is unlawful. What came back is taken from the register; what the register does not know is told here.",
    example: "excuse-from-notice \"annual-2002\" holder=\"A-17\" because=\"returned mail\" on=\"2002-02-28\" by=\"secretary\"",
    fields: &[
        &MEETING.spec,
        &HOLDER.spec,
        &BECAUSE.spec,
        &mail_facts::NOTICES_RETURNED.spec,
        &mail_facts::ANNUAL_RETURNED.spec,
        &mail_facts::ALL_BETWEEN.spec,
        &mail_facts::PAYMENTS_SENT.spec,
        &mail_facts::PAYMENTS_RETURNED.spec,
        &mail_facts::FIRST_PAYMENT.spec,
        &mail_facts::LAST_PAYMENT.spec,
        &mail_facts::AVAILABLE_UNTIL.spec,
        &mail_facts::AVAILABLE_AT.spec,
        &unlawful_communication::UNLAWFUL.spec,
    ],
    required: &["meeting", "holder", "because"],
    file: None,
    questions: |case| {
        case.meeting()?;
        let (id, mut facts) = match case.need(&BECAUSE)? {
            "returned mail" => ("returned-mail", returned_facts(case)?),
            _ => ("unlawful-communication", Facts::none()),
        };
        for (name, value) in case.act.facts.iter() {
            if !["meeting", "holder", "because"].contains(&name) {
                facts = facts.with(name, value.clone());
            }
        }
        Ok(vec![asked(id, facts)?])
    },
    events: |case, _| {
        Ok(vec![Event::Delivery(DeliveryEvent::HolderExcused {
            meeting: case.need(&MEETING)?,
            holder: case.need(&HOLDER)?,
            because: case.need(&BECAUSE)?.to_owned(),
        })])
    },
};

/// What the register knows of a holder that bears on one channel.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Standing {
    consented: Option<bool>,
    objected: bool,
    failures: u64,
    known_to: Vec<String>,
}

impl Standing {
    fn of(contact: Option<&Contact>, channel: &str) -> Self {
        contact.map_or_else(Self::default, |contact| Self {
            consented: contact.consents.get(channel).copied(),
            objected: contact.objected && channel == "electronic mail",
            failures: contact.failures,
            known_to: contact.known_to.clone(),
        })
    }
}

/// Rows that are judged alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    channel: String,
    sent: Day,
    standing: Standing,
}

/// Which address a notice went to, and which are known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    sent_to: String,
    known: Vec<String>,
}

/// The file of an act, judged by groups.
struct Filed {
    file: ServedFile,
    table: Arc<DeliveryTable>,
    contacts: Contacts,
    groups: BTreeMap<Group, u64>,
}

impl Filed {
    fn of(case: &Case<'_>) -> Result<Self, Misdirected> {
        let file = ServedFile {
            meeting: case.need(&MEETING)?,
            file: case.attachment()?,
            channel: case.given(&CHANNEL).unwrap_or_default().to_owned(),
            sent: case.act.on,
            known_to: case.given(&KNOWN_TO).unwrap_or_default(),
            shut: Shut::default(),
            doubtful: false,
        };
        let wrong = |message: &str, help: &str, field| Misdirected {
            message: message.to_owned(),
            help: Some(help.to_owned()),
            field,
        };
        let table = case
            .evidence
            .deliveries(&file.file)
            .ok_or_else(|| wrong("the deliveries are not attached", "name the file of deliveries", "file"))?;
        if file.channel.is_empty() && table.channels.is_empty() {
            let help = "add channel=… to the act, or a column channel to the file";
            return Err(wrong("nobody says by which channel the notices went", help, "channel"));
        }
        let contacts = Contacts::of(case.corporation, case.evidence);
        let mut filed = Self {
            file,
            table,
            contacts,
            groups: BTreeMap::new(),
        };
        filed.groups = filed.grouped();
        Ok(filed)
    }

    /// How many rows there are of each group; rows of one group usually follow one another.
    fn grouped(&self) -> BTreeMap<Group, u64> {
        let mut groups: BTreeMap<Group, u64> = BTreeMap::new();
        let mut run: Option<(Group, u64)> = None;
        for row in rows(&self.file, &self.table) {
            let contact = self.contacts.of_holder(row.account);
            if let Some((group, count)) = &mut run
                && contact.is_none()
                && group.standing == Standing::default()
                && group.channel == row.channel
                && group.sent == row.sent.day
            {
                *count += 1;
                continue;
            }
            let next = (self.group(&row), 1);
            if let Some((group, count)) = run.replace(next) {
                *groups.entry(group).or_default() += count;
            }
        }
        if let Some((group, count)) = run {
            *groups.entry(group).or_default() += count;
        }
        groups
    }

    fn group(&self, row: &Delivery<'_>) -> Group {
        Group {
            channel: row.channel.to_owned(),
            sent: row.sent.day,
            standing: Standing::of(self.contacts.of_holder(row.account), row.channel),
        }
    }

    /// The addresses that rows went to, each once, with the addresses known of the holder.
    fn places(&self, case: &Case<'_>) -> BTreeSet<(String, Day, Place)> {
        let mut places = BTreeSet::new();
        if self.table.addresses.is_empty() || self.table.addresses.iter().all(str::is_empty) {
            return places;
        }
        let records = Records::of(case.corporation, case.evidence, case.act.on);
        for row in
            rows(&self.file, &self.table).filter(|row| !row.address.is_empty() && row.channel != "personal delivery")
        {
            let contact = self.contacts.of_holder(row.account);
            let mut place = place(row.address, row.account, contact, &records);
            if !addresses().contains(&place.sent_to.as_str()) {
                "another address".clone_into(&mut place.sent_to);
            }
            let entry = (row.channel.to_owned(), row.sent.day, place);
            places.insert(entry);
        }
        places
    }

    /// How many rows go to a holder who was sent the notice already, in an earlier act or in this file.
    fn served_before(&self, case: &Case<'_>, meeting: &str) -> u64 {
        let before = served_before(case.corporation, case.evidence, meeting);
        let mut here: HashSet<&str> = HashSet::new();
        let repeated = self
            .table
            .accounts
            .iter()
            .filter(|account| !here.insert(account) || before.contains(*account));
        u64::try_from(repeated.count()).unwrap_or(u64::MAX)
    }

    /// Which rows serve nobody, by the answers to the groups in their order.
    fn shut(&self, answers: &[Answer]) -> Shut {
        let given = answers.iter().filter(|answer| answer.question == "notice-given");
        let is_shut: BTreeMap<&Group, bool> = self.groups.keys().zip(given.map(|answer| !is_open(answer))).collect();
        let mut shut = Shut::default();
        for (group, is_shut) in &is_shut {
            if *is_shut && group.standing == Standing::default() && !shut.channels.contains(&group.channel) {
                shut.channels.push(group.channel.clone());
            }
        }
        for row in rows(&self.file, &self.table) {
            if self.contacts.of_holder(row.account).is_none() {
                continue;
            }
            let is_shut_to = is_shut.get(&self.group(&row)).copied().unwrap_or(false);
            let is_shut_to_others = shut.channels.iter().any(|channel| channel == row.channel);
            match (is_shut_to, is_shut_to_others) {
                (true, false) => shut.shut_to.push(row.account.to_owned()),
                (false, true) => shut.open_to.push(row.account.to_owned()),
                _ => {}
            }
        }
        shut
    }
}

/// Whether a notice was found defective or doubtful on some point in all its parts: sending it again is then the cure.
fn is_doubtful(answers: &[Answer]) -> bool {
    let is_doubt = |status: FindingStatus| {
        matches!(
            status,
            FindingStatus::Unmet | FindingStatus::DependsOnReading | FindingStatus::NeedsJudgment
        )
    };
    [
        "notice-given",
        "stockholder-notice-window",
        "notice-contents",
        "notice-address",
    ]
    .into_iter()
    .any(|question| {
        let mut of_question = answers.iter().filter(|answer| answer.question == question).peekable();
        of_question.peek().is_some()
            && of_question.all(|answer| answer.findings.iter().any(|found| is_doubt(found.status)))
    })
}

/// Whether an answer on a channel does not say that it is shut.
fn is_open(answer: &Answer) -> bool {
    let shut = |status| status == FindingStatus::Unmet;
    !answer
        .findings
        .iter()
        .any(|found| found.definition.id == notice_given::NOT_OPEN.id && shut(found.status))
}

fn channel_facts(channel: &str, sent: Day, standing: &Standing) -> Facts {
    let word = channels().iter().find(|word| **word == channel);
    let mut facts = Facts::none()
        .with("sent", FactValue::Day(sent))
        .with("recipient", FactValue::Word("stockholder"));
    if let Some(word) = word {
        facts = facts.with("channel", FactValue::Word(word));
    }
    if let Some(consented) = standing.consented {
        facts = facts.with("consented", FactValue::YesNo(consented));
    }
    if standing.objected {
        facts = facts.with("objected", FactValue::YesNo(true));
    }
    if standing.failures > 0 {
        facts = facts
            .with("failures", FactValue::Count(standing.failures))
            .with("failure-known-to", FactValue::List(standing.known_to.clone()));
    }
    facts
}

/// The question on a notice sent after failures had ended the consent.
fn after_the_end(case: &Case<'_>, contact: &Contact) -> Result<Asked, Misdirected> {
    let facts = Facts::none()
        .with("consent-given", FactValue::YesNo(true))
        .with("sent", FactValue::Day(day(case)))
        .with("failures", FactValue::Count(contact.failures))
        .with("failure-known-to", FactValue::List(contact.known_to.clone()));
    asked(
        "electronic-notice-consent",
        with_given(facts, case, &electronic_notice_consent::SENT_AFTER.spec),
    )
}

/// Which address a text is, and which addresses of the holder are known.
fn place(address: &str, holder: &str, contact: Option<&Contact>, records: &Records) -> Place {
    let mut known: Vec<(&str, &str)> = contact
        .map(|contact| {
            contact
                .addresses
                .iter()
                .map(|(kind, text)| (kind.as_str(), text.as_str()))
                .collect()
        })
        .unwrap_or_default();
    if !known.iter().any(|(kind, _)| *kind == ON_THE_RECORDS) {
        known.extend(records.address(holder).map(|text| (ON_THE_RECORDS, text)));
    }
    let named = known.iter().find(|(_, text)| *text == address).map(|(kind, _)| *kind);
    let mut kinds: Vec<String> = known.iter().map(|(kind, _)| (*kind).to_owned()).collect();
    kinds.sort_unstable();
    Place {
        sent_to: named.unwrap_or(address).to_owned(),
        known: kinds,
    }
}

fn address_asked(channel: &str, sent: Day, place: &Place) -> Result<Asked, Misdirected> {
    let mut facts =
        channel_facts(channel, sent, &Standing::default()).with("sent-to", FactValue::Text(place.sent_to.clone()));
    if !place.known.is_empty() {
        facts = facts.with("known-addresses", FactValue::List(place.known.clone()));
    }
    asked("notice-address", facts)
}

fn repeated(case: &Case<'_>, before: u64) -> Result<Asked, Misdirected> {
    let facts = Facts::none().with("served-before", FactValue::Count(before));
    asked("notice-repeated", with_given(facts, case, &AGAIN.spec))
}

/// What came back from the holder so far, as the register has it.
fn returned_facts(case: &Case<'_>) -> Result<Facts, Misdirected> {
    let holder = case.need(&HOLDER)?;
    let (notices, annual, all_between) = returned_mail(case.corporation, case.evidence, &holder);
    let since = case
        .corporation
        .deliveries
        .came_back
        .iter()
        .filter(|back| back.holder == holder)
        .map(|back| back.happened)
        .max();
    let new_address = case
        .corporation
        .deliveries
        .addresses
        .iter()
        .any(|address| address.holder == holder && since.is_none_or(|since| address.happened >= since));
    Ok(Facts::none()
        .with("notice-given", FactValue::Day(day(case)))
        .with("notices-returned", FactValue::Count(notices))
        .with("annual-notices-returned", FactValue::Count(annual))
        .with("all-between-returned", FactValue::YesNo(all_between))
        .with("new-address", FactValue::YesNo(new_address)))
}

fn came_back(case: &Case<'_>, otherwise: &str) -> Result<Vec<Event>, Misdirected> {
    Ok(vec![Event::Delivery(DeliveryEvent::NoticeCameBack {
        meeting: case.need(&MEETING)?,
        holder: case.need(&HOLDER)?,
        channel: case.given(&CHANNEL).unwrap_or(otherwise).to_owned(),
        known_to: case.given(&KNOWN_TO).unwrap_or_default(),
        happened: case.act.on,
    })])
}
