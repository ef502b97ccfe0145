//! The points that the official suite tests, each in a case of our own, so that the reader is proven without its folder.
//!
//! A row is a source and what it prints as in canonical form, or [`REFUSED`].

use quorate_kdl::{print_canonical, read};

/// In place of a canonical form: the source must be refused.
const REFUSED: &str = "<refused>";

fn check(rows: &[(&str, &str)]) {
    for (source, expected) in rows {
        let printed = read(source).map(|document| print_canonical(&document));
        match printed {
            Ok(printed) => assert_eq!(&printed, expected, "{source:?}"),
            Err(errors) => assert_eq!(*expected, REFUSED, "{source:?}: {errors:?}"),
        }
    }
}

#[test]
fn documents_and_nodes() {
    check(&[
        ("", "\n"),
        (" ", "\n"),
        ("\r", "\n"),
        ("\n\n", "\n"),
        ("\\\n", "\n"),
        ("\\", "\n"),
        ("\u{FEFF}vote", "vote\n"),
        ("\n\nvote", "vote\n"),
        ("vote\r\ncall\r\n", "vote\ncall\n"),
        (
            "vote\u{85}call\u{2028}meet\u{2029}end\u{B}\u{C}",
            "vote\ncall\nmeet\nend\n",
        ),
        ("vote; call;", "vote\ncall\n"),
        ("vote;call", "vote\ncall\n"),
        ("vote\nvote\n", "vote\nvote\n"),
        ("b\na", "b\na\n"),
        ("(date)vote", "(date)vote\n"),
        ("(\"a date\")vote", "(\"a date\")vote\n"),
        ("(\"\")vote", "(\"\")vote\n"),
        ("( date ) vote", "(date)vote\n"),
        ("\"two words\"", "\"two words\"\n"),
        ("#\"\\vote\"#", "\"\\\\vote\"\n"),
        ("\"\"", "\"\"\n"),
        ("\"plain\" \"plain\"", "plain plain\n"),
        ("()vote", REFUSED),
        ("( )vote", REFUSED),
        ("(date)", REFUSED),
        ("(date", REFUSED),
        ("(date vote", REFUSED),
        ("(1)vote", REFUSED),
        ("#true", REFUSED),
        ("1 2", REFUSED),
        (";", REFUSED),
        ("vote;;", REFUSED),
        ("}", REFUSED),
        ("vote }", REFUSED),
        ("= 1", REFUSED),
    ]);
}

#[test]
fn blocks() {
    check(&[
        ("a {}", "a\n"),
        ("a {\n\n  }", "a\n"),
        ("a{b}", "a {\n    b\n}\n"),
        ("a {b;c;d}", "a {\n    b\n    c\n    d\n}\n"),
        ("a { b; };", "a {\n    b\n}\n"),
        ("a { b { c 1; }; }\nd", "a {\n    b {\n        c 1\n    }\n}\nd\n"),
        ("a x k=v { b }", "a x k=v {\n    b\n}\n"),
        ("a {b} c", REFUSED),
        ("a {b} {c}", REFUSED),
        ("a {", REFUSED),
        ("a {b", REFUSED),
        ("{ b }", REFUSED),
        ("a { b } }", REFUSED),
    ]);
}

#[test]
fn arguments_and_properties() {
    check(&[
        ("a 1 k=1 2 j=2", "a 1 2 j=2 k=1\n"),
        ("a k=1 k=2", "a k=2\n"),
        ("a k k=k", "a k k=k\n"),
        ("a k = 1", "a k=1\n"),
        ("a k \\\n = \\\n 1", "a k=1\n"),
        ("a \"k k\"=1 \"\"=2 \"1\"=3", "a \"\"=2 \"1\"=3 \"k k\"=1\n"),
        ("a (t)1 k=(t)x j=( t ) #null", "a (t)1 j=(t)#null k=(t)x\n"),
        ("a (\"t/\")x (\"\")x", "a (\"t/\")x (\"\")x\n"),
        ("a #true #false #null", "a #true #false #null\n"),
        ("a k=#true j=#false i=#null", "a i=#null j=#false k=#true\n"),
        ("a \"x\"k", REFUSED),
        ("a\"x\"", REFUSED),
        ("a \"x\"1", REFUSED),
        ("a 1(t)2", REFUSED),
        ("a(t)2", REFUSED),
        ("a k=\"v\"j=5", REFUSED),
        ("a k=", REFUSED),
        ("a k=\n1", REFUSED),
        ("a =1", REFUSED),
        ("a (t)k=1", REFUSED),
        ("a (t)", REFUSED),
        ("a ()1", REFUSED),
        ("a ( )1", REFUSED),
        ("a k=(t)", REFUSED),
        ("a k=()1", REFUSED),
        ("a k=( )1", REFUSED),
        ("a #true=1", REFUSED),
        ("a #null=1", REFUSED),
        ("a 1=1", REFUSED),
        ("a #yes", REFUSED),
        ("a #", REFUSED),
    ]);
}

