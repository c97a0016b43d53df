//! Renumbering of points that others are inserted before.

use crate::brief::{MarkKind, Point, Section, next_mark};
use crate::rules::Context;
use crate::text::Edit;

/// Edits that renumber the top points, before each of which `above` new ones are inserted. A section that does not count
/// from 1 on keeps its marks.
pub(super) fn counted_on(cx: &Context, section: &Section, above: impl Fn(&Point) -> usize) -> Vec<Edit> {
    let top = || section.points.iter().filter(|point| point.depth == 0);
    if !top().zip(1..).all(|(point, number)| point.mark_kind == MarkKind::Number(number)) {
        return Vec::new();
    }
    let moved = top().filter(|point| above(point) > 0);
    moved
        .map(|point| {
            let mark = (0..above(point)).fold(cx.text[point.mark].to_owned(), |mark, _| next_mark(&mark));
            Edit::replace(point.mark, mark)
        })
        .collect()
}
