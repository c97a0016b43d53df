//! brief.toml through the real binary: what a house decides holds on the command line and in editors, at once.

mod client;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use brief_ls::text::{Edit, Encoding, Position, Span, Text, edit};
use client::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Nothing is wrong with it but 南韓, where a house avoids that, and what the house changes.
const NOTE: &str = "\
作者/Author(s): 王小明

網站來源/Source: RAND Corporation

日期/Date: 04/17/2025

關鍵字/Keywords: 軍事、日本

摘要:
南韓與日本的軍事支出增加。
  • 日本的支出增加。

Summary:
South Korea and Japan spend more on their military.
  • Japan spends more.
";

const AVOID: &str = "[glossary]\navoid = [{ term = \"南韓\", use = \"韓國\" }] # the house says 韓國\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_brief-ls"));
    command.args(arguments).current_dir(folder).env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1");
    command.output().expect("the binary runs")
}

/// Exit status and standard output.
fn told(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = run(folder, arguments);
    (output.status.code().expect("a status"), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[track_caller]
fn check_rules(folder: &Path, arguments: &[&str], expected: &[&str]) {
    let output = run(folder, &[&["check", "--output-format", "json"], arguments].concat());
    let findings: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rules: Vec<&str> =
        findings.as_array().expect("a list").iter().map(|f| f["rule"].as_str().expect("a rule")).collect();
    assert_eq!(rules, expected, "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_nearest_file_holds() {
    let folder =
        folder(&[("a/b/note.brief", NOTE), ("brief.toml", AVOID), ("a/c/note.brief", NOTE), ("a/c/brief.toml", "")]);
    check_rules(folder.path(), &["a/b"], &["text/avoid"]);
    check_rules(folder.path(), &["a/c"], &[]);
    check_rules(&folder.path().join("a/b"), &["note.brief"], &["text/avoid"]);
}

#[test]
fn the_command_line_counts_before_the_file() {
    let ignoring = format!("{AVOID}[lint]\nignore = [\"text\"]\n");
    let folder = folder(&[("note.brief", NOTE), ("brief.toml", &ignoring)]);
    check_rules(folder.path(), &[], &[]);
    check_rules(folder.path(), &["--select", "text"], &["text/avoid"]);
    write(folder.path(), "brief.toml", AVOID);
    check_rules(folder.path(), &["--ignore", "text"], &[]);
    check_rules(folder.path(), &["--ignore", "text", "--select", "text/avoid"], &["text/avoid"]);
}

#[test]
fn labels_dates_and_layout_are_the_house_s() {
    let house = "\
messages = \"zh-TW\"
[header]
fields = [\"date\", \"author\"]
date-format = \"%Y-%m-%d\"
labels = { author = \"撰文/By\" }
[format]
indent = 4
mark = \"–\"
blank-lines = false
";
    let folder = folder(&[("note.brief", NOTE), ("brief.toml", house)]);
    let (status, report) = told(folder.path(), &["check"]);
    assert_eq!(status, 1);
    for words in ["撰文/By", "2025-04-17", "請"] {
        assert!(report.contains(words), "{words} in\n{report}");
    }
    assert_eq!(told(folder.path(), &["format", "note.brief"]).0, 0);
    let formatted = fs::read_to_string(folder.path().join("note.brief")).expect("the note");
    assert!(formatted.starts_with("撰文/By: 王小明\n"), "{formatted}");
    assert!(formatted.contains("日期/Date: 2025-04-17\n") && formatted.contains("\n    – 日本"), "{formatted}");
    let (_, fresh) = told(folder.path(), &["new"]);
    assert!(fresh.starts_with("日期/Date: 20") && fresh.contains("\n撰文/By:\n"), "{fresh}");
    // Formatting leaves alone what the house does not look for.
    write(folder.path(), "brief.toml", "[lint]\nignore = [\"date\", \"header\"]\n");
    write(folder.path(), "note.brief", &NOTE.replace("04/17/2025", "2025年4月17日").replace("作者/Author(s)", "作者"));
    told(folder.path(), &["format", "note.brief"]);
    let formatted = fs::read_to_string(folder.path().join("note.brief")).expect("the note");
    assert!(formatted.contains("日期/Date: 2025年4月17日\n") && formatted.starts_with("作者: "), "{formatted}");
}

#[test]
fn a_broken_file_is_status_2_and_stops_no_other() {
    let folder = folder(&[("a/note.brief", NOTE), ("a/brief.toml", "[lnt]\n"), ("b/note.brief", NOTE)]);
    let output = run(folder.path(), &["check", "--output-format", "concise"]);
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(complaint.contains("a/brief.toml:1:2: there is no key lnt here; did you mean lint?"), "{complaint}");
    let before = fs::read_to_string(folder.path().join("a/note.brief")).expect("the note");
    assert_eq!(run(folder.path(), &["format", "a"]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("a/note.brief")).expect("the note"), before);
    assert_eq!(run(folder.path(), &["config", "a"]).status.code(), Some(2));
    assert_eq!(run(folder.path(), &["check", "b"]).status.code(), Some(0));
}

#[test]
fn the_configuration_in_force_is_shown() {
    let folder = folder(&[("a/note.brief", NOTE), ("brief.toml", AVOID)]);
    let (status, shown) = told(folder.path(), &["config", "a/note.brief"]);
    assert_eq!(status, 0);
    assert!(shown.contains("avoid = [{ term = \"南韓\", use = \"韓國\" }]  # "), "{shown}");
    assert!(shown.contains("brief.toml:2\n") && shown.contains("date-format = \"%m/%d/%Y\"  # default\n"), "{shown}");
    let (_, schema) = told(folder.path(), &["config", "schema"]);
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/editors/vscode/brief.schema.json");
    assert_eq!(schema, fs::read_to_string(kept).expect("the schema"));
}

#[test]
fn a_baseline_lets_only_new_findings_through() {
    let house = format!("# ours\n{AVOID}");
    let folder = folder(&[("2025/note.brief", NOTE), ("brief.toml", &house)]);
    assert_eq!(told(folder.path(), &["check", "--accept"]).0, 0);
    let text = fs::read_to_string(folder.path().join("brief.toml")).expect("the file");
    assert!(text.starts_with(&house) && text.contains("[[lint.accept]]\nrule = \"text/avoid\"\n"), "{text}");
    check_rules(folder.path(), &[], &[]);
    // An edit elsewhere does not bring it back, another fault shows.
    write(folder.path(), "2025/note.brief", &NOTE.replace("王小明", "李大同").replace("04/17/2025", "02/30/2025"));
    check_rules(folder.path(), &[], &["date/invalid"]);
    write(folder.path(), "2025/note.brief", &NOTE.replace("南韓", "韓國"));
    let (_, counts) = told(folder.path(), &["check", "--statistics"]);
    assert!(counts.contains("text/avoid on “南韓” is found no more"), "{counts}");
    write(folder.path(), "2025/other.brief", &NOTE.replace("作者/Author(s): 王小明\n\n", ""));
    let (status, counts) = told(folder.path(), &["check", "--statistics"]);
    assert!(
        status == 1 && counts.contains("     1  header/missing-field\n") && counts.contains("     1  text/avoid\n"),
        "{counts}"
    );
}

#[test]
fn a_baseline_without_a_file_makes_one() {
    let folder = folder(&[("note.brief", &NOTE.replace("04/17/2025", "02/30/2025"))]);
    assert_eq!(told(folder.path(), &["check", "--accept"]).0, 0);
    let text = fs::read_to_string(folder.path().join("brief.toml")).expect("the file");
    assert_eq!(text, "[[lint.accept]]\nrule = \"date/invalid\"\ntext = \"02/30/2025\"\nfile = \"note.brief\"\n");
    check_rules(folder.path(), &[], &[]);
}

/// An editor with a folder open that can do what editors can.
fn editor(folder: &Path, pulls: bool) -> Client {
    let mut client = Client::spawn();
    let mut capabilities = json!({
        "textDocument": { "publishDiagnostics": {} },
        "workspace": { "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create"] } },
    });
    if pulls {
        capabilities["textDocument"]["diagnostic"] = json!({});
    }
    let root = uri(folder, "");
    client.initialize(json!({ "processId": null, "rootUri": root, "capabilities": capabilities }));
    client
}

fn uri(folder: &Path, name: &str) -> String {
    let folder = folder.canonicalize().expect("a folder");
    format!("file://{}/{name}", folder.display()).trim_end_matches('/').to_owned()
}

fn open(client: &mut Client, uri: &str, language: &str, text: &str) {
    let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
    client.notify("textDocument/didOpen", json!({ "textDocument": document }));
}

/// The rules of the next diagnostics that are published for `uri`.
fn published(client: &mut Client, uri: &str) -> Vec<String> {
    loop {
        let params = client.notification("textDocument/publishDiagnostics");
        if params["uri"] == uri {
            let all = params["diagnostics"].as_array().expect("a list");
            return all
                .iter()
                .map(|d| d["code"].as_str().or(d["message"].as_str()).expect("text").to_owned())
                .collect();
        }
    }
}

/// Waits for these rules: a change of brief.toml may have a brief published more than once.
fn until(client: &mut Client, uri: &str, expected: &[&str]) {
    while published(client, uri) != expected {}
}

#[test]
fn an_editor_follows_the_file_on_the_disk() {
    let folder = folder(&[("note.brief", NOTE), ("brief.toml", AVOID)]);
    let note = uri(folder.path(), "note.brief");
    let mut client = editor(folder.path(), false);
    open(&mut client, &note, "brief", NOTE);
    assert_eq!(published(&mut client, &note), ["text/avoid"]);
    write(folder.path(), "brief.toml", "");
    let changes = json!({ "changes": [{ "uri": uri(folder.path(), "brief.toml"), "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changes.clone());
    assert_eq!(published(&mut client, &note), [""; 0]);
    fs::remove_file(folder.path().join("brief.toml")).expect("removed");
    client.notify("workspace/didChangeWatchedFiles", changes.clone());
    write(folder.path(), "brief.toml", AVOID);
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri(folder.path(), "brief.toml") } }));
    until(&mut client, &note, &["text/avoid"]);
}

#[test]
fn a_broken_file_is_told_of_and_the_last_good_one_stays() {
    let folder = folder(&[("note.brief", NOTE), ("brief.toml", AVOID)]);
    let (note, toml) = (uri(folder.path(), "note.brief"), uri(folder.path(), "brief.toml"));
    let mut client = editor(folder.path(), false);
    open(&mut client, &note, "brief", NOTE);
    assert_eq!(published(&mut client, &note), ["text/avoid"]);
    let broken = format!("{AVOID}[format]\nindnt = 4\n");
    open(&mut client, &toml, "toml", &broken);
    assert_eq!(published(&mut client, &toml), ["there is no key indnt here; did you mean indent?"]);
    client.change(&note, 2, json!([{ "text": NOTE }]));
    until(&mut client, &note, &["text/avoid"]);
    client.change(&toml, 2, json!([{ "text": AVOID }]));
    until(&mut client, &toml, &[]);
    client.change(&toml, 3, json!([{ "text": "" }]));
    until(&mut client, &note, &[]);
    // Closed unsaved, what is on the disk holds again.
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": toml } }));
    until(&mut client, &note, &["text/avoid"]);
}

#[test]
fn a_client_that_pulls_asks_for_both() {
    let folder = folder(&[("note.brief", NOTE), ("brief.toml", AVOID)]);
    let (note, toml) = (uri(folder.path(), "note.brief"), uri(folder.path(), "brief.toml"));
    let mut client = editor(folder.path(), true);
    open(&mut client, &note, "brief", NOTE);
    let ask = |client: &mut Client, uri: &str, known: Value| {
        client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri }, "previousResultId": known }))
    };
    let first = ask(&mut client, &note, Value::Null);
    assert_eq!(first["items"][0]["code"], "text/avoid");
    assert_eq!(ask(&mut client, &note, first["resultId"].clone())["kind"], "unchanged");
    open(&mut client, &toml, "toml", "[lnt]\n");
    assert_eq!(ask(&mut client, &toml, Value::Null)["items"][0]["range"]["end"], json!({ "line": 0, "character": 4 }));
    client.change(&toml, 2, json!([{ "text": "" }]));
    let second = ask(&mut client, &note, first["resultId"].clone());
    assert_eq!((&second["kind"], &second["items"]), (&json!("full"), &json!([])));
}

