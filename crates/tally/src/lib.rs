//! The counting engine: exact votes over columns, small and huge.
//!
//! One engine counts a meeting of ten holders and one of ten million.
//! It knows no law: it is given weights, an order of precedence, a closing of the polls and standards, and gives back totals.
//! Which shares count, which choices form a base and which fraction is asked are legal questions, answered elsewhere.
//!
//! ```text
//! Register                 what each holder may vote, frozen at the record date
//!   votes, class, standing    one column each; a holder number is an index
//! Matters                  what is voted on
//!   items                     a resolution, a nominee, or a choice among alternatives: one column of marks each
//! Instructions             one row for each instrument: proxy, ballot, revocation, attendance
//!   row, holder, kind, dated, received, sequence, part, votes
//!   marks                     for each item, a choice; or divided, with amounts in a side table
//! Rules                    which instrument is the later one, when the polls closed, what was set aside
//!
//! count(register, matters, instructions, rules) -> Tally
//!   totals                    by item, class and choice
//!   represented               by class, for the quorum
//!   exceptions, dispositions  what became of every row
//! Threshold, plurality     arithmetic on totals
//! ```
//!
//! Invariants, each of them tested against a slow second tally:
//!
//! * **The order of the rows changes no total, exception or count of dispositions.**
//! * **Every row ends in exactly one [`Disposition`].**
//! * **For every item that is not elected cumulatively, the votes of all choices and of those merely attending add up to the votes represented.**
//! * **No holder's votes are counted twice, nor beyond the holder's position.**
//! * **No sum can overflow once the register is frozen and the matters are accepted.**
//!
//! Matters whose polls close at different times are counted once for each closing ([`count_by_closing`]).

mod closings;
mod count;
mod election;
mod exceptions;
mod instructions;
mod matters;
mod precedence;
mod register;
mod standards;
mod validity;
mod votes;

pub use closings::{TalliesByClosing, count_by_closing};
pub use count::{CountError, Disposition, Order, Rules, Tally, Totals, count};
pub use election::{Plurality, plurality};
pub use exceptions::{Exception, ExceptionKind};
pub use instructions::{
    Choice, ColumnError, Division, InstructionColumns, Instructions, Instrument, Kind, Mark, RowId, WHOLE_POSITION,
};
pub use matters::{Matter, Matters};
pub use register::{Class, Register, RegisterColumns, RegisterError, Standing};
pub use standards::{Change, Fraction, Threshold, least_change};
pub use votes::{Denominator, Votes, VotesError};
