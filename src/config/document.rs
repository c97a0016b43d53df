//! Where each key and value of brief.toml stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problem;
use super::messages::Message;
use crate::text::Span;

/// A parsed brief.toml.
#[derive(Debug)]
pub struct TomlDocument<'t> {
    root: Spanned<DeTable<'t>>,
}

impl<'t> TomlDocument<'t> {
    /// The places in `text`, or what keeps it from being TOML.
    pub fn of(text: &'t str) -> Result<TomlDocument<'t>, Vec<Problem>> {
        let (root, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            return Ok(TomlDocument { root });
        }
        let problem = |error: toml::de::Error| Problem {
            span: error.span().map_or(Span::at(text.len()), |range| span(range, text.len())),
            message: Message::Syntax { reason: error.message().to_owned() }.into(),
        };
        Err(errors.into_iter().map(problem).collect())
    }

    pub fn root(&self) -> &DeTable<'t> {
        self.root.get_ref()
    }

    /// The place of a value, by the keys and numbers that lead to it.
    pub fn value(&self, path: &[&str]) -> Option<Span> {
        self.find(path).map(|value| span(value.span(), usize::MAX))
    }

    /// A value that is a string.
    pub fn string(&self, path: &[&str]) -> Option<&str> {
        self.find(path)?.get_ref().as_str()
    }

    fn find(&self, path: &[&str]) -> Option<&Spanned<DeValue<'t>>> {
        let (first, rest) = path.split_first()?;
        let mut value = self.root().get(*first)?;
        for step in rest {
            value = match value.get_ref() {
                DeValue::Table(table) => table.get(*step)?,
                DeValue::Array(array) => array.get(step.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(value)
    }
}

/// Ours of theirs.
pub fn span(range: Range<usize>, end: usize) -> Span {
    let start = range.start.min(end);
    Span::new(start, range.end.clamp(start, end.max(start)))
}
