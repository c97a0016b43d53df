//! Briefs as Markdown: as they stand, or both languages side by side in a table. Both read as briefs again.

use super::pieces::one_line;
use crate::bitext::Row;
use crate::brief::{Brief, Label, MarkKind, Point, Section, Segment};
use crate::language::{Both, Language};
use crate::snapshot::Snapshot;
use crate::text::{Span, split_lines};

/// Labels in bold, sections as headings, points as lists.
pub fn document(snapshot: &Snapshot) -> String {
    let text = snapshot.content();
    let briefs: Vec<String> =
        snapshot.file().briefs.iter().map(|brief| header(snapshot, brief) + &sections(text, brief)).collect();
    briefs.join("\n---\n\n")
}

/// The header as above, then a table with a row a pair.
pub fn table(snapshot: &Snapshot) -> String {
    let text = snapshot.content();
    let briefs: Vec<String> = (snapshot.contexts())
        .map(|cx| {
            let rows: String = cx.bitext().rows().iter().map(|row| table_row(text, row)).collect();
            format!("{}{}{rows}", header(snapshot, cx.brief), table_head(text, cx.brief))
        })
        .collect();
    briefs.join("\n---\n\n")
}

/// Fields and loose lines, in order, each followed by a blank line.
fn header(snapshot: &Snapshot, brief: &Brief) -> String {
    let text = snapshot.content();
    let fields = brief.fields.iter().map(|field| (field.line, field_line(text, &field.label, field.value)));
    let lines = &snapshot.file().lines;
    let loose = brief.loose.iter().map(|&line| (line, escaped(text[lines[line].span.range()].trim())));
    let mut all: Vec<(usize, String)> = fields.chain(loose).collect();
    all.sort();
    all.into_iter().map(|(_, line)| line + "\n\n").collect()
}

fn field_line(text: &str, label: &Label, value: Span) -> String {
    let colon = label.colon.map_or(":", |colon| &text[colon.range()]);
    let line = format!("**{}{colon}** {}", escaped(&text[label.words.range()]), escaped(&text[value.range()]));
    line.trim_end().to_owned()
}

fn sections(text: &str, brief: &Brief) -> String {
    let sections: Vec<String> = brief.sections.iter().map(|section| section_text(text, section)).collect();
    sections.join("\n")
}

fn section_text(text: &str, section: &Section) -> String {
    let paragraphs = section.lead.iter().chain(&section.extra);
    let paragraphs =
        paragraphs.map(|paragraph| (paragraph.lines.start, format!("\n{}\n", lines(text, paragraph.text, ""))));
    // A list needs a blank line before it, and so does a paragraph behind it.
    let begins_list = |point: &Point| {
        let above = section.points.iter().any(|other| other.lines.end == point.lines.start);
        if above { "" } else { "\n" }
    };
    let points = (section.points.iter())
        .map(|point| (point.lines.start, format!("{}{}\n", begins_list(point), point_text(text, point))));
    let mut all: Vec<(usize, String)> = paragraphs.chain(points).collect();
    all.sort();
    let body: String = all.into_iter().map(|(_, part)| part).collect();
    format!("## {}\n{body}", escaped(&text[section.label.words.range()]))
}

fn point_text(text: &str, point: &Point) -> String {
    let mark = match point.mark_kind {
        MarkKind::Bullet(_) => "-".to_owned(),
        MarkKind::Number(value) => format!("{value}."),
    };
    let indent = "    ".repeat(point.depth);
    let below = format!("{indent}{}", " ".repeat(mark.len() + 1));
    format!("{indent}{mark} {}", lines(text, point.text, &below)).trim_end().to_owned()
}

/// The lines of a text, those below the first behind `indent`.
fn lines(text: &str, span: Span, indent: &str) -> String {
    let content = &text[span.range()];
    let lines: Vec<String> = split_lines(content).map(|(line, _)| escaped(content[line.range()].trim())).collect();
    lines.join(&format!("\n{indent}"))
}

