//! What the law of holders and their proxies does to the rows of a count: revocations without effect, irrevocable proxies, deaths,
//! votes that the inspectors reconciled, and several holders of one account.
//!
//! Only accounts of which something of the kind is known are looked at; each is judged by the questions, which the count then shows.

use std::collections::BTreeMap;

use quorate_calendar::Day;
use quorate_tally::{Choice, Division, Kind, WHOLE_POSITION};

use super::rows::{Origin, Rows, Why};
use super::{Frozen, SECONDS_PER_DAY, choice_of, second_of};
use crate::act::Asked;
use crate::answer::{Answer, Value};
use crate::ask;
use crate::event::InstructionTerms;
use crate::facts::{FactValue, Facts, Row};
use crate::finding::{FindingDefinition, FindingStatus};
use crate::inquiry::Practice;
use crate::quantity::Quantity;
use crate::question::Question;
use crate::questions::stockholders::holders::joint_holders_vote;
use crate::questions::stockholders::holders::joint_rule::CHOICES;
use crate::questions::stockholders::proxies::{ending, proxy_validity, revocation_effective};
use crate::state::{FiledInstruction, Joint, Meeting};
use crate::when::When;

/// The choices of joint holders that the law tells apart, with the columns of the question.
fn named_choices() -> impl Iterator<Item = (&'static str, Choice)> {
    CHOICES.into_iter().filter_map(|name| Some((name, choice_of(name)?)))
}

/// The work on one meeting's rows.
pub(super) struct Work<'a> {
    rows: &'a mut Rows,
    meeting: &'a Meeting,
    frozen: &'a Frozen,
    closed: Option<When>,
}

impl<'a> Work<'a> {
    /// The work on the rows of a meeting whose polls closed then, if they have.
    pub fn on(rows: &'a mut Rows, meeting: &'a Meeting, frozen: &'a Frozen, closed: Option<When>) -> Self {
        Self {
            rows,
            meeting,
            frozen,
            closed,
        }
    }

    /// Takes what the inspectors reconciled, and sets aside what death, revocation or an irrevocable proxy leaves without effect.
    pub fn judge(&mut self) {
        for (account, rows) in &self.rows_of_accounts() {
            self.reconcile(account, rows);
            self.judge_deaths(account, rows);
            self.judge_revocations(rows);
            self.judge_irrevocable(rows);
        }
    }

    /// Puts together what several holders of one account said.
    pub fn join_all(&mut self) {
        let of_account = self.rows_of_accounts();
        for (account, joint) in &self.frozen.holders.clone().joint {
            if let Some(rows) = of_account.get(account) {
                self.join(joint, rows);
            }
        }
    }

    /// The indices of the rows of every account of which something is known.
    fn rows_of_accounts(&self) -> BTreeMap<String, Vec<usize>> {
        let holders = &self.frozen.holders;
        let single = self.meeting.instructions.iter();
        let named = single.filter(|filed| filed.kind == "revocation" || !filed.terms.is_plain());
        let mut accounts: Vec<&str> = named.map(|filed| filed.holder.as_str()).collect();
        accounts.extend(holders.deaths.keys().map(String::as_str));
        accounts.extend(holders.joint.keys().map(String::as_str));
        accounts.extend(self.meeting.reconciled.keys().map(|(account, _)| account.as_str()));
        let mut of_number: BTreeMap<u32, &str> = BTreeMap::new();
        for account in accounts {
            for number in self.frozen.voting_numbers(account) {
                of_number.insert(number, account);
            }
        }
        let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        if of_number.is_empty() {
            return found;
        }
        for (row, number) in self.rows.columns.holders.iter().enumerate() {
            if let Some(account) = of_number.get(number) {
                found.entry((*account).to_owned()).or_default().push(row);
            }
        }
        found
    }

    /// The instrument of a row that came by itself.
    fn single(&self, row: usize) -> Option<&FiledInstruction> {
        match Origin::of(self.rows.columns.rows[row]) {
            Origin::Single(place) => self.meeting.instructions.get(place),
            Origin::File { .. } => None,
        }
    }

