//! brief.toml: the settings of a house, read from the nearest such file above a brief.
//!
//! A text is parsed into a `TomlDocument`, compared with the schema, and read into a `Configuration`. Problems are
//! reported at their places, and with any of them nothing of the file counts. `Configurations` finds the file of a
//! brief and caches it. While a text is typed it is seldom TOML; completion and hover then work on its `Words` and the
//! schema.

mod comparison;
mod completion;
mod definition;
mod document;
mod edit;
mod hover;
mod schema;
mod settings;
mod show;
mod store;
mod tables;
mod words;

use std::path::Path;
use std::sync::Arc;

pub use completion::{TomlCompletion, TomlCompletionKind, complete};
pub use definition::{VocabularyEntry, place_of};
pub use edit::{Addition, accepting, added, inside};
pub use hover::{TomlHover, hover};
pub use schema::text as schema;
pub use show::show;
pub use store::{Configurations, FILE_NAME, Loaded};

use document::TomlDocument;
use globset::GlobMatcher;

use crate::house::{Accepted, House, Lint};
use crate::messages::{Localized, Shared};
use crate::text::Span;

/// Settings of one brief.toml.
#[derive(Debug)]
pub struct Configuration {
    /// Settings of files without any of their own.
    house: Arc<House>,
    per_file: Vec<PerFile>,
    accepted: Vec<AcceptedIn>,
}

/// Settings of the files that match.
#[derive(Debug)]
struct PerFile {
    files: Files,
    lint: Lint,
}

#[derive(Debug)]
struct AcceptedIn {
    /// `None` for every file.
    files: Option<Files>,
    accepted: Accepted,
}

/// A pattern of paths, relative to the folder of brief.toml.
#[derive(Debug)]
struct Files(GlobMatcher);

/// A fault in brief.toml.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub span: Span,
    pub message: Localized,
}

impl Configuration {
    /// Reads the text of a brief.toml. Fails with everything that is wrong with it, in order of place.
    pub fn read(text: &str) -> Result<Configuration, Vec<Problem>> {
        let document = TomlDocument::of(text)?;
        let mut problems = comparison::problems(&document);
        if problems.is_empty() {
            match settings::read(text, &document) {
                Ok(configuration) => return Ok(configuration),
                Err(found) => problems = found,
            }
        }
        problems.sort_by_key(|problem| problem.span);
        Err(problems)
    }

    /// Settings of the file at `path`, relative to the folder of brief.toml.
    pub fn house_of(&self, path: &Path) -> Arc<House> {
        let per_file: Vec<&PerFile> = self.per_file.iter().filter(|entry| entry.files.hold(path)).collect();
        let is_accepted_here = |entry: &&AcceptedIn| entry.files.as_ref().is_none_or(|files| files.hold(path));
        let accepted: Vec<&AcceptedIn> = self.accepted.iter().filter(is_accepted_here).collect();
        if per_file.is_empty() && accepted.is_empty() {
            return self.house.clone();
        }
        let mut house = House::clone(&self.house);
        for entry in per_file {
            if !entry.lint.select.is_empty() {
                house.lint.select.clone_from(&entry.lint.select);
            }
            house.lint.ignore.extend_from_slice(&entry.lint.ignore);
            house.lint.severity.extend_from_slice(&entry.lint.severity);
        }
        house.lint.accepted = accepted.into_iter().map(|entry| entry.accepted.clone()).collect();
        Arc::new(house)
    }

    /// Entries of `lint.accept` that apply to `path`, each with its index in the file.
    pub fn accepted_in(&self, path: &Path) -> impl Iterator<Item = (usize, &Accepted)> {
        let all = self.accepted.iter().enumerate();
        all.filter(|(_, entry)| entry.files.as_ref().is_none_or(|files| files.hold(path)))
            .map(|(number, entry)| (number, &entry.accepted))
    }

    /// All entries of `lint.accept`, in the order of the file.
    pub fn accepted(&self) -> impl Iterator<Item = &Accepted> {
        self.accepted.iter().map(|entry| &entry.accepted)
    }
}

impl Problem {
    fn unreadable(reason: String) -> Problem {
        Problem { span: Span::at(0), message: Shared::CannotRead { reason }.into() }
    }
}

impl Files {
    fn hold(&self, path: &Path) -> bool {
        self.0.is_match(path)
    }
}

mod messages;
#[cfg(test)]
mod tests;
