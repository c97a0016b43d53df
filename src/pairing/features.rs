//! What the pairing looks at in one text, whatever it is compared with.

use super::anchor;
use crate::lexicon::dictionary::Stem;
use crate::lexicon::{english, translations};
use crate::reading;
use crate::reading::value::Value;
use crate::text::is_han;

/// A Chinese text.
#[derive(Debug, Clone, Default)]
pub struct Chinese {
    /// In characters; a Latin letter or digit is less than one.
    pub length: f32,
    /// Each once.
    pub words: Vec<WordWeight>,
    /// The glosses of all words, one word after the other.
    pub links: Vec<Link>,
    pub values: Vec<Value>,
    pub latin: Vec<LatinWord>,
}

/// How much a Chinese word counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WordWeight {
    pub word: translations::Word,
    pub level: f32,
    pub weight: f32,
    /// Rarity of its rarest stem: what a full match is worth.
    pub peak: f32,
    /// Where its links end.
    pub end: usize,
}

/// A stem that a Chinese word may be rendered by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    pub stem: Stem,
    /// How well the word explains the stem.
    pub explains: f32,
    /// How well the stem renders the word.
    pub renders: f32,
}

/// A Latin word in Chinese text, with its stem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LatinWord {
    pub word: Box<str>,
    pub stem: Option<Stem>,
}

/// An English text.
#[derive(Debug, Clone, Default)]
pub struct English {
    /// In characters.
    pub length: f32,
    /// In order, each once.
    pub stems: Vec<Stem>,
    pub values: Vec<Value>,
    /// In order, each once.
    pub latin: Vec<Box<str>>,
}

/// A word with more glosses than this says less by each.
const MANY_GLOSSES: f32 = 6.0;
/// Added to a gloss's weight: half a rendering is nearly a whole one.
const GENEROSITY: f32 = 0.3;
/// Width of a Latin letter or digit in Chinese text.
const LATIN_WIDTH: f32 = 0.4;

impl Chinese {
    pub fn of(text: &str) -> Chinese {
        let mut found: Vec<translations::Found> = Vec::new();
        translations().scan(text, |word| found.push(word));
        found.sort_unstable_by(|a, b| a.word.cmp(&b.word).then(b.level.total_cmp(&a.level)));
        found.dedup_by_key(|found| found.word);
        let mut features = Chinese {
            length: length(text),
            values: reading::chinese_values(text).to_vec(),
            latin: anchor::latin(text).into_iter().map(LatinWord::of).collect(),
            ..Chinese::default()
        };
        found.iter().for_each(|word| features.add_word(word));
        // They are kept as long as the text is.
        features.words.shrink_to_fit();
        features.links.shrink_to_fit();
        features
    }

    fn add_word(&mut self, found: &translations::Found) {
        let translations = translations();
        let glosses = translations.glosses(found.word);
        let count = glosses.clone().count() as f32;
        let share = if count > MANY_GLOSSES { (MANY_GLOSSES / count).sqrt() } else { 1.0 };
        let mut peak = 0.0_f32;
        for gloss in glosses {
            let renders = (gloss.weight + GENEROSITY).min(1.0);
            peak = peak.max(translations.rarity(gloss.stem));
            self.links.push(Link { stem: gloss.stem, explains: found.level * share * renders, renders });
        }
        let weight = found.level * found.len.min(4) as f32 / 2.0;
        self.words.push(WordWeight { word: found.word, level: found.level, weight, peak, end: self.links.len() });
    }

    /// Each word with its links.
    pub fn words(&self) -> impl Iterator<Item = (&WordWeight, &[Link])> {
        let starts = std::iter::once(0).chain(self.words.iter().map(|word| word.end));
        self.words.iter().zip(starts).map(|(word, start)| (word, &self.links[start..word.end]))
    }

    /// What both texts together are.
    pub fn merged(&self, other: &Chinese) -> Chinese {
        let mut all: Vec<(&WordWeight, &[Link])> = self.words().chain(other.words()).collect();
        all.sort_by(|(a, _), (b, _)| a.word.cmp(&b.word).then(b.level.total_cmp(&a.level)));
        all.dedup_by_key(|(word, _)| word.word);
        let mut merged = Chinese {
            length: self.length + other.length,
            values: [&self.values[..], &other.values].concat(),
            latin: sorted_union(&self.latin, &other.latin),
            ..Chinese::default()
        };
        for (word, links) in all {
            merged.links.extend(links);
            merged.words.push(WordWeight { end: merged.links.len(), ..*word });
        }
        merged
    }
}

impl English {
    pub fn of(text: &str) -> English {
        let mut stems = Vec::new();
        english::stems(text, |stem| stems.extend(translations().find_stem(stem)));
        stems.sort_unstable();
        stems.dedup();
        let length = text.chars().count() as f32;
        English { length, stems, values: reading::english_values(text).to_vec(), latin: anchor::latin(text) }
    }

    pub fn merged(&self, other: &English) -> English {
        English {
            length: self.length + 1.0 + other.length,
            stems: sorted_union(&self.stems, &other.stems),
            values: [&self.values[..], &other.values].concat(),
            latin: sorted_union(&self.latin, &other.latin),
        }
    }

    pub fn has_stem(&self, stem: Stem) -> bool {
        self.stems.binary_search(&stem).is_ok()
    }
}

impl LatinWord {
    fn of(word: Box<str>) -> LatinWord {
        let mut stem = None;
        english::stems(&word, |found| stem = translations().find_stem(found));
        LatinWord { word, stem }
    }

    pub fn stands_in(&self, english: &English) -> bool {
        english.latin.binary_search(&self.word).is_ok() || self.stem.is_some_and(|stem| english.has_stem(stem))
    }
}

fn sorted_union<T: Ord + Clone>(a: &[T], b: &[T]) -> Vec<T> {
    let mut all = [a, b].concat();
    all.sort_unstable();
    all.dedup();
    all
}

fn length(text: &str) -> f32 {
    let width = |c: char| match c {
        c if is_han(c) => 1.0,
        c if c.is_ascii_alphanumeric() => LATIN_WIDTH,
        _ => 0.0,
    };
    text.chars().map(width).sum()
}
