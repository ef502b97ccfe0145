//! What ties a matter to others and how it is voted on, and by which questions a count decides it.

use quorate_tally::{Choice, Class, Totals, Votes};

use super::common::{asked, meeting_facts, with_figures};
use super::conduct::quorum_after_leaving;
use super::meeting::class_register;
use crate::act::{Asked, Case, Misdirected};
use crate::answer::{Answer, Value};
use crate::ask;
use crate::event::{Event, Terms};
use crate::facts::{Fact, FactValue, Facts, LAW_ON, Row};
use crate::quantity::Quantity;
use crate::state::{Matter, Meeting};
use crate::tabulate::{Frozen, Tabulation, tabulate};

pub(super) static DEPENDS_ON: Fact<Vec<String>> = Fact::new(
    "depends-on",
    "the matters, put before, that must be carried for this one to take effect; the notice states it",
);
pub(super) static EXCLUDES: Fact<Vec<String>> =
    Fact::new("excludes", "the matters, put before, that cannot stand beside this one");
pub(super) static ALTERNATIVES: Fact<Vec<String>> = Fact::new(
    "alternatives",
    "the alternatives to choose from, such as \"1 year, 2 years, 3 years\"; marks name them alternative 1 and so on",
);
pub(super) static BOARD_FOLLOWS_MOST: Fact<bool> = Fact::new(
    "board-follows-most",
    "whether the board said beforehand that it follows the alternative with the most votes",
);
pub(super) static CLASS_VOTE: Fact<Vec<String>> = Fact::new(
    "class-vote",
    "the classes that vote on it by themselves, beside all shares together",
);
pub(super) static CHANGES: Fact<Vec<String>> = Fact::new(
    "changes",
    "what an amendment changes for the classes: authorized number; par value; rights for the worse",
);

/// What the act says of the matter beside its kind.
pub(super) fn terms(case: &Case<'_>) -> Terms {
    Terms {
        depends_on: case.given(&DEPENDS_ON).unwrap_or_default(),
        excludes: case.given(&EXCLUDES).unwrap_or_default(),
        alternatives: case.given(&ALTERNATIVES).unwrap_or_default(),
        class_votes: case.given(&CLASS_VOTE).unwrap_or_default(),
        board_follows_most: case.given(&BOARD_FOLLOWS_MOST).unwrap_or(false),
    }
}

/// Whether each class that votes by itself does so; asked of a corporation with several classes, or where the act speaks of it.
pub(super) fn class_votes(case: &Case<'_>, meeting: &Meeting) -> Result<Vec<Asked>, Misdirected> {
    let terms = terms(case);
    let classes = case.corporation.ledger.classes();
    known(&terms.depends_on, "depends-on", meeting)?;
    known(&terms.excludes, "excludes", meeting)?;
    if terms.alternatives.len() == 1 || terms.alternatives.len() > usize::from(Choice::ALTERNATIVES) {
        return Err(Misdirected {
            message: format!("{} alternatives are no choice", terms.alternatives.len()),
            help: Some(format!("name from 2 to {} of them", Choice::ALTERNATIVES)),
            field: "alternatives",
        });
    }
    if let Some(class) = terms
        .class_votes
        .iter()
        .find(|class| !classes.contains(&class.as_str()))
    {
        return Err(Misdirected {
            message: format!("there are no shares of the class \"{class}\""),
            help: Some(format!("classes: {}", classes.join(", "))),
            field: "class-vote",
        });
    }
    let is_spoken_of = case.given(&CHANGES).is_some() || !terms.class_votes.is_empty();
    if classes.len() < 2 && !is_spoken_of {
        return Ok(Vec::new());
    }
    let kind = case.act.facts.get("kind").map(ToString::to_string).unwrap_or_default();
    let facts = Facts::none()
        .with("meeting-date", FactValue::Day(meeting.at.day))
        .with("matters", FactValue::List(vec![kind]));
    let facts = match case.given(&CHANGES) {
        Some(changes) => facts.with("changes", FactValue::List(changes)),
        None => facts,
    };
    let of_class = |class: &&str| {
        let votes = terms.class_votes.iter().any(|named| named == class);
        let facts = facts.clone().with("class", FactValue::Text((*class).to_owned()));
        asked("class-vote", facts.with("class-votes", FactValue::YesNo(votes)))
    };
    classes.iter().map(of_class).collect()
}

