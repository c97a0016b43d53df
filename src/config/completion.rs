//! Completion in a brief.toml: headers of tables, keys, and the values that the schema lists.

use serde_json::Value;

use super::schema::{alternatives, at, choices, description, items, properties, schema};
use super::show::Inline;
use super::words::{HeaderPart, TomlWord, WordRole, Words};
use crate::rules::Rule;
use crate::text::Span;

/// An entry of the list that an editor shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlCompletion {
    pub kind: TomlCompletionKind,
    pub label: String,
    /// Shown beside the label: the default of a key, the severity of a rule.
    pub detail: Option<String>,
    /// In Markdown.
    pub documentation: Option<String>,
    /// The text that is replaced, the same for all entries.
    pub span: Span,
    pub insert: String,
    /// Replaces `insert` in editors that know tab stops.
    pub snippet: Option<String>,
    /// Begins with what was typed.
    pub filter: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TomlCompletionKind {
    Table,
    Key,
    Value,
}

/// Entries for byte `offset`, the best first.
pub fn complete(text: &str, offset: usize) -> Vec<TomlCompletion> {
    let words = Words::read(text, offset);
    let Some(word) = words.here() else {
        return Vec::new();
    };
    let place = WordAtCursor { text, offset, words: &words, word };
    let (start, offers) = match word.role {
        WordRole::Header(HeaderPart { start, brackets, .. }) => (start, place.headers(brackets)),
        WordRole::Key { is_statement: true } if word.quote.is_none() => {
            (word.span.start, [place.keys(), place.headers(0)].concat())
        }
        WordRole::Key { .. } => (word.span.start, place.keys()),
        WordRole::Value => (word.span.start, place.values()),
    };
    ranked(offers, text, Span::new(start.min(offset), offset))
}

/// An entry before it is compared with the typed text.
#[derive(Debug, Clone)]
struct TomlOffer {
    kind: TomlCompletionKind,
    /// The text that finds it.
    name: String,
    label: String,
    detail: Option<String>,
    documentation: Option<String>,
    insert: String,
    snippet: Option<String>,
}

/// Entries of the offers that fit the typed text, first those that begin with it.
fn ranked(offers: Vec<TomlOffer>, text: &str, span: Span) -> Vec<TomlCompletion> {
    let typed = &text[span];
    let mut found: Vec<(usize, TomlOffer)> =
        offers.into_iter().filter_map(|offer| Some((offset_in_name(typed, &offer.name)?, offer))).collect();
    found.sort_by_key(|&(at, _)| at > 0);
    let completion = |(at, offer): (usize, TomlOffer)| {
        let begun = format!("{typed}{}", &offer.name[at + typed.len()..]);
        TomlCompletion {
            kind: offer.kind,
            label: offer.label,
            detail: offer.detail,
            documentation: offer.documentation,
            span,
            insert: offer.insert,
            snippet: offer.snippet,
            filter: if at == 0 { begun } else { format!("{begun} {}", offer.name) },
        }
    };
    found.into_iter().map(completion).collect()
}

/// Offset of the first word of `name` that begins with `typed`.
fn offset_in_name(typed: &str, name: &str) -> Option<usize> {
    let words = name.char_indices().filter(|(_, c)| matches!(c, '/' | '.' | '-')).map(|(at, _)| at + 1);
    let begins = |&at: &usize| name[at..].get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed));
    std::iter::once(0).chain(words).find(begins)
}

/// The word at the cursor, with its surroundings.
struct WordAtCursor<'w> {
    text: &'w str,
    offset: usize,
    words: &'w Words<'w>,
    word: &'w TomlWord,
}

