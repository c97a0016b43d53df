//! The protocol, through the real binary: what an editor sends and sees.

mod assist;
mod client;

use brief_ls::house::House;
use brief_ls::text::{Change, Edit, Encoding, Position, Span, Text, edit};
use client::Client;
use serde_json::{Value, json};

const URI: &str = "file:///briefs/note.brief";

/// A brief with a date in another form behind 😀 and 𠮷.
const FAULTY: &str = "\
作者/Author(s): 😀 王小明

網站來源/Source: RAND Corporation

日期/Date: 2025-04-17

關鍵字/Keywords: 軍事，中國

摘要:
中國的軍事支出增加。
  • 甲
  • 乙

Summary:
China spends more on its military.
  • A
";

fn push_client() -> Client {
    Client::start(json!({ "textDocument": { "publishDiagnostics": { "relatedInformation": true } } }))
}

fn codes(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic["code"].as_str().expect("a code")).collect()
}

fn find<'d>(diagnostics: &'d [Value], code: &str) -> &'d Value {
    let found = diagnostics.iter().find(|diagnostic| diagnostic["code"] == code);
    found.unwrap_or_else(|| panic!("{code} in {:?}", codes(diagnostics)))
}

fn range(start: (u32, u32), end: (u32, u32)) -> Value {
    json!({ "start": { "line": start.0, "character": start.1 }, "end": { "line": end.0, "character": end.1 } })
}

/// `text` after a list of LSP text edits, counted in UTF-16.
fn applied(text: &str, edits: &Value) -> String {
    let places = Text::new(text, 0);
    let offset = |at: &Value| {
        let number = |name: &str| at[name].as_u64().expect("a number") as u32;
        places.offset(Position::new(number("line"), number("character")), Encoding::Utf16)
    };
    let edits: Vec<Edit> = (edits.as_array().expect("edits").iter())
        .map(|edit| {
            let span = Span::new(offset(&edit["range"]["start"]), offset(&edit["range"]["end"]));
            Edit::replace(span, edit["newText"].as_str().expect("text"))
        })
        .collect();
    edit::apply(text, &edits)
}

fn today() -> jiff::civil::Date {
    brief_ls::snapshot::today()
}

#[test]
fn the_encoding_is_utf_8_where_the_client_can() {
    let offered = |encodings: Value| {
        let mut client = Client::spawn();
        let capabilities = json!({ "general": { "positionEncodings": encodings } });
        let result = client.initialize(json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        result["capabilities"]["positionEncoding"].clone()
    };
    assert_eq!(offered(json!(["utf-16", "utf-8"])), "utf-8");
    assert_eq!(offered(json!(["utf-16"])), "utf-16");
    assert_eq!(offered(json!(["utf-32"])), "utf-16");
    assert_eq!(offered(Value::Null), "utf-16");
}

#[test]
fn a_faulty_brief_and_its_mending() {
    let mut client = push_client();
    client.open(URI, FAULTY);
    let diagnostics = client.diagnostics(URI, 1);
    let date = find(&diagnostics, "date/format");
    assert_eq!(date["range"], range((4, 9), (4, 19)));
    assert_eq!((date["severity"].clone(), date["source"].clone()), (json!(2), json!("brief-ls")));
    let count = find(&diagnostics, "pairing/count");
    assert_eq!(count["severity"], 1);
    assert_eq!(count["relatedInformation"][0]["location"]["uri"], URI);

    client.change(URI, 2, json!([{ "range": range((4, 9), (4, 19)), "text": "04/17/2025" }]));
    let diagnostics = client.diagnostics(URI, 2);
    assert!(!codes(&diagnostics).contains(&"date/format"), "{:?}", codes(&diagnostics));

    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(client.notification("textDocument/publishDiagnostics")["diagnostics"], json!([]));
}

#[test]
fn columns_are_those_of_the_encoding() {
    let text = "作者/Author(s): 😀𠮷 By 王小明\n日期/Date: 😀𠮷 2025\n";
    for (encoding, start, end) in [("utf-16", 9, 18), ("utf-8", 13, 26)] {
        let mut client = Client::start(json!({ "general": { "positionEncodings": [encoding] } }));
        client.open(URI, text);
        let diagnostics = client.diagnostics(URI, 1);
        let date = diagnostics.iter().find(|diagnostic| diagnostic["code"].as_str().unwrap().starts_with("date/"));
        assert_eq!(date.expect("a date")["range"], range((1, start), (1, end)), "{encoding}");
    }
}

#[test]
fn messages_speak_the_client_s_language() {
    for (locale, word) in [("zh-TW", "缺少"), ("en", "missing"), ("de", "missing")] {
        let mut client = Client::spawn();
        client.initialize(json!({ "processId": null, "rootUri": null, "locale": locale, "capabilities": {} }));
        client.open(URI, "作者/Author(s): X\n日期/Date: 04/17/2025\n");
        let diagnostics = client.diagnostics(URI, 1);
        let message = find(&diagnostics, "header/missing-field")["message"].as_str().expect("text");
        assert!(message.contains(word), "{message}");
    }
}

#[test]
fn a_client_that_pulls_is_not_pushed_to() {
    let mut client = Client::start(json!({ "textDocument": { "diagnostic": {} } }));
    client.open(URI, FAULTY);
    let document = json!({ "textDocument": { "uri": URI } });
    let report = client.request("textDocument/diagnostic", document.clone());
    assert_eq!(report["kind"], "full");
    find(report["items"].as_array().expect("items"), "date/format");
    let known = json!({ "textDocument": { "uri": URI }, "previousResultId": report["resultId"] });
    assert_eq!(client.request("textDocument/diagnostic", known)["kind"], "unchanged");

    client.change(URI, 2, json!([{ "text": "" }]));
    let report = client.request("textDocument/diagnostic", document);
    assert_eq!((&report["kind"], &report["items"]), (&json!("full"), &json!([])));
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(0));
    let pushed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        client.notification("textDocument/publishDiagnostics");
    }));
    assert!(pushed.is_err(), "diagnostics were pushed as well");
}

