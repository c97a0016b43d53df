//! Test bench for the readers of prose: short texts in, values in a short notation out.

mod chinese_cases;
mod english_cases;
mod matching_cases;

use proptest::prelude::*;

use super::value::{CalendarDate, Certainty, Dimension, Precision, Value, ValueKind};
use super::{chinese, english, matching};
use crate::language::Both;

/// `35%`, `18mo`, `#3`, `2025-04-17`, `?-04-17`, `1990s`, `Q1`; in brackets what is faint, `+` behind what is more.
fn notation(value: &Value) -> String {
    let amount = value.amount;
    let text = match value.kind {
        ValueKind::Number => format!("{amount}{}", unit(value)),
        ValueKind::Percent => format!("{amount}%"),
        ValueKind::Fraction => format!("{amount}/100"),
        ValueKind::Ordinal => format!("#{amount}"),
        ValueKind::Date(date) => calendar(date),
        ValueKind::Decade => format!("{amount}s"),
        ValueKind::Century => format!("c{amount}"),
        ValueKind::Quarter => format!("Q{amount}"),
        ValueKind::HalfYear => format!("H{amount}"),
        ValueKind::Clock => format!("{amount}h"),
        ValueKind::Code => format!("code{amount}"),
    };
    let more = if value.precision == Precision::AndMore { "+" } else { "" };
    if value.certainty == Certainty::Faint { format!("({text}{more})") } else { format!("{text}{more}") }
}

fn calendar(date: CalendarDate) -> String {
    let year = date.year.map_or("?".to_owned(), |year| year.to_string());
    let month = date.month.map_or("?".to_owned(), |month| format!("{month:02}"));
    let day = date.day.map_or(String::new(), |day| format!("-{day:02}"));
    if date.month.is_none() && date.day.is_none() { format!("y{year}") } else { format!("{year}-{month}{day}") }
}

fn unit(value: &Value) -> &str {
    let days = 86_400.0;
    match (&value.unit.dimension, value.unit.size) {
        (Dimension::Count, _) => "",
        (Dimension::People, _) => "p",
        (Dimension::Money(None), _) => "$",
        (Dimension::Money(Some(currency)), _) => match currency.code() {
            "USD" => "US$",
            "TWD" => "NT$",
            "CNY" => "RMB",
            code => code,
        },
        (Dimension::Months, 12.0) => "yr",
        (Dimension::Months, 1.0) => "mo",
        (Dimension::Months, _) => "×mo",
        (Dimension::Time, size) if size == days => "d",
        (Dimension::Time, 3600.0) => "h",
        (Dimension::Time, _) => "×s",
        (Dimension::Age, _) => "age",
        (Dimension::Length, 1000.0) => "km",
        (Dimension::Length, _) => "×m",
        (Dimension::Area, 1e4) => "ha",
        (Dimension::Area, 1e6) => "km2",
        (Dimension::Area, _) => "×m2",
        (Dimension::Mass, 1e3) => "t",
        (Dimension::Mass, _) => "×kg",
        (Dimension::Temperature, _) => "°C",
        (Dimension::Degrees, _) => "°",
        (Dimension::Multiple, _) => "fold",
        (Dimension::Occasions, _) => "times",
        (Dimension::Customary, _) => "custom",
    }
}

#[track_caller]
fn check(read: fn(&str) -> Vec<Value>, text: &str, expected: &str) {
    let values = read(text);
    let notations: Vec<String> = values.iter().map(notation).collect();
    assert_eq!(notations.join(" "), expected, "{text}");
    for value in values {
        assert!(text.is_char_boundary(value.span.start) && text.is_char_boundary(value.span.end), "{text}");
    }
}

/// Pieces that values are made of, so that random texts reach the corners of the grammar.
const PIECES: &[&str] = &[
    "一",
    "兩",
    "三",
    "十",
    "百",
    "千",
    "萬",
    "億",
    "兆",
    "○",
    "廿",
    "第",
    "年",
    "月",
    "日",
    "號",
    "成",
    "倍",
    "半",
    "多",
    "個",
    "分之",
    "百分之",
    "點",
    "時",
    "至",
    "、",
    "，",
    ",",
    ".",
    "民國",
    "元",
    "上半年",
    "1",
    "20",
    "2025",
    "99999999999",
    "%",
    "/",
    "-",
    "–",
    " ",
    "\n",
    "$",
    "NT$",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "and",
    "a",
    "half",
    "third",
    "of",
    "May",
    "April",
    "th",
    "s",
    "'",
    "bn",
    "m",
    "k",
    "percent",
    "to",
    "F-",
    "½",
    "６",
    "😀",
    "𠮷",
    "(",
    ")",
    ":",
    "am",
];

fn contradictions(chinese: &[Value], english: &[Value]) -> Vec<Both<usize>> {
    let values = Both::new(chinese, english);
    matching::contradictions(values, &matching::matching(values))
}

proptest! {
    #[test]
    fn values_lie_in_the_text_and_contradict_themselves_never(text in prop_oneof![".{0,200}", mixture()]) {
        let (zh, en) = (chinese::values(&text), english::values(&text));
        for value in zh.iter().chain(&en) {
            prop_assert!(value.span.start < value.span.end && text.get(value.span.range()).is_some());
        }
        for pair in contradictions(&zh, &en) {
            prop_assert!(!matching::is_compatible(&zh[pair.chinese], &en[pair.english]), "{text}");
        }
        prop_assert!(contradictions(&zh, &zh).is_empty(), "{text}");
    }
}

fn mixture() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// Seconds of the processor, whatever else it does.
#[cfg(unix)]
fn time_to_read(text: &str) -> f64 {
    use rustix::time::{ClockId, clock_gettime};
    let now = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
    };
    let start = now();
    let (zh, en) = (chinese::values(text), english::values(text));
    contradictions(&zh, &en);
    now() - start
}

/// For 32 times the text a quadratic reading takes a thousand times as long, and a linear one up to a hundred, for it
/// leaves the caches.
#[cfg(unix)]
#[test]
fn long_runs_take_linear_time() {
    for piece in PIECES {
        let [short, long] = [500, 16_000].map(|count| piece.repeat(count));
        let is_linear = |_| time_to_read(&long) < 300.0 * time_to_read(&short);
        assert!((0..3).any(is_linear), "a run of {piece:?}");
    }
}
