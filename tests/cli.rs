//! The command line, through the real binary.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const CLEAN: &str = "\
作者/Author(s): 王小明

網站來源/Source: RAND Corporation

日期/Date: 04/17/2025

關鍵字/Keywords: 軍事、中國

摘要:
中國的軍事支出增加。
  • 甲說明第一件事。

Summary:
China spends more on its military.
  • A explains the first thing.
";

fn faulty() -> String {
    CLEAN.replace("04/17/2025", "2025-04-17").replace("中國\n\n", "中國\u{a0}\n\n\n")
}

struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Folder {
        let folder = TempDir::new().expect("a folder");
        for (name, content) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, content).expect("a file");
        }
        Folder(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("a file")
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "", "C.UTF-8")
    }

    fn run_with(&self, arguments: &[&str], input: &str, locale: &str) -> Run {
        let mut process = Command::new(env!("CARGO_BIN_EXE_brief-ls"))
            .args(arguments)
            .current_dir(self.path())
            .env("LC_ALL", locale)
            .env_remove("NO_COLOR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        // A command that reads no input closes it early.
        let _ = process.stdin.take().expect("stdin is piped").write_all(input.as_bytes());
        Run::new(process.wait_with_output().expect("the binary ends"))
    }
}

struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Run {
    fn new(output: Output) -> Run {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Run { status: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    fn check(self, status: i32, out: &[&str], err: &[&str]) -> Run {
        for part in out {
            assert!(self.out.contains(part), "no {part:?} in\n{}\n{}", self.out, self.err);
        }
        for part in err {
            assert!(self.err.contains(part), "no {part:?} in\n{}", self.err);
        }
        assert_eq!(self.status, status, "{}{}", self.out, self.err);
        self
    }
}

#[test]
fn a_clean_brief_ends_with_0() {
    let folder = Folder::new(&[("a.brief", CLEAN.as_bytes())]);
    folder.run(&["check"]).check(0, &["nothing to report"], &[]);
    folder.run(&["check", "a.brief"]).check(0, &[], &[]);
    folder.run(&["format", "--check", "a.brief"]).check(0, &[], &[]);
}

#[test]
fn faults_end_with_1_unless_told_otherwise() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes())]);
    folder.run(&["check", "a.brief"]).check(1, &["date/format", "warnings: 1"], &[]);
    folder.run(&["check", "--exit-zero", "a.brief"]).check(0, &["date/format"], &[]);
    folder.run(&["check", "--ignore", "date", "a.brief"]).check(0, &[], &[]);
    folder.run(&["check", "--select", "header,date/invalid", "a.brief"]).check(0, &[], &[]);
}

#[test]
fn what_cannot_run_ends_with_2_and_the_rest_goes_on() {
    let folder =
        Folder::new(&[("a.brief", faulty().as_bytes()), ("big5.brief", b"\xa7@\xaa\xcc: X\n\xa4\xe9\xb4\xc1: Y\n")]);
    let run = folder.run(&["check", "--output-format", "concise", "none.brief", "big5.brief", "a.brief"]);
    run.check(
        2,
        &["a.brief:5:10: warning[date/format]"],
        &["none.brief: cannot be read", "Big5", "iconv -f Big5 -t UTF-8"],
    );
    folder.run(&["check", "--select", "date/invald"]).check(2, &[], &["did you mean date/invalid?"]);
    folder.run(&["check", "--no-such-option"]).check(2, &[], &["--no-such-option"]);
    assert_eq!(fs::read(folder.path().join("big5.brief")).unwrap()[0], 0xa7);
}

