//! Sources, by any of their names.

use super::key::{self, Fit};
use super::{About, Completion, CompletionKind};
use crate::lexicon::Source;
use crate::snapshot::Snapshot;
use crate::text::Span;

pub(super) fn complete(snapshot: &Snapshot, span: Span) -> Vec<Completion> {
    let typed = &snapshot.content()[span];
    let mut found: Vec<(Fit, &Source, &str)> = (snapshot.house().sources().all().iter())
        .filter_map(|source| key::find(typed, &keys(source)).map(|(fit, matched)| (fit, source, matched)))
        .collect();
    found.sort_by_key(|&(fit, ..)| fit);
    found
        .into_iter()
        .map(|(_, source, matched)| Completion {
            kind: CompletionKind::Source,
            label: source.name.to_owned(),
            detail: detail(source),
            span,
            insert: source.name.to_owned(),
            snippet: None,
            about: Some(About::Source(source.name.to_owned())),
            filter: key::filter(typed, matched, keys(source)),
        })
        .collect()
}

fn keys(source: &Source) -> Vec<&'static str> {
    let names = [source.name, source.abbreviation, source.chinese, source.domain];
    names.into_iter().chain(source.aliases.iter().copied()).filter(|key| !key.is_empty()).collect()
}

fn detail(source: &Source) -> Option<String> {
    let parts: Vec<&str> = [source.abbreviation, source.chinese].into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
