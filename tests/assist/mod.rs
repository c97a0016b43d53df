//! What an editor asks for of one brief, once through the binary each.

use super::*;

/// Pairs that are known by their content.
const PAIRED: &str = "\
作者/Author(s): 王小明

網站來源/Source: RAND Corporation

日期/Date: 04/17/2025

關鍵字/Keywords: 軍事、中國

摘要:
中國的軍事支出增加。
  • 😀中國編列527億美元，擴大與全球南方國家的軍事交流。
  • 歐盟對俄羅斯石油實施制裁。

Summary:
China spends more on its military.
  • 😀China spends $52.7 billion on military exchanges with the Global South.
  • The European Union imposes sanctions on Russian oil.
";

fn document() -> Value {
    json!({ "uri": URI })
}

#[test]
fn a_pair_is_moved_in_both_languages() {
    let mut client = Client::start(json!({}));
    client.open(URI, PAIRED);
    let context = json!({ "diagnostics": [], "only": ["refactor"] });
    let at = range((15, 8), (15, 8));
    let params = json!({ "textDocument": document(), "range": at, "context": context });
    let actions = client.request("textDocument/codeAction", params);
    let kinds: Vec<_> = actions.as_array().expect("actions").iter().map(|action| &action["kind"]).collect();
    assert_eq!(kinds[..3], ["refactor.move", "refactor.rewrite", "refactor.rewrite"]);
    let moved = applied(PAIRED, &actions[0]["edit"]["changes"][URI]);
    let lines: Vec<&str> = moved.lines().collect();
    assert!(lines[10].starts_with("  • 歐盟") && lines[11].starts_with("  • 😀中國"), "{moved}");
    assert!(lines[15].starts_with("  • The European") && lines[16].starts_with("  • 😀China"), "{moved}");
}

#[test]
fn the_cursor_is_placed_in_a_new_point_where_the_client_can() {
    let able = json!({ "experimental": { "commands": { "commands": ["brief.placeCursor"] } } });
    for (capabilities, expected) in [(able, json!([URI, { "line": 17, "character": 4 }])), (json!({}), Value::Null)] {
        let mut client = Client::start(capabilities);
        client.open(URI, PAIRED);
        let context = json!({ "diagnostics": [], "only": ["refactor"] });
        let params = json!({ "textDocument": document(), "range": range((15, 8), (15, 8)), "context": context });
        let actions = client.request("textDocument/codeAction", params);
        let inserted =
            actions.as_array().expect("actions").iter().find(|action| action["title"] == "Insert an empty pair below");
        assert_eq!(inserted.expect("the action")["command"]["arguments"], expected);
    }
}

#[test]
fn completion_in_a_point_offers_what_the_partner_says() {
    let mut client = Client::start(json!({}));
    let text = FAULTY.replace("  • 甲", "  • 😀編列527億美元，全球南方國家受益").replace("  • A", "  • The 😀 Glo");
    client.open(URI, &text);
    let position = json!({ "line": 15, "character": 14 });
    let params = json!({ "textDocument": { "uri": URI }, "position": position });
    let list = client.request("textDocument/completion", params.clone());
    let item = &list["items"][0];
    assert_eq!((&item["label"], &item["textEdit"]["range"]), (&json!("Global South"), &range((15, 11), (15, 14))));
    let resolved = client.request("completionItem/resolve", item.clone());
    let documentation = resolved["documentation"]["value"].as_str().expect("Markdown");
    assert!(documentation.contains("527億美元，**全球南方國家**受益"), "{documentation}");

    // Nothing has been typed, so it is a person who asks.
    let line = json!({ "line": 15, "character": 10 });
    let everything = json!({ "textDocument": { "uri": URI }, "position": line, "context": { "triggerKind": 1 } });
    let list = client.request("textDocument/completion", everything);
    assert_eq!(list["items"][0]["label"], "$52.7 billion");
    let mut typed = params;
    typed["position"]["character"] = json!(11);
    typed["context"] = json!({ "triggerKind": 2, "triggerCharacter": " " });
    assert_eq!(client.request("textDocument/completion", typed)["items"], json!([]), "a space is prose");
}

#[test]
fn pair_numbers_stand_where_the_order_differs() {
    let mut client = Client::start(json!({ "workspace": { "configuration": true } }));
    let everything = range((0, 0), (99, 0));
    let params = json!({ "textDocument": document(), "range": everything });
    client.open(URI, PAIRED);
    assert_eq!(client.request("textDocument/inlayHint", params.clone()), json!([]));

    let lines: Vec<&str> = PAIRED.lines().collect();
    let crossed = [&lines[..15], &[lines[16], lines[15], ""]].concat().join("\n");
    client.change(URI, 2, json!([{ "text": crossed }]));
    let hints = client.request("textDocument/inlayHint", params.clone());
    let shown: Vec<_> = (hints.as_array().expect("hints").iter())
        .map(|hint| (hint["position"]["line"].as_u64().expect("a line"), hint["label"][0]["value"].clone()))
        .collect();
    assert_eq!(shown, [(10, json!("①")), (11, json!("②")), (15, json!("②")), (16, json!("①"))]);
    assert_eq!(hints[0]["position"]["character"], 4);
    assert_eq!(hints[0]["label"][0]["location"]["range"]["start"]["line"], 16);

    // The client is asked for the settings that it says have changed.
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    client.answer("workspace/configuration", json!([{ "inlayHints": { "pairNumbers": "off" } }]));
    client.answer("workspace/configuration", json!([{ "inlayHints": { "pairNumbers": "off" } }]));
    client.eventually(|client| client.request("textDocument/inlayHint", params.clone()) == json!([]));
}

