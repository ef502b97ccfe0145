//! Which of the applicable provisions control: effects instead of a winner (docs/decisions/0003).

use quorate_calendar::Day;

use crate::citation::Source;
use crate::instrument::Completeness;
use crate::law_book::{Situation, View};
use crate::provision::Provision;
use crate::standing::{Confidence, Effect, Reckoning, Vary};
use crate::vocabulary::Definition;

/// Something that must be known about the law before a question can go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// The day on which the law is to be taken.
    LawDay {
        /// The event whose day decides.
        reckoned_by: Reckoning,
        /// The first days of the periods in which the law differs.
        eras: Vec<Day>,
    },
    /// Whether the certificate of incorporation, which is not fully known, is silent on a point.
    Certificate(&'static Definition),
}

/// A provision that has no force here, and why.
#[derive(Clone, Debug)]
pub struct Displaced<'a> {
    /// The provision.
    pub provision: &'a Provision,
    /// The provision that displaces it.
    pub by: &'a Provision,
    /// Why, as a clause.
    pub because: &'static str,
}

/// The outcome of holding the applicable provisions against one another.
#[derive(Clone, Debug, Default)]
pub struct Resolution<'a> {
    /// The provisions that control, the highest-ranking first. Several either apply together or, where
    /// [`Resolution::are_readings`] says so, are alternatives.
    pub controlling: Vec<&'a Provision>,
    /// Whether the controlling provisions are alternatives between which nobody here decides.
    pub are_readings: bool,
    /// What was displaced.
    pub displaced: Vec<Displaced<'a>>,
    /// The effect that settled it, where more than one source spoke or the statute's effect matters.
    pub effect: Option<Effect>,
}

impl<'a> Resolution<'a> {
    /// Whether no source says anything.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.controlling.is_empty()
    }

    /// The first controlling provision.
    #[must_use]
    pub fn first(&self) -> Option<&'a Provision> {
        self.controlling.first().copied()
    }

    /// How sure the outcome is: as the weakest of what controls.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.controlling
            .iter()
            .map(|provision| provision.confidence)
            .min()
            .unwrap_or(Confidence::Sure)
    }
}

/// Holds the provisions of a definition that apply to a situation against one another.
///
/// `certificate_is_silent` answers, for a certificate that is not complete, whether it is assumed silent on the point: `None` when nobody has said.
///
/// # Errors
/// What must be known first: the law's day, or whether the certificate is silent.
pub fn resolve<'a>(
    view: &View<'a>,
    definition: &'static Definition,
    situation: &Situation,
    law_day: &dyn Fn(Reckoning) -> Option<Day>,
    certificate_is_silent: &dyn Fn(&'static Definition) -> Option<bool>,
) -> Result<Resolution<'a>, Need> {
    let applicable = view.applicable(definition, situation, law_day)?;
    let (mut kept, mut displaced) = narrower_prevails(applicable);
    // Highest rank first; within a source the narrower before the broader.
    kept.sort_by_key(|provision| (provision.citation.source, std::cmp::Reverse(provision.scope.0.len())));
    let (above, below): (Vec<_>, Vec<_>) = kept.into_iter().partition(|provision| is_law(provision));
    let effect = above.first().and_then(|provision| provision.effect);
    require_certificate(view, definition, &above, &below, certificate_is_silent)?;
    let (controlling, effect) = match strongest(&above) {
        Some(Effect::Fixes) => {
            let fixing: Vec<_> = above
                .iter()
                .copied()
                .filter(|provision| provision.effect == Some(Effect::Fixes))
                .collect();
            displace(&mut displaced, &below, &fixing, "the statute fixes the point");
            (fixing, Some(Effect::Fixes))
        }
        Some(Effect::Reserves) => {
            let certificate: Vec<_> = of_source(&below, Source::Certificate);
            let bylaws: Vec<_> = of_source(&below, Source::Bylaws);
            if certificate.is_empty() {
                displace(
                    &mut displaced,
                    &bylaws,
                    &above,
                    "only the certificate may say otherwise",
                );
                (above, Some(Effect::Reserves))
            } else {
                displace(
                    &mut displaced,
                    &bylaws,
                    &certificate,
                    "only the certificate may say otherwise",
                );
                displace(
                    &mut displaced,
                    &above,
                    &certificate,
                    "the certificate says otherwise, as the statute allows",
                );
                (certificate, Some(Effect::Reserves))
            }
        }
        Some(Effect::Enables) => enabled(&mut displaced, &above, &below),
        Some(Effect::Adds | Effect::Permits) => (above.into_iter().chain(below).collect(), effect),
        Some(Effect::Bounds | Effect::Default) => {
            let bounds: Vec<_> = above
                .iter()
                .copied()
                .filter(|provision| provision.effect == Some(Effect::Bounds))
                .collect();
            let defaults: Vec<_> = above
                .iter()
                .copied()
                .filter(|provision| provision.effect == Some(Effect::Default))
                .collect();
            let open = above
                .iter()
                .copied()
                .filter(|provision| matches!(provision.effect, Some(Effect::Adds | Effect::Permits)));
            let firm: Vec<_> = bounds.into_iter().chain(open).collect();
            let own = prevailing_below(&mut displaced, definition, below);
            if own.is_empty() {
                (firm.into_iter().chain(defaults).collect(), effect)
            } else {
                displace(
                    &mut displaced,
                    &defaults,
                    &own,
                    "the statute's rule is a default and yields",
                );
                (firm.into_iter().chain(own).collect(), effect)
            }
        }
        None => (prevailing_below(&mut displaced, definition, below), None),
    };
    let are_readings = conflicts_within_one_source(definition, &controlling);
    Ok(Resolution {
        controlling,
        are_readings,
        displaced,
        effect,
    })
}

