//! Anchors: the numbers and Latin words that a translation keeps.

use crate::reading::value::{Certainty, Value};

/// Weight of a value that the other text has.
pub fn weight(value: &Value) -> f32 {
    match value.certainty {
        Certainty::Strong => 1.0,
        Certainty::Weak => 0.3,
        Certainty::Faint => 0.0,
    }
}

/// Latin words of two letters or more, in lower case.
pub fn latin(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let is_word = |word: &&str| word.len() > 1 && word.starts_with(|c: char| c.is_ascii_alphabetic());
    words.filter(is_word).map(str::to_ascii_lowercase)
}
