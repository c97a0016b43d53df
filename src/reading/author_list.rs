//! The author field's value as a list of authors, with titles, brackets and separators.

use crate::lexicon::titles;
use crate::text::{Span, is_blank, is_han};

/// The authors of a value, in order, and their introduction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorList {
    /// `By`, `文／` and the like, with their sign.
    pub byline: Option<Span>,
    pub names: Vec<Author>,
}

impl AuthorList {
    /// Reads the value at `value` in `text`.
    pub fn read(text: &str, value: Span) -> AuthorList {
        let byline = byline(text, value);
        let list = byline.map_or(value, |byline| Span::new(byline.end, value.end));
        AuthorList { byline, names: names(text, list) }
    }
}

/// One author, between two separators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    pub titles: Vec<Span>,
    /// The name itself, without titles and brackets.
    pub bare: Span,
    /// `博士` and the like.
    pub title_behind: Option<Span>,
    pub brackets: Option<Span>,
    /// The separator behind it.
    pub separator: Separator,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Comma,
    /// Semicolons, `and` and `&`, which join names of two parts.
    Join,
    /// `、` and the Chinese words for “and”.
    List,
    End,
}

const BYLINES: [&str; 2] = ["Written by", "By"];
const CHINESE_BYLINES: [&str; 3] = ["撰文", "撰稿", "文"];

/// `By`, `文／` and the like at the start of the value, with its sign.
fn byline(text: &str, value: Span) -> Option<Span> {
    let value_text = &text[value];
    let chinese = CHINESE_BYLINES.iter().filter_map(|word| {
        let rest = value_text.strip_prefix(word)?.trim_start_matches(is_blank);
        rest.strip_prefix(['／', '/', '：', ':', '|', '｜'])
    });
    let english = BYLINES.iter().filter_map(|word| {
        let rest = value_text.get(word.len()..)?;
        let is_byline = value_text[..word.len()].eq_ignore_ascii_case(word) && rest.starts_with(blank_or_colon);
        is_byline.then(|| rest.strip_prefix([':', '：']).unwrap_or(rest))
    });
    let rest = chinese.chain(english).next()?;
    let is_alone = rest.trim_start_matches(is_blank).is_empty();
    (!is_alone).then(|| Span::new(value.start, value.end - rest.len()))
}

fn blank_or_colon(c: char) -> bool {
    is_blank(c) || matches!(c, ':' | '：')
}

/// The names in a list, in order.
fn names(text: &str, list: Span) -> Vec<Author> {
    let mut names: Vec<Author> = Vec::new();
    let mut start = list.start;
    let mut depth = 0_usize;
    let mut at = list.start;
    while let Some(c) = text[at..list.end].chars().next() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let found = if depth == 0 { separator(&text[start..at], &text[at..list.end]) } else { None };
        let Some((separator, length)) = found else {
            at += c.len_utf8();
            continue;
        };
        push_name(text, Span::new(start, at), separator, &mut names);
        at += length;
        start = at;
    }
    push_name(text, Span::new(start, list.end), Separator::End, &mut names);
    names
}

/// The separator at the start of `rest`, with its length in bytes; `before` is the name so far.
fn separator(before: &str, rest: &str) -> Option<(Separator, usize)> {
    let c = rest.chars().next()?;
    let separator = match c {
        ',' | '，' => Separator::Comma,
        ';' | '；' | '&' | '＆' => Separator::Join,
        '、' => Separator::List,
        '與' | '及' | '和' if joins(before, &rest[c.len_utf8()..]) => Separator::List,
        'a' | 'A' if before.is_empty() || before.ends_with(is_blank) => {
            let (word, behind) = rest.split_at_checked("and".len())?;
            let is_and = word.eq_ignore_ascii_case("and") && behind.starts_with(is_blank);
            return is_and.then_some((Separator::Join, "and".len()));
        }
        _ => return None,
    };
    Some((separator, c.len_utf8()))
}

/// Whether a word for “and” stands between the two. It may also be part of a name, as in 李和平.
fn joins(before: &str, behind: &str) -> bool {
    !before.ends_with(is_han) || !behind.starts_with(is_han) || title_behind(before).is_some()
}

