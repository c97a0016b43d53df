//! The bench of this module's cases: a brief with a cursor in it.

use crate::snapshot::Snapshot;
use crate::text::Text;

/// The brief in `marked` without the cursor `|`, and where that stood.
#[track_caller]
pub fn at_cursor(marked: &str) -> (Snapshot, usize) {
    let offset = marked.find('|').expect("a cursor");
    (snapshot(&marked.replacen('|', "", 1)), offset)
}

/// `text` as a brief on the day of all cases.
pub fn snapshot(text: &str) -> Snapshot {
    Snapshot::new(Text::new(text, 1), true, Default::default(), jiff::civil::date(2026, 3, 2))
}
