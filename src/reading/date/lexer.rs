//! A date value cut into its words, numbers and signs.

use super::chinese;
use super::token::{DateLexeme, DateNumber, DateToken, UNKNOWN};
use crate::reading::MONTHS;
use crate::text::{half_width, is_blank};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words that tell no day, and placeholders of templates.
const VAGUE_WORDS: &[&str] = &[
    "spring", "summer", "autumn", "fall", "winter", "early", "mid", "late", "q", "quarter", "mm", "m", "dd", "d",
    "yyyy", "yy", "xx", "xxxx",
];

/// Words that are skipped.
const SILENT_WORDS: &[&str] = &["of", "the", "on", "ad", "ce"];

/// The tokens of `text`; `None` where a part of it belongs to no date.
pub fn tokens(text: &str) -> Option<Vec<DateToken>> {
    let text: String = text.chars().map(half_width).collect();
    let mut rest = text.trim_end_matches(|c| is_blank(c) || matches!(c, '.' | '。' | '、' | ',' | ';'));
    let mut tokens = Vec::new();
    while let Some(c) = rest.chars().next() {
        let (token, len) = match c {
            '0'..='9' => arabic(rest),
            'a'..='z' | 'A'..='Z' => word(rest)?,
            '(' => chinese::bracketed_weekday(rest).unwrap_or((None, 1)),
            ',' | ')' => (None, 1),
            _ if is_blank(c) => (None, c.len_utf8()),
            '/' | '.' | '-' | '?' => (Some(DateToken::Sign(c)), 1),
            '‐' | '‑' | '–' | '—' | '−' => (Some(DateToken::Sign('-')), c.len_utf8()),
            _ => chinese::weekday(rest).or_else(|| chinese::number(rest)).or_else(|| chinese::word(rest))?,
        };
        tokens.extend(token);
        rest = &rest[len..];
    }
    Some(tokens)
}

/// Digits and the `th` behind them.
fn arabic(text: &str) -> DateLexeme {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let value = text[..digits].bytes().fold(0u32, |n, b| n.saturating_mul(10).saturating_add(u32::from(b - b'0')));
    let letters = letters(&text[digits..]);
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|suffix| suffix.eq_ignore_ascii_case(letters));
    let len = digits + if is_ordinal { letters.len() } else { 0 };
    (Some(DateToken::Number(DateNumber { value, digits })), len)
}

/// An English word with the stop of its abbreviation.
fn word(text: &str) -> Option<DateLexeme> {
    let letters = letters(text);
    let folded = letters.to_ascii_lowercase();
    let token = if let Some(month) = named(&MONTHS, &folded) {
        Some(DateToken::Month(month as u32 + 1))
    } else if let Some(weekday) = named(&WEEKDAYS, &folded) {
        Some(DateToken::Weekday(weekday as i8))
    } else if VAGUE_WORDS.contains(&folded.as_str()) {
        Some(DateToken::Sign(UNKNOWN))
    } else if folded == "roc" || folded == "minguo" {
        Some(DateToken::Sign('R'))
    } else if SILENT_WORDS.contains(&folded.as_str()) {
        None
    } else {
        return None;
    };
    let stop = usize::from(text[letters.len()..].starts_with('.'));
    Some((token, letters.len() + stop))
}

fn letters(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len()]
}

/// The name that `word` is, or is short for.
fn named(names: &[&str], word: &str) -> Option<usize> {
    let long_enough = word.len() >= 3;
    names.iter().position(|name| long_enough && name.starts_with(word))
}