#[test]
fn bare_identifiers() {
    check(&[
        ("a~!@$%^&*.:'|?+<>,`-_ b", "a~!@$%^&*.:'|?+<>,`-_ b\n"),
        ("a . + - -- +. -.x <b> ?15 _15", "a . + - -- +. -.x <b> ?15 _15\n"),
        ("ノード\u{3000}お名前=ฅ\u{FF0C}ฅ 😁", "ノード 😁 お名前=ฅ\u{FF0C}ฅ\n"),
        ("true_id null-id=falsey r", "true_id r null-id=falsey\n"),
        ("a\\b", REFUSED),
        ("a(b)c", REFUSED),
        ("a/b", REFUSED),
        ("a\"b\"", REFUSED),
        ("a#b", REFUSED),
        ("a[b]c", REFUSED),
        ("a b]", REFUSED),
        ("a true", REFUSED),
        ("a false=1", REFUSED),
        ("a null", REFUSED),
        ("a inf", REFUSED),
        ("a -inf", REFUSED),
        ("a nan", REFUSED),
        ("true", REFUSED),
        ("a 0n", REFUSED),
        ("a +0n", REFUSED),
        ("a .0n", REFUSED),
        ("a -.0", REFUSED),
        ("a r\"b\"", REFUSED),
        ("a r#\"b\"#", REFUSED),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("a 15 +15 -15 015 1_5_", "a 15 15 -15 15 15\n"),
        ("a 15.70 0.0 1_1.0_2", "a 15.70 0.0 11.02\n"),
        ("a 1e10 1.0e+10 1.0E-1_0", "a 1E+10 1.0E+10 1.0E-10\n"),
        ("a 1.5e1000 1.5e-1000", "a 1.5E+1000 1.5E-1000\n"),
        ("a 0xFf 0x0_1 -0x10 0o17 0b1_0_", "a 255 1 -16 15 2\n"),
        ("a 0xffffffffffffffffffff", "a 1208925819614629174706175\n"),
        ("a #inf #-inf #nan", "a #inf #-inf #nan\n"),
        ("a \"1\"", "a \"1\"\n"),
        ("a 1.", REFUSED),
        ("a .1", REFUSED),
        ("a 1.e7", REFUSED),
        ("a 1._7", REFUSED),
        ("a 1.0.0", REFUSED),
        ("a 1.0.0e7", REFUSED),
        ("a 1e1e1", REFUSED),
        ("a 1e1.0", REFUSED),
        ("a 0x", REFUSED),
        ("a 0x_1", REFUSED),
        ("a 0xx1", REFUSED),
        ("a 0x1g", REFUSED),
        ("a 0o8", REFUSED),
        ("a 0b2", REFUSED),
    ]);
}

