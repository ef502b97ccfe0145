//! From the ledger and the attachments to a frozen register.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use quorate_law::vocabulary::share_class;
use quorate_law::{LawBook, Source};
use quorate_tally::{Class, Denominator, Register, RegisterColumns, Standing, Votes};

use super::{TabulationError, error};
use crate::evidence::{Evidence, Texts};
use crate::state::{Corporation, Holders, MovementKind, parts};
use crate::when::When;

/// The holders of record of a moment, frozen: a register, and whose each holder number is.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// The register.
    pub register: Register,
    /// The accounts by holder number.
    pub accounts: Arc<Texts>,
    /// The classes by number.
    pub classes: Vec<String>,
    /// The votes of one share, by number of the class.
    pub votes_per_share: Vec<u64>,
    pub(super) numbers: Arc<HashMap<String, Vec<u32>>>,
    /// Accounts that the ledger has, and that held nothing at the moment.
    without_shares: Arc<HashSet<String>>,
    /// The law by which the proxies of this register are judged.
    pub(super) book: LawBook,
    /// Several holders, deaths and reconciled votes.
    pub(super) holders: Arc<Holders>,
}

/// The holder numbers of accounts that are not in the register: one that held no shares, and one that nobody has.
pub(super) const WITHOUT_SHARES: u32 = u32::MAX - 1;
pub(super) const UNKNOWN: u32 = u32::MAX;

impl Frozen {
    /// Whether an account holds any shares.
    #[must_use]
    pub fn holds(&self, account: &str) -> bool {
        self.numbers.contains_key(account)
    }

    /// The holder numbers by which an account votes: those with votes, or where it has none, those without; beyond the register
    /// for an account that is not in it, so that its row is an exception.
    pub(super) fn voting_numbers(&self, account: &str) -> Vec<u32> {
        let Some(numbers) = self.numbers.get(account) else {
            let held_before = self.without_shares.contains(account);
            return vec![if held_before { WITHOUT_SHARES } else { UNKNOWN }];
        };
        if numbers.len() == 1 {
            return numbers.clone();
        }
        // Of shares with a vote and without, that count and that do not, those vote that can.
        let votes = |number: &&u32| {
            self.register.standing_of(**number) == Some(Standing::Counts)
                && self.register.votes_of(**number).is_some_and(|votes| !votes.is_zero())
        };
        let voting: Vec<u32> = numbers.iter().filter(votes).copied().collect();
        if voting.is_empty() { numbers.clone() } else { voting }
    }

    /// How many holders of record there are: accounts with any shares, each once whatever its classes.
    #[must_use]
    pub fn holders_of_record(&self) -> u64 {
        u64::try_from(self.numbers.len()).unwrap_or(u64::MAX)
    }

    /// The voting shares of an account and their votes, all its classes together; none for an account that is not there.
    #[must_use]
    pub fn holding(&self, account: &str) -> Option<(u64, u64)> {
        let numbers = self.numbers.get(account)?;
        Some(self.sum(numbers.iter().copied()))
    }

    /// The voting shares of all holders and their votes; shares that do not count, such as treasury stock, are in neither.
    #[must_use]
    pub fn whole(&self) -> (u64, u64) {
        self.sum(self.numbers.values().flatten().copied())
    }

    fn sum(&self, numbers: impl Iterator<Item = u32>) -> (u64, u64) {
        let counting = numbers.filter(|number| self.register.standing_of(*number) == Some(Standing::Counts));
        counting.fold((0, 0), |(shares, votes), number| {
            let of_holder = self.register.votes_of(number).map_or(0, Votes::units);
            let class = self.register.class_of(number).map_or(0, |class| usize::from(class.0));
            let weight = self.votes_per_share.get(class).copied().unwrap_or(1);
            // Shares without a vote are in no call.
            (shares + of_holder.checked_div(weight).unwrap_or(0), votes + of_holder)
        })
    }
}

/// Freezes the register of a corporation at a moment, votes weighted as the certificate says, with the shares that count then.
///
/// # Errors
/// When an attachment is missing, an account would hold less than nothing, or the votes do not fit.
pub fn freeze(
    corporation: &Corporation,
    book: &LawBook,
    evidence: &dyn Evidence,
    at: When,
) -> Result<Frozen, TabulationError> {
    freeze_counted(corporation, book, evidence, at, at)
}

/// As [`freeze`], where `at` is when holders are holders of record, and `counted_at` when it matters which of their shares count: that
/// of the meeting.
///
/// # Errors
/// As [`freeze`].
pub fn freeze_counted(
    corporation: &Corporation,
    book: &LawBook,
    evidence: &dyn Evidence,
    at: When,
    counted_at: When,
) -> Result<Frozen, TabulationError> {
    freeze_weighted(corporation, book, evidence, at, counted_at, &|class| {
        votes_per_share(book, class)
    })
}

