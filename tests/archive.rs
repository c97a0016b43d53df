//! The archive, through the real binary: folders of briefs that are read, watched, searched and renamed.

mod client;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use client::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

const ONE: &str = "作者/Author(s): Erik Green\n\n網站來源/Source: RAND Corporation\n\n日期/Date: 04/17/2025\n\n\
    關鍵字/Keywords: 軍事、台灣\n\n摘要:\n中國的軍事支出增加。\n\nSummary:\nChina spends more.\n";
const TWO: &str = "作者/Author(s): 王小明\n\n網站來源/Source: RAND\n\n日期/Date: 01/02/2024\n\n\
    關鍵字/Keywords: 😀、臺灣\n\n摘要:\n台灣。\n\nSummary:\nTaiwan.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    files.iter().for_each(|(name, text)| write(folder.path(), name, text));
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn uri(folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    let encode = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => (b as char).to_string(),
        b => format!("%{b:02X}"),
    };
    let encoded: String = path.to_string_lossy().bytes().map(encode).collect();
    format!("file://{encoded}")
}

fn capabilities() -> Value {
    json!({
        "window": { "workDoneProgress": true },
        "textDocument": { "publishDiagnostics": { "relatedInformation": true } },
        "workspace": {
            "didChangeWatchedFiles": { "dynamicRegistration": true },
            "workspaceEdit": { "documentChanges": true, "changeAnnotationSupport": {} },
        },
    })
}

/// A client that has the folders open, once they were read.
fn start(folders: &[&TempDir]) -> Client {
    let mut client = Client::spawn();
    let folders: Vec<Value> =
        folders.iter().map(|folder| json!({ "uri": uri(folder.path(), ""), "name": "briefs" })).collect();
    let count = folders.len();
    client.initialize(json!({ "processId": null, "capabilities": capabilities(), "workspaceFolders": folders }));
    for _ in 0..count {
        wait_until_read(&mut client);
    }
    client
}

/// The message that ends the progress.
fn wait_until_read(client: &mut Client) -> Value {
    loop {
        let progress = client.notification("$/progress");
        if progress["value"]["kind"] == "end" {
            return progress["value"]["message"].clone();
        }
    }
}

/// The names of the briefs that are found.
fn search(client: &mut Client, query: &str) -> Vec<String> {
    let found = client.request("workspace/symbol", json!({ "query": query }));
    let name = |symbol: &Value| symbol["name"].as_str().expect("a name").to_owned();
    found.as_array().expect("a list").iter().map(name).collect()
}

/// Asks until the answer is right: what the server does in the background has no moment of its own.
#[track_caller]
fn check_search(client: &mut Client, query: &str, expected: &[&str]) {
    let started = Instant::now();
    let mut found = search(client, query);
    while found != expected && started.elapsed() < Duration::from_secs(30) {
        std::thread::sleep(Duration::from_millis(20));
        found = search(client, query);
    }
    assert_eq!(found, expected, "{query}");
}

fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } })
}

fn watched(client: &mut Client, uris: &[String]) {
    let changes: Vec<Value> = uris.iter().map(|uri| json!({ "uri": uri, "type": 2 })).collect();
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
}

#[test]
fn a_folder_is_read_and_the_client_is_told() {
    let folder = folder(&[("一.brief", ONE), ("sub/two.txt", TWO), ("letter.txt", "Dear Sir,\n"), ("x.png", ONE)]);
    let mut client = Client::spawn();
    let folders = json!([{ "uri": uri(folder.path(), ""), "name": "briefs" }]);
    client.initialize(json!({ "processId": null, "capabilities": capabilities(), "workspaceFolders": folders }));
    let registered = client.notification("client/registerCapability");
    let watchers = &registered["registrations"][0]["registerOptions"]["watchers"];
    assert!(watchers.to_string().contains("**/*.{brief,txt,md}"), "{registered}");
    let progress = client.notification("$/progress");
    assert_eq!(
        (&progress["value"]["kind"], &progress["value"]["title"]),
        (&json!("begin"), &json!("Reading the archive"))
    );
    assert_eq!(wait_until_read(&mut client), "2 files with briefs");

    let found = client.request("workspace/symbol", json!({ "query": "rand" }));
    assert_eq!(found[0]["name"], "中國的軍事支出增加。 · RAND Corporation");
    assert_eq!(found[0]["containerName"], "RAND Corporation · 04/17/2025");
    assert_eq!(found[0]["location"]["uri"], uri(folder.path(), "一.brief"));
    assert_eq!(found.as_array().expect("a list").len(), 2);
}

