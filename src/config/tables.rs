//! The tables and keys of brief.toml. Their comments are what editors show beside a key, and `Default` is the template.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::brief::FieldKind;
use crate::house::{FormatOptions, Severity};
use crate::rules::{self, Group, RULES, Rule};

/// What a house decides about its briefs. It holds for the folder of brief.toml and those below.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(title = "brief.toml")]
pub struct BriefToml {
    /// The language of messages. Left out, it is that of the editor or, on the command line, of `LANG`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messages: Option<MessageLanguage>,
    pub header: HeaderTable,
    pub sections: SectionsTable,
    pub vocabulary: VocabularyTable,
    pub glossary: GlossaryTable,
    pub lint: LintTable,
    pub format: FormatOptions,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum MessageLanguage {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "zh-TW")]
    Chinese,
}

/// The fields at the head of a brief.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct HeaderTable {
    /// The fields that every brief has, in the order of the template.
    pub fields: Vec<FieldKind>,
    /// Fields that a brief may have as well.
    pub optional: Vec<FieldKind>,
    /// How dates are written: `%Y` the year, `%m` and `%d` month and day with a zero, `%-m` and `%-d` without.
    pub date_format: String,
    /// What the fields are called, such as `author = "作者/Author(s)"`. Other spellings that are known stay known.
    pub labels: BTreeMap<FieldKind, String>,
}

/// The Chinese and the English half of a brief.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct SectionsTable {
    pub labels: SectionLabels,
}

/// What the sections are called.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct SectionLabels {
    /// The Chinese section, such as `"摘要"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
    /// The English section, such as `"Summary"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

/// The sources and keywords of the house.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct VocabularyTable {
    /// Keywords, as `"灰色地帶"` or with their English as `{ zh = "灰色地帶", en = "gray zone" }`.
    pub keywords: Vec<KeywordEntry>,
    /// Sources, each with its full name and, where there are any, its abbreviation, Chinese name and web domain.
    pub sources: Vec<SourceEntry>,
    /// Keywords and sources that are in no list are warnings, not hints.
    pub closed: bool,
    /// Whether the built-in lists count beside the house's own.
    pub built_in: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum KeywordEntry {
    Chinese(String),
    Translated(TranslatedKeyword),
}

/// A keyword with its English.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TranslatedKeyword {
    /// The keyword as briefs have it.
    pub zh: String,
    /// What it is in English.
    pub en: String,
}

/// A publication or institute that briefs summarise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// The full name, as a brief gives it.
    pub name: String,
    /// Its abbreviation, such as `IISS`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub abbreviation: String,
    /// Its Chinese name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub zh: String,
    /// The host of its site, such as `iiss.org`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub domain: String,
}

/// How the house words things.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GlossaryTable {
    /// Terms with the names that each may have in the two languages: where one side of a pair has one, so must the other.
    pub terms: Vec<TermEntry>,
    /// Words that the house avoids, and what it writes instead.
    pub avoid: Vec<AvoidEntry>,
}

/// A term in both languages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermEntry {
    /// Its Chinese names, the usual one first.
    pub zh: Vec<String>,
    /// Its English names, the usual one first.
    pub en: Vec<String>,
}

/// A word to avoid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AvoidEntry {
    /// The word that is not to be written.
    pub term: String,
    /// What to write instead.
    #[serde(rename = "use", default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
}

/// Which findings are shown. Rules are named whole (`date/invalid`) or by group (`date`); the more exact name wins.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct LintTable {
    /// The rules to look for; all where the list is empty.
    #[schemars(schema_with = "rule_names")]
    pub select: Vec<String>,
    /// The rules to leave out.
    #[schemars(schema_with = "rule_names")]
    pub ignore: Vec<String>,
    /// Other severities than the rules' own.
    #[schemars(schema_with = "severities")]
    pub severity: BTreeMap<String, Severity>,
    /// What holds for some files only.
    pub per_file: Vec<PerFileEntry>,
    /// Findings that are right as they are.
    pub accept: Vec<AcceptEntry>,
}

/// Decisions about the files that a pattern names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PerFileEntry {
    /// A file or pattern, seen from the folder of brief.toml: `"drafts/**"`, `"*.md"`.
    pub path: String,
    /// The rules to look for in these files, in place of `lint.select`.
    #[schemars(schema_with = "rule_names")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub select: Vec<String>,
    /// The rules to leave out in these files as well.
    #[schemars(schema_with = "rule_names")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignore: Vec<String>,
    /// Other severities in these files.
    #[schemars(schema_with = "severities")]
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, Severity>,
}

/// A finding that is right as it is: known by its rule and the text that it stands on, wherever that moves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptEntry {
    /// The rule that has found it.
    #[schemars(schema_with = "rule_name")]
    pub rule: String,
    /// The text that is underlined.
    pub text: String,
    /// The file or pattern, seen from the folder of brief.toml; every file where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

impl Default for HeaderTable {
    fn default() -> Self {
        let crate::house::Header { required, optional } = crate::house::Header::default();
        let date_format = crate::reading::date_format::DateFormat::default().pattern().to_owned();
        HeaderTable { fields: required, optional, date_format, labels: BTreeMap::new() }
    }
}

impl Default for VocabularyTable {
    fn default() -> Self {
        VocabularyTable { keywords: Vec::new(), sources: Vec::new(), closed: false, built_in: true }
    }
}

fn rule_name(_: &mut SchemaGenerator) -> Schema {
    one_of(RULES.iter().map(|rule| rule.name))
}

fn rule_names(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": one_of(rules::names()) })
}

fn severities(_: &mut SchemaGenerator) -> Schema {
    let severity = |name: &str| {
        let mut severity = json_schema!({
            "description": about(name), "type": "string", "enum": Severity::ALL.map(Severity::as_str),
        });
        if let Some(rule) = Rule::by_name(name) {
            severity.insert("default".to_owned(), rule.severity.as_str().into());
        }
        severity.to_value()
    };
    let properties: Map<String, Value> = rules::names().map(|name| (name.to_owned(), severity(name))).collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// Names of rules and groups, each with what it is about.
fn one_of(names: impl IntoIterator<Item = &'static str>) -> Schema {
    let member = |name| json!({ "const": name, "description": about(name) });
    json_schema!({ "type": "string", "oneOf": names.into_iter().map(member).collect::<Vec<_>>() })
}

/// The summary of a rule, or which rules a group has.
fn about(name: &str) -> String {
    let of_group = || {
        let rules = Group::by_name(name).map_or(&[][..], |group| group.rules);
        let names: Vec<String> = rules.iter().map(|rule| format!("`{}`", rule.name)).collect();
        format!("The rules {}.", names.join(", "))
    };
    Rule::by_name(name).map_or_else(of_group, Rule::summary)
}
