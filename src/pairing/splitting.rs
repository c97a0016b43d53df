//! Splitting a text that holds two of the other language.

use super::evidence::{ChineseView, EnglishView, Evidence, StemWeights};
use super::features::{ChineseFeatures, EnglishFeatures};
use crate::language::{Both, Language};
use crate::lexicon::Translations;
use crate::reading::values;
use crate::text::{Span, is_blank, is_han};

/// Gaps between the sentences of `text`, possibly empty, in order of how well the halves around each match the two
/// `parts`. None for any other number of parts.
pub fn split_places(text: &str, language: Language, parts: &[&str], translations: &Translations) -> Vec<Span> {
    let &[first, second] = parts else {
        return Vec::new();
    };
    let worth = |gap: &Span| {
        let (before, behind) = (&text[..gap.start], &text[gap.end..]);
        score_side_by_side(Both::of(language, [before, behind], [first, second]), translations)
    };
    let mut gaps: Vec<(f32, Span)> = sentence_gaps(text).into_iter().map(|gap| (worth(&gap), gap)).collect();
    gaps.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    gaps.into_iter().map(|(_, gap)| gap).collect()
}

/// Sum of the scores of both first parts and both second parts.
fn score_side_by_side(parts: Both<[&str; 2]>, translations: &Translations) -> f32 {
    let chinese = parts.chinese.map(|text| ChineseFeatures::of(text, values(Language::Chinese, text), translations));
    let english = parts.english.map(|text| EnglishFeatures::of(text, values(Language::English, text), translations));
    let weights = StemWeights::of(&english);
    let score = |(chinese, english): (&ChineseFeatures, &EnglishFeatures)| {
        let views = (ChineseView::of(chinese, &weights), EnglishView::of(english, &weights));
        Evidence::of((chinese, &views.0), (english, &views.1)).score()
    };
    chinese.iter().zip(&english).map(score).sum()
}

/// Sentences of a text in either language, without the blanks between them. A semicolon ends one too.
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

/// The blanks behind every sentence but the last, empty where there are none.
fn sentence_gaps(text: &str) -> Vec<Span> {
    let mut gaps = Vec::new();
    for (at, c) in text.char_indices() {
        if !Language::ALL.iter().any(|language| language.profile().sentence_ends.contains(&c)) {
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

/// Emoji behind a sentence belong to it.
fn is_emoji(c: char) -> bool {
    u32::from(c) >= 0x1f000 && !is_han(c)
}

/// A stop as in U.S., or before a small letter.
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
