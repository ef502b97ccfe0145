//! Reading instruments: from KDL to provisions, every error of a file at once, never a partial load.

mod node;

use quorate_kdl::{Document, Node, Span};

use crate::citation::Source;
use crate::instrument::{Completeness, Content, Instrument, Part, Section};
use crate::vocabulary;
use node::Reader;

/// One thing wrong with an instrument file, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Where.
    pub span: Span,
}

/// Reads an instrument.
///
/// `id` is the short name that the caller loads it by.
///
/// # Errors
/// Everything that is wrong with the file, in the order of the file.
pub fn read_instrument(id: &str, source: &str) -> Result<Instrument, Vec<ReadError>> {
    let (document, errors) = quorate_kdl::read_partial(source);
    let mut reader = Reader::default();
    for error in errors {
        reader.error(error.message, error.help, error.span);
    }
    let instrument = root(&mut reader, &document, source).and_then(|node| instrument(&mut reader, id, source, node));
    match instrument {
        Some(instrument) if reader.errors.is_empty() => Ok(instrument),
        _ => {
            reader.errors.sort_by_key(|error| error.span);
            Err(reader.errors)
        }
    }
}

fn root<'a>(reader: &mut Reader, document: &'a Document, source: &str) -> Option<&'a Node> {
    let kinds: Vec<_> = Source::ALL.iter().map(|kind| kind.word()).collect();
    let Some(first) = document.nodes.first() else {
        let end = u32::try_from(source.len()).unwrap_or(u32::MAX);
        let at = Span {
            start: end.saturating_sub(1),
            end,
        };
        reader.error(
            "the file holds no instrument".into(),
            Some(format!("begin with one of: {}", kinds.join(", "))),
            at,
        );
        return None;
    };
    for extra in &document.nodes[1..] {
        reader.error(
            format!("a second top node \"{}\": one file is one instrument", extra.name.text),
            None,
            extra.name.span,
        );
    }
    if Source::from_word(&first.name.text).is_none() {
        let help = format!("an instrument is one of: {}", kinds.join(", "));
        reader.error(
            format!("\"{}\" is not a kind of instrument", first.name.text),
            Some(help),
            first.name.span,
        );
        return None;
    }
    Some(first)
}

fn instrument(reader: &mut Reader, id: &str, source: &str, node: &Node) -> Option<Instrument> {
    let kind = Source::from_word(&node.name.text)?;
    reader.only_properties(node, &["state", "adopted", "completeness", "assumed", "cite"]);
    let name = reader.one_argument(node, "the name of the corporation or statute")?;
    let state = reader.text_property(node, "state");
    let adopted = reader.day_property(node, "adopted");
    let assumed = reader.yes_no_property(node, "assumed").unwrap_or(false);
    let completeness = reader.word_property(node, "completeness", Completeness::ALL, Completeness::word);
    let completeness = completeness.unwrap_or(if kind == Source::Certificate {
        Completeness::Excerpt
    } else {
        Completeness::Complete
    });
    let cited_as = reader
        .text_property(node, "cite")
        .unwrap_or_else(|| format!("{name} {kind}"));
    reader.begin(kind, &cited_as);
    let mut instrument = Instrument {
        id: id.to_owned(),
        kind,
        name,
        cited_as,
        state,
        adopted,
        completeness,
        assumed,
        sections: Vec::new(),
        source_text: source.to_owned(),
    };
    sections(reader, node, None, &mut instrument.sections);
    duplicate_sections(reader, &instrument.sections);
    Some(instrument)
}

