//! Titles of persons: those of authors, and the offices that stand for whoever holds them.

use std::cmp::Reverse;
use std::sync::LazyLock;

use crate::language::Both;
use crate::language::table;

/// Titles of each language, the longest first, as one may end another: 教授 in 副教授.
#[derive(Debug)]
pub struct Titles {
    /// As they stand beside an author's name.
    pub of_authors: Both<Vec<&'static str>>,
    /// In English in lower case.
    pub of_office: Both<Vec<&'static str>>,
}

const TABLE: &str = include_str!("titles.tsv");

/// The titles that are built in.
pub fn titles() -> &'static Titles {
    static TITLES: LazyLock<Titles> =
        LazyLock::new(|| Titles { of_authors: titles_of("author"), of_office: titles_of("office") });
    &TITLES
}

fn titles_of(bearer: &str) -> Both<Vec<&'static str>> {
    Both::from_fn(|language| {
        let own = table::rows(TABLE).filter(|[_, code, bearers]| {
            table::language(code) == Some(language) && table::values(bearers).contains(&bearer)
        });
        let mut titles: Vec<&str> = own.map(|[title, ..]| title).collect();
        titles.sort_by_key(|title| Reverse(title.len()));
        titles
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn the_table_is_whole() {
        table::tests::check(TABLE, "title language bearer");
        for [title, language, bearers] in table::rows(TABLE) {
            assert!(table::language(language).is_some(), "{title}");
            let bearers = table::values(bearers);
            assert!(
                !bearers.is_empty() && bearers.iter().all(|bearer| ["author", "office"].contains(bearer)),
                "{title}"
            );
        }
    }

    #[test]
    fn the_longest_stands_first() {
        let place = |title| titles().of_authors[Language::Chinese].iter().position(|other| *other == title);
        assert!(place("副教授").is_some() && place("副教授") < place("教授"));
        assert!(titles().of_office[Language::English].contains(&"premier"));
    }
}
