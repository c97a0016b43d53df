//! `date/incomplete`: a date without its year, month or day.

use super::messages::Message;
use super::value;
use crate::brief::{Field, FieldKind};
use crate::reading::date::DateReading;
use crate::rules::{Context, Finding, rule};

rule! {
    /// Reports a date that lacks its year, month or day.
    ///
    /// ## Why
    /// Briefs are filed and cited by the day of publication. What is missing is on the publication's page, and is
    /// hard to find once the page is gone.
    ///
    /// ## Example
    /// ```brief bad
    /// 日期/Date: April 2025
    /// ```
    /// Write month, day and year:
    /// ```brief good
    /// 日期/Date: 04/17/2025
    /// ```
    ///
    /// There is no fix: nothing in the brief says which day it was.
    ///
    /// ## Options
    /// `header.date-format` in brief.toml sets the form that is asked for.
    "date/incomplete", Error, Field(FieldKind::Date, check)
}

fn check(cx: &Context, date: &Field) -> Vec<Finding> {
    let value = value(cx, date);
    if value.reading != DateReading::Incomplete {
        return Vec::new();
    }
    let form = cx.house.date_format.shape();
    vec![RULE.at(value.span, Message::IncompleteDate { text: value.quoted, form })]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn something_is_missing() {
        for date in [
            "4月17日",
            "April 2025",
            "2025年4月",
            "2025",
            "二○二五年四月",
            "Spring 2025",
            "2025年春季",
            "04/2025",
            "MM/DD/YYYY",
        ] {
            check(&RULE, &format!("日期/Date: «{date}»\n"), None);
        }
        check(&RULE, "𠮷😀\r\n日期／Date：\u{3000}«４月１７日»\u{3000}\r\n", None);
    }

    #[test]
    fn whole_dates_and_no_dates() {
        for date in ["", "04/17/2025", "2025-04-17", "17/04/2025", "02/30/2025", "待定"] {
            check_quiet(&RULE, &format!("日期/Date: {date}\n"));
        }
    }
}
