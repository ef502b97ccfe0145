//! A second tally: slow, obvious, and sharing no code with the first. It says what is true of a row, not how to find it.

use std::collections::{BTreeMap, BTreeSet};

use quorate_tally::{Choice, Disposition, Instrument, Kind, Mark, Matter, Order, RowId, Standing};

/// One holder of the register.
#[derive(Debug, Clone)]
pub struct Holder {
    pub votes: u64,
    pub class: u8,
    pub standing: Standing,
}

/// All that a count is made from.
#[derive(Debug, Clone)]
pub struct Meeting {
    pub holders: Vec<Holder>,
    pub matters: Vec<Matter>,
    pub papers: Vec<Instrument>,
    pub order: Order,
    pub closed: Option<i64>,
    pub admitted: BTreeSet<RowId>,
    pub latest_date: Option<i64>,
    pub set_aside: BTreeSet<RowId>,
}

/// A result in plain maps; choices are by code.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Result {
    pub totals: BTreeMap<(usize, u8, u8), u64>,
    pub represented: BTreeMap<u8, u64>,
    pub attending_only: BTreeMap<u8, u64>,
    pub ends: BTreeMap<RowId, Disposition>,
    pub exceptions: BTreeSet<(RowId, &'static str)>,
}

/// For each item: its matter, and the place of the matter.
fn items(matters: &[Matter]) -> Vec<(usize, Matter)> {
    let mut items = Vec::new();
    for (place, matter) in matters.iter().enumerate() {
        let count = if let Matter::Election { nominees, .. } = matter {
            *nominees
        } else {
            1
        };
        items.extend(vec![(place, *matter); count]);
    }
    items
}

fn mark(paper: &Instrument, item: usize) -> Mark {
    paper.marks.get(item).cloned().unwrap_or(Mark::One(Choice::UNMARKED))
}

fn offered(matter: Matter, choice: Choice) -> bool {
    let name = choice.to_string();
    let of_matter: Vec<String> = match matter {
        Matter::Resolution => vec!["for".into(), "against".into()],
        Matter::Election { .. } => vec!["for".into(), "against".into(), "withheld".into()],
        Matter::Alternatives { offered } => (1..=offered).map(|number| format!("alternative {number}")).collect(),
    };
    of_matter.contains(&name) || ["unmarked", "abstain", "broker non-vote"].contains(&name.as_str())
}

fn given(mark: &Mark, only_for: bool) -> i64 {
    match mark {
        Mark::One(_) => 0,
        Mark::Divided(amounts) => amounts
            .iter()
            .filter(|(choice, _)| !only_for || *choice == Choice::FOR)
            .map(|(_, votes)| *votes)
            .sum(),
    }
}

impl Meeting {
    /// The votes of each matter by the tally of a meeting whose polls all closed when that matter's did.
    pub fn totals_by_closing(&self, closed_at: &[Option<i64>]) -> BTreeMap<(usize, u8, u8), u64> {
        let mut totals = BTreeMap::new();
        for (place, closed) in closed_at.iter().enumerate() {
            let as_one = Meeting {
                closed: *closed,
                ..self.clone()
            };
            let of_matter = self.of_matter(place);
            let all = as_one.tally().totals;
            totals.extend(all.into_iter().filter(|((item, ..), _)| of_matter.contains(item)));
        }
        totals
    }

    pub fn tally(&self) -> Result {
        let mut result = Result::default();
        let mut good = Vec::new();
        for paper in &self.papers {
            let wrong = self.wrong_alone(paper);
            if wrong.is_empty() {
                good.push(paper);
            } else {
                result.ends.insert(paper.row, Disposition::Excepted);
                result
                    .exceptions
                    .extend(wrong.into_iter().map(|name| (paper.row, name)));
            }
        }
        for (number, holder) in self.holders.iter().enumerate() {
            let papers: Vec<&Instrument> = good
                .iter()
                .copied()
                .filter(|paper| usize::try_from(paper.holder).unwrap() == number)
                .collect();
            self.tally_holder(holder, &papers, &mut result);
        }
        result.totals.retain(|_, votes| *votes > 0);
        result.represented.retain(|_, votes| *votes > 0);
        result.attending_only.retain(|_, votes| *votes > 0);
        result
    }

