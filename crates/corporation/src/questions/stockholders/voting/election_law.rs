//! By which standard directors are elected: the law that the questions on elections share.

use quorate_calendar::Day;
use quorate_law::vocabulary::director_election::{CONTESTED, CONTESTED_AS_OF, CONTESTED_WHEN, DEFINITION, STANDARD};
use quorate_law::vocabulary::stockholder_vote;
use quorate_law::vocabulary::stockholder_vote::UNLESS;
use quorate_law::{Confidence, Proportion, Provision, Situation, Source};

use super::figures::of_class;
use super::vote_law::{Limb, limbs_of};
use crate::facts::Fact;
use crate::finding::Authority;
use crate::inquiry::{Inquiry, Pause};

/// Whether the election is contested.
pub static CONTESTED_ELECTION: Fact<bool> = Fact::new(
    "contested",
    "whether the election is contested as the text means it, mostly that there are more nominees than seats",
);
/// The nominees on the day as of which a contest is judged.
pub static NOMINEES_THEN: Fact<u64> = Fact::new(
    "nominees-then",
    "how many nominees there were on the day as of which the text judges whether the election is contested",
);
/// Whether a stockholder has nominated.
pub static STOCKHOLDER_NOMINATED: Fact<bool> = Fact::new(
    "stockholder-nominated",
    "whether a stockholder has nominated someone and not withdrawn it",
);
/// The day on which notice was given, from which a text may count the day of that judgment.
pub static NOTICE_GIVEN: Fact<Day> = Fact::new("notice-given", "the day on which notice of the meeting was given");

/// Who settles which standard is right.
pub const WHO_DECIDES: &str =
    "counsel beforehand, the inspectors of election or the chair at the meeting, and in the end the Court of Chancery";

/// What an election in figures tells of a contest.
#[derive(Clone, Copy)]
pub struct Contest {
    /// The nominees at the election.
    pub nominees: usize,
    /// The seats.
    pub seats: usize,
}

/// One standard.
pub enum Standard<'a> {
    /// The most votes fill the seats.
    Plurality(&'a Provision),
    /// Each nominee must reach these limbs.
    Limbs(Vec<Limb<'a>>),
}

/// A standard with why it is read so.
pub struct StandardReading<'a> {
    /// The standard.
    pub standard: Standard<'a>,
    /// Why.
    pub because: String,
}

impl Standard<'_> {
    /// The standard in the words of the vocabulary.
    pub fn words(&self) -> String {
        match self {
            Self::Plurality(_) => "plurality".to_owned(),
            Self::Limbs(limbs) => limbs
                .iter()
                .map(|limb| limb.proportion.to_string())
                .collect::<Vec<_>>()
                .join("; and "),
        }
    }

    /// The provisions that set it.
    pub fn provisions(&self) -> Vec<&Provision> {
        match self {
            Self::Plurality(provision) => vec![provision],
            Self::Limbs(limbs) => limbs.iter().map(|limb| limb.provision).collect(),
        }
    }
}

/// The standards, the preferred one first: several where the text is doubtful.
///
/// # Errors
/// Pauses when it must be known whether the election is contested, and when no source speaks.
pub fn standards<'a>(inquiry: &mut Inquiry<'a>, contest: Option<Contest>) -> Result<Vec<StandardReading<'a>>, Pause> {
    let situation = of_class(inquiry, Situation::general());
    let election = inquiry.consult(&DEFINITION, &situation)?;
    let own: Vec<&Provision> = election
        .controlling
        .iter()
        .copied()
        .filter(|provision| is_own(provision))
        .collect();
    if !own.is_empty() {
        let controlling = if election.are_readings {
            own
        } else {
            election.controlling.clone()
        };
        return controlling
            .into_iter()
            .map(|provision| {
                let because = format!("{} speaks of the election of directors", provision.citation);
                Ok(StandardReading {
                    standard: of_provision(inquiry, provision, contest)?,
                    because,
                })
            })
            .collect();
    }
    let mut readings = Vec::new();
    for provision in &election.controlling {
        let because = format!(
            "{} is the rule for directors unless a text sets another for them, and the vote at large is not set for them",
            provision.citation
        );
        readings.push(StandardReading {
            standard: of_provision(inquiry, provision, contest)?,
            because,
        });
    }
    if let Some(ordinary) = ordinary(inquiry)? {
        readings.push(ordinary);
    }
    if readings.is_empty() {
        Err(Pause::Silent(&DEFINITION))
    } else {
        Ok(readings)
    }
}

