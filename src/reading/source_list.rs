//! The source field's value as a list of sources, separated by marks that occur in no name.

use crate::text::{Span, is_blank};

/// The parts of the value at `value` in `text`, without blanks at their ends, none empty. A part may still be several
/// names: words that join two occur inside names as well.
pub fn parts(text: &str, value: Span) -> Vec<Span> {
    let marks: Vec<Span> = marks(&text[value]).map(|mark| mark.shift(value.start)).collect();
    let mut start = value.start;
    let mut parts = Vec::new();
    for mark in marks.into_iter().chain([Span::at(value.end)]) {
        parts.push(Span::new(start, mark.start).trim(text));
        start = mark.end;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The places of `、`, `;` and of slashes between blanks.
fn marks(text: &str) -> impl Iterator<Item = Span> {
    text.char_indices().filter_map(|(at, c)| {
        let end = at + c.len_utf8();
        let is_apart = || text[..at].ends_with(is_blank) && text[end..].starts_with(is_blank);
        let is_mark = matches!(c, '、' | ';' | '；') || (matches!(c, '/' | '／') && is_apart());
        is_mark.then(|| Span::new(at, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: &[&str]) {
        let text = format!("來源: {value}\n摘要:");
        let start = "來源: ".len();
        let found = parts(&text, Span::new(start, start + value.len())).into_iter();
        assert_eq!(found.map(|part| &text[part.range()]).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn marks_that_stand_in_no_name_part() {
        check("RAND Corporation、 蘭德公司 ；IISS;😀", &["RAND Corporation", "蘭德公司", "IISS", "😀"]);
        check("RAND / Brookings", &["RAND", "Brookings"]);
        check("、IISS、、", &["IISS"]);
        check("", &[]);
        check(" 、 ", &[]);
    }

    #[test]
    fn other_marks_do_not() {
        check("Radio Free Europe/Radio Liberty", &["Radio Free Europe/Radio Liberty"]);
        check("Peace, Conflict and Clouds", &["Peace, Conflict and Clouds"]);
    }
}
