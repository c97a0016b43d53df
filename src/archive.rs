//! The archive: an index of all briefs of the workspace folders.
//!
//! It keeps only names, dates, first words and counts, never the texts: a look-up names the files that hold the answer,
//! and those are read again. The archive itself reads no files.

mod archived_names;
pub mod mention;
mod record;
pub mod term_usage;
pub mod usage;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use archived_names::{ArchivedNames, SpellingId};
pub use archived_names::{NameId, identity};
pub use mention::{Mention, NameKind};
use record::LinesBelow;
pub use record::{BriefRecord, Record};
pub use term_usage::TermUsage;
pub use usage::Usage;

/// Index of briefs, by file.
#[derive(Debug, Default)]
pub struct Archive {
    names: ArchivedNames,
    files: FxHashMap<Box<Path>, Box<[IndexedBrief]>>,
}

/// The stored form of one brief.
#[derive(Debug)]
struct IndexedBrief {
    line: u32,
    below: LinesBelow,
    date: Option<Date>,
    names: Box<[SpellingId]>,
    first_words: Box<str>,
}

/// A brief of the archive.
#[derive(Debug, Clone, Copy)]
pub struct ArchivedBrief<'a> {
    pub path: &'a Path,
    /// Index of its first line in the file.
    pub line: u32,
    pub date: Option<Date>,
    /// Beginning of its title, or else of its text.
    pub first_words: &'a str,
    below: LinesBelow,
    names: &'a [SpellingId],
    archive: &'a Archive,
}

/// An author, source or keyword, under the spelling that most briefs use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArchivedName<'a> {
    pub kind: NameKind,
    pub name: &'a str,
    /// Number of briefs that have it, in whatever spelling.
    pub briefs: usize,
    /// Its identity, whatever the spelling.
    pub id: NameId,
}

impl Archive {
    /// Replaces whatever is known of the file at `path`.
    pub fn put(&mut self, path: &Path, record: Record) {
        self.remove(path);
        if record.briefs.is_empty() {
            return;
        }
        let entries = record.briefs.into_iter().map(|brief| self.names.enter(brief)).collect();
        self.files.insert(path.into(), entries);
    }

    /// Forgets the file at `path`.
    pub fn remove(&mut self, path: &Path) {
        if let Some(entries) = self.files.remove(path) {
            self.names.leave(&entries);
        }
    }

    /// Forgets the files for which `is_kept` is false.
    pub fn retain(&mut self, is_kept: impl Fn(&Path) -> bool) {
        let names = &mut self.names;
        self.files.retain(|path, entries| {
            let kept = is_kept(path);
            if !kept {
                names.leave(entries);
            }
            kept
        });
    }

    /// All briefs, in no order.
    pub fn briefs(&self) -> impl Iterator<Item = ArchivedBrief<'_>> {
        self.files.iter().flat_map(move |(path, entries)| entries.iter().map(move |entry| self.brief(path, entry)))
    }

    fn brief<'a>(&'a self, path: &'a Path, entry: &'a IndexedBrief) -> ArchivedBrief<'a> {
        let IndexedBrief { line, below, date, names, first_words } = entry;
        ArchivedBrief { path, line: *line, date: *date, first_words, below: *below, names, archive: self }
    }

    /// All files that hold briefs, in no order.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.keys().map(|path| &**path)
    }

    /// All names of that kind, in no order.
    pub fn known(&self, kind: NameKind) -> impl Iterator<Item = ArchivedName<'_>> {
        self.names.known(kind)
    }

    /// Finds a name by any of its spellings.
    pub fn lookup(&self, kind: NameKind, name: &str) -> Option<ArchivedName<'_>> {
        self.names.lookup(kind, name)
    }

    /// Files that have the name in any of its spellings, in order of paths.
    pub fn files_with(&self, kind: NameKind, name: &str) -> Vec<PathBuf> {
        let Some(known) = self.lookup(kind, name) else {
            return Vec::new();
        };
        let has = |entries: &[IndexedBrief]| {
            entries.iter().flat_map(|entry| &entry.names).any(|&id| self.names.name_of(id) == known.id)
        };
        let with = self.files.iter().filter(|(_, entries)| has(entries));
        let mut files: Vec<PathBuf> = with.map(|(path, _)| path.to_path_buf()).collect();
        files.sort_unstable();
        files
    }

    /// Usual spellings, for rules. Takes time in proportion to the whole archive.
    pub fn usage(&self) -> Usage {
        Usage::of(self)
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl ArchivedName<'_> {
    /// Folded name that all spellings share: that of the built-in source or keyword, if it is one.
    pub fn identity(&self) -> String {
        identity(self.kind, self.name)
    }
}

