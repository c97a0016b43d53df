//! The term, number, date or acronym under the cursor, and its status in the partner.

use crate::assist::partner::segment_at;
use crate::bitext::{Status, Subject};
use crate::language::Both;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// An item of a segment, in places of the document.
#[derive(Debug, PartialEq)]
pub struct ItemAtCursor {
    pub span: Span,
    pub subject: Subject,
    /// `None` where the text has no partner.
    pub status: Option<Status>,
    /// Other places of the same term in the text.
    pub again: Vec<Span>,
}

/// The item at byte `offset`.
pub fn item_at(snapshot: &Snapshot, offset: usize) -> Option<ItemAtCursor> {
    let at = segment_at(snapshot, offset)?;
    let (own, language) = (at.segment.span, at.segment.language);
    let bitext = at.cx.bitext();
    let pair = bitext.pair_of(&at.segment);
    let correspondence = match &pair {
        Some(pair) => at.cx.correspondence(pair),
        None => bitext.correspondence_of(Both::of(language, &at.cx.text[own], "")),
    };
    let touches = |span: Span| span.shift(own.start).touches(Span::at(offset));
    let item = correspondence.shown(language).find(|item| touches(item.span))?;
    let again = correspondence.shown(language).filter(|other| other.span != item.span && other.is_same_term(item));
    let partner = pair.map(|pair| pair.segments[language.other()].span);
    Some(ItemAtCursor {
        span: item.span.shift(own.start),
        subject: item.subject,
        status: partner.map(|partner| item.status.moved(|place| place.shift(partner.start))),
        again: again.map(|other| other.span.shift(own.start)).collect(),
    })
}
