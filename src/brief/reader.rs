//! The reader: one pass over the lines, each classified by its content and the lines before it.

use super::label::{self, Label, Labels};
use super::{
    Brief, BriefFile, Field, FieldKind, LabelKind, Language, Line, LineEnd, LineKind, MarkKind, Paragraph, Point,
    Section, front_matter, mark,
};
use crate::text::{Span, is_blank, split_lines};

/// Lines below a label that are read to tell its language.
const LINES_THAT_TELL: usize = 8;

/// Lines below `a.` that are searched for `b.`.
const LINES_OF_LIST: usize = 20;

const BOM: &str = "\u{feff}";

pub(super) fn read(text: &str, labels: &Labels) -> BriefFile {
    let has_bom = text.starts_with(BOM);
    let base = if has_bom { BOM.len() } else { 0 };
    let lines: Vec<Line> = split_lines(&text[base..])
        .map(|(span, end)| Line { span: span.shift(base), end, kind: LineKind::Blank })
        .collect();
    let line_end = usual_end(&lines);
    let front_matter = front_matter(lines.iter().map(|line| &text[line.span]));
    let mut reader = BriefReader {
        text,
        labels,
        file: BriefFile { lines, briefs: Vec::new(), has_bom, line_end },
        indents: Vec::new(),
        after_blank: true,
        after_separator: false,
        separator: None,
    };
    reader.file.lines[..front_matter].iter_mut().for_each(|line| line.kind = LineKind::FrontMatter);
    for index in front_matter..reader.file.lines.len() {
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

struct BriefReader<'t> {
    text: &'t str,
    labels: &'t Labels,
    file: BriefFile,
    /// Widths of the indents of the point above and its parents.
    indents: Vec<usize>,
    after_blank: bool,
    /// Nothing but blank lines since a separator.
    after_separator: bool,
    /// The last separator.
    separator: Option<usize>,
}

impl BriefReader<'_> {
    fn place(&mut self, index: usize) -> LineKind {
        let span = self.file.lines[index].span;
        let content = span.trim(self.text);
        if content.is_empty() {
            return LineKind::Blank;
        }
        if is_separator(&self.text[content]) {
            self.separator = Some(index);
            return LineKind::Separator;
        }
        if let Some(found) = mark::find(&self.text[content]).filter(|found| self.continues_list(index, found)) {
            return self.point(index, content, found);
        }
        match label::find(&self.text[span], span.start, self.labels) {
            Some(label) => self.labelled(index, content, label),
            None => self.unmarked(index, content),
        }
    }

    /// Whether a lettered mark begins a list that goes on below, or continues one; other marks always count.
    fn continues_list(&self, index: usize, found: &mark::LineMark) -> bool {
        let MarkKind::Number(number) = found.kind else { return true };
        let section = || self.file.briefs.last().and_then(|brief| brief.sections.last());
        let mut above = section().into_iter().flat_map(|section| section.points.iter().rev());
        let mut below = self.file.lines[index + 1..].iter().take(LINES_OF_LIST).map(|line| line.span.trim(self.text));
        let follows = |next: mark::LineMark| next.is_lettered && next.kind == MarkKind::Number(2);
        match found.is_lettered {
            true if number == 1 => below.any(|line| mark::find(&self.text[line]).is_some_and(follows)),
            true => above.any(|point| point.mark_kind == MarkKind::Number(number - 1)),
            false => true,
        }
    }

    fn labelled(&mut self, index: usize, content: Span, label: Label) -> LineKind {
        match label.kind {
            Some(LabelKind::Section(language)) => self.section(index, content, label, language),
            Some(LabelKind::Field(kind)) if self.opens_field(index, &label, kind) => self.field(index, content, label),
            None if self.in_header() => self.field(index, content, label),
            _ => self.unmarked(index, content),
        }
    }

    /// In a header every field counts; after a section has begun only the one that starts the next brief.
    fn opens_field(&mut self, index: usize, label: &Label, kind: FieldKind) -> bool {
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
        if label.misspelt || !(leads || self.after_separator || self.begins_header(index)) {
            return false;
        }
        let heading = self.take_heading(index);
        self.start_brief();
        let brief = self.brief();
        brief.lines = heading.first().map_or(0..0, |&first| first..index);
        brief.loose = heading;
        true
    }

    /// Whether a field behind both sections is followed by another one: a header, then, whose first field is missing.
    fn begins_header(&self, index: usize) -> bool {
        let is_whole = self.file.briefs.last().is_some_and(|brief| brief.sections.len() == 2);
        let mut below = self.file.lines[index + 1..].iter().map(|line| &self.text[line.span]);
        let next = below.find(|line| !line.chars().all(is_blank));
        let is_field = |label: Label| matches!(label.kind, Some(LabelKind::Field(_)));
        is_whole && self.after_blank && next.and_then(|line| label::find_exact(line, self.labels)).is_some_and(is_field)
    }

    /// Takes the lines between the last separator and the field on this line out of the section above: they head the
    /// next brief.
    fn take_heading(&mut self, field: usize) -> Vec<usize> {
        let Some(separator) = self.separator else {
            return Vec::new();
        };
        let lines = &mut self.file.lines[..field];
        let is_text = |line: &Line| matches!(line.kind, LineKind::Paragraph | LineKind::Continuation);
        let is_blank = |line: &Line| line.kind == LineKind::Blank;
        if !lines[separator + 1..].iter().all(|line| is_text(line) || is_blank(line)) {
            return Vec::new();
        }
        let heading: Vec<usize> = (separator + 1..field).filter(|&line| is_text(&lines[line])).collect();
        heading.iter().for_each(|&line| lines[line].kind = LineKind::Loose);
        let is_written = |line: &Line| !is_blank(line) && line.kind != LineKind::Separator;
        let end = lines[..separator].iter().rposition(is_written).map_or(0, |last| last + 1);
        let brief = self.brief();
        brief.lines.end = end;
        if let Some(section) = brief.sections.last_mut() {
            section.lines.end = end;
            section.lead.retain(|paragraph| paragraph.lines.start < separator);
            section.extra.retain(|paragraph| paragraph.lines.start < separator);
        }
        heading
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
        let value = Span::new(label.whole.end, content.end.max(label.whole.end)).trim(self.text);
        self.brief().fields.push(Field { label, value, line: index, value_line: index });
        LineKind::Field
    }

    fn section(&mut self, index: usize, content: Span, label: Label, language: Language) -> LineKind {
        let rest = Span::new(label.whole.end, content.end.max(label.whole.end)).trim(self.text);
        // A label that names both sections is the Chinese one's first, then the English one's.
        let language = match self.brief().section(Language::Chinese) {
            _ if !label.both_sections => language,
            None => Language::Chinese,
            Some(_) => Language::English,
        };
        let in_section = !self.brief().sections.is_empty();
        let is_sure = rest.is_empty() && !label.misspelt;
        let language = if is_sure { self.meant(index, language) } else { language };
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

    /// The section that a label is for. Where a brief has one label twice and lacks the other, the language of the
    /// texts tells which of the two was meant for the other section.
    fn meant(&mut self, index: usize, labelled: Language) -> Language {
        let other = labelled.other();
        let Some(above) = self.file.briefs.last().and_then(|brief| brief.section(labelled)) else {
            return labelled;
        };
        let above = above.lines.start;
        if self.after_separator || self.brief().section(other).is_some() {
            return labelled;
        }
        if self.language_below(index) == Some(other) {
            return other;
        }
        if self.language_below(above) == Some(other) {
            self.brief().sections.iter_mut().for_each(|section| section.language = other);
        }
        labelled
    }

    /// The language of the first lines below a label, up to the next one.
    fn language_below(&self, label: usize) -> Option<Language> {
        let lines = self.file.lines[label + 1..].iter().take(LINES_THAT_TELL).map(|line| line.span);
        let is_label = |line: &str| label::find(line, 0, self.labels).is_some_and(|label| label.kind.is_some());
        let end = lines.take_while(|&line| !is_label(&self.text[line])).last()?.end;
        Language::of_text(&self.text[self.file.lines[label].span.end..end])
    }

    fn point(&mut self, index: usize, content: Span, found: mark::LineMark) -> LineKind {
        let indent = Span::new(self.file.lines[index].span.start, content.start);
        let width = indent_width(&self.text[indent]);
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

    /// Extends the brief and its last section to this line.
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

fn usual_end(lines: &[Line]) -> LineEnd {
    let count = |end| lines.iter().filter(|line| line.end == end).count();
    [LineEnd::Cr, LineEnd::CrLf, LineEnd::Lf].into_iter().max_by_key(|&end| count(end)).unwrap_or(LineEnd::Lf)
}

/// Extends the text that ends on the line above to this line.
fn extend_last(section: &mut Section, index: usize, content: Span) {
    let point = section.points.last_mut().filter(|point| point.lines.end == index);
    if let Some(point) = point {
        point.lines.end = index + 1;
        let start = if point.text.is_empty() { content.start } else { point.text.start };
        point.text = Span::new(start, content.end);
        return;
    }
    let last = [section.lead.last_mut(), section.extra.last_mut()];
    if let Some(paragraph) = last.into_iter().flatten().find(|paragraph| paragraph.lines.end == index) {
        paragraph.lines.end = index + 1;
        paragraph.text.end = content.end;
    }
}

fn is_separator(content: &str) -> bool {
    let mut chars = content.chars();
    let Some(first @ ('-' | '*' | '＊')) = chars.next() else {
        return false;
    };
    content.chars().count() >= 3 && chars.all(|c| c == first)
}

/// Columns that an indent takes on a screen.
pub fn indent_width(indent: &str) -> usize {
    indent.chars().map(column_width).sum()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks what `text` holds, in a shorthand: a line for each field and section, `---` between briefs.
    ///
    /// - `author "Erik Green"`: a field; `author?` is a guess, `?` unknown, `author ↓` has its value on the next line.
    /// - `zh (lead) •one >•two #3 three (extra)`: a section with its paragraphs and points, `>` for each depth; `zh!` has
    ///   text on its label's line. `⏎` is a line break inside a text.
    /// - `loose "Notes"`: a line that is neither.
    #[track_caller]
    fn check(text: &str, outline: &[&str]) {
        let file = BriefFile::read(text);
        let found: Vec<Vec<String>> = file.briefs.iter().map(|brief| outline_of(text, brief)).collect();
        assert_eq!(found.join(&"---".to_owned()), outline, "{text}");
    }

    fn outline_of(text: &str, brief: &Brief) -> Vec<String> {
        let lines = BriefFile::read(text).lines;
        let mut parts: Vec<(usize, String)> = Vec::new();
        for field in &brief.fields {
            let name = match field.kind() {
                Some(kind) => format!("{kind:?}{}", if field.label.misspelt { "?" } else { "" }).to_lowercase(),
                None => "?".to_owned(),
            };
            let below = if field.value_line == field.line { "" } else { "↓" };
            parts.push((field.line, format!("{name} {below}\"{}\"", &text[field.value])));
        }
        for &line in &brief.loose {
            parts.push((line, format!("loose \"{}\"", &text[lines[line].span.trim(text)])));
        }
        for section in &brief.sections {
            parts.push((section.lines.start, outline_of_section(text, section)));
        }
        parts.sort();
        parts.into_iter().map(|(_, part)| part).collect()
    }

    fn outline_of_section(text: &str, section: &Section) -> String {
        let shown = |span: Span| text[span].replace("\r\n", "⏎").replace(['\n', '\r'], "⏎");
        let paragraphs = section.lead.iter().chain(&section.extra);
        let mut parts: Vec<(usize, String)> =
            paragraphs.map(|paragraph| (paragraph.lines.start, format!("({})", shown(paragraph.text)))).collect();
        for point in &section.points {
            let mark = match point.mark_kind {
                MarkKind::Bullet(c) => c.to_string(),
                MarkKind::Number(number) => format!("#{number} "),
            };
            parts.push((point.lines.start, format!("{}{mark}{}", ">".repeat(point.depth), shown(point.text))));
        }
        parts.sort();
        let language = if section.language == Language::Chinese { "zh" } else { "en" };
        let name = format!("{language}{}", if section.text_on_label_line { "!" } else { "" });
        std::iter::once(name).chain(parts.into_iter().map(|(_, part)| part)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_sample_s_shape() {
        check(
            "作者/Author(s): Erik Green and Meia Nouwens \n\n網站來源/Source: International Institute for Strategic Studies \n\n\
             日期/Date: 04/17/2025 \n\n關鍵字/Keywords:\u{a0}軍事、中國、外交 \n\u{a0}\n\n\
             摘要:\n中國正積極\u{a0}\n  • 習近平\n  • 自2023年\u{a0}\n\u{a0}\n\
             Summary: \nChina seeks \n  • Xi\n  • Since 2023",
            &[
                r#"author "Erik Green and Meia Nouwens""#,
                r#"source "International Institute for Strategic Studies""#,
                r#"date "04/17/2025""#,
                r#"keywords "軍事、中國、外交""#,
                "zh (中國正積極) •習近平 •自2023年",
                "en (China seeks) •Xi •Since 2023",
            ],
        );
    }

    #[test]
    fn nothing_is_no_brief() {
        for text in ["", "\n", "\u{feff}", " \t\u{a0}\u{3000}\u{200b}\r\n\r\n", "\n---\n"] {
            check(text, &[]);
        }
    }

    #[test]
    fn values() {
        check("作者: 王小明", &[r#"author "王小明""#]);
        check("作者：\u{3000}王小明\u{a0} ", &[r#"author "王小明""#]);
        check("作者:\n王小明\n日期:\n04/17/2025", &[r#"author ↓"王小明""#, r#"date ↓"04/17/2025""#]);
        check("作者:\r\n\u{3000}𠮷野 😀 \r\n", &[r#"author ↓"𠮷野 😀""#]);
        check("作者:\n\n王小明", &[r#"author """#, r#"loose "王小明""#]);
        check("作者:\n日期: 04/17/2025", &[r#"author """#, r#"date "04/17/2025""#]);
        check("作者: 王小明\n李大同", &[r#"author "王小明""#, r#"loose "李大同""#]);
        check("作者:\n王小明\n李大同", &[r#"author ↓"王小明""#, r#"loose "李大同""#]);
        check("關鍵字:\n• 軍事", &[r#"keywords """#, r#"loose "• 軍事""#]);
        check("**日期/Date**: 04/17/2025", &[r#"date "04/17/2025""#]);
    }

    #[test]
    fn labels_of_all_kinds() {
        check("標題: 一\n連結: https://x.tw/", &[r#"title "一""#, r#"link "https://x.tw/""#]);
        check("日期/Data: 04/17/2025", &[r#"date? "04/17/2025""#]);
        check("作者: X\n譯者: Y", &[r#"author "X""#, r#"? "Y""#]);
        check("譯者: Y\n作者: X", &[r#"loose "譯者: Y""#, r#"author "X""#]);
        check("作者: X\n作者: Y", &[r#"author "X""#, r#"author "Y""#]);
        check("Sumary:\nChina", &["en (China)"]);
    }

    #[test]
    fn blank_lines_of_every_kind() {
        for blank in ["", " ", "\t", "\u{a0}", "\u{3000}", "\u{200b}", "\u{feff}", " \t\u{a0}\u{3000}\u{2060}\u{ad}"] {
            check(&format!("作者:\n{blank}\nX"), &[r#"author """#, r#"loose "X""#]);
            check(&format!("摘要:\n{blank}\n一\n{blank}\n二"), &["zh (一) (二)"]);
            check(&format!("摘要:\n• 一\n{blank}\n• 二\n{blank}\n三"), &["zh •一 •二 (三)"]);
        }
    }

    #[test]
    fn other_line_ends_are_characters() {
        check("摘要:\n• 一\u{b}二\u{2028}三\u{85}四\u{c}五", &["zh •一\u{b}二\u{2028}三\u{85}四\u{c}五"]);
        check("摘要:\n• 一\n\u{b}\n二", &["zh •一⏎\u{b}⏎二"]);
    }

    #[test]
    fn a_line_directly_below_goes_on() {
        check("摘要:\n一\n二\n三", &["zh (一⏎二⏎三)"]);
        check("摘要:\n• 一\n　二 \n三\n• 四", &["zh •一⏎　二 ⏎三 •四"]);
        check("摘要:\r\n• 一\r\n二", &["zh •一⏎二"]);
        check("摘要:\n• 一\n\n二\n三", &["zh •一 (二⏎三)"]);
        check("摘要:\n一\n\n二\n三\n• 四\n五", &["zh (一) (二⏎三) •四⏎五"]);
        check("摘要:\n• 一\n日期: 04/17/2025", &["zh •一⏎日期: 04/17/2025"]);
    }

    #[test]
    fn a_mark_above_its_text() {
        check("摘要:\n\u{f0b7}\n一\n\u{f0b7} \n 二\n三", &["zh \u{f0b7}一 \u{f0b7}二⏎三"]);
        check("摘要:\n•\n\n一", &["zh • (一)"]);
        check("摘要:\n•\n• 二", &["zh • •二"]);
    }

    #[test]
    fn lead_and_extra_paragraphs() {
        check("摘要:\n• 一", &["zh •一"]);
        check("摘要:\n\n一\n\n二\n\n• 三\n\n四\n\n• 五\n\n六", &["zh (一) (二) •三 (四) •五 (六)"]);
    }

    #[test]
    fn marks() {
        check("摘要:\n\u{f0b7}\t一\n•二\n-\u{a0}三\n●\u{3000}四", &["zh \u{f0b7}一 •二 -三 ●四"]);
        check("摘要:\n1. 一\n(2) 二\n三、三\n（四）四\n⑤五", &["zh #1 一 #2 二 #3 三 #4 四 #5 五"]);
        check("摘要:\n一\na. 二\nb. 三\n(1) 四\nc. 五", &["zh (一) #1 二 #2 三 #1 四 #3 五"]);
        check("Summary:\n(a) One\n• Two\n• Three", &["en ((a) One) •Two •Three"]);
        check("Summary:\nOne says\nd. h. to\nA. Smith", &["en (One says⏎d. h. to⏎A. Smith)"]);
        check("摘要:\n——一\n\n2025年\n\n-5%\n\n一帶一路", &["zh (——一) (2025年) (-5%) (一帶一路)"]);
    }

    #[test]
    fn nesting() {
        check("摘要:\n  • 一\n    • 二\n      • 三\n    • 四\n  • 五", &["zh •一 >•二 >>•三 >•四 •五"]);
        check("摘要:\n• 一\n\t• 二\n\t\t• 三\n• 四", &["zh •一 >•二 >>•三 •四"]);
        check("摘要:\n• 一\n\u{3000}• 二\n\u{3000}\u{3000}• 三", &["zh •一 >•二 >>•三"]);
        check("摘要:\n\u{3000}• 一\n  • 二\n\u{a0}\u{a0}• 三", &["zh •一 •二 •三"]);
        check("摘要:\n\t• 一\n    • 二", &["zh •一 •二"]);
        check("摘要:\n• 一\n      • 二\n   • 三", &["zh •一 >•二 >•三"]);
        check("摘要:\n    • 一\n  • 二\n    • 三", &["zh •一 •二 >•三"]);
        check("摘要:\n• 一\n  • 二\n\nSummary:\n  • One", &["zh •一 >•二", "en •One"]);
        check("摘要:\n• 一\n  二\n  • 三", &["zh •一⏎  二 >•三"]);
    }

    #[test]
    fn a_header_without_its_first_field_begins_a_brief() {
        let brief = "作者: X\n日期: Y\n摘要:\n一\nSummary:\nOne\n";
        let parts = [r#"author "X""#, r#"date "Y""#, "zh (一)", "en (One)"];
        let next = ["---", r#"source "RSIS""#, r#"date "Z""#, "zh (二)"];
        check(&format!("{brief}\n來源/Source: RSIS\n\n日期/Date: Z\n摘要:\n二"), &[&parts[..], &next].concat());
        check(
            &format!("{brief}\n來源: https://x.tw/\n\n（編輯：甲）"),
            &[&parts[..3], &["en (One) (來源: https://x.tw/) (（編輯：甲）)"]].concat(),
        );
    }

    #[test]
    fn front_matter_is_no_header() {
        let yaml = "---\nlayout: post\ntitle: \"貿易\"\ndate: 2025-05-14\ntags:\n  - trade\n\nauthor: x\n---\n";
        check(&format!("{yaml}**作者**: X\n\n## 摘要\n\n一"), &[r#"author "X""#, "zh (一)"]);
        check(&format!("\u{feff}{yaml}摘要:\n一"), &["zh (一)"]);
        check(yaml, &[]);
        check("---\n作者: X\n---\n摘要:\n一", &[r#"author "X""#, "zh (一)"]);
        check("---\nDate: X\n摘要:\n一", &[r#"date "X""#, "zh (一)"]);
    }

    #[test]
    fn section_labels() {
        check("摘要:\n一\n\nSummary:\nOne", &["zh (一)", "en (One)"]);
        check("Summary:\nOne\n\n摘要:\n一", &["en (One)", "zh (一)"]);
        check("## 摘要\n\n一\n\n## Summary\n\nOne", &["zh (一)", "en (One)"]);
        check("摘要\n一\nSummary\nOne", &["zh (一)", "en (One)"]);
        check("中文摘要：\n一\n英文摘要：\nOne", &["zh (一)", "en (One)"]);
        check("摘要:\n\nSummary:\n", &["zh", "en"]);
    }

    #[test]
    fn text_on_the_label_s_line() {
        check("摘要: 一\n二\n\n• 三", &["zh! (一⏎二) •三"]);
        check("摘要：一\n• 二\nSummary: One", &["zh! (一) •二", "en! (One)"]);
        check("Summary:\nOne\nSummary: Two", &["en (One⏎Summary: Two)"]);
    }

    #[test]
    fn one_label_for_both_languages() {
        check("摘要/Abstract:\n一\n\n摘要/Abstract:\nOne", &["zh (一)", "en (One)"]);
        check("摘要/Summary: 一\n\n摘要/Summary: One", &["zh! (一)", "en! (One)"]);
        check("中文摘要:\n一\n\nAbstract/摘要:\nOne", &["zh (一)", "en (One)"]);
        check("摘要/Abstract:\n\nSummary:\nOne", &["zh", "en (One)"]);
    }

    #[test]
    fn one_label_twice_where_the_texts_tell_its_section() {
        let (zh, en) = ("中國正積極推動新型國際秩序。", "China is promoting a new order since 2023.");
        let expected = [&*format!("zh ({zh})"), &format!("en ({en})")];
        check(&format!("摘要:\n{zh}\n\n摘要:\n{en}"), &expected);
        check(&format!("Summary:\n{zh}\n\nSummary:\n{en}"), &expected);
        check(&format!("摘要:\n• {zh}\n\n摘要:\n\n• {en}"), &[&*format!("zh •{zh}"), &format!("en •{en}")]);
        let apart = [expected[0], "---", expected[0]];
        check(&format!("摘要:\n{zh}\n\n摘要:\n{zh}"), &apart);
        check(&format!("摘要:\n{zh}\n---\n摘要:\n{en}"), &[expected[0], "---", &format!("zh ({en})")]);
        check("摘要:\n一\n\n摘要:\nOne", &["zh (一)", "---", "zh (One)"]);
    }

    #[test]
    fn the_author_starts_another_brief() {
        check(
            "作者: A\n日期: 1\n\n摘要:\n一\n\n作者: B\n日期: 2\n\n摘要:\n二",
            &[r#"author "A""#, r#"date "1""#, "zh (一)", "---", r#"author "B""#, r#"date "2""#, "zh (二)"],
        );
        check(
            "日期: 1\n作者: A\n\nSummary:\nOne\n作者: B\n\nSummary:\nTwo",
            &[r#"date "1""#, r#"author "A""#, "en (One)", "---", r#"author "B""#, "en (Two)"],
        );
    }

    #[test]
    fn the_first_field_starts_another_brief() {
        check(
            "來源: A\n日期: 1\n\n摘要:\n一\n\n來源: B\n日期: 2\n\n摘要:\n二",
            &[r#"source "A""#, r#"date "1""#, "zh (一)", "---", r#"source "B""#, r#"date "2""#, "zh (二)"],
        );
        check("來源: A\n摘要:\n一\n\n日期: 2", &[r#"source "A""#, "zh (一) (日期: 2)"]);
    }

    #[test]
    fn a_separator_starts_another_brief() {
        for separator in ["---", "***", "＊＊＊", "------", "  ---\u{a0}"] {
            check(
                &format!("作者: A\n\n摘要:\n一\n\n{separator}\n\n日期: 2\n作者: B\n\n摘要:\n二"),
                &[r#"author "A""#, "zh (一)", "---", r#"date "2""#, r#"author "B""#, "zh (二)"],
            );
        }
        check("作者: A\n\n---\n\n作者: B", &[r#"author "A""#, "---", r#"author "B""#]);
    }

    #[test]
    fn text_between_a_separator_and_a_header_is_the_next_brief_s() {
        check(
            "作者: A\n\n摘要:\n• 一\n\n---\n\n第二篇\n續\n\n作者: B\n\n摘要:\n二",
            &[r#"author "A""#, "zh •一", "---", r#"loose "第二篇""#, r#"loose "續""#, r#"author "B""#, "zh (二)"],
        );
        check("作者: A\n\n摘要:\n一\n---\n• 二\n\n作者: B", &[r#"author "A""#, "zh (一) •二", "---", r#"author "B""#]);
    }

    #[test]
    fn a_repeated_section_starts_another_brief() {
        check("摘要:\n一\nSummary:\nOne\n摘要:\n二", &["zh (一)", "en (One)", "---", "zh (二)"]);
    }

    #[test]
    fn a_separator_between_sections_does_not() {
        check("---\n作者: A\n---\n摘要:\n一\n---\nSummary:\nOne\n---", &[r#"author "A""#, "zh (一)", "en (One)"]);
        check("摘要:\n• 一\n---\n二", &["zh •一 (二)"]);
    }

    #[test]
    fn loose_text() {
        check(
            "讀書筆記\n\n作者: X\n\n僅供內部參考\n摘要:\n一",
            &[r#"loose "讀書筆記""#, r#"author "X""#, r#"loose "僅供內部參考""#, "zh (一)"],
        );
        check("• 一\n• 二", &[r#"loose "• 一""#, r#"loose "• 二""#]);
        check("https://www.iiss.org/\n作者: X", &[r#"loose "https://www.iiss.org/""#, r#"author "X""#]);
    }

    #[test]
    fn a_bom_belongs_to_no_line() {
        let text = "\u{feff}作者: X\n";
        check(text, &[r#"author "X""#]);
        let file = BriefFile::read(text);
        assert!(file.has_bom);
        assert_eq!(file.lines[0].full(), Span::new(3, text.len()));
    }

    #[test]
    fn line_ends() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("作者: X{end}{end}摘要:{end}一{end}• 二");
            check(&text, &[r#"author "X""#, "zh (一) •二"]);
            let file = BriefFile::read(&text);
            assert_eq!((file.lines.len(), file.line_end().as_str()), (5, end));
        }
        assert_eq!(BriefFile::read("作者: X").line_end(), LineEnd::Lf);
        assert_eq!(BriefFile::read("a\r\nb\r\nc\n").line_end(), LineEnd::CrLf);
    }

    #[test]
    fn lines_of_briefs_and_sections() {
        let file = BriefFile::read("\n作者: X\n\n摘要:\n一\n\nSummary:\nOne\n\n---\n作者: Y\n");
        let lines: Vec<_> = file.briefs.iter().map(|brief| brief.lines.clone()).collect();
        assert_eq!(lines, [1..8, 10..11]);
        let sections: Vec<_> = file.briefs[0].sections.iter().map(|section| section.lines.clone()).collect();
        assert_eq!(sections, [3..5, 6..8]);
    }
}
