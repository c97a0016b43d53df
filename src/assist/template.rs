//! An empty brief to begin with.

use jiff::civil::Date;

use crate::brief::{FieldKind, Language};
use crate::format;
use crate::house::House;

/// A fresh brief in the house's layout, with `today` in the date field.
pub fn plain(house: &House, today: Date) -> String {
    format::formatted(&body(house, today, |_, value| value.to_owned()), house, today)
}

/// A fresh brief as an LSP snippet, with a tab stop wherever something is to be written. The date is one to overwrite, as
/// most publications are read a day or more after they appear.
pub fn snippet(house: &House, today: Date) -> String {
    body(house, today, |stop, value| match value {
        "" => format!("${stop}"),
        value => format!("${{{stop}:{value}}}"),
    })
}

/// `stop` renders the n-th tab stop with its present value.
fn body(house: &House, today: Date, stop: impl Fn(usize, &str) -> String) -> String {
    let mut stops = 0;
    let mut next = |value: &str| {
        stops += 1;
        stop(stops, value)
    };
    let mut text = String::new();
    for &kind in &house.header.required {
        let value = match kind {
            FieldKind::Date => next(&house.date_format.write(today)),
            _ => next(""),
        };
        let gap = if house.format.blank_lines { "\n" } else { "" };
        text += &format!("{}{value}\n{gap}", house.opening(kind));
    }
    let (indent, mark) = (" ".repeat(house.format.indent_at(0)), house.format.mark);
    for language in Language::ALL {
        let gap = if text.is_empty() || text.ends_with("\n\n") { "" } else { "\n" };
        text += &format!("{gap}{}\n{}\n{indent}{mark} {}\n", house.opening(language), next(""), next(""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = jiff::civil::date(2026, 3, 2);

    #[test]
    fn a_fresh_brief() {
        let expected = "\
作者/Author(s):

網站來源/Source:

日期/Date: 03/02/2026

關鍵字/Keywords:

摘要:
  •

Summary:
  •
";
        assert_eq!(plain(&House::default(), TODAY), expected);
    }

    #[test]
    fn tab_stops_stand_where_something_is_missing() {
        let snippet = snippet(&House::default(), TODAY);
        assert!(snippet.starts_with("作者/Author(s): $1\n\n網站來源/Source: $2\n\n日期/Date: ${3:03/02/2026}\n"));
        assert!(snippet.ends_with("Summary:\n$7\n  • $8\n"));
    }
}
