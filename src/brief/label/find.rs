//! The label that a line begins with.

use super::LabelKind;
use super::house_labels::{Labels, parts};
use crate::text::{Span, fold, half_width, is_blank};

/// A label as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// `None` for a label that is neither known nor close to one that is.
    pub kind: Option<LabelKind>,
    /// The words, without colon and decoration.
    pub words: Span,
    /// The colon; a heading may do without.
    pub colon: Option<Span>,
    /// From the line's first character that is not blank to the end of colon and decoration.
    pub whole: Span,
    /// Whether `kind` was guessed from an unknown spelling.
    pub misspelt: bool,
    /// Whether Markdown marks or brackets stand round it.
    pub decorated: bool,
    /// Whether the words name both sections (摘要/Abstract); the sections before it tell which is meant.
    pub both_sections: bool,
}

/// Characters beyond which the words before a colon are a sentence.
const LONGEST: usize = 32;

/// The label that `line`, at byte `base` of its text, begins with. Lines with a colon and short, unknown words before
/// it give a label of no kind.
pub fn find(line: &str, base: usize, labels: &Labels) -> Option<Label> {
    find_with(line, base, labels, true)
}

/// [`find`] from byte 0, without guesses at misspelt labels.
pub fn find_exact(line: &str, labels: &Labels) -> Option<Label> {
    find_with(line, 0, labels, false)
}

fn find_with(line: &str, base: usize, labels: &Labels, guesses: bool) -> Option<Label> {
    let start = line.len() - line.trim_start_matches(is_blank).len();
    let opener = opener(&line[start..]);
    let words_start = start + opener.len;
    let colon = (line[words_start..].char_indices())
        .take(LONGEST + 1)
        .find(|&(at, c)| matches!(c, ':' | '：') && !is_in_address(&line[words_start..], at))
        .map(|(at, c)| Span::new(words_start + at, words_start + at + c.len_utf8()));
    let before = &line[words_start..colon.map_or(line.len(), |colon| colon.start)];
    if colon.is_none() && before.chars().nth(LONGEST).is_some() {
        return None;
    }
    let words = before.trim_matches(|c| is_blank(c) || closes(c));
    if words.is_empty() || colon.is_some_and(|colon| is_time(words, &line[colon.end..])) {
        return None;
    }
    let words_at = words_start + before.find(words).unwrap_or(0);
    let words_span = Span::new(words_at, words_at + words.len());
    // Words without a colon have to be spelt right.
    let meaning = read_words(words, labels, guesses && colon.is_some());
    let decorated = opener.len > 0;
    let end = match colon {
        Some(colon) if decorated => colon.end + closer_len(&line[colon.end..], &opener),
        Some(colon) => colon.end,
        None => line.trim_end_matches(is_blank).len(),
    };
    // Without a colon only a heading, or the name of a section alone on its line, is a label.
    if colon.is_none() && !bare_label(&meaning, decorated) {
        return None;
    }
    if meaning.kind.is_none() && !could_be_label(words, &line[end..]) {
        return None;
    }
    Some(Label {
        kind: meaning.kind,
        words: words_span.shift(base),
        colon: colon.map(|colon| colon.shift(base)),
        whole: Span::new(start, end).shift(base),
        misspelt: meaning.misspelt,
        decorated,
        both_sections: meaning.both_sections,
    })
}

/// The colon of `https://`.
fn is_in_address(text: &str, colon: usize) -> bool {
    text[colon..].starts_with("://") && text[..colon].ends_with(|c: char| c.is_ascii_alphabetic())
}

struct Opener {
    len: usize,
    marks: String,
}

/// `## `, `**`, `__`, `【` and combinations at the start of a label.
fn opener(text: &str) -> Opener {
    let mut rest = text;
    let heading = rest.trim_start_matches('#');
    if heading.len() < rest.len() && heading.starts_with([' ', '\u{a0}', '\t']) {
        rest = heading.trim_start_matches(is_blank);
    }
    let after = rest.trim_start_matches(['*', '_', '【', '〔', '[']);
    Opener { len: text.len() - after.len(), marks: rest[..rest.len() - after.len()].to_owned() }
}

fn closes(c: char) -> bool {
    matches!(c, '*' | '_' | '】' | '〕' | ']' | '#')
}