fn table_head(text: &str, brief: &Brief) -> String {
    let labels = Both::from_fn(|language: Language| {
        let words = brief.section(language).map(|section| section.label.words);
        words.map_or(String::new(), |words| cell(&text[words.range()]))
    });
    format!("| {} | {} |\n|---|---|\n", labels.chinese, labels.english)
}

fn table_row(text: &str, row: &Row) -> String {
    let sides = row.segments.as_ref().map(|segments| {
        let texts: Vec<String> = segments.iter().map(|segment| segment_text(text, segment)).collect();
        texts.join("<br>")
    });
    format!("| {} | {} |\n", sides.chinese, sides.english)
}

fn segment_text(text: &str, segment: &Segment) -> String {
    let words = cell(&one_line(text, segment.span));
    match segment.point() {
        Some(index) => format!("{}\\. {words}", index + 1).trim_end().to_owned(),
        None => words,
    }
}

fn cell(text: &str) -> String {
    escaped(text).replace('|', "\\|")
}

/// `text` such that Markdown shows every character of it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        if is_special(before, c, after) {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    if begins_block(text) {
        escaped.insert(0, '\\');
    }
    escaped
}

fn is_special(before: Option<char>, c: char, after: Option<char>) -> bool {
    let in_word = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
        '_' => !in_word,
        '&' => after.is_some_and(|c| c == '#' || c.is_ascii_alphabetic()),
        _ => false,
    }
}

/// Whether a line begins like a heading, a quotation or a list.
fn begins_block(text: &str) -> bool {
    text.starts_with(['#', '>', '+', '=']) || text.starts_with("- ") || text.starts_with("---")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::BriefFile;
    use crate::export::tests::snapshot;

    const BRIEF: &str = "作者/Author(s): *王*\n\n日期：04/17/2025\n\n摘要:\n甲<b> a_b _c_。\n  • 一 | 二\n    1. 子\n  • 乙\n\n丙\n\nSummary:\n# A\n  • B &amp; [C]\n  • D\n";

    #[test]
    fn labels_headings_and_lists() {
        let expected = "**作者/Author(s):** \\*王\\*\n\n**日期：** 04/17/2025\n\n## 摘要\n\n甲\\<b> a_b \\_c\\_。\n\n- 一 | 二\n    1. 子\n- 乙\n\n丙\n\n## Summary\n\n\\# A\n\n- B \\&amp; \\[C\\]\n- D\n";
        assert_eq!(document(&snapshot(BRIEF)), expected);
    }

    #[test]
    fn a_row_a_pair() {
        let text = "作者: X\n\n摘要:\n甲\n  • 日本購買|飛彈。\n  • 澳洲建造核子動力潛艦。\n\nSummary:\nA\n  • Japan buys missiles.\n";
        let expected = "**作者:** X\n\n| 摘要 | Summary |\n|---|---|\n| 甲 | A |\n| 1\\. 日本購買\\|飛彈。 | 1\\. Japan buys missiles. |\n| 2\\. 澳洲建造核子動力潛艦。 |  |\n";
        assert_eq!(table(&snapshot(text)), expected);
    }

    #[test]
    fn several_briefs_are_parted_and_read_again() {
        let both = format!("{BRIEF}\n---\n\n{BRIEF}");
        let markdown = document(&snapshot(&both));
        let file = BriefFile::read(&markdown);
        let shape = |brief: &Brief| {
            let points = |section: &Section| section.points.iter().map(|point| point.depth).collect::<Vec<_>>();
            (brief.fields.len(), brief.sections.iter().map(points).collect::<Vec<_>>())
        };
        assert_eq!(file.briefs.len(), 2);
        assert_eq!(
            file.briefs.iter().map(shape).collect::<Vec<_>>(),
            BriefFile::read(&both).briefs.iter().map(shape).collect::<Vec<_>>()
        );
    }
}
