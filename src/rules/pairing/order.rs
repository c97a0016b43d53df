//! `pairing/order`: points that answer each other crosswise.

use super::messages::Message;
use crate::bitext::Bead;
use crate::brief::Section;
use crate::language::{Both, Language};
use crate::pairing::Crossing;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports points that stand in another order on the Chinese side than on the English one.
    ///
    /// ## Why
    /// Readers who compare the two languages take the third point for the translation of the third.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大與全球南方國家的軍事交流。
    ///   • 歐盟對俄羅斯石油實施制裁。
    ///
    /// Summary:
    ///   • The European Union imposes sanctions on Russian oil.
    ///   • China expands military exchanges with the Global South.
    /// ```
    /// The fixes put the points of one side into the order of the other:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大與全球南方國家的軍事交流。
    ///   • 歐盟對俄羅斯石油實施制裁。
    ///
    /// Summary:
    ///   • China expands military exchanges with the Global South.
    ///   • The European Union imposes sanctions on Russian oil.
    /// ```
    ///
    /// ## Options
    /// Terms of `glossary.terms` in brief.toml help to tell which points belong together.
    "pairing/order", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    out_of_order(cx).unwrap_or_default()
}

fn out_of_order(cx: &Context) -> Option<Vec<Finding>> {
    let bitext = cx.bitext();
    let sections = bitext.sections()?;
    let alignment = bitext.alignment().filter(|_| !bitext.has_foreign_points())?;
    let pairs: Vec<Both<usize>> = alignment.beads.iter().map(Bead::first).collect();
    let has_fixes = !alignment.beads.iter().any(Bead::is_merged);
    let finding = |&crossing: &Crossing| match has_fixes {
        true => with_fixes(cx, crossed(sections, &pairs, crossing), sections, &pairs, crossing),
        false => crossed(sections, &pairs, crossing),
    };
    Some(alignment.crossings.iter().map(finding).collect())
}

/// The finding of a crossing; `pairs` are the points of each bead, by index.
fn crossed(sections: Both<&Section>, pairs: &[Both<usize>], crossing: Crossing) -> Finding {
    let numbers = |bead: usize| pairs[bead].map(|at| at + 1);
    let places = |bead: usize| sections.zip(pairs[bead]).map(|(section, at)| section.points[at].text);
    let answers = |Both { chinese, english }: Both<usize>| Message::Answers { chinese, english };
    match crossing {
        Crossing::Swapped(one, other) => {
            let (first, second) = (numbers(one), numbers(other));
            let message = Message::PointsSwapped {
                chinese: first.chinese,
                english: first.english,
                other_chinese: second.chinese,
                other_english: second.english,
            };
            // The upper one of the two on the English side.
            RULE.at(places(one).english.min(places(other).english), message)
                .related(places(one).chinese, answers(first))
                .related(places(other).chinese, answers(second))
                .points(first.zip(second).map(|(first, second)| vec![first, second]))
        }
        Crossing::Moved(bead) => {
            let moved = numbers(bead);
            let message = Message::PointMoved { chinese: moved.chinese, english: moved.english };
            RULE.at(places(bead).english, message).related(places(bead).chinese, answers(moved)).point_pair(moved)
        }
    }
}

/// Adds a fix for each section where every point between the places is plain: texts are exchanged and marks stay.
fn with_fixes(
    cx: &Context,
    finding: Finding,
    sections: Both<&Section>,
    pairs: &[Both<usize>],
    crossing: Crossing,
) -> Finding {
    let fix = |finding: Finding, language: Language| match reordered(cx, sections[language], pairs, crossing) {
        Some(edits) => finding.quick_fix(Message::Reorder { language }, edits),
        None => finding,
    };
    [Language::English, Language::Chinese].into_iter().fold(finding, fix)
}

/// Edits that move texts of `section` so that the points of the crossing follow the order of the other side.
fn reordered(cx: &Context, section: &Section, pairs: &[Both<usize>], crossing: Crossing) -> Option<Vec<Edit>> {
    let order = match crossing {
        Crossing::Swapped(one, other) => {
            let mut order: Vec<usize> = (0..section.points.len()).collect();
            order.swap(pairs[one][section.language], pairs[other][section.language]);
            order
        }
        Crossing::Moved(bead) => moved(section, pairs, pairs[bead]),
    };
    let changed: Vec<usize> = (0..order.len()).filter(|&at| order[at] != at).collect();
    let (&first, &last) = (changed.first()?, changed.last()?);
    let depth = section.points[first].depth;
    let plain =
        section.points[first..=last].iter().all(|point| point.depth == depth && point.text.start > point.mark.end);
    let childless = section.points.get(last + 1).is_none_or(|next| next.depth <= depth);
    let edit = |&at: &usize| Edit::replace(section.points[at].text, &cx.text[section.points[order[at]].text]);
    (plain && childless).then(|| changed.iter().map(edit).collect())
}