/// The code action of that title at the first place of `words`.
fn action(client: &mut Client, uri: &str, words: &str, title: &str) -> Value {
    let at = Text::new(NOTE, 0).position(NOTE.find(words).expect("the words"), Encoding::Utf16);
    let place = json!({ "line": at.line, "character": at.column });
    let params = json!({
        "textDocument": { "uri": uri },
        "range": { "start": place, "end": place },
        "context": { "diagnostics": [] },
    });
    let actions = client.request("textDocument/codeAction", params);
    let found = actions.as_array().expect("actions").iter().find(|action| action["title"] == title).cloned();
    found.unwrap_or_else(|| panic!("{title} in {actions:#}"))
}

/// `text` after the edits of the last change of an action.
fn applied(text: &str, action: &Value) -> String {
    let changes = action["edit"]["documentChanges"].as_array().expect("changes");
    let places = Text::new(text, 0);
    let number = |value: &Value| value.as_u64().expect("a number") as u32;
    let offset =
        |at: &Value| places.offset(Position::new(number(&at["line"]), number(&at["character"])), Encoding::Utf16);
    let edits = changes.last().expect("a change")["edits"].as_array().expect("edits").iter();
    let edits: Vec<Edit> = edits
        .map(|edit| {
            let span = Span::new(offset(&edit["range"]["start"]), offset(&edit["range"]["end"]));
            Edit::replace(span, edit["newText"].as_str().expect("text"))
        })
        .collect();
    edit::apply(text, &edits)
}

