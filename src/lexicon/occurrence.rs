//! Where a name stands in a text.

use crate::text::{Span, is_latin};

/// Every place where `name` stands: Latin words whole and in any case, Han anywhere.
pub fn occurrences<'t>(text: &'t str, name: &'t str) -> Box<dyn Iterator<Item = Span> + 't> {
    if !name.is_ascii() || name.is_empty() {
        return Box::new(text.match_indices(name).map(|(at, found)| Span::new(at, at + found.len())));
    }
    let starts = text.char_indices().map(|(at, _)| at);
    Box::new(starts.filter_map(move |at| {
        let found = text.get(at..at + name.len())?;
        let is_whole = !text[..at].ends_with(is_latin) && !text[at + name.len()..].starts_with(is_latin);
        (is_whole && found.eq_ignore_ascii_case(name)).then(|| Span::new(at, at + name.len()))
    }))
}
