//! A range of bytes that is `Copy`, unlike the standard library's.

use std::ops::{Index, Range};

use super::is_blank;

/// Half-open range of byte offsets into one text. Both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "span {start}..{end} runs backwards");
        Span { start, end }
    }

    /// The empty span at `offset`: a place between two characters.
    pub fn at(offset: usize) -> Span {
        Span::new(offset, offset)
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside; both ends count as inside.
    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a character or touch at an end; an editor's cursor counts as inside on both sides.
    pub fn touches(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Without blanks at the ends; empty, at its start, where nothing else is in it.
    pub fn trim(self, text: &str) -> Span {
        let start = self.end - text[self].trim_start_matches(is_blank).len();
        if start == self.end {
            return Span::at(self.start);
        }
        Span::new(start, start + text[start..self.end].trim_end_matches(is_blank).len())
    }

    /// The span with `base` bytes added: in a text that begins that much earlier.
    pub fn shift(self, base: usize) -> Span {
        Span::new(self.start + base, self.end + base)
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trim_takes_blanks_of_all_kinds() {
        let text = "\u{3000} 中國\u{a0}\t";
        assert_eq!(&text[Span::new(0, text.len()).trim(text)], "中國");
        assert_eq!(Span::new(0, 4).trim(text), Span::at(0));
    }
}
