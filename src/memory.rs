//! The translation memory: which briefs of the archive hold a text like a given one, so that its translation is seen.
//!
//! Of each text only a sketch and the hashes of its sentences are kept, 32 bytes and 4 a sentence. A look-up goes over all
//! of them and names the files whose sketches are nearest; those are read again, and the texts themselves tell how much
//! they are alike. Which text is whose translation is asked of the pairing then, and only of those few briefs.

mod likeness;
mod sketch;
mod token;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::brief::{Brief, BriefFile, Language};
use crate::pairing::sentences;
use crate::text::Span;
pub use likeness::{Likeness, Piece, Question, differing_numbers};
use sketch::{ALIKE, Sketch, sentence_hash};
use token::{Token, tokens};

/// What is remembered of the files that were put into it.
#[derive(Debug, Default)]
pub struct Memory {
    /// In no order.
    files: Vec<(Arc<Path>, Traces)>,
    /// Indices into `files`.
    places: HashMap<Arc<Path>, usize>,
}

/// What is remembered of one file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Traces {
    chinese: Half,
    english: Half,
}

/// Of the texts in one language.
#[derive(Debug, Default, PartialEq, Eq)]
struct Half {
    sketches: Box<[Sketch]>,
    sentences: Box<[u32]>,
}

/// Files with a text nearest to the question's, and files with one of its sentences, that are worth reading.
const NEAREST: usize = 12;
const WITH_SENTENCE: usize = 8;

/// Files that one thread goes over before another one is worth its start.
const FILES_A_THREAD: usize = 4096;

impl Memory {
    /// Makes `traces` all that is remembered of the file at `path`.
    pub fn put(&mut self, path: &Path, traces: Traces) {
        if traces.is_empty() {
            return self.remove(path);
        }
        if let Some(&place) = self.places.get(path) {
            self.files[place].1 = traces;
            return;
        }
        let path: Arc<Path> = path.into();
        self.places.insert(path.clone(), self.files.len());
        self.files.push((path, traces));
    }

    pub fn remove(&mut self, path: &Path) {
        let Some(place) = self.places.remove(path) else { return };
        self.files.swap_remove(place);
        if let Some((moved, _)) = self.files.get(place) {
            self.places.insert(moved.clone(), place);
        }
    }

    /// Forgets the files that `is_kept` does not hold for.
    pub fn retain(&mut self, is_kept: impl Fn(&Path) -> bool) {
        if self.files.iter().all(|(path, _)| is_kept(path)) {
            return;
        }
        self.files.retain(|(path, _)| is_kept(path));
        self.places = self.files.iter().enumerate().map(|(place, (path, _))| (path.clone(), place)).collect();
    }

    /// The files that may hold what the question asks for, those with one of its sentences first, then the nearest.
    pub fn candidates(&self, question: &Question) -> Vec<PathBuf> {
        let files = self.files.par_iter().with_min_len(FILES_A_THREAD);
        let seen = |(path, traces): &'_ (Arc<Path>, Traces)| {
            let half = traces.half(question.language());
            let distance = half.distance(question.sketch());
            let has_sentence = half.has_any(question.sentence_hashes());
            (has_sentence || distance <= ALIKE).then(|| (has_sentence, distance, path.clone()))
        };
        let mut found: Vec<_> = files.filter_map(seen).collect();
        found.sort_unstable_by(|(_, one, a), (_, other, b)| (one, a).cmp(&(other, b)));
        let with_sentence = found.iter().filter(|(has, ..)| *has).take(WITH_SENTENCE);
        let nearest = found.iter().take_while(|(_, distance, _)| *distance <= ALIKE).take(NEAREST);
        let mut paths: Vec<PathBuf> = Vec::new();
        for (.., path) in with_sentence.chain(nearest) {
            if !paths.iter().any(|known| **known == **path) {
                paths.push(path.to_path_buf());
            }
        }
        paths
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl Traces {
    /// Of `file`, which was read from `text`.
    pub fn of(text: &str, file: &BriefFile) -> Traces {
        let half = |language| Half::of(text, file.briefs.iter().filter(is_whole), language);
        Traces { chinese: half(Language::Chinese), english: half(Language::English) }
    }

    fn half(&self, language: Language) -> &Half {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }

    fn is_empty(&self) -> bool {
        self.chinese.sketches.is_empty() || self.english.sketches.is_empty()
    }
}

/// A brief without one of its halves translates nothing.
fn is_whole(brief: &&Brief) -> bool {
    [Language::Chinese, Language::English].iter().all(|&language| brief.section(language).is_some())
}

impl Half {
    fn of<'b>(text: &str, briefs: impl Iterator<Item = &'b Brief>, language: Language) -> Half {
        let (mut sketches, mut hashes) = (Vec::new(), Vec::new());
        for span in briefs.filter_map(|brief| brief.section(language)).flat_map(|section| section.texts()) {
            let tokens = tokens(&text[span]);
            if says_enough(&tokens, language) {
                sketches.push(Sketch::of(&tokens));
                hashes.extend(
                    sentences_of(&text[span], &tokens, language).map(|sentence| sentence_hash(sentence.tokens)),
                );
            }
        }
        Half { sketches: sketches.into(), sentences: hashes.into() }
    }

    /// Of the nearest text, in bits.
    fn distance(&self, sketch: &Sketch) -> u32 {
        self.sketches.iter().map(|own| own.distance(sketch)).min().unwrap_or(u32::MAX)
    }

    fn has_any(&self, hashes: &[u32]) -> bool {
        hashes.iter().any(|hash| self.sentences.contains(hash))
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
