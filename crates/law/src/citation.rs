//! Citations: where a provision stands.

use crate::standing::words;

words! {
    /// The source of a provision, in the order in which the law ranks them, the highest first.
    Source {
        /// Federal law and rules.
        Federal => "federal",
        /// Rules of an exchange.
        Exchange => "exchange",
        /// The Delaware General Corporation Law.
        Statute => "statute",
        /// The certificate of incorporation, with its designations.
        Certificate => "certificate",
        /// The bylaws.
        Bylaws => "bylaws",
    }
}

/// Where a provision stands: the instrument and the section, with paragraph or clause where the section is more than one thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The source the instrument is.
    pub source: Source,
    /// How the instrument is named in a citation ("8 Del. C.", "Novell, Inc. bylaws").
    pub instrument: String,
    /// The section's number as the text has it ("222", "2.04", "IX").
    pub section: String,
    /// The clauses below the section, outermost first ("(b)", "¶ 2").
    pub clauses: Vec<String>,
}

impl Citation {
    /// The section with its clauses, without the instrument: "§ 222(b)", "§ 2.08 ¶ 2", "Art. IX".
    #[must_use]
    pub fn place(&self) -> String {
        let sign = if self.is_article() { "Art." } else { "§" };
        format!("{sign} {}", self.bare_place())
    }

    /// The section with its clauses and no sign: "222(b)", "2.08 ¶ 2".
    #[must_use]
    pub fn bare_place(&self) -> String {
        let mut place = self.section.clone();
        for clause in &self.clauses {
            if !clause.starts_with('(') {
                place.push(' ');
            }
            place.push_str(clause);
        }
        place
    }

    fn is_article(&self) -> bool {
        !self.section.is_empty() && self.section.chars().all(|letter| "IVXLC".contains(letter))
    }
}

impl std::fmt::Display for Citation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.instrument, self.place())
    }
}
