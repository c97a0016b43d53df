//! brief.toml: what a house has decided, read from the nearest such file above a brief.
//!
//! A text is parsed with the place of each key, compared with the schema, and made a `Configuration`; what is wrong is
//! told at its place, and then nothing of the file counts. `Configurations` finds the file of a brief and keeps it.
//! While a text is typed, which is seldom TOML then, its `words` and the schema tell what can stand at a place.

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

/// What one brief.toml says.
#[derive(Debug)]
pub struct Configuration {
    /// What holds for every file.
    house: Arc<House>,
    per_file: Vec<PerFile>,
    accepted: Vec<AcceptedIn>,
}

/// Decisions about the files that match.
#[derive(Debug)]
struct PerFile {
    files: Files,
    lint: Lint,
}

#[derive(Debug)]
struct AcceptedIn {
    /// None for every file.
    files: Option<Files>,
    accepted: Accepted,
}

/// A pattern of paths, seen from the folder of brief.toml.
#[derive(Debug)]
struct Files(GlobMatcher);

/// Something that is wrong in brief.toml.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub span: Span,
    pub message: Localized,
}

impl Configuration {
    /// Reads the text of a brief.toml; all that is wrong with it, in order of place, where anything is.
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

    /// What holds for the file at `path`, seen from the folder of brief.toml.
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

    /// The entries of `lint.accept` that hold for `path`, by their number in the file.
    pub fn accepted_in(&self, path: &Path) -> impl Iterator<Item = (usize, &Accepted)> {
        let all = self.accepted.iter().enumerate();
        all.filter(|(_, entry)| entry.files.as_ref().is_none_or(|files| files.hold(path)))
            .map(|(number, entry)| (number, &entry.accepted))
    }

    /// Every entry of `lint.accept`, in the order of the file.
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
