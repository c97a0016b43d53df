//! Cases: a brief.toml with the cursor at `|`, what is offered first, and what the text is once that is chosen.

use super::*;

#[track_caller]
fn run(marked: &str) -> (String, usize, Vec<TomlCompletion>) {
    let offset = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let offered = complete(&text, offset);
    for completion in &offered {
        let typed = &text[completion.span.range()];
        assert!(completion.filter.starts_with(typed), "{typed:?} starts no {:?}", completion.filter);
        assert_eq!(completion.span, offered[0].span, "one common range");
        assert_eq!(completion.span.end, offset);
    }
    (text, offset, offered)
}

/// Checks that the first offers are `expected`.
#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let (_, _, offered) = run(marked);
    let labels: Vec<&str> = offered.iter().map(|completion| completion.label.as_str()).collect();
    assert!(labels.starts_with(expected), "offered {labels:?}");
}

/// Checks that these are all offers.
#[track_caller]
fn check_all(marked: &str, expected: &[&str]) {
    check(marked, expected);
    assert_eq!(run(marked).2.len(), expected.len());
}

/// Checks what the text is with the first offer.
#[track_caller]
fn check_chosen(marked: &str, expected: &str) {
    let (mut text, _, offered) = run(marked);
    let first = offered.first().expect("an offer");
    text.replace_range(first.span.range(), &first.insert);
    assert_eq!(text, expected);
}

/// The snippet of the first offer.
#[track_caller]
fn check_snippet(marked: &str, expected: Option<&str>) {
    assert_eq!(run(marked).2[0].snippet.as_deref(), expected);
}

#[test]
fn headers() {
    check("[|", &["[format]", "[glossary]", "[[glossary.avoid]]", "[[glossary.terms]]", "[header]", "[header.labels]"]);
    check("# 😀\n[li|]\n", &["[lint]", "[[lint.accept]]", "[[lint.per-file]]"]);
    check_all("[lint.|", &["[[lint.accept]]", "[[lint.per-file]]", "[lint.per-file.severity]", "[lint.severity]"]);
    check_all("[[lint.|]]\n", &["[[lint.accept]]", "[[lint.per-file]]"]);
    check("[acc|", &["[[lint.accept]]"]);
    check_all("[nothing|", &[]);
    check_chosen("[fo|", "[format]");
    check_chosen("[fo|]", "[format]");
    check_chosen("[lint.acc|", "[[lint.accept]]");
    check_chosen("[lint.acc|]\nrule = \"\"", "[[lint.accept]]\nrule = \"\"");
    check_chosen("[[lint.acc|]]", "[[lint.accept]]");
}

#[test]
fn tables_that_are_there() {
    check(
        "[format]\nindent = 2\n[header]\n[|\n[glossary]",
        &["[[glossary.avoid]]", "[[glossary.terms]]", "[header.labels]"],
    );
    check("[[lint.accept]]\n[[lint.a|", &["[[lint.accept]]"]);
    check_all("[sections]\nlabels = { zh = \"摘\" }\n[sec|", &[]);
    // A table below does not make the one above.
    check("[lint.severity]\n[lin|]", &["[lint]"]);
}

#[test]
fn headers_where_a_line_begins() {
    check("|", &["messages", "[format]", "[glossary]"]);
    check("f|", &["[format]"]);
    check(
        "[format]\nlabel-colon = \"half\"\n\n|",
        &["blank-lines", "indent", "mark", "punctuation", "spacing", "[glossary]"],
    );
    check_chosen("glo|\n", "[glossary]\n");
}

#[test]
fn keys() {
    check("[header]\n|\n", &["date-format", "fields", "labels", "optional", "[format]"]);
    check("[header]\nfields = []\n|\noptional = []\n", &["date-format", "labels", "[format]"]);
    check("[[lint.accept]]\n|", &["rule", "text", "file"]);
    check("[[lint.accept]]\nrule = \"\"\n[[lint.accept]]\n|", &["rule", "text", "file"]);
    check("[[lint.accept]]\nrule = \"\"\n|\n[[lint.accept]]\ntext = \"\"", &["text", "file"]);
    check_all("[format]\nfor|", &[]);
    check_all("[vocabulary]\nbuilt-in = true\ncl|", &["closed"]);
    check_all("header.da|", &["date-format"]);
    check_all("header.labels.au|", &["author"]);
    check("[header.labels]\nk|", &["keywords"]);
    check_all("[nowhere]\nxyz|", &[]);
    check("[format]\ncol|", &["label-colon"]);
    check_chosen("[format]\nind|", "[format]\nindent = ");
    check_chosen("[format]\nind| = 2", "[format]\nindent = 2");
}

