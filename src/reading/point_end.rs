//! The ends of points: with a stop, without one, or with something that needs none.

use crate::language::Language;
use crate::text::{Span, is_han, is_wide};

/// How a point ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointEnd {
    Stop,
    /// 。 is meant and something else stands there.
    WrongStop(Span),
    Missing,
    /// With a mark that needs no stop.
    Other,
}

impl PointEnd {
    /// How a point of that text ends, by itself.
    pub fn of(text: &str, language: Language) -> PointEnd {
        if text.is_empty() || names_its_source(text) || is_entry(text) {
            return PointEnd::Other;
        }
        let content = text.trim_end_matches(closes);
        let Some(last) = content.chars().next_back() else {
            return PointEnd::Other;
        };
        let before = content[..content.len() - last.len_utf8()].chars().next_back();
        let at = Span::new(content.len() - last.len_utf8(), content.len());
        match (language, last) {
            (Language::Chinese, '。') | (Language::English, '.' | '。') => PointEnd::Stop,
            (Language::Chinese, '.' | '．' | '｡') if before.is_some_and(is_wide) => PointEnd::WrongStop(at),
            _ if ends_with_address(content) => PointEnd::Other,
            _ if last.is_alphanumeric() || matches!(last, '%' | '％') => PointEnd::Missing,
            _ => PointEnd::Other,
        }
    }

    /// The end with `base` bytes added to its place.
    pub fn shift(self, base: usize) -> PointEnd {
        match self {
            PointEnd::WrongStop(span) => PointEnd::WrongStop(span.shift(base)),
            end => end,
        }
    }
}

/// Quotation marks and brackets that a stop may stand before.
fn closes(c: char) -> bool {
    matches!(c, '」' | '』' | '”' | '’' | '"' | '\'' | '）' | ')' | ']' | '》' | '〉')
}

/// Whether the stop stands before a bracket or dash with the source: `… said so. (Reuters)`, `“…” — Erik Green`.
fn names_its_source(content: &str) -> bool {
    const SOURCE: usize = 150;
    let is_end = |c: char| matches!(c, '。' | '.' | '！' | '？' | '!' | '?' | '」' | '”' | '"');
    let bracket = content.ends_with([')', '）', ']']).then(|| content.rfind(['(', '（', '['])).flatten();
    let mut near_end = content.char_indices().rev().take_while(|(at, _)| content.len() - at <= SOURCE);
    let dash = near_end.find(|(_, c)| *c == '—').map(|(at, _)| at);
    [bracket, dash].into_iter().flatten().any(|at| content[..at].trim_end_matches([' ', '—']).ends_with(is_end))
}

/// `Baihe: lotus flowers`, `戴資穎 — 羽球世界球后`: a name with what there is to say of it.
fn is_entry(content: &str) -> bool {
    const LONGEST_NAME: usize = 40;
    const LONGEST_SIGN: usize = 3;
    let end = content.char_indices().nth(LONGEST_NAME + LONGEST_SIGN).map_or(content.len(), |(at, _)| at);
    let name = |sign: &str| {
        let at = content[..end].find(sign)?;
        let (name, rest) = (&content[..at], &content[at + sign.len()..]);
        (!rest.trim().is_empty() && name.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum::<usize>() <= LONGEST_NAME)
            .then_some(name)
    };
    let names = ["：", ": ", " — ", " – ", "——", " - "].into_iter().filter_map(name);
    let is_name = |name: &str| !name.contains(['，', '。', ',', '；', '？', '！', '「', '“']) && !name.contains(". ");
    names.into_iter().any(is_name)
        || counts_things(content)
        || content.starts_with(['(', '（']) && content.ends_with([')', '）'])
}

/// `3. Equipment 4. Other equipment`
fn counts_things(content: &str) -> bool {
    let may_count = |two: &&[u8]| two[0].is_ascii_digit() && two[1] == b'.';
    if content.as_bytes().windows(2).filter(may_count).nth(1).is_none() {
        return false;
    }
    let is_number = |word: &&str| {
        let number = word.split_once('.').map_or("", |(number, _)| number);
        !number.is_empty()
            && number.len() <= 2
            && number.bytes().all(|b| b.is_ascii_digit())
            && !word.ends_with(|c: char| c.is_ascii_digit())
    };
    content.split_whitespace().filter(is_number).nth(1).is_some()
}

/// An address, be it without `https://`, or the site that a text comes from.
fn ends_with_address(content: &str) -> bool {
    let word = content.rsplit(|c: char| c.is_whitespace() || is_han(c)).next().unwrap_or_default();
    let is_host = || word.contains('.') && word.split('.').all(|part| part.len() > 1 && part.is_ascii());
    word.contains("://") || word.contains("www.") || word.contains('@') || is_host()
}
