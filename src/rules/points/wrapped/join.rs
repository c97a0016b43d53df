//! Joining two lines of one text into one.

use crate::brief::Language;
use crate::text::{half_width, is_blank, is_han, is_wide};

/// The text that replaces a line break.
pub(super) struct Join {
    pub between: &'static str,
    /// No other join is possible, and the two lines certainly are one text.
    pub is_sure: bool,
}

impl Join {
    pub(super) fn sure(between: &'static str) -> Join {
        Join { between, is_sure: true }
    }
}

/// The join of the lines `before` and `after`, which have no blanks at their ends. `gap` is the text between them; `full`
/// says that the line before had no room for the next word.
pub(super) fn join(before: &str, gap: &str, after: &str, full: bool, habits: &Habits) -> Join {
    if gap.contains(SOFT_HYPHEN) {
        return Join::sure("");
    }
    if let Some(join) = at_hyphen(before, after) {
        return join;
    }
    let tight = is_attached(before, after) || habits.is_tight(before, after);
    let goes_on = full || !ends_sentence(before, after);
    Join { between: if tight { "" } else { " " }, is_sure: goes_on && !may_begin_point(after) }
}

/// Whether a line begins like a point with an unknown mark: `iv. Taiwan`, `B. Taiwan`, `✅ 台灣`.
fn may_begin_point(line: &str) -> bool {
    let first = line.split(is_blank).next().unwrap_or_default();
    let is_symbol =
        |c: char| ('\u{2190}'..='\u{2bff}').contains(&c) || matches!(c, '※' | '#' | '+' | '>' | '＞' | '＊');
    let number = first.trim_start_matches(['(', '（']).strip_suffix(['.', ')', '）', '．', '、']);
    line.starts_with(is_symbol) || is_emoji(line) || number.is_some_and(counts)
}

/// Whether a line begins with an emoji and a blank; inside a text none follows it.
fn is_emoji(line: &str) -> bool {
    let is_sign = |c: char| u32::from(c) >= 0x1f000 && !is_han(c) || c == '\u{fe0f}';
    line.starts_with(is_sign) && line.trim_start_matches(is_sign).starts_with(is_blank)
}

/// Whether a word counts: a letter, a number or a Roman numeral.
fn counts(word: &str) -> bool {
    let is_letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let is_roman = word.bytes().all(|b| matches!(b.to_ascii_lowercase(), b'i' | b'v' | b'x'));
    !word.is_empty() && (is_letter || is_roman || word.chars().all(|c| half_width(c).is_ascii_digit()))
}

const SOFT_HYPHEN: char = '\u{ad}';

/// The hyphen stays: `well-known` and `inter-national` cannot be told apart without a dictionary.
fn at_hyphen(before: &str, after: &str) -> Option<Join> {
    let stem = before.strip_suffix(['-', '\u{2010}'])?;
    if !stem.ends_with(char::is_alphanumeric) || !after.starts_with(char::is_alphanumeric) {
        return None;
    }
    // Short- and long-term.
    let is_suspended = matches!(first_word(after), "and" | "or" | "to");
    Some(if is_suspended { Join::sure(" ") } else { Join { between: "", is_sure: false } })
}

/// Whether brackets, dashes or marks meet that have no blank in either language.
fn is_attached(before: &str, after: &str) -> bool {
    let mut last = before.chars().rev();
    match last.next() {
        Some('(' | '[' | '“' | '‘') => return true,
        Some('–' | '—') => return last.next().is_some_and(|c| !is_blank(c)),
        _ => (),
    }
    after.starts_with([',', '.', ';', ':', '!', '?', '%', ')', ']'])
}

/// Whether `before` ends a sentence; `U.S.` does not where a small letter follows.
fn ends_sentence(before: &str, after: &str) -> bool {
    let bare = before.trim_end_matches(['」', '』', '”', '’', '"', '\'', '）', ')']);
    bare.ends_with(['。', '！', '？', '!', '?', '.']) && !after.starts_with(char::is_lowercase)
}

/// The first word, or the first character where words are not separated.
pub(super) fn first_word(text: &str) -> &str {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let is_alone = text.starts_with(|c| is_wide(c) || is_soft(c));
    let rest = &text[first..];
    let more = rest.find(|c| is_wide(c) || is_blank(c)).unwrap_or(rest.len());
    &text[..first + if is_alone { 0 } else { more }]
}

/// Whether `before` with the first word of `after` would be wider than `widest`, in columns.
pub(super) fn is_full(before: &str, after: &str, widest: usize) -> bool {
    // Punctuation that may not begin a line makes some lines one character shorter.
    const TOLERANCE: usize = 2;
    let word = first_word(after.trim_start_matches(is_blank));
    width(before) + width(word) + TOLERANCE > widest
}

/// Approximate width in columns on a screen.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Spacing habits of a section: whether Chinese beside English and digits mostly has a blank between.
pub(super) struct Habits {
    language: Language,
    /// For each kind of [`meeting`], how many more are tight than spaced.
    balance: [i32; 4],
}

impl Habits {
    pub(super) fn of<'a>(language: Language, texts: impl Iterator<Item = &'a str>) -> Habits {
        let mut balance = [0; 4];
        for line in texts.flat_map(|text| text.split(['\n', '\r'])) {
            let mut above: Option<char> = None;
            let mut spaced = false;
            for c in line.chars() {
                if is_blank(c) {
                    spaced = true;
                    continue;
                }
                if let Some(kind) = above.and_then(|above| meeting(above, c)) {
                    balance[kind] += if spaced { -1 } else { 1 };
                }
                (above, spaced) = (Some(c), false);
            }
        }
        Habits { language, balance }
    }

    fn is_tight(&self, before: &str, after: &str) -> bool {
        let (Some(left), Some(right)) = (before.chars().next_back(), after.chars().next()) else {
            return true;
        };
        if self.language == Language::Chinese && is_broken_number(before, right) {
            return true;
        }
        match meeting(left, right) {
            Some(kind) => self.balance[kind] > 0,
            None => is_wide(left) || is_wide(right),
        }
    }
}

/// The kind, 0 to 3, of a meeting of a Chinese and another character, by their order and by whether the other is a letter
/// or digit; `None` where both are Chinese or neither is.
fn meeting(left: char, right: char) -> Option<usize> {
    let (other, first) = match (is_wide(left), is_wide(right)) {
        (true, false) => (right, 0),
        (false, true) => (left, 2),
        _ => return None,
    };
    (!is_soft(other)).then_some(first + usize::from(other.is_alphanumeric()))
}

/// Whether a number is broken: `1,` and `000` are one in Chinese text, which breaks anywhere.
fn is_broken_number(before: &str, right: char) -> bool {
    let digits = before.strip_suffix([',', '.']);
    right.is_ascii_digit() && digits.is_some_and(|digits| digits.ends_with(|c: char| c.is_ascii_digit()))
}

/// Punctuation of both languages that takes no blank beside Han.
fn is_soft(c: char) -> bool {
    matches!(c, '—' | '…' | '‘' | '’' | '“' | '”' | '·' | '‧')
}
