//! Rules about the characters, marks and words of a text, whatever it says.

pub mod avoid;
pub mod fullwidth_in_english;
pub mod invisible;
pub mod lookalike;
pub mod regional_term;
pub mod repeated_punctuation;
pub mod repeated_word;
pub mod simplified;
pub mod unbalanced;

use std::sync::LazyLock;

use regex::Regex;

use crate::text::{Span, is_han};

/// Web addresses on a line: nothing in them is touched. They end where Chinese text or a full-width mark begins.
pub(super) fn addresses(text: &str, line: Span) -> Vec<Span> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:\b[a-z][a-z+.-]*://|\bwww\.)[^\s\p{Han}，。；：？！、（）「」『』《》〈〉“”]+")
            .expect("a pattern")
    });
    let content = &text[line];
    if !content.contains("://") && !content.contains("www.") {
        return Vec::new();
    }
    let spans = ADDRESS.find_iter(content).map(|found| {
        let end = found.start() + without_closing_marks(found.as_str()).len();
        Span::new(found.start(), end).shift(line.start)
    });
    spans.collect()
}

/// An address without the stop and the bracket behind it.
fn without_closing_marks(address: &str) -> &str {
    const MARKS: [char; 11] = ['.', ',', ';', ':', '!', '?', '\'', '"', ']', '>', '’'];
    let trimmed = address.trim_end_matches(MARKS);
    if trimmed.matches(')').count() <= trimmed.matches('(').count() {
        return trimmed;
    }
    trimmed.strip_suffix(')').map_or(trimmed, |inside| inside.trim_end_matches(MARKS))
}

/// Whether `offset` lies in one of `spans`, which are in order and do not overlap.
pub(super) fn in_any(spans: &[Span], offset: usize) -> bool {
    let behind = spans.partition_point(|span| span.start <= offset);
    spans[..behind].last().is_some_and(|span| span.contains(offset))
}

/// Distinct strings in the order in which they come, a few of them, as a message shows them.
fn some_of(strings: impl IntoIterator<Item = String>, between: &str) -> String {
    const SHOWN: usize = 8;
    let mut distinct: Vec<String> = Vec::new();
    for string in strings {
        if !distinct.contains(&string) {
            distinct.push(string);
        }
        if distinct.len() > SHOWN {
            break;
        }
    }
    let more = if distinct.len() > SHOWN { "…" } else { "" };
    distinct.truncate(SHOWN);
    distinct.join(between) + more
}

/// Every place where a term of the house stands: Latin words whole and in any case, Han anywhere.
pub(super) fn places_of<'t>(text: &'t str, term: &'t str) -> Box<dyn Iterator<Item = Span> + 't> {
    if !term.is_ascii() || term.is_empty() {
        return Box::new(text.match_indices(term).map(|(at, found)| Span::new(at, at + found.len())));
    }
    let in_word = |c: char| c.is_alphanumeric() && !is_han(c);
    let starts = text.char_indices().map(|(at, _)| at);
    Box::new(starts.filter_map(move |at| {
        let found = text.get(at..at + term.len())?;
        let is_whole = !text[..at].ends_with(in_word) && !text[at + term.len()..].starts_with(in_word);
        (is_whole && found.eq_ignore_ascii_case(term)).then(|| Span::new(at, at + term.len()))
    }))
}
