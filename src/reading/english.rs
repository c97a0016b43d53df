//! Values in English prose.
//!
//! The text is cut into words, numbers and signs. Where a number may begin, numerals are gathered as far as "to", "and"
//! or a dash joins them, and the words behind the last one say what all of them are.

mod dates;
mod numeral;
mod ranks;
mod tokens;
mod units;
mod words;

use super::amount::Amount;
use super::value::{CalendarDate, Certainty, Dimension, Precision, Unit, Value, ValueKind};
use crate::lexicon::currencies;
use numeral::EnglishNumeral;
use tokens::EnglishTokens;

/// The values of `text` in order of place.
pub fn values(text: &str) -> Vec<Value> {
    let mut reader = EnglishReader { tokens: EnglishTokens::of(text), values: Vec::new() };
    let mut at = 0;
    while at < reader.tokens.len() {
        at = reader.step(at).max(at + 1);
    }
    reader.values
}

struct EnglishReader<'t> {
    tokens: EnglishTokens<'t>,
    values: Vec<Value>,
}

/// Numerals that share the words behind them: 5 to 7, between 2 and 3 million.
struct EnglishGroup {
    numerals: Vec<(usize, EnglishNumeral)>,
    end: usize,
}

impl EnglishReader<'_> {
    /// Reads from token `at` and returns the index to go on from.
    fn step(&mut self, at: usize) -> usize {
        if self.tokens.digits(at).is_some() {
            return self.with_digits(at);
        }
        let word = self.tokens.word(at);
        if word.is_empty() {
            return at + 1;
        }
        (self.month_first(at))
            .or_else(|| self.half(at))
            .or_else(|| self.fraction(at))
            .or_else(|| self.quarter_sign(at))
            .or_else(|| self.spelled_out(at))
            .or_else(|| self.ordinal(at))
            .or_else(|| self.faint(at))
            .unwrap_or(at + 1)
    }

    fn with_digits(&mut self, at: usize) -> usize {
        (self.name(at))
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.numeric_ordinal(at))
            .or_else(|| self.years(at))
            .or_else(|| self.list_number(at))
            .or_else(|| self.group(at))
            .unwrap_or(at + 1)
    }

    fn push(&mut self, kind: ValueKind, amount: Amount, start: usize, end: usize, certainty: Certainty) -> &mut Value {
        self.values.push(Value::new(kind, amount, self.tokens.span(start, end), certainty));
        let last = self.values.len() - 1;
        &mut self.values[last]
    }

    fn push_date(&mut self, date: CalendarDate, start: usize, end: usize, certainty: Certainty) {
        self.values.push(Value::date(date, self.tokens.span(start, end), certainty));
    }

    /// F-16, COVID-19, G20, 5G, 9/11: numbers that are parts of names.
    fn name(&mut self, at: usize) -> Option<usize> {
        let before = self.tokens.before(at);
        let glued = self.tokens.is_glued(at);
        let word_before = self.tokens.written(at.wrapping_sub(1));
        let is_currency = currencies().by_code(self.tokens.word_before(at)).is_some();
        // FY2023
        if glued && self.tokens.word_before(at) == "fy" && self.bare_year(at).is_some() {
            return None;
        }
        if glued && !word_before.is_empty() && !is_currency {
            return Some(at + 1);
        }
        let hyphenated = glued && self.tokens.sign_before(at) == '-' && before.is_some_and(|token| token.glued);
        if hyphenated && at >= 2 && !self.tokens.word(at - 2).is_empty() && !self.may_join(at - 2) {
            let behind =
                self.tokens.sign(at + 1) == '-' && self.tokens.is_glued(at + 1) && self.tokens.digits(at + 2).is_none();
            return (!behind).then_some(at + 1);
        }
        let letters = self.tokens.word(at + 1);
        let is_name = self.tokens.written(at + 1) == "K";
        let glued_letters = self.tokens.is_glued(at + 1) && !letters.is_empty();
        let plain_suffix =
            matches!(letters, "st" | "nd" | "rd" | "th" | "s" | "am" | "pm" | "a" | "p" | "pc" | "m" | "k" | "b")
                || words::unit(letters).is_some()
                || matches!(
                    letters,
                    "bn" | "mn"
                        | "tn"
                        | "mln"
                        | "bln"
                        | "trn"
                        | "million"
                        | "billion"
                        | "trillion"
                        | "percent"
                        | "bcm"
                        | "tcm"
                        | "mcm"
                        | "mtpa"
                        | "mbpd"
                        | "mmbpd"
                        | "kbpd"
                );
        if glued_letters && (is_name || !plain_suffix) {
            return Some(at + 2);
        }
        // 6.1.3
        let goes_on = |at: usize| {
            self.tokens.sign(at) == '.'
                && self.tokens.is_glued(at)
                && self.tokens.is_glued(at + 1)
                && self.tokens.digits(at + 1).is_some()
        };
        let marked = self.tokens.digits(at).is_some_and(|digits| digits.marked);
        (marked && goes_on(at + 1)).then_some(at + 3)
    }

    /// Whether the number belongs to a name: a capital where no sentence begins, and another behind. The Three Gorges.
    fn is_in_name(&self, start: usize, end: usize) -> bool {
        let is_capital = |at: usize| self.tokens.written(at).starts_with(|c: char| c.is_ascii_uppercase());
        let begins = start == 0 || matches!(self.tokens.sign_before(start), '.' | '!' | '?' | ':' | ';' | '-');
        end == start + 1 && !begins && is_capital(start) && is_capital(end)
    }

    /// Words that join numbers with hyphens: May-7, one-2.
    fn may_join(&self, at: usize) -> bool {
        let written = self.tokens.written(at);
        words::month(written).is_some()
            || numeral::small(self.tokens.word(at)).is_some()
            || matches!(self.tokens.word(at), "mid" | "pre" | "post" | "bn" | "m" | "million" | "billion" | "am" | "pm")
    }

    /// `1.` or `(2)` where a sentence begins.
    fn list_number(&self, at: usize) -> Option<usize> {
        let digits = self.tokens.digits(at).filter(|digits| digits.length <= 2 && !digits.marked)?;
        // "…; or 3.Where": the word that joins the items stands before the number.
        let joined = matches!(self.tokens.word_before(at), "and" | "or");
        let before = self.tokens.sign_before(at - usize::from(joined));
        let runs_on = self.tokens.sign(at + 1) == ')' || self.tokens.is_glued(at + 2);
        let opens = at == 0 || matches!(before, '.' | ';' | ':') && runs_on;
        let numbered = opens && matches!(self.tokens.sign(at + 1), '.' | ')') && self.tokens.is_glued(at + 1);
        let in_brackets = before == '(' && self.tokens.sign(at + 1) == ')' && digits.length <= 2;
        (numbered || in_brackets).then_some(at + 2)
    }

    fn spelled_out(&mut self, at: usize) -> Option<usize> {
        if !numeral::begins(self.tokens.word(at)) {
            return None;
        }
        self.group(at)
    }

    fn faint(&mut self, at: usize) -> Option<usize> {
        let (value, unit) = words::faint(self.tokens.word(at))?;
        let found = self.push(ValueKind::Number, Amount::from(value), at, at + 1, Certainty::Faint);
        found.unit = unit;
        found.precision = Precision::About;
        Some(at + 1)
    }

    fn group(&mut self, at: usize) -> Option<usize> {
        let group = self.gather(at)?;
        if let Some(end) = self.tens_ordinal(&group) {
            return Some(end);
        }
        let end = self.percent(&group).or_else(|| self.measured(&group)).unwrap_or_else(|| {
            self.numbers(&group, None, 0);
            group.end
        });
        Some(self.odd_half(end))
    }

    /// "a year and a half", "three years and a half" add a half to the value before.
    fn odd_half(&mut self, end: usize) -> usize {
        let Some(behind) = self.tokens.starts_with(end, "and a half") else { return end };
        let Some(last) = self.values.last_mut().filter(|value| value.classified) else { return end };
        last.amount = last.amount.plus(Amount::new(5, -1));
        last.span = last.span.cover(self.tokens.span(end, behind));
        behind
    }

    fn gather(&self, at: usize) -> Option<EnglishGroup> {
        let first = numeral::read(&self.tokens, at)?;
        let mut group = EnglishGroup { end: first.end, numerals: vec![(at, first)] };
        while let Some(start) = self.joined(&group) {
            let Some(next) = numeral::read(&self.tokens, start).filter(|next| !next.vague) else { break };
            group.numerals.push((start, next));
            group.end = next.end;
        }
        Some(group)
    }

    /// Where the next numeral of a group begins: behind a dash, "to", "or", "and".
    fn joined(&self, group: &EnglishGroup) -> Option<usize> {
        let at = group.end;
        let joins = matches!(self.tokens.sign(at), '-' | '/') || matches!(self.tokens.word(at), "to" | "or" | "and");
        let next = at + 1;
        let next = next + usize::from(currencies().is_sign(self.tokens.sign(next)));
        let begins = self.tokens.digits(next).is_some() || numeral::small(self.tokens.word(next)).is_some();
        let ends_name = self.tokens.sign(at) == '-' && self.tokens.digits(next).is_none();
        // A date or another year begins there.
        let is_date = self.one_day(next).is_some_and(|(_, end)| words::month(self.tokens.written(end)).is_some())
            || self.bare_year(next).is_some();
        (joins && begins && !ends_name && !is_date).then_some(next)
    }

    fn percent(&mut self, group: &EnglishGroup) -> Option<usize> {
        let at = self.tokens.skip_hyphen(group.end);
        let (end, places) = if matches!(self.tokens.sign(at), '%' | '‰') {
            (at + 1, if self.tokens.sign(at) == '‰' { -1 } else { 0 })
        } else {
            self.percent_word(at)?
        };
        for &(start, numeral) in &group.numerals {
            self.push(
                ValueKind::Percent,
                numeral.amount.shifted(places),
                start,
                end.min(numeral.end),
                Certainty::Strong,
            );
        }
        self.widen_last(end);
        Some(end)
    }

    fn widen_last(&mut self, end: usize) {
        let span = self.tokens.span(end - 1, end);
        if let Some(last) = self.values.last_mut() {
            last.span = last.span.cover(span);
        }
    }

    /// Amounts with the unit behind them or the currency before them.
    fn measured(&mut self, group: &EnglishGroup) -> Option<usize> {
        let (start, _) = group.numerals[0];
        let currency = self.currency_before(start);
        let (unit, end) = match self.unit_behind(group.end) {
            Some((unit, end)) => (unit, end),
            None => (Unit::of(currency?.0), group.end),
        };
        let unit = match (unit.dimension, currency) {
            (Dimension::Money(None) | Dimension::Count, Some((currency, _))) => Unit::of(currency),
            _ => unit,
        };
        // 2000 people is a number, 2017 people too; "the 2016 election" has no unit.
        let at = self.values.len();
        self.numbers(group, Some(unit), currency.map_or(0, |(_, tokens)| tokens));
        if self.values.len() > at {
            self.widen_last(end);
        }
        self.join_years_and_months(at);
        Some(end)
    }

    /// "one year and six months" is one value: 18 months.
    fn join_years_and_months(&mut self, first: usize) {
        let [.., years, months] = &self.values[..] else { return };
        let between = months.span.start.saturating_sub(years.span.end) <= " and ".len();
        let are_numbers = years.kind == ValueKind::Number && months.kind == ValueKind::Number;
        let adjacent = self.values.len() == first + 1 && between && are_numbers;
        let Some(joined) = Value::years_and_months(years, months).filter(|_| adjacent) else { return };
        self.values.truncate(first - 1);
        self.values.push(joined);
    }

    /// `lead` tokens before the first number belong to it: its currency.
    fn numbers(&mut self, group: &EnglishGroup, unit: Option<Unit>, lead: usize) {
        let (_, last) = group.numerals[group.numerals.len() - 1];
        let mut lead = lead;
        for &(start, numeral) in &group.numerals {
            let first = self.values.len();
            self.number(start, std::mem::take(&mut lead), &numeral, unit);
            // "2 to 3 million": both are millions.
            if numeral.scale == 0 && last.scale > 0 {
                for value in &mut self.values[first..] {
                    value.otherwise = Some(value.amount.shifted(last.scale));
                    value.certainty = value.certainty.min(Certainty::Weak);
                }
            }
        }
    }

    fn number(&mut self, start: usize, lead: usize, numeral: &EnglishNumeral, unit: Option<Unit>) {
        let year = self.bare_year(start).filter(|_| unit.is_none() && numeral.end == start + 1);
        if let Some(year) = year {
            self.push_date(CalendarDate::of_year(year), start, numeral.end, Certainty::Strong);
            return;
        }
        // "12 other countries" counts what the other language may count with the rest; "$12,000 more" is a sum.
        let is_money = unit.is_some_and(|unit| matches!(unit.dimension, Dimension::Money(_)));
        let others = !is_money
            && (numeral.end..numeral.end + 2)
                .any(|at| matches!(self.tokens.word(at), "other" | "others" | "more" | "additional"));
        let is_name = numeral.in_words && self.is_in_name(start, numeral.end);
        let certainty = if others || is_name { Certainty::Faint } else { certainty(numeral, unit) };
        let labelled = self.is_labelled(start) && unit.is_none();
        let kind = if labelled { ValueKind::Ordinal } else { ValueKind::Number };
        let and_more = self.tokens.word(numeral.end + 1) == "odd" || self.tokens.word(numeral.end) == "odd";
        let letter = self.tokens.word(numeral.end - 1) == "m";
        let in_dollars = is_money && self.says_dollars(start, numeral.end);
        let value = self.push(kind, numeral.amount, start - lead, numeral.end, certainty);
        // 1.83m is a height as well.
        value.otherwise = letter.then(|| numeral.amount.shifted(-6));
        value.precision = match () {
            () if and_more => Precision::AndMore,
            // "four decades" are rarely just forty years.
            () if unit == Some(Unit::sized(Dimension::Months, 120.0)) => Precision::AndMore,
            () if numeral.vague => Precision::About,
            () => Precision::Exact,
        };
        value.scaled = numeral.scale > 0;
        value.unit = unit.unwrap_or(Unit::NONE);
        value.in_dollars = in_dollars;
        value.classified = true;
    }
}

fn certainty(numeral: &EnglishNumeral, unit: Option<Unit>) -> Certainty {
    let is_one = numeral.amount == Amount::from(1);
    if numeral.vague || numeral.in_words && (is_one || numeral.amount.is_zero()) {
        return Certainty::Faint;
    }
    let is_long = if numeral.in_words { numeral.amount.to_f64() > 20.0 } else { numeral.length >= 2 };
    let compares = unit.is_none_or(|unit| !matches!(unit.dimension, Dimension::Customary | Dimension::Multiple));
    if (is_long || numeral.scale > 0) && compares { Certainty::Strong } else { Certainty::Weak }
}

/// Words that end the phrase of a number.
fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "of" | "and"
            | "or"
            | "to"
            | "in"
            | "for"
            | "from"
            | "on"
            | "at"
            | "by"
            | "with"
            | "than"
            | "as"
            | "is"
            | "was"
            | "the"
            | "a"
            | "an"
            | "per"
            | "that"
            | "this"
            | "last"
            | "next"
            | "were"
            | "are"
            | "when"
            | "after"
            | "over"
    )
}
