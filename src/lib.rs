//! brief-ls: a language server, linter and formatter for bilingual policy briefs.
//!
//! This page is the map. Data flows one way: each module imports only those above it.

/// A document's text: rope, version, edits, places. The only module that knows position encodings.
pub mod text;

/// The two languages: pairs of one thing in each, and the conventions of either.
pub mod language;

/// From text to header fields, sections and points. Never fails, loses nothing.
pub mod brief;

/// Known sources, keywords, terms and words, each found by any of its names.
pub mod lexicon;

/// Values read out of prose in both languages: numbers, sums, dates, names, addresses; and their wording.
pub mod reading;

/// How sentences for users are said in English and in Traditional Chinese; each module has its own in a table.
pub mod messages;

/// What a house has decided: labels, forms, words, and which findings it wants to see.
pub mod house;

/// Which Chinese point belongs to which English one: features, scores, alignment.
pub mod pairing;

/// What the two halves of a brief say to each other: segments, alignment, correspondence.
pub mod bitext;

/// The briefs of the workspace folders: what is kept of each, counts and look-ups.
pub mod archive;

/// The translation memory: which briefs of the archive hold a text much like a given one.
pub mod memory;

/// What is reported: one file a rule, with its manual, its fixes and its cases.
pub mod rules;

/// From a brief to its canonical layout, in the fewest edits.
pub mod format;

/// brief.toml: finding it, reading it, and what is wrong with it.
pub mod config;

/// One version of a document and what follows from it, computed once.
pub mod snapshot;

/// What an editor asks for: pure functions over a snapshot, places as byte offsets.
pub mod assist;

/// The side-by-side page and other renderings for people who have no editor at hand.
pub mod export;

/// A brief as a Word file, and back.
pub mod word;

/// The language server: the border to the protocol.
pub mod server;

/// The command line: one file a command.
pub mod cli;
