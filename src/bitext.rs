//! What the two halves of a brief say to each other: which segment answers which, and what of it the other one says.
//!
//! One account for all who ask: rules report from it, editors colour by it, the page is laid out by it. It knows no rule,
//! no finding, no editor and no protocol.

mod acronyms;
pub mod alignment;
pub mod correspondence;
mod counterpart;
mod foreign;
mod halves_memo;
mod item;
pub mod language;
mod persons;
mod repetition;
mod rows;
mod terms;
mod text_memo;

use std::sync::Arc;

pub use alignment::{Bead, BriefAlignment, Trust};
pub use correspondence::Correspondence;
pub use foreign::Foreign;
pub use halves_memo::HalvesMemo;
pub use item::{Item, Status, Subject};
pub use rows::Row;
pub use terms::NameClass;
pub use text_memo::TextMemo;

use halves_memo::KnownPair;

use crate::brief::{Brief, Section, Segment, SegmentPosition};
use crate::house::House;
use crate::language::{Both, Language};
use crate::lexicon::TermMatch;
use crate::text::Span;

/// A brief with its text, its house, and what is already known of both.
#[derive(Debug, Clone, Copy)]
pub struct Bitext<'a> {
    pub text: &'a str,
    pub brief: &'a Brief,
    pub house: &'a House,
    pub memo: &'a TextMemo,
    own: &'a HalvesMemo,
}

/// Two segments that answer each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    pub segments: Both<Segment>,
    pub trust: Trust,
    /// Among the pairs of its brief.
    index: usize,
}

impl<'a> Bitext<'a> {
    /// `own` is the brief's, made with the same house.
    pub fn new(
        text: &'a str,
        brief: &'a Brief,
        house: &'a House,
        memo: &'a TextMemo,
        own: &'a HalvesMemo,
    ) -> Bitext<'a> {
        Bitext { text, brief, house, memo, own }
    }

    /// The two halves, where there are both. Of several sections of a language, only the first is compared.
    pub fn sections(&self) -> Option<Both<&'a Section>> {
        Both::from_fn(|language| self.brief.section(language)).all()
    }

    /// The terms that a text of that language uses.
    pub fn terms(&self, language: Language, text: &str) -> Arc<Vec<TermMatch>> {
        self.memo.terms(self.house.terms(), language, text)
    }

    /// How the points go together; nothing while one of the sections has no text.
    pub fn alignment(&self) -> Option<&'a BriefAlignment> {
        self.own.alignment.get_or_init(|| BriefAlignment::of(self, self.own.before.as_deref())).as_ref()
    }

    /// The segments that answer each other one to one, with at least that much trust: the leads, then points in Chinese
    /// order. None is empty, and there are none where a half is written in the other's language.
    pub fn pairs(&self, least: Trust) -> Vec<Pair> {
        let Some(sections) = self.sections() else { return Vec::new() };
        let known = self.own.pairs.get_or_init(|| self.known_pairs(sections)).iter().enumerate();
        let pair = |(index, known): (usize, &KnownPair)| Pair {
            segments: sections.zip(known.positions).map(|(section, position)| section.segment(position)),
            trust: known.trust,
            index,
        };
        known.filter(|(_, known)| known.trust >= least).map(pair).collect()
    }

    fn known_pairs(&self, sections: Both<&Section>) -> Vec<KnownPair> {
        // What stands under the wrong label is no translation of the other.
        if sections.each().iter().any(|(_, section)| self.is_foreign(section)) || self.has_foreign_half() {
            return Vec::new();
        }
        let foreign = self.foreign();
        let is_own = |pair: &KnownPair| foreign.is_none_or(|foreign| !foreign.has_any_of(pair.positions));
        let beads = self.alignment().map(|alignment| alignment.beads.as_slice()).unwrap_or_default();
        let points = beads.iter().filter(|bead| !bead.is_merged());
        let points = points.map(|bead| {
            let positions = bead.points.as_ref().map(|points| SegmentPosition::Point(points.start));
            KnownPair::new(positions, bead.trust)
        });
        let has_text = |pair: &KnownPair| {
            let segments = sections.zip(pair.positions).map(|(section, position)| section.segment(position));
            segments.each().iter().all(|(_, segment)| !segment.span.is_empty())
        };
        leads(sections).into_iter().chain(points).filter(has_text).filter(is_own).collect()
    }

    /// The pair that `segment` belongs to, as [`Bitext::pairs`] has it.
    pub fn pair_of(&self, segment: &Segment) -> Option<Pair> {
        self.pairs(Trust::Weak).into_iter().find(|pair| pair.segments[segment.language] == *segment)
    }

    /// The segments that answer `segment`, none of them empty; several where one covers two.
    pub fn partners_of(&self, segment: &Segment) -> Vec<Segment> {
        let Some(other) = self.brief.section(segment.language.other()) else { return Vec::new() };
        let partners: Vec<Segment> = match segment.position {
            SegmentPosition::Lead(_) => {
                (0..other.lead.len()).map(|index| other.segment(SegmentPosition::Lead(index))).collect()
            }
            SegmentPosition::Point(index) => {
                let answering = self.alignment().and_then(|alignment| alignment.answering(segment.language, index));
                let points = answering.unwrap_or_default().filter(|&index| index < other.points.len());
                points.map(|index| other.segment(SegmentPosition::Point(index))).collect()
            }
            SegmentPosition::Extra(_) => Vec::new(),
        };
        partners.into_iter().filter(|partner| !partner.span.is_empty()).collect()
    }

    /// What the two segments of a pair of this brief say to each other; places are in each segment's own text.
    pub fn correspondence(&self, pair: &Pair) -> Arc<Correspondence> {
        let make = || self.correspondence_of(pair.segments.map(|segment| &self.text[segment.span]));
        match self.own.pairs.get().and_then(|known| known.get(pair.index)) {
            Some(known) => Arc::clone(known.correspondence.get_or_init(make)),
            None => make(),
        }
    }

    /// The same of any two texts.
    pub fn correspondence_of(&self, texts: Both<&str>) -> Arc<Correspondence> {
        self.memo.correspondence(texts, self.house.terms())
    }

    /// The same of several places on each side, read as one text each; places are in the document.
    pub fn correspondence_between(&self, places: Both<&[Span]>) -> Correspondence {
        let joined = places.map(|places| Joined::of(self.text, places));
        let found = self.correspondence_of(joined.as_ref().map(|joined| joined.text.as_str()));
        found.moved(|language, span| joined[language].place(span))
    }
}

