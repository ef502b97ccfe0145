//! A meeting's count as it stands, for those who look into it: exceptions, what moved, and what ties.

use quorate_law::LawBook;

use super::{
    FiledRow, MovedRow, RowException, TabulationError, error, exceptions, filed_row, freeze_counted, moved, reconciled,
    tabulate,
};
use crate::event::ReconciledLine;
use crate::evidence::Evidence;
use crate::inquiry::Practice;
use crate::state::{Corporation, Meeting};
use crate::when::When;

/// A count looked into.
#[derive(Clone, Debug)]
pub struct Inspected {
    /// How many rows there are.
    pub rows: usize,
    /// Every row that is not counted.
    pub exceptions: Vec<RowException>,
    /// The rows that ended otherwise than in the preliminary count; none where there was none.
    pub moved: Vec<(FiledRow, MovedRow)>,
    /// Each class and item, with whether its choices add up to what is represented.
    pub lines: Vec<ReconciledLine>,
}

/// Counts a meeting as it stands, whether or not it was counted before, and says what is not counted and what moved.
///
/// # Errors
/// When the meeting has no record date, or there is no register or count.
pub fn inspect(
    corporation: &Corporation,
    book: &LawBook,
    evidence: &dyn Evidence,
    practice: &Practice,
    meeting: &Meeting,
) -> Result<Inspected, TabulationError> {
    let record_date = meeting
        .register_date()
        .ok_or_else(|| error("the meeting has no record date; fix one with fix-record-date"))?;
    let close = When::from(practice.close_of_business.on(record_date));
    let counted_at = meeting.last_closing().unwrap_or(When::from(meeting.at));
    let frozen = freeze_counted(corporation, book, evidence, close, counted_at)?;
    let now = tabulate(meeting, &frozen, evidence, meeting.last_closing())?;
    let moved = match &meeting.inspection.preliminary {
        None => Vec::new(),
        Some(preliminary) => {
            let before = &preliminary.as_it_stood;
            let before = tabulate(before, &frozen, evidence, before.last_closing())?;
            moved(&before, &now)
        }
    };
    let named = |row: MovedRow| (filed_row(meeting, evidence, row.origin), row);
    Ok(Inspected {
        rows: now.rows,
        exceptions: exceptions(meeting, evidence, &now),
        moved: moved.into_iter().map(named).collect(),
        lines: reconciled(&frozen, &now),
    })
}