    fn wrong_alone(&self, paper: &Instrument) -> BTreeSet<&'static str> {
        let mut wrong = BTreeSet::new();
        let mut note = |is_wrong: bool, name| is_wrong.then(|| wrong.insert(name));
        let holder = self.holders.get(usize::try_from(paper.holder).unwrap());
        let votes_cast = matches!(paper.kind, Kind::Proxy | Kind::Ballot);
        note(self.set_aside.contains(&paper.row), "set aside");
        let is_late = self.closed.is_some_and(|closed| paper.received > closed);
        let is_let_in = is_late && self.admitted.contains(&paper.row);
        note(is_late && !is_let_in, "late");
        let is_dated_late = self.latest_date.is_some_and(|latest| paper.dated > latest);
        note(is_dated_late && !is_let_in, "dated too late");
        note(holder.is_none(), "unknown holder");
        note(
            holder.is_some_and(|holder| holder.standing != Standing::Counts),
            "does not count",
        );
        note(holder.is_some_and(|holder| holder.votes == 0), "no votes");
        let items = items(&self.matters);
        let mut negative = false;
        for (item, (_, matter)) in items.iter().enumerate() {
            let cumulative = matches!(matter, Matter::Election { cumulative: true, .. });
            match mark(paper, item) {
                Mark::One(choice) if cumulative && choice == Choice::FOR => {
                    note(true, "no amount");
                }
                Mark::One(choice) => {
                    note(!offered(*matter, choice), "not offered");
                }
                Mark::Divided(amounts) if votes_cast => {
                    for (choice, votes) in amounts {
                        note(!offered(*matter, choice), "not offered");
                        note(votes < 0, "negative");
                        negative |= votes < 0;
                    }
                }
                Mark::Divided(_) => {}
            }
            note(
                !votes_cast && mark(paper, item) != Mark::One(Choice::UNMARKED),
                "marks without vote",
            );
        }
        note(!votes_cast && paper.votes.is_some(), "marks without vote");
        for (place, matter) in self.matters.iter().enumerate() {
            if let Matter::Election {
                seats,
                cumulative: false,
                nominees,
            } = matter
            {
                let plain = self.plain_for(paper, place);
                note(
                    *nominees > usize::try_from(*seats).unwrap() && plain > i64::from(*seats),
                    "too many nominees",
                );
            }
            if let (true, Some((_, seats))) = (votes_cast, self.hopeless(paper, place)) {
                note(seats >= 0, "too many nominees");
            }
        }
        if votes_cast {
            note(paper.votes.is_some_and(|votes| votes < 0), "negative");
            note(paper.part != 0 && paper.votes.is_none(), "part without votes");
            let position = holder.map(|holder| i64::try_from(holder.votes).unwrap());
            if let Some(position) = position {
                let authorized = paper.votes.unwrap_or(position).max(0);
                note(authorized > position, "over-vote");
            }
            if let Some(authorized) = paper.votes.map(|votes| votes.max(0)).or(position) {
                note(!negative && self.least_votes(paper) > authorized, "over-vote");
            }
        }
        wrong
    }

    fn of_matter(&self, place: usize) -> Vec<usize> {
        let items = items(&self.matters);
        (0..items.len()).filter(|&item| items[item].0 == place).collect()
    }

    fn plain_for(&self, paper: &Instrument, place: usize) -> i64 {
        let plain = |item: &usize| mark(paper, *item) == Mark::One(Choice::FOR);
        i64::try_from(self.of_matter(place).iter().filter(|item| plain(item)).count()).unwrap()
    }

    /// An election in which amounts are given although all votes have used all their seats: no number of votes would do.
    fn hopeless(&self, paper: &Instrument, place: usize) -> Option<(i64, i64)> {
        let Matter::Election { seats, cumulative, .. } = self.matters[place] else {
            return None;
        };
        let plain = if cumulative { 0 } else { self.plain_for(paper, place) };
        let divided: i64 = self
            .of_matter(place)
            .into_iter()
            .map(|item| match mark(paper, item) {
                Mark::One(_) => 0,
                Mark::Divided(amounts) => amounts
                    .iter()
                    .filter(|(choice, _)| cumulative || *choice == Choice::FOR)
                    .map(|(_, votes)| (*votes).max(0))
                    .sum(),
            })
            .sum();
        (divided > 0 && plain >= i64::from(seats)).then_some((plain, i64::from(seats)))
    }

    /// The least votes with which all divided marks of a paper fit, found by trying; amounts are not negative.
    fn least_votes(&self, paper: &Instrument) -> i64 {
        (0..).find(|&votes| self.fits(paper, votes)).unwrap()
    }

    fn fits(&self, paper: &Instrument, votes: i64) -> bool {
        (0..self.matters.len()).all(|place| {
            let of_matter = self.of_matter(place);
            let Matter::Election { seats, cumulative, .. } = self.matters[place] else {
                return of_matter.iter().all(|&item| given(&mark(paper, item), false) <= votes);
            };
            if !cumulative && of_matter.iter().any(|&item| given(&mark(paper, item), false) > votes) {
                return false;
            }
            let divided: i64 = of_matter
                .iter()
                .map(|&item| given(&mark(paper, item), !cumulative))
                .sum();
            let plain = if cumulative { 0 } else { self.plain_for(paper, place) };
            divided == 0 || self.hopeless(paper, place).is_some() || plain * votes + divided <= i64::from(seats) * votes
        })
    }

    fn moment(&self, paper: &Instrument) -> (bool, Vec<i64>, u32) {
        let times = match self.order {
            Order::ByReceipt => vec![paper.received],
            Order::ByDateThenReceipt => vec![paper.dated, paper.received],
        };
        (paper.kind == Kind::Ballot, times, paper.sequence)
    }

    fn is_same(&self, a: &Instrument, b: &Instrument, holder: &Holder) -> bool {
        let sorted = |item: usize, paper: &Instrument| match mark(paper, item) {
            Mark::Divided(mut amounts) => {
                amounts.sort();
                Mark::Divided(amounts)
            }
            one => one,
        };
        let votes = |paper: &Instrument| paper.votes.unwrap_or(i64::try_from(holder.votes).unwrap());
        self.moment(a) == self.moment(b)
            && (a.kind, a.part, votes(a)) == (b.kind, b.part, votes(b))
            && (0..items(&self.matters).len()).all(|item| sorted(item, a) == sorted(item, b))
    }

    fn tally_holder(&self, holder: &Holder, papers: &[&Instrument], result: &mut Result) {
        let (attendance, others): (Vec<&Instrument>, Vec<&Instrument>) =
            papers.iter().copied().partition(|paper| paper.kind == Kind::Attendance);
        let first = attendance.iter().map(|paper| paper.row).min();
        for paper in &attendance {
            let end = if Some(paper.row) == first {
                Disposition::Attended
            } else {
                Disposition::Superseded
            };
            result.ends.insert(paper.row, end);
        }
        let mut survivors = Vec::new();
        let overtaken = |paper: &Instrument| {
            others.iter().any(|other| {
                let is_later = self.moment(other) > self.moment(paper);
                let is_repeated = other.row < paper.row && self.is_same(other, paper, holder);
                (is_later && (other.part == 0 || other.part == paper.part)) || is_repeated
            })
        };
        let standing: Vec<&Instrument> = others.iter().copied().filter(|paper| !overtaken(paper)).collect();
        for paper in &others {
            let conflicts = standing.iter().any(|other| {
                other.row != paper.row
                    && self.moment(other) == self.moment(paper)
                    && (other.part == paper.part || other.part == 0 || paper.part == 0)
            });
            let is_later = |other: &&Instrument| {
                self.moment(other) > self.moment(paper) && (other.part == 0 || other.part == paper.part)
            };
            if overtaken(paper) {
                let end = if others.iter().any(is_later) {
                    Disposition::Superseded
                } else {
                    Disposition::Repeated
                };
                result.ends.insert(paper.row, end);
            } else if conflicts {
                result.ends.insert(paper.row, Disposition::Excepted);
                result.exceptions.insert((paper.row, "conflict"));
            } else if paper.kind == Kind::Revocation {
                result.ends.insert(paper.row, Disposition::Revocation);
            } else {
                survivors.push(*paper);
            }
        }
        let position = i64::try_from(holder.votes).unwrap();
        let claim = |paper: &&Instrument| paper.votes.unwrap_or_else(|| self.least_votes(paper));
        let mut voted = 0;
        if survivors.iter().map(claim).sum::<i64>() > position {
            for paper in survivors {
                result.ends.insert(paper.row, Disposition::Excepted);
                result.exceptions.insert((paper.row, "over-vote together"));
            }
        } else {
            let of_parts: i64 = survivors.iter().filter(|paper| paper.part != 0).map(claim).sum();
            for paper in survivors {
                let votes = paper.votes.unwrap_or(position - of_parts);
                let nothing_left = paper.votes.is_none() && votes == 0;
                let end = if nothing_left {
                    Disposition::Superseded
                } else {
                    Disposition::Counted
                };
                result.ends.insert(paper.row, end);
                self.add_votes(paper, votes, holder.class, result);
                voted += votes;
            }
        }
        let represented = if attendance.is_empty() { voted } else { position };
        *result.represented.entry(holder.class).or_default() += u64::try_from(represented).unwrap();
        *result.attending_only.entry(holder.class).or_default() += u64::try_from(represented - voted).unwrap();
    }

    fn add_votes(&self, paper: &Instrument, votes: i64, class: u8, result: &mut Result) {
        for (item, (_, matter)) in items(&self.matters).iter().enumerate() {
            let mut add = |choice: Choice, votes: i64| {
                *result.totals.entry((item, class, choice.code())).or_default() += u64::try_from(votes).unwrap();
            };
            match mark(paper, item) {
                Mark::One(choice) => add(choice, votes),
                Mark::Divided(amounts) => {
                    let divided: i64 = amounts.iter().map(|(_, votes)| *votes).sum();
                    amounts.iter().for_each(|(choice, votes)| add(*choice, *votes));
                    if !matches!(matter, Matter::Election { cumulative: true, .. }) {
                        add(Choice::UNMARKED, votes - divided);
                    }
                }
            }
        }
    }
}
