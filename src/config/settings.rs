//! Settings in force, made of the tables of brief.toml, with the problems that no schema can tell.

use std::collections::BTreeMap;
use std::fmt::Display;

use globset::GlobBuilder;

use super::document::{TomlDocument, span};
use super::messages::Message;
use super::tables::{BriefToml, KeywordEntry, MessageLanguage, PerFileEntry, SourceEntry};
use super::{AcceptedIn, Configuration, Files, PerFile, Problem};
use crate::brief::{FieldKind, LabelKind, Labels, is_bullet};
use crate::house::{Accepted, Avoided, Header, House, HouseTerms, Lint, Severity, Vocabulary};
use crate::language::Both;
use crate::lexicon::{Keyword, Source, Term};
use crate::messages::Locale;
use crate::reading::date_format::DateFormat;
use crate::text::{Span, intern};

/// The configuration in `text`, or everything that is wrong with it.
pub fn read(text: &str, document: &TomlDocument) -> Result<Configuration, Vec<Problem>> {
    let tables: BriefToml = toml::from_str(text).map_err(|error| {
        let place = error.span().map_or(Span::at(0), |range| span(range, text.len()));
        vec![Problem { span: place, message: Message::Syntax { reason: error.message().to_owned() }.into() }]
    })?;
    let mut reader = SettingsReader { document, problems: Vec::new() };
    let configuration = reader.configuration(&tables);
    if reader.problems.is_empty() { Ok(configuration) } else { Err(reader.problems) }
}

/// Keys of the two languages in labels, keywords and terms.
const LANGUAGE_KEYS: Both<&str> = Both::new("zh", "en");

struct SettingsReader<'p, 't> {
    document: &'p TomlDocument<'t>,
    problems: Vec<Problem>,
}

impl SettingsReader<'_, '_> {
    fn configuration(&mut self, tables: &BriefToml) -> Configuration {
        let lint = &tables.lint;
        let house = House {
            header: Header { required: distinct(&tables.header.fields), optional: distinct(&tables.header.optional) },
            labels: self.labels(tables),
            date_format: self.date_format(&tables.header.date_format),
            vocabulary: self.vocabulary(tables),
            glossary: self.glossary(tables),
            format: tables.format.clone(),
            lint: self::lint(&lint.select, &lint.ignore, &lint.severity),
            locale: tables.messages.map(|messages| match messages {
                MessageLanguage::English => Locale::English,
                MessageLanguage::Chinese => Locale::Chinese,
            }),
        };
        self.format(tables);
        let per_file = lint.per_file.iter().enumerate().filter_map(|(at, entry)| self.per_file(at, entry)).collect();
        Configuration { house: house.into(), per_file, accepted: self.accepted(tables) }
    }

    fn labels(&mut self, tables: &BriefToml) -> Labels {
        let header = tables.header.labels.iter().map(|(&kind, label)| {
            let key = name_of(kind);
            (LabelKind::Field(kind), label, ["header", "labels", key])
        });
        let labels = &tables.sections.labels;
        let labels = Both::new(labels.zh.as_ref(), labels.en.as_ref()).zip(LANGUAGE_KEYS);
        let sections = labels.each().into_iter().filter_map(|(language, &(label, key))| {
            Some((LabelKind::Section(language), label?, ["sections", "labels", key]))
        });
        let all: Vec<_> = header.chain(sections).collect();
        for (kind, label, path) in &all {
            if !Labels::new([(*kind, label.as_str())]).reads_back(*kind) {
                self.problem(path, Message::Label { label: label.to_string() });
            }
        }
        Labels::new(all.iter().map(|(kind, label, _)| (*kind, label.as_str())))
    }

    fn date_format(&mut self, pattern: &str) -> DateFormat {
        DateFormat::new(pattern).unwrap_or_else(|| {
            self.problem(&["header", "date-format"], Message::DateFormat { pattern: pattern.to_owned() });
            DateFormat::default()
        })
    }

    fn vocabulary(&mut self, tables: &BriefToml) -> Vocabulary {
        let table = &tables.vocabulary;
        for (at, source) in table.sources.iter().enumerate() {
            self.not_empty(&source.name, &["vocabulary", "sources", &at.to_string(), "name"]);
        }
        let own_keywords = table.keywords.iter().enumerate().map(|(at, entry)| {
            let names = match entry {
                KeywordEntry::Chinese(zh) => Both::new(zh.as_str(), ""),
                KeywordEntry::Translated(keyword) => Both::new(keyword.zh.as_str(), keyword.en.as_str()),
            };
            self.not_empty(names.chinese, &["vocabulary", "keywords", &at.to_string()]);
            Keyword::of_house(names.map(|name| intern(name.trim())))
        });
        let own_keywords: Vec<Keyword> = own_keywords.collect();
        let own_sources = table.sources.iter().map(source).collect();
        let mut vocabulary = Vocabulary::new(own_sources, own_keywords, table.built_in);
        vocabulary.closed = table.closed;
        vocabulary
    }

