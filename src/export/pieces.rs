//! A text cut where marks begin and end, so that each piece is wholly inside or wholly outside each mark.

use crate::text::{Span, is_blank, is_han};

/// The pieces of `span`, cut at the ends of `marks`; none is empty.
pub fn cut(span: Span, marks: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let ends = marks.into_iter().flat_map(|mark| [mark.start, mark.end]);
    let mut places: Vec<usize> = ends.filter(|&at| span.contains(at)).chain([span.start, span.end]).collect();
    places.sort_unstable();
    places.dedup();
    places.windows(2).map(|ends| Span::new(ends[0], ends[1])).collect()
}

/// A piece of `text` in one line: a line break becomes a space, and nothing beside Chinese, where no space belongs.
pub fn one_line(text: &str, piece: Span) -> String {
    let mut line = String::with_capacity(piece.len());
    let mut rest = &text[piece];
    let mut done = piece.start;
    while let Some(at) = rest.find(['\n', '\r']) {
        let before = rest[..at].trim_end_matches(is_blank);
        let after = rest[at..].trim_start_matches(|c| is_blank(c) || matches!(c, '\n' | '\r'));
        line.push_str(before);
        done += rest.len() - after.len();
        let last = text[..done].trim_end_matches(|c| is_blank(c) || matches!(c, '\n' | '\r')).chars().next_back();
        let is_tight = last.is_none_or(is_wide) && text[done..].chars().next().is_none_or(is_wide);
        line.push_str(if is_tight { "" } else { " " });
        rest = after;
    }
    line + rest
}

fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_may_cross() {
        let check = |span: (usize, usize), marks: &[(usize, usize)], expected: &[(usize, usize)]| {
            let spans = |pairs: &[(usize, usize)]| pairs.iter().map(|&(a, b)| Span::new(a, b)).collect::<Vec<_>>();
            assert_eq!(cut(Span::new(span.0, span.1), spans(marks)), spans(expected));
        };
        check((2, 9), &[], &[(2, 9)]);
        check((2, 9), &[(3, 6), (5, 12)], &[(2, 3), (3, 5), (5, 6), (6, 9)]);
        check((2, 9), &[(0, 2), (4, 4), (9, 10)], &[(2, 4), (4, 9)]);
        check((2, 2), &[(0, 5)], &[]);
    }

    #[test]
    fn lines_are_joined_as_they_are_read() {
        let check = |text: &str, expected: &str| assert_eq!(one_line(text, Span::new(0, text.len())), expected);
        check("中國擴大 \r\n\t軍事，\n𠮷野家", "中國擴大軍事，𠮷野家");
        check("an alternative\n  order\n😀", "an alternative order 😀");
        check("中國 China\n建造", "中國 China 建造");
    }
}