    fn terms(&self, row: usize) -> InstructionTerms {
        self.single(row).map(|filed| filed.terms.clone()).unwrap_or_default()
    }

    /// The day on which a row is dated.
    fn dated(&self, row: usize) -> Day {
        day_of(self.rows.columns.dated[row])
    }

    /// By what the later of two rows is told: a ballot after all else, then date, receipt, and the order of entry.
    fn order(&self, row: usize) -> (bool, i64, i64, u32) {
        let columns = &self.rows.columns;
        (
            columns.kinds[row] == Kind::Ballot,
            columns.dated[row],
            columns.received[row],
            columns.sequences[row],
        )
    }

    fn takes_part(&self, row: usize) -> bool {
        let columns = &self.rows.columns;
        let id = columns.rows[row];
        let closed = self.closed.map_or(i64::MAX, second_of);
        let is_in_time = columns.received[row] <= closed || self.rows.admitted.contains(&id);
        is_in_time && !self.rows.set_aside.contains_key(&id)
    }

    fn of_kind(&self, rows: &[usize], kind: Kind) -> Vec<usize> {
        let columns = &self.rows.columns;
        rows.iter()
            .copied()
            .filter(|row| columns.kinds[*row] == kind && self.takes_part(*row))
            .collect()
    }

    /// The facts of the proxy on a row.
    fn proxy(&self, row: usize) -> Facts {
        let day = FactValue::Day;
        let mut facts = Facts::none()
            .with("proxy-dated", day(self.dated(row)))
            .with("voted-on", day(self.meeting.at.day));
        if let Some(expires) = self.single(row).and_then(|filed| filed.expires) {
            facts = facts.with("expires", day(expires));
        }
        let terms = self.terms(row);
        if let Some(coupled) = terms.irrevocable {
            facts = facts
                .with("irrevocable-stated", FactValue::YesNo(true))
                .with("coupled-with-interest", FactValue::YesNo(coupled));
        }
        if let Some(word) = ["stock", "corporation"]
            .into_iter()
            .find(|word| *word == terms.interest_in)
        {
            facts = facts.with("interest-in", FactValue::Word(word));
        }
        match terms.interest_ended {
            Some(ended) => facts.with("interest-ended-on", day(ended)),
            None => facts,
        }
    }

    fn ask(&mut self, question: &'static Question, facts: Facts) -> Answer {
        let answer = ask(question, &facts, &self.frozen.book, &Practice::default());
        let asked = Asked {
            question,
            facts,
            is_preliminary: false,
        };
        let is_known = self
            .rows
            .asked
            .iter()
            .any(|known| known.question.id == question.id && known.facts == asked.facts);
        if !is_known {
            self.rows.asked.push(asked);
        }
        answer
    }

    fn set_aside(&mut self, row: usize, definition: &'static FindingDefinition, answer: &Answer) {
        let id = self.rows.columns.rows[row];
        let found = answer
            .findings
            .iter()
            .find(|finding| finding.definition.id == definition.id);
        let message = found.map_or_else(String::new, |finding| finding.message.clone());
        self.rows.set_aside.insert(id, Why::Judged(definition, message));
    }

    /// Takes what the inspectors found to be the holder's votes.
    fn reconcile(&mut self, account: &str, rows: &[usize]) {
        for row in rows.iter().copied() {
            let part = self.terms(row).part;
            let Some(found) = self.meeting.reconciled.get(&(account.to_owned(), part)) else {
                continue;
            };
            let found = i64::try_from(*found).unwrap_or(i64::MAX);
            let claimed = self.rows.columns.votes.get(row).copied().unwrap_or(WHOLE_POSITION);
            if matches!(self.rows.columns.kinds[row], Kind::Proxy | Kind::Ballot)
                && (claimed == WHOLE_POSITION || claimed > found)
            {
                let votes = &mut self.rows.columns.votes;
                votes.resize(self.rows.columns.rows.len(), WHOLE_POSITION);
                votes[row] = found;
            }
        }
    }

