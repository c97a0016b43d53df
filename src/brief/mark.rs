//! The signs that begin a point: bullets of all fonts, dashes, and numbers in both scripts.

use crate::language::numeral;
use crate::text::{Span, half_width, is_blank, is_han};

/// The sign of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    Bullet(char),
    /// `1.` `(1)` `一、` `①` and their like, with the number read.
    Number(u32),
}

/// A mark at the start of a line's content: lengths in bytes of the mark and of the blanks behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineMark {
    pub kind: MarkKind,
    /// Whether it counts by letters. Sentences and names begin with letters too: `a.` is a mark only in a list.
    pub is_lettered: bool,
    pub mark: usize,
    pub gap: usize,
}

/// The mark that `content`, which has no blanks before it, begins with.
pub(super) fn find(content: &str) -> Option<LineMark> {
    let (kind, mark, needs_gap) = bullet(content).or_else(|| number(content)).or_else(|| lettered(content))?;
    let rest = &content[mark..];
    let gap = rest.len() - rest.trim_start_matches(is_blank).len();
    if needs_gap && gap == 0 && !rest.is_empty() {
        return None;
    }
    let is_lettered =
        matches!(kind, MarkKind::Number(_)) && content[..mark].contains(|c: char| c.is_ascii_alphabetic());
    Some(LineMark { kind, is_lettered, mark, gap })
}

/// Whether `text` is a mark and nothing else.
pub fn is_mark(text: &str) -> bool {
    find(text).is_some_and(|found| found.mark + found.gap == text.len())
}

/// Marks that no sentence begins with; text may follow at once. The last three are of Word's symbol fonts.
const PLAIN: &str = "•‧·●○◦▪■□◆◇★☆►▶→∙⁃・．➢✓\u{f0b7}\u{f0a7}\u{f0d8}";
/// Marks that a sentence may begin with, so that a blank must follow. `o` is Word's second level in plain text.
const NEEDS_GAP: &str = "-–—*o";

/// Whether a point may begin with this sign.
pub fn is_bullet(mark: char) -> bool {
    PLAIN.contains(mark) || NEEDS_GAP.contains(mark)
}

fn bullet(content: &str) -> Option<(MarkKind, usize, bool)> {
    let c = content.chars().next()?;
    if PLAIN.contains(c) {
        return Some((MarkKind::Bullet(c), c.len_utf8(), false));
    }
    // A lone letter is a word that is being typed.
    let lone = content.trim_end_matches(is_blank).len() == 1;
    (NEEDS_GAP.contains(c) && !(c == 'o' && lone)).then(|| (MarkKind::Bullet(c), c.len_utf8(), true))
}

fn number(content: &str) -> Option<(MarkKind, usize, bool)> {
    let first = content.chars().next()?;
    if let Some(value) = circled(first) {
        return Some((MarkKind::Number(value), first.len_utf8(), false));
    }
    let opened = matches!(first, '(' | '（');
    let inner = if opened { &content[first.len_utf8()..] } else { content };
    let (value, digits, chinese) =
        arabic(inner).map(|(v, n)| (v, n, false)).or_else(|| han(inner).map(|(v, n)| (v, n, true)))?;
    let closer = inner[digits..].chars().next()?;
    let end = content.len() - inner.len() + digits + closer.len_utf8();
    let next = content[end..].chars().next();
    let (closes, needs_gap) = match closer {
        ')' | '）' => (opened || !chinese, false),
        _ if opened => (false, false),
        '、' => (true, false),
        // `1.5 trillion` and `3.中國`: only Han may follow the stop at once.
        '.' | '．' => (!chinese, !next.is_some_and(is_han) && closer == '.'),
        _ => (false, false),
    };
    closes.then_some((MarkKind::Number(value), end, needs_gap))
}

