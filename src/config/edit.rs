//! Additions to a brief.toml that keep its comments, order and layout.

use std::path::Path;

use globset::escape;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

use crate::rules::Finding;

/// A decision about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// It is right as it is; `file` is relative to the folder of brief.toml.
    Accept {
        rule: String,
        text: String,
        file: Option<String>,
    },
    /// Its rule is turned off in one file.
    IgnoreIn {
        rule: String,
        file: String,
    },
    /// Its rule is turned off everywhere.
    Ignore {
        rule: String,
    },
    Keyword {
        chinese: String,
    },
    Source {
        name: String,
    },
}

/// `text` with the additions. `None` if it is no TOML or has a value of another kind in their place.
pub fn added(text: &str, additions: &[Addition]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    for addition in additions {
        add(document.as_table_mut(), addition)?;
    }
    Some(document.to_string())
}

/// The addition to the brief.toml at `target` that accepts a finding in the file at `path`, whose text is `text`.
pub fn accepting(target: &Path, path: &Path, finding: &Finding, text: &str) -> Addition {
    let words = text[finding.span].split_whitespace().collect::<Vec<_>>().join(" ");
    Addition::Accept { rule: finding.rule.name.to_owned(), text: words, file: inside(target, path) }
}

/// `path` relative to the folder of the brief.toml at `target`, with `/`; `None` for a file outside that folder.
pub fn inside(target: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(target.parent()?).ok()?;
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Some(parts.join("/"))
}

fn add(root: &mut Table, addition: &Addition) -> Option<()> {
    match addition {
        Addition::Accept { rule, text, file } => {
            let mut entry = vec![("rule", rule.clone()), ("text", text.clone())];
            entry.extend(file.as_ref().map(|file| ("file", escape(file))));
            push_table(table(root, "lint")?, "accept", &entry)
        }
        Addition::IgnoreIn { rule, file } => ignore_in(table(root, "lint")?, rule, &escape(file)),
        Addition::Ignore { rule } => push_string(table(root, "lint")?, "ignore", rule),
        Addition::Keyword { chinese } => push_string(table(root, "vocabulary")?, "keywords", chinese),
        Addition::Source { name } => push_source(table(root, "vocabulary")?, name),
    }
}

/// The table of that name, made if there is none.
fn table<'r>(root: &'r mut Table, name: &str) -> Option<&'r mut dyn TableLike> {
    let item = root.entry(name).or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    item.as_table_like_mut()
}

/// Ignores the rule in the entry for exactly that file, made if there is none.
fn ignore_in(lint: &mut dyn TableLike, rule: &str, file: &str) -> Option<()> {
    let is_of_file = |table: &Table| table.get("path").and_then(Item::as_str) == Some(file);
    let entries = lint.get_mut("per-file").and_then(Item::as_array_of_tables_mut);
    if let Some(entry) = entries.and_then(|entries| entries.iter_mut().find(|table| is_of_file(table))) {
        return push_string(entry, "ignore", rule);
    }
    let mut entry = Table::new();
    entry.insert("path", value(file));
    entry.insert("ignore", value(Array::from_iter([rule])));
    push_entry(lint, "per-file", entry)
}

fn push_table(table: &mut dyn TableLike, key: &str, entry: &[(&str, String)]) -> Option<()> {
    let entry = entry.iter().map(|(key, text)| (*key, value(text.as_str())));
    push_entry(table, key, entry.collect())
}

/// Adds a `[[table.key]]`, or a member of the list that stands in its place.
fn push_entry(table: &mut dyn TableLike, key: &str, entry: Table) -> Option<()> {
    match table.entry(key).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new())) {
        Item::ArrayOfTables(entries) => entries.push(entry),
        Item::Value(Value::Array(list)) => push(list, Value::InlineTable(entry.into_inline_table())),
        _ => return None,
    }
    Some(())
}

fn push_string(table: &mut dyn TableLike, key: &str, text: &str) -> Option<()> {
    let list = table.entry(key).or_insert_with(|| value(Array::new())).as_array_mut()?;
    push(list, text.into());
    Some(())
}

fn push_source(vocabulary: &mut dyn TableLike, name: &str) -> Option<()> {
    match vocabulary.get("sources") {
        Some(Item::ArrayOfTables(_)) => push_table(vocabulary, "sources", &[("name", name.to_owned())]),
        _ => {
            let list = vocabulary.entry("sources").or_insert_with(|| value(Array::new())).as_array_mut()?;
            push(list, Value::InlineTable(InlineTable::from_iter([("name", name)])));
            Some(())
        }
    }
}

