//! `text/unbalanced`: a bracket or quotation mark without its partner.

use std::sync::Arc;

use super::messages::Message;
use crate::brief::Language;
use crate::language::brackets::{Bracket, BracketKind as Kind, BracketSide as Side, Nesting};
use crate::reading::address::{addresses, in_any};
use crate::rules::passage::{Located, Passage, passages};
use crate::rules::{Context, Finding, rule};
use crate::text::{Span, half_width};

rule! {
    /// Reports a bracket or double quotation mark that has no partner in its paragraph or point.
    ///
    /// A full-width bracket may close a half-width one. Apostrophes and single quotation marks never count, nor do the
    /// brackets of `1)` and `a)`, smileys, and the marks of inches. A quotation that runs over several paragraphs may open
    /// in each and close in the last.
    ///
    /// ## Why
    /// The reader cannot tell where a quotation or an aside ends. Mostly a part of the text got lost with the mark.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 北京擴大散布「美國衰退論，吸引更多國家。
    /// ```
    /// Only the writer knows where the partner belongs:
    /// ```brief good
    /// 摘要:
    ///   • 北京擴大散布「美國衰退論」，吸引更多國家。
    /// ```
    "text/unbalanced", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    for language in [Language::Chinese, Language::English] {
        let located: Vec<Located> =
            passages(cx).into_iter().filter(|located| located.place.language() == Some(language)).collect();
        let read: Vec<Arc<Marks>> = located
            .iter()
            .map(|located| cx.memo.marks.get(&cx.text[located.span], |_| Marks::of(&located.passage(cx))))
            .collect();
        for (i, marks) in read.iter().enumerate() {
            let alone = marks.lone.iter().filter(|mark| !runs_on(&read, i, mark));
            findings.extend(alone.map(|mark| located[i].finding(RULE.at(mark.span, mark.message()))));
        }
    }
    findings
}

/// What counts of a passage's marks for its neighbours.
#[derive(Debug)]
pub(in crate::rules) struct Marks {
    /// The mark that it begins with.
    first: Option<Bracket>,
    lone: Vec<Lone>,
}

impl Marks {
    fn of(passage: &Passage) -> Marks {
        let first = passage.lines.first().and_then(|&line| passage.text[line].chars().next());
        Marks { first: first.and_then(Bracket::of), lone: lone_marks(passage) }
    }
}

/// A mark without its partner.
#[derive(Debug, Clone, Copy)]
struct Lone {
    span: Span,
    mark: char,
    bracket: Bracket,
}

impl Lone {
    fn message(&self) -> Message {
        let mark = self.mark.to_string();
        let partner = self.bracket.partner.to_string();
        match self.bracket.side {
            Side::Opens => Message::Unclosed { mark, partner },
            Side::Closes => Message::Unopened { mark, partner },
            Side::Either => Message::OddQuotationMark { mark },
        }
    }
}

/// Marks of that text that are alone, one a kind: the first cause mostly explains the others.
fn lone_marks(passage: &Passage) -> Vec<Lone> {
    let text = passage.text;
    if !passage.lines.iter().any(|&line| text[line].contains(|c| Bracket::of(c).is_some())) {
        return Vec::new();
    }
    let addresses: Vec<Span> = passage.lines.iter().flat_map(|&line| addresses(text, line)).collect();
    let chars = passage.chars();
    let mut lone: Vec<Lone> = Vec::new();
    let mut open = Nesting::default();
    let mut quotes: Vec<Lone> = Vec::new();
    let mut inches = false;
    for (i, &(at, c)) in chars.iter().enumerate() {
        let Some(bracket) = Bracket::of(c) else {
            continue;
        };
        let Bracket { kind, side, .. } = bracket;
        if in_any(&addresses, at) {
            continue;
        }
        let mark = Lone { span: Span::new(at, at + c.len_utf8()), mark: c, bracket };
        match side {
            _ if kind == Kind::Double => {
                inches |=
                    side != Side::Opens && is_behind_digit(&chars, i) && (side == Side::Either || quotes.is_empty());
                quotes.push(mark);
            }
            Side::Opens => open.open(kind, mark),
            _ => match open.close(kind) {
                Some(_) => {}
                None if ends_interval(text, &mark, &mut open) => {}
                None if is_list_number(&chars, i) || is_smiley(&chars, i) => {}
                None => lone.push(mark),
            },
        }
    }
    let smiley = |lone: &Lone| {
        let i = chars.partition_point(|&(at, _)| at < lone.span.start);
        lone.bracket.kind == Kind::Round && is_smiley(&chars, i)
    };
    lone.extend(open.into_open().map(|(_, lone)| lone).filter(|lone| !smiley(lone)));
    lone.extend(lone_quote(&quotes).filter(|_| !inches));
    one_a_cause(lone)
}

fn is_behind_digit(chars: &[(usize, char)], i: usize) -> bool {
    i > 0 && half_width(chars[i - 1].1).is_ascii_digit()
}

