//! The delivery register at work: what is known of each holder, how each was served, and who is still to be served.
//!
//! A register of a million rows stays in its columns; only holders of whom something was entered have an entry of their own.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use quorate_calendar::Day;
use quorate_law::LawBook;
use quorate_tally::{Standing, Votes};

use crate::evidence::{DeliveryResult, DeliveryTable, Evidence, HolderList, Texts};
use crate::questions::common::channels;
use crate::questions::stockholders::convening::is_electronic;
use crate::state::{Corporation, Meeting, MovementKind, ServedFile};
use crate::tabulate::{Frozen, TabulationError, freeze};
use crate::when::When;

/// How many of these accounts stand nowhere in the stock ledger; none while the ledger is empty and so knows nobody.
pub fn unknown_accounts<'a>(
    corporation: &Corporation,
    evidence: &dyn Evidence,
    accounts: impl Iterator<Item = &'a str>,
) -> Option<u64> {
    let mut unknown: HashSet<&str> = accounts.collect();
    let mut is_empty = true;
    for movement in &corporation.ledger.movements {
        is_empty = false;
        match &movement.kind {
            MovementKind::Import { list, .. } => {
                for account in evidence
                    .holders(list)
                    .iter()
                    .flat_map(|holders| holders.accounts.iter())
                {
                    unknown.remove(account);
                }
            }
            MovementKind::Issue { holder, .. } => {
                unknown.remove(holder.as_str());
            }
            MovementKind::Transfer { from, to, .. } => {
                unknown.remove(from.as_str());
                unknown.remove(to.as_str());
            }
        }
        if unknown.is_empty() {
            break;
        }
    }
    (!is_empty).then(|| u64::try_from(unknown.len()).unwrap_or(u64::MAX))
}

/// Where mail goes: the address that a list of holders has.
pub const ON_THE_RECORDS: &str = "address on the records";

/// What the register knows of one holder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The last word on each channel: consented, or taken back.
    pub consents: BTreeMap<String, bool>,
    /// Whether the holder objected to electronic mail.
    pub objected: bool,
    /// How many electronic notices in a row, up to now, could not be delivered.
    pub failures: u64,
    /// Who knows of those failures.
    pub known_to: Vec<String>,
    /// The addresses: which, and what.
    pub addresses: Vec<(String, String)>,
}

/// What the register knows of the holders of whom anything was entered.
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    known: HashMap<String, Contact>,
}

impl Contacts {
    /// What was entered of the holders of a corporation.
    ///
    /// A file that is not among the attachments adds nothing; the act that entered it is where that is said.
    #[must_use]
    pub fn of(corporation: &Corporation, evidence: &dyn Evidence) -> Self {
        let register = &corporation.deliveries;
        let mut known: HashMap<String, Contact> = HashMap::new();
        for consent in &register.consents {
            let contact = known.entry(consent.holder.clone()).or_default();
            if consent.channel.is_empty() {
                contact.consents.values_mut().for_each(|given| *given = consent.given);
            } else {
                contact.consents.insert(consent.channel.clone(), consent.given);
            }
        }
        for (holder, _) in &register.objections {
            known.entry(holder.clone()).or_default().objected = true;
        }
        for address in &register.addresses {
            let contact = known.entry(address.holder.clone()).or_default();
            contact.addresses.retain(|(kind, _)| *kind != address.kind);
            contact.addresses.push((address.kind.clone(), address.address.clone()));
        }
        for (holder, (failures, known_to)) in failures(corporation, evidence) {
            let contact = known.entry(holder).or_default();
            contact.failures = failures;
            contact.known_to = known_to;
        }
        Self { known }
    }

    /// What is known of a holder; nothing where nothing was entered.
    #[must_use]
    pub fn of_holder(&self, account: &str) -> Option<&Contact> {
        self.known.get(account)
    }
}

/// One delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery<'a> {
    /// The account.
    pub account: &'a str,
    /// The channel.
    pub channel: &'a str,
    /// Where it went; empty when nobody said.
    pub address: &'a str,
    /// When it was sent.
    pub sent: When,
    /// What became of it.
    pub result: DeliveryResult,
    /// The day on which it came back, where that is known.
    pub returned: Option<Day>,
    /// Whether the means was open to the holder.
    pub counts: bool,
    /// Whether it was found defective or doubtful when it was sent.
    pub doubtful: bool,
}

