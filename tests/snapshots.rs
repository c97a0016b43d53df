//! What people see, kept whole: reports, pages, and what an editor shows over the briefs of this repository.
//!
//! A line that is lost, doubled or changed shows in the diff of its file in `tests/snapshots`.
//! `UPDATE_EXPECT=1 cargo test --test snapshots` writes the files anew; without it nothing is ever written.

use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::Command;

use brief_ls::archive::{Archive, Record};
use brief_ls::assist::code_lens::lenses;
use brief_ls::assist::completion::{self, Completion, Trigger};
use brief_ls::assist::hover::{Hover, hover};
use brief_ls::assist::inlay_hint::{PairNumbers, pair_numbers};
use brief_ls::assist::semantic_token::{AGREEMENTS, KINDS, tokens};
use brief_ls::export::{html, markdown};
use brief_ls::messages::Locale;
use brief_ls::snapshot::Snapshot;
use brief_ls::text::{Span, Text};
use expect_test::expect_file;
use serde_json::Value;

const BRIEFS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/briefs");
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 2);

/// Values, order and pairs at fault, in short points.
const FAULTY: &str = "faulty/values-that-differ.brief";
const GOOD: &str = "good/japan-energy.brief";
/// Errors of structure; its English half is empty.
const UNFINISHED: &str = "faulty/no-author-empty-section.brief";
const DIGEST: &str = "faulty/digest-faults-in-second.brief";

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(BRIEFS).join(name)).expect("a brief in UTF-8")
}

fn snapshot(text: &str) -> Snapshot {
    Snapshot::new(Text::new(text, 1), true, Default::default(), TODAY)
}

#[track_caller]
fn check(name: &str, shown: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    expect_file![path].assert_eq(shown);
}

#[test]
fn no_snapshot_is_left_over() {
    let source = include_str!("snapshots.rs");
    for entry in fs::read_dir(Path::new(BRIEFS).with_file_name("snapshots")).expect("the snapshots") {
        let name = entry.expect("a file").file_name().into_string().expect("UTF-8");
        assert!(source.contains(&format!("\"{name}\"")), "no test writes {name}");
    }
}

// Reports of the command line.

/// What `check` writes of a brief with warnings, one with errors and one without fault.
fn report(format: &str, locale: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_brief-ls"))
        .args(["check", "--output-format", format, FAULTY, UNFINISHED, GOOD])
        .current_dir(BRIEFS)
        .env("LC_ALL", locale)
        .output()
        .expect("the binary runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn full_report() {
    check("report.txt", &report("full", "C.UTF-8"));
    check("report.zh-TW.txt", &report("full", "zh_TW.UTF-8"));
}

#[test]
fn concise_report() {
    check("report.concise.txt", &report("concise", "C.UTF-8"));
}

#[test]
fn reports_as_json() {
    let json = report("json", "C.UTF-8");
    let all: Vec<Value> = serde_json::from_str(&json).expect("JSON");
    let lines = report("json-lines", "C.UTF-8");
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines, all);
    check("report.json", &json);
}

#[test]
fn github_report() {
    check("report.github.txt", &report("github", "C.UTF-8"));
}

#[test]
fn gitlab_report() {
    check("report.gitlab.json", &report("gitlab", "C.UTF-8"));
}

#[test]
fn junit_report() {
    check("report.junit.xml", &report("junit", "C.UTF-8"));
}

/// The manual of one rule stands for those of all, which follow every SARIF report.
#[test]
fn sarif_report() {
    let mut sarif: Value = serde_json::from_str(&report("sarif", "C.UTF-8")).expect("JSON");
    let driver = &mut sarif["runs"][0]["tool"]["driver"];
    assert_eq!(driver["version"], env!("CARGO_PKG_VERSION"));
    driver["version"] = "VERSION".into();
    driver["rules"].as_array_mut().expect("rules").retain(|rule| rule["id"] == "pairing/merged");
    let results = sarif["runs"][0]["results"].as_array_mut().expect("results");
    // Each rule's place in the list moves with every new rule; `reports_for_other_programs` follows it.
    results.iter_mut().for_each(|result| result["ruleIndex"] = "INDEX".into());
    check("report.sarif.json", &format!("{sarif:#}\n"));
}

// What is handed on.

/// The page without its style and version, a line each block.
fn page(name: &str, locale: Locale) -> String {
    let page = html::page(&snapshot(&read(name)), name, locale);
    let (head, rest) = page.split_once("<style>").expect("a style");
    let (_, body) = rest.split_once("</style>").expect("its end");
    [head, body].concat().replace(env!("CARGO_PKG_VERSION"), "VERSION").replace("><", ">\n<") + "\n"
}

#[test]
fn side_by_side_page() {
    check("page.html", &page(FAULTY, Locale::English));
    check("page.zh-TW.html", &page(UNFINISHED, Locale::Chinese));
    check("page.digest.html", &page(DIGEST, Locale::English));
}

#[test]
fn markdown_documents() {
    check("document.md", &markdown::document(&snapshot(&read(FAULTY))));
    check("table.md", &markdown::table(&snapshot(&read(FAULTY))));
}

// What an editor shows.

/// Line and column as people count them.
fn place(text: &str, offset: usize) -> String {
    let line = text[..offset].matches('\n').count() + 1;
    let column = text[..offset].rsplit('\n').next().expect("a line").chars().count() + 1;
    format!("{line}:{column}")
}

