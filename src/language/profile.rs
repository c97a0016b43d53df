//! The conventions of each language, and the usual lengths of a text and its translation.

use super::{Both, Language};
use crate::text::is_han;

/// The constants of a language. Lengths are in ideographs for Chinese, in words for English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// BCP 47 tag.
    pub tag: &'static str,
    pub full_stop: &'static str,
    /// Marks that end a sentence or a part of one that could be one.
    pub sentence_ends: &'static [char],
    /// Length below which a text says too little to miss its partner.
    pub substantial: usize,
    /// Length below which the place of a text being written tells better than its words which point it will answer.
    pub established: usize,
    /// Length below which a text may be a name or a title, and tells no language.
    pub prose: usize,
}

static PROFILES: Both<Profile> = Both {
    chinese: Profile {
        tag: "zh-Hant-TW",
        full_stop: "。",
        sentence_ends: &['。', '！', '？', '；'],
        substantial: 4,
        established: 6,
        prose: 8,
    },
    english: Profile {
        tag: "en",
        full_stop: ".",
        sentence_ends: &['.', '!', '?', ';'],
        substantial: 3,
        established: 5,
        prose: 6,
    },
};

impl Language {
    pub fn profile(self) -> &'static Profile {
        &PROFILES[self]
    }
}

/// English characters for one Chinese in translations.
pub const ENGLISH_PER_HAN: f64 = 4.25;
/// Natural logarithm of [`ENGLISH_PER_HAN`]; lengths are compared by logarithm.
pub const LN_ENGLISH_PER_HAN: f32 = 1.447;
/// Standard deviation of that logarithm from point to point.
pub const LN_DEVIATION: f32 = 0.33;
/// Width in Chinese text of a Latin letter or digit: the part of an ideograph that it is worth.
const LATIN_WIDTH: f32 = 0.4;

/// Length of a Chinese text in ideographs; marks and blanks have none.
pub fn chinese_length(text: &str) -> f32 {
    let width = |c: char| match c {
        c if is_han(c) => 1.0,
        c if c.is_ascii_alphanumeric() => LATIN_WIDTH,
        _ => 0.0,
    };
    text.chars().map(width).sum()
}

/// Length of a text as its language counts: in ideographs, or in characters.
pub fn length(language: Language, text: &str) -> f32 {
    match language {
        Language::Chinese => chinese_length(text),
        Language::English => text.chars().count() as f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_say_the_same() {
        assert!((ENGLISH_PER_HAN.ln() - f64::from(LN_ENGLISH_PER_HAN)).abs() < 0.001);
    }

    #[test]
    fn lengths() {
        for (text, expected) in [("中國，𠮷。", 3.0), ("F-16 😀", 1.2), ("", 0.0)] {
            assert!((chinese_length(text) - expected).abs() < 0.001, "{text}");
        }
    }
}
