//! Words in which a Chinese number counts nothing: 一帶一路, 星期三, 統一.

use std::sync::LazyLock;

use crate::language::table;
use crate::reading::characters::Characters;

/// In order, so that idioms with one first character stand together.
const TABLE: &str = include_str!("idioms.tsv");

/// The end of an idiom that begins at `at`.
pub fn ending(text: &Characters, at: usize) -> Option<usize> {
    static IDIOMS: LazyLock<Vec<&str>> = LazyLock::new(|| table::rows(TABLE).map(|[idiom]| idiom).collect());
    let first = text.at(at);
    let from = IDIOMS.partition_point(|word| word.chars().next() < Some(first));
    let alike = IDIOMS[from..].iter().take_while(|word| word.starts_with(first));
    let longest = alike.filter(|word| text.starts_with(at, word)).map(|word| word.chars().count()).max()?;
    Some(at + longest)
}

/// Words before a number that make it a name: 星期三, 初一, 統一.
const NAMING_WORDS: &[&str] =
    &["星期", "禮拜", "週", "周", "初", "統", "唯", "單", "專", "同", "劃", "逐", "萬", "不", "獨", "民進黨", "拜"];

/// Whether the word before `at` takes in one Chinese digit.
pub fn takes_digit(text: &Characters, at: usize) -> bool {
    NAMING_WORDS.iter().any(|word| text.ends_with(at, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        table::tests::check(TABLE, "zh_tw");
        let idioms: Vec<&str> = table::rows(TABLE).map(|[idiom]| idiom).collect();
        assert!(idioms.is_sorted());
    }

    #[test]
    fn the_longest_idiom_is_passed_over() {
        let check = |text: &str, expected| assert_eq!(ending(&Characters::of(text), 0), expected, "{text}");
        check("一帶一路😀", Some(4));
        check("一百", None);
        check("", None);
    }
}
