//! Lines as every editor counts them: LF, CRLF and a lone CR end one, nothing else does.

use memchr::memchr2;

use super::Span;

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineEnd {
    Lf,
    CrLf,
    Cr,
    /// The last line of a text.
    None,
}

impl LineEnd {
    pub fn as_str(self) -> &'static str {
        match self {
            LineEnd::Lf => "\n",
            LineEnd::CrLf => "\r\n",
            LineEnd::Cr => "\r",
            LineEnd::None => "",
        }
    }
}

/// Content span and line end of each line. A text that ends with a line end has no line after it.
pub fn split_lines(text: &str) -> impl Iterator<Item = (Span, LineEnd)> {
    let bytes = text.as_bytes();
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
        let content = memchr2(b'\n', b'\r', rest).map_or(bytes.len(), |at| start + at);
        let end = match (bytes.get(content), bytes.get(content + 1)) {
            (Some(b'\r'), Some(b'\n')) => LineEnd::CrLf,
            (Some(b'\r'), _) => LineEnd::Cr,
            (Some(_), _) => LineEnd::Lf,
            (None, _) => LineEnd::None,
        };
        let span = Span::new(start, content);
        start = content + end.as_str().len();
        Some((span, end))
    })
}

/// The lines that hold anything, without blanks at their ends.
pub fn content_lines(text: &str) -> impl Iterator<Item = Span> {
    split_lines(text).map(|(line, _)| line.trim(text)).filter(|line| !line.is_empty())
}
