//! The reader itself: one pass over the lines, each placed by what it is and by what stands before it.

use super::label::{self, Label};
use super::{
    Brief, BriefFile, Field, FieldKind, LabelKind, Language, Line, LineKind, Paragraph, Point, Section, line, mark,
};
use crate::text::{Span, is_blank, is_han};

const BOM: &str = "\u{feff}";

pub(super) fn read(text: &str) -> BriefFile {
    let has_bom = text.starts_with(BOM);
    let base = if has_bom { BOM.len() } else { 0 };
    let lines = (line::split(&text[base..]).into_iter())
        .map(|(span, end)| Line { span: span.shift(base), end, kind: LineKind::Blank })
        .collect();
    let mut reader = Reader {
        text,
        file: BriefFile { lines, briefs: Vec::new(), has_bom },
        indents: Vec::new(),
        after_blank: true,
        after_separator: false,
    };
    for index in 0..reader.file.lines.len() {
        let kind = reader.place(index);
        reader.file.lines[index].kind = kind;
        reader.extend(index, kind);
        reader.after_blank = matches!(kind, LineKind::Blank | LineKind::Separator);
        reader.after_separator = match kind {
            LineKind::Blank => reader.after_separator,
            kind => kind == LineKind::Separator,
        };
    }
    reader.file
}

struct Reader<'t> {
    text: &'t str,
    file: BriefFile,
    /// Widths of the indents of the point above and its parents.
    indents: Vec<usize>,
    after_blank: bool,
    /// Nothing but blank lines since a separator.
    after_separator: bool,
}

