//! Features by text, so that a keystroke costs those of one point and not of all.

use std::sync::{Arc, LazyLock};

use super::features::{Chinese, English};
use crate::text::Cache;

pub fn chinese(text: &str) -> Arc<Chinese> {
    static KNOWN: LazyLock<Cache<Chinese>> = LazyLock::new(Cache::default);
    KNOWN.get(text, Chinese::of)
}

pub fn english(text: &str) -> Arc<English> {
    static KNOWN: LazyLock<Cache<English>> = LazyLock::new(Cache::default);
    KNOWN.get(text, English::of)
}
