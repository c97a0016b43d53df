//! Cases: a brief with the cursor at `|`, and what it is after an action; and the law that no text is lost.

use proptest::prelude::*;

use super::*;
use crate::assist::tests::{at_cursor, snapshot};

/// The text after the action of that title at the cursor; none where it is not offered.
#[track_caller]
fn after(marked: &str, title: &Message) -> Option<String> {
    let (snapshot, offset) = at_cursor(marked);
    let actions = refactorings(&snapshot, Span::at(offset));
    let action = actions.iter().find(|action| action.title == title.clone().into())?;
    Some(edit::apply(snapshot.content(), &action.edits))
}

#[track_caller]
fn check(marked: &str, title: Message, expected: &str) {
    assert_eq!(after(marked, &title).as_deref(), Some(expected));
}

#[track_caller]
fn check_none(marked: &str, title: Message) {
    assert_eq!(after(marked, &title), None);
}

const ZH: [&str; 3] = ["中國擴大與全球南方國家的軍事交流。", "歐盟對俄羅斯石油實施制裁。😀", "日本重啟核能電廠。"];
const EN: [&str; 3] = [
    "China expands military exchanges with the Global South.",
    "The European Union imposes sanctions on Russian oil.",
    "Japan restarts its nuclear power plants.",
];

/// A brief with these points, by index; the marks are made by `mark`.
fn brief_with(zh: &[usize], en: &[usize], mark: fn(usize) -> String) -> String {
    let lines = |texts: [&str; 3], order: &[usize]| -> String {
        order.iter().enumerate().map(|(at, &index)| format!("  {} {}\n", mark(at), texts[index])).collect()
    };
    format!("摘要:\n前言。\n{}\nSummary:\nLead.\n{}", lines(ZH, zh), lines(EN, en))
}

fn bullets(order: [usize; 3]) -> String {
    brief_with(&order, &order, |_| "•".to_owned())
}

fn cursor_in(text: &str, point: &str) -> String {
    let (front, back) = point.split_at(point.char_indices().nth(2).expect("text").0);
    text.replace(point, &format!("{front}|{back}"))
}

/// The text after the action, with the cursor where the action puts it.
#[track_caller]
fn check_cursor(marked: &str, title: Message, expected: &str) {
    let (snapshot, offset) = at_cursor(marked);
    let actions = refactorings(&snapshot, Span::at(offset));
    let action = actions.iter().find(|action| action.title == title.clone().into()).expect("the action is offered");
    let mut after = edit::apply(snapshot.content(), &action.edits);
    after.insert(action.cursor.expect("a place for the cursor"), '|');
    assert_eq!(after, expected);
}

#[test]
fn the_cursor_goes_to_the_new_point() {
    let below = || Message::InsertPairBelow;
    check_cursor(
        "摘要:\n  1. 中|國😀\n  2. 日本\n\nSummary:\n  1. China\n  2. Japan",
        below(),
        "摘要:\n  1. 中國😀\n  2. |\n  3. 日本\n\nSummary:\n  1. China\n  2. \n  3. Japan",
    );
    check_cursor(
        "摘要:\r\n  1. 中國😀\r\n  2. 日本\r\n\r\nSummary:\r\n  1. China\r\n  2. Jap|an",
        below(),
        "摘要:\r\n  1. 中國😀\r\n  2. 日本\r\n  3. \r\n\r\nSummary:\r\n  1. China\r\n  2. Japan\r\n  3. |",
    );
    check_cursor(
        "摘要:\n前言\n  • 甲\n\nSummary:\nLe|ad\n  • A\n",
        Message::InsertFirstPair,
        "摘要:\n前言\n  • \n  • 甲\n\nSummary:\nLead\n  • |\n  • A\n",
    );
}

#[test]
fn what_is_moved_is_not_touched() {
    let text = bullets([0, 1, 2]);
    for (point, title) in [(ZH[1], Message::MovePairUp), (EN[1], Message::MovePairDown), (EN[2], Message::MovePairUp)] {
        let (snapshot, offset) = at_cursor(&cursor_in(&text, point));
        let line = snapshot.line_at(offset);
        let actions = refactorings(&snapshot, Span::at(offset));
        let action = actions.iter().find(|action| action.title == title.clone().into()).expect("the move is offered");
        let own = snapshot.file().lines[line].span;
        let carries_cursor_off = |span: Span| span == Span::at(own.end) || span.start < own.end && own.start < span.end;
        assert!(!action.edits.iter().any(|edit| carries_cursor_off(edit.span)), "{point}");
    }
}

