//! Excerpts: a text's first words, for lists that show many texts.

use super::{is_han, is_latin};

/// As much of the text as fits `width` columns, cut at a word's end; a Han character takes two.
pub fn first_words(text: &str, width: usize) -> String {
    let mut columns = 0;
    let mut cut = 0;
    let mut previous_is_latin = false;
    for (at, c) in text.char_indices() {
        if !(previous_is_latin && is_latin(c)) {
            cut = at;
        }
        previous_is_latin = is_latin(c);
        columns += if is_han(c) { 2 } else { 1 };
        if columns > width {
            return one_line(text[..cut].trim_end()) + "…";
        }
    }
    one_line(text)
}

fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_at_a_word() {
        fn words(text: &str) -> String {
            first_words(text, 40)
        }
        assert_eq!(
            words("China seeks to build a new international order"),
            "China seeks to build a new international…"
        );
        assert_eq!(words(&"國".repeat(30)), "國".repeat(20) + "…");
        assert_eq!(words("one\ntwo"), "one two");
        assert_eq!(words(""), "");
    }
}
