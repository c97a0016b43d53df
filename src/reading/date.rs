//! A date value, in every form that editors type, read as a day of the calendar.
//!
//! The value becomes tokens, the tokens a shape such as `n/n/n` or `n年n月n日`, and a table says which number of a
//! shape is the year, the month and the day.

mod calendar;
mod chinese;
mod lexer;
mod shape;
mod token;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::date_format::DateFormat;
use crate::text::is_blank;
use shape::{DateOrder, DateParts, PARTIAL, SHAPES};

/// The meaning of a date value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateReading {
    /// A day that exists.
    Day(WrittenDay),
    /// Day, month, year, where `day` can be no month: 17/04/2025.
    DayFirst {
        date: Date,
        day: i8,
    },
    /// 02/30/2025, 13/13/2025.
    NoSuchDate,
    /// Day, month or year is lacking: 4月17日, April 2025, 2025.
    Incomplete,
    NotADate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDay {
    pub date: Date,
    pub form: DateForm,
    /// Whether there is no other reading. A year of two digits, 114/04/17 or a weekday that does not fit leaves a
    /// doubt.
    pub certain: bool,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// Exactly as the house writes dates: 04/17/2025.
    Canonical,
    /// 4/17/2025, 04-17-25.
    MonthFirst,
    /// 2025-04-17, 20250417.
    YearFirst,
    /// April 17, 2025.
    Words,
    /// 2025年4月17日.
    Chinese,
    /// 民國114年4月17日, 114/04/17.
    Minguo,
}

impl DateReading {
    /// The day that is most likely meant.
    pub fn date(self) -> Option<Date> {
        match self {
            DateReading::Day(WrittenDay { date, .. }) | DateReading::DayFirst { date, .. } => Some(date),
            DateReading::NoSuchDate | DateReading::Incomplete | DateReading::NotADate => None,
        }
    }
}

/// Characters beyond which a value is no date.
const LONGEST: usize = 80;

/// Reads a whole value for a house that writes dates in `house`; blanks round it do not matter.
pub fn read(value: &str, house: &DateFormat) -> DateReading {
    let visible: String = value.chars().filter(|&c| !is_invisible(c)).collect();
    let visible = visible.trim_matches(is_blank);
    if visible.chars().nth(LONGEST).is_some() {
        return DateReading::NotADate;
    }
    if let Some(date) = house.read(visible) {
        return DateReading::Day(WrittenDay { date, form: DateForm::Canonical, certain: true });
    }
    let Some(tokens) = lexer::tokens(visible) else {
        return DateReading::NotADate;
    };
    let DateParts { shape, numbers, weekday } = DateParts::of(&tokens);
    let Some(row) = SHAPES.iter().find(|row| row.shape == shape) else {
        let is_partial = shape.contains(token::UNKNOWN) || PARTIAL.contains(&shape.trim_start_matches('R'));
        return if is_partial && !tokens.is_empty() { DateReading::Incomplete } else { DateReading::NotADate };
    };
    let reading = match (row.order, &numbers[..]) {
        (DateOrder::Numeric, &[a, b, c]) => calendar::numeric(a, b, c, shape.contains('/'), house),
        (DateOrder::YearMonthDay, &[y, m, d]) => calendar::with_year(row.form, y, m, d),
        (DateOrder::MonthDayYear, &[m, d, y]) => calendar::with_year(row.form, y, m, d),
        (DateOrder::Named, &[y, m, d]) if y.digits == 4 => calendar::with_year(row.form, y, m, d),
        (DateOrder::Named, &[d, m, y]) => calendar::with_year(row.form, y, m, d),
        (DateOrder::RunTogether, &[number]) => calendar::run_together(row.form, number.value),
        _ => DateReading::NotADate,
    };
    match reading {
        DateReading::Day(day) => {
            let fits = weekday.is_none_or(|weekday| weekday == day.date.weekday().to_monday_zero_offset());
            DateReading::Day(WrittenDay { certain: day.certain && fits, ..day })
        }
        reading => reading,
    }
}

/// Marks without a width, which pasted values carry; `text/invisible` reports them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}
