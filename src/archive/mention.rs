//! Mentions of authors, sources and keywords in the header of a brief.

use crate::brief::{Brief, Field, FieldKind};
use crate::house::House;
use crate::reading::author_list::AuthorList;
use crate::reading::keyword_list::KeywordList;
use crate::reading::source_list;
use crate::text::Span;

/// Kind of thing that a name in the header stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    Author,
    Source,
    Keyword,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    pub kind: NameKind,
    pub span: Span,
}

/// Names in the header of `brief`, which was read from `text`, in order.
pub fn mentions(text: &str, brief: &Brief, house: &House) -> Vec<Mention> {
    brief.fields.iter().flat_map(|field| of_field(text, field, house)).collect()
}

fn of_field(text: &str, field: &Field, house: &House) -> Vec<Mention> {
    let (kind, spans) = match field.kind() {
        Some(FieldKind::Author) => (NameKind::Author, authors(text, field.value)),
        Some(FieldKind::Source) => (NameKind::Source, source_list::parts(text, field.value)),
        Some(FieldKind::Keywords) => (NameKind::Keyword, KeywordList::read(text, field.value, house.keywords()).items),
        _ => return Vec::new(),
    };
    spans.into_iter().filter(|span| !span.is_empty()).map(|span| Mention { kind, span }).collect()
}

fn authors(text: &str, value: Span) -> Vec<Span> {
    AuthorList::read(text, value).names.into_iter().map(|name| name.bare).collect()
}
