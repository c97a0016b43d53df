//! Comparison of a brief.toml with the schema: keys and values that are unknown, each with a guess at the one meant.

use serde_json::Value;
use strsim::osa_distance;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::Problem;
use super::document::{TomlDocument, span};
use super::messages::Message;
use super::schema::{alternatives, choices, schema};
use crate::text::Span;

/// Everything in the document that the schema does not allow.
pub fn problems(document: &TomlDocument) -> Vec<Problem> {
    let mut comparison = Comparison::default();
    comparison.table(document.root(), Span::at(0), schema());
    comparison.problems
}

#[derive(Default)]
struct Comparison {
    problems: Vec<Problem>,
}

impl Comparison {
    fn table(&mut self, table: &DeTable, place: Span, schema: &Value) {
        let Some(known) = schema["properties"].as_object() else { return };
        for (key, value) in table {
            match known.get(key.get_ref().as_ref()) {
                Some(schema) => self.value(value, schema),
                None => self.unknown_key(span(key.span(), usize::MAX), key.get_ref(), known.keys().map(String::as_str)),
            }
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !table.contains_key(key) {
                self.problem(place, Message::MissingKey { key: key.to_owned() });
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue>, schema: &Value) {
        let place = span(value.span(), usize::MAX);
        let kind = kind(value.get_ref());
        let Some(schema) = alternatives(schema).into_iter().find(|schema| allows(schema, kind)) else {
            return self.problem(place, Message::WrongType { example: example(schema, value.get_ref()) });
        };
        match value.get_ref() {
            DeValue::Table(table) => self.table(table, place, schema),
            DeValue::Array(array) => array.iter().for_each(|item| self.value(item, &schema["items"])),
            DeValue::String(text) => self.string(place, text, schema),
            DeValue::Integer(integer) => self.integer(place, integer, schema),
            _ => {}
        }
    }

    fn string(&mut self, place: Span, text: &str, schema: &Value) {
        // The mark of points is the one value that is a single character.
        if schema["maxLength"] == 1 && text.chars().count() != 1 {
            return self.problem(place, Message::Mark { mark: text.to_owned() });
        }
        let choices: Vec<&str> = choices(schema).into_iter().map(|(choice, _)| choice).collect();
        if choices.is_empty() || choices.contains(&text) {
            return;
        }
        let value = text.to_owned();
        // Few choices are all listed, unless a slip explains the word: “halfwidth” is not “fullwidth” misspelt.
        let is_near = |meant: &String| choices.len() > SHOWN || osa_distance(text, meant) <= 1;
        let message = match nearest(text, choices.iter().copied()).filter(is_near) {
            Some(meant) => Message::UnknownValueGuess { value, meant },
            None => Message::UnknownValue { value, known: some(&choices) },
        };
        self.problem(place, message);
    }

    fn integer(&mut self, place: Span, integer: &DeInteger, schema: &Value) {
        let (Some(least), Some(most)) = (schema["minimum"].as_i64(), schema["maximum"].as_i64()) else { return };
        let number = i64::from_str_radix(integer.as_str(), integer.radix());
        if !number.is_ok_and(|number| (least..=most).contains(&number)) {
            self.problem(place, Message::Range { least, most });
        }
    }

    fn unknown_key<'k>(&mut self, place: Span, key: &str, known: impl Iterator<Item = &'k str>) {
        let known: Vec<&str> = known.collect();
        let message = match nearest(key, known.iter().copied()) {
            Some(meant) => Message::UnknownKeyGuess { key: key.to_owned(), meant },
            None => Message::UnknownKey { key: key.to_owned(), known: some(&known) },
        };
        self.problem(place, message);
    }

    fn problem(&mut self, span: Span, message: Message) {
        self.problems.push(Problem { span, message: message.into() });
    }
}

/// The known name nearest to `written`, allowing for a typing slip, `_` for `-` or an omitted group.
fn nearest<'n>(written: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let folded = written.to_lowercase().replace('_', "-");
    known
        .map(|name| {
            let whole = osa_distance(&folded, name);
            let part = name.split_once('/').map_or(whole, |(_, part)| osa_distance(&folded, part));
            (whole.min(part), name)
        })
        .filter(|&(distance, name)| distance <= name.chars().count().min(folded.chars().count()) / 4 + 1)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name.to_owned())
}

/// Most names that one message lists.
const SHOWN: usize = 8;

fn some(names: &[&str]) -> String {
    let more = if names.len() > SHOWN { "…" } else { "" };
    names[..names.len().min(SHOWN)].join(", ") + more
}

/// TOML that could replace `written`.
fn example(schema: &Value, written: &DeValue) -> String {
    let written = written.as_str();
    alternatives(schema).into_iter().map(|schema| form(schema, written)).collect::<Vec<_>>().join(" / ")
}

/// A value that the schema allows, with the text `written` if it has room for one.
fn form(schema: &Value, written: Option<&str>) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let (choices, kinds) = (choices(schema), kinds(schema));
    match kinds.first().map(String::as_str) {
        Some("string") if !choices.is_empty() => {
            let fits = choices.iter().find(|(choice, _)| Some(*choice) == written);
            quoted(fits.unwrap_or(&choices[0]).0)
        }
        Some("string") => quoted(written.or(schema["default"].as_str()).unwrap_or("…")),
        Some("integer") => schema["default"].to_string(),
        Some("boolean") => "true / false".to_owned(),
        Some("array") => {
            format!("[{}]", alternatives(&schema["items"]).first().map_or_else(String::new, |item| form(item, written)))
        }
        _ => {
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let keys: Vec<String> =
                required.map(|key| format!("{key} = {}", form(&schema["properties"][key], None))).collect();
            if keys.is_empty() { "{ … }".to_owned() } else { format!("{{ {} }}", keys.join(", ")) }
        }
    }
}

fn kind(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "string",
        DeValue::Integer(_) => "integer",
        DeValue::Float(_) => "number",
        DeValue::Boolean(_) => "boolean",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "array",
        DeValue::Table(_) => "object",
    }
}

/// Kinds of value that a schema names, without JSON's null.
fn kinds(schema: &Value) -> Vec<String> {
    let named = |value: &Value| value.as_str().filter(|kind| *kind != "null").map(str::to_owned);
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(named).collect(),
        kind => {
            named(kind).or_else(|| (!choices(schema).is_empty()).then(|| "string".to_owned())).into_iter().collect()
        }
    }
}

fn allows(schema: &Value, kind: &str) -> bool {
    let kinds = kinds(schema);
    kinds.is_empty() || kinds.iter().any(|allowed| allowed == kind)
}
