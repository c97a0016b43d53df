//! Rules about the characters, marks and words of a text, regardless of its content.

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

/// The first few distinct strings, joined as a message shows them.
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