/// The rows of a file that was entered, one after the other.
pub fn rows<'a>(file: &'a ServedFile, table: &'a DeliveryTable) -> impl Iterator<Item = Delivery<'a>> {
    (0..table.accounts.len()).map(move |row| {
        let (account, channel) = (table.accounts.get(row), channel_of(table, row, &file.channel));
        Delivery {
            account,
            channel,
            address: table.addresses.get(row),
            sent: table.sent.get(row).map_or(file.sent, |day| When::on(*day)),
            result: table.results.get(row).copied().unwrap_or_default(),
            returned: table.returned.get(row).copied().flatten(),
            counts: file.shut.serves(account, channel),
            doubtful: file.doubtful,
        }
    })
}

/// The channel of a row: its own, else that of the act.
#[must_use]
pub fn channel_of<'a>(table: &DeliveryTable, row: usize, otherwise: &'a str) -> &'a str {
    let own = table
        .channels
        .get(row)
        .and_then(|place| channels().get(usize::from(*place)));
    own.copied().unwrap_or(otherwise)
}

/// Hands over every delivery of a meeting's notice that names its holder: files first, then those entered one by one.
pub fn for_each(corporation: &Corporation, evidence: &dyn Evidence, meeting: &str, take: &mut dyn FnMut(Delivery<'_>)) {
    let register = &corporation.deliveries;
    // What came back was entered for a holder and a channel.
    let back: HashMap<(&str, &str), When> = register
        .came_back
        .iter()
        .filter(|back| back.meeting == meeting)
        .map(|back| ((back.holder.as_str(), back.channel.as_str()), back.happened))
        .collect();
    let with_return = |mut delivery: Delivery<'_>, take: &mut dyn FnMut(Delivery<'_>)| {
        if let Some(when) = back.get(&(delivery.account, delivery.channel)) {
            delivery.result = DeliveryResult::CameBack;
            delivery.returned = Some(when.day);
        }
        take(delivery);
    };
    for file in register.files.iter().filter(|file| file.meeting == meeting) {
        let Some(table) = evidence.deliveries(&file.file) else {
            continue;
        };
        for delivery in rows(file, &table) {
            with_return(delivery, take);
        }
    }
    for served in register.served.iter().filter(|served| served.meeting == meeting) {
        let delivery = Delivery {
            account: &served.holder,
            channel: &served.channel,
            address: &served.address,
            sent: served.sent,
            result: DeliveryResult::Sent,
            returned: None,
            counts: served.counts,
            doubtful: served.doubtful,
        };
        with_return(delivery, take);
    }
}

/// The first day on which a delivery of a kind went out for a meeting, of those whose means was open to the holder.
pub fn first_sent(
    corporation: &Corporation,
    evidence: &dyn Evidence,
    meeting: &str,
    is_of_kind: &dyn Fn(&Delivery<'_>) -> bool,
) -> Option<Day> {
    let mut first: Option<Day> = None;
    for_each(corporation, evidence, meeting, &mut |delivery| {
        if delivery.counts && is_of_kind(&delivery) {
            first = Some(first.map_or(delivery.sent.day, |known| known.min(delivery.sent.day)));
        }
    });
    first
}

/// The accounts to which a meeting's notice went without a defect or doubt, and from which it did not come back.
#[must_use]
pub fn served_before(corporation: &Corporation, evidence: &dyn Evidence, meeting: &str) -> HashSet<String> {
    let mut served = HashSet::new();
    for_each(corporation, evidence, meeting, &mut |delivery| {
        if delivery.counts && !delivery.doubtful && delivery.result != DeliveryResult::CameBack {
            served.insert(delivery.account.to_owned());
        }
    });
    served
}

/// When each electronic notice to an account went out, for which meeting, and who knows that it failed; nobody for one that did not.
type History<'a> = BTreeMap<(When, &'a str), Option<&'a [String]>>;

