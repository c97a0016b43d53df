//! The README keeps its word: its table of rules is the registry's, and its commands name files that are there.

use std::path::Path;

use brief_ls::rules::{GROUPS, RULES};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn readme() -> String {
    std::fs::read_to_string(Path::new(ROOT).join("README.md")).expect("README.md")
}

fn table() -> String {
    let rows =
        RULES.iter().map(|rule| format!("| `{}` | {} | {} |\n", rule.name, rule.severity.as_str(), rule.summary()));
    format!("\n| rule | severity | |\n|---|---|---|\n{}\n", rows.collect::<String>())
}

#[test]
fn the_table_of_rules_is_current() {
    let readme = readme();
    let (before, rest) = readme.split_once("<!-- rules -->").expect("a place for the table");
    let (found, after) = rest.split_once("<!-- /rules -->").expect("its end");
    if found == table() {
        return;
    }
    // On a developer's machine the mended table is written at once; the test fails all the same.
    if std::env::var_os("CI").is_none() {
        let mended = format!("{before}<!-- rules -->{}<!-- /rules -->{after}", table());
        std::fs::write(Path::new(ROOT).join("README.md"), mended).expect("README.md");
    }
    panic!("the table of rules in README.md was out of date");
}

#[test]
fn what_it_points_at_is_there() {
    let readme = readme();
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let commands = readme.split_whitespace().filter(|word| word.starts_with("tests/") || word.starts_with("editors/"));
    for path in links.chain(commands).filter(|path| !path.starts_with("http") && !path.starts_with('#')) {
        let path = path.trim_matches(['`', ')', '(', ',', '.']);
        assert!(Path::new(ROOT).join(path).exists(), "README.md speaks of {path}, which is not there");
    }
}

/// Every manual, by group, one heading below where it stands in the program.
fn manuals() -> String {
    let mut page = "# The rules of brief-ls\n\nMade of the manuals in the program by `cargo test`; `brief-ls explain RULE` shows the same. \
        What can be set\nin [brief.toml](../README.md#configuration) stands under *Options*, but for what holds of every rule: `lint.select` and `lint.ignore` turn\nrules on and off, `lint.severity` sets how much each matters, `lint.accept` lists findings that are right as they are, and\n`lint.per-file` holds for some files only.\n"
        .to_owned();
    for group in GROUPS {
        page += &format!("\n## {}\n", group.name);
        for rule in group.rules {
            let manual = rule.manual().replace("\n## ", "\n#### ");
            page += &format!("\n### {}\n\n*{}*\n\n{}\n", rule.name, rule.severity.as_str(), manual.trim());
        }
    }
    page
}

#[test]
fn the_page_of_manuals_is_current() {
    let path = Path::new(ROOT).join("docs/rules.md");
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept != manuals() && std::env::var_os("CI").is_none() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("docs");
        std::fs::write(&path, manuals()).expect("docs/rules.md");
    }
    assert!(kept == manuals(), "docs/rules.md was out of date; it has been written anew");
}

#[test]
fn manuals_name_settings_that_there_are() {
    let all = brief_ls::config::schema();
    for rule in RULES.iter() {
        let options = rule.part("Options").unwrap_or_default() + &rule.settings();
        let quoted = options.split('`').skip(1).step_by(2).filter(|words| words.contains('.'));
        for setting in quoted.map(|words| words.split([' ', '=']).next().unwrap_or_default()) {
            let key = setting.rsplit('.').next().unwrap_or_default();
            assert!(all.contains(&format!("\"{key}\":")), "{} speaks of {setting}", rule.name);
        }
    }
}
