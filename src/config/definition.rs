//! Definitions of words of the house in brief.toml.

use super::document::TomlDocument;
use crate::text::Span;

/// A word that brief.toml can define, by the first of its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VocabularyEntry<'n> {
    Keyword(&'n str),
    Source(&'n str),
    Term(&'n str),
}

/// Place of the entry in the text of a brief.toml.
pub fn place_of(text: &str, entry: VocabularyEntry) -> Option<Span> {
    let document = TomlDocument::of(text).ok()?;
    let (path, name, keys): (_, _, &[&[&str]]) = match entry {
        VocabularyEntry::Keyword(name) => (["vocabulary", "keywords"], name, &[&[], &["zh"]]),
        VocabularyEntry::Source(name) => (["vocabulary", "sources"], name, &[&["name"]]),
        VocabularyEntry::Term(name) => (["glossary", "terms"], name, &[&["zh", "0"]]),
    };
    for number in 0.. {
        let number = number.to_string();
        let entry = [path[0], path[1], &number];
        let place = document.value(&entry)?;
        let is_meant = |key: &&[&str]| document.string(&[&entry, *key].concat()).is_some_and(|it| it.trim() == name);
        if keys.iter().any(is_meant) {
            return Some(place);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
[vocabulary]
keywords = [
    "觀雲", # 😀
    { zh = " 灰色地帶", en = "gray zone" },
]
[[vocabulary.sources]]
name = "Institute of Tea"
[[vocabulary.sources]]
name = "Institute of Clouds"
zh = "雲端觀測所"
[glossary]
terms = [{ zh = ["雲海", "雲之海"], en = ["sea of clouds"] }]
"#;

    #[track_caller]
    fn check(entry: VocabularyEntry, line: Option<usize>) {
        let place = place_of(TEXT, entry);
        assert_eq!(place.map(|span| TEXT[..span.start].matches('\n').count()), line);
    }

    #[test]
    fn every_kind_of_entry() {
        check(VocabularyEntry::Keyword("觀雲"), Some(3));
        check(VocabularyEntry::Keyword("灰色地帶"), Some(4));
        check(VocabularyEntry::Source("Institute of Clouds"), Some(8));
        check(VocabularyEntry::Term("雲海"), Some(12));
        check(VocabularyEntry::Term("雲之海"), None);
        check(VocabularyEntry::Keyword("外交"), None);
        assert_eq!(place_of("[vocabulary\n", VocabularyEntry::Keyword("外交")), None);
        assert_eq!(place_of("", VocabularyEntry::Source("RAND")), None);
    }
}