/// For each account whose last electronic notices could not be delivered: how many in a row, and who knows.
fn failures(corporation: &Corporation, evidence: &dyn Evidence) -> Vec<(String, (u64, Vec<String>))> {
    let register = &corporation.deliveries;
    let tables: Vec<(&ServedFile, Arc<DeliveryTable>)> = register
        .files
        .iter()
        .filter_map(|file| Some((file, evidence.deliveries(&file.file)?)))
        .collect();
    let reported = register.came_back.iter().filter(|back| is_electronic(&back.channel));
    let mut failed: HashSet<&str> = reported.clone().map(|back| back.holder.as_str()).collect();
    for (file, table) in &tables {
        failed.extend(rows(file, table).filter(|row| has_failed(row)).map(|row| row.account));
    }
    let mut histories: HashMap<&str, History<'_>> = HashMap::new();
    for (file, table) in &tables {
        for row in rows(file, table).filter(|row| is_electronic(row.channel) && failed.contains(row.account)) {
            let knows = has_failed(&row).then_some(file.known_to.as_slice());
            histories
                .entry(row.account)
                .or_default()
                .insert((row.sent, &file.meeting), knows);
        }
    }
    for served in register.served.iter().filter(|served| is_electronic(&served.channel)) {
        if failed.contains(served.holder.as_str()) {
            histories
                .entry(&served.holder)
                .or_default()
                .insert((served.sent, &served.meeting), None);
        }
    }
    for (meeting, account, given) in given_to_all(corporation, &failed) {
        histories.entry(account).or_default().insert((given, meeting), None);
    }
    for back in reported {
        let history = histories.entry(&back.holder).or_default();
        // The report speaks of the last notice of that meeting; of one given to everyone at once where no other is known.
        let last = history
            .keys()
            .rev()
            .find(|(_, meeting)| *meeting == back.meeting)
            .copied();
        history.insert(last.unwrap_or((back.happened, &back.meeting)), Some(&back.known_to));
    }
    histories
        .into_iter()
        .map(|(account, history)| {
            let in_a_row: Vec<&[String]> = history.values().rev().map_while(|knows| *knows).collect();
            let mut known_to: Vec<String> = in_a_row.iter().flat_map(|knows| knows.iter().cloned()).collect();
            known_to.sort_unstable();
            known_to.dedup();
            let count = u64::try_from(in_a_row.len()).unwrap_or(u64::MAX);
            (account.to_owned(), (count, known_to))
        })
        .filter(|(_, (count, _))| *count > 0)
        .collect()
}

/// Electronic notices that went to everyone at once, for each of these accounts.
fn given_to_all<'a>(
    corporation: &'a Corporation,
    accounts: &HashSet<&'a str>,
) -> impl Iterator<Item = (&'a str, &'a str, When)> {
    let notices = corporation.meetings.iter().flat_map(|(id, meeting)| {
        let electronic = meeting.notices.iter().filter(|notice| is_electronic(&notice.channel));
        electronic.map(move |notice| (id.as_str(), When::on(notice.given)))
    });
    notices.flat_map(move |(id, given)| accounts.iter().map(move |account| (id, *account, given)))
}

fn has_failed(row: &Delivery<'_>) -> bool {
    is_electronic(row.channel) && row.result == DeliveryResult::CameBack
}

/// How many mailed notices to a holder came back, how many annual meetings in a row among them, and whether every notice
/// between those meetings came back too.
#[must_use]
pub fn returned_mail(corporation: &Corporation, evidence: &dyn Evidence, holder: &str) -> (u64, u64, bool) {
    let mut meetings: Vec<(&String, &Meeting)> = corporation
        .meetings
        .iter()
        .filter(|(_, meeting)| meeting.notice_given().is_some())
        .collect();
    meetings.sort_by_key(|(_, meeting)| meeting.original);
    let came_back: Vec<bool> = meetings
        .iter()
        .map(|(id, _)| has_come_back(corporation, evidence, id, holder))
        .collect();
    let notices = came_back.iter().filter(|back| **back).count();
    let annual = |index: &usize| meetings[*index].1.kind == "annual";
    let in_a_row: Vec<usize> = (0..meetings.len())
        .rev()
        .filter(annual)
        .take_while(|index| came_back[*index])
        .collect();
    let all_between = match (in_a_row.last(), in_a_row.first()) {
        (Some(first), Some(last)) => came_back[*first..=*last].iter().all(|back| *back),
        _ => true,
    };
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    (number(notices), number(in_a_row.len()), all_between)
}

