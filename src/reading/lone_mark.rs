//! Brackets and double quotation marks that stand in a text without their partner.

use super::address::{addresses, in_any};
use crate::language::brackets::{Bracket, BracketKind, BracketSide, Nesting};
use crate::text::{Span, content_lines, half_width};

/// A mark without its partner.
#[derive(Debug, Clone, Copy)]
pub struct LoneMark {
    pub span: Span,
    pub mark: char,
    pub bracket: Bracket,
}

/// The marks of a text that matter to it and to its neighbours.
#[derive(Debug)]
pub struct LoneMarks {
    /// The mark that the text begins with.
    pub first: Option<Bracket>,
    /// In order of place, one a kind: the first cause mostly explains the others.
    pub lone: Vec<LoneMark>,
}

impl LoneMarks {
    pub fn of(text: &str) -> LoneMarks {
        let lines: Vec<Span> = content_lines(text).collect();
        let first = lines.first().and_then(|&line| text[line].chars().next());
        LoneMarks { first: first.and_then(Bracket::of), lone: lone_marks(text, &lines) }
    }
}

fn lone_marks(text: &str, lines: &[Span]) -> Vec<LoneMark> {
    if !lines.iter().any(|&line| text[line].contains(|c| Bracket::of(c).is_some())) {
        return Vec::new();
    }
    let addresses: Vec<Span> = lines.iter().flat_map(|&line| addresses(text, line)).collect();
    let in_line = |line: &Span| text[*line].char_indices().map(|(at, c)| (line.start + at, c)).collect::<Vec<_>>();
    let chars: Vec<(usize, char)> = lines.iter().flat_map(in_line).collect();
    let mut lone: Vec<LoneMark> = Vec::new();
    let mut open = Nesting::default();
    let mut quotes: Vec<LoneMark> = Vec::new();
    let mut inches = false;
    for (i, &(at, c)) in chars.iter().enumerate() {
        let Some(bracket) = Bracket::of(c) else {
            continue;
        };
        let Bracket { kind, side, .. } = bracket;
        if in_any(&addresses, at) {
            continue;
        }
        let mark = LoneMark { span: Span::new(at, at + c.len_utf8()), mark: c, bracket };
        match side {
            _ if kind == BracketKind::Double => {
                inches |= side != BracketSide::Opens
                    && is_behind_digit(&chars, i)
                    && (side == BracketSide::Either || quotes.is_empty());
                quotes.push(mark);
            }
            BracketSide::Opens => open.open(kind, mark),
            _ => match open.close(kind) {
                Some(_) => {}
                None if ends_interval(text, &mark, &mut open) => {}
                None if is_list_number(&chars, i) || is_smiley(&chars, i) => {}
                None => lone.push(mark),
            },
        }
    }
    let smiley = |lone: &LoneMark| {
        let i = chars.partition_point(|&(at, _)| at < lone.span.start);
        lone.bracket.kind == BracketKind::Round && is_smiley(&chars, i)
    };
    lone.extend(open.into_open().map(|(_, lone)| lone).filter(|lone| !smiley(lone)));
    lone.extend(lone_quote(&quotes).filter(|_| !inches));
    one_a_cause(lone)
}

fn is_behind_digit(chars: &[(usize, char)], i: usize) -> bool {
    i > 0 && half_width(chars[i - 1].1).is_ascii_digit()
}

/// `[0, 1)`: the bracket of the other kind that opens two numbers is closed by this one.
fn ends_interval(text: &str, close: &LoneMark, open: &mut Nesting<BracketKind, LoneMark>) -> bool {
    let other = match close.bracket.kind {
        BracketKind::Round => BracketKind::Square,
        BracketKind::Square => BracketKind::Round,
        _ => return false,
    };
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.' | '-' | '%');
    let opens = open.innermost_of(other).is_some_and(|open| {
        let inside = &text[open.span.end..close.span.start];
        inside.contains(',') && inside.chars().all(is_number)
    });
    opens && open.close(other).is_some()
}

/// Where the number of quotation marks is odd, the one that is most likely alone.
fn lone_quote(quotes: &[LoneMark]) -> Option<LoneMark> {
    if quotes.len().is_multiple_of(2) {
        return None;
    }
    let mut open: Option<LoneMark> = None;
    for &quote in quotes {
        match (open, quote.bracket.side) {
            (None, BracketSide::Closes) => return Some(quote),
            (Some(first), BracketSide::Opens) => return Some(first),
            (Some(_), _) => open = None,
            (None, _) => open = Some(quote),
        }
    }
    open
}

/// 「 that is closed by 』 is one fault, not two.
fn one_a_cause(lone: Vec<LoneMark>) -> Vec<LoneMark> {
    let mut sorted = lone;
    sorted.sort_by_key(|lone| lone.span);
    let mut kept: Vec<LoneMark> = Vec::new();
    for lone in sorted {
        let explained = kept.iter().any(|other| {
            other.bracket.kind == lone.bracket.kind
                || (other.bracket.side == BracketSide::Opens
                    && lone.bracket.side == BracketSide::Closes
                    && alike(other.bracket.kind, lone.bracket.kind))
        });
        if !explained {
            kept.push(lone);
        }
    }
    kept
}

fn alike(a: BracketKind, b: BracketKind) -> bool {
    let family = |kind: BracketKind| match kind {
        BracketKind::Corner | BracketKind::WhiteCorner | BracketKind::Double => 0,
        BracketKind::Title | BracketKind::Article => 1,
        BracketKind::Round | BracketKind::Square | BracketKind::Lenticular => 2,
    };
    family(a) == family(b)
}

/// `1)`, `a)`, `iv)`, `三）` at the beginning of the text or behind a blank or mark.
fn is_list_number(chars: &[(usize, char)], close: usize) -> bool {
    let is_part = |c: char| half_width(c).is_ascii_alphanumeric() || "一二三四五六七八九十甲乙丙丁".contains(c);
    let number: Vec<char> = chars[..close].iter().rev().map(|&(_, c)| c).take(5).take_while(|&c| is_part(c)).collect();
    let is_roman = number.iter().all(|c| "ivxIVX".contains(*c));
    (1..=2).contains(&number.len()) && (number.len() == 1 || number.iter().all(|c| !c.is_alphabetic() || !c.is_ascii()))
        || (1..=4).contains(&number.len()) && is_roman
}

/// `:)`, `;-(` and their like.
fn is_smiley(chars: &[(usize, char)], bracket: usize) -> bool {
    let before = |back: usize| bracket.checked_sub(back).map(|i| chars[i].1);
    let is_eyes = |c: Option<char>| matches!(c, Some(':' | ';' | '=' | '^'));
    let ends = chars.get(bracket + 1).is_none_or(|&(_, c)| !c.is_alphanumeric());
    ends && (is_eyes(before(1)) || before(1) == Some('-') && is_eyes(before(2)))
}
