//! A book in one SQLite file.
//!
//! **One file, safe at any moment.** The journal mode is DELETE with `synchronous = EXTRA`: while a transaction is being written,
//! the pages it replaces lie in a journal beside the file; deleting the journal is the commit, and the folder is synced before a
//! commit is acknowledged, so that neither a killed program nor lost power takes an acknowledged entry back. At rest there is one
//! file, which can be copied, mailed and opened from read-only media. WAL would append with fewer syncs, but keeps its newest
//! entries in a second file (with a third for readers), and a copy of the one file alone would silently lack them; a corporation
//! enters acts by the day, not by the millisecond, and bulk imports share one transaction.
//!
//! **One writer at a time.** Appending takes the write lock before it reads the head; who finds it taken waits for the patience
//! set by [`SqliteBook::set_patience`] and is then told so.
//!
//! **A file from elsewhere is not trusted**: its declarations must be exactly those of a new book, its schema may call no
//! functions, and every entry is checked as it is read.

mod failure;
mod schema;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Row, Transaction, TransactionBehavior};

use crate::entry::{Draft, FORMAT_VERSION, Genesis, StoredEntry};
use crate::error::{AppendError, BookError};
use crate::fault::{Fault, Place, Wrong};
use crate::hash::Hash;
use crate::store::{self, Appended, Entries, Head, Store, StoredAttachment};

/// How long a writer waits for another one, unless told otherwise.
const PATIENCE: Duration = Duration::from_secs(5);

/// A book in one SQLite file.
#[derive(Debug)]
pub struct SqliteBook {
    connection: Connection,
    name: String,
}

impl SqliteBook {
    /// Creates a book with this genesis at `path`, where nothing is yet but perhaps the empty file of a creation that was interrupted.
    ///
    /// # Errors
    /// Something is already there; the file cannot be written.
    pub fn create(path: &Path, genesis: &Genesis) -> Result<Self, BookError> {
        let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let created = Self::connect(path, access).and_then(|book| Ok(book.create_tables(genesis)?.then_some(book)));
        match created {
            Ok(Some(book)) => Ok(book),
            Ok(None) | Err(BookError::NotABook { .. } | BookError::Damaged { .. }) => Err(BookError::AlreadyThere {
                book: path.display().to_string(),
            }),
            Err(other) => Err(other),
        }
    }

