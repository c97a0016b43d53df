//! The table of labels: how the template writes each, and the spellings that are read as it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{FieldKind, LabelKind};
use crate::language::{Language, table};

pub struct LabelRow {
    kind: LabelKind,
    pub canonical: &'static str,
    /// Folded.
    pub spellings: Vec<&'static str>,
    pub tells_brief: bool,
}

const TABLE: &str = include_str!("../labels.tsv");

struct LabelTable {
    rows: Vec<LabelRow>,
    by_spelling: FxHashMap<&'static str, LabelKind>,
}

static LABELS: LazyLock<LabelTable> = LazyLock::new(|| {
    let rows: Vec<LabelRow> = table::rows(TABLE).filter_map(row_of).collect();
    let spellings = rows.iter().flat_map(|row| row.spellings.iter().map(|spelling| (*spelling, row.kind)));
    let by_spelling = spellings.collect();
    LabelTable { rows, by_spelling }
});

fn row_of([kind, canonical, spellings, tells_brief]: [&'static str; 4]) -> Option<LabelRow> {
    let kind = match kind {
        "title" => FieldKind::Title.into(),
        "author" => FieldKind::Author.into(),
        "source" => FieldKind::Source.into(),
        "date" => FieldKind::Date.into(),
        "keywords" => FieldKind::Keywords.into(),
        "link" => FieldKind::Link.into(),
        "chinese" => Language::Chinese.into(),
        "english" => Language::English.into(),
        _ => return None,
    };
    Some(LabelRow { kind, canonical, spellings: table::values(spellings), tells_brief: tells_brief == "yes" })
}

/// The row of a kind of label; every kind has one.
pub fn row(kind: LabelKind) -> &'static LabelRow {
    let place = LabelKind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
    &LABELS.rows[place]
}

/// The kind that a folded spelling names.
pub fn kind(spelling: &str) -> Option<LabelKind> {
    LABELS.by_spelling.get(spelling).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_table_has_every_kind_in_order() {
        table::tests::check(TABLE, "kind canonical spellings tells_brief");
        assert_eq!(LABELS.rows.iter().map(|row| row.kind).collect::<Vec<_>>(), LabelKind::ALL);
        assert!(table::rows(TABLE).all(|[_, _, _, tells_brief]| matches!(tells_brief, "yes" | "")));
    }

    #[test]
    fn spellings_are_folded_and_distinct() {
        let mut seen = std::collections::HashSet::new();
        for kind in LabelKind::ALL {
            for spelling in kind.spellings() {
                assert_eq!(*spelling, fold(spelling));
                assert!(seen.insert(spelling), "{spelling} stands twice");
            }
        }
    }
}
