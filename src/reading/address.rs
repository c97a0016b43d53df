//! Web and e-mail addresses in prose, which no correction may touch.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::Span;

/// The addresses in `span` of `text`, in order. Each ends at a blank or full-width mark; Chinese behind one counts to
/// it, as it is better to spare a word of prose than to change an address.
pub fn addresses(text: &str, span: Span) -> Vec<Span> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?xi)(?:[a-z][a-z+.-]*://|www\.)[^\s，。；：？！、（）「」『』《》〈〉“”]+
            | [a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+",
        )
        .expect("a pattern")
    });
    let content = &text[span];
    if !content.contains("://") && !content.contains("www.") && !content.contains('@') {
        return Vec::new();
    }
    let spans = ADDRESS.find_iter(content).map(|found| {
        let end = found.start() + without_closing_marks(found.as_str()).len();
        Span::new(found.start(), end).shift(span.start)
    });
    spans.collect()
}

/// Whether `offset` lies in one of `spans`, which are in order and do not overlap.
pub fn in_any(spans: &[Span], offset: usize) -> bool {
    let behind = spans.partition_point(|span| span.start <= offset);
    spans[..behind].last().is_some_and(|span| span.contains(offset))
}

/// An address without the stop, the bracket and the marks of emphasis behind it.
fn without_closing_marks(address: &str) -> &str {
    const MARKS: [char; 13] = ['.', ',', ';', ':', '!', '?', '\'', '"', ']', '>', '’', '*', '_'];
    let trimmed = address.trim_end_matches(MARKS);
    if trimmed.matches(')').count() <= trimmed.matches('(').count() {
        return trimmed;
    }
    trimmed.strip_suffix(')').map_or(trimmed, |inside| inside.trim_end_matches(MARKS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = addresses(text, Span::new(0, text.len())).iter().map(|&span| &text[span]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn addresses_end_where_prose_goes_on() {
        check("見 https://x.tw/a_(b)，和 (www.iiss.org).", &["https://x.tw/a_(b)", "www.iiss.org"]);
        check("見 https://x.tw/中,國?一 二", &["https://x.tw/中,國?一"]);
        check("或https://x.tw/a", &["https://x.tw/a"]);
        check("寄到press@mnd.gov.tw。😀 a@b, c", &["press@mnd.gov.tw"]);
        check("(see http://x.tw/a?b=c.)", &["http://x.tw/a?b=c"]);
        check(
            "自2017https://x.tw/a_b,2017www.x.tw/a/b與**https://x.tw/a**",
            &["https://x.tw/a_b,2017www.x.tw/a/b與**https://x.tw/a"],
        );
        check("2017www.x.tw/a/b、**https://x.tw/a_b** 😀", &["www.x.tw/a/b", "https://x.tw/a_b"]);
        check("中國、A/B、x.y", &[]);
    }
}
