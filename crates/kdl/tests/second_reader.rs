//! The `kdl` crate reads and refuses the same texts, and reads the same values from them.
//!
//! Slashdashes stay out: that crate refuses some that the grammar of KDL 2.0 and the official suite allow,
//! such as `a/-1` and `/- a;`, and allows `a {} /- 1`, which they do not.

use kdl::{KdlDocument, KdlValue};
use proptest::prelude::*;
use quorate_kdl::{Document, Node, Value, read};

#[rustfmt::skip]
const TOKENS: &[&str] = &[
    "a", "b-c", "k=v", "k=", "=", "(t)", "(t)z", "true", "#true", "#null", "#", "1", "-0x1F", "1.5e3", ".", "-", "_", ",",
    "\"x\"", "\"\\u{41}\"", "\"", "#\"r\"#", "\"\"\"\n  y\n  \"\"\"", "\"\"\"\n", "\n  \"\"\"", "\\  ", "\\s", "  q",
    "{", "}", "{ b }", "{\n", "\n}", ";", "\n", "\r\n", "\n\n", "\u{85}", " ", " ", " ", "  ", "\u{A0}", "é",
    "\\\n", "\\ // c\n", "// c\n", "/* c */",
];

fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(TOKENS), 1..12).prop_map(|tokens| tokens.concat())
}

/// What both readers can say of a document, numbers that are no integers left at that.
fn ours(nodes: &[Node]) -> String {
    let mut said = String::new();
    for node in nodes {
        said += &format!("[{:?} {:?}", node.ty.as_ref().map(|ty| &ty.text), node.name.text);
        for entry in &node.entries {
            let (name, ty) = (
                entry.name.as_ref().map(|name| &name.text),
                entry.ty.as_ref().map(|ty| &ty.text),
            );
            let value = match &entry.value {
                Value::Number(number) => number
                    .as_i128()
                    .map_or("no integer".to_owned(), |integer| integer.to_string()),
                Value::String(text) => format!("{text:?}"),
                Value::Bool(truth) => format!("#{truth}"),
                Value::Null => "#null".to_owned(),
            };
            said += &format!(" {name:?} {ty:?} {value}");
        }
        if let Some(children) = &node.children {
            said += &format!(" {{{}}}", ours(children));
        }
        said += "]";
    }
    said
}

fn theirs(document: &KdlDocument) -> String {
    let mut said = String::new();
    for node in document.nodes() {
        said += &format!(
            "[{:?} {:?}",
            node.ty().map(kdl::KdlIdentifier::value),
            node.name().value()
        );
        for entry in node.entries() {
            let (name, ty) = (
                entry.name().map(kdl::KdlIdentifier::value),
                entry.ty().map(kdl::KdlIdentifier::value),
            );
            let value = match entry.value() {
                KdlValue::Integer(integer) => integer.to_string(),
                KdlValue::Float(_) => "no integer".to_owned(),
                KdlValue::String(text) => format!("{text:?}"),
                KdlValue::Bool(truth) => format!("#{truth}"),
                KdlValue::Null => "#null".to_owned(),
            };
            said += &format!(" {name:?} {ty:?} {value}");
        }
        if let Some(children) = node.children() {
            said += &format!(" {{{}}}", theirs(children));
        }
        said += "]";
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_read_the_same(source in source()) {
        let ours = read(&source).map(|Document { nodes, .. }| ours(&nodes));
        let theirs = KdlDocument::parse_v2(&source).map(|document| theirs(&document));
        prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{:?} {:?}", ours, theirs);
        if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
            prop_assert_eq!(ours, theirs);
        }
    }
}
