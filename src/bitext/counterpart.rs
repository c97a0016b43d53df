//! What the other language has of a term: its name, a shorter one, or a word of it.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::language::Language;
use crate::lexicon::{self, Glossary, Term, short_forms, stemming};

/// The other terms that a writer may put for this one, 華府 for the United States.
pub fn kin<'t>(term: &'t Term, terms: &'t Glossary) -> impl Iterator<Item = &'static Term> + 't {
    lexicon::metonyms(term.name.english)
        .filter_map(|name| terms.all().iter().find(|other| other.name.english == name).copied())
}

/// Whether Chinese names the term inside another word or by one character: 對台, 中日, 美軍.
pub fn is_written(text: &str, term: &Term) -> bool {
    term.names(Language::Chinese).any(|name| text.contains(name))
        || short_forms(term.name.english).iter().any(|form| text.contains(form))
}

/// Whether Chinese has two characters of one of the names side by side, or one of a short name, or the English name.
pub fn is_hinted_at(text: &str, term: &Term) -> bool {
    let has_part = |name: &str| {
        let chars: Vec<char> = name.chars().collect();
        let width = if chars.len() > SHORT_NAME { 2 } else { 1 };
        chars.windows(width).any(|part| text.contains(&part.iter().collect::<String>()))
    };
    is_written(text, term)
        || term.names(Language::Chinese).any(has_part)
        || term.names(Language::English).any(|name| text.contains(name))
}

/// Characters of names that every one of stands for: 北約.
const SHORT_NAME: usize = 3;

/// The stems of an English text, by which Japanese answers Japan; as hashes, which cost no allocation each.
pub struct Stems(FxHashSet<u64>);

impl Stems {
    pub fn of(text: &str) -> Stems {
        let mut stems = FxHashSet::default();
        stemming::stems(text, |stem| {
            stems.insert(hash(stem));
        });
        Stems(stems)
    }

    fn contains(&self, stem: &str) -> bool {
        self.0.contains(&hash(stem))
    }

    /// Whether any word of its names is among them.
    pub fn hint_at(&self, term: &Term) -> bool {
        term.names(Language::English).any(|name| {
            let mut any = false;
            stemming::stems(name, |stem| any |= self.contains(stem));
            any
        })
    }

    /// Whether the words of one of its names are among them.
    pub fn name(&self, term: &Term) -> bool {
        term.names(Language::English).any(|name| {
            let (mut all, mut any) = (true, false);
            stemming::stems(name, |stem| {
                all &= self.contains(stem);
                any = true;
            });
            all && any
        })
    }
}

fn hash(stem: &str) -> u64 {
    FxBuildHasher.hash_one(stem)
}
