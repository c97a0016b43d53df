//! The words of a house: its sources and keywords beside the built-in ones, its terms, and what it avoids.

use std::sync::Arc;

use crate::lexicon::{Keyword, Keywords, Source, Sources, keywords, sources};

/// Cloning shares the lists.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// None where the house adds nothing.
    sources: Option<Arc<Sources>>,
    keywords: Option<Arc<Keywords>>,
    /// What is in no list is a fault, not a hint.
    pub closed: bool,
}

/// Which words the house always renders, and which it avoids. Cloning shares the lists.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    pub terms: Arc<[Term]>,
    pub avoided: Arc<[Avoided]>,
}

/// A term that has its counterpart wherever it is translated; one of the names on each side will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub chinese: Vec<String>,
    pub english: Vec<String>,
}

/// A word that the house does not want, and what it writes instead, if anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Avoided {
    pub term: String,
    pub instead: Option<String>,
}

impl Vocabulary {
    /// The house's own sources and keywords; `with_built_in` tells whether the built-in lists count as well.
    pub fn new(own_sources: Vec<Source>, own_keywords: Vec<Keyword>, with_built_in: bool) -> Vocabulary {
        let (others, other_keywords) = match with_built_in {
            true => (sources().all(), keywords().all()),
            false => (&[][..], &[][..]),
        };
        Vocabulary {
            sources: (!own_sources.is_empty() || !with_built_in)
                .then(|| Arc::new(Sources::of_house(own_sources, others))),
            keywords: (!own_keywords.is_empty() || !with_built_in)
                .then(|| Arc::new(Keywords::of_house(own_keywords, other_keywords))),
            ..Vocabulary::default()
        }
    }

    pub fn sources(&self) -> &Sources {
        self.sources.as_deref().unwrap_or_else(|| sources())
    }

    pub fn keywords(&self) -> &Keywords {
        self.keywords.as_deref().unwrap_or_else(|| keywords())
    }
}
