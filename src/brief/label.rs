//! Labels: what opens a header field or a section, in every spelling that editors type.
//!
//! A label is Chinese, English or both, in either order, before a half- or full-width colon; Markdown emphasis, heading
//! marks or 【】 may stand round it. A label close to a known one is read as that one, and marked as misspelt.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Language;
use crate::text::{Span, fold, half_width, intern, is_blank, is_han};

/// The header fields, in template order; `Title` and `Link` are optional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    Title,
    Author,
    Source,
    Date,
    Keywords,
    Link,
}

impl FieldKind {
    pub const ALL: [FieldKind; 6] =
        [FieldKind::Title, FieldKind::Author, FieldKind::Source, FieldKind::Date, FieldKind::Keywords, FieldKind::Link];
}

/// What a label opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    Field(FieldKind),
    Section(Language),
}

impl From<FieldKind> for LabelKind {
    fn from(kind: FieldKind) -> LabelKind {
        LabelKind::Field(kind)
    }
}

impl From<Language> for LabelKind {
    fn from(language: Language) -> LabelKind {
        LabelKind::Section(language)
    }
}

impl LabelKind {
    pub const ALL: [LabelKind; 8] = [
        LabelKind::Field(FieldKind::Title),
        LabelKind::Field(FieldKind::Author),
        LabelKind::Field(FieldKind::Source),
        LabelKind::Field(FieldKind::Date),
        LabelKind::Field(FieldKind::Keywords),
        LabelKind::Field(FieldKind::Link),
        LabelKind::Section(Language::Chinese),
        LabelKind::Section(Language::English),
    ];

    /// The label as the template writes it; a house may have its own: [`Labels`].
    fn usual(self) -> &'static str {
        match self {
            LabelKind::Field(FieldKind::Title) => "標題/Title",
            LabelKind::Field(FieldKind::Author) => "作者/Author(s)",
            LabelKind::Field(FieldKind::Source) => "網站來源/Source",
            LabelKind::Field(FieldKind::Date) => "日期/Date",
            LabelKind::Field(FieldKind::Keywords) => "關鍵字/Keywords",
            LabelKind::Field(FieldKind::Link) => "連結/Link",
            LabelKind::Section(Language::Chinese) => "摘要",
            LabelKind::Section(Language::English) => "Summary",
        }
    }

    /// Spellings that are read as this label, folded: half-width, lower case.
    pub fn spellings(self) -> &'static [&'static str] {
        match self {
            LabelKind::Field(FieldKind::Title) => &["標題", "标题", "題目", "篇名", "title"],
            LabelKind::Field(FieldKind::Author) => &["作者", "作者們", "author", "authors", "author(s)"],
            LabelKind::Field(FieldKind::Source) => {
                &["網站來源", "来源", "网站来源", "來源", "資料來源", "来源网站", "出處", "網站", "source", "sources"]
            }
            LabelKind::Field(FieldKind::Date) => &["日期", "發布日期", "出版日期", "date"],
            LabelKind::Field(FieldKind::Keywords) => {
                &["關鍵字", "關鍵詞", "关键字", "关键词", "keywords", "keyword", "key words", "key word"]
            }
            LabelKind::Field(FieldKind::Link) => &["連結", "链接", "網址", "原文連結", "link", "url"],
            LabelKind::Section(Language::Chinese) => {
                &["摘要", "中文摘要", "重點摘要", "內容摘要", "chinese summary", "chinese abstract"]
            }
            LabelKind::Section(Language::English) => {
                &["summary", "abstract", "executive summary", "english summary", "english abstract", "英文摘要"]
            }
        }
    }
}

/// What a house calls its fields and sections.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    own: Vec<OwnLabel>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct OwnLabel {
    kind: LabelKind,
    canonical: &'static str,
    /// What it is known by: each of its languages, folded.
    spellings: Vec<String>,
}

