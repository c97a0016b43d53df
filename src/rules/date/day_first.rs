//! `date/day-first`: the day stands where the month belongs.

use super::messages::Message;
use super::value;
use crate::brief::{Field, FieldKind};
use crate::messages::Shared;
use crate::reading::date::DateReading;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a date whose first number can be no month, so that the day comes first.
    ///
    /// ## Why
    /// British and European publications put the day first; briefs put the month first. Whoever copied this date may
    /// have copied others where the slip does not show.
    ///
    /// ## Example
    /// ```brief bad
    /// 日期/Date: 17/04/2025
    /// ```
    /// The fix swaps day and month:
    /// ```brief good
    /// 日期/Date: 04/17/2025
    /// ```
    ///
    /// 05/04/2025 is never reported: by the template it is May 4.
    ///
    /// ## Options
    /// With a `header.date-format` in brief.toml that begins with the day, such as `"%d/%m/%Y"`, nothing is reported.
    "date/day-first", Warning, Field(FieldKind::Date, check)
}

fn check(cx: &Context, date: &Field) -> Vec<Finding> {
    let value = value(cx, date);
    let DateReading::DayFirst { date, day } = value.reading else {
        return Vec::new();
    };
    let canonical = cx.house.date_format.write(date);
    let title = Shared::ReplaceBy { text: canonical.clone() };
    let edits = vec![Edit::replace(value.span, canonical.clone())];
    let message = Message::DayFirst { text: value.quoted, day, canonical };
    vec![RULE.at(value.span, message).quick_fix(title, edits)]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn the_day_can_be_no_month() {
        for date in ["17/04/2025", "17/4/2025", "１７／０４／２０２５", "17.04.2025", "17-04-2025", "17/04/25"]
        {
            check(&RULE, &format!("日期：«{date}» \r\n"), Some("日期：04/17/2025 \r\n"));
        }
    }

    #[test]
    fn a_person_chooses() {
        assert!(!run(&RULE, "日期: 17/04/2025\n")[0].fixes[0].safe);
    }

    #[test]
    fn both_could_be_months() {
        check_quiet(&RULE, "日期/Date: 05/04/2025\n");
        check_quiet(&RULE, "日期/Date: 04/05/2025\n");
    }

    #[test]
    fn what_other_rules_report() {
        for value in ["", "04/17/2025", "17 April 2025", "13/13/2025", "30/02/2025", "2025-04-17", "待定"] {
            check_quiet(&RULE, &format!("日期/Date: {value}\n"));
        }
    }
}
