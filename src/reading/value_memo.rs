//! Values by text, so that all who ask for those of a segment share one reading of it.

use std::sync::Arc;

use super::value::Value;
use super::{chinese, english};
use crate::language::{Both, Language};
use crate::text::Cache;

/// The values of texts that were read, by text.
#[derive(Debug, Default)]
pub struct ValueMemo {
    known: Both<Cache<Box<[Value]>>>,
}

impl ValueMemo {
    /// The values of a text in that language, in order of place.
    pub fn values(&self, language: Language, text: &str) -> Arc<Box<[Value]>> {
        self.known[language].get(text, |text| values(language, text).into())
    }

    pub fn next_generation(&self) {
        self.known.each().iter().for_each(|(_, cache)| cache.next_generation());
    }
}

/// The values of a text in that language, in order of place; for a text that nobody asks about again.
pub fn values(language: Language, text: &str) -> Vec<Value> {
    match language {
        Language::Chinese => chinese::values(text),
        Language::English => english::values(text),
    }
}
