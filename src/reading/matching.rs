//! Matching of the values of a Chinese text with those of an English one, and their contradictions.
//!
//! A value that only one side states is no fault: translators leave out and add. Two values contradict each other only
//! where both sides have one of the same kind that nothing answers.

use super::amount::Amount;
use super::value::{CalendarDate, Certainty, Dimension, Precision, Unit, Value, ValueKind};
use crate::language::{Both, Language};

/// The matched values of two texts, as indices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matching {
    pub pairs: Vec<Both<usize>>,
    /// Values that none of the other text answers.
    pub left: Both<Vec<usize>>,
}

/// Values beyond which a text is taken for a table and not compared.
const MOST_VALUES: usize = 120;

/// Matches equal values first, then those that may say the same.
pub fn matching(values: Both<&[Value]>) -> Matching {
    let Both { chinese, english } = values;
    if chinese.len().max(english.len()) > MOST_VALUES {
        return Matching::default();
    }
    let mut candidates = Vec::new();
    for (zh, c) in chinese.iter().enumerate() {
        for (en, e) in english.iter().enumerate() {
            let closeness = closeness(c, e);
            if closeness > 0 {
                let distance = (zh * english.len()).abs_diff(en * chinese.len());
                candidates.push((std::cmp::Reverse(closeness), distance, zh, en));
            }
        }
    }
    candidates.sort_unstable();
    let (mut zh_partner, mut en_partner) = (vec![None; chinese.len()], vec![None; english.len()]);
    let mut pairs = Vec::new();
    for (_, _, zh, en) in candidates {
        if zh_partner[zh].is_none() && en_partner[en].is_none() {
            (zh_partner[zh], en_partner[en]) = (Some(&english[en]), Some(&chinese[zh]));
            pairs.push(Both::new(zh, en));
        }
    }
    pairs.sort_unstable();
    let partners = Both::new(zh_partner, en_partner);
    let left = Both::from_fn(|language| {
        let other = language.other();
        unanswered(values[language], &partners[language], values[other], &partners[other])
    });
    Matching { pairs, left }
}

/// The values without a partner that no value of the other text answers a second time.
fn unanswered(own: &[Value], partners: &[Option<&Value>], other: &[Value], of_other: &[Option<&Value>]) -> Vec<usize> {
    let said_again = |value: &Value| {
        let mut answers = other.iter().zip(of_other);
        answers.any(|(answer, first)| repeats(value, answer, first.unwrap_or(value)))
    };
    (0..own.len()).filter(|&at| partners[at].is_none() && !said_again(&own[at])).collect()
}

/// How well two values match; 0 is not at all.
fn closeness(a: &Value, b: &Value) -> usize {
    if is_same(a, b) {
        return 10 + usize::from(a.certainty.min(b.certainty) as u8);
    }
    match (a.kind, b.kind) {
        (ValueKind::Date(a), ValueKind::Date(b)) if a.agrees(b) => a.compare(b).0,
        _ => usize::from(is_compatible(a, b)),
    }
}

/// Whether both are of one kind and one amount.
pub fn is_same(a: &Value, b: &Value) -> bool {
    match (a.kind, b.kind) {
        (ValueKind::Number, ValueKind::Number) => {
            a.unit.dimension == b.unit.dimension && near(a.in_base_units(), b.in_base_units())
        }
        (a_kind, b_kind) => a_kind == b_kind && a.amount == b.amount,
    }
}

