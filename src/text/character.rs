//! Classes of characters: Han, blank to the eye, full-width twins of ASCII.

/// Characters that a reader cannot tell from an empty place: spaces of all widths and zero-width ones.
pub fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{a0}' | '\u{ad}' | '\u{2000}'
            ..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{3000}' | '\u{feff}'
    )
}

/// Ideographs of the unified blocks, extensions included, and 〇.
pub fn is_han(c: char) -> bool {
    matches!(
        c,
        '\u{3007}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{323af}'
    )
}

/// A letter or digit that is no ideograph: what words between blanks are made of.
pub fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// Characters that fill a square among Chinese ones: Han, kana and zhuyin, and full-width marks.
pub fn is_wide(c: char) -> bool {
    let is_square = matches!(
        c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3001}'..='\u{303f}' | '\u{3041}'..='\u{312f}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}'
    );
    is_square || is_han(c)
}

/// The ASCII twin of a full-width form, the space of U+3000 and NBSP, otherwise the character itself.
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    }
}

/// The text in half-width forms and lower case, runs of blanks made one space, none at the ends, so that spellings of
/// one thing compare equal.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().map(half_width) {
        if !is_blank(c) {
            folded.extend(c.to_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fold_keeps_what_spellings_share() {
        assert_eq!(fold(" Ｋｅｙ\u{a0}\u{3000}Words "), "key words");
        assert_eq!(fold("作者／Author（s）"), "作者/author(s)");
    }
}
