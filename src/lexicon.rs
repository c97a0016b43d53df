//! Known sources, keywords, terms and words, each found by any of its names.
//!
//! The lists are tables beside the code, built into the program and read once, on first use. Names are
//! compared folded (`fold_name`), so that width, case, an article or 台 for 臺 make no difference.

mod bodies;
mod currencies;
pub mod dictionary;
mod domain;
mod folded_names;
mod folding;
mod glossary;
mod keywords;
mod occurrence;
mod packed_multimap;
pub mod rendering;
mod seats;
mod shared_names;
mod short_forms;
mod sound;
mod sources;
mod spelling;
pub mod stemming;
mod titles;
pub mod translations;
mod units;

pub use bodies::is_body;
pub use currencies::{Currency, Money, currencies};
pub use folding::{fold_name, fold_prose, has_simplified, traditional, unvaried};
pub use glossary::{Glossary, Term, TermMatch, TermMemo, glossary};
pub use keywords::{Keyword, KeywordMatch, Keywords, keywords};
pub use occurrence::occurrences;
pub use seats::metonyms;
pub use shared_names::is_shared_name;
pub use short_forms::short_forms;
pub use sound::{Sound, sounds};
pub use sources::{Source, SourceMatch, Sources, sources};
pub use titles::{Titles, titles};
pub use translations::{Translations, translations};
pub use units::{Dimension, NamedUnit, Unit, units};
