//! The texts of a brief's two sides, seen through its vocabulary.

use std::cell::OnceCell;
use std::sync::Arc;

use super::evidence::{ChineseView, EnglishView, Evidence, Vocabulary};
use super::feature_memo::FeatureMemo;
use super::features::{Chinese, English};
use super::grid::Grid;
use crate::language::Both;
use crate::lexicon::Translations;

#[derive(Debug)]
pub struct Sides {
    pub chinese: Vec<Arc<Chinese>>,
    pub english: Vec<Arc<English>>,
    pub vocabulary: Vocabulary,
    pub english_views: Vec<EnglishView>,
    /// Made when first asked for: after a keystroke few are.
    chinese_views: Vec<OnceCell<ChineseView>>,
}

impl Sides {
    pub fn new(texts: Both<&[&str]>, translations: &Translations, memo: &FeatureMemo) -> Sides {
        let chinese: Vec<_> = texts.chinese.iter().map(|text| memo.chinese(text, translations)).collect();
        let english: Vec<_> = texts.english.iter().map(|text| memo.english(text, translations)).collect();
        let vocabulary = Vocabulary::of(&english);
        let english_views = english.iter().map(|text| vocabulary.view_english(text)).collect();
        let chinese_views = chinese.iter().map(|_| OnceCell::new()).collect();
        Sides { chinese, english, vocabulary, english_views, chinese_views }
    }

    pub fn chinese_view(&self, at: usize) -> &ChineseView {
        self.chinese_views[at].get_or_init(|| self.vocabulary.view_chinese(&self.chinese[at]))
    }

    pub fn evidence(&self, chinese: usize, english: usize) -> Evidence {
        let zh = (&*self.chinese[chinese], self.chinese_view(chinese));
        let en = (&*self.english[english], &self.english_views[english]);
        Evidence::of(zh, en)
    }

    /// Logarithm of the odds that the two are partners, by themselves.
    pub fn score(&self, chinese: usize, english: usize) -> f32 {
        self.evidence(chinese, english).score()
    }

    pub fn grid(&self, score: impl FnMut(usize, usize) -> f32) -> Grid {
        Grid::new(self.chinese.len(), self.english.len(), score)
    }
}
