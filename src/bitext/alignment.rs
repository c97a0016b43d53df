//! How the points of a brief go together, and how much that is to be trusted.

use std::ops::Range;
use std::sync::Arc;

use super::Bitext;
use super::language::is_substantial;
use crate::brief::{Section, SegmentPosition};
use crate::language::{Both, Language};
use crate::pairing::{self, Alignment, Crossing, Scores, align_after};

/// How the points of a brief go together, by index.
#[derive(Debug, Clone)]
pub struct BriefAlignment {
    /// In order of the Chinese points. By what the points say where that tells enough; otherwise by their place, where both
    /// sides have equally many.
    pub beads: Vec<Bead>,
    /// Points that nothing on the other side answers.
    pub lone: Both<Vec<usize>>,
    /// Beads that stand elsewhere on one side than on the other.
    pub crossings: Vec<Crossing>,
    /// Enough points have a partner by what they say to tell which have none.
    pub is_told: bool,
    counts: Both<usize>,
    /// Indices of the points that were compared.
    compared: Both<Vec<usize>>,
    scores: Arc<Scores>,
}

/// Points that answer each other: one and one, or one and two.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    pub points: Both<Range<usize>>,
    pub trust: Trust,
    /// Little more speaks for the pair than for two points without partner.
    pub is_doubtful: bool,
}

/// The best score of a point with any point of the other half, and its length in ideographs or characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct BestScore {
    pub index: usize,
    pub score: f32,
    pub length: f32,
}

/// What speaks for two segments answering each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// Less than for any two points, but more than for other partners.
    Weak,
    /// Nothing but their place.
    ByPlace,
    /// Even odds or better, or the same place as well as what they say.
    Likely,
    /// Odds of twenty to one or better: sure enough to be learned from.
    Certain,
}

/// Odds, as a logarithm, from which on a pair is certain, and from which on it is likely.
const CERTAIN: f32 = 3.0;
const LIKELY: f32 = 0.0;

impl BriefAlignment {
    /// How the points scored, for the brief's next version.
    pub(super) fn scores(&self) -> &Arc<Scores> {
        &self.scores
    }

    /// The points that were compared, each with its best score with any of the other half.
    pub(super) fn best_scores(&self) -> Both<Vec<BestScore>> {
        let best = self.compared.as_ref().zip(self.scores.best()).zip(self.scores.lengths());
        best.map(|((points, scores), lengths)| {
            let point = |((&index, score), length)| BestScore { index, score, length };
            points.iter().zip(scores).zip(lengths).map(point).collect()
        })
    }

    pub(super) fn of(bitext: &Bitext, before: Option<&Scores>) -> Option<BriefAlignment> {
        let sections = bitext.sections()?;
        if sections.each().iter().any(|(_, section)| !has_text(section)) {
            return None;
        }
        let counts = sections.map(|section| section.points.len());
        let compared = compared(bitext, sections);
        let texts = Both::from_fn(|language| -> Vec<&str> {
            let points = &sections[language].points;
            compared[language].iter().map(|&at| &bitext.text[points[at].text]).collect()
        });
        let translations = bitext.house.glossary.translations();
        let points = texts.as_ref().map(Vec::as_slice);
        let (alignment, scores) = align_after(before, points, translations, &bitext.memo.features);
        let scores = Arc::new(scores);
        if tells_enough(&alignment, &texts) {
            return Some(BriefAlignment::told(alignment, compared, counts, scores));
        }
        Some(BriefAlignment {
            beads: if counts.chinese == counts.english { by_place(counts.chinese) } else { Vec::new() },
            lone: Both::default(),
            crossings: Vec::new(),
            is_told: false,
            counts,
            compared,
            scores,
        })
    }

