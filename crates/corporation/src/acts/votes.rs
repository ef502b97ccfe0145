//! Shares that do not count, and resignations of directors who were not elected.

use quorate_calendar::Day;
use quorate_tally::Standing;

use super::common::{asked, day, with_given};
use super::shares::held;
use crate::act::{ActDefinition, Case, MEETING, Misdirected, Nature};
use crate::event::{Event, VotesEvent};
use crate::facts::{Fact, FactValue, Facts};
use crate::quantity::Quantity;
use crate::state::{STANDINGS, parts};

static CLASS: Fact<String> = Fact::new("class", "the class of stock, by its name in the certificate");
static HOLDER: Fact<String> = Fact::new("holder", "the holder's account");
static SHARES: Fact<u64> = Fact::new("shares", "how many shares; all that the holder has when none is given");
static STANDING: Fact<&'static str> = Fact::word(
    "standing",
    &[
        "treasury",
        "controlled subsidiary",
        "called for redemption",
        "enjoined",
        "not lawfully votable",
        "counts",
    ],
    "how the shares stand: why they do not count, or that they count again",
);
static DIRECTOR: Fact<String> = Fact::new("director", "the director");
static CONTINGENT: Fact<bool> = Fact::new(
    "contingent",
    "whether it is given before the election, for the case that it fails",
);
static IRREVOCABLE: Fact<bool> = Fact::new("irrevocable-stated", "whether it says that it is irrevocable");
static CERTIFICATION: Fact<Day> = Fact::new("certification", "the day on which the result was certified");

/// The acts of this file.
pub static ACTS: &[&ActDefinition] = &[&DESIGNATE_SHARES, &TENDER_RESIGNATION];

static DESIGNATE_SHARES: ActDefinition = ActDefinition {
    name: "designate-shares",
    title: "Shares are stated not to count",
    nature: Nature::Happening,
    doc: "Shares on the books belong to the corporation or to a subsidiary that it controls, are called for redemption with the money set aside, or may not be voted. From then on they are in no quorum and no vote, until it is stated that they count again. What counts is judged when the votes are counted, whoever held the shares on the record date.",
    example: "designate-shares \"Common Stock\" holder=\"A-17\" shares=400 standing=\"treasury\" on=\"2002-03-01\"",
    fields: &[&CLASS.spec, &HOLDER.spec, &SHARES.spec, &STANDING.spec],
    required: &["class", "holder", "standing"],
    file: None,
    questions: |case| {
        let (class, holder) = (case.need(&CLASS)?, case.need(&HOLDER)?);
        let has = held(case, &class, &holder);
        let shares = case.given(&SHARES).unwrap_or(has);
        if has == 0 || shares > has {
            return Err(Misdirected {
                message: format!(
                    "the account {holder} holds {} shares of {class}; {} were designated",
                    Quantity::whole(has),
                    Quantity::whole(shares)
                ),
                help: Some("check the account, the class and the number".to_owned()),
                field: if has == 0 { "holder" } else { "shares" },
            });
        }
        Ok(vec![asked(
            "shares-that-count",
            shares_that_count(case, &class, &holder)?,
        )?])
    },
    events: |case, _| {
        Ok(vec![Event::Votes(VotesEvent::SharesDesignated {
            class: case.need(&CLASS)?,
            holder: case.need(&HOLDER)?,
            shares: case.given(&SHARES),
            standing: case.need(&STANDING)?.to_owned(),
            happened: case.act.on,
        })])
    },
};

/// What of the class does not count once the act is entered, kind by kind.
fn shares_that_count(case: &Case<'_>, class: &str, holder: &str) -> Result<Facts, Misdirected> {
    let at = case.act.on;
    let mut left_out = case.corporation.voting.left_out(at);
    let word = case.need(&STANDING)?;
    let standing = STANDINGS
        .iter()
        .find(|(known, _)| *known == word)
        .map_or(Standing::Counts, |(_, standing)| *standing);
    let of_holder = left_out.entry((class, holder)).or_default();
    if standing == Standing::Counts {
        of_holder.clear();
    } else {
        of_holder.insert(standing, case.given(&SHARES));
    }
    let mut sums: Vec<(Standing, u64)> = Vec::new();
    for ((_, account), kinds) in left_out.iter().filter(|((of, _), _)| *of == class) {
        for (shares, standing) in parts(held(case, class, account), Some(kinds)) {
            match sums.iter_mut().find(|(known, _)| *known == standing) {
                Some((_, sum)) => *sum = sum.saturating_add(shares),
                None => sums.push((standing, shares)),
            }
        }
    }
    let issued = case.corporation.ledger.issued(class, at);
    let of = |standing: Standing| {
        let sum = sums
            .iter()
            .find(|(known, _)| *known == standing)
            .map_or(0, |(_, sum)| *sum);
        FactValue::Quantity(Quantity::whole(sum))
    };
    Ok(Facts::none()
        .with("meeting-date", FactValue::Day(at.day))
        .with("shares-issued", FactValue::Quantity(Quantity::whole(issued)))
        .with("treasury", of(Standing::Treasury))
        .with("controlled-subsidiary", of(Standing::ControlledSubsidiary))
        .with("called-for-redemption", of(Standing::CalledForRedemption))
        .with("enjoined", of(Standing::Enjoined))
        .with("not-lawfully-votable", of(Standing::NotVotable)))
}

static TENDER_RESIGNATION: ActDefinition = ActDefinition {
    name: "tender-resignation",
    title: "A director tenders a resignation for a failed election",
    nature: Nature::Happening,
    doc: "A director in office who was not elected tenders a resignation, or gives one before the election for the case that it fails. What follows is said by the bylaws; whether it is accepted is the board's own act.",
    example: "tender-resignation \"Avery Dean\" certification=\"2021-05-24\" on=\"2021-05-27\"",
    fields: &[
        &DIRECTOR.spec,
        &MEETING.spec,
        &CONTINGENT.spec,
        &IRREVOCABLE.spec,
        &CERTIFICATION.spec,
    ],
    required: &["director"],
    file: None,
    questions: |case| {
        let director = case.need(&DIRECTOR)?;
        if !case.corporation.directors.iter().any(|(name, _)| *name == director) {
            let known: Vec<&str> = case
                .corporation
                .directors
                .iter()
                .map(|(name, _)| name.as_str())
                .collect();
            return Err(Misdirected {
                message: format!("{director} is not a director"),
                help: Some(format!("directors: {}", known.join(", "))),
                field: "director",
            });
        }
        Ok(vec![asked("failed-election", resignation(case)?)?])
    },
    events: |case, _| {
        Ok(vec![Event::Votes(VotesEvent::ResignationTendered {
            director: case.need(&DIRECTOR)?,
            given: day(case),
            contingent: case.given(&CONTINGENT).unwrap_or(false),
            irrevocable: case.given(&IRREVOCABLE).unwrap_or(false),
        })])
    },
};

/// The facts of a resignation.
fn resignation(case: &Case<'_>) -> Result<Facts, Misdirected> {
    let name = match case.given(&CONTINGENT) {
        Some(true) => "resignation-given",
        _ => "tendered",
    };
    let facts = Facts::none()
        .with("in-office", FactValue::YesNo(true))
        .with(name, FactValue::Day(day(case)));
    let facts = with_given(with_given(facts, case, &IRREVOCABLE.spec), case, &CERTIFICATION.spec);
    Ok(match case.given(&MEETING) {
        Some(_) => facts.with("meeting-date", FactValue::Day(case.meeting()?.1.at.day)),
        None => facts,
    })
}
