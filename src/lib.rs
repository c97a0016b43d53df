//! brief-ls: a language server, linter and formatter for bilingual policy briefs.
//!
//! This page is the map. Data flows one way: each module imports only those above it.

/// A document's text: rope, version, edits, places. The only module that knows position encodings.
pub mod text;

/// From text to header fields, sections and points. Never fails, loses nothing.
pub mod brief;

/// What is known: sources and keywords, and how to find them by any of their names.
pub mod lexicon;

/// Values read out of prose: dates.
pub mod reading;

/// Every sentence that a user reads, in English and in Traditional Chinese.
pub mod messages;

/// What is reported: one file a rule, with its manual, its fixes and its cases.
pub mod rules;
