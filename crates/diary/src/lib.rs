//! Diaries: text files of dated acts beside their instruments and lists, read, checked and judged.
//!
//! ```text
//! read          a diary's text to entries, every problem at its place     read, read_in_zone, read_story
//! files         the files that acts name, as evidence by hash             Files, Folder
//! check         a whole diary judged from the start                       check, Checked, Judged
//! diagnostic    what a ruling finds fault with, and every place of it     Diagnostic
//! blame         which act's property stated a fact                        Blames
//! ```
//!
//! A diary is a KDL document. Each node is an act: its name is the act's, its argument the act's first property, its properties
//! the others, with `on` (when it happened), `by` (who acted) and `id` (a name to refer to it by):
//!
//! ```text
//! call-meeting "annual-2002" kind="annual" at="2002-04-17T10:00" place="Provo, Utah" on="2002-01-15" by="board of directors"
//! ```
//!
//! **Order.** Acts may stand in any order in the file. They are judged by day; within a day those without an hour come first, in
//! the order of the file, then the others by hour (decision 0006).
//!
//! The crate reads no disk, clock or network: whoever calls it gives the text, and the other files through [`Files`].

mod blame;
mod check;
mod diagnostic;
mod files;
mod read;

pub use blame::Blames;
pub use check::{Checked, Counts, Judged, check, check_by, check_story, judge};
pub use diagnostic::{Diagnostic, Level, Mark, Place, diagnose, misdirected};
pub use files::{Files, Folder, NoFiles, hash_of};
pub use read::{Entry, Problem, read, read_in_zone, read_story, sort};
