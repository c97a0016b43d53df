//! `section/empty`: a section label that no text follows.

use super::messages::Message;
use crate::brief::Section;
use crate::rules::{Context, Finding, rule};

rule! {
    /// Reports a section without any text.
    ///
    /// A section whose points are there but empty is not reported here: each empty point is.
    ///
    /// ## Why
    /// A label alone looks like a finished section in an outline, and half of the brief is missing.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    /// 中國正推動新秩序。
    ///
    /// Summary:
    /// ```
    /// Write the text:
    /// ```brief good
    /// 摘要:
    /// 中國正推動新秩序。
    ///
    /// Summary:
    /// China is building a new order.
    /// ```
    "section/empty", Error, Section(check)
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    // An empty point is a text too, and points/empty's.
    if section.texts().next().is_some() {
        return Vec::new();
    }
    let label = cx.house.label(section.language);
    vec![RULE.at(section.label.words, Message::EmptySection { label })]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn a_label_alone() {
        check(&RULE, "«摘要»:\n\n«Summary»：\n", None);
        check(&RULE, "摘要: 𠮷\n\n**«Abstract»** : \u{a0}\r\n　\r\n---\r\n", None);
        check(&RULE, "作者: X\n«摘要»:\n\n作者: Y\n摘要:\n中國\n", None);
    }

    #[test]
    fn any_text() {
        check_quiet(&RULE, "摘要:\n😀\n\nSummary: China");
        check_quiet(&RULE, "摘要:\n\n\n中國\n\nSummary:\n  • China\n");
    }

    #[test]
    fn empty_points_are_not_its_business() {
        check_quiet(&RULE, "摘要:\n  • \n  • \n");
    }
}