/// That the matters named were put before.
fn known(named: &[String], field: &'static str, meeting: &Meeting) -> Result<(), Misdirected> {
    let Some(unknown) = named.iter().find(|id| meeting.matter(id).is_none()) else {
        return Ok(());
    };
    let ids: Vec<&str> = meeting.matters.iter().map(|matter| matter.id.as_str()).collect();
    Err(Misdirected {
        message: format!("the meeting has no matter \"{unknown}\""),
        help: Some(format!("put it first; matters: {}", ids.join(", "))),
        field,
    })
}

/// The questions that decide each matter, in the order of the matters: its result, its margin, and what it depends on.
pub(super) fn decisions(
    case: &Case<'_>,
    meeting: &Meeting,
    frozen: &Frozen,
    tabulation: &Tabulation,
) -> Result<Vec<Vec<Asked>>, Misdirected> {
    let mut first = 0;
    let mut decisions = Vec::new();
    for matter in &meeting.matters {
        // What was adjourned alone is not decided now, and what was decided before stands.
        if !meeting.conduct.is_open(&matter.id) {
            decisions.push(Vec::new());
            first += matter.items().len();
            continue;
        }
        let count = Count {
            case,
            meeting,
            matter,
            frozen,
            tabulation,
            first,
        };
        let mut questions = count.questions()?;
        let (counted, closed) = ((frozen, tabulation), meeting.last_closing());
        questions.extend(quorum_after_leaving(case, meeting, (matter, first), counted, closed)?);
        decisions.push(questions);
        first += matter.items().len();
    }
    let tied: Vec<usize> = (0..meeting.matters.len())
        .filter(|index| {
            let terms = &meeting.matters[*index].terms;
            let is_tied = !terms.depends_on.is_empty() || !terms.excludes.is_empty() || is_excluded(meeting, *index);
            is_tied && !decisions[*index].is_empty()
        })
        .collect();
    if !tied.is_empty() {
        let carried: Vec<bool> = decisions
            .iter()
            .zip(&meeting.matters)
            .map(|(asked, matter)| {
                if asked.is_empty() {
                    was_carried(meeting, matter)
                } else {
                    is_carried(case, asked)
                }
            })
            .collect();
        for index in tied {
            let votes_for = |index: usize| {
                decisions[index]
                    .first()
                    .and_then(|asked| asked.facts.get("for"))
                    .cloned()
            };
            let facts = conditions(meeting, index, &carried, &votes_for);
            decisions[index].push(asked("conditional-matter", facts)?);
        }
    }
    Ok(decisions)
}

fn is_excluded(meeting: &Meeting, index: usize) -> bool {
    let id = &meeting.matters[index].id;
    meeting.matters.iter().any(|other| other.terms.excludes.contains(id))
}

/// Whether a matter was carried, on the preferred readings: by all shares together, and by every class that votes by itself.
fn is_carried(case: &Case<'_>, asked: &[Asked]) -> bool {
    let law_on = FactValue::Day(case.act.on.day);
    asked
        .iter()
        .filter(|asked| !BESIDE.contains(&asked.question.id))
        .all(|asked| {
            let facts = asked.facts.clone().with(LAW_ON.spec.name, law_on.clone());
            let answer = ask(asked.question, &facts, case.book, case.practice);
            outcome(&answer).is_some_and(|word| CARRIED.contains(&word.as_str()))
        })
}

