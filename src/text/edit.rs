//! Replacements in a text: applying them together, and finding the smallest ones that lead from one text to another.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Span;

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

/// The text after `edits`, whose spans all speak of the text before and do not overlap.
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

/// Whether both can be applied to one text. Two insertions at one place cannot: their order would be a guess.
pub fn compatible(a: &Edit, b: &Edit) -> bool {
    (a.span.end <= b.span.start || b.span.end <= a.span.start) && a.span != b.span
}

/// The edits that turn `old` into `new`: lines that are in both stay out of every edit, and a changed line keeps its
/// common characters, so that an editor's cursor and marks stay where they are.
pub fn between(old: &str, new: &str) -> Vec<Edit> {
    let old_lines: Vec<&str> = old.split_inclusive(is_line_end).collect();
    let new_lines: Vec<&str> = new.split_inclusive(is_line_end).collect();
    let starts = starts(&old_lines);
    let mut edits = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &old_lines, &new_lines) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (before, after) = (op.old_range(), op.new_range());
        if before.len() == after.len() {
            for (i, j) in before.zip(after) {
                edits.extend(within_line(starts[i], old_lines[i], new_lines[j]));
            }
            continue;
        }
        let span = Span::new(starts[before.start], starts[before.end]);
        edits.extend(trimmed(span.start, &old[span], &new_lines[after].concat()));
    }
    edits
}

fn is_line_end(c: char) -> bool {
    c == '\n' || c == '\r'
}

/// Byte offset of each line, and of the end.
fn starts(lines: &[&str]) -> Vec<usize> {
    let mut offset = 0;
    let mut starts = vec![0];
    for line in lines {
        offset += line.len();
        starts.push(offset);
    }
    starts
}

/// Beyond this many characters a line is not searched for more than its common ends.
const LINE_DIFF_LIMIT: usize = 2_000;

fn within_line(base: usize, old: &str, new: &str) -> Vec<Edit> {
    let old_chars: Vec<(usize, char)> = old.char_indices().collect();
    let new_chars: Vec<char> = new.chars().collect();
    if old_chars.len().max(new_chars.len()) > LINE_DIFF_LIMIT {
        return trimmed(base, old, new).into_iter().collect();
    }
    let bare: Vec<char> = old_chars.iter().map(|&(_, c)| c).collect();
    let offset = |i: usize| old_chars.get(i).map_or(old.len(), |&(at, _)| at);
    capture_diff_slices(Algorithm::Myers, &bare, &new_chars)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| {
            let span = Span::new(offset(op.old_range().start), offset(op.old_range().end));
            let text: String = new_chars[op.new_range()].iter().collect();
            Edit::replace(span.shift(base), text)
        })
        .collect()
}

/// One edit without the characters that both texts begin and end with; none when they are equal.
fn trimmed(base: usize, old: &str, new: &str) -> Option<Edit> {
    if old == new {
        return None;
    }
    let front: usize = (old.chars().zip(new.chars())).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let back: usize = (old[front..].chars().rev().zip(new[front..].chars().rev()))
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let span = Span::new(front, old.len() - back).shift(base);
    Some(Edit::replace(span, &new[front..new.len() - back]))
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
    fn lines_between_two_changes_stay_out() {
        check("a \n中\nb \n", "a\n中\nb\n", &[(1, 2, ""), (8, 9, "")]);
    }
}
