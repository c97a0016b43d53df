//! What a date's tokens come to: a shape such as `n/n/n`, and which of its numbers is the year, the month and the day.

use super::Form;
use super::token::{Number, Token};

/// A sequence of tokens that is a whole date.
pub struct Shape {
    /// `n` a number, `D` one of eight digits, `M` a month's name, `R` 民國; everything else stands for itself.
    pub shape: &'static str,
    pub order: Order,
    pub form: Form,
}

#[derive(Clone, Copy)]
pub enum Order {
    /// Only numbers: their lengths and sizes tell.
    Numeric,
    YearMonthDay,
    MonthDayYear,
    /// The month's name stands between day and year, or year and day.
    Named,
    /// One number of eight digits, the year first.
    RunTogether,
}

const fn shape(shape: &'static str, order: Order, form: Form) -> Shape {
    Shape { shape, order, form }
}

pub const SHAPES: &[Shape] = &[
    shape("n/n/n", Order::Numeric, Form::MonthFirst),
    shape("n-n-n", Order::Numeric, Form::MonthFirst),
    shape("n.n.n", Order::Numeric, Form::MonthFirst),
    shape("D", Order::RunTogether, Form::YearFirst),
    shape("Mnn", Order::MonthDayYear, Form::Words),
    shape("M-n-n", Order::MonthDayYear, Form::Words),
    shape("nMn", Order::Named, Form::Words),
    shape("n-M-n", Order::Named, Form::Words),
    shape("n/M/n", Order::Named, Form::Words),
    shape("n.Mn", Order::Named, Form::Words),
    shape("n年n月n日", Order::YearMonthDay, Form::Chinese),
    shape("n年n月n", Order::YearMonthDay, Form::Chinese),
    shape("n月n日n年", Order::MonthDayYear, Form::Chinese),
    shape("Rn年n月n日", Order::YearMonthDay, Form::Minguo),
    shape("Rn年n月n", Order::YearMonthDay, Form::Minguo),
    shape("Rn/n/n", Order::YearMonthDay, Form::Minguo),
    shape("Rn-n-n", Order::YearMonthDay, Form::Minguo),
    shape("Rn.n.n", Order::YearMonthDay, Form::Minguo),
];

/// Shapes that lack something, 民國 left out; a weekday alone leaves nothing.
pub const PARTIAL: &[&str] = &[
    "", "n", "M", "Mn", "nM", "n-M", "M-n", "n/n", "n-n", "n.n", "n/", "n/n/", "n-", "n-n-", "n年", "n月", "n日",
    "n年n月", "n月n日", "n月n", "n年M", "Mn日",
];

/// What a value's tokens come to.
pub struct Parts {
    pub shape: String,
    /// A month's name is a number too.
    pub numbers: Vec<Number>,
    /// Days since Monday.
    pub weekday: Option<i8>,
}

impl Parts {
    pub fn of(tokens: &[Token]) -> Parts {
        let mut parts = Parts { shape: String::new(), numbers: Vec::new(), weekday: None };
        for &token in tokens {
            match token {
                Token::Number(number) => {
                    parts.shape.push(match number.digits {
                        0..=4 => 'n',
                        8 => 'D',
                        _ => 'N',
                    });
                    parts.numbers.push(number);
                }
                Token::Month(value) => {
                    parts.shape.push('M');
                    parts.numbers.push(Number { value, digits: 2 });
                }
                Token::Sign(sign) => parts.shape.push(sign),
                Token::Weekday(weekday) => parts.weekday = Some(weekday),
            }
        }
        parts
    }
}
