//! Amounts in Chinese with what they count: 20至30萬人, 一年六個月, NT$100, 100km.

use super::idioms;
use super::words::{self, Suffix};
use super::{ChineseGroup, ChineseReader, calendar_year, numeral, precision};
use crate::lexicon::{currencies, units};
use crate::reading::amount::Amount;
use crate::reading::chinese_numeral::{ChineseNumeral, Script};
use crate::reading::value::{CalendarDate, Certainty, Dimension, Precision, Unit, Value, ValueKind};

impl ChineseReader {
    /// Amounts of something, with the half behind: 兩年半, 三個半月.
    pub(super) fn measured(&mut self, group: &ChineseGroup, unit: Unit, end: usize) -> usize {
        let first = self.values.len();
        self.numbers(group, Some(unit));
        let has_half =
            self.text.before(end) == '半' || (self.text.at(end) == '半' && unit.dimension != Dimension::Count);
        let end = end + usize::from(has_half && self.text.before(end) != '半');
        if let Some(value) = self.values[first..].last_mut().filter(|_| has_half) {
            value.certainty = value.certainty.max(Certainty::Weak);
            value.amount = value.amount.plus(Amount::new(5, -1));
        }
        if self.values.len() > first {
            self.widen_last(end);
        }
        self.join_years_and_months(first);
        end
    }

    /// 四個半小時: the unit stands behind the half.
    pub(super) fn and_a_half(&mut self, group: &ChineseGroup, end: usize) -> usize {
        let (unit, end) = match words::suffix(&self.text, end) {
            Some((Suffix::Unit(unit), end)) => (unit, end),
            Some((Suffix::Month, end)) => (Unit::of(Dimension::Months), end),
            _ => (Unit::NONE, end),
        };
        let first = self.values.len();
        self.numbers(group, Some(unit));
        if let Some(value) = self.values[first..].last_mut() {
            value.amount = value.amount.plus(Amount::new(5, -1));
            self.widen_last(end);
        }
        end
    }

    /// 一年六個月 is one value: 18 months.
    pub(super) fn join_years_and_months(&mut self, first: usize) {
        let [.., years, months] = &self.values[..] else { return };
        let gap = months.span.start.saturating_sub(years.span.end);
        let adjacent = gap <= "又".len() && self.values.len() == first + 1;
        let Some(joined) = Value::years_and_months(years, months).filter(|_| adjacent) else { return };
        self.values.truncate(first - 1);
        self.values.push(joined);
    }

    pub(super) fn numbers(&mut self, group: &ChineseGroup, unit: Option<Unit>) {
        let (_, last) = group.numerals[group.numerals.len() - 1];
        for &(start, numeral) in &group.numerals {
            let first = self.values.len();
            self.number(start, &numeral, unit);
            // 20至30萬: both are counted in ten thousands.
            if numeral.scale == 0 && last.scale > 1 {
                for value in &mut self.values[first..] {
                    value.otherwise = Some(value.amount.shifted(last.scale));
                    value.certainty = Certainty::Weak;
                }
            }
        }
    }

    pub(super) fn number(&mut self, start: usize, numeral: &ChineseNumeral, unit: Option<Unit>) {
        if let Some(upper) = numeral.upper {
            let single = upper == numeral.amount;
            for amount in std::iter::once(numeral.amount).chain((!single).then_some(upper)) {
                let value = self.push(ValueKind::Number, amount, start, numeral.end, Certainty::Faint);
                value.precision = Precision::About;
                value.unit = unit.unwrap_or(Unit::NONE);
            }
            return;
        }
        let certainty = self.certainty(start, numeral, unit);
        let kind = match (certainty, numeral.script, unit) {
            (Certainty::Faint, Script::Places, None) if numeral.length > 1 => ValueKind::Code,
            _ => ValueKind::Number,
        };
        // 2017 without 年 is most often a year.
        if let Some(year) = calendar_year(numeral).filter(|_| unit.is_none()) {
            self.push_date(CalendarDate::of_year(year), start, numeral.end, Certainty::Strong);
            return;
        }
        let currency = self.currency_before(start);
        // 全球前六
        let is_first = self.text.before(start) == '前';
        let degrees = self.scale_of_degrees(start);
        let value = self.push(kind, numeral.amount, start, numeral.end, certainty);
        value.precision = precision(numeral);
        value.scaled = numeral.scale > 0;
        value.unit = match (unit, currency) {
            (None | Some(Unit { dimension: Dimension::Money(None) | Dimension::Count, .. }), Some(currency)) => {
                Unit::of(currency)
            }
            (Some(Unit { dimension: Dimension::Degrees, .. }), _) => Unit::of(degrees),
            (unit, _) => unit.unwrap_or(Unit::NONE),
        };
        value.classified = unit.is_some() || currency.is_some() || is_first;
        // The storm of 7.19 is that of July 19, in English often 719.
        let is_day = unit.is_none() && currency.is_none() && is_month_and_day(numeral.amount);
        value.otherwise = is_day.then(|| numeral.amount.shifted(2));
    }

