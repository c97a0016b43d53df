//! `agreement/number`: partners state different numbers.

use super::contradictions;
use crate::rules::pair::{Disagreement, PairTexts};
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
    "agreement/number", Warning, Pair(between)
}

fn between(pair: &PairTexts) -> Vec<Disagreement> {
    contradictions(pair, &RULE, |value| !value.kind.is_date())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check_points, check_quiet, run};

    #[test]
    fn the_english_number_is_marked() {
        check_points(&RULE, "國防預算達6,068億元😀", "The defense budget reached «NT$60.68 billion» 𠮷");
        check_points(&RULE, "成長三成", "up «13%»");
        check_points(&RULE, "依第232條", "under Section «132»");
        check_points(&RULE, "157萬人", "«1.5 million people»");
    }

    #[test]
    fn however_they_are_written() {
        check_points(&RULE, "2.6萬人，兩成", "26,250 people, a fifth");
        check_points(&RULE, "93萬人", "939,000 people");
        check_points(&RULE, "２０２５年有兩百萬人", "two million people in 2025");
    }

    #[test]
    fn years_are_no_matter_of_numbers() {
        check_points(&RULE, "2025年", "2026");
    }

    #[test]
    fn the_lead_has_its_partner_too() {
        let findings = run(&RULE, "摘要:\n共50人。\n  • 中國\n\nSummary:\nThere were 60 people.\n  • China\n");
        assert_eq!((&findings[0].points.chinese[..], &findings[0].points.english[..]), (&[0][..], &[0][..]));
        assert_eq!(findings[0].related.len(), 1);
    }

    #[test]
    fn what_only_one_side_says() {
        check_points(&RULE, "50人", "The people");
        check_quiet(&RULE, "摘要:\n\nSummary:\n  • 50 people\n");
    }
}
