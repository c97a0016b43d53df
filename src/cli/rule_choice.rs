//! Which rules a run looks at: `--select` and `--ignore`, by rule or by group.

use std::sync::Arc;

use super::messages::Message;
use super::{NoticeLevel, complain};
use crate::house::House;
use crate::rules;

#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct RuleChoice {
    /// Report only these rules or groups, such as `date` or `date/invalid`.
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    select: Vec<String>,
    /// Leave out these rules or groups.
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    ignore: Vec<String>,
}

impl RuleChoice {
    /// Whether every name is a rule or group; complains about those that are not.
    pub fn is_valid(&self) -> bool {
        let unknown: Vec<&String> =
            self.select.iter().chain(&self.ignore).filter(|name| rules::names().all(|known| known != **name)).collect();
        for name in &unknown {
            let message = match closest(name) {
                Some(meant) => Message::UnknownRuleGuess { name: name.to_string(), meant },
                None => Message::UnknownRule { name: name.to_string() },
            };
            complain(NoticeLevel::Error, "brief-ls", message);
        }
        unknown.is_empty()
    }

    /// The house's settings overridden by this run's: rules selected here are checked even if brief.toml ignores them.
    pub fn over(&self, house: Arc<House>) -> Arc<House> {
        if self.select.is_empty() && self.ignore.is_empty() {
            return house;
        }
        let mut house = House::clone(&house);
        if !self.select.is_empty() {
            house.lint.select.clone_from(&self.select);
            house.lint.ignore.clear();
        }
        house.lint.ignore.extend_from_slice(&self.ignore);
        Arc::new(house)
    }
}

/// The rule or group nearest to `name`, when a slip explains the difference.
pub(super) fn closest(name: &str) -> Option<&'static str> {
    rules::names()
        .map(|known| (strsim::osa_distance(name, known), known))
        .filter(|&(distance, known)| distance <= known.len() / 4 + 1)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}
