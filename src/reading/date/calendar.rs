//! From the numbers of a date to a day of the calendar, and whether there is a doubt.

use jiff::civil::Date;

use super::token::Number;
use super::{Day, Form, Reading};
use crate::reading::date_format::DateFormat;

/// Three numbers with the same separator between them.
pub fn numeric(a: Number, b: Number, c: Number, slashes: bool, house: &DateFormat) -> Reading {
    // A number beyond 31 at the front can only be a year.
    if a.digits >= 3 || (c.digits <= 2 && a.value > 31) {
        let form = if a.digits == 4 { Form::YearFirst } else { Form::Minguo };
        return match with_year(form, a, b, c) {
            Reading::Day(day) => Reading::Day(Day { certain: a.digits == 4, ..day }),
            reading => reading,
        };
    }
    let (month, day) = if house.is_day_first() { (b, a) } else { (a, b) };
    let read = with_year(Form::MonthFirst, c, month, day);
    if read != Reading::NoSuchDate {
        // Slashes are the template's; with dots and dashes many put the day first.
        let settled = slashes && house.settles_slashes();
        let twofold = !settled && a.value != b.value && a.value <= 12 && b.value <= 12;
        return match read {
            Reading::Day(day) => Reading::Day(Day { certain: day.certain && !twofold, ..day }),
            reading => reading,
        };
    }
    match with_year(Form::MonthFirst, c, day, month) {
        Reading::Day(Day { date, .. }) if house.is_day_first() => {
            Reading::Day(Day { date, form: Form::MonthFirst, certain: false })
        }
        Reading::Day(Day { date, .. }) => Reading::DayFirst { date, day: date.day() },
        reading => reading,
    }
}

/// One number of eight digits.
pub fn run_together(form: Form, value: u32) -> Reading {
    let two = |value| Number { value, digits: 2 };
    let year = Number { value: value / 10_000, digits: 4 };
    with_year(form, year, two(value / 100 % 100), two(value % 100))
}

/// A day whose parts are known.
pub fn with_year(form: Form, year: Number, month: Number, day: Number) -> Reading {
    let Some((year, certain)) = full_year(form, year) else {
        return Reading::NotADate;
    };
    if month.digits > 2 || day.digits > 2 {
        return Reading::NotADate;
    }
    let small = |number: Number| i8::try_from(number.value).unwrap_or_default();
    match Date::new(year, small(month), small(day)) {
        Ok(date) if year > 0 => Reading::Day(Day { date, form, certain }),
        _ => Reading::NoSuchDate,
    }
}

/// What must be added to a year of the Republic.
const MINGUO: u32 = 1911;

/// The year, and whether there is no other reading.
fn full_year(form: Form, Number { value, digits }: Number) -> Option<(i16, bool)> {
    let (year, certain) = match (form, digits) {
        (Form::Minguo, 1..=3) => (value + MINGUO, true),
        (Form::Minguo, _) => return None,
        (_, 4) => (value, true),
        // Years of the Republic are written without 民國 as well.
        (Form::Chinese, 3) => (value + MINGUO, true),
        (Form::Chinese, 2) if value >= 70 => (value + MINGUO, false),
        (_, 2) if value >= 70 => (value + 1900, false),
        (_, 2) => (value + 2000, false),
        _ => return None,
    };
    Some((i16::try_from(year).ok()?, certain))
}
