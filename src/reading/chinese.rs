//! Values in Chinese prose.
//!
//! The text is walked once. Where a number may begin, numerals are gathered as far as 至, ～ or 、 join them, and the
//! word behind the last one says what all of them are.

mod amounts;
mod dates;
mod idioms;
mod shares;
mod words;

use super::amount::Amount;
use super::characters::Characters;
use super::chinese_numeral::{self as numeral, ChineseNumeral, Script};
use super::value::{CalendarDate, Certainty, Dimension, Precision, Unit, Value, ValueKind};
use crate::lexicon::currencies;
use words::Suffix;

/// The values of `text` in order of place.
pub fn values(text: &str) -> Vec<Value> {
    let mut reader = ChineseReader { text: Characters::of(text), values: Vec::new() };
    let mut at = 0;
    while at < reader.text.len() {
        at = reader.step(at);
    }
    reader.values
}

struct ChineseReader {
    text: Characters,
    values: Vec<Value>,
}

/// Numerals that share the word behind them: 5至7, 2017、2018.
struct ChineseGroup {
    numerals: Vec<(usize, ChineseNumeral)>,
    /// Behind the last one and its blanks.
    end: usize,
}

impl ChineseReader {
    /// Reads from `at` and returns the index to go on from, always greater than `at`.
    fn step(&mut self, at: usize) -> usize {
        let c = self.text.at(at);
        if c.is_ascii_alphabetic() {
            return self.latin(at);
        }
        let starts = matches!(c, '第' | '民' | '上' | '下' | '半' | '過' | '前' | '公' | '數' | '幾' | '雙' | '萬');
        if !starts && !numeral::begins(c) {
            return at + 1;
        }
        (idioms::ending(&self.text, at))
            .or_else(|| self.fixed_phrase(at))
            .or_else(|| self.vague(at))
            .or_else(|| self.name(at))
            .or_else(|| self.ordinal(at))
            .or_else(|| self.hundredths(at))
            .or_else(|| self.list_number(at))
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.years_of_the_republic(at))
            .or_else(|| self.thousands_with_pause(at))
            .or_else(|| self.group(at))
            .unwrap_or(at + 1)
    }

    fn push(&mut self, kind: ValueKind, amount: Amount, start: usize, end: usize, certainty: Certainty) -> &mut Value {
        self.values.push(Value::new(kind, amount, self.text.span(start, end), certainty));
        let last = self.values.len() - 1;
        &mut self.values[last]
    }

    fn push_date(&mut self, date: CalendarDate, start: usize, end: usize, certainty: Certainty) {
        self.values.push(Value::date(date, self.text.span(start, end), certainty));
    }

    /// A Latin word is passed over together with its number: F-16, G20, 5G; but the sum behind a currency is read.
    fn latin(&self, at: usize) -> usize {
        let end = self.text.skip(at, |c| c.is_ascii_alphabetic());
        let is_code = |code: &&str| end - at == code.len() && self.text.starts_with(at, code);
        let is_currency = currencies().all().iter().flat_map(|named| &named.codes).any(is_code);
        if is_currency {
            return end;
        }
        let digits = end + usize::from(self.text.at(end) == '-');
        if self.text.at(digits).is_ascii_digit() {
            self.text.skip(digits, |c| c.is_ascii_alphanumeric() || c == '-')
        } else {
            end
        }
    }

    /// 上半年, 半年, 半數 and others that hold no numeral.
    fn fixed_phrase(&mut self, at: usize) -> Option<usize> {
        let (words, kind, amount, unit, certainty) =
            PHRASES.iter().find(|(words, ..)| self.text.starts_with(at, words))?;
        let end = at + words.chars().count();
        let value = self.push(*kind, *amount, at, end, *certainty);
        value.unit = *unit;
        value.precision = Precision::About;
        Some(end)
    }

    /// 數十萬 and 幾百 state no number.
    fn vague(&self, at: usize) -> Option<usize> {
        if !matches!(self.text.at(at), '數' | '幾') {
            return None;
        }
        let end = self.text.skip(at + 1, |c| matches!(c, '十' | '百' | '千' | '萬' | '億' | '兆' | '個'));
        Some(end.max(at + 1))
    }

    /// 雙11, 8·11 and 3·15 are days that became names.
    fn name(&self, at: usize) -> Option<usize> {
        let start = at + usize::from(self.text.at(at) == '雙');
        let end = self.text.skip(start, |c| c.is_ascii_digit());
        let dotted = matches!(self.text.at(end), '·' | '‧' | '•') && self.text.at(end + 1).is_ascii_digit();
        if end == start || !dotted && start == at {
            return None;
        }
        Some(self.text.skip(end, |c| c.is_ascii_digit() || matches!(c, '·' | '‧' | '•')))
    }

    /// 第三, 第25屆, 第一季.
    fn ordinal(&mut self, at: usize) -> Option<usize> {
        if self.text.at(at) != '第' {
            return None;
        }
        let start = self.text.skip_blanks(at + 1);
        let numeral = numeral::read(&self.text, start)?;
        let behind = self.text.skip_blanks(numeral.end);
        let (kind, end) = match words::suffix(&self.text, behind) {
            Some((Suffix::Quarter, end)) => (ValueKind::Quarter, end),
            Some((Suffix::Of, _)) => return None,
            _ => (ValueKind::Ordinal, numeral.end),
        };
        let certainty =
            if numeral.length >= 2 && numeral.script == Script::Arabic { Certainty::Strong } else { Certainty::Weak };
        self.push(kind, numeral.amount, at, end, certainty).classified = true;
        Some(end)
    }

    /// `1.`, `二、` and `(3)` where a sentence begins number it.
    fn list_number(&self, at: usize) -> Option<usize> {
        let before = self.text.before(at);
        let numeral = numeral::read(&self.text, at)?;
        let is_short = numeral.end - at <= 2 && numeral.scale == 0;
        let mark = self.text.at(numeral.end);
        let opens = matches!(before, '\0' | '。' | '；' | ';' | '\n' | ':');
        let in_brackets = before == '(' && mark == ')';
        let numbered = opens && (mark == '、' || mark == '.' && !self.text.at(numeral.end + 1).is_ascii_digit());
        let goes_on = mark == '、' && numeral::begins(self.text.at(numeral.end + 1));
        (is_short && (in_brackets || numbered && !goes_on)).then_some(numeral.end + 1)
    }

    /// 二、七○○ is how statutes write 2,700.
    fn thousands_with_pause(&mut self, at: usize) -> Option<usize> {
        let is_digit = |c| numeral::digit(c).is_some();
        let pause = self.text.skip(at, is_digit);
        let end = self.text.skip(pause + 1, is_digit);
        if pause == at || pause > at + 3 || self.text.at(pause) != '、' || end != pause + 4 {
            return None;
        }
        let digits = (at..end).filter_map(|at| numeral::digit(self.text.at(at)));
        let amount = Amount::from_digits(digits, std::iter::empty());
        self.push(ValueKind::Number, amount, at, end, Certainty::Strong);
        Some(end)
    }

    fn group(&mut self, at: usize) -> Option<usize> {
        let mut group = self.gather(at)?;
        complete_ranges(&mut group);
        let (first, last) = (group.numerals[0], group.numerals[group.numerals.len() - 1]);
        let glued_to_latin = self.text.at(last.1.end).is_ascii_alphabetic() && last.1.script == Script::Arabic;
        if glued_to_latin {
            return Some(self.with_latin_unit(&group));
        }
        let Some((suffix, end)) = words::suffix(&self.text, group.end) else {
            self.numbers(&group, None);
            return Some(last.1.end);
        };
        Some(match suffix {
            Suffix::Percent(places) => self.percent(&group, places, end),
            Suffix::Tenths => self.tenths(&group, end),
            Suffix::Of => self.fraction(first, &last.1, end),
            Suffix::Year => self.year(&group, end),
            Suffix::Month => self.month(&group, end),
            Suffix::Day => self.day(&group, end),
            Suffix::Decade => self.each(&group, ValueKind::Decade, Certainty::Weak, end),
            Suffix::Century => self.each(&group, ValueKind::Century, Certainty::Weak, end),
            Suffix::Quarter => self.each(&group, ValueKind::Quarter, Certainty::Weak, end),
            Suffix::Ordinal => self.each(&group, ValueKind::Ordinal, Certainty::Weak, end),
            Suffix::Name => self.each(&group, ValueKind::Code, Certainty::Faint, end),
            Suffix::TenYearsOfAge => self.years_of_age(&group, end),
            Suffix::Clock => self.clock(&group, end),
            Suffix::Unit(_) if self.text.at(group.end) == '個' && self.text.at(end) == '半' => {
                self.and_a_half(&group, end + 1)
            }
            Suffix::Unit(unit) => self.measured(&group, unit, end),
        })
    }

    /// Numerals from `at` on, as far as something joins them.
    fn gather(&self, at: usize) -> Option<ChineseGroup> {
        let first = numeral::read(&self.text, at)?;
        let mut group = ChineseGroup { numerals: vec![(at, first)], end: self.text.skip_blanks(first.end) };
        while let Some(start) = self.joined(&group) {
            let Some(next) = numeral::read(&self.text, start) else { break };
            group.numerals.push((start, next));
            group.end = self.text.skip_blanks(next.end);
        }
        Some(group)
    }

    /// Where the next numeral of a group may begin: behind a mark or word that says "to", "and" or "or".
    fn joined(&self, group: &ChineseGroup) -> Option<usize> {
        let at = group.end;
        let mark = match self.text.at(at) {
            '至' | '到' | '~' | '-' | '—' | '、' | '或' | '及' | '和' | '與' | '跟' | '/' => at + 1,
            _ => return None,
        };
        let start = self.text.skip_blanks(mark + usize::from(self.text.at(mark) == '—'));
        let c = self.text.at(start);
        (numeral::begins(c) && idioms::ending(&self.text, start).is_none()).then_some(start)
    }

    /// Extends the last value's place to `end`, over its unit.
    fn widen_last(&mut self, end: usize) -> usize {
        if let Some(last) = self.values.last_mut() {
            last.span.end = self.text.span(end, end).end.max(last.span.start);
        }
        end
    }

    fn each(&mut self, group: &ChineseGroup, kind: ValueKind, certainty: Certainty, end: usize) -> usize {
        for &(start, numeral) in &group.numerals {
            let value = self.push(kind, numeral.amount, start, numeral.end, certainty);
            value.classified = true;
            value.precision = precision(&numeral);
        }
        self.widen_last(end)
    }

    fn years_of_age(&mut self, group: &ChineseGroup, end: usize) -> usize {
        for &(start, numeral) in &group.numerals {
            let value = self.push(ValueKind::Number, numeral.amount.shifted(1), start, numeral.end, Certainty::Faint);
            value.unit = Unit::of(Dimension::Age);
            value.precision = Precision::About;
        }
        end
    }
}