/// `a.` `b)` `(c)` `A)`; behind a capital a stop may end an initial: `A. Smith`.
fn lettered(content: &str) -> Option<(MarkKind, usize, bool)> {
    let opened = content.starts_with(['(', '（']);
    let inner = content.trim_start_matches(['(', '（']);
    let (value, letter) = letter(inner)?;
    let closer = inner[letter..].chars().next()?;
    let closes = matches!(closer, ')' | '）') || !opened && closer == '.' && inner.starts_with(char::is_lowercase);
    let end = content.len() - inner.len() + letter + closer.len_utf8();
    closes.then_some((MarkKind::Number(value), end, closer == '.'))
}

/// A letter by itself, with its place in the alphabet.
fn letter(text: &str) -> Option<(u32, usize)> {
    let mut chars = text.chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?;
    let is_alone = chars.next().is_some_and(|c| matches!(c, '.' | ')' | '）'));
    is_alone.then(|| (letter.to_ascii_lowercase() as u32 - 'a' as u32 + 1, 1))
}

/// The mark of the next point: `2.` behind `1.`, `（三）` behind `（二）`, `•` behind `•`.
pub fn next(mark: &str) -> String {
    let counted_on = number_in(mark).and_then(|(value, _)| with_number(mark, value + 1));
    counted_on.unwrap_or_else(|| mark.to_owned())
}

/// The mark with another number, in the same script: `2.` `二、` `（二）` `②` `２）` `b.`; `None` where the mark has no
/// number, or its script none so high.
pub fn with_number(mark: &str, number: u32) -> Option<String> {
    let (_, place) = number_in(mark)?;
    let written = match mark[place.range()].chars().next()? {
        c if circled(c).is_some() => {
            char::from_u32('①' as u32 + number.checked_sub(1)?).filter(|&c| circled(c).is_some())?.to_string()
        }
        '０'..='９' => number.to_string().chars().filter_map(|c| char::from_u32(c as u32 + 0xfee0)).collect(),
        c if c.is_ascii_digit() => number.to_string(),
        c if c.is_ascii_alphabetic() => {
            let letter = char::from_u32('a' as u32 + number.checked_sub(1)?).filter(char::is_ascii_lowercase)?;
            if c.is_ascii_uppercase() { letter.to_ascii_uppercase() } else { letter }.to_string()
        }
        _ => numeral::written(number)?,
    };
    Some([&mark[..place.start], &written, &mark[place.end..]].concat())
}

/// The number in a mark, and where it stands.
fn number_in(mark: &str) -> Option<(u32, Span)> {
    let read = |rest: &str| {
        let first = rest.chars().next()?;
        let circled = circled(first).map(|value| (value, first.len_utf8()));
        circled.or_else(|| arabic(rest)).or_else(|| han(rest)).or_else(|| letter(rest))
    };
    let found = |(at, _)| read(&mark[at..]).map(|(value, len)| (value, Span::new(at, at + len)));
    mark.char_indices().find_map(found)
}

fn circled(c: char) -> Option<u32> {
    match c {
        '①'..='⑳' => Some(c as u32 - '①' as u32 + 1),
        _ => None,
    }
}

/// One or two digits, in either width; a year is no list number.
fn arabic(text: &str) -> Option<(u32, usize)> {
    let digits: Vec<char> = (text.chars()).take_while(|&c| half_width(c).is_ascii_digit()).collect();
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let value = (digits.iter()).fold(0, |n, &c| n * 10 + half_width(c).to_digit(10).unwrap_or(0));
    Some((value, digits.iter().map(|c| c.len_utf8()).sum()))
}

