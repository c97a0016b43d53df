//! `check --accept`: everything that is found becomes an entry of brief.toml, a baseline from which only new findings show.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::input::InputDocument;
use super::messages::Message;
use super::output::{IfThere, Target};
use super::run_configuration::{RunConfiguration, new_toml_path, shown};
use super::{NoticeLevel, Outcome, complain};
use crate::config::{self, Addition};
use crate::messages::{Locale, Localized, Shared};
use crate::rules::Finding;

pub(super) fn write(checked: &[(&InputDocument, Vec<&Finding>)], configuration: &RunConfiguration) -> Outcome {
    let mut outcome = Outcome::Clean;
    for (path, additions) in additions(checked, configuration) {
        let written = add(&path, &additions);
        if written == Outcome::Clean {
            let message = Message::AcceptedAll { count: additions.len(), file: shown(&path) };
            anstream::eprintln!("{}", message.text(Locale::from_environment()));
        }
        outcome = outcome.max(written);
    }
    outcome
}

/// The additions to each brief.toml, without duplicates. Standard input is left out, as it has no file.
fn additions(
    checked: &[(&InputDocument, Vec<&Finding>)],
    configuration: &RunConfiguration,
) -> BTreeMap<PathBuf, Vec<Addition>> {
    let mut additions: BTreeMap<PathBuf, Vec<Addition>> = BTreeMap::new();
    for (document, findings) in checked {
        let Some(path) = document.path.as_ref().and_then(|path| std::path::absolute(path).ok()) else { continue };
        let target = configuration.toml_of(&path).map_or_else(|| new_toml_path(&path), |loaded| loaded.path.clone());
        for finding in findings {
            let addition = config::accepting(&target, &path, finding, document.snapshot.content());
            let of_file = additions.entry(target.clone()).or_default();
            if !of_file.contains(&addition) {
                of_file.push(addition);
            }
        }
    }
    additions
}

fn add(path: &Path, additions: &[Addition]) -> Outcome {
    let fail = |message: Localized| {
        complain(NoticeLevel::Error, &shown(path), message);
        Outcome::Failed
    };
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return fail(Shared::CannotRead { reason: error.to_string() }.into()),
    };
    match config::added(&text, additions) {
        Some(added) => Target::File(path).write(added.as_bytes(), IfThere::Replace),
        None => fail(Message::CannotAddTo.into()),
    }
}