#[test]
fn folders_are_walked_for_briefs_alone() {
    let folder = Folder::new(&[
        ("b/z.brief", faulty().as_bytes()),
        ("b/a.txt", faulty().as_bytes()),
        ("b/letter.txt", b"Dear Sir,\nDate: today\n"),
        ("b/data.csv", faulty().as_bytes()),
        (".hidden/x.brief", faulty().as_bytes()),
        ("skipped.brief", faulty().as_bytes()),
        (".ignore", b"skipped.brief\n"),
    ]);
    let run = folder.run(&["check", "--output-format", "concise"]).check(1, &[], &[]);
    let files: Vec<&str> = run.out.lines().filter_map(|line| line.split_once(':')).map(|(file, _)| file).collect();
    assert_eq!(files[..2], ["b/a.txt", "b/z.brief"]);
    folder.run(&["check", "b/letter.txt"]).check(0, &[], &["not a brief"]);
    let empty = Folder::new(&[]);
    empty.run(&["check"]).check(0, &[], &["no briefs found"]);
    let notes = Folder::new(&[("notes/note.txt", b"Dear Sir,\n"), ("letter.txt", b"Dear Sir,\n")]);
    for command in ["check", "format"] {
        notes.run(&[command, "notes"]).check(0, &[], &["note: brief-ls: no briefs found"]);
        let named = notes.run(&[command, "letter.txt"]).check(0, &[], &["not a brief"]);
        assert!(!named.err.contains("no briefs found"), "{}", named.err);
    }
}

#[test]
fn carets_stand_under_the_fault_by_display_width() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes())]);
    let run = folder.run(&["check", "a.brief"]);
    let lines: Vec<&str> = run.out.lines().collect();
    let source = lines.iter().position(|line| line.contains("日期/Date: 2025-04-17")).expect("the line");
    // 日期 is two characters and four columns wide.
    let column = |line: &str, part: &str| {
        let before = line.split(part).next().expect("a start");
        before.chars().map(|c| if c > '\u{2e7f}' { 2 } else { 1 }).sum::<usize>()
    };
    assert_eq!(column(lines[source], "2025-04-17"), column(lines[source + 1], "^"), "{}", run.out);
    assert!(lines[source + 1].contains("^^^^^^^^^^"));
    assert!(!run.out.contains('\u{1b}'), "colours in a pipe");
    assert!(folder.run(&["--color", "always", "check", "a.brief"]).out.contains('\u{1b}'));
}

#[test]
fn a_byte_order_mark_is_no_column() {
    let brief = format!("\u{feff}{}", CLEAN.replace("王小明", "Dr. Erik Green"));
    let folder = Folder::new(&[("a.brief", brief.as_bytes())]);
    folder.run(&["check", "--output-format", "concise"]).check(0, &["a.brief:1:15: hint[author/name-form]"], &[]);
    let run = folder.run(&["check"]).check(0, &["a.brief:1:15", "1 | 作者/Author(s): Dr. Erik Green"], &[]);
    let caret = run.out.lines().find(|line| line.contains("^^^")).expect("carets");
    // The number and its line, and the label with two characters of two columns.
    assert_eq!(caret.find('^'), Some("1 | ".len() + "00/Author(s): ".len() + 2), "{}", run.out);
}

#[test]
fn what_is_no_text_is_not_given_an_encoding() {
    let noise: Vec<u8> = (0..400u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let folder = Folder::new(&[("noise.brief", &noise), ("zip.brief", b"PK\x03\x04\x00\xff\xfe")]);
    for name in ["noise.brief", "zip.brief"] {
        let run = folder.run(&["check", name]).check(2, &[], &["is no text in UTF-8"]);
        assert!(!run.err.contains("iconv"), "{}", run.err);
    }
}

#[test]
fn json_for_programs() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes())]);
    let run = folder.run(&["check", "--output-format", "json", "a.brief"]).check(1, &[], &[]);
    let findings: Value = serde_json::from_str(&run.out).expect("JSON");
    let finding = &findings[0];
    assert_eq!(
        (&finding["file"], &finding["rule"], &finding["severity"]),
        (&"a.brief".into(), &"date/format".into(), &"warning".into())
    );
    let offset = faulty().find("2025-04-17").expect("the date");
    assert_eq!(finding["range"]["start"], serde_json::json!({ "line": 5, "column": 9 + 1, "offset": offset }));
    assert_eq!(finding["points"], serde_json::json!({ "zh": [], "en": [] }));
    assert_eq!(finding["related"], serde_json::json!([]));
    let edit = &finding["fixes"][0]["edits"][0];
    assert_eq!((&finding["fixes"][0]["safe"], &edit["text"]), (&true.into(), &"04/17/2025".into()));
    assert_eq!(edit["range"]["end"]["offset"], offset + 10);
    let clean = Folder::new(&[("a.brief", CLEAN.as_bytes())]);
    assert_eq!(clean.run(&["check", "--output-format", "json"]).out.trim(), "[]");
}

