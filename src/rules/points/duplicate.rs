//! `points/duplicate`: a point that says again what one above it says.

use super::messages::Message;
use crate::brief::Section;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a point with the very text of a point above it in the same section.
    ///
    /// ## Why
    /// It was pasted twice, and the point that belongs in its place may be missing.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 中國擴大軍事交流。
    /// ```
    /// Write the right one, or remove the second:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    /// ```
    ///
    /// Of two points that are the same, `pairing/unpaired` says nothing.
    "points/duplicate", Warning, Section(check)
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    let again = |(at, first): (usize, usize)| {
        let (point, original) = (&section.points[at], &section.points[first]);
        let finding = RULE.at(point.text, Message::DuplicatePoint { number: at + 1, first: first + 1 });
        let removal = Edit::delete(cx.file.lines_span(&point.lines));
        finding
            .point(section.language, at + 1)
            .related(original.text, Message::FirstPoint)
            .quick_fix(Message::RemoveRepeatedPoint, vec![removal])
    };
    cx.bitext().repeated_points(section).into_iter().map(again).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn a_point_that_was_pasted_twice() {
        check(
            &RULE,
            "摘要:\n • 中國擴大交流😀\n • 俄國跟進行動\n • «中國擴大交流😀»\n",
            Some("摘要:\n • 中國擴大交流😀\n • 俄國跟進行動\n"),
        );
        check(
            &RULE,
            "Summary:\n1. China expands exchanges\n2. «China expands exchanges»\n3. «China expands exchanges»\n",
            Some("Summary:\n1. China expands exchanges\n"),
        );
    }

    #[test]
    fn names_may_stand_twice_and_sections_share_points() {
        check_quiet(&RULE, "摘要:\n • 日本\n • 日本\n •\n •\n\nSummary:\n • 2025\n • 2025\n");
        check_quiet(&RULE, "摘要:\n • 中國擴大交流\n\nSummary:\n • 中國擴大交流\n");
    }
}