/// Completes ranges in which one numeral leaves out a part of the other: 三、四十 is 30 to 40, 三十七、八 is 37 to 38.
fn complete_ranges(group: &mut ChineseGroup) {
    for at in 1..group.numerals.len() {
        let (first, second) = (group.numerals[at - 1].1, group.numerals[at].1);
        let is_digit =
            |numeral: &ChineseNumeral| numeral.script == Script::Places && numeral.length == 1 && numeral.scale == 0;
        let is_larger = |numeral: &ChineseNumeral| numeral.script == Script::Chinese && numeral.upper.is_none();
        let (low, high) = (first.amount, second.amount);
        let follows = |low: u64, high: u64| high == low + 1 || (low, high) == (3, 5);
        let whole = |amount: Amount| amount.whole().unwrap_or_default();
        if is_digit(&first) && is_larger(&second) && second.amount.significant_digits() == 1 {
            let places = whole(high).checked_ilog10().unwrap_or_default();
            group.numerals[at - 1].1.amount = low.shifted(places as i16);
        } else if is_larger(&first) && is_digit(&second) && follows(whole(low) % 10, whole(high)) {
            group.numerals[at].1.amount = Amount::from(whole(low) / 10 * 10).plus(high);
        } else {
            continue;
        }
        for (_, numeral) in &mut group.numerals[at - 1..=at] {
            numeral.upper = Some(numeral.amount);
        }
    }
}