fn is_law(provision: &Provision) -> bool {
    matches!(
        provision.citation.source,
        Source::Federal | Source::Exchange | Source::Statute
    )
}

fn of_source<'a>(provisions: &[&'a Provision], source: Source) -> Vec<&'a Provision> {
    provisions
        .iter()
        .copied()
        .filter(|provision| provision.citation.source == source)
        .collect()
}

/// The effect that decides when provisions of the law carry several.
fn strongest(above: &[&Provision]) -> Option<Effect> {
    let rank = |effect: Effect| match effect {
        Effect::Fixes => 0,
        Effect::Reserves => 1,
        Effect::Enables => 2,
        Effect::Bounds => 3,
        Effect::Default => 4,
        Effect::Adds => 5,
        Effect::Permits => 6,
    };
    above
        .iter()
        .filter_map(|provision| provision.effect)
        .min_by_key(|effect| rank(*effect))
}

/// Within one corporation's document the narrower statement prevails over the broader, unless such statements cumulate.
fn narrower_prevails(applicable: Vec<&Provision>) -> (Vec<&Provision>, Vec<Displaced<'_>>) {
    let mut displaced = Vec::new();
    let mut kept = Vec::new();
    for provision in &applicable {
        let cumulates = is_law(provision) || cumulates(provision.definition);
        let narrower = applicable.iter().copied().find(|other| {
            other.citation.source == provision.citation.source && other.scope.is_narrower_than(&provision.scope)
        });
        match narrower {
            Some(by) if !cumulates => {
                displaced.push(Displaced {
                    provision,
                    by,
                    because: "the narrower statement prevails over the broader",
                });
            }
            _ => kept.push(*provision),
        }
    }
    // A default of the statute also gives way to what the statute itself says more narrowly.
    let all = kept.clone();
    kept.retain(|broad| {
        let gives_way = is_law(broad) && !cumulates(broad.definition) && broad.effect == Some(Effect::Default);
        !(gives_way
            && all.iter().any(|narrow| {
                narrow.citation.source == broad.citation.source && narrow.scope.is_narrower_than(&broad.scope)
            }))
    });
    (kept, displaced)
}

fn cumulates(definition: &Definition) -> bool {
    matches!(definition.statute_effect, Effect::Adds | Effect::Permits)
}

/// Among the corporation's own documents the certificate ranks above the bylaws.
fn prevailing_below<'a>(
    displaced: &mut Vec<Displaced<'a>>,
    definition: &Definition,
    below: Vec<&'a Provision>,
) -> Vec<&'a Provision> {
    if cumulates(definition) {
        return below;
    }
    let certificate = of_source(&below, Source::Certificate);
    if certificate.is_empty() {
        return below;
    }
    let bylaws = of_source(&below, Source::Bylaws);
    displace(
        displaced,
        &bylaws,
        &certificate,
        "the certificate ranks above the bylaws",
    );
    certificate
}

fn enabled<'a>(
    displaced: &mut Vec<Displaced<'a>>,
    above: &[&'a Provision],
    below: &[&'a Provision],
) -> (Vec<&'a Provision>, Option<Effect>) {
    let certificate = of_source(below, Source::Certificate);
    let bylaws = of_source(below, Source::Bylaws);
    if certificate.is_empty() {
        displace(
            displaced,
            &bylaws,
            above,
            "it has no force without the certificate's grant",
        );
        return (above.to_vec(), Some(Effect::Enables));
    }
    (certificate.into_iter().chain(bylaws).collect(), Some(Effect::Enables))
}

/// Adds to the displaced those that say something else than every one that prevails over them.
fn displace<'a>(
    displaced: &mut Vec<Displaced<'a>>,
    losers: &[&'a Provision],
    winners: &[&'a Provision],
    because: &'static str,
) {
    let Some(by) = winners.first().copied() else { return };
    for provision in losers {
        if !winners.iter().any(|winner| provision.says_the_same_as(winner)) {
            displaced.push(Displaced { provision, by, because });
        }
    }
}

/// Whether the certificate could speak on this point, and we do not know whether it does.
fn require_certificate(
    view: &View<'_>,
    definition: &'static Definition,
    above: &[&Provision],
    below: &[&Provision],
    certificate_is_silent: &dyn Fn(&'static Definition) -> Option<bool>,
) -> Result<(), Need> {
    if view.only.is_some() || view.book.certificate() == Completeness::Complete {
        return Ok(());
    }
    let certificate_speaks = below
        .iter()
        .any(|provision| provision.citation.source == Source::Certificate);
    let may_speak = above
        .iter()
        .any(|provision| matches!(provision.vary, Some(Vary::Certificate | Vary::Bylaws)))
        || below
            .iter()
            .any(|provision| matches!(provision.vary, Some(Vary::Certificate)));
    if certificate_speaks || !may_speak || certificate_is_silent(definition).is_some() {
        return Ok(());
    }
    Err(Need::Certificate(definition))
}

/// Two statements of one corporation's document, neither narrower, that say different things.
fn conflicts_within_one_source(definition: &Definition, controlling: &[&Provision]) -> bool {
    if matches!(
        definition.statute_effect,
        Effect::Adds | Effect::Permits | Effect::Bounds
    ) {
        return false;
    }
    controlling.iter().enumerate().any(|(index, left)| {
        !is_law(left)
            && controlling[..index].iter().any(|right| {
                left.citation.source == right.citation.source
                    && left.scope == right.scope
                    && !left.says_the_same_as(right)
            })
    })
}
