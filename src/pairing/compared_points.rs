//! The points of a brief, compared through the stems of its English.

use std::cell::OnceCell;

use super::evidence::{ChineseView, EnglishView, Evidence, StemWeights};
use super::feature_memo::{FeatureMemo, PointFeatures};
use super::grid::Grid;
use crate::language::Both;
use crate::lexicon::Translations;

#[derive(Debug)]
pub struct ComparedPoints {
    pub features: PointFeatures,
    pub weights: StemWeights,
    pub english_views: Vec<EnglishView>,
    /// Made when first asked for: after a keystroke few are.
    chinese_views: Vec<OnceCell<ChineseView>>,
}

impl ComparedPoints {
    pub fn new(points: Both<&[&str]>, translations: &Translations, memo: &FeatureMemo) -> ComparedPoints {
        let features = memo.features(points, translations);
        let weights = StemWeights::of(&features.english);
        let english_views = features.english.iter().map(|text| EnglishView::of(text, &weights)).collect();
        let chinese_views = features.chinese.iter().map(|_| OnceCell::new()).collect();
        ComparedPoints { features, weights, english_views, chinese_views }
    }

    pub fn chinese_view(&self, at: usize) -> &ChineseView {
        self.chinese_views[at].get_or_init(|| ChineseView::of(&self.features.chinese[at], &self.weights))
    }

    pub fn evidence(&self, pair: Both<usize>) -> Evidence {
        let zh = (&*self.features.chinese[pair.chinese], self.chinese_view(pair.chinese));
        let en = (&*self.features.english[pair.english], &self.english_views[pair.english]);
        Evidence::of(zh, en)
    }

    /// Lengths of two points: in ideographs and in characters.
    pub fn lengths(&self, pair: Both<usize>) -> Both<f32> {
        Both::new(self.features.chinese[pair.chinese].length, self.features.english[pair.english].length)
    }

    /// Number of points in each language.
    pub fn counts(&self) -> Both<usize> {
        Both::new(self.features.chinese.len(), self.features.english.len())
    }

    /// Logarithm of the odds that the two are partners, whatever the other pairs.
    pub fn score(&self, pair: Both<usize>) -> f32 {
        self.evidence(pair).score()
    }

    /// `score` of every pair that is compared.
    pub fn grid(&self, mut score: impl FnMut(Both<usize>) -> f32) -> Grid {
        let Both { chinese: height, english: width } = self.counts();
        Grid::new(height, width, |row, column| score(Both::new(row, column)))
    }
}