    /// The alignment of the points that were `compared`, in numbers of all.
    fn told(
        alignment: Alignment,
        compared: Both<Vec<usize>>,
        counts: Both<usize>,
        scores: Arc<Scores>,
    ) -> BriefAlignment {
        let is_even = counts.chinese == counts.english;
        let bead = |bead: pairing::ScoredBead| {
            let points = bead.points.zip(compared.as_ref()).map(|(range, of)| of[range.start]..of[range.end - 1] + 1);
            let is_in_place = is_even && points.chinese == points.english;
            let trust = match bead.score {
                CERTAIN.. => Trust::Certain,
                LIKELY.. => Trust::Likely,
                _ if is_in_place => Trust::Likely,
                _ => Trust::Weak,
            };
            Bead { points, trust, is_doubtful: bead.is_doubtful }
        };
        BriefAlignment {
            beads: alignment.beads.into_iter().map(bead).collect(),
            lone: alignment.lone.zip(compared.as_ref()).map(|(lone, of)| lone.into_iter().map(|at| of[at]).collect()),
            crossings: alignment.crossings,
            is_told: true,
            counts,
            compared,
            scores,
        }
    }

    /// Whether both sides have equally many points.
    pub fn is_even(&self) -> bool {
        self.counts.chinese == self.counts.english
    }

    /// Indices of the points that answer point `index` of that language.
    pub fn answering(&self, language: Language, index: usize) -> Option<Range<usize>> {
        let bead = self.beads.iter().find(|bead| bead.points[language].contains(&index))?;
        Some(bead.points[language.other()].clone())
    }

    /// Places whose two points are judged by nothing else: one of them is still empty or not translated, or nothing tells.
    pub fn left_to_place(&self) -> Vec<usize> {
        if self.is_told && !self.is_even() {
            return Vec::new();
        }
        let is_judged = Both::from_fn(|language| {
            let mut judged = vec![false; self.counts[language]];
            self.lone[language].iter().for_each(|&at| judged[at] = true);
            self.beads.iter().for_each(|bead| judged[bead.points[language].clone()].fill(true));
            judged
        });
        let places = 0..self.counts.chinese.min(self.counts.english);
        places.filter(|&at| !is_judged.chinese[at] && !is_judged.english[at]).collect()
    }
}

impl Bead {
    /// Its first point of each side, by index.
    pub fn first(&self) -> Both<usize> {
        self.points.as_ref().map(|points| points.start)
    }

    /// Its last point of each side, by index.
    pub fn last(&self) -> Both<usize> {
        self.points.as_ref().map(|points| points.end - 1)
    }

    /// Whether one point on one side answers several on the other.
    pub fn is_merged(&self) -> bool {
        self.points.chinese.len() + self.points.english.len() > 2
    }
}

fn by_place(count: usize) -> Vec<Bead> {
    let bead = |at| Bead { points: Both::new(at..at + 1, at..at + 1), trust: Trust::ByPlace, is_doubtful: false };
    (0..count).map(bead).collect()
}

/// Whether half of the points that could have a partner have one, in texts that are long enough to tell.
fn tells_enough(alignment: &Alignment, texts: &Both<Vec<&str>>) -> bool {
    let telling = |bead: &&pairing::ScoredBead| {
        Language::ALL.iter().all(|&language| is_substantial(texts[language][bead.points[language].start]))
    };
    let paired = alignment.beads.iter().filter(telling).count();
    paired > 0 && paired * 2 >= texts.chinese.len().min(texts.english.len())
}

/// Whether any text of the section is written.
pub fn has_text(section: &Section) -> bool {
    section.texts().any(|text| !text.is_empty())
}

/// Indices of the points that are compared: those with text, and of equally many not those that stand beside an empty
/// or untranslated one.
fn compared(bitext: &Bitext, sections: Both<&Section>) -> Both<Vec<usize>> {
    let is_written = |section: &Section, at: usize| !section.points[at].text.is_empty();
    let counts = sections.map(|section| section.points.len());
    if counts.chinese != counts.english {
        return sections.map(|section| (0..section.points.len()).filter(|&at| is_written(section, at)).collect());
    }
    let takes_part = |&at: &usize| {
        sections.each().iter().all(|&(_, section)| {
            is_written(section, at) && !bitext.is_untranslated(&section.segment(SegmentPosition::Point(at)))
        })
    };
    let both: Vec<usize> = (0..counts.chinese).filter(takes_part).collect();
    Both::new(both.clone(), both)
}