/// 52 on the way to 527 is no disagreement; a 52 that stays is one.
#[test]
fn what_is_being_typed_disagrees_only_when_it_stays() {
    let mut client = push_client();
    client.open(URI, "摘要:\n  • 共527人。\n\nSummary:\n  • There were 5 people.\n");
    let before = client.diagnostics(URI, 1);
    find(&before, "agreement/number");
    let typed = |character: u32, text: &str| {
        let place = json!({ "line": 4, "character": character });
        json!([{ "range": { "start": place, "end": place }, "text": text }])
    };
    client.change(URI, 2, typed(16, "2"));
    let shown = client.diagnostics(URI, 2);
    assert!(!codes(&shown).contains(&"agreement/number"), "{shown:?}");
    // Nothing else is sent for that version but what was held back.
    find(&client.diagnostics(URI, 2), "agreement/number");
    client.change(URI, 3, typed(17, "7"));
    assert!(!codes(&client.diagnostics(URI, 3)).contains(&"agreement/number"));
    client.change(URI, 4, typed(17, "1"));
    client.change(URI, 5, json!([{ "range": range((1, 4), (1, 4)), "text": "總" }]));
    find(&client.diagnostics(URI, 5), "agreement/number");
}

/// A client that asks is told to ask again.
#[test]
fn what_is_being_typed_is_asked_for_again() {
    let capabilities = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } }
    });
    let mut client = Client::start(capabilities);
    client.open(URI, "摘要:\n  • 共527人。\n\nSummary:\n  • There were 5 people.\n");
    client.change(URI, 2, json!([{ "range": range((4, 16), (4, 16)), "text": "2" }]));
    let says_it = |client: &mut Client| {
        let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
        codes(report["items"].as_array().expect("items")).contains(&"agreement/number")
    };
    assert!(!says_it(&mut client));
    client.answer("workspace/diagnostic/refresh", Value::Null);
    assert!(says_it(&mut client));
}

