//! Authors of the archive by name and by sound, the most used first, without those of this brief.

use std::cmp::Reverse;

use super::{Completion, CompletionKind, with_use};
use crate::archive::ArchivedName;
use crate::assist::key::{self, Fit};
use crate::brief::Field;
use crate::lexicon::fold_name;
use crate::reading::author_list::AuthorList;
use crate::text::Span;

/// Longest list; typing on narrows it.
const MOST: usize = 100;

/// `value` is the field's value up to the cursor.
pub(super) fn complete(content: &str, known: Vec<ArchivedName>, field: &Field, value: Span) -> Vec<Completion> {
    let span = last_name(content, value);
    let typed = &content[span];
    let others = AuthorList::read(content, field.value).names.into_iter().filter(|name| !name.bare.touches(span));
    let used: Vec<String> = others.map(|name| fold_name(&content[name.bare])).collect();
    let mut found: Vec<(Fit, ArchivedName, String)> = (known.into_iter())
        .filter_map(|known| {
            let sounds = key::sounds_of(known.name, typed);
            let keys: Vec<&str> = std::iter::once(known.name).chain(sounds.iter().map(String::as_str)).collect();
            let (fit, matched) = key::find(typed, &keys)?;
            Some((fit, known, key::filter(typed, matched, [known.name])))
        })
        .filter(|(_, known, _)| !used.contains(&fold_name(known.name)))
        .collect();
    found.sort_by_key(|&(fit, known, _)| (fit == Fit::Word, Reverse(known.briefs), known.name));
    found.truncate(MOST);
    found.into_iter().map(|(_, known, filter)| completion(known, span, filter)).collect()
}

fn completion(known: ArchivedName, span: Span, filter: String) -> Completion {
    Completion {
        kind: CompletionKind::Author,
        label: known.name.to_owned(),
        detail: with_use(None, known.briefs),
        span,
        insert: known.name.to_owned(),
        snippet: None,
        about: None,
        filter,
    }
}

/// The name at the cursor, from the last separator on.
fn last_name(content: &str, value: Span) -> Span {
    let names = AuthorList::read(content, value).names;
    let reaching = names.last().filter(|name| name.bare.end == value.end);
    reaching.map_or(Span::at(value.end), |name| name.bare)
}
