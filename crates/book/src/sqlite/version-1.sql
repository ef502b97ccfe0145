-- The scripts that made these tables, each by the hash of its text.
CREATE TABLE migration (
    version INTEGER NOT NULL PRIMARY KEY,
    script_hash BLOB NOT NULL CHECK (length(script_hash) = 32)
) STRICT;

-- One row: whose book this is, as canonical JSON.
CREATE TABLE genesis (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    canonical BLOB NOT NULL
) STRICT;

-- One row: the last entry. Writers compare it before they add, and a lost end of the book shows by it.
CREATE TABLE head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL CHECK (number >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- The entries. The canonical bytes say everything; the other columns repeat parts of them for queries.
CREATE TABLE entry (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    act_id TEXT NOT NULL UNIQUE,
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    happened TEXT NOT NULL,
    entered TEXT NOT NULL,
    canonical BLOB NOT NULL
) STRICT;

-- Papers, registers and columns of votes, each once, under the hash of its contents.
CREATE TABLE attachment (
    hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    bytes BLOB NOT NULL
) STRICT;