/// The order of the section's points, by index, with that of `pair` behind the partner of the point before its partner.
fn moved(section: &Section, pairs: &[Both<usize>], pair: Both<usize>) -> Vec<usize> {
    let (own, other) = (section.language, section.language.other());
    let above = pairs.iter().filter(|above| above[other] < pair[other]).max_by_key(|above| above[other]);
    let mut order: Vec<usize> = (0..section.points.len()).filter(|&at| at != pair[own]).collect();
    let at = above.and_then(|above| order.iter().position(|&at| at == above[own])).map_or(0, |at| at + 1);
    order.insert(at, pair[own]);
    order
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::house::{House, HouseTerms};
    use crate::language::Both;
    use crate::lexicon::Term;
    use crate::rules::tests::{check, check_in, check_quiet, run};

    const ZH: [&str; 4] = [
        "中國擴大與全球南方國家的軍事交流。",
        "歐盟對俄羅斯石油實施制裁。😀",
        "日本重啟核能電廠。",
        "印尼農民抗議稻米進口。",
    ];
    const EN: [&str; 4] = [
        "China expands military exchanges with the Global South.",
        "The European Union imposes sanctions on Russian oil.",
        "Japan restarts its nuclear power plants.",
        "Farmers in Indonesia protest against imports of rice.",
    ];

    fn brief(zh: &[usize], en: &[&str]) -> String {
        let zh: String = zh.iter().map(|&at| format!("  • {}\n", ZH[at])).collect();
        let en: String = en.iter().map(|text| format!("  • {text}\n")).collect();
        format!("摘要:\n{zh}\nSummary:\n{en}")
    }

    #[test]
    fn two_are_swapped() {
        let marked = format!("«{}»", EN[1]);
        check(&RULE, &brief(&[0, 1, 2], &[&marked, EN[0], EN[2]]), Some(&brief(&[0, 1, 2], &[EN[0], EN[1], EN[2]])));
        let findings = run(&RULE, &brief(&[0, 1, 2, 3], &[EN[0], EN[3], EN[2], EN[1]]));
        assert_eq!((&findings[0].points.chinese[..], &findings[0].points.english[..]), (&[2, 4][..], &[4, 2][..]));
        assert_eq!(findings[0].fixes.len(), 2);
    }

    #[test]
    fn one_is_moved() {
        let marked = format!("«{}»", EN[0]);
        check(&RULE, &brief(&[0, 1, 2, 3], &[EN[1], EN[2], EN[3], &marked]), Some(&brief(&[0, 1, 2, 3], &EN)));
        let findings = run(&RULE, &brief(&[0, 1, 2, 3], &[EN[1], EN[2], EN[3], EN[0]]));
        assert_eq!((&findings[0].points.chinese[..], &findings[0].points.english[..]), (&[1][..], &[4][..]));
    }

    #[test]
    fn terms_of_the_house_tell_points_apart() {
        let zh = "摘要:\n  • 雲海計畫延後一年才開始。\n  • 霧峰計畫延後一年才開始。\n\nSummary:\n";
        let late = "was put off by one more year";
        let crossed = format!("{zh}  • «The brumal programme {late}.»\n  • The nephoscope programme {late}.\n");
        assert!(run(&RULE, &crossed.replace(['«', '»'], "")).is_empty());
        let own = |zh, en| Term::of_house(Both::new(vec![zh], vec![en])).expect("names");
        let glossary = HouseTerms::new(vec![own("雲海", "nephoscope"), own("霧峰", "brumal")], Vec::new());
        let house = House { glossary, ..House::default() };
        let fixed = format!("{zh}  • The nephoscope programme {late}.\n  • The brumal programme {late}.\n");
        check_in(&house, &RULE, &crossed, Some(&fixed));
    }

    #[test]
    fn in_order() {
        check_quiet(&RULE, &brief(&[0, 1, 2, 3], &EN));
        check_quiet(&RULE, &brief(&[0, 2, 3], &EN));
        check_quiet(&RULE, "摘要:\n • 甲\n • 乙\n\nSummary:\n • B\n • A\n");
    }
}
