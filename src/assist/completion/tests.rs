//! Cases: a brief with the cursor at `|`, and what is offered first.

use super::*;
use crate::text::Text;

#[track_caller]
fn run(marked: &str) -> (String, Vec<Completion>) {
    let offset = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let today = jiff::civil::date(2026, 3, 2);
    let completions = complete(&Snapshot::new(Text::new(&text, 1), true, Default::default(), today), offset);
    for completion in &completions {
        let typed = &text[completion.span.range()];
        assert!(completion.filter.starts_with(typed), "{typed:?} starts no {:?}", completion.filter);
        assert_eq!(completion.span, completions[0].span, "one common range");
        assert_eq!(completion.span.end, offset);
    }
    (text, completions)
}

/// Checks that the first offers are `expected`, and replace `typed`.
#[track_caller]
fn check(marked: &str, typed: &str, expected: &[&str]) {
    let (text, completions) = run(marked);
    let labels: Vec<&str> = completions.iter().map(|completion| completion.label.as_str()).collect();
    assert!(labels.starts_with(expected), "offered {labels:?}");
    assert_eq!(&text[completions[0].span.range()], typed);
}

#[track_caller]
fn check_none(marked: &str) {
    assert_eq!(run(marked).1, []);
}

#[test]
fn keywords_by_every_key() {
    for typed in ["外交", "外", "waijiao", "wai", "WAI", "wj", "diplo", "Diplomacy", "ㄨㄞ"] {
        check(&format!("關鍵字/Keywords: {typed}|"), typed, &["外交"]);
        check(&format!("關鍵字/Keywords：軍事、{typed}|"), typed, &["外交"]);
        check(&format!("關鍵字/Keywords: 軍事，😀、 {typed}|、中國"), typed, &["外交"]);
    }
}

#[test]
fn latin_behind_han_is_a_new_key() {
    check("關鍵字/Keywords: 軍事wai|", "wai", &["外交"]);
}

#[test]
fn keywords_of_the_text_come_first_and_used_ones_not_at_all() {
    let (_, offered) = run("關鍵字/Keywords: 中國、|\n\n摘要:\n歐盟與中國談外交。\n");
    let labels: Vec<&str> = offered.iter().map(|completion| completion.label.as_str()).collect();
    assert!(!labels.contains(&"中國"));
    assert!(labels[..2].contains(&"歐盟") && labels[..2].contains(&"外交"), "{:?}", &labels[..4]);
    let (_, offered) = run("關鍵字/Keywords: |中國");
    assert!(offered.len() > 100);
}

#[test]
fn sources_by_every_name() {
    let iiss = "International Institute for Strategic Studies";
    for typed in
        ["International Institute for St", "international institute for st", "IISS", "iiss", "國際戰略", "iiss.org"]
    {
        check(&format!("網站來源/Source: {typed}|"), typed, &[iiss]);
    }
    assert!(run("來源: |").1.len() > 300);
}

#[test]
fn dates() {
    check("日期/Date: |", "", &["03/02/2026"]);
    check("日期/Date: 03/|", "03/", &["03/02/2026"]);
    check("日期/Date: today|", "today", &["03/02/2026"]);
    check("日期/Date: 2025年4月17日|", "2025年4月17日", &["04/17/2025"]);
    check("日期/Date:\n2025-04-17|", "2025-04-17", &["04/17/2025"]);
}

#[test]
fn labels_that_are_missing() {
    check("作|", "作", &["作者/Author(s)"]);
    check("作者: X\n\nda|", "da", &["日期/Date"]);
    check("作者: X\n\n|", "", &["標題/Title", "網站來源/Source", "日期/Date", "關鍵字/Keywords"]);
    check("作者: X\n\n摘要:\n中國。\n  • 甲\n\nSu|", "Su", &["Summary"]);
    check("|\n日期: 04/17/2025\n", "", &["標題/Title", "作者/Author(s)"]);
}

#[test]
fn prose_is_left_alone() {
    check_none("作者: Erik|");
    check_none("作者: X\n\n摘要:\n中國正積極推動|\n\nSummary:\nChina\n");
    check_none("摘要:|");
}

#[test]
fn a_whole_brief_in_an_empty_file() {
    for text in ["|", " \n|\n"] {
        let (_, offered) = run(text);
        assert_eq!(offered.len(), 1);
        assert!(offered[0].snippet.as_ref().is_some_and(|snippet| snippet.contains("$1")));
        assert!(offered[0].insert.contains("日期/Date: 03/02/2026\n"));
    }
}