/// The corporation's own vote on matters at large, read as reaching elections: it makes no exception for them.
fn ordinary<'a>(inquiry: &mut Inquiry<'a>) -> Result<Option<StandardReading<'a>>, Pause> {
    let before = inquiry.trace.clone();
    let situation = Situation::general().with("matter", "election of directors");
    let vote = inquiry.consult(&stockholder_vote::DEFINITION, &situation)?;
    let own: Vec<&Provision> = vote
        .controlling
        .iter()
        .copied()
        .filter(|provision| is_own(provision))
        .collect();
    if own.is_empty() {
        // The statute's own rule for matters at large never reaches directors (§ 216(3)).
        inquiry.trace = before;
        return Ok(None);
    }
    let displaced: Vec<Authority> = vote
        .displaced
        .iter()
        .filter(|note| !is_own(note.provision))
        .map(|note| Authority::of(note.provision))
        .collect();
    inquiry
        .trace
        .displaced
        .retain(|note| !displaced.contains(&note.authority));
    let exceptions: Vec<String> = own
        .iter()
        .filter_map(|provision| provision.get(&UNLESS))
        .map(|words| format!("\"{words}\""))
        .collect();
    let mut because = format!(
        "{} governs every vote and makes no exception for elections by name",
        own[0].citation
    );
    if !exceptions.is_empty() {
        because.push_str(&format!(
            "; it gives way only where {}, and the statute's plurality is itself a default",
            exceptions.join(", ")
        ));
    }
    Ok(Some(StandardReading {
        standard: Standard::Limbs(limbs_of(own)),
        because,
    }))
}

fn is_own(provision: &Provision) -> bool {
    matches!(provision.citation.source, Source::Certificate | Source::Bylaws)
}

/// The standard that a provision on elections states, for a contested election its own where it has one.
fn of_provision<'a>(
    inquiry: &mut Inquiry<'_>,
    provision: &'a Provision,
    contest: Option<Contest>,
) -> Result<Standard<'a>, Pause> {
    let contested = match provision.word(&CONTESTED) {
        Some(word) if is_contested(inquiry, provision, contest)? => Some(word),
        _ => None,
    };
    let word = contested
        .or_else(|| provision.word(&STANDARD))
        .ok_or(Pause::Silent(&DEFINITION))?;
    if word == "plurality" {
        return Ok(Standard::Plurality(provision));
    }
    let proportion = Proportion::parse(word).map_err(Pause::Impossible)?;
    Ok(Standard::Limbs(vec![Limb { provision, proportion }]))
}

/// Whether an election is contested as a provision means it.
fn is_contested(inquiry: &mut Inquiry<'_>, provision: &Provision, contest: Option<Contest>) -> Result<bool, Pause> {
    if let Some(told) = inquiry.known(&CONTESTED_ELECTION) {
        return Ok(told);
    }
    if provision.word(&CONTESTED_WHEN) == Some("a stockholder has nominated") {
        return inquiry.need(&STOCKHOLDER_NOMINATED);
    }
    let Some(contest) = contest else {
        return inquiry.need(&CONTESTED_ELECTION);
    };
    let exceeds = |nominees: u64| u64::try_from(contest.seats).is_ok_and(|seats| nominees > seats);
    let Some(phrase) = provision.get(&CONTESTED_AS_OF) else {
        return Ok(contest.nominees > contest.seats);
    };
    if let Ok(day) = inquiry.point(phrase) {
        inquiry.show(format!(
            "{}: whether it is contested is judged as of {}",
            provision.citation,
            day.earlier()
        ));
    }
    if let Some(then) = inquiry.known(&NOMINEES_THEN) {
        inquiry.show(format!("{then} nominees then, for {} seats", contest.seats));
        return Ok(exceeds(then));
    }
    inquiry.trace.confidence = inquiry.trace.confidence.min(Confidence::Probable);
    inquiry.show("the nominees of that day are not told; those at the election are taken");
    Ok(contest.nominees > contest.seats)
}