    /// Opens a book for reading and writing; what an interrupted writer left half done is taken back.
    ///
    /// # Errors
    /// There is no book at `path`, or none that this program can read; it is damaged; it is locked.
    pub fn open(path: &Path) -> Result<Self, BookError> {
        let book = Self::open_as(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        book.sweep(path)?;
        Ok(book)
    }

    /// Opens a book for reading only; nothing is ever written.
    ///
    /// # Errors
    /// As [`SqliteBook::open`]; and [`BookError::Interrupted`] when only a writer can put the book in order.
    pub fn open_read_only(path: &Path) -> Result<Self, BookError> {
        Self::open_as(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    /// Sets how long to wait for another writer before answering [`BookError::Locked`]; five seconds if never set.
    ///
    /// # Errors
    /// SQLite refuses the setting.
    pub fn set_patience(&mut self, patience: Duration) -> Result<(), BookError> {
        self.told(self.connection.busy_timeout(patience))
    }

    fn open_as(path: &Path, access: OpenFlags) -> Result<Self, BookError> {
        let name = path.display().to_string();
        match std::fs::metadata(path) {
            Ok(found) if found.is_file() => {}
            Ok(_) => {
                return Err(BookError::NotABook {
                    book: name,
                    because: "not a file".to_owned(),
                });
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(BookError::Missing { book: name });
            }
            Err(error) => {
                return Err(BookError::Storage {
                    book: name,
                    detail: error.to_string(),
                });
            }
        }
        let book = Self::connect(path, access)?;
        book.check_identity()?;
        book.check_declarations()?;
        let (_, version) = Genesis::read(&book.stored_genesis()?)?;
        if version > FORMAT_VERSION {
            return Err(BookError::NewerVersion {
                book: book.name,
                found: version,
                known: FORMAT_VERSION,
            });
        }
        Ok(book)
    }

    /// Clears away the empty journal of a writer that was killed before it changed anything.
    ///
    /// SQLite lets such a journal lie until the next transaction that writes; so this is one, which writes the version that is there already.
    fn sweep(&self, path: &Path) -> Result<(), BookError> {
        let mut journal = path.as_os_str().to_owned();
        journal.push("-journal");
        if !Path::new(&journal).exists() || self.told(self.connection.is_readonly("main"))? {
            return Ok(());
        }
        self.told(self.connection.busy_timeout(Duration::ZERO))?;
        let swept = self.writing().and_then(|transaction| {
            let written = self.write_version().and_then(|()| transaction.commit());
            self.told(written)
        });
        self.told(self.connection.busy_timeout(PATIENCE))?;
        match swept {
            // The journal is that of a writer at work.
            Err(BookError::Locked { .. }) => Ok(()),
            other => other,
        }
    }

    fn connect(path: &Path, access: OpenFlags) -> Result<Self, BookError> {
        let name = path.display().to_string();
        // Made absolute so that no path is one of the names that mean something else to SQLite, such as ":memory:".
        let absolute = std::path::absolute(path).map_err(|error| BookError::Storage {
            book: name.clone(),
            detail: error.to_string(),
        })?;
        let connection = Connection::open_with_flags(absolute, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(|error| failure::translate(&name, &error))?;
        let book = Self { connection, name };
        book.told(book.configure())?;
        Ok(book)
    }

    fn configure(&self) -> rusqlite::Result<()> {
        self.connection.busy_timeout(PATIENCE)?;
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        self.connection.pragma_update(None, "cell_size_check", true)?;
        self.connection.pragma_update(None, "synchronous", "EXTRA")
    }

    /// Makes the tables in an empty file; false when it is not empty.
    fn create_tables(&self, genesis: &Genesis) -> Result<bool, BookError> {
        let transaction = self.writing()?;
        // An empty file counts as one page once a writer has it.
        let declared = self.told(transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)))?;
        let contents = [
            declared,
            self.header_number("application_id")?,
            self.header_number("user_version")?,
        ];
        if contents != [0, 0, 0] || self.header_number("page_count")? > 1 {
            return Ok(false);
        }
        let made = schema::make(&transaction)
            .and_then(|()| transaction.pragma_update(None, "application_id", schema::APPLICATION_ID))
            .and_then(|()| self.write_version())
            .and_then(|()| transaction.execute("INSERT INTO genesis VALUES (1, ?1)", [genesis.canonical()]))
            .and_then(|_| transaction.execute("INSERT INTO head VALUES (1, 0, ?1)", [genesis.hash().as_bytes()]))
            .and_then(|_| transaction.commit());
        self.told(made)?;
        Ok(true)
    }

    fn write_version(&self) -> rusqlite::Result<()> {
        self.connection
            .pragma_update(None, "user_version", schema::VERSION.cast_signed())
    }

    fn check_identity(&self) -> Result<(), BookError> {
        let application_id = self.header_number("application_id")?;
        let version = self.header_number("user_version")?;
        if application_id != schema::APPLICATION_ID {
            let because = match self.header_number("page_count")? {
                0 => "the file is empty; if its creation was interrupted, create the book again",
                _ => "the file is another program's SQLite database",
            };
            return Err(BookError::NotABook {
                book: self.name.clone(),
                because: because.to_owned(),
            });
        }
        match u64::try_from(version) {
            Ok(schema::VERSION) => Ok(()),
            Ok(found) if found > schema::VERSION => Err(BookError::NewerVersion {
                book: self.name.clone(),
                found,
                known: schema::VERSION,
            }),
            _ => Err(self.damaged(format!("its header says version {version}, which never was"))),
        }
    }

    fn header_number(&self, pragma: &str) -> Result<i64, BookError> {
        self.told(self.connection.pragma_query_value(None, pragma, |row| row.get(0)))
    }

    fn check_declarations(&self) -> Result<(), BookError> {
        let found = self.told(schema::fingerprint(&self.connection))?;
        let expected = self.told(schema::expected_fingerprint())?;
        if found == expected {
            return Ok(());
        }
        let differs = found.iter().find(|line| !expected.contains(line));
        let line = differs.or_else(|| expected.iter().find(|line| !found.contains(line)));
        let line = line.map_or_else(String::new, |line| String::from_utf8_lossy(line).into_owned());
        Err(self.damaged(format!(
            "its tables are not declared as in a book; the first difference is at: {line}"
        )))
    }

    fn damaged(&self, detail: String) -> BookError {
        BookError::Damaged {
            book: self.name.clone(),
            detail,
        }
    }

    fn told<T>(&self, result: rusqlite::Result<T>) -> Result<T, BookError> {
        result.map_err(|error| failure::translate(&self.name, &error))
    }

    /// A transaction that holds the write lock from the start, so that what it reads stays true until it commits.
    fn writing(&self) -> Result<Transaction<'_>, BookError> {
        if self.told(self.connection.is_readonly("main"))? {
            return Err(BookError::ReadOnly {
                book: self.name.clone(),
            });
        }
        self.told(Transaction::new_unchecked(
            &self.connection,
            TransactionBehavior::Immediate,
        ))
    }

    fn insert(&self, stored: &StoredEntry) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO entry (number, previous, hash, act_id, content_hash, happened, entered, canonical)
             VALUES (?1, ?2, ?3, CAST(?4 AS TEXT), ?5, CAST(?6 AS TEXT), CAST(?7 AS TEXT), ?8)",
        )?;
        statement.execute((
            sql_number(stored.number),
            &stored.previous,
            &stored.hash,
            &stored.act_id,
            &stored.content_hash,
            &stored.happened,
            &stored.entered,
            &stored.canonical,
        ))?;
        Ok(())
    }

    fn set_head(&self, head: &Head) -> rusqlite::Result<()> {
        let mut statement = self
            .connection
            .prepare_cached("UPDATE head SET number = ?1, hash = ?2 WHERE one = 1")?;
        match statement.execute((sql_number(head.number), head.hash.as_bytes()))? {
            1 => Ok(()),
            changed => Err(rusqlite::Error::StatementChangedRows(changed)),
        }
    }
}

