//! One date value, in every form that editors type, read as a day of the calendar.
//!
//! The value becomes tokens, the tokens a shape such as `n/n/n` or `n年n月n日`, and a table says which number of a
//! shape is the year, the month and the day.

use jiff::civil::Date;

use super::MONTHS;
use super::date_format::DateFormat;
use crate::text::{half_width, is_blank};

/// What a date value says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A day that exists.
    Day(Day),
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
pub struct Day {
    pub date: Date,
    pub form: Form,
    /// There is no other reading. A year of two digits, 114/04/17 or a weekday that does not fit leaves a doubt.
    pub certain: bool,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
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

impl Reading {
    /// The day that is most likely meant.
    pub fn date(self) -> Option<Date> {
        match self {
            Reading::Day(Day { date, .. }) | Reading::DayFirst { date, .. } => Some(date),
            Reading::NoSuchDate | Reading::Incomplete | Reading::NotADate => None,
        }
    }
}

/// A value of more characters is no date.
const LONGEST: usize = 80;

/// Reads a whole value for a house that writes dates in `house`; blanks round it do not matter.
pub fn read(value: &str, house: &DateFormat) -> Reading {
    let visible: String = value.chars().filter(|&c| !is_invisible(c)).collect();
    let visible = visible.trim_matches(is_blank);
    if visible.chars().nth(LONGEST).is_some() {
        return Reading::NotADate;
    }
    if let Some(date) = house.read(visible) {
        return Reading::Day(Day { date, form: Form::Canonical, certain: true });
    }
    let Some(tokens) = tokens(visible) else {
        return Reading::NotADate;
    };
    let Parts { shape, numbers, weekday } = parts(&tokens);
    let Some(row) = SHAPES.iter().find(|row| row.shape == shape) else {
        let is_partial = shape.contains(UNKNOWN) || PARTIAL.contains(&shape.trim_start_matches('R'));
        return if is_partial && !tokens.is_empty() { Reading::Incomplete } else { Reading::NotADate };
    };
    let reading = match (row.order, &numbers[..]) {
        (Order::Numeric, &[a, b, c]) => numeric(a, b, c, shape.contains('/'), house),
        (Order::YearMonthDay, &[y, m, d]) => with_year(row.form, y, m, d),
        (Order::MonthDayYear, &[m, d, y]) => with_year(row.form, y, m, d),
        (Order::Named, &[y, m, d]) if y.digits == 4 => with_year(row.form, y, m, d),
        (Order::Named, &[d, m, y]) => with_year(row.form, y, m, d),
        (Order::RunTogether, &[number]) => run_together(row.form, number.value),
        _ => Reading::NotADate,
    };
    match reading {
        Reading::Day(day) => {
            let fits = weekday.is_none_or(|weekday| weekday == day.date.weekday().to_monday_zero_offset());
            Reading::Day(Day { certain: day.certain && fits, ..day })
        }
        reading => reading,
    }
}

/// A sequence of tokens that is a whole date.
struct Shape {
    /// `n` a number, `D` one of eight digits, `M` a month's name, `R` 民國; everything else stands for itself.
    shape: &'static str,
    order: Order,
    form: Form,
}

#[derive(Clone, Copy)]
enum Order {
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

const SHAPES: &[Shape] = &[
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
const PARTIAL: &[&str] = &[
    "", "n", "M", "Mn", "nM", "n-M", "M-n", "n/n", "n-n", "n.n", "n/", "n/n/", "n-", "n-n-", "n年", "n月", "n日",
    "n年n月", "n月n日", "n月n", "n年M", "Mn日",
];

/// Stands in a shape for what is written but says no day: Spring, 年底, DD, ??.
const UNKNOWN: char = '?';

#[derive(Debug, Clone, Copy)]
enum Token {
    Number(Number),
    Month(u32),
    /// Days since Monday.
    Weekday(i8),
    /// A separator, 年月日, `R` or [`UNKNOWN`].
    Sign(char),
}

#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
}

struct Parts {
    shape: String,
    /// A month's name is a number too.
    numbers: Vec<Number>,
    weekday: Option<i8>,
}

fn parts(tokens: &[Token]) -> Parts {
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

/// Three numbers with the same separator between them.
fn numeric(a: Number, b: Number, c: Number, slashes: bool, house: &DateFormat) -> Reading {
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

fn run_together(form: Form, value: u32) -> Reading {
    let two = |value| Number { value, digits: 2 };
    let year = Number { value: value / 10_000, digits: 4 };
    with_year(form, year, two(value / 100 % 100), two(value % 100))
}

fn with_year(form: Form, year: Number, month: Number, day: Number) -> Reading {
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

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words that say when, but not on which day, and what templates put in a date's place.
const VAGUE_WORDS: &[&str] = &[
    "spring", "summer", "autumn", "fall", "winter", "early", "mid", "late", "q", "quarter", "mm", "m", "dd", "d",
    "yyyy", "yy", "xx", "xxxx",
];

/// Words that say nothing.
const SILENT_WORDS: &[&str] = &["of", "the", "on", "ad", "ce"];

/// Chinese words of a date: what they add to a shape; `_` nothing.
const CHINESE_WORDS: &[(&str, char)] = &[
    ("中華民國", 'R'),
    ("中华民国", 'R'),
    ("民國", 'R'),
    ("民国", 'R'),
    ("西元", '_'),
    ("公元", '_'),
    ("年底", UNKNOWN),
    ("年初", UNKNOWN),
    ("年", '年'),
    ("月底", UNKNOWN),
    ("月初", UNKNOWN),
    ("月", '月'),
    ("日", '日'),
    ("號", '日'),
    ("号", '日'),
    ("上旬", UNKNOWN),
    ("中旬", UNKNOWN),
    ("下旬", UNKNOWN),
    ("上半", UNKNOWN),
    ("下半", UNKNOWN),
    ("春", UNKNOWN),
    ("夏", UNKNOWN),
    ("秋", UNKNOWN),
    ("冬", UNKNOWN),
    ("季", UNKNOWN),
    ("第", '_'),
];

const WEEK: &[&str] = &["星期", "禮拜", "礼拜", "週", "周"];

/// The tokens of `text`; `None` where something stands in it that belongs to no date.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let text: String = text.chars().map(half_width).collect();
    let mut rest = text.trim_end_matches(|c| is_blank(c) || matches!(c, '.' | '。' | '、' | ',' | ';'));
    let mut tokens = Vec::new();
    while let Some(c) = rest.chars().next() {
        let (token, len) = match c {
            '0'..='9' => arabic(rest),
            'a'..='z' | 'A'..='Z' => word(rest)?,
            '(' => bracketed_weekday(rest).unwrap_or((None, 1)),
            ',' | ')' => (None, 1),
            _ if is_blank(c) => (None, c.len_utf8()),
            '/' | '.' | '-' | '?' => (Some(Token::Sign(c)), 1),
            '‐' | '‑' | '–' | '—' | '−' => (Some(Token::Sign('-')), c.len_utf8()),
            _ => weekday(rest).or_else(|| han_number(rest)).or_else(|| chinese_word(rest))?,
        };
        tokens.extend(token);
        rest = &rest[len..];
    }
    Some(tokens)
}

/// A token, or nothing for what is passed over, and its length in bytes.
type Found = (Option<Token>, usize);

/// Digits and the `th` behind them.
fn arabic(text: &str) -> Found {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let value = text[..digits].bytes().fold(0u32, |n, b| n.saturating_mul(10).saturating_add(u32::from(b - b'0')));
    let letters = letters(&text[digits..]);
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|suffix| suffix.eq_ignore_ascii_case(letters));
    let len = digits + if is_ordinal { letters.len() } else { 0 };
    (Some(Token::Number(Number { value, digits })), len)
}

/// An English word with the stop of its abbreviation.
fn word(text: &str) -> Option<Found> {
    let letters = letters(text);
    let folded = letters.to_ascii_lowercase();
    let token = if let Some(month) = named(&MONTHS, &folded) {
        Some(Token::Month(month as u32 + 1))
    } else if let Some(weekday) = named(&WEEKDAYS, &folded) {
        Some(Token::Weekday(weekday as i8))
    } else if VAGUE_WORDS.contains(&folded.as_str()) {
        Some(Token::Sign(UNKNOWN))
    } else if folded == "roc" || folded == "minguo" {
        Some(Token::Sign('R'))
    } else if SILENT_WORDS.contains(&folded.as_str()) {
        None
    } else {
        return None;
    };
    let stop = usize::from(text[letters.len()..].starts_with('.'));
    Some((token, letters.len() + stop))
}

fn letters(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len()]
}

/// The name that `word` is, or is short for.
fn named(names: &[&str], word: &str) -> Option<usize> {
    let long_enough = word.len() >= 3;
    names.iter().position(|name| long_enough && name.starts_with(word))
}

/// `(四)`
fn bracketed_weekday(text: &str) -> Option<Found> {
    let mut chars = text.chars().skip(1);
    let weekday = weekday_of(chars.next()?)?;
    (chars.next() == Some(')')).then_some((Some(Token::Weekday(weekday)), "(四)".len()))
}

/// 星期四, 週四.
fn weekday(text: &str) -> Option<Found> {
    let week = WEEK.iter().find(|week| text.starts_with(**week))?;
    let day = text[week.len()..].chars().next()?;
    Some((Some(Token::Weekday(weekday_of(day)?)), week.len() + day.len_utf8()))
}

fn weekday_of(c: char) -> Option<i8> {
    let at = "一二三四五六日天".chars().position(|day| day == c)?;
    Some(at.min(6) as i8)
}

/// 二○二五, 十七, 一百一十四, and the 元 of 民國元年.
fn han_number(text: &str) -> Option<Found> {
    let numeral = &text[..text.len() - text.trim_start_matches(|c| han_digit(c).is_some() || is_unit(c)).len()];
    if numeral.is_empty() {
        let first_year = text.starts_with("元年");
        return first_year.then_some((Some(Token::Number(Number { value: 1, digits: 1 })), "元".len()));
    }
    let number = if numeral.contains(is_unit) {
        let value = spelled_out(numeral);
        Number { value, digits: value.to_string().len() }
    } else {
        Number { value: positional(numeral), digits: numeral.chars().count() }
    };
    Some((Some(Token::Number(number)), numeral.len()))
}

fn positional(numeral: &str) -> u32 {
    numeral.chars().filter_map(han_digit).fold(0u32, |n, digit| n.saturating_mul(10).saturating_add(digit))
}

fn spelled_out(numeral: &str) -> u32 {
    let (mut total, mut digit) = (0u32, None);
    for c in numeral.chars() {
        let unit = match c {
            '十' => 10 * digit.take().unwrap_or(1),
            '百' => 100 * digit.take().unwrap_or(1),
            '廿' => 20,
            '卅' => 30,
            _ => {
                digit = han_digit(c);
                0
            }
        };
        total = total.saturating_add(unit);
    }
    total.saturating_add(digit.unwrap_or(0))
}

fn is_unit(c: char) -> bool {
    matches!(c, '十' | '百' | '廿' | '卅')
}

fn han_digit(c: char) -> Option<u32> {
    match c {
        '○' | '〇' | '◯' | '零' => Some(0),
        _ => "一二三四五六七八九".chars().position(|digit| digit == c).map(|at| at as u32 + 1),
    }
}

fn chinese_word(text: &str) -> Option<Found> {
    let (word, sign) = CHINESE_WORDS.iter().find(|(word, _)| text.starts_with(word))?;
    Some(((*sign != '_').then_some(Token::Sign(*sign)), word.len()))
}

/// Marks without a width, which pasted values carry; `text/invisible` reports them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn read(value: &str) -> Reading {
        super::read(value, &DateFormat::default())
    }