#[test]
fn a_finding_is_accepted_from_the_editor() {
    let folder = folder(&[("note.brief", NOTE), ("brief.toml", AVOID)]);
    let (note, toml) = (uri(folder.path(), "note.brief"), uri(folder.path(), "brief.toml"));
    let mut client = editor(folder.path(), false);
    open(&mut client, &note, "brief", NOTE);
    assert_eq!(published(&mut client, &note), ["text/avoid"]);
    for title in ["Accept this here (text/avoid)", "Turn off text/avoid in this file", "Turn off text/avoid everywhere"]
    {
        let action = action(&mut client, &note, "南韓", title);
        assert_eq!(action["edit"]["documentChanges"][0]["textDocument"]["uri"], toml, "{action:#}");
        let text = applied(AVOID, &action);
        assert!(text.starts_with(AVOID), "{text}");
        open(&mut client, &toml, "toml", &text);
        assert_eq!(published(&mut client, &note), [""; 0], "{title}");
        client.notify("textDocument/didClose", json!({ "textDocument": { "uri": toml } }));
        assert_eq!(published(&mut client, &note), ["text/avoid"]);
    }
}

#[test]
fn what_is_drawn_over_a_brief_is_drawn_anew() {
    let folder = folder(&[("note.brief", NOTE), ("brief.toml", AVOID)]);
    let mut client = Client::spawn();
    let refresh = json!({ "refreshSupport": true });
    let capabilities = json!({ "workspace": { "semanticTokens": refresh, "codeLens": refresh } });
    client.initialize(json!({ "processId": null, "rootUri": uri(folder.path(), ""), "capabilities": capabilities }));
    open(&mut client, &uri(folder.path(), "note.brief"), "brief", NOTE);
    open(&mut client, &uri(folder.path(), "brief.toml"), "toml", "[lint]\nignore = [\"text\"]\n");
    client.answer("workspace/codeLens/refresh", Value::Null);
    client.answer("workspace/semanticTokens/refresh", Value::Null);
}

