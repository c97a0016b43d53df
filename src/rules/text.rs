//! Rules about the characters, marks and words of a text, whatever it says.

pub mod fullwidth_in_english;
pub mod invisible;
pub mod lookalike;
pub mod repeated_punctuation;
pub mod repeated_word;
pub mod simplified;
pub mod unbalanced;

use std::sync::LazyLock;

use regex::Regex;

use super::{Context, Finding, Rule};
use crate::brief::{Brief, FieldKind, Language};
use crate::messages::Message;
use crate::text::{Span, is_blank, split_lines};

/// What is read as one: a field's value, a paragraph or a point.
#[derive(Debug)]
struct Piece {
    place: Place,
    /// Its lines without blanks at their ends: those are the layout's business. None is empty.
    lines: Vec<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Value(Option<FieldKind>),
    /// The number is the point's, 0 for the lead, none for paragraphs behind the points.
    Section(Language, Option<usize>),
}

impl Piece {
    fn new(text: &str, span: Span, place: Place) -> Piece {
        let lines = split_lines(&text[span]).map(|(line, _)| trimmed(text, line.shift(span.start)));
        Piece { place, lines: lines.filter(|line| !line.is_empty()).collect() }
    }

    fn language(&self) -> Option<Language> {
        match self.place {
            Place::Section(language, _) => Some(language),
            Place::Value(_) => None,
        }
    }

    /// A finding that carries the point's number.
    fn finding(&self, rule: &'static Rule, span: Span, message: Message) -> Finding {
        let finding = rule.at(span, message);
        match self.place {
            Place::Section(Language::Chinese, Some(number)) => finding.points(vec![number], Vec::new()),
            Place::Section(Language::English, Some(number)) => finding.points(Vec::new(), vec![number]),
            _ => finding,
        }
    }

    /// Every character with its place. Line ends, and the blanks round them, are left out.
    fn chars(&self, text: &str) -> Vec<(usize, char)> {
        let in_line = |line: &Span| {
            let start = line.start;
            text[*line].char_indices().map(move |(at, c)| (start + at, c)).collect::<Vec<_>>()
        };
        self.lines.iter().flat_map(in_line).collect()
    }
}

/// Every value, paragraph and point of the brief that holds any text.
fn pieces(cx: &Context) -> Vec<Piece> {
    let values = cx.brief.fields.iter().map(|field| Piece::new(cx.text, field.value, Place::Value(field.kind())));
    let pieces = values.chain(section_pieces(cx.text, cx.brief));
    pieces.filter(|piece| !piece.lines.is_empty()).collect()
}

/// Every paragraph and point, in the order of the text within a section.
fn section_pieces<'a>(text: &'a str, brief: &'a Brief) -> impl Iterator<Item = Piece> + 'a {
    brief.sections.iter().flat_map(move |section| {
        let lead = section.lead.iter().map(|lead| (Some(0), lead.text));
        let points = (1..).zip(&section.points).map(|(number, point)| (Some(number), point.text));
        let extra = section.extra.iter().map(|extra| (None, extra.text));
        let mut texts: Vec<_> = lead.chain(points).chain(extra).collect();
        texts.sort_by_key(|&(_, span)| span);
        let piece = move |(number, span)| Piece::new(text, span, Place::Section(section.language, number));
        texts.into_iter().map(piece).filter(|piece| !piece.lines.is_empty())
    })
}

fn trimmed(text: &str, span: Span) -> Span {
    let start = span.end - text[span].trim_start_matches(is_blank).len();
    Span::new(start, start + text[start..span.end].trim_end_matches(is_blank).len())
}

/// Web addresses on a line: nothing in them is touched. They end where Chinese text or a full-width mark begins.
fn addresses(text: &str, line: Span) -> Vec<Span> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:\b[a-z][a-z+.-]*://|\bwww\.)[^\s\p{Han}，。；：？！、（）「」『』《》〈〉“”]+")
            .expect("a pattern")
    });
    let content = &text[line];
    if !content.contains("://") && !content.contains("www.") {
        return Vec::new();
    }
    let spans = ADDRESS.find_iter(content).map(|found| {
        let end = found.start() + without_closing_marks(found.as_str()).len();
        Span::new(found.start(), end).shift(line.start)
    });
    spans.collect()
}

/// An address without the stop and the bracket behind it.
fn without_closing_marks(address: &str) -> &str {
    const MARKS: [char; 11] = ['.', ',', ';', ':', '!', '?', '\'', '"', ']', '>', '’'];
    let trimmed = address.trim_end_matches(MARKS);
    if trimmed.matches(')').count() <= trimmed.matches('(').count() {
        return trimmed;
    }
    trimmed.strip_suffix(')').map_or(trimmed, |inside| inside.trim_end_matches(MARKS))
}

/// Whether `offset` lies in one of `spans`, which are in order and do not overlap.
fn in_any(spans: &[Span], offset: usize) -> bool {
    let behind = spans.partition_point(|span| span.start <= offset);
    spans[..behind].last().is_some_and(|span| span.contains(offset))
}

/// Distinct strings in the order in which they come, a few of them, as a message shows them.
fn some_of(strings: impl IntoIterator<Item = String>, between: &str) -> String {
    const SHOWN: usize = 8;
    let mut distinct: Vec<String> = Vec::new();
    for string in strings {
        if !distinct.contains(&string) {
            distinct.push(string);
        }
        if distinct.len() > SHOWN {
            break;
        }
    }
    let more = if distinct.len() > SHOWN { "…" } else { "" };
    distinct.truncate(SHOWN);
    distinct.join(between) + more
}
