//! Numerals of Chinese characters below ten thousand: 二○二五 by places, 三千二百 spelled out, 三點五 with decimals.

use super::{ChineseNumeral, Script};
use crate::language::numeral::{self, digit, power};
use crate::reading::amount::Amount;
use crate::reading::characters::Characters;

/// A number below ten thousand: digits in their places, or with 十 百 千 between them, and the decimals behind 點.
pub fn chinese(text: &Characters, start: usize) -> Option<ChineseNumeral> {
    let read = numeral::read(text.rest(start))?;
    let end = start + read.length;
    // More digits than an integer holds are a number all the same.
    let amount = if read.in_places && read.upper.is_none() {
        Amount::from_digits((start..end).filter_map(|at| digit(text.at(at))), std::iter::empty())
    } else {
        Amount::from(read.value)
    };
    let mut numeral = ChineseNumeral {
        amount,
        upper: read.upper.map(Amount::from),
        end,
        script: if read.in_places { Script::Places } else { Script::Chinese },
        scale: 0,
        and_more: false,
        // 兩三 is as vague as one digit.
        length: if read.in_places && read.upper.is_some() { 1 } else { read.length },
        marked: false,
    };
    if text.at(numeral.end) == '點' && numeral.upper.is_none() {
        let end = text.skip(numeral.end + 1, |c| digit(c).is_some());
        // 三點十分 and 三點半 are times of day.
        if end > numeral.end + 1 && power(text.at(end)).is_none() && !matches!(text.at(end), '分' | '刻') {
            let decimals = (numeral.end + 1..end).filter_map(|at| digit(text.at(at)));
            numeral.amount = numeral.amount.plus(Amount::from_digits(std::iter::empty(), decimals));
            numeral.length += end - numeral.end - 1;
            numeral.end = end;
            numeral.script = Script::Chinese;
        }
    }
    Some(numeral)
}
