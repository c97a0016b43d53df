//! Sources, by any of their names.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

use super::{About, Completion, CompletionKind, with_use};
use crate::archive::ArchivedName;
use crate::assist::key::{self, Fit};
use crate::lexicon::{Source, fold_name};
use crate::snapshot::Snapshot;
use crate::text::Span;

/// Sources of the archive count as much as those of the house.
pub(super) fn complete(snapshot: &Snapshot, known: Vec<ArchivedName>, span: Span) -> Vec<Completion> {
    let typed = &snapshot.content()[span];
    let mut known: HashMap<String, ArchivedName> = known.into_iter().map(|known| (known.identity(), known)).collect();
    let mut found: Vec<(Fit, usize, Completion)> = Vec::new();
    for source in snapshot.house().sources().all() {
        let used = known.remove(&fold_name(source.name.english)).map_or(0, |known| known.briefs);
        if let Some((fit, matched)) = key::find(typed, &keys(source)) {
            let about = Some(About::Source(source.name.english.to_owned()));
            let filter = key::filter(typed, matched, keys(source));
            found.push((fit, used, completion(source.name.english, detail(source), used, about, span, filter)));
        }
    }
    for known in known.into_values() {
        if let Some((fit, matched)) = key::find(typed, &[known.name]) {
            let filter = key::filter(typed, matched, [known.name]);
            found.push((fit, known.briefs, completion(known.name, None, known.briefs, None, span, filter)));
        }
    }
    // Of those that are equally near, the more used first; those that are only in the archive by name.
    found.sort_by(|(fit, used, one), (other_fit, other_used, other)| {
        let by_name = || (one.about.is_none(), &one.label).cmp(&(other.about.is_none(), &other.label));
        let rank = |fit: &Fit, used: &usize| (*fit == Fit::Word, Reverse(*used), *fit);
        let built_in = one.about.is_some() && other.about.is_some();
        let tie = || if built_in { Ordering::Equal } else { by_name() };
        rank(fit, used).cmp(&rank(other_fit, other_used)).then_with(tie)
    });
    found.into_iter().map(|(_, _, completion)| completion).collect()
}

fn completion(
    name: &str,
    detail: Option<String>,
    used: usize,
    about: Option<About>,
    span: Span,
    filter: String,
) -> Completion {
    Completion {
        kind: CompletionKind::Source,
        label: name.to_owned(),
        detail: with_use(detail, used),
        span,
        insert: name.to_owned(),
        snippet: None,
        about,
        filter,
    }
}

fn keys(source: &Source) -> Vec<&'static str> {
    let names = [source.name.english, source.abbreviation, source.name.chinese, source.domain];
    names.into_iter().chain(source.aliases.english.iter().copied()).filter(|key| !key.is_empty()).collect()
}

fn detail(source: &Source) -> Option<String> {
    let parts: Vec<&str> =
        [source.abbreviation, source.name.chinese].into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
