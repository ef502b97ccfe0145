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
        let annotation = if index == 0 {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let (lines, first_line, span) = lines_of(mark.source, mark.span);
        let annotation = annotation.span(span);
        let annotation = if mark.label.is_empty() {
            annotation
        } else {
            annotation.label(mark.label.as_str())
        };
        group = group.element(
            Snippet::source(lines)
                .path(mark.name)
                .line_start(first_line)
                .annotation(annotation),
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

/// The lines that a span stands on, the number of the first, and the span within them: a message about one line of a long file
/// need not look at the others again.
fn lines_of(source: &str, span: Span) -> (&str, usize, std::ops::Range<usize>) {
    let place = |offset: u32| {
        let offset = usize::try_from(offset).unwrap_or(source.len()).min(source.len());
        (0..=offset).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0)
    };
    let start = place(span.start);
    let end = place(span.end).max(start);
    let first = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let last = source[end..].find('\n').map_or(source.len(), |at| end + at);
    let line = source.as_bytes()[..first].iter().filter(|byte| **byte == b'\n').count() + 1;
    (&source[first..last], line, start - first..end - first)
}
