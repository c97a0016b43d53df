//! Usage: usual spellings in the briefs of an archive, for rules to compare a single brief with.
//!
//! An immutable view that all documents share; it is made anew when the archive changes. Without an archive it is
//! empty: on the command line, and until the folders have been read.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::archived_names::SpellingId;
use super::{Archive, ArchivedBrief, NameKind};
use crate::lexicon::fold_name;

/// Briefs that make a name known. One may be the slip itself, and two the slip and its copy, since briefs begin as
/// copies of others; the third is independent.
const ENOUGH: usize = 3;

/// Briefs from which a usual spelling is clear, if four in five have it.
const ENOUGH_TO_BE_CLEAR: usize = 5;

/// Usual spellings of names and terms. If two are equal, so are the findings of all rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// By kind and by the folded name that all spellings share.
    names: FxHashMap<(NameKind, String), UsualSpelling>,
    /// English names of terms, by the first of their Chinese names.
    terms: FxHashMap<&'static str, UsualSpelling>,
}

/// The usual spelling of a name, or the usual English name of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsualSpelling {
    /// The one that most briefs have.
    pub spelling: Box<str>,
    /// Number of briefs with that spelling, and with any.
    pub usual: usize,
    pub briefs: usize,
    /// The latest brief that has the usual spelling.
    pub example: Example,
}

/// A place in another file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub path: Box<Path>,
    /// Index of the line.
    pub line: u32,
}

impl Usage {
    /// Takes time in proportion to the archive's names.
    pub(super) fn of(archive: &Archive) -> Usage {
        let mut tallies = tallies(archive);
        tallies.retain(|_, tally| tally.briefs >= ENOUGH);
        let examples = examples(archive, tallies.values().map(|tally| tally.best));
        let habit = |tally: Tally| {
            let example = examples.get(&tally.best)?;
            let (kind, spelling, _) = archive.names.spelling(tally.best);
            let example = Example { path: example.path.into(), line: example.line_of(kind) };
            Some(UsualSpelling { spelling: spelling.into(), usual: tally.usual, briefs: tally.briefs, example })
        };
        let names = tallies.into_iter().filter_map(|(name, tally)| Some((name, habit(tally)?))).collect();
        Usage { names, terms: FxHashMap::default() }
    }

    /// Adds the usual names of terms.
    pub fn with_terms(self, terms: FxHashMap<&'static str, UsualSpelling>) -> Usage {
        Usage { terms, ..self }
    }

    /// Usual English name of a term, given the first of its Chinese names.
    pub fn usual_name(&self, term: &str) -> Option<&UsualSpelling> {
        self.terms.get(term)
    }

    pub fn has_terms(&self) -> bool {
        !self.terms.is_empty()
    }

    /// Whether enough briefs have the name, in whatever spelling.
    pub fn knows(&self, kind: NameKind, name: &str) -> bool {
        self.usual_spelling(kind, name).is_some()
    }

    /// Usual spelling of a name, if enough briefs have it.
    pub fn usual_spelling(&self, kind: NameKind, name: &str) -> Option<&UsualSpelling> {
        if self.names.is_empty() {
            return None;
        }
        let habit = self.names.get(&(kind, shared(kind, name)))?;
        (kind != NameKind::Author || !are_two(name, &habit.spelling)).then_some(habit)
    }
}

impl UsualSpelling {
    /// Whether so many briefs have the usual spelling that any other is an exception.
    pub fn is_clear(&self) -> bool {
        self.briefs >= ENOUGH_TO_BE_CLEAR && self.usual * 5 >= self.briefs * 4
    }
}

struct Tally {
    briefs: usize,
    /// The spelling that most briefs have, and their number.
    best: SpellingId,
    usual: usize,
}

fn tallies(archive: &Archive) -> FxHashMap<(NameKind, String), Tally> {
    let mut tallies: FxHashMap<(NameKind, String), Tally> = FxHashMap::default();
    for (id, kind, spelling, briefs) in archive.names.spellings() {
        let tally = tallies.entry((kind, shared(kind, spelling))).or_insert(Tally { briefs: 0, best: id, usual: 0 });
        tally.briefs += briefs;
        if briefs > tally.usual {
            (tally.best, tally.usual) = (id, briefs);
        }
    }
    tallies
}

/// The latest brief with each spelling; of those of one day the last in order of paths.
fn examples<'a>(
    archive: &'a Archive,
    wanted: impl Iterator<Item = SpellingId>,
) -> FxHashMap<SpellingId, ArchivedBrief<'a>> {
    let mut latest: FxHashMap<SpellingId, Option<ArchivedBrief>> = wanted.map(|id| (id, None)).collect();
    let key = |brief: &ArchivedBrief<'a>| (brief.date, brief.path, brief.line);
    for brief in archive.briefs() {
        for id in brief.names {
            if let Some(known) = latest.get_mut(id).filter(|known| known.is_none_or(|known| key(&known) < key(&brief)))
            {
                *known = Some(brief);
            }
        }
    }
    latest.into_iter().filter_map(|(id, brief)| Some((id, brief?))).collect()
}

