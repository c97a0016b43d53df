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