impl<'a> ArchivedBrief<'a> {
    /// Index of the line that its names of that kind stand on.
    pub fn line_of(&self, kind: NameKind) -> u32 {
        self.line + self.below.lines(kind)
    }

    /// Its names as it spells them.
    pub fn names(&self) -> impl Iterator<Item = (NameKind, &'a str, NameId)> + use<'a> {
        let names = &self.archive.names;
        self.names.iter().map(move |&id| names.spelling(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(archive: &mut Archive, path: &str, text: &str) {
        archive.put(Path::new(path), Record::of_text(text));
    }

    fn archive() -> Archive {
        let mut archive = Archive::default();
        put(&mut archive, "a", "作者: Erik Green and 王小明\n來源: IISS\n關鍵字: 台灣、軍事\n摘要:\n甲\n");
        put(&mut archive, "b", "作者: Green, Erik\n來源: RAND\n關鍵字: 臺灣\n\n---\n\n作者: X\n關鍵字: Taiwan、臺灣\n");
        put(&mut archive, "c", "作者: ERIK GREEN\n關鍵字: 台灣\n");
        archive
    }

    #[track_caller]
    fn check(archive: &Archive, kind: NameKind, name: &str, briefs: usize, files: &[&str]) {
        let found = archive.lookup(kind, name).map_or(0, |known| known.briefs);
        assert_eq!(found, briefs, "briefs with {name}");
        let paths: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        assert_eq!(archive.files_with(kind, name), paths, "files with {name}");
    }

    #[test]
    fn names_are_one_in_all_spellings() {
        let archive = archive();
        for taiwan in ["台灣", "臺灣", "Taiwan", "台湾"] {
            check(&archive, NameKind::Keyword, taiwan, 4, &["a", "b", "c"]);
        }
        check(&archive, NameKind::Keyword, "軍事", 1, &["a"]);
        check(&archive, NameKind::Keyword, "外交", 0, &[]);
        check(&archive, NameKind::Author, "Erik Green", 2, &["a", "c"]);
        check(&archive, NameKind::Source, "International Institute for Strategic Studies", 1, &["a"]);
    }

    #[test]
    fn the_usual_spelling_stands_for_all() {
        let mut archive = archive();
        assert_eq!(archive.lookup(NameKind::Keyword, "Taiwan").map(|known| known.name), Some("台灣"));
        put(&mut archive, "d", "作者: X\n關鍵字: 臺灣\n");
        assert_eq!(archive.lookup(NameKind::Keyword, "Taiwan").map(|known| known.name), Some("臺灣"));
    }

    #[test]
    fn a_file_that_changes_or_goes_takes_its_names_with_it() {
        let mut archive = archive();
        put(&mut archive, "b", "作者: X\n關鍵字: 外交\n");
        check(&archive, NameKind::Keyword, "臺灣", 2, &["a", "c"]);
        check(&archive, NameKind::Keyword, "外交", 1, &["b"]);
        put(&mut archive, "b", "no brief any more");
        check(&archive, NameKind::Keyword, "外交", 0, &[]);
        archive.retain(|path| path == Path::new("c"));
        check(&archive, NameKind::Keyword, "臺灣", 1, &["c"]);
        archive.remove(Path::new("c"));
        assert!(archive.is_empty() && archive.known(NameKind::Keyword).next().is_none());
    }

    #[test]
    fn briefs_are_told_apart_by_their_line() {
        let archive = archive();
        let mut lines: Vec<(String, u32)> =
            archive.briefs().map(|brief| (brief.path.display().to_string(), brief.line)).collect();
        lines.sort();
        assert_eq!(lines, [("a".into(), 0), ("b".into(), 0), ("b".into(), 6), ("c".into(), 0)]);
    }
}