#[test]
fn what_is_no_brief_is_left_alone() {
    let mut client = push_client();
    let document =
        json!({ "uri": "file:///a.txt", "languageId": "plaintext", "version": 1, "text": "Dear Sir,\nDate: x\n" });
    client.notify("textDocument/didOpen", json!({ "textDocument": document }));
    assert_eq!(client.diagnostics("file:///a.txt", 1), Vec::<Value>::new());
    let formatting =
        json!({ "textDocument": { "uri": "file:///a.txt" }, "options": { "tabSize": 2, "insertSpaces": true } });
    assert_eq!(client.request("textDocument/formatting", formatting), json!([]));
    let position = json!({ "textDocument": { "uri": "file:///a.txt" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.request("textDocument/completion", position.clone())["items"], json!([]));
    let mut unknown = position;
    unknown["textDocument"]["uri"] = json!("file:///never-opened.txt");
    assert_eq!(client.request("textDocument/completion", unknown), Value::Null);
}

#[test]
fn uris_are_echoed_as_the_client_spells_them() {
    let mut client = push_client();
    for uri in ["file:///簡報.brief", "file:///a b[1].brief", "file:///%E7%B0%A1.brief", "file:///c%3A/%e7%b0%a1.brief"]
    {
        client.open(uri, FAULTY);
        assert!(!client.diagnostics(uri, 1).is_empty(), "{uri}");
    }
    client.change("file:///C:/x", 2, json!([{ "text": "" }]));
    client.change("file:///c:/簡.brief", 2, json!([{ "text": "" }]));
    assert_eq!(client.diagnostics("file:///c%3A/%e7%b0%a1.brief", 2), Vec::<Value>::new());
}

#[test]
fn every_fix_is_a_code_action() {
    let versioned = json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } });
    let mut client = Client::start(versioned);
    client.open(URI, FAULTY);
    let ask = |client: &mut Client, only: Value, at: Value| {
        let context = json!({ "diagnostics": [], "only": only });
        client.request(
            "textDocument/codeAction",
            json!({ "textDocument": { "uri": URI }, "range": at, "context": context }),
        )
    };
    let actions = ask(&mut client, Value::Null, range((4, 12), (4, 12)));
    let action =
        actions.as_array().expect("actions").iter().find(|action| action["kind"] == "quickfix").expect("a fix");
    assert_eq!(action["diagnostics"][0]["code"], "date/format");
    assert_eq!(action["isPreferred"], true);
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 1 }));
    assert_eq!(applied(FAULTY, &change["edits"]), FAULTY.replace("2025-04-17", "04/17/2025"));

    let everything = range((0, 0), (99, 0));
    let fix_all = ask(&mut client, json!(["source.fixAll"]), everything.clone());
    assert_eq!(fix_all.as_array().expect("actions").len(), 1);
    assert_eq!(fix_all[0]["kind"], "source.fixAll.brief");
    let fixed = applied(FAULTY, &fix_all[0]["edit"]["documentChanges"][0]["edits"]);
    assert_eq!(fixed, FAULTY.replace("2025-04-17", "04/17/2025").replace("軍事，中國", "軍事、中國"));
    let organize = ask(&mut client, json!(["source.organizeImports"]), everything);
    assert_eq!(organize, json!([]));
}

#[test]
fn formatting_is_what_the_library_does_in_few_edits() {
    let mut client = push_client();
    let messy = FAULTY.replace("  • ", "\u{f0b7}\t").replace("\n\n", " \u{a0}\n\n\n").replace('\n', "\r\n");
    client.open(URI, &messy);
    let params = json!({ "textDocument": { "uri": URI }, "options": { "tabSize": 2, "insertSpaces": true } });
    let edits = client.request("textDocument/formatting", params);
    assert_eq!(applied(&messy, &edits), brief_ls::format::formatted(&messy, &House::default(), today()));
    for edit in edits.as_array().expect("edits") {
        let line = edit["range"]["start"]["line"].as_u64().expect("a line") as usize;
        let text = messy.lines().nth(line).unwrap_or_default();
        assert_ne!(text, "中國的軍事支出增加。", "a line that stays is in an edit");
    }
}

#[test]
fn a_range_is_formatted_and_nothing_else() {
    let mut client = push_client();
    let messy = FAULTY.replace("  • ", "•\t");
    client.open(URI, &messy);
    let options = json!({ "tabSize": 2, "insertSpaces": true });
    let params = json!({ "textDocument": { "uri": URI }, "options": options, "range": range((11, 0), (11, 2)) });
    let edits = client.request("textDocument/rangeFormatting", params);
    assert_eq!(applied(&messy, &edits), messy.replacen("•\t乙", "  • 乙", 1));
}

