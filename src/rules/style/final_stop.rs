//! `style/final-stop`: a point without the full stop that the others have.

use std::collections::HashMap;

use super::messages::Message;
use crate::brief::{Language, Point, Section};
use crate::messages::Shared;
use crate::reading::point_end::PointEnd;
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a point that lacks the full stop that most of its siblings end with, or has the one of the other language.
    ///
    /// Points that end with another mark (`？` `：` `；`) or that have points of their own below them are left alone, and so
    /// are entries of a list among the points: several in a row without a stop, those behind a point that ends with `：`,
    /// those of the form `name: what` or `name — what`, those that count things (`1. … 2. …`), and what stands in brackets.
    ///
    /// ## Why
    /// A missing stop looks as if the rest of the sentence were lost.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 俄國增加軍費。
    ///   • 印度加強外交
    /// ```
    /// The fix adds it:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 俄國增加軍費。
    ///   • 印度加強外交。
    /// ```
    "style/final-stop", Hint, Section(check)
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    let has_children = |i: usize| section.points.get(i + 1).is_some_and(|next| next.depth > section.points[i].depth);
    let end = |(i, point): (usize, &Point)| match has_children(i) {
        true => PointEnd::Other,
        false => cx.memo.point_end(section.language, &cx.text[point.text]).shift(point.text.start),
    };
    let ends: Vec<PointEnd> = section.points.iter().enumerate().map(end).collect();
    let mut by_depth: HashMap<usize, Siblings> = HashMap::new();
    for (point, &end) in section.points.iter().zip(&ends) {
        by_depth.entry(point.depth).or_default().count(point, end);
    }
    let mut findings = Vec::new();
    for (i, (point, &end)) in section.points.iter().zip(&ends).enumerate() {
        let is_alone = end != PointEnd::Missing || !is_in_list(cx.text, section, &ends, i);
        if is_alone && by_depth.get(&point.depth).is_some_and(|siblings| siblings.want_stop(point)) {
            let finding = finding(cx.text, section.language, point, end);
            findings.extend(finding.map(|finding| finding.point(section.language, i + 1)));
        }
    }
    findings
}

/// Whether a neighbour lacks the stop too, or the point before introduces a list.
fn is_in_list(text: &str, section: &Section, ends: &[PointEnd], i: usize) -> bool {
    let neighbours = [i.checked_sub(1), Some(i + 1)].into_iter().flatten();
    let lacks =
        |at: usize| ends.get(at) == Some(&PointEnd::Missing) && section.points[at].depth == section.points[i].depth;
    let before = i.checked_sub(1).map_or("", |before| &text[section.points[before].text]);
    neighbours.into_iter().any(lacks) || before.ends_with([':', '：'])
}

/// The points of one depth.
#[derive(Default)]
struct Siblings {
    with_stop: usize,
    lacking: usize,
    /// Length in bytes of the shortest one with a stop.
    shortest: Option<usize>,
}

impl Siblings {
    fn count(&mut self, point: &Point, end: PointEnd) {
        match end {
            PointEnd::Stop => {
                self.with_stop += 1;
                let len = point.text.len();
                self.shortest = Some(self.shortest.map_or(len, |shortest| shortest.min(len)));
            }
            PointEnd::Missing | PointEnd::WrongStop(_) => self.lacking += 1,
            PointEnd::Other => {}
        }
    }

    /// Whether most have a stop, and the point is not much shorter, as a heading among sentences is.
    fn want_stop(&self, point: &Point) -> bool {
        let is_sentence = self.shortest.is_some_and(|shortest| point.text.len() * 2 >= shortest);
        let many = if self.lacking > 1 { 4 } else { 2 };
        is_sentence && self.with_stop >= many * self.lacking.max(1)
    }
}

