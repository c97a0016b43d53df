//! Ordinals and shares in English: the third, twenty-first, Q1, two-thirds, half a year.

use super::{EnglishGroup, EnglishReader, numeral, words};
use crate::reading::amount::Amount;
use crate::reading::value::{Certainty, Dimension, Precision, ValueKind};

impl EnglishReader<'_> {
    /// 25th, 21st-century.
    pub(super) fn numeric_ordinal(&mut self, at: usize) -> Option<usize> {
        let digits = self.tokens.digits(at)?;
        if !self.tokens.is_glued(at + 1) || !matches!(self.tokens.word(at + 1), "st" | "nd" | "rd" | "th") {
            return None;
        }
        let certainty = if digits.length >= 2 { Certainty::Strong } else { Certainty::Weak };
        Some(self.ranked(digits.amount, at, at + 2, certainty))
    }

    /// An ordinal, or the century, quarter or half that it counts.
    pub(super) fn ranked(&mut self, amount: Amount, start: usize, end: usize, certainty: Certainty) -> usize {
        let at = self.tokens.skip_hyphen(end);
        let (kind, end, certainty) = match self.tokens.word(at) {
            "century" | "centuries" => (ValueKind::Century, at + 1, Certainty::Weak),
            "quarter" => (ValueKind::Quarter, at + 1, Certainty::Weak),
            "half" if amount.to_f64() <= 2.0 => (ValueKind::HalfYear, at + 1, Certainty::Faint),
            _ => (ValueKind::Ordinal, end, certainty),
        };
        self.push(kind, amount, start, end, certainty).classified = true;
        end
    }

    /// Q1, the 3Q.
    pub(super) fn quarter_sign(&mut self, at: usize) -> Option<usize> {
        let digits = self.tokens.digits(at + 1).filter(|_| self.tokens.is_glued(at + 1))?;
        let kind = match self.tokens.word(at) {
            "q" => ValueKind::Quarter,
            "h" => ValueKind::HalfYear,
            _ => return None,
        };
        digits.amount.whole().filter(|value| (1..=4).contains(value))?;
        self.push(kind, digits.amount, at, at + 2, Certainty::Weak).classified = true;
        Some(at + 2)
    }

    /// "half a year", "half of", "a year and a half".
    pub(super) fn half(&mut self, at: usize) -> Option<usize> {
        if self.tokens.word(at) != "half" || numeral::read(&self.tokens, at).is_some() {
            return None;
        }
        let next = self.tokens.skip_hyphen(at + 1);
        let next = next + usize::from(matches!(self.tokens.word(next), "a" | "an"));
        match words::unit(self.tokens.word(next)) {
            Some(unit) if matches!(unit.dimension, Dimension::Months | Dimension::Time) => {
                let value = self.push(ValueKind::Number, Amount::new(5, -1), at, next + 1, Certainty::Faint);
                value.unit = unit;
                value.precision = Precision::About;
                Some(next + 1)
            }
            _ => {
                self.push(ValueKind::Fraction, Amount::from(50), at, at + 1, Certainty::Faint).precision =
                    Precision::About;
                Some(at + 1)
            }
        }
    }

    /// two-thirds, three quarters, a third of.
    pub(super) fn fraction(&mut self, at: usize) -> Option<usize> {
        let is_article = matches!(self.tokens.word(at), "a" | "one");
        let above = if self.tokens.word(at) == "a" {
            1
        } else {
            numeral::small(self.tokens.word(at)).filter(|value| (1..20).contains(value))?
        };
        let next = self.tokens.skip_hyphen(at + 1);
        let word = self.tokens.word(next);
        let below = words::denominator(word)?;
        let is_plural = word.ends_with('s') || word == "half" && above == 1;
        // "a third party" and "the three second-tier cities" are ordinals, "three quarters of growth" may be months.
        let is_share = self.tokens.word(next + 1) == "of" || next > at + 1;
        if above >= below || is_article && !is_share || !is_article && !is_plural {
            return None;
        }
        self.push(ValueKind::Fraction, Amount::new(above * 10_000 / below, -2), at, next + 1, Certainty::Weak)
            .classified = true;
        Some(next + 1)
    }

    /// third, twenty-first.
    pub(super) fn ordinal(&mut self, at: usize) -> Option<usize> {
        let word = self.tokens.word(at);
        let value = words::ordinal(word)?;
        // "second" after a number is time; "first" and "second" say order in lists and adverbs.
        Some(self.ranked(Amount::from(value), at, at + 1, if value <= 2 { Certainty::Faint } else { Certainty::Weak }))
    }

    /// "twenty-first", "one hundred and third".
    pub(super) fn tens_ordinal(&mut self, group: &EnglishGroup) -> Option<usize> {
        let [(start, numeral)] = group.numerals[..] else { return None };
        let at = self.tokens.skip_hyphen(numeral.end);
        let at = at + usize::from(self.tokens.word(at) == "and");
        let value = words::ordinal(self.tokens.word(at)).filter(|value| *value < 10)?;
        let tens = numeral.amount.whole().filter(|tens| numeral.in_words && *tens >= 20 && tens.is_multiple_of(10))?;
        Some(self.ranked(Amount::from(tens + value), start, at + 1, Certainty::Weak))
    }
}
