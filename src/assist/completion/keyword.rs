//! Keywords, by Chinese, English, pinyin and zhuyin; those that this brief speaks of first, used ones left out.

use std::collections::HashSet;

use super::key::{self, Fit};
use super::{About, Completion, CompletionKind};
use crate::brief::{Brief, Field, Language};
use crate::lexicon::{Keyword, Keywords, fold_name, glossary};
use crate::reading::keyword_list::KeywordList;
use crate::snapshot::Snapshot;
use crate::text::{Span, is_han};

/// `value` is the field's value up to the cursor.
pub(super) fn complete(snapshot: &Snapshot, brief: &Brief, field: &Field, value: Span) -> Vec<Completion> {
    let (content, known) = (snapshot.content(), snapshot.house().keywords());
    let span = item(content, value, known);
    let typed = &content[span];
    let used = used(content, field, span, known);
    let spoken_of = SpokenOf::of(content, brief);
    let mut found: Vec<(bool, Fit, &Keyword, String)> = (known.all().iter())
        .filter(|keyword| !used.contains(&fold_name(keyword.chinese)))
        .filter_map(|keyword| {
            let zhuyin = keyword.zhuyin.replace(' ', "");
            let keys = keys(keyword, &zhuyin);
            let (fit, matched) = key::find(typed, &keys)?;
            let is_absent = !spoken_of.names(keyword);
            Some((is_absent, fit, keyword, key::filter(typed, matched, keys)))
        })
        .collect();
    // What the brief speaks of stands before what is merely nearer.
    found.sort_by_key(|&(is_absent, fit, ..)| (fit == Fit::Word, is_absent, fit));
    found
        .into_iter()
        .map(|(.., keyword, filter)| Completion {
            kind: CompletionKind::Keyword,
            label: keyword.chinese.to_owned(),
            detail: (!keyword.english.is_empty()).then(|| keyword.english.to_owned()),
            span,
            insert: keyword.chinese.to_owned(),
            snippet: None,
            about: Some(About::Keyword(keyword.chinese.to_owned())),
            filter,
        })
        .collect()
}

/// From the last separator, or from where Latin letters follow Han, to the cursor.
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

fn keys<'k>(keyword: &Keyword, zhuyin: &'k str) -> Vec<&'k str> {
    let names = [keyword.chinese, keyword.english, keyword.pinyin, keyword.initials, zhuyin];
    let others = keyword.other_pinyin.iter().chain(&keyword.aliases).copied();
    names.into_iter().chain(others).filter(|key| !key.is_empty()).collect()
}

/// What the sections of a brief speak of.
struct SpokenOf<'c> {
    texts: Vec<&'c str>,
    /// Under whatever name, in either language.
    terms: HashSet<&'static str>,
}

impl<'c> SpokenOf<'c> {
    fn of(content: &'c str, brief: &Brief) -> SpokenOf<'c> {
        let mut spoken_of = SpokenOf { texts: Vec::new(), terms: HashSet::new() };
        for section in &brief.sections {
            for text in section.texts().map(|text| &content[text]) {
                let terms = match section.language {
                    Language::Chinese => glossary().in_chinese(text),
                    Language::English => glossary().in_english(text),
                };
                spoken_of.terms.extend(terms.iter().flat_map(|found| found.term.chinese_names()));
                spoken_of.texts.push(text);
            }
        }
        spoken_of
    }

    fn names(&self, keyword: &Keyword) -> bool {
        self.terms.contains(keyword.chinese) || self.texts.iter().any(|text| text.contains(keyword.chinese))
    }
}
