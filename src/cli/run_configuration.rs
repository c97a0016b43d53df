//! The configuration of a run: the brief.toml files in force, the settings of each file, and the problems found.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::rule_choice::RuleChoice;
use super::{NoticeLevel, complain};
use crate::config::{Configurations, FILE_NAME, Loaded};
use crate::house::House;
use crate::text::{Encoding, Text};

/// The brief.toml files of a run and the rules chosen on the command line.
#[derive(Debug, Default)]
pub(super) struct RunConfiguration {
    configurations: Configurations,
    choice: RuleChoice,
    /// Broken brief.toml files by path.
    broken: Mutex<BTreeMap<PathBuf, Arc<Loaded>>>,
}

impl RunConfiguration {
    /// A run with the rules chosen on the command line.
    pub fn with(choice: &RuleChoice) -> RunConfiguration {
        RunConfiguration { choice: choice.clone(), ..RunConfiguration::default() }
    }

    /// The settings for the file at `path`; `None` where its brief.toml is broken.
    pub fn house_of(&self, path: &Path) -> Option<Arc<House>> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let Some(loaded) = self.configurations.of(&path) else { return Some(self.choice.over(Arc::default())) };
        if !loaded.problems.is_empty() {
            let mut broken = self.broken.lock().unwrap_or_else(PoisonError::into_inner);
            broken.insert(loaded.path.clone(), loaded);
            return None;
        }
        Some(self.choice.over(loaded.house_of(&path)))
    }

    /// The brief.toml in force for the file at `path`, which is absolute.
    pub fn toml_of(&self, path: &Path) -> Option<Arc<Loaded>> {
        self.configurations.of(path)
    }

    /// Reports the problems of all broken brief.toml files; whether there are any.
    pub fn complain(&self) -> bool {
        let broken = self.broken.lock().unwrap_or_else(PoisonError::into_inner);
        for loaded in broken.values() {
            complain_about(loaded);
        }
        !broken.is_empty()
    }
}

/// Reports the problems of a brief.toml, place by place.
pub(super) fn complain_about(loaded: &Loaded) {
    let text = Text::new(&loaded.text, 0);
    for problem in &loaded.problems {
        let place = text.position(problem.span.start, Encoding::Utf32);
        let name = format!("{}:{}:{}", shown(&loaded.path), place.line + 1, place.column + 1);
        complain(NoticeLevel::Error, &name, problem.message.clone());
    }
}

/// The path relative to the current folder, if it is below.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// The path of a new brief.toml for a file: in the current folder, if the file is below, else beside it.
pub(super) fn new_toml_path(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let folder = if path.starts_with(&here) { &here } else { path.parent().unwrap_or(&here) };
    folder.join(FILE_NAME)
}
