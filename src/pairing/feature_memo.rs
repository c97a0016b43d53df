//! Features by text, so that a keystroke costs those of one point and not of all.

use std::sync::Arc;

use super::features::{ChineseFeatures, EnglishFeatures};
use crate::language::{Both, Language};
use crate::lexicon::Translations;
use crate::reading::ValueMemo;
use crate::text::Cache;

/// Features of texts, by text; for one house, since they depend on its terms.
#[derive(Debug, Default)]
pub struct FeatureMemo {
    pub readings: ValueMemo,
    chinese: Cache<ChineseFeatures>,
    english: Cache<EnglishFeatures>,
}

/// Features of all points of a brief. Those of the same text, read with the same translations, are shared.
#[derive(Debug, Clone)]
pub struct PointFeatures {
    pub chinese: Vec<Arc<ChineseFeatures>>,
    pub english: Vec<Arc<EnglishFeatures>>,
}

impl FeatureMemo {
    pub fn features(&self, points: Both<&[&str]>, translations: &Translations) -> PointFeatures {
        let values = |language, text: &str| self.readings.values(language, text).to_vec();
        let chinese = |text: &str| ChineseFeatures::of(text, values(Language::Chinese, text), translations);
        let english = |text: &str| EnglishFeatures::of(text, values(Language::English, text), translations);
        PointFeatures {
            chinese: points.chinese.iter().map(|text| self.chinese.get(text, chinese)).collect(),
            english: points.english.iter().map(|text| self.english.get(text, english)).collect(),
        }
    }

    pub fn next_generation(&self) {
        self.readings.next_generation();
        self.chinese.next_generation();
        self.english.next_generation();
    }
}
