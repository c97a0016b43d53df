//! The outline: briefs, their header and sections, and the points by their first words.

use crate::brief::{Brief, Field, FieldKind, Point, Section};
use crate::snapshot::Snapshot;
use crate::text::{Span, first_words};

/// A node of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    pub kind: SymbolKind,
    pub name: String,
    pub detail: String,
    /// All of it.
    pub span: Span,
    /// Where an editor puts the cursor; inside `span`.
    pub name_span: Span,
    pub children: Vec<Symbol>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    Brief,
    Field,
    Section,
    Point,
}

/// The outline of the document. A brief is a node of its own only beside others.
pub fn outline(snapshot: &Snapshot) -> Vec<Symbol> {
    let briefs = &snapshot.file().briefs;
    match &briefs[..] {
        [brief] => parts(snapshot, brief),
        _ => briefs.iter().filter_map(|brief| whole(snapshot, brief)).collect(),
    }
}

fn whole(snapshot: &Snapshot, brief: &Brief) -> Option<Symbol> {
    let children = parts(snapshot, brief);
    let value = |kind| brief.field(kind).map(|field| &snapshot.content()[field.value]).unwrap_or_default();
    let names = [FieldKind::Title, FieldKind::Source, FieldKind::Author].map(value);
    let name = names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or("—");
    Some(Symbol {
        kind: SymbolKind::Brief,
        name: name.to_owned(),
        detail: value(FieldKind::Date).to_owned(),
        span: snapshot.file().lines_span(&brief.lines),
        name_span: children.first()?.name_span,
        children,
    })
}

fn parts(snapshot: &Snapshot, brief: &Brief) -> Vec<Symbol> {
    let fields = brief.fields.iter().map(|field| field_symbol(snapshot, field));
    fields.chain(brief.sections.iter().map(|section| section_symbol(snapshot, section))).collect()
}

fn field_symbol(snapshot: &Snapshot, field: &Field) -> Symbol {
    Symbol {
        kind: SymbolKind::Field,
        name: match field.kind() {
            Some(kind) => snapshot.house().label(kind).to_owned(),
            None => snapshot.content()[field.label.words].to_owned(),
        },
        detail: snapshot.content()[field.value].to_owned(),
        span: field.label.whole.cover(field.value),
        name_span: field.label.words,
        children: Vec::new(),
    }
}

fn section_symbol(snapshot: &Snapshot, section: &Section) -> Symbol {
    Symbol {
        kind: SymbolKind::Section,
        name: snapshot.house().label(section.language).to_owned(),
        detail: String::new(),
        span: snapshot.file().lines_span(&section.lines),
        name_span: section.label.words,
        children: points(snapshot, &section.points),
    }
}

/// The points as a tree, by their depth.
fn points(snapshot: &Snapshot, points: &[Point]) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    let mut rest = points;
    while let Some((point, after)) = rest.split_first() {
        let children = after.iter().take_while(|child| child.depth > point.depth).count();
        symbols.push(point_symbol(snapshot, point, &after[..children]));
        rest = &after[children..];
    }
    symbols
}

fn point_symbol(snapshot: &Snapshot, point: &Point, children: &[Point]) -> Symbol {
    let last = children.last().unwrap_or(point);
    Symbol {
        kind: SymbolKind::Point,
        name: name(&snapshot.content()[point.text]),
        detail: String::new(),
        span: point.mark.cover(point.text).cover(last.mark.cover(last.text)),
        name_span: point.mark.cover(point.text),
        children: points(snapshot, children),
    }
}

/// Columns of an outline's name.
const NAME_WIDTH: usize = 40;

/// An editor refuses a symbol without a name.
fn name(text: &str) -> String {
    let words = first_words(text, NAME_WIDTH);
    if words.trim().is_empty() { "•".to_owned() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::snapshot;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let snapshot = snapshot(text);
        let symbols = outline(&snapshot);
        assert_eq!(lines(text, &symbols, 0), expected);
    }

    fn lines(text: &str, symbols: &[Symbol], depth: usize) -> Vec<String> {
        let each = symbols.iter().flat_map(|symbol| {
            assert!(symbol.span.cover(symbol.name_span) == symbol.span, "the name lies inside");
            assert!(!symbol.name.is_empty() && text.is_char_boundary(symbol.span.end));
            let own = format!("{}{} {}", "  ".repeat(depth), symbol.name, symbol.detail).trim_end().to_owned();
            [own].into_iter().chain(lines(text, &symbol.children, depth + 1))
        });
        each.collect()
    }

    #[test]
    fn one_brief_is_its_parts() {
        check(
            "作者: 王小明\n日期/Data: 😀\n摘要:\n中國。\n  • 甲\n    • 乙\n  • 丙\nSummary:\n  • \u{b}\n",
            &["作者/Author(s) 王小明", "日期/Date 😀", "摘要", "  甲", "    乙", "  丙", "Summary", "  •"],
        );
    }

    #[test]
    fn several_briefs_are_named_by_their_source() {
        check(
            "作者: A\n來源: RAND\n日期: 1\n\n---\n\n作者: B\n摘要:\n",
            &[
                "RAND 1",
                "  作者/Author(s) A",
                "  網站來源/Source RAND",
                "  日期/Date 1",
                "B",
                "  作者/Author(s) B",
                "  摘要",
            ],
        );
    }
}