#[test]
fn a_client_that_shows_no_progress_is_not_asked() {
    let folder = folder(&[("one.brief", ONE)]);
    let mut client = Client::spawn();
    client.initialize(json!({ "processId": null, "capabilities": {}, "rootUri": uri(folder.path(), "") }));
    check_search(&mut client, "green", &["中國的軍事支出增加。 · Erik Green"]);
    assert!(client.requests().is_empty(), "{:?}", client.requests());
}

#[test]
fn watched_files_are_read_again() {
    let folder = folder(&[("one.brief", ONE), ("old/two.brief", TWO)]);
    let mut client = start(&[&folder]);
    write(folder.path(), "one.brief", &ONE.replace("Erik Green", "Jo Li"));
    write(folder.path(), "new/three.brief", &ONE.replace("Erik Green", "Ann Bo"));
    fs::remove_dir_all(folder.path().join("old")).expect("it was there");
    watched(&mut client, &["one.brief", "new/three.brief", "old"].map(|name| uri(folder.path(), name)));
    check_search(&mut client, "2024", &[]);
    check_search(&mut client, "jo", &["中國的軍事支出增加。 · Jo Li"]);
    check_search(&mut client, "bo", &["中國的軍事支出增加。 · Ann Bo"]);
    check_search(&mut client, "green", &[]);
}

#[test]
fn unsaved_text_wins_over_what_is_on_disk() {
    let folder = folder(&[("one.brief", ONE)]);
    let mut client = start(&[&folder]);
    let one = uri(folder.path(), "one.brief");
    client.open(&one, &ONE.replace("Erik Green", "Jo Li"));
    assert_eq!(search(&mut client, "green"), Vec::<String>::new());
    watched(&mut client, std::slice::from_ref(&one));
    assert_eq!(search(&mut client, "jo"), ["中國的軍事支出增加。 · Jo Li"]);
    client.change(&one, 2, json!([{ "text": ONE.replace("Erik Green", "Ann Bo") }]));
    assert_eq!(search(&mut client, "bo"), ["中國的軍事支出增加。 · Ann Bo"]);
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": one } }));
    check_search(&mut client, "green", &["中國的軍事支出增加。 · Erik Green"]);
    check_search(&mut client, "bo", &[]);
}

#[test]
fn folders_come_and_go() {
    let (first, second) = (folder(&[("one.brief", ONE)]), folder(&[("two.brief", TWO)]));
    let mut client = start(&[&first, &second]);
    assert_eq!(search(&mut client, "rand").len(), 2);
    let folder = |folder: &TempDir| json!([{ "uri": uri(folder.path(), ""), "name": "briefs" }]);
    let event = json!({ "added": [], "removed": folder(&first) });
    client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    assert_eq!(search(&mut client, "rand"), ["台灣。 · RAND"]);
    let event = json!({ "added": folder(&first), "removed": folder(&second) });
    client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    wait_until_read(&mut client);
    assert_eq!(search(&mut client, "rand"), ["中國的軍事支出增加。 · RAND Corporation"]);
}

