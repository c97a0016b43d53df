//! An empty brief to begin with.

use jiff::civil::Date;

use crate::brief::{FieldKind, LabelKind, Language};
use crate::format;
use crate::reading::date;

/// A fresh brief in canonical layout, with `today` in the date field.
pub fn plain(today: Date) -> String {
    format::formatted(&body(today, |_| String::new()), today)
}

/// The same as an LSP snippet, with a tab stop wherever something is to be written.
pub fn snippet(today: Date) -> String {
    body(today, |stop| format!("${stop}"))
}

fn body(today: Date, stop: impl Fn(usize) -> String) -> String {
    let field = |kind, value: &str| format!("{}: {value}\n\n", LabelKind::Field(kind).canonical());
    let section = |language, first: usize| {
        let label = LabelKind::Section(language).canonical();
        format!("{label}:\n{}\n  • {}\n", stop(first), stop(first + 1))
    };
    [
        field(FieldKind::Author, &stop(1)),
        field(FieldKind::Source, &stop(2)),
        field(FieldKind::Date, &date::canonical(today)),
        field(FieldKind::Keywords, &stop(3)),
        section(Language::Chinese, 4),
        "\n".to_owned(),
        section(Language::English, 6),
    ]
    .concat()
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
        assert_eq!(plain(TODAY), expected);
    }

    #[test]
    fn tab_stops_stand_where_something_is_missing() {
        let snippet = snippet(TODAY);
        assert!(snippet.starts_with("作者/Author(s): $1\n\n網站來源/Source: $2\n\n日期/Date: 03/02/2026\n"));
        assert!(snippet.ends_with("Summary:\n$6\n  • $7\n"));
    }
}
