//! Deliveries of a notice: `account,channel,address,sent,result,returned`, one delivery a row.
//!
//! Only `account` must be there; no other column than these may be.
//!
//! - `channel`: a channel of the vocabulary, such as mail; without the column the act says it for all.
//! - `address`: where it went, or the word for which address it was; may be empty.
//! - `sent`: a date; without the column the day of the act. Where the column is there, every row fills it.
//! - `result`: delivered, returned or failed; empty while nothing is known.
//! - `returned`: the date on which it came back, where that is known; a row that has one came back.

use std::fmt::Write as _;

use quorate_calendar::Day;
use quorate_corporation::evidence::{DeliveryResult, DeliveryTable};
use quorate_corporation::questions::common::channels;

use crate::records::{Field, push_cell};
use crate::table::{Errors, Table, TableErrors, text_of};

const COLUMNS: [&str; 6] = ["account", "channel", "address", "sent", "result", "returned"];
const HEADER: &str = "account,channel,address,sent,result,returned";

/// Reads a table of deliveries.
///
/// # Errors
/// Everything wrong with the file: no table, or a part of one, ever comes of a file with an error.
pub fn read_deliveries(bytes: &[u8]) -> Result<DeliveryTable, TableErrors> {
    let text = text_of(bytes)?;
    let mut table = Table::of(text, HEADER);
    let [account, channel, address, sent, result, returned] = COLUMNS.map(|name| table.column(name));
    refuse_unknown(&mut table, account.is_some());
    let mut read = DeliveryTable::default();
    let mut cells: Vec<Field<'_>> = Vec::new();
    let mut has_rows = false;
    while table.row(&mut cells).is_some() {
        has_rows = true;
        let Some(account) = account else { continue };
        let cell = &cells[account];
        if cell.text.trim().is_empty() {
            table.errors.add(cell.at, || {
                let help = "name the holder's account".to_owned();
                ("account: the cell is empty".to_owned(), Some(help))
            });
        }
        read.accounts.push(cell.text.trim());
        if let Some(index) = channel {
            read.channels.push(channel_of(&cells[index], &mut table.errors));
        }
        if let Some(index) = address {
            read.addresses.push(cells[index].text.trim());
        }
        if let Some(index) = sent {
            read.sent.extend(day_of("sent", &cells[index], &mut table.errors));
        }
        let came_back = returned.and_then(|index| optional_day("returned", &cells[index], &mut table.errors));
        let told = result.map_or(DeliveryResult::Sent, |index| {
            result_of(&cells[index], &mut table.errors)
        });
        if let (Some(_), DeliveryResult::Delivered, Some(index)) = (came_back, told, returned) {
            table.errors.add(cells[index].at, || {
                let help = "say returned or failed, or leave the date out".to_owned();
                (
                    "a delivery that arrived has a day on which it came back".to_owned(),
                    Some(help),
                )
            });
        }
        read.results.push(if came_back.is_some() {
            DeliveryResult::CameBack
        } else {
            told
        });
        if returned.is_some() {
            read.returned.push(came_back);
        }
    }
    if !table.header.is_empty() && !has_rows && table.errors.is_empty() {
        table.errors.add(text.len(), || {
            let help = "write one row for each".to_owned();
            ("the file has no deliveries".to_owned(), Some(help))
        });
    }
    table.finish().map(|()| read)
}

/// Refuses columns that are none of these, and a file without accounts.
fn refuse_unknown(table: &mut Table<'_>, has_account: bool) {
    let unknown: Vec<_> = table
        .header
        .iter()
        .filter(|field| !field.text.is_empty() && !COLUMNS.contains(&field.text.as_ref()))
        .cloned()
        .collect();
    for field in unknown {
        table.errors.add(field.at, || {
            let message = format!("\"{}\" is not a column of a file of deliveries", field.text);
            (message, Some(format!("columns: {HEADER}")))
        });
    }
    if !table.header.is_empty() && !has_account {
        table.errors.add(0, || {
            let message = "the column account is missing".to_owned();
            (message, Some(format!("columns: {HEADER}")))
        });
    }
}

fn channel_of(cell: &Field<'_>, errors: &mut Errors) -> u8 {
    let word = cell.text.trim();
    let place = channels().iter().position(|channel| *channel == word);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or_else(|| {
        errors.add(cell.at, || {
            let message = format!("channel: \"{word}\" is not a channel");
            (message, Some(format!("channels: {}", channels().join(", "))))
        });
        0
    })
}

fn result_of(cell: &Field<'_>, errors: &mut Errors) -> DeliveryResult {
    match cell.text.trim() {
        "" | "sent" => DeliveryResult::Sent,
        "delivered" => DeliveryResult::Delivered,
        "returned" | "failed" => DeliveryResult::CameBack,
        word => {
            errors.add(cell.at, || {
                let help = "results: delivered, returned, failed, or nothing".to_owned();
                (format!("result: \"{word}\" is not a result"), Some(help))
            });
            DeliveryResult::Sent
        }
    }
}

fn day_of(column: &str, cell: &Field<'_>, errors: &mut Errors) -> Option<Day> {
    let text = cell.text.trim();
    match Day::parse(text) {
        Ok(day) => Some(day),
        Err(why) => {
            errors.add(cell.at, || {
                let why = if text.is_empty() {
                    "the cell is empty".to_owned()
                } else {
                    why.to_string()
                };
                let help = format!("write a date, such as 2002-04-09, or leave out the column {column}");
                (format!("{column}: {why}"), Some(help))
            });
            None
        }
    }
}

fn optional_day(column: &str, cell: &Field<'_>, errors: &mut Errors) -> Option<Day> {
    if cell.text.trim().is_empty() {
        return None;
    }
    day_of(column, cell, errors)
}

/// Writes a table of deliveries so that [`read_deliveries`] reads it back; columns that the table leaves to the act are left out.
#[must_use]
pub fn write_deliveries(table: &DeliveryTable) -> String {
    let has = [
        !table.channels.is_empty(),
        !table.addresses.is_empty(),
        !table.sent.is_empty(),
        !table.results.is_empty(),
        !table.returned.is_empty(),
    ];
    let mut text = COLUMNS[0].to_owned();
    for (name, _) in COLUMNS[1..].iter().zip(has).filter(|(_, is_there)| *is_there) {
        text.push(',');
        text.push_str(name);
    }
    text.push('\n');
    for row in 0..table.accounts.len() {
        push_cell(&mut text, table.accounts.get(row));
        if let Some(place) = table.channels.get(row) {
            let _ = write!(text, ",{}", channels().get(usize::from(*place)).unwrap_or(&""));
        }
        if !table.addresses.is_empty() {
            text.push(',');
            push_cell(&mut text, table.addresses.get(row));
        }
        if let Some(day) = table.sent.get(row) {
            let _ = write!(text, ",{day}");
        }
        if let Some(result) = table.results.get(row) {
            text.push_str(match result {
                DeliveryResult::Sent => ",",
                DeliveryResult::Delivered => ",delivered",
                DeliveryResult::CameBack => ",returned",
            });
        }
        if let Some(day) = table.returned.get(row) {
            let _ = write!(text, ",{}", day.map_or_else(String::new, |day| day.to_string()));
        }
        text.push('\n');
    }
    text
}
