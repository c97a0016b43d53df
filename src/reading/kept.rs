//! Values by text, so that all who ask for those of a point share one reading of it.

use std::sync::{Arc, LazyLock};

use super::value::Value;
use super::{chinese, english};
use crate::text::Cache;

/// The values of a Chinese text, in order of place.
pub fn chinese_values(text: &str) -> Arc<Box<[Value]>> {
    static KNOWN: LazyLock<Cache<Box<[Value]>>> = LazyLock::new(Cache::default);
    KNOWN.get(text, |text| chinese::values(text).into())
}

/// The values of an English text, in order of place.
pub fn english_values(text: &str) -> Arc<Box<[Value]>> {
    static KNOWN: LazyLock<Cache<Box<[Value]>>> = LazyLock::new(Cache::default);
    KNOWN.get(text, |text| english::values(text).into())
}
