//! A line over each section: how its points pair with the other half's, and what is found in it.

use super::messages::Message;
use crate::bitext::BriefAlignment;
use crate::language::Both;
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A clickable line of text above a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// The label below the lens.
    pub span: Span,
    pub title: Message,
    pub kind: LensKind,
}

/// The view that a click opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LensKind {
    /// The brief side by side.
    Pairs,
    /// The places of these findings.
    Findings(Vec<Span>),
}

/// In order of place.
pub fn lenses(snapshot: &Snapshot) -> Vec<Lens> {
    let mut lenses: Vec<Lens> = snapshot.contexts().flat_map(|cx| of_brief(snapshot, &cx)).collect();
    lenses.sort_by_key(|lens| lens.span);
    lenses
}

fn of_brief(snapshot: &Snapshot, cx: &Context) -> Vec<Lens> {
    let pairs = pairs(cx);
    let mut lenses = Vec::new();
    for section in &cx.brief.sections {
        let span = section.label.words;
        let is_first = cx.brief.section(section.language).is_some_and(|first| std::ptr::eq(first, section));
        let pairs = pairs.clone().filter(|_| is_first);
        lenses.extend(pairs.map(|title| Lens { span, title, kind: LensKind::Pairs }));
        let lines = cx.file.lines_span(&section.lines);
        // Findings are in order of place.
        let findings = snapshot.findings();
        let first = findings.partition_point(|finding| finding.span.start < lines.start);
        let here = findings[first..].iter().take_while(|finding| finding.span.start < lines.end);
        let places: Vec<Span> = here.map(|finding| finding.span).collect();
        lenses.extend(found(places.len()).map(|title| Lens { span, title, kind: LensKind::Findings(places) }));
    }
    lenses
}

fn found(count: usize) -> Option<Message> {
    match count {
        0 => None,
        1 => Some(Message::OneFindingHere),
        count => Some(Message::FindingsHere { count }),
    }
}

/// How the halves pair; `None` while one of them has no points.
fn pairs(cx: &Context) -> Option<Message> {
    let bitext = cx.bitext();
    let counts = bitext.sections()?.map(|section| section.points.len());
    let Both { chinese, english } = counts;
    if chinese == 0 || english == 0 {
        return None;
    }
    Some(match bitext.alignment().filter(|alignment| alignment.is_told) {
        Some(alignment) => state(alignment, counts),
        None => Message::PointsOfHalves { chinese, english },
    })
}

fn state(alignment: &BriefAlignment, Both { chinese, english }: Both<usize>) -> Message {
    let lone: usize = alignment.lone.each().iter().map(|(_, lone)| lone.len()).sum();
    if lone > 0 {
        return Message::PointsWithoutPartners { chinese, english, lone };
    }
    if !alignment.crossings.is_empty() {
        return Message::PointsInOtherOrder { chinese, english };
    }
    if alignment.beads.iter().any(|bead| bead.is_merged()) {
        return Message::PointsMerged { chinese, english };
    }
    Message::PointsPaired { chinese, english }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::snapshot;
    use crate::messages::Locale;

    const ZH: [&str; 3] = ["中國擴大與全球南方國家的軍事交流。", "歐盟對俄羅斯石油實施制裁。😀", "日本重啟核能電廠。"];
    const EN: [&str; 3] = [
        "China expands military exchanges with the Global South.",
        "The European Union imposes sanctions on Russian oil.",
        "Japan restarts its nuclear power plants.",
    ];

    /// Checks what stands over each section.
    #[track_caller]
    fn check(zh: &[usize], en: &[usize], expected: &[&str]) {
        let lines = |texts: [&str; 3], order: &[usize]| -> String {
            order.iter().map(|&at| format!("  • {}\n", texts[at])).collect()
        };
        let header = "作者/Author(s): 王小明\n\n網站來源/Source: RAND Corporation\n\n日期/Date: 04/17/2025\n\n關鍵字/Keywords: 軍事\n\n";
        let text = format!("{header}摘要:\n軍事。\n{}\nSummary:\nMilitary.\n{}", lines(ZH, zh), lines(EN, en));
        let snapshot = snapshot(&text);
        let lenses = lenses(&snapshot);
        let shown: Vec<String> = lenses
            .iter()
            .map(|lens| format!("{}: {}", &text[lens.span.range()], lens.title.text(Locale::English)))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn how_the_halves_go_together() {
        let paired = ["摘要: 3 ↔ 3 points · paired", "Summary: 3 ↔ 3 points · paired"];
        check(&[0, 1, 2], &[0, 1, 2], &paired);
        check(
            &[0, 1, 2],
            &[1, 0, 2],
            &[
                "摘要: 3 ↔ 3 points · in another order",
                "Summary: 3 ↔ 3 points · in another order",
                "Summary: 1 finding",
            ],
        );
        check(
            &[0, 1, 2],
            &[0, 2],
            &["摘要: 3 ↔ 2 points · 1 without partner", "摘要: 1 finding", "Summary: 3 ↔ 2 points · 1 without partner"],
        );
        check(&[0], &[], &["Summary: 1 finding"]);
    }
}
