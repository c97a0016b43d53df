//! Numerals of Chinese characters below ten thousand: 二○二五 by places, 三千二百 spelled out, 三點五 with decimals.

use super::digit::{digit, power};
use super::spelled_out::spelled_out;
use super::{Numeral, Script};
use crate::reading::amount::Amount;
use crate::reading::characters::Characters;

/// A number below ten thousand: digits in their places, or with 十 百 千 between them, and the decimals behind 點.
pub fn chinese(text: &Characters, start: usize) -> Option<Numeral> {
    let places = text.skip(start, |c| digit(c).is_some());
    let mut numeral = match places - start {
        2 if power(text.at(places)).is_none() && is_next(text, start) => two_digits(text, start),
        0 | 1 => spelled_out(text, start)?,
        2 if power(text.at(places)).is_some() => spelled_out(text, start)?,
        length => {
            let digits = (start..places).filter_map(|at| digit(text.at(at)));
            let amount = Amount::from_digits(digits, std::iter::empty());
            Numeral {
                amount,
                upper: None,
                end: places,
                script: Script::Places,
                scale: 0,
                and_more: false,
                length,
                marked: false,
            }
        }
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

/// Whether two digits say a range: 兩三, 七八, 三五.
pub fn is_next(text: &Characters, start: usize) -> bool {
    let (Some(low), Some(high)) = (digit(text.at(start)), digit(text.at(start + 1))) else { return false };
    low > 0 && (high == low + 1 || (low, high) == (3, 5))
}

/// 兩三
fn two_digits(text: &Characters, start: usize) -> Numeral {
    let at = |index| Amount::from(u64::from(digit(text.at(index)).unwrap_or_default()));
    Numeral {
        amount: at(start),
        upper: Some(at(start + 1)),
        end: start + 2,
        script: Script::Places,
        scale: 0,
        and_more: false,
        length: 1,
        marked: false,
    }
}
