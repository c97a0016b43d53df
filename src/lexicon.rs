//! What is known: sources and keywords, and how to find them by any of their names.
//!
//! The lists are data files beside the code, built into the program and read once, when first asked for. Names are
//! compared folded ([`fold_name`]), so that width, case, an article or 台 for 臺 make no difference.

pub mod dictionary;
pub mod english;
mod folding;
mod glossary;
mod grouped;
mod keywords;
mod names;
pub mod rendering;
mod sound;
mod sources;
mod spelling;
mod table;
pub mod translations;

pub use folding::{fold_name, fold_prose, has_simplified, traditional, unvaried};
pub use glossary::{Glossary, Term, TermMatch, glossary};
pub use keywords::{Keyword, KeywordMatch, Keywords, keywords};
pub use sound::{Sound, sounds};
pub use sources::{Source, SourceMatch, Sources, sources};
pub use translations::{Translations, translations};
