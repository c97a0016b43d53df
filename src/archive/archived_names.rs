//! The names of the archive. Each spelling is stored once, under a number; spellings of one name share a [`NameId`].

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::record::BriefRecord;
use super::{ArchivedName, IndexedBrief, NameKind};
use crate::lexicon::{SourceMatch, fold_name, keywords, sources};

/// Index of a spelling.
pub type SpellingId = u32;

/// Index of a name, whatever its spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameId(u32);

/// Spellings and names that no brief has any more keep their indices; they are few.
#[derive(Debug, Default)]
pub(super) struct ArchivedNames {
    spellings: Vec<IndexedSpelling>,
    /// One for each kind of name.
    by_text: [FxHashMap<Arc<str>, SpellingId>; 3],
    names: Vec<IndexedName>,
    by_identity: FxHashMap<(NameKind, String), NameId>,
}

#[derive(Debug)]
struct IndexedSpelling {
    kind: NameKind,
    text: Arc<str>,
    name: NameId,
    briefs: u32,
}

#[derive(Debug, Default)]
struct IndexedName {
    spellings: Vec<SpellingId>,
    briefs: u32,
}

impl ArchivedNames {
    /// Indexes the names of a brief and counts them.
    pub fn enter(&mut self, brief: BriefRecord) -> IndexedBrief {
        let mut names: Vec<SpellingId> = Vec::with_capacity(brief.names.len());
        for (kind, text) in &brief.names {
            let id = self.number(*kind, text);
            if !names.contains(&id) {
                names.push(id);
            }
        }
        let BriefRecord { line, below, date, first_words, .. } = brief;
        let brief = IndexedBrief { line, below, date, names: names.into(), first_words: first_words.into() };
        self.count(&brief, |count| *count += 1);
        brief
    }

    /// Removes the names of `briefs` from the counts.
    pub fn leave(&mut self, briefs: &[IndexedBrief]) {
        for brief in briefs {
            self.count(brief, |count| *count -= 1);
        }
    }

    fn count(&mut self, brief: &IndexedBrief, change: fn(&mut u32)) {
        for (at, &id) in brief.names.iter().enumerate() {
            let name = self.name_of(id);
            change(&mut self.spellings[id as usize].briefs);
            if !brief.names[..at].iter().any(|&before| self.name_of(before) == name) {
                change(&mut self.names[name.0 as usize].briefs);
            }
        }
    }

    fn number(&mut self, kind: NameKind, text: &str) -> SpellingId {
        if let Some(&id) = self.by_text[kind as usize].get(text) {
            return id;
        }
        let text: Arc<str> = text.into();
        let names = &mut self.names;
        let name = *self.by_identity.entry((kind, identity(kind, &text))).or_insert_with(|| {
            names.push(IndexedName::default());
            NameId(names.len() as u32 - 1)
        });
        let id = self.spellings.len() as SpellingId;
        self.names[name.0 as usize].spellings.push(id);
        self.spellings.push(IndexedSpelling { kind, text: text.clone(), name, briefs: 0 });
        self.by_text[kind as usize].insert(text, id);
        id
    }

    pub fn name_of(&self, id: SpellingId) -> NameId {
        self.spellings[id as usize].name
    }

    pub fn spelling(&self, id: SpellingId) -> (NameKind, &str, NameId) {
        let IndexedSpelling { kind, text, name, .. } = &self.spellings[id as usize];
        (*kind, text, *name)
    }

    /// Spellings that some brief has, with the number of those briefs.
    pub fn spellings(&self) -> impl Iterator<Item = (SpellingId, NameKind, &str, usize)> {
        let all = self.spellings.iter().zip(0..).filter(|(spelling, _)| spelling.briefs > 0);
        all.map(|(spelling, id)| (id, spelling.kind, &*spelling.text, spelling.briefs as usize))
    }

    pub fn known(&self, kind: NameKind) -> impl Iterator<Item = ArchivedName<'_>> {
        let of_kind = move |name: &IndexedName| self.spellings[name.spellings[0] as usize].kind == kind;
        let used = self.names.iter().filter(move |name| name.briefs > 0 && of_kind(name));
        used.filter_map(|name| self.best(name))
    }

    pub fn lookup(&self, kind: NameKind, name: &str) -> Option<ArchivedName<'_>> {
        let NameId(id) = *self.by_identity.get(&(kind, identity(kind, name)))?;
        self.best(&self.names[id as usize]).filter(|known| known.briefs > 0)
    }

    /// The name in its most used spelling; of equals the one met first.
    fn best(&self, name: &IndexedName) -> Option<ArchivedName<'_>> {
        let spellings = name.spellings.iter().rev().map(|&id| &self.spellings[id as usize]);
        let IndexedSpelling { kind, text, name: id, .. } = spellings.max_by_key(|spelling| spelling.briefs)?;
        Some(ArchivedName { kind: *kind, name: text, briefs: name.briefs as usize, id: *id })
    }
}

/// Folded name that all spellings share: that of the built-in source or keyword that `text` names, or else of `text`.
pub fn identity(kind: NameKind, text: &str) -> String {
    let known = match kind {
        NameKind::Author => None,
        NameKind::Source => match sources().lookup(text) {
            SourceMatch::Name(source) | SourceMatch::Abbreviation(source) => Some(source.name.english),
            SourceMatch::Ambiguous(_) | SourceMatch::Unknown => None,
        },
        NameKind::Keyword => keywords().lookup(text).map(|found| found.keyword.name.chinese),
    };
    fold_name(known.unwrap_or(text))
}