fn sections(reader: &mut Reader, parent: &Node, article: Option<(String, String)>, into: &mut Vec<Section>) {
    for node in parent.children.iter().flatten() {
        match node.name.text.as_str() {
            "article" if article.is_none() => {
                reader.only_properties(node, &[]);
                if let Some((number, title)) = reader.number_and_title(node) {
                    sections(reader, node, Some((number, title)), into);
                }
            }
            "section" => {
                reader.only_properties(node, &[]);
                if let Some((number, title)) = reader.number_and_title(node) {
                    let mut parts = Vec::new();
                    let errors = reader.errors.len();
                    contents(reader, node, &number, &[], &mut parts);
                    // What could not be read is no emptiness.
                    if reader.errors.len() == errors && parts.iter().all(|part| part.contents.is_empty()) {
                        let help = "say what it provides, or narrative \"why there is nothing to check\", or pending \"a paraphrase\"";
                        reader.error(format!("section {number} is empty"), Some(help.into()), node.name.span);
                    }
                    into.push(Section {
                        number,
                        title,
                        article: article.clone(),
                        parts,
                        span: node.span,
                    });
                }
            }
            other => {
                let help = vocabulary::find(other).map(|_| "put it inside the section that says it".to_owned());
                let allowed = if article.is_none() {
                    "an article or a section"
                } else {
                    "a section"
                };
                reader.error(
                    format!("\"{other}\" stands where {allowed} is expected"),
                    help,
                    node.name.span,
                );
            }
        }
    }
}

/// Reads what stands directly in a section or clause, then what is in its clauses.
fn contents(reader: &mut Reader, parent: &Node, section: &str, clauses: &[String], into: &mut Vec<Part>) {
    let index = into.len();
    into.push(Part {
        clauses: clauses.to_vec(),
        contents: Vec::new(),
        span: parent.span,
    });
    for node in parent.children.iter().flatten() {
        match node.name.text.as_str() {
            name @ ("paragraph" | "clause") => {
                reader.only_properties(node, &[]);
                if let Some(number) = reader.one_argument(node, "the number or letter as the text has it") {
                    let mut inner = clauses.to_vec();
                    inner.push(if name == "paragraph" {
                        format!("¶ {number}")
                    } else {
                        number
                    });
                    if into.iter().any(|part| part.clauses == inner) {
                        let message = format!("§ {section} has two parts {}", inner.join(" "));
                        reader.error(message, Some("give each its own number".into()), node.name.span);
                    }
                    contents(reader, node, section, &inner, into);
                }
            }
            "narrative" => {
                reader.only_properties(node, &[]);
                if let Some(reason) = reader.one_argument(node, "why there is nothing to check") {
                    into[index].contents.push(Content::Narrative(reason));
                }
            }
            "pending" => {
                reader.only_properties(node, &["from", "to", "reckoned-by", "confidence"]);
                if let Some(paraphrase) = reader.one_argument(node, "a paraphrase in one sentence") {
                    let validity = reader.validity(node);
                    let confidence = reader.confidence(node);
                    into[index].contents.push(Content::Pending {
                        paraphrase,
                        validity,
                        confidence,
                    });
                }
            }
            _ => {
                if let Some(provision) = reader.provision(node, section, clauses) {
                    let earlier = into[index].contents.iter().any(|content| {
                        matches!(content, Content::Provision(earlier) if node::is_said_twice(earlier, &provision))
                    });
                    if earlier {
                        let message = format!("{} is said twice here with the same scope", provision.definition.name);
                        let help = "join the two, or give one a narrower scope".to_owned();
                        reader.error(message, Some(help), node.span_of_name());
                    }
                    into[index].contents.push(Content::Provision(Box::new(provision)));
                }
            }
        }
    }
    let part = &into[index];
    if part.contents.is_empty() && !clauses.is_empty() && into.len() == index + 1 {
        reader.error(
            format!("§ {section} {} is empty", clauses.join(" ")),
            None,
            parent.name.span,
        );
    }
}

fn duplicate_sections(reader: &mut Reader, sections: &[Section]) {
    for (index, section) in sections.iter().enumerate() {
        if sections[..index].iter().any(|earlier| earlier.number == section.number) {
            reader.error(
                format!("two sections are numbered {}", section.number),
                None,
                section.span,
            );
        }
    }
}

/// A short way to the span that names a node.
trait NameSpan {
    fn span_of_name(&self) -> Span;
}

impl NameSpan for Node {
    fn span_of_name(&self) -> Span {
        self.name.span
    }
}
