//! The findings that a house reports, and the severity of each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::messages::Message;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
    Info,
    Hint,
}

impl Severity {
    pub const ALL: [Severity; 4] = [Severity::Error, Severity::Warning, Severity::Info, Severity::Hint];

    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
            Severity::Hint => "hint",
        }
    }

    /// Its word for people; programs read [`Severity::as_str`].
    pub fn word(self) -> Message {
        match self {
            Severity::Error => Message::Error,
            Severity::Warning => Message::Warning,
            Severity::Info => Message::Info,
            Severity::Hint => Message::Hint,
        }
    }
}

/// Settings of rules for one file. Rules are named whole (`date/invalid`) or by group (`date`); the more exact name
/// wins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lint {
    /// Rules to check; all if empty.
    pub select: Vec<String>,
    /// Rules to leave out; wins over `select` among equally exact names.
    pub ignore: Vec<String>,
    /// Severities that replace the rules' own; the last one wins.
    pub severity: Vec<(String, Severity)>,
    /// Findings that are not reported, since the text is right as it is.
    pub accepted: Vec<Accepted>,
}

/// A finding that a person has accepted, identified by its rule and its text, so that edits elsewhere do not bring it
/// back.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Accepted {
    pub rule: String,
    pub text: String,
}

impl Accepted {
    /// Compares texts by words: blanks and line ends are all alike.
    pub fn matches(&self, rule: &str, text: &str) -> bool {
        self.rule == rule && same_words(&self.text, text)
    }
}

impl Lint {
    pub fn is_on(&self, rule: &str) -> bool {
        let selected = exactness(self.select.iter(), rule);
        let ignored = exactness(self.ignore.iter(), rule);
        (self.select.is_empty() || selected > 0) && (ignored == 0 || selected > ignored)
    }

    /// Severity that the house gives to a rule.
    pub fn severity(&self, rule: &str) -> Option<Severity> {
        let given = self.severity.iter().filter(|(name, _)| covers(name, rule) > 0);
        given.max_by_key(|(name, _)| covers(name, rule)).map(|&(_, severity)| severity)
    }

    /// Whether a finding of `rule` on `text` was accepted.
    pub fn accepts(&self, rule: &str, text: &str) -> bool {
        self.accepted.iter().any(|accepted| accepted.matches(rule, text))
    }
}

fn exactness<'n>(names: impl Iterator<Item = &'n String>, rule: &str) -> usize {
    names.map(|name| covers(name, rule)).max().unwrap_or(0)
}

/// Exactness of a name for `rule`: 2 for its own, 1 for its group's, 0 for any other.
fn covers(name: &str, rule: &str) -> usize {
    match rule.strip_prefix(name) {
        Some("") => 2,
        Some(rest) if rest.starts_with('/') => 1,
        _ => 0,
    }
}

fn same_words(one: &str, two: &str) -> bool {
    one.split_whitespace().eq(two.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| name.to_string()).collect()
    }

    #[track_caller]
    fn check(select: &[&str], ignore: &[&str], on: &[&str], off: &[&str]) {
        let lint = Lint { select: names(select), ignore: names(ignore), ..Lint::default() };
        for rule in on {
            assert!(lint.is_on(rule), "{rule} is off");
        }
        for rule in off {
            assert!(!lint.is_on(rule), "{rule} is on");
        }
    }

    #[test]
    fn the_more_exact_name_wins() {
        check(&[], &[], &["date/invalid", "text/avoid"], &[]);
        check(&["date"], &[], &["date/invalid"], &["dates/invalid", "text/avoid"]);
        check(&[], &["date"], &["text/avoid"], &["date/invalid"]);
        check(&["date"], &["date/invalid"], &["date/format"], &["date/invalid"]);
        check(&["date/invalid"], &["date"], &["date/invalid"], &["date/format"]);
        check(&["date"], &["date"], &[], &["date/invalid", "text/avoid"]);
    }

    #[test]
    fn severities_of_groups_and_rules() {
        let severity = vec![
            ("date/future".to_owned(), Severity::Error),
            ("date".to_owned(), Severity::Hint),
            ("text".to_owned(), Severity::Info),
            ("text".to_owned(), Severity::Error),
        ];
        let lint = Lint { severity, ..Lint::default() };
        assert_eq!(lint.severity("date/future"), Some(Severity::Error));
        assert_eq!(lint.severity("date/invalid"), Some(Severity::Hint));
        assert_eq!(lint.severity("text/avoid"), Some(Severity::Error));
        assert_eq!(lint.severity("points/empty"), None);
    }

    #[test]
    fn accepted_by_rule_and_text() {
        let accepted = vec![Accepted { rule: "date/future".into(), text: "04/17 2099".into() }];
        let lint = Lint { accepted, ..Lint::default() };
        assert!(lint.accepts("date/future", "04/17\n 2099"));
        assert!(!lint.accepts("date/future", "04/18 2099"));
        assert!(!lint.accepts("date/invalid", "04/17 2099"));
    }
}
