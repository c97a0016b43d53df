//! The translation memory: which briefs of the archive hold a text like a given one, so that its translation is seen.
//!
//! Of each text only a sketch and the hashes of its sentences are kept, 32 bytes and 4 a sentence. A look-up goes over all
//! of them and names the files whose sketches are nearest; those are read again, and the texts themselves tell how much
//! they are alike. Which text is whose translation is asked of the pairing then, and only of those few briefs.
//!
//! As `cargo run --release --example memory -- FOLDER` measures it on 10,000 briefs with 150,000 texts: 66 bytes a text, a
//! millisecond a look-up, and in 87 of 87 cases a text as much alike as the best that a search through all of them finds.

mod column;
mod likeness;
mod sketch;
mod token;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::brief::{Brief, BriefFile, Language};
use crate::pairing::sentences;
use crate::text::Span;
use column::Column;
pub use likeness::{Likeness, Piece, Question, differing_numbers};
use sketch::{Sketch, alike, sentence_hash};
use token::{Token, tokens};

/// What is remembered of the files that were put into it.
#[derive(Debug, Default)]
pub struct Memory {
    /// By number; none where the file was forgotten.
    files: Vec<Option<Arc<Path>>>,
    numbers: HashMap<Arc<Path>, u32>,
    chinese: Half,
    english: Half,
}

/// Of the texts in one language, those of all files one behind the other: a look-up goes over them in one sweep.
#[derive(Debug, Default)]
struct Half {
    sketches: Column<Sketch>,
    sentences: Column<u32>,
}

/// What is remembered of one file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Traces {
    chinese: Trace,
    english: Trace,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Trace {
    sketches: Vec<Sketch>,
    sentences: Vec<u32>,
}

/// Files with a text nearest to the question's, and files with one of its sentences, that are worth reading.
const NEAREST: usize = 12;
const WITH_SENTENCE: usize = 8;

/// Forgotten files that are not worth tidying up.
const LITTER: usize = 64;

impl Memory {
    /// Makes `traces` all that is remembered of the file at `path`.
    pub fn put(&mut self, path: &Path, traces: Traces) {
        self.remove(path);
        if traces.is_empty() {
            return;
        }
        let path: Arc<Path> = path.into();
        let number = self.files.len() as u32;
        self.numbers.insert(path.clone(), number);
        self.files.push(Some(path));
        self.chinese.add(number, traces.chinese);
        self.english.add(number, traces.english);
    }

    pub fn remove(&mut self, path: &Path) {
        if let Some(number) = self.numbers.remove(path) {
            self.files[number as usize] = None;
            self.tidy();
        }
    }

    /// Forgets the files that `is_kept` does not hold for.
    pub fn retain(&mut self, is_kept: impl Fn(&Path) -> bool) {
        let files = &mut self.files;
        self.numbers.retain(|path, number| {
            let kept = is_kept(path);
            if !kept {
                files[*number as usize] = None;
            }
            kept
        });
        self.tidy();
    }

    /// The files that may hold what the question asks for, those with one of its sentences first, then the nearest.
    pub fn candidates(&self, question: &Question) -> Vec<PathBuf> {
        let half = match question.language() {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        };
        let wanted = question.sentence_hashes();
        let with_sentence = half.sentences.find(|hashes| {
            hashes.iter().enumerate().filter(|(_, hash)| wanted.contains(hash)).map(|(at, _)| (at, ())).collect()
        });
        let mut near = half.sketches.find(|sketches| alike(sketches, question.sketch()));
        near.sort_unstable_by_key(|&(distance, number)| (distance, Reverse(number)));
        let with_sentence = self.alive(with_sentence.into_iter().map(|(_, number)| number).rev());
        let near = self.alive(near.into_iter().map(|(_, number)| number));
        let mut numbers = distinct(with_sentence, WITH_SENTENCE);
        numbers.extend(distinct(near.filter(|number| !numbers.contains(number)), NEAREST));
        numbers.into_iter().filter_map(|number| Some(self.files[number as usize].as_ref()?.to_path_buf())).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    fn alive(&self, numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
        numbers.filter(|&number| self.files[number as usize].is_some())
    }

    /// Numbers the files anew once most of them are forgotten.
    fn tidy(&mut self) {
        let forgotten = self.files.len() - self.numbers.len();
        if forgotten <= self.numbers.len() + LITTER {
            return;
        }
        let mut next = 0..;
        let new: Vec<Option<u32>> = self.files.iter().map(|file| file.as_ref().and_then(|_| next.next())).collect();
        self.chinese.renumber(&new);
        self.english.renumber(&new);
        self.files.retain(Option::is_some);
        self.numbers.values_mut().for_each(|number| *number = new[*number as usize].unwrap_or_default());
    }
}

/// The first so many different ones.
fn distinct(numbers: impl Iterator<Item = u32>, most: usize) -> Vec<u32> {
    let mut distinct = Vec::new();
    for number in numbers {
        if distinct.len() == most {
            break;
        }
        if !distinct.contains(&number) {
            distinct.push(number);
        }
    }
    distinct
}

impl Half {
    fn add(&mut self, number: u32, trace: Trace) {
        self.sketches.add(number, trace.sketches);
        self.sentences.add(number, trace.sentences);
    }

    fn renumber(&mut self, new: &[Option<u32>]) {
        self.sketches.renumber(new);
        self.sentences.renumber(new);
    }
}

impl Traces {
    /// Of `file`, which was read from `text`.
    pub fn of(text: &str, file: &BriefFile) -> Traces {
        let trace = |language| Trace::of(text, file.briefs.iter().filter(is_whole), language);
        Traces { chinese: trace(Language::Chinese), english: trace(Language::English) }
    }

    fn is_empty(&self) -> bool {
        self.chinese.sketches.is_empty() || self.english.sketches.is_empty()
    }
}

/// A brief without one of its halves translates nothing.
fn is_whole(brief: &&Brief) -> bool {
    [Language::Chinese, Language::English].iter().all(|&language| brief.section(language).is_some())
}

impl Trace {
    fn of<'b>(text: &str, briefs: impl Iterator<Item = &'b Brief>, language: Language) -> Trace {
        let mut trace = Trace::default();
        for span in briefs.filter_map(|brief| brief.section(language)).flat_map(|section| section.texts()) {
            let tokens = tokens(&text[span]);
            if says_enough(&tokens, language) {
                trace.sketches.push(Sketch::of(&tokens));
                let sentences = sentences_of(&text[span], &tokens, language);
                trace.sentences.extend(sentences.map(|sentence| sentence_hash(sentence.tokens)));
            }
        }
        trace
    }
}

/// A sentence that says enough to be found again.
#[derive(Debug, Clone, Copy)]
struct Sentence<'t> {
    /// Which of its text.
    index: usize,
    span: Span,
    tokens: &'t [Token],
}

fn sentences_of<'t>(text: &str, tokens: &'t [Token], language: Language) -> impl Iterator<Item = Sentence<'t>> {
    let inside = move |span: Span| {
        let start = tokens.partition_point(|token| token.span.start < span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        &tokens[start..end]
    };
    let all = sentences(text).into_iter().enumerate();
    let all = all.map(move |(index, span)| Sentence { index, span, tokens: inside(span) });
    all.filter(move |sentence| says_enough(sentence.tokens, language))
}

/// Whether two texts of so many tokens are alike by more than chance.
fn says_enough(tokens: &[Token], language: Language) -> bool {
    let least = match language {
        Language::Chinese => 8,
        Language::English => 5,
    };
    tokens.len() >= least
}

#[cfg(test)]
mod tests;