impl WordAtCursor<'_> {
    /// Headers of lists and of tables that are not there yet, behind so many brackets.
    fn headers(&self, brackets: usize) -> Vec<TomlOffer> {
        let mut tables = Vec::new();
        collect_tables(schema(), &[], &mut tables);
        let fits = |table: &&SchemaTable| match table.is_list {
            true => true,
            false => brackets < 2 && !self.words.defines(&table.path),
        };
        tables.iter().filter(fits).map(|table| self.header(table, brackets)).collect()
    }

    fn header(&self, table: &SchemaTable, brackets: usize) -> TomlOffer {
        let name = table.path.join(".");
        let wanted = if table.is_list { 2 } else { 1 };
        let behind = self.behind().bytes().take_while(|&b| b == b']').count();
        let (open, close) = ("[".repeat(wanted - brackets), "]".repeat(wanted.saturating_sub(behind)));
        TomlOffer {
            kind: TomlCompletionKind::Table,
            label: format!("{}{name}{}", "[".repeat(wanted), "]".repeat(wanted)),
            detail: None,
            documentation: description(table.schema).map(str::to_owned),
            insert: format!("{open}{name}{close}"),
            snippet: None,
            name,
        }
    }

    /// Keys that the table lacks, required ones first.
    fn keys(&self) -> Vec<TomlOffer> {
        let Some(table) = at(&self.word.path) else { return Vec::new() };
        let required = |key: &str| table["required"].as_array().is_some_and(|keys| keys.iter().any(|it| it == key));
        let is_wanted = |(key, value): &(&String, &Value)| {
            // The tables of the root are headers.
            let is_header = self.word.path.is_empty() && properties(value).is_some();
            !is_header && !self.words.has(&self.word.path, key)
        };
        let mut keys: Vec<_> = properties(table).into_iter().flatten().filter(is_wanted).collect();
        keys.sort_by_key(|(key, _)| !required(key));
        keys.into_iter().map(|(key, schema)| self.key(key, schema)).collect()
    }

    fn key(&self, key: &str, schema: &Value) -> TomlOffer {
        let is_bare = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let quoted = match self.word.quote {
            Some(_) => format!("{key}{}", self.end_quote()),
            None if is_bare => key.to_owned(),
            None => format!("\"{key}\""),
        };
        let behind = self.behind().trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-/\"' \t".contains(c));
        // A key that is written anew has its value already, or goes on.
        let is_whole = self.word.quote.is_some() && self.end_quote().is_empty() || behind.starts_with(['=', '.']);
        let tail = if is_whole { "" } else { " = " };
        let value = value_to_type(schema).filter(|_| !is_whole);
        TomlOffer {
            kind: TomlCompletionKind::Key,
            name: key.to_owned(),
            label: key.to_owned(),
            detail: default(schema),
            documentation: description(schema).map(str::to_owned),
            snippet: value.map(|value| format!("{quoted}{tail}{value}")),
            insert: format!("{quoted}{tail}"),
        }
    }

    /// Values that the schema lists, without those that the same list already has.
    fn values(&self) -> Vec<TomlOffer> {
        let Some(schema) = at(&self.word.path) else { return Vec::new() };
        if self.word.quote.is_none() && schema["type"] == "boolean" {
            return ["true", "false"].map(|value| self.value(value, None, value.to_owned())).into();
        }
        let is_item = self.word.path.last().is_some_and(|step| step.parse::<usize>().is_ok());
        let is_new = |(value, _): &(&str, _)| !is_item || !self.words.lists(&self.word.path, value);
        let quoted = |value: &str| match self.word.quote {
            Some(_) => format!("{value}{}", self.end_quote()),
            None => format!("\"{value}\""),
        };
        let known = alternatives(schema).into_iter().flat_map(choices).filter(is_new);
        known.map(|(value, about)| self.value(value, about, quoted(value))).collect()
    }

    fn value(&self, value: &str, about: Option<&str>, insert: String) -> TomlOffer {
        TomlOffer {
            kind: TomlCompletionKind::Value,
            name: value.to_owned(),
            label: value.to_owned(),
            detail: Rule::by_name(value).map(|rule| rule.severity.as_str().to_owned()),
            documentation: about.map(str::to_owned),
            insert,
            snippet: None,
        }
    }

    /// Closing quotation mark of the word, empty if it is there.
    fn end_quote(&self) -> String {
        let Some(quote) = self.word.quote else { return String::new() };
        let mark = self.behind().chars().find(|&c| c == quote || matches!(c, ',' | '[' | ']' | '{' | '}' | '='));
        if mark == Some(quote) { String::new() } else { quote.to_string() }
    }

    /// The rest of the line.
    fn behind(&self) -> &str {
        self.text[self.offset..].lines().next().unwrap_or_default()
    }
}

/// A table that may have a header.
struct SchemaTable {
    path: Vec<&'static str>,
    is_list: bool,
    schema: &'static Value,
}

fn collect_tables(schema: &'static Value, path: &[&'static str], tables: &mut Vec<SchemaTable>) {
    for (key, schema) in properties(schema).into_iter().flatten() {
        let path = [path, &[key.as_str()]].concat();
        let is_list = items(schema).is_some();
        let table = items(schema).unwrap_or(schema);
        if properties(table).is_some() {
            tables.push(SchemaTable { path: path.clone(), is_list, schema });
            collect_tables(table, &path, tables);
        }
    }
}

/// Snippet for a value: its delimiters, and the tab stop between them.
fn value_to_type(schema: &Value) -> Option<&'static str> {
    match () {
        () if items(schema).is_some() => Some("[$0]"),
        () if properties(schema).is_some() => Some("{ $0 }"),
        // Where values are offered, they bring their quotation marks.
        () if choices(schema).is_empty() && is_string(schema) => Some("\"$0\""),
        () => None,
    }
}

fn is_string(schema: &Value) -> bool {
    schema["type"] == "string"
        || schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "string"))
}

/// Default of a key, as TOML. None for tables, whose keys have their own, and for empty lists, which say nothing.
pub(super) fn default(schema: &Value) -> Option<String> {
    let value = toml::Value::try_from(schema.get("default")?).ok()?;
    let is_empty = value.as_array().is_some_and(Vec::is_empty);
    (!value.is_table() && !is_empty).then(|| Inline(&value).to_string())
}

#[cfg(test)]
mod tests;
