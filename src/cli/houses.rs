//! The brief.toml files of a run: what holds for each file, and what is wrong with them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::rule_choice::RuleChoice;
use super::{Level, complain};
use crate::config::{Configurations, FILE_NAME, Loaded};
use crate::house::House;
use crate::text::{Encoding, Text};

/// Finds the house of each file of a run.
#[derive(Debug, Default)]
pub(super) struct Houses {
    configurations: Configurations,
    choice: RuleChoice,
    /// What was found broken, by its path.
    broken: Mutex<BTreeMap<PathBuf, Arc<Loaded>>>,
}

impl Houses {
    /// With the rules that the command line chose.
    pub fn with(choice: &RuleChoice) -> Houses {
        Houses { choice: choice.clone(), ..Houses::default() }
    }

    /// What holds for the file at `path`; nothing where its brief.toml is broken.
    pub fn of(&self, path: &Path) -> Option<Arc<House>> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let Some(loaded) = self.configurations.of(&path) else { return Some(self.choice.over(Arc::default())) };
        if !loaded.problems.is_empty() {
            let mut broken = self.broken.lock().unwrap_or_else(PoisonError::into_inner);
            broken.insert(loaded.path.clone(), loaded);
            return None;
        }
        Some(self.choice.over(loaded.house_of(&path)))
    }

    /// The brief.toml of the file at `path`, an absolute one.
    pub fn file_of(&self, path: &Path) -> Option<Arc<Loaded>> {
        self.configurations.of(path)
    }

    /// Tells what is wrong with the brief.toml files that were met; whether anything is.
    pub fn complain(&self) -> bool {
        let broken = self.broken.lock().unwrap_or_else(PoisonError::into_inner);
        for loaded in broken.values() {
            complain_about(loaded);
        }
        !broken.is_empty()
    }
}

/// Tells what is wrong with a brief.toml, place by place.
pub(super) fn complain_about(loaded: &Loaded) {
    let text = Text::new(&loaded.text, 0);
    for problem in &loaded.problems {
        let place = text.position(problem.span.start, Encoding::Utf32);
        let name = format!("{}:{}:{}", shown(&loaded.path), place.line + 1, place.column + 1);
        complain(Level::Error, &name, problem.message.clone());
    }
}

/// As seen from the current folder, where it is below.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// Where a brief.toml is made for a file that has none: the current folder, if the file is below, else its own.
pub(super) fn place_for_new(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let folder = if path.starts_with(&here) { &here } else { path.parent().unwrap_or(&here) };
    folder.join(FILE_NAME)
}
