//! Similarity of two texts of one language, as translation memories count it: the share of characters or words that
//! stay when one is edited into the other (Levenshtein). Also the differences themselves.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use strsim::generic_levenshtein;

use super::simhash::{ALIKE, SimHash, sentence_hash};
use super::token::{HashedToken, tokens};
use super::{is_substantial, sentences_of};
use crate::language::Language;
use crate::reading;
use crate::reading::value::{Certainty, Value};
use crate::text::Span;

/// The text that others are compared with.
#[derive(Debug)]
pub struct Question {
    language: Language,
    text: String,
    tokens: Vec<HashedToken>,
    keys: Vec<u32>,
    simhash: SimHash,
    hashes: Vec<u32>,
}

/// The most similar last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Similarity {
    /// Percent, `LEAST` to 99.
    Near(u8),
    /// A sentence of the question: its place in the other text, and its index among that text's sentences.
    Sentence(Span, usize),
    /// The same words.
    Same,
}

/// Least percentage that is shown.
pub const LEAST: u8 = 75;

/// Tokens of the longest text that is compared whole, since that takes time with the product of both lengths. Longer
/// ones are only searched for sentences.
const MOST_TOKENS: usize = 1000;

impl Question {
    /// `None` for a text so short that it resembles others by chance.
    pub fn of(text: &str, language: Language) -> Option<Question> {
        let tokens = tokens(text);
        if !is_substantial(&tokens, language) {
            return None;
        }
        let hashes = sentences_of(text, &tokens, language).map(|sentence| sentence_hash(sentence.tokens)).collect();
        let (simhash, keys) = (SimHash::of(&tokens), keys(&tokens));
        Some(Question { language, text: text.to_owned(), tokens, keys, simhash, hashes })
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn simhash(&self) -> &SimHash {
        &self.simhash
    }

    pub(super) fn sentence_hashes(&self) -> &[u32] {
        &self.hashes
    }

    /// Similarity of another text of the same language, if it is enough to be shown.
    pub fn similarity(&self, other: &str) -> Option<Similarity> {
        let tokens = tokens(other);
        let is_near = SimHash::of(&tokens).distance(&self.simhash) <= ALIKE;
        let percent = is_near.then(|| self.percent_of(keys(&tokens))).flatten();
        match percent {
            Some(100) => Some(Similarity::Same),
            Some(percent) => Some(Similarity::Near(percent)),
            None => self.common_sentence(other, &tokens),
        }
    }

    /// Share of the longer text's characters or words that stay, in percent; `None` below `LEAST`.
    pub fn percent(&self, other: &str) -> Option<u8> {
        self.percent_of(keys(&tokens(other)))
    }

    fn percent_of(&self, keys: Vec<u32>) -> Option<u8> {
        let (short, long) = (self.keys.len().min(keys.len()), self.keys.len().max(keys.len()));
        let percent = |kept: usize| kept * 100 / long.max(1);
        if long > MOST_TOKENS || percent(short) < LEAST.into() {
            return (self.keys == keys).then_some(100);
        }
        let percent = percent(long - generic_levenshtein(&self.keys, &keys));
        u8::try_from(percent).ok().filter(|&percent| percent >= LEAST)
    }

    /// The longest sentence of both.
    fn common_sentence(&self, other: &str, tokens: &[HashedToken]) -> Option<Similarity> {
        let same = |other: &[HashedToken]| {
            let (one, other) = (self.keys.iter(), keys(other));
            one.as_slice().windows(other.len()).any(|window| window == other)
        };
        let shared = sentences_of(other, tokens, self.language)
            .filter(|sentence| self.hashes.contains(&sentence_hash(sentence.tokens)) && same(sentence.tokens));
        let longest = shared.max_by_key(|sentence| sentence.tokens.len())?;
        Some(Similarity::Sentence(longest.span, longest.index))
    }

    /// `other`, with the words that this text has instead: in a row, the pieces show both texts.
    pub fn difference(&self, other: &str) -> Vec<DiffPiece> {
        let tokens = tokens(other);
        let mut pieces = Vec::new();
        let mut done = 0;
        for op in capture_diff_slices(Algorithm::Patience, &keys(&tokens), &self.keys) {
            let (theirs, own) = (&tokens[op.old_range()], &self.tokens[op.new_range()]);
            // Marks between tokens go with what stands behind them, but stay out of what differs.
            let start = theirs.first().map_or(done, |token| token.span.start);
            let end = theirs.last().map_or(start, |token| token.span.end);
            if matches!(op, DiffOp::Equal { .. }) {
                push(&mut pieces, DiffPiece::Same, &other[done..end]);
            } else {
                push(&mut pieces, DiffPiece::Same, &other[done..start]);
                push(&mut pieces, DiffPiece::Theirs, &other[start..end]);
                let [before, behind] = if theirs.is_empty() { self.marks_round(op.new_range()) } else { ["", ""] };
                push(&mut pieces, DiffPiece::Same, before);
                push(&mut pieces, DiffPiece::Own, whole(&self.text, own));
                push(&mut pieces, DiffPiece::Same, behind);
            }
            done = end;
        }
        push(&mut pieces, DiffPiece::Same, &other[done..]);
        pieces
    }
}

impl Question {
    /// The marks and blanks that part some tokens from the next one or, behind the last one, from the one before.
    fn marks_round(&self, tokens: Range<usize>) -> [&str; 2] {
        let end = |token: &HashedToken| token.span.end;
        let between =
            |before: usize, behind: usize| &self.text[end(&self.tokens[before])..self.tokens[behind].span.start];
        match (tokens.start, tokens.end) {
            (_, next) if next < self.tokens.len() => ["", between(next - 1, next)],
            (first, _) if first > 0 => [between(first - 1, first), ""],
            _ => ["", ""],
        }
    }
}

/// A piece of two compared texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiffPiece {
    Same(String),
    /// Only in the other text.
    Theirs(String),
    /// Only in the question's.
    Own(String),
}

