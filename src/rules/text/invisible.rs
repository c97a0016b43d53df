//! `text/invisible`: characters that nobody sees and every program stumbles over.

use encoding_rs::WINDOWS_1252;

use super::messages::Message;
use super::some_of;
use crate::brief::{BriefFile, LineKind};
use crate::reading::address::{addresses, in_any};
use crate::rules::text_unit::{TextUnit, UnitKind};
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span, is_blank};

rule! {
    /// Reports characters that cannot be seen: zero-width characters, soft hyphens, control characters, line separators
    /// that no editor shows as such.
    ///
    /// They come with text from web pages, PDF files and Word. What holds an emoji such as 👨‍👩‍👧 together, or belongs to
    /// Arabic or Indian scripts, is left alone, as is everything inside a web address.
    ///
    /// ## Why
    /// A search for 軍事 does not find it with a zero-width space in the middle, and a control character can stop a
    /// whole page from being printed.
    ///
    /// ## Example
    /// ```brief bad
    /// Summary:
    ///   • China seeks a new inter­national order.
    /// ```
    /// The fix removes them:
    /// ```brief good
    /// Summary:
    ///   • China seeks a new international order.
    /// ```
    ///
    /// Word's line break (U+000B) and its like (U+000C, U+0085, U+2028, U+2029) become a real line end, so that two
    /// points on one line never become one; whether the lines are then joined, `points/wrapped` tells. In a header value
    /// they become a space, unless a label follows. U+0080 to U+009F are marks of Windows that were read in the wrong
    /// encoding, and become those marks (’ “ ” –).
    "text/invisible", Warning, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    in_text(unit).into_iter().collect()
}

fn in_text(unit: &TextUnit) -> Option<Finding> {
    let text = unit.text;
    let right_to_left = unit.lines.iter().any(|&line| text[line].contains(is_right_to_left));
    let mut edits: Vec<Edit> = Vec::new();
    for &line in &unit.lines {
        edits.extend(in_line(unit, line, right_to_left));
    }
    let first = edits.first()?.span;
    let found = edits.iter().flat_map(|edit| text[edit.span].chars()).filter(|&c| is_suspect(c, false));
    let codes = some_of(found.map(|c| format!("U+{:04X}", c as u32)), ", ");
    let finding = RULE.at(seen(text, first), Message::InvisibleCharacters { codes });
    Some(finding.safe_fix(Message::RemoveInvisible, edits))
}

/// The place, extended by the character before it, or else behind it: editors mark nothing under invisible characters.
fn seen(text: &str, place: Span) -> Span {
    let is_end = |c: &char| matches!(c, '\n' | '\r');
    let before = text[..place.start].chars().next_back().filter(|c| !is_end(c));
    let behind = text[place.end..].chars().next().filter(|c| !is_end(c) && before.is_none());
    Span::new(place.start - before.map_or(0, char::len_utf8), place.end + behind.map_or(0, char::len_utf8))
}

