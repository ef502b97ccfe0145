//! What the formatter keeps and what it puts in order.

use quorate_kdl::{Comment, Document, Node, format, read};

fn check(source: &str, expected: &str) {
    let formatted = format(&read(source).expect("the source is well formed"));
    assert_eq!(formatted, expected);
    assert_eq!(
        format(&read(&formatted).expect("what is formatted is well formed")),
        expected,
        "formatting twice changes something"
    );
}

#[test]
fn lines_indents_and_blank_lines() {
    check(
        "\n\n\na  1;b\t2\n\n\n\nc{d;e\n\n\n  f\n\n}\n\n",
        "a 1\nb 2\n\nc {\n    d\n    e\n\n    f\n}\n",
    );
    check("a {}\nb {\n\n}", "a {}\nb {}\n");
    check("", "");
}

#[test]
fn comments_stay() {
    check(
        "// head  \n\n\n// of a\na 1 // trailing\n  /* block\n text */\nb { // first\n  c\n\n  // last\n} // closed\n\n// end\n",
        "// head\n\n// of a\na 1 // trailing\n/* block\n text */\nb {\n    // first\n    c\n\n    // last\n} // closed\n\n// end\n",
    );
    check("a { // only\n}", "a {\n    // only\n}\n");
    check("a; // x\nb; /* y */ c", "a // x\nb\n/* y */\nc\n");
    check(
        "a /* x */ 1 /* y */ { b } /* z */ // end",
        "a 1 /* x */ /* y */ {\n    b\n} /* z */ // end\n",
    );
    check("(t/*x*/)a k /*y*/ = /*z*/ 1", "(t)a k=1 /*x*/ /*y*/ /*z*/\n");
}

#[test]
fn continued_lines_are_joined_and_their_comments_go_before() {
    check(
        "a\n\nb \\ // one\n  1 \\ // two\n  2 // three",
        "a\n\n// one\n// two\nb 1 2 // three\n",
    );
    check("a\n\n\\ // x\nb", "a\n\n// x\nb\n");
}

#[test]
fn what_a_slashdash_hides_stays() {
    check("/- a  1 // x\nb", "/- a  1 // x\nb\n");
    check("/- a; // x\nb", "/- a\n// x\nb\n");
    check("a {\n/-b {\n c }\n}", "a {\n    /-b {\n c }\n}\n");
    check("a /- 1 2 /-k=v { b } /-{ c }", "a 2 /- 1 /-k=v {\n    b\n} /-{ c }\n");
    check("a /-{ c } { b }", "a /-{ c } {\n    b\n}\n");
    check("/- a \\ // x\n\nb", "/- a\n// x\nb\n");
    check("a /-\n1", "a /-\n1\n");
}

#[test]
fn entries_keep_their_order_and_numbers_their_source() {
    check(
        "a k=0x1F 1_000 k=1.50e3 #inf j=#null",
        "a k=0x1F 1_000 k=1.50e3 #inf j=#null\n",
    );
}

#[test]
fn names_are_bare_and_values_stay_bare_or_quoted() {
    check(
        "\"a\" \"b\" c \"k\"=\"v\" (\"t\")#\"x\\\"# \"two words\"=\"true\"",
        "a \"b\" c k=\"v\" (t)\"x\\\\\" \"two words\"=\"true\"\n",
    );
}

#[test]
fn strings_of_many_lines() {
    check(
        "a { b \"one\\n\\n  two\" 1 }",
        "a {\n    b \"\"\"\n        one\n\n          two\n        \"\"\" 1\n}\n",
    );
    check("a \"one\\n  \\nx\"", "a \"one\\n  \\nx\"\n");
    check(
        "a \"\\n\\\\ \\\"\\\"\\\"\"",
        "a \"\"\"\n\n    \\\\ \\\"\\\"\\\"\n    \"\"\"\n",
    );
    check("a \"x\\ny\\n\"", "a \"\"\"\n    x\n    y\n\n    \"\"\"\n");
}

#[test]
fn documents_made_by_hand_print_too() {
    let child = Node::new("by").with_argument(-5);
    let mut node = Node::new("give notice")
        .with_argument("x")
        .with_property("paid", true)
        .with_child(child);
    node.comments.push(Comment::line("by the secretary"));
    let document = Document {
        nodes: vec![node],
        trailing_comments: vec![Comment::line("end")],
    };
    let expected = "// by the secretary\n\"give notice\" \"x\" paid=#true {\n    by -5\n}\n// end\n";
    assert_eq!(format(&document), expected);
    assert!(read(expected).is_ok());
}