/// Whether a matter decided before was carried; one adjourned alone is not carried yet.
fn was_carried(meeting: &Meeting, matter: &Matter) -> bool {
    meeting
        .results
        .iter()
        .any(|result| result.matter == matter.id && CARRIED.contains(&result.outcome.as_str()))
}

/// The questions beside the result: margins, and what the matter depends on.
const BESIDE: &[&str] = &["vote-margin", "election-margin", "conditional-matter"];

/// The outcomes that carry a matter.
const CARRIED: &[&str] = &["passed", "chosen", "all seats filled"];

/// The facts of what a matter depends on and excludes.
fn conditions(
    meeting: &Meeting,
    index: usize,
    carried: &[bool],
    votes_for: &dyn Fn(usize) -> Option<FactValue>,
) -> Facts {
    let matter = &meeting.matters[index];
    let place = |id: &String| meeting.matters.iter().position(|other| other.id == *id);
    let mut facts = Facts::none()
        .with("meeting-date", FactValue::Day(meeting.at.day))
        .with("matters", FactValue::List(vec![matter.kind.clone()]))
        .with("carried", FactValue::YesNo(carried[index]));
    if !matter.terms.depends_on.is_empty() {
        let stands = takes_effect(meeting, index, carried);
        let fails =
            |id: &&String| place(id).is_none_or(|place| !carried[place] || !takes_effect(meeting, place, carried));
        let failed = matter.terms.depends_on.iter().filter(fails).cloned().collect();
        facts = facts
            .with("conditions-carried", FactValue::YesNo(stands))
            .with("this-matter", FactValue::Text(matter.id.clone()))
            .with("not-carried", FactValue::List(failed));
    }
    let excluded = (0..meeting.matters.len()).find(|other| {
        let excludes = |one: usize, two: usize| {
            meeting.matters[one]
                .terms
                .excludes
                .iter()
                .filter_map(place)
                .any(|found| found == two)
        };
        carried[*other] && *other != index && (excludes(index, *other) || excludes(*other, index))
    });
    if let Some(other) = excluded {
        facts = facts.with("excluded-carried", FactValue::YesNo(true));
        if let (Some(own), Some(other)) = (votes_for(index), votes_for(other)) {
            facts = facts.with("for", own).with("for-excluded", other);
        }
    }
    facts
}

/// Whether every matter that one depends on, directly or through others, was carried. A matter depends only on those put before it.
fn takes_effect(meeting: &Meeting, index: usize, carried: &[bool]) -> bool {
    meeting.matters[index].terms.depends_on.iter().all(|id| {
        let before = meeting.matters[..index].iter().position(|other| other.id == *id);
        before.is_some_and(|before| carried[before] && takes_effect(meeting, before, carried))
    })
}

/// A matter with the votes on it.
struct Count<'c, 'a> {
    case: &'c Case<'a>,
    meeting: &'c Meeting,
    matter: &'c Matter,
    frozen: &'c Frozen,
    tabulation: &'c Tabulation,
    /// The number of its first item.
    first: usize,
}

impl Count<'_, '_> {
    /// The questions that decide the matter.
    fn questions(&self) -> Result<Vec<Asked>, Misdirected> {
        let facts = meeting_facts(self.meeting).with("matters", FactValue::List(vec![self.matter.kind.clone()]));
        let together = with_figures(facts.clone(), self.frozen, self.tabulation.tally_of(self.first));
        if self.matter.is_election() {
            let facts = self.election(together);
            return Ok(vec![
                asked("election-result", facts.clone())?,
                asked("election-margin", facts)?,
            ]);
        }
        let totals = self.tabulation.tally_of(self.first).totals(self.first);
        let attending = self.tabulation.tally_of(self.first).attending_only();
        if !self.matter.terms.alternatives.is_empty() {
            return Ok(vec![asked(
                "frequency-vote",
                self.alternatives(together, totals, attending),
            )?]);
        }
        let together = OnItem::of(totals, attending).tell(together);
        let mut questions = vec![asked("vote-result", together.clone())?];
        for class in &self.matter.terms.class_votes {
            let of_class = self.of_class(facts.clone(), class)?;
            questions.push(asked("quorum", of_class.clone())?);
            questions.push(asked("vote-result", of_class)?);
        }
        questions.push(asked("vote-margin", together)?);
        Ok(questions)
    }

