//! Replacements in a text: applying them together, and finding the smallest ones that lead from one text to another.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Span, split_lines};

/// Puts `text` in the place of `span`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

impl Edit {
    pub fn replace(span: Span, text: impl Into<String>) -> Edit {
        Edit { span, text: text.into() }
    }

    pub fn insert(offset: usize, text: impl Into<String>) -> Edit {
        Edit::replace(Span::at(offset), text)
    }

    pub fn delete(span: Span) -> Edit {
        Edit::replace(span, "")
    }
}

/// The text after `edits`, whose spans are places in `text` and do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in sorted {
        debug_assert!(done <= edit.span.start, "edits overlap at {}", edit.span.start);
        result.push_str(&text[done..edit.span.start]);
        result.push_str(&edit.text);
        done = edit.span.end;
    }
    result.push_str(&text[done..]);
    result
}

/// The edits with `base` bytes subtracted: those of a text that begins that much later.
pub fn shifted_left(edits: &[Edit], base: usize) -> Vec<Edit> {
    let moved = |span: Span| Span::new(span.start - base, span.end - base);
    edits.iter().map(|edit| Edit::replace(moved(edit.span), edit.text.clone())).collect()
}

/// The place of `span` after `edits`, which are in order; insertions at its ends belong to it.
pub fn moved(span: Span, edits: &[Edit]) -> Span {
    let grown = |edits: &[Edit]| edits.iter().map(|edit| edit.text.len()).sum::<usize>();
    let shrunk = |edits: &[Edit]| edits.iter().map(|edit| edit.span.len()).sum::<usize>();
    let before = &edits[..edits.partition_point(|edit| edit.span.end < span.start)];
    let until = &edits[..edits.partition_point(|edit| edit.span.start <= span.end)];
    let start = span.start + grown(before) - shrunk(before);
    let last = until.last().map_or(0, |edit| edit.span.end);
    let end = span.end.max(last) + grown(until) - shrunk(until);
    Span::new(start.min(end), end)
}

/// Whether both can be applied to one text. Two insertions at one place cannot: their order would be a guess.
pub fn compatible(a: &Edit, b: &Edit) -> bool {
    (a.span.end <= b.span.start || b.span.end <= a.span.start) && a.span != b.span
}

/// The edits that turn `old` into `new`: lines that are in both stay out of every edit, and a changed line keeps its
/// common characters, so that an editor's cursor and marks stay where they are. No edit begins or ends inside CRLF,
/// which no editor's position can name.
pub fn between(old: &str, new: &str) -> Vec<Edit> {
    let (old_lines, new_lines) = (lines(old), lines(new));
    let starts = starts(&old_lines);
    let mut edits = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &old_lines, &new_lines) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (before, after) = (op.old_range(), op.new_range());
        if before.len() == after.len() {
            for (i, j) in before.zip(after) {
                edits.extend(inside(starts[i], old_lines[i], new_lines[j]));
            }
            continue;
        }
        let span = Span::new(starts[before.start], starts[before.end]);
        edits.extend(inside(span.start, &old[span], &new_lines[after].concat()));
    }
    edits
}

/// Lines with their ends.
fn lines(text: &str) -> Vec<&str> {
    let lines = split_lines(text);
    lines.map(|(span, end)| &text[span.start..span.end + end.as_str().len()]).collect()
}

/// Characters; CRLF is one.
fn units(text: &str) -> Vec<&str> {
    let mut units = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (unit, after) = rest.split_at(if rest.starts_with("\r\n") { 2 } else { c.len_utf8() });
        units.push(unit);
        rest = after;
    }
    units
}

/// Byte offset of each piece, and of the end.
fn starts(pieces: &[&str]) -> Vec<usize> {
    let mut offset = 0;
    let mut starts = vec![0];
    for piece in pieces {
        offset += piece.len();
        starts.push(offset);
    }
    starts
}

/// Characters beyond which a changed block is compared only at its ends.
const LARGEST_BLOCK: usize = 6_000;

/// The edits inside one block of changed lines.
fn inside(base: usize, old: &str, new: &str) -> Vec<Edit> {
    let (old_units, new_units) = (units(old), units(new));
    if old_units.len().max(new_units.len()) > LARGEST_BLOCK {
        return trimmed(base, old, new).into_iter().collect();
    }
    let starts = starts(&old_units);
    capture_diff_slices(Algorithm::Myers, &old_units, &new_units)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| {
            let span = Span::new(starts[op.old_range().start], starts[op.old_range().end]);
            Edit::replace(span.shift(base), new_units[op.new_range()].concat())
        })
        .collect()
}

/// One edit without the characters that both texts begin and end with; none when they are equal.
fn trimmed(base: usize, old: &str, new: &str) -> Option<Edit> {
    if old == new {
        return None;
    }
    let (old_units, new_units) = (units(old), units(new));
    let same = |(a, b): &(&&str, &&str)| a == b;
    let front = old_units.iter().zip(&new_units).take_while(same).count();
    let (old_rest, new_rest) = (&old_units[front..], &new_units[front..]);
    let back = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
    let start = base + old_units[..front].concat().len();
    let replaced = old_rest[..old_rest.len() - back].concat().len();
    Some(Edit::replace(Span::new(start, start + replaced), new_rest[..new_rest.len() - back].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, edits: &[(usize, usize, &str)]) {
        let found = between(old, new);
        assert_eq!(apply(old, &found), new);
        let expected: Vec<Edit> =
            (edits.iter()).map(|&(start, end, text)| Edit::replace(Span::new(start, end), text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn unchanged_text_has_no_edits() {
        check("", "", &[]);
        check("摘要:\n軍事", "摘要:\n軍事", &[]);
    }

    #[test]
    fn an_edit_holds_only_what_differs() {
        check("日期: 😀 x \n", "日期: 😀 x\n", &[(14, 15, "")]);
        check("a\n\n\nb\n", "a\n\nb\n", &[(3, 4, "")]);
        check("•中國\n", "  • 中國\n", &[(0, 0, "  "), (3, 3, " ")]);
        check("a", "a\n", &[(1, 1, "\n")]);
    }

    #[test]
    fn a_line_with_a_new_blank_line_before_it_keeps_its_characters() {
        check("日期: x \n摘要:\n", "日期: x\n\n摘要:\n", &[(9, 10, ""), (11, 11, "\n")]);
    }

    #[test]
    fn a_span_moves_with_its_text() {
        let edits = [Edit::insert(2, "xx"), Edit::replace(Span::new(4, 6), "y"), Edit::delete(Span::new(8, 9))];
        for (span, expected) in
            [((0, 1), (0, 1)), ((0, 2), (0, 4)), ((2, 4), (2, 7)), ((3, 7), (5, 8)), ((9, 9), (9, 9))]
        {
            assert_eq!(moved(Span::new(span.0, span.1), &edits), Span::new(expected.0, expected.1), "{span:?}");
        }
    }

    #[test]
    fn no_edit_ends_inside_crlf() {
        check("甲\r\n乙\n", "甲\n乙\n", &[(3, 5, "\n")]);
        check("甲\n\n\r\n乙", "甲\n乙", &[(4, 7, "")]);
        check("甲\r乙", "甲\r\n乙", &[(3, 4, "\r\n")]);
    }

    #[test]
    fn lines_between_two_changes_stay_out() {
        check("a \n中\nb \n", "a\n中\nb\n", &[(1, 2, ""), (8, 9, "")]);
    }
}
