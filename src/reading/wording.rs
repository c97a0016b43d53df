//! The way back from a value to words: how the other language would state it.

use super::amount::Amount;
use super::value::{CalendarDate, Currency, Dimension, Kind, Precision, Value};
use crate::language::numeral;
use crate::lexicon::units;

/// As American English writes it; nothing where there is no one way to.
pub fn in_english(value: &Value) -> Option<String> {
    let amount = value.amount;
    match value.kind {
        Kind::Number => english_number(value),
        Kind::Percent => Some(format!("{amount}%")),
        Kind::Fraction => share(amount).map(|(english, _)| english.to_owned()),
        Kind::Ordinal => Some(english_ordinal(amount.whole()?)),
        Kind::Date(date) => english_date(date),
        Kind::Decade => (amount.whole()? >= 1000).then(|| format!("{amount}s")),
        Kind::Century => Some(format!("{} century", english_ordinal(amount.whole()?))),
        Kind::Quarter => Some(format!("{} quarter", english_ordinal(amount.whole()?))),
        Kind::HalfYear => Some(format!("{} half", english_ordinal(amount.whole()?))),
        Kind::Clock | Kind::Code => None,
    }
}

/// As Taiwan writes it; nothing where there is no one way to, as with small numbers, whose counters differ.
pub fn in_chinese(value: &Value) -> Option<String> {
    let amount = value.amount;
    match value.kind {
        Kind::Number => chinese_number(value),
        Kind::Percent => Some(format!("{amount}%")),
        Kind::Fraction => share(amount).map(|(_, chinese)| chinese.to_owned()),
        Kind::Ordinal => Some(format!("第{}", han_up_to_ten(amount.whole()?))),
        Kind::Date(date) => chinese_date(date),
        Kind::Decade => (amount.whole()? >= 1000).then(|| format!("{amount}年代")),
        Kind::Century => Some(format!("{amount}世紀")),
        Kind::Quarter => Some(format!("第{}季", han_up_to_ten(amount.whole()?))),
        Kind::HalfYear => Some(if amount == Amount::from(1) { "上半年" } else { "下半年" }.to_owned()),
        Kind::Clock | Kind::Code => None,
    }
}

/// A large number in full: 52,700,000,000 for 527億.
pub fn in_digits(value: &Value) -> Option<String> {
    let is_large = value.kind == Kind::Number && value.amount.to_f64() >= 10_000.0;
    is_large.then(|| grouped(value.amount))
}

fn english_number(value: &Value) -> Option<String> {
    let amount = value.amount;
    let number = match value.unit.dimension {
        Dimension::Count | Dimension::People => english_count(amount),
        Dimension::Age | Dimension::Money(None) => english_amount(amount),
        Dimension::Money(Some(currency)) => currency.sum_in_english(&english_amount(amount))?,
        _ => {
            let unit = units().worded(value.unit)?;
            format!("{} {}", english_count(amount), if amount == Amount::from(1) { unit.singular } else { unit.plural })
        }
    };
    Some(if value.precision == Precision::AndMore { format!("more than {number}") } else { number })
}

/// In a word up to ten, as style guides have it.
fn english_count(amount: Amount) -> String {
    const WORDS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = amount.whole().and_then(|whole| WORDS.get(usize::try_from(whole).ok()?.checked_sub(1)?));
    word.map_or_else(|| english_amount(amount), |word| (*word).to_owned())
}

fn english_amount(amount: Amount) -> String {
    let scales = [(12, "trillion"), (9, "billion"), (6, "million")];
    with_scale(amount, &scales).map_or_else(|| grouped(amount), |(number, scale)| format!("{number} {scale}"))
}

fn chinese_number(value: &Value) -> Option<String> {
    let amount = chinese_amount(value.amount);
    let number = match value.unit.dimension {
        Dimension::Count if value.amount.to_f64() < 11.0 => return None,
        Dimension::Count => amount,
        Dimension::People => format!("{amount}人"),
        Dimension::Age => format!("{amount}歲"),
        // A dollar sign in English means the American one.
        Dimension::Money(currency) => currency.unwrap_or(Currency::US_DOLLAR).sum_in_chinese(&amount)?,
        _ => {
            let unit = units().worded(value.unit)?;
            format!("{amount}{}", unit.chinese.first()?)
        }
    };
    Some(if value.precision == Precision::AndMore { format!("逾{number}") } else { number })
}

fn chinese_amount(amount: Amount) -> String {
    let scales = [(12, "兆"), (8, "億"), (4, "萬")];
    with_scale(amount, &scales).map_or_else(|| grouped(amount), |(number, scale)| format!("{number}{scale}"))
}

/// More digits than this before a scale word are harder to read than all digits.
const MOST_DIGITS: u32 = 5;

