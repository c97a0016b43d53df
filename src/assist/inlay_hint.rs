//! Pair numbers before the points of both halves, where place alone does not tell which belongs to which.

use crate::bitext::BriefAlignment;
use crate::brief::{Point, Section};
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// When pair numbers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PairNumbers {
    Off,
    Always,
    /// Only where a point's partner stands in another place than the point, or is missing.
    #[default]
    WhenTheyDiffer,
}

/// A number that an editor shows before the text of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairNumber {
    pub offset: usize,
    /// ① to ⑳, then 21 and so on; – for a point without partner.
    pub label: String,
    /// The texts of its partners.
    pub partners: Vec<Span>,
}

/// The numbers in `visible`, in order of place.
pub fn pair_numbers(snapshot: &Snapshot, visible: Span, setting: PairNumbers) -> Vec<PairNumber> {
    if setting == PairNumbers::Off {
        return Vec::new();
    }
    let in_sight = snapshot.contexts().filter(|cx| cx.file.lines_span(&cx.brief.lines).touches(visible));
    let mut numbers: Vec<PairNumber> = in_sight.flat_map(|cx| of_brief(&cx, setting).unwrap_or_default()).collect();
    numbers.retain(|number| visible.touches(Span::at(number.offset)));
    numbers.sort_by_key(|number| number.offset);
    numbers
}

fn of_brief(cx: &Context, setting: PairNumbers) -> Option<Vec<PairNumber>> {
    let (sections, alignment) = (cx.bitext().sections()?, cx.bitext().alignment()?);
    if setting == PairNumbers::WhenTheyDiffer && is_obvious(alignment) {
        return None;
    }
    let mut numbers = Vec::new();
    for (index, bead) in alignment.beads.iter().enumerate() {
        let points = sections.zip(bead.points.clone()).map(|(section, points)| &section.points[points]);
        for (language, &own) in points.each() {
            numbers.extend(numbered(own, points[language.other()], index + 1));
        }
    }
    for (language, lone) in alignment.lone.each() {
        numbers.extend(alone(sections[language], lone));
    }
    Some(numbers)
}

/// Whether points answer each other in order and none is without partner.
fn is_obvious(alignment: &BriefAlignment) -> bool {
    let mut beads = alignment.beads.iter();
    beads.all(|bead| bead.points.chinese == bead.points.english)
        && alignment.lone.each().iter().all(|(_, lone)| lone.is_empty())
}

fn numbered<'p>(own: &'p [Point], others: &'p [Point], number: usize) -> impl Iterator<Item = PairNumber> + 'p {
    own.iter().map(move |point| PairNumber {
        offset: point.text.start,
        label: circled(number),
        partners: others.iter().map(|other| other.text).collect(),
    })
}

fn alone(section: &Section, lone: &[usize]) -> impl Iterator<Item = PairNumber> {
    lone.iter().map(|&at| PairNumber {
        offset: section.points[at].text.start,
        label: "–".to_owned(),
        partners: Vec::new(),
    })
}

/// Circled as far as every font has it.
fn circled(number: usize) -> String {
    let circled = u32::try_from(number).ok().filter(|&number| number <= 20);
    let c = circled.and_then(|number| char::from_u32('①' as u32 + number - 1));
    c.map_or_else(|| number.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::snapshot;

    /// Checks a brief whose hints stand in it as they are shown.
    #[track_caller]
    fn check(shown: &str, setting: PairNumbers) {
        let is_hint = |c: char| ('①'..='⑳').contains(&c) || c == '–';
        let text: String = shown.chars().filter(|&c| !is_hint(c)).collect();
        let snapshot = snapshot(&text);
        let mut found = text.clone();
        for number in pair_numbers(&snapshot, Span::new(0, text.len()), setting).into_iter().rev() {
            found.insert_str(number.offset, &number.label);
        }
        assert_eq!(found, shown);
    }

    const IN_ORDER: &str = "摘要:\n前言\n  • ①中國擴大與全球南方國家的軍事交流。\n  • ②歐盟對俄羅斯石油實施制裁。😀\n\nSummary:\nLead\n  • ①China expands military exchanges with the Global South.\n  • ②The European Union imposes sanctions on Russian oil.\n";

    fn plain(shown: &str) -> String {
        shown.replace(['①', '②'], "")
    }

    #[test]
    fn where_place_tells_all() {
        check(IN_ORDER, PairNumbers::Always);
        check(&plain(IN_ORDER), PairNumbers::WhenTheyDiffer);
        check(&plain(IN_ORDER), PairNumbers::Off);
    }

    #[test]
    fn where_it_does_not() {
        let crossed = IN_ORDER.replace("①China", "②The Eu").replacen("②The European", "①China", 1);
        let crossed = crossed
            .replace(
                "②The Eu expands military exchanges with the Global South.",
                "②The European Union imposes sanctions on Russian oil.",
            )
            .replace(
                "①China Union imposes sanctions on Russian oil.",
                "①China expands military exchanges with the Global South.",
            );
        check(&crossed, PairNumbers::WhenTheyDiffer);
        let lone = "摘要:\n  • ①中國擴大與全球南方國家的軍事交流。\n  • –日本重啟核能電廠。\n  • ②歐盟對俄羅斯石油實施制裁。\n\nSummary:\n  • ①China expands military exchanges with the Global South.\n  • ②The European Union imposes sanctions on Russian oil.\n";
        check(lone, PairNumbers::WhenTheyDiffer);
    }

    #[test]
    fn what_is_still_empty_is_in_its_place() {
        let text = "摘要:\n  • 中國擴大與全球南方國家的軍事交流。\n  • 日本重啟核能電廠。\n\nSummary:\n  • China expands military exchanges with the Global South.\n  • \n";
        check(text, PairNumbers::WhenTheyDiffer);
    }

    #[test]
    fn beyond_twenty() {
        assert_eq!((circled(20), circled(21)), ("⑳".to_owned(), "21".to_owned()));
    }
}
