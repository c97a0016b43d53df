//! `pairing/count`: one language has more points than the other.

use std::collections::BTreeMap;

use super::messages::Message;
use super::numbering::counted_on;
use crate::bitext::alignment::has_text;
use crate::bitext::{Bead, BriefAlignment};
use crate::brief::{LineEnd, MarkKind, Point, Section};
use crate::language::{Both, Language};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a Chinese and an English section that do not have the same number of points.
    ///
    /// ## Why
    /// Readers of the two languages are promised the same brief: each Chinese point has its English partner. Unequal
    /// numbers mean that a point was forgotten, or that one was split in two.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 俄國跟進。
    ///
    /// Summary:
    ///   • China expands military exchanges.
    /// ```
    /// Write the missing point:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 俄國跟進。
    ///
    /// Summary:
    ///   • China expands military exchanges.
    ///   • Russia follows.
    /// ```
    ///
    /// Points below points count too. The points are compared by what they say, so that those without a partner are
    /// named, the first of them is marked, and the fix adds an empty partner where each belongs. Where the texts are too
    /// short or too unlike to tell, the shorter section's label is marked and the empty points are added at its end.
    /// Where one point holds two of the other side, `pairing/merged` reports it instead.
    ///
    /// ## Options
    /// Terms of `glossary.terms` in brief.toml help to tell which points belong together. `format.mark` is the mark of added points.
    "pairing/count", Error, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    unequal(cx).into_iter().collect()
}

fn unequal(cx: &Context) -> Option<Finding> {
    let bitext = cx.bitext();
    let sections = bitext.sections()?;
    // A section without any text is reported by `section/empty`.
    if !sections.into_array().into_iter().all(has_text) {
        return None;
    }
    // What belongs to another brief is not counted against this one.
    if bitext.has_foreign_half() {
        return None;
    }
    // Marks without text are reported by `points/empty` where they alone make the difference.
    let (counts, written) = (sections.map(|section| section.points.len()), sections.map(written));
    if counts.chinese == counts.english || written.chinese == written.english {
        return None;
    }
    let halves = UnequalHalves { cx, sections, counts, labels: sections.map(|section| &cx.text[section.label.words]) };
    match bitext.alignment().filter(|alignment| alignment.is_told) {
        Some(alignment) => halves.lone_points(alignment),
        None => Some(halves.shorter_section()),
    }
}

fn written(section: &Section) -> usize {
    section.points.len() - empty(section)
}

fn empty(section: &Section) -> usize {
    section.points.iter().filter(|point| point.text.is_empty()).count()
}

struct UnequalHalves<'a> {
    cx: &'a Context<'a>,
    sections: Both<&'a Section>,
    /// Numbers of points.
    counts: Both<usize>,
    labels: Both<&'a str>,
}