#[test]
fn references_and_rename_of_a_keyword() {
    let folder = folder(&[("one.brief", ONE), ("二.brief", TWO)]);
    let mut client = start(&[&folder]);
    let (one, two) = (uri(folder.path(), "one.brief"), uri(folder.path(), "二.brief"));
    // The unsaved text has an empty line more before the keywords.
    client.open(&one, &format!("\n{ONE}"));
    let keyword = at(&one, 7, 18);
    let mut asked = keyword.clone();
    asked["context"] = json!({ "includeDeclaration": true });
    let found = client.request("textDocument/references", asked);
    let place = |uri: &str, line: u32, start: u32| {
        let end = json!({ "line": line, "character": start + 2 });
        json!({ "uri": uri, "range": { "start": { "line": line, "character": start }, "end": end } })
    };
    assert_eq!(found, json!([place(&one, 7, 17), place(&two, 6, 17)]));

    let prepared = client.request("textDocument/prepareRename", keyword.clone());
    assert_eq!(prepared, json!({ "range": place(&one, 7, 17)["range"], "placeholder": "台灣" }));
    let mut renaming = keyword.clone();
    renaming["newName"] = json!("臺澎");
    let edit = client.request("textDocument/rename", renaming.clone());
    let [in_one, in_two] = [0, 1].map(|file| &edit["documentChanges"][file]);
    assert_eq!(in_one["textDocument"], json!({ "uri": one, "version": 1 }));
    assert_eq!(in_one["edits"], json!([{ "range": place(&one, 7, 17)["range"], "newText": "臺澎" }]));
    assert_eq!(in_two["textDocument"], json!({ "uri": two, "version": null }));
    let annotation = in_two["edits"][0]["annotationId"].as_str().expect("臺灣 is another spelling");
    assert_eq!(edit["changeAnnotations"][annotation]["needsConfirmation"], true);

    renaming["newName"] = json!("臺澎、金馬");
    let refused = client.response("textDocument/rename", renaming);
    assert!(refused["error"]["message"].as_str().expect("a message").contains("臺澎、金馬"), "{refused}");
    assert_eq!(client.request("textDocument/prepareRename", at(&one, 0, 0)), Value::Null);
}

#[test]
fn the_archive_completes_and_counts() {
    let folder = folder(&[("one.brief", ONE), ("two.brief", TWO)]);
    let mut client = start(&[&folder]);
    let new = uri(folder.path(), "new.brief");
    client.open(&new, "作者/Author(s): er\n關鍵字/Keywords: 台灣\n");
    let list = client.request("textDocument/completion", at(&new, 0, 16));
    assert_eq!(list["items"][0]["label"], "Erik Green");
    assert_eq!(list["items"][0]["detail"], "1×");
    let hover = client.request("textDocument/hover", at(&new, 1, 15));
    let shown = hover["contents"]["value"].as_str().expect("Markdown");
    assert!(shown.contains("in 3 briefs of the archive"), "{shown}");
}

const BUDGET: &str = "中國政府公布2025年國防預算為527億美元，較去年成長7.2%，連續四年成長超過七個百分點。";
const BUDGET_IN_ENGLISH: &str = "The Chinese government announced a 2025 defense budget of $52.7 billion, up 7.2% from \
    last year and the fourth year in a row with growth of more than seven percentage points.";

/// A brief of one point, in which the budget has that many 億.
fn with_budget(amount: &str, english: &str) -> String {
    let point = BUDGET.replace("527", amount);
    TWO.replace("台灣。\n", &format!("台灣。\n  • {point}\n"))
        .replace("Taiwan.\n", &format!("Taiwan.\n  • {english}\n"))
}

