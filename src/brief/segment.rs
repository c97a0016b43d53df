//! The texts of a section as segments, the unit of translators and their tools.

use std::ops::Range;

use super::Section;
use crate::language::Language;
use crate::text::Span;

/// One text of a section: a paragraph of the lead, a point, or a paragraph behind the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Segment {
    pub language: Language,
    pub position: SegmentPosition,
    /// From the first to the last character that is not blank; empty for a point without text.
    pub span: Span,
}

/// Which text of its section a segment is, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SegmentPosition {
    Lead(usize),
    Point(usize),
    /// An unmarked paragraph behind the first point.
    Extra(usize),
}

impl Segment {
    /// Its number in findings: 0 for the lead, 1 for the first point; `None` for extra paragraphs.
    pub fn number(&self) -> Option<usize> {
        match self.position {
            SegmentPosition::Lead(_) => Some(0),
            SegmentPosition::Point(index) => Some(index + 1),
            SegmentPosition::Extra(_) => None,
        }
    }

    /// Its index among the points, if it is one.
    pub fn point(&self) -> Option<usize> {
        match self.position {
            SegmentPosition::Point(index) => Some(index),
            _ => None,
        }
    }
}

impl Section {
    /// Its texts: the lead, extra paragraphs, then the points.
    pub fn segments(&self) -> impl Iterator<Item = Segment> + '_ {
        let lead = (0..self.lead.len()).map(SegmentPosition::Lead);
        let extra = (0..self.extra.len()).map(SegmentPosition::Extra);
        lead.chain(extra).map(|position| self.segment(position)).chain(self.point_segments())
    }

    /// Its texts in the order in which they stand.
    pub fn segments_in_order(&self) -> Vec<Segment> {
        let mut segments: Vec<Segment> = self.segments().collect();
        segments.sort_by_key(|segment| self.lines_of(segment).start);
        segments
    }

    pub fn point_segments(&self) -> impl Iterator<Item = Segment> + '_ {
        (0..self.points.len()).map(|index| self.segment(SegmentPosition::Point(index)))
    }

    /// The places of its texts, in the order of [`Section::segments`].
    pub fn texts(&self) -> impl Iterator<Item = Span> + '_ {
        self.segments().map(|segment| segment.span)
    }

    /// # Panics
    /// Where the section has no such text.
    pub fn segment(&self, position: SegmentPosition) -> Segment {
        let span = match position {
            SegmentPosition::Lead(index) => self.lead[index].text,
            SegmentPosition::Point(index) => self.points[index].text,
            SegmentPosition::Extra(index) => self.extra[index].text,
        };
        Segment { language: self.language, position, span }
    }

    /// The lines, by index in the file, that a segment of this section stands on.
    pub fn lines_of(&self, segment: &Segment) -> &Range<usize> {
        match segment.position {
            SegmentPosition::Lead(index) => &self.lead[index].lines,
            SegmentPosition::Point(index) => &self.points[index].lines,
            SegmentPosition::Extra(index) => &self.extra[index].lines,
        }
    }
}