    /// The facts of an election.
    fn election(&self, facts: Facts) -> Facts {
        let items = self.first..self.first + self.matter.nominees.len();
        let attending = self.tabulation.tally_of(self.first).attending_only();
        let on_each: Vec<OnItem> = items
            .map(|item| OnItem::of(self.tabulation.tally_of(item).totals(item), attending))
            .collect();
        // A broker's silence on the whole election is told once; on one nominee more than on another it is an abstention there.
        let silent = on_each.iter().map(|votes| votes.broker_non_votes).min().unwrap_or(0);
        let nominees = self.matter.nominees.iter().zip(&on_each);
        let rows = nominees
            .map(|((nominee, _), votes)| votes.row(nominee, silent))
            .collect();
        facts
            .with("seats", FactValue::Count(u64::from(self.matter.seats)))
            .with("nominees", FactValue::Rows(rows))
            .with("broker-non-votes", whole(silent))
    }

    /// The facts of a choice among alternatives.
    fn alternatives(&self, facts: Facts, totals: Totals, attending: Votes) -> Facts {
        let votes = OnItem::of(totals, attending);
        let numbered = (1_u8..).zip(&self.matter.terms.alternatives);
        let rows = numbered.map(|(number, name)| {
            let votes = Choice::alternative(number).map_or(0, |choice| totals.of(choice).units());
            Row {
                name: name.clone(),
                columns: vec![("for".to_owned(), Quantity::whole(votes))],
            }
        });
        facts
            .with("alternatives", FactValue::Rows(rows.collect()))
            .with("abstain", whole(votes.abstain))
            .with("broker-non-votes", whole(votes.broker_non_votes))
            .with(
                "board-follows-most",
                FactValue::YesNo(self.matter.terms.board_follows_most),
            )
    }

    /// The facts of a vote of a class by itself, all figures in its shares.
    fn of_class(&self, facts: Facts, class: &str) -> Result<Facts, Misdirected> {
        let wrong = |message: String| Misdirected {
            message,
            help: None,
            field: "meeting",
        };
        let place = self.frozen.classes.iter().position(|known| known == class);
        let number = place
            .and_then(|place| u8::try_from(place).ok())
            .map(Class)
            .ok_or_else(|| wrong(format!("there are no shares of the class \"{class}\"")))?;
        let frozen = class_register(self.case, self.meeting, class)?;
        let polls_closed = self.meeting.polls_closed;
        let counted =
            tabulate(self.meeting, &frozen, self.case.evidence, polls_closed).map_err(|error| wrong(error.message))?;
        let tally = &counted.tally;
        let votes = OnItem::of(tally.totals_of(self.first, number), tally.attending_only_of(number));
        let facts = facts
            .with("vote", FactValue::Word("class"))
            .with("class", FactValue::Text(class.to_owned()))
            .with("shares-entitled", whole(tally.entitled_of(number).units()))
            .with("shares-present", whole(tally.represented_of(number).units()));
        Ok(votes.tell(facts))
    }
}

fn whole(votes: u64) -> FactValue {
    FactValue::Quantity(Quantity::whole(votes))
}

/// The votes on one item.
struct OnItem {
    votes_for: u64,
    against: u64,
    withheld: u64,
    abstain: u64,
    broker_non_votes: u64,
}

impl OnItem {
    /// The votes on an item. Those present who mark nothing abstain: they are present, and vote neither way.
    fn of(totals: Totals, attending_only: Votes) -> Self {
        let of = |choice: Choice| totals.of(choice).units();
        Self {
            votes_for: of(Choice::FOR),
            against: of(Choice::AGAINST),
            withheld: of(Choice::WITHHELD),
            abstain: of(Choice::ABSTAIN) + of(Choice::UNMARKED) + attending_only.units(),
            broker_non_votes: of(Choice::BROKER_NON_VOTE),
        }
    }

