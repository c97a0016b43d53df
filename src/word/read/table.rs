//! Tables: a header of labels and values, or both languages side by side. Others are read row by row.

use super::body::{TableRow, WordParagraph};
use crate::brief::{BriefFile, LabelKind, Labels};
use crate::language::{Both, Language};
use crate::text::is_han;

/// Paragraphs of a table, in the order of a brief. `is_item` tells which are list items.
pub fn paragraphs(rows: &[TableRow], labels: &Labels, is_item: impl Fn(&WordParagraph) -> bool) -> Vec<WordParagraph> {
    let header = rows.iter().take_while(|row| field(row, labels).is_some()).count();
    let mut all: Vec<WordParagraph> = rows[..header].iter().filter_map(|row| field(row, labels)).collect();
    let rest = &rows[header..];
    match side_by_side(rest) {
        Some(columns) => {
            let sections = columns.each().map(|(language, &column)| section(rest, column, language, labels, &is_item));
            all.extend(sections.into_iter().flatten());
        }
        None => all.extend(rest.iter().flatten().flatten().cloned()),
    }
    all
}

/// A row `label | value` as a line of a header.
fn field(row: &TableRow, labels: &Labels) -> Option<WordParagraph> {
    let [label, value] = &row[..] else {
        return None;
    };
    let (label, value) = (text(label), text(value));
    let label = label.trim().trim_end_matches([':', '：']);
    let line = format!("{label}: {}", value.trim());
    let file = BriefFile::read_with(&line, labels);
    let field = file.briefs.first()?.fields.first()?;
    let is_known = field.kind().is_some() && !field.label.misspelt && !label.contains('\n');
    is_known.then(|| WordParagraph::of(line))
}

/// The columns of the two languages, if no other column is in either.
fn side_by_side(rows: &[TableRow]) -> Option<Both<usize>> {
    let width = rows.iter().map(Vec::len).max()?;
    let column = |at: usize| -> String { rows.iter().filter_map(|row| row.get(at)).map(|cell| text(cell)).collect() };
    let languages: Vec<Option<Language>> = (0..width).map(|at| language(&column(at))).collect();
    let only = |wanted: Language| {
        let mut places = (0..width).filter(|&at| languages[at] == Some(wanted));
        places.next().filter(|_| places.next().is_none())
    };
    Both::from_fn(only).all()
}

/// Language of a column; `None` for numbers and blanks.
fn language(text: &str) -> Option<Language> {
    let han = text.chars().filter(|&c| is_han(c)).count();
    let words =
        text.split_whitespace().filter(|word| word.starts_with(|c: char| c.is_alphabetic() && !is_han(c))).count();
    match (han, words) {
        (0, 0) => None,
        _ if han >= words => Some(Language::Chinese),
        _ => Some(Language::English),
    }
}

/// A column, under the label of its section. If nothing in it is marked, the first text is the lead and the others are
/// points.
fn section(
    rows: &[TableRow],
    column: usize,
    language: Language,
    labels: &Labels,
    is_item: impl Fn(&WordParagraph) -> bool,
) -> Vec<WordParagraph> {
    let cells: Vec<&Vec<WordParagraph>> = rows.iter().filter_map(|row| row.get(column)).collect();
    let is_label = cells.first().is_some_and(|cell| names(&text(cell), language, labels));
    let label = match cells.first() {
        Some(cell) if is_label => text(cell).trim().to_owned(),
        _ => labels.canonical(LabelKind::Section(language)).to_owned() + ":",
    };
    let texts: Vec<&WordParagraph> = cells.into_iter().skip(usize::from(is_label)).flatten().collect();
    let texts = texts.into_iter().filter(|paragraph| is_item(paragraph) || !paragraph.text.trim().is_empty());
    let texts: Vec<&WordParagraph> = texts.collect();
    let is_marked = texts.iter().any(|paragraph| is_item(paragraph) || begins_with_mark(&paragraph.text));
    let made = |(index, paragraph): (usize, &&WordParagraph)| match (is_marked, index) {
        (true, _) | (_, 0) => (*paragraph).clone(),
        _ => WordParagraph::of(format!("  • {}", paragraph.text)),
    };
    let label = WordParagraph::of(label);
    std::iter::once(label).chain(texts.iter().enumerate().map(made)).collect()
}

/// Whether a cell is nothing but the label of that section.
fn names(cell: &str, language: Language, labels: &Labels) -> bool {
    let file = BriefFile::read_with(cell.trim(), labels);
    let section = file.briefs.first().and_then(|brief| brief.section(language));
    section.is_some_and(|section| section.lines == (0..1) && !section.text_on_label_line && !section.label.misspelt)
}

fn begins_with_mark(text: &str) -> bool {
    let file = BriefFile::read(&format!("摘要:\n{text}")).briefs;
    file.first().and_then(|brief| brief.sections.first()).is_some_and(|section| section.lead.is_empty())
}

fn text(cell: &[WordParagraph]) -> String {
    cell.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
}