fn archive() -> Archive {
    let mut archive = Archive::default();
    for entry in fs::read_dir(Path::new(BRIEFS).join("good")).expect("briefs") {
        let path = entry.expect("a file").path();
        archive.put(&path, Record::of_text(&fs::read_to_string(&path).expect("a brief in UTF-8")));
    }
    archive
}

/// A line of at most that many characters.
const WIDTH: usize = 100;

fn shortened(line: &str) -> String {
    let line = line.trim_end();
    match line.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// What is told of each place in `visible`, and what it is told of.
fn hovers(text: &str, visible: Range<usize>) -> String {
    let (snapshot, archive) = (snapshot(text), archive());
    let mut seen: Vec<Hover> = Vec::new();
    for (offset, _) in text.char_indices().filter(|(offset, _)| visible.contains(offset)) {
        // Between mark and text of a point the place grows with the distance, and nothing else changes.
        let is_seen = |hover: &Hover| {
            let alike = |other: &Hover| other.span.end == hover.span.end && other.markdown == hover.markdown;
            seen.iter().any(alike)
        };
        let new = hover(&snapshot, &archive, offset).filter(|hover| !is_seen(hover));
        seen.extend(new);
    }
    let mut shown = String::new();
    for hover in seen {
        writeln!(shown, "{} {}", place(text, hover.span.start), shortened(&text[hover.span])).unwrap();
        let note = hover.note.map(|note| format!("*{}*", note.text(Locale::English)));
        for line in note.iter().chain([&hover.markdown]).flat_map(|part| part.lines()).filter(|line| !line.is_empty()) {
            writeln!(shown, "    {}", shortened(line)).unwrap();
        }
    }
    shown
}

#[test]
fn hover_at_every_place() {
    let (faulty, good) = (read(FAULTY), read(GOOD));
    check("hover.faulty.txt", &hovers(&faulty, 0..faulty.len()));
    // The header and the Chinese lead.
    check("hover.good.txt", &hovers(&good, 0..good.find("•").expect("a point")));
}

/// The text as an editor shows it: lenses above their line, pair numbers before their point, and each coloured place as
/// `[words kind agreement]`.
fn decorated(text: &str) -> String {
    let snapshot = snapshot(text);
    let whole = Span::new(0, text.len());
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for lens in lenses(&snapshot) {
        pieces.push((lens.span.start, format!("({})\n", lens.title.text(Locale::English))));
    }
    for number in pair_numbers(&snapshot, whole, PairNumbers::default()) {
        pieces.push((number.offset, format!("({})", number.label)));
    }
    for token in tokens(&snapshot, whole) {
        let agreement = token.agreement.map(|agreement| AGREEMENTS[agreement as usize]);
        let words: Vec<&str> = [&text[token.span], KINDS[token.kind as usize]].into_iter().chain(agreement).collect();
        pieces.push((token.span.start, "[".to_owned()));
        pieces.push((token.span.end, format!(" {}]", words[1..].join(" "))));
    }
    pieces.sort_by_key(|(offset, _)| *offset);
    let mut shown = String::new();
    let mut at = 0;
    for (offset, piece) in pieces {
        shown += &text[at..offset];
        shown += &piece;
        at = offset;
    }
    shown + &text[at..]
}

#[test]
fn colours_lenses_and_pair_numbers() {
    check("editor.faulty.txt", &decorated(&read(FAULTY)));
    check("editor.good.txt", &decorated(&read(GOOD)));
}

/// An entry of the list, what it writes where that is not its label, and what it is found by.
fn offer(completion: &Completion) -> String {
    let Completion { kind, label, detail, insert, filter, .. } = completion;
    let mut line = format!("    {kind:?} {label}");
    detail.iter().for_each(|detail| write!(line, " – {detail}").unwrap());
    if insert != label {
        write!(line, " → {insert:?}").unwrap();
    }
    shortened(&format!("{line} ← {filter}"))
}

/// The first entries at the cursor `|`, and what is told of the first one.
fn completions(marked: &str) -> String {
    let (snapshot, offset) = (snapshot(&marked.replace('|', "")), marked.find('|').expect("a cursor"));
    let entries = completion::complete(&snapshot, &archive(), offset, Trigger::Person);
    let mut shown = String::new();
    for entry in entries.iter().take(6) {
        writeln!(shown, "{}", offer(entry)).unwrap();
    }
    let about = entries.first().and_then(|first| completion::documentation(&snapshot, first.about.as_ref()?));
    if let Some(about) = about {
        writeln!(shown, "        {}", about.origin.text(Locale::English)).unwrap();
        about.markdown.lines().for_each(|line| writeln!(shown, "        {}", shortened(line)).unwrap());
    }
    shown
}

#[test]
fn completion_at_some_places() {
    let text = read(FAULTY);
    let mut shown = format!("a new file\n{}", completions("|"));
    for (written, typed) in [
        ("日期/Date: 04", "日|"),
        ("王小明 and Erik Green", "Ken|"),
        ("IISS", "Inter|"),
        ("04/17/2025", "|"),
        ("軍事、中國、歐盟、關稅", "軍事、中國、oum|"),
        ("達到1.78兆人民幣，", "達到|，"),
        ("visited Vietnam", "visited V|"),
        ("TSMC plans to invest more in the United States.", "|"),
        ("invest more in", "invest $| in"),
    ] {
        assert_eq!(text.matches(written).count(), 1, "{written}");
        write!(shown, "\n{typed}\n{}", completions(&text.replace(written, typed))).unwrap();
    }
    check("completion.txt", &shown);
}
