//! `agreement/date`: partners state different dates.

use super::contradictions;
use crate::rules::pair::{Disagreement, PairTexts};
use crate::rules::rule;

rule! {
    /// Reports a year, month, day, decade or quarter that the partner in the other language gives differently.
    ///
    /// ## Why
    /// Which of the two is right cannot be seen from the brief, and readers of one language learn a wrong date.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 雙方於民國114年4月17日會談。
    ///
    /// Summary:
    ///   • The two sides met on April 18, 2025.
    /// ```
    /// Compare the two, and correct the wrong one:
    /// ```brief good
    /// 摘要:
    ///   • 雙方於民國114年4月17日會談。
    ///
    /// Summary:
    ///   • The two sides met on April 17, 2025.
    /// ```
    ///
    /// A date that only one language gives is not reported.
    "agreement/date", Warning, Pair(between)
}

fn between(pair: &PairTexts) -> Vec<Disagreement> {
    contradictions(pair, &RULE, |value| value.kind.is_date())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check_points, check_quiet, run};

    #[test]
    fn the_english_date_is_marked() {
        check_points(&RULE, "雙方於民國114年4月17日會談😀", "The two sides met on «April 18, 2025» 𠮷");
        check_points(&RULE, "2025年", "in «2026»");
        check_points(&RULE, "九月", "in «October»");
        check_points(&RULE, "1980年代", "the «1990s»");
        check_points(&RULE, "第一季", "the «second quarter»");
    }

    #[test]
    fn however_they_are_written() {
        check_points(&RULE, "民國114年4月", "April 2025");
        check_points(&RULE, "二○二五年", "2025");
        check_points(&RULE, "9月29日", "September 29, 2018");
    }

    #[test]
    fn numbers_are_no_matter_of_dates() {
        check_points(&RULE, "50人", "60 people");
    }

    #[test]
    fn every_date_of_a_pair() {
        let findings =
            run(&RULE, "摘要:\n  • 2017年9月與2020年5月\n\nSummary:\n  • in September 2018 and in May 2021\n");
        assert_eq!(findings.len(), 2);
        assert_eq!(&findings[0].points.chinese[..], [1]);
    }

    #[test]
    fn what_only_one_side_says() {
        check_points(&RULE, "2025年", "That year");
        check_quiet(&RULE, "摘要:\n\nSummary:\n  • in 2025\n");
    }
}
