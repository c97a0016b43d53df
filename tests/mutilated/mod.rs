//! Texts that look more or less like briefs: parts of them in any order, and briefs with wounds.

use proptest::collection::vec;
use proptest::prelude::*;

/// One of these, in any order, is a line.
const PARTS: &[&str] = &[
    "作者/Author(s): ",
    "日期/Date：",
    "**關鍵字/Keywords:** ",
    "來源",
    "譯者：",
    "日期/Data: ",
    "摘要:",
    "Summary:",
    "摘要/Abstract：",
    "【摘要：】",
    "## Summary",
    "# ",
    "**",
    "【",
    "】",
    "_",
    "[",
    "]",
    "---",
    "***",
    "＊＊＊",
    ":",
    "：",
    "•",
    "• ",
    "- ",
    "*",
    "o ",
    "1. ",
    "２）",
    "（三）",
    "四、",
    "⑤",
    "\u{f0b7}",
    "\t",
    "  ",
    "    ",
    "\u{3000}",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "中國",
    "北京看到了機會。",
    "China",
    "a sentence.",
    "https://x.tw/",
    "04/17/2025",
    "😀",
    "𠮷",
    "é",
    "\u{b}",
    "\u{2028}",
    "\u{85}",
    "，",
    "/",
    "／",
];

const LINES: &[&str] = &[
    "作者/Author(s): Erik Green",
    "網站來源/Source：國際戰略研究所",
    "日期/Date: 04/17/2025",
    "關鍵字/Keywords:",
    "摘要:",
    "Summary: ",
    "中國正積極推動新秩序。",
    "China seeks a new order.",
    "  • 習近平",
    "    • Xi Jinping",
    "\u{f0b7}",
    "---",
    "",
    "\u{a0}",
];

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(LINES).prop_map(str::to_owned),
        2 => vec(prop::sample::select(PARTS), 0..6).prop_map(|parts| parts.concat()),
    ]
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop_oneof![6 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\n\n")]
}

/// Lines of briefs in any order.
pub fn brief() -> impl Strategy<Value = String> {
    (any::<bool>(), vec((line(), line_end()), 0..40), line()).prop_map(|(bom, lines, last)| {
        let lines: String = lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect();
        format!("{}{lines}{last}", if bom { "\u{feff}" } else { "" })
    })
}

/// The same text, but in some places characters are taken out or put in.
pub fn mutilated(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let wound = (any::<prop::sample::Index>(), 0..4usize, prop::sample::select(PARTS));
    (text, vec(wound, 0..8)).prop_map(|(text, wounds)| {
        let mut chars: Vec<char> = text.chars().collect();
        for (place, removed, put_in) in wounds {
            let start = place.index(chars.len() + 1);
            let end = (start + removed).min(chars.len());
            chars.splice(start..end, put_in.chars());
        }
        chars.into_iter().collect()
    })
}