#[test]
fn enter_goes_on_with_a_list() {
    let mut client = push_client();
    let typed = FAULTY.replace("  • 乙\n", "  1. 😀乙\n\n");
    client.open(URI, &typed);
    let options = json!({ "tabSize": 2, "insertSpaces": true });
    let position = json!({ "line": 12, "character": 0 });
    let params = json!({ "textDocument": { "uri": URI }, "position": position, "ch": "\n", "options": options });
    let edits = client.request("textDocument/onTypeFormatting", params);
    assert_eq!(applied(&typed, &edits), typed.replace("😀乙\n", "😀乙\n  2. "));
}

/// The briefs of this repository, with the line ends that Windows gives them too.
fn corpus() -> Vec<String> {
    let folders =
        ["good", "faulty", "not-briefs"].map(|name| format!("{}/tests/briefs/{name}", env!("CARGO_MANIFEST_DIR")));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let texts = files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("a brief"));
    texts.flat_map(|text| [text.replace('\n', "\r\n"), text]).collect()
}

/// What the command line makes of `text`.
fn through_command_line(arguments: &[&str], text: &str) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_brief-ls"));
    command.args(arguments).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut process = command.stderr(std::process::Stdio::null()).spawn().expect("the binary starts");
    let mut stdin = process.stdin.take().expect("a pipe");
    let text = text.to_owned();
    let writer = std::thread::spawn(move || std::io::Write::write_all(&mut stdin, text.as_bytes()));
    let output = process.wait_with_output().expect("an end");
    writer.join().expect("a thread").expect("the program reads");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn editors_and_the_command_line_agree_byte_for_byte() {
    let mut client = push_client();
    for (number, text) in corpus().iter().enumerate() {
        let uri = format!("file:///briefs/{number}.brief");
        client.open(&uri, text);
        let params = json!({ "textDocument": { "uri": uri }, "options": { "tabSize": 2, "insertSpaces": true } });
        let edits = client.request("textDocument/formatting", params);
        let name = format!("{number}.brief");
        assert_eq!(applied(text, &edits), through_command_line(&["format", "--stdin-filename", &name, "-"], text));

        let context = json!({ "diagnostics": [], "only": ["source.fixAll"] });
        let params = json!({ "textDocument": { "uri": uri }, "range": range((0, 0), (0, 0)), "context": context });
        let actions = client.request("textDocument/codeAction", params);
        let fixed = match actions.get(0) {
            Some(action) => applied(text, &action["edit"]["changes"][&uri]),
            None => text.clone(),
        };
        let command_line = ["check", "--fix", "--exit-zero", "--stdin-filename", &name, "-"];
        assert_eq!(through_command_line(&command_line, text), fixed);
    }
}

#[test]
fn completion_in_the_keyword_field() {
    let mut client = Client::start(json!({}));
    let text = FAULTY.replace("軍事，中國", "軍事、wai");
    client.open(URI, &text);
    let position = json!({ "line": 6, "character": 20 });
    let list =
        client.request("textDocument/completion", json!({ "textDocument": { "uri": URI }, "position": position }));
    assert_eq!(list["isIncomplete"], true);
    let item = &list["items"][0];
    assert_eq!((&item["label"], &item["textEdit"]["newText"]), (&json!("外交"), &json!("外交")));
    assert_eq!(item["textEdit"]["range"], range((6, 17), (6, 20)));
    assert!(item["filterText"].as_str().expect("text").starts_with("wai"));
}

#[test]
fn an_empty_file_is_offered_a_whole_brief() {
    for (snippets, tab_stops) in [(true, true), (false, false)] {
        let item = json!({ "snippetSupport": snippets });
        let mut client = Client::start(json!({ "textDocument": { "completion": { "completionItem": item } } }));
        client.open(URI, "");
        let position = json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 } });
        let list = client.request("textDocument/completion", position);
        let text = list["items"][0]["textEdit"]["newText"].as_str().expect("text").to_owned();
        assert_eq!(text.contains("$1"), tab_stops);
        assert!(text.contains("Summary:"));
    }
}

#[test]
fn the_outline_is_a_tree_where_the_client_shows_trees() {
    for trees in [true, false] {
        let symbol = json!({ "hierarchicalDocumentSymbolSupport": trees });
        let mut client = Client::start(json!({ "textDocument": { "documentSymbol": symbol } }));
        client.open(URI, FAULTY);
        let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
        let names: Vec<_> = symbols.as_array().expect("symbols").iter().map(|symbol| symbol["name"].clone()).collect();
        if trees {
            assert_eq!(names, ["作者/Author(s)", "網站來源/Source", "日期/Date", "關鍵字/Keywords", "摘要", "Summary"]);
            assert_eq!(symbols[4]["children"][1]["selectionRange"], range((11, 2), (11, 5)));
        } else {
            assert_eq!(names.len(), 9);
            assert_eq!(symbols[4]["location"], json!({ "uri": URI, "range": range((8, 0), (12, 0)) }));
        }
    }
}

