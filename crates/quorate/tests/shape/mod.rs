//! What a value has that its shape does not allow.

// Each test program uses a part of this.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

use serde_json::Value as Json;

/// Everything in a value that its shape does not allow, each with its path.
pub fn differences(value: &Json, shape: &Json, shapes: &Json, path: &str) -> Vec<String> {
    if let Some(name) = shape["$ref"]
        .as_str()
        .and_then(|reference| reference.strip_prefix("#/$defs/"))
    {
        assert!(shapes[name].is_object(), "no shape {name}");
        return differences(value, &shapes[name], shapes, path);
    }
    if let Some(any) = shape["anyOf"].as_array() {
        let of_each: Vec<_> = any
            .iter()
            .map(|shape| differences(value, shape, shapes, path))
            .collect();
        return of_each
            .iter()
            .min_by_key(|found| found.len())
            .cloned()
            .unwrap_or_default();
    }
    if let Some(words) = shape["enum"].as_array() {
        return if words.contains(value) {
            Vec::new()
        } else {
            vec![format!("{path}: {value} is not a word of it")]
        };
    }
    let kind = match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "integer",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    };
    let is_allowed = shape["type"].as_str() == Some(kind)
        || shape["type"]
            .as_array()
            .is_some_and(|kinds| kinds.contains(&Json::from(kind)));
    if !is_allowed {
        return vec![format!("{path}: a {kind}, where {} is documented", shape["type"])];
    }
    let mut found = Vec::new();
    for item in value.as_array().into_iter().flatten() {
        found.extend(differences(item, &shape["items"], shapes, &format!("{path}[]")));
    }
    if let Some(object) = value.as_object() {
        for required in shape["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Json::as_str)
        {
            if !object.contains_key(required) {
                found.push(format!("{path}: {required} is missing"));
            }
        }
        for (key, inner) in object {
            let at = format!("{path}.{key}");
            match (&shape["properties"][key], &shape["additionalProperties"]) {
                (Json::Null, Json::Bool(true)) => {}
                (Json::Null, of_all @ Json::Object(_)) => found.extend(differences(inner, of_all, shapes, &at)),
                (Json::Null, _) => found.push(format!("{at} is not documented")),
                (property, _) => found.extend(differences(inner, property, shapes, &at)),
            }
        }
    }
    found
}
