//! From a point to its partner in the other language, and from lead to lead.

use crate::brief::{Section, Segment, SegmentPosition};
use crate::language::Both;
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::{Span, is_han};

/// A text and those that answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// The text, extended to the place that was asked about.
    pub own: Span,
    /// One text, or several where one point covers two.
    pub others: Vec<Span>,
}

/// A segment of a lead or point, and the brief that it stands in.
#[derive(Debug, Clone)]
pub struct SegmentAtCursor<'s> {
    pub cx: Context<'s>,
    pub section: &'s Section,
    pub segment: Segment,
}

/// The partner of the lead or point at byte `offset`; `None` where the alignment is not trusted.
pub fn partner(snapshot: &Snapshot, offset: usize) -> Option<Partner> {
    let at = segment_at(snapshot, offset)?;
    let others: Vec<Span> = at.cx.bitext().partners_of(&at.segment).iter().map(|partner| partner.span).collect();
    (!others.is_empty()).then(|| Partner { own: at.segment.span.cover(Span::at(offset)), others })
}

/// The lead or point at byte `offset`, the blanks behind its text included.
pub fn segment_at(snapshot: &Snapshot, offset: usize) -> Option<SegmentAtCursor<'_>> {
    let line = snapshot.line_at(offset);
    let cx = snapshot.contexts().find(|cx| cx.brief.lines.contains(&line))?;
    let section = cx.brief.sections.iter().find(|section| section.lines.contains(&line))?;
    if let Some(index) = section.points.iter().position(|point| point.lines.contains(&line)) {
        let segment = section.segment(SegmentPosition::Point(index));
        return (offset >= section.points[index].mark.start).then_some(SegmentAtCursor { cx, section, segment });
    }
    let index = section.lead.iter().position(|lead| lead.lines.contains(&line))?;
    let segment = section.segment(SegmentPosition::Lead(index));
    (offset >= segment.span.start).then_some(SegmentAtCursor { cx, section, segment })
}

/// The lead or point at byte `offset`, or the lead that may be begun on an empty line there.
pub fn segment_to_write(snapshot: &Snapshot, offset: usize) -> Option<SegmentAtCursor<'_>> {
    segment_at(snapshot, offset).or_else(|| {
        let line = snapshot.line_at(offset);
        let cx = snapshot.contexts().find(|cx| cx.brief.lines.contains(&line))?;
        let section = cx.brief.sections.iter().find(|section| section.lines.contains(&line))?;
        let is_below_label = section.lead.is_empty() && snapshot.line_at(section.label.whole.start) < line;
        let is_above_points = section.points.first().is_none_or(|point| line < point.lines.start);
        let (language, position, span) = (section.language, SegmentPosition::Lead(0), Span::at(offset));
        let segment = Segment { language, position, span };
        (is_below_label && is_above_points).then_some(SegmentAtCursor { cx, section, segment })
    })
}

impl SegmentAtCursor<'_> {
    /// The texts that the segment answers or, while it is being written, will answer by its place.
    pub fn expected_partners(&self) -> Vec<Segment> {
        let answering = || self.cx.bitext().partners_of(&self.segment);
        let Some(index) = self.segment.point() else { return answering() };
        let own = &self.cx.text[self.segment.span];
        let enough = Both::from_fn(|language| language.profile().established);
        let is_written = own.chars().filter(|&c| is_han(c)).count() >= enough.chinese
            || own.split_whitespace().count() >= enough.english;
        let expected = self.expected(index).filter(|_| !is_written);
        let other = self.cx.brief.section(self.section.language.other());
        let point = expected.zip(other).filter(|&(index, other)| index < other.points.len());
        match point.map(|(index, other)| other.segment(SegmentPosition::Point(index))) {
            Some(partner) if !partner.span.is_empty() => vec![partner],
            _ => answering(),
        }
    }

    /// The point as far behind the partner of the last paired point before this one, unless another answers that.
    fn expected(&self, index: usize) -> Option<usize> {
        let alignment = self.cx.bitext().alignment();
        let answering = |at: usize| alignment?.answering(self.section.language, at);
        let before = (0..index).rev().find_map(|at| answering(at).map(|other| (at, other.end)));
        let expected = before.map_or(index, |(at, end)| end + index - at - 1);
        let others = (0..self.section.points.len()).filter(|&at| at != index);
        let is_taken = others.filter_map(answering).any(|other| other.contains(&expected));
        (!is_taken).then_some(expected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::at_cursor;

    #[track_caller]
    fn check(marked: &str, expected: &[&str]) {
        let (snapshot, offset) = at_cursor(marked);
        let partner = partner(&snapshot, offset);
        let others = partner.map(|partner| partner.others).unwrap_or_default();
        let found: Vec<&str> = others.iter().map(|&span| &snapshot.content()[span]).collect();
        assert_eq!(found, expected);
    }

    const ENGLISH: &str = "\n\nSummary:\nChina spends more.\n  • Japan buys missiles from the United States.\n  • Australia builds nuclear submarines.\n";

    #[test]
    fn a_lead_leads_to_the_lead() {
        check(&format!("摘要:\n中國|支出增加。\n  • 甲{ENGLISH}"), &["China spends more."]);
    }

    #[test]
    fn a_point_leads_to_what_answers_it_wherever_it_stands() {
        let swapped = format!("摘要:\n中國支出增加。\n  • 澳洲建造核子|動力潛艦。\n  • 日本向美國購買飛彈。{ENGLISH}");
        check(&swapped, &["Australia builds nuclear submarines."]);
        let back = swapped.replace('|', "").replace("Japan buys", "Japan |buys");
        check(&back, &["日本向美國購買飛彈。"]);
    }

    #[test]
    fn what_has_no_partner_leads_nowhere() {
        check(&format!("作者: |王小明\n\n摘要:\n甲\n  • 乙{ENGLISH}"), &[]);
        check("摘要:\n甲|\n  • 乙\n", &[]);
        check("摘要:\n甲\n  • 乙|\n\nSummary:\nA\n  •\n", &[]);
    }

    #[test]
    fn the_second_brief_of_a_digest() {
        let brief = format!("作者: A\n\n摘要:\n中國支出增加。\n  • 甲{ENGLISH}");
        check(&format!("{brief}\n---\n\n{}", brief.replace("支出", "支|出")), &["China spends more."]);
    }
}
