//! `text/lookalike`: characters that look like the usual ones and are others.

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::messages::Message;
use super::some_of;
use crate::reading::address::{addresses, in_any};
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports characters that only look like the usual ones: radicals and compatibility ideographs from PDF files, marks
    /// of Word's symbol fonts, letters whose accent is a character of its own.
    ///
    /// ## Why
    /// `⾏` (U+2F8F) looks like 行 and is not: no search finds it, and a list sorts it elsewhere. Word's marks are empty
    /// boxes in every other program.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國⾏動，⼤國競爭。
    /// ```
    /// The fix puts in the usual characters:
    /// ```brief good
    /// 摘要:
    ///   • 中國行動，大國競爭。
    /// ```
    "text/lookalike", Warning, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    in_text(unit).into_iter().collect()
}

fn in_text(unit: &TextUnit) -> Option<Finding> {
    let text = unit.text;
    let edits: Vec<Edit> = unit.lines.iter().flat_map(|&line| in_line(text, line)).collect();
    let first = edits.first()?.span;
    let found = some_of(edits.iter().map(|edit| text[edit.span].to_owned()), "");
    let usual = some_of(edits.iter().map(|edit| edit.text.clone()), "");
    let finding = RULE.at(first, Message::LookAlike { found, usual });
    Some(finding.safe_fix(Message::ReplaceLookAlikes, edits))
}

fn in_line(text: &str, line: Span) -> Vec<Edit> {
    let content = &text[line];
    // Nearly every line is as it should be, which one look at each character tells.
    if content.chars().all(|c| usual(c) == c) && is_nfc_quick(content.chars()) == IsNormalized::Yes {
        return Vec::new();
    }
    let addresses = addresses(text, line);
    let mut edits = Vec::new();
    for span in clusters(content).map(|span| span.shift(line.start)) {
        let cluster = &text[span];
        if cluster.is_ascii() || in_any(&addresses, span.start) {
            continue;
        }
        let usual: String = cluster.chars().map(usual).nfc().collect();
        if usual != cluster {
            edits.push(Edit::replace(span, usual));
        }
    }
    edits
}

/// Characters with their combining accents.
fn clusters(text: &str) -> impl Iterator<Item = Span> {
    let goes_on = |c: char| {
        let is_korean_vowel_or_final = matches!(c, '\u{1160}'..='\u{11ff}');
        canonical_combining_class(c) != 0 || is_combining_mark(c) || is_korean_vowel_or_final
    };
    let mut starts: Vec<usize> =
        text.char_indices().filter(|&(at, c)| at == 0 || !goes_on(c)).map(|(at, _)| at).collect();
    starts.push(text.len());
    (1..starts.len()).map(move |i| Span::new(starts[i - 1], starts[i]))
}

/// The usual character. Compatibility ideographs are left to composition, which knows them.
fn usual(c: char) -> char {
    match c {
        '\u{2f00}'..='\u{2fdf}' | '\u{2e9f}' | '\u{2ef3}' => std::iter::once(c).nfkc().next().unwrap_or(c),
        '\u{2e80}'..='\u{2eff}' | '\u{f0a7}'..='\u{f0fc}' => {
            USUAL.iter().find(|&&(found, _)| found == c).map_or(c, |&(_, usual)| usual)
        }
        _ => c,
    }
}

/// Radicals that are whole characters too, which Unicode does not fold, and the marks of Word's symbol fonts.
const USUAL: [(char, char); 26] = [
    ('⺠', '民'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻑', '長'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻰', '龙'),
    ('\u{f0a7}', '▪'),
    ('\u{f0b7}', '•'),
    ('\u{f0d8}', '➢'),
    ('\u{f0e0}', '→'),
    ('\u{f0fc}', '✓'),
];

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn radicals_and_compatibility_ideographs() {
        check(&RULE, "摘要:\n• 中國«⾏»動、⼈⺠\n", Some("摘要:\n• 中國行動、人民\n"));
        check(&RULE, "作者: 王«⼩»明\r\n", Some("作者: 王小明\r\n"));
        check(&RULE, "摘要:\n«\u{f92f}»動😀\n• 𠮷«\u{f9e4}»\n", Some("摘要:\n勞動😀\n• 𠮷理\n"));
        assert!(run(&RULE, "摘要:\n⾏動\n")[0].fixes[0].safe);
    }

    #[test]
    fn accents_that_stand_alone() {
        check(&RULE, "Summary:\n• caf«e\u{301}» and Nguye\u{302}\u{303}n\n", Some("Summary:\n• café and Nguyễn\n"));
        check(&RULE, "作者: Jos«e\u{301}»\n", Some("作者: José\n"));
    }

    #[test]
    fn marks_of_word_inside_text() {
        check(&RULE, "摘要:\n• 一。«\u{f0b7}» 二 \u{f0e0} 三\n", Some("摘要:\n• 一。• 二 → 三\n"));
        check_quiet(&RULE, "摘要:\n\u{f0b7} 一\n\u{f0a7}\t二\n");
    }

    #[test]
    fn usual_characters() {
        check_quiet(&RULE, "摘要:\n• café 👨‍👩‍👧 한국 ①ＡＢ㈱ x² 龍龜齒𠮷﨑 \u{e355}\n");
        check_quiet(&RULE, "摘要:\n• https://x.tw/cafe\u{301}\n");
    }
}
