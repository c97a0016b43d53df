//! What speaks for a Chinese and an English text being translations of each other, within one brief.

use std::borrow::Borrow;

use super::anchor;
use super::features::{Chinese, English, WordWeight};
use crate::language::profile::{LN_DEVIATION, LN_ENGLISH_PER_HAN};
use crate::lexicon::dictionary::Stem;
use crate::lexicon::translations;
use crate::reading::matching::{is_compatible, may_be_slip};
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
    /// A bit for each stem that some word may be rendered by, and how many such bits stand before each block of 64.
    bits: Vec<u64>,
    ranks: Vec<u16>,
    /// Of each such stem, in order.
    stems: Vec<StemView>,
    renders: Vec<Rendering>,
    words: Vec<WordWeight>,
    total: f32,
}

#[derive(Debug, Clone, Copy)]
struct StemView {
    /// What its best explanation is worth.
    explained: f32,
    /// Where its renderings end.
    end: usize,
}

#[derive(Debug, Clone, Copy)]
struct Rendering {
    word: u16,
    worth: f32,
}

/// An English text as this brief's vocabulary sees it: its stems by their places, and with what they weigh.
#[derive(Debug, Clone)]
pub struct EnglishView {
    places: Vec<u16>,
    weights: Vec<f32>,
    total: f32,
}

/// Keeps shares of nothing at nothing.
const NEVER_ZERO: f32 = 1e-9;
/// What a stem that stands in every English point still weighs.
const EVERYWHERE: f32 = 0.25;

impl Vocabulary {
    pub fn of(english: &[impl Borrow<English>]) -> Vocabulary {
        let all = || english.iter().flat_map(|point| point.borrow().stems.iter().map(|&stem| usize::from(stem)));
        let mut counts = vec![0_u16; all().max().map_or(0, |last| last + 1)];
        all().for_each(|stem| counts[stem] = counts[stem].saturating_add(1));
        let mut stems: Vec<usize> = all().collect();
        stems.sort_unstable();
        stems.dedup();
        let mut vocabulary = Vocabulary { places: counts, weights: Vec::with_capacity(stems.len()) };
        let others = english.len().saturating_sub(1).max(1) as f32;
        for stem in stems {
            let alone = 1.0 - f32::from(vocabulary.places[stem] - 1) / others;
            let weight = translations().rarity(stem as Stem) * (EVERYWHERE + (1.0 - EVERYWHERE) * alone);
            vocabulary.weights.push(weight);
            vocabulary.places[stem] = vocabulary.weights.len() as u16;
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
        let blocks = self.weights.len().div_ceil(64);
        let mut view = ChineseView {
            bits: vec![0; blocks],
            ranks: Vec::with_capacity(blocks),
            stems: Vec::new(),
            renders: Vec::new(),
            words: text.words.clone(),
            total: text.words.iter().map(|word| word.weight * word.peak).sum(),
        };
        for links in text.links.chunk_by(|a, b| a.stem == b.stem) {
            let Some(place) = self.place(links[0].stem) else { continue };
            let weight = self.weight(place);
            view.bits[usize::from(place) / 64] |= 1 << (place % 64);
            view.renders.extend(links.iter().map(|link| Rendering { word: link.word, worth: weight * link.renders }));
            let best = links.iter().map(|link| link.explains).fold(0.0, f32::max);
            view.stems.push(StemView { explained: weight * best, end: view.renders.len() });
        }
        let mut before = 0;
        for block in &view.bits {
            view.ranks.push(before);
            before += block.count_ones() as u16;
        }
        view
    }

    pub fn view_english(&self, text: &English) -> EnglishView {
        let places: Vec<u16> = text.stems.iter().filter_map(|&stem| self.place(stem)).collect();
        let weights: Vec<f32> = places.iter().map(|&place| self.weight(place)).collect();
        let total = weights.iter().sum();
        EnglishView { places, weights, total }
    }
}

impl EnglishView {
    /// Whether the stems weigh the same in another version of the brief. All evidence that the vocabulary has a part in
    /// is then the same, too.
    pub fn weighs_as(&self, other: &EnglishView) -> bool {
        self.weights == other.weights
    }
}

impl ChineseView {
    /// Index of the stem at that place.
    fn find(&self, place: u16) -> Option<usize> {
        let (block, bit) = (usize::from(place) / 64, place % 64);
        let bits = self.bits[block];
        let before = bits & ((1 << bit) - 1);
        (bits >> bit & 1 == 1).then(|| usize::from(self.ranks[block]) + before.count_ones() as usize)
    }

