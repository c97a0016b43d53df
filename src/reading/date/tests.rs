//! Every form that editors type, and what it is read as.

use jiff::civil::date;

use super::*;

fn read(value: &str) -> DateReading {
    super::read(value, &DateFormat::default())
}

/// The day that 04/17/2025 is, unless a case says otherwise.
const DAY: Date = date(2025, 4, 17);

#[track_caller]
fn check(value: &str, form: DateForm, certain: bool) {
    assert_eq!(read(value), DateReading::Day(WrittenDay { date: DAY, form, certain }), "{value}");
}

#[track_caller]
fn check_all(values: &[&str], reading: DateReading) {
    for value in values {
        assert_eq!(read(value), reading, "{value}");
    }
}

#[test]
fn canonical_is_exact() {
    for value in ["04/17/2025", " 04/17/2025\u{a0}", "\u{3000}04/17/2025\t", "\u{200b}04/17/2025\u{200e}"] {
        check(value, DateForm::Canonical, true);
    }
    check("04/17/2025", DateForm::Canonical, true);
    assert_eq!(read("01/02/0199").date(), Some(date(199, 1, 2)));
}

#[test]
fn month_first() {
    for value in ["4/17/2025", "４/17/2025", "０４／１７／２０２５", "04 / 17 / 2025", "04-17-2025", "04.17.2025"]
    {
        check(value, DateForm::MonthFirst, true);
    }
    for value in ["04/17/2025.", "04/17/2025 (Thu.)", "04/17/2025（四）", "04/17/2025 星期四"] {
        check(value, DateForm::MonthFirst, true);
    }
    for value in ["04/17/25", "4/17/25", "4-17-25"] {
        check(value, DateForm::MonthFirst, false);
    }
    assert_eq!(read("12/31/99").date(), Some(date(1999, 12, 31)));
}

#[test]
fn template_order_where_both_could_be_months() {
    let may = |form, certain| DateReading::Day(WrittenDay { date: date(2025, 5, 4), form, certain });
    assert_eq!(read("05/04/2025"), may(DateForm::Canonical, true));
    assert_eq!(read("5/4/2025"), may(DateForm::MonthFirst, true));
    assert_eq!(read("05.04.2025"), may(DateForm::MonthFirst, false));
    assert_eq!(read("05-04-2025"), may(DateForm::MonthFirst, false));
}

#[test]
fn year_first() {
    for value in ["2025-04-17", "2025/4/17", "2025/04/17", "2025.04.17", "2025.4.17", "2025–04–17", "20250417"] {
        check(value, DateForm::YearFirst, true);
    }
    check("２０２５／４／１７", DateForm::YearFirst, true);
    check("2025/04/17（星期四）", DateForm::YearFirst, true);
    check("西元2025/4/17", DateForm::YearFirst, true);
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
        check(value, DateForm::Words, true);
    }
    check("April 17, 25", DateForm::Words, false);
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
        check(value, DateForm::Chinese, true);
    }
    check("25年4月17日", DateForm::Chinese, false);
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
        check(value, DateForm::Minguo, true);
    }
    for value in ["114/04/17", "114.4.17", "114-04-17", "114/4/17"] {
        check(value, DateForm::Minguo, false);
    }
    assert_eq!(read("民國99年1月1日").date(), Some(date(2010, 1, 1)));
    assert_eq!(read("99/1/2").date(), Some(date(2010, 1, 2)));
    assert_eq!(read("民國元年1月1日").date(), Some(date(1912, 1, 1)));
}

#[test]
fn a_weekday_that_does_not_fit_is_a_doubt() {
    check("2025年4月17日星期五", DateForm::Chinese, false);
    check("Friday, April 17, 2025", DateForm::Words, false);
    assert_eq!(read("2025年4月20日星期日").date(), Some(date(2025, 4, 20)));
    check("2025/04/17（日）", DateForm::YearFirst, false);
}

#[test]
fn day_first() {
    check_all(&["17/04/2025", "17/4/2025", "17.04.2025", "17-04-2025"], DateReading::DayFirst { date: DAY, day: 17 });
}

#[test]
fn the_order_of_the_house() {
    let read = |value, pattern| super::read(value, &DateFormat::new(pattern).expect("a pattern"));
    let may = |form, certain| DateReading::Day(WrittenDay { date: date(2025, 5, 4), form, certain });
    assert_eq!(read("04/05/2025", "%d/%m/%Y"), may(DateForm::Canonical, true));
    assert_eq!(read("4/5/2025", "%d/%m/%Y"), may(DateForm::MonthFirst, true));
    assert_eq!(read("4.5.2025", "%d/%m/%Y"), may(DateForm::MonthFirst, false));
    let april = |form, certain| DateReading::Day(WrittenDay { date: DAY, form, certain });
    assert_eq!(read("04/17/2025", "%d/%m/%Y"), april(DateForm::MonthFirst, false));
    assert_eq!(read("2025-04-17", "%Y-%m-%d"), april(DateForm::Canonical, true));
    assert_eq!(read("2025年4月17日", "%Y年%-m月%-d日"), april(DateForm::Canonical, true));
    assert_eq!(read("05/04/2025", "%Y-%m-%d"), may(DateForm::MonthFirst, false));
    assert_eq!(read("17/04/2025", "%Y-%m-%d"), DateReading::DayFirst { date: DAY, day: 17 });
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
        DateReading::NoSuchDate,
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
        DateReading::Incomplete,
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
        DateReading::NotADate,
    );
}

#[test]
fn endless_values_are_no_dates() {
    for part in ["9", "04/", "一", "百", "十", "April ", "民國", "(", "星期四", "𠮷"] {
        assert_eq!(read(&part.repeat(100_000)).date(), None);
    }
}
