//! What holds of every text and every document.

use proptest::prelude::*;
use quorate_kdl::{Document, Entry, LineIndex, Node, Number, Text, Value, format, print_canonical, read, read_partial};

/// The tokens of the language, and pieces of them.
#[rustfmt::skip]
const TOKENS: &[&str] = &[
    "a", "b-c", "true", "#true", "#null", "#", "\"x\"", "\"x", "\"\"\"\n", "\n  \"\"\"", "\"\"\"", "#\"r\"#", "#\"",
    "\"#", "1", "-0x1F", "1.5e3", "1x", ".5", "(t)", "(", ")", "=", "k=v", "k=", "{", "}", "{ b }", ";", "\n",
    "\r\n", "\n\n", " ", "  ", "\\\n", "\\", "\\ // c\n", "// c\n", "//", "/* c */", "/*", "*/", "/-", "/- ", "é",
    "\u{A0}", "\u{85}", "\u{200E}", "\u{FEFF}", "\\u{41}", "\\q", "[", ",", "/- kdl-version 1\n",
];

/// Texts made of tokens, well put together or not.
fn token_soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(TOKENS), 0..40).prop_map(|tokens| tokens.concat())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z-]{1,8}",
        Just(String::new()),
        "[ -~]{0,12}",
        "[a\"\\\\\n \t]{0,12}",
        any::<String>(),
        prop::sample::select(
            &[
                "true", "-inf", "1", "+.5", "\u{FEFF}", "\u{85}", "-", "\r\n", "\n  \n", "\"\"\""
            ][..]
        )
        .prop_map(String::from),
    ]
}

fn name() -> impl Strategy<Value = Text> {
    text().prop_map(Text::from)
}

fn value() -> impl Strategy<Value = Value> {
    let numbers = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        "[+-]?[0-9][0-9_]{0,5}(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,3})?",
        "[+-]?0x[0-9a-fA-F][0-9a-fA-F_]{0,40}",
        "0o[0-7]{1,9}",
        "0b[01]{1,9}",
        Just("#-inf".to_owned()),
    ];
    prop_oneof![
        text().prop_map(Value::String),
        numbers.prop_map(|source| Value::Number(Number::read(&source).expect("a number by its pattern"))),
        any::<bool>().prop_map(Value::Bool),
        Just(Value::Null),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    (prop::option::of(name()), prop::option::of(name()), value()).prop_map(|(name, ty, value)| {
        let mut entry = Node::new("a").with_argument(value).entries.remove(0);
        (entry.name, entry.ty) = (name, ty);
        entry
    })
}

fn node() -> impl Strategy<Value = Node> {
    let leaf =
        (prop::option::of(name()), text(), prop::collection::vec(entry(), 0..5)).prop_map(|(ty, name, entries)| Node {
            ty,
            entries,
            ..Node::new(name)
        });
    leaf.prop_recursive(3, 12, 4, |inner| {
        (inner.clone(), prop::option::of(prop::collection::vec(inner, 0..4)))
            .prop_map(|(node, children)| Node { children, ..node })
    })
}

fn document() -> impl Strategy<Value = Document> {
    prop::collection::vec(node(), 0..4).prop_map(|nodes| Document {
        nodes,
        trailing_comments: Vec::new(),
    })
}

/// What a document says, its places and comments left out.
fn said(nodes: &[Node]) -> String {
    let entry = |entry: &Entry| {
        let (name, ty) = (
            entry.name.as_ref().map(|text| &text.text),
            entry.ty.as_ref().map(|text| &text.text),
        );
        format!("{name:?} {ty:?} {:?}", entry.value)
    };
    let node = |node: &Node| {
        let entries: Vec<String> = node.entries.iter().map(entry).collect();
        let children = node.children.as_deref().map(said);
        format!(
            "{:?} {:?} {entries:?} {children:?}",
            node.ty.as_ref().map(|text| &text.text),
            node.name.text
        )
    };
    nodes.iter().map(node).collect::<Vec<_>>().join("\n")
}

/// Every comment without its place, in the order of the document.
fn comments(nodes: &[Node], after: &[quorate_kdl::Comment], into: &mut Vec<String>) {
    for node in nodes {
        into.extend(node.comments.iter().map(|comment| comment.text.trim_end().to_owned()));
        comments(node.children(), &node.child_trailing_comments, into);
    }
    into.extend(after.iter().map(|comment| comment.text.trim_end().to_owned()));
}

fn check_any_text(source: &str) -> Result<(), TestCaseError> {
    let (document, errors) = read_partial(source);
    let index = LineIndex::new(source);
    for error in &errors {
        prop_assert!(
            source.get(error.span.range()).is_some(),
            "a span cuts a character: {:?}",
            error
        );
        index.line_column(error.span.start);
    }
    prop_assert!(errors.is_sorted_by_key(|error| error.span));
    prop_assert_eq!(read(source).is_ok(), errors.is_empty());
    if errors.is_empty() {
        let formatted = format(&document);
        let again = read(&formatted);
        prop_assert!(again.is_ok(), "unreadable once formatted: {:?} {:?}", formatted, again);
        let again = again.expect("just asked");
        prop_assert_eq!(said(&again.nodes), said(&document.nodes), "{:?}", formatted);
        let (mut before, mut after) = (Vec::new(), Vec::new());
        comments(&document.nodes, &document.trailing_comments, &mut before);
        comments(&again.nodes, &again.trailing_comments, &mut after);
        before.sort();
        after.sort();
        prop_assert_eq!(before, after, "{:?}", formatted);
        prop_assert_eq!(format(&again), formatted);
        let canonical = print_canonical(&document);
        let canonical_again = read(&canonical).map(|document| print_canonical(&document));
        prop_assert_eq!(canonical_again, Ok(canonical));
    } else {
        // What was read besides the errors is a document too.
        let canonical = print_canonical(&document);
        prop_assert!(read(&canonical).is_ok(), "{:?}", canonical);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(source in any::<String>()) {
        check_any_text(&source)?;
    }

    #[test]
    fn any_text_of_tokens_is_read_or_refused(source in token_soup()) {
        check_any_text(&source)?;
    }

    #[test]
    fn what_is_formatted_reads_back(document in document()) {
        let formatted = format(&document);
        let again = read(&formatted).map_err(|errors| TestCaseError::fail(format!("{formatted:?} {errors:?}")))?;
        prop_assert_eq!(said(&again.nodes), said(&document.nodes), "{:?}", formatted);
        prop_assert_eq!(format(&again), formatted);
    }

    #[test]
    fn what_is_printed_canonically_reads_back(document in document()) {
        let canonical = print_canonical(&document);
        let again = read(&canonical).map_err(|errors| TestCaseError::fail(format!("{canonical:?} {errors:?}")))?;
        prop_assert_eq!(print_canonical(&again), canonical);
    }

    #[test]
    fn an_error_spoils_no_other_node(bad in prop::sample::select(&["1x", "#yes", "k=", "\"a", "[", "\"\\q\"", "(t)"][..]), count in 1usize..5) {
        let source = "good 1\n".repeat(count) + &format!("bad {bad}\n") + &"good 1\n".repeat(count);
        let (document, errors) = read_partial(&source);
        prop_assert_eq!(errors.len(), 1);
        prop_assert_eq!(document.nodes.iter().filter(|node| node.name.text == "good" && node.is_whole).count(), 2 * count);
    }
}
