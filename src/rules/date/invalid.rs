//! `date/invalid`: a day that the calendar does not have, or no date at all.

use super::messages::Message;
use super::value;
use crate::brief::{Field, FieldKind};
use crate::reading::date::DateReading;
use crate::rules::{Context, Finding, rule};

rule! {
    /// Reports a date that does not exist, and a value that is no date.
    ///
    /// ## Why
    /// February 30 is a slip of the hand, and only a person who looks at the publication can say which day was meant.
    ///
    /// ## Example
    /// ```brief bad
    /// 日期/Date: 02/30/2025
    /// ```
    /// Look the date up and write it:
    /// ```brief good
    /// 日期/Date: 02/28/2025
    /// ```
    ///
    /// There is no fix. Dates are month, day, year; every other way to write a whole date is left to `date/format` and
    /// `date/day-first`.
    ///
    /// ## Options
    /// `header.date-format` in brief.toml sets the form that dates are read in first, such as `"%d/%m/%Y"`.
    "date/invalid", Error, Field(FieldKind::Date, check)
}

fn check(cx: &Context, date: &Field) -> Vec<Finding> {
    let value = value(cx, date);
    let message = match value.reading {
        DateReading::NoSuchDate => Message::NoSuchDate { text: value.quoted },
        DateReading::NotADate => Message::NotADate { text: value.quoted, form: cx.house.date_format.shape() },
        _ => return Vec::new(),
    };
    vec![RULE.at(value.span, message)]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn days_that_no_calendar_has() {
        for date in ["02/30/2025", "13/13/2025", "02/29/2025", "2025-02-30", "2025年4月31日", "民國114年2月29日"]
        {
            check(&RULE, &format!("日期/Date: «{date}»\n"), None);
        }
        check(&RULE, "😀𠮷\r\n日期：　«02/30/2025»\u{a0}\r\n摘要：\r\n", None);
    }

    #[test]
    fn values_that_are_no_date() {
        for value in ["待定", "TBD", "n.d.", "04/17/2025-04/18/2025", "😀", "昨天"] {
            check(&RULE, &format!("日期/Date: «{value}»\n"), None);
        }
        check(&RULE, "日期/Date:\n«待定»\n", None);
    }

    #[test]
    fn what_other_rules_report() {
        for value in ["", "4月17日", "April 2025", "17/04/2025", "2025-04-17", "04/17/2025", "04/17/2099", "114/04/17"]
        {
            check_quiet(&RULE, &format!("日期/Date: {value}\n"));
        }
    }

    #[test]
    fn leap_days_and_old_dates_are_fine() {
        check_quiet(&RULE, "日期/Date: 02/29/2024\n");
        check_quiet(&RULE, "日期/Date: 12/31/1999\n");
    }

    #[test]
    fn only_the_first_date_counts() {
        check_quiet(&RULE, "日期/Date: 04/17/2025\n日期/Date: 02/30/2025\n");
    }

    #[test]
    fn every_brief_of_a_file() {
        check(
            &RULE,
            "作者: 王小明\n日期: «02/30/2025»\n\n摘要:\n中國\n\n---\n\n作者: 李大同\n日期: «02/31/2025»\n",
            None,
        );
    }

    #[test]
    fn messages_quote_no_essay() {
        let findings = run(&RULE, &format!("日期: {}\n", "中國".repeat(1000)));
        let text = findings[0].message.text(crate::messages::Locale::Chinese);
        assert!(text.chars().count() < 100, "{text}");
    }
}
