//! What is compared of two texts that answer each other: a term, value or acronym, and what the other text has of it.

use crate::lexicon::Term;
use crate::reading::value::Value;
use crate::text::Span;

/// A term, value or acronym of one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub span: Span,
    pub subject: Subject,
    pub status: Status,
    /// It shares characters with a longer item, which says more.
    pub is_covered: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject {
    Term(&'static Term),
    Value(Value),
    /// With what the glossary knows it as.
    Acronym(Option<&'static Term>),
}

/// What the other text has of an item.
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    /// The same, at these places; nowhere in particular where only parts of words say it (Chinese for 中國).
    Matched(Vec<Span>),
    /// Some of its words, which may say it or not (援助 for foreign aid).
    Hinted,
    /// Something else, at this place.
    Mismatched(Span),
    Missing,
}

impl Item {
    pub(super) fn new(span: Span, subject: Subject, status: Status) -> Item {
        Item { span, subject, status, is_covered: false }
    }

    /// The value, if it is one.
    pub fn value(&self) -> Option<&Value> {
        match &self.subject {
            Subject::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The term, if it is one.
    pub fn term(&self) -> Option<&'static Term> {
        match self.subject {
            Subject::Term(term) => Some(term),
            _ => None,
        }
    }

    /// Whether both are the same term.
    pub fn is_same_term(&self, other: &Item) -> bool {
        self.term().zip(other.term()).is_some_and(|(own, other)| std::ptr::eq(own, other))
    }
}

impl Status {
    /// With its places where `place` puts them.
    pub fn moved(&self, place: impl Fn(Span) -> Span) -> Status {
        match self {
            Status::Matched(places) => Status::Matched(places.iter().map(|&span| place(span)).collect()),
            Status::Mismatched(span) => Status::Mismatched(place(*span)),
            status => status.clone(),
        }
    }
}