    /// The day that 04/17/2025 is, unless a case says otherwise.
    const DAY: Date = date(2025, 4, 17);

    #[track_caller]
    fn check(value: &str, form: Form, certain: bool) {
        assert_eq!(read(value), Reading::Day(Day { date: DAY, form, certain }), "{value}");
    }

    #[track_caller]
    fn check_all(values: &[&str], reading: Reading) {
        for value in values {
            assert_eq!(read(value), reading, "{value}");
        }
    }

    #[test]
    fn canonical_is_exact() {
        for value in ["04/17/2025", " 04/17/2025\u{a0}", "\u{3000}04/17/2025\t", "\u{200b}04/17/2025\u{200e}"] {
            check(value, Form::Canonical, true);
        }
        check("04/17/2025", Form::Canonical, true);
        assert_eq!(read("01/02/0199").date(), Some(date(199, 1, 2)));
    }

    #[test]
    fn month_first() {
        for value in ["4/17/2025", "４/17/2025", "０４／１７／２０２５", "04 / 17 / 2025", "04-17-2025", "04.17.2025"]
        {
            check(value, Form::MonthFirst, true);
        }
        for value in ["04/17/2025.", "04/17/2025 (Thu.)", "04/17/2025（四）", "04/17/2025 星期四"] {
            check(value, Form::MonthFirst, true);
        }
        for value in ["04/17/25", "4/17/25", "4-17-25"] {
            check(value, Form::MonthFirst, false);
        }
        assert_eq!(read("12/31/99").date(), Some(date(1999, 12, 31)));
    }

