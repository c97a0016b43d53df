//! The editors' lists of labels and the colours of VS Code are made of the server's table of labels and stay as it says.
//! `UPDATE=1 cargo test --test editor_labels` writes them anew.

use std::fs;
use std::path::Path;

use brief_ls::brief::{FieldKind, LabelKind, Language};

/// Checks that the file is what it is made to be, or makes it so.
#[track_caller]
fn check(path: &str, make: impl Fn(&str) -> String) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let written = fs::read_to_string(&file).expect("a file of an editor");
    let made = make(&written);
    if std::env::var_os("UPDATE").is_some() {
        return fs::write(&file, made).expect("a file that can be written");
    }
    assert!(written == made, "{path} is not what the labels say: run `UPDATE=1 cargo test --test editor_labels`");
}

/// The labels that tell a brief from another text.
fn telling_labels() -> impl Iterator<Item = &'static str> {
    LabelKind::ALL.into_iter().filter(|kind| kind.tells_brief()).flat_map(|kind| kind.spellings()).copied()
}

#[test]
fn vscode_knows_the_server_s_labels() {
    let labels: Vec<&str> = telling_labels().collect();
    check("editors/vscode/src/labels.json", |_| serde_json::to_string_pretty(&labels).expect("JSON") + "\n");
}

#[test]
fn neovim_knows_the_server_s_labels() {
    let labels: String = telling_labels().map(|label| format!("  '{label}',\n")).collect();
    let head = "-- The labels that mark a file as a brief, for file type detection and colours.\n\
        -- Lower case, half-width. Made of the server's table by its test editor_labels; not to be edited.\n";
    check("editors/neovim/lua/brief/labels.lua", |_| format!("{head}return {{\n{labels}}}\n"));
}

/// A regular expression for the labels of these kinds, in either width.
fn any_of(kinds: &[LabelKind]) -> String {
    let mut labels: Vec<&str> = kinds.iter().flat_map(|kind| kind.spellings()).copied().collect();
    labels.sort_by_key(|label| std::cmp::Reverse(label.chars().count()));
    let labels = labels.join("|").replace(' ', r"\s+").replace("(s)", "[(（]s[)）]");
    format!(r"((?:{labels})(?:\s*[/／]\s*(?:{labels}))?)")
}

#[test]
fn vscode_colours_the_server_s_labels() {
    let line = |labels: String| format!(r"(?i)^\s*([#*_]*)\s*{labels}\s*([*_]*)\s*([:：])([*_]*)");
    let field = |kind: FieldKind| line(any_of(&[kind.into()])) + r"\s*(.*?)\s*$";
    let sections = any_of(&Language::ALL.map(LabelKind::from));
    let heading = format!(r"(?i)^\s*(#+|\*\*|__)\s*{sections}\s*([#*_]*)\s*$");
    let fields = [FieldKind::Author, FieldKind::Source, FieldKind::Date, FieldKind::Keywords].map(field);
    let expected: Vec<String> = fields.into_iter().chain([line(sections), heading]).collect();
    check("editors/vscode/syntaxes/brief.tmLanguage.json", |written| {
        let grammar: serde_json::Value = serde_json::from_str(written).expect("JSON");
        let of = |group: &str| grammar["repository"][group]["patterns"].as_array().expect("patterns").clone();
        let patterns: Vec<_> = [of("field"), of("section")].concat();
        assert_eq!(patterns.len(), expected.len());
        let json = |text: &serde_json::Value| text.to_string();
        patterns.iter().zip(&expected).fold(written.to_owned(), |text, (pattern, expected)| {
            text.replace(&json(&pattern["match"]), &json(&expected.as_str().into()))
        })
    });
}