    pub(super) fn certainty(&self, start: usize, numeral: &ChineseNumeral, unit: Option<Unit>) -> Certainty {
        let is_one = numeral.amount.is_zero() || numeral.amount == Amount::from(1);
        let bare_scale = !self.text.at(start).is_ascii_digit()
            && numeral::digit(self.text.at(start)).is_none()
            && !matches!(self.text.at(start), '十' | '廿' | '卅');
        let customary = unit.is_some_and(|unit| unit.dimension == Dimension::Customary);
        let in_word = numeral.script == Script::Places && unit.is_none() && idioms::takes_digit(&self.text, start);
        let is_code = numeral.script == Script::Places && numeral.length > 1;
        if is_one && numeral.script != Script::Arabic || bare_scale || in_word || is_code && unit.is_none() {
            return Certainty::Faint;
        }
        let is_long = match numeral.script {
            Script::Arabic => numeral.length >= 2,
            Script::Chinese => numeral.length >= 3,
            Script::Places => false,
        };
        let is_factor = unit.is_some_and(|unit| unit.dimension == Dimension::Multiple);
        if (is_long || numeral.scale > 1) && !customary && !is_factor { Certainty::Strong } else { Certainty::Weak }
    }

    /// 攝氏1.5度: the scale stands before the number.
    fn scale_of_degrees(&self, start: usize) -> Dimension {
        match () {
            () if self.text.ends_with(start, "攝氏") => Dimension::Temperature,
            () if self.text.ends_with(start, "華氏") => Dimension::Customary,
            () => Dimension::Degrees,
        }
    }

    /// The currency whose sign or name stands before the number.
    pub(super) fn currency_before(&self, start: usize) -> Option<Dimension> {
        let end = if self.text.before(start) == ' ' { start - 1 } else { start };
        let (_, money) = currencies().before_chinese().find(|(name, _)| self.is_before(end, name))?;
        Some(Dimension::Money(money))
    }

    /// Whether the sign or name ends at `end`; letters are all of their word.
    fn is_before(&self, end: usize, name: &str) -> bool {
        let in_word = || {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && self.text.before(end - name.chars().count()).is_ascii_alphabetic()
        };
        self.text.ends_with(end, name) && !in_word()
    }

    /// 5G, 3nm, 100km: units are read, everything else is a name.
    pub(super) fn with_latin_unit(&mut self, group: &ChineseGroup) -> usize {
        let (_, last) = group.numerals[group.numerals.len() - 1];
        let end = self.text.skip(last.end, |c| c.is_ascii_alphanumeric());
        let letters: String = (last.end..end).map(|at| self.text.at(at)).collect();
        if let Some(unit) = units().by_symbol(&letters) {
            self.measured(group, unit, end);
        } else {
            for &(start, numeral) in &group.numerals[..group.numerals.len() - 1] {
                self.number(start, &numeral, None);
            }
        }
        end
    }
}

/// 7.19: a month and a day of two digits.
fn is_month_and_day(amount: Amount) -> bool {
    let hundredfold = amount.shifted(2).whole().filter(|_| amount.whole().is_none());
    hundredfold.is_some_and(|digits| (1..=12).contains(&(digits / 100)) && (10..=31).contains(&(digits % 100)))
}