/// The first paragraphs of both leads. One alone answers the other one; where there are several, as many on both sides,
/// each is expected to answer the one in its place.
fn leads(sections: Both<&Section>) -> Option<KnownPair> {
    let counts = sections.map(|section| section.lead.len());
    if counts.chinese != counts.english || counts.chinese == 0 {
        return None;
    }
    let trust = if counts.chinese == 1 { Trust::Certain } else { Trust::ByPlace };
    Some(KnownPair::new(Both::new(SegmentPosition::Lead(0), SegmentPosition::Lead(0)), trust))
}

/// Several places of a text read as one.
struct Joined {
    text: String,
    /// Where each place begins in `text`, and where in the document.
    starts: Vec<(usize, usize)>,
}

impl Joined {
    fn of(document: &str, places: &[Span]) -> Joined {
        let (mut text, mut starts) = (String::new(), Vec::new());
        for place in places {
            if !text.is_empty() {
                // Nothing is read across a line end and a blank.
                text.push_str("\n ");
            }
            starts.push((text.len(), place.start));
            text.push_str(&document[*place]);
        }
        Joined { text, starts }
    }

    /// The place in the document of one in `text`.
    fn place(&self, span: Span) -> Span {
        let behind = self.starts.partition_point(|&(start, _)| start <= span.start);
        let (here, there) = self.starts[behind.saturating_sub(1)];
        Span::new(span.start - here + there, span.end - here + there)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::BriefFile;

    /// What `look` sees in the first brief of a text.
    pub(super) fn with_bitext<T>(text: &str, look: impl FnOnce(Bitext) -> T) -> T {
        let (file, house) = (BriefFile::read(text), House::default());
        let (memo, own) = (TextMemo::default(), HalvesMemo::default());
        look(Bitext::new(text, &file.briefs[0], &house, &memo, &own))
    }
}