#[test]
fn what_is_typed_behind_a_key() {
    check_snippet("[header]\nfie|", Some("fields = [$0]"));
    check_snippet("[header]\nlab|", Some("labels = { $0 }"));
    check_snippet("[header]\ndat|", Some("date-format = \"$0\""));
    check_snippet("[format]\nspa|", None);
    check_snippet("[format]\nblan|", None);
    check_snippet("[header]\nfie| = []", None);
}

#[test]
fn keys_in_braces() {
    check_all("[vocabulary]\nsources = [{ na|", &["name"]);
    check_all("[vocabulary]\nsources = [{ name = \"雲\", |", &["abbreviation", "domain", "zh"]);
    check_all(
        "[vocabulary]\nsources = [\n  { name = \"a\" }, # 😀\n  { | },\n]\n",
        &["name", "abbreviation", "domain", "zh"],
    );
    check_all("[vocabulary]\nkeywords = [\"觀雲\", { z|", &["zh"]);
    check_all("[header]\nlabels = { author = \"誰\", t|", &["title"]);
    check_all("vocabulary = { cl|", &["closed"]);
    check_chosen("[vocabulary]\nsources = [{ na| }]", "[vocabulary]\nsources = [{ name =  }]");
}

#[test]
fn rules_as_keys() {
    check("[lint]\nseverity = { \"date/fu|", &["date/future"]);
    check_chosen("[lint]\nseverity = { \"date/fu|", "[lint]\nseverity = { \"date/future\" = ");
    check_chosen("[lint]\nseverity = { \"date/fu|\" }", "[lint]\nseverity = { \"date/future\" }");
    check_chosen("[lint]\nseverity = { \"date/fu|\" = \"hint\" }", "[lint]\nseverity = { \"date/future\" = \"hint\" }");
    check_chosen("[lint.severity]\ndate/fu|", "[lint.severity]\n\"date/future\" = ");
    check_chosen("[lint.severity]\n'date/fu|", "[lint.severity]\n'date/future' = ");
    check_chosen("[lint.severity]\ndat|", "[lint.severity]\ndate = ");
    check_chosen(
        "[lint]\nseverity = { date = \"hint\", da|",
        "[lint]\nseverity = { date = \"hint\", \"date/day-first\" = ",
    );
}

#[test]
fn values() {
    check_all("messages = |", &["en", "zh-TW"]);
    check_all("messages = \"zh|", &["zh-TW"]);
    check_all("[format]\npunctuation = \"|\"\n", &["auto", "fullwidth", "keep"]);
    check_all("[format]\nblank-lines = |\nindent = 2\n", &["true", "false"]);
    check_all("[format]\nblank-lines = f|", &["false"]);
    check_all("[format]\nblank-lines = \"|", &[]);
    check_all("[format]\nmark = \"|\"", &[]);
    check_all("[lint]\nseverity = { \"date/future\" = \"|", &["error", "warning", "info", "hint"]);
    check_chosen("messages = |\n", "messages = \"en\"\n");
    check_chosen("messages = e|", "messages = \"en\"");
    check_chosen("messages = \"e|", "messages = \"en\"");
    check_chosen("messages = 'e|'", "messages = 'en'");
    check_chosen("[format]\nblank-lines =|", "[format]\nblank-lines =true");
}