/// Folded name that all spellings share. Unlike [`super::identity`] it keeps a source's full name and its abbreviation
/// apart: the choice between them is no question of spelling.
fn shared(kind: NameKind, name: &str) -> String {
    let folded = fold_name(name);
    match kind {
        NameKind::Author => without_initials(&folded),
        NameKind::Source | NameKind::Keyword => folded,
    }
}

/// Drops inner initials: Bonnie S. Glaser is Bonnie Glaser.
fn without_initials(folded: &str) -> String {
    let words: Vec<&str> = folded.split(' ').collect();
    let is_inner = |at: usize| at > 0 && at + 1 < words.len();
    let kept = words.iter().enumerate().filter(|&(at, word)| !(is_inner(at) && word.len() == 1));
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

/// Whether the inner initials differ: John A. Smith is not John B. Smith.
fn are_two(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|name| {
        let folded = fold_name(name);
        let words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
        let inner = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
        inner.iter().filter(|word| word.len() == 1).cloned().collect::<String>()
    });
    !one.is_empty() && !other.is_empty() && one != other
}

#[cfg(test)]
mod tests {
    use super::super::Record;
    use super::*;

    /// The usage of briefs with these headers, `;` for a line's end; the number says how many there are.
    fn usage(briefs: &[(usize, &str)]) -> Usage {
        let mut archive = Archive::default();
        for (count, header) in briefs {
            for number in 0..*count {
                let text = format!("\n{}\n", header.replace(';', "\n"));
                archive.put(Path::new(&format!("{header} {number}")), Record::of_text(&text));
            }
        }
        archive.usage()
    }

    #[track_caller]
    fn check(usage: &Usage, kind: NameKind, name: &str, expected: Option<(&str, usize, usize)>) {
        let habit = usage.usual_spelling(kind, name).map(|habit| (&*habit.spelling, habit.usual, habit.briefs));
        assert_eq!(habit, expected, "{name}");
    }

    #[test]
    fn three_briefs_make_a_name_known() {
        let usage = usage(&[(3, "來源: 雲端觀測協會"), (2, "來源: 雲端觀則協會"), (3, "關鍵字: 雲端、😀")]);
        check(&usage, NameKind::Source, "雲端觀測協會", Some(("雲端觀測協會", 3, 3)));
        check(&usage, NameKind::Source, "雲端觀則協會", None);
        check(&usage, NameKind::Keyword, "雲端", Some(("雲端", 3, 3)));
        check(&usage, NameKind::Keyword, "雲端觀測協會", None);
    }

    #[test]
    fn spellings_of_a_name_count_together() {
        let usage = usage(&[
            (4, "來源: Institute of Cloud Gazing、RAND Corporation"),
            (1, "來源: The institute of Cloud-Gazing"),
            (9, "來源: RAND"),
            (2, "作者: Bonnie S. Glaser"),
            (1, "作者: Bonnie Glaser, José Pérez"),
            (2, "作者: Jose Perez"),
        ]);
        let usual = ("Institute of Cloud Gazing", 4, 5);
        check(&usage, NameKind::Source, "INSTITUTE OF CLOUD GAZING", Some(usual));
        check(&usage, NameKind::Source, "Rand Corporation", Some(("RAND Corporation", 4, 4)));
        check(&usage, NameKind::Author, "Bonnie Glaser", Some(("Bonnie S. Glaser", 2, 3)));
        check(&usage, NameKind::Author, "José Perez", Some(("Jose Perez", 2, 3)));
    }

    #[test]
    fn a_habit_is_clear_where_four_in_five_agree() {
        let is_clear =
            |briefs| usage(briefs).usual_spelling(NameKind::Author, "erik green").is_some_and(UsualSpelling::is_clear);
        assert!(is_clear(&[(4, "作者: Erik Green"), (1, "作者: erik green")]));
        assert!(!is_clear(&[(4, "作者: Erik Green")]));
        assert!(!is_clear(&[(7, "作者: Erik Green"), (2, "作者: erik green")]));
    }

    #[test]
    fn the_example_is_the_latest_brief() {
        let usage = usage(&[
            (2, "作者: Erik Green;日期: 04/17/2025"),
            (1, "日期: 04/18/2025;來源: X;作者: Erik Green"),
            (2, "作者: erik green;日期: 04/19/2025"),
        ]);
        let habit = usage.usual_spelling(NameKind::Author, "Erik Green").expect("five briefs");
        let path = Path::new("日期: 04/18/2025;來源: X;作者: Erik Green 0").into();
        assert_eq!(habit.example, Example { path, line: 3 });
    }
}
