//! Anchors: what a translation leaves as it is, numbers and Latin words.

use crate::reading::value::{Certainty, Value};

/// How much it says that a value is found on the other side.
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
