//! What rules have made of texts, by text, so that a keystroke costs the work on one passage.

use super::Finding;
use super::keywords::KeywordReading;
use super::style::final_stop::Ending;
use super::style::mixed::Spelling;
use super::text::unbalanced::Marks;
use crate::bitext;
use crate::language::Both;
use crate::text::{Cache, Span};

/// What is remembered of the texts of one house, by all who look at them. It is owned by those who own the texts: the open
/// documents, or a run of the command line.
#[derive(Debug, Default)]
pub struct Memo {
    pub bitext: bitext::Memo,
    pub(super) passages: Cache<Vec<Finding>>,
    pub(super) keywords: Cache<KeywordReading>,
    pub(super) folded: Cache<String>,
    pub(super) marks: Cache<Marks>,
    pub(super) endings: Both<Cache<Ending>>,
    pub(super) spellings: Both<Cache<Vec<(Span, Spelling)>>>,
}

impl Memo {
    /// Begins to go through a whole text once more: what the last few times did not ask for is forgotten in time.
    pub fn next_generation(&self) {
        self.bitext.next_generation();
        self.passages.next_generation();
        self.keywords.next_generation();
        self.folded.next_generation();
        self.marks.next_generation();
        self.endings.each().iter().for_each(|(_, cache)| cache.next_generation());
        self.spellings.each().iter().for_each(|(_, cache)| cache.next_generation());
    }
}
