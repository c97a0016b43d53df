//! `pairing/lead`: a lead that only one of the two sections has.

use super::messages::Message;
use crate::brief::Section;
use crate::language::Both;
use crate::rules::{Context, Finding, rule};

rule! {
    /// Reports a section without a lead where the other one has a lead.
    ///
    /// ## Why
    /// The points are all there and pair well, so that nobody counts the paragraph above them; readers of one language
    /// are never told what the brief is about.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    /// 中國正推動新的國際秩序。
    ///   • 中國擴大軍事交流。
    ///
    /// Summary:
    ///   • China expands military exchanges.
    /// ```
    /// Translate it:
    /// ```brief good
    /// 摘要:
    /// 中國正推動新的國際秩序。
    ///   • 中國擴大軍事交流。
    ///
    /// Summary:
    /// China is promoting a new international order.
    ///   • China expands military exchanges.
    /// ```
    ///
    /// Where the numbers of points differ, the lead may stand among them; `pairing/count` speaks of that.
    "pairing/lead", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    missing(cx).into_iter().collect()
}

fn missing(cx: &Context) -> Option<Finding> {
    let sections = cx.bitext().sections()?;
    let counts = sections.map(|section| section.points.len());
    if counts.chinese != counts.english || !sections.into_array().into_iter().all(has_points) {
        return None;
    }
    let leads = sections.map(|section| section.lead.first());
    let (lead, without) = match (leads.chinese, leads.english) {
        (Some(lead), None) => (lead, sections.english),
        (None, Some(lead)) => (lead, sections.chinese),
        _ => return None,
    };
    let label = cx.text[without.label.words].to_owned();
    let finding = RULE.at(without.label.words, Message::LeadMissing { label });
    Some(finding.related(lead.text, Message::LeadHere).point_pair(Both::new(0, 0)))
}

/// Whether any point of the section has text.
fn has_points(section: &Section) -> bool {
    section.points.iter().any(|point| !point.text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn a_lead_in_one_language() {
        check(&RULE, "摘要:\n中國行動。\n • 甲國支持\n\n«Summary»:\n • A supports it\n", None);
        check(&RULE, "«摘要»:\n • 甲國支持\n\nSummary:\nChina acts 😀.\n • A supports it\n", None);
    }

    #[test]
    fn leads_in_both_or_in_neither() {
        check_quiet(&RULE, "摘要:\n中國行動。\n • 甲\n\nSummary: China acts.\n • A\n");
        check_quiet(&RULE, "摘要:\n • 甲\n\nSummary:\n • A\n");
    }

    #[test]
    fn what_is_still_written_or_reported_otherwise() {
        check_quiet(&RULE, "摘要:\n中國行動。\n • 甲\n\nSummary:\n");
        check_quiet(&RULE, "摘要:\n中國行動。\n • 甲\n\nSummary:\n •\n");
        check_quiet(&RULE, "摘要:\n中國行動。\n • 甲\n\nSummary:\n • China acts.\n • A\n");
        check_quiet(&RULE, "摘要:\n中國行動。\n\nSummary:\n");
    }
}