impl UnequalHalves<'_> {
    /// The points without partner; nothing where merged points explain the difference.
    fn lone_points(&self, found: &BriefAlignment) -> Option<Finding> {
        // Empty points that wait for the missing texts are reported by `points/empty`.
        let waiting = self.sections.map(empty).swap();
        if found.lone.as_ref().zip(waiting).into_array().iter().all(|(lone, waiting)| lone.len() <= *waiting) {
            return None;
        }
        let lone_in = |(language, lone): (Language, &Vec<usize>)| {
            let (section, label) = (self.sections[language], self.labels[language]);
            lone.iter().map(|&at| (section.points[at].text, label, at + 1)).collect::<Vec<_>>()
        };
        let mut lone: Vec<(Span, &str, usize)> = found.lone.each().into_iter().flat_map(lone_in).collect();
        lone.sort_by_key(|(span, ..)| *span);
        let (first, others) = lone.split_first()?;
        let listed: Vec<String> = lone.iter().map(|(_, label, number)| format!("{label} {number}")).collect();
        let message = Message::PointsWithoutPartner {
            chinese: self.counts.chinese,
            english: self.counts.english,
            chinese_label: self.labels.chinese.to_owned(),
            english_label: self.labels.english.to_owned(),
            lone: listed.join(", "),
        };
        let mut finding = RULE.at(first.0, message);
        for &(span, label, number) in others {
            finding = finding.related(span, Message::NoPartner { label: label.to_owned(), number });
        }
        for points in found.beads.iter().take(MOST_RELATED).map(Bead::first) {
            let answers = Message::Answers { chinese: points.chinese + 1, english: points.english + 1 };
            finding = finding.related(self.sections.english.points[points.english].text, answers);
        }
        let edits = self.empty_partners(found);
        let title = Message::AddPartners { count: lone.len() };
        let numbers = found.lone.as_ref().map(|lone| lone.iter().map(|at| at + 1).collect());
        Some(finding.points(numbers).quick_fix(title, edits))
    }

    fn shorter_section(&self) -> Finding {
        let Both { chinese, english } = self.counts;
        let short = if chinese < english { Language::Chinese } else { Language::English };
        let (here, there) = (self.sections[short], self.sections[short.other()]);
        let labels = self.labels.map(str::to_owned);
        let count = Message::CountOfSection { label: labels[short.other()].clone(), count: there.points.len() };
        let missing = chinese.abs_diff(english);
        let title = Message::AddEmptyPoints { label: labels[short].clone(), count: missing };
        let edit = self.marks_behind(here, here.lines.end, 0, &vec![0; missing]);
        let message =
            Message::PointCount { chinese, english, chinese_label: labels.chinese, english_label: labels.english };
        RULE.at(here.label.words, message).related(there.label.words, count).quick_fix(title, vec![edit])
    }

    /// Empty points on the other side of each lone point, behind the partner of the nearest paired point above it.
    fn empty_partners(&self, found: &BriefAlignment) -> Vec<Edit> {
        let mut edits: Vec<Edit> =
            Language::ALL.into_iter().flat_map(|language| self.empty_partners_in(language, found)).collect();
        edits.sort_by_key(|edit| edit.span);
        edits
    }

    fn empty_partners_in(&self, own: Language, found: &BriefAlignment) -> Vec<Edit> {
        let other = own.other();
        let (here, there) = (self.sections[own], self.sections[other]);
        let mut by_line: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &at in &found.lone[other] {
            let beads = found.beads.iter().map(Bead::last);
            let above = beads.filter(|points| points[other] < at).max_by_key(|points| points[other]);
            let first = here.points.first().map_or(here.lines.end, |point| point.lines.start);
            let line = above.map_or(first, |points| here.points[points[own]].lines.end);
            by_line.entry(line).or_default().push(there.points[at].depth);
        }
        // New points above count too, and numbers below must count on.
        let above = |line: usize| -> usize {
            by_line.range(..line).flat_map(|(_, depths)| depths).filter(|&&depth| depth == 0).count()
        };
        let marks = by_line.iter().map(|(&line, depths)| self.marks_behind(here, line, above(line), depths));
        marks.chain(counted_on(self.cx, here, |point| above(point.lines.start + 1))).collect()
    }

    /// Empty points of these depths before line `line`, marked like the section's own, with `new` new top points above.
    fn marks_behind(&self, section: &Section, line: usize, new: usize, depths: &[usize]) -> Edit {
        let file = self.cx.file;
        let end = file.line_end().as_str();
        let above = section.points.iter().filter(|point| point.lines.end <= line);
        let mut number = new + above.filter(|point| point.depth == 0).count();
        let mut text = String::new();
        for &depth in depths {
            number += usize::from(depth == 0);
            let mark = match is_numbered(section, depth) {
                true => format!("{number}."),
                false => self.cx.house.format.mark.to_string(),
            };
            text.push_str(&format!("{}{mark} {end}", self.indent(section, depth)));
        }
        let last_line = file.lines[..line].last();
        if last_line.is_some_and(|line| line.end == LineEnd::None) {
            text.insert_str(0, end);
            text.truncate(text.len() - end.len());
        }
        Edit::insert(file.lines_span(&(line..line)).end, text)
    }

    fn indent(&self, section: &Section, depth: usize) -> String {
        let own = section.points.iter().rfind(|point| point.depth == depth);
        own.map_or_else(|| "  ".repeat(depth + 1), |point| self.cx.text[point.indent].to_owned())
    }
}

