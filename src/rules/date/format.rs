//! `date/format`: a date that is not written in the house's form.

use super::messages::Message;
use super::value;
use crate::brief::{Field, FieldKind};
use crate::messages::Shared;
use crate::reading::date::{DateForm, DateReading};
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a date that is written in another form than MM/DD/YYYY.
    ///
    /// ## Why
    /// One form for all briefs is what makes them sort and search; and 114/04/17 or 4/5/25 is read differently in Taipei
    /// and in Washington.
    ///
    /// ## Example
    /// ```brief bad
    /// 日期/Date: 2025年4月17日
    /// ```
    /// The fix writes month, day and year:
    /// ```brief good
    /// 日期/Date: 04/17/2025
    /// ```
    ///
    /// ISO dates, written-out dates in either language, 民國 years and full-width digits are all understood. The fix is
    /// safe where only one reading exists. It is offered, but never applied unasked, for a year of two digits, for
    /// 114/04/17 without 民國, for 05.04.2025, and where the weekday beside the date is another day's.
    ///
    /// ## Options
    /// `header.date-format` in brief.toml sets the form of your house, such as `"%Y-%m-%d"`.
    "date/format", Warning, Field(FieldKind::Date, check)
}

fn check(cx: &Context, date: &Field) -> Vec<Finding> {
    let value = value(cx, date);
    let DateReading::Day(day) = value.reading else {
        return Vec::new();
    };
    if day.form == DateForm::Canonical {
        return Vec::new();
    }
    let canonical = cx.house.date_format.write(day.date);
    let title = Shared::ReplaceBy { text: canonical.clone() };
    let edits = vec![Edit::replace(value.span, canonical.clone())];
    let text = value.quoted;
    let finding = if day.certain {
        RULE.at(value.span, Message::DateForm { text, canonical }).safe_fix(title, edits)
    } else {
        RULE.at(value.span, Message::GuessedDate { text, canonical, form: cx.house.date_format.shape() })
            .quick_fix(title, edits)
    };
    vec![finding]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    /// All of these are April 17, 2025.
    #[track_caller]
    fn check_dates(dates: &[&str], safe: bool) {
        for date in dates {
            check(&RULE, &format!("日期/Date: «{date}»\n"), Some("日期/Date: 04/17/2025\n"));
            let findings = run(&RULE, &format!("日期/Date: {date}\n"));
            assert_eq!(findings[0].fixes[0].safe, safe, "{date}");
        }
    }

    #[test]
    fn the_form_of_the_template() {
        check_quiet(&RULE, "日期/Date: 04/17/2025\n");
        check_quiet(&RULE, "日期/Date：　04/17/2025\u{a0}\n");
        check_quiet(&RULE, "日期/Date:\n04/17/2025\n");
    }

    #[test]
    fn padding_and_short_years() {
        check_dates(&["4/17/2025", "04 / 17 / 2025"], true);
        check_dates(&["04/17/25", "4/17/25"], false);
    }

    #[test]
    fn year_first() {
        check_dates(&["2025-04-17", "2025/04/17", "2025/4/17", "2025.04.17"], true);
    }

    #[test]
    fn day_and_month_that_could_change_places() {
        check_quiet(&RULE, "日期/Date: 05/04/2025\n");
        check(&RULE, "日期/Date: «5/4/2025»\n", Some("日期/Date: 05/04/2025\n"));
    }

    #[test]
    fn written_out() {
        check_dates(&["April 17, 2025", "17 April 2025", "Apr. 17, 2025", "Apr 17th 2025"], true);
    }

    #[test]
    fn chinese_dates_and_wide_digits() {
        check_dates(&["2025年4月17日", "２０２５年４月１７日", "二○二五年四月十七日"], true);
        check_dates(&["０４/１７/２０２５", "04／17／2025"], true);
    }

    #[test]
    fn years_of_the_republic() {
        check_dates(&["民國114年4月17日", "民國一一四年四月十七日"], true);
        check_dates(&["114/04/17", "114.4.17"], false);
    }

    #[test]
    fn weekdays() {
        check_dates(&["2025年4月17日（星期四）", "Thursday, April 17, 2025", "04/17/2025（四）"], true);
        check_dates(&["2025年4月17日（星期五）"], false);
    }

    #[test]
    fn what_stands_round_the_value_stays() {
        check(
            &RULE,
            "😀𠮷: x\r\n**日期：**  «2025-04-17»\u{a0} \r\n\r\n摘要：\r\n",
            Some("😀𠮷: x\r\n**日期：**  04/17/2025\u{a0} \r\n\r\n摘要：\r\n"),
        );
        check(&RULE, "日期:\n «2025-04-17»\n", Some("日期:\n 04/17/2025\n"));
        check(&RULE, "\u{feff}日期: «2025-04-17»", Some("\u{feff}日期: 04/17/2025"));
    }

    #[test]
    fn the_form_comes_before_the_future() {
        check(&RULE, "日期: «2099-12-04»\n", Some("日期: 12/04/2099\n"));
        check_quiet(&RULE, "日期: 12/04/2099\n");
    }

    #[test]
    fn what_other_rules_report() {
        for value in ["", "17/04/2025", "02/30/2025", "2025-02-30", "April 2025", "待定"] {
            check_quiet(&RULE, &format!("日期/Date: {value}\n"));
        }
    }

    #[test]
    fn dates_elsewhere_are_prose() {
        check_quiet(&RULE, "作者: X\n\n摘要:\n日期: 2025-04-17\n  • 2025年4月17日\n");
    }
}
