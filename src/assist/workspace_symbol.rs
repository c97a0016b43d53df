//! Searching the archive for briefs: by source, author, keyword, date and first words.
//!
//! Editors filter again what they are given, so the name of a result says in the query's order what was matched, under
//! the key that was typed.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;

use crate::archive::{Archive, ArchivedBrief, ArchivedName, NameId, NameKind};
use crate::assist::key;
use crate::language::Language;
use crate::lexicon::{SourceMatch, fold_name, keywords, sources};

/// A brief that was searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefSymbol<'a> {
    /// Its first words, and the names and dates that were matched.
    pub name: String,
    /// Its source and date.
    pub container: String,
    pub path: &'a Path,
    /// Index of its first line.
    pub line: u32,
}

/// Longest list; typing on narrows it.
const MOST: usize = 200;

/// The briefs that match every word of `query`, the newest first.
pub fn search<'a>(archive: &'a Archive, query: &str) -> Vec<BriefSymbol<'a>> {
    let words: Vec<QueryWord> = query.split_whitespace().map(|word| QueryWord::new(archive, word)).collect();
    let matches = |brief: ArchivedBrief<'a>| {
        let matched: Option<Vec<WordMatch>> = words.iter().map(|word| word.find(&brief)).collect();
        Some((brief, matched?))
    };
    let mut found: Vec<(ArchivedBrief, Vec<WordMatch>)> = archive.briefs().filter_map(matches).collect();
    found.sort_by_key(|(brief, _)| (Reverse(brief.date), brief.path, brief.line));
    found.truncate(MOST);
    found.into_iter().map(|(brief, matched)| symbol(brief, &matched)).collect()
}

/// A word of the query, with the names that it may mean.
struct QueryWord<'q> {
    word: &'q str,
    /// The key of each name that the word begins.
    names: HashMap<NameId, String>,
}

/// How a brief matches a word.
#[derive(PartialEq)]
enum WordMatch {
    /// Found in the first words.
    Beginning,
    /// A name or date, and the key under which it was found where that is another.
    Facet { shown: String, key: Option<String> },
}

impl<'q> QueryWord<'q> {
    fn new(archive: &Archive, word: &'q str) -> QueryWord<'q> {
        // 臺灣 means 台灣.
        let folded = fold_name(word);
        let kinds = [NameKind::Source, NameKind::Author, NameKind::Keyword];
        let meant = kinds.into_iter().flat_map(|kind| archive.known(kind)).filter_map(|known| {
            let keys = keys(&known);
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            let variant = || key::find(&folded, &keys).map(|_| word);
            let found = key::find(word, &keys).map(|(_, key)| key).or_else(variant);
            found.map(|key| (known.id, key.to_owned()))
        });
        QueryWord { word, names: meant.collect() }
    }

    fn find(&self, brief: &ArchivedBrief) -> Option<WordMatch> {
        let name = brief.names().find_map(|(_, name, group)| Some((name, self.names.get(&group)?)));
        if let Some((name, key)) = name {
            let key = (!name.contains(key.as_str())).then(|| key.clone());
            return Some(WordMatch::Facet { shown: name.to_owned(), key });
        }
        if let Some(found) = brief.date.and_then(|date| self.find_date(date)) {
            return Some(found);
        }
        contains(brief.first_words, self.word).then_some(WordMatch::Beginning)
    }

    fn find_date(&self, date: Date) -> Option<WordMatch> {
        if !self.word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let shown = shown_date(date);
        let (year, month, day) = (date.year(), date.month(), date.day());
        let forms = [
            date.strftime("%Y-%m-%d").to_string(),
            date.strftime("%Y/%m/%d").to_string(),
            format!("{year}年{month}月{day}日"),
            shown.clone(),
        ];
        let form = forms.into_iter().find(|form| form.starts_with(self.word))?;
        let key = (!shown.contains(self.word)).then_some(form);
        Some(WordMatch::Facet { shown, key })
    }
}

fn symbol<'a>(brief: ArchivedBrief<'a>, matched: &[WordMatch]) -> BriefSymbol<'a> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend((!brief.first_words.is_empty()).then(|| brief.first_words.to_owned()));
    for (at, facet) in matched.iter().enumerate() {
        if let WordMatch::Facet { shown, key } = facet
            && !matched[..at].contains(facet)
        {
            parts.push(key.as_ref().map_or_else(|| shown.clone(), |key| format!("{shown} ({key})")));
        }
    }
    let source = brief.names().find(|(kind, ..)| *kind == NameKind::Source).map(|(_, name, _)| name.to_owned());
    let container: Vec<String> = source.into_iter().chain(brief.date.map(shown_date)).collect();
    // An editor refuses a symbol without a name.
    let name = if parts.is_empty() { "—".to_owned() } else { parts.join(" · ") };
    BriefSymbol { name, container: container.join(" · "), path: brief.path, line: brief.line }
}

