//! Keywords in the order of their strokes, as Taiwan sorts.

use encoding_rs::BIG5;

use super::{Action, ActionKind};
use crate::assist::messages::Message;
use crate::brief::FieldKind;
use crate::reading::keyword_list::KeywordList;
use crate::snapshot::Snapshot;
use crate::text::{Edit, Span};

/// Offered on the keyword field while its items stand in another order.
pub(super) fn sort(snapshot: &Snapshot, span: Span) -> Option<Action<'_>> {
    let content = snapshot.content();
    let mut fields = snapshot.file().briefs.iter().filter_map(|brief| brief.field(FieldKind::Keywords));
    let field = fields.find(|field| field.label.whole.cover(field.value).touches(span))?;
    let items = KeywordList::read(content, field.value, snapshot.house().keywords()).items;
    let mut sorted = items.clone();
    sorted.sort_by_cached_key(|&item| strokes(&content[item]));
    let moved = items.iter().zip(&sorted).filter(|(item, other)| content[**item] != content[**other]);
    let edits: Vec<Edit> = moved.map(|(item, other)| Edit::replace(*item, &content[*other])).collect();
    let title = Message::SortKeywords;
    (!edits.is_empty()).then_some(Action {
        title: title.into(),
        kind: ActionKind::Rewrite,
        edits,
        finding: None,
        cursor: None,
        preferred: false,
    })
}

/// Big5 is laid out by strokes, so its bytes sort as a dictionary does: Latin first, then Han, frequent ones before rare
/// ones. What it does not hold comes last.
fn strokes(item: &str) -> Vec<(bool, Vec<u8>)> {
    let encoded = item.chars().map(|c| {
        let mut utf8 = [0; 4];
        let c = c.to_lowercase().next().unwrap_or(c).encode_utf8(&mut utf8);
        let (bytes, _, is_unknown) = BIG5.encode(c);
        (is_unknown, if is_unknown { c.as_bytes().to_vec() } else { bytes.into_owned() })
    });
    encoded.collect()
}
