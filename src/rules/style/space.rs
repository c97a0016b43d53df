//! `style/space`: a blank between two Chinese characters.

use super::messages::Message;
use crate::brief::Language;
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span, is_blank, is_han};

rule! {
    /// Reports a blank between two Chinese characters.
    ///
    /// The full-width blank (U+3000), which people put between a name and a title on purpose, is left alone.
    ///
    /// ## Why
    /// Chinese is written without blanks. Most of these come from a PDF file or from a line that was joined by hand, and a
    /// search for the word misses it.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍 事交流。
    /// ```
    /// The fix removes it:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    /// ```
    "style/space", Hint, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    if unit.language() != Some(Language::Chinese) {
        return Vec::new();
    }
    let gaps: Vec<Span> = unit.lines.iter().flat_map(|&line| gaps(unit.text, line)).collect();
    let Some(first) = gaps.first() else {
        return Vec::new();
    };
    // An editor shows no range that is a blank, so the characters beside it stand for it.
    let before = unit.text[..first.start].chars().next_back().map_or(0, char::len_utf8);
    let behind = unit.text[first.end..].chars().next().map_or(0, char::len_utf8);
    let seen = Span::new(first.start - before, first.end + behind);
    let message = Message::SpaceInChinese { text: unit.text[seen].to_owned() };
    let edits = gaps.iter().map(|&gap| Edit::delete(gap)).collect();
    vec![RULE.at(seen, message).quick_fix(Message::RemoveSpaces, edits)]
}

/// Blanks between two adjacent Han characters.
fn gaps(text: &str, line: Span) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut after_han = None;
    for (at, c) in text[line].char_indices().map(|(at, c)| (line.start + at, c)) {
        match after_han {
            Some(start) if is_han(c) && start < at => gaps.push(Span::new(start, at)),
            Some(_) if is_gap(c) => continue,
            _ => {}
        }
        after_han = is_han(c).then_some(at + c.len_utf8());
    }
    gaps
}

/// A visible blank that is not deliberately wide.
fn is_gap(c: char) -> bool {
    is_blank(c) && !matches!(c, '\u{3000}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn blanks_between_han() {
        check(&RULE, "摘要:\n• «中 國»與俄\u{a0} 國😀\n• «𠮷\t野»家\n", Some("摘要:\n• 中國與俄國😀\n• 𠮷野家\n"));
        check(&RULE, "摘要:\r\n«一 二» 三\r\n", Some("摘要:\r\n一二三\r\n"));
        assert_eq!(run(&RULE, "摘要:\n一\n• 二 三\n")[0].points.chinese, [1]);
    }

    #[test]
    fn blanks_that_belong() {
        check_quiet(&RULE, "摘要:\n• 自 2023 年、NATO 北約。 俄國「 甲 」第一章　總則\n  中國\n\nSummary:\n• 中 國\n");
        check_quiet(&RULE, "作者: 王 小明\n");
    }
}