fn push_name(text: &str, piece: Span, separator: Separator, names: &mut Vec<Author>) {
    let piece = piece.trim(text);
    if !piece.is_empty() {
        names.push(Author::read(text, piece, separator));
    } else if let Some(last) = names.last_mut() {
        // `, and`
        last.separator = separator;
    }
}

impl Author {
    fn read(text: &str, piece: Span, separator: Separator) -> Author {
        let mut titles = Vec::new();
        let mut bare = piece;
        while let Some(length) = title_before(&text[bare]) {
            titles.push(Span::new(bare.start, bare.start + length));
            bare = Span::new(bare.start + length, bare.end).trim(text);
        }
        let brackets = brackets(text, bare);
        let end = brackets.map_or(bare.end, |brackets| brackets.start);
        bare = Span::new(bare.start, end).trim(text);
        let title = title_behind(&text[bare]).map(|length| Span::new(bare.end - length, bare.end));
        bare = Span::new(bare.start, title.map_or(bare.end, |title| title.start)).trim(text);
        Author { titles, bare, title_behind: title, brackets, separator }
    }
}

/// Length of the title, with its full stop, that a name begins with.
fn title_before(name: &str) -> Option<usize> {
    titles().of_authors.english.iter().find_map(|title| {
        let (word, rest) = name.split_at_checked(title.len())?;
        let length = match rest.chars().next()? {
            '.' if word.eq_ignore_ascii_case(title) => title.len() + 1,
            c if is_blank(c) && word == *title => title.len(),
            _ => return None,
        };
        let is_alone = name[length..].trim_start_matches(is_blank).is_empty();
        (!is_alone).then_some(length)
    })
}

/// Words before a post that show that no name stands there: 國防部長, 行政院院長, 駐美大使, 中心主任.
const OFFICES: &str = "國防 外交 經濟 財政 內政 教育 法務 交通 勞動 文化 農業 衛福 數位 行政 立法 司法 監察 考試 國安 參謀 研究 \
    副 前 代理 特任 部 院 所 系 室 處 局 署 會 中心 大學";

/// Characters of the longest name transliterated into Chinese.
const LONGEST_CHINESE_NAME: usize = 16;

/// Length of the title behind a Chinese name; names of organisations are too long to be one.
fn title_behind(name: &str) -> Option<usize> {
    let title = titles().of_authors.chinese.iter().find(|title| name.ends_with(**title))?;
    let before = name[..name.len() - title.len()].trim_end_matches(is_blank);
    let length = before.chars().take(LONGEST_CHINESE_NAME + 1).count();
    let is_transliterated = length <= LONGEST_CHINESE_NAME && before.contains(['·', '‧', '．', '•', '・']);
    let is_name = match length {
        2..=4 if !is_transliterated => before.chars().all(is_han),
        _ => is_transliterated && before.chars().all(|c| is_han(c) || !c.is_alphanumeric()),
    };
    let is_office = before.starts_with('駐') || OFFICES.split(' ').any(|office| before.ends_with(office));
    (is_name && !is_office).then_some(title.len())
}

/// The last brackets of a name, where nothing follows them.
fn brackets(text: &str, name: Span) -> Option<Span> {
    let inside = text[name].strip_suffix([')', '）'])?;
    let start = inside.rfind(['(', '（'])?;
    Some(Span::new(name.start + start, name.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, names: &[&str]) {
        let list = AuthorList::read(value, Span::new(0, value.len()));
        let found: Vec<&str> = list.names.iter().map(|name| &value[name.bare]).collect();
        assert_eq!(found, names);
    }

    #[test]
    fn names_without_what_stands_round_them() {
        check("Erik Green and Meia Nouwens", &["Erik Green", "Meia Nouwens"]);
        check("By Dr. Erik Green (IISS), Meia Nouwens, and Jo Li", &["Erik Green", "Meia Nouwens", "Jo Li"]);
        check("文／王小明、李和平博士", &["王小明", "李和平"]);
        check("王小明 與 𠮷田美 😀", &["王小明", "𠮷田美 😀"]);
        check(" ,、；", &[]);
        check("", &[]);
    }
}
