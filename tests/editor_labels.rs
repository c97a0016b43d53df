//! The editors tell a brief from another text by a list of labels of their own: it is the server's, word for word.

use std::collections::BTreeSet;
use std::path::Path;

use brief_ls::brief::{FieldKind, LabelKind};

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a list of labels")
}

/// Labels that other texts have as well do not tell a brief.
fn telling_labels() -> BTreeSet<String> {
    let kinds = LabelKind::ALL.into_iter();
    kinds
        .filter(|kind| !matches!(kind, LabelKind::Field(FieldKind::Title | FieldKind::Link)))
        .flat_map(|kind| kind.spellings().iter().map(|spelling| (*spelling).to_owned()))
        .collect()
}

#[test]
fn vscode_knows_the_server_s_labels() {
    let labels: BTreeSet<String> =
        serde_json::from_str(&read("editors/vscode/src/labels.json")).expect("an array of strings");
    assert_eq!(labels, telling_labels());
}

#[test]
fn neovim_knows_the_server_s_labels() {
    let table = read("editors/neovim/lua/brief/labels.lua");
    let quoted = table.lines().filter_map(|line| line.trim().strip_prefix('\'')?.strip_suffix("',"));
    assert_eq!(quoted.map(str::to_owned).collect::<BTreeSet<_>>(), telling_labels());
}
