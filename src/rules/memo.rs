//! Results of rules by text, so that a keystroke costs the work on one text unit.

use std::sync::Arc;

use super::Finding;
use crate::bitext;
use crate::language::{Both, Language};
use crate::lexicon::Keywords;
use crate::reading::keyword_reading::KeywordReading;
use crate::reading::lone_mark::LoneMarks;
use crate::reading::point_end::PointEnd;
use crate::reading::spelling_choice::SpellingChoice;
use crate::text::Cache;

/// Results for the texts of one house. Owned by whoever owns the texts: the open documents, or a run of the command line.
#[derive(Debug, Default)]
pub struct Memo {
    pub bitext: bitext::TextMemo,
    pub(super) unit_findings: Cache<Vec<Finding>>,
    pub(super) folded: Cache<String>,
    keywords: Cache<KeywordReading>,
    lone_marks: Cache<LoneMarks>,
    point_ends: Both<Cache<PointEnd>>,
    spelling_choices: Both<Cache<Vec<SpellingChoice>>>,
}

impl Memo {
    pub(super) fn keywords(&self, value: &str, known: &Keywords) -> Arc<KeywordReading> {
        self.keywords.get(value, |value| KeywordReading::of(value, known))
    }

    pub(super) fn lone_marks(&self, text: &str) -> Arc<LoneMarks> {
        self.lone_marks.get(text, LoneMarks::of)
    }

    pub(super) fn point_end(&self, language: Language, text: &str) -> PointEnd {
        *self.point_ends[language].get(text, |text| PointEnd::of(text, language))
    }

    pub(super) fn spelling_choices(&self, language: Language, text: &str) -> Arc<Vec<SpellingChoice>> {
        self.spelling_choices[language].get(text, |text| SpellingChoice::all_in(text, language))
    }

    /// Begins another pass over a whole text; results that the last few passes did not ask for are dropped in time.
    pub fn next_generation(&self) {
        self.bitext.next_generation();
        self.unit_findings.next_generation();
        self.folded.next_generation();
        self.keywords.next_generation();
        self.lone_marks.next_generation();
        self.point_ends.each().iter().for_each(|(_, cache)| cache.next_generation());
        self.spelling_choices.each().iter().for_each(|(_, cache)| cache.next_generation());
    }
}