/// 一 to 九十九, as a list counts.
fn han(text: &str) -> Option<(u32, usize)> {
    /// One more than a list counts with.
    const ENOUGH: usize = 4;
    let begins = text.starts_with(|c| numeral::digit(c).is_some() || numeral::power(c).is_some());
    let chars: Vec<char> = text.chars().take(if begins { ENOUGH } else { 0 }).collect();
    let value = u32::try_from(numeral::read(&chars)?.value).ok()?;
    let written = numeral::written(value).filter(|written| text.starts_with(written))?;
    Some((value, written.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(content: &str, expected: Option<(&str, &str)>) {
        let found = find(content).map(|found| {
            let (mark, rest) = content.split_at(found.mark);
            (mark, &rest[found.gap..])
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn bullets_of_every_font() {
        for mark in "•‧·●○◦▪■□◆◇★☆►▶→∙⁃・．➢✓\u{f0b7}\u{f0a7}\u{f0d8}".chars()
        {
            check(&format!("{mark}中國"), Some((&mark.to_string(), "中國")));
        }
        for mark in "•‧·●○◦▪■–—-*・➢✓o\u{f0b7}\u{f0a7}\u{f0d8}".chars() {
            for gap in [" ", "\t", "\u{a0}", "\u{3000}", "  "] {
                check(&format!("{mark}{gap}中國"), Some((&mark.to_string(), "中國")));
            }
        }
        check("•", Some(("•", "")));
        check("-", Some(("-", "")));
    }

    #[test]
    fn numbers_of_both_scripts() {
        for mark in ["1.", "12.", "１．", "1)", "(1)", "（1）", "１）", "一、", "十二、", "（一）", "(二)", "①", "1、"]
        {
            check(&format!("{mark} 中國"), Some((mark, "中國")));
        }
        check("一、中國", Some(("一、", "中國")));
        check("（一）中國", Some(("（一）", "中國")));
        check("1.中國", Some(("1.", "中國")));
        check("①中國", Some(("①", "中國")));
    }

    #[test]
    fn sentences_are_no_marks() {
        for text in [
            "——中國",
            "-5%",
            "**日期**",
            "1.5 trillion",
            "2025. The",
            "one",
            "o",
            "oil",
            "一帶一路",
            "(China)",
            "（一帶一路）",
            "十分",
            "*emphasis*",
            "3 million",
            "100) x",
            "A. Smith",
            "a.m. sharp",
            "e.g. this",
            "a",
            "(A. Smith)",
            "(ab) x",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn letters() {
        for mark in ["a.", "b)", "(c)", "A)", "（D）"] {
            check(&format!("{mark} 中國"), Some((mark, "中國")));
        }
        check("(a)China", Some(("(a)", "China")));
        check("a.", Some(("a.", "")));
    }

    #[test]
    fn the_next_mark_counts_on() {
        for (mark, following) in [
            ("•", "•"),
            ("-", "-"),
            ("1.", "2."),
            ("9)", "10)"),
            ("(3)", "(4)"),
            ("２．", "３．"),
            ("一、", "二、"),
            ("九、", "十、"),
            ("（十）", "（十一）"),
            ("十九、", "二十、"),
            ("①", "②"),
            ("⑳", "⑳"),
            ("99.", "100."),
            ("九十九、", "九十九、"),
            ("a.", "b."),
            ("（C）", "（D）"),
            ("z)", "z)"),
            ("o", "o"),
        ] {
            assert_eq!(next(mark), following, "{mark}");
        }
    }

    #[test]
    fn numbers_keep_their_script() {
        for (mark, number, expected) in [
            ("1.", 12, "12."),
            ("（二）", 3, "（三）"),
            ("九、", 10, "十、"),
            ("十九、", 20, "二十、"),
            ("二十、", 21, "二十一、"),
            ("①", 2, "②"),
            ("９）", 10, "１０）"),
            ("(1)", 2, "(2)"),
        ] {
            assert_eq!(with_number(mark, number).as_deref(), Some(expected));
        }
        assert_eq!(with_number("⑳", 21), None);
        assert_eq!(with_number("一、", 100), None);
        assert_eq!(with_number("•", 2), None);
    }

    #[test]
    fn numbers_are_read() {
        for (text, value) in [("12. x", 12), ("二十三、x", 23), ("③", 3), ("（十）x", 10)] {
            assert_eq!(find(text).map(|found| found.kind), Some(MarkKind::Number(value)));
        }
    }
}
