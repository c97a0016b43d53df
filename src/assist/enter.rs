//! Enter in a list of points: adds the next mark, or ends the list on an empty point.

use crate::brief::{Line, LineKind, Point, next_mark};
use crate::snapshot::Snapshot;
use crate::text::{Edit, LineEnd, Span, is_blank};

/// The edits that complete an Enter just typed, with the cursor at `offset`; empty where the editor has put in a mark
/// itself.
pub fn entered(snapshot: &Snapshot, offset: usize) -> Vec<Edit> {
    let content = snapshot.content();
    let lines = &snapshot.file().lines;
    let Some((above, current)) = lines_at(lines, offset, content.len()) else {
        return Vec::new();
    };
    let points = snapshot.file().briefs.iter().flat_map(|brief| &brief.sections).flat_map(|section| &section.points);
    let Some(point) = points.into_iter().find(|point| point.lines.contains(&above)) else {
        return Vec::new();
    };
    let rest = current.trim(content);
    if point.text.is_empty() && is_empty_point(content, rest, point) {
        return vec![Edit::delete(Span::new(lines[above].span.start, current.end))];
    }
    if !content[Span::new(current.start, offset)].chars().all(is_blank) || !goes_on(lines, above + 1) {
        return Vec::new();
    }
    if point.text.is_empty() {
        return vec![Edit::delete(Span::new(lines[above].span.start, current.end))];
    }
    let indent = Span::new(current.start, if rest.is_empty() { current.end } else { rest.start });
    vec![Edit::replace(indent, beginning(content, point))]
}

/// Whether the editor has repeated the mark of the empty point `above`.
fn is_empty_point(content: &str, line: Span, above: &Point) -> bool {
    !line.is_empty() && content[line] == content[above.mark]
}

/// The index of the line above the cursor, and the place of the cursor's own, which is empty behind the last line end.
fn lines_at(lines: &[Line], offset: usize, end: usize) -> Option<(usize, Span)> {
    let last = lines.iter().rposition(|line| line.span.start <= offset)?;
    let behind = lines[last].end != LineEnd::None && offset > lines[last].span.end;
    match behind {
        true => Some((last, Span::at(end))),
        false => Some((last.checked_sub(1)?, lines[last].span)),
    }
}

/// Whether that line has no mark or label of its own.
fn goes_on(lines: &[Line], line: usize) -> bool {
    lines.get(line).is_none_or(|line| matches!(line.kind, LineKind::Blank | LineKind::Continuation))
}

/// Indent, mark and gap for the point behind `point`.
fn beginning(content: &str, point: &Point) -> String {
    let behind = &content[point.mark.end..];
    let gap = &behind[..behind.len() - behind.trim_start_matches(is_blank).len()];
    // A mark such as （一） brings its own space; one alone on its line tells nothing.
    let gap = if behind[gap.len()..].starts_with(['\n', '\r']) { " " } else { gap };
    format!("{}{}{gap}", &content[point.indent], next_mark(&content[point.mark]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::snapshot;
    use crate::text::edit;

    /// Types Enter at | and checks the text and, again as |, where the cursor belongs.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        // The editor has put in the line end; ↵ stands for it, with what it indents by itself.
        let text = marked.replace(['|', '↵'], "");
        let offset = marked.replace('↵', "").find('|').expect("a cursor");
        let edits = entered(&snapshot(&text), offset);
        let moved = edit::moved(Span::at(offset), &edits).end;
        let mut after = edit::apply(&text, &edits);
        after.insert(moved, '|');
        assert_eq!(after, expected);
    }

    #[test]
    fn the_list_goes_on() {
        check("摘要:\n  • 中國↵\n|", "摘要:\n  • 中國\n  • |");
        check("摘要:\n  • 中國↵\n  |\n\nSummary:\n", "摘要:\n  • 中國\n  • |\n\nSummary:\n");
        check("摘要:\r\n  ●\t😀↵\r\n|\r\n  ● 二\r\n", "摘要:\r\n  ●\t😀\r\n  ●\t|\r\n  ● 二\r\n");
        check("摘要:\n  1. 甲↵\n|", "摘要:\n  1. 甲\n  2. |");
        check("摘要:\n（一）甲↵\n|", "摘要:\n（一）甲\n（二）|");
        check("摘要:\n  • 一\n    • 𠮷野↵\n    |\n", "摘要:\n  • 一\n    • 𠮷野\n    • |\n");
    }

    #[test]
    fn a_point_is_split() {
        check("摘要:\n  • 中國。↵\n|俄國。\n", "摘要:\n  • 中國。\n  • |俄國。\n");
        check("摘要:\n  • 中國\n  續行↵\n  |俄國。\n", "摘要:\n  • 中國\n  續行\n  • |俄國。\n");
    }

    #[test]
    fn an_empty_point_ends_the_list() {
        check("摘要:\n  • 中國\n  • ↵\n  |", "摘要:\n  • 中國\n|");
        check("摘要:\n  • 中國\n  •↵\n|\n\nSummary:\n", "摘要:\n  • 中國\n|\n\nSummary:\n");
        // Some editors go on with any mark by themselves.
        check("摘要:\n  • 中國\n  • ↵\n  • |\n", "摘要:\n  • 中國\n|\n");
    }

    #[test]
    fn elsewhere_enter_is_enter() {
        for text in [
            "摘要:\n  • 中國↵\n  • |",
            "摘要:\n中國↵\n|",
            "摘要:\n  • 中國\n\n|",
            "作者: X↵\n|",
            "摘要:\n  • 中國↵\nSummary:|\n",
            "|摘要:\n",
            "|",
            "摘要:\n  • 中|國\n",
        ] {
            check(text, &text.replace('↵', ""));
        }
    }
}