/// Emphasis that closes behind the colon: `**日期:** 04/17/2025`.
fn closer_len(rest: &str, opener: &Opener) -> usize {
    let marks = opener.marks.chars().count();
    rest.chars().take(marks).take_while(|&c| closes(c)).map(char::len_utf8).sum()
}

fn bare_label(meaning: &LabelMeaning, decorated: bool) -> bool {
    match meaning.kind {
        Some(LabelKind::Section(_)) => !meaning.misspelt,
        Some(LabelKind::Field(_)) => decorated && !meaning.misspelt,
        None => false,
    }
}

/// A sentence, an address, a time or a quotation before the colon is no label, nor are marks without a letter.
fn could_be_label(words: &str, after: &str) -> bool {
    let is_address = after.starts_with("//");
    let is_time = words.ends_with(|c| half_width(c).is_ascii_digit());
    let is_prose = words.contains(['，', '。', '；', '、', ',', ';', '.', '?', '？', '「', '"', '《']);
    let has_letter = words.contains(char::is_alphabetic);
    has_letter && !is_address && !is_time && !is_prose && words.split_whitespace().count() <= 4
}

/// `10:30`, whatever stands before it.
fn is_time(words: &str, after: &str) -> bool {
    let is_digit = |c: char| half_width(c).is_ascii_digit();
    words.ends_with(is_digit) && after.starts_with(is_digit)
}

struct LabelMeaning {
    kind: Option<LabelKind>,
    misspelt: bool,
    both_sections: bool,
}

/// The kind that the words name: each part, Chinese or English, is looked up by itself.
fn read_words(words: &str, labels: &Labels, guesses: bool) -> LabelMeaning {
    let folded = fold(words);
    let parts = parts(&folded);
    let known: Vec<Option<LabelKind>> = parts.iter().map(|part| labels.known(part)).collect();
    let first = known.iter().flatten().next().copied();
    let agree = |kind: &Option<LabelKind>| *kind == first;
    let both_sections = known.len() == 2
        && known.iter().all(|kind| matches!(kind, Some(LabelKind::Section(_))))
        && known[0] != known[1];
    if first.is_some() && (both_sections || known.iter().all(agree)) {
        return LabelMeaning { kind: first, misspelt: false, both_sections };
    }
    let kind = match first {
        None if guesses => parts.iter().find_map(|part| labels.closest(part)),
        first => first,
    };
    LabelMeaning { kind, misspelt: kind.is_some(), both_sections: false }
}