#[test]
fn a_decision_makes_the_file_where_there_is_none() {
    let folder = folder(&[("2025/note.brief", NOTE)]);
    let note = uri(folder.path(), "2025/note.brief");
    let mut client = editor(folder.path(), false);
    open(&mut client, &note, "brief", &NOTE.replace("軍事、", "觀雲、"));
    let action = action(&mut client, &note, "軍事、", "Add “觀雲” to brief.toml");
    let changes = &action["edit"]["documentChanges"];
    assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(uri(folder.path(), "brief.toml"))));
    assert_eq!(applied("", &action), "[vocabulary]\nkeywords = [\"觀雲\"]\n");
}

#[test]
fn a_new_file_belongs_to_the_folder_that_is_open_now() {
    let folder = folder(&[("drafts/note.brief", NOTE)]);
    let note = uri(folder.path(), "drafts/note.brief");
    let (root, drafts) = (uri(folder.path(), ""), uri(folder.path(), "drafts"));
    let mut client = editor(&folder.path().join("drafts"), false);
    open(&mut client, &note, "brief", &NOTE.replace("軍事、", "觀雲、"));
    let made = |client: &mut Client| {
        let action = action(client, &note, "軍事、", "Add “觀雲” to brief.toml");
        action["edit"]["documentChanges"][0]["uri"].as_str().expect("a file").to_owned()
    };
    assert_eq!(made(&mut client), uri(folder.path(), "drafts/brief.toml"));
    let event = |added: &str, removed: &str| {
        let folder = |uri: &str| json!([{ "uri": uri, "name": "briefs" }]);
        json!({ "event": { "added": folder(added), "removed": folder(removed) } })
    };
    client.notify("workspace/didChangeWorkspaceFolders", event(&root, &drafts));
    assert_eq!(made(&mut client), uri(folder.path(), "brief.toml"));
}

