//! Reading briefs: from any text to header fields, sections and points, each with its place.
//!
//! The reader never fails and loses nothing: its lines, put one after the other, are the file. It runs once over the
//! text, in linear time. It reports no faults: `rules` does.

mod label;
mod mark;
mod reader;
mod segment;

pub use crate::language::Language;
pub use label::{FieldKind, Label, LabelKind, Labels};
pub use mark::{MarkKind, is_bullet, is_mark, next as next_mark, with_number as mark_with_number};
pub use reader::indent_width;
pub use segment::{Segment, SegmentPosition};

use std::ops::Range;
use std::path::Path;

pub use crate::text::LineEnd;
use crate::text::{Span, split_lines};

/// A file's lines, and the briefs on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefFile {
    /// Every line, in order; together they are the text behind the byte order mark.
    pub lines: Vec<Line>,
    /// In order; none only where every line is blank.
    pub briefs: Vec<Brief>,
    /// The text begins with U+FEFF, which belongs to no line.
    pub has_bom: bool,
    line_end: LineEnd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The line without its end.
    pub span: Span,
    pub end: LineEnd,
    pub kind: LineKind,
}

impl Line {
    /// The line with its end.
    pub fn full(&self) -> Span {
        Span::new(self.span.start, self.span.end + self.end.as_str().len())
    }
}

/// The part that a line plays in its brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// At the head of a file, between two `---`: metadata for a site generator.
    FrontMatter,
    Blank,
    /// Only `---`, `***` or `＊＊＊`.
    Separator,
    /// A header label, with its value or without.
    Field,
    /// The value of the field on the line above.
    FieldValue,
    SectionLabel,
    /// The first line of an unmarked paragraph in a section.
    Paragraph,
    /// The first line of a point.
    Point,
    /// Goes on with the paragraph or point above.
    Continuation,
    /// Text outside every section that is no field.
    Loose,
}

/// One reading note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Its lines in the file, from the first label to the last line that is not blank.
    pub lines: Range<usize>,
    pub fields: Vec<Field>,
    pub sections: Vec<Section>,
    /// Indices of its [`LineKind::Loose`] lines.
    pub loose: Vec<usize>,
}

/// A header line: a label and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub label: Label,
    /// Without blanks at its ends; empty, behind the label, where there is none.
    pub value: Span,
    /// Index of the label's line.
    pub line: usize,
    /// Index of the value's line: the same, or the next.
    pub value_line: usize,
}

impl Field {
    /// The field that the label means, guessed where it is misspelt.
    pub fn kind(&self) -> Option<FieldKind> {
        match self.label.kind {
            Some(LabelKind::Field(kind)) => Some(kind),
            _ => None,
        }
    }
}

/// The Chinese or the English half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub language: Language,
    pub label: Label,
    /// From the label's line to the last line that is not blank.
    pub lines: Range<usize>,
    /// The first paragraph stands on the label's own line.
    pub text_on_label_line: bool,
    /// Unmarked paragraphs before the first point; one is normal.
    pub lead: Vec<Paragraph>,
    /// In order of the text, children after their parent.
    pub points: Vec<Point>,
    /// Unmarked paragraphs behind the first point.
    pub extra: Vec<Paragraph>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub lines: Range<usize>,
    /// From the first to the last character that is not blank; line ends inside are kept.
    pub text: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub lines: Range<usize>,
    /// The blanks before the mark.
    pub indent: Span,
    pub mark: Span,
    pub mark_kind: MarkKind,
    /// 0 for a point of the section, 1 for its child…
    pub depth: usize,
    /// As in [`Paragraph`]; empty, behind the mark, where there is none.
    pub text: Span,
}

impl BriefFile {
    pub fn read(text: &str) -> BriefFile {
        BriefFile::read_with(text, &Labels::default())
    }

    /// Reads a text of a house that has labels of its own.
    pub fn read_with(text: &str, labels: &Labels) -> BriefFile {
        reader::read(text, labels)
    }

    /// The line end that most lines have; LF where none has one.
    pub fn line_end(&self) -> LineEnd {
        self.line_end
    }

    /// The brief that line `line` belongs to, or the last one before it.
    pub fn brief_at_line(&self, line: usize) -> Option<&Brief> {
        self.briefs.iter().rev().find(|brief| brief.lines.start <= line)
    }

    /// The place of several lines, their ends included.
    pub fn lines_span(&self, lines: &Range<usize>) -> Span {
        let end = |line: &Line| line.full().end;
        let last = self.lines[..lines.end].last().map_or(0, end);
        let start = self.lines.get(lines.start).map_or(last, |line| line.span.start);
        Span::new(start, last.max(start))
    }
}

