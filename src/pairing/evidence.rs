//! What speaks for a Chinese and an English text being translations of each other, within one brief.

use std::borrow::Borrow;

use super::anchor;
use super::features::{Chinese, English};
use crate::lexicon::dictionary::Stem;
use crate::lexicon::translations;
use crate::reading::value::Value;

/// Signs that two texts say the same; each is what `Evidence::score` weighs.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Evidence {
    /// Share of the English stems, by weight, that the Chinese words explain.
    pub english_covered: f32,
    /// Share of the Chinese words, by weight, that the English stems render.
    pub chinese_covered: f32,
    /// Weight of the English stems that are explained, 3 at most.
    pub mass: f32,
    /// Weight of the Chinese numbers that stand in the English, and that do not.
    pub chinese_numbers: Answered,
    pub english_numbers: Answered,
    /// Latin words of the Chinese text that stand in the English, and that do not.
    pub latin: Answered,
    /// How far the lengths are from what is usual, in standard deviations, 4 at most.
    pub length: f32,
    /// How long the shorter text is, as a logarithm, 0 for an ordinary point: the longer, the more silence says.
    pub size: f32,
}

/// How much of something has its answer on the other side; each 2 at most.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Answered {
    pub found: f32,
    pub missing: f32,
}

/// English characters for one Chinese, as a logarithm: mean and standard deviation.
const USUAL_LENGTH: (f32, f32) = (1.447, 0.33);

/// The stems of one brief's English points, each with its weight in this brief.
#[derive(Debug)]
pub struct Vocabulary {
    /// One more than a stem's place among those of the brief; 0 for others.
    places: Vec<u16>,
    weights: Vec<f32>,
}

/// A Chinese text as this brief's vocabulary sees it.
#[derive(Debug)]
pub struct ChineseView {
    /// Stems that some word explains, with what that is worth.
    explains: Vec<(u16, f32)>,
    words: Vec<WordView>,
    /// Stems that render the words, the best of each word first.
    renders: Vec<(u16, f32)>,
    total: f32,
}

#[derive(Debug)]
struct WordView {
    weight: f32,
    peak: f32,
    /// Where its stems end.
    end: usize,
}

/// An English text as this brief's vocabulary sees it: a bit a stem.
#[derive(Debug, Clone)]
pub struct EnglishView {
    bits: Vec<u64>,
    total: f32,
}

/// Keeps shares of nothing at nothing.
const NEVER_ZERO: f32 = 1e-9;
/// What a stem that stands in every English point still weighs.
const EVERYWHERE: f32 = 0.25;

impl Vocabulary {
    pub fn of(english: &[impl Borrow<English>]) -> Vocabulary {
        let mut all: Vec<Stem> = english.iter().flat_map(|point| point.borrow().stems.iter().copied()).collect();
        all.sort_unstable();
        let mut vocabulary =
            Vocabulary { places: vec![0; all.last().map_or(0, |&last| usize::from(last) + 1)], weights: Vec::new() };
        let others = english.len().saturating_sub(1).max(1) as f32;
        for same in all.chunk_by(|a, b| a == b) {
            let alone = 1.0 - (same.len() - 1) as f32 / others;
            let weight = translations().rarity(same[0]) * (EVERYWHERE + (1.0 - EVERYWHERE) * alone);
            vocabulary.weights.push(weight);
            vocabulary.places[usize::from(same[0])] = vocabulary.weights.len() as u16;
        }
        vocabulary
    }

    fn place(&self, stem: Stem) -> Option<u16> {
        self.places.get(usize::from(stem)).copied().unwrap_or(0).checked_sub(1)
    }

    fn weight(&self, place: u16) -> f32 {
        self.weights[usize::from(place)]
    }

    pub fn view_chinese(&self, text: &Chinese) -> ChineseView {
        let mut view = ChineseView { explains: Vec::new(), words: Vec::new(), renders: Vec::new(), total: 0.0 };
        for (word, links) in text.words() {
            let start = view.renders.len();
            for link in links {
                if let Some(place) = self.place(link.stem) {
                    let weight = self.weight(place);
                    view.explains.push((place, weight * link.explains));
                    view.renders.push((place, weight * link.renders));
                }
            }
            view.renders[start..].sort_unstable_by(|a, b| b.1.total_cmp(&a.1));
            view.total += word.weight * word.peak;
            view.words.push(WordView { weight: word.weight, peak: word.peak, end: view.renders.len() });
        }
        // The best explanation of a stem counts.
        view.explains.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        view.explains.dedup_by_key(|(place, _)| *place);
        view
    }

