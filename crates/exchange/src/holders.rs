//! A list of holders of a class: `account,name,address,shares`, one holder a row.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;

use quorate_corporation::evidence::HolderList;

use crate::records::push_cell;
use crate::table::{Table, TableErrors, line_of, text_of, whole};

const COLUMNS: [&str; 4] = ["account", "name", "address", "shares"];
const HEADER: &str = "account,name,address,shares";

/// Reads a list of holders. All four columns must be there, and no other; every account stands once; shares are whole numbers.
///
/// # Errors
/// Everything wrong with the file: no list, or a part of one, ever comes of a file with an error.
pub fn read_holders(bytes: &[u8]) -> Result<HolderList, TableErrors> {
    let text = text_of(bytes)?;
    let mut table = Table::of(text, HEADER);
    let columns = columns(&mut table);
    let mut list = HolderList::default();
    let mut known: HashMap<Cow<'_, str>, usize> = HashMap::new();
    let mut cells = Vec::new();
    let mut has_rows = false;
    while let Some(start) = table.row(&mut cells) {
        has_rows = true;
        // Without its columns a row cannot be read; its number of cells was checked all the same.
        let Some([account, name, address, shares]) = columns else {
            continue;
        };
        match whole("shares", cells[shares].text.trim()) {
            Ok(count) => list.shares.push(count),
            Err((message, help)) => table.errors.add(cells[shares].at, || (message, help)),
        }
        list.names.push(cells[name].text.trim());
        list.addresses.push(cells[address].text.trim());
        let (cell, at) = (std::mem::take(&mut cells[account].text), cells[account].at);
        let cell = match cell {
            Cow::Borrowed(cell) => Cow::Borrowed(cell.trim()),
            Cow::Owned(cell) => Cow::Owned(cell.trim().to_owned()),
        };
        if cell.is_empty() {
            table.errors.add(at, || {
                (
                    "account: the cell is empty".to_owned(),
                    Some("give each holder an account".to_owned()),
                )
            });
            continue;
        }
        list.accounts.push(&cell);
        match known.entry(cell) {
            Entry::Vacant(place) => {
                place.insert(start);
            }
            Entry::Occupied(first) => table.errors.add(at, || {
                let message = format!(
                    "the account {} stands on line {} already; every account stands once",
                    first.key(),
                    line_of(text, *first.get())
                );
                (
                    message,
                    Some("add the shares up in one row, or correct the account".to_owned()),
                )
            }),
        }
    }
    if columns.is_some() && !has_rows && table.errors.is_empty() {
        table.errors.add(text.len(), || {
            (
                "the list has no holders".to_owned(),
                Some("write one row for each holder".to_owned()),
            )
        });
    }
    table.finish().map(|()| list)
}

/// The places of the columns, in the order of [`COLUMNS`].
fn columns(table: &mut Table<'_>) -> Option<[usize; 4]> {
    let unknown: Vec<_> = table
        .header
        .iter()
        .filter(|field| !field.text.is_empty() && !COLUMNS.contains(&field.text.as_ref()))
        .cloned()
        .collect();
    for field in unknown {
        table.errors.add(field.at, || {
            (
                format!("\"{}\" is not a column of a holder list", field.text),
                Some(format!("columns: {HEADER}")),
            )
        });
    }
    if table.header.is_empty() {
        return None;
    }
    let places = COLUMNS.map(|name| table.column(name));
    for (name, _) in COLUMNS.iter().zip(&places).filter(|(_, place)| place.is_none()) {
        table.errors.add(0, || {
            (
                format!("the column {name} is missing"),
                Some(format!("columns: {HEADER}")),
            )
        });
    }
    let [Some(account), Some(name), Some(address), Some(shares)] = places else {
        return None;
    };
    Some([account, name, address, shares])
}

/// Writes a list of holders so that [`read_holders`] reads it back.
#[must_use]
pub fn write_holders(list: &HolderList) -> String {
    let mut text = format!("{HEADER}\n");
    for (index, shares) in list.shares.iter().enumerate() {
        for column in [&list.accounts, &list.names, &list.addresses] {
            push_cell(&mut text, column.get(index));
            text.push(',');
        }
        let _ = writeln!(text, "{shares}");
    }
    text
}
