//! Folding ranges: briefs of a digest, headers, sections, and points with children.

use std::ops::Range;

use crate::brief::{Brief, Section};
use crate::snapshot::Snapshot;

/// Ranges of at least two lines, counted from 0; the first line stays visible.
pub fn folds(snapshot: &Snapshot) -> Vec<Range<usize>> {
    let briefs = &snapshot.file().briefs;
    let whole = briefs.iter().filter(|_| briefs.len() > 1).map(|brief| brief.lines.clone());
    let parts =
        briefs.iter().flat_map(|brief| header(brief).into_iter().chain(brief.sections.iter().flat_map(section)));
    let mut folds: Vec<Range<usize>> = whole.chain(parts).filter(|lines| lines.len() > 1).collect();
    folds.sort_by_key(|lines| (lines.start, std::cmp::Reverse(lines.end)));
    folds
}

fn header(brief: &Brief) -> Option<Range<usize>> {
    let (first, last) = (brief.fields.first()?, brief.fields.last()?);
    Some(first.line..last.value_line + 1)
}

fn section(section: &Section) -> Vec<Range<usize>> {
    let with_children = section.points.iter().enumerate().map(|(index, point)| {
        let children = section.points[index + 1..].iter().take_while(|child| child.depth > point.depth);
        point.lines.start..children.last().unwrap_or(point).lines.end
    });
    [section.lines.clone()].into_iter().chain(with_children).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::snapshot;

    #[track_caller]
    fn check(text: &str, expected: &[Range<usize>]) {
        let snapshot = snapshot(text);
        assert_eq!(folds(&snapshot), expected);
    }

    #[test]
    fn header_sections_and_nested_points() {
        check("作者: A\n\n日期: B\n\n摘要:\n甲\n  • 乙\n    • 丙\n  • 丁\n\nSummary:\n", &[0..3, 4..9, 6..8]);
        check("作者: A\n摘要:\n  • 一\n續\n", &[1..4, 2..4]);
    }

    #[test]
    fn briefs_of_a_digest() {
        check("作者: A\n摘要:\n甲\n---\n作者: B\n摘要:\n乙\n", &[0..3, 1..3, 4..7, 5..7]);
    }
}