/// The columns of an entry, in the order in which [`stored_entry`] reads them.
const ENTRY: &str = "SELECT number, previous, hash, act_id, content_hash, happened, entered, canonical FROM entry";

impl Store for SqliteBook {
    fn stored_genesis(&self) -> Result<Vec<u8>, BookError> {
        self.told(
            self.connection
                .query_row("SELECT canonical FROM genesis", [], |row| raw(row, 0)),
        )
    }

    fn head(&self) -> Result<Head, BookError> {
        let mut statement = self.told(self.connection.prepare_cached("SELECT number, hash FROM head"))?;
        let (number, hash) = self.told(statement.query_row([], |row| Ok((row.get::<_, i64>(0)?, raw(row, 1)?))))?;
        match (u64::try_from(number), Hash::from_bytes(&hash)) {
            (Ok(number), Some(hash)) => Ok(Head { number, hash }),
            _ => Err(self.damaged("the head is no number and hash".to_owned())),
        }
    }

    fn append(&mut self, expected: &Head, drafts: &[Draft]) -> Result<Vec<Appended>, AppendError> {
        let transaction = self.writing()?;
        let planned = store::plan(self, expected, drafts)?;
        if let Some(head) = store::new_head(&planned) {
            for appended in planned.iter().filter(|appended| !appended.repeated) {
                self.told(self.insert(&StoredEntry::from(&appended.entry)))?;
            }
            self.told(self.set_head(&head))?;
            self.told(transaction.commit())?;
        }
        Ok(planned)
    }

