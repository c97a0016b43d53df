//! Values kept by text, so that each segment is read once.

use std::sync::Arc;

use super::value::Value;
use super::{chinese, english};
use crate::language::{Both, Language};
use crate::text::Cache;

/// The values of texts, kept by text.
#[derive(Debug, Default)]
pub struct ValueMemo {
    known: Both<Cache<Box<[Value]>>>,
}

impl ValueMemo {
    /// The values of a text in that language, in order of place, read once.
    pub fn values(&self, language: Language, text: &str) -> Arc<Box<[Value]>> {
        self.known[language].get(text, |text| values(language, text).into())
    }

    pub fn next_generation(&self) {
        self.known.each().iter().for_each(|(_, cache)| cache.next_generation());
    }
}

/// The values of a text in that language, in order of place.
pub fn values(language: Language, text: &str) -> Vec<Value> {
    match language {
        Language::Chinese => chinese::values(text),
        Language::English => english::values(text),
    }
}
