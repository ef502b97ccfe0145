//! Every error is told, each at its own place, and what is no error is read besides.

use quorate_kdl::{BLOCK_DEPTH_MAX, print_canonical, read, read_partial};

/// The texts that the errors of a source point at, in their order.
fn at_fault(source: &str) -> Vec<&str> {
    read_partial(source)
        .1
        .iter()
        .map(|error| &source[error.span.range()])
        .collect()
}

#[test]
fn an_error_points_at_its_token_and_nothing_wider() {
    let rows: &[(&str, &[&str])] = &[
        ("vote 12abc for", &["12abc"]),
        ("vote true", &["true"]),
        ("vote for=false", &["false"]),
        ("vote #yes", &["#yes"]),
        ("vote \"a\\qb\"", &["\\q"]),
        ("vote \"a b\nnext", &["\"a b"]),
        ("vote \"\"\"\nnever closed", &["\"\"\""]),
        ("vote /* never closed", &["/*"]),
        ("vote [1]", &["["]),
        ("vote a\\b", &["\\"]),
        ("vote for=", &["for"]),
        ("vote for= // x", &["for"]),
        ("vote (t)", &[""]),
        ("vote (1)a", &["1"]),
        ("vote (t a", &["("]),
        ("vote \"a\"b", &[""]),
        ("vote (t)k=1", &["(t)k"]),
        ("vote 1=1", &["1"]),
        ("vote (t)/-a", &["/-"]),
        ("vote /-\n", &["/-"]),
        ("vote { call", &["{"]),
        ("vote } call", &["}"]),
        ("vote {} {}", &["{"]),
        ("vote {} for", &["for"]),
        ("1 2", &["1"]),
        ("[a]", &["["]),
        ("vote;;", &[";"]),
        ("/- kdl-version 1\nvote", &["1"]),
    ];
    for (source, expected) in rows {
        assert_eq!(at_fault(source), *expected, "{source:?}: {:?}", read_partial(source).1);
    }
}

#[test]
fn all_errors_are_told_in_the_order_of_their_places() {
    let source = "vote 1x 2y for=true\ncall {\n  meet \"a\\q\\w\"\n  by #mail\n}\nissue = 1\nlast \u{200E} [ok\n";
    assert_eq!(
        at_fault(source),
        ["1x", "2y", "true", "\\q", "\\w", "#mail", "=", "\u{200E}", "["]
    );
    assert_eq!(read(source).unwrap_err().len(), 9);
}

#[test]
fn what_is_no_error_is_read_besides() {
    let source = "vote 1x for=2 {\n  by mail\n  by #fax\n}\n[] 1 { lost }\ncall \"a\n";
    let (document, errors) = read_partial(source);
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert_eq!(
        print_canonical(&document),
        "vote for=2 {\n    by mail\n    by\n}\ncall\n"
    );
    let [vote, call] = &document.nodes[..] else {
        panic!("two nodes")
    };
    assert!(!vote.is_whole && !call.is_whole);
    assert!(vote.children()[0].is_whole && !vote.children()[1].is_whole);
}

#[test]
fn a_node_is_whole_where_only_its_children_are_not() {
    let (document, _) = read_partial("vote {\n  by #fax\n}\ncall");
    assert!(document.nodes[0].is_whole && document.nodes[1].is_whole);
    let (document, _) = read_partial("vote {\n  by fax\n");
    assert!(!document.nodes[0].is_whole, "a block that never ends may lack children");
    let (document, _) = read_partial("vote {\n} more\n");
    assert!(!document.nodes[0].is_whole);
}

#[test]
fn blocks_nest_to_a_depth_and_no_deeper() {
    let nested = |depth: usize| format!("{}z{}\nlast", "a{".repeat(depth), "}".repeat(depth));
    assert!(read(&nested(BLOCK_DEPTH_MAX)).is_ok());
    let too_deep = nested(BLOCK_DEPTH_MAX + 1);
    let (document, errors) = read_partial(&too_deep);
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].span.start as usize, 2 * BLOCK_DEPTH_MAX + 1);
    assert_eq!(document.nodes.len(), 2, "reading goes on behind the block");
    // Far too deep is no more than too deep, with braces in strings and comments on the way.
    let (document, errors) = read_partial(&format!(
        "{} \"}}\" // }}\n #\"}}\"# /* }} */ {}\nlast",
        "a {".repeat(100_000),
        "}".repeat(100_000)
    ));
    assert_eq!((document.nodes.len(), errors.len()), (2, 1));
    assert!(read(&"/*".repeat(100_000)).is_err());
    assert!(read(&"(".repeat(100_000)).is_err());
}

#[test]
fn spans_are_exact() {
    let source = "// é\n(t)vote \"for\" k=(u)0x1F /- x { by } // end\n";
    let document = read(source).unwrap();
    let node = &document.nodes[0];
    let text = |span: quorate_kdl::Span| &source[span.range()];
    assert_eq!(text(node.span), "(t)vote \"for\" k=(u)0x1F /- x { by }");
    assert_eq!(text(node.head_span()), "(t)vote \"for\" k=(u)0x1F");
    assert_eq!(text(node.ty.as_ref().unwrap().span), "t");
    assert_eq!(text(node.name.span), "vote");
    assert_eq!(text(node.children_span.unwrap()), "{ by }");
    assert_eq!(text(node.children()[0].span), "by");
    let [argument, property] = &node.entries[..] else {
        panic!("two entries")
    };
    assert_eq!((text(argument.span), text(argument.value_span)), ("\"for\"", "\"for\""));
    assert_eq!((text(property.span), text(property.value_span)), ("k=(u)0x1F", "0x1F"));
    assert_eq!(text(property.name.as_ref().unwrap().span), "k");
    assert_eq!(text(property.ty.as_ref().unwrap().span), "u");
    let comments: Vec<_> = node
        .comments
        .iter()
        .map(|comment| (text(comment.span), comment.trailing))
        .collect();
    assert_eq!(comments, [("// é", false), ("/- x", true), ("// end", true)]);
    assert!(node.comments.iter().all(|comment| text(comment.span) == comment.text));
}

#[test]
fn nodes_answer_for_their_entries() {
    let document = read("vote a k=1 b k=2 j=#true { by x; at y; by z }").unwrap();
    let node = &document.nodes[0];
    assert_eq!(node.argument(1).unwrap().value.as_str(), Some("b"));
    assert!(node.argument(2).is_none());
    assert_eq!(node.property("k").unwrap().value.as_i64(), Some(2), "the last one wins");
    assert_eq!(node.property("j").unwrap().value.as_bool(), Some(true));
    assert!(node.property("a").is_none());
    assert_eq!((node.arguments().count(), node.properties().count()), (2, 3));
    assert_eq!(node.children_named("by").count(), 2);
    assert_eq!(node.child("by").unwrap().argument(0).unwrap().value.as_str(), Some("x"));
}
