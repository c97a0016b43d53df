//! English: one blank between words, none before a mark, one behind a comma.

use super::{ProseLine, is_odd_space};

pub(super) fn tidied(line: ProseLine) -> ProseLine {
    line.map(|c| if is_odd_space(c) || c == '\u{3000}' { ' ' } else { c })
        .without(|line, i| line.get(i) == Some(' ') && line.get(i + 1) == Some(' '))
        .without(is_before_mark)
        .with_gaps(is_behind_comma)
}

/// Whether a blank stands before a mark that ends a word; dots and smileys may stand apart.
fn is_before_mark(line: &ProseLine, i: usize) -> bool {
    let (Some(' '), Some(mark), true) = (line.get(i), line.get(i + 1), i > 0) else {
        return false;
    };
    let behind = line.get(i + 2);
    let ends = behind.is_none_or(|c| matches!(c, ' ' | '”' | '’' | '"' | '\''));
    match mark {
        ',' | '!' | '?' => ends || behind == Some(')'),
        ';' | ':' => ends,
        '.' => (ends || behind == Some(')')) && !is_among_dots(line, i + 1),
        _ => false,
    }
}

/// Whether the dot belongs to a spaced ellipsis, `. . .`.
fn is_among_dots(line: &ProseLine, dot: usize) -> bool {
    let is_dot = |found: Option<(usize, char)>| found.is_some_and(|(_, c)| c == '.');
    is_dot(line.left(dot)) || is_dot(line.right(dot))
}

/// Whether a word follows a comma or semicolon without a blank; `x,y` is a formula.
fn is_behind_comma(line: &ProseLine, i: usize) -> bool {
    let is_letter = |i: Option<usize>| i.and_then(|i| line.get(i)).is_some_and(|c| c.is_ascii_alphabetic());
    let is_comma = matches!(line.get(i - 1), Some(',' | ';'));
    let before = is_letter(i.checked_sub(2)) && is_letter(i.checked_sub(3));
    is_comma && !line.kept[i] && before && !line.kept[i - 2] && is_letter(Some(i)) && is_letter(Some(i + 1))
}