#[test]
fn reports_for_other_programs() {
    let two_faults = faulty().replace("explains the first", "explains the the first");
    let folder = Folder::new(&[("我的 簡報.brief", two_faults.as_bytes()), ("clean.brief", CLEAN.as_bytes())]);
    let report = |format| folder.run(&["check", "--output-format", format]).check(1, &[], &[]).out;

    let lines: Vec<Value> =
        report("json-lines").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let all: Vec<Value> = serde_json::from_str(&report("json")).expect("JSON");
    assert!(lines == all && lines.len() > 1, "{lines:?}");

    assert!(report("github").starts_with(
        "::warning file=我的 簡報.brief,line=5,col=10,endLine=5,endColumn=20,title=date/format::write the date 2025-04-17 as"
    ));

    let quality: Vec<Value> = serde_json::from_str(&report("gitlab")).expect("JSON");
    let prints: std::collections::HashSet<&str> =
        quality.iter().map(|issue| issue["fingerprint"].as_str().expect("a fingerprint")).collect();
    assert_eq!((quality.len(), prints.len()), (all.len(), all.len()));
    let first = (&quality[0]["severity"], &quality[0]["location"]["positions"]["begin"]);
    assert_eq!(first, (&"major".into(), &serde_json::json!({ "line": 5, "column": 10 })));

    let sarif: Value = serde_json::from_str(&report("sarif")).expect("JSON");
    let run = &sarif["runs"][0];
    let result = &run["results"][0];
    let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().expect("an index") as usize];
    assert_eq!((&rule["id"], &result["level"]), (&"date/format".into(), &"warning".into()));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%E6%88%91%E7%9A%84%20%E7%B0%A1%E5%A0%B1.brief");
    assert_eq!(
        place["region"],
        serde_json::json!({ "startLine": 5, "startColumn": 10, "endLine": 5, "endColumn": 20 })
    );
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "04/17/2025");

    let junit = report("junit");
    assert!(junit.contains(r#"<testsuite name="我的 簡報.brief" tests="1" failures="1""#), "{junit}");
    assert!(junit.contains(r#"<testsuite name="clean.brief" tests="1" failures="0""#), "{junit}");

    folder.run(&["check", "--statistics", "--output-format", "sarif"]).check(2, &[], &["has no form for sarif"]);
}

#[test]
fn watching() {
    let folder = Folder::new(&[("a.brief", CLEAN.as_bytes()), ("picture.png", b"")]);
    let mut process = Command::new(env!("CARGO_BIN_EXE_brief-ls"))
        .args(["check", "--watch", "--output-format", "concise"])
        .current_dir(folder.path())
        .env("LC_ALL", "C.UTF-8")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let mut lines = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
    let mut next_report = || loop {
        let line = lines.next().expect("the process goes on").expect("UTF-8");
        if line.starts_with("errors: ") || line.ends_with("nothing to report") {
            return line;
        }
    };
    assert_eq!(next_report(), "files checked: 1; nothing to report");
    fs::write(folder.path().join("picture.png"), "no brief").expect("a file");
    fs::write(folder.path().join("a.brief"), faulty()).expect("a file");
    // The file may be read while it is empty.
    while next_report() != "errors: 0, warnings: 1, other remarks: 0" {}
    fs::write(folder.path().join("brief.toml"), "[lint]\nignore = [\"date\"]\n").expect("a file");
    while next_report() != "files checked: 1; nothing to report" {}
    process.kill().expect("the process ends");
    process.wait().expect("the process has ended");
    folder.run(&["check", "--watch", "-"]).check(2, &[], &["standard input is read once"]);
}

#[test]
fn fixes_are_written_or_shown() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes())]);
    folder.run(&["check", "--diff", "a.brief"]).check(1, &["-日期/Date: 2025-04-17", "+日期/Date: 04/17/2025"], &[]);
    assert_eq!(folder.read("a.brief"), faulty());
    folder.run(&["check", "--fix", "a.brief"]).check(0, &["nothing to report"], &[]);
    assert!(folder.read("a.brief").contains("日期/Date: 04/17/2025\n"));
    let input = faulty();
    let run = folder.run_with(&["check", "--fix", "-"], &input, "C.UTF-8").check(0, &[], &["nothing to report"]);
    assert_eq!(run.out, input.replace("2025-04-17", "04/17/2025"));
}

