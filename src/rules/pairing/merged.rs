//! `pairing/merged`: one point holds two of the other side.

use super::messages::Message;
use super::numbering::counted_on;
use crate::bitext::Bead;
use crate::brief::{Point, Section, next_mark};
use crate::language::{Both, Language};
use crate::pairing::split_places;
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a point that says what two points say in the other language.
    ///
    /// ## Why
    /// The points behind it no longer stand beside their partners, and readers of one language see one thought where
    /// the others see two.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大與全球南方國家的軍事交流。
    ///   • 歐盟對俄羅斯石油實施制裁。
    ///   • 日本重啟核能電廠。
    ///
    /// Summary:
    ///   • China expands military exchanges with the Global South. The European Union imposes sanctions on Russian oil.
    ///   • Japan restarts its nuclear power plants.
    /// ```
    /// The fix splits the point between its sentences:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大與全球南方國家的軍事交流。
    ///   • 歐盟對俄羅斯石油實施制裁。
    ///   • 日本重啟核能電廠。
    ///
    /// Summary:
    ///   • China expands military exchanges with the Global South.
    ///   • The European Union imposes sanctions on Russian oil.
    ///   • Japan restarts its nuclear power plants.
    /// ```
    ///
    /// ## Options
    /// Terms of `glossary.terms` in brief.toml help to tell which points belong together.
    "pairing/merged", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    merged(cx).unwrap_or_default()
}

fn merged(cx: &Context) -> Option<Vec<Finding>> {
    let bitext = cx.bitext();
    let sections = bitext.sections()?;
    let alignment = bitext.alignment().filter(|_| !bitext.has_foreign_points())?;
    let beads = alignment.beads.iter().filter(|bead| bead.is_merged());
    let is_tried = |at: usize| at < MOST_TRIED;
    Some(beads.enumerate().map(|(at, bead)| of_bead(cx, sections, bead, is_tried(at))).collect())
}

/// Most findings of a brief, and most places in a point, for which a split is tried: each is tried on the whole brief before
/// it is offered.
const MOST_TRIED: usize = 12;
const MOST_PLACES: usize = 3;

fn of_bead(cx: &Context, sections: Both<&Section>, bead: &Bead, is_tried: bool) -> Finding {
    // The side whose one point holds two of the other's.
    let language = if bead.points.english.len() == 1 { Language::English } else { Language::Chinese };
    let (section, other) = (sections[language], sections[language.other()]);
    let (whole, parts) = (bead.points[language].start, bead.points[language.other()].clone());
    let message = Message::Merged { language, whole: whole + 1, first: parts.start + 1, second: parts.end };
    let whole = &section.points[whole];
    let parts: Vec<Span> = other.points[parts].iter().map(|point| point.text).collect();
    let numbers = bead.points.clone().map(|points| points.map(|at| at + 1).collect());
    let finding = RULE.at(whole.text, message).points(numbers);
    let finding = parts.iter().fold(finding, |finding, &part| finding.related(part, Message::PartOfIt));
    if !is_tried {
        return finding;
    }
    let texts: Vec<&str> = parts.iter().map(|&part| &cx.text[part]).collect();
    let gaps = split_places(&cx.text[whole.text], language, &texts, cx.house.glossary.translations());
    let mut splits =
        gaps.into_iter().take(MOST_PLACES).map(|gap| split(cx, section, whole, gap.shift(whole.text.start)));
    match splits.find(|edits| resolves(cx, edits)) {
        Some(edits) => finding.quick_fix(Message::SplitPoint, edits),
        None => finding,
    }
}

/// Whether fewer points are merged after the split, and no more are without partner.
fn resolves(cx: &Context, edits: &[Edit]) -> bool {
    let count = |cx: &Context| {
        let found = cx.bitext().alignment().filter(|alignment| alignment.is_told)?;
        let merged = found.beads.iter().filter(|bead| bead.is_merged()).count();
        let lone: usize = found.lone.as_ref().map(Vec::len).into_array().iter().sum();
        Some((merged, lone))
    };
    let after = cx.tried(edits, count).flatten();
    count(cx).zip(after).is_some_and(|(before, after)| after.0 < before.0 && after.1 <= before.1)
}

/// Edits that begin a new point of the same kind at the blanks between two sentences; numbers behind it count on.
fn split(cx: &Context, section: &Section, whole: &Point, gap: Span) -> Vec<Edit> {
    let mark = next_mark(&cx.text[whole.mark]);
    let blank = &cx.text[whole.mark.end..whole.text.start];
    // A point may begin on the line below its mark.
    let blank = if blank.contains(['\n', '\r']) { " " } else { blank };
    let line_end = cx.file.line_end().as_str();
    let mut edits = vec![Edit::replace(gap, format!("{line_end}{}{mark}{blank}", &cx.text[whole.indent]))];
    let is_behind = |point: &Point| usize::from(whole.depth == 0 && point.mark.start > whole.mark.start);
    edits.extend(counted_on(cx, section, is_behind));
    edits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    const ZH: [&str; 3] = ["中國擴大與全球南方國家的軍事交流。", "歐盟對俄羅斯石油實施制裁。😀", "日本重啟核能電廠。"];
    const EN: [&str; 3] = [
        "China expands military exchanges with the Global South.",
        "The European Union imposes sanctions on Russian oil.",
        "Japan restarts its nuclear power plants.",
    ];

    fn brief(zh: &[String], en: &[String]) -> String {
        let lines = |texts: &[String]| texts.iter().map(|text| format!("  • {text}\n")).collect::<String>();
        format!("摘要:\n{}\nSummary:\n{}", lines(zh), lines(en))
    }

    fn all(texts: [&str; 3]) -> Vec<String> {
        texts.map(str::to_owned).to_vec()
    }

    #[test]
    fn english_holds_two() {
        let marked = brief(&all(ZH), &[EN[0].to_owned(), format!("«{} {}»", EN[1], EN[2])]);
        check(&RULE, &marked, Some(&brief(&all(ZH), &all(EN))));
        let findings = run(&RULE, &marked.replace(['«', '»'], ""));
        assert_eq!((&findings[0].points.chinese[..], &findings[0].points.english[..]), (&[2, 3][..], &[2][..]));
    }

    #[test]
    fn chinese_holds_two() {
        let zh = [format!("«{}{}»", ZH[0], ZH[1]), ZH[2].to_owned()];
        check(&RULE, &brief(&zh, &all(EN)), Some(&brief(&all(ZH), &all(EN))));
    }

    #[test]
    fn a_lone_point_is_no_part() {
        check_quiet(&RULE, &brief(&all(ZH), &[EN[0].to_owned(), EN[2].to_owned()]));
        check_quiet(&RULE, &brief(&all(ZH), &all(EN)));
    }

    #[test]
    fn numbers_count_on() {
        let text = |en: [&str; 3]| {
            format!("摘要:\n1. {}\n2. {}\n3. {}\n\nSummary:\n{}{}{}", ZH[0], ZH[1], ZH[2], en[0], en[1], en[2])
        };
        let [first, second, third] = EN;
        check(
            &RULE,
            &text([&format!("1. «{first} {second}»\n"), &format!("2. {third}\n"), ""]),
            Some(&text([&format!("1. {first}\n"), &format!("2. {second}\n"), &format!("3. {third}\n")])),
        );
    }
}