    /// Sets aside the proxies that the holder's death or incapacity ended.
    fn judge_deaths(&mut self, account: &str, rows: &[usize]) {
        let deaths = self.frozen.holders.deaths.get(account).cloned().unwrap_or_default();
        let counted_on = self.closed.map_or(self.meeting.at.day, |closed| closed.day);
        for death in deaths.iter().filter(|death| death.died <= self.meeting.at.day) {
            let in_time = death.notice.is_some_and(|notice| notice <= counted_on);
            for row in self.of_kind(rows, Kind::Proxy) {
                let is_of_person = death.person.is_empty() || self.terms(row).signer == death.person;
                if !is_of_person || self.dated(row) > death.died {
                    continue;
                }
                let facts = self
                    .proxy(row)
                    .with("holder-died-or-incapacitated", FactValue::YesNo(true))
                    .with("death-notice-before-count", FactValue::YesNo(in_time));
                let answer = self.ask(&proxy_validity::QUESTION, facts);
                if preferred(&answer) == Some(&Value::YesNo(false)) {
                    self.set_aside(row, &ending::DEATH_ENDED, &answer);
                }
            }
        }
    }

    /// Sets aside revocations without effect; where one ends some proxies and not others, those that it ends.
    fn judge_revocations(&mut self, rows: &[usize]) {
        for revocation in self.of_kind(rows, Kind::Revocation) {
            let Some(filed) = self.single(revocation) else { continue };
            let told = revoked(&filed.terms, filed.dated.day);
            let earlier: Vec<usize> = self
                .of_kind(rows, Kind::Proxy)
                .into_iter()
                .filter(|row| self.order(*row) < self.order(revocation))
                .collect();
            let mut ended = Vec::new();
            let mut standing = None;
            for row in earlier {
                let facts = told
                    .iter()
                    .fold(self.proxy(row), |facts, (name, value)| facts.with(name, value.clone()));
                let answer = self.ask(&revocation_effective::QUESTION, facts);
                if preferred(&answer) == Some(&Value::YesNo(true)) {
                    ended.push(row);
                } else {
                    standing = Some(answer);
                }
            }
            if let Some(answer) = standing {
                self.set_aside(revocation, &revocation_effective::WITHOUT_EFFECT, &answer);
                for row in ended {
                    let id = self.rows.columns.rows[row];
                    let why = Why::Judged(&ending::REVOKED, "it was revoked".to_owned());
                    self.rows.set_aside.insert(id, why);
                }
            }
        }
    }

    /// Sets aside what came after an irrevocable proxy to take its place.
    fn judge_irrevocable(&mut self, rows: &[usize]) {
        let firm = self.of_kind(rows, Kind::Proxy);
        let firm = firm
            .into_iter()
            .filter(|row| self.terms(*row).irrevocable == Some(true));
        for proxy in firm.collect::<Vec<_>>() {
            for later in rows.iter().copied() {
                if later == proxy || !self.takes_part(later) || self.order(later) <= self.order(proxy) {
                    continue;
                }
                let facts = self.proxy(proxy);
                let (facts, definition) = match self.rows.columns.kinds[later] {
                    Kind::Ballot => (
                        facts.with("attended-and-voted", FactValue::YesNo(true)),
                        &ending::VOTED_IN_PERSON,
                    ),
                    Kind::Proxy => (
                        facts
                            .with("later-proxy-dated", FactValue::Day(self.dated(later)))
                            .with(
                                "proxy-received",
                                FactValue::Day(day_of(self.rows.columns.received[proxy])),
                            )
                            .with(
                                "later-proxy-received",
                                FactValue::Day(day_of(self.rows.columns.received[later])),
                            ),
                        &ending::SUPERSEDED,
                    ),
                    Kind::Revocation | Kind::Attendance => continue,
                };
                let answer = self.ask(&proxy_validity::QUESTION, facts);
                let met = answer
                    .findings
                    .iter()
                    .any(|finding| finding.definition.id == definition.id && finding.status == FindingStatus::Met);
                if met && preferred(&answer) == Some(&Value::YesNo(true)) {
                    self.set_aside(later, definition, &answer);
                }
            }
        }
    }