/// Whether the digit before `at` begins a longer numeral: 三成五千人.
fn is_joined_han(text: &Characters, at: usize) -> bool {
    matches!(text.at(at), '十' | '百' | '千' | '萬' | '億' | '個' | '名' | '人' | '年' | '月' | '項')
}

fn precision(numeral: &ChineseNumeral) -> Precision {
    if numeral.and_more { Precision::AndMore } else { Precision::Exact }
}

/// `above` of `below` in hundredths, to four digits.
fn ratio_in_hundredths(above: Amount, below: Amount) -> Amount {
    let ratio = above.to_f64() / below.to_f64() * 10_000.0;
    if ratio.is_finite() && ratio < 1e12 { Amount::new(ratio.round() as u64, -2) } else { Amount::default() }
}

/// The year in four digits. 一千 and 1,200 are none.
fn calendar_year(numeral: &ChineseNumeral) -> Option<u16> {
    let fits = numeral.length == 4 && numeral.scale == 0 && !numeral.and_more && numeral.script != Script::Chinese;
    let value = numeral.amount.whole().filter(|_| fits && !numeral.marked)?;
    CalendarDate::is_year(value).then_some(value as u16)
}

fn small(numeral: &ChineseNumeral, limit: u64) -> Option<u8> {
    let plain = numeral.scale == 0 && numeral.upper.is_none() && !numeral.and_more && !numeral.marked;
    numeral.amount.whole().filter(|value| plain && (1..=limit).contains(value)).map(|value| value as u8)
}