#[test]
fn values_in_lists() {
    check("[lint]\nselect = [\"da|", &["date", "date/invalid", "date/incomplete"]);
    check("[lint]\nselect = [inv|", &["date/invalid"]);
    check("[lint]\nselect = [\n  \"date\", # 日期\n  \"date/f|\n]\n", &["date/format", "date/future"]);
    check("[[lint.per-file]]\npath = \"*.md\"\nignore = [\"text\", \"|\"]", &["header", "header/missing-field"]);
    check("[[lint.accept]]\nrule = \"|\"", &["header/missing-field"]);
    check_all("[header]\nfields = [\"author\", |, \"date\", \"keywords\"]", &["title", "source", "link"]);
    check_all("[header]\noptional = [\"l|", &["link"]);
    check_all("[lint]\nselect = [\"date\" |]", &[]);
    check_chosen("[lint]\nselect = [\"date/fu|", "[lint]\nselect = [\"date/future\"");
    check_chosen("[lint]\nselect = [\"date/fu|\", \"text\"]", "[lint]\nselect = [\"date/future\", \"text\"]");
    check_chosen("[lint]\nselect = [\"date/fu|, \"text\"]", "[lint]\nselect = [\"date/future\", \"text\"]");
    check_chosen("[lint]\nselect = [date/fu|]", "[lint]\nselect = [\"date/future\"]");
}

#[test]
fn nothing_elsewhere() {
    for marked in [
        "# |",
        "# messages = \"|",
        "messages = \"en\" |",
        "messages |= ",
        "[format] |",
        "[format]\nmark = \"\"\"\n[|",
        "[lint]\nselect = [] |\n",
        "messages = \"en\"|",
    ] {
        check_all(marked, &[]);
    }
}

#[test]
fn what_was_left_open_above() {
    check_all("[lint]\nselect = [\"date\n[format]\nind|", &["indent"]);
    check_all("[lint]\nselect = [\nignore = [\"keywords/sep|", &["keywords/separator"]);
    check_all("[vocabulary]\nsources = [{ name = \"a\"\nclosed = t|", &["true"]);
    check_all("[vocabulary\nclosed = t|", &["true"]);
    check_all("[vocabulary]\nsources = [{ name = \n[header]\nlabels = { author = \"\", k|", &["keywords"]);
    check_all("= = ] } 😀\n[format]\nind|", &["indent"]);
}

#[test]
fn what_is_told_of_an_offer() {
    let (_, _, offered) = run("[lint]\nselect = [\"date/fut|");
    assert_eq!(offered[0].detail.as_deref(), Some("info"));
    assert_eq!(offered[0].documentation.as_deref(), Some("Reports a date that lies in the future."));
    let (_, _, offered) = run("[format]\nind|");
    assert_eq!(offered[0].detail.as_deref(), Some("2"));
    assert_eq!(offered[0].documentation.as_deref(), Some("Blanks before the mark of a point."));
}

/// Every place of whole and broken texts has an answer, whose places are in the text.
#[test]
fn every_place_of_any_text() {
    let whole = "\u{feff}# 我們😀\r\nmessages = \"zh-TW\"\r\n[header]\nlabels = { author = '作者' }\n[vocabulary]\nkeywords = [\"觀雲\", { zh = \"灰\\\"色\", en = \"g\" }]\nsources = [\n  { name = \"雲😀\" }, # 。\n]\n[[lint.accept]]\nrule = \"date/future\"\ntext = \"\"\"\n12/04\n\"\"\"\n[lint.severity]\n\"date/future\" = \"hint\"\n";
    let places = || (0..=whole.len()).filter(|&at| whole.is_char_boundary(at));
    places().for_each(|at| check_place(whole, at));
    places().for_each(|at| check_place(&whole[..at], at));
    let nested = "[{".repeat(20_000);
    let dotted = "a.".repeat(20_000);
    let mut texts =
        ["\r\r\n[\r\n", "x = [\n[\n[\n{{=,,}}]] = \n😀]", "a = {\n\n[😀", &nested, &dotted].map(str::to_owned).to_vec();
    texts.extend(['"', '[', '{', '=', '\n', '\'', ']', '}'].map(|c| whole.replace(c, "")));
    for text in texts {
        let step = 1 + text.len() / 50;
        let places = (0..=text.len()).step_by(step).chain([text.len()]);
        places.filter(|&at| text.is_char_boundary(at)).for_each(|at| check_place(&text, at));
    }
}

#[track_caller]
fn check_place(text: &str, offset: usize) {
    for offer in complete(text, offset) {
        let typed = text.get(offer.span.range()).expect("a place in the text");
        assert!(offer.span.end == offset && !typed.contains('\n'), "{typed:?}");
    }
    if let Some(hover) = crate::config::hover(text, offset) {
        assert!(hover.span.touches(Span::at(offset)) && text.get(hover.span.range()).is_some());
    }
}