fn in_line(unit: &TextUnit, line: Span, right_to_left: bool) -> Vec<Edit> {
    let content = &unit.text[line];
    if !content.contains(|c| is_suspect(c, right_to_left)) {
        return Vec::new();
    }
    let addresses = addresses(unit.text, line);
    let chars: Vec<(usize, char)> = content.char_indices().map(|(at, c)| (line.start + at, c)).collect();
    let cleaned = |i: usize| {
        let (at, c) = chars[i];
        let neighbour = |i: Option<usize>| i.and_then(|i| chars.get(i)).map(|&(_, c)| c);
        is_suspect(c, right_to_left)
            && !is_needed(neighbour(i.checked_sub(1)), c, neighbour(i.checked_add(1)))
            && !in_any(&addresses, at)
    };
    let place = |from: usize, to: usize| Span::new(chars[from].0, chars.get(to).map_or(line.end, |&(at, _)| at));
    let mut edits = Vec::new();
    let mut from = 0;
    let mut in_section = unit.language().is_some();
    while from < chars.len() {
        let mut to = from;
        while to < chars.len() && (cleaned(to) || is_space(chars[to].1)) {
            to += 1;
        }
        let run = from..to;
        if run.clone().any(|i| cleaned(i) && is_break(chars[i].1)) {
            let span = place(from, to);
            let at_edge = span.start == line.start || span.end == line.end;
            let label = HiddenLabel::at_start_of(&unit.text[span.end..line.end]);
            in_section |= label == Some(HiddenLabel::Section) && !at_edge;
            let text = match unit.kind {
                _ if at_edge => "",
                UnitKind::Value(_) if !in_section && label.is_none() => " ",
                _ => unit.line_end.as_str(),
            };
            edits.push(Edit::replace(span, text));
        } else {
            let mut i = from;
            while i < to {
                let start = i;
                while i < to && cleaned(i) {
                    i += 1;
                }
                if start < i {
                    let text: String = chars[start..i].iter().filter_map(|&(_, c)| meant(c)).collect();
                    edits.push(Edit::replace(place(start, i), text));
                }
                i += usize::from(start == i);
            }
        }
        from = to + usize::from(run.is_empty());
    }
    edits
}

/// The label that a line hidden behind a control character begins with.
#[derive(PartialEq, Eq)]
enum HiddenLabel {
    Field,
    Section,
}

impl HiddenLabel {
    fn at_start_of(rest: &str) -> Option<HiddenLabel> {
        let first = rest.split(is_break).next().unwrap_or_default();
        let file = BriefFile::read(first);
        match file.lines.first()?.kind {
            LineKind::SectionLabel => Some(HiddenLabel::Section),
            LineKind::Field => {
                let field = file.briefs.first()?.fields.first()?;
                (field.kind().is_some() && !field.label.misspelt).then_some(HiddenLabel::Field)
            }
            _ => None,
        }
    }
}

/// Whether a character is a fault unless its neighbours need it; tabs and line ends are none.
fn is_suspect(c: char, right_to_left: bool) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => !right_to_left,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' => true,
        '\u{feff}' => true,
        _ => c.is_control(),
    }
}

/// A blank that has a width.
fn is_space(c: char) -> bool {
    is_blank(c) && !is_suspect(c, false)
}

/// Whether Word or Unicode, but no editor, takes a character for a line end.
fn is_break(c: char) -> bool {
    matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The character that a control character stands for: Word's fixed hyphen, the marks of Windows.
fn meant(c: char) -> Option<char> {
    match c {
        '\u{1e}' => Some('-'),
        '\u{80}'..='\u{9f}' => {
            let byte = [u8::try_from(u32::from(c)).ok()?];
            WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next().filter(|c| !c.is_control())
        }
        _ => None,
    }
}

/// Whether it stands in an emoji sequence, or in a script whose letters it shapes or separates.
fn is_needed(before: Option<char>, c: char, behind: Option<char>) -> bool {
    let both = before.zip(behind);
    match c {
        '\u{200d}' if both.is_some_and(|(before, behind)| is_emoji(before) && is_emoji(behind)) => true,
        '\u{200b}'..='\u{200d}' | '\u{2060}' => [before, behind].into_iter().flatten().any(is_shaping),
        _ => false,
    }
}

fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}'
    )
}

