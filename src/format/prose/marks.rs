//! The width of marks in Chinese: that of most marks in the brief, or the house's.

use super::ProseLine;
use crate::house::Punctuation;
use crate::language::brackets::Nesting;
use crate::text::{is_han, is_wide};

/// The half-width marks that become full-width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    Kept,
    /// Those that stand between Chinese.
    Strays,
    /// Those with Chinese on one side, and brackets round Chinese.
    Full,
}

impl Width {
    /// Width for a brief with these lines of Chinese: if most marks are full-width, the others are strays.
    pub fn of(lines: impl Iterator<Item = ProseLine>, punctuation: Punctuation) -> Width {
        match punctuation {
            Punctuation::Keep => return Width::Kept,
            Punctuation::FullWidth => return Width::Full,
            Punctuation::Auto => {}
        }
        let (mut full, mut half) = (0, 0);
        for line in lines {
            full += line.chars.iter().filter(|c| matches!(c, '，' | '；' | '：' | '？' | '！')).count();
            let behind = behind_marks(&line);
            let is_stray = |&i: &usize| is_half(&line, i) && Width::Strays.wants(&line, i, behind[i]);
            half += (0..line.chars.len()).filter(is_stray).count();
        }
        if full > half { Width::Strays } else { Width::Kept }
    }

    pub fn applied(self, mut line: ProseLine) -> ProseLine {
        if self == Width::Kept {
            return line;
        }
        let behind = behind_marks(&line);
        for (i, right) in behind.into_iter().enumerate() {
            if is_half(&line, i) && self.wants(&line, i, right) {
                line.chars[i] = full_width(line.chars[i]);
            }
        }
        if self == Width::Full { with_full_brackets(line) } else { line }
    }

    /// Whether the half-width mark at `i`, followed by `right`, becomes full-width. Never between digits or Latin
    /// words.
    fn wants(self, line: &ProseLine, i: usize, right: Option<(usize, char)>) -> bool {
        let left = line.left(i).filter(|&(i, _)| !line.kept[i]).map(|(_, c)| c);
        let after_chinese = left.is_some_and(is_wide);
        let before_chinese = match right {
            None => true,
            Some((i, c)) => !line.kept[i] && is_wide(c),
        };
        match self {
            Width::Kept => false,
            Width::Strays => after_chinese && (before_chinese || right.is_some_and(|(_, c)| c.is_ascii_digit())),
            Width::Full => {
                let is_word = |c: char| c.is_ascii_alphanumeric();
                after_chinese && (before_chinese || right.is_some_and(|(i, c)| is_word(c) && !line.kept[i]))
                    || before_chinese && right.is_some() && left.is_some_and(is_word)
            }
        }
    }
}

fn is_half(line: &ProseLine, i: usize) -> bool {
    !line.kept[i] && matches!(line.chars[i], ',' | ';' | ':' | '?' | '!')
}

fn full_width(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// For each character the next one that is neither a blank nor a half-width mark, with its index.
fn behind_marks(line: &ProseLine) -> Vec<Option<(usize, char)>> {
    let mut behind = vec![None; line.chars.len()];
    let mut next = None;
    for i in (0..line.chars.len()).rev() {
        behind[i] = next;
        if line.chars[i] != ' ' && !is_half(line, i) {
            next = Some((i, line.chars[i]));
        }
    }
    behind
}

/// Widens brackets round Chinese, pair by pair.
fn with_full_brackets(mut line: ProseLine) -> ProseLine {
    let mut open = Nesting::default();
    for i in 0..line.chars.len() {
        match line.chars[i] {
            _ if line.kept[i] => {}
            '(' | '（' => open.open((), i),
            ')' | '）' => {
                let Some(start) = open.close(()) else { continue };
                if line.chars[start..i].iter().any(|&c| is_han(c)) {
                    (line.chars[start], line.chars[i]) = ('（', '）');
                }
            }
            _ => {}
        }
    }
    line
}