#[test]
fn a_word_leads_to_its_line() {
    let house = "# 😀\n[vocabulary]\nkeywords = [\n  \"觀雲\",\n  { zh = \"灰色地帶\", en = \"gray zone\" }]\n[glossary]\nterms = [{ zh = [\"南韓\"], en = [\"South Korea\"] }]\n";
    let note = NOTE.replace("軍事", "gray zone");
    let folder = folder(&[("note.brief", &note), ("brief.toml", house)]);
    let mut client = editor(folder.path(), true);
    open(&mut client, &uri(folder.path(), "note.brief"), "brief", &note);
    let mut ask = |method: &str, line: u32, character: u32| {
        let document = json!({ "uri": uri(folder.path(), "note.brief") });
        client
            .request(method, json!({ "textDocument": document, "position": { "line": line, "character": character } }))
    };
    let keyword = json!([{
        "uri": uri(folder.path(), "brief.toml"),
        "range": { "start": { "line": 4, "character": 2 }, "end": { "line": 4, "character": 35 } },
    }]);
    assert_eq!(ask("textDocument/definition", 6, 16), keyword);
    assert_eq!(ask("textDocument/typeDefinition", 6, 16), keyword);
    // A point's text leads to its partner, its terms to their line.
    assert_eq!(ask("textDocument/definition", 9, 1)[0]["uri"], json!(uri(folder.path(), "note.brief")));
    assert_eq!(ask("textDocument/typeDefinition", 9, 1)[0]["range"]["start"], json!({ "line": 6, "character": 9 }));
    assert_eq!(ask("textDocument/typeDefinition", 9, 5), Value::Null);
}

#[test]
fn what_can_stand_there_is_offered_and_explained() {
    let folder = folder(&[("note.brief", NOTE)]);
    let (toml, root) = (uri(folder.path(), "brief.toml"), uri(folder.path(), ""));
    let mut client = Client::spawn();
    let dynamic = json!({ "dynamicRegistration": true });
    let completion = json!({ "dynamicRegistration": true, "completionItem": { "snippetSupport": true } });
    let document = json!({ "synchronization": dynamic, "completion": completion, "hover": dynamic });
    client.initialize(json!({ "processId": null, "rootUri": root, "capabilities": { "textDocument": document } }));
    let registered = client.notification("client/registerCapability")["registrations"].clone();
    let registered = registered.as_array().expect("a list");
    for method in ["textDocument/completion", "textDocument/hover"] {
        let found = registered.iter().find(|registration| registration["method"] == method).expect(method);
        assert_eq!(found["registerOptions"]["documentSelector"][0]["pattern"], "**/brief.toml");
    }

    let text = "# 我們😀\n[lint]\nignore = [\"😀\", \"date/fu";
    open(&mut client, &toml, "toml", text);
    let mut ask = |method: &str, line: u32, character: u32| {
        let document = json!({ "uri": toml });
        client
            .request(method, json!({ "textDocument": document, "position": { "line": line, "character": character } }))
    };
    let offered = ask("textDocument/completion", 2, 24);
    let first = &offered["items"][0];
    assert_eq!((&first["label"], &first["detail"]), (&json!("date/future"), &json!("info")), "{offered:#}");
    let range = json!({ "start": { "line": 2, "character": 17 }, "end": { "line": 2, "character": 24 } });
    assert_eq!(first["textEdit"], json!({ "range": range, "newText": "date/future\"" }));
    assert_eq!(first["documentation"]["value"], "Reports a date that lies in the future.");
    let told = ask("textDocument/hover", 2, 3);
    assert_eq!(told["contents"]["value"], "**ignore**  \nThe rules to leave out.");

    client.change(&toml, 2, json!([{ "text": "[header]\nfie" }]));
    let document = json!({ "textDocument": { "uri": toml }, "position": { "line": 1, "character": 3 } });
    let offered = client.request("textDocument/completion", document);
    assert_eq!(offered["items"][0]["textEdit"]["newText"], "fields = [$0]");
    assert_eq!((&offered["items"][0]["insertTextFormat"], &offered["isIncomplete"]), (&json!(2), &json!(true)));
}
