//! What a provision on the appointment of inspectors says beside who appoints.

use quorate_law::Provision;
use quorate_law::vocabulary::inspector_appointment as text;

/// What it says, in words.
pub fn in_words(provision: &Provision) -> String {
    let must_hold = |only: bool| {
        if only {
            "an inspector must hold stock"
        } else {
            "an inspector need not hold stock"
        }
    };
    let may_serve = |may: bool| {
        if may {
            "a candidate may serve"
        } else {
            "a candidate may not serve"
        }
    };
    let says = [
        provision.word(&text::DUTY).map(|duty| format!("a duty: {duty}")),
        allowed(provision).map(|allowed| format!("number: {allowed}")),
        provision.get(&text::CANDIDATES).map(|may| may_serve(*may).to_owned()),
        provision
            .get(&text::STOCKHOLDERS_ONLY)
            .map(|only| must_hold(*only).to_owned()),
        provision
            .says(&text::ALTERNATES)
            .then(|| "alternates may be named and act first in a vacancy".to_owned()),
        provision
            .get(&text::ACTS_BY)
            .map(|fraction| format!("the act of {fraction} of them is the act of all")),
        provision
            .says(&text::OATH)
            .then(|| "each takes an oath first".to_owned()),
    ];
    says.into_iter().flatten().collect::<Vec<_>>().join("; ")
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
