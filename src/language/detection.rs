//! Detection of the language that a text is written in.

use super::Language;
use super::brackets::{Bracket, Depth};
use crate::text::{is_han, is_latin};

impl Language {
    /// The language that a text is clearly written in; short and mixed texts have none.
    pub fn of_text(text: &str) -> Option<Language> {
        let WordCounts { han, words, lower } = count(text);
        if han >= Language::Chinese.profile().prose && words * 6 <= han {
            return Some(Language::Chinese);
        }
        // Most words of a name or a title are capitalised.
        let is_prose = words >= Language::English.profile().prose && lower * 2 > words;
        (is_prose && han * 4 <= words).then_some(Language::English)
    }
}

#[derive(Default)]
struct WordCounts {
    han: usize,
    words: usize,
    /// Words that begin in lower case.
    lower: usize,
}

/// Counts outside brackets and quotation marks, where names and titles in the other language stand.
fn count(text: &str) -> WordCounts {
    let mut count = WordCounts::default();
    let mut depth = Depth::default();
    let mut in_word = false;
    for c in text.chars() {
        match Bracket::of(c) {
            Some(bracket) => depth.pass(bracket),
            None if depth.depth() > 0 => {}
            None if is_han(c) => count.han += 1,
            None if c.is_alphabetic() && !in_word => {
                count.words += 1;
                count.lower += usize::from(c.is_lowercase());
            }
            None => {}
        }
        // An address with its dots and slashes is one word.
        in_word = is_latin(c) || in_word && c.is_ascii_punctuation();
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZH: &str = "自2023年以來，中國藉由雙邊與多邊高層峰會推動替代性國際秩序。";
    const EN: &str = "Since 2023, China has promoted its alternative order through summits.";

    #[test]
    fn only_clear_cases_have_a_language() {
        assert_eq!(Language::of_text(ZH), Some(Language::Chinese));
        assert_eq!(Language::of_text(EN), Some(Language::English));
        assert_eq!(Language::of_text(&format!("{ZH}{EN}")), None);
        for text in ["", "😀", "12,345 (67%)", "北京。", ")))」", "(((「"] {
            assert_eq!(Language::of_text(text), None);
        }
    }
}
