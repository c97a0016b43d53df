//! Where a text that holds two of the other side is to be split.

use super::evidence::{Evidence, Vocabulary};
use super::features::{Chinese, English};
use crate::brief::Language;
use crate::lexicon::Translations;
use crate::reading::values;
use crate::text::{Span, is_blank, is_han};

/// The blanks, or the places, between two sentences of `text`, that at which its halves answer both `parts` best first.
pub fn split_places(text: &str, language: Language, parts: &[&str], translations: &Translations) -> Vec<Span> {
    let &[first, second] = parts else {
        return Vec::new();
    };
    let worth = |gap: &Span| {
        let (before, behind) = (&text[..gap.start], &text[gap.end..]);
        match language {
            Language::English => together([first, second], [before, behind], translations),
            Language::Chinese => together([before, behind], [first, second], translations),
        }
    };
    let mut gaps: Vec<(f32, Span)> = sentence_gaps(text).into_iter().map(|gap| (worth(&gap), gap)).collect();
    gaps.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    gaps.into_iter().map(|(_, gap)| gap).collect()
}

/// How well each Chinese half answers the English one beside it.
fn together(chinese: [&str; 2], english: [&str; 2], translations: &Translations) -> f32 {
    let chinese = chinese.map(|text| Chinese::of(text, values(Language::Chinese, text), translations));
    let english = english.map(|text| English::of(text, values(Language::English, text), translations));
    let vocabulary = Vocabulary::of(&english);
    let score = |(chinese, english): (&Chinese, &English)| {
        Evidence::of((chinese, &vocabulary.view_chinese(chinese)), (english, &vocabulary.view_english(english))).score()
    };
    chinese.iter().zip(&english).map(score).sum()
}

/// The sentences of a text in either language, without the blanks between them. A semicolon ends one too.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut sentences = Vec::new();
    for gap in sentence_gaps(text) {
        sentences.push(Span::new(start, gap.start));
        start = gap.end;
    }
    sentences.push(Span::new(start, text.len()));
    sentences
}

/// The blanks behind every sentence but the last.
fn sentence_gaps(text: &str) -> Vec<Span> {
    let mut gaps = Vec::new();
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?' | ';' | '。' | '！' | '？' | '；') {
            continue;
        }
        let behind = text[at + c.len_utf8()..].trim_start_matches(|c| ends_with_sentence(c) || is_emoji(c));
        let start = text.len() - behind.len();
        let next = behind.trim_start_matches(|c| is_blank(c) || matches!(c, '\n' | '\r'));
        let end = text.len() - next.len();
        // A stop without a blank behind it ends a sentence in Chinese only.
        if !next.is_empty() && (end > start || !c.is_ascii()) && !is_abbreviation(&text[..at], c, next) {
            gaps.push(Span::new(start, end));
        }
    }
    gaps
}

fn ends_with_sentence(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '」' | '』' | ')' | '）' | '》')
}

/// Marks outside the scripts belong to the sentence before them.
fn is_emoji(c: char) -> bool {
    u32::from(c) >= 0x1f000 && !is_han(c)
}

/// U.S. and their like, and stops before a small letter.
fn is_abbreviation(before: &str, stop: char, next: &str) -> bool {
    let last = before.split(is_blank).next_back().unwrap_or_default();
    let single = last.chars().count() == 1 || last.contains('.');
    stop == '.' && (next.starts_with(char::is_lowercase) || single && last.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|sentence| &text[sentence]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn texts_are_split_into_sentences() {
        check(
            "China rises. “Russia follows.” The U.S. Navy waits.",
            &["China rises.", "“Russia follows.”", "The U.S. Navy waits."],
        );
        check("中國崛起。俄國跟進！「美國等待。」", &["中國崛起。", "俄國跟進！", "「美國等待。」"]);
        check("3.5% of GDP", &["3.5% of GDP"]);
        check("😀。😀", &["😀。😀"]);
        check("", &[""]);
    }
}