impl Brief {
    /// The first field of that kind, rather one whose label is spelt right.
    pub fn field(&self, kind: FieldKind) -> Option<&Field> {
        let of_kind = || self.fields.iter().filter(|field| field.kind() == Some(kind));
        of_kind().find(|field| !field.label.misspelt).or_else(|| of_kind().next())
    }

    pub fn section(&self, language: Language) -> Option<&Section> {
        self.sections.iter().find(|section| section.language == language)
    }

    /// Whether any of its labels is known; text without one is read as a brief all the same.
    pub fn has_known_label(&self) -> bool {
        !self.sections.is_empty() || self.fields.iter().any(|field| field.label.kind.is_some())
    }
}

impl Section {
    /// Whether its label names this section; a misspelt label and one that names both are given the benefit of the
    /// doubt.
    pub fn is_labelled_right(&self) -> bool {
        let Label { kind, misspelt, both_sections, .. } = self.label;
        misspelt || both_sections || kind == Some(LabelKind::Section(self.language))
    }
}

/// Whether a file name, path or address is one that only briefs have.
pub fn named_like_brief(name: &str) -> bool {
    let ends_with = |end: &str| {
        let last = name.len().checked_sub(end.len()).and_then(|start| name.as_bytes().get(start..));
        last.is_some_and(|last| last.eq_ignore_ascii_case(end.as_bytes()))
    };
    [".brief", ".brief.txt", ".brief.md"].into_iter().any(ends_with)
}

/// Whether a file may hold briefs by its name.
pub fn may_be_brief(path: &Path) -> bool {
    let is_text = path.extension().is_some_and(|end| end == "txt" || end == "md");
    is_text || named_like_brief(&path.to_string_lossy())
}

/// Lines that are read to tell a brief from another text.
const LINES_THAT_TELL: usize = 40;

/// Whether a text is a brief by its content: two or more different labels in its first 40 lines. Labels that other
/// texts have as well (標題, 連結) do not count, nor does front matter: it would make briefs of web pages.
pub fn looks_like_brief(text: &str, labels: &Labels) -> bool {
    let lines: Vec<&str> = split_lines(text).take(LINES_THAT_TELL).map(|(span, _)| &text[span]).collect();
    let mut found = lines[front_matter(lines.iter().copied())..]
        .iter()
        .filter_map(|line| label::find_exact(line, labels))
        .filter(|label| !label.misspelt)
        .filter_map(|label| label.kind)
        .filter(|kind| kind.tells_brief());
    let first = found.next();
    found.any(|kind| Some(kind) != first)
}

/// Number of lines of front matter at a text's start: `---`, then keys and values of YAML, then `---`. A brief between
/// two separators is none.
fn front_matter<'t>(mut lines: impl Iterator<Item = &'t str>) -> usize {
    const LONGEST: usize = 100;
    let is_fence = |line: &str| line.trim_end() == "---";
    let is_yaml = |line: &str| {
        let key = line.split_once(':').map_or("", |(key, _)| key);
        let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        line.trim().is_empty() || line.starts_with([' ', '\t', '#', '-']) || is_key
    };
    if !lines.next().map(|line| line.trim_start_matches('\u{feff}')).is_some_and(is_fence) {
        return 0;
    }
    for (at, line) in (1..LONGEST).zip(lines) {
        match line {
            _ if is_fence(line) => return if at > 1 { at + 1 } else { 0 },
            _ if is_yaml(line) => {}
            _ => return 0,
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks_like_brief(text: &str) -> bool {
        super::looks_like_brief(text, &Labels::default())
    }

    #[test]
    fn two_labels_make_a_brief() {
        for text in [
            "作者/Author(s): X\n日期/Date: Y\n",
            "\u{feff}作者：X\r\n\r\n摘要\r\n",
            "**Date**: x\n\n## Summary\n",
            "---\n作者: X\n來源: Y\n",
            "---\ntitle: x\n---\n作者: X\n來源: Y\n",
            "---\n作者: X\n來源: Y\n---\n",
        ] {
            assert!(looks_like_brief(text), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_briefs() {
        for text in [
            "",
            "作者/Author(s): X\n作者: Y\n",
            "Dear Sir,\nDate: today\nSubject: x\n",
            "---\ntitle: A post\nauthor: X\ndate: 2025-04-17\nkeywords: a, b\n---\n\nText\n",
            "Title: x\nLink: y\nDate: z\n",
            "作者說：沒有。\n日期：\n",
        ] {
            assert!(!looks_like_brief(text), "{text}");
        }
        let late = "\n".repeat(40) + "作者: X\n日期: Y\n";
        assert!(!looks_like_brief(&late));
    }
}