#[test]
fn hovering_a_date_tells_its_weekday() {
    let mut client = Client::start(json!({}));
    client.open(URI, FAULTY);
    let at = |line: u32| json!({ "textDocument": { "uri": URI }, "position": { "line": line, "character": 12 } });
    let hover = client.request("textDocument/hover", at(4));
    assert_eq!(hover["range"], range((4, 9), (4, 19)));
    assert!(hover["contents"]["value"].as_str().expect("Markdown").contains("Thursday"));
    assert_eq!(client.request("textDocument/hover", at(3)), Value::Null);
}

#[test]
fn a_lead_leads_to_its_partner() {
    let mut client = Client::start(json!({}));
    client.open(URI, FAULTY);
    let at = json!({ "textDocument": { "uri": URI }, "position": { "line": 9, "character": 8 } });
    let english = range((14, 0), (14, 34));
    assert_eq!(client.request("textDocument/definition", at.clone()), json!([{ "uri": URI, "range": english }]));
    let highlights = client.request("textDocument/documentHighlight", at.clone());
    assert_eq!((&highlights[0]["range"], &highlights[1]["range"]), (&range((9, 0), (9, 10)), &english));
    let hover = client.request("textDocument/hover", at);
    assert!(hover["contents"]["value"].as_str().expect("Markdown").starts_with("China spends more"));
}

#[test]
fn folds_selections_and_links() {
    let mut client = Client::start(json!({}));
    client.open(URI, &FAULTY.replace("中國的", "https://rand.org/x 中國的"));
    let document = json!({ "textDocument": { "uri": URI } });
    let folds = client.request("textDocument/foldingRange", document.clone());
    let lines = |fold: &Value| (fold["startLine"].as_u64(), fold["endLine"].as_u64());
    let folds: Vec<_> = folds.as_array().expect("folds").iter().map(lines).collect();
    assert_eq!(folds, [(Some(0), Some(6)), (Some(8), Some(11)), (Some(13), Some(15))]);

    let links = client.request("textDocument/documentLink", document);
    assert_eq!((&links[0]["target"], &links[0]["range"]), (&json!("https://rand.org/"), &range((2, 13), (2, 29))));
    assert_eq!((&links[1]["target"], &links[1]["range"]), (&json!("https://rand.org/x"), &range((9, 0), (9, 18))));

    let at = json!({ "line": 14, "character": 2 });
    let params = json!({ "textDocument": { "uri": URI }, "positions": [at] });
    let selection = &client.request("textDocument/selectionRange", params)[0];
    assert_eq!(selection["range"], range((14, 0), (14, 5)));
    assert_eq!(selection["parent"]["range"], range((14, 0), (14, 34)));
}

#[test]
fn changes_that_no_editor_should_send() {
    let mut client = push_client();
    client.open(URI, "日期/Date: 😀\n摘要:\n");
    let mut model = Text::new("日期/Date: 😀\n摘要:\n", 1);
    let odd = [
        json!([]),
        json!([{ "range": range((0, 10), (0, 10)), "text": "x" }]),
        json!([{ "range": range((0, 99), (77, 3)), "text": "\r\n甲" }, { "text": "作者: 𠮷\r\n日期: x" }]),
        json!([{ "range": range((5, 0), (0, 2)), "text": "" }]),
        json!([{ "range": range((4_000_000_000, 4_000_000_000), (4_000_000_000, 4_000_000_000)), "text": "末" }]),
    ];
    for (version, changes) in (2..).zip(odd) {
        model.apply(&to_changes(&changes), version, Encoding::Utf16);
        client.change(URI, version, changes);
    }
    check_text(&mut client, &model.content());
}

fn to_changes(changes: &Value) -> Vec<Change> {
    let at = |at: &Value| {
        let number = |name: &str| at[name].as_u64().expect("a number") as u32;
        Position::new(number("line"), number("character"))
    };
    (changes.as_array().expect("changes").iter())
        .map(|change| Change {
            range: change.get("range").map(|range| (at(&range["start"]), at(&range["end"]))),
            text: change["text"].as_str().expect("text").to_owned(),
        })
        .collect()
}