/// The number before the largest scale word that fits.
fn with_scale(amount: Amount, scales: &[(i16, &'static str)]) -> Option<(Amount, &'static str)> {
    let (places, scale) = scales.iter().find(|&&(places, _)| amount.to_f64() >= 10f64.powi(i32::from(places)))?;
    (amount.significant_digits() <= MOST_DIGITS).then(|| (amount.shifted(-places), *scale))
}

/// With a comma before every three digits of a whole number.
fn grouped(amount: Amount) -> String {
    let digits = amount.to_string();
    if amount.whole().is_none() {
        return digits;
    }
    let front = digits.len() % 3;
    let (first, rest) = digits.split_at(front);
    let groups = rest.as_bytes().chunks(3).map(String::from_utf8_lossy);
    let groups = (!first.is_empty()).then(|| first.into()).into_iter().chain(groups);
    groups.collect::<Vec<_>>().join(",")
}

/// Fractions that have names.
fn share(amount: Amount) -> Option<(&'static str, &'static str)> {
    const SHARES: [(f64, &str, &str); 5] = [
        (50.0, "half", "一半"),
        (100.0 / 3.0, "one-third", "三分之一"),
        (200.0 / 3.0, "two-thirds", "三分之二"),
        (25.0, "one-quarter", "四分之一"),
        (75.0, "three-quarters", "四分之三"),
    ];
    let found = SHARES.iter().find(|(share, ..)| (share - amount.to_f64()).abs() < 0.01)?;
    Some((found.1, found.2))
}

fn english_ordinal(rank: u64) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let word = usize::try_from(rank).ok().and_then(|rank| WORDS.get(rank.checked_sub(1)?));
    if let Some(word) = word {
        return (*word).to_owned();
    }
    let ending = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}

fn han_up_to_ten(rank: u64) -> String {
    let small = u32::try_from(rank).ok().filter(|rank| *rank <= 10);
    small.and_then(numeral::written).unwrap_or_else(|| rank.to_string())
}

fn english_date(date: CalendarDate) -> Option<String> {
    let month = date.month.and_then(|month| super::MONTHS.get(usize::from(month).checked_sub(1)?)).map(|month| {
        let (first, rest) = month.split_at(1);
        first.to_ascii_uppercase() + rest
    });
    match (date.year, month, date.day) {
        (Some(year), Some(month), Some(day)) => Some(format!("{month} {day}, {year}")),
        (Some(year), Some(month), None) => Some(format!("{month} {year}")),
        (Some(year), None, None) => Some(year.to_string()),
        (None, Some(month), Some(day)) => Some(format!("{month} {day}")),
        (None, Some(month), None) => Some(month),
        _ => None,
    }
}

fn chinese_date(date: CalendarDate) -> Option<String> {
    let part = |number: Option<u16>, unit: &str| number.map_or(String::new(), |number| format!("{number}{unit}"));
    let (month, day) = (date.month.map(u16::from), date.day.map(u16::from));
    (month.is_some() || day.is_none()).then(|| [part(date.year, "年"), part(month, "月"), part(day, "日")].concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::reading::value::{Certainty, Unit};
    use crate::reading::{chinese, english, matching};
    use crate::text::Span;

    #[track_caller]
    fn to_english(text: &str, expected: &str) {
        let worded = chinese::values(text).iter().map(in_english).collect::<Option<Vec<_>>>();
        assert_eq!(worded.map(|words| words.join(" | ")).unwrap_or_default(), expected, "{text}");
    }

    #[track_caller]
    fn to_chinese(text: &str, expected: &str) {
        let worded = english::values(text).iter().map(in_chinese).collect::<Option<Vec<_>>>();
        assert_eq!(worded.map(|words| words.join(" | ")).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn money_and_large_numbers() {
        to_english("527億美元", "$52.7 billion");
        to_english("新台幣30億元", "NT$3 billion");
        to_english("6,470億元新台幣", "NT$647 billion");
        to_english("人民幣1.2兆元", "RMB 1.2 trillion");
        to_english("5千億日圓", "¥500 billion");
        to_english("93萬9,090票", "939,090");
        to_english("1億2,345萬6,789件", "123,456,789");
        to_english("60餘艘", "more than 60");
        to_chinese("$52.7 billion", "527億美元");
        to_chinese("NT$3 billion", "新台幣30億元");
        to_chinese("52,700 people", "5.27萬人");
        to_chinese("1,200 ships", "1,200");
    }

    #[test]
    fn dates() {
        to_english("2025年3月9日", "March 9, 2025");
        to_english("民國114年4月", "April 2025");
        to_english("4月17日", "April 17");
        to_english("1990年代", "1990s");
        to_english("21世紀", "21st century");
        to_chinese("March 9, 2025", "2025年3月9日");
        to_chinese("9 March", "3月9日");
        to_chinese("the third quarter", "第三季");
    }

    #[test]
    fn shares_ranks_and_measures() {
        to_english("三成五", "35%");
        to_english("三分之二", "two-thirds");
        to_english("第三次", "third");
        to_english("三個", "three");
        to_english("三年", "three years");
        to_english("200公里", "200 kilometers");
        to_english("上午8時", "");
        to_chinese("12.5 percent", "12.5%");
        to_chinese("200 kilometers", "200公里");
        to_chinese("three countries", "");
    }

    proptest! {
        /// What is worded is read as what it was worded from.
        #[test]
        fn words_are_read_back(mantissa in 1u64..99_999, exponent in 0i16..9, unit in 0..units().all().len()) {
            let mut value = Value::new(Kind::Number, Amount::new(mantissa, exponent), Span::at(0), Certainty::Strong);
            let units = [Unit::NONE, Unit::of(Dimension::Money(Some(Currency::US_DOLLAR))), units().all()[unit].unit];
            for unit in units {
                value.unit = unit;
                if let Some(words) = in_english(&value) {
                    let read = english::values(&words);
                    prop_assert!(read.iter().any(|read| matching::is_compatible(&value, read)), "{words}: {read:?}");
                }
                if let Some(words) = in_chinese(&value) {
                    let read = chinese::values(&words);
                    prop_assert!(read.iter().any(|read| matching::is_compatible(read, &value)), "{words}: {read:?}");
                }
            }
        }
    }
}
