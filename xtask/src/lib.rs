//! Test set-up, generated references and checks: what `cargo xtask` does, and what the tests of this package use.
//!
//! ```text
//! repository  where things stand; the cases of the casebook
//! mutants     every change of one number, office or fraction of a provision
//! mutate      which case notices each change
//! record      the committed results, and which sections have earned "executed" by them
//! generate    the references in docs/, made from the code and the casebook
//! originals   the texts that the bylaws were read from: sections, and the numbers and dates in them
//! ```

pub mod generate;
pub mod mutants;
pub mod mutate;
pub mod originals;
pub mod record;
pub mod repository;
pub mod test;