/// The date in the template's format.
fn shown_date(date: Date) -> String {
    date.strftime("%m/%d/%Y").to_string()
}

/// All keys of a name.
fn keys(known: &ArchivedName) -> Vec<String> {
    let mut keys = vec![known.name.to_owned()];
    match known.kind {
        NameKind::Author => {}
        NameKind::Source => {
            if let SourceMatch::Name(source) | SourceMatch::Abbreviation(source) = sources().lookup(known.name) {
                let names = [source.name.english, source.abbreviation, source.name.chinese, source.domain];
                let others = source.aliases.english.iter().chain(&source.aliases.chinese).copied();
                keys.extend(names.into_iter().chain(others).map(str::to_owned));
            }
        }
        NameKind::Keyword => {
            if let Some(keyword) = keywords().lookup(known.name).map(|found| found.keyword) {
                let names = [keyword.name.chinese, keyword.pinyin, keyword.initials].into_iter();
                let others = keyword.names(Language::English).chain(keyword.other_sounds.iter().copied());
                keys.extend(names.chain(others).map(str::to_owned));
                keys.push(keyword.zhuyin.replace(' ', ""));
            }
        }
    }
    keys.retain(|key| !key.is_empty());
    keys
}

/// Latin letters in any case.
fn contains(text: &str, word: &str) -> bool {
    let bytes = word.as_bytes();
    text.contains(word) || text.as_bytes().windows(bytes.len().max(1)).any(|part| part.eq_ignore_ascii_case(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Record;

    fn archive() -> Archive {
        let mut archive = Archive::default();
        for (path, text) in [
            ("a", "作者: Erik Green\n來源: RAND\n日期: 04/17/2025\n關鍵字: 台灣、外交\n摘要:\n中國的軍事支出\n"),
            ("b", "作者: 王小明\n來源: IISS\n日期: 2024-01-02\n關鍵字: 外交\nSummary:\nChina 😀 spends\n"),
            ("c", "作者: X\n\n---\n\n作者: Y\n日期: 04/18/2025\n"),
        ] {
            archive.put(Path::new(path), Record::of_text(text));
        }
        archive
    }

    /// Name, container and place of each result.
    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let archive = archive();
        let shown = |found: &BriefSymbol| {
            format!("{} | {} | {}:{}", found.name, found.container, found.path.display(), found.line)
        };
        assert_eq!(search(&archive, query).iter().map(shown).collect::<Vec<_>>(), expected, "{query}");
    }

    #[test]
    fn by_names_in_any_key() {
        check("rand", &["中國的軍事支出 · RAND | RAND · 04/17/2025 | a:0"]);
        check("wang", &[]);
        check("王", &["China 😀 spends · 王小明 | IISS · 01/02/2024 | b:0"]);
        check("臺灣", &["中國的軍事支出 · 台灣 (臺灣) | RAND · 04/17/2025 | a:0"]);
        check("taiwan", &["中國的軍事支出 · 台灣 (taiwan) | RAND · 04/17/2025 | a:0"]);
        check(
            "waijiao",
            &[
                "中國的軍事支出 · 外交 (waijiao) | RAND · 04/17/2025 | a:0",
                "China 😀 spends · 外交 (waijiao) | IISS · 01/02/2024 | b:0",
            ],
        );
    }

    #[test]
    fn by_date_and_first_words() {
        check("2024", &["China 😀 spends · 01/02/2024 | IISS · 01/02/2024 | b:0"]);
        check("2025-04-18", &["04/18/2025 (2025-04-18) | 04/18/2025 | c:4"]);
        check("軍事", &["中國的軍事支出 | RAND · 04/17/2025 | a:0"]);
        check("SPENDS", &["China 😀 spends | IISS · 01/02/2024 | b:0"]);
    }

    #[test]
    fn every_word_counts_in_its_order() {
        check("外交 green", &["中國的軍事支出 · 外交 · Erik Green | RAND · 04/17/2025 | a:0"]);
        check("green iiss", &[]);
        assert_eq!(search(&archive(), "").len(), 4);
    }
}
