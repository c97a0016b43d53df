//! The order of the modules, as `lib.rs` draws it, holds: each imports only those above it, no two files import each other,
//! groups of rules are walls to each other, and the protocol's and the command line's crates stay at the border.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

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

/// The product code of a file: no comments, no tests.
fn code(text: &str) -> String {
    static TEST_MODULE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"#\[cfg\(test\)\]\s*mod \w+;").expect("a pattern"));
    let text = TEST_MODULE.replace_all(text, "");
    let product = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    product.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The paths of a `use` tree: `a::{b, c::d}` is a::b and a::c::d.
fn paths_of_tree(tree: &str) -> Vec<Vec<String>> {
    let Some((head, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        return vec![path.split("::").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()];
    };
    let inside = rest.trim_end().strip_suffix('}').unwrap_or(rest);
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in inside.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            c => parts.last_mut().expect("a part").push(c),
        }
    }
    let of_part = |part: &String| paths_of_tree(&format!("{}{}", head.trim(), part.trim()));
    parts.iter().filter(|part| !part.trim().is_empty()).flat_map(of_part).collect()
}

/// The files of the product by module: `["rules", "text"]` has `src/rules/text.rs`.
struct Modules {
    files: BTreeMap<Vec<String>, PathBuf>,
    /// Of each module, the names that it hands on and where they come from.
    reexports: BTreeMap<Vec<String>, BTreeMap<String, Vec<String>>>,
    /// Of each module, the paths that it names, from the crate's root.
    paths: BTreeMap<Vec<String>, Vec<Vec<String>>>,
}

impl Modules {
    fn read() -> Modules {
        let mut modules = Modules { files: BTreeMap::new(), reexports: BTreeMap::new(), paths: BTreeMap::new() };
        let is_product =
            |module: &Vec<String>| module.iter().all(|name| name != "tests" && name != "lib" && name != "main");
        for path in sources(Path::new(SOURCE)) {
            let inside = path.strip_prefix(SOURCE).expect("a source").with_extension("");
            let module: Vec<String> =
                inside.components().map(|name| name.as_os_str().to_string_lossy().into()).collect();
            if is_product(&module) {
                modules.files.insert(module, path);
            }
        }
        for (module, path) in modules.files.clone() {
            modules.read_file(module, &code(&fs::read_to_string(path).expect("a source")));
        }
        modules
    }

    fn read_file(&mut self, module: Vec<String>, code: &str) {
        static USE: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"(?m)^\s*(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);").expect("a pattern"));
        static PATH: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"\b(?:crate|super|self)(?:::\w+)+").expect("a pattern"));
        let (mut paths, mut reexports) = (Vec::new(), BTreeMap::new());
        for found in USE.captures_iter(code) {
            for path in paths_of_tree(&found[2]).iter().filter_map(|path| self.resolved_from_root(&module, path)) {
                if let (Some(_), Some(name)) = (found.get(1), path.last()) {
                    reexports.insert(name.clone(), path.clone());
                }
                paths.push(path);
            }
        }
        for found in PATH.find_iter(&USE.replace_all(code, "")) {
            let path: Vec<String> = found.as_str().split("::").map(str::to_owned).collect();
            paths.extend(self.resolved_from_root(&module, &path));
        }
        self.reexports.insert(module.clone(), reexports);
        self.paths.insert(module, paths);
    }

    /// A path as it is named in a module, from the crate's root; nothing for those of other crates.
    fn resolved_from_root(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        let up = path.iter().take_while(|name| *name == "super").count();
        let (start, rest): (&[String], &[String]) = match path.first()?.as_str() {
            "crate" => (&[], &path[1..]),
            "self" => (module, &path[1..]),
            "super" => (module.get(..module.len().checked_sub(up)?)?, &path[up..]),
            child if self.files.contains_key(&[module, &[child.to_owned()]].concat()) => (module, path),
            _ => return None,
        };
        Some([start, rest].concat().into_iter().filter(|name| name != "self").collect())
    }

    /// The module that defines what a path names.
    fn home(&self, path: &[String]) -> Option<Vec<String>> {
        let module = (1..=path.len()).rev().map(|len| &path[..len]).find(|start| self.files.contains_key(*start))?;
        let name = path.get(module.len());
        match name.and_then(|name| self.reexports.get(module)?.get(name)).filter(|target| *target != path) {
            Some(target) => self.home(target),
            None => Some(module.to_owned()),
        }
    }

    /// The modules that each module imports, but for itself.
    fn imports(&self) -> BTreeMap<&[String], BTreeSet<Vec<String>>> {
        let of = |(module, paths): (&'_ Vec<String>, &Vec<Vec<String>>)| {
            let homes = paths.iter().filter_map(|path| self.home(path)).filter(|home| home != module);
            homes.collect::<BTreeSet<_>>()
        };
        self.paths.iter().map(|(module, paths)| (module.as_slice(), of((module, paths)))).collect()
    }

    /// The group of rules that a module belongs to.
    fn group<'m>(&self, module: &'m [String]) -> Option<&'m str> {
        let group = module.get(1).filter(|_| module[0] == "rules")?;
        let is_group = self.files.keys().any(|other| other.len() > 2 && other.starts_with(&module[..2]));
        is_group.then_some(group)
    }
}

