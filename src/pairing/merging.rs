//! Beads of two and one: a point without partner that is part of its neighbour's.

use super::compared_points::ComparedPoints;
use super::evidence::{Answered, ChineseView, EnglishView, Evidence, stretch};
use super::grid::{Grid, NEVER};
use crate::language::profile::LN_ENGLISH_PER_HAN;
use crate::language::{Both, Language};

/// A point alone, its neighbour, and the neighbour's partner, which may hold both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merger {
    /// Language of the point alone and its neighbour.
    pub language: Language,
    pub alone: usize,
    pub neighbour: usize,
    pub whole: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct ScoredMerger {
    merger: Merger,
    /// Logarithm of the odds.
    score: f32,
}

/// Signs that two parts make one whole.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Junction {
    /// Share of the worse part that the whole covers.
    pub weak_covered: f32,
    /// Share of the whole that both parts cover together, and how much more that is than the better one's.
    pub joint: f32,
    pub gained: f32,
    /// Numbers and Latin words of the worse part that the whole has.
    pub weak_found: f32,
    /// Length of the whole by that of both parts, compared with what is usual in this brief, as a logarithm.
    pub fit: f32,
    /// How much better the point alone scores with the whole than with any other point.
    pub preference: f32,
}

/// The pairs of a first search, as indices, and the scores that they were found in.
#[derive(Debug)]
pub struct PairedPoints<'a> {
    pub grid: &'a Grid,
    pub pairs: &'a [Both<usize>],
}

impl ComparedPoints {
    /// Signs that the point alone and its neighbour are one with the neighbour's partner.
    fn junction(&self, paired: &PairedPoints, merger: Merger) -> Junction {
        let Merger { language, alone, neighbour, whole } = merger;
        let parts = [alone.min(neighbour), alone.max(neighbour)];
        let [first, second] = parts.map(|part| self.joined_part(language, part, whole));
        let joint = self.joint_evidence(language, parts, whole).covered[language.other()];
        let lengths = parts.map(|part| self.lengths(Both::of(language, part, whole)));
        let both = Both::of(language, lengths[0][language] + lengths[1][language], lengths[0][language.other()]);
        let usual = self.usual_stretch(paired, Both::of(language, neighbour, whole));
        let fit = match language {
            Language::Chinese => stretch(both) - usual,
            Language::English => usual - stretch(both),
        };
        let score = |partner: usize| {
            let pair = Both::of(language, alone, partner);
            paired.grid.get(pair.chinese, pair.english)
        };
        let others = (0..self.counts()[language.other()]).filter(|&other| other != whole);
        Junction::of(first, second, joint).beside(fit, preference(score(whole), others.map(score)))
    }

    fn joined_part(&self, language: Language, part: usize, whole: usize) -> JoinedPart {
        let Evidence { covered, numbers, latin, .. } = self.evidence(Both::of(language, part, whole));
        // Only of Chinese text is it asked which Latin words the other one has.
        let anchors = Both::new(numbers.chinese.plus(latin), numbers.english);
        JoinedPart { covered: covered[language], covers: covered[language.other()], anchors: anchors[language] }
    }

    /// Evidence of both parts, taken for one text, and the whole.
    fn joint_evidence(&self, language: Language, parts: [usize; 2], whole: usize) -> Evidence {
        match language {
            Language::Chinese => {
                let [before, behind] = parts.map(|part| &*self.features.chinese[part]);
                let merged = before.merged(behind);
                let view = ChineseView::of(&merged, &self.weights);
                Evidence::of((&merged, &view), (&self.features.english[whole], &self.english_views[whole]))
            }
            Language::English => {
                let [before, behind] = parts.map(|part| &*self.features.english[part]);
                let merged = before.merged(behind);
                let view = EnglishView::of(&merged, &self.weights);
                Evidence::of((&self.features.chinese[whole], self.chinese_view(whole)), (&merged, &view))
            }
        }
    }

    /// Mean [`stretch`] of the brief's pairs, without the one in question.
    fn usual_stretch(&self, paired: &PairedPoints, but: Both<usize>) -> f32 {
        let (mut sum, mut count) = (LN_ENGLISH_PER_HAN * WEIGHT_OF_USUAL, WEIGHT_OF_USUAL);
        for &pair in paired.pairs.iter().filter(|&&pair| pair != but) {
            if paired.grid.get(pair.chinese, pair.english) > super::PAIRED {
                sum += stretch(self.lengths(pair));
                count += 1.0;
            }
        }
        sum / count
    }
}

/// Pairs that the usual ratio of lengths is worth in a mean of few.
const WEIGHT_OF_USUAL: f32 = 2.0;
/// Misfits beyond this count no more.
const WORST_FIT: f32 = 1.5;

fn preference(whole: f32, others: impl Iterator<Item = f32>) -> f32 {
    let best = others.filter(|&other| other > NEVER).fold(f32::NEG_INFINITY, f32::max);
    whole - if best.is_finite() { best } else { NO_OTHER }
}

/// Score assumed for the best other point where there is none.
const NO_OTHER: f32 = -9.0;

/// One of the two parts, compared with the whole.
struct JoinedPart {
    /// Share of the part that the whole covers.
    covered: f32,
    /// Share of the whole that the part covers.
    covers: f32,
    /// Its numbers and Latin words.
    anchors: Answered,
}

impl Junction {
    fn of(first: JoinedPart, second: JoinedPart, joint: f32) -> Junction {
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

/// Weights of the signs, by logistic regression on translated briefs; the last is the bias, for any merger.
const WEIGHTS: [f32; 7] = [2.94, 45.0, -5.07, 0.54, 12.5, 0.38, 1.33];

/// Points alone that are probably part of their neighbour's pair, with a score of `least` at least, likeliest first. No
/// point is in two of them.
pub fn mergers(points: &ComparedPoints, paired: &PairedPoints, least: f32) -> Vec<Merger> {
    let scored = |merger| ScoredMerger { merger, score: points.junction(paired, merger).score() };
    let of_language = |language| possible_mergers(language, points.counts()[language], paired.pairs).map(scored);
    let mut all: Vec<ScoredMerger> =
        Language::ALL.into_iter().flat_map(of_language).filter(|scored| scored.score >= least).collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut taken: Vec<Merger> = Vec::new();
    for ScoredMerger { merger, .. } in all {
        if taken.iter().all(|other| !other.meets(&merger)) {
            taken.push(merger);
        }
    }
    taken
}

/// Points alone beside paired ones.
fn possible_mergers(language: Language, count: usize, pairs: &[Both<usize>]) -> impl Iterator<Item = Merger> {
    let mut partners = vec![None; count];
    pairs.iter().for_each(|pair| partners[pair[language]] = Some(pair[language.other()]));
    let neighbours = move |point: usize| [(point, point.checked_sub(1)), (point, Some(point + 1))];
    (0..count).flat_map(neighbours).filter_map(move |(alone, neighbour)| {
        let neighbour = neighbour?;
        let whole = (*partners.get(neighbour)?)?;
        partners[alone].is_none().then_some(Merger { language, alone, neighbour, whole })
    })
}

impl Merger {
    /// Whether a point would be in both.
    fn meets(&self, other: &Merger) -> bool {
        if self.language == other.language {
            let own = [self.alone, self.neighbour];
            return self.whole == other.whole || own.contains(&other.alone) || own.contains(&other.neighbour);
        }
        [self.alone, self.neighbour].contains(&other.whole) || [other.alone, other.neighbour].contains(&self.whole)
    }
}