    pub fn view_english(&self, text: &English) -> EnglishView {
        let mut bits = vec![0; self.weights.len().div_ceil(64)];
        let mut total = 0.0;
        for place in text.stems.iter().filter_map(|&stem| self.place(stem)) {
            bits[usize::from(place) / 64] |= 1 << (place % 64);
            total += self.weight(place);
        }
        EnglishView { bits, total }
    }
}

impl EnglishView {
    fn has(&self, place: u16) -> bool {
        self.bits[usize::from(place) / 64] >> (place % 64) & 1 == 1
    }
}

impl ChineseView {
    /// Share of the English stems that are explained, share of the Chinese words that are rendered, and mass.
    fn cover(&self, english: &EnglishView) -> (f32, f32, f32) {
        let mass: f32 = self.explains.iter().filter(|(place, _)| english.has(*place)).map(|(_, worth)| worth).sum();
        let mut rendered = 0.0;
        let mut start = 0;
        for word in &self.words {
            let best = self.renders[start..word.end].iter().find(|(place, _)| english.has(*place));
            rendered += best.map_or(0.0, |(_, worth)| word.weight * worth.min(word.peak));
            start = word.end;
        }
        (mass / english.total.max(NEVER_ZERO), rendered / self.total.max(NEVER_ZERO), mass)
    }
}

impl Evidence {
    pub fn of(chinese: (&Chinese, &ChineseView), english: (&English, &EnglishView)) -> Evidence {
        let (english_covered, chinese_covered, mass) = chinese.1.cover(english.1);
        let (chinese, english) = (chinese.0, english.0);
        let usual = ((english.length.max(1.0) / chinese.length.max(1.0)).ln() - USUAL_LENGTH.0) / USUAL_LENGTH.1;
        Evidence {
            english_covered,
            chinese_covered,
            mass: mass.min(3.0),
            chinese_numbers: numbers(&chinese.values, &english.values),
            english_numbers: numbers(&english.values, &chinese.values),
            latin: latin(chinese, english),
            length: usual.abs().min(4.0),
            size: size(chinese.length, english.length),
        }
    }

    /// What the score is made of.
    pub fn signs(&self) -> [f32; 16] {
        let both = (self.english_covered * self.chinese_covered).max(0.0).sqrt();
        [
            self.english_covered,
            self.chinese_covered,
            both,
            self.mass,
            self.chinese_numbers.found,
            self.chinese_numbers.missing,
            self.english_numbers.found,
            self.english_numbers.missing,
            self.latin.found,
            self.latin.missing,
            self.length,
            self.size,
            self.size * self.english_covered,
            self.size * self.chinese_covered,
            self.size * both,
            1.0,
        ]
    }

    /// Logarithm of the odds that the two are partners.
    pub fn score(&self) -> f32 {
        self.signs().iter().zip(WEIGHTS).map(|(sign, weight)| sign * weight).sum()
    }
}

/// Of the signs, by logistic regression on translated briefs; the last is what speaks against any pair.
const WEIGHTS: [f32; 16] =
    [8.34, 7.68, 7.93, 0.61, 0.75, -1.84, 1.38, -1.41, 1.83, -0.96, -0.70, -4.70, 3.17, 2.72, 3.00, -8.06];

fn size(chinese: f32, english: f32) -> f32 {
    let shorter = chinese.min(english / USUAL_LENGTH.0.exp()).max(1.0);
    (shorter.ln() - ORDINARY.ln()).clamp(-2.0, 2.0)
}

/// Chinese characters of an ordinary point.
const ORDINARY: f32 = 40.0;

impl Answered {
    fn of(weights: impl Iterator<Item = (f32, bool)>) -> Answered {
        let mut sum = Answered::default();
        for (weight, found) in weights {
            *(if found { &mut sum.found } else { &mut sum.missing }) += weight;
        }
        Answered { found: sum.found.min(2.0), missing: sum.missing.min(2.0) }
    }

    pub fn plus(self, other: Answered) -> Answered {
        Answered { found: self.found + other.found, missing: self.missing + other.missing }
    }
}

fn numbers(here: &[Value], there: &[Value]) -> Answered {
    let is_answered = |value: &Value| there.iter().any(|other| anchor::answers(value, other));
    let exact = here.iter().filter(|value| !value.is_approximate());
    Answered::of(exact.map(|value| (anchor::weight(value), is_answered(value))))
}

fn latin(chinese: &Chinese, english: &English) -> Answered {
    Answered::of(chinese.latin.iter().map(|word| (1.0, word.stands_in(english))))
}
