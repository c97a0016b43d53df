//! A text unit: a field's value, or a segment of a section. Most rules about characters, marks and words look at one unit
//! and nothing else, so what they find is kept by its text and a keystroke costs one unit.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::{Check, Context, Finding, Memo, RULES};
use crate::brief::{FieldKind, Segment};
use crate::house::House;
use crate::language::Language;
use crate::lexicon::TermMatch;
use crate::text::{LineEnd, Span, content_lines};

/// Places in a unit, and those of its findings, are bytes from its start.
#[derive(Debug)]
pub struct TextUnit<'a> {
    pub text: &'a str,
    pub kind: UnitKind,
    /// How the lines of the file end.
    pub line_end: LineEnd,
    house: &'a House,
    memo: &'a Memo,
    /// Without blanks at their ends: those are the layout's business. None is empty.
    pub lines: Vec<Span>,
}

/// The kind of a unit, which is all that rules know of its surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitKind {
    Value(Option<FieldKind>),
    Segment(Language),
}

/// The place of a unit in the file.
#[derive(Debug, Clone, Copy)]
pub enum UnitPlace {
    Value { kind: Option<FieldKind>, span: Span },
    Segment(Segment),
}

impl<'a> TextUnit<'a> {
    /// The terms that its text uses, read as text of that language.
    pub fn terms_in(&self, language: Language) -> Arc<Vec<TermMatch>> {
        self.memo.bitext.terms(self.house.terms(), language, self.text)
    }

    /// A segment's language; none for values.
    pub fn language(&self) -> Option<Language> {
        self.kind.language()
    }

    /// Every character with its place, without line ends and the blanks around them.
    pub fn chars(&self) -> Vec<(usize, char)> {
        let in_line = |line: &Span| {
            let start = line.start;
            self.text[*line].char_indices().map(move |(at, c)| (start + at, c)).collect::<Vec<_>>()
        };
        self.lines.iter().flat_map(in_line).collect()
    }
}

impl UnitKind {
    fn language(self) -> Option<Language> {
        match self {
            UnitKind::Segment(language) => Some(language),
            UnitKind::Value(_) => None,
        }
    }
}

impl UnitPlace {
    pub fn span(self) -> Span {
        match self {
            UnitPlace::Value { span, .. } => span,
            UnitPlace::Segment(segment) => segment.span,
        }
    }

    pub fn kind(self) -> UnitKind {
        match self {
            UnitPlace::Value { kind, .. } => UnitKind::Value(kind),
            UnitPlace::Segment(segment) => UnitKind::Segment(segment.language),
        }
    }

    pub fn language(self) -> Option<Language> {
        self.kind().language()
    }

    pub fn unit<'a>(self, cx: &Context<'a>) -> TextUnit<'a> {
        let text = &cx.text[self.span()];
        let lines = content_lines(text).collect();
        TextUnit { text, kind: self.kind(), line_end: cx.file.line_end(), house: cx.house, memo: cx.memo, lines }
    }

    /// Turns a finding in the unit into one in the file.
    pub fn finding(self, in_unit: Finding) -> Finding {
        let finding = in_unit.shift(self.span().start);
        match self {
            UnitPlace::Segment(segment) => finding.about(&segment),
            UnitPlace::Value { .. } => finding,
        }
    }
}

/// Every value and segment of the brief that holds any text; within a section in the order of the text.
pub fn text_units(cx: &Context) -> Vec<UnitPlace> {
    let values = cx.brief.fields.iter().map(|field| UnitPlace::Value { kind: field.kind(), span: field.value });
    let segments = cx.brief.sections.iter().flat_map(|section| section.segments_in_order());
    let all = values.chain(segments.map(UnitPlace::Segment));
    all.filter(|place| !place.span().trim(cx.text).is_empty()).collect()
}

/// The findings of all rules of units in the brief.
pub fn findings(cx: &Context) -> Vec<Finding> {
    let in_file = |place: UnitPlace| {
        let identity = identity(place.kind(), cx.file.line_end());
        let found = cx.memo.unit_findings.get_of_kind(identity, &cx.text[place.span()], |_| all_in(&place.unit(cx)));
        found.iter().map(|finding| place.finding(finding.clone())).collect::<Vec<_>>()
    };
    text_units(cx).into_iter().flat_map(in_file).collect()
}

/// The findings of one check in the brief, computed anew.
pub fn findings_of(check: fn(&TextUnit) -> Vec<Finding>, cx: &Context) -> Vec<Finding> {
    let in_file = |place: UnitPlace| {
        check(&place.unit(cx)).into_iter().map(move |finding| place.finding(finding)).collect::<Vec<_>>()
    };
    text_units(cx).into_iter().flat_map(in_file).collect()
}

fn all_in(unit: &TextUnit) -> Vec<Finding> {
    let checks = RULES.iter().flat_map(|rule| rule.checks).filter_map(|check| match check {
        Check::TextUnit(check) => Some(check),
        _ => None,
    });
    checks.flat_map(|check| check(unit)).collect()
}

/// A key that tells units of the same text apart.
fn identity(kind: UnitKind, line_end: LineEnd) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, line_end).hash(&mut hasher);
    hasher.finish()
}