fn push(pieces: &mut Vec<DiffPiece>, kind: fn(String) -> DiffPiece, text: &str) {
    if !text.is_empty() {
        pieces.push(kind(text.to_owned()));
    }
}

/// From the first token to the last.
fn whole<'t>(text: &'t str, tokens: &[HashedToken]) -> &'t str {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => &text[first.span.start..last.span.end],
        _ => "",
    }
}

fn keys(tokens: &[HashedToken]) -> Vec<u32> {
    tokens.iter().map(|token| token.key).collect()
}

/// Numbers and dates that only `theirs` has, and that only `own` has, as they are written.
pub fn differing_numbers(language: Language, theirs: &str, own: &str) -> (Vec<String>, Vec<String>) {
    let values = |text| -> Vec<Value> {
        reading::values(language, text).into_iter().filter(|value| value.certainty > Certainty::Faint).collect()
    };
    let (in_theirs, in_own) = (values(theirs), values(own));
    let same = |a: &Value, b: &Value| (a.kind, a.amount, a.unit) == (b.kind, b.amount, b.unit);
    let only = |text: &str, some: &[Value], others: &[Value]| {
        let lone = some.iter().filter(|value| !others.iter().any(|other| same(value, other)));
        lone.map(|value| text[value.span].to_owned()).collect()
    };
    (only(theirs, &in_theirs, &in_own), only(own, &in_own, &in_theirs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[track_caller]
    fn check(language: Language, text: &str, other: &str, expected: Option<Similarity>) {
        let question = Question::of(text, language).expect("enough words");
        assert_eq!(question.similarity(other), expected, "{text} / {other}");
    }

    #[test]
    fn the_same_words_are_the_same_text() {
        check(
            Chinese,
            "中國政府公布國防預算，較去年成長。",
            "中國政府公布國防預算, 較去年成長",
            Some(Similarity::Same),
        );
        check(Chinese, "台灣與日本舉行第三次對話😀", "臺灣與日本舉行第三次對話", Some(Similarity::Same));
        check(English, "China's “budget” grew by 7.2%.", "China’s budget grew by 7.2%", Some(Similarity::Same));
    }

    #[test]
    fn near_texts_have_a_percentage() {
        check(
            Chinese,
            "中國今年的國防預算為一兆七千億元",
            "中國去年的國防預算為一兆六千億元",
            Some(Similarity::Near(87)),
        );
        check(
            English,
            "Japan will buy 400 missiles from the US.",
            "Japan will buy 500 missiles from the US.",
            Some(Similarity::Near(87)),
        );
        check(English, "Japan will buy missiles from the US.", "Japan sells no ships to the EU.", None);
    }

    #[test]
    fn a_sentence_of_both_is_found() {
        let lead = "本文作者為該所研究員，";
        let text = "日本政府決定採購四百枚巡弋飛彈。這是日本首次擁有反擊能力。";
        let other = "美國國會對此並無異議，輿論亦多表贊同。😀這是日本首次擁有反擊能力。烏克蘭則另有考量。";
        let place = other.find('這').expect("there");
        let span = Span::new(place, place + "這是日本首次擁有反擊能力。".len());
        check(Chinese, text, other, Some(Similarity::Sentence(span, 1)));
        check(Chinese, text, &other.replace("首次", "再次"), None);
        assert!(Question::of("😀 是的。", Chinese).is_none() && Question::of(lead, Chinese).is_some());
    }

    #[track_caller]
    fn check_difference(text: &str, other: &str, expected: &str) {
        let language = if text.is_ascii() { English } else { Chinese };
        let question = Question::of(text, language).expect("enough words");
        let marked = question.difference(other).into_iter().map(|piece| match piece {
            DiffPiece::Same(text) => text,
            DiffPiece::Theirs(text) => format!("[-{text}-]"),
            DiffPiece::Own(text) => format!("{{+{text}+}}"),
        });
        assert_eq!(marked.collect::<String>(), expected);
    }

    #[test]
    fn what_differs_is_shown_in_the_other_text() {
        check_difference(
            "中國今年的國防預算為527億美元，成長5%。",
            "中國去年的國防預算為530億美元，成長5%。😀",
            "中國[-去-]{+今+}年的國防預算為[-530-]{+527+}億美元，成長5%。😀",
        );
        check_difference("中國公布國防預算，較去年成長", "中國公布國防預算", "中國公布國防預算，{+較去年成長+}");
        check_difference(
            "Yes, it is. China arms itself now",
            "China arms itself now.",
            "{+Yes, it is+}. China arms itself now.",
        );
        check_difference("中國公布國防預算", "（北京電）中國公布國防預算", "（[-北京電-]）中國公布國防預算");
    }

    #[test]
    fn numbers_that_differ() {
        let check = |language, theirs, own, expected: (&[&str], &[&str])| {
            let (a, b) = differing_numbers(language, theirs, own);
            assert_eq!(
                (a.iter().map(String::as_str).collect::<Vec<_>>(), b),
                (expected.0.to_vec(), expected.1.iter().map(|s| s.to_string()).collect())
            );
        };
        check(Chinese, "預算為530億美元，成長5%", "預算為527億美元，成長5%", (&["530億美元"], &["527億美元"]));
        check(English, "up 5 percent in 2024", "up 5% in 2025", (&["2024"], &["2025"]));
        check(English, "Japan", "Japan", (&[], &[]));
    }
}
