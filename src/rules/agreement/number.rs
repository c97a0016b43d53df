//! `agreement/number`: partners state different numbers.

use super::{Disagreement, contradictions};
use crate::rules::rule;

rule! {
    /// Reports a number, percentage, sum or ordinal that the partner in the other language gives differently.
    ///
    /// ## Why
    /// A number is what readers quote. In one language it is easily mistyped, or corrected and forgotten in the other;
    /// 億 and billion, 三成 and 30% make it hard to see.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 台灣的國防預算達6,068億元，成長三成。
    ///
    /// Summary:
    ///   • Taiwan's defense budget reached NT$606.8 billion, up 13%.
    /// ```
    /// Compare the two, and correct the wrong one:
    /// ```brief good
    /// 摘要:
    ///   • 台灣的國防預算達6,068億元，成長三成。
    ///
    /// Summary:
    ///   • Taiwan's defense budget reached NT$606.8 billion, up 30%.
    /// ```
    ///
    /// Numbers are compared as values, however they are written: 兩百萬 is two million, 三分之二 two-thirds, 2.6萬 is 26,250
    /// rounded. A number that only one language gives is not reported, nor are measures that translators convert (坪,
    /// acres).
    "agreement/number", Warning, pair between
}

fn between(zh: &str, en: &str) -> Vec<Disagreement> {
    contradictions(zh, en, &RULE, |value| !value.kind.is_date())
}