    #[test]
    fn template_order_where_both_could_be_months() {
        let may = |form, certain| Reading::Day(Day { date: date(2025, 5, 4), form, certain });
        assert_eq!(read("05/04/2025"), may(Form::Canonical, true));
        assert_eq!(read("5/4/2025"), may(Form::MonthFirst, true));
        assert_eq!(read("05.04.2025"), may(Form::MonthFirst, false));
        assert_eq!(read("05-04-2025"), may(Form::MonthFirst, false));
    }

    #[test]
    fn year_first() {
        for value in ["2025-04-17", "2025/4/17", "2025/04/17", "2025.04.17", "2025.4.17", "2025–04–17", "20250417"]
        {
            check(value, Form::YearFirst, true);
        }
        check("２０２５／４／１７", Form::YearFirst, true);
        check("2025/04/17（星期四）", Form::YearFirst, true);
        check("西元2025/4/17", Form::YearFirst, true);
    }

    #[test]
    fn words() {
        for value in [
            "April 17, 2025",
            "17 April 2025",
            "Apr. 17, 2025",
            "Apr 17th 2025",
            "APR 17 , 2025",
            "17th of April, 2025",
            "17-Apr-2025",
            "17. April 2025",
            "2025 April 17",
            "Thursday, April 17, 2025",
            "April 17, 2025 (Thu)",
            "April\u{a0}17,\u{3000}2025",
            "Ａpril 17， 2025",
        ] {
            check(value, Form::Words, true);
        }
        check("April 17, 25", Form::Words, false);
        assert_eq!(read("Sept. 5, 2024").date(), Some(date(2024, 9, 5)));
    }