    fn glossary(&mut self, tables: &BriefToml) -> HouseTerms {
        let table = &tables.glossary;
        for (at, entry) in table.avoid.iter().enumerate() {
            self.not_empty(&entry.term, &["glossary", "avoid", &at.to_string(), "term"]);
        }
        for (at, entry) in table.terms.iter().enumerate() {
            for (key, names) in LANGUAGE_KEYS.zip(Both::new(&entry.zh, &entry.en)).into_array() {
                let all = names.join("");
                let is_whole = !names.is_empty() && names.iter().all(|name| !name.trim().is_empty());
                self.not_empty(if is_whole { &all } else { "" }, &["glossary", "terms", &at.to_string(), key]);
            }
        }
        let kept = |names: &[String]| names.iter().map(|name| intern(name.trim())).collect::<Vec<_>>();
        let terms = table
            .terms
            .iter()
            .filter_map(|entry| Term::of_house(Both::new(&entry.zh, &entry.en).map(|names| kept(names))));
        let avoided =
            table.avoid.iter().map(|entry| Avoided { term: entry.term.clone(), instead: entry.instead.clone() });
        HouseTerms::new(terms.collect(), avoided.collect())
    }

    fn format(&mut self, tables: &BriefToml) {
        let format = &tables.format;
        if !is_bullet(format.mark) {
            self.problem(&["format", "mark"], Message::Mark { mark: format.mark.to_string() });
        }
    }

    fn per_file(&mut self, at: usize, entry: &PerFileEntry) -> Option<PerFile> {
        let files = self.files(&entry.path, &["lint", "per-file", &at.to_string(), "path"])?;
        Some(PerFile { files, lint: lint(&entry.select, &entry.ignore, &entry.severity) })
    }

    fn accepted(&mut self, tables: &BriefToml) -> Vec<AcceptedIn> {
        let mut accepted = Vec::new();
        for (at, entry) in tables.lint.accept.iter().enumerate() {
            let path = ["lint", "accept", &at.to_string(), "file"];
            let files = entry.file.as_ref().and_then(|pattern| self.files(pattern, &path));
            let own = Accepted { rule: entry.rule.clone(), text: entry.text.clone() };
            accepted.push(AcceptedIn { files, accepted: own });
        }
        accepted
    }

    /// Files that match `pattern`, whose own place is `path`. Without a slash it matches in every folder.
    fn files(&mut self, pattern: &str, path: &[&str]) -> Option<Files> {
        let whole = if pattern.contains('/') { pattern.to_owned() } else { format!("**/{pattern}") };
        let whole = whole.strip_prefix("./").unwrap_or(&whole);
        // A file's own name may hold what is a sign in patterns.
        let built = GlobBuilder::new(whole).literal_separator(true).backslash_escape(true).build();
        match built {
            Ok(glob) if !pattern.is_empty() => return Some(Files(glob.compile_matcher())),
            Ok(_) => self.not_empty("", path),
            Err(error) => self.pattern(pattern, path, error.kind()),
        }
        None
    }

    fn pattern(&mut self, pattern: &str, path: &[&str], reason: &impl Display) {
        self.problem(path, Message::Pattern { pattern: pattern.to_owned(), reason: reason.to_string() });
    }

    fn not_empty(&mut self, value: &str, path: &[&str]) {
        if value.trim().is_empty() {
            self.problem(path, Message::Empty);
        }
    }

    fn problem(&mut self, path: &[&str], message: Message) {
        let span = self.document.value(path).unwrap_or(Span::at(0));
        self.problems.push(Problem { span, message: message.into() });
    }
}

fn lint(select: &[String], ignore: &[String], severity: &BTreeMap<String, Severity>) -> Lint {
    let severity = severity.iter().map(|(name, &severity)| (name.clone(), severity)).collect();
    Lint { select: select.to_vec(), ignore: ignore.to_vec(), severity, accepted: Vec::new() }
}

fn source(entry: &SourceEntry) -> Source {
    let kept = |text: &str| intern(text.trim());
    let domain = kept(entry.domain.split_once("://").map_or(&*entry.domain, |(_, host)| host));
    Source::of_house(Both::new(kept(&entry.zh), kept(&entry.name)), kept(&entry.abbreviation), domain)
}

fn distinct(kinds: &[FieldKind]) -> Vec<FieldKind> {
    let mut distinct = Vec::new();
    for &kind in kinds {
        if !distinct.contains(&kind) {
            distinct.push(kind);
        }
    }
    distinct
}

/// The key of a field in brief.toml.
pub fn name_of(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Title => "title",
        FieldKind::Author => "author",
        FieldKind::Source => "source",
        FieldKind::Date => "date",
        FieldKind::Keywords => "keywords",
        FieldKind::Link => "link",
    }
}
