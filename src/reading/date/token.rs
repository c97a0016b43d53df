//! The words, numbers and signs that a date is written with.

#[derive(Debug, Clone, Copy)]
pub enum DateToken {
    Number(DateNumber),
    Month(u32),
    /// Days since Monday.
    Weekday(i8),
    /// A separator, 年月日, `R` or [`UNKNOWN`].
    Sign(char),
}

#[derive(Debug, Clone, Copy)]
pub struct DateNumber {
    pub value: u32,
    pub digits: usize,
}

/// In a shape, a part that tells no day: Spring, 年底, DD, ??.
pub const UNKNOWN: char = '?';

/// A token and its length in bytes; no token for text that is skipped.
pub type DateLexeme = (Option<DateToken>, usize);