    #[test]
    fn chinese() {
        for value in [
            "2025年4月17日",
            "2025 年 04 月 17 日",
            "２０２５年４月１７日",
            "二○二五年四月十七日",
            "二〇二五年四月十七號",
            "二零二五年四月一十七日",
            "2025年4月17日星期四",
            "2025年4月17日（週四）",
            "2025年4月17",
            "西元2025年4月17日",
            "114年4月17日",
        ] {
            check(value, Form::Chinese, true);
        }
        check("25年4月17日", Form::Chinese, false);
        assert_eq!(read("二○二四年十二月三十一日").date(), Some(date(2024, 12, 31)));
        assert_eq!(read("二○二四年十月廿日").date(), Some(date(2024, 10, 20)));
    }

    #[test]
    fn minguo() {
        for value in [
            "民國114年4月17日",
            "中華民國 114 年 4 月 17 日",
            "民國一一四年四月十七日",
            "民國一百一十四年四月十七日",
            "民國114/04/17",
            "民國114.4.17",
            "ROC 114/04/17",
        ] {
            check(value, Form::Minguo, true);
        }
        for value in ["114/04/17", "114.4.17", "114-04-17", "114/4/17"] {
            check(value, Form::Minguo, false);
        }
        assert_eq!(read("民國99年1月1日").date(), Some(date(2010, 1, 1)));
        assert_eq!(read("99/1/2").date(), Some(date(2010, 1, 2)));
        assert_eq!(read("民國元年1月1日").date(), Some(date(1912, 1, 1)));
    }

