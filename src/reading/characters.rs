//! Prose as an array of characters in half-width forms, for readers that look ahead and back.

use crate::text::{Span, half_width, is_blank};

#[derive(Debug)]
pub struct Characters {
    chars: Vec<char>,
    /// Where each one begins in the text, and the text's end.
    offsets: Vec<usize>,
}

impl Characters {
    pub fn of(text: &str) -> Characters {
        let (mut chars, mut offsets) = (Vec::with_capacity(text.len() / 2), Vec::with_capacity(text.len() / 2 + 1));
        for (offset, c) in text.char_indices() {
            chars.push(plain(c));
            offsets.push(offset);
        }
        offsets.push(text.len());
        Characters { chars, offsets }
    }

    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether the digit at `index` is written full-width: three bytes, ５.
    pub fn is_wide(&self, index: usize) -> bool {
        let is_digit = self.at(index).is_ascii_digit();
        is_digit && self.offsets[index + 1] - self.offsets[index] > 1
    }

    /// All from `index` on.
    pub fn rest(&self, index: usize) -> &[char] {
        self.chars.get(index..).unwrap_or_default()
    }

    /// NUL beyond the end.
    pub fn at(&self, index: usize) -> char {
        self.chars.get(index).copied().unwrap_or('\0')
    }

    /// The character before; NUL at the start.
    pub fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\0', |index| self.at(index))
    }

    pub fn starts_with(&self, index: usize, word: &str) -> bool {
        word.chars().zip(index..).all(|(c, index)| self.at(index) == c)
    }

    pub fn ends_with(&self, index: usize, word: &str) -> bool {
        let mut left = index;
        word.chars().rev().all(|c| {
            let same = self.before(left) == c;
            left = left.saturating_sub(1);
            same
        })
    }

    /// Behind the blanks at `index`; a broken line counts as one.
    pub fn skip_blanks(&self, index: usize) -> usize {
        let is_gap = |c| is_blank(c) || matches!(c, '\n' | '\r');
        (index..self.len()).find(|&at| !is_gap(self.at(at))).unwrap_or(self.len())
    }

    /// Behind the characters from `index` on for which `belongs` holds.
    pub fn skip(&self, index: usize, belongs: impl Fn(char) -> bool) -> usize {
        (index..self.len()).find(|&at| !belongs(self.at(at))).unwrap_or(self.len().max(index))
    }

    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.offsets[start], self.offsets[end])
    }
}

/// Half-width, hyphens made one. The comma ， stays: it parts clauses and seldom thousands.
fn plain(c: char) -> char {
    match c {
        '，' => c,
        '\u{2010}'..='\u{2013}' | '−' => '-',
        '〜' | '∼' => '~',
        _ => half_width(c),
    }
}