type Phrase = (&'static str, ValueKind, Amount, Unit, Certainty);

const fn phrase(words: &'static str, kind: ValueKind, amount: Amount, unit: Unit) -> Phrase {
    (words, kind, amount, unit, Certainty::Faint)
}

/// Phrases without a numeral; of those that begin alike, the longest stands first.
static PHRASES: std::sync::LazyLock<Vec<Phrase>> = std::sync::LazyLock::new(|| {
    let months = |size| Unit::sized(Dimension::Months, size);
    let half = Amount::new(5, -1);
    vec![
        phrase("上半年", ValueKind::HalfYear, Amount::from(1), Unit::NONE),
        phrase("前半年", ValueKind::HalfYear, Amount::from(1), Unit::NONE),
        phrase("下半年", ValueKind::HalfYear, Amount::from(2), Unit::NONE),
        phrase("半年", ValueKind::Number, half, months(12.0)),
        phrase("半個月", ValueKind::Number, half, months(1.0)),
        phrase("半小時", ValueKind::Number, half, Unit::sized(Dimension::Time, 3600.0)),
        phrase("半個小時", ValueKind::Number, half, Unit::sized(Dimension::Time, 3600.0)),
        phrase("過半", ValueKind::Fraction, Amount::from(50), Unit::NONE),
        phrase("半數", ValueKind::Fraction, Amount::from(50), Unit::NONE),
        phrase("一半", ValueKind::Fraction, Amount::from(50), Unit::NONE),
        phrase("百分百", ValueKind::Percent, Amount::from(100), Unit::NONE),
        phrase("雙方", ValueKind::Number, Amount::from(2), Unit::NONE),
        phrase("雙重", ValueKind::Number, Amount::from(2), Unit::NONE),
    ]
});

/// Words before an hour.
const PARTS_OF_DAY: &[&str] = &["上午", "下午", "晚上", "凌晨", "清晨", "中午", "晚間", "傍晚", "早上", "深夜", "午夜"];
