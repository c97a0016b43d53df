//! Shares in Chinese: 百分之十二點五, 5至7%, 三成五, 三分之二.

use super::{ChineseGroup, ChineseReader, is_joined_han, numeral, precision, ratio_in_hundredths};
use crate::reading::amount::Amount;
use crate::reading::chinese_numeral::{ChineseNumeral, Script};
use crate::reading::value::{Certainty, Precision, ValueKind};

impl ChineseReader {
    /// 百分之十二點五, 千分之三.
    pub(super) fn hundredths(&mut self, at: usize) -> Option<usize> {
        const WORDS: &[(&str, i16)] = &[("百分之", 0), ("千分之", -1), ("萬分之", -2)];
        let (word, places) = WORDS.iter().find(|(word, _)| self.text.starts_with(at, word))?;
        let start = at + word.chars().count();
        let numeral = numeral::read(&self.text, self.text.skip_blanks(start))?;
        self.push(ValueKind::Percent, numeral.amount.shifted(*places), at, numeral.end, Certainty::Strong);
        Some(numeral.end)
    }

    pub(super) fn percent(&mut self, group: &ChineseGroup, places: i16, end: usize) -> usize {
        for &(start, numeral) in &group.numerals {
            let certainty = if places == 0 && numeral.length == 1 && numeral.script != Script::Arabic {
                Certainty::Weak
            } else {
                Certainty::Strong
            };
            let value = self.push(
                ValueKind::Percent,
                numeral.amount.shifted(places),
                start,
                end.min(numeral.end.max(start)),
                certainty,
            );
            value.precision = precision(&numeral);
        }
        self.widen_last(end)
    }

    /// 三成, 三成五.
    pub(super) fn tenths(&mut self, group: &ChineseGroup, end: usize) -> usize {
        let more = numeral::digit(self.text.at(end)).filter(|_| !is_joined_han(&self.text, end + 1));
        for &(start, numeral) in &group.numerals {
            let amount = numeral.amount.shifted(1).plus(Amount::from(u64::from(more.unwrap_or(0))));
            if amount.to_f64() <= 100.0 {
                self.push(ValueKind::Percent, amount, start, numeral.end, Certainty::Weak).precision = Precision::About;
            }
        }
        self.widen_last(end + usize::from(more.is_some()))
    }

    /// 三分之二
    pub(super) fn fraction(
        &mut self,
        (start, below): (usize, ChineseNumeral),
        last: &ChineseNumeral,
        end: usize,
    ) -> usize {
        let Some(above) = numeral::read(&self.text, self.text.skip_blanks(end)) else { return last.end };
        let ratio = ratio_in_hundredths(above.amount, below.amount);
        self.push(ValueKind::Fraction, ratio, start, above.end, Certainty::Weak).classified = true;
        above.end
    }
}
