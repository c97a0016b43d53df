//! `points/mixed-marks`: bullets and numbers among the same points.

use std::collections::BTreeMap;

use super::messages::Message;
use crate::brief::{MarkKind, Point, Section};
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports bullets and numbers that are mixed among points of one level.
    ///
    /// ## Why
    /// A list that changes from bullets to numbers looks like two lists, as if points from two versions had been put
    /// together.
    ///
    /// ## Example
    /// ```brief bad
    /// Summary:
    ///   • China expands military exchanges.
    ///   • Russia follows.
    ///   3. India hesitates.
    /// ```
    /// The fix gives all of them the mark that most have:
    /// ```brief good
    /// Summary:
    ///   • China expands military exchanges.
    ///   • Russia follows.
    ///   • India hesitates.
    /// ```
    ///
    /// Bullets under a number, or numbers under a bullet, are no mixture. Bullets of different shapes are not reported:
    /// the formatter makes them one.
    ///
    /// ## Options
    /// `format.mark` in brief.toml sets the mark that all bullets become.
    "points/mixed-marks", Hint, Section(check)
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    of_section(cx, section).into_iter().collect()
}

fn of_section(cx: &Context, section: &Section) -> Option<Finding> {
    let mixtures: Vec<Mixture> =
        siblings(section).into_iter().filter_map(|group| mixture(&section.points, group)).collect();
    let first = mixtures.iter().min_by_key(|mixture| mixture.odd)?;
    let mut edits: Vec<Edit> = mixtures.iter().flat_map(|mixture| unified(cx, section, mixture)).collect();
    edits.sort_by_key(|edit| edit.span);
    let shown = |at: usize| shown(&cx.text[section.points[at].mark]);
    let message = Message::MixedMarks { mark: shown(first.odd), usual: shown(first.usual) };
    let usual = if first.numbered { "1.".to_owned() } else { cx.house.format.mark.to_string() };
    let title = Message::UnifyMarks { usual };
    let finding = RULE.at(section.points[first.odd].mark, message).quick_fix(title, edits);
    Some(finding.point(section.language, first.odd + 1))
}

/// Indices of the points that have the same parent.
fn siblings(section: &Section) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut parents = Vec::new();
    for (at, point) in section.points.iter().enumerate() {
        parents.truncate(point.depth);
        groups.entry(parents.last().copied()).or_default().push(at);
        parents.push(at);
    }
    groups.into_values().collect()
}

/// Points of one parent of which some have bullets and some numbers.
struct Mixture {
    group: Vec<usize>,
    /// Most of them have numbers.
    numbered: bool,
    /// The first one with the usual kind of mark, and the first one without.
    usual: usize,
    odd: usize,
}

fn mixture(points: &[Point], group: Vec<usize>) -> Option<Mixture> {
    let is_number = |at: &usize| matches!(points[*at].mark_kind, MarkKind::Number(_));
    let (numbers, bullets): (Vec<usize>, Vec<usize>) = group.iter().partition(|at| is_number(at));
    let (&number, &bullet) = (numbers.first()?, bullets.first()?);
    // Where there are as many of both, the first one shows what was meant.
    let numbered = (numbers.len(), bullet) > (bullets.len(), number);
    let (usual, odd) = if numbered { (number, bullet) } else { (bullet, number) };
    Some(Mixture { group, numbered, usual, odd })
}

fn unified(cx: &Context, section: &Section, mixture: &Mixture) -> Vec<Edit> {
    let marks = (1..).map(|number| match mixture.numbered {
        true => format!("{number}."),
        false => cx.house.format.mark.to_string(),
    });
    (mixture.group.iter().zip(marks))
        .filter_map(|(&at, mut mark)| {
            let point = &section.points[at];
            if cx.text[point.mark] == *mark {
                return None;
            }
            // 一、中國 needs no blank, 1.China does.
            if point.text.start == point.mark.end && !point.text.is_empty() {
                mark.push(' ');
            }
            Some(Edit::replace(point.mark, mark))
        })
        .collect()
}

/// Word's private-use marks have no shape outside Word.
fn shown(mark: &str) -> String {
    let is_private = mark.starts_with(|c| matches!(c, '\u{e000}'..='\u{f8ff}'));
    if is_private { "•" } else { mark }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Message, RULE};
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn a_number_among_bullets() {
        check(
            &RULE,
            "摘要:\n  • 中國\n  • 俄國\n  «3.» 印度\n  4. 日本\n  • 😀𠮷\n",
            Some("摘要:\n  • 中國\n  • 俄國\n  • 印度\n  • 日本\n  • 😀𠮷\n"),
        );
        check(
            &RULE,
            "Summary：\r\n- China\r\n- Russia\r\n«（三）»India\r\n",
            Some("Summary：\r\n• China\r\n• Russia\r\n• India\r\n"),
        );
    }

    #[test]
    fn a_bullet_among_numbers() {
        check(
            &RULE,
            "Summary:\n  1. China\n  «•» Russia\n  2. India\n",
            Some("Summary:\n  1. China\n  2. Russia\n  3. India\n"),
        );
        check(&RULE, "摘要:\n一、中國\n二、俄國\n«•»印度\n", Some("摘要:\n1. 中國\n2. 俄國\n3. 印度\n"));
    }

    #[test]
    fn a_tie_goes_to_the_first() {
        check(&RULE, "摘要:\n• 中國\n«1.» 俄國\n", Some("摘要:\n• 中國\n• 俄國\n"));
        check(&RULE, "摘要:\n1. 中國\n«•» 俄國\n", Some("摘要:\n1. 中國\n2. 俄國\n"));
    }

    #[test]
    fn one_finding_a_section() {
        check(
            &RULE,
            "摘要:\n• 一\n  1. 二\n  2. 三\n  «•» 四\n• 五\n① 六\n\nSummary:\n• One\n«1)» Two\n",
            Some("摘要:\n• 一\n  1. 二\n  2. 三\n  3. 四\n• 五\n• 六\n\nSummary:\n• One\n• Two\n"),
        );
    }

    #[test]
    fn levels_and_sections_may_differ() {
        check_quiet(&RULE, "摘要:\n1. 中國\n  • 軍事\n  • 外交\n2. 俄國\n  1) 石油\n\nSummary:\n• China\n");
    }

    #[test]
    fn shapes_of_one_kind_may_differ() {
        check_quiet(&RULE, "摘要:\n• 一\n- 二\n● 三\n\u{f0b7}\t四\n•五\n•\u{a0}六\n· 七\no 八\n");
        check_quiet(&RULE, "摘要:\n1. 一\n(2) 二\n三、三\n（四） 四\n⑤ 五\n");
    }

    #[test]
    fn word_s_marks_are_shown_as_bullets() {
        let findings = run(&RULE, "摘要:\n1. 一\n2. 二\n\u{f0b7} 三\n");
        assert_eq!(findings[0].message, Message::MixedMarks { mark: "•".into(), usual: "1.".into() }.into());
        assert_eq!(findings[0].points.chinese, [3]);
    }

    #[test]
    fn a_mark_whose_text_stands_on_the_next_line() {
        check(&RULE, "摘要:\n• 一\n• 二\n«③»\n三\n", Some("摘要:\n• 一\n• 二\n•\n三\n"));
    }
}