/// Whether both may say the same thing.
pub fn is_compatible(a: &Value, b: &Value) -> bool {
    use ValueKind::{Century, Clock, Code, Date, Decade, Fraction, HalfYear, Number, Ordinal, Percent, Quarter};
    match (a.kind, b.kind) {
        (Date(a), Date(b)) => a.agrees(b),
        (Date(date), _) => date_says(date, b),
        (_, Date(date)) => date_says(date, a),
        (Decade, Decade | Number) | (Number, Decade) => {
            a.amount.whole().zip(b.amount.whole()).is_some_and(|(a, b)| a % 100 == b % 100)
        }
        (Percent | Fraction, Percent | Fraction) => {
            // 三成 is often 28 percent or 33.
            let room = match (a.kind, b.kind) {
                (Percent, Percent) if a.is_approximate() || b.is_approximate() => 5.0,
                (Percent, Percent) => 0.01,
                _ => 1.0,
            };
            (a.amount.to_f64() - b.amount.to_f64()).abs() < room
        }
        (Percent | Fraction, Number) => {
            near(a.amount.to_f64(), b.amount.to_f64() * 100.0)
                || a.kind == Percent && a.certainty != Certainty::Strong && a.amount == b.amount
        }
        (Number, Percent | Fraction) => is_compatible(b, a),
        (Clock, Clock | Number) | (Number, Clock) => {
            let difference = (a.amount.to_f64() - b.amount.to_f64()).abs();
            difference == 0.0 || difference == 12.0
        }
        (Number, Number) => numbers_agree(a, b),
        (
            Number | Ordinal | Code | Century | Quarter | HalfYear,
            Number | Ordinal | Code | Century | Quarter | HalfYear,
        ) => a.amount == b.amount,
        _ => a.kind == b.kind && a.amount == b.amount,
    }
}

