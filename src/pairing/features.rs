//! Features of one text, whatever it is compared with.

use super::anchor;
use crate::language::profile::chinese_length;
use crate::lexicon::dictionary::{Stem, fnv};
use crate::lexicon::{Translations, stemming, translations};
use crate::reading::value::Value;

/// Hash of a Latin word in lower case: all that is asked is whether a text has it.
pub type WordHash = u32;

/// A Chinese text.
#[derive(Debug, Clone, Default)]
pub struct ChineseFeatures {
    /// In ideographs, as [`chinese_length`] counts.
    pub length: f32,
    /// In order, each once.
    pub words: Vec<WordWeight>,
    /// Glosses of all words, in order of stems.
    pub links: Vec<GlossLink>,
    pub values: Vec<Value>,
    pub latin: Vec<LatinWord>,
}

/// A Chinese word and its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WordWeight {
    pub word: translations::WordId,
    pub level: f32,
    pub weight: f32,
    /// Rarity of its rarest stem: worth of a full match.
    pub peak: f32,
}

/// A stem that a Chinese word may be rendered by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GlossLink {
    pub stem: Stem,
    /// Index of the word.
    pub word: u16,
    /// How well the word explains the stem.
    pub explains: f32,
    /// How well the stem renders the word.
    pub renders: f32,
}

/// A Latin word in Chinese text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LatinWord {
    pub word: WordHash,
    pub stem: Option<Stem>,
}

/// An English text.
#[derive(Debug, Clone, Default)]
pub struct EnglishFeatures {
    /// In characters.
    pub length: f32,
    /// In order, each once.
    pub stems: Vec<Stem>,
    pub values: Vec<Value>,
    /// In order, each once.
    pub latin: Vec<WordHash>,
}

/// A word with more glosses than this says less by each.
const MANY_GLOSSES: f32 = 6.0;
/// Added to a gloss's weight: half a rendering is nearly a whole one.
const GENEROSITY: f32 = 0.3;
/// Different words that are compared: a text with more is no point.
const MOST_WORDS: usize = u16::MAX as usize;

impl ChineseFeatures {
    pub fn of(text: &str, values: Vec<Value>, translations: &Translations) -> ChineseFeatures {
        let mut found: Vec<translations::ScannedWord> = Vec::new();
        translations.scan(text, |word| found.push(word));
        found.sort_unstable_by(|a, b| a.word.cmp(&b.word).then(b.confidence.total_cmp(&a.confidence)));
        found.dedup_by_key(|found| found.word);
        let mut features = ChineseFeatures {
            length: chinese_length(text),
            words: Vec::with_capacity(found.len()),
            values,
            latin: sorted(anchor::latin(text).map(|word| LatinWord::of(&word, translations)).collect()),
            ..ChineseFeatures::default()
        };
        found.iter().take(MOST_WORDS).for_each(|word| features.add_word(word, translations));
        features.links.sort_unstable_by_key(|link| link.stem);
        // They are kept as long as the text is.
        features.links.shrink_to_fit();
        features
    }

    fn add_word(&mut self, found: &translations::ScannedWord, translations: &Translations) {
        let glosses = translations.glosses(found.word);
        let count = glosses.clone().count() as f32;
        let share = if count > MANY_GLOSSES { (MANY_GLOSSES / count).sqrt() } else { 1.0 };
        let word = self.words.len() as u16;
        let mut peak = 0.0_f32;
        for gloss in glosses {
            let renders = (gloss.weight + GENEROSITY).min(1.0);
            peak = peak.max(translations.rarity(gloss.stem));
            self.links.push(GlossLink {
                stem: gloss.stem,
                word,
                explains: found.confidence * share * renders,
                renders,
            });
        }
        let weight = found.confidence * found.len.min(4) as f32 / 2.0;
        self.words.push(WordWeight { word: found.word, level: found.confidence, weight, peak });
    }

    /// Features of both texts together.
    pub fn merged(&self, other: &ChineseFeatures) -> ChineseFeatures {
        let sides = [self, other];
        let of = |side: usize| (0..sides[side].words.len()).map(move |at| (side, at));
        let mut all: Vec<(usize, usize)> = of(0).chain(of(1)).collect();
        let word = |&(side, at): &(usize, usize)| &sides[side].words[at];
        all.sort_by(|a, b| word(a).word.cmp(&word(b).word).then(word(b).level.total_cmp(&word(a).level)));
        all.dedup_by_key(|place| word(place).word);
        all.truncate(MOST_WORDS);
        let mut numbers = sides.map(|side| vec![None; side.words.len()]);
        for (number, &(side, at)) in all.iter().enumerate() {
            numbers[side][at] = Some(number as u16);
        }
        let kept = |side: usize| {
            let numbers = &numbers[side];
            sides[side]
                .links
                .iter()
                .filter_map(move |link| Some(GlossLink { word: numbers[usize::from(link.word)]?, ..*link }))
        };
        let mut links: Vec<GlossLink> = kept(0).chain(kept(1)).collect();
        links.sort_unstable_by_key(|link| link.stem);
        ChineseFeatures {
            length: self.length + other.length,
            words: all.iter().map(|place| *word(place)).collect(),
            links,
            values: [&self.values[..], &other.values].concat(),
            latin: sorted_union(&self.latin, &other.latin),
        }
    }
}

impl EnglishFeatures {
    pub fn of(text: &str, values: Vec<Value>, translations: &Translations) -> EnglishFeatures {
        let mut stems = Vec::new();
        stemming::stems(text, |stem| stems.extend(translations.find_stem(stem)));
        let stems = sorted(stems);
        let length = text.chars().count() as f32;
        let latin = sorted(anchor::latin(text).map(|word| fnv(word.as_bytes())).collect());
        EnglishFeatures { length, stems, values, latin }
    }

    pub fn merged(&self, other: &EnglishFeatures) -> EnglishFeatures {
        EnglishFeatures {
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
    fn of(word: &str, translations: &Translations) -> LatinWord {
        let mut stem = None;
        stemming::stems(word, |found| stem = translations.find_stem(found));
        LatinWord { word: fnv(word.as_bytes()), stem }
    }

    pub fn stands_in(&self, english: &EnglishFeatures) -> bool {
        english.latin.binary_search(&self.word).is_ok() || self.stem.is_some_and(|stem| english.has_stem(stem))
    }
}

fn sorted_union<T: Ord + Clone>(a: &[T], b: &[T]) -> Vec<T> {
    sorted([a, b].concat())
}

/// In order, each once.
fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort_unstable();
    all.dedup();
    all
}