#[test]
fn strings() {
    check(&[
        (r#"a "\"\\\b\f\n\r\t\s""#, "a \"\\\"\\\\\\b\\f\\n\\r\\t \"\n"),
        ("a \"\\u{0a}\\u{85}\\u{200e}\"", "a \"\\n\\u{85}\\u{200e}\"\n"),
        ("a \"1\\\n\n  2\"", "a \"12\"\n"),
        ("a \"1 \\   2\"", "a \"1 2\"\n"),
        (
            "a #\"\\n\"# #\"\\\"# #\"b\"b\"# ##\"\"#\"##",
            "a \"\\\\n\" \"\\\\\" \"b\\\"b\" \"\\\"#\"\n",
        ),
        ("a k=#\"\"b\"#", "a k=\"\\\"b\"\n"),
        ("a \"\"\"\n    b\n   c\n  \"\"\"", "a \"  b\\n c\"\n"),
        ("a #\"\"\"\n  \"\"\"b\\s\n  \"\"\"#", "a \"\\\"\\\"\\\"b\\\\s\"\n"),
        ("a \"\"\"\n \u{2009} \n\"\"\" #\"\"\"\n\t\"\"\"#", "a \"\" \"\"\n"),
        ("a \"\"\"\n  b \\\nc\n  \\  \"\"\"", "a \"b c\"\n"),
        ("a \"\"\"\n  b \\\nc\n\\  \"\"\"", "a \"  b c\"\n"),
        ("a \"\"\"\n    b\n   \\\n\"\"\"", "a \" b\"\n"),
        ("a \"\"\"\nb\n   \\\n\"\"\"", REFUSED),
        ("a \"\"\"\n  b\\\n  \"\"\"", REFUSED),
        ("a \"\"\"\n\\sb\n c\n \"\"\"", REFUSED),
        ("a \"\"\"b\"\"\"", REFUSED),
        ("a \"\"\"b\n\"\"\"", REFUSED),
        ("a \"\"\"\nb\"\"\"", REFUSED),
        ("a \"\"\"\n  b\n\t\"\"\"", REFUSED),
        ("a \"\"\"\n b\n  \"\"\"", REFUSED),
        ("a #\"\"\"b\"\"\"#", REFUSED),
        ("a #\"\"\"#", REFUSED),
        ("a #\"\"\"\n b\n  \"\"\"#", REFUSED),
        ("a \"b\nc\"", REFUSED),
        ("a #\"b\nc\"#", REFUSED),
        ("a ##\"b\"#", REFUSED),
        ("a #\"b\"##", REFUSED),
        ("a \"b", REFUSED),
        (r#"a "\/""#, REFUSED),
        (r#"a "\u{D800}""#, REFUSED),
        (r#"a "\u{DFFF}""#, REFUSED),
        (r#"a "\u{110000}""#, REFUSED),
        (r#"a "\u{0012345}""#, REFUSED),
        (r#"a "\u{}""#, REFUSED),
    ]);
}

#[test]
fn spaces_comments_and_continued_lines() {
    check(&[
        (
            "a\tb\u{A0}c\u{1680}d\u{2003}e\u{202F}f\u{205F}g\u{3000}h",
            "a b c d e f g h\n",
        ),
        ("// only", "\n"),
        ("// only\r\n", "\n"),
        ("//\na", "a\n"),
        ("a //\nb // x", "a\nb\n"),
        ("/* a */b", "b\n"),
        ("a /* * */ b /* /* in */ out\n*/ c", "a b c\n"),
        ("a/**/b", "a b\n"),
        ("(/*x*/t/*x*/)/*x*/a (t/*x*/)/*x*/1 k=(t)/*x*/2", "(t)a (t)1 k=(t)2\n"),
        ("a \\\n b \\// x\n c", "a b c\n"),
        ("a \\   // x\nb", "a b\n"),
        ("a \\ /* x */ \nb", "a b\n"),
        ("a \\\n\nb", "a\nb\n"),
        ("a \\", "a\n"),
        ("a; \\\nb", "a\nb\n"),
        ("\\\n(t)a", "(t)a\n"),
        ("a {\n b\n \\ // x\n c\n}", "a {\n    b\n    c\n}\n"),
        ("a /* b", REFUSED),
        ("a /* /* */", REFUSED),
        ("a \\ b", REFUSED),
    ]);
}

#[test]
fn slashdashes() {
    check(&[
        ("/- a", "\n"),
        ("/-a\nb", "b\n"),
        ("/-\na 1\nb", "b\n"),
        ("/- // x\na\nb", "b\n"),
        ("/-\\\na\nb", "b\n"),
        ("/- a 1.0 \"x\" k=\"\"\"\n b\n \"\"\"\n", "\n"),
        ("/- a { b }\nc", "c\n"),
        ("/- a /- 1\nb", "b\n"),
        ("a { /- b }", "a\n"),
        ("a /- 1 2", "a 2\n"),
        ("a /--1 2", "a 2\n"),
        ("a /-\n1 2", "a 2\n"),
        ("a /- // x\n1 2", "a 2\n"),
        ("a /-/*x*/1 2", "a 2\n"),
        ("a /- k=1 2", "a 2\n"),
        ("a k=1 /- k=2", "a k=1\n"),
        ("a \\\n/- 1 2", "a 2\n"),
        ("a /- \\\n1 2", "a 2\n"),
        ("a \"x\"/-1", "a x\n"),
        ("a \"x\"/-{}\nb {}/-{}", "a x\nb\n"),
        ("a /-{ b }", "a\n"),
        ("a /-\n{ b }", "a\n"),
        ("a 1 /-{ b } \\\n/-{ c } { d } /-{ e }", "a 1 {\n    d\n}\n"),
        ("/- kdl-version 2\na", "a\n"),
        ("/- kdl-version 1\na", REFUSED),
        ("/-", REFUSED),
        ("a /-", REFUSED),
        ("a /-\n", REFUSED),
        ("a /-;", REFUSED),
        ("a { b\n /-\n}", REFUSED),
        ("/- /- a\nb", REFUSED),
        ("(t)/-a", REFUSED),
        ("(/-t)a", REFUSED),
        ("a (t)/-1 2", REFUSED),
        ("a (t) /- 1 2", REFUSED),
        ("a k /- = 1", REFUSED),
        ("a k= /- 1 2", REFUSED),
        ("a k=(t)/-1 2", REFUSED),
        ("a {b} /-{c} {d}", REFUSED),
        ("a /-{b} c {d}", REFUSED),
        ("a /-{b} /-c", REFUSED),
    ]);
}

#[test]
fn code_points_that_may_not_stand_anywhere() {
    for code in (0x00..=0x08)
        .chain(0x0E..=0x1F)
        .chain([0x7F, 0x200E, 0x200F, 0xFEFF])
        .chain(0x202A..=0x202E)
        .chain(0x2066..=0x2069)
    {
        let character = char::from_u32(code).unwrap();
        for source in [
            format!("a b{character}"),
            format!("a \"{character}\""),
            format!("// {character}"),
            format!("a\n/*{character}*/"),
        ] {
            let errors = read(&source).expect_err(&source);
            assert_eq!(errors.len(), 1, "{source:?}: {errors:?}");
            assert_eq!(&source[errors[0].span.range()], character.to_string(), "{source:?}");
        }
    }
    // Their neighbours may stand.
    for character in [
        '\u{200D}', '\u{2010}', '\u{2030}', '\u{2070}', '\u{80}', '\u{FEFE}', '\u{FF00}',
    ] {
        let source = format!("a \"{character}\"");
        assert!(read(&source).is_ok(), "{source:?}");
    }
}
