//! How shares in several names are voted.

use crate::fraction::Fraction;
use crate::standing::Effect;
use crate::vocabulary::{Definition, Field, Term};

/// How many of them decide.
pub static DECIDED_BY: Field<Fraction> = Field::argument("decided-by", "how many of them decide for all");

/// Of whom the fraction is taken.
pub static OF: Field<Term> = Field::property("of", "of whom the fraction is taken")
    .one_of(&["those voting", "all of them", "the first named of those voting"])
    .required();

/// When one votes all the shares alone.
pub static ONE_ALONE: Field<Term> = Field::property(
    "one-alone",
    "when one of them votes all the shares: if nobody else of them votes, or if nobody else of them is present",
)
.one_of(&["voting", "present"]);

/// What follows on an even split.
pub static EVEN_SPLIT: Field<Term> =
    Field::property("even-split", "what follows on an even split").one_of(&["in proportion", "equally", "not voted"]);

/// Whether a court may add a person.
pub static COURT: Field<bool> = Field::property("court", "whether a court may add a person who decides an even split");

/// Whether an instrument may say otherwise.
pub static INSTRUMENT: Field<bool> = Field::property(
    "instrument",
    "whether an instrument or order may say otherwise, once the secretary has written notice and a copy of it",
);

/// Whether interests count instead of heads.
pub static BY_INTEREST: Field<bool> = Field::property(
    "by-interest",
    "whether majority and split are counted by interest where the instrument filed shows unequal interests",
);

/// Whether the shares count for the quorum.
pub static FOR_QUORUM: Field<bool> = Field::property(
    "for-quorum",
    "whether the presence of one alone represents the shares for the quorum",
);

/// How shares in several names are voted.
pub static DEFINITION: Definition = Definition {
    name: "joint-holders",
    title: "How shares in several names are voted",
    feeds: &["joint-holders-vote"],
    statute_effect: Effect::Fixes,
    doc: "Of several persons in whose names shares stand: how many decide, what one may do alone, what follows on an even split, and whether an instrument may say otherwise (8 Del. C. §§ 217(b), 218(a)). The statute's only exception is that instrument, so that its effect is to fix the point.",
    example: r#"joint-holders "majority" of="those voting" one-alone="voting" even-split="in proportion""#,
    fields: &[
        &DECIDED_BY.spec,
        &OF.spec,
        &ONE_ALONE.spec,
        &EVEN_SPLIT.spec,
        &COURT.spec,
        &INSTRUMENT.spec,
        &BY_INTEREST.spec,
        &FOR_QUORUM.spec,
    ],
    scopes: &["relation"],
};
