//! `text/unbalanced`: a bracket or quotation mark without its partner.

use std::sync::Arc;

use super::messages::Message;
use crate::brief::Language;
use crate::language::brackets::{BracketKind as Kind, BracketSide as Side};
use crate::reading::lone_mark::{LoneMark, LoneMarks};
use crate::rules::text_unit::{UnitPlace, text_units};
use crate::rules::{Context, Finding, rule};

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
    for language in Language::ALL {
        let places: Vec<UnitPlace> =
            text_units(cx).into_iter().filter(|place| place.language() == Some(language)).collect();
        let read: Vec<Arc<LoneMarks>> = places.iter().map(|place| cx.memo.lone_marks(&cx.text[place.span()])).collect();
        for (i, marks) in read.iter().enumerate() {
            let alone = marks.lone.iter().filter(|mark| !runs_on(&read, i, mark));
            findings.extend(alone.map(|mark| places[i].finding(RULE.at(mark.span, message(mark)))));
        }
    }
    findings
}

fn message(lone: &LoneMark) -> Message {
    let mark = lone.mark.to_string();
    let partner = lone.bracket.partner.to_string();
    match lone.bracket.side {
        Side::Opens => Message::Unclosed { mark, partner },
        Side::Closes => Message::Unopened { mark, partner },
        Side::Either => Message::OddQuotationMark { mark },
    }
}

/// Most segments over which a quotation may run.
const LONGEST_QUOTATION: usize = 8;

/// Whether segment `i` is part of a quotation that runs over several: the next one opens it again, or a later one closes
/// it.
fn runs_on(read: &[Arc<LoneMarks>], i: usize, lone: &LoneMark) -> bool {
    if !matches!(lone.bracket.kind, Kind::Double | Kind::Corner | Kind::WhiteCorner) {
        return false;
    }
    let of_kind = |marks: &Arc<LoneMarks>| {
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
