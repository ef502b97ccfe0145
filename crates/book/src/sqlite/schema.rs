//! The tables of a book in SQLite, and whether a file has exactly these.

use rusqlite::Connection;

use crate::hash::Hash;

/// The application id in the header of the file: the letters "QRTE".
pub(super) const APPLICATION_ID: i64 = 0x5152_5445;

/// The scripts that made each version of the tables from the one before. A released script never changes, since books keep its hash.
pub(super) const SCRIPTS: [&str; 1] = [include_str!("version-1.sql")];

/// The version of the tables that this program writes.
pub(super) const VERSION: u64 = 1;

/// Makes the tables, and notes each script by version and hash. The caller holds a transaction.
pub(super) fn make(connection: &Connection) -> rusqlite::Result<()> {
    for (version, script) in (1_i64..).zip(SCRIPTS) {
        connection.execute_batch(script)?;
        let hash = Hash::of(script.as_bytes());
        connection.execute(
            "INSERT INTO migration (version, script_hash) VALUES (?1, ?2)",
            (version, hash.as_bytes().as_slice()),
        )?;
    }
    Ok(())
}

/// Everything that the file declares and the scripts that made it, as bytes to compare with those of a new book.
///
/// It shows tables, indexes, views and triggers that were added, taken away or changed, which could make honest queries lie.
pub(super) fn fingerprint(connection: &Connection) -> rusqlite::Result<Vec<Vec<u8>>> {
    let declared =
        "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
    let scripts = "SELECT version || ' ' || hex(script_hash) FROM migration ORDER BY version";
    let mut lines = Vec::new();
    for query in [declared, scripts] {
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            lines.push(super::raw(row, 0)?);
        }
    }
    Ok(lines)
}

/// The fingerprint of a new book.
pub(super) fn expected_fingerprint() -> rusqlite::Result<Vec<Vec<u8>>> {
    let connection = Connection::open_in_memory()?;
    make(&connection)?;
    fingerprint(&connection)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `sha256sum src/sqlite/version-1.sql`: books carry this hash, so the script may never change again.
    #[test]
    fn released_scripts_have_not_changed() {
        assert_eq!(
            Hash::of(SCRIPTS[0].as_bytes()).to_string(),
            "0d98daf60dab9c72c226f2bf409ec2eda9bd1e458985fb6a270ca5192e10736e"
        );
    }

    #[test]
    fn there_is_a_script_for_each_version() {
        assert_eq!(u64::try_from(SCRIPTS.len()).unwrap(), VERSION);
    }
}
