//! What a row says alone: whether it can be counted before any other row is looked at.

use std::ops::Range;

use crate::count::Rules;
use crate::exceptions::ExceptionKind;
use crate::instructions::{Choice, Division, Instructions, Kind, amount};
use crate::matters::Matters;
use crate::register::{Register, Standing, index};

/// Checks rows one by one; items column by column, because that is how they lie in memory.
pub(crate) struct Validity<'a> {
    register: &'a Register,
    matters: &'a Matters,
    instructions: &'a Instructions,
    rules: &'a Rules,
    /// For each item, which choices a row may mark.
    accepted: Vec<[bool; Choice::CODES]>,
    /// Elections by plurality with more nominees than seats: items and seats.
    contested: Vec<(Range<usize>, u32)>,
}

impl<'a> Validity<'a> {
    pub(crate) fn new(
        register: &'a Register,
        matters: &'a Matters,
        instructions: &'a Instructions,
        rules: &'a Rules,
    ) -> Validity<'a> {
        let accepted = (0..matters.item_count())
            .map(|item| accepted_marks(matters, item))
            .collect();
        let contested = matters
            .elections()
            .filter(|(items, seats, cumulative)| !cumulative && items.len() > index(*seats))
            .map(|(items, seats, _)| (items, seats))
            .collect();
        Validity {
            register,
            matters,
            instructions,
            rules,
            accepted,
            contested,
        }
    }

    /// Every exception of these rows, by index of the row.
    pub(crate) fn exceptions_of(&self, rows: Range<usize>) -> Vec<(usize, ExceptionKind)> {
        let mut found = Vec::new();
        self.check_choices(rows.clone(), &mut found);
        self.check_nominees(rows.clone(), &mut found);
        for row in rows {
            self.check_row(row, &mut |kind| found.push((row, kind)));
        }
        // Too many nominees, some by plain marks and some by amounts, are one exception.
        found.sort_unstable();
        found.dedup();
        found
    }

    fn check_choices(&self, rows: Range<usize>, found: &mut Vec<(usize, ExceptionKind)>) {
        for (item, (column, accepted)) in self.instructions.columns().marks.iter().zip(&self.accepted).enumerate() {
            for (row, &choice) in rows.clone().zip(&column[rows.clone()]) {
                if !accepted[choice.index()] {
                    found.push((row, self.not_accepted(item, choice)));
                }
            }
        }
    }

    fn not_accepted(&self, item: usize, choice: Choice) -> ExceptionKind {
        let cumulative = choice == Choice::FOR && self.matters.is_cumulative(item);
        let item = item_number(item);
        if cumulative {
            ExceptionKind::CumulativeWithoutAmount { item }
        } else {
            ExceptionKind::ChoiceNotOffered { item, choice }
        }
    }

    /// Marks for more nominees than seats; divided marks are weighed with their amounts, row by row.
    fn check_nominees(&self, rows: Range<usize>, found: &mut Vec<(usize, ExceptionKind)>) {
        let mut nominees = vec![0_u32; rows.len()];
        for (items, seats) in &self.contested {
            nominees.fill(0);
            for column in &self.instructions.columns().marks[items.clone()] {
                for (nominees, &choice) in nominees.iter_mut().zip(&column[rows.clone()]) {
                    *nominees += u32::from(choice == Choice::FOR);
                }
            }
            for (row, _) in rows.clone().zip(&nominees).filter(|&(_, nominees)| nominees > seats) {
                found.push((row, too_many_nominees(items, *seats)));
            }
        }
    }

    fn check_row(&self, row: usize, except: &mut impl FnMut(ExceptionKind)) {
        let columns = self.instructions.columns();
        if !self.rules.set_aside.is_empty() && self.rules.set_aside.contains(&columns.rows[row]) {
            except(ExceptionKind::SetAside);
        }
        let received = columns.received[row];
        let dated = columns.dated[row];
        let late = self.rules.polls_closed_at.filter(|&closed| received > closed);
        let too_late = self.rules.latest_date.filter(|&latest| dated > latest);
        // What a court lets in because it came late may have been made only then; an order heals nothing else.
        let is_admitted = || late.is_some() && self.rules.admitted.contains(&columns.rows[row]);
        if (late.is_some() || too_late.is_some()) && !is_admitted() {
            if let Some(closed) = late {
                except(ExceptionKind::ReceivedAfterPollsClosed { received, closed });
            }
            if let Some(latest) = too_late {
                except(ExceptionKind::DatedTooLate { dated, latest });
            }
        }
        let holder = columns.holders[row];
        match self.register.standing_of(holder) {
            None => except(ExceptionKind::UnknownHolder),
            Some(Standing::Counts) => {}
            Some(standing) => except(ExceptionKind::SharesDoNotCount { standing }),
        }
        if self.register.votes_of(holder).is_some_and(|votes| votes.is_zero()) {
            except(ExceptionKind::NoVotes);
        }
        match columns.kinds[row] {
            Kind::Proxy | Kind::Ballot => self.check_amounts(row, except),
            Kind::Revocation | Kind::Attendance => {
                let marked = columns.marks.iter().any(|column| column[row] != Choice::UNMARKED);
                if marked || self.instructions.votes(row).is_some() {
                    except(ExceptionKind::MarksWithoutVote);
                }
            }
        }
    }

    fn check_amounts(&self, row: usize, except: &mut impl FnMut(ExceptionKind)) {
        let votes = self.instructions.votes(row);
        if let Some(votes) = votes.filter(|&votes| votes < 0) {
            except(ExceptionKind::NegativeVotes { item: None, votes });
        }
        if votes.is_none() && self.instructions.part(row) != 0 {
            except(ExceptionKind::PartWithoutVotes);
        }
        let position = self.register.votes_of(self.instructions.columns().holders[row]);
        let authorized = votes.map(amount).or(position);
        if let (Some(claimed), Some(available)) = (authorized, position)
            && claimed > available
        {
            except(ExceptionKind::OverVote {
                claimed: u128::from(claimed.units()),
                available,
            });
        }
        let divisions = self.instructions.divisions_of(row);
        if divisions.is_empty() {
            return;
        }
        let mut negative = false;
        for division in divisions {
            if division.votes < 0 {
                negative = true;
                except(ExceptionKind::NegativeVotes {
                    item: Some(division.item),
                    votes: division.votes,
                });
            }
            if self
                .matters
                .matter_of(index(division.item))
                .is_some_and(|matter| !matter.is_offered(division.choice))
            {
                except(ExceptionKind::ChoiceNotOffered {
                    item: division.item,
                    choice: division.choice,
                });
            }
        }
        let claimed = claim_of_divisions(self.matters, self.instructions, row);
        if let Some(available) = authorized.filter(|votes| !negative && claimed > u128::from(votes.units())) {
            except(ExceptionKind::OverVote { claimed, available });
        }
        for given in given_in_elections(self.matters, self.instructions, row).filter(|given| given.places == 0) {
            except(too_many_nominees(&given.items, given.seats));
        }
    }
}

