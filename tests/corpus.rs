//! The briefs of this repository: each is reported as its table says, and formatted as it should be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use brief_ls::brief::{Labels, looks_like_brief, named_like_brief};
use brief_ls::format::formatted;
use brief_ls::house::House;
use brief_ls::rules::Severity;
use brief_ls::snapshot::Snapshot;
use brief_ls::text::Text;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/briefs");
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 1);

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(FOLDER).join(folder)).expect("a folder of briefs");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a brief in UTF-8")
}

fn rules(content: &str) -> BTreeSet<&'static str> {
    let snapshot = Snapshot::new(Text::new(content, 0), true, Default::default(), TODAY);
    snapshot.findings().iter().map(|finding| finding.rule.name).collect()
}

#[test]
fn every_file_is_reported_as_the_table_says() {
    let table = read(&Path::new(FOLDER).join("README.md"));
    let rows = table.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| ")?.split(" | ");
        let file = cells.next()?.trim_matches('`');
        file.contains('.')
            .then(|| (file.to_owned(), cells.next().unwrap_or_default().trim_end_matches(" |").to_owned()))
    });
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for (file, cell) in rows {
        let expected: BTreeSet<&str> =
            cell.split(", ").map(|rule| rule.trim_matches(['`', ' ', '|'])).filter(|rule| rule.contains('/')).collect();
        let content = read(&Path::new(FOLDER).join(&file));
        let found = if named_like_brief(&file) || looks_like_brief(&content, &Labels::default()) {
            rules(&content)
        } else {
            BTreeSet::new()
        };
        if found != expected {
            let missed: Vec<_> = expected.difference(&found).collect();
            let surplus: Vec<_> = found.difference(&expected).collect();
            wrong.push(format!("{file}: missed {missed:?}, surplus {surplus:?}"));
        }
        seen.insert(Path::new(FOLDER).join(file));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for folder in ["good", "faulty", "not-briefs"] {
        for file in files(folder) {
            assert!(seen.contains(&file), "{} is not in the table", file.display());
        }
    }
}

#[test]
fn good_briefs_are_formatted_already() {
    for file in files("good") {
        let content = read(&file);
        assert_eq!(formatted(&content, &House::default(), TODAY), content, "{}", file.display());
    }
}

/// As briefs leave a word processor: blanks at every end, empty lines before the sections, and no last line end.
#[test]
fn blanks_left_in_a_good_brief_are_no_fault_and_go() {
    for file in files("good") {
        let content = read(&file);
        let typed = content.replace('\n', "\u{a0} \n").replace("\n摘要", "\n \n\n摘要");
        let typed = typed.trim_end();
        let findings = Snapshot::new(Text::new(typed, 0), true, Default::default(), TODAY);
        let loud: Vec<_> = findings.findings().iter().filter(|finding| finding.severity <= Severity::Warning).collect();
        assert!(loud.is_empty(), "{}: {loud:?}", file.display());
        assert_eq!(formatted(typed, &House::default(), TODAY), content, "{}", file.display());
    }
}

#[test]
fn formatting_faulty_briefs_settles_at_once() {
    for file in files("faulty") {
        let once = formatted(&read(&file), &House::default(), TODAY);
        assert_eq!(formatted(&once, &House::default(), TODAY), once, "{}", file.display());
        let snapshot = Snapshot::new(Text::new(&once, 0), true, Default::default(), TODAY);
        let left: Vec<_> =
            snapshot.findings().iter().filter(|finding| finding.fixes.iter().any(|fix| fix.safe)).collect();
        assert!(left.is_empty(), "{}: {left:?}", file.display());
    }
}

#[test]
fn what_is_no_brief_comes_back_byte_for_byte() {
    for file in files("not-briefs") {
        let content = read(&file);
        assert!(!looks_like_brief(&content, &Labels::default()), "{}", file.display());
        assert_eq!(formatted(&content, &House::default(), TODAY), content);
    }
}
