//! A parsed brief.toml, with the place of each key and value.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problem;
use super::messages::Message;
use crate::text::Span;

/// A parsed brief.toml that knows the place of each value.
#[derive(Debug)]
pub struct TomlDocument<'t> {
    root: Spanned<DeTable<'t>>,
}

impl<'t> TomlDocument<'t> {
    /// Parses `text`; fails with its errors of syntax.
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

    /// Place of a value, given the keys and indices that lead to it.
    pub fn value(&self, path: &[&str]) -> Option<Span> {
        self.find(path).map(|value| span(value.span(), usize::MAX))
    }

    /// The value there, if it is a string.
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

/// A range of the `toml` crate as a span, within `end`.
pub fn span(range: Range<usize>, end: usize) -> Span {
    let start = range.start.min(end);
    Span::new(start, range.end.clamp(start, end.max(start)))
}