/// Freezes the register for a vote of one class by itself, in which each of its shares has one vote and no other has any: a class
/// votes so whether or not it has a vote otherwise (8 Del. C. § 242(b)(2)).
///
/// # Errors
/// As [`freeze`].
pub fn freeze_class(
    corporation: &Corporation,
    book: &LawBook,
    evidence: &dyn Evidence,
    at: When,
    counted_at: When,
    class: &str,
) -> Result<Frozen, TabulationError> {
    freeze_weighted(corporation, book, evidence, at, counted_at, &|other| {
        u64::from(other == class)
    })
}

fn freeze_weighted(
    corporation: &Corporation,
    book: &LawBook,
    evidence: &dyn Evidence,
    at: When,
    counted_at: When,
    weight: &dyn Fn(&str) -> u64,
) -> Result<Frozen, TabulationError> {
    let mut accounts = Texts::default();
    let mut votes: Vec<Votes> = Vec::new();
    let mut class_column: Vec<Class> = Vec::new();
    let mut standings: Vec<Standing> = Vec::new();
    let left_out = corporation.voting.left_out(counted_at);
    let mut numbers: HashMap<String, Vec<u32>> = HashMap::new();
    let mut without_shares: HashSet<String> = HashSet::new();
    let classes: Vec<String> = corporation.ledger.classes().into_iter().map(str::to_owned).collect();
    let weights: Vec<u64> = classes.iter().map(|class| weight(class)).collect();
    for (class_number, (class, &weight)) in classes.iter().zip(&weights).enumerate() {
        let class_number =
            Class(u8::try_from(class_number).map_err(|_| error("a register takes at most 256 classes of stock"))?);
        let mut deltas = corporation.ledger.deltas(class, at);
        let mut enter = |account: &str, shares: i128| -> Result<(), TabulationError> {
            let shares = u64::try_from(shares).map_err(|_| {
                error(format!(
                    "{account} would hold {shares} shares of {class}: more went out than came in"
                ))
            })?;
            if shares == 0 {
                without_shares.insert(account.to_owned());
                return Ok(());
            }
            // A holder of shares that count and of others has a position of each.
            for (part, standing) in parts(shares, left_out.get(&(class.as_str(), account))) {
                let weighted = part
                    .checked_mul(weight)
                    .ok_or_else(|| error(format!("the votes of {account} are too many to count")))?;
                let number = u32::try_from(votes.len())
                    .map_err(|_| error("a register takes at most 4,294,967,295 positions"))?;
                accounts.push(account);
                votes.push(Votes::new(weighted));
                class_column.push(class_number);
                standings.push(standing);
                numbers.entry(account.to_owned()).or_default().push(number);
            }
            Ok(())
        };
        for movement in corporation.ledger.up_to(at).filter(|movement| movement.class == *class) {
            let MovementKind::Import { list, .. } = &movement.kind else {
                continue;
            };
            let holders = evidence
                .holders(list)
                .ok_or_else(|| error(format!("the holder list {list} is not among the attachments")))?;
            for (index, account) in holders.accounts.iter().enumerate() {
                let imported = i128::from(holders.shares.get(index).copied().unwrap_or(0));
                enter(account, imported + deltas.remove(account).unwrap_or(0))?;
            }
        }
        for (account, shares) in deltas {
            enter(account, shares)?;
        }
    }
    for movement in &corporation.ledger.movements {
        match &movement.kind {
            // Who came with a list came with shares, or had them from a later one.
            MovementKind::Import { list, .. } if movement.happened > at => {
                let holders = evidence.holders(list);
                let accounts = holders.iter().flat_map(|holders| holders.accounts.iter());
                without_shares.extend(accounts.map(str::to_owned));
            }
            MovementKind::Import { .. } => {}
            MovementKind::Issue { holder, .. } => drop(without_shares.insert(holder.clone())),
            MovementKind::Transfer { from, to, .. } => without_shares.extend([from.clone(), to.clone()]),
        }
    }
    let columns = RegisterColumns {
        denominator: Denominator::WHOLE,
        votes: votes.into(),
        classes: (classes.len() > 1).then(|| class_column.into()),
        standings: standings
            .iter()
            .any(|standing| *standing != Standing::Counts)
            .then(|| standings.into()),
    };
    let register = Register::freeze(columns).map_err(|errors| {
        let messages: Vec<_> = errors.iter().map(ToString::to_string).collect();
        error(messages.join("; "))
    })?;
    Ok(Frozen {
        register,
        accounts: Arc::new(accounts),
        classes,
        votes_per_share: weights,
        numbers: Arc::new(numbers),
        without_shares: Arc::new(without_shares),
        book: book.clone(),
        holders: Arc::new(corporation.holders.clone()),
    })
}

/// The votes of a share of a class: what the certificate says, else one.
fn votes_per_share(book: &LawBook, class: &str) -> u64 {
    book.instruments()
        .iter()
        .filter(|instrument| instrument.kind == Source::Certificate)
        .flat_map(|instrument| instrument.provisions())
        .filter(|provision| provision.definition == &share_class::DEFINITION)
        .find(|provision| provision.get(&share_class::NAME).is_some_and(|name| name == class))
        .and_then(|provision| provision.get(&share_class::VOTES).copied())
        .unwrap_or(1)
}
