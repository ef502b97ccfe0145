//! docs/acts.md: every act that a diary or a book can take.

use quorate_corporation::act::{ActDefinition, Attached, Nature};
use quorate_corporation::acts;

use super::{head, row};

/// The text.
pub fn text() -> String {
    let mut out = String::from(
        "# Acts\n\nEvery act that a diary or a book can take, in the order in which a corporation usually needs them.\n\
         Each also takes `on` (when; required), `by` (who) and `id` (a name of its own); the first property may stand as the argument.\n\
         A *proposal* that is unlawful is refused; a *happening* is entered with its defects.\n\n",
    );
    for act in acts::all() {
        out.push_str(&format!("- [`{0}`](#{0}): {1}\n", act.name, act.title));
    }
    for act in acts::all() {
        out.push_str(&entry(act));
    }
    out
}

fn entry(act: &ActDefinition) -> String {
    let nature = match act.nature {
        Nature::Proposal => "A proposal.",
        Nature::Happening => "A happening.",
    };
    let mut out = format!("\n## {}\n\n{nature}\n{}\n\n", act.name, act.doc);
    out.push_str(&head(&["property", "meaning", "wants", "required"]));
    for field in act.fields {
        let required = if act.required.contains(&field.name) {
            "yes"
        } else {
            "no"
        };
        out.push_str(&row(&[
            &format!("`{}`", field.name),
            field.doc,
            &field.kind.expected(),
            required,
        ]));
    }
    if let Some((field, attached)) = act.file {
        let what = match attached {
            Attached::Instrument => "an instrument: a set that ships with quorate, or a file",
            Attached::Holders => "a list of holders: `account,name,address,shares`, one holder a line",
            Attached::Instructions => {
                "proxies or ballots: `account`, then where wanted `kind`, `dated`, `received`, `votes`, then a column for each item"
            }
            Attached::Deliveries => {
                "deliveries of a notice: `account,channel,address,sent,result,returned`, one a line"
            }
            Attached::Paper => "a paper, kept as it is",
        };
        out.push_str(&format!("\n`{field}` names a file: {what}.\n"));
    }
    out.push_str(&format!("\n```kdl\n{}\n```\n", act.example));
    out
}