fn finding(text: &str, language: Language, point: &Point, end: PointEnd) -> Option<Finding> {
    let stop = language.profile().full_stop;
    let message = Message::FinalStop { stop: stop.to_owned() };
    match end {
        PointEnd::WrongStop(span) => {
            let title = Shared::ReplaceBy { text: stop.to_owned() };
            Some(RULE.at(span, message).quick_fix(title, vec![Edit::replace(span, stop)]))
        }
        PointEnd::Missing => {
            let last = text[point.text].chars().next_back().map_or(0, char::len_utf8);
            let span = Span::new(point.text.end - last, point.text.end);
            let title = Message::AddStop { stop: stop.to_owned() };
            Some(RULE.at(span, message).quick_fix(title, vec![Edit::insert(point.text.end, stop)]))
        }
        PointEnd::Stop | PointEnd::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn a_stop_that_the_others_have() {
        check(&RULE, "摘要:\n• 一。\n• 二。\n• 𠮷«野»\n", Some("摘要:\n• 一。\n• 二。\n• 𠮷野。\n"));
        check(
            &RULE,
            "Summary:\r\n• One.\r\n• tw«o»\r\n• Three.\r\n",
            Some("Summary:\r\n• One.\r\n• two.\r\n• Three.\r\n"),
        );
        check(&RULE, "摘要:\n• 一。\n• 二（三«）»\n• 四。」\n", Some("摘要:\n• 一。\n• 二（三）。\n• 四。」\n"));
        assert_eq!(run(&RULE, "摘要:\n一\n• 一。\n• 二\n• 三。\n")[0].points.chinese, [2]);
    }

    #[test]
    fn the_stop_of_the_other_language() {
        check(&RULE, "摘要:\n• 一。\n• 二«.»\n• 三。\n", Some("摘要:\n• 一。\n• 二。\n• 三。\n"));
        check(&RULE, "摘要:\n• 一。\n• 二«．»」\n• 三。\n", Some("摘要:\n• 一。\n• 二。」\n• 三。\n"));
    }

    #[test]
    fn entries_of_a_list() {
        let with = |points: &str| {
            format!("摘要:\n• 一事。\n• 二事。\n• 三事。\n• 四事。\n• 五事。\n• 六事。\n• 七事。\n• 八事。\n{points}")
        };
        check_quiet(&RULE, &with("• 甲事\n• 乙事\n"));
        check_quiet(&RULE, &with("• 重點有二：\n• 甲事\n"));
        check_quiet(&RULE, &with("• 😀園區：光電與生技\n"));
        check_quiet(&RULE, &with("• 戴資穎 — 羽球世界球后\n"));
        check_quiet(&RULE, &with("• 中興園區（36.58 公頃）：研發，文創\n"));
        check_quiet(&RULE, &with("• （以聲音為媒介）\n"));
        check_quiet(&RULE, "Summary:\n• One.\n• Two.\n• 1. Power 2.Antenna\n");
        check(
            &RULE,
            "Summary:\n• One.\n• Two.\n• 1.5 of 2.5 millio«n»\n",
            Some("Summary:\n• One.\n• Two.\n• 1.5 of 2.5 million.\n"),
        );
        check(&RULE, &with("• 甲事，乙事：丙«事»\n"), Some(&with("• 甲事，乙事：丙事。\n")));
        check(&RULE, &with("• 甲«事»\n• 九事。\n• 乙«事»\n"), Some(&with("• 甲事。\n• 九事。\n• 乙事。\n")));
        check_quiet(&RULE, "Summary:\n• One.\n• Two.\n• Baihe: lotus flowers\n");
    }

    #[test]
    fn where_no_stop_is_due() {
        check_quiet(&RULE, "摘要:\n• 一\n• 二\n• 三。\n");
        check_quiet(&RULE, "摘要:\n• 一。\n• 二\n");
        check_quiet(&RULE, "摘要:\n• 一。\n• 二。\n• 三？\n• 四：\n• 五；\n• 六……\n•\n• 😀\n• https://x.tw/a\n");
        check_quiet(&RULE, "摘要:\n• 一。\n• 二。\n• 三\n  • 四\n  • 五\n• 六。\n");
        check_quiet(&RULE, "摘要:\n• 一。\n• 二。\n• 三。（中央社）\n• 「四」——王小明\n");
        check_quiet(&RULE, "Summary:\n• One.\n• Two.\n• Three. (Reuters)\n• “Four.” — Erik Green\n");
        check_quiet(&RULE, "Summary:\n• One.\n• Two.\n• See travel.gov.gr\n");
        check_quiet(&RULE, "Summary:\nOne\n• Two?\n• Three:\n• the U.S.\n• “Four.”\n");
    }
}
