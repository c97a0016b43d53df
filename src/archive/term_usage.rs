//! The English names that the archive's briefs give to terms, where English has several.
//!
//! Finding terms takes a search of the whole brief, too slow for the first reading of a folder; so these come later.

use std::collections::HashMap;
use std::path::Path;

use rustc_hash::FxHashMap;

use super::usage::{Example, UsualSpelling};
use crate::brief::{Brief, BriefFile};
use crate::language::Both;
use crate::lexicon::rendering::renderings;
use crate::lexicon::{Glossary, TermMatch};
use crate::text::Span;

/// Names that each file gives to terms.
#[derive(Debug, Default)]
pub struct TermUsage {
    files: HashMap<Box<Path>, Box<[NumberedUse]>>,
    /// Every pair of a term and a name, once; [`NumberedUse::name`] is an index.
    names: Vec<(&'static str, Box<str>)>,
    numbers: FxHashMap<(&'static str, Box<str>), u32>,
}

/// A brief's use of a name for a term.
#[derive(Debug)]
struct NumberedUse {
    /// Index of the first line with the name.
    line: u32,
    name: u32,
}

/// A term, the name that a brief gives to it, and the index of the first line with that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermUse {
    pub term: &'static str,
    pub name: Box<str>,
    pub line: u32,
}

impl TermUsage {
    /// Replaces whatever is known of the file at `path`.
    pub fn put(&mut self, path: &Path, uses: Vec<TermUse>) {
        if uses.is_empty() {
            self.files.remove(path);
            return;
        }
        let uses =
            uses.into_iter().map(|it| NumberedUse { line: it.line, name: self.number(it.term, it.name) }).collect();
        self.files.insert(path.into(), uses);
    }

    /// Forgets the files for which `is_kept` is false.
    pub fn retain(&mut self, is_kept: impl Fn(&Path) -> bool) {
        self.files.retain(|path, _| is_kept(path));
    }

    fn number(&mut self, term: &'static str, name: Box<str>) -> u32 {
        let next = self.names.len() as u32;
        *self.numbers.entry((term, name.clone())).or_insert_with(|| {
            self.names.push((term, name));
            next
        })
    }

    /// Usual name of each term. Takes time in proportion to all that is stored.
    pub fn usual_names(&self) -> FxHashMap<&'static str, UsualSpelling> {
        let mut counts = vec![0; self.names.len()];
        self.files.values().flatten().for_each(|it| counts[it.name as usize] += 1);
        let mut tallies: FxHashMap<&'static str, (usize, usize)> = FxHashMap::default();
        for (number, &(term, _)) in self.names.iter().enumerate() {
            let (best, briefs) = tallies.entry(term).or_insert((number, 0));
            *briefs += counts[number];
            if counts[number] > counts[*best] {
                *best = number;
            }
        }
        let examples = self.examples();
        let habit = |(term, (best, briefs)): (&'static str, (usize, usize))| {
            let spelling = self.names[best].1.clone();
            let habit = UsualSpelling { spelling, usual: counts[best], briefs, example: examples.get(&best)?.clone() };
            Some((term, habit))
        };
        tallies.into_iter().filter_map(habit).collect()
    }

    /// For each name the last file that uses it, in order of paths, which often begin with a date.
    fn examples(&self) -> FxHashMap<usize, Example> {
        let mut last: FxHashMap<usize, (&Path, u32)> = FxHashMap::default();
        for (path, uses) in &self.files {
            for it in uses {
                let known = last.entry(it.name as usize).or_insert((path, it.line));
                *known = (*known).max((path, it.line));
            }
        }
        last.into_iter().map(|(name, (path, line))| (name, Example { path: path.into(), line })).collect()
    }
}

impl TermUse {
    /// Uses of terms of `glossary` in the briefs of `file`, which was read from `text`.
    pub fn all(text: &str, file: &BriefFile, glossary: &Glossary) -> Vec<TermUse> {
        file.briefs.iter().flat_map(|brief| TermUse::of_brief(text, file, brief, glossary)).collect()
    }

    fn of_brief(text: &str, file: &BriefFile, brief: &Brief, glossary: &Glossary) -> Vec<TermUse> {
        let spans = Both::from_fn(|language| {
            brief.section(language).into_iter().flat_map(|section| section.texts()).collect::<Vec<Span>>()
        });
        if spans.chinese.is_empty() || spans.english.is_empty() {
            return Vec::new();
        }
        let found = Both::from_fn(|language| {
            spans[language].iter().map(|&span| glossary.search(language, &text[span])).collect::<Vec<_>>()
        });
        let named = found.chinese.concat();
        let texts: Vec<(&str, &[TermMatch])> =
            spans.english.iter().zip(&found.english).map(|(&span, found)| (&text[span], found.as_slice())).collect();
        let line = |(number, place): (usize, Span)| {
            let offset = spans.english[number].start + place.start;
            file.lines.partition_point(|line| line.full().end <= offset) as u32
        };
        let uses = renderings(&named, &texts).into_iter();
        uses.map(|it| TermUse { term: it.term, line: line(it.places[0]), name: it.name.into() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::glossary;

    fn put(renderings: &mut TermUsage, path: &str, english: &str) {
        let text = format!("摘要:\n俄軍轟炸基輔，中央軍委會開會。😀\n\nSummary:\n{english}\n");
        renderings.put(Path::new(path), TermUse::all(&text, &BriefFile::read(&text), glossary()));
    }

    #[track_caller]
    fn check(renderings: &TermUsage, term: &str, expected: Option<(&str, usize, usize, &str)>) {
        let habits = renderings.usual_names();
        let found = habits
            .get(term)
            .map(|habit| (&*habit.spelling, habit.usual, habit.briefs, habit.example.path.to_str().expect("a name")));
        assert_eq!(found, expected, "{term}");
    }

    #[test]
    fn the_name_that_most_briefs_use() {
        let mut renderings = TermUsage::default();
        put(&mut renderings, "a", "Kyiv is bombed, and the CMC meets in Kyiv.");
        put(&mut renderings, "b", "Kyiv");
        put(&mut renderings, "c", "Kiev, says the Central Military Committee.");
        check(&renderings, "基輔", Some(("Kyiv", 2, 3, "b")));
        check(&renderings, "中央軍事委員會", Some(("Central Military Commission", 1, 2, "a")));
        check(&renderings, "西藏", None);
        put(&mut renderings, "a", "Kiev");
        check(&renderings, "基輔", Some(("Kiev", 2, 3, "c")));
        renderings.retain(|path| path == Path::new("b"));
        check(&renderings, "基輔", Some(("Kyiv", 1, 1, "b")));
        put(&mut renderings, "b", "Nothing");
        assert!(renderings.usual_names().is_empty());
    }

    #[test]
    fn the_line_that_names_it() {
        let text = "摘要:\n甲\n  • 基輔\n\nSummary:\nA\n  • Near\nKyiv\n";
        let uses = TermUse::all(text, &BriefFile::read(text), glossary());
        assert_eq!(uses, [TermUse { term: "基輔", name: "Kyiv".into(), line: 7 }]);
        assert_eq!(TermUse::all("摘要:\n基輔\n", &BriefFile::read("摘要:\n基輔\n"), glossary()), []);
    }
}