/// Most pairs that are listed.
const MOST_RELATED: usize = 30;

/// Whether new points of that depth are numbered. Only top points are: those below begin again under each parent.
fn is_numbered(section: &Section, depth: usize) -> bool {
    let mut top = section.points.iter().filter(|point| point.depth == 0).peekable();
    let is_number = |point: &Point| matches!(point.mark_kind, MarkKind::Number(_));
    depth == 0 && top.peek().is_some() && top.all(is_number)
}

#[cfg(test)]
mod tests {
    use super::{Message, RULE};
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn the_shorter_section_is_marked() {
        check(
            &RULE,
            "摘要:\n  • 一\n  • 二\n  • 三\n\n«Summary»:\n  • One\n",
            Some("摘要:\n  • 一\n  • 二\n  • 三\n\nSummary:\n  • One\n  • \n  • \n"),
        );
        check(
            &RULE,
            "«中文摘要»：\r\n• 😀𠮷\r\n\r\nAbstract：\r\n• One\r\n• Two\r\n",
            Some("中文摘要：\r\n• 😀𠮷\r\n• \r\n\r\nAbstract：\r\n• One\r\n• Two\r\n"),
        );
    }

    const ZH: [&str; 3] = ["中國擴大與全球南方國家的軍事交流。", "歐盟對俄羅斯石油實施制裁。😀", "日本重啟核能電廠。"];
    const EN: [&str; 3] = [
        "China expands military exchanges with the Global South.",
        "The European Union imposes sanctions on Russian oil.",
        "Japan restarts its nuclear power plants.",
    ];

    /// A brief with these points; the mark of a new one ends in a blank.
    fn brief(zh: &[&str], en: &[&str]) -> String {
        let lines = |texts: &[&str]| texts.iter().map(|text| format!("  • {text}\n")).collect::<String>();
        format!("摘要:\n{}\nSummary:\n{}", lines(zh), lines(en))
    }

    #[test]
    fn the_point_without_partner_is_marked() {
        let marked = format!("«{}»", ZH[1]);
        check(&RULE, &brief(&[ZH[0], &marked, ZH[2]], &[EN[0], EN[2]]), Some(&brief(&ZH, &[EN[0], "", EN[2]])));
        let marked = format!("«{}»", EN[0]);
        check(&RULE, &brief(&ZH[1..], &[&marked, EN[1], EN[2]]), Some(&brief(&["", ZH[1], ZH[2]], &EN)));
        let marked = format!("«{}»", ZH[2]);
        check(&RULE, &brief(&[ZH[0], ZH[1], &marked], &EN[..2]), Some(&brief(&ZH, &[EN[0], EN[1], ""])));
        let findings = run(&RULE, &brief(&ZH, &[EN[0], EN[2]]));
        assert_eq!((&findings[0].points.chinese[..], &findings[0].points.english[..]), (&[2][..], &[][..]));
        // The pairing found.
        assert_eq!(findings[0].related[1].message, Message::Answers { chinese: 3, english: 2 }.into());
    }

    #[test]
    fn numbers_count_on_behind_a_new_point() {
        let numbered = |texts: &[&str]| {
            let lines = texts.iter().enumerate().map(|(at, text)| format!("{}. {text}\n", at + 1));
            lines.collect::<String>()
        };
        let brief = |zh: &[&str], en: &[&str]| format!("摘要:\n{}\nSummary:\n{}", numbered(zh), numbered(en));
        let marked = format!("«{}»", ZH[0]);
        check(&RULE, &brief(&[&marked, ZH[1], ZH[2]], &EN[1..]), Some(&brief(&ZH, &["", EN[1], EN[2]])));
        let marked = format!("«{}»", EN[1]);
        check(&RULE, &brief(&[ZH[0], ZH[2]], &[EN[0], &marked, EN[2]]), Some(&brief(&[ZH[0], "", ZH[2]], &EN)));
    }

