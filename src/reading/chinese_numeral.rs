//! One Chinese numeral: 兩百萬, 1億5000萬, 3.5萬, 二○二五, 300多萬, 三十七、八.
//!
//! A numeral is a sum of sections, each a number below ten thousand with the scale word behind it.

mod arabic;
mod digit;
mod places;

#[cfg(test)]
mod tests;

use super::amount::Amount;
use super::characters::Characters;
pub use crate::language::numeral::digit;
use arabic::arabic;
pub use digit::begins;
use digit::scale;
use places::chinese;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChineseNumeral {
    pub amount: Amount,
    /// 三萬 of 兩三萬.
    pub upper: Option<Amount>,
    /// Index of the character behind it.
    pub end: usize,
    pub script: Script,
    /// Places of the last scale word, 4 for 萬; 0 for none.
    pub scale: i16,
    /// Whether 多, 餘 or 幾 stands inside or behind.
    pub and_more: bool,
    /// Number of digits, or of characters, in it.
    pub length: usize,
    /// Whether it has a comma or point, so that it is no year or day.
    pub marked: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 2025, 1,200, 3.5.
    Arabic,
    /// 三十五, 三千二百.
    Chinese,
    /// 二○二五: Chinese digits in their places.
    Places,
}

/// The numeral that begins at `start`.
pub fn read(text: &Characters, start: usize) -> Option<ChineseNumeral> {
    let mut numeral = section(text, start, None)?;
    while let Some(next) = section(text, gap(text, &numeral), Some(&numeral)) {
        numeral = sum(numeral, next);
    }
    Some(numeral)
}

/// Where the next section may begin: blanks stand only inside numerals of Arabic digits.
fn gap(text: &Characters, numeral: &ChineseNumeral) -> usize {
    if numeral.script == Script::Arabic && text.at(numeral.end) == ' ' { numeral.end + 1 } else { numeral.end }
}

/// A number and its scale word; behind `last`, only a smaller part.
fn section(text: &Characters, start: usize, last: Option<&ChineseNumeral>) -> Option<ChineseNumeral> {
    if last.is_some_and(|last| last.scale < 3 || last.upper.is_some()) {
        return None;
    }
    let mut numeral = if text.at(start).is_ascii_digit() { arabic(text, start) } else { chinese(text, start) }?;
    let at =
        if text.at(numeral.end) == ' ' && numeral.script == Script::Arabic { numeral.end + 1 } else { numeral.end };
    let more = at + usize::from(is_more(text.at(at)));
    let in_places = numeral.script == Script::Places && numeral.length > 1;
    let least = if numeral.script == Script::Arabic { 2 } else { 4 };
    let scaled = scale(text, more).filter(|&(places, _)| places >= least && !in_places);
    if let Some((places, end)) = scaled {
        numeral.amount = numeral.amount.shifted(places);
        numeral.upper = numeral.upper.map(|upper| upper.shifted(places));
        numeral.and_more = more > at;
        numeral.scale = places;
        numeral.end = end;
    }
    let Some(last) = last else { return Some(with_more_behind(text, numeral)) };
    follows(text, last, start, &numeral).map(|amount| with_more_behind(text, ChineseNumeral { amount, ..numeral }))
}

/// The amount that the section adds behind `last`: 5千 behind 3萬, and 5,000 for the 五 of 兩萬五.
fn follows(text: &Characters, last: &ChineseNumeral, start: usize, numeral: &ChineseNumeral) -> Option<Amount> {
    let limit = 10f64.powi(i32::from(last.scale));
    if numeral.scale > 0 {
        return (numeral.amount.to_f64() < limit && numeral.scale < last.scale).then_some(numeral.amount);
    }
    let whole = numeral.amount.whole()?;
    let fits = (whole as f64) < limit && !matches!(text.at(numeral.end), '年' | '月' | '日' | '%' | ':' | '/');
    match numeral.script {
        Script::Arabic => (fits && numeral.length >= 3).then_some(numeral.amount),
        Script::Chinese => fits.then_some(numeral.amount),
        Script::Places if numeral.length == 1 && last.script != Script::Arabic => {
            Some(numeral.amount.shifted(last.scale - 1))
        }
        Script::Places => (fits && digit(text.at(start)) == Some(0)).then_some(numeral.amount),
    }
}

fn sum(first: ChineseNumeral, second: ChineseNumeral) -> ChineseNumeral {
    ChineseNumeral {
        amount: first.amount.plus(second.amount),
        upper: second.upper.map(|upper| first.amount.plus(upper)),
        end: second.end,
        script: if first.script == Script::Arabic { Script::Arabic } else { Script::Chinese },
        scale: if second.scale > 0 { second.scale } else { 1 },
        and_more: first.and_more || second.and_more,
        length: first.length + second.length,
        marked: first.marked || second.marked,
    }
}

fn is_more(c: char) -> bool {
    matches!(c, '多' | '餘' | '幾' | '來')
}

fn with_more_behind(text: &Characters, mut numeral: ChineseNumeral) -> ChineseNumeral {
    let at = gap(text, &numeral);
    let is_round = numeral.amount.step() >= 10.0;
    // 多數 and 多邊 are words of their own.
    if is_round && matches!(text.at(at), '多' | '餘' | '幾') && !matches!(text.at(at + 1), '數' | '邊' | '樣' | '方')
    {
        numeral.and_more = true;
        numeral.end = at + 1;
    }
    numeral
}
