//! Words in names of organisations that tell the kind of body: Office, Council.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::table;

const TABLE: &str = include_str!("bodies.tsv");

/// Whether the word of an English name makes it the name of an office, a council or the like.
pub fn is_body(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| table::rows(TABLE).map(|[word]| word).collect());
    WORDS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_single_words() {
        table::tests::check(TABLE, "en");
        for [word] in table::rows(TABLE) {
            assert!(word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic), "{word}");
        }
        assert!(is_body("Office") && !is_body("General"));
    }
}