    /// These votes as facts.
    fn tell(&self, facts: Facts) -> Facts {
        facts
            .with("for", whole(self.votes_for))
            .with("against", whole(self.against))
            .with("abstain", whole(self.abstain))
            .with("broker-non-votes", whole(self.broker_non_votes))
    }

    /// The row of a nominee, where `silent` broker non-votes are told for the whole election.
    fn row(&self, nominee: &str, silent: u64) -> Row {
        let columns = [
            ("for", self.votes_for),
            ("against", self.against),
            ("withheld", self.withheld),
            ("abstain", self.abstain + self.broker_non_votes - silent),
        ];
        let columns = columns.into_iter().filter(|(_, votes)| *votes > 0);
        Row {
            name: nominee.to_owned(),
            columns: columns
                .map(|(choice, votes)| (choice.to_owned(), Quantity::whole(votes)))
                .collect(),
        }
    }
}

/// The value of an answer, or that of its preferred reading.
fn settled(answer: &Answer) -> Option<&Value> {
    let preferred = answer
        .readings
        .iter()
        .find(|reading| reading.is_preferred)
        .map(|reading| &reading.value);
    answer.value.as_ref().or(preferred)
}

/// The outcome's word; of a quorum, "passed" or "failed".
fn outcome(answer: &Answer) -> Option<String> {
    match settled(answer)? {
        Value::Threshold(threshold) => threshold
            .met
            .map(|met| if met { "passed" } else { "failed" }.to_owned()),
        other => other
            .fields()
            .into_iter()
            .find(|(name, _)| name == "outcome")
            .map(|(_, word)| word),
    }
}

/// A value on one line, without the outcome, which the result itself says.
fn in_words(value: &Value) -> String {
    let Value::Tally(fields) = value else {
        return value.brief();
    };
    let told = fields.iter().filter(|(name, _)| name != "outcome");
    told.map(|(name, value)| format!("{name} {value}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What became of a matter, from the answers to its questions in their order.
pub(super) fn matter_decided(id: &str, matter: &Matter, answers: &[Answer]) -> Event {
    let mut fields = answers.first().and_then(settled).map(Value::fields).unwrap_or_default();
    let results: Vec<&Answer> = answers
        .iter()
        .filter(|answer| !BESIDE.contains(&answer.question))
        .collect();
    let words: Vec<Option<String>> = results.iter().map(|answer| outcome(answer)).collect();
    // Where classes vote by themselves, every vote must carry it.
    let decisive = words
        .iter()
        .find(|word| word.as_deref() == Some("failed"))
        .or(words.first());
    let mut word = decisive
        .cloned()
        .flatten()
        .unwrap_or_else(|| "depends on what is not known".to_owned());
    if results
        .iter()
        .any(|answer| answer.value.is_none() && !answer.readings.is_empty())
    {
        word.push_str(", on the preferred reading");
    }
    let of_classes = results.iter().skip(1).filter(|answer| answer.question != "quorum");
    for (class, answer) in matter.terms.class_votes.iter().zip(of_classes) {
        let votes = settled(answer)
            .map(Value::brief)
            .unwrap_or_else(|| "not known".to_owned());
        fields.push((format!("class {class}"), votes));
    }
    for answer in answers.iter().filter(|answer| BESIDE.contains(&answer.question)) {
        let name = match answer.question {
            "conditional-matter" => "takes-effect",
            _ => "margin",
        };
        let words = settled(answer).map_or_else(|| "not known".to_owned(), in_words);
        fields.push((name.to_owned(), words));
    }
    Event::MatterDecided {
        meeting: id.to_owned(),
        matter: matter.id.clone(),
        outcome: word,
        fields,
    }
}
