//! What makes inspectors necessary, and so whether the law's section on inspectors and polls binds a corporation.

use quorate_law::vocabulary::inspectors_required::{ALWAYS, DEFINITION, HOLDERS_OVER, LISTED, ON_DEMAND};
use quorate_law::{Provision, Resolution, Situation, Source};

use super::super::conduct::facts;
use crate::facts::{Fact, FactValue};
use crate::inquiry::{Inquiry, Pause, unknown};
use crate::questions::common::rely_on;

/// Whether a provision is the law's and not the corporation's own.
pub fn is_law(provision: &Provision) -> bool {
    matches!(
        provision.citation.source,
        Source::Federal | Source::Exchange | Source::Statute
    )
}

/// The first of the provisions whose trigger the facts pull, and which it is in words; none when no trigger is pulled.
///
/// # Errors
/// Pauses when no trigger known is pulled and one is not known.
pub fn trigger<'a>(
    inquiry: &Inquiry<'_>,
    provisions: &[&'a Provision],
) -> Result<Option<(&'a Provision, String)>, Pause> {
    let mut open = None;
    // While the number is not known, the least of the limits divides the cases: more than that is enough.
    let least = provisions
        .iter()
        .filter_map(|provision| provision.get(&HOLDERS_OVER))
        .min();
    for provision in provisions {
        if provision.says(&ALWAYS) {
            return Ok(Some((provision, "at every meeting".to_owned())));
        }
        let mut ask = |is_pulled: Option<bool>, pause: Pause| {
            if is_pulled.is_none() {
                open.get_or_insert(pause);
            }
            is_pulled == Some(true)
        };
        if provision.says(&LISTED) && ask(inquiry.known(&facts::LISTED), unknown(&facts::LISTED.spec)) {
            return Ok(Some((provision, "the voting stock is listed or quoted".to_owned())));
        }
        if let Some(limit) = provision.get(&HOLDERS_OVER) {
            let holders = inquiry.known(&facts::HOLDERS_OF_RECORD);
            if ask(
                holders.map(|holders| holders > *limit),
                unknown_holders(&facts::HOLDERS_OF_RECORD, *least.unwrap_or(limit)),
            ) {
                let holders = holders.unwrap_or_default();
                return Ok(Some((
                    provision,
                    format!("{holders} holders of record are more than {limit}"),
                )));
            }
        }
        if provision.says(&ON_DEMAND)
            && ask(
                inquiry.known(&facts::DEMANDED_BEFORE_VOTING),
                unknown(&facts::DEMANDED_BEFORE_VOTING.spec),
            )
        {
            return Ok(Some((
                provision,
                "inspectors were demanded before voting began".to_owned(),
            )));
        }
    }
    open.map_or(Ok(None), Err)
}

/// The pause for the number of holders, with one branch on each side of the limit.
fn unknown_holders(fact: &Fact<u64>, limit: u64) -> Pause {
    let mut options = vec![(format!("not more than {limit}"), FactValue::Count(limit))];
    if let Some(over) = limit.checked_add(1) {
        options.push((format!("more than {limit}"), FactValue::Count(over)));
    }
    Pause::Unknown {
        fact: fact.spec.name.to_owned(),
        doc: fact.spec.doc.to_owned(),
        options,
    }
}

/// Whether the law itself makes inspectors necessary, so that its section on them binds.
///
/// The provisions that decide it are written among the controls only when they bind.
///
/// # Errors
/// Pauses when that turns on a fact that is not known.
pub fn is_bound(inquiry: &mut Inquiry<'_>) -> Result<bool, Pause> {
    let resolution = inquiry.consult(&DEFINITION, &Situation::general())?;
    // Until it is known that it binds, nothing of it is a control.
    rely_on(inquiry, &resolution, &[]);
    let law = resolution
        .controlling
        .iter()
        .copied()
        .filter(|provision| is_law(provision));
    let law: Vec<&Provision> = law.collect();
    let Some((provision, why)) = trigger(inquiry, &law)? else {
        return Ok(false);
    };
    inquiry.show(format!("{} binds: {why}", provision.citation));
    rely_on(inquiry, &resolution, &[provision]);
    Ok(true)
}

/// The provisions that bind, the corporation's own first: one that holds only where the law makes inspectors necessary is left out elsewhere.
///
/// What the law would only repeat is not asked about: then the corporation's own words carry the answer whether the law binds or not.
///
/// # Errors
/// Pauses when it is not known whether the law's section binds, and it would add something.
pub fn binding<'a>(
    inquiry: &mut Inquiry<'a>,
    resolution: &Resolution<'a>,
    is_conditional: impl Fn(&Provision) -> bool,
    items: impl Fn(&Provision) -> Vec<String>,
) -> Result<Vec<&'a Provision>, Pause> {
    let (conditional, free): (Vec<_>, Vec<_>) = resolution
        .controlling
        .iter()
        .copied()
        .partition(|provision| is_conditional(provision));
    let stated: Vec<String> = free.iter().flat_map(|provision| items(provision)).collect();
    let repeats = conditional
        .iter()
        .all(|provision| items(provision).iter().all(|item| stated.contains(item)));
    let binds = match is_bound(inquiry) {
        Err(Pause::Unknown { .. }) if repeats => false,
        other => other?,
    };
    if binds {
        return Ok(free.into_iter().chain(conditional).collect());
    }
    rely_on(inquiry, resolution, &free);
    Ok(free)
}