impl Labels {
    /// The template's labels but for `own`.
    pub fn new<'w>(own: impl IntoIterator<Item = (LabelKind, &'w str)>) -> Labels {
        let own = own.into_iter().map(|(kind, canonical)| OwnLabel {
            kind,
            canonical: intern(canonical),
            spellings: parts(&fold(canonical)).into_iter().map(str::to_owned).collect(),
        });
        Labels { own: own.collect() }
    }

    /// The label as the house writes it.
    pub fn canonical(&self, kind: LabelKind) -> &'static str {
        self.own.iter().find(|own| own.kind == kind).map_or_else(|| kind.usual(), |own| own.canonical)
    }

    /// Whether a line that begins with the label is read as one of that kind.
    pub fn reads_back(&self, kind: LabelKind) -> bool {
        let line = format!("{}:", self.canonical(kind));
        let label = find(&line, 0, self);
        label.is_some_and(|label| label.kind == Some(kind) && !label.misspelt && label.words.len() + 1 == line.len())
    }

    /// What one language of a label says. The house's own word counts before the usual ones.
    fn known(&self, part: &str) -> Option<LabelKind> {
        let own = self.own.iter().find(|own| own.spellings.iter().any(|spelling| spelling == part));
        own.map(|own| own.kind).or_else(|| LabelKind::ALL.into_iter().find(|kind| kind.spellings().contains(&part)))
    }

    /// The label at the smallest edit distance that a slip of the finger explains.
    fn closest(&self, part: &str) -> Option<LabelKind> {
        let shape = Shape::of(part);
        let length = shape.length;
        let allowed = match length {
            // Half the Han words of two characters are one slip from 作者.
            0..=2 => return None,
            3 | 4 => 1,
            _ => 2,
        };
        let own = self.own.iter().flat_map(|own| own.spellings.iter().map(|spelling| (own.kind, spelling.as_str())));
        let usual =
            LabelKind::ALL.into_iter().flat_map(|kind| kind.spellings().iter().map(move |spelling| (kind, *spelling)));
        own.chain(usual)
            .filter(|(_, spelling)| shape.is_within(allowed, &Shape::of(spelling)))
            .map(|(kind, spelling)| (strsim::osa_distance(part, spelling), kind))
            .filter(|&(distance, _)| distance <= allowed)
            .min_by_key(|&(distance, _)| distance)
            .map(|(_, kind)| kind)
    }
}

/// How many characters a word has and, roughly, which: enough to see at once that two words are far apart.
#[derive(Clone, Copy)]
struct Shape {
    length: usize,
    set: u64,
}

impl Shape {
    fn of(word: &str) -> Shape {
        let empty = Shape { length: 0, set: 0 };
        word.chars()
            .fold(empty, |Shape { length, set }, c| Shape { length: length + 1, set: set | 1 << (c as u32 % 64) })
    }

    /// Whether so many edits can be enough: each brings at most one character and takes at most one away.
    fn is_within(&self, edits: usize, other: &Shape) -> bool {
        let differing = (self.set ^ other.set).count_ones() as usize;
        self.length.abs_diff(other.length) <= edits && differing <= 2 * edits
    }
}

/// A label as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What it opens; `None` for a label that is not known and close to none.
    pub kind: Option<LabelKind>,
    /// The words, without colon and decoration.
    pub words: Span,
    /// The colon; a heading may do without.
    pub colon: Option<Span>,
    /// From the line's first character that is not blank to the end of colon and decoration.
    pub whole: Span,
    /// `kind` was guessed from a spelling that is not known.
    pub misspelt: bool,
    /// Markdown marks or brackets stand round it.
    pub decorated: bool,
    /// The words name both sections (摘要/Abstract): which is meant, the sections before it tell.
    pub both_sections: bool,
}

/// Words of a label beyond this many characters are a sentence.
const LONGEST: usize = 32;