/// Checks the server's text by what it makes of it: labels are put before it, so that it is formatted as a brief.
fn check_text(client: &mut Client, expected: &str) {
    let labels = "摘要:\n甲 \n\nSummary:\n";
    client.change(URI, 900_000, json!([{ "range": range((0, 0), (0, 0)), "text": labels }]));
    let params = json!({ "textDocument": { "uri": URI }, "options": { "tabSize": 2, "insertSpaces": true } });
    let edits = client.request("textDocument/formatting", params);
    let before = format!("{labels}{expected}");
    assert_eq!(applied(&before, &edits), brief_ls::format::formatted(&before, &House::default(), today()));
}

#[test]
fn two_thousand_edits_in_one_burst() {
    let mut client = push_client();
    client.open(URI, FAULTY);
    let mut model = Text::new(FAULTY, 1);
    let pieces = ["軍", "😀", "𠮷", "\n", "、", "a", "\r\n", "  • ", "", "2025"];
    // A small generator of our own keeps the run the same everywhere.
    let mut state = 20_250_417_u64;
    let mut next = |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32 % below
    };
    for version in 2..2_002 {
        let start = (next(40), next(30));
        let end = if next(3) == 0 { (start.0, start.1 + next(4)) } else { start };
        let changes = json!([{ "range": range(start, end), "text": pieces[next(10) as usize] }]);
        model.apply(&to_changes(&changes), version, Encoding::Utf16);
        client.change(URI, version, changes);
    }
    let mut last = 0;
    while last < 2_001 {
        let version = client.notification("textDocument/publishDiagnostics")["version"].as_i64().expect("a version");
        assert!(version > last, "version {version} was published after {last}");
        last = version;
    }
    check_text(&mut client, &model.content());
}

#[test]
fn exit_ends_the_server_while_the_input_stays_open() {
    let mut client = push_client();
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(0));

    let mut client = push_client();
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(1), "without a shutdown request");
}

#[test]
fn the_end_of_the_input_ends_the_server() {
    let mut client = push_client();
    client.close_input();
    assert_eq!(client.wait().code(), Some(1), "without a shutdown request");
}

#[cfg(unix)]
#[test]
fn a_dead_client_ends_the_server() {
    let mut editor = std::process::Command::new("sleep").arg("600").spawn().expect("a process");
    let mut client = Client::spawn();
    client.initialize(json!({ "processId": editor.id(), "rootUri": null, "capabilities": {} }));
    client.open(URI, FAULTY);
    client.diagnostics(URI, 1);
    editor.kill().expect("it lives");
    editor.wait().expect("it is gone");
    assert_eq!(client.wait().code(), Some(1));
}

#[test]
fn a_broken_message_is_answered_and_ends_nothing() {
    let mut client = push_client();
    client.send_raw(r#"{"jsonrpc":"2.0","id":99,"method":"no/suchMethod","params":{}}"#);
    client.open(URI, FAULTY);
    assert!(!client.diagnostics(URI, 1).is_empty());
    let response = client.response("textDocument/completion", json!({ "textDocument": 5 }));
    assert_eq!(response["error"]["code"], -32602);
    assert!(client.response("no/suchMethod", json!({})).get("error").is_some());
}

#[test]
fn a_brief_is_shown_side_by_side() {
    let mut client = push_client();
    client.open(URI, FAULTY);
    let ask = json!({ "textDocument": { "uri": URI } });
    let preview = client.request("brief/preview", ask.clone());
    let html = preview["html"].as_str().expect("a page");
    assert_eq!(preview["version"], 1);
    assert!(html.contains("note.brief") && html.contains("😀 王小明") && html.contains("date/format"), "{html}");
    client.change(URI, 2, json!([{ "text": FAULTY.replace("2025-04-17", "04/17/2025") }]));
    let preview = client.request("brief/preview", ask);
    assert_eq!(preview["version"], 2);
    assert!(!preview["html"].as_str().expect("a page").contains("date/format"));
    let nowhere = client.request("brief/preview", json!({ "textDocument": { "uri": "file:///none.brief" } }));
    assert_eq!(nowhere, Value::Null);
}
