//! The Chinese words and numbers of a date: 民國一一四年, 四月十七號, 週四.

use super::token::{DateLexeme, DateNumber, DateToken, UNKNOWN};
use crate::language::numeral;

/// Chinese words of a date, with the sign that each adds to the shape; `_` is none.
const WORDS: &[(&str, char)] = &[
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

/// `(四)`
pub fn bracketed_weekday(text: &str) -> Option<DateLexeme> {
    let mut chars = text.chars().skip(1);
    let weekday = weekday_of(chars.next()?)?;
    (chars.next() == Some(')')).then_some((Some(DateToken::Weekday(weekday)), "(四)".len()))
}

/// 星期四, 週四.
pub fn weekday(text: &str) -> Option<DateLexeme> {
    let week = WEEK.iter().find(|week| text.starts_with(**week))?;
    let day = text[week.len()..].chars().next()?;
    Some((Some(DateToken::Weekday(weekday_of(day)?)), week.len() + day.len_utf8()))
}

fn weekday_of(c: char) -> Option<i8> {
    let at = "一二三四五六日天".chars().position(|day| day == c)?;
    Some(at.min(6) as i8)
}

/// 二○二五, 十七, 一百一十四, and the 元 of 民國元年.
pub fn number(text: &str) -> Option<DateLexeme> {
    let run: Vec<char> = text.chars().take_while(|&c| numeral::digit(c).is_some() || is_unit(c)).collect();
    if run.is_empty() {
        let first_year = text.starts_with("元年");
        return first_year.then_some((Some(DateToken::Number(DateNumber { value: 1, digits: 1 })), "元".len()));
    }
    let is_spelled_out = run.iter().copied().any(is_unit);
    let read = if is_spelled_out { numeral::spelled_out(&run) } else { numeral::in_places(&run) };
    let read = read.filter(|read| read.upper.is_none())?;
    let value = u32::try_from(read.value).unwrap_or(u32::MAX);
    let digits = if is_spelled_out { value.to_string().len() } else { read.length };
    let len = run[..read.length].iter().map(|c| c.len_utf8()).sum();
    Some((Some(DateToken::Number(DateNumber { value, digits })), len))
}

fn is_unit(c: char) -> bool {
    numeral::power(c).is_some() || matches!(c, '廿' | '卅')
}

/// 年, 號, 民國, 底.
pub fn word(text: &str) -> Option<DateLexeme> {
    let (word, sign) = WORDS.iter().find(|(word, _)| text.starts_with(word))?;
    Some(((*sign != '_').then_some(DateToken::Sign(*sign)), word.len()))
}
