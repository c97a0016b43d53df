//! The words of a house: its sources, keywords and terms beside the built-in ones, and what it avoids.

use std::sync::{Arc, OnceLock};

use crate::lexicon::{self, Keyword, Keywords, Source, Sources, Term, Translations};
use crate::lexicon::{glossary, keywords, sources, translations};

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
pub struct HouseTerms {
    /// None where the house adds nothing.
    terms: Option<Arc<Terms>>,
    pub avoided: Arc<[Avoided]>,
}

/// The terms of a house beside the built-in ones.
#[derive(Debug)]
struct Terms {
    glossary: lexicon::Glossary,
    /// Made when points are first paired.
    translations: OnceLock<Translations>,
}

/// A word that the house does not want, and what it writes instead, if anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Avoided {
    pub term: String,
    pub instead: Option<String>,
}

/// Lists are one when they are shared.
impl PartialEq for Vocabulary {
    fn eq(&self, other: &Vocabulary) -> bool {
        self.closed == other.closed
            && is_shared(&self.sources, &other.sources)
            && is_shared(&self.keywords, &other.keywords)
    }
}

impl PartialEq for HouseTerms {
    fn eq(&self, other: &HouseTerms) -> bool {
        self.avoided == other.avoided && is_shared(&self.terms, &other.terms)
    }
}

fn is_shared<T>(one: &Option<Arc<T>>, two: &Option<Arc<T>>) -> bool {
    one.as_ref().map(Arc::as_ptr) == two.as_ref().map(Arc::as_ptr)
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

impl HouseTerms {
    pub fn new(own_terms: Vec<Term>, avoided: Vec<Avoided>) -> HouseTerms {
        let glossary = || lexicon::Glossary::of_house(own_terms.clone(), glossary());
        let terms = (!own_terms.is_empty()).then(|| Terms { glossary: glossary(), translations: OnceLock::new() });
        HouseTerms { terms: terms.map(Arc::new), avoided: avoided.into() }
    }

    /// Whether the house has terms of its own.
    pub fn has_terms(&self) -> bool {
        self.terms.is_some()
    }

    /// The terms of the house and the built-in ones.
    pub fn terms(&self) -> &lexicon::Glossary {
        self.terms.as_ref().map_or_else(|| glossary(), |terms| &terms.glossary)
    }

    /// What Chinese words may be in English.
    pub fn translations(&self) -> &Translations {
        let Some(terms) = &self.terms else { return translations() };
        terms.translations.get_or_init(|| Translations::of_house(&terms.glossary))
    }
}