impl Labels {
    /// Whether a line that begins with the label is read as one of that kind.
    pub fn reads_back(&self, kind: LabelKind) -> bool {
        let line = format!("{}:", self.canonical(kind));
        let label = find(&line, 0, self);
        label.is_some_and(|label| label.kind == Some(kind) && !label.misspelt && label.words.len() + 1 == line.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{FieldKind, Language};

    const AUTHOR: LabelKind = LabelKind::Field(FieldKind::Author);
    const SOURCE: LabelKind = LabelKind::Field(FieldKind::Source);
    const DATE: LabelKind = LabelKind::Field(FieldKind::Date);
    const KEYWORDS: LabelKind = LabelKind::Field(FieldKind::Keywords);
    const CHINESE: LabelKind = LabelKind::Section(Language::Chinese);
    const ENGLISH: LabelKind = LabelKind::Section(Language::English);

    fn found(line: &str) -> Option<Label> {
        find(line, 0, &Labels::default())
    }

    /// The words of the label, and what follows it on the line.
    #[track_caller]
    fn check(line: &str, kind: LabelKind, words: &str, rest: &str) {
        let label = found(line).expect("a label");
        assert_eq!(
            (label.kind, label.misspelt, &line[label.words], line[label.whole.end..].trim()),
            (Some(kind), false, words, rest)
        );
    }

    #[track_caller]
    fn check_guess(line: &str, kind: Option<LabelKind>) {
        let label = found(line).expect("a label");
        assert_eq!((label.kind, label.misspelt), (kind, kind.is_some()));
    }

    #[track_caller]
    fn check_none(line: &str) {
        assert_eq!(found(line), None);
    }

    #[test]
    fn both_languages_in_either_order() {
        check("作者/Author(s): Erik Green", AUTHOR, "作者/Author(s)", "Erik Green");
        check("作者/Author(s)：Erik Green", AUTHOR, "作者/Author(s)", "Erik Green");
        check("作者 / Author(s) : X", AUTHOR, "作者 / Author(s)", "X");
        check("作者／Author（s）: X", AUTHOR, "作者／Author（s）", "X");
        check("Author(s)/作者: X", AUTHOR, "Author(s)/作者", "X");
        check("作者 Author(s): X", AUTHOR, "作者 Author(s)", "X");
        check("日期（Date）：04/17/2025", DATE, "日期（Date）", "04/17/2025");
        check("AUTHORS: X", AUTHOR, "AUTHORS", "X");
    }

    #[test]
    fn aliases() {
        for words in ["來源/Source", "網站/Source", "資料來源/Source", "出處/Source", "出處", "Sources"] {
            check(&format!("{words}: IISS"), SOURCE, words, "IISS");
        }
        for words in ["關鍵詞/Keywords", "關鍵字/Key words", "關鍵字/Keyword", "Key  Words"] {
            check(&format!("{words}: 軍事"), KEYWORDS, words, "軍事");
        }
        for words in ["摘要", "中文摘要", "重點摘要", "Chinese Summary"] {
            check(&format!("{words}:"), CHINESE, words, "");
        }
        for words in ["Summary", "Abstract", "英文摘要", "English Summary", "Executive Summary"] {
            check(&format!("{words}："), ENGLISH, words, "");
        }
    }

    #[test]
    fn decoration() {
        check("**日期/Date**: 2026-01-22", DATE, "日期/Date", "2026-01-22");
        check("**日期/Date:** 2026-01-22", DATE, "日期/Date", "2026-01-22");
        check("__日期__：2026", DATE, "日期", "2026");
        check("## 摘要", CHINESE, "摘要", "");
        check("### **Summary**", ENGLISH, "Summary", "");
        check("【摘要】", CHINESE, "摘要", "");
        check("## 日期/Date", DATE, "日期/Date", "");
        check("　摘要", CHINESE, "摘要", "");
        check("**作者**: *Erik*", AUTHOR, "作者", "*Erik*");
        check("【作者：】王小明", AUTHOR, "作者", "王小明");
        check("*作者：】王小明", AUTHOR, "作者", "王小明");
    }

    #[test]
    fn slips_are_guessed() {
        check_guess("日期/Data: 04/17/2025", Some(DATE));
        check_guess("關鍵字/Keyowrds: 軍事", Some(KEYWORDS));
        check_guess("Keyowrds: 軍事", Some(KEYWORDS));
        check_guess("關健字: 軍事", Some(KEYWORDS));
        check_guess("Sumary:", Some(ENGLISH));
        check_guess("譯者: X", None);
        check_guess("Reviewer: X", None);
    }

    #[test]
    fn prose_is_no_label() {
        check_none("中國積極推動，北京看到：");
        check_none("https://www.iiss.org/");
        check_none("網站來源/Shttps://www.iiss.org/a_b RAND");
        check_none("於上午 10:30 開會");
        check_none("日期/Date 10:30");
        check_none("Summary of the report");
        check_none("★ —：來源");
        check_none("\u{b}:甲");
        check_none("日期");
        check_none("");
        check_none("習近平指出，全球南方國家應該在國際組織中享有平等權利並推動國際關係民主化，他強調");
    }

    #[test]
    fn a_label_for_both_sections() {
        assert!(found("摘要/Abstract:").is_some_and(|label| label.both_sections));
    }

    #[test]
    fn a_house_has_labels_of_its_own() {
        let labels = Labels::new([(AUTHOR, "撰文/Written by"), (ENGLISH, "Key Points"), (CHINESE, "重點")]);
        let kind = |line: &str| find(line, 0, &labels).and_then(|label| label.kind.filter(|_| !label.misspelt));
        for line in ["撰文/Written by: X", "撰文：X", "WRITTEN BY／撰文: X", "作者: X"] {
            assert_eq!(kind(line), Some(AUTHOR), "{line}");
        }
        for line in ["Key points:", "## Key Points", "Summary:"] {
            assert_eq!(kind(line), Some(ENGLISH), "{line}");
        }
        assert_eq!(kind("重點："), Some(CHINESE));
        assert_eq!(
            find("Writen by: X", 0, &labels).map(|label| (label.kind, label.misspelt)),
            Some((Some(AUTHOR), true))
        );
        assert_eq!((labels.canonical(AUTHOR), labels.canonical(DATE)), ("撰文/Written by", "日期/Date"));
    }
}
