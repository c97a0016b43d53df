//! Rules of typography: what Taiwan's printers and style guides want, and one spelling for one thing.

pub mod dash;
pub mod ellipsis;
pub mod final_stop;
pub mod interpunct;
mod messages;
pub mod mixed;
pub mod quotes;
pub mod space;

use super::Group;
use super::text_unit::TextUnit;
use crate::brief::Language;
use crate::text::{Span, is_blank, is_wide};

pub static GROUP: Group = Group {
    name: "style",
    rules: &[
        &quotes::RULE,
        &ellipsis::RULE,
        &dash::RULE,
        &interpunct::RULE,
        &space::RULE,
        &final_stop::RULE,
        &mixed::RULE,
    ],
};

/// Runs of one repeated character that `is_part` accepts, in Chinese text.
fn runs_in_chinese(unit: &TextUnit, is_part: impl Fn(char) -> bool) -> Vec<Span> {
    if unit.language() != Some(Language::Chinese) {
        return Vec::new();
    }
    let mut runs: Vec<(char, Span)> = Vec::new();
    for &line in &unit.lines {
        for (at, c) in unit.text[line].char_indices().filter(|&(_, c)| is_part(c)) {
            let span = Span::new(at, at + c.len_utf8()).shift(line.start);
            match runs.last_mut() {
                Some((same, run)) if *same == c && run.end == span.start => run.end = span.end,
                _ => runs.push((c, span)),
            }
        }
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

/// The characters next to `span` on its line, past any blanks.
fn neighbours(text: &str, span: Span) -> (Option<char>, Option<char>) {
    let before = text[..span.start].trim_end_matches(is_blank).chars().next_back();
    let behind = text[span.end..].trim_start_matches(is_blank).chars().next();
    let on_line = |c: &char| !matches!(c, '\n' | '\r');
    (before.filter(on_line), behind.filter(on_line))
}

/// Whether Chinese stands on at least one side of `span`.
fn is_in_chinese(text: &str, span: Span) -> bool {
    let (before, behind) = neighbours(text, span);
    before.is_some_and(is_wide) || behind.is_some_and(is_wide)
}
