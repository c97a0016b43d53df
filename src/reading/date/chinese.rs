//! The Chinese words and numbers of a date: 民國一一四年, 四月十七號, 週四.

use super::token::{Found, Number, Token, UNKNOWN};

/// Chinese words of a date: what they add to a shape; `_` nothing.
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
pub fn bracketed_weekday(text: &str) -> Option<Found> {
    let mut chars = text.chars().skip(1);
    let weekday = weekday_of(chars.next()?)?;
    (chars.next() == Some(')')).then_some((Some(Token::Weekday(weekday)), "(四)".len()))
}

/// 星期四, 週四.
pub fn weekday(text: &str) -> Option<Found> {
    let week = WEEK.iter().find(|week| text.starts_with(**week))?;
    let day = text[week.len()..].chars().next()?;
    Some((Some(Token::Weekday(weekday_of(day)?)), week.len() + day.len_utf8()))
}

fn weekday_of(c: char) -> Option<i8> {
    let at = "一二三四五六日天".chars().position(|day| day == c)?;
    Some(at.min(6) as i8)
}

/// 二○二五, 十七, 一百一十四, and the 元 of 民國元年.
pub fn number(text: &str) -> Option<Found> {
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

/// 年, 號, 民國, 底.
pub fn word(text: &str) -> Option<Found> {
    let (word, sign) = WORDS.iter().find(|(word, _)| text.starts_with(word))?;
    Some(((*sign != '_').then_some(Token::Sign(*sign)), word.len()))
}
