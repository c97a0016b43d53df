//! `agreement/date`: partners state different dates.

use super::{Disagreement, contradictions};
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
    "agreement/date", Warning, pair between
}

fn between(zh: &str, en: &str) -> Vec<Disagreement> {
    contradictions(zh, en, &RULE, |value| value.kind.is_date())
}
