//! Evidence that a Chinese and an English text are translations of each other, within one brief.

use std::borrow::Borrow;

use super::anchor;
use super::features::{ChineseFeatures, EnglishFeatures, GlossLink, WordWeight};
use crate::language::Both;
use crate::language::profile::{LN_DEVIATION, LN_ENGLISH_PER_HAN};
use crate::lexicon::dictionary::Stem;
use crate::lexicon::translations;
use crate::reading::matching::{is_compatible, may_be_slip};
use crate::reading::value::Value;

/// Signs that two texts say the same, from which [`Evidence::score`] is computed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Evidence {
    /// Share, by weight, of the Chinese words that the English stems render, and of the English stems that the Chinese
    /// words explain.
    pub covered: Both<f32>,
    /// Weight of the English stems that are explained, 3 at most.
    pub mass: f32,
    /// Weight of each text's numbers that the other one has and that it lacks.
    pub numbers: Both<Answered>,
    /// Latin words of the Chinese text that the English has and that it lacks.
    pub latin: Answered,
    /// Distance of the ratio of lengths from the usual one, in standard deviations, 4 at most.
    pub length: f32,
    /// Logarithm of the shorter text's length, 0 for an ordinary point: the longer it is, the more a missing sign says.
    pub size: f32,
}

/// How much of something the other text has and how much it lacks; each 2 at most.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Answered {
    pub found: f32,
    pub missing: f32,
}

/// The stems of one brief's English points, each with its weight in this brief.
#[derive(Debug)]
pub struct StemWeights {
    /// One more than a stem's place among those of the brief; 0 for others.
    places: Vec<u16>,
    weights: Vec<f32>,
}

/// A Chinese text reduced to the stems of the brief's English: which of them may render its words, and how well.
#[derive(Debug)]
pub struct ChineseView {
    /// A bit for each stem that may render some word, and the number of such bits before each block of 64.
    bits: Vec<u64>,
    ranks: Vec<u16>,
    /// One for each such stem, in order.
    stems: Vec<StemView>,
    renders: Vec<WordRendering>,
    words: Vec<WordWeight>,
    total: f32,
}

#[derive(Debug, Clone, Copy)]
struct StemView {
    /// Weight of the stem, as far as its best word explains it.
    explained: f32,
    /// End of its range in [`ChineseView::renders`].
    end: usize,
}

#[derive(Debug, Clone, Copy)]
struct WordRendering {
    word: u16,
    worth: f32,
}

/// An English text reduced to its stems, each by its place among those of the brief and with its weight there.
#[derive(Debug, Clone)]
pub struct EnglishView {
    places: Vec<u16>,
    weights: Vec<f32>,
    total: f32,
}

/// Least divisor, so that a share of nothing is nothing.
const NEVER_ZERO: f32 = 1e-9;
/// Share of its rarity that a stem keeps when every English point has it.
const EVERYWHERE: f32 = 0.25;

impl StemWeights {
    pub fn of(english: &[impl Borrow<EnglishFeatures>]) -> StemWeights {
        let all = || english.iter().flat_map(|point| point.borrow().stems.iter().map(|&stem| usize::from(stem)));
        let mut counts = vec![0_u16; all().max().map_or(0, |last| last + 1)];
        all().for_each(|stem| counts[stem] = counts[stem].saturating_add(1));
        let mut stems: Vec<usize> = all().collect();
        stems.sort_unstable();
        stems.dedup();
        let mut vocabulary = StemWeights { places: counts, weights: Vec::with_capacity(stems.len()) };
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
}

impl EnglishView {
    pub fn of(text: &EnglishFeatures, weights: &StemWeights) -> EnglishView {
        let places: Vec<u16> = text.stems.iter().filter_map(|&stem| weights.place(stem)).collect();
        let weights: Vec<f32> = places.iter().map(|&place| weights.weight(place)).collect();
        let total = weights.iter().sum();
        EnglishView { places, weights, total }
    }

