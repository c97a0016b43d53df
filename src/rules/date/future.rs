//! `date/future`: a publication that has not appeared yet.

use super::messages::Message;
use super::value;
use crate::brief::{Field, FieldKind};
use crate::reading::date::{DateForm, DateReading};
use crate::rules::{Context, Finding, rule};

rule! {
    /// Reports a date that lies in the future.
    ///
    /// ## Why
    /// A brief is about a text that has appeared, so that a future date is most often a wrong year, typed in December
    /// or January.
    ///
    /// ## Example
    /// ```brief bad
    /// 日期/Date: 04/17/2095
    /// ```
    /// Write the day of publication:
    /// ```brief good
    /// 日期/Date: 04/17/2025
    /// ```
    ///
    /// Tomorrow's date is not reported: somewhere it is tomorrow already.
    "date/future", Info, Field(FieldKind::Date, check)
}

fn check(cx: &Context, date: &Field) -> Vec<Finding> {
    let value = value(cx, date);
    match value.reading {
        // In any other form the date has a finding already.
        DateReading::Day(day)
            if day.form == DateForm::Canonical && cx.today.tomorrow().is_ok_and(|last| day.date > last) =>
        {
            vec![RULE.at(value.span, Message::FutureDate { text: value.quoted })]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    // It is March 2, 2026 in all cases.
    #[test]
    fn after_tomorrow() {
        check(&RULE, "日期/Date: «03/04/2026»\n", None);
        check(&RULE, "😀\r\n日期：«12/04/2099»\u{3000}\r\n", None);
    }

    #[test]
    fn up_to_tomorrow_and_any_time_ago() {
        for date in ["03/03/2026", "03/02/2026", "04/17/2025", "12/31/1999", "07/04/1776"] {
            check_quiet(&RULE, &format!("日期/Date: {date}\n"));
        }
    }

    #[test]
    fn another_form_has_its_own_finding() {
        for date in ["2099-12-04", "17/04/2099", "民國188年1月1日", "02/30/2099", "2099"] {
            check_quiet(&RULE, &format!("日期/Date: {date}\n"));
        }
    }
}
