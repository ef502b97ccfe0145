//! `quorate explain`.

use std::process::ExitCode;

use quorate_corporation::act::{ActDefinition, Nature};
use quorate_corporation::finding::FindingDefinition;
use quorate_corporation::{Question, acts, questions};
use quorate_law::vocabulary::{self, Definition, Place, suggestion};
use serde_json::{Value, json};

use crate::Outcome;
use crate::commands::print_json;
use crate::commands::questions::in_full;
use crate::failure::Failure;
use crate::practice;

/// Explain a finding, a question, an act or a provision of the vocabulary, by its id
///
/// And practice: the file for what the texts leave open.
#[derive(clap::Args)]
pub struct Explain {
    /// The id: stockholder-notice-too-short, record-date-range, give-notice, stockholder-quorum …
    id: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What has an id.
enum Subject {
    /// A finding, with the questions that make it.
    Finding(&'static FindingDefinition, Vec<&'static Question>),
    Question(&'static Question),
    Act(&'static ActDefinition),
    Provision(&'static Definition),
    Practice,
}

impl Explain {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let subjects = Subject::of(&self.id);
        if subjects.is_empty() {
            return Err(unknown(&self.id));
        }
        if self.json {
            match subjects.as_slice() {
                [only] => print_json(&only.json(&self.id)),
                several => print_json(&several.iter().map(|subject| subject.json(&self.id)).collect()),
            }
        } else {
            let texts: Vec<_> = subjects.iter().map(Subject::text).collect();
            say!("{}", texts.join("\n"));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn unknown(id: &str) -> Failure {
    let help = suggestion(id, ids().into_iter()).map_or_else(
        || "ids of questions: quorate questions".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    Failure::new(format!("nothing is called \"{id}\""), Some(&help))
}

impl Subject {
    /// Everything that has an id: a question and the provision that it turns on may share one.
    fn of(id: &str) -> Vec<Self> {
        let mut makes = questions::all();
        makes.retain(|question| question.findings.iter().any(|finding| finding.id == id));
        let finding = makes
            .iter()
            .flat_map(|question| question.findings)
            .find(|finding| finding.id == id);
        let finding = finding.map(|finding| Self::Finding(finding, makes.clone()));
        let practice = (id == "practice").then_some(Self::Practice);
        [
            finding,
            questions::find(id).map(Self::Question),
            acts::find(id).map(Self::Act),
            vocabulary::find(id).map(Self::Provision),
            practice,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn text(&self) -> String {
        match self {
            Self::Finding(finding, makes) => {
                let readings: Vec<_> = makes
                    .iter()
                    .map(|question| format!("Made by the question {}.\n\n{}\n", question.id, question.reading()))
                    .collect();
                format!("{}: {}\n\n{}", finding.id, finding.title, readings.join("\n"))
            }
            Self::Question(question) => in_full(question),
            Self::Act(definition) => act_text(definition),
            Self::Provision(definition) => provision_text(definition),
            Self::Practice => practice::EXPLANATION.to_owned(),
        }
    }

    fn json(&self, id: &str) -> Value {
        let mut object = json!({
            "id": id,
            "kind": "practice",
            "title": "what the texts leave open",
            "text": practice::EXPLANATION,
            "nature": null,
            "example": null,
            "fields": [],
            "questions": [],
            "findings": [],
            "effect-in-the-statute": null,
        });
        match self {
            Self::Finding(finding, makes) => {
                let readings: Vec<_> = makes.iter().map(|question| question.reading()).collect();
                object["kind"] = json!("finding");
                object["title"] = json!(finding.title);
                object["text"] = json!(readings.join("\n\n"));
                object["questions"] = makes.iter().map(|question| json!(question.id)).collect();
            }
            Self::Question(question) => {
                object["kind"] = json!("question");
                object["title"] = json!(question.title);
                object["text"] = json!(question.reading());
                let facts = question.facts.iter();
                object["fields"] = facts
                    .map(|fact| field_json(fact.name, "fact", &fact.kind.expected(), fact.doc, false))
                    .collect();
                object["findings"] = question.findings.iter().map(|finding| json!(finding.id)).collect();
            }
            Self::Act(definition) => {
                object["kind"] = json!("act");
                object["title"] = json!(definition.title);
                object["text"] = json!(definition.doc);
                object["nature"] = json!(nature(definition.nature).0);
                object["example"] = json!(definition.example);
                object["fields"] = act_fields(definition)
                    .map(|(place, name, expects, doc, is_required)| field_json(name, place, &expects, doc, is_required))
                    .collect();
            }
            Self::Provision(definition) => {
                object["kind"] = json!("provision");
                object["title"] = json!(definition.title);
                object["text"] = json!(definition.doc);
                object["example"] = json!(definition.example);
                let fields = definition.fields.iter();
                object["fields"] = fields
                    .map(|field| {
                        let expects = field.kind.expected();
                        field_json(field.name, place(field.place), &expects, field.doc, field.required)
                    })
                    .collect();
                object["questions"] = json!(definition.feeds);
                object["effect-in-the-statute"] = json!(definition.statute_effect.word());
            }
            Self::Practice => {}
        }
        object
    }
}

/// Every id that can be explained.
fn ids() -> Vec<&'static str> {
    let all = questions::all();
    let findings = all
        .iter()
        .flat_map(|question| question.findings.iter().map(|finding| finding.id));
    findings
        .chain(all.iter().map(|question| question.id))
        .chain(acts::all().into_iter().map(|definition| definition.name))
        .chain(vocabulary::ALL.iter().map(|definition| definition.name))
        .chain(["practice"])
        .collect()
}

fn field_json(name: &str, place: &str, expects: &str, meaning: &str, is_required: bool) -> Value {
    json!({ "name": name, "place": place, "required": is_required, "expects": expects, "meaning": meaning })
}

/// The word for an act's nature, and what follows from it.
fn nature(nature: Nature) -> (&'static str, &'static str) {
    match nature {
        Nature::Proposal => (
            "proposal",
            "A proposal: what sure authority forbids is refused, and then nothing is entered.",
        ),
        Nature::Happening => (
            "happening",
            "A happening: it is always entered, with its defects until they are cured.",
        ),
    }
}

/// The properties of an act, those that every act has last: place, name, what it expects, what it means, whether it must be there.
fn act_fields(
    definition: &'static ActDefinition,
) -> impl Iterator<Item = (&'static str, &'static str, String, &'static str, bool)> {
    let own = definition.fields.iter().enumerate().map(|(position, spec)| {
        let place = if position == 0 { "argument" } else { "property" };
        let is_required = definition.required.contains(&spec.name);
        (place, spec.name, spec.kind.expected(), spec.doc, is_required)
    });
    let when = "a date such as 2002-04-17, or a date and hour such as 2002-04-17T10:00";
    let common = [
        ("on", when, "when it happened", true),
        ("by", "words", "who acts", false),
        ("id", "words", "a name of its own for this act", false),
    ];
    let common =
        common.map(|(name, expects, doc, is_required)| ("property", name, expects.to_owned(), doc, is_required));
    own.chain(common)
}

fn act_text(definition: &'static ActDefinition) -> String {
    let mut out = format!(
        "{}: {}\n\n{}\n{}\n\nExample:\n    {}\n\nProperties:\n",
        definition.name,
        definition.title,
        definition.doc,
        nature(definition.nature).1,
        definition.example
    );
    for (place, name, expects, doc, is_required) in act_fields(definition) {
        let label = match place {
            "argument" => name.to_owned(),
            _ => format!("{name}="),
        };
        out.push_str(&field_text(&label, doc, &expects, is_required));
    }
    out
}

fn provision_text(definition: &Definition) -> String {
    let mut out = format!(
        "{}: {}\n\n{}\n\nExample:\n    {}\n\nFields:\n",
        definition.name, definition.title, definition.doc, definition.example
    );
    for field in definition.fields {
        let label = match field.place {
            Place::Argument | Place::Arguments => place(field.place).to_owned(),
            Place::Property => format!("{}=", field.name),
        };
        out.push_str(&field_text(&label, field.doc, &field.kind.expected(), field.required));
    }
    if !definition.scopes.is_empty() {
        out.push_str(&format!("Scopes: {}\n", definition.scopes.join(", ")));
    }
    out.push_str(&format!(
        "Effect in the statute: {}\nQuestions: {}\n",
        definition.statute_effect,
        definition.feeds.join(", ")
    ));
    out
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Argument => "argument",
        Place::Arguments => "arguments",
        Place::Property => "property",
    }
}

fn field_text(label: &str, doc: &str, expects: &str, is_required: bool) -> String {
    let required = if is_required { ", required" } else { "" };
    format!("    {label:<20} {doc}: {expects}{required}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_explained() {
        for id in ids() {
            let subjects = Subject::of(id);
            assert!(!subjects.is_empty(), "{id}");
            for subject in subjects {
                assert!(subject.text().starts_with(id), "{id}");
                assert_eq!(subject.json(id)["id"], id);
            }
        }
    }

    #[test]
    fn a_question_hides_no_provision_of_its_name() {
        let kinds: Vec<_> = Subject::of("record-date-default")
            .iter()
            .map(|subject| subject.json("")["kind"].clone())
            .collect();
        assert_eq!(kinds, ["question", "provision"]);
    }
}
