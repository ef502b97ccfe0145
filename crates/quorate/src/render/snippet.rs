//! Messages that point at their place in a file, in the manner of compilers.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use quorate_kdl::Span;

/// A place in a text, with a label.
pub struct Mark<'a> {
    /// The file's name as shown.
    pub name: &'a str,
    /// Its text.
    pub source: &'a str,
    /// The place.
    pub span: Span,
    /// What is said of the place.
    pub label: String,
}

/// An error at one place.
pub fn error(name: &str, source: &str, message: &str, span: Span, help: Option<&str>) -> String {
    let mark = Mark {
        name,
        source,
        span,
        label: String::new(),
    };
    render("error", None, message, &[mark], &[], help)
}

/// A message of a level, with its id, places, notes and help.
pub fn render(
    level: &'static str,
    id: Option<&str>,
    message: &str,
    marks: &[Mark<'_>],
    notes: &[String],
    help: Option<&str>,
) -> String {
    let kind = match level {
        "defect" | "error" | "refused" => Level::ERROR,
        "doubtful" => Level::WARNING,
        _ => Level::NOTE,
    };
    let mut title = kind.with_name(level).primary_title(message);
    if let Some(id) = id {
        title = title.id(id);
    }
    let mut group = annotate_snippets::Group::with_title(title);
    for (index, mark) in marks.iter().enumerate() {
        let start = usize::try_from(mark.span.start).unwrap_or(0).min(mark.source.len());
        let end = usize::try_from(mark.span.end)
            .unwrap_or(0)
            .clamp(start, mark.source.len());
        let annotation = if index == 0 {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        group = group.element(
            Snippet::source(mark.source)
                .path(mark.name)
                .annotation(annotation.span(start..end).label(mark.label.as_str())),
        );
    }
    for note in notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    if let Some(help) = help {
        group = group.element(Level::HELP.message(help));
    }
    let mut text = Renderer::plain().render(&[group]);
    text.push('\n');
    text
}
