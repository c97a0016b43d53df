//! The JSON schema of brief.toml, made of its tables. Editors complete and check by it, and so do we.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::tables::BriefToml;

/// The schema, without references, so that it can be walked beside a file.
pub fn schema() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
        let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
        settings.into_generator().into_root_schema_for::<BriefToml>().to_value()
    });
    &SCHEMA
}

/// The schema as it is printed and kept in the repository.
pub fn text() -> String {
    serde_json::to_string_pretty(schema()).unwrap_or_default() + "\n"
}

/// Schema of the value that a path of keys and indices leads to.
pub fn at<P: AsRef<str>>(path: &[P]) -> Option<&'static Value> {
    path.iter().try_fold(schema(), |schema, step| {
        let step = step.as_ref();
        let is_number = step.bytes().all(|b| b.is_ascii_digit());
        properties(schema).and_then(|known| known.get(step)).or_else(|| items(schema).filter(|_| is_number))
    })
}

/// Schemas of a table's keys.
pub fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    alternatives(schema).into_iter().find_map(|schema| schema["properties"].as_object())
}

/// Schema of a list's items.
pub fn items(schema: &Value) -> Option<&Value> {
    alternatives(schema).into_iter().find_map(|schema| schema.get("items"))
}

/// Members of an `anyOf`, or else the schema itself.
pub fn alternatives(schema: &Value) -> Vec<&Value> {
    match schema["anyOf"].as_array() {
        Some(alternatives) => alternatives.iter().collect(),
        None => vec![schema],
    }
}

/// Strings of an enumeration, each with its description.
pub fn choices(schema: &Value) -> Vec<(&str, Option<&str>)> {
    let plain = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let described = schema["oneOf"].as_array().into_iter().flatten();
    let described = described.flat_map(|member| match member["const"].as_str() {
        Some(choice) => vec![(choice, description(member))],
        None => choices(member),
    });
    plain.map(|choice| (choice, None)).chain(described).collect()
}

pub fn description(schema: &Value) -> Option<&str> {
    schema["description"].as_str()
}