    /// Share of the English stems that are explained, share of the Chinese words that are rendered, and mass.
    fn cover(&self, english: &EnglishView) -> (f32, f32, f32) {
        let (mut mass, mut rendered) = (0.0, 0.0);
        let mut best = vec![0.0_f32; self.words.len()];
        for at in english.places.iter().filter_map(|&place| self.find(place)) {
            let start = at.checked_sub(1).map_or(0, |before| self.stems[before].end);
            mass += self.stems[at].explained;
            for rendering in &self.renders[start..self.stems[at].end] {
                let word = &self.words[usize::from(rendering.word)];
                let (worth, known) = (rendering.worth.min(word.peak), &mut best[usize::from(rendering.word)]);
                rendered += word.weight * (worth - *known).max(0.0);
                *known = known.max(worth);
            }
        }
        (mass / english.total.max(NEVER_ZERO), rendered / self.total.max(NEVER_ZERO), mass)
    }
}

impl Evidence {
    pub fn of(chinese: (&Chinese, &ChineseView), english: (&English, &EnglishView)) -> Evidence {
        let (english_covered, chinese_covered, mass) = chinese.1.cover(english.1);
        let (chinese, english) = (chinese.0, english.0);
        let stretch = (english.length.max(1.0) / chinese.length.max(1.0)).ln();
        let usual = (stretch - LN_ENGLISH_PER_HAN) / LN_DEVIATION;
        let (chinese_numbers, english_numbers) = numbers(&chinese.values, &english.values);
        Evidence {
            english_covered,
            chinese_covered,
            mass: mass.min(3.0),
            chinese_numbers,
            english_numbers,
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
    let shorter = chinese.min(english / LN_ENGLISH_PER_HAN.exp()).max(1.0);
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

/// The Chinese numbers and the English ones, as the other side answers them; of tables, the first.
fn numbers(chinese: &[Value], english: &[Value]) -> (Answered, Answered) {
    let first = |values: &[Value]| values.len().min(u64::BITS as usize);
    let (chinese, english) = (&chinese[..first(chinese)], &english[..first(english)]);
    // A bit for each value that has its answer.
    let mut answered = (0_u64, 0_u64);
    for (zh, value) in chinese.iter().enumerate() {
        for (en, other) in english.iter().enumerate() {
            let bits = (1 << zh, 1 << en);
            let is_known = answered.0 & bits.0 != 0 && answered.1 & bits.1 != 0;
            if !is_known && is_compatible(value, other) {
                answered = (answered.0 | bits.0, answered.1 | bits.1);
            }
        }
    }
    let slips = slips((chinese, answered.0), (english, answered.1));
    let of = |values: &[Value], answered: u64, slips: u64| {
        let counts = |(at, value): &(usize, &Value)| !value.is_approximate() && slips >> at & 1 == 0;
        let counted = values.iter().enumerate().filter(counts);
        Answered::of(counted.map(|(at, value)| (anchor::weight(value), answered >> at & 1 == 1)))
    };
    (of(chinese, answered.0, slips.0), of(english, answered.1, slips.1))
}

/// A bit for each value without answer that may be one of the other side's, mistyped: it speaks neither for a pair nor
/// against it.
fn slips((chinese, zh_answered): (&[Value], u64), (english, en_answered): (&[Value], u64)) -> (u64, u64) {
    let open = |values: &[Value], answered: u64| (0..values.len()).filter(move |at| answered >> at & 1 == 0);
    let mut slips = (0, 0);
    for zh in open(chinese, zh_answered) {
        for en in open(english, en_answered).filter(|&en| may_be_slip(&chinese[zh], &english[en])) {
            slips = (slips.0 | 1 << zh, slips.1 | 1 << en);
        }
    }
    slips
}

fn latin(chinese: &Chinese, english: &English) -> Answered {
    Answered::of(chinese.latin.iter().map(|word| (1.0, word.stands_in(english))))
}