#[test]
fn unsafe_fixes_only_when_asked() {
    let text = CLEAN.replace("04/17/2025", "17/04/2025");
    let folder = Folder::new(&[("a.brief", text.as_bytes())]);
    folder.run(&["check", "--fix", "a.brief"]).check(1, &["date/day-first"], &[]);
    assert_eq!(folder.read("a.brief"), text);
    folder.run(&["check", "--fix", "--unsafe-fixes", "a.brief"]).check(0, &[], &[]);
    assert_eq!(folder.read("a.brief"), CLEAN);
}

#[test]
fn formatting_in_place_or_on_the_way() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes()), ("b.brief", CLEAN.as_bytes())]);
    folder.run(&["format", "--check"]).check(1, &["a.brief: would be reformatted"], &[]);
    folder.run(&["format", "--diff"]).check(1, &["+++ a.brief", "-關鍵字/Keywords: 軍事、中國\u{a0}"], &[]);
    assert_eq!(folder.read("a.brief"), faulty());
    folder.run(&["format"]).check(0, &[], &["files reformatted: 1, left unchanged: 1"]);
    assert_eq!(folder.read("a.brief"), CLEAN);
    let run = folder.run_with(&["format", "-"], &faulty(), "C.UTF-8").check(0, &[], &[]);
    assert_eq!(run.out, CLEAN);
    let letter = "Dear Sir,  \n\n\nDate: x";
    // An editor puts what comes out in the place of the text.
    for arguments in [&["format"][..], &["check", "--fix"]] {
        let filter = |more: &[&str]| folder.run_with(&[arguments, more].concat(), letter, "C.UTF-8");
        let run = filter(&["--stdin-filename", "x.txt", "-"]).check(0, &[], &["x.txt: not a brief"]);
        assert_eq!(run.out, letter);
    }
    assert_eq!(folder.run_with(&["format", "-"], letter, "C.UTF-8").out, letter);
    let check = folder.run_with(&["check", "--stdin-filename", "x.txt", "-"], letter, "C.UTF-8");
    check.check(0, &[], &["x.txt: not a brief"]);
    let export = &["export", "-", "--stdin-filename", "x.txt", "--to", "html"];
    assert_eq!(folder.run_with(export, letter, "C.UTF-8").check(2, &[], &["x.txt: not a brief"]).out, "");
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new(&[("real/a.brief", faulty().as_bytes())]);
    let real = folder.path().join("real/a.brief");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink(&real, folder.path().join("link.brief")).expect("a link");
    folder.run(&["format", "link.brief"]).check(0, &[], &[]);
    assert_eq!(folder.read("real/a.brief"), CLEAN);
    assert!(folder.path().join("link.brief").is_symlink());
    assert_eq!(real.metadata().expect("a file").permissions().mode() & 0o777, 0o640);
    let left: Vec<_> = fs::read_dir(folder.path().join("real")).expect("a folder").collect();
    assert_eq!(left.len(), 1, "a temporary file was left behind");
}

