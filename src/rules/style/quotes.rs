//! `style/quotes`: quotation marks of other scripts in Chinese text.

use super::messages::Message;
use crate::brief::Language;
use crate::language::brackets::{Bracket, BracketSide, Nesting};
use crate::reading::address::{addresses, in_any};
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span, is_han};

rule! {
    /// Reports curly or straight quotation marks in Chinese text, where `「」` and inside them `『』` belong.
    ///
    /// Quotations without any Chinese in them keep their marks, and marks without a partner are `text/unbalanced`'s.
    ///
    /// ## Why
    /// `“”` are the marks of mainland China; straight ones do not even tell where a quotation begins.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 北京擴大散布“美國衰退論”。
    /// ```
    /// The fix puts in the Chinese marks, pair by pair:
    /// ```brief good
    /// 摘要:
    ///   • 北京擴大散布「美國衰退論」。
    /// ```
    "style/quotes", Hint, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    let is_quote = |c: char| !is_corner(c) && QuoteMark::of(c).is_some();
    if unit.language() != Some(Language::Chinese) || !unit.text.contains(is_quote) {
        return Vec::new();
    }
    let pairs = pairs(unit);
    let Some(first) = pairs.iter().find(|pair| pair.is_foreign(unit.text)) else {
        return Vec::new();
    };
    let edits = edits(unit.text, &pairs);
    let message = Message::ForeignQuotes { text: unit.text[first.open].to_owned() + &unit.text[first.close] };
    vec![RULE.at(first.open.cover(first.close), message).quick_fix(Message::ToCornerBrackets, edits)]
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum QuoteMark {
    Corner,
    WhiteCorner,
    Double,
    Straight,
    Single,
    StraightSingle,
}

impl QuoteMark {
    fn of(c: char) -> Option<QuoteMark> {
        Some(match c {
            '「' | '」' => QuoteMark::Corner,
            '『' | '』' => QuoteMark::WhiteCorner,
            '“' | '”' | '„' => QuoteMark::Double,
            '"' | '＂' => QuoteMark::Straight,
            '‘' | '’' => QuoteMark::Single,
            '\'' => QuoteMark::StraightSingle,
            _ => return None,
        })
    }
}

fn is_corner(c: char) -> bool {
    matches!(c, '「' | '」' | '『' | '』')
}

/// An opening mark with the closing one.
#[derive(Debug, Clone, Copy)]
struct QuotePair {
    open: Span,
    close: Span,
}

impl QuotePair {
    /// Whether the marks are of another script although they hold Chinese.
    fn is_foreign(&self, text: &str) -> bool {
        let inside = &text[self.open.end..self.close.start];
        !text[self.open].contains(is_corner) && inside.contains(is_han)
    }

    fn holds(&self, other: &QuotePair) -> bool {
        self.open.end <= other.open.start && other.close.end <= self.close.start
    }
}

/// The pairs of a text, in order of their opening marks; none where any mark but a single one has no partner.
fn pairs(unit: &TextUnit) -> Vec<QuotePair> {
    let addresses: Vec<Span> = unit.lines.iter().flat_map(|&line| addresses(unit.text, line)).collect();
    let chars = unit.chars();
    let mut open: Nesting<QuoteMark, Span> = Nesting::default();
    let mut pairs = Vec::new();
    for (i, &(at, c)) in chars.iter().enumerate() {
        let Some(mark) = QuoteMark::of(c).filter(|_| !in_any(&addresses, at)) else {
            continue;
        };
        let span = Span::new(at, at + c.len_utf8());
        let before = i.checked_sub(1).map(|i| chars[i].1);
        let behind = chars.get(i + 1).map(|&(_, c)| c);
        let is_open = open.innermost() == Some(mark);
        match side(mark, c, before, behind, is_open) {
            QuoteSide::Opens => open.open(mark, span),
            QuoteSide::Closes if is_open => pairs.extend(open.close(mark).map(|open| QuotePair { open, close: span })),
            // An apostrophe, or the mark of feet and inches.
            QuoteSide::Closes | QuoteSide::Neither
                if matches!(mark, QuoteMark::Single | QuoteMark::StraightSingle | QuoteMark::Straight) => {}
            _ => return Vec::new(),
        }
    }
    if open.into_open().any(|(mark, _)| !matches!(mark, QuoteMark::Single | QuoteMark::StraightSingle)) {
        return Vec::new();
    }
    pairs.sort_by_key(|pair| pair.open);
    pairs
}

#[derive(Clone, Copy)]
enum QuoteSide {
    Opens,
    Closes,
    Neither,
}

fn side(mark: QuoteMark, c: char, before: Option<char>, behind: Option<char>, is_open: bool) -> QuoteSide {
    let in_word = before.is_some_and(|c| c.is_ascii_alphanumeric());
    match mark {
        QuoteMark::Corner | QuoteMark::WhiteCorner | QuoteMark::Double | QuoteMark::Single => match c {
            '‘' => QuoteSide::Opens,
            _ if Bracket::of(c).is_some_and(|bracket| bracket.side == BracketSide::Opens) => QuoteSide::Opens,
            _ => QuoteSide::Closes,
        },
        QuoteMark::Straight if is_open => QuoteSide::Closes,
        QuoteMark::Straight if before.is_some_and(|c| c.is_ascii_digit()) => QuoteSide::Neither,
        QuoteMark::Straight => QuoteSide::Opens,
        QuoteMark::StraightSingle if is_open && !behind.is_some_and(|c| c.is_ascii_alphabetic()) => QuoteSide::Closes,
        QuoteMark::StraightSingle if !in_word && behind.is_some_and(is_han) => QuoteSide::Opens,
        QuoteMark::StraightSingle => QuoteSide::Neither,
    }
}

/// Edits that put corner brackets for foreign pairs, and adapt the pairs inside them.
fn edits(text: &str, pairs: &[QuotePair]) -> Vec<Edit> {
    let mut edits = Vec::new();
    // The pairs round the present one that are, or become, corner brackets; whether they are foreign.
    let mut around: Vec<(&QuotePair, bool)> = Vec::new();
    for pair in pairs {
        while around.last().is_some_and(|(outer, _)| !outer.holds(pair)) {
            around.pop();
        }
        let (is_foreign, is_corner) = (pair.is_foreign(text), text[pair.open].contains(is_corner));
        if is_foreign || is_corner && around.iter().any(|&(_, foreign)| foreign) {
            let [open, close] = if around.len().is_multiple_of(2) { ["「", "」"] } else { ["『", "』"] };
            let replaced = [(pair.open, open), (pair.close, close)].map(|(span, mark)| Edit::replace(span, mark));
            edits.extend(replaced.into_iter().filter(|edit| text[edit.span] != edit.text));
        }
        if is_foreign || is_corner {
            around.push((pair, is_foreign));
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn curly_marks() {
        check(&RULE, "摘要:\n• «“中國”»與‘俄國’😀\n", Some("摘要:\n• 「中國」與「俄國」😀\n"));
        check(&RULE, "摘要:\r\n«“𠮷‘野’家”»\r\n", Some("摘要:\r\n「𠮷『野』家」\r\n"));
        check(&RULE, "摘要:\n他說«“北京「機會」”»\n", Some("摘要:\n他說「北京『機會』」\n"));
        check(&RULE, "摘要:\n他說「北京«“機會”»」\n", Some("摘要:\n他說「北京『機會』」\n"));
        assert_eq!(run(&RULE, "摘要:\n一\n• “二”\n")[0].points.chinese, [1]);
    }

    #[test]
    fn straight_marks() {
        check(&RULE, "摘要:\n• «\"中國\"»與'俄國'，5\"砲\n", Some("摘要:\n• 「中國」與「俄國」，5\"砲\n"));
        check(&RULE, "摘要:\n• «\"一\"»\n  \"二\"\n", Some("摘要:\n• 「一」\n  「二」\n"));
    }

    #[test]
    fn what_is_right_or_someone_else_s() {
        check_quiet(
            &RULE,
            "摘要:\n• 「中國『俄國』」《聯合國憲章》〈外交〉\n• “Global South”、\"MND\"、China's、’90s、it’s\n",
        );
        check_quiet(&RULE, "摘要:\n• “中國\n• 中國”\n• \"中國\n• 「“中」國”\n");
        check_quiet(&RULE, "作者: “王”小明\n\nSummary:\n• the “中國” and \"俄國\"\n");
    }
}
