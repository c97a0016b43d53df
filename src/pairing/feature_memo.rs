//! Features by text, so that a keystroke costs those of one point and not of all.

use std::sync::Arc;

use super::features::{Chinese, English};
use crate::language::Language;
use crate::lexicon::Translations;
use crate::reading::Readings;
use crate::text::Cache;

/// The features of texts, by text; of one house, since they depend on what its words may be in the other language.
#[derive(Debug, Default)]
pub struct FeatureMemo {
    pub readings: Readings,
    chinese: Cache<Chinese>,
    english: Cache<English>,
}

impl FeatureMemo {
    pub fn chinese(&self, text: &str, translations: &Translations) -> Arc<Chinese> {
        let values = |text: &str| self.readings.values(Language::Chinese, text).to_vec();
        self.chinese.get(text, |text| Chinese::of(text, values(text), translations))
    }

    pub fn english(&self, text: &str, translations: &Translations) -> Arc<English> {
        let values = |text: &str| self.readings.values(Language::English, text).to_vec();
        self.english.get(text, |text| English::of(text, values(text), translations))
    }

    pub fn next_generation(&self) {
        self.readings.next_generation();
        self.chinese.next_generation();
        self.english.next_generation();
    }
}