/// Arabic, the scripts of India and of South-East Asia, Mongolian.
fn is_shaping(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{10ff}' | '\u{1780}'..='\u{1aff}') && c != '\u{180e}'
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') && c != '\u{61c}'
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn zero_width_characters() {
        for c in "\u{200b}\u{200c}\u{200d}\u{feff}\u{2060}\u{ad}\u{200e}\u{202a}\u{7}\u{0}\u{7f}".chars() {
            check(&RULE, &format!("摘要:\n• «軍{c}»事\n"), Some("摘要:\n• 軍事\n"));
            check(&RULE, &format!("作者: «王{c}»小明\r\n"), Some("作者: 王小明\r\n"));
            check(&RULE, &format!("Summary:\n\n😀«𠮷{c}»😀\n"), Some("Summary:\n\n😀𠮷😀\n"));
        }
    }

    #[test]
    fn one_finding_a_point() {
        let fixed = "摘要:\n國際秩序\n• 軍事外交\n";
        check(&RULE, "摘要:\n«國\u{200b}»際\u{ad}秩\u{feff}序\n• «軍\u{2060}»事\u{200b}外交\n", Some(fixed));
        let findings = run(&RULE, "摘要:\n國際\n• 一\n• 軍\u{200b}事\n");
        assert_eq!(findings[0].points.chinese, [2]);
        assert!(findings[0].fixes[0].safe);
    }

    #[test]
    fn emoji_stay_whole() {
        check_quiet(&RULE, "摘要:\n• 👨‍👩‍👧 家庭 ❤️‍🔥 🏳️‍🌈 ☎️\n\nSummary:\n• 👩🏽‍🚀\n");
        check(&RULE, "摘要:\n• 👨‍👩‍👧«軍\u{200d}»事👩‍👧\n", Some("摘要:\n• 👨‍👩‍👧軍事👩‍👧\n"));
    }

    #[test]
    fn other_scripts_keep_what_shapes_them() {
        check_quiet(&RULE, "Summary:\n• Persian می\u{200c}خواهم and Hindi क\u{94d}\u{200d}ष, \u{200f}עברית\u{200f}\n");
    }

    #[test]
    fn line_breaks_of_word() {
        check(&RULE, "摘要:\n• 軍«事\u{b}»外交\n", Some("摘要:\n• 軍事\n外交\n"));
        check(&RULE, "摘要:\r\n• 一«。 \u{2028} »• 二\r\n", Some("摘要:\r\n• 一。\r\n• 二\r\n"));
        check(
            &RULE,
            "Summary:\n• On«e\u{c}»two\u{85}three\u{2029}\u{b}four\n",
            Some("Summary:\n• One\ntwo\nthree\nfour\n"),
        );
        check(&RULE, "摘要:\n• «一\u{b}»\n• «\u{b}二»\n", Some("摘要:\n• 一\n• 二\n"));
    }

    #[test]
    fn line_breaks_in_the_header() {
        check(&RULE, "作者: Eri«k\u{b}»Green\n", Some("作者: Erik Green\n"));
        check(&RULE, "關鍵字: 軍«事\u{b}»外交\n", Some("關鍵字: 軍事 外交\n"));
        check(
            &RULE,
            "作者: «X\u{b}»日期: 04/17/2025\u{b}摘要:\u{b}一\u{b}• 二\n",
            Some("作者: X\n日期: 04/17/2025\n摘要:\n一\n• 二\n"),
        );
    }

    #[test]
    fn marks_of_windows() {
        check(&RULE, "Summary:\n• Chin«a\u{92}»s \u{93}order\u{94}\n", Some("Summary:\n• China’s “order”\n"));
        check(&RULE, "Summary:\n• wel«l\u{1e}»known\n", Some("Summary:\n• well-known\n"));
    }

    #[test]
    fn ends_of_lines_are_the_layout_s() {
        check_quiet(
            &RULE,
            "\u{feff}作者: X\u{200b}\n\u{200b}\n摘要:\n\u{feff}一\u{a0}\u{200b}\n• \u{200b}二\u{ad}\n三\n",
        );
    }

    #[test]
    fn addresses_stay() {
        check_quiet(&RULE, "摘要:\n• 見 https://x.tw/a\u{ad}b\n");
        check(&RULE, "摘要:\n• https://x.tw/a。«軍\u{200b}»事\n", Some("摘要:\n• https://x.tw/a。軍事\n"));
    }
}
