//! Numerals of Arabic digits.

use super::{ChineseNumeral, Script};
use crate::reading::amount::Amount;
use crate::reading::characters::Characters;

/// 2025, 1,200, 3.5.
pub fn arabic(text: &Characters, start: usize) -> Option<ChineseNumeral> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut end = text.skip(start, is_digit);
    // The full-width comma parts clauses, but not between digits that are full-width as well.
    let wide = |at: usize| text.at(at) == '，' && text.is_wide(at - 1) && text.is_wide(at + 1);
    let grouped = |at: usize| (text.at(at) == ',' || wide(at)) && text.skip(at + 1, is_digit) == at + 4;
    if end - start <= 3 {
        while grouped(end) {
            end += 4;
        }
    }
    let whole = end;
    if text.at(end) == '.' && is_digit(text.at(end + 1)) {
        end = text.skip(end + 1, is_digit);
    }
    let digits = |from: usize, to: usize| (from..to).filter_map(|at| text.at(at).to_digit(10)).map(|digit| digit as u8);
    let amount = Amount::from_digits(digits(start, whole), digits(whole, end));
    let length = digits(start, end).count();
    Some(ChineseNumeral {
        amount,
        upper: None,
        end,
        script: Script::Arabic,
        scale: 0,
        and_more: false,
        length,
        marked: end - start > length,
    })
}
