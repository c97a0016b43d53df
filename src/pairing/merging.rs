//! Beads of two and one: a point without partner that is part of its neighbour's.

use super::evidence::{Answered, Evidence};
use super::grid::{Grid, NEVER};
use super::search::Pair;
use super::sides::Sides;
use crate::language::profile::LN_ENGLISH_PER_HAN;

/// A point alone, its neighbour, and the neighbour's partner, which may hold both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    pub language: crate::brief::Language,
    pub alone: usize,
    pub neighbour: usize,
    pub whole: usize,
    /// Logarithm of the odds.
    pub score: f32,
}

/// The signs for two parts being one whole.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Junction {
    /// How much of the worse part the whole covers.
    pub weak_covered: f32,
    /// How much of the whole both cover together, and how much more than the better one.
    pub joint: f32,
    pub gained: f32,
    /// Numbers and Latin words of the worse part that the whole has.
    pub weak_found: f32,
    /// How much longer the whole is than both, by the lengths that are usual in this brief, as a logarithm.
    pub fit: f32,
    /// How much better the point alone goes with the whole than with any other point.
    pub preference: f32,
}

/// What the pairs found so far tell of a brief.
#[derive(Debug)]
pub struct Found<'a> {
    pub grid: &'a Grid,
    pub pairs: &'a [Pair],
}

impl Sides {
    /// The point alone and its neighbour, two Chinese ones, against one English.
    fn junction_of_chinese(&self, found: &Found, (alone, neighbour, whole): Place) -> Junction {
        let parts = [alone.min(neighbour), alone.max(neighbour)];
        let [first, second] = parts.map(|part| self.evidence(part, whole));
        let [before, behind] = parts.map(|part| &*self.chinese[part]);
        let merged = before.merged(behind);
        let view = self.vocabulary.view_chinese(&merged);
        let english = &self.english[whole];
        let joint = Evidence::of((&merged, &view), (english, &self.english_views[whole])).english_covered;
        let part = |evidence: Evidence| Part {
            covered: evidence.chinese_covered,
            covers: evidence.english_covered,
            anchors: evidence.chinese_numbers.plus(evidence.latin),
        };
        let fit =
            stretch(before.length + behind.length, english.length) - self.usual_stretch(found, (neighbour, whole));
        let others = found.grid.reach(alone).filter(|&other| other != whole);
        let preference = preference(found.grid.get(alone, whole), others.map(|other| found.grid.get(alone, other)));
        Junction::of(part(first), part(second), joint).beside(fit, preference)
    }

    /// The point alone and its neighbour, two English ones, against one Chinese.
    fn junction_of_english(&self, found: &Found, (alone, neighbour, whole): Place) -> Junction {
        let parts = [alone.min(neighbour), alone.max(neighbour)];
        let [first, second] = parts.map(|part| self.evidence(whole, part));
        let [before, behind] = parts.map(|part| &*self.english[part]);
        let merged = before.merged(behind);
        let view = self.vocabulary.view_english(&merged);
        let chinese = &self.chinese[whole];
        let joint = Evidence::of((chinese, self.chinese_view(whole)), (&merged, &view)).chinese_covered;
        let part = |evidence: Evidence| Part {
            covered: evidence.english_covered,
            covers: evidence.chinese_covered,
            anchors: evidence.english_numbers,
        };
        let fit =
            self.usual_stretch(found, (whole, neighbour)) - stretch(chinese.length, before.length + behind.length);
        let others = (0..found.grid.height()).filter(|&other| other != whole);
        let preference = preference(found.grid.get(whole, alone), others.map(|other| found.grid.get(other, alone)));
        Junction::of(part(first), part(second), joint).beside(fit, preference)
    }

    /// What lengths go together in this brief, by its pairs but the one in question.
    fn usual_stretch(&self, found: &Found, but: Pair) -> f32 {
        let (mut sum, mut count) = (LN_ENGLISH_PER_HAN * WEIGHT_OF_USUAL, WEIGHT_OF_USUAL);
        for &(zh, en) in found.pairs.iter().filter(|&&pair| pair != but) {
            if found.grid.get(zh, en) > super::PAIRED {
                sum += stretch(self.chinese[zh].length, self.english[en].length);
                count += 1.0;
            }
        }
        sum / count
    }
}