/// Adds a member on a line of its own, if the last one has that.
fn push(list: &mut Array, mut member: Value) {
    let last = list.iter().last().and_then(|last| last.decor().prefix()?.as_str()).map(str::to_owned);
    match last {
        Some(prefix) if prefix.contains('\n') => {
            let indent = prefix.rsplit('\n').next().unwrap_or_default();
            // A comment behind the last member stays with it.
            let behind = list.trailing().as_str().unwrap_or_default().to_owned();
            let (comment, end) = behind.rfind('\n').map_or(("", "\n"), |at| behind.split_at(at));
            member.decor_mut().set_prefix(format!("{comment}\n{indent}"));
            list.push_formatted(member);
            list.set_trailing(end);
            list.set_trailing_comma(true);
        }
        _ => list.push(member),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, addition: Addition, expected: &str) {
        let after = added(text, &[addition]).expect("TOML");
        assert_eq!(after, expected);
        crate::config::Configuration::read(&after).expect("a configuration");
    }

    fn accept(file: Option<&str>) -> Addition {
        Addition::Accept { rule: "date/future".into(), text: "12/04/2099".into(), file: file.map(str::to_owned) }
    }

    #[test]
    fn an_accepted_finding() {
        let entry = "[[lint.accept]]\nrule = \"date/future\"\ntext = \"12/04/2099\"\n";
        check("", accept(None), entry);
        check("", accept(Some("a [b]/簡.brief")), &format!("{entry}file = \"a [[]b[]]/簡.brief\"\n"));
        check(
            "# ours\n[lint] # rules\nignore = [\"text\"]\n\n[format]\nindent = 4 # wide\n",
            accept(None),
            &format!("# ours\n[lint] # rules\nignore = [\"text\"]\n\n{entry}\n[format]\nindent = 4 # wide\n"),
        );
        check(
            "[lint]\naccept = [\n  { rule = \"text/avoid\", text = \"南韓\" }, # quoted\n]\n",
            accept(None),
            "[lint]\naccept = [\n  { rule = \"text/avoid\", text = \"南韓\" }, # quoted\n  { rule = \"date/future\", text = \"12/04/2099\" },\n]\n",
        );
    }

    #[test]
    fn a_rule_turned_off() {
        let off = || Addition::Ignore { rule: "text/avoid".into() };
        check("", off(), "[lint]\nignore = [\"text/avoid\"]\n");
        check("[lint]\nignore = [\"date\"] # why\n", off(), "[lint]\nignore = [\"date\", \"text/avoid\"] # why\n");
        check(
            "[lint]\nignore = [\n    \"date\",\n]\n",
            off(),
            "[lint]\nignore = [\n    \"date\",\n    \"text/avoid\",\n]\n",
        );
        check(
            "[[lint.accept]]\nrule = \"date/future\"\ntext = \"x\"\n",
            off(),
            "[lint]\nignore = [\"text/avoid\"]\n[[lint.accept]]\nrule = \"date/future\"\ntext = \"x\"\n",
        );
    }

    #[test]
    fn a_rule_turned_off_in_a_file() {
        let off = |rule: &str| Addition::IgnoreIn { rule: rule.into(), file: "a.brief".into() };
        let entry = "[[lint.per-file]]\npath = \"a.brief\"\nignore = [\"text/avoid\"]\n";
        check("", off("text/avoid"), entry);
        check(entry, off("date"), &entry.replace("avoid\"]", "avoid\", \"date\"]"));
    }

    #[test]
    fn words_of_the_house() {
        let keyword = Addition::Keyword { chinese: "觀雲".into() };
        check("", keyword.clone(), "[vocabulary]\nkeywords = [\"觀雲\"]\n");
        check("[vocabulary]\nclosed = true\n", keyword, "[vocabulary]\nclosed = true\nkeywords = [\"觀雲\"]\n");
        let source = Addition::Source { name: "Institute of Cloud Gazing".into() };
        check("", source.clone(), "[vocabulary]\nsources = [{ name = \"Institute of Cloud Gazing\" }]\n");
        check(
            "[[vocabulary.sources]]\nname = \"A\"\n",
            source,
            "[[vocabulary.sources]]\nname = \"A\"\n\n[[vocabulary.sources]]\nname = \"Institute of Cloud Gazing\"\n",
        );
    }

    #[test]
    fn what_cannot_be_added_to() {
        for text in ["[lint", "lint = 3\n", "[lint]\naccept = 3\n"] {
            assert_eq!(added(text, &[accept(None)]), None, "{text}");
        }
    }
}