/// Whether another value says what a date does: 1990s and 1990, the 17th, 98年 and 2009.
fn date_says(date: super::value::CalendarDate, value: &Value) -> bool {
    let Some(whole) = value.amount.whole() else { return false };
    let year = date.year.map(u64::from);
    match value.kind {
        ValueKind::Decade => year.is_some_and(|year| year % 100 / 10 == whole % 100 / 10),
        ValueKind::Number | ValueKind::Ordinal | ValueKind::Code | ValueKind::Clock => {
            match (date.year, date.month, date.day) {
                (Some(_), None, None) => {
                    year == Some(whole) || year.is_some() && year == value.otherwise.and_then(Amount::whole)
                }
                (_, _, Some(day)) if date.month.is_none() || value.kind == ValueKind::Ordinal => {
                    u64::from(day) == whole
                }
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether two values that differ may still be meant for one: a date with another day or year, the digits of 31萬 in 3.1
/// million, a measure that was converted.
pub fn may_be_slip(a: &Value, b: &Value) -> bool {
    let is_converted = |a: &Value, b: &Value| a.unit.dimension == Dimension::Customary && is_measure(b);
    match (a.kind, b.kind) {
        (ValueKind::Date(a), ValueKind::Date(b)) => a.compare(b).0 > 0,
        (ValueKind::Number, ValueKind::Number) => {
            a.amount.significant_digits() > 1 && a.amount.has_digits_of(b.amount)
                || is_converted(a, b)
                || is_converted(b, a)
        }
        _ => false,
    }
}

/// Numbers of whatever unit with one amount, after conversion, or within what the coarser one leaves open.
fn numbers_agree(a: &Value, b: &Value) -> bool {
    if currencies_differ(a, b) || a.amount == b.amount && years_for_months(a, b) {
        return false;
    }
    let same_dimension = a.unit.dimension == b.unit.dimension;
    let ages = |a: &Value, b: &Value| {
        a.unit.dimension == Dimension::Age
            && b.unit.dimension == Dimension::Months
            && near(a.amount.to_f64() * 12.0, b.in_base_units())
    };
    a.amount == b.amount
        || same_dimension && near(a.in_base_units(), b.in_base_units())
        || ages(a, b)
        || ages(b, a)
        || (a.otherwise.is_some() || b.otherwise.is_some()) && otherwise_agrees(a, b)
        || holds(a, b)
        || holds(b, a)
        || factors_agree(a, b)
        || rounds_to(a, b)
        || rounds_to(b, a)
}

/// Whether both name a currency, and not the same: 人民幣 and $ in whichever country.
fn currencies_differ(a: &Value, b: &Value) -> bool {
    match (a.unit.dimension, b.unit.dimension) {
        (Dimension::Money(Some(own)), Dimension::Money(Some(other))) => own != other,
        (Dimension::Money(Some(own)), Dimension::Money(None)) => b.in_dollars && !own.is_dollar(),
        (Dimension::Money(None), Dimension::Money(Some(other))) => a.in_dollars && !other.is_dollar(),
        _ => false,
    }
}

/// 四個月 and four years.
fn years_for_months(a: &Value, b: &Value) -> bool {
    let is_months = |value: &Value, size| value.unit == Unit::sized(Dimension::Months, size) && value.classified;
    is_months(a, 1.0) && is_months(b, 12.0) || is_months(a, 12.0) && is_months(b, 1.0)
}

fn otherwise_agrees(a: &Value, b: &Value) -> bool {
    let readings = |value: &Value| [Some(value.amount), value.otherwise];
    readings(a).into_iter().flatten().any(|a| readings(b).into_iter().flatten().any(|b| a == b))
}

/// 五十多 holds 53, "about" what is near.
fn holds(vague: &Value, value: &Value) -> bool {
    if vague.precision == Precision::Exact {
        return false;
    }
    let alike = vague.unit.dimension == value.unit.dimension;
    let size = if alike { vague.unit.size } else { 1.0 };
    let (low, amount) =
        (vague.amount.to_f64() * size, if alike { value.in_base_units() } else { value.amount.to_f64() });
    match vague.precision {
        Precision::Exact => false,
        Precision::AndMore => (low..low + vague.amount.step() * size).contains(&amount),
        Precision::About => amount > 0.0 && (low / amount - 1.0).abs() < 0.05,
    }
}

/// 增加兩倍 is "tripled": one language counts what was there before, the other does not.
fn factors_agree(a: &Value, b: &Value) -> bool {
    let is_factor = |value: &Value| value.unit.dimension == Dimension::Multiple;
    (is_factor(a) || is_factor(b)) && (a.amount.to_f64() - b.amount.to_f64()).abs() <= 1.0
}

/// Whether `coarse`, written with a scale word, is `fine` rounded: 2.6萬 and 26,250. A number in full may also lose its
/// end: 93萬 and 939,000.
fn rounds_to(fine: &Value, coarse: &Value) -> bool {
    if !coarse.scaled {
        return false;
    }
    let (fine_digits, digits) = (fine.amount.significant_digits(), coarse.amount.significant_digits());
    let may_round = digits < fine_digits && fine.amount.to_f64() >= 1000.0;
    let is_close = digits >= 2 || (fine.amount.to_f64() / coarse.amount.to_f64() - 1.0).abs() < 0.051;
    let is_cut = !fine.scaled && fine.amount.cut(digits) == coarse.amount;
    may_round && is_close && (is_cut || fine.amount.rounded(digits) == coarse.amount)
}

/// Whether `value` only says again what `answer` says, which answers `first` already.
fn repeats(value: &Value, answer: &Value, first: &Value) -> bool {
    match (value.kind, answer.kind) {
        (ValueKind::Date(part), ValueKind::Date(whole)) => part.is_part_of(whole),
        (ValueKind::Date(date), ValueKind::Ordinal) | (ValueKind::Ordinal, ValueKind::Date(date))
            if date.month.is_some() =>
        {
            false
        }
        (ValueKind::Number, ValueKind::Ordinal) | (ValueKind::Ordinal, ValueKind::Number) => {
            value.is_strong() && is_compatible(value, answer)
        }
        (ValueKind::Number, ValueKind::Number) => {
            let (own, other) = (value.unit.dimension, first.unit.dimension);
            let alike = own == other || own == Dimension::Count || other == Dimension::Count;
            (alike || value.is_strong()) && is_compatible(value, answer)
        }
        _ => is_compatible(value, answer),
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Pairs of values, as indices, that contradict each other.
pub fn contradictions(values: Both<&[Value]>, matching: &Matching) -> Vec<Both<usize>> {
    let is_converted = |values: &[Value], at: usize| values[at].unit.dimension == Dimension::Customary;
    let converts = Language::ALL
        .iter()
        .any(|&language| matching.left[language].iter().any(|&at| is_converted(values[language], at)));
    let judged = |value: &Value| value.certainty > Certainty::Faint && !(converts && is_measure(value));
    let left = Both::from_fn(|language| {
        let left = matching.left[language].iter().map(|&at| (at, values[language][at]));
        left.filter(|(_, value)| judged(value)).collect()
    });
    let mut left = Left { values: left, found: Vec::new() };
    left.loose_parts(values, &matching.pairs);
    left.strong_dates();
    left.strong_amounts();
    left.lone_values();
    left.currencies();
    left.found.sort_unstable();
    left.found
}

/// Lengths, areas, weights and temperatures: translators convert them.
fn is_measure(value: &Value) -> bool {
    use Dimension::{Area, Customary, Length, Mass, Temperature};
    matches!(value.unit.dimension, Area | Customary | Length | Mass | Temperature)
}

/// The values that nothing answers.
struct Left {
    values: Both<Vec<(usize, Value)>>,
    found: Vec<Both<usize>>,
}

impl Left {
    /// Of dates that go together, the parts that only one side has and that stand nowhere on the other: the 2 of 2月26日
    /// and "the 26th". They may contradict one that is left.
    fn loose_parts(&mut self, values: Both<&[Value]>, pairs: &[Both<usize>]) {
        let mut loose = Both::from_fn(|language| -> Vec<(usize, Value)> {
            let (own, other) = (values[language], values[language.other()]);
            let of_pair = |pair: &Both<usize>| {
                let (at, answer) = (pair[language], pair[language.other()]);
                loose_parts(&own[at], &other[answer], other).map(move |value| (at, value))
            };
            pairs.iter().flat_map(of_pair).collect()
        });
        // A month is often said on one side only; a year seldom.
        if loose.chinese.is_empty() || loose.english.is_empty() {
            let is_year =
                |(_, value): &(usize, Value)| matches!(value.kind, ValueKind::Date(CalendarDate { year: Some(_), .. }));
            loose.as_mut().map(|loose| loose.retain(is_year));
        }
        self.values.as_mut().zip(loose).map(|(values, mut loose)| values.append(&mut loose));
    }

    fn take(&mut self, zh: usize, en: usize) {
        self.found.push(Both::new(self.values.chinese.remove(zh).0, self.values.english.remove(en).0));
    }

    /// The best pair of what is left, as indices into the values of each language.
    fn best(&self, score: impl Fn(&Value, &Value) -> Option<usize>) -> Option<(usize, usize)> {
        let mut best = None;
        for (i, (zh, c)) in self.values.chinese.iter().enumerate() {
            for (j, (en, e)) in self.values.english.iter().enumerate() {
                let Some(score) = score(c, e) else { continue };
                let rank = (score, std::cmp::Reverse(zh.abs_diff(*en)));
                if best.is_none_or(|(other, _)| rank > other) {
                    best = Some((rank, (i, j)));
                }
            }
        }
        best.map(|(_, pair)| pair)
    }

    /// Dates that share a part and differ in it; most alike first.
    fn strong_dates(&mut self) {
        let score = |c: &Value, e: &Value| match (c.kind, e.kind) {
            (ValueKind::Date(a), ValueKind::Date(b)) if c.is_strong() && e.is_strong() => {
                let (same, different) = a.compare(b);
                (different > 0).then_some(10 + same - different)
            }
            _ => None,
        };
        while let Some((zh, en)) = self.best(score) {
            self.take(zh, en);
        }
    }

    fn strong_amounts(&mut self) {
        let score = |c: &Value, e: &Value| {
            let comparable = c.is_strong() && e.is_strong() && is_comparable(c, e);
            let alike = [c.unit.dimension == e.unit.dimension, c.kind == e.kind, c.amount.has_digits_of(e.amount)];
            comparable.then(|| alike.into_iter().zip([1, 2, 4]).map(|(is_so, worth)| usize::from(is_so) * worth).sum())
        };
        while let Some((zh, en)) = self.best(score) {
            self.take(zh, en);
        }
    }

    /// Pairs one amount in two currencies. Where the amounts differ, it was converted.
    fn currencies(&mut self) {
        let score = |c: &Value, e: &Value| {
            let is_same_sum = c.is_strong() && e.is_strong() && c.amount == e.amount;
            (is_same_sum && currencies_differ(c, e)).then_some(1)
        };
        while let Some((zh, en)) = self.best(score) {
            self.take(zh, en);
        }
    }

    /// Values that are the only ones of their kind and unit on both sides.
    fn lone_values(&mut self) {
        let same_unit = |c: &Value, e: &Value| {
            let (own, other) = (c.unit.dimension, e.unit.dimension);
            let are_sums = matches!((own, other), (Dimension::Money(_), Dimension::Money(_)));
            is_comparable(c, e) && (are_sums || own == other && own != Dimension::Count)
        };
        let same_kind = |c: &Value, e: &Value| {
            let counted_alike = [c.unit.dimension, Dimension::Count].contains(&e.unit.dimension)
                || (c.unit.dimension, e.unit.dimension) == (Dimension::Count, Dimension::People);
            is_comparable(c, e) && c.kind == e.kind && counted_alike || same_date_part(c, e)
        };
        for comparable in [&same_unit as &dyn Fn(&Value, &Value) -> bool, &same_kind] {
            let Both { chinese, english } = &self.values;
            let lone = |zh: usize, en: usize| {
                let (c, e) = (&chinese[zh].1, &english[en].1);
                comparable(c, e)
                    && (c.kind == ValueKind::Percent || c.classified && e.classified)
                    && chinese.iter().filter(|(_, other)| comparable(other, e)).count() == 1
                    && english.iter().filter(|(_, other)| comparable(c, other)).count() == 1
            };
            let found = (0..chinese.len())
                .flat_map(|zh| (0..english.len()).map(move |en| (zh, en)))
                .find(|&(zh, en)| lone(zh, en));
            if let Some((zh, en)) = found {
                self.take(zh, en);
            }
        }
    }
}

fn loose_parts(value: &Value, answer: &Value, others: &[Value]) -> impl Iterator<Item = Value> {
    let date_of = |value: &Value| match value.kind {
        ValueKind::Date(date) => date,
        _ => CalendarDate::default(),
    };
    let (own, answer) = (date_of(value), date_of(answer));
    let said = move |part: CalendarDate| {
        part.is_part_of(answer)
            || others.iter().any(|other| part.is_part_of(date_of(other)) || is_compatible(&part_of(value, part), other))
    };
    let parts: Vec<Value> = own.parts().filter(|&part| !said(part)).map(|part| part_of(value, part)).collect();
    parts.into_iter()
}

fn part_of(value: &Value, part: CalendarDate) -> Value {
    Value { kind: ValueKind::Date(part), ..*value }
}

fn same_date_part(a: &Value, b: &Value) -> bool {
    match (a.kind, b.kind) {
        (ValueKind::Date(a), ValueKind::Date(b)) => a.compare(b).1 > 0,
        (ValueKind::Decade | ValueKind::Century | ValueKind::Quarter | ValueKind::HalfYear, _) => a.kind == b.kind,
        _ => false,
    }
}

/// Whether two amounts could be one that was mistyped.
fn is_comparable(a: &Value, b: &Value) -> bool {
    match (a.kind, b.kind) {
        (ValueKind::Number | ValueKind::Ordinal, ValueKind::Number | ValueKind::Ordinal) => {
            dimensions_meet(a.unit.dimension, b.unit.dimension) && !currencies_differ(a, b)
        }
        (ValueKind::Percent, ValueKind::Percent)
        | (ValueKind::Fraction, ValueKind::Fraction)
        | (ValueKind::Clock, ValueKind::Clock) => true,
        _ => false,
    }
}

fn dimensions_meet(a: Dimension, b: Dimension) -> bool {
    match (a, b) {
        (Dimension::Money(a), Dimension::Money(b)) => a.is_none() || b.is_none() || a == b,
        (Dimension::Customary, _) | (_, Dimension::Customary) => false,
        (Dimension::Count, _) | (_, Dimension::Count) => true,
        _ => a == b,
    }
}
