//! What was made of texts, by text, so that a keystroke costs the work on one segment.

use std::sync::Arc;

use super::correspondence::Correspondence;
use crate::language::profile::length;
use crate::language::{Both, Language};
use crate::lexicon::{Glossary, TermMatch, TermMemo, Translations};
use crate::pairing::{self, FeatureMemo};
use crate::text::Cache;

/// What is remembered of the texts of one house.
#[derive(Debug, Default)]
pub struct TextMemo {
    pub features: FeatureMemo,
    terms: TermMemo,
    languages: Cache<Option<Language>>,
    correspondences: Cache<Correspondence>,
    comparisons: Cache<Comparison>,
}

/// What two texts have in common by themselves.
#[derive(Debug, Clone, Copy)]
pub(super) struct Comparison {
    /// Odds, as a logarithm, that they are translations of each other.
    pub score: f32,
    /// In ideographs, and in characters.
    pub lengths: Both<f32>,
}

impl TextMemo {
    /// The terms that a text of that language uses, as [`Glossary::search`] finds them.
    pub fn terms(&self, glossary: &Glossary, language: Language, text: &str) -> Arc<Vec<TermMatch>> {
        self.terms.find(glossary, language, text)
    }

    /// The language that a text is clearly written in; short and mixed texts have none.
    pub fn written_in(&self, text: &str) -> Option<Language> {
        *self.languages.get(text, Language::of_text)
    }

    /// What two texts say to each other, by the terms of the house.
    pub fn correspondence(&self, texts: Both<&str>, glossary: &Glossary) -> Arc<Correspondence> {
        let make = || {
            let terms = Both::from_fn(|language| self.terms(glossary, language, texts[language]));
            let values = Both::from_fn(|language| self.features.readings.values(language, texts[language]));
            Correspondence::of(texts, terms, values.as_ref().map(|values| &values[..]), glossary)
        };
        self.correspondences.get_of_two(texts.chinese, texts.english, make)
    }

    /// How far two texts speak for being translations of each other, whatever stands beside them.
    pub(super) fn compared(&self, texts: Both<&str>, translations: &Translations) -> Comparison {
        let make = || Comparison {
            score: pairing::score(texts, translations, &self.features),
            lengths: Both::from_fn(|language| length(language, texts[language])),
        };
        *self.comparisons.get_of_two(texts.chinese, texts.english, make)
    }

    /// Begins to go through a whole text once more: what the last few times did not ask for is forgotten in time.
    pub fn next_generation(&self) {
        self.features.next_generation();
        self.terms.next_generation();
        self.languages.next_generation();
        self.correspondences.next_generation();
        self.comparisons.next_generation();
    }
}