fn hover_text(client: &mut Client, uri: &str, line: u32, character: u32) -> String {
    let hover = client.request("textDocument/hover", at(uri, line, character));
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_memory_tells_how_others_translated_a_text_like_it() {
    let folder = folder(&[("舊 1.brief", &with_budget("527", BUDGET_IN_ENGLISH)), ("other.brief", ONE)]);
    let mut client = start(&[&folder]);
    let (new, old) = (uri(folder.path(), "new.brief"), uri(folder.path(), "舊 1.brief"));
    client.open(&new, &with_budget("580", ""));
    client.eventually(|client| hover_text(client, &new, 10, 8).contains("alike"));
    let shown = hover_text(&mut client, &new, 10, 8);
    assert!(shown.contains(&format!("**97 % alike** · [舊 1.brief]({old}#L11) · 01/02/2024 · RAND")), "{shown}");
    assert!(shown.contains("numbers differ: 527億美元 → 580億美元"), "{shown}");
    assert!(shown.contains("為~~527~~**580**億美元") && shown.contains("> The Chinese government"), "{shown}");

    let list = client.request("textDocument/completion", at(&new, 14, 4));
    let items = list["items"].as_array().expect("a list");
    let item = items.iter().find(|item| item["textEdit"]["newText"] == BUDGET_IN_ENGLISH).expect("the whole point");
    assert_eq!(item["detail"], "97 % alike · 舊 1.brief · 01/02/2024");
    assert!(item["documentation"]["value"].as_str().expect("Markdown").contains("~~527~~"), "{item}");
    assert!(item.get("preselect").is_none() && items.last() == Some(item), "{list}");
    assert_eq!(&client.request("completionItem/resolve", item.clone()), item);
}

#[test]
fn the_memory_follows_files_and_unsaved_texts() {
    let folder = folder(&[("old.brief", &with_budget("527", BUDGET_IN_ENGLISH))]);
    let mut client = start(&[&folder]);
    let (new, old) = (uri(folder.path(), "new.brief"), uri(folder.path(), "old.brief"));
    client.open(&new, &with_budget("527", ""));
    client.eventually(|client| hover_text(client, &new, 10, 8).contains("the same words"));
    let unsaved = BUDGET_IN_ENGLISH.replace("The Chinese government", "Beijing");
    client.open(&old, &with_budget("527", &unsaved));
    assert!(hover_text(&mut client, &new, 10, 8).contains("> Beijing announced"));
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": old } }));
    client.eventually(|client| hover_text(client, &new, 10, 8).contains("> The Chinese government"));
    fs::remove_file(folder.path().join("old.brief")).expect("it was there");
    watched(&mut client, std::slice::from_ref(&old));
    client.eventually(|client| hover_text(client, &new, 10, 8).is_empty());
    write(folder.path(), "sub/newer.brief", &with_budget("527", BUDGET_IN_ENGLISH));
    watched(&mut client, &[uri(folder.path(), "sub/newer.brief")]);
    client.eventually(|client| hover_text(client, &new, 10, 8).contains("newer"));
}

#[test]
fn the_memory_can_be_switched_off_and_on() {
    let folder = folder(&[("old.brief", &with_budget("527", BUDGET_IN_ENGLISH))]);
    let mut client = start(&[&folder]);
    let new = uri(folder.path(), "new.brief");
    client.open(&new, &with_budget("527", ""));
    client.eventually(|client| hover_text(client, &new, 10, 8).contains("the same words"));
    let set = |on: bool| json!({ "settings": { "brief": { "memory": { "enable": on } } } });
    client.notify("workspace/didChangeConfiguration", set(false));
    assert_eq!(hover_text(&mut client, &new, 10, 8), "");
    client.notify("workspace/didChangeConfiguration", set(true));
    client.eventually(|client| hover_text(client, &new, 10, 8).contains("the same words"));
}

/// Reads publishes until the rules that a document's findings are of, in order of place, are `expected`.
#[track_caller]
fn check_rules(client: &mut Client, uri: &str, expected: &[&str]) {
    loop {
        let shown = client.notification("textDocument/publishDiagnostics");
        let rules = rules_of(&shown["diagnostics"]);
        if shown["uri"] == uri && rules == expected {
            return;
        }
    }
}

fn rules_of(diagnostics: &Value) -> Vec<String> {
    let rule = |diagnostic: &Value| diagnostic["code"].as_str().expect("a rule").to_owned();
    diagnostics.as_array().expect("a list").iter().map(rule).collect()
}

/// A brief without fault but for its source and last keyword, which no list has.
const UNKNOWN: &str = "作者/Author(s): Erik Green\n\n網站來源/Source: 雲端觀測協會\n\n日期/Date: 04/17/2025\n\n\
    關鍵字/Keywords: 軍事、雲端觀測\n\n摘要:\n軍事雲端觀測。\n\nSummary:\nMilitary cloud gazing.\n";

#[test]
fn what_other_briefs_use_is_known_once_the_folder_was_read() {
    let names = ["one.brief", "two.brief", "three.brief"];
    let folder = folder(&names.map(|name| (name, UNKNOWN)));
    let mut client = start(&[&folder]);
    let new = uri(folder.path(), "new.brief");
    client.open(&new, UNKNOWN);
    check_rules(&mut client, &new, &[]);
    // With the document itself only two briefs are left.
    names.iter().take(2).for_each(|name| fs::remove_file(folder.path().join(name)).expect("it was there"));
    watched(&mut client, &names.map(|name| uri(folder.path(), name)));
    check_rules(&mut client, &new, &["source/unknown", "keywords/unknown"]);
}

#[test]
fn a_name_that_other_briefs_spell_otherwise_is_told_with_one_of_them() {
    let usual = UNKNOWN.replace("Erik Green", "Bonnie S. Glaser");
    let names: Vec<String> = (1..=5).map(|number| format!("{number}.brief")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), usual.as_str())).collect();
    let folder = folder(&files);
    let mut client = Client::spawn();
    let mut capabilities = capabilities();
    capabilities["textDocument"] = json!({ "publishDiagnostics": { "relatedInformation": true } });
    client.initialize(json!({ "processId": null, "capabilities": capabilities, "rootUri": uri(folder.path(), "") }));
    let new = uri(folder.path(), "new.brief");
    client.open(&new, &UNKNOWN.replace("Erik Green", "Bonnie Glaser"));
    let finding = loop {
        let shown = client.notification("textDocument/publishDiagnostics");
        if let Some(finding) = shown["diagnostics"].as_array().and_then(|all| all.first())
            && finding["code"] == "consistency/author"
        {
            break finding.clone();
        }
    };
    assert_eq!(finding["severity"], 4);
    let elsewhere = &finding["relatedInformation"][0];
    assert_eq!(elsewhere["location"]["uri"], uri(folder.path(), "5.brief"));
    assert_eq!(elsewhere["location"]["range"]["start"], json!({ "line": 0, "character": 0 }));
    let asked = json!({
        "textDocument": { "uri": new },
        "range": finding["range"],
        "context": { "diagnostics": [], "only": ["quickfix"] },
    });
    let actions = client.request("textDocument/codeAction", asked);
    assert_eq!(actions[0]["edit"]["documentChanges"][0]["edits"][0]["newText"], "Bonnie S. Glaser", "{actions}");
}