/// Whether a mailed notice of a meeting came back from a holder.
fn has_come_back(corporation: &Corporation, evidence: &dyn Evidence, meeting: &str, holder: &str) -> bool {
    let register = &corporation.deliveries;
    let is_reported = register
        .came_back
        .iter()
        .any(|back| back.meeting == meeting && back.holder == holder && !is_electronic(&back.channel));
    let is_in_file = |file: &ServedFile| {
        evidence.deliveries(&file.file).is_some_and(|table| {
            rows(file, &table).any(|row| {
                row.account == holder && !is_electronic(row.channel) && row.result == DeliveryResult::CameBack
            })
        })
    };
    is_reported
        || register
            .files
            .iter()
            .any(|file| file.meeting == meeting && is_in_file(file))
}

/// The addresses of the lists of holders, by account.
#[derive(Debug, Default)]
pub struct Records {
    lists: Vec<Arc<HolderList>>,
    places: HashMap<String, (usize, usize)>,
}

impl Records {
    /// The addresses that the lists imported by a moment have; a later list tells of a holder what it holds.
    #[must_use]
    pub fn of(corporation: &Corporation, evidence: &dyn Evidence, at: When) -> Self {
        let mut records = Self::default();
        for movement in corporation.ledger.up_to(at) {
            let MovementKind::Import { list, .. } = &movement.kind else {
                continue;
            };
            let Some(list) = evidence.holders(list) else { continue };
            let number = records.lists.len();
            for (row, account) in list.accounts.iter().enumerate() {
                if !list.addresses.get(row).is_empty() {
                    records.places.insert(account.to_owned(), (number, row));
                }
            }
            records.lists.push(list);
        }
        records
    }

    /// The address of an account on the records.
    #[must_use]
    pub fn address(&self, account: &str) -> Option<&str> {
        let (list, row) = self.places.get(account)?;
        self.lists.get(*list).map(|list| list.addresses.get(*row))
    }
}

/// Who is served, and who is still to be served.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToServe {
    /// The holders entitled to notice.
    pub holders: u64,
    /// Those to whom notice went by a means that was open.
    pub served: u64,
    /// Those who waived it and were not served.
    pub waived: u64,
    /// Those left out for a reason that the law knows, and neither served nor waiving.
    pub excused: u64,
    /// Notices given to everyone at once: the channel, and how many recipients the act states; 0 where it states none.
    pub to_everyone: Vec<(String, u64)>,
    /// Whether such a notice states fewer recipients than there are holders, so that some have none and nobody says who.
    pub some_unnamed: bool,
    /// The accounts still to be served.
    pub still: Texts,
}

/// Works out who is still to be served with notice of a meeting: every holder of record with a vote, less those served, those
/// who waived and those excused. A notice given to everyone serves every holder, unless it states fewer recipients than there are holders.
///
/// # Errors
/// When the register of holders cannot be made.
pub fn to_serve(
    corporation: &Corporation,
    book: &LawBook,
    evidence: &dyn Evidence,
    id: &str,
    meeting: &Meeting,
    at: When,
) -> Result<ToServe, TabulationError> {
    let of_record = meeting.record_date.map_or(at, |(day, _)| When::on(day));
    let frozen = freeze(corporation, book, evidence, of_record)?;
    let served = served_or_given(corporation, evidence, id);
    let waived: HashSet<&str> = meeting.waivers.iter().map(String::as_str).collect();
    let excused: HashSet<&str> = corporation
        .deliveries
        .excused
        .iter()
        .filter(|excused| excused.meeting == id)
        .map(|excused| excused.holder.as_str())
        .collect();
    let mut counted: HashSet<&str> = HashSet::new();
    let mut left: Vec<&str> = Vec::new();
    let mut to_serve = ToServe {
        to_everyone: meeting
            .notices
            .iter()
            .map(|notice| (notice.channel.clone(), notice.recipients))
            .collect(),
        ..ToServe::default()
    };
    for (number, account) in (0_u32..).zip(frozen.accounts.iter()) {
        if !is_due(&frozen, number) || !counted.insert(account) {
            continue;
        }
        to_serve.holders += 1;
        if served.contains(account) {
            to_serve.served += 1;
        } else if waived.contains(account) || meeting.is_notice_waived() {
            to_serve.waived += 1;
        } else if excused.contains(account) {
            to_serve.excused += 1;
        } else {
            left.push(account);
        }
    }
    let reaches_all = |(_, recipients): &(String, u64)| *recipients == 0 || *recipients >= to_serve.holders;
    if to_serve.to_everyone.iter().any(reaches_all) {
        to_serve.served += u64::try_from(left.len()).unwrap_or(u64::MAX);
        return Ok(to_serve);
    }
    to_serve.some_unnamed = !to_serve.to_everyone.is_empty();
    for account in left {
        to_serve.still.push(account);
    }
    Ok(to_serve)
}