    /// Puts together what several holders of one account said: the latest row carries what the law makes of it, and the others give way to it.
    fn join(&mut self, joint: &Joint, rows: &[usize]) {
        let has_signers = rows.iter().any(|row| !self.terms(*row).signer.is_empty());
        if !has_signers {
            return;
        }
        let mut by_holder: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for row in rows.iter().copied().filter(|row| self.takes_part(*row)) {
            by_holder.entry(self.rows.columns.holders[row]).or_default().push(row);
        }
        for (holder, mut rows) in by_holder {
            rows.sort_by_key(|row| self.order(*row));
            let voting = |row: &&usize| matches!(self.rows.columns.kinds[**row], Kind::Proxy | Kind::Ballot);
            let Some(carrier) = rows.iter().rfind(voting).copied() else {
                continue;
            };
            let position = self
                .frozen
                .register
                .votes_of(holder)
                .map_or(0, quorate_tally::Votes::units);
            let words: Vec<(Option<usize>, bool)> = joint
                .persons
                .iter()
                .map(|(person, _)| self.word_of(person, &rows))
                .collect();
            let account = self
                .frozen
                .accounts
                .get(usize::try_from(holder).unwrap_or(usize::MAX))
                .to_owned();
            for (item, name) in self.meeting.items().into_iter().enumerate() {
                let facts = self.joint_facts(joint, &words, item, position);
                if let Some(facts) = facts {
                    let facts = facts
                        .with("joint-account", FactValue::Text(account.clone()))
                        .with("joint-matter", FactValue::Text(name));
                    let answer = self.ask(&joint_holders_vote::QUESTION, facts);
                    self.carry(carrier, item, &answer);
                }
            }
            self.put_last(carrier, &rows);
        }
    }

    /// The row of a person's latest word, and whether the person is there at all.
    fn word_of(&self, person: &str, rows: &[usize]) -> (Option<usize>, bool) {
        let own = |row: &&usize| {
            let signer = self.terms(**row).signer;
            signer.is_empty() || signer == person
        };
        let kind = |row: usize| self.rows.columns.kinds[row];
        let is_present = rows.iter().filter(own).any(|row| kind(*row) != Kind::Revocation);
        let latest = rows
            .iter()
            .filter(own)
            .rfind(|row| kind(**row) != Kind::Attendance)
            .copied();
        (latest.filter(|row| kind(*row) != Kind::Revocation), is_present)
    }

    /// The facts of the joint holders on an item; none where nobody said anything on it that the law tells apart.
    fn joint_facts(&self, joint: &Joint, words: &[(Option<usize>, bool)], item: usize, position: u64) -> Option<Facts> {
        let mut says_something = false;
        let persons: Vec<Row> = joint
            .persons
            .iter()
            .zip(words)
            .map(|((person, part), (word, is_present))| {
                let mark = word.map(|row| self.rows.columns.marks[item][row]);
                let choice = named_choices().find(|(_, choice)| Some(*choice) == mark);
                says_something |= choice.is_some();
                let column = match (choice, is_present) {
                    (Some((name, _)), _) => name,
                    (None, true) => "present",
                    (None, false) => "absent",
                };
                Row {
                    name: person.clone(),
                    columns: vec![(
                        column.to_owned(),
                        Quantity::parse(part).unwrap_or_else(|_| Quantity::whole(1)),
                    )],
                }
            })
            .collect();
        if !says_something {
            return None;
        }
        let facts = Facts::none()
            .with("joint-holders", FactValue::Rows(persons))
            .with("votes-held", FactValue::Quantity(Quantity::whole(position)))
            .with("unequal-interests-filed", FactValue::YesNo(joint.unequal));
        let facts = joint_holders_vote::with_words(facts, &joint.relation, &joint.contrary, &joint.rule);
        Some(facts)
    }