/// The least votes a row must have for its divided marks to fit.
///
/// On an item, that is the sum of its amounts.
/// In an election, the amounts for all nominees are given by votes that have several places each.
pub(crate) fn claim_of_divisions(matters: &Matters, instructions: &Instructions, row: usize) -> u128 {
    let on_items = instructions
        .divisions_of(row)
        .chunk_by(|a, b| a.item == b.item)
        .filter(|group| !matters.is_cumulative(index(group[0].item)))
        .map(|group| group.iter().map(units).sum());
    let in_elections = given_in_elections(matters, instructions, row)
        .filter(|given| given.places > 0)
        .map(|given| given.votes.div_ceil(given.places));
    on_items.chain(in_elections).max().unwrap_or(0)
}

/// Amounts that a row gives to nominees of one election.
struct Given {
    items: Range<usize>,
    seats: u32,
    votes: u128,
    /// How many nominees each vote of the row can still be given to: one for each seat,
    /// less the nominees of an election by plurality that all the votes are for.
    places: u128,
}

/// The elections in which a row gives amounts.
fn given_in_elections(matters: &Matters, instructions: &Instructions, row: usize) -> impl Iterator<Item = Given> {
    matters.elections().filter_map(move |(items, seats, cumulative)| {
        let votes: u128 = instructions
            .divisions_of(row)
            .iter()
            .filter(|division| items.contains(&index(division.item)))
            .filter(|division| cumulative || division.choice == Choice::FOR)
            .map(units)
            .sum();
        let marks = &instructions.columns().marks[items.clone()];
        let wholly_for = marks.iter().filter(|column| column[row] == Choice::FOR).count();
        let places = index(seats).saturating_sub(if cumulative { 0 } else { wholly_for });
        let places = u128::try_from(places).expect("a number of seats fits 128 bits");
        (votes > 0).then_some(Given {
            items,
            seats,
            votes,
            places,
        })
    })
}

fn units(division: &Division) -> u128 {
    u128::from(amount(division.votes).units())
}

fn accepted_marks(matters: &Matters, item: usize) -> [bool; Choice::CODES] {
    let mut accepted = [false; Choice::CODES];
    for code in 0..=Choice::DIVIDED.code() {
        if let (Some(choice), Some(matter)) = (Choice::from_code(code), matters.matter_of(item)) {
            let without_amount = choice == Choice::FOR && matters.is_cumulative(item);
            accepted[choice.index()] = choice == Choice::DIVIDED || (matter.is_offered(choice) && !without_amount);
        }
    }
    accepted
}

fn too_many_nominees(items: &Range<usize>, seats: u32) -> ExceptionKind {
    ExceptionKind::TooManyNominees {
        first_item: item_number(items.start),
        seats,
    }
}

fn item_number(item: usize) -> u32 {
    u32::try_from(item).expect("a count refuses more than 32 bits of items")
}
