//! Points with their children as blocks of lines: exchanged, inserted and deleted without a character lost.

use std::ops::Range;

use crate::brief::{LineEnd, MarkKind, Point, Section, mark_with_number};
use crate::rules::Context;
use crate::text::{Edit, Span};

/// The points of one section as a tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Blocks<'a> {
    pub cx: &'a Context<'a>,
    pub section: &'a Section,
}

impl<'a> Blocks<'a> {
    fn points(&self) -> &'a [Point] {
        &self.section.points
    }

    /// The point and its children, by index.
    pub fn family(&self, index: usize) -> Range<usize> {
        let depth = self.points()[index].depth;
        let children = self.points()[index + 1..].iter().take_while(|child| child.depth > depth);
        index..index + 1 + children.count()
    }

    /// The point above it under the same parent.
    pub fn sibling_above(&self, index: usize) -> Option<usize> {
        let depth = self.points()[index].depth;
        (0..index).rev().take_while(|&at| self.points()[at].depth >= depth).find(|&at| self.points()[at].depth == depth)
    }

    pub fn sibling_below(&self, index: usize) -> Option<usize> {
        let next = self.family(index).end;
        (self.points().get(next)?.depth == self.points()[index].depth).then_some(next)
    }

    /// Moves the block of `moved` past that of `other`, the sibling above or below it; numbers stay where they are. What
    /// is moved is not touched, its neighbour goes to its other side: so the editor's cursor goes along.
    pub fn move_past(&self, moved: usize, other: usize) -> Vec<Edit> {
        let [own, passed] = [moved, other].map(|index| &self.points()[index]);
        let [own_block, block] = [moved, other].map(|index| self.block(index));
        let are_numbered = [own, passed].iter().all(|point| number(point).is_some());
        let mark = if are_numbered { own.mark } else { passed.mark };
        let [before, behind] = [Span::new(block.start, passed.mark.start), Span::new(passed.mark.end, block.end)];
        let text = [before, mark, behind].map(|span| &self.cx.text[span]).concat();
        let mut edits = match other < moved {
            true => vec![
                Edit::delete(Span::new(block.start, own_block.start)),
                self.behind(own_block, Span::new(block.end, own_block.start), &text),
            ],
            false => vec![
                Edit::insert(own_block.start, text + &self.cx.text[own_block.end..block.start]),
                Edit::delete(Span::new(own_block.end, block.end)),
            ],
        };
        if are_numbered {
            edits.push(Edit::replace(own.mark, &self.cx.text[passed.mark]));
        }
        edits
    }

    /// `text` behind `block`, parted from it by what is in `gap`. Where a line follows, at its start: a cursor at the end
    /// of the block stays there.
    fn behind(&self, block: Span, gap: Span, text: &str) -> Edit {
        let gap = &self.cx.text[gap];
        let end = if gap.starts_with("\r\n") { "\r\n" } else { &gap[..1] };
        match self.cx.text[block.end..].starts_with(end) {
            true => Edit::insert(block.end + end.len(), format!("{}{text}{end}", &gap[end.len()..])),
            false => Edit::insert(block.end, format!("{gap}{text}")),
        }
    }

    /// An empty point behind the block of `index`, in that point's manner.
    pub fn insert_behind(&self, index: usize) -> Vec<Edit> {
        let like = &self.points()[index];
        let number = number(like).map(|number| number + 1);
        let mut edits = vec![self.empty_line(self.lines(index).end, like, number)];
        edits.extend(self.renumbered(self.family(index).end, like, number, |number| number + 1));
        edits
    }

    /// An empty point before all others, or behind the lead where there is none.
    pub fn insert_first(&self) -> Vec<Edit> {
        match self.points().first() {
            Some(first) => {
                let mut edits = vec![self.empty_line(first.lines.start, first, None)];
                edits.extend(self.renumbered(0, first, number(first), |number| number + 1));
                edits
            }
            None => {
                let indent = " ".repeat(self.cx.house.format.indent_at(0));
                let mark = self.cx.house.format.mark.to_string();
                vec![self.line(self.section.lines.end, &format!("{indent}{mark} "))]
            }
        }
    }

    /// Takes the block of `index` away, with the blank lines that would be left over.
    pub fn delete(&self, index: usize) -> Vec<Edit> {
        let lines = self.lines(index);
        let is_blank = |line: usize| self.cx.text[self.cx.file.lines[line].span].trim().is_empty();
        let end = (lines.end..self.section.lines.end).find(|&line| !is_blank(line)).unwrap_or(lines.end);
        let mut span = self.cx.file.lines_span(&(lines.start..end));
        if self.cx.file.lines[lines.end - 1].end == LineEnd::None {
            // The last line has no end of its own; that of the line before goes.
            span.start = self.cx.file.lines[lines.start - 1].span.end;
        }
        let mut edits = vec![Edit::delete(span)];
        let gone = &self.points()[index];
        let next = number(gone).map(|number| number + 1);
        edits.extend(self.renumbered(self.family(index).end, gone, next, |number| number - 1));
        edits
    }

    fn lines(&self, index: usize) -> Range<usize> {
        let family = &self.points()[self.family(index)];
        family[0].lines.start..family.last().map_or(family[0].lines.end, |last| last.lines.end)
    }

    /// The lines of the block without the end of the last one.
    fn block(&self, index: usize) -> Span {
        let lines = self.lines(index);
        Span::new(self.cx.file.lines[lines.start].span.start, self.cx.file.lines[lines.end - 1].span.end)
    }

    fn empty_line(&self, at: usize, like: &Point, number: Option<u32>) -> Edit {
        let mark = &self.cx.text[like.mark];
        let mark = number.and_then(|number| mark_with_number(mark, number)).unwrap_or_else(|| mark.to_owned());
        let blank = &self.cx.text[like.mark.end..like.text.start];
        let blank = if blank.is_empty() || blank.contains(['\n', '\r']) { " " } else { blank };
        self.line(at, &format!("{}{mark}{blank}", &self.cx.text[like.indent]))
    }

    /// A line before line `at`.
    fn line(&self, at: usize, line: &str) -> Edit {
        let end = self.cx.file.line_end().as_str();
        let is_last = self.cx.file.lines[..at].last().is_some_and(|line| line.end == LineEnd::None);
        let text = if is_last { format!("{end}{line}") } else { format!("{line}{end}") };
        Edit::insert(self.cx.file.lines_span(&(at..at)).end, text)
    }

    /// The numbers of the siblings of `like` from point `from` on, as far as they count on from `first`.
    fn renumbered(&self, from: usize, like: &Point, first: Option<u32>, change: impl Fn(u32) -> u32) -> Vec<Edit> {
        let siblings = self.points()[from..].iter().take_while(|point| point.depth >= like.depth);
        let siblings = siblings.filter(|point| point.depth == like.depth);
        let mut edits = Vec::new();
        let mut expected = first;
        for point in siblings {
            let Some(number) = number(point).filter(|&number| expected == Some(number)) else { break };
            let Some(mark) = mark_with_number(&self.cx.text[point.mark], change(number)) else { break };
            edits.push(Edit::replace(point.mark, mark));
            expected = Some(number + 1);
        }
        edits
    }
}

/// The points' texts of a brief, its leads and other paragraphs too, in no order: what an edit must not lose.
pub(super) fn texts(cx: &Context) -> Vec<String> {
    let texts = cx.brief.sections.iter().flat_map(|section| section.texts().map(|span| cx.text[span].to_owned()));
    let mut texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.sort();
    texts
}

fn number(point: &Point) -> Option<u32> {
    match point.mark_kind {
        MarkKind::Number(number) => Some(number),
        MarkKind::Bullet(_) => None,
    }
}
