//! Rules about the characters, marks and words of a text, whatever it says.

pub mod avoid;
pub mod fullwidth_in_english;
pub mod invisible;
pub mod lookalike;
mod messages;
pub mod placeholder;
pub mod regional_term;
pub mod repeated_punctuation;
pub mod repeated_word;
pub mod simplified;
pub mod unbalanced;

use super::Group;
use crate::text::Span;

pub static GROUP: Group = Group {
    name: "text",
    rules: &[
        &simplified::RULE,
        &avoid::RULE,
        &invisible::RULE,
        &lookalike::RULE,
        &fullwidth_in_english::RULE,
        &unbalanced::RULE,
        &repeated_punctuation::RULE,
        &repeated_word::RULE,
        &placeholder::RULE,
        &regional_term::RULE,
    ],
};

/// Whether `span` stands inside 《》 or 〈〉: titles are cited as they are.
pub(super) fn is_in_title(text: &str, span: Span) -> bool {
    is_between(text, span, &[('《', '》'), ('〈', '〉')])
}

/// Whether `span` stands between one of these pairs of marks, not far from both.
pub(super) fn is_between(text: &str, span: Span, marks: &[(char, char)]) -> bool {
    // No title is longer; a text of a megabyte is not gone through for each word.
    const LONGEST: usize = 60;
    marks.iter().any(|&(open, close)| {
        let mark = |c: &char| *c == open || *c == close;
        let before = text[..span.start].chars().rev().take(LONGEST).find(mark);
        let behind = text[span.end..].chars().take(LONGEST).find(mark);
        before == Some(open) && behind == Some(close)
    })
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