#[test]
fn lenses_tell_how_the_halves_pair() {
    let settings = |enable: bool| json!({ "processId": null, "rootUri": null, "capabilities": {}, "initializationOptions": { "brief": { "codeLens": { "enable": enable } } } });
    let mut client = Client::spawn();
    client.initialize(settings(true));
    client.open(URI, &PAIRED.replace("$52.7", "$5.27"));
    let lenses = client.request("textDocument/codeLens", json!({ "textDocument": document() }));
    let titles: Vec<_> = lenses.as_array().expect("lenses").iter().map(|lens| &lens["command"]["title"]).collect();
    assert_eq!(titles, ["2 ↔ 2 points · paired", "2 ↔ 2 points · paired", "1 finding"]);
    assert_eq!(lenses[0]["range"], range((8, 0), (8, 2)));
    assert_eq!(lenses[0]["command"]["command"], "brief.showPairs");
    assert_eq!(lenses[2]["command"]["arguments"][2][0]["range"]["start"]["line"], 15);

    let mut client = Client::spawn();
    client.initialize(settings(false));
    client.open(URI, PAIRED);
    assert_eq!(client.request("textDocument/codeLens", json!({ "textDocument": document() })), Value::Null);
}

#[test]
fn semantic_tokens_tell_what_agrees() {
    let mut client = Client::start(json!({}));
    client.open(URI, PAIRED);
    let full = client.request("textDocument/semanticTokens/full", json!({ "textDocument": document() }));
    let tokens = decoded(&full["data"]);
    // 😀 is two columns in UTF-16; type is the eighth kind, number the seventh, agreeing the first modifier.
    assert!(tokens.contains(&(10, 6, 2, 7, 1)), "中國 agrees with China: {tokens:?}");
    assert!(tokens.contains(&(10, 10, 6, 6, 1)), "527億美元 agrees with $52.7 billion: {tokens:?}");

    client.change(URI, 2, json!([{ "range": range((15, 19), (15, 20)), "text": "1" }]));
    let params = json!({ "textDocument": document(), "previousResultId": full["resultId"] });
    let delta = client.request("textDocument/semanticTokens/full/delta", params);
    let mut data: Vec<Value> = full["data"].as_array().expect("numbers").clone();
    for edit in delta["edits"].as_array().expect("edits") {
        let number = |name: &str| edit[name].as_u64().expect("a number") as usize;
        let come = edit["data"].as_array().expect("numbers").clone();
        data.splice(number("start")..number("start") + number("deleteCount"), come);
    }
    let whole = client.request("textDocument/semanticTokens/full", json!({ "textDocument": document() }));
    assert_eq!(json!(data), whole["data"]);
    assert!(decoded(&whole["data"]).contains(&(10, 10, 6, 6, 2)), "527億美元 differs from $12.7 billion");

    let visible = json!({ "textDocument": document(), "range": range((8, 0), (9, 0)) });
    let visible = client.request("textDocument/semanticTokens/range", visible);
    let lines: Vec<u64> = decoded(&visible["data"]).iter().map(|token| token.0).collect();
    assert_eq!(lines, [8, 9]);
}

/// Line, column, length, type and modifiers of each token.
fn decoded(data: &Value) -> Vec<(u64, u64, u64, u64, u64)> {
    let numbers: Vec<u64> = data.as_array().expect("numbers").iter().map(|n| n.as_u64().expect("a number")).collect();
    let (mut line, mut column) = (0, 0);
    let tokens = numbers.chunks(5).map(|token| {
        column = if token[0] == 0 { column + token[1] } else { token[1] };
        line += token[0];
        (line, column, token[2], token[3], token[4])
    });
    tokens.collect()
}

#[test]
fn a_number_and_its_partner() {
    let mut client = Client::start(json!({}));
    client.open(URI, PAIRED);
    let at = json!({ "textDocument": document(), "position": { "line": 10, "character": 12 } });
    let highlights = client.request("textDocument/documentHighlight", at.clone());
    let ranges: Vec<_> = highlights.as_array().expect("places").iter().map(|place| place["range"].clone()).collect();
    assert_eq!(ranges, [range((10, 10), (10, 16)), range((15, 19), (15, 32))]);
    let hover = client.request("textDocument/hover", at);
    let text = hover["contents"]["value"].as_str().expect("Markdown");
    assert!(text.starts_with("*the partner says the same") && text.contains("527億美元"), "{text}");
}