impl Reader<'_> {
    fn place(&mut self, index: usize) -> LineKind {
        let span = self.file.lines[index].span;
        let content = trim(self.text, span);
        if content.is_empty() {
            return LineKind::Blank;
        }
        if is_separator(&self.text[content]) {
            return LineKind::Separator;
        }
        if let Some(found) = mark::find(&self.text[content]) {
            return self.point(index, content, found);
        }
        match label::find(&self.text[span], span.start) {
            Some(label) => self.labelled(index, content, label),
            None => self.unmarked(index, content),
        }
    }

    fn labelled(&mut self, index: usize, content: Span, label: Label) -> LineKind {
        match label.kind {
            Some(LabelKind::Section(language)) => self.section(index, content, label, language),
            Some(LabelKind::Field(kind)) if self.opens_field(&label, kind) => self.field(index, content, label),
            None if self.in_header() => self.field(index, content, label),
            _ => self.unmarked(index, content),
        }
    }

    /// In a header every field counts; after a section has begun only the one that starts the next brief.
    fn opens_field(&mut self, label: &Label, kind: FieldKind) -> bool {
        let Some(brief) = self.file.briefs.last() else {
            return true;
        };
        let first = brief.fields.first().and_then(Field::kind);
        let leads = kind == FieldKind::Author || first == Some(kind);
        if brief.sections.is_empty() {
            if self.after_separator && leads && first.is_some() {
                self.start_brief();
            }
            return true;
        }
        if label.misspelt || !(leads || self.after_separator) {
            return false;
        }
        self.start_brief();
        true
    }

    /// At least one field stands above, and no section has begun.
    fn in_header(&self) -> bool {
        let brief = self.file.briefs.last();
        brief.is_some_and(|brief| brief.sections.is_empty() && !brief.fields.is_empty())
    }

    fn start_brief(&mut self) {
        self.file.briefs.push(Brief { lines: 0..0, fields: Vec::new(), sections: Vec::new(), loose: Vec::new() });
    }

    fn brief(&mut self) -> &mut Brief {
        if self.file.briefs.is_empty() {
            self.start_brief();
        }
        self.file.briefs.last_mut().expect("a brief was started")
    }

    fn field(&mut self, index: usize, content: Span, label: Label) -> LineKind {
        let value = trim(self.text, Span::new(label.whole.end, content.end.max(label.whole.end)));
        self.brief().fields.push(Field { label, value, line: index, value_line: index });
        LineKind::Field
    }

    fn section(&mut self, index: usize, content: Span, label: Label, language: Language) -> LineKind {
        let rest = trim(self.text, Span::new(label.whole.end, content.end.max(label.whole.end)));
        let language = if label.both_sections { self.language_of_next(index, rest) } else { language };
        let in_section = !self.brief().sections.is_empty();
        let repeated = self.brief().section(language).is_some();
        // `Summary: …` in running text, or a slip of a word that stands alone with a colon.
        if (!rest.is_empty() && repeated) || (label.misspelt && (!rest.is_empty() || in_section && repeated)) {
            return self.unmarked(index, content);
        }
        if repeated {
            self.start_brief();
        }
        self.indents.clear();
        let mut section = Section {
            language,
            label,
            lines: index..index + 1,
            text_on_label_line: !rest.is_empty(),
            lead: Vec::new(),
            points: Vec::new(),
            extra: Vec::new(),
        };
        if !rest.is_empty() {
            section.lead.push(Paragraph { lines: index..index + 1, text: rest });
        }
        self.brief().sections.push(section);
        LineKind::SectionLabel
    }

    /// The language of the first text behind a label that names both sections.
    fn language_of_next(&self, index: usize, rest: Span) -> Language {
        let below = self.file.lines[index + 1..].iter().map(|line| trim(self.text, line.span));
        let next = std::iter::once(rest).chain(below).find(|span| !span.is_empty());
        match next {
            Some(span) if !self.text[span].contains(is_han) => Language::English,
            _ => Language::Chinese,
        }
    }

    fn point(&mut self, index: usize, content: Span, found: mark::Found) -> LineKind {
        let indent = Span::new(self.file.lines[index].span.start, content.start);
        let width = self.text[indent].chars().map(column_width).sum();
        let mark = Span::new(content.start, content.start + found.mark);
        let text_start = (mark.end + found.gap).min(content.end);
        let Some(section) = self.brief().sections.last_mut() else {
            return self.loose(index);
        };
        section.points.push(Point {
            lines: index..index + 1,
            indent,
            mark,
            mark_kind: found.kind,
            depth: 0,
            text: Span::new(text_start, content.end),
        });
        let depth = self.depth(width);
        let section = self.brief().sections.last_mut().expect("a section was found");
        section.points.last_mut().expect("a point was pushed").depth = depth;
        LineKind::Point
    }

    /// A point indented deeper than the point above is its child.
    fn depth(&mut self, width: usize) -> usize {
        while self.indents.len() > 1 && self.indents.last().is_some_and(|&above| above > width) {
            self.indents.pop();
        }
        match self.indents.last() {
            Some(&above) if above >= width => {
                *self.indents.last_mut().expect("not empty") = width;
            }
            _ => self.indents.push(width),
        }
        self.indents.len() - 1
    }

    fn unmarked(&mut self, index: usize, content: Span) -> LineKind {
        let after_blank = self.after_blank;
        let above = index.checked_sub(1).map(|above| self.file.lines[above].kind);
        let Some(section) = self.brief().sections.last_mut() else {
            return self.unmarked_in_header(index, content);
        };
        let goes_on = !after_blank && above != Some(LineKind::SectionLabel) || {
            above == Some(LineKind::SectionLabel) && section.text_on_label_line
        };
        if goes_on {
            extend_last(section, index, content);
            return LineKind::Continuation;
        }
        let paragraph = Paragraph { lines: index..index + 1, text: content };
        let lead = section.points.is_empty();
        let paragraphs = if lead { &mut section.lead } else { &mut section.extra };
        paragraphs.push(paragraph);
        LineKind::Paragraph
    }

    fn unmarked_in_header(&mut self, index: usize, content: Span) -> LineKind {
        let after_blank = self.after_blank;
        let field = self.brief().fields.last_mut();
        let empty = field.filter(|field| !after_blank && field.value.is_empty() && field.line + 1 == index);
        let Some(field) = empty else {
            return self.loose(index);
        };
        field.value = content;
        field.value_line = index;
        LineKind::FieldValue
    }

    fn loose(&mut self, index: usize) -> LineKind {
        self.brief().loose.push(index);
        LineKind::Loose
    }

    /// Lets the brief and its last section reach to this line.
    fn extend(&mut self, index: usize, kind: LineKind) {
        if matches!(kind, LineKind::Blank | LineKind::Separator) {
            return;
        }
        let brief = self.brief();
        if brief.lines.is_empty() {
            brief.lines = index..index;
        }
        brief.lines.end = index + 1;
        if let Some(section) = brief.sections.last_mut() {
            section.lines.end = index + 1;
        }
    }
}

/// Lets the text that ends on the line above go on to this line.
fn extend_last(section: &mut Section, index: usize, content: Span) {
    let point = section.points.last_mut().filter(|point| point.lines.end == index);
    if let Some(point) = point {
        point.lines.end = index + 1;
        let start = if point.text.is_empty() { content.start } else { point.text.start };
        point.text = Span::new(start, content.end);
        return;
    }
    let paragraphs = section.lead.iter_mut().chain(&mut section.extra);
    if let Some(paragraph) = paragraphs.into_iter().find(|paragraph| paragraph.lines.end == index) {
        paragraph.lines.end = index + 1;
        paragraph.text.end = content.end;
    }
}

/// `span` without blanks at its ends; empty at its start where nothing is left.
fn trim(text: &str, span: Span) -> Span {
    let start = span.end - text[span].trim_start_matches(is_blank).len();
    let kept = text[start..span.end].trim_end_matches(is_blank).len();
    if kept == 0 { Span::at(span.start) } else { Span::new(start, start + kept) }
}

fn is_separator(content: &str) -> bool {
    let mut chars = content.chars();
    let Some(first @ ('-' | '*' | '＊')) = chars.next() else {
        return false;
    };
    content.chars().count() >= 3 && chars.all(|c| c == first)
}

/// Columns that an indent character takes on a screen; tabs are four.
fn column_width(c: char) -> usize {
    match c {
        '\t' => 4,
        '\u{3000}' => 2,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => 0,
        _ => 1,
    }
}