#[test]
fn a_client_that_asks_is_told_to_ask_again() {
    // No word of it is a term: what terms are called is learned in the background.
    let brief = UNKNOWN.replace("軍事、", "").replace("軍事", "").replace("Military c", "C");
    let names = ["one.brief", "two.brief", "three.brief"];
    let folder = folder(&[]);
    let mut client = Client::spawn();
    let mut capabilities = capabilities();
    capabilities["textDocument"] = json!({ "diagnostic": {} });
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    client.initialize(json!({ "processId": null, "capabilities": capabilities, "rootUri": uri(folder.path(), "") }));
    wait_until_read(&mut client);
    let new = uri(folder.path(), "new.brief");
    client.open(&new, &brief);
    // Who is told to ask again finds the new report at once.
    let told = |client: &mut Client| {
        client.answer("workspace/diagnostic/refresh", Value::Null);
        let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": new } }));
        rules_of(&report["items"])
    };
    let tell = |client: &mut Client| watched(client, &names.map(|name| uri(folder.path(), name)));
    names.iter().for_each(|name| write(folder.path(), name, &brief));
    tell(&mut client);
    assert_eq!(told(&mut client), [""; 0]);

    // What changes no header is no reason to ask: a word to that effect would come before the one that follows.
    write(folder.path(), names[0], &brief.replace("雲端觀測。", "雲端觀測一。"));
    tell(&mut client);
    check_search(&mut client, "雲端觀測一", &["雲端觀測一。"]);
    names.iter().take(2).for_each(|name| fs::remove_file(folder.path().join(name)).expect("it was there"));
    tell(&mut client);
    assert_eq!(told(&mut client), ["source/unknown", "keywords/unknown"]);
    let refreshes = client.requests().iter().filter(|request| request["method"] == "workspace/diagnostic/refresh");
    assert_eq!(refreshes.count(), 2);
}

