//! A value that prose states: what kind, how much, of what, where, and how sure the reading is.

use super::amount::Amount;
pub use crate::lexicon::{Currency, Dimension, Unit};
use crate::text::Span;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    pub kind: ValueKind,
    /// 1990 of 1990s, 3 of 第三季; of a date, its most specific part.
    pub amount: Amount,
    pub unit: Unit,
    /// In bytes of the text that was read.
    pub span: Span,
    pub certainty: Certainty,
    pub precision: Precision,
    /// The other reading: the 2 of "2 to 3 million" may be two or two million.
    pub otherwise: Option<Amount>,
    /// Whether it has a scale word (萬, million), so that it may be rounded.
    pub scaled: bool,
    /// Whether it is in dollars of any country: no yuan, yen, euros or pounds.
    pub in_dollars: bool,
    /// Whether a word beside it tells what is counted: 三個, three countries.
    pub classified: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueKind {
    Number,
    /// Hundredths; 三成 and basis points too.
    Percent,
    /// The amount is in hundredths as well: 三分之二 is 66.67.
    Fraction,
    Ordinal,
    Date(CalendarDate),
    /// 90 or 1990.
    Decade,
    Century,
    Quarter,
    /// 上半年, the second half of the year.
    HalfYear,
    /// Hours of a clock.
    Clock,
    /// A number that is a name: 九二一, 二二八.
    Code,
}

/// A date as far as it is stated: at least one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct CalendarDate {
    pub year: Option<u16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Matches a value on the other side but is never missed itself: 一個, both, half.
    Faint,
    /// Small numbers, ordinals: often rephrased in translation.
    Weak,
    Strong,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    Exact,
    /// 近五十, nearly 50, about 50.
    About,
    /// 五十多, fifty-odd: that much and some more.
    AndMore,
}

impl ValueKind {
    /// Whether it says when rather than how much.
    pub fn is_date(self) -> bool {
        matches!(
            self,
            ValueKind::Date(_) | ValueKind::Decade | ValueKind::Century | ValueKind::Quarter | ValueKind::HalfYear
        )
    }
}

impl CalendarDate {
    pub fn of_year(year: u16) -> CalendarDate {
        CalendarDate { year: Some(year), ..CalendarDate::default() }
    }

    /// Three numbers as a day; `None` where they can be none.
    pub fn of_numbers(year: u64, month: u64, day: u64) -> Option<CalendarDate> {
        let fits = CalendarDate::is_year(year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        fits.then_some(CalendarDate { year: Some(year as u16), month: Some(month as u8), day: Some(day as u8) })
    }

    /// Whether prose may mean the number as a year.
    pub fn is_year(number: u64) -> bool {
        (1100..2200).contains(&number)
    }

    /// Whether the two share a part and differ in none.
    pub fn agrees(self, other: CalendarDate) -> bool {
        let (same, different) = self.compare(other);
        same > 0 && different == 0
    }

    /// Year, month and day, each alone.
    pub fn parts(self) -> impl Iterator<Item = CalendarDate> {
        let empty = CalendarDate::default();
        let year = self.year.map(|year| CalendarDate { year: Some(year), ..empty });
        let month = self.month.map(|month| CalendarDate { month: Some(month), ..empty });
        let day = self.day.map(|day| CalendarDate { day: Some(day), ..empty });
        [year, month, day].into_iter().flatten()
    }

    /// Number of parts in which the two agree and in which they differ.
    pub fn compare(self, other: CalendarDate) -> (usize, usize) {
        let parts = |date: CalendarDate| [date.year, date.month.map(u16::from), date.day.map(u16::from)];
        let both = parts(self).into_iter().zip(parts(other)).filter_map(|(a, b)| Some((a?, b?)));
        both.fold(
            (0, 0),
            |(same, different), (a, b)| if a == b { (same + 1, different) } else { (same, different + 1) },
        )
    }

    /// Whether `other` has all its parts.
    pub fn is_part_of(self, other: CalendarDate) -> bool {
        let within = |a: Option<u16>, b: Option<u16>| a.is_none() || a == b;
        within(self.year, other.year)
            && within(self.month.map(u16::from), other.month.map(u16::from))
            && within(self.day.map(u16::from), other.day.map(u16::from))
    }
}

impl Value {
    pub fn new(kind: ValueKind, amount: Amount, span: Span, certainty: Certainty) -> Value {
        Value {
            kind,
            amount,
            unit: Unit::NONE,
            span,
            certainty,
            precision: Precision::Exact,
            otherwise: None,
            scaled: false,
            in_dollars: false,
            classified: false,
        }
    }

    pub fn date(date: CalendarDate, span: Span, certainty: Certainty) -> Value {
        let special = date.day.map(u64::from).or(date.month.map(u64::from)).or(date.year.map(u64::from));
        Value::new(ValueKind::Date(date), Amount::from(special.unwrap_or_default()), span, certainty)
    }

    /// Years and the months behind them as one value: 18 months of 一年六個月; none of other values.
    pub fn years_and_months(years: &Value, months: &Value) -> Option<Value> {
        let is_months = |value: &Value, size| value.unit == Unit::sized(Dimension::Months, size);
        let whole = years.amount.whole().filter(|_| is_months(years, 12.0) && is_months(months, 1.0))?;
        let amount = Amount::from(whole).times(12).plus(months.amount);
        Some(Value { amount, span: years.span.cover(months.span), otherwise: Some(months.amount), ..*months })
    }

    /// Whether it must be taken as rounded or vague.
    pub fn is_approximate(&self) -> bool {
        self.precision != Precision::Exact
    }

    pub fn is_strong(&self) -> bool {
        self.certainty == Certainty::Strong
    }

    /// The amount in base units of its dimension.
    pub fn in_base_units(&self) -> f64 {
        self.amount.to_f64() * self.unit.size
    }
}
