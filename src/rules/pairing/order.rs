//! `pairing/order`: points that answer each other crosswise.

use super::messages::Message;
use crate::bitext::Bead;
use crate::brief::{Language, Section};
use crate::language::Both;
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
    let chinese = cx.brief.section(Language::Chinese)?;
    let english = cx.brief.section(Language::English)?;
    let alignment = cx.bitext().alignment()?;
    let beads = &alignment.beads;
    let findings = alignment.crossings.iter().map(|&crossing| {
        let finding = crossed(chinese, english, beads, crossing);
        with_fixes(cx, finding, [chinese, english], beads, crossing)
    });
    Some(findings.collect())
}

fn crossed(chinese: &Section, english: &Section, beads: &[Bead], crossing: Crossing) -> Finding {
    let place = |bead: usize| (beads[bead].points.chinese.start, beads[bead].points.english.start);
    let answers = |(zh, en): (usize, usize)| Message::Answers { chinese: zh + 1, english: en + 1 };
    match crossing {
        Crossing::Swapped(first, second) => {
            let ((zh, en), (other_zh, other_en)) = (place(first), place(second));
            let message = Message::PointsSwapped {
                chinese: zh + 1,
                english: en + 1,
                other_chinese: other_zh + 1,
                other_english: other_en + 1,
            };
            // The upper one of the two on the English side.
            RULE.at(english.points[other_en.min(en)].text, message)
                .related(chinese.points[zh].text, answers((zh, en)))
                .related(chinese.points[other_zh].text, answers((other_zh, other_en)))
                .points(Both::new(vec![zh + 1, other_zh + 1], vec![en + 1, other_en + 1]))
        }
        Crossing::Moved(bead) => {
            let (zh, en) = place(bead);
            let message = Message::PointMoved { chinese: zh + 1, english: en + 1 };
            RULE.at(english.points[en].text, message)
                .related(chinese.points[zh].text, answers((zh, en)))
                .point_pair(Both::new(zh + 1, en + 1))
        }
    }
}

/// Fixes only where every point between the places is plain: texts then change places and marks stay.
fn with_fixes(cx: &Context, finding: Finding, sides: [&Section; 2], beads: &[Bead], crossing: Crossing) -> Finding {
    let [chinese, english] = sides;
    let pairs: Vec<(usize, usize)> =
        beads.iter().map(|bead| (bead.points.chinese.start, bead.points.english.start)).collect();
    let flipped: Vec<(usize, usize)> = {
        let mut flipped: Vec<_> = pairs.iter().map(|&(zh, en)| (en, zh)).collect();
        flipped.sort_unstable();
        flipped
    };
    if beads.iter().any(Bead::is_merged) {
        return finding;
    }
    let concerned: Vec<(usize, usize)> = match crossing {
        Crossing::Swapped(first, second) => vec![pairs[first], pairs[second]],
        Crossing::Moved(bead) => vec![pairs[bead]],
    };
    let turned: Vec<(usize, usize)> = concerned.iter().map(|&(zh, en)| (en, zh)).collect();
    let mut finding = finding;
    if let Some(edits) = reordered(cx, english, &pairs, &concerned) {
        finding = finding.quick_fix(Message::Reorder { language: Language::English }, edits);
    }
    if let Some(edits) = reordered(cx, chinese, &flipped, &turned) {
        finding = finding.quick_fix(Message::Reorder { language: Language::Chinese }, edits);
    }
    finding
}

/// The texts of `section` put so that the concerned points follow the order of the other side. `pairs` are of the other
/// side's points with this one's, in the other side's order.
fn reordered(
    cx: &Context,
    section: &Section,
    pairs: &[(usize, usize)],
    concerned: &[(usize, usize)],
) -> Option<Vec<Edit>> {
    let order = match *concerned {
        [(_, first), (_, second)] => {
            let mut order: Vec<usize> = (0..section.points.len()).collect();
            order.swap(first, second);
            order
        }
        [(there, here)] => moved(section.points.len(), pairs, there, here),
        _ => return None,
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

/// The order in which point `here` stands behind the partner of whatever stands before its own partner.
fn moved(count: usize, pairs: &[(usize, usize)], there: usize, here: usize) -> Vec<usize> {
    let before = pairs.iter().rfind(|&&(other, _)| other < there).map(|&(_, own)| own);
    let mut order: Vec<usize> = (0..count).filter(|&at| at != here).collect();
    let at = before.and_then(|before| order.iter().position(|&own| own == before)).map_or(0, |at| at + 1);
    order.insert(at, here);
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