#[test]
fn groups_of_rules_are_walls() {
    let modules = Modules::read();
    let groups: BTreeSet<&str> = modules.files.keys().filter_map(|module| modules.group(module)).collect();
    assert!(groups.len() > 10, "the groups are found: {groups:?}");
    let registry = ["rules".to_owned()];
    let mut faults = Vec::new();
    for (module, imports) in modules.imports() {
        // The frame's list of groups is what makes a group known.
        if module == registry {
            continue;
        }
        let other =
            |import: &&Vec<String>| modules.group(import).is_some_and(|group| modules.group(module) != Some(group));
        faults.extend(imports.iter().filter(other).map(|import| format!("{module:?} imports {import:?}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The registry names each group once, as `group::GROUP`, and the one rule about files that are not read.
#[test]
fn the_frame_of_rules_names_groups_in_the_registry_alone() {
    let modules = Modules::read();
    let code = code(&fs::read_to_string(Path::new(SOURCE).join("rules.rs")).expect("a source"));
    for group in modules.files.keys().filter_map(|module| modules.group(module)).collect::<BTreeSet<_>>() {
        let path = Regex::new(&format!(r"(?m)(?:^|[^\w:]){group}::(\w+)")).expect("a pattern");
        let named: Vec<&str> = path.captures_iter(&code).map(|found| found.get(1).expect("a name").as_str()).collect();
        let expected = if group == "file" { "too_large" } else { "GROUP" };
        assert_eq!(named, [expected], "rules.rs names {group}");
    }
}

/// Follows `imports` from `start`, and gives the way back to it.
fn circle<'a>(
    start: &'a [String],
    imports: &'a BTreeMap<&[String], BTreeSet<Vec<String>>>,
) -> Option<Vec<&'a [String]>> {
    // The file of a folder and those in it belong together.
    let is_house = |one: &[String], other: &[String]| one.starts_with(other) || other.starts_with(one);
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop() {
        let last = *way.last().expect("a start");
        for next in imports.get(last).into_iter().flatten().filter(|next| !is_house(last, next)) {
            if next == start {
                return Some(way);
            }
            if seen.insert(next) {
                ways.push([way.as_slice(), &[next.as_slice()]].concat());
            }
        }
    }
    None
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let modules = Modules::read();
    let imports = modules.imports();
    let circles: Vec<String> = imports
        .keys()
        .filter_map(|module| circle(module, &imports))
        .map(|way| way.iter().map(|module| module.join("::")).collect::<Vec<_>>().join(" -> "))
        .collect();
    assert!(circles.is_empty(), "circles:\n{}", circles.join("\n"));
}

#[test]
fn trees_of_imports_are_read() {
    let paths = paths_of_tree("crate::rules::{self, text_unit::{UnitKind, TextUnit}, text as t}");
    let paths: Vec<String> = paths.iter().map(|path| path.join("::")).collect();
    let expected =
        ["self", "text_unit::UnitKind", "text_unit::TextUnit", "text"].map(|end| format!("crate::rules::{end}"));
    assert_eq!(paths, expected);
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
