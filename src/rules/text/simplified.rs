//! `text/simplified`: characters that Taiwan does not write.

use super::messages::Message;
use super::some_of;
use crate::brief::{FieldKind, Language};
use crate::lexicon::traditional;
use crate::reading::address::in_any;
use crate::reading::keyword_reading::{KeywordItem, KeywordMeaning};
use crate::rules::text_unit::{TextUnit, UnitKind, UnitPlace, text_units};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span, is_han};

rule! {
    /// Reports simplified characters in Chinese text and in the header.
    ///
    /// Only characters that traditional text never holds are reported, once for each paragraph or point; 台, 后 or 里 are
    /// not among them. Japanese with kana in it is left alone.
    ///
    /// ## Why
    /// They are overlooked when a text was pasted from a Chinese source, and readers in Taiwan see them at once.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中国积極推動新秩序。
    /// ```
    /// The fix replaces them one by one:
    /// ```brief good
    /// 摘要:
    ///   • 中國積極推動新秩序。
    /// ```
    ///
    /// Some of them stand for two traditional characters (复 for 復 and 複); the fix puts in the more usual one, so it is
    /// never applied unasked.
    "text/simplified", Warning, Brief(check), TextUnit(in_unit)
}

/// The findings in keywords, apart from those that the rules for keywords report.
fn check(cx: &Context) -> Vec<Finding> {
    let is_keywords = |place: &UnitPlace| place.kind() == UnitKind::Value(Some(FieldKind::Keywords));
    let in_field = |place: UnitPlace| {
        let elsewhere = reported_keywords(cx);
        let reported = |at| in_any(&elsewhere, place.span().start + at);
        in_text(&place.unit(cx), reported).map(|finding| place.finding(finding))
    };
    text_units(cx).into_iter().filter(is_keywords).filter_map(in_field).collect()
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    match unit.kind {
        UnitKind::Segment(Language::English) | UnitKind::Value(Some(FieldKind::Link | FieldKind::Keywords)) => {
            Vec::new()
        }
        _ => in_text(unit, |_| false).into_iter().collect(),
    }
}

fn in_text(unit: &TextUnit, is_reported_elsewhere: impl Fn(usize) -> bool) -> Option<Finding> {
    let text = unit.text;
    let mut edits: Vec<Edit> = Vec::new();
    for &line in &unit.lines {
        let found = simplified(&text[line]).map(|(at, c, usual)| {
            let start = line.start + at;
            Edit::replace(Span::new(start, start + c.len_utf8()), usual)
        });
        edits.extend(found.filter(|edit| !is_reported_elsewhere(edit.span.start)));
    }
    // Hakka writes 个; among other simplified characters it is one of them.
    if edits.iter().all(|edit| &text[edit.span] == "个") {
        return None;
    }
    let first = edits.first()?.span;
    let adjacent = edits.windows(2).take_while(|pair| pair[0].span.end == pair[1].span.start).count();
    let simplified = some_of(edits.iter().map(|edit| text[edit.span].to_owned()), "");
    let traditional = some_of(edits.iter().map(|edit| edit.text.clone()), "");
    let message = Message::SimplifiedCharacters { simplified, traditional };
    let finding = RULE.at(first.cover(edits[adjacent].span), message);
    Some(finding.quick_fix(Message::ReplaceSimplified, edits))
}

/// Keywords that the rules for them replace or remove as a whole.
fn reported_keywords(cx: &Context) -> Vec<Span> {
    let is_reported = |item: &KeywordItem| {
        item.repeats.is_some() || matches!(item.meaning, KeywordMeaning::Misspelt(_) | KeywordMeaning::Simplified(_))
    };
    let items = cx.brief.field(FieldKind::Keywords).map(|field| cx.keyword_items(field)).unwrap_or_default();
    items.into_iter().filter(is_reported).map(|item| item.span).collect()
}

/// Simplified characters with their places and replacements.
fn simplified(text: &str) -> impl Iterator<Item = (usize, char, char)> {
    let usual = |(at, c): (usize, char)| match c {
        '里' if is_inside(text, at) => Some((at, c, '裡')),
        c => Some((at, c, traditional(c))).filter(|_| is_han(c) && traditional(c) != c),
    };
    text.char_indices().filter_map(usual).filter(|&(at, ..)| !is_japanese(text, at))
}

/// Whether 里 means inside: 这里 and 哪里 with one character of each script. Alone it is a village or a mile, and 這里程碑 is
/// a milestone.
fn is_inside(text: &str, at: usize) -> bool {
    text[..at].ends_with(['這', '哪']) && !text[at + '里'.len_utf8()..].starts_with(['程', '約', '長', '昂'])
}

/// Whether the words around that place hold kana, within the length of a word.
fn is_japanese(text: &str, at: usize) -> bool {
    let is_kana = |c: char| matches!(c, '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}');
    const NEAR: usize = 16;
    let mut before = text[..at].chars().rev().take(NEAR).take_while(|&c| is_han(c) || is_kana(c));
    let mut behind = text[at..].chars().take(NEAR).take_while(|&c| is_han(c) || is_kana(c));
    before.any(is_kana) || behind.any(is_kana)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn one_finding_a_text() {
        check(&RULE, "摘要:\n中«国军队»\n• 「«团结»」，《发展》\n", Some("摘要:\n中國軍隊\n• 「團結」，《發展》\n"));
        check(&RULE, "摘要:\n• 😀𠮷«为»了👨‍👩‍👧\n台湾\n", Some("摘要:\n• 😀𠮷為了👨‍👩‍👧\n台灣\n"));
        let findings = run(&RULE, "摘要:\n國\n• 一\n• 国\n");
        assert_eq!(findings[0].points.chinese, [2]);
        assert!(!findings[0].fixes[0].safe);
    }

    #[test]
    fn values_of_the_header() {
        check(&RULE, "作者: 王«国华»\n網站來源：«国»防院\r\n", Some("作者: 王國華\n網站來源：國防院\r\n"));
    }

    #[test]
    fn keywords_have_a_rule() {
        check_quiet(&RULE, "關鍵字: 军事、中国、軍事、军事\n");
        check(&RULE, "關鍵字: 军事、甲乙丙«国»\n", Some("關鍵字: 军事、甲乙丙國\n"));
    }

    #[test]
    fn what_taiwan_writes() {
        check_quiet(
            &RULE,
            "摘要:\n• 台灣、皇后、公里、村庄、虱目魚、叱咤風雲、晒太陽、恒春、倒霉、一出戲、才能、占領、群眾、裡面\n",
        );
        check_quiet(&RULE, "Summary:\n• the 国务院 (State Council)\n");
        check_quiet(&RULE, "摘要:\n• 《国際協力のあり方》\n");
        check_quiet(&RULE, "摘要:\n• 「佢係當硬頸个細人」\n");
        check(&RULE, "摘要:\n• 一«个»小国\n", Some("摘要:\n• 一個小國\n"));
    }

    #[test]
    fn variants_that_slip_in() {
        check(&RULE, "摘要:\n• 國«内»情况，横向着眼\n• «爲»何\n", Some("摘要:\n• 國內情況，橫向著眼\n• 為何\n"));
        check(&RULE, "摘要:\n• 這«里»和哪里😀\n", Some("摘要:\n• 這裡和哪裡😀\n"));
        check_quiet(&RULE, "摘要:\n• 這里程碑、這里長、公里、那里約\n");
    }
}
