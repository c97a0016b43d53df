//! Measures the translation memory: what a point takes, how long a question takes, and how much of what a search through
//! all texts finds the sketches find, too.
//!
//!     cargo run --release --example memory -- FOLDER
//!     cargo run --release --example memory -- 10000
//!
//! FOLDER holds briefs, a file each; a number makes up so many. Questions are Chinese and English texts of the briefs in which
//! up to a third of the characters or words was changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use brief_ls::brief::{BriefFile, Language};
use brief_ls::memory::{Fingerprints, Memory, Question};
use fastrand::Rng;
use ignore::WalkBuilder;
use rayon::prelude::*;

type Failure = Box<dyn std::error::Error>;

/// Questions that are asked, and of those the ones that are put to all texts as well, one by one.
const QUESTIONS: usize = 400;
const CHECKED: usize = 60;

fn main() -> Result<(), Failure> {
    let Some(wanted) = std::env::args().nth(1) else {
        return Err("usage: memory FOLDER | NUMBER".into());
    };
    let briefs = match wanted.parse() {
        Ok(count) => made_up(count),
        Err(_) => read(Path::new(&wanted))?,
    };
    let before = resident_kilobytes();
    let memory = remembered(&briefs);
    let texts: usize =
        [Language::Chinese, Language::English].map(|language| texts(&briefs, language).count()).iter().sum();
    let kilobytes = resident_kilobytes().saturating_sub(before);
    println!(
        "{} briefs, {texts} texts; {kilobytes} KB, {} bytes a text",
        briefs.len(),
        kilobytes * 1024 / texts.max(1)
    );
    for language in [Language::Chinese, Language::English] {
        ask(&memory, &briefs, language);
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Vec<(PathBuf, String)>, Failure> {
    let mut briefs = Vec::new();
    for entry in WalkBuilder::new(folder).build() {
        let entry = entry?;
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            briefs.push((entry.path().to_owned(), fs::read_to_string(entry.path())?));
        }
    }
    Ok(briefs)
}

fn remembered(briefs: &[(PathBuf, String)]) -> Memory {
    let mut memory = Memory::default();
    let mut spent = Duration::ZERO;
    for (path, text) in briefs {
        let file = BriefFile::read(text);
        let started = Instant::now();
        let traces = Fingerprints::of(text, &file);
        spent += started.elapsed();
        memory.put(path, traces);
    }
    println!("sketched in {:.1?} a brief", spent / briefs.len().max(1) as u32);
    memory
}

/// Every text in one language, by the number of its brief.
fn texts(briefs: &[(PathBuf, String)], language: Language) -> impl Iterator<Item = (usize, &str)> {
    briefs.iter().enumerate().flat_map(move |(number, (_, text))| {
        let file = BriefFile::read(text);
        let sections = file.briefs.iter().filter_map(|brief| brief.section(language));
        let spans: Vec<_> = sections.flat_map(|section| section.texts()).collect();
        spans.into_iter().map(move |span| (number, &text[span.range()]))
    })
}

/// Asks for changed texts, and compares what is found with what a search through all texts finds.
fn ask(memory: &Memory, briefs: &[(PathBuf, String)], language: Language) {
    let all: Vec<(usize, &str)> = texts(briefs, language).collect();
    let mut dice = Rng::with_seed(11);
    let mut times = Vec::new();
    let (mut alike, mut near) = (Share::default(), Share::default());
    for asked in 0..QUESTIONS {
        let changed = changed(all[dice.usize(..all.len())].1, language, &mut dice);
        let Some(question) = Question::of(&changed, language) else { continue };
        let started = Instant::now();
        let candidates = memory.candidates(&question);
        times.push(started.elapsed());
        if asked % (QUESTIONS / CHECKED) == 0 {
            let percents = all.par_iter().filter_map(|&(number, text)| Some((number, question.percent(text)?)));
            let percents: Vec<(usize, u8)> = percents.collect();
            let best = |percents: &mut dyn Iterator<Item = &(usize, u8)>| percents.map(|(_, percent)| *percent).max();
            let is_found = |(number, _): &&(usize, u8)| candidates.contains(&briefs[*number].0);
            let found = best(&mut percents.iter().filter(is_found));
            match best(&mut percents.iter()) {
                Some(percent @ 90..) => alike.add(found == Some(percent)),
                Some(percent) => near.add(found == Some(percent)),
                None => {}
            }
        }
    }
    times.sort_unstable();
    let (median, most) = (times[times.len() / 2], times[times.len() - 1]);
    println!("{language:?}: a question takes {median:.2?} in the median, {most:.2?} at most");
    println!("  the best of all texts found, where it is alike by 90 % and more: {alike}; by 75 to 89 %: {near}");
}

#[derive(Default)]
struct Share {
    of: usize,
    found: usize,
}

impl Share {
    fn add(&mut self, is_found: bool) {
        self.of += 1;
        self.found += usize::from(is_found);
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "{} of {}", self.found, self.of)
    }
}

/// The text with up to a third of its characters or words exchanged, left out or put in twice.
fn changed(text: &str, language: Language, dice: &mut Rng) -> String {
    let mut parts: Vec<String> = match language {
        Language::Chinese => text.chars().map(String::from).collect(),
        Language::English => text.split_inclusive(' ').map(str::to_owned).collect(),
    };
    for _ in 0..dice.usize(..parts.len() / 3 + 1) {
        let (at, other) = (dice.usize(..parts.len()), dice.usize(..parts.len()));
        match dice.usize(..3) {
            0 => parts.swap(at, other),
            1 => parts[at].clear(),
            _ => parts[at] = parts[at].repeat(2),
        }
    }
    parts.concat()
}

/// Briefs of five pairs, their words made of syllables by chance.
fn made_up(count: usize) -> Vec<(PathBuf, String)> {
    let mut dice = Rng::with_seed(3);
    let brief = |number: usize| {
        let half = |dice: &mut Rng, word: fn(&mut Rng) -> String, length: usize| -> String {
            let point = |dice: &mut Rng| (0..length).map(|_| word(dice)).collect::<String>();
            (0..5).map(|_| format!("  • {}\n", point(dice))).collect()
        };
        let (chinese, english) = (half(&mut dice, han, 90), half(&mut dice, latin, 45));
        (PathBuf::from(number.to_string()), format!("摘要:\n{chinese}\nSummary:\n{english}"))
    };
    (0..count).map(brief).collect()
}

/// The lower the number, the more often it comes, as words do.
fn rank(dice: &mut Rng, most: usize) -> u32 {
    let highest = dice.usize(..most) + 1;
    dice.usize(..highest) as u32
}

fn han(dice: &mut Rng) -> String {
    char::from_u32(0x4e00 + rank(dice, 3_000)).map(String::from).unwrap_or_default()
}

fn latin(dice: &mut Rng) -> String {
    format!("w{} ", rank(dice, 8_000))
}

/// Memory of this process that is in use, where the system tells.
fn resident_kilobytes() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
