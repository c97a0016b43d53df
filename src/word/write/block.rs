//! A brief as paragraphs of Word, each of one or more lines.

use crate::brief::{BriefFile, Language, LineKind, MarkKind, Point};
use crate::text::{Span, is_blank};

/// A paragraph of Word.
#[derive(Debug)]
pub struct ParagraphBlock {
    pub kind: BlockKind,
    /// Text of each line, without the mark.
    pub lines: Vec<Span>,
    /// `None` in the header.
    pub language: Option<Language>,
    /// Number of the section, since each begins a list of its own.
    pub section: usize,
    pub starts_page: bool,
}

#[derive(Debug)]
pub enum BlockKind {
    Field {
        label: Span,
    },
    Heading,
    Point {
        /// As typed.
        mark: String,
        /// Text between the mark and the content.
        gap: String,
        /// Value of a number; `None` for a bullet.
        value: Option<u32>,
        depth: usize,
    },
    Text,
}

/// The start of a paragraph: the part of a brief that begins on a line.
#[derive(Clone, Default)]
struct BlockStart<'f> {
    kind: Option<&'f Point>,
    label: Option<Span>,
    is_heading: bool,
    language: Option<Language>,
    section: usize,
    starts_brief: bool,
}

/// Paragraphs of `file`, in order. Separators of briefs are left out: a page break replaces them.
pub fn blocks(text: &str, file: &BriefFile) -> Vec<ParagraphBlock> {
    let starts = starts(file);
    let mut blocks: Vec<ParagraphBlock> = Vec::new();
    let mut after_blank = true;
    for (index, line) in file.lines.iter().enumerate() {
        let start = &starts[index];
        let in_brief = file.briefs.iter().any(|brief| brief.lines.contains(&index));
        match line.kind {
            LineKind::Blank => {}
            LineKind::Separator if !in_brief && index > 0 => {}
            LineKind::Continuation | LineKind::FieldValue => go_on(&mut blocks, line.span.trim(text)),
            LineKind::Loose if !after_blank && !blocks.is_empty() => go_on(&mut blocks, trim_end(text, line.span)),
            LineKind::Loose => blocks.push(start.block(text, trim_end(text, line.span))),
            _ => blocks.push(start.block(text, line.span.trim(text))),
        }
        after_blank = matches!(line.kind, LineKind::Blank | LineKind::Separator);
    }
    blocks
}

fn go_on(blocks: &mut [ParagraphBlock], line: Span) {
    if let Some(block) = blocks.last_mut() {
        block.lines.push(line);
    }
}

fn trim_end(text: &str, line: Span) -> Span {
    Span::new(line.start, line.start + text[line.range()].trim_end_matches(is_blank).len())
}

fn starts(file: &BriefFile) -> Vec<BlockStart<'_>> {
    let mut starts = vec![BlockStart::default(); file.lines.len()];
    let mut number = 0;
    for (index, brief) in file.briefs.iter().enumerate() {
        starts[brief.lines.start].starts_brief = index > 0;
        for field in &brief.fields {
            starts[field.line].label = Some(field.label.whole);
        }
        for section in &brief.sections {
            number += 1;
            for start in &mut starts[section.lines.clone()] {
                start.language = Some(section.language);
                start.section = number;
            }
            starts[section.lines.start].is_heading = true;
            for point in &section.points {
                starts[point.lines.start].kind = Some(point);
            }
        }
    }
    starts
}

impl BlockStart<'_> {
    fn block(&self, text: &str, line: Span) -> ParagraphBlock {
        let (kind, line) = match (self.kind, self.label) {
            (Some(point), _) => {
                let mark_end = point.mark.end;
                let start = point.text.start.min(line.end).max(mark_end);
                let kind = BlockKind::Point {
                    mark: text[point.mark.range()].to_owned(),
                    gap: text[mark_end..start].to_owned(),
                    value: match point.mark_kind {
                        MarkKind::Number(value) => Some(value),
                        MarkKind::Bullet(_) => None,
                    },
                    depth: point.depth,
                };
                (kind, Span::new(start, line.end.max(start)))
            }
            (None, Some(label)) => (BlockKind::Field { label }, line),
            (None, None) if self.is_heading => (BlockKind::Heading, line),
            (None, None) => (BlockKind::Text, line),
        };
        ParagraphBlock {
            kind,
            lines: vec![line],
            language: self.language,
            section: self.section,
            starts_page: self.starts_brief,
        }
    }
}