#[test]
fn a_new_brief_is_never_written_over_another_file() {
    let folder = Folder::new(&[]);
    folder.run(&["new", "a.brief"]).check(0, &[], &[]);
    let brief = folder.read("a.brief");
    let today = brief_ls::snapshot::today().strftime("%m/%d/%Y").to_string();
    assert!(brief.starts_with("作者/Author(s):\n") && brief.contains(&format!("日期/Date: {today}\n")), "{brief}");
    fs::write(folder.path().join("a.brief"), CLEAN).expect("a file");
    folder.run(&["new", "a.brief"]).check(2, &[], &["already there"]);
    assert_eq!(folder.read("a.brief"), CLEAN);
    assert_eq!(folder.run(&["new"]).out, brief);
    folder.run_with(&["format", "--check", "--stdin-filename", "n.brief", "-"], &brief, "C.UTF-8").check(0, &[], &[]);
}

#[test]
fn manuals() {
    let folder = Folder::new(&[]);
    folder.run(&["explain", "date/invalid"]).check(0, &["date/invalid (error)", "## Why"], &[]);
    folder.run(&["explain"]).check(0, &["header/missing-field", "pairing/count"], &[]);
    let group = folder.run(&["explain", "date"]).check(0, &["date/invalid     error  ", "date/future"], &[]);
    assert!(group.out.lines().all(|line| line.starts_with("date/")), "{}", group.out);
    let group: Value =
        serde_json::from_str(&folder.run(&["explain", "date", "--output-format", "json"]).out).expect("JSON");
    assert_eq!(group[0]["rule"], "date/invalid");
    folder.run_with(&["explain", "date"], "", "zh_TW.UTF-8").check(0, &["date/invalid     錯誤  "], &[]);
    folder.run(&["explain", "date/invalidd"]).check(2, &[], &["did you mean date/invalid?"]);
    let all: Value = serde_json::from_str(&folder.run(&["explain", "--output-format", "json"]).out).expect("JSON");
    let manuals: Vec<&str> =
        (all.as_array().expect("a list").iter()).map(|rule| rule["manual"].as_str().expect("a manual")).collect();
    assert_eq!(manuals.len(), brief_ls::rules::RULES.len());
    assert!(manuals.iter().all(|manual| !manual.is_empty()), "{manuals:?}");
}

#[test]
fn completions_for_shells() {
    let folder = Folder::new(&[]);
    for shell in ["bash", "zsh", "fish"] {
        folder.run(&["completions", shell]).check(0, &["brief-ls"], &[]);
    }
}

#[test]
fn messages_speak_the_user_s_language() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes())]);
    folder.run_with(&["check", "a.brief"], "", "zh_TW.UTF-8").check(1, &["日期「2025-04-17」請寫成 04/17/2025"], &[]);
    folder.run_with(&["check", "a.brief"], "", "zh_TW.UTF-8").check(1, &["警告[date/format]: ", "建議: "], &[]);
    folder.run_with(&["check", "none"], "", "zh_TW.UTF-8").check(2, &[], &["錯誤: none: 無法讀取"]);
}

#[test]
fn a_file_that_is_too_large_is_not_analysed() {
    let large = faulty().repeat(40_000);
    let folder = Folder::new(&[("large.brief", large.as_bytes())]);
    let run = folder.run(&["check", "--output-format", "concise", "large.brief"]).check(0, &["file/too-large"], &[]);
    assert_eq!(run.out.matches("large.brief:").count(), 1);
    folder.run(&["format", "--check", "large.brief"]).check(0, &[], &[]);
}

