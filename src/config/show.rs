//! The configuration in force, with the origin of each value.

use serde::Serialize;
use toml::{Table, Value};

use super::document::TomlDocument;
use super::store::Loaded;
use super::tables::BriefToml;
use crate::text::{Encoding, Text};

/// Every value as TOML, followed by its origin: a line of a brief.toml, or the program's default.
pub fn show(loaded: Option<&Loaded>) -> String {
    let text = loaded.map(|loaded| loaded.text.as_str()).unwrap_or_default();
    let tables: BriefToml = toml::from_str(text).unwrap_or_default();
    let origin = Origin { loaded, document: TomlDocument::of(text).ok(), lines: Text::new(text, 0) };
    let Ok(values) = Table::try_from(&tables) else { return String::new() };
    let (plain, tables): (Vec<_>, Vec<_>) = values.iter().partition(|(_, value)| !value.is_table());
    let mut shown: String = plain.into_iter().map(|(key, value)| line(key, value, &origin.of(&[key]))).collect();
    for (name, table) in tables {
        shown += &format!("{}[{name}]\n", if shown.is_empty() { "" } else { "\n" });
        for (key, value) in table.as_table().into_iter().flatten() {
            shown += &line(key, value, &origin.of(&[name, key]));
        }
    }
    shown
}

fn line(key: &str, value: &Value, origin: &str) -> String {
    format!("{key} = {}  # {origin}\n", Inline(value))
}

/// A value on one line.
pub(super) struct Inline<'v>(pub &'v Value);

impl std::fmt::Display for Inline<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::new();
        match self.0.serialize(toml::ser::ValueSerializer::new(&mut text)) {
            Ok(_) => f.write_str(&text),
            Err(_) => write!(f, "{}", self.0),
        }
    }
}

struct Origin<'l> {
    loaded: Option<&'l Loaded>,
    document: Option<TomlDocument<'l>>,
    lines: Text,
}

impl Origin<'_> {
    fn of(&self, path: &[&str]) -> String {
        let place = self.document.as_ref().and_then(|document| document.value(path));
        match (self.loaded, place) {
            (Some(loaded), Some(place)) => {
                let line = self.lines.position(place.start, Encoding::Utf32).line + 1;
                format!("{}:{line}", loaded.path.display())
            }
            _ => "default".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_where_they_come_from() {
        let text =
            "[header]\ndate-format = \"%Y-%m-%d\"\n\n[[lint.accept]]\nrule = \"date/future\"\ntext = \"12/04/2099\"\n";
        let loaded =
            Loaded { path: "/a/brief.toml".into(), text: text.to_owned(), problems: Vec::new(), configuration: None };
        let shown = show(Some(&loaded));
        for line in [
            "[header]",
            "fields = [\"author\", \"source\", \"date\", \"keywords\"]  # default",
            "date-format = \"%Y-%m-%d\"  # /a/brief.toml:2",
            "accept = [{ rule = \"date/future\", text = \"12/04/2099\" }]  # /a/brief.toml:4",
            "mark = \"•\"  # default",
        ] {
            assert!(shown.lines().any(|shown| shown == line), "{line} in\n{shown}");
        }
        let read: BriefToml = toml::from_str(&shown).expect("TOML");
        assert_eq!(read, toml::from_str(text).expect("TOML"));
        assert_eq!(toml::from_str::<BriefToml>(&show(None)).expect("TOML"), BriefToml::default());
    }
}
