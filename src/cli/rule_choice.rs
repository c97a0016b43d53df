//! Which rules a run looks at: `--select` and `--ignore`, by rule or by group.

use super::complain;
use crate::messages::Message;
use crate::rules::{Finding, RULES};

#[derive(Debug, Clone, clap::Args)]
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
        let unknown: Vec<&String> = self.select.iter().chain(&self.ignore).filter(|name| !is_known(name)).collect();
        for name in &unknown {
            let message = match closest(name) {
                Some(meant) => Message::UnknownRuleGuess { name: name.to_string(), meant },
                None => Message::UnknownRule { name: name.to_string() },
            };
            complain("error", "brief-ls", &message);
        }
        unknown.is_empty()
    }

    pub fn wants(&self, finding: &Finding) -> bool {
        let named =
            |names: &[String]| names.iter().any(|name| name == finding.rule.name || name == finding.rule.group());
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

fn is_known(name: &str) -> bool {
    RULES.iter().any(|rule| rule.name == name || rule.group() == name)
}

/// The rule or group nearest to `name`, when a slip explains the difference.
pub(super) fn closest(name: &str) -> Option<&'static str> {
    let names = RULES.iter().flat_map(|rule| [rule.name, rule.group()]);
    names
        .map(|known| (strsim::osa_distance(name, known), known))
        .filter(|&(distance, known)| distance <= known.len() / 4 + 1)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}
