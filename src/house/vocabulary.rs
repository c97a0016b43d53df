//! The words of a house: sources, keywords and terms beside the built-in ones, and words to avoid.

use std::sync::{Arc, OnceLock};

use crate::lexicon::{self, Keyword, Keywords, Source, Sources, Term, Translations};
use crate::lexicon::{glossary, keywords, sources, translations};

/// Sources and keywords. Cloning shares the lists.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// `None` for the built-in ones alone.
    sources: Option<Arc<Sources>>,
    keywords: Option<Arc<Keywords>>,
    /// A word in no list is a warning, not a hint.
    pub closed: bool,
}

/// Terms with their translations, and words to avoid. Cloning shares the lists.
#[derive(Debug, Clone, Default)]
pub struct HouseTerms {
    /// `None` for the built-in ones alone.
    terms: Option<Arc<Terms>>,
    pub avoided: Arc<[Avoided]>,
}

/// The terms of a house together with the built-in ones.
#[derive(Debug)]
struct Terms {
    glossary: lexicon::Glossary,
    /// Built when points are first paired.
    translations: OnceLock<Translations>,
}

/// A word to avoid, and its replacement, if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Avoided {
    pub term: String,
    pub instead: Option<String>,
}

/// Lists are equal if they are shared.
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
    /// The house's own sources and keywords, with the built-in ones if `with_built_in`.
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

    /// English translations of Chinese words.
    pub fn translations(&self) -> &Translations {
        let Some(terms) = &self.terms else { return translations() };
        terms.translations.get_or_init(|| Translations::of_house(&terms.glossary))
    }
}
