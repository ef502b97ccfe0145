//! Proportions: a fraction of a base, "majority of voting power present".

use std::fmt;

use crate::fraction::Fraction;
use crate::standing::words;

words! {
    /// What is counted: shares one by one, or the votes that they carry.
    Measure {
        /// Shares.
        Shares => "shares",
        /// Votes (voting power).
        Votes => "votes",
        /// Directors.
        Directors => "directors",
    }
}

words! {
    /// What a fraction is taken of. Each base names whom it takes in; the count is made by the question.
    Base {
        /// Shares outstanding, whoever may vote them.
        SharesOutstanding => "shares outstanding",
        /// Shares outstanding and entitled to vote.
        SharesEntitled => "shares outstanding and entitled to vote",
        /// Voting power of the shares outstanding and entitled to vote.
        VotingPowerEntitled => "voting power outstanding and entitled to vote",
        /// Voting power of the shares entitled to vote in an election of directors.
        VotingPowerForDirectors => "voting power entitled to vote for directors",
        /// Shares present or represented.
        SharesPresent => "shares present",
        /// Shares present or represented and entitled to vote on the matter.
        SharesPresentEntitled => "shares present and entitled to vote on the matter",
        /// Voting power present or represented.
        VotingPowerPresent => "voting power present",
        /// Shares represented and voting: those cast for or against.
        SharesVoting => "shares represented and voting",
        /// Votes cast for or against.
        VotesCast => "votes cast",
        /// The shares that make the required quorum.
        RequiredQuorum => "required quorum",
        /// Outstanding shares of a class.
        ClassOutstanding => "shares of the class outstanding",
        /// Shares of a class present or represented.
        ClassPresent => "shares of the class present",
        /// The whole board: the authorized number of directors, vacant seats counted.
        WholeBoard => "whole board",
        /// Directors in office.
        DirectorsInOffice => "directors in office",
        /// Directors present.
        DirectorsPresent => "directors present",
    }
}

/// Other spellings that are read as one of the bases and printed as it.
const SPELLINGS: &[(&str, Base)] = &[
    (
        "stock issued and outstanding and entitled to vote",
        Base::SharesEntitled,
    ),
    ("stock entitled to vote", Base::SharesEntitled),
    ("shares entitled to vote", Base::SharesEntitled),
    ("outstanding shares", Base::SharesOutstanding),
    ("outstanding shares entitled to vote", Base::SharesEntitled),
    ("voting power entitled to vote", Base::VotingPowerEntitled),
    ("voting power represented", Base::VotingPowerPresent),
    ("shares represented", Base::SharesPresent),
    ("shares voting", Base::SharesVoting),
    ("authorized number of directors", Base::WholeBoard),
];

impl Base {
    /// Reads a base or one of its other spellings.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix("the ").unwrap_or(text);
        Self::from_word(text).or_else(|| {
            SPELLINGS
                .iter()
                .find(|(spelling, _)| *spelling == text)
                .map(|(_, base)| *base)
        })
    }

    /// What is counted.
    #[must_use]
    pub fn measure(self) -> Measure {
        match self {
            Self::SharesOutstanding
            | Self::SharesEntitled
            | Self::SharesPresent
            | Self::SharesPresentEntitled
            | Self::SharesVoting
            | Self::RequiredQuorum
            | Self::ClassOutstanding
            | Self::ClassPresent => Measure::Shares,
            Self::VotingPowerEntitled | Self::VotingPowerForDirectors | Self::VotingPowerPresent | Self::VotesCast => {
                Measure::Votes
            }
            Self::WholeBoard | Self::DirectorsInOffice | Self::DirectorsPresent => Measure::Directors,
        }
    }
}

/// A fraction of a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Proportion {
    /// How much.
    pub fraction: Fraction,
    /// Of what.
    pub base: Base,
}

impl Proportion {
    /// Reads "majority of shares outstanding" and the like.
    ///
    /// # Errors
    /// A sentence that says what was found and what is allowed.
    pub fn parse(text: &str) -> Result<Self, String> {
        let Some((fraction, base)) = text.split_once(" of ") else {
            return Err(format!(
                "\"{text}\" is not a proportion: write a fraction, the word of, and what it is taken of"
            ));
        };
        let fraction = Fraction::parse(fraction)?;
        let base = Base::parse(base).ok_or_else(|| {
            let words: Vec<_> = Base::ALL.iter().map(|base| base.word()).collect();
            format!("\"{base}\" is not a base; one of: {}", words.join("; "))
        })?;
        Ok(Self { fraction, base })
    }
}

impl fmt::Display for Proportion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} of {}", self.fraction, self.base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_base_reads_and_prints_back() {
        for base in Base::ALL {
            let text = format!("at least 2/3 of {base}");
            assert_eq!(Proportion::parse(&text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn other_spellings_are_read() {
        let proportion = Proportion::parse("majority of stock issued and outstanding and entitled to vote").unwrap();
        assert_eq!(proportion.base, Base::SharesEntitled);
        assert!(
            Proportion::parse("majority of everyone")
                .unwrap_err()
                .contains("not a base")
        );
    }
}
