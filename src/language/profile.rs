//! What is usual in a text and its translation: how much of one language says a stretch of the other.

use crate::text::is_han;

/// English characters for one Chinese in translations.
pub const ENGLISH_PER_HAN: f64 = 4.25;
/// The same as a natural logarithm, in which lengths are compared.
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