#[test]
fn a_pair_moves_in_both_languages() {
    let text = bullets([0, 1, 2]);
    for points in [ZH, EN] {
        check(&cursor_in(&text, points[1]), Message::MovePairUp, &bullets([1, 0, 2]));
        check(&cursor_in(&text, points[1]), Message::MovePairDown, &bullets([0, 2, 1]));
        check_none(&cursor_in(&text, points[0]), Message::MovePairUp);
        check_none(&cursor_in(&text, points[2]), Message::MovePairDown);
    }
}

#[test]
fn numbers_stay_in_their_places() {
    let numbered = |order: [usize; 3]| brief_with(&order, &order, |at| format!("{}.", at + 1));
    let text = numbered([0, 1, 2]);
    check(&cursor_in(&text, ZH[2]), Message::MovePairUp, &numbered([0, 2, 1]));
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[3] = "  2. ".to_owned();
    lines.insert(4, format!("  3. {}", ZH[1]));
    lines[5] = format!("  4. {}", ZH[2]);
    lines[10] = "  2. ".to_owned();
    lines.insert(11, format!("  3. {}", EN[1]));
    lines[12] = format!("  4. {}", EN[2]);
    check(&cursor_in(&text, EN[0]), Message::InsertPairBelow, &(lines.join("\n") + "\n"));
    let without = brief_with(&[0, 2], &[0, 2], |at| format!("{}.", at + 1));
    check(&cursor_in(&text, EN[1]), Message::DeletePair, &without);
}

#[test]
fn children_go_with_their_parent() {
    let point = |index: usize| {
        (format!("  • {}\n    • 甲{}\n", ZH[index], ZH[index]), format!("  • {}\n    • A: {}\n", EN[index], EN[index]))
    };
    let brief = |order: [usize; 2]| {
        let [first, second] = order.map(point);
        format!("摘要:\n{}{}\nSummary:\n{}{}", first.0, second.0, first.1, second.1)
    };
    let text = brief([0, 1]);
    check(&text.replacen("  • 歐", "  • 歐|", 1), Message::MovePairUp, &brief([1, 0]));
    check_none(&text.replace("甲歐", "甲|歐"), Message::MovePairUp);
}

#[test]
fn the_last_line_has_no_end() {
    let text = bullets([0, 1, 2]).replace('\n', "\r\n");
    let text = text.trim_end();
    let moved = bullets([0, 2, 1]).replace('\n', "\r\n");
    check(&cursor_in(text, EN[2]), Message::MovePairUp, moved.trim_end());
    let deleted = brief_with(&[0, 1], &[0, 1], |_| "•".to_owned()).replace('\n', "\r\n");
    check(&cursor_in(text, EN[2]), Message::DeletePair, deleted.trim_end());
    let inserted = after(&cursor_in(text, EN[2]), &Message::InsertPairBelow).expect("offered");
    assert!(inserted.ends_with("plants.\r\n  • ") && inserted.contains("電廠。\r\n  • \r\n"), "{inserted}");
}

#[test]
fn only_pairs_that_are_certain() {
    let crossed = brief_with(&[0, 1, 2], &[1, 0, 2], |_| "•".to_owned());
    check_none(&cursor_in(&crossed, ZH[2]), Message::MovePairUp);
    let dropped = brief_with(&[0, 1, 2], &[0, 2], |_| "•".to_owned());
    check_none(&cursor_in(&dropped, ZH[1]), Message::DeletePair);
    check_none(&cursor_in(&dropped, ZH[2]), Message::MovePairUp);
    assert!(after(&cursor_in(&dropped, ZH[2]), &Message::DeletePair).is_some());
}

