//! Numerals with 十 百 千 between their digits.

use super::digit::{UNITS_OF_THOUSAND, digit, power};
use super::places::is_next;
use super::{Numeral, Script};
use crate::reading::amount::Amount;
use crate::reading::characters::Characters;

/// 三千二百, 十七, 廿五, 二三十, 十五六.
pub fn spelled_out(text: &Characters, start: usize) -> Option<Numeral> {
    let mut sums = Sums::default();
    let mut at = start;
    while sums.take(text, at) {
        at += 1;
    }
    (at > start).then(|| {
        let (low, high) = sums.finish();
        Numeral {
            amount: Amount::from(low),
            upper: (high > low).then(|| Amount::from(high)),
            end: at,
            script: if at == start + 1 && digit(text.at(start)).is_some() { Script::Places } else { Script::Chinese },
            scale: 0,
            and_more: false,
            length: at - start,
            marked: false,
        }
    })
}

/// A number in the making, its least and its largest reading.
#[derive(Default)]
struct Sums {
    total: u64,
    /// Digits that wait for their power, the lower and the upper one.
    waiting: Option<(u64, u64)>,
    total_of_upper: u64,
    last_power: Option<i16>,
    after_zero: bool,
}

impl Sums {
    /// Takes the character at `at` unless it does not belong here.
    fn take(&mut self, text: &Characters, at: usize) -> bool {
        let c = text.at(at);
        if let Some(digit) = digit(c) {
            return self.take_digit(text, at, u64::from(digit));
        }
        match c {
            '廿' | '卅' if self.last_power.is_none() && self.waiting.is_none() => {
                self.add(if c == '廿' { (2, 2) } else { (3, 3) }, 1);
                true
            }
            _ => power(c).is_some_and(|power| self.take_power(text, at, power)),
        }
    }

    fn take_digit(&mut self, text: &Characters, at: usize, digit: u64) -> bool {
        match self.waiting {
            None if digit == 0 => self.after_zero = true,
            None => self.waiting = Some((digit, digit)),
            Some((low, high)) if low == high && is_next(text, at - 1) => self.waiting = Some((low, digit)),
            Some(_) => return false,
        }
        true
    }

    fn take_power(&mut self, text: &Characters, at: usize, power: i16) -> bool {
        let is_unit = (power == 3 && UNITS_OF_THOUSAND.contains(text.at(at + 1)))
            || (power == 2 && "分帕".contains(text.at(at + 1)))
            // 十分 and 百分之 are words of their own, 三百萬瓦 a measure.
            || text.at(at + 1) == '萬' && text.at(at + 2) == '瓦';
        let descends = self.last_power.is_none_or(|last| power < last);
        if is_unit || !descends || (self.waiting.is_none() && self.last_power.is_some() && power > 1) {
            return false;
        }
        let digits = self.waiting.take().unwrap_or((1, 1));
        self.add(digits, power);
        true
    }

    fn add(&mut self, (low, high): (u64, u64), power: i16) {
        let size = 10u64.pow(power.unsigned_abs().into());
        self.total_of_upper = self.total + high * size;
        self.total += low * size;
        self.last_power = Some(power);
        self.after_zero = false;
    }

    /// A last digit without a power has the next smaller one: 三千二 is 3,200; 三十二 and 三百零二 are plain.
    fn finish(mut self) -> (u64, u64) {
        if let Some(digits) = self.waiting.take() {
            let power = self.last_power.filter(|_| !self.after_zero).map_or(0, |last| last - 1);
            self.add(digits, power);
        }
        (self.total, self.total_of_upper.max(self.total))
    }
}
