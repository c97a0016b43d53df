//! A passage: what is read as one, a field's value, a paragraph or a point. Most rules about characters, marks and words
//! look at one passage and nothing else, so what they find is kept by its text and a keystroke costs one passage.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::{Check, Context, Finding, Memo, RULES};
use crate::brief::{FieldKind, Language};
use crate::house::House;
use crate::lexicon::TermMatch;
use crate::text::{LineEnd, Span, content_lines};

/// Places in a passage, and those of its findings, are bytes from its start.
#[derive(Debug)]
pub struct Passage<'a> {
    pub text: &'a str,
    pub place: Place,
    /// How the lines of the file end.
    pub line_end: LineEnd,
    house: &'a House,
    memo: &'a Memo,
    /// Without blanks at their ends: those are the layout's business. None is empty.
    pub lines: Vec<Span>,
}

/// Where a passage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Value(Option<FieldKind>),
    Section(Language),
}

/// A passage of the brief in question.
#[derive(Debug, Clone, Copy)]
pub struct Located {
    pub span: Span,
    pub place: Place,
    /// The point's number, 0 for the lead; none for values and for paragraphs behind the points.
    pub number: Option<usize>,
}

impl<'a> Passage<'a> {
    fn new(text: &'a str, place: Place, cx: &Context<'a>) -> Passage<'a> {
        Passage {
            text,
            place,
            line_end: cx.file.line_end(),
            house: cx.house,
            memo: cx.memo,
            lines: content_lines(text).collect(),
        }
    }

    /// The terms that its text uses, read as text of that language.
    pub fn terms_in(&self, language: Language) -> Arc<Vec<TermMatch>> {
        self.memo.bitext.terms(self.house.terms(), language, self.text)
    }

    /// The section's language; none in the header.
    pub fn language(&self) -> Option<Language> {
        self.place.language()
    }

    /// Every character with its place. Line ends, and the blanks round them, are left out.
    pub fn chars(&self) -> Vec<(usize, char)> {
        let in_line = |line: &Span| {
            let start = line.start;
            self.text[*line].char_indices().map(move |(at, c)| (start + at, c)).collect::<Vec<_>>()
        };
        self.lines.iter().flat_map(in_line).collect()
    }
}

impl Place {
    pub fn language(self) -> Option<Language> {
        match self {
            Place::Section(language) => Some(language),
            Place::Value(_) => None,
        }
    }
}

impl Located {
    pub fn passage<'a>(&self, cx: &Context<'a>) -> Passage<'a> {
        Passage::new(&cx.text[self.span], self.place, cx)
    }

    /// A finding in the passage, as one in the file.
    pub fn finding(&self, in_passage: Finding) -> Finding {
        let finding = in_passage.shift(self.span.start);
        match (self.place, self.number) {
            (Place::Section(language), Some(number)) => finding.point(language, number),
            _ => finding,
        }
    }
}

/// Every value, paragraph and point of the brief that holds any text; within a section in the order of the text.
pub fn passages(cx: &Context) -> Vec<Located> {
    let values = cx.brief.fields.iter().map(|field| (field.value, Place::Value(field.kind()), None));
    let mut all: Vec<_> = values.collect();
    for section in &cx.brief.sections {
        let place = Place::Section(section.language);
        all.extend(section.segments_in_order().iter().map(|segment| (segment.span, place, segment.number())));
    }
    let located = all.into_iter().map(|(span, place, number)| Located { span, place, number });
    located.filter(|located| !located.span.trim(cx.text).is_empty()).collect()
}

/// What the rules that look at one passage find in those of the brief.
pub fn findings(cx: &Context) -> Vec<Finding> {
    let in_file = |located: Located| {
        let kind = kind(located.place, cx.file.line_end());
        let make = |_: &str| all_in(&located.passage(cx));
        let found = cx.memo.passages.get_of_kind(kind, &cx.text[located.span], make);
        found.iter().map(|finding| located.finding(finding.clone())).collect::<Vec<_>>()
    };
    passages(cx).into_iter().flat_map(in_file).collect()
}

/// What one check finds in them, made anew.
pub fn findings_of(check: fn(&Passage) -> Vec<Finding>, cx: &Context) -> Vec<Finding> {
    let in_file = |located: Located| {
        check(&located.passage(cx)).into_iter().map(move |finding| located.finding(finding)).collect::<Vec<_>>()
    };
    passages(cx).into_iter().flat_map(in_file).collect()
}

fn all_in(passage: &Passage) -> Vec<Finding> {
    let of_passages = RULES.iter().flat_map(|rule| rule.checks).filter_map(|check| match check {
        Check::Passage(check) => Some(check),
        _ => None,
    });
    of_passages.flat_map(|check| check(passage)).collect()
}

/// What tells passages of the same text from one another.
fn kind(place: Place, line_end: LineEnd) -> u64 {
    let mut hasher = DefaultHasher::new();
    (place, line_end).hash(&mut hasher);
    hasher.finish()
}