    fn stored_entries(&self, from: u64, limit: usize) -> Result<Vec<StoredEntry>, BookError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let query = format!("{ENTRY} WHERE number >= ?1 ORDER BY number LIMIT ?2");
        let found = self.connection.prepare_cached(&query).and_then(|mut statement| {
            statement
                .query_map((sql_number(from), limit), stored_entry)?
                .collect::<rusqlite::Result<Vec<_>>>()
        });
        let found = self.told(found)?;
        // A broken index of the file could otherwise send a walk round in circles.
        let is_ascending = found.first().is_none_or(|first| first.number >= from)
            && found.is_sorted_by(|one, next| one.number < next.number);
        if is_ascending {
            Ok(found)
        } else {
            Err(self.damaged("its entries are out of order".to_owned()))
        }
    }

    fn stored_act(&self, act_id: &str) -> Result<Option<StoredEntry>, BookError> {
        let query = format!("{ENTRY} WHERE act_id = ?1");
        let found = self
            .connection
            .prepare_cached(&query)
            .and_then(|mut statement| statement.query_row([act_id], stored_entry).optional());
        self.told(found)
    }

    fn put_attachment(&mut self, bytes: &[u8]) -> Result<Hash, BookError> {
        let hash = Hash::of(bytes);
        let transaction = self.writing()?;
        if !self.holds_attachment(&hash)? {
            let insert = "INSERT INTO attachment (hash, bytes) VALUES (?1, ?2)";
            self.told(transaction.execute(insert, (hash.as_bytes(), bytes)))?;
            self.told(transaction.commit())?;
        }
        Ok(hash)
    }

    fn holds_attachment(&self, hash: &Hash) -> Result<bool, BookError> {
        let found = self
            .connection
            .prepare_cached("SELECT 1 FROM attachment WHERE hash = ?1")
            .and_then(|mut statement| statement.exists([hash.as_bytes()]));
        self.told(found)
    }

    fn stored_attachment(&self, hash: &Hash) -> Result<Option<Vec<u8>>, BookError> {
        let query = "SELECT bytes FROM attachment WHERE hash = ?1";
        self.told(
            self.connection
                .query_row(query, [hash.as_bytes()], |row| raw(row, 0))
                .optional(),
        )
    }

    fn stored_attachment_after(&self, hash: Option<&[u8]>) -> Result<Option<StoredAttachment>, BookError> {
        let query = "SELECT hash, bytes FROM attachment WHERE ?1 IS NULL OR hash > ?1 ORDER BY hash LIMIT 1";
        let found = self.connection.prepare_cached(query).and_then(|mut statement| {
            let read = |row: &Row<'_>| {
                Ok(StoredAttachment {
                    hash: raw(row, 0)?,
                    bytes: raw(row, 1)?,
                })
            };
            statement.query_row([hash], read).optional()
        });
        let found = self.told(found)?;
        match (&found, hash) {
            (Some(next), Some(hash)) if next.hash.as_slice() <= hash => {
                Err(self.damaged("its attachments are out of order".to_owned()))
            }
            _ => Ok(found),
        }
    }

    fn storage_faults(&self) -> Result<Vec<Fault>, BookError> {
        let found = self
            .connection
            .prepare("PRAGMA integrity_check")
            .and_then(|mut statement| {
                statement
                    .query_map([], |row| raw(row, 0))?
                    .collect::<rusqlite::Result<Vec<_>>>()
            });
        let complaints = self.told(found)?.into_iter().filter(|line| line != b"ok");
        let fault = |line: Vec<u8>| {
            Fault::new(
                Place::Storage,
                Wrong::Storage,
                "ok",
                String::from_utf8_lossy(&line).into_owned(),
            )
        };
        Ok(complaints.map(fault).collect())
    }

    fn entries(&self, from: u64) -> Entries<'_> {
        Entries::new(self, from)
    }
}

/// A number of an entry as SQLite's signed integer; numbers beyond that are beyond every entry.
fn sql_number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn stored_entry(row: &Row<'_>) -> rusqlite::Result<StoredEntry> {
    let number: i64 = row.get(0)?;
    let number = u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, number))?;
    Ok(StoredEntry {
        number,
        previous: raw(row, 1)?,
        hash: raw(row, 2)?,
        act_id: raw(row, 3)?,
        content_hash: raw(row, 4)?,
        happened: raw(row, 5)?,
        entered: raw(row, 6)?,
        canonical: raw(row, 7)?,
    })
}

/// The bytes of a column, whatever the file makes of its type: an altered column is for the checks to name, not for the reader to choke on.
fn raw(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<u8>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Blob(bytes) | ValueRef::Text(bytes) => bytes.to_vec(),
        ValueRef::Null => Vec::new(),
        ValueRef::Integer(number) => number.to_string().into_bytes(),
        ValueRef::Real(number) => number.to_string().into_bytes(),
    })
}
