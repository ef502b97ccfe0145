//! What a provision on the appointment of inspectors says, and which such provisions are in force.

use quorate_law::vocabulary::inspector_appointment as text;
use quorate_law::vocabulary::inspector_appointment::DEFINITION;
use quorate_law::{Provision, Resolution, Situation};

use super::inspector_law::{is_bound, is_law};
use crate::facts::Fact;
use crate::inquiry::{Inquiry, Pause};
use crate::questions::common::rely_on;

/// Who serves.
pub static INSPECTORS: Fact<Vec<String>> = Fact::new("inspectors", "the names of the inspectors");
/// How many serve.
pub static NUMBER: Fact<u64> = Fact::new(
    "number",
    "how many inspectors were appointed, where their names are not given",
);

/// How many inspectors there are, as told or by their names.
pub fn number(inquiry: &Inquiry<'_>) -> Option<u64> {
    inquiry
        .known(&NUMBER)
        .or_else(|| u64::try_from(inquiry.known(&INSPECTORS)?.len()).ok())
}

/// The provisions on the appointment of inspectors that are in force.
pub struct InForce<'a> {
    /// What the sources say.
    pub resolution: Resolution<'a>,
    /// The corporation's own words, and the law's besides where it binds.
    pub rules: Vec<&'a Provision>,
    /// The law's section while it is not known whether it binds, and why that is not known.
    pub open: Option<(Vec<&'a Provision>, Pause)>,
}

impl<'a> InForce<'a> {
    /// What is in force, of which each provision is shown in words.
    ///
    /// # Errors
    /// Pauses when nothing is in force, or when only the law could be and it is not known whether it binds.
    pub fn of(inquiry: &mut Inquiry<'a>) -> Result<Self, Pause> {
        let resolution = inquiry.require(&DEFINITION, &Situation::general())?;
        let besides = besides(&resolution);
        let mut rules = resolution.controlling.clone();
        let open = match (is_bound(inquiry), resolution.first()) {
            (Ok(true), _) => {
                // The section is a default only for those whom it does not bind: here it holds besides the bylaws.
                rules.extend(&besides);
                rely_on(inquiry, &resolution, &rules);
                None
            }
            (Ok(false), _) if rules.iter().all(|provision| is_law(provision)) => {
                rely_on(inquiry, &resolution, &[]);
                return Err(Pause::NotApplicable(
                    "nobody is bound to appoint inspectors: the law's section does not bind, and no other text speaks"
                        .to_owned(),
                ));
            }
            (Ok(false), _) => None,
            // The bylaws' own words stand whether § 231 binds or not; only what it adds is open.
            (Err(pause), Some(first)) if !is_law(first) => Some((besides, pause)),
            (Err(pause), _) => return Err(pause),
        };
        for provision in &rules {
            inquiry.show(format!("{}: {}", provision.citation, in_words(provision)));
        }
        Ok(Self {
            resolution,
            rules,
            open,
        })
    }

    /// The law's section while it is not known whether it binds.
    pub fn open_rules(&self) -> &[&'a Provision] {
        self.open.as_ref().map_or(&[], |(rules, _)| rules)
    }
}

/// What the law's section says, where the corporation's own words took its place.
fn besides<'a>(resolution: &Resolution<'a>) -> Vec<&'a Provision> {
    resolution
        .displaced
        .iter()
        .map(|displaced| displaced.provision)
        .filter(|provision| is_law(provision))
        .collect()
}

/// The parts of a list that a text gives in one string.
pub fn listed(text: &str) -> Vec<String> {
    text.split(',')
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

/// What it says beside who appoints, in words.
pub fn in_words(provision: &Provision) -> String {
    let says = [
        provision.word(&text::DUTY).map(|duty| format!("a duty: {duty}")),
        provision
            .says(&text::IN_ADVANCE)
            .then(|| "the first appoints before the meeting".to_owned()),
        provision
            .word(&text::LATER_IF)
            .map(|when| format!("a later one appoints only where {when}")),
        allowed(provision).map(|allowed| format!("number: {allowed}")),
        provision.get(&text::CANDIDATES).map(|may| candidates(*may).to_owned()),
        provision
            .get(&text::BARRED)
            .map(|offices| format!("may not serve: {offices}")),
        provision
            .get(&text::STOCKHOLDERS_ONLY)
            .map(|only| stockholders(*only).to_owned()),
        provision
            .says(&text::ALTERNATES)
            .then(|| "alternates may be named and act first in a vacancy".to_owned()),
        provision.get(&text::ACTS_BY).map(acts_by),
        provision
            .says(&text::OATH)
            .then(|| "each takes an oath first".to_owned()),
        provision
            .word(&text::ADJOURNMENTS)
            .map(|whose| format!("at adjournments as well: those whom {whose} appointed")),
    ];
    says.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Whether a candidate may serve, in words.
pub fn candidates(may: bool) -> &'static str {
    if may {
        "a candidate may serve"
    } else {
        "a candidate may not serve"
    }
}

/// Whether an inspector must hold stock, in words.
pub fn stockholders(only: bool) -> &'static str {
    if only {
        "an inspector must hold stock"
    } else {
        "an inspector need not hold stock"
    }
}

/// By what part of them they act, in words.
pub fn acts_by(fraction: &impl std::fmt::Display) -> String {
    format!("the act of {fraction} of them is the act of all")
}

/// The numbers that a provision allows, in words.
pub fn allowed(provision: &Provision) -> Option<String> {
    let (min, max) = (provision.get(&text::NUMBER_MIN), provision.get(&text::NUMBER_MAX));
    match (min, max) {
        (Some(min), Some(max)) if provision.says(&text::LEAST_OR_GREATEST) => Some(format!("{min} or {max}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("{min} or more")),
        (None, Some(max)) => Some(format!("at most {max}")),
        (None, None) => None,
    }
}

/// Whether a provision allows a number of inspectors.
pub fn allows(provision: &Provision, number: u64) -> bool {
    let (min, max) = (provision.get(&text::NUMBER_MIN), provision.get(&text::NUMBER_MAX));
    if provision.says(&text::LEAST_OR_GREATEST) {
        return min == Some(&number) || max == Some(&number);
    }
    min.is_none_or(|min| number >= *min) && max.is_none_or(|max| number <= *max)
}
