//! The order of the modules, as `lib.rs` draws it, holds: each imports only those above it, and the protocol's and the
//! command line's crates stay at the border.

use std::fs;
use std::path::{Path, PathBuf};

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// The modules in the order of the map.
fn order() -> Vec<String> {
    let map = fs::read_to_string(Path::new(SOURCE).join("lib.rs")).expect("lib.rs");
    let modules = map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found
}

/// The top-level module that a file belongs to.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(SOURCE).expect("a source");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Every `crate::name` in the text.
fn imports(text: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
    text.split("crate::").skip(1).map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn each_module_imports_only_those_above_it() {
    let order = order();
    assert!(order.len() > 5, "the map lists the modules: {order:?}");
    let place = |name: &str| order.iter().position(|module| module == name);
    for path in sources(Path::new(SOURCE)) {
        let Some(own) = place(&module(&path)) else {
            continue;
        };
        let text = fs::read_to_string(&path).expect("a source");
        for import in imports(&text) {
            let Some(other) = place(&import) else {
                continue;
            };
            // The command `server` is the one place where one border calls the other.
            assert!(other <= own, "{} imports {import}, which stands below it", path.display());
        }
    }
}

#[test]
fn border_crates_stay_at_the_border() {
    let borders = [("tower_lsp", "server"), ("tokio", "server"), ("clap", "cli"), ("annotate_snippets", "cli")];
    for path in sources(Path::new(SOURCE)) {
        let text = fs::read_to_string(&path).expect("a source");
        for (name, border) in borders {
            let uses = text.lines().any(|line| {
                let code = line.split("//").next().unwrap_or_default();
                code.contains(&format!("{name}::")) || code.trim_start().starts_with(&format!("use {name}"))
            });
            assert!(!uses || module(&path) == border, "{} uses {name}", path.display());
        }
    }
}

#[test]
fn every_file_says_why_it_exists() {
    for path in sources(Path::new(SOURCE)) {
        let text = fs::read_to_string(&path).expect("a source");
        assert!(text.starts_with("//! "), "{} begins without a //! line", path.display());
    }
}

#[test]
fn no_module_is_a_drawer() {
    for path in sources(Path::new(SOURCE)) {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(
            !["util", "utils", "helper", "helpers", "common", "misc"].contains(&name.as_str()),
            "{}",
            path.display()
        );
    }
}