    /// Whether the stems weigh the same in another version of the brief, so that all evidence based on weights is the
    /// same.
    pub fn weighs_as(&self, other: &EnglishView) -> bool {
        self.weights == other.weights
    }
}

impl ChineseView {
    pub fn of(text: &ChineseFeatures, weights: &StemWeights) -> ChineseView {
        let blocks = weights.weights.len().div_ceil(64);
        let mut view = ChineseView {
            bits: vec![0; blocks],
            ranks: Vec::with_capacity(blocks),
            stems: Vec::new(),
            renders: Vec::new(),
            words: text.words.clone(),
            total: text.words.iter().map(|word| word.weight * word.peak).sum(),
        };
        for links in text.links.chunk_by(|a, b| a.stem == b.stem) {
            let Some(place) = weights.place(links[0].stem) else { continue };
            let weight = weights.weight(place);
            view.bits[usize::from(place) / 64] |= 1 << (place % 64);
            let rendering = |link: &GlossLink| WordRendering { word: link.word, worth: weight * link.renders };
            view.renders.extend(links.iter().map(rendering));
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

    /// Index in `stems` of the stem at `place` among those of the brief.
    fn find(&self, place: u16) -> Option<usize> {
        let (block, bit) = (usize::from(place) / 64, place % 64);
        let bits = self.bits[block];
        let before = bits & ((1 << bit) - 1);
        (bits >> bit & 1 == 1).then(|| usize::from(self.ranks[block]) + before.count_ones() as usize)
    }

    /// [`Evidence::covered`] and [`Evidence::mass`] before it is capped.
    fn cover(&self, english: &EnglishView) -> (Both<f32>, f32) {
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
        (Both::new(rendered / self.total.max(NEVER_ZERO), mass / english.total.max(NEVER_ZERO)), mass)
    }
}

impl Evidence {
    pub fn of(chinese: (&ChineseFeatures, &ChineseView), english: (&EnglishFeatures, &EnglishView)) -> Evidence {
        let (covered, mass) = chinese.1.cover(english.1);
        let (chinese, english) = (chinese.0, english.0);
        let lengths = Both::new(chinese.length, english.length);
        let deviation = (stretch(lengths) - LN_ENGLISH_PER_HAN) / LN_DEVIATION;
        Evidence {
            covered,
            mass: mass.min(3.0),
            numbers: numbers(Both::new(&chinese.values, &english.values)),
            latin: latin(chinese, english),
            length: deviation.abs().min(4.0),
            size: size(lengths),
        }
    }

    /// The terms of the score, in the order of `WEIGHTS`.
    pub fn signs(&self) -> [f32; 16] {
        let both = (self.covered.english * self.covered.chinese).max(0.0).sqrt();
        [
            self.covered.english,
            self.covered.chinese,
            both,
            self.mass,
            self.numbers.chinese.found,
            self.numbers.chinese.missing,
            self.numbers.english.found,
            self.numbers.english.missing,
            self.latin.found,
            self.latin.missing,
            self.length,
            self.size,
            self.size * self.covered.english,
            self.size * self.covered.chinese,
            self.size * both,
            1.0,
        ]
    }

    /// Logarithm of the odds that the two are partners.
    pub fn score(&self) -> f32 {
        self.signs().iter().zip(WEIGHTS).map(|(sign, weight)| sign * weight).sum()
    }
}

/// Weights of the signs, by logistic regression on translated briefs; the last is the bias, against any pair.
const WEIGHTS: [f32; 16] =
    [8.34, 7.68, 7.93, 0.61, 0.75, -1.84, 1.38, -1.41, 1.83, -0.96, -0.70, -4.70, 3.17, 2.72, 3.00, -8.06];

/// Logarithm of the English length, in characters, by the Chinese one, in ideographs.
pub fn stretch(lengths: Both<f32>) -> f32 {
    (lengths.english.max(1.0) / lengths.chinese.max(1.0)).ln()
}

fn size(lengths: Both<f32>) -> f32 {
    let shorter = lengths.chinese.min(lengths.english / LN_ENGLISH_PER_HAN.exp()).max(1.0);
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

/// Numbers of each text that the other one answers. Of a long table only the first 64 count.
fn numbers(values: Both<&[Value]>) -> Both<Answered> {
    let values = values.map(|values| &values[..values.len().min(u64::BITS as usize)]);
    // A bit for each value that has its answer.
    let mut answered = Both::new(0_u64, 0_u64);
    for (zh, value) in values.chinese.iter().enumerate() {
        for (en, other) in values.english.iter().enumerate() {
            let is_known = answered.chinese >> zh & 1 == 1 && answered.english >> en & 1 == 1;
            if !is_known && is_compatible(value, other) {
                answered.chinese |= 1 << zh;
                answered.english |= 1 << en;
            }
        }
    }
    let slips = slips(values, answered);
    let weigh = |((values, answered), slips): ((&[Value], u64), u64)| {
        let counts = |(at, value): &(usize, &Value)| !value.is_approximate() && slips >> at & 1 == 0;
        let counted = values.iter().enumerate().filter(counts);
        Answered::of(counted.map(|(at, value)| (anchor::weight(value), answered >> at & 1 == 1)))
    };
    values.zip(answered).zip(slips).map(weigh)
}

/// A bit for each unanswered value that may be a mistyped one of the other text: it counts neither for a pair nor
/// against it.
fn slips(values: Both<&[Value]>, answered: Both<u64>) -> Both<u64> {
    let open = |values: &[Value], answered: u64| (0..values.len()).filter(move |at| answered >> at & 1 == 0);
    let mut slips = Both::new(0, 0);
    for zh in open(values.chinese, answered.chinese) {
        let value = &values.chinese[zh];
        for en in open(values.english, answered.english).filter(|&en| may_be_slip(value, &values.english[en])) {
            slips.chinese |= 1 << zh;
            slips.english |= 1 << en;
        }
    }
    slips
}

fn latin(chinese: &ChineseFeatures, english: &EnglishFeatures) -> Answered {
    Answered::of(chinese.latin.iter().map(|word| (1.0, word.stands_in(english))))
}
