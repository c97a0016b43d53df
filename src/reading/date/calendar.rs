//! Days of the calendar from the numbers of a date, and whether there is a doubt.

use jiff::civil::Date;

use super::token::DateNumber;
use super::{DateForm, DateReading, WrittenDay};
use crate::reading::date_format::DateFormat;

/// Three numbers with the same separator between them.
pub fn numeric(a: DateNumber, b: DateNumber, c: DateNumber, slashes: bool, house: &DateFormat) -> DateReading {
    // A number beyond 31 at the front can only be a year.
    if a.digits >= 3 || (c.digits <= 2 && a.value > 31) {
        let form = if a.digits == 4 { DateForm::YearFirst } else { DateForm::Minguo };
        return match with_year(form, a, b, c) {
            DateReading::Day(day) => DateReading::Day(WrittenDay { certain: a.digits == 4, ..day }),
            reading => reading,
        };
    }
    let (month, day) = if house.is_day_first() { (b, a) } else { (a, b) };
    let read = with_year(DateForm::MonthFirst, c, month, day);
    if read != DateReading::NoSuchDate {
        // Slashes are the template's; with dots and dashes many put the day first.
        let settled = slashes && house.settles_slashes();
        let twofold = !settled && a.value != b.value && a.value <= 12 && b.value <= 12;
        return match read {
            DateReading::Day(day) => DateReading::Day(WrittenDay { certain: day.certain && !twofold, ..day }),
            reading => reading,
        };
    }
    match with_year(DateForm::MonthFirst, c, day, month) {
        DateReading::Day(WrittenDay { date, .. }) if house.is_day_first() => {
            DateReading::Day(WrittenDay { date, form: DateForm::MonthFirst, certain: false })
        }
        DateReading::Day(WrittenDay { date, .. }) => DateReading::DayFirst { date, day: date.day() },
        reading => reading,
    }
}

/// One number of eight digits.
pub fn run_together(form: DateForm, value: u32) -> DateReading {
    let two = |value| DateNumber { value, digits: 2 };
    let year = DateNumber { value: value / 10_000, digits: 4 };
    with_year(form, year, two(value / 100 % 100), two(value % 100))
}

/// A day whose parts are known.
pub fn with_year(form: DateForm, year: DateNumber, month: DateNumber, day: DateNumber) -> DateReading {
    let Some((year, certain)) = full_year(form, year) else {
        return DateReading::NotADate;
    };
    if month.digits > 2 || day.digits > 2 {
        return DateReading::NotADate;
    }
    let small = |number: DateNumber| i8::try_from(number.value).unwrap_or_default();
    match Date::new(year, small(month), small(day)) {
        Ok(date) if year > 0 => DateReading::Day(WrittenDay { date, form, certain }),
        _ => DateReading::NoSuchDate,
    }
}

/// Years between the two calendars: year 1 of the Republic is 1912.
const MINGUO: u32 = 1911;

/// The year, and whether there is no other reading.
fn full_year(form: DateForm, DateNumber { value, digits }: DateNumber) -> Option<(i16, bool)> {
    let (year, certain) = match (form, digits) {
        (DateForm::Minguo, 1..=3) => (value + MINGUO, true),
        (DateForm::Minguo, _) => return None,
        (_, 4) => (value, true),
        // Years of the Republic are written without 民國 as well.
        (DateForm::Chinese, 3) => (value + MINGUO, true),
        (DateForm::Chinese, 2) if value >= 70 => (value + MINGUO, false),
        (_, 2) if value >= 70 => (value + 1900, false),
        (_, 2) => (value + 2000, false),
        _ => return None,
    };
    Some((i16::try_from(year).ok()?, certain))
}
