//! Anchors: what a translation leaves as it is, numbers and Latin words.

use crate::reading::matching::is_compatible;
use crate::reading::value::{Certainty, Value};

/// How much it says that a value is found on the other side.
pub fn weight(value: &Value) -> f32 {
    match value.certainty {
        Certainty::Strong => 1.0,
        Certainty::Weak => 0.3,
        Certainty::Faint => 0.0,
    }
}

pub fn answers(value: &Value, other: &Value) -> bool {
    is_compatible(value, other)
}

/// Latin words of two letters or more, in lower case, in order, each once.
pub fn latin(text: &str) -> Vec<Box<str>> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let is_word = |word: &&str| word.len() > 1 && word.starts_with(|c: char| c.is_ascii_alphabetic());
    let mut words: Vec<Box<str>> = words.filter(is_word).map(|word| word.to_ascii_lowercase().into()).collect();
    words.sort_unstable();
    words.dedup();
    words
}