#[test]
fn a_brief_becomes_a_page() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes()), ("letter.txt", b"Dear Sir,\n")]);
    folder.run(&["export", "a.brief", "--to", "html"]).check(0, &["<!DOCTYPE html>", "王小明", "date/format"], &[]);
    folder.run(&["export", "a.brief", "-o", "a.html"]).check(0, &[], &[]);
    assert!(folder.read("a.html").contains("<title>RAND Corporation"));
    let input = CLEAN.replace("王小明", "陳美玲");
    folder.run_with(&["export", "-", "-o", "a.html"], &input, "zh_TW.UTF-8").check(0, &[], &[]);
    assert!(folder.read("a.html").contains("陳美玲") && folder.read("a.html").contains("對應 2 組"));
    folder.run(&["export", "a.brief"]).check(2, &[], &["--to html"]);
    fs::write(folder.path().join("own.html"), "<!DOCTYPE html><title>mine").expect("a file");
    folder.run(&["export", "a.brief", "-o", "own.html"]).check(2, &[], &["own.html: is already there", "--force"]);
    assert!(folder.read("own.html").contains("mine"));
    folder.run(&["export", "a.brief", "--to", "html", "-o", "./a.brief"]).check(2, &[], &["name another file"]);
    folder.run(&["export", "none.brief", "--to", "html"]).check(2, &[], &["none.brief: cannot be read"]);
    folder.run(&["export", "letter.txt", "--to", "html"]).check(2, &[], &["not a brief"]);
    folder.run(&["export", ".", "--to", "html"]).check(2, &[], &["name one file"]);
    assert_eq!(folder.read("a.brief"), faulty());
}

#[test]
fn a_brief_becomes_markdown() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes())]);
    folder.run(&["export", "a.brief", "-o", "a.md"]).check(0, &[], &[]);
    assert!(folder.read("a.md").starts_with("**作者/Author(s):** 王小明\n\n"));
    // The date that can be mended was.
    assert!(folder.read("a.md").contains("**日期/Date:** 04/17/2025\n\n"));
    let table = ["| 摘要 | Summary |", "| 1\\. 甲說明第一件事。 | 1\\. A explains the first thing. |"];
    folder.run(&["export", "a.brief", "--to", "markdown-table"]).check(0, &table, &[]);
    fs::write(folder.path().join("a.md"), "mine").expect("a file");
    folder.run(&["export", "a.brief", "-o", "a.md"]).check(2, &[], &["a.md: is already there", "--force"]);
    assert_eq!(folder.read("a.md"), "mine");
}

#[test]
fn a_brief_goes_to_word_and_comes_back() {
    let folder = Folder::new(&[("a.brief", faulty().as_bytes())]);
    folder.run(&["export", "a.brief", "-o", "a.docx"]).check(0, &[], &[]);
    folder.run(&["import", "a.docx"]).check(0, &[CLEAN], &[]);
    folder.run(&["import", "a.docx", "-o", "b.brief"]).check(0, &[], &[]);
    assert_eq!(folder.read("b.brief"), CLEAN);
    folder.run(&["import", "a.docx", "-o", "a.brief"]).check(2, &[], &["a.brief: is already there", "--force"]);
    assert_eq!(folder.read("a.brief"), faulty());
    folder.run(&["import", "a.docx", "-o", "a.brief", "--force"]).check(0, &[], &[]);
    assert_eq!(folder.read("a.brief"), CLEAN);
    folder.run(&["import", "b.brief"]).check(2, &[], &["b.brief: is plain text"]);
    let sent = fs::read(folder.path().join("a.docx")).expect("a file");
    let changed = CLEAN.replace("王小明", "陳美玲");
    let export =
        |force: &[&str]| folder.run_with(&[&["export", "-", "-o", "a.docx"], force].concat(), &changed, "C.UTF-8");
    export(&[]).check(2, &[], &["a.docx: is already there", "--force"]);
    assert_eq!(fs::read(folder.path().join("a.docx")).expect("a file"), sent);
    export(&["--force"]).check(0, &[], &[]);
    folder.run(&["import", "a.docx"]).check(0, &["陳美玲"], &[]);
    folder.run(&["import", "none.docx"]).check(2, &[], &["none.docx: cannot be read"]);
    folder.run(&["import", "a.docx", "-o", "a.docx", "--force"]).check(2, &[], &["name another file"]);
    folder.run(&["import", "a.docx", "-o", "no/such/folder.brief"]).check(2, &[], &["cannot be written"]);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 3, "a temporary file was left behind");
}
