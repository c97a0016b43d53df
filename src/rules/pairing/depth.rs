//! `pairing/depth`: partners that are nested differently.

use super::messages::Message;
use crate::bitext::Bead;
use crate::brief::{Section, indent_width};
use crate::language::Both;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports partners of which one is a point of the section and the other a point below another.
    ///
    /// ## Why
    /// What one language shows as an argument for the point above it, the other shows as a point of its own.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///     • 俄國跟進。
    ///
    /// Summary:
    ///   • China expands military exchanges.
    ///   • Russia follows.
    /// ```
    /// The fix indents the English points like the Chinese ones:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///     • 俄國跟進。
    ///
    /// Summary:
    ///   • China expands military exchanges.
    ///     • Russia follows.
    /// ```
    ///
    /// All such points of a brief are one finding, at the first of them.
    "pairing/depth", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    differing(cx).into_iter().collect()
}

fn differing(cx: &Context) -> Option<Finding> {
    let bitext = cx.bitext();
    let sections = bitext.sections()?;
    // Points that stand out of order are to be put in order first.
    let alignment = bitext.alignment().filter(|alignment| alignment.crossings.is_empty())?;
    let points = |pair: &Both<usize>| sections.zip(*pair).map(|(section, at)| &section.points[at]);
    let is_unlike = |pair: &Both<usize>| points(pair).chinese.depth != points(pair).english.depth;
    let single = alignment.beads.iter().filter(|bead| !bead.is_merged()).map(Bead::first);
    let pairs: Vec<Both<usize>> = single.filter(is_unlike).collect();
    let (first, others) = pairs.split_first()?;
    let message = |pair: &Both<usize>| Message::DepthDiffers { chinese: pair.chinese + 1, english: pair.english + 1 };
    let marks = points(first).map(|point| point.mark);
    let mut finding = RULE.at(marks.english, message(first)).related(marks.chinese, Message::PartnerHere);
    for pair in others {
        finding = finding.related(points(pair).english.mark, message(pair));
    }
    let finding = finding.points(Both::from_fn(|language| pairs.iter().map(|pair| pair[language] + 1).collect()));
    let english = sections.english;
    let mut depths: Vec<usize> = english.points.iter().map(|point| point.depth).collect();
    pairs.iter().for_each(|pair| depths[pair.english] = points(pair).chinese.depth);
    Some(match can_be(&depths) {
        true => finding.quick_fix(Message::IndentLikeChinese, indented(cx, english, &depths)),
        false => finding,
    })
}

/// Whether points can be nested so: the first not at all, the others one level at a time.
fn can_be(depths: &[usize]) -> bool {
    depths.first() == Some(&0) && depths.windows(2).all(|two| two[1] <= two[0] + 1)
}

/// Edits that give all points of one depth one indent: where they differ, an indent tells no depth.
fn indented(cx: &Context, section: &Section, depths: &[usize]) -> Vec<Edit> {
    let indents = indents(cx, section, depths.iter().max().map_or(0, |deepest| deepest + 1));
    let points = section.points.iter().zip(depths).map(|(point, &depth)| (point.indent, &indents[depth]));
    let other = points.filter(|&(span, indent)| cx.text[span] != **indent);
    other.map(|(span, indent)| Edit::replace(span, indent)).collect()
}

/// The indent of each depth: that of its first point, or two blanks more than that of the depth above.
fn indents(cx: &Context, section: &Section, count: usize) -> Vec<String> {
    let mut indents: Vec<String> = Vec::with_capacity(count);
    for depth in 0..count {
        let own = section.points.iter().find(|point| point.depth == depth).map(|point| &cx.text[point.indent]);
        let above = indents.last();
        let is_deeper = |own: &&str| above.is_none_or(|above| indent_width(above) < indent_width(own));
        let deeper = || above.map_or_else(String::new, |above| format!("{above}  "));
        indents.push(own.filter(is_deeper).map_or_else(deeper, str::to_owned));
    }
    indents
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn a_first_point_is_no_child() {
        let chinese = "摘要:\n • 中國擴大軍事交流。\n   • 歐盟對俄羅斯石油實施新一輪制裁。\n";
        let english = "Summary:\n «•» The European Union imposes a new round of sanctions on Russian oil.\n";
        check(&RULE, &format!("{chinese}\n{english}"), None);
    }

    #[test]
    fn a_child_and_a_point() {
        check(
            &RULE,
            "摘要:\n  • 中國擴大軍事交流。\n    • 俄國跟進。\n\nSummary:\n  • China expands military exchanges.\n  «•» Russia follows. 😀\n",
            Some(
                "摘要:\n  • 中國擴大軍事交流。\n    • 俄國跟進。\n\nSummary:\n  • China expands military exchanges.\n    • Russia follows. 😀\n",
            ),
        );
        check(
            &RULE,
            "摘要:\n• 一\n• 二\n\nSummary:\n• One\n  «•» Two\n",
            Some("摘要:\n• 一\n• 二\n\nSummary:\n• One\n• Two\n"),
        );
    }

    #[test]
    fn a_section_without_levels_is_one_finding() {
        check(
            &RULE,
            "摘要:\n • 一\n   • 二\n   • 三\n\nSummary:\n • One\n «•» Two\n • Three\n",
            Some("摘要:\n • 一\n   • 二\n   • 三\n\nSummary:\n • One\n   • Two\n   • Three\n"),
        );
    }

    #[test]
    fn points_of_one_level_are_indented_unlike() {
        check(
            &RULE,
            "摘要:\n• 一\n• 二\n• 三\n\nSummary:\n  • One\n • Two\n  «•» Three 😀\n",
            Some("摘要:\n• 一\n• 二\n• 三\n\nSummary:\n  • One\n  • Two\n  • Three 😀\n"),
        );
        check(
            &RULE,
            "摘要:\n• 一\n• 二\n  • 三\n\nSummary:\n    • One\n • Two\n «•» Three\n",
            Some("摘要:\n• 一\n• 二\n  • 三\n\nSummary:\n    • One\n    • Two\n      • Three\n"),
        );
    }

    #[test]
    fn the_same_levels() {
        check_quiet(&RULE, "摘要:\n  • 一\n    • 二\n\nSummary:\n• One\n\t• Two\n");
        check_quiet(&RULE, "摘要:\n• 甲\n\nSummary:\n");
    }
}