    #[test]
    fn a_weekday_that_does_not_fit_is_a_doubt() {
        check("2025年4月17日星期五", Form::Chinese, false);
        check("Friday, April 17, 2025", Form::Words, false);
        assert_eq!(read("2025年4月20日星期日").date(), Some(date(2025, 4, 20)));
        check("2025/04/17（日）", Form::YearFirst, false);
    }

    #[test]
    fn day_first() {
        check_all(&["17/04/2025", "17/4/2025", "17.04.2025", "17-04-2025"], Reading::DayFirst { date: DAY, day: 17 });
    }

    #[test]
    fn the_order_of_the_house() {
        let read = |value, pattern| super::read(value, &DateFormat::new(pattern).expect("a pattern"));
        let may = |form, certain| Reading::Day(Day { date: date(2025, 5, 4), form, certain });
        assert_eq!(read("04/05/2025", "%d/%m/%Y"), may(Form::Canonical, true));
        assert_eq!(read("4/5/2025", "%d/%m/%Y"), may(Form::MonthFirst, true));
        assert_eq!(read("4.5.2025", "%d/%m/%Y"), may(Form::MonthFirst, false));
        let april = |form, certain| Reading::Day(Day { date: DAY, form, certain });
        assert_eq!(read("04/17/2025", "%d/%m/%Y"), april(Form::MonthFirst, false));
        assert_eq!(read("2025-04-17", "%Y-%m-%d"), april(Form::Canonical, true));
        assert_eq!(read("2025年4月17日", "%Y年%-m月%-d日"), april(Form::Canonical, true));
        assert_eq!(read("05/04/2025", "%Y-%m-%d"), may(Form::MonthFirst, false));
        assert_eq!(read("17/04/2025", "%Y-%m-%d"), Reading::DayFirst { date: DAY, day: 17 });
    }

    #[test]
    fn no_such_date() {
        check_all(
            &[
                "02/30/2025",
                "13/13/2025",
                "30/02/2025",
                "00/17/2025",
                "04/00/2025",
                "02/29/2025",
                "2025-13-01",
                "2025年2月30日",
                "February 30, 2025",
                "民國114年2月29日",
                "20251301",
                "04/17/0000",
            ],
            Reading::NoSuchDate,
        );
        assert_eq!(read("02/29/2024").date(), Some(date(2024, 2, 29)));
    }

    #[test]
    fn incomplete() {
        check_all(
            &[
                "4月17日",
                "四月十七日",
                "April 2025",
                "Apr. 17",
                "17 April",
                "2025年4月",
                "2025",
                "2025年",
                "二○二五年",
                "民國114年4月",
                "04/17",
                "04/2025",
                "2025-04",
                "04/17/",
                "Spring 2025",
                "2025年春季",
                "2025年第一季",
                "2025年4月底",
                "4月中旬",
                "Q1 2025",
                "星期四",
                "MM/DD/YYYY",
                "04/XX/2025",
                "2025/04/??",
            ],
            Reading::Incomplete,
        );
    }

    #[test]
    fn no_dates() {
        check_all(
            &[
                "待定",
                "TBD",
                "n.d.",
                "Apirl 17, 2025",
                "04/17/2025-04/18/2025",
                "April 17–18, 2025",
                "2025-04-17T10:00",
                "04/17/20255",
                "民國2025年4月17日",
                "2025/04/2017",
                "20255",
                "1/2/3/4",
                "4 17 2025",
                "ma 17, 2025",
                "😀",
                "𠮷",
                "",
                " \u{3000}",
            ],
            Reading::NotADate,
        );
    }

    #[test]
    fn endless_values_are_no_dates() {
        for part in ["9", "04/", "一", "百", "十", "April ", "民國", "(", "星期四", "𠮷"] {
            assert_eq!(read(&part.repeat(100_000)).date(), None);
        }
    }
}