/// Whether notice is due to who has a position: not of shares without a vote, and not of those that by law are not entitled to vote or
/// not outstanding any more (8 Del. C. § 160(c), (d)). Who was enjoined from voting may still be entitled to notice.
fn is_due(frozen: &Frozen, position: u32) -> bool {
    let has_votes = frozen
        .register
        .votes_of(position)
        .is_some_and(|votes| votes > Votes::ZERO);
    let is_left_out = matches!(
        frozen.register.standing_of(position),
        Some(Standing::Treasury | Standing::ControlledSubsidiary | Standing::CalledForRedemption)
    );
    has_votes && !is_left_out
}

/// The accounts to which notice counts as given: mail counts although it came back, and so does what is not electronic.
fn served_or_given(corporation: &Corporation, evidence: &dyn Evidence, meeting: &str) -> HashSet<String> {
    let mut served = HashSet::new();
    for_each(corporation, evidence, meeting, &mut |delivery| {
        let is_lost = is_electronic(delivery.channel) && delivery.result == DeliveryResult::CameBack;
        if delivery.counts && !is_lost {
            served.insert(delivery.account.to_owned());
        }
    });
    served
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{DeliveryEvent, Event};
    use crate::evidence::NoEvidence;

    fn when(day: &str) -> When {
        When::parse(day).unwrap()
    }

    fn sent(meeting: &str, day: &str) -> Event {
        Event::Delivery(DeliveryEvent::NoticeServed {
            meeting: meeting.into(),
            holder: "A".into(),
            channel: "electronic mail".into(),
            address: String::new(),
            sent: when(day),
            counts: true,
            doubtful: false,
        })
    }

    fn failed(meeting: &str, known_to: &str, day: &str) -> Event {
        Event::Delivery(DeliveryEvent::NoticeCameBack {
            meeting: meeting.into(),
            holder: "A".into(),
            channel: "electronic mail".into(),
            known_to: vec![known_to.into()],
            happened: when(day),
        })
    }

    fn contact(events: &[Event]) -> Contact {
        let corporation = events.iter().fold(Corporation::default(), Corporation::evolve);
        Contacts::of(&corporation, &NoEvidence)
            .of_holder("A")
            .cloned()
            .unwrap_or_default()
    }

    #[test]
    fn failures_are_counted_in_a_row() {
        let (first, second, third) = (
            sent("one", "2002-03-01"),
            sent("two", "2002-06-01"),
            sent("three", "2002-09-01"),
        );
        let of = |events: &[Event]| contact(events).failures;
        assert_eq!(of(std::slice::from_ref(&first)), 0);
        let one = failed("one", "secretary", "2002-03-02");
        let three = failed("three", "mail room", "2002-09-02");
        assert_eq!(of(&[first.clone(), one.clone()]), 1);
        // One that arrived begins the count anew, on whichever side of the failure it lies.
        assert_eq!(of(&[first.clone(), one.clone(), second.clone()]), 0);
        assert_eq!(
            of(&[first.clone(), one.clone(), second, third.clone(), three.clone()]),
            1
        );
        let two_in_a_row = contact(&[first, one, third, three]);
        assert_eq!(two_in_a_row.failures, 2);
        assert_eq!(two_in_a_row.known_to, ["mail room", "secretary"]);
    }

    #[test]
    fn a_revocation_of_every_channel_ends_every_consent() {
        let given = |channel: &str| {
            Event::Delivery(DeliveryEvent::ConsentGiven {
                holder: "A".into(),
                channel: channel.into(),
                address: String::new(),
                happened: when("2002-01-15"),
            })
        };
        let revoked = |channel: &str| {
            Event::Delivery(DeliveryEvent::ConsentRevoked {
                holder: "A".into(),
                channel: channel.into(),
                happened: when("2002-02-15"),
            })
        };
        let both = [given("facsimile"), given("electronic mail")];
        let one = contact(&[both[0].clone(), both[1].clone(), revoked("facsimile")]);
        assert!(!one.consents["facsimile"]);
        assert!(one.consents["electronic mail"]);
        let none = contact(&[both[0].clone(), both[1].clone(), revoked("")]);
        assert!(none.consents.values().all(|given| !given));
    }
}
