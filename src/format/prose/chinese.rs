//! Chinese: at most one blank, none beside a full-width mark; half-width letters and digits; marks in the house's
//! width.

use super::marks::Width;
use super::{ProseLine, is_odd_space};
use crate::house::Spacing;
use crate::language::brackets::{Bracket, Depth};
use crate::text::{half_width, is_han};

pub(super) fn tidied(line: ProseLine, width: Width, spacing: Spacing) -> ProseLine {
    let line = line.map(|c| if is_odd_space(c) { ' ' } else { c });
    let line = half_width_words(line.without(|line, i| line.get(i) == Some(' ') && line.get(i + 1) == Some(' ')));
    let line = width.applied(line).without(is_beside_mark);
    match spacing {
        Spacing::Keep => line,
        Spacing::Add => line.with_gaps(|line, i| meets(line.get(i - 1), line.get(i))),
        Spacing::Remove => line.without(|line, i| {
            let sides = (line.left(i).map(|(_, c)| c), line.right(i).map(|(_, c)| c));
            line.get(i) == Some(' ') && meets(sides.0, sides.1)
        }),
    }
}

/// Whether Han meets a Latin letter or digit.
fn meets(left: Option<char>, right: Option<char>) -> bool {
    let (Some(left), Some(right)) = (left, right) else {
        return false;
    };
    is_han(left) && right.is_ascii_alphanumeric() || left.is_ascii_alphanumeric() && is_han(right)
}

/// Whether a blank stands beside a full-width mark, other blanks aside.
fn is_beside_mark(line: &ProseLine, i: usize) -> bool {
    let is_mark = |found: Option<(usize, char)>| found.is_some_and(|(i, c)| is_full_mark(c) && !line.kept[i]);
    line.get(i) == Some(' ') && (is_mark(line.left(i)) || is_mark(line.right(i)))
}

/// Whether the glyph of a mark contains its own blank.
fn is_full_mark(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '〈'
            | '〉'
            | '（'
            | '）'
            | '【'
            | '】'
    )
}

/// Narrows full-width letters and digits, with the marks inside numbers, except in titles and quotations.
fn half_width_words(mut line: ProseLine) -> ProseLine {
    let wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let digit = |c: Option<char>| c.is_some_and(|c| matches!(c, '０'..='９'));
    let before = line.clone();
    let mut depth = Depth::default();
    for i in 0..before.chars.len() {
        let c = before.chars[i];
        let bracket = Bracket::of(c).filter(|bracket| bracket.kind.is_of_titles_and_quotations());
        bracket.into_iter().for_each(|bracket| depth.pass(bracket));
        let in_number = digit(i.checked_sub(1).and_then(|i| before.get(i))) && digit(before.get(i + 1));
        let behind = before.chars[i + 1..].iter().take_while(|&&c| digit(Some(c))).count();
        let is_mark = in_number && (c == '．' || c == '，' && behind == 3);
        if depth.depth() == 0 && !before.kept[i] && (wide(c) || is_mark) {
            line.chars[i] = half_width(c);
        }
    }
    line
}
