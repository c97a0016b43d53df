//! Features by text, so that a keystroke costs those of one point and not of all.

use std::sync::{Arc, LazyLock};

use super::features::{Chinese, English};
use crate::lexicon::Translations;
use crate::text::Cache;

pub fn chinese(text: &str, translations: &Translations) -> Arc<Chinese> {
    static KNOWN: LazyLock<Cache<Chinese>> = LazyLock::new(Cache::default);
    KNOWN.get_of_kind(translations.number(), text, |text| Chinese::of(text, translations))
}

pub fn english(text: &str, translations: &Translations) -> Arc<English> {
    static KNOWN: LazyLock<Cache<English>> = LazyLock::new(Cache::default);
    KNOWN.get_of_kind(translations.number(), text, |text| English::of(text, translations))
}
