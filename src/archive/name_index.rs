//! The names of the archive, each spelling kept once and numbered; spellings of one name make a group.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::record::BriefRecord;
use super::{IndexedBrief, KnownName, NameKind};
use crate::lexicon::{SourceMatch, fold_name, keywords, sources};

/// A spelling's number.
pub type SpellingId = u32;

/// A name's number, whatever its spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameId(u32);

/// Spellings and groups that no brief has any more keep their numbers; they are few.
#[derive(Debug, Default)]
pub(super) struct NameIndex {
    spellings: Vec<IndexedSpelling>,
    /// By kind.
    by_text: [FxHashMap<Arc<str>, SpellingId>; 3],
    groups: Vec<IndexedName>,
    by_identity: FxHashMap<(NameKind, String), NameId>,
}

#[derive(Debug)]
struct IndexedSpelling {
    kind: NameKind,
    text: Arc<str>,
    group: NameId,
    briefs: u32,
}

#[derive(Debug, Default)]
struct IndexedName {
    spellings: Vec<SpellingId>,
    briefs: u32,
}

impl NameIndex {
    /// Numbers the names of a brief and counts them.
    pub fn enter(&mut self, brief: BriefRecord) -> IndexedBrief {
        let mut names: Vec<SpellingId> = Vec::with_capacity(brief.names.len());
        for (kind, text) in &brief.names {
            let id = self.number(*kind, text);
            if !names.contains(&id) {
                names.push(id);
            }
        }
        let BriefRecord { line, below, date, first_words, .. } = brief;
        let entry = IndexedBrief { line, below, date, names: names.into(), first_words: first_words.into() };
        self.count(&entry, |briefs| *briefs += 1);
        entry
    }

    /// Takes the names of these briefs off the counts.
    pub fn leave(&mut self, entries: &[IndexedBrief]) {
        for entry in entries {
            self.count(entry, |briefs| *briefs -= 1);
        }
    }

    fn count(&mut self, entry: &IndexedBrief, change: fn(&mut u32)) {
        for (at, &id) in entry.names.iter().enumerate() {
            let group = self.group(id);
            change(&mut self.spellings[id as usize].briefs);
            if !entry.names[..at].iter().any(|&before| self.group(before) == group) {
                change(&mut self.groups[group.0 as usize].briefs);
            }
        }
    }

    fn number(&mut self, kind: NameKind, text: &str) -> SpellingId {
        if let Some(&id) = self.by_text[kind as usize].get(text) {
            return id;
        }
        let text: Arc<str> = text.into();
        let groups = &mut self.groups;
        let group = *self.by_identity.entry((kind, identity(kind, &text))).or_insert_with(|| {
            groups.push(IndexedName::default());
            NameId(groups.len() as u32 - 1)
        });
        let id = self.spellings.len() as SpellingId;
        self.groups[group.0 as usize].spellings.push(id);
        self.spellings.push(IndexedSpelling { kind, text: text.clone(), group, briefs: 0 });
        self.by_text[kind as usize].insert(text, id);
        id
    }

    pub fn group(&self, id: SpellingId) -> NameId {
        self.spellings[id as usize].group
    }

    pub fn spelling(&self, id: SpellingId) -> (NameKind, &str, NameId) {
        let IndexedSpelling { kind, text, group, .. } = &self.spellings[id as usize];
        (*kind, text, *group)
    }

    /// Every spelling that some brief has, with how many have it.
    pub fn spellings(&self) -> impl Iterator<Item = (SpellingId, NameKind, &str, usize)> {
        let all = self.spellings.iter().zip(0..).filter(|(spelling, _)| spelling.briefs > 0);
        all.map(|(spelling, id)| (id, spelling.kind, &*spelling.text, spelling.briefs as usize))
    }

    pub fn known(&self, kind: NameKind) -> impl Iterator<Item = KnownName<'_>> {
        let of_kind = move |group: &IndexedName| self.spellings[group.spellings[0] as usize].kind == kind;
        let used = self.groups.iter().filter(move |group| group.briefs > 0 && of_kind(group));
        used.filter_map(|group| self.best(group))
    }

    pub fn lookup(&self, kind: NameKind, name: &str) -> Option<KnownName<'_>> {
        let NameId(group) = *self.by_identity.get(&(kind, identity(kind, name)))?;
        self.best(&self.groups[group as usize]).filter(|known| known.briefs > 0)
    }

    /// The group under its most used spelling; of equals the one met first.
    fn best(&self, group: &IndexedName) -> Option<KnownName<'_>> {
        let spellings = group.spellings.iter().rev().map(|&id| &self.spellings[id as usize]);
        let IndexedSpelling { kind, text, group: number, .. } = spellings.max_by_key(|spelling| spelling.briefs)?;
        Some(KnownName { kind: *kind, name: text, briefs: group.briefs as usize, group: *number })
    }
}

/// What the spellings of a name share: the known source or keyword that it names, or its folded text.
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