#[test]
fn a_term_is_called_as_the_other_briefs_call_it() {
    let brief =
        |name: &str| TWO.replace("台灣。", "俄軍轟炸基輔。").replace("Taiwan.", &format!("Russia bombs {name}."));
    let folder = folder(&[]);
    for number in 1..6 {
        write(folder.path(), &format!("{number}.brief"), &brief("Kyiv"));
    }
    let mut client = start(&[&folder]);
    let new = uri(folder.path(), "new.brief");
    client.open(&new, &brief("Kiev"));
    let found = loop {
        let published = client.notification("textDocument/publishDiagnostics");
        let all = published["diagnostics"].as_array().expect("a list").clone();
        if let Some(found) = all.into_iter().find(|finding| finding["code"] == "consistency/term") {
            break found;
        }
    };
    let message = "“Kiev” for 基輔: 5 of 6 briefs of the archive write “Kyiv”; write it so here too";
    assert_eq!((&found["message"], &found["severity"]), (&json!(message), &json!(4)));
    let other = &found["relatedInformation"][0]["location"];
    assert_eq!((&other["uri"], &other["range"]["start"]["line"]), (&json!(uri(folder.path(), "5.brief")), &json!(12)));
    let context = json!({ "diagnostics": [found], "only": ["quickfix"] });
    let asked = json!({ "textDocument": { "uri": new }, "range": found["range"], "context": context });
    let actions = client.request("textDocument/codeAction", asked);
    assert_eq!(actions[0]["title"], "Write “Kyiv”");
    assert!(actions[0]["edit"].to_string().contains("\"newText\":\"Kyiv\""), "{actions}");
}

#[test]
fn a_folder_is_read_while_somebody_types() {
    let folder = folder(&[]);
    for number in 0..2_000 {
        write(folder.path(), &format!("{}/{number}.brief", number % 20), ONE);
    }
    let mut client = Client::spawn();
    let root = uri(folder.path(), "");
    client.initialize(json!({ "processId": null, "capabilities": capabilities(), "rootUri": root }));
    client.open("file:///new.brief", ONE);
    let started = Instant::now();
    for version in 2.. {
        client.change("file:///new.brief", version, json!([{ "text": format!("{ONE}{version}") }]));
        client.diagnostics("file:///new.brief", version);
        if client.ended_progress() > 0 {
            break;
        }
        // Were every reader to wait for a rest, it would take minutes.
        assert!(started.elapsed() < Duration::from_secs(60), "the folder is not read");
    }
}

#[test]
fn the_server_ends_while_it_reads() {
    let folder = folder(&[]);
    for number in 0..2_000 {
        write(folder.path(), &format!("{number}.brief"), ONE);
    }
    let mut client = Client::spawn();
    client.initialize(json!({ "processId": null, "capabilities": {}, "rootUri": uri(folder.path(), "") }));
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(0));
}
