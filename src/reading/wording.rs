//! Values in words: how the other language would state one.

use super::amount::Amount;
use super::value::{CalendarDate, Currency, Dimension, Precision, Value, ValueKind};
use crate::language::{Both, Language, numeral};
use crate::lexicon::units;

/// As American English or Taiwan writes it; `None` where there is no one way to, as with small Chinese numbers, whose
/// counters differ.
pub fn in_language(language: Language, value: &Value) -> Option<String> {
    let amount = value.amount;
    match value.kind {
        ValueKind::Number => {
            let number = match language {
                Language::Chinese => chinese_number(value),
                Language::English => english_number(value),
            }?;
            let more = if value.precision == Precision::AndMore { MORE_THAN[language] } else { "" };
            Some(format!("{more}{number}"))
        }
        ValueKind::Percent => Some(format!("{amount}%")),
        ValueKind::Fraction => share(amount).map(|share| share[language].to_owned()),
        ValueKind::Date(date) => match language {
            Language::Chinese => chinese_date(date),
            Language::English => english_date(date),
        },
        ValueKind::Decade if amount.whole()? < 1000 => None,
        ValueKind::Decade => Some(format!("{amount}{}", DECADE[language])),
        ValueKind::Ordinal | ValueKind::Century | ValueKind::Quarter | ValueKind::HalfYear => match language {
            Language::Chinese => chinese_rank(value),
            Language::English => english_rank(value),
        },
        ValueKind::Clock | ValueKind::Code => None,
    }
}

const MORE_THAN: Both<&str> = Both::new("逾", "more than ");
const DECADE: Both<&str> = Both::new("年代", "s");

/// A large number in full: 52,700,000,000 for 527億.
pub fn in_digits(value: &Value) -> Option<String> {
    let is_large = value.kind == ValueKind::Number && value.amount.to_f64() >= 10_000.0;
    is_large.then(|| grouped(value.amount))
}

fn english_number(value: &Value) -> Option<String> {
    let amount = value.amount;
    Some(match value.unit.dimension {
        Dimension::Count | Dimension::People => english_count(amount),
        Dimension::Age | Dimension::Money(None) => scaled(Language::English, amount),
        Dimension::Money(Some(currency)) => currency.sum(Language::English, &scaled(Language::English, amount))?,
        _ => {
            let unit = units().worded(value.unit)?;
            format!("{} {}", english_count(amount), if amount == Amount::from(1) { unit.singular } else { unit.plural })
        }
    })
}

/// In a word up to ten, as style guides have it.
fn english_count(amount: Amount) -> String {
    const WORDS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = amount.whole().and_then(|whole| WORDS.get(usize::try_from(whole).ok()?.checked_sub(1)?));
    word.map_or_else(|| scaled(Language::English, amount), |word| (*word).to_owned())
}

fn chinese_number(value: &Value) -> Option<String> {
    let amount = scaled(Language::Chinese, value.amount);
    Some(match value.unit.dimension {
        Dimension::Count if value.amount.to_f64() < 11.0 => return None,
        Dimension::Count => amount,
        Dimension::People => format!("{amount}人"),
        Dimension::Age => format!("{amount}歲"),
        // A dollar sign in English means the American one.
        Dimension::Money(currency) => currency.unwrap_or(Currency::US_DOLLAR).sum(Language::Chinese, &amount)?,
        _ => {
            let unit = units().worded(value.unit)?;
            format!("{amount}{}", unit.names.chinese.first()?)
        }
    })
}

/// Scale words as powers of ten, the largest first.
const SCALES: Both<[(i16, &str); 3]> =
    Both::new([(12, "兆"), (8, "億"), (4, "萬")], [(12, " trillion"), (9, " billion"), (6, " million")]);

/// More digits than this before a scale word are harder to read than all digits.
const MOST_DIGITS: u32 = 5;

/// With the largest scale word that fits, or in full.
fn scaled(language: Language, amount: Amount) -> String {
    let fits = |&(places, _): &(i16, &str)| amount.to_f64() >= 10f64.powi(i32::from(places));
    let scale = SCALES[language].into_iter().find(fits).filter(|_| amount.significant_digits() <= MOST_DIGITS);
    scale.map_or_else(|| grouped(amount), |(places, scale)| format!("{}{scale}", amount.shifted(-places)))
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
fn share(amount: Amount) -> Option<Both<&'static str>> {
    const SHARES: [(f64, Both<&str>); 5] = [
        (50.0, Both::new("一半", "half")),
        (100.0 / 3.0, Both::new("三分之一", "one-third")),
        (200.0 / 3.0, Both::new("三分之二", "two-thirds")),
        (25.0, Both::new("四分之一", "one-quarter")),
        (75.0, Both::new("四分之三", "three-quarters")),
    ];
    SHARES.into_iter().find(|(share, _)| (share - amount.to_f64()).abs() < 0.01).map(|(_, words)| words)
}

/// The third, the third century, quarter or half.
fn english_rank(value: &Value) -> Option<String> {
    let counted = match value.kind {
        ValueKind::Century => " century",
        ValueKind::Quarter => " quarter",
        ValueKind::HalfYear => " half",
        _ => "",
    };
    Some(format!("{}{counted}", english_ordinal(value.amount.whole()?)))
}

/// 第三, 三世紀, 第三季, 上半年.
fn chinese_rank(value: &Value) -> Option<String> {
    let amount = value.amount;
    Some(match value.kind {
        ValueKind::Century => format!("{amount}世紀"),
        ValueKind::Quarter => format!("第{}季", han_up_to_ten(amount.whole()?)),
        ValueKind::HalfYear => if amount == Amount::from(1) { "上半年" } else { "下半年" }.to_owned(),
        _ => format!("第{}", han_up_to_ten(amount.whole()?)),
    })
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
        let worded =
            chinese::values(text).iter().map(|value| in_language(Language::English, value)).collect::<Option<Vec<_>>>();
        assert_eq!(worded.map(|words| words.join(" | ")).unwrap_or_default(), expected, "{text}");
    }

    #[track_caller]
    fn to_chinese(text: &str, expected: &str) {
        let worded =
            english::values(text).iter().map(|value| in_language(Language::Chinese, value)).collect::<Option<Vec<_>>>();
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
        /// Wording and reading are inverse.
        #[test]
        fn words_are_read_back(mantissa in 1u64..99_999, exponent in 0i16..9, unit in 0..units().all().len()) {
            let mut value = Value::new(ValueKind::Number, Amount::new(mantissa, exponent), Span::at(0), Certainty::Strong);
            let units = [Unit::NONE, Unit::of(Dimension::Money(Some(Currency::US_DOLLAR))), units().all()[unit].unit];
            for unit in units {
                value.unit = unit;
                if let Some(words) = in_language(Language::English, &value) {
                    let read = english::values(&words);
                    prop_assert!(read.iter().any(|read| matching::is_compatible(&value, read)), "{words}: {read:?}");
                }
                if let Some(words) = in_language(Language::Chinese, &value) {
                    let read = chinese::values(&words);
                    prop_assert!(read.iter().any(|read| matching::is_compatible(read, &value)), "{words}: {read:?}");
                }
            }
        }
    }
}