#[test]
fn pairs_that_are_still_empty() {
    let text = "摘要:\n前言\n  • |\n  • \n\nSummary:\nLead\n  • \n  • \n";
    check(text, Message::DeletePair, "摘要:\n前言\n  • \n\nSummary:\nLead\n  • \n");
    let first = "摘要:\n前|言\n\nSummary:\nLead\n";
    check(first, Message::InsertFirstPair, "摘要:\n前言\n  • \n\nSummary:\nLead\n  • \n");
}

#[test]
fn two_points_of_one_language() {
    let text = bullets([0, 1, 2]);
    let label = "Summary".to_owned();
    let swapped = brief_with(&[0, 1, 2], &[1, 0, 2], |_| "•".to_owned());
    check(&cursor_in(&text, EN[0]), Message::SwapWithNext { label: label.clone() }, &swapped);
    let from = text.find("expands").expect("a word");
    let selected = Span::new(from, text.find("imposes").expect("a word"));
    let snapshot = snapshot(&text);
    let actions = refactorings(&snapshot, selected);
    let action = actions.iter().find(|action| action.title == Message::SwapSelected { label: label.clone() }.into());
    assert_eq!(edit::apply(&text, &action.expect("offered").edits), swapped);
}

#[test]
fn keywords_by_strokes() {
    check(
        "關鍵字/Keywords: 軍事、中國、😀、|外交、AI\n",
        Message::SortKeywords,
        "關鍵字/Keywords: AI、中國、外交、軍事、😀\n",
    );
    check_none("關鍵字/Keywords: |中國、外交、軍事\n", Message::SortKeywords);
    check_none("日期/Date: |2025\n", Message::SortKeywords);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is moved or swapped, the brief has the same texts, and the file the same characters.
    #[test]
    fn moves_lose_nothing(
        points in prop::collection::vec((0usize..3, 0usize..2, 0usize..4, any::<bool>()), 1..6),
        crlf in any::<bool>(),
        final_end in any::<bool>(),
    ) {
        let text = generated(&points, crlf, final_end);
        let swaps = ["摘要", "Summary"].map(|label| Message::SwapWithNext { label: label.to_owned() }.into());
        let snapshot = snapshot(&text);
        let offsets: Vec<usize> = snapshot.file().lines.iter().map(|line| line.span.end).collect();
        for offset in offsets {
            for action in refactorings(&snapshot, Span::at(offset)) {
                let after = edit::apply(&text, &action.edits);
                if action.kind == ActionKind::Move || swaps.contains(&action.title) {
                    prop_assert_eq!(sorted_chars(&text), sorted_chars(&after), "{:?}", action.title);
                }
                let (before, after) = (texts(&text), texts(&after));
                let gone = before.len() - after.iter().filter(|text| before.contains(text)).count().min(before.len());
                prop_assert!(gone == 0 || action.title == Message::DeletePair.into(), "{:?}: {before:?} {after:?}", action.title);
            }
        }
    }
}

/// Points of one of three texts, one of two depths, several marks and behind them a wrapped line or none.
fn generated(points: &[(usize, usize, usize, bool)], crlf: bool, final_end: bool) -> String {
    let side = |texts: [&str; 3], wrapped: &str| -> String {
        let mut lines = String::new();
        for (at, &(text, depth, mark, wraps)) in points.iter().enumerate() {
            let depth = if at == 0 { 0 } else { depth };
            let mark = ["•".to_owned(), format!("{}.", at + 1), "（一）".to_owned(), "-".to_owned()][mark].clone();
            lines += &format!("{}{mark} {at}{}\n", "  ".repeat(depth + 1), texts[text]);
            if wraps {
                lines += &format!("{wrapped}\n");
            }
            if mark == "-" {
                lines += "\n";
            }
        }
        lines
    };
    let text = format!("摘要:\n前言。\n{}\nSummary:\nLead.\n{}", side(ZH, "續行。"), side(EN, "goes on."));
    let text = if final_end { text } else { text.trim_end().to_owned() };
    if crlf { text.replace('\n', "\r\n") } else { text }
}

fn texts(text: &str) -> Vec<String> {
    snapshot(text).contexts().flat_map(|cx| blocks::texts(&cx)).collect()
}

fn sorted_chars(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    chars
}
