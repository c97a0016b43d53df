//! Labels that the brief does not have yet.

use super::{Completion, CompletionKind};
use crate::assist::key;
use crate::brief::{Brief, LabelKind};
use crate::snapshot::Snapshot;
use crate::text::{Span, is_blank};

/// Characters beyond which a line is a sentence, not the start of a label.
const LONGEST_TYPED: usize = 24;

/// `before` is the line up to the cursor.
pub(super) fn complete(snapshot: &Snapshot, brief: &Brief, before: Span) -> Vec<Completion> {
    let content = snapshot.content();
    let line = &content[before];
    let typed = line.trim_start_matches(is_blank);
    if typed.chars().count() > LONGEST_TYPED {
        return Vec::new();
    }
    let span = Span::new(before.end - typed.len(), before.end);
    let end = snapshot.file().line_end().as_str();
    missing(brief, before.start, snapshot)
        .filter(|kind| is_wanted(*kind, snapshot))
        .filter_map(|kind| {
            let canonical = snapshot.house().label(kind);
            let keys: Vec<&str> = [canonical].into_iter().chain(kind.spellings().iter().copied()).collect();
            let (_, matched) = key::find(typed, &keys)?;
            let opening = snapshot.house().opening(kind);
            let insert = match kind {
                LabelKind::Field(_) => opening,
                LabelKind::Section(_) => opening + end,
            };
            Some(Completion {
                kind: CompletionKind::Label,
                label: canonical.to_owned(),
                detail: None,
                span,
                insert,
                snippet: None,
                about: None,
                filter: key::filter(typed, matched, keys.iter().copied()),
            })
        })
        .collect()
}

/// Labels that no other line of the brief has; below the first section only labels of sections.
fn missing(brief: &Brief, line_start: usize, snapshot: &Snapshot) -> impl Iterator<Item = LabelKind> {
    let on_other_line = |span: Span| {
        !snapshot.file().lines.iter().any(|line| line.span.start == line_start && line.full().contains(span.start))
    };
    let mut present: Vec<LabelKind> = Vec::new();
    let labels =
        brief.fields.iter().map(|field| &field.label).chain(brief.sections.iter().map(|section| &section.label));
    present.extend(labels.filter(|label| on_other_line(label.words)).filter_map(|label| label.kind));
    let in_section = brief.sections.first().is_some_and(|section| section.label.whole.start < line_start);
    LabelKind::ALL
        .into_iter()
        .filter(move |kind| !present.contains(kind))
        .filter(move |kind| !in_section || matches!(kind, LabelKind::Section(_)))
}

/// Whether the house uses the field.
fn is_wanted(kind: LabelKind, snapshot: &Snapshot) -> bool {
    match kind {
        LabelKind::Field(kind) => snapshot.house().header.has(kind),
        LabelKind::Section(_) => true,
    }
}
