//! docs/vocabulary.md: everything that an instrument can say.

use quorate_law::vocabulary::{ALL, Definition, FieldSpec, Kind, Place, SCOPES};
use quorate_law::{Base, Confidence, Effect, Reckoning, Vary};

use super::{code_list, head, row};

/// The text.
pub fn text() -> String {
    let mut out =
        String::from("# Vocabulary\n\nEverything that an instrument can say, one provision after the other.\n\n");
    for definition in ALL {
        out.push_str(&format!("- [`{0}`](#{0}): {1}\n", definition.name, definition.title));
    }
    out.push_str(&common());
    for definition in ALL {
        out.push_str(&entry(definition));
    }
    out
}

fn common() -> String {
    let mut out = String::from("\n## What every provision takes\n\n");
    out.push_str(&head(&["property", "meaning", "words"]));
    let words = |words: Vec<&'static str>| code_list(words);
    for (name, meaning, words) in [
        ("from", "the first day it is in force", "a date".to_owned()),
        ("to", "the last day it is in force", "a date".to_owned()),
        (
            "reckoned-by",
            "the event by whose day the version is chosen",
            words(Reckoning::ALL.iter().map(|word| word.word()).collect()),
        ),
        (
            "effect",
            "what it does to others that answer the same question",
            words(Effect::ALL.iter().map(|word| word.word()).collect()),
        ),
        (
            "vary",
            "who may say otherwise",
            words(Vary::ALL.iter().map(|word| word.word()).collect()),
        ),
        (
            "confidence",
            "how sure the reading is",
            words(Confidence::ALL.iter().map(|word| word.word()).collect()),
        ),
        ("note", "a remark shown with the provision", "words".to_owned()),
    ] {
        out.push_str(&row(&[&format!("`{name}`"), meaning, &words]));
    }
    out.push_str("\n## Scopes\n\nA scope narrows what a provision reaches; without one it reaches everything.\n\n");
    out.push_str(&head(&["scope", "narrows by", "words"]));
    for key in SCOPES {
        let words = if key.words.is_empty() {
            "any".to_owned()
        } else {
            code_list(key.words.iter().copied())
        };
        out.push_str(&row(&[&format!("`{}`", key.name), key.doc, &words]));
    }
    out.push_str("\n## Bases of a proportion\n\nA proportion is a fraction of one of these, such as \"majority of voting power present\".\n\n");
    out.push_str(&head(&["base", "counted in"]));
    for base in Base::ALL {
        out.push_str(&row(&[base.word(), base.measure().word()]));
    }
    out
}

fn entry(definition: &Definition) -> String {
    let mut out = format!(
        "\n## {}\n\n{}.\n{}\n\n```kdl\n{}\n```\n\n",
        definition.name, definition.title, definition.doc, definition.example
    );
    out.push_str(&head(&["field", "meaning", "form", "required"]));
    for field in definition.fields {
        out.push_str(&row(&[
            &place(field),
            field.doc,
            &form(field.kind),
            if field.required { "yes" } else { "no" },
        ]));
    }
    let questions: Vec<_> = definition
        .feeds
        .iter()
        .map(|id| format!("[`{id}`](law-book.md#{id})"))
        .collect();
    out.push_str(&format!(
        "\nScopes: {}.\nEffect in the statute: `{}`.\nQuestions: {}.\n",
        code_list(definition.scopes.iter().copied()),
        definition.statute_effect,
        if questions.is_empty() {
            "none".to_owned()
        } else {
            questions.join(", ")
        },
    ));
    out
}

fn place(field: &FieldSpec) -> String {
    match field.place {
        Place::Argument => "the argument".to_owned(),
        Place::Arguments => "the arguments".to_owned(),
        Place::Property => format!("`{}=`", field.name),
    }
}

fn form(kind: Kind) -> String {
    match kind {
        Kind::Word(words) => code_list(words.iter().copied()),
        other => other.expected(),
    }
}
