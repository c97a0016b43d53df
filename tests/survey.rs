//! Diagnostics of the whole workspace, through the real binary: for a client that asks and a person who wants them.

mod client;

use std::fs;
use std::path::Path;

use client::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

const GOOD: &str = "作者/Author(s): Erik Green\n\n網站來源/Source: RAND Corporation\n\n日期/Date: 04/17/2025\n\n\
    關鍵字/Keywords: 軍事、台灣\n\n摘要:\n中國對台灣的軍事支出增加。\n\nSummary:\nChina spends more on its military against Taiwan.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).expect("a file"));
    folder
}

fn uri(folder: &Path, name: &str) -> String {
    format!("file://{}", folder.join(name).display())
}

/// A client that pulls; `wants_all` is what the person has set.
fn start(folder: &TempDir, wants_all: bool) -> Client {
    let mut client = Client::spawn();
    let capabilities = json!({ "textDocument": { "diagnostic": {} }, "window": { "workDoneProgress": true } });
    let result = client.initialize(json!({
        "processId": null,
        "capabilities": capabilities,
        "rootUri": uri(folder.path(), ""),
        "initializationOptions": { "diagnostics": { "workspace": wants_all } },
    }));
    assert_eq!(result["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], true);
    while client.notification("$/progress")["value"]["kind"] != "end" {}
    client
}

/// The answer's reports: name, rules, id. What the client knows is `known`.
fn ask(client: &mut Client, known: &[Value]) -> Vec<Value> {
    let answer = client.request("workspace/diagnostic", json!({ "previousResultIds": known }));
    answer["items"].as_array().expect("a list").clone()
}

/// Name and rules of each report, in order.
fn shown(reports: &[Value]) -> Vec<String> {
    let show = |report: &Value| {
        let name = report["uri"].as_str().expect("an address").rsplit('/').next().unwrap_or_default();
        let items = report["items"].as_array().expect("a full report").iter();
        let rules: Vec<&str> = items.map(|item| item["code"].as_str().expect("a rule")).collect();
        format!("{name}: {}", rules.join(" "))
    };
    let mut shown: Vec<String> = reports.iter().map(show).collect();
    shown.sort();
    shown
}

fn known(reports: &[Value]) -> Vec<Value> {
    reports.iter().map(|report| json!({ "uri": report["uri"], "value": report["resultId"] })).collect()
}

fn watched(client: &mut Client, folder: &TempDir, names: &[&str]) {
    let change = |name: &&str| json!({ "uri": uri(folder.path(), name), "type": 2 });
    let changes: Vec<Value> = names.iter().map(change).collect();
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
}

#[test]
fn closed_briefs_are_reported_and_followed() {
    let undated = GOOD.replace("日期/Date: 04/17/2025\n\n", "");
    let folder = folder(&[("good.brief", GOOD), ("undated.brief", &undated), ("letter.txt", "Dear Sir,\n")]);
    let mut client = start(&folder, true);
    let first = ask(&mut client, &[]);
    assert_eq!(shown(&first), ["good.brief: ", "undated.brief: header/missing-field"]);
    assert!(first.iter().all(|report| report["version"].is_null()), "{first:?}");

    // Only what has changed is told of.
    fs::write(folder.path().join("good.brief"), GOOD.replace("04/17/2025", "13/13/2025")).expect("a file");
    watched(&mut client, &folder, &["good.brief"]);
    let second = ask(&mut client, &known(&first));
    assert_eq!(shown(&second), ["good.brief: date/invalid"]);

    fs::remove_file(folder.path().join("undated.brief")).expect("it was there");
    watched(&mut client, &folder, &["undated.brief"]);
    let undated = first.iter().filter(|report| report["uri"] != second[0]["uri"]).cloned();
    let now: Vec<Value> = undated.chain(second.clone()).collect();
    assert_eq!(shown(&ask(&mut client, &known(&now))), ["undated.brief: "]);
}

#[test]
fn an_unsaved_text_counts() {
    let folder = folder(&[("good.brief", GOOD)]);
    let mut client = start(&folder, true);
    client.open(&uri(folder.path(), "good.brief"), &GOOD.replace("04/17/2025", "13/13/2025"));
    let reports = ask(&mut client, &[]);
    assert_eq!(shown(&reports), ["good.brief: date/invalid"]);
    assert_eq!(reports[0]["version"], 1);
}

#[test]
fn reports_are_sent_ahead_where_the_client_asks() {
    let names: Vec<String> = (0..150).map(|number| format!("{number}.brief")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), GOOD)).collect();
    let folder = folder(&files);
    let mut client = start(&folder, true);
    let params = json!({ "previousResultIds": [], "partialResultToken": "all" });
    assert_eq!(client.request("workspace/diagnostic", params), json!({ "items": [] }));
    let mut count = 0;
    while count < names.len() {
        let progress = client.notification("$/progress");
        assert_eq!(progress["token"], "all");
        count += progress["value"]["items"].as_array().expect("a list").len();
    }
    assert_eq!(count, names.len());
}

#[test]
fn a_changed_brief_toml_is_followed() {
    let folder = folder(&[("one.brief", &GOOD.replace("作者/Author(s)", "撰文/Written by"))]);
    let mut client = start(&folder, true);
    let first = ask(&mut client, &[]);
    assert!(shown(&first)[0].contains("header/"), "{first:?}");
    fs::write(folder.path().join("brief.toml"), "[header]\nlabels = { author = \"撰文/Written by\" }\n")
        .expect("a file");
    watched(&mut client, &folder, &["brief.toml"]);
    assert_eq!(shown(&ask(&mut client, &known(&first))), ["one.brief: "]);
    // The archive has read the folder by the new labels.
    client.eventually(|client| {
        let found = client.request("workspace/symbol", json!({ "query": "green" }));
        found.as_array().is_some_and(|found| found.len() == 1)
    });
}

#[test]
fn nobody_is_told_unasked() {
    let folder = folder(&[("undated.brief", "作者: X\n摘要:\n一\n")]);
    let mut client = start(&folder, false);
    assert_eq!(ask(&mut client, &[]), Vec::<Value>::new());
    // Who has switched it off is told that what was shown is gone.
    let before = json!({ "uri": uri(folder.path(), "undated.brief"), "value": "file-1" });
    assert_eq!(shown(&ask(&mut client, &[before])), ["undated.brief: "]);
}
