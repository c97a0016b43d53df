//! Units and labels round an English number: percent, dollars, degrees, Article.

use super::{EnglishReader, is_function_word, words};
use crate::language::Language;
use crate::lexicon::currencies;
use crate::reading::value::{Dimension, Unit};

impl EnglishReader<'_> {
    pub(super) fn percent_word(&self, at: usize) -> Option<(usize, i16)> {
        match self.tokens.word(at) {
            "percent" | "pct" => Some((at + 1, 0)),
            "pc" if self.tokens.is_glued(at) => Some((at + 1, 0)),
            "per" if self.tokens.word(at + 1) == "cent" => Some((at + 2, 0)),
            "percentage" => self
                .tokens
                .word(self.tokens.skip_hyphen(at + 1))
                .starts_with("point")
                .then(|| (self.tokens.skip_hyphen(at + 1) + 1, 0)),
            "percentile" => Some((at + 1, 0)),
            "basis" => self.tokens.word(at + 1).starts_with("point").then_some((at + 2, -2)),
            "bps" | "bp" => Some((at + 1, -2)),
            _ => None,
        }
    }

    /// Whether the word before a number makes it a name: Article 5, No. 3, Terminal 2.
    pub(super) fn is_labelled(&self, start: usize) -> bool {
        let stop = usize::from(self.tokens.sign_before(start) == '.');
        words::is_label(self.tokens.word_before(start - stop.min(start))) || self.tokens.sign_before(start) == '#'
    }

    /// The unit at `at`, one adjective before it allowed, and where it ends.
    pub(super) fn unit_behind(&self, at: usize) -> Option<(Unit, usize)> {
        let at = self.tokens.skip_hyphen(at);
        if self.tokens.sign(at) == '°' {
            let scale = self.tokens.word(at + 1);
            let dimension = if scale == "f" { Dimension::Customary } else { Dimension::Temperature };
            return Some((Unit::of(dimension), at + 1 + usize::from(matches!(scale, "c" | "f"))));
        }
        if matches!(self.tokens.word(at), "degree" | "degrees") {
            return Some((self.degrees(at + 1), at + 1));
        }
        if let Some(end) = self.tokens.starts_with(at, "years old").or_else(|| self.tokens.starts_with(at, "year old"))
        {
            return Some((Unit::of(Dimension::Age), end));
        }
        if matches!(self.tokens.word(at), "square" | "sq") {
            let unit = self.tokens.skip_hyphen(at + 1 + usize::from(self.tokens.sign(at + 1) == '.'));
            return words::square_unit(self.tokens.word(unit)).map(|found| (found, unit + 1));
        }
        if matches!(self.tokens.word(at), "us" | "nt" | "new") {
            return self.named_dollars(at);
        }
        if let Some(unit) = words::unit(self.tokens.word(at)) {
            return Some((unit, at + 1));
        }
        let is_adjective = !self.tokens.word(at).is_empty() && !is_function_word(self.tokens.word(at));
        let unit = words::unit(self.tokens.word(at + 1)).filter(|_| is_adjective)?;
        matches!(unit.dimension, Dimension::People | Dimension::Money(_) | Dimension::Months | Dimension::Time)
            .then_some((unit, at + 2))
    }

    pub(super) fn degrees(&self, at: usize) -> Unit {
        Unit::of(match self.tokens.word(at) {
            "fahrenheit" | "f" => Dimension::Customary,
            "celsius" | "c" | "centigrade" => Dimension::Temperature,
            _ => Dimension::Degrees,
        })
    }

    /// "US dollars", "new Taiwan dollars".
    pub(super) fn named_dollars(&self, at: usize) -> Option<(Unit, usize)> {
        let end = (at + 1..at + 4).find(|&at| self.tokens.word(at).starts_with("dollar"))? + 1;
        let words = (at..end).map(|at| self.tokens.word(at)).filter(|word| !word.is_empty());
        let name = words.collect::<Vec<_>>().join(" ");
        let money = currencies().by_name(Language::English, name.trim_end_matches('s')).flatten();
        Some((Unit::of(Dimension::Money(money)), end))
    }

    /// Whether a sum from `start` to `end` has `$` before it or "dollars" behind.
    pub(super) fn says_dollars(&self, start: usize, end: usize) -> bool {
        self.tokens.sign_before(start) == '$' || self.tokens.word(self.tokens.skip_hyphen(end)).starts_with("dollar")
    }

    /// The currency whose sign or code stands before, and how many tokens it takes.
    pub(super) fn currency_before(&self, at: usize) -> Option<(Dimension, usize)> {
        let sign = self.tokens.sign_before(at);
        if !currencies().is_sign(sign) {
            let currency = currencies().by_code(self.tokens.word_before(at))?;
            return Some((Dimension::Money(Some(currency)), 1));
        }
        // US$, or a code before any sign.
        let letters = if self.tokens.is_glued(at - 1) { self.tokens.word_before(at - 1) } else { "" };
        let with_letters = currencies().by_sign(&format!("{letters}{sign}")).flatten();
        let prefix = with_letters.or_else(|| currencies().by_code(letters)).filter(|_| !letters.is_empty());
        let own = currencies().by_sign(sign.encode_utf8(&mut [0; 4])).flatten();
        Some((Dimension::Money(prefix.or(own)), 1 + usize::from(prefix.is_some())))
    }
}
