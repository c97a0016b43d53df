//! Beads of two and one: a point without partner that is part of its neighbour's.

use super::evidence::{Answered, ChineseView, EnglishView, Evidence, Vocabulary};
use super::features::{Chinese, English};
use super::search::Pair;

/// All texts of a brief's two sides, seen through its vocabulary.
#[derive(Debug)]
pub struct Sides<'a> {
    pub vocabulary: Vocabulary,
    pub chinese: Vec<(&'a Chinese, ChineseView)>,
    pub english: Vec<(&'a English, EnglishView)>,
}

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
    /// How much of the worse and of the better part the whole covers.
    pub weak_covered: f32,
    pub strong_covered: f32,
    /// How much of the whole both cover together, and how much more than the better one.
    pub joint: f32,
    pub gained: f32,
    /// Numbers and Latin words of the worse part.
    pub weak_anchors: Answered,
    /// How unusual the length of both together is, and of the better part alone.
    pub length: f32,
    pub length_alone: f32,
    /// Of what the better part leaves uncovered of the whole, the share that the worse part covers.
    pub filled: f32,
}

impl<'a> Sides<'a> {
    pub fn new(chinese: &[&'a Chinese], english: &[&'a English]) -> Sides<'a> {
        let vocabulary = Vocabulary::of(english);
        let chinese = chinese.iter().map(|&text| (text, vocabulary.view_chinese(text))).collect();
        let english = english.iter().map(|&text| (text, vocabulary.view_english(text))).collect();
        Sides { vocabulary, chinese, english }
    }

    pub fn evidence(&self, chinese: usize, english: usize) -> Evidence {
        let ((zh, zh_view), (en, en_view)) = (&self.chinese[chinese], &self.english[english]);
        Evidence::of((zh, zh_view), (en, en_view))
    }

    /// Two Chinese points, one after the other, against one English.
    pub fn junction_of_chinese(&self, parts: [usize; 2], whole: usize) -> Junction {
        let [first, second] = parts.map(|part| self.evidence(part, whole));
        let merged = self.chinese[parts[0]].0.merged(self.chinese[parts[1]].0);
        let view = self.vocabulary.view_chinese(&merged);
        let (english, english_view) = &self.english[whole];
        let joint = Evidence::of((&merged, &view), (english, english_view));
        let part = |evidence: Evidence| Part {
            covered: evidence.chinese_covered,
            covers: evidence.english_covered,
            anchors: evidence.chinese_numbers.plus(evidence.latin),
            length: evidence.length,
        };
        Junction::of(part(first), part(second), joint.english_covered, joint.length)
    }

    /// Two English points, one after the other, against one Chinese.
    pub fn junction_of_english(&self, parts: [usize; 2], whole: usize) -> Junction {
        let [first, second] = parts.map(|part| self.evidence(whole, part));
        let merged = self.english[parts[0]].0.merged(self.english[parts[1]].0);
        let view = self.vocabulary.view_english(&merged);
        let (chinese, chinese_view) = &self.chinese[whole];
        let joint = Evidence::of((chinese, chinese_view), (&merged, &view));
        let part = |evidence: Evidence| Part {
            covered: evidence.english_covered,
            covers: evidence.chinese_covered,
            anchors: evidence.english_numbers,
            length: evidence.length,
        };
        Junction::of(part(first), part(second), joint.chinese_covered, joint.length)
    }
}

/// One part beside the whole.
struct Part {
    covered: f32,
    covers: f32,
    anchors: Answered,
    length: f32,
}

impl Junction {
    fn of(first: Part, second: Part, joint: f32, length: f32) -> Junction {
        let best = first.covers.max(second.covers);
        let gained = joint - best;
        let filled = gained / (1.0 - best).max(0.1);
        let (weak, strong) = if first.covered < second.covered { (first, second) } else { (second, first) };
        Junction {
            weak_covered: weak.covered,
            strong_covered: strong.covered,
            joint,
            gained,
            weak_anchors: weak.anchors,
            length,
            length_alone: strong.length,
            filled,
        }
    }

    /// What the score is made of.
    pub fn signs(&self) -> [f32; 10] {
        [
            self.weak_covered,
            self.strong_covered,
            self.gained,
            self.joint,
            self.weak_anchors.missing,
            self.weak_anchors.found,
            self.length,
            self.length_alone,
            self.filled,
            1.0,
        ]
    }

    /// Logarithm of the odds that the whole holds both parts.
    pub fn score(&self) -> f32 {
        self.signs().iter().zip(WEIGHTS).map(|(sign, weight)| sign * weight).sum()
    }
}

/// Of the signs, by logistic regression on translated briefs; the last is what speaks against any merger.
const WEIGHTS: [f32; 10] = [9.20, -1.44, 8.82, -5.22, -1.89, 1.31, -2.34, 0.78, 12.57, -0.56];

/// The merged and split points among `pairs`, each point in one at most, the likeliest first.
pub fn merged(sides: &Sides, pairs: &[Pair], least: f32) -> Vec<Candidate> {
    use crate::brief::Language::{Chinese, English};
    let flipped: Vec<Pair> = pairs.iter().map(|&(zh, en)| (en, zh)).collect();
    let of_chinese = candidates(sides.chinese.len(), pairs).map(|(alone, neighbour, whole)| {
        let parts = [alone.min(neighbour), alone.max(neighbour)];
        let score = sides.junction_of_chinese(parts, whole).score();
        Candidate { language: Chinese, alone, neighbour, whole, score }
    });
    let of_english = candidates(sides.english.len(), &flipped).map(|(alone, neighbour, whole)| {
        let parts = [alone.min(neighbour), alone.max(neighbour)];
        let score = sides.junction_of_english(parts, whole).score();
        Candidate { language: English, alone, neighbour, whole, score }
    });
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

/// Points alone beside paired ones: the point, the neighbour, the neighbour's partner.
fn candidates(count: usize, pairs: &[Pair]) -> impl Iterator<Item = (usize, usize, usize)> {
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