/// The label that `line`, at byte `base` of its text, begins with. Lines with a colon and short, unknown words before it
/// give a label of no kind.
pub(super) fn find(line: &str, base: usize, labels: &Labels) -> Option<Label> {
    find_with(line, base, labels, true)
}

/// The same without a guess at what a misspelt label means.
pub(super) fn find_exact(line: &str, labels: &Labels) -> Option<Label> {
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

fn bare_label(meaning: &Meaning, decorated: bool) -> bool {
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

struct Meaning {
    kind: Option<LabelKind>,
    misspelt: bool,
    both_sections: bool,
}

/// The kind that the words name: each part, Chinese or English, is looked up by itself.
fn read_words(words: &str, labels: &Labels, guesses: bool) -> Meaning {
    let folded = fold(words);
    let parts = parts(&folded);
    let known: Vec<Option<LabelKind>> = parts.iter().map(|part| labels.known(part)).collect();
    let first = known.iter().flatten().next().copied();
    let agree = |kind: &Option<LabelKind>| *kind == first;
    let both_sections = known.len() == 2
        && known.iter().all(|kind| matches!(kind, Some(LabelKind::Section(_))))
        && known[0] != known[1];
    if first.is_some() && (both_sections || known.iter().all(agree)) {
        return Meaning { kind: first, misspelt: false, both_sections };
    }
    let kind = match first {
        None if guesses => parts.iter().find_map(|part| labels.closest(part)),
        first => first,
    };
    Meaning { kind, misspelt: kind.is_some(), both_sections: false }
}

/// `作者 / author(s)` → `作者`, `author(s)`: split at slashes and where the script changes.
fn parts(folded: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for side in folded.split('/') {
        let side = side.trim();
        let starts_han = side.chars().next().is_some_and(is_han);
        let split = side.find(|c: char| c.is_alphanumeric() && is_han(c) != starts_han);
        let (one, two) = side.split_at(split.unwrap_or(side.len()));
        parts.extend([one, two].map(bare).into_iter().filter(|part| !part.is_empty()));
    }
    parts
}

/// Without the brackets and dashes that stand between two parts; `author(s)` keeps its own.
fn bare(part: &str) -> &str {
    let between = |c: char| matches!(c, ' ' | '(' | '-' | '|' | '·');
    let part = part.trim_matches(between);
    if part.contains('(') { part } else { part.trim_end_matches(')').trim_end() }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_quick_look_rules_out_no_slip() {
        let slips = |word: &str| -> Vec<String> {
            let chars: Vec<char> = word.chars().collect();
            let without =
                |at: usize| chars.iter().enumerate().filter(move |(i, _)| *i != at).map(|(_, c)| *c).collect();
            let other = |at: usize| chars.iter().enumerate().map(|(i, c)| if i == at { 'x' } else { *c }).collect();
            let swapped = |at: usize| {
                let mut swapped = chars.clone();
                swapped.swap(at, (at + 1) % chars.len());
                swapped.into_iter().collect()
            };
            let doubled = |at: usize| chars[..=at].iter().chain(&chars[at..]).collect();
            (0..chars.len()).flat_map(|at| [without(at), other(at), swapped(at), doubled(at)]).collect()
        };
        let all: Vec<&str> = LabelKind::ALL.iter().flat_map(|kind| kind.spellings()).copied().collect();
        for one in all.iter().flat_map(|word| slips(word)) {
            for word in &all {
                for allowed in [1, 2] {
                    let is_near = strsim::osa_distance(&one, word) <= allowed;
                    assert!(!is_near || Shape::of(&one).is_within(allowed, &Shape::of(word)), "{one} {word}");
                }
            }
        }
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

    #[test]
    fn spellings_are_folded_and_distinct() {
        let mut seen = std::collections::HashSet::new();
        for kind in LabelKind::ALL {
            for spelling in kind.spellings() {
                assert_eq!(*spelling, fold(spelling));
                assert!(seen.insert(spelling), "{spelling} stands twice");
            }
        }
    }
}
