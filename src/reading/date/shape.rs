//! Shapes of dates, such as `n/n/n`, and which of their numbers is the year, the month and the day.

use super::DateForm;
use super::token::{DateNumber, DateToken};

/// A sequence of tokens that is a whole date.
pub struct DateShape {
    /// `n` a number, `D` one of eight digits, `M` a month's name, `R` 民國; everything else stands for itself.
    pub shape: &'static str,
    pub order: DateOrder,
    pub form: DateForm,
}

#[derive(Clone, Copy)]
pub enum DateOrder {
    /// Only numbers; their lengths and sizes tell.
    Numeric,
    YearMonthDay,
    MonthDayYear,
    /// The month's name stands between day and year, or year and day.
    Named,
    /// One number of eight digits, the year first.
    RunTogether,
}

const fn shape(shape: &'static str, order: DateOrder, form: DateForm) -> DateShape {
    DateShape { shape, order, form }
}

pub const SHAPES: &[DateShape] = &[
    shape("n/n/n", DateOrder::Numeric, DateForm::MonthFirst),
    shape("n-n-n", DateOrder::Numeric, DateForm::MonthFirst),
    shape("n.n.n", DateOrder::Numeric, DateForm::MonthFirst),
    shape("D", DateOrder::RunTogether, DateForm::YearFirst),
    shape("Mnn", DateOrder::MonthDayYear, DateForm::Words),
    shape("M-n-n", DateOrder::MonthDayYear, DateForm::Words),
    shape("nMn", DateOrder::Named, DateForm::Words),
    shape("n-M-n", DateOrder::Named, DateForm::Words),
    shape("n/M/n", DateOrder::Named, DateForm::Words),
    shape("n.Mn", DateOrder::Named, DateForm::Words),
    shape("n年n月n日", DateOrder::YearMonthDay, DateForm::Chinese),
    shape("n年n月n", DateOrder::YearMonthDay, DateForm::Chinese),
    shape("n月n日n年", DateOrder::MonthDayYear, DateForm::Chinese),
    shape("Rn年n月n日", DateOrder::YearMonthDay, DateForm::Minguo),
    shape("Rn年n月n", DateOrder::YearMonthDay, DateForm::Minguo),
    shape("Rn/n/n", DateOrder::YearMonthDay, DateForm::Minguo),
    shape("Rn-n-n", DateOrder::YearMonthDay, DateForm::Minguo),
    shape("Rn.n.n", DateOrder::YearMonthDay, DateForm::Minguo),
];

/// Shapes of incomplete dates, without 民國; the empty one is a weekday alone.
pub const PARTIAL: &[&str] = &[
    "", "n", "M", "Mn", "nM", "n-M", "M-n", "n/n", "n-n", "n.n", "n/", "n/n/", "n-", "n-n-", "n年", "n月", "n日",
    "n年n月", "n月n日", "n月n", "n年M", "Mn日",
];

/// The shape of a value, and its numbers.
pub struct DateParts {
    pub shape: String,
    /// A month's name is a number too.
    pub numbers: Vec<DateNumber>,
    /// Days since Monday.
    pub weekday: Option<i8>,
}

impl DateParts {
    pub fn of(tokens: &[DateToken]) -> DateParts {
        let mut parts = DateParts { shape: String::new(), numbers: Vec::new(), weekday: None };
        for &token in tokens {
            match token {
                DateToken::Number(number) => {
                    parts.shape.push(match number.digits {
                        0..=4 => 'n',
                        8 => 'D',
                        _ => 'N',
                    });
                    parts.numbers.push(number);
                }
                DateToken::Month(value) => {
                    parts.shape.push('M');
                    parts.numbers.push(DateNumber { value, digits: 2 });
                }
                DateToken::Sign(sign) => parts.shape.push(sign),
                DateToken::Weekday(weekday) => parts.weekday = Some(weekday),
            }
        }
        parts
    }
}