/// How many pairs what is usual is worth.
const WEIGHT_OF_USUAL: f32 = 2.0;
/// More than this is no likelier.
const WORST_FIT: f32 = 1.5;

fn stretch(chinese: f32, english: f32) -> f32 {
    (english.max(1.0) / chinese.max(1.0)).ln()
}

/// The point alone, its neighbour, the neighbour's partner.
type Place = (usize, usize, usize);

fn preference(whole: f32, others: impl Iterator<Item = f32>) -> f32 {
    let best = others.filter(|&other| other > NEVER).fold(f32::NEG_INFINITY, f32::max);
    whole - if best.is_finite() { best } else { NO_OTHER }
}

/// Score of a point that does not exist.
const NO_OTHER: f32 = -9.0;

/// One part beside the whole.
struct Part {
    covered: f32,
    covers: f32,
    anchors: Answered,
}

impl Junction {
    fn of(first: Part, second: Part, joint: f32) -> Junction {
        let gained = joint - first.covers.max(second.covers);
        let weak = if first.covered < second.covered { first } else { second };
        Junction {
            weak_covered: weak.covered,
            joint,
            gained,
            weak_found: weak.anchors.found,
            fit: 0.0,
            preference: 0.0,
        }
    }

    fn beside(self, fit: f32, preference: f32) -> Junction {
        Junction { fit: fit.clamp(-WORST_FIT, WORST_FIT), preference, ..self }
    }

    /// Logarithm of the odds that the whole holds both parts.
    pub fn score(&self) -> f32 {
        let signs = [self.weak_covered, self.gained, self.joint, self.weak_found, self.fit, self.preference, 1.0];
        signs.iter().zip(WEIGHTS).map(|(sign, weight)| sign * weight).sum()
    }
}

/// Of the signs, by logistic regression on translated briefs; the last is what speaks for any merger.
const WEIGHTS: [f32; 7] = [2.94, 45.0, -5.07, 0.54, 12.5, 0.38, 1.33];

/// Points alone that are probably part of their neighbour's pair, with a score of `least` at least, likeliest first.
pub fn merged(sides: &Sides, found: &Found, least: f32) -> Vec<Candidate> {
    use crate::brief::Language::{Chinese, English};
    let flipped: Vec<Pair> = found.pairs.iter().map(|&(zh, en)| (en, zh)).collect();
    let candidate = |language, place: Place, junction: Junction| {
        let (alone, neighbour, whole) = place;
        Candidate { language, alone, neighbour, whole, score: junction.score() }
    };
    let of_chinese = candidates(sides.chinese.len(), found.pairs)
        .map(|place| candidate(Chinese, place, sides.junction_of_chinese(found, place)));
    let of_english = candidates(sides.english.len(), &flipped)
        .map(|place| candidate(English, place, sides.junction_of_english(found, place)));
    let mut all: Vec<Candidate> = of_chinese.chain(of_english).filter(|candidate| candidate.score >= least).collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut taken: Vec<Candidate> = Vec::new();
    for candidate in all {
        if taken.iter().all(|other| !other.meets(&candidate)) {
            taken.push(candidate);
        }
    }
    taken
}

/// Points alone beside paired ones.
fn candidates(count: usize, pairs: &[Pair]) -> impl Iterator<Item = Place> {
    let mut partners = vec![None; count];
    pairs.iter().for_each(|&(point, partner)| partners[point] = Some(partner));
    let neighbours = move |point: usize| [(point, point.checked_sub(1)), (point, Some(point + 1))];
    (0..count).flat_map(neighbours).filter_map(move |(alone, neighbour)| {
        let whole = (*partners.get(neighbour?)?)?;
        partners[alone].is_none().then_some((alone, neighbour?, whole))
    })
}

impl Candidate {
    /// Whether a point would be in both.
    fn meets(&self, other: &Candidate) -> bool {
        if self.language == other.language {
            let own = [self.alone, self.neighbour];
            return self.whole == other.whole || own.contains(&other.alone) || own.contains(&other.neighbour);
        }
        [self.alone, self.neighbour].contains(&other.whole) || [other.alone, other.neighbour].contains(&self.whole)
    }
}
