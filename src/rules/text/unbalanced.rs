//! `text/unbalanced`: a bracket or quotation mark without its partner.

use std::sync::{Arc, LazyLock};

use super::messages::Message;
use crate::brief::Language;
use crate::reading::address::{addresses, in_any};
use crate::rules::passage::{Located, Passage, passages};
use crate::rules::{Context, Finding, rule};
use crate::text::{Cache, Span, half_width};

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
    static KNOWN: LazyLock<Cache<Marks>> = LazyLock::new(Cache::default);
    let mut findings = Vec::new();
    for language in [Language::Chinese, Language::English] {
        let located: Vec<Located> =
            passages(cx).into_iter().filter(|located| located.place.language() == Some(language)).collect();
        let read: Vec<Arc<Marks>> = located
            .iter()
            .map(|located| KNOWN.get(&cx.text[located.span], |_| Marks::of(&located.passage(cx))))
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
struct Marks {
    /// The mark that it begins with.
    first: Option<(Kind, Side)>,
    lone: Vec<Lone>,
}

impl Marks {
    fn of(passage: &Passage) -> Marks {
        let first = passage.lines.first().and_then(|&line| passage.text[line].chars().next());
        Marks { first: first.and_then(kind_of), lone: lone_marks(passage) }
    }
}

/// A kind of bracket or quotation mark: eight of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Corner,
    WhiteCorner,
    Title,
    Article,
    Lenticular,
    Round,
    Square,
    /// Curly and straight ones together: they are mixed too often to be told apart.
    Double,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    /// A straight quotation mark.
    Either,
}

fn kind_of(c: char) -> Option<(Kind, Side)> {
    use Kind::*;
    use Side::*;
    Some(match c {
        '「' => (Corner, Opens),
        '」' => (Corner, Closes),
        '『' => (WhiteCorner, Opens),
        '』' => (WhiteCorner, Closes),
        '《' => (Title, Opens),
        '》' => (Title, Closes),
        '〈' => (Article, Opens),
        '〉' => (Article, Closes),
        '【' => (Lenticular, Opens),
        '】' => (Lenticular, Closes),
        '(' | '（' => (Round, Opens),
        ')' | '）' => (Round, Closes),
        '[' | '［' => (Square, Opens),
        ']' | '］' => (Square, Closes),
        '“' | '„' | '‟' | '〝' => (Double, Opens),
        '”' | '〞' | '〟' => (Double, Closes),
        '"' | '＂' => (Double, Either),
        _ => return None,
    })
}

/// A mark without its partner.
#[derive(Debug, Clone, Copy)]
struct Lone {
    span: Span,
    mark: char,
    kind: Kind,
    side: Side,
}

impl Lone {
    fn message(&self) -> Message {
        let mark = self.mark.to_string();
        let partner = partner(self.mark).to_string();
        match self.side {
            Side::Opens => Message::Unclosed { mark, partner },
            Side::Closes => Message::Unopened { mark, partner },
            Side::Either => Message::OddQuotationMark { mark },
        }
    }
}

fn partner(mark: char) -> char {
    const PAIRS: [&str; 14] =
        ["「」", "『』", "《》", "〈〉", "【】", "()", "（）", "[]", "［］", "“”", "„”", "‟”", "〝〞", "〝〟"];
    let other = |pair: &str| {
        let mut chars = pair.chars();
        let (open, close) = (chars.next()?, chars.next()?);
        (mark == open).then_some(close).or((mark == close).then_some(open))
    };
    PAIRS.into_iter().find_map(other).unwrap_or(mark)
}

/// Marks of that text that are alone, one a kind: the first cause mostly explains the others.
fn lone_marks(passage: &Passage) -> Vec<Lone> {
    let text = passage.text;
    if !passage.lines.iter().any(|&line| text[line].contains(|c| kind_of(c).is_some())) {
        return Vec::new();
    }
    let addresses: Vec<Span> = passage.lines.iter().flat_map(|&line| addresses(text, line)).collect();
    let chars = passage.chars();
    let mut lone: Vec<Lone> = Vec::new();
    let mut open: [Vec<Lone>; 8] = Default::default();
    let mut quotes: Vec<Lone> = Vec::new();
    let mut inches = false;
    for (i, &(at, c)) in chars.iter().enumerate() {
        let Some((kind, side)) = kind_of(c) else {
            continue;
        };
        if in_any(&addresses, at) {
            continue;
        }
        let mark = Lone { span: Span::new(at, at + c.len_utf8()), mark: c, kind, side };
        match side {
            _ if kind == Kind::Double => {
                inches |=
                    side != Side::Opens && is_behind_digit(&chars, i) && (side == Side::Either || quotes.is_empty());
                quotes.push(mark);
            }
            Side::Opens => open[kind as usize].push(mark),
            _ => match open[kind as usize].pop() {
                Some(_) => {}
                None if ends_interval(text, &mark, &mut open) => {}
                None if is_list_number(&chars, i) || is_smiley(&chars, i) => {}
                None => lone.push(mark),
            },
        }
    }
    let smiley = |lone: &Lone| {
        let i = chars.partition_point(|&(at, _)| at < lone.span.start);
        lone.kind == Kind::Round && is_smiley(&chars, i)
    };
    lone.extend(open.into_iter().flatten().filter(|lone| !smiley(lone)));
    lone.extend(lone_quote(&quotes).filter(|_| !inches));
    one_a_cause(lone)
}

fn is_behind_digit(chars: &[(usize, char)], i: usize) -> bool {
    i > 0 && half_width(chars[i - 1].1).is_ascii_digit()
}

/// `[0, 1)`: the bracket of the other kind that opens two numbers is closed by this one.
fn ends_interval(text: &str, close: &Lone, open: &mut [Vec<Lone>; 8]) -> bool {
    let other = match close.kind {
        Kind::Round => Kind::Square,
        Kind::Square => Kind::Round,
        _ => return false,
    };
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.' | '-' | '%');
    let opens = open[other as usize].last().is_some_and(|open| {
        let inside = &text[open.span.end..close.span.start];
        inside.contains(',') && inside.chars().all(is_number)
    });
    opens && open[other as usize].pop().is_some()
}

/// Where the number of quotation marks is odd, the one that is most likely alone.
fn lone_quote(quotes: &[Lone]) -> Option<Lone> {
    if quotes.len().is_multiple_of(2) {
        return None;
    }
    let mut open: Option<Lone> = None;
    for &quote in quotes {
        match (open, quote.side) {
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
            other.kind == lone.kind
                || (other.side == Side::Opens && lone.side == Side::Closes && alike(other.kind, lone.kind))
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
    if !matches!(lone.kind, Kind::Double | Kind::Corner | Kind::WhiteCorner) {
        return false;
    }
    let of_kind = |marks: &Arc<Marks>| marks.lone.iter().find(|mark| mark.kind == lone.kind).map(|mark| mark.side);
    let opened_again = (read.get(i + 1).and_then(|next| next.first))
        .is_some_and(|(kind, side)| kind == lone.kind && side != Side::Closes);
    let closed_later =
        read[i + 1..].iter().take(LONGEST_QUOTATION).find_map(of_kind).is_some_and(|side| side != Side::Opens);
    let opened_before =
        read[..i].iter().rev().take(LONGEST_QUOTATION).find_map(of_kind).is_some_and(|side| side != Side::Closes);
    let opens = lone.side != Side::Closes && (opened_again || closed_later);
    let closes = lone.side != Side::Opens && opened_before;
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
