//! The bench of this module's cases.

use crate::snapshot::Snapshot;
use crate::text::Text;

/// `text` as a brief on the day of all cases.
pub fn snapshot(text: &str) -> Snapshot {
    Snapshot::new(Text::new(text, 1), true, Default::default(), jiff::civil::date(2026, 3, 2))
}