    /// Marks the carrying row on an item as the law has it; a part of a vote that is not whole stays unmarked.
    fn carry(&mut self, carrier: usize, item: usize, answer: &Answer) {
        let fields = preferred(answer).map(Value::fields).unwrap_or_default();
        let ways: Vec<(Choice, u64)> = named_choices()
            .filter_map(|(name, choice)| {
                let (_, text) = fields.iter().find(|(field, _)| field == name)?;
                Some((choice, whole_votes(text)))
            })
            .collect();
        let columns = &mut self.rows.columns;
        columns.marks[item][carrier] = match ways.as_slice() {
            [] => Choice::UNMARKED,
            [(choice, _)] => *choice,
            _ => {
                let place = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                for (choice, votes) in ways {
                    columns.divisions.push(Division {
                        index: place(carrier),
                        item: place(item),
                        choice,
                        votes: i64::try_from(votes).unwrap_or(i64::MAX),
                    });
                }
                Choice::DIVIDED
            }
        };
    }

    /// Makes the carrying row the account's latest word, and gives the others an order without doubt.
    fn put_last(&mut self, carrier: usize, rows: &[usize]) {
        let columns = &mut self.rows.columns;
        let latest = rows.iter().map(|row| columns.dated[*row]).max().unwrap_or(0);
        let received = rows.iter().map(|row| columns.received[*row]).max().unwrap_or(0);
        for (rank, row) in (1_u32..).zip(rows) {
            columns.sequences[*row] = rank;
        }
        columns.dated[carrier] = latest;
        columns.received[carrier] = received;
        columns.sequences[carrier] = u32::MAX;
        if columns.votes.len() > carrier {
            columns.votes[carrier] = WHOLE_POSITION;
        }
    }
}

/// The facts of a revocation.
fn revoked(terms: &InstructionTerms, dated: Day) -> Vec<(&'static str, FactValue)> {
    const BY: [&str; 4] = ["holder", "legal representative", "assign", "someone else"];
    let mut told = vec![("revoked-on", FactValue::Day(dated))];
    told.extend(
        terms
            .notice
            .map(|notice| ("revocation-notice-to-secretary", FactValue::Day(notice))),
    );
    told.extend(
        terms
            .in_writing
            .map(|written| ("revoked-in-writing", FactValue::YesNo(written))),
    );
    let by = BY.into_iter().find(|word| *word == terms.revoked_by);
    told.extend(by.map(|word| ("revoked-by", FactValue::Word(word))));
    told
}

/// The value, or that of the preferred reading.
fn preferred(answer: &Answer) -> Option<&Value> {
    let reading = answer.readings.iter().find(|reading| reading.is_preferred);
    answer.value.as_ref().or_else(|| reading.map(|reading| &reading.value))
}

/// The whole votes of a quantity such as "150 1/2".
fn whole_votes(text: &str) -> u64 {
    let whole = text.split(' ').next().unwrap_or("");
    whole.replace(',', "").parse().unwrap_or(0)
}

fn day_of(second: i64) -> Day {
    Day::MIN
        .plus_days(second.div_euclid(SECONDS_PER_DAY))
        .unwrap_or(Day::MIN)
}

/// The number of a part of a position among the parts that single instruments of the account name; 0 for the position as such.
pub(super) fn part_number(meeting: &Meeting, account: &str, part: &str) -> u32 {
    if part.is_empty() {
        return 0;
    }
    let mut parts: Vec<&str> = meeting
        .instructions
        .iter()
        .filter(|filed| filed.holder == account && !filed.terms.part.is_empty())
        .map(|filed| filed.terms.part.as_str())
        .collect();
    parts.sort_unstable();
    parts.dedup();
    let place = parts.iter().position(|known| *known == part).unwrap_or(parts.len());
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}
