//! The word under the cursor as brief.toml may define it: a keyword, a source, a term.

use super::item::item_at;
use super::reference::name_at;
use crate::archive::NameKind;
use crate::bitext::Subject;
use crate::config::VocabularyEntry;
use crate::lexicon::SourceMatch;
use crate::snapshot::Snapshot;

/// The entries of brief.toml for the name at byte `offset` of a header; several where sources share an abbreviation.
pub fn named_at(snapshot: &Snapshot, offset: usize) -> Vec<VocabularyEntry<'_>> {
    let Some(name) = name_at(snapshot, offset) else { return Vec::new() };
    let house = snapshot.house();
    match name.kind {
        NameKind::Author => Vec::new(),
        NameKind::Keyword => {
            let known = house.keywords().lookup(&name.spelling);
            known.map(|known| VocabularyEntry::Keyword(known.keyword.name.chinese)).into_iter().collect()
        }
        NameKind::Source => match house.sources().lookup(&name.spelling) {
            SourceMatch::Name(source) | SourceMatch::Abbreviation(source) => {
                vec![VocabularyEntry::Source(source.name.english)]
            }
            SourceMatch::Ambiguous(several) => {
                several.into_iter().map(|source| VocabularyEntry::Source(source.name.english)).collect()
            }
            SourceMatch::Unknown => Vec::new(),
        },
    }
}

/// The entries for the name at byte `offset`, or for a term of the house in a lead or point.
pub fn word_at(snapshot: &Snapshot, offset: usize) -> Vec<VocabularyEntry<'_>> {
    let named = named_at(snapshot, offset);
    if !named.is_empty() {
        return named;
    }
    match item_at(snapshot, offset).map(|item| item.subject) {
        Some(Subject::Term(term)) if term.is_of_house => vec![VocabularyEntry::Term(term.name.chinese)],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::{at_cursor, house, snapshot_in};

    #[track_caller]
    fn check(marked: &str, named: &[VocabularyEntry], word: &[VocabularyEntry]) {
        let (snapshot, offset) = at_cursor(marked);
        let snapshot = snapshot_in(house(), snapshot.content());
        assert_eq!((named_at(&snapshot, offset), word_at(&snapshot, offset)), (named.to_vec(), word.to_vec()));
    }

    #[test]
    fn by_whatever_name() {
        let [keyword, source] =
            [VocabularyEntry::Keyword("灰色地帶"), VocabularyEntry::Source("Institute of Cloud Gazing")];
        check("關鍵字: 軍事、灰色|地帶\n", &[keyword], &[keyword]);
        check("關鍵字: Gray zo|ne\n", &[keyword], &[keyword]);
        for written in ["IC|G", "雲端|觀測所", "😀\n來源: institute of cloud gaz|ing"] {
            check(&format!("來源: {written}\n"), &[source], &[source]);
        }
        check("作者: 王|小明\n", &[], &[]);
        check("關鍵字: 不知|名\n", &[], &[]);
    }

    #[test]
    fn terms_stand_in_points() {
        check("摘要:\n  • 雲|海與外交\n", &[], &[VocabularyEntry::Term("雲海")]);
        check("Summary:\n  • A cloud se|a 😀\n", &[], &[VocabularyEntry::Term("雲海")]);
        check("摘要:\n  • 全球南|方\n", &[], &[]);
    }
}