    #[test]
    fn merged_points_are_no_matter_of_counting() {
        check_quiet(&RULE, &brief(&ZH, &[EN[0], &format!("{} {}", EN[1], EN[2])]));
    }

    #[test]
    fn what_is_said() {
        let findings = run(&RULE, "中文摘要:\n• 一\n• 二\n\nAbstract:\n• One\n");
        let message = Message::PointCount {
            chinese: 2,
            english: 1,
            chinese_label: "中文摘要".into(),
            english_label: "Abstract".into(),
        };
        assert_eq!(findings[0].message, message.into());
        assert_eq!(
            findings[0].related[0].message,
            Message::CountOfSection { label: "中文摘要".into(), count: 2 }.into()
        );
        assert!(!findings[0].fixes[0].safe);
    }

    #[test]
    fn english_first_and_no_final_line_end() {
        check(&RULE, "Summary:\n• One\n• Two\n\n«摘要»:\n• 一", Some("Summary:\n• One\n• Two\n\n摘要:\n• 一\n• "));
    }

    #[test]
    fn no_points_at_all_on_one_side() {
        check(
            &RULE,
            "摘要:\n中國\n  • 一\n\n«Summary»:\nChina\n",
            Some("摘要:\n中國\n  • 一\n\nSummary:\nChina\n  • \n"),
        );
    }

    #[test]
    fn new_points_look_like_the_old_ones() {
        check(
            &RULE,
            "摘要:\n1. 一\n2. 二\n3. 三\n\n«Summary»:\n1. One\n",
            Some("摘要:\n1. 一\n2. 二\n3. 三\n\nSummary:\n1. One\n2. \n3. \n"),
        );
    }

    #[test]
    fn children_count() {
        check(
            &RULE,
            "摘要:\n  • 一\n    • 二\n\n«Summary»:\n  • One\n",
            Some("摘要:\n  • 一\n    • 二\n\nSummary:\n  • One\n  • \n"),
        );
        check_quiet(&RULE, "摘要:\n  • 一\n    • 二\n\nSummary:\n  • One\n    • Two\n");
        check_quiet(&RULE, "摘要:\n  • 一\n    • 二\n\nSummary:\n  • One\n  • Two\n");
    }

    #[test]
    fn marks_of_every_kind_count() {
        check_quiet(&RULE, "摘要:\n\u{f0b7}\t一\n•二\n●\u{a0}三\n\nSummary:\n1. One\n(2) Two\n③ Three\n");
        check_quiet(&RULE, "摘要:\n一、一\n（二）二\n３．三\n\nSummary:\n- One\n* Two\no Three\n");
    }

    #[test]
    fn every_brief_of_a_file() {
        check(
            &RULE,
            "作者: 甲\n摘要:\n• 一\n\nSummary:\n• One\n\n---\n\n作者: 乙\n摘要:\n• 一\n• 二\n\n«Summary»:\n• One\n",
            Some(
                "作者: 甲\n摘要:\n• 一\n\nSummary:\n• One\n\n---\n\n作者: 乙\n摘要:\n• 一\n• 二\n\nSummary:\n• One\n• \n",
            ),
        );
    }

    #[test]
    fn what_other_rules_report() {
        check_quiet(&RULE, "摘要:\n• 一\n");
        check_quiet(&RULE, "摘要:\n• 一\n\nSummary:\n");
        check_quiet(&RULE, "摘要:\n• 一\n• 二\n\nSummary:\n•\n");
        check_quiet(&RULE, "摘要:\n• 一\n•\n\nSummary:\n• One\n");
    }

    #[test]
    fn broken_lines_are_one_point() {
        check_quiet(&RULE, "摘要:\n• 一\n二\n三\n\nSummary:\n• One\ntwo\n");
    }
}
