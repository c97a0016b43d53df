//! Where brief.toml defines a word of the house.

use super::places::Places;
use crate::text::Span;

/// A word that a house may define, by the first of its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'n> {
    Keyword(&'n str),
    Source(&'n str),
    Term(&'n str),
}

/// The place of the entry in the text of a brief.toml.
pub fn place_of(text: &str, entry: Entry) -> Option<Span> {
    let places = Places::of(text).ok()?;
    let (path, name, keys): (_, _, &[&[&str]]) = match entry {
        Entry::Keyword(name) => (["vocabulary", "keywords"], name, &[&[], &["zh"]]),
        Entry::Source(name) => (["vocabulary", "sources"], name, &[&["name"]]),
        Entry::Term(name) => (["glossary", "terms"], name, &[&["zh", "0"]]),
    };
    for number in 0.. {
        let number = number.to_string();
        let entry = [path[0], path[1], &number];
        let place = places.value(&entry)?;
        let is_meant = |key: &&[&str]| places.string(&[&entry, *key].concat()).is_some_and(|it| it.trim() == name);
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
    fn check(entry: Entry, line: Option<usize>) {
        let place = place_of(TEXT, entry);
        assert_eq!(place.map(|span| TEXT[..span.start].matches('\n').count()), line);
    }

    #[test]
    fn every_kind_of_entry() {
        check(Entry::Keyword("觀雲"), Some(3));
        check(Entry::Keyword("灰色地帶"), Some(4));
        check(Entry::Source("Institute of Clouds"), Some(8));
        check(Entry::Term("雲海"), Some(12));
        check(Entry::Term("雲之海"), None);
        check(Entry::Keyword("外交"), None);
        assert_eq!(place_of("[vocabulary\n", Entry::Keyword("外交")), None);
        assert_eq!(place_of("", Entry::Source("RAND")), None);
    }
}
