//! Keywords, by Chinese, English, pinyin and zhuyin; those that this brief speaks of first, used ones left out.

use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, HashSet};

use super::{About, Completion, CompletionKind, with_use};
use crate::archive::ArchivedName;
use crate::assist::key::{self, Fit};
use crate::brief::{Brief, Field};
use crate::language::Language;
use crate::lexicon::{Keyword, Keywords, fold_name};
use crate::reading::keyword_list::KeywordList;
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::{Span, is_han};

/// `value` is the field's value up to the cursor. Keywords of the archive count as much as those of the house.
pub(super) fn complete(
    snapshot: &Snapshot,
    in_archive: Vec<ArchivedName>,
    brief: &Brief,
    field: &Field,
    value: Span,
) -> Vec<Completion> {
    let (content, known) = (snapshot.content(), snapshot.house().keywords());
    let span = item(content, value, known);
    let typed = &content[span];
    let used = used(content, field, span, known);
    let spoken_of =
        snapshot.contexts().find(|cx| std::ptr::eq(cx.brief, brief)).map(|cx| SpokenOf::of(&cx)).unwrap_or_default();
    let mut in_archive: HashMap<String, ArchivedName> =
        in_archive.into_iter().map(|known| (known.identity(), known)).collect();
    let listed = known.all().iter().map(|keyword| {
        let used = in_archive.remove(&fold_name(keyword.name.chinese)).map_or(0, |known| known.briefs);
        KeywordCandidate {
            name: keyword.name.chinese,
            used,
            keyword: Some(keyword),
            is_absent: !spoken_of.names(keyword),
        }
    });
    let mut candidates: Vec<KeywordCandidate> = listed.collect();
    candidates.extend(in_archive.into_values().map(|known| {
        let is_absent = !spoken_of.has(known.name);
        KeywordCandidate { name: known.name, used: known.briefs, keyword: None, is_absent }
    }));
    candidates.retain(|candidate| !used.contains(&fold_name(candidate.name)));
    let mut found: Vec<(Fit, KeywordCandidate, String)> = (candidates.into_iter())
        .filter_map(|candidate| {
            let sounds = candidate.sounds(typed);
            let keys = candidate.keys(&sounds);
            let (fit, matched) = key::find(typed, &keys)?;
            let filter = key::filter(typed, matched, keys);
            Some((fit, candidate, filter))
        })
        .collect();
    // What the brief speaks of stands before what is merely nearer, and what is often used before what is not.
    found.sort_by(|(fit, one, _), (other_fit, other, _)| {
        let rank = |fit: Fit, of: &KeywordCandidate| (fit == Fit::Word, of.is_absent, Reverse(of.used), fit);
        rank(*fit, one).cmp(&rank(*other_fit, other)).then_with(|| tie(one, other))
    });
    found.into_iter().map(|(_, candidate, filter)| candidate.completion(span, filter)).collect()
}

/// Listed keywords keep their order; others, which have none, are put in that of their names.
fn tie(one: &KeywordCandidate, other: &KeywordCandidate) -> Ordering {
    match (one.keyword, other.keyword) {
        (Some(_), Some(_)) => Ordering::Equal,
        _ => (one.keyword.is_none(), one.name).cmp(&(other.keyword.is_none(), other.name)),
    }
}

/// A keyword that may be meant, listed or only in the archive.
struct KeywordCandidate<'a> {
    name: &'a str,
    keyword: Option<&'a Keyword>,
    /// How many briefs of the archive have it.
    used: usize,
    /// Not mentioned in this brief.
    is_absent: bool,
}

impl<'a> KeywordCandidate<'a> {
    /// Sounds in the form in which they are typed, unless the list has them.
    fn sounds(&self, typed: &str) -> Vec<String> {
        match self.keyword {
            Some(keyword) => vec![keyword.zhuyin.replace(' ', "")],
            None => key::sounds_of(self.name, typed),
        }
    }

    fn keys<'k>(&self, sounds: &'k [String]) -> Vec<&'k str>
    where
        'a: 'k,
    {
        let listed = self.keyword.map_or_else(|| vec![self.name], names);
        let sounds = sounds.iter().map(String::as_str);
        listed.into_iter().chain(sounds).filter(|key| !key.is_empty()).collect()
    }

    fn completion(self, span: Span, filter: String) -> Completion {
        let english = self.keyword.map(|keyword| keyword.name.english.to_owned()).filter(|english| !english.is_empty());
        Completion {
            kind: CompletionKind::Keyword,
            label: self.name.to_owned(),
            detail: with_use(english, self.used),
            span,
            insert: self.name.to_owned(),
            snippet: None,
            about: self.keyword.map(|_| About::Keyword(self.name.to_owned())),
            filter,
        }
    }
}

/// The keyword at the cursor: from the last separator, or from where Latin letters follow Han.
fn item(content: &str, value: Span, known: &Keywords) -> Span {
    let list = KeywordList::read(content, value, known);
    let item = match (list.items.last(), list.gaps.last()) {
        (Some(&item), Some(gap)) if gap.marks.is_empty() => Span::new(item.start, value.end),
        _ => return Span::at(value.end),
    };
    let latin =
        content[item].rfind(is_han).and_then(|at| content[item][at..].char_indices().nth(1).map(|(c, _)| at + c));
    Span::new(item.start + latin.unwrap_or(0), item.end)
}

/// The keywords that stand elsewhere in the field, folded.
fn used(content: &str, field: &Field, typed: Span, known: &Keywords) -> Vec<String> {
    let items = KeywordList::read(content, field.value, known).items;
    items.into_iter().filter(|item| !item.touches(typed)).map(|item| fold_name(&content[item])).collect()
}

/// All names of a keyword in the list.
fn names(keyword: &Keyword) -> Vec<&str> {
    let names = [keyword.name.chinese, keyword.name.english, keyword.pinyin, keyword.initials];
    names.into_iter().chain(keyword.aliases.iter().chain(&keyword.other_sounds).copied()).collect()
}

/// Texts and terms of a brief's sections.
#[derive(Default)]
struct SpokenOf<'c> {
    texts: Vec<&'c str>,
    /// Chinese names of the terms found in either language.
    terms: HashSet<&'static str>,
}

impl<'c> SpokenOf<'c> {
    fn of(cx: &Context<'c>) -> SpokenOf<'c> {
        let mut spoken_of = SpokenOf { texts: Vec::new(), terms: HashSet::new() };
        for section in &cx.brief.sections {
            for text in section.texts().map(|text| &cx.text[text]) {
                let terms = cx.bitext().terms(section.language, text);
                spoken_of.terms.extend(terms.iter().flat_map(|found| found.term.names(Language::Chinese)));
                spoken_of.texts.push(text);
            }
        }
        spoken_of
    }

    fn names(&self, keyword: &Keyword) -> bool {
        self.terms.contains(keyword.name.chinese) || self.has(keyword.name.chinese)
    }

    fn has(&self, word: &str) -> bool {
        self.texts.iter().any(|text| text.contains(word))
    }
}