/// `[0, 1)`: the bracket of the other kind that opens two numbers is closed by this one.
fn ends_interval(text: &str, close: &Lone, open: &mut Nesting<Kind, Lone>) -> bool {
    let other = match close.bracket.kind {
        Kind::Round => Kind::Square,
        Kind::Square => Kind::Round,
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
fn lone_quote(quotes: &[Lone]) -> Option<Lone> {
    if quotes.len().is_multiple_of(2) {
        return None;
    }
    let mut open: Option<Lone> = None;
    for &quote in quotes {
        match (open, quote.bracket.side) {
            (None, Side::Closes) => return Some(quote),
            (Some(first), Side::Opens) => return Some(first),
            (Some(_), _) => open = None,
            (None, _) => open = Some(quote),
        }
    }
    open
}

/// 「 that is closed by 』 is one fault, not two.
fn one_a_cause(lone: Vec<Lone>) -> Vec<Lone> {
    let mut sorted = lone;
    sorted.sort_by_key(|lone| lone.span);
    let mut kept: Vec<Lone> = Vec::new();
    for lone in sorted {
        let explained = kept.iter().any(|other| {
            other.bracket.kind == lone.bracket.kind
                || (other.bracket.side == Side::Opens
                    && lone.bracket.side == Side::Closes
                    && alike(other.bracket.kind, lone.bracket.kind))
        });
        if !explained {
            kept.push(lone);
        }
    }
    kept
}

fn alike(a: Kind, b: Kind) -> bool {
    let family = |kind: Kind| match kind {
        Kind::Corner | Kind::WhiteCorner | Kind::Double => 0,
        Kind::Title | Kind::Article => 1,
        Kind::Round | Kind::Square | Kind::Lenticular => 2,
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

/// How many texts further a quotation may end.
const LONGEST_QUOTATION: usize = 8;

/// Whether text `i` is a part of a quotation that runs over several: the next one opens it again, or another closes what
/// this one opens.
fn runs_on(read: &[Arc<Marks>], i: usize, lone: &Lone) -> bool {
    if !matches!(lone.bracket.kind, Kind::Double | Kind::Corner | Kind::WhiteCorner) {
        return false;
    }
    let of_kind = |marks: &Arc<Marks>| {
        marks.lone.iter().find(|mark| mark.bracket.kind == lone.bracket.kind).map(|mark| mark.bracket.side)
    };
    let opened_again = (read.get(i + 1).and_then(|next| next.first))
        .is_some_and(|first| first.kind == lone.bracket.kind && first.side != Side::Closes);
    let closed_later =
        read[i + 1..].iter().take(LONGEST_QUOTATION).find_map(of_kind).is_some_and(|side| side != Side::Opens);
    let opened_before =
        read[..i].iter().rev().take(LONGEST_QUOTATION).find_map(of_kind).is_some_and(|side| side != Side::Closes);
    let opens = lone.bracket.side != Side::Closes && (opened_again || closed_later);
    let closes = lone.bracket.side != Side::Opens && opened_before;
    opens || closes
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn marks_that_are_alone() {
        for (open, close) in
            [("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"), ("（", "）"), ("(", ")"), ("[", "]")]
        {
            check(&RULE, &format!("摘要:\n一\n• 中國«{open}»全球😀\n• 𠮷{open}一{close}\n"), None);
            check(&RULE, &format!("摘要:\n中國全球«{close}»國家\n"), None);
            check(&RULE, &format!("Summary:\r\n• the {open}order{close} of «{open}»states\r\n"), None);
        }
        check(&RULE, "摘要:\n他說“中國”與«“»俄國\n", None);
        check(&RULE, "Summary:\n• He said «\"»no.\n• China\n• \"Yes\" and “no\" 👨‍👩‍👧\n", None);
        let findings = run(&RULE, "Summary:\nOne\n• Two\n• Three (\n");
        assert_eq!(findings[0].points.english, [2]);
    }

    #[test]
    fn one_cause_is_one_finding() {
        check(&RULE, "摘要:\n• 他說«「»中國』強大\n• «《»中國〉\n• 他«「»說「中國\n", None);
    }

    #[test]
    fn lines_of_one_text() {
        check_quiet(&RULE, "摘要:\n• 中國（全球\n南方）國家\n");
    }

    #[test]
    fn marks_that_need_no_partner() {
        for text in [
            "China's leaders' ‘order and the '90s",
            "1) one 2) two a) three iv) four （五）",
            "first: 1) this, (2) that",
            "a 5\" gun; 3'6\"",
            "a 5” gun",
            "shares in [0, 1) and (5, 10%]",
            "nice :) and :( or ;-)",
            "https://en.wikipedia.org/wiki/A_(b and more",
            "Bloomberg (www.thepaper.cn) and (see https://x.tw/a_(b).)",
            "（half-width)",
            "“one” and ”two”",
            "「一（二」三）",
        ] {
            check_quiet(&RULE, &format!("摘要:\n{text}\n• {text}\n\nSummary:\n{text}\n• {text}\n"));
        }
        check_quiet(&RULE, "摘要:\n• 包括一)軍事、二)外交\n1) 三\n(2) 四\n");
        check_quiet(&RULE, "作者: X (IISS\n");
    }

    #[test]
    fn quotations_over_several_paragraphs() {
        check_quiet(&RULE, "Summary:\nHe said: “One.\n\n“Two.\n\n“Three.”\n\nAnd more.\n");
        check_quiet(&RULE, "Summary:\n\"One.\n\n\"Two.\n\n\"Three.\"\n");
        check_quiet(&RULE, "摘要:\n他說：「一。\n\n二。」\n");
        check(&RULE, "Summary:\n“One.”\n\n«“»Two.\n\nThree.\n", None);
    }
}
