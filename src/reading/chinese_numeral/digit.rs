//! First characters of numerals, and the scale words.

use crate::language::numeral::{UNITS_OF_THOUSAND, digit, power};
use crate::reading::characters::Characters;

/// Whether a numeral may begin with `c`.
pub fn begins(c: char) -> bool {
    // 參加, 隊伍, 大陸 and 收拾 hold no number.
    let is_word = matches!(c, '參' | '伍' | '陸' | '拾');
    !is_word && (c.is_ascii_digit() || digit(c).is_some() || power(c).is_some() || matches!(c, '廿' | '卅'))
}

/// Scale words with their powers of ten, the longest first, and characters that must not follow: 千米 and 兆赫 are units.
const SCALES: &[(&str, i16, &str)] = &[
    ("萬億", 12, ""),
    ("億萬", 12, ""),
    ("千萬", 7, "瓦"),
    ("百萬", 6, "瓦赫"),
    ("十萬", 5, "瓦"),
    ("千億", 11, ""),
    ("百億", 10, ""),
    ("十億", 9, "瓦"),
    ("千兆", 15, "赫瓦位"),
    ("百兆", 14, ""),
    ("萬兆", 16, ""),
    ("萬", 4, "瓦"),
    ("億", 8, ""),
    ("兆", 12, "赫瓦焦帕歐位伏"),
    ("千", 3, UNITS_OF_THOUSAND),
    ("百", 2, "分帕萬"),
];

/// The power of ten of the scale word at `at`, and where it ends.
pub fn scale(text: &Characters, at: usize) -> Option<(i16, usize)> {
    if !matches!(text.at(at), '十' | '百' | '千' | '萬' | '億' | '兆') {
        return None;
    }
    let fits = |&&(word, _, not_before): &&(&'static str, i16, &'static str)| {
        text.starts_with(at, word) && !not_before.contains(text.at(at + word.chars().count()))
    };
    let (word, places, _) = SCALES.iter().find(fits)?;
    Some((*places, at + word.chars().count()))
}
