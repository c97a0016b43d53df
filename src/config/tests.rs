//! Settings that brief.toml may hold, and the problems reported for others.

use std::path::Path;

use super::*;
use crate::brief::{FieldKind, LabelKind};
use crate::house::{LabelColon, Punctuation, Severity};
use crate::lexicon::SourceMatch;
use crate::messages::Locale;

fn read(text: &str) -> Arc<House> {
    read_for(text, "note.brief")
}

fn read_for(text: &str, path: &str) -> Arc<House> {
    Configuration::read(text).expect("a configuration").house_of(Path::new(path))
}

/// The faults stand between « and », and their messages hold `words`.
#[track_caller]
fn check_problems(marked: &str, words: &[&str]) {
    let text = marked.replace(['«', '»'], "");
    let problems = Configuration::read(&text).expect_err("problems");
    let mut shown = text.clone();
    for problem in problems.iter().rev() {
        shown.insert(problem.span.end, '»');
        shown.insert(problem.span.start, '«');
    }
    assert_eq!(shown, marked);
    for (problem, words) in problems.iter().zip(words) {
        let message = problem.message.text(Locale::English);
        assert!(message.contains(words), "{message}");
    }
    assert_eq!(problems.len(), words.len());
}

#[test]
fn an_empty_file_is_the_template() {
    let house = read("# nothing yet\n");
    let template = House::default();
    assert_eq!((&house.header, &house.labels), (&template.header, &template.labels));
    assert_eq!((&house.date_format, &house.format), (&template.date_format, &template.format));
    assert_eq!((&house.lint, house.locale), (&template.lint, None));
}

#[test]
fn every_key() {
    let house = read(
        r#"
        messages = "zh-TW"
        [header]
        fields = ["date", "author"]
        optional = ["link"]
        date-format = "%Y-%m-%d"
        labels = { author = "撰文/Written by" }
        [sections]
        labels = { zh = "重點", en = "Key Points" }
        [vocabulary]
        keywords = ["觀雲", { zh = "灰色地帶", en = "gray zone" }]
        sources = [{ name = "Institute of Cloud Gazing", abbreviation = "ICG", zh = "觀雲所", domain = "icg.example" }]
        closed = true
        built-in = false
        [glossary]
        terms = [{ zh = ["全球南方"], en = ["Global South"] }]
        avoid = [{ term = "南韓", use = "韓國" }, { term = "武漢肺炎" }]
        [lint]
        select = ["date", "text/avoid"]
        ignore = ["date/future"]
        severity = { "text/avoid" = "error" }
        [format]
        indent = 4
        mark = "–"
        blank-lines = false
        punctuation = "fullwidth"
        spacing = "add"
        label-colon = "full"
        "#,
    );
    assert_eq!(house.locale, Some(Locale::Chinese));
    assert_eq!(house.header.required, [FieldKind::Date, FieldKind::Author]);
    assert_eq!(house.label(FieldKind::Author), "撰文/Written by");
    assert_eq!(house.opening(LabelKind::Section(crate::brief::Language::English)), "Key Points：");
    assert_eq!(house.date_format.pattern(), "%Y-%m-%d");
    assert!(house.keywords().lookup("gray zone").is_some() && house.keywords().lookup("外交").is_none());
    assert!(matches!(house.sources().lookup("觀雲所"), SourceMatch::Name(_)) && house.vocabulary.closed);
    assert_eq!(house.glossary.avoided[0].instead.as_deref(), Some("韓國"));
    assert_eq!(house.terms().all()[0].name.english, "Global South");
    assert!(house.lint.is_on("date/invalid") && !house.lint.is_on("date/future") && !house.lint.is_on("points/empty"));
    assert_eq!(house.lint.severity("text/avoid"), Some(Severity::Error));
    assert_eq!((house.format.indent, house.format.mark, house.format.blank_lines), (4, '–', false));
    assert_eq!((house.format.punctuation, house.format.label_colon), (Punctuation::FullWidth, LabelColon::Full));
}

#[test]
fn what_holds_for_some_files() {
    let text = r#"
        [lint]
        ignore = ["text"]
        [[lint.per-file]]
        path = "drafts/**"
        ignore = ["date"]
        severity = { points = "hint" }
        [[lint.per-file]]
        path = "*.md"
        select = ["header"]
        [[lint.accept]]
        rule = "date/future"
        text = "12/04/2099"
        file = "a/b.brief"
    "#;
    let is_on = |path, rule| read_for(text, path).lint.is_on(rule);
    assert!(is_on("a.brief", "date/invalid") && !is_on("a.brief", "text/avoid"));
    assert!(!is_on("drafts/2025/a.brief", "date/invalid") && !is_on("drafts/a.brief", "text/avoid"));
    assert!(!is_on("x/y.md", "points/empty") && is_on("x/y.md", "header/field-order"));
    assert_eq!(read_for(text, "drafts/a.brief").lint.severity("points/empty"), Some(Severity::Hint));
    assert!(read_for(text, "a/b.brief").lint.accepts("date/future", "12/04/2099"));
    assert!(!read_for(text, "a/c.brief").lint.accepts("date/future", "12/04/2099"));
}

#[test]
fn unknown_keys_and_values() {
    check_problems("«formt» = 1\n[format]\n«Indent_» = 2\n", &["did you mean format?", "did you mean indent?"]);
    check_problems("[lint]\n«date_format» = \"x\"\n", &["known are accept, ignore"]);
    check_problems(
        "[header]\nfields = [\"author\", «\"dat»e\"»]\n".replace("«\"dat»e\"»", "«\"dte\"»").as_str(),
        &["“date”"],
    );
    check_problems("[lint]\nignore = [«\"date/invlid\"», «\"zzz\"»]\n", &["date/invalid", "known are"]);
    check_problems(
        "[lint.severity]\n«\"text/avoids\"» = \"error\"\ntext = «\"fatal\"»\n",
        &["text/avoid?", "known are"],
    );
    check_problems("messages = «\"fr\"»\n", &["known are en, zh-TW"]);
    check_problems("[format]\npunctuation = «\"halfwidth\"»\n", &["known are auto, fullwidth, keep"]);
    check_problems("[glossary]\navoid = [{ term = \"a\", «usse» = \"b\" }]\n", &["did you mean use?"]);
}

#[test]
fn values_of_another_type() {
    check_problems("[format]\nindent = «\"2\"»\n", &["write it like 2"]);
    check_problems("[vocabulary]\nkeywords = «\"軍事\"»\n", &["write it like [\"軍事\"]"]);
    check_problems("[vocabulary]\nkeywords = [«3»]\n", &["write it like \"…\" / { zh = \"…\", en = \"…\" }"]);
    check_problems("«lint» = 3\n".replace("«lint» = 3", "lint = «3»").as_str(), &["write it like { … }"]);
    check_problems("[glossary]\navoid = [«{ use = \"b\" }»]\n", &["the key term is missing"]);
    check_problems("[glossary]\nterms = [{ zh = «\"臺灣\"», en = [\"Taiwan\"] }]\n", &["write it like [\"臺灣\"]"]);
    check_problems("[glossary]\nterms = [«\"臺灣\"»]\n", &["write it like { zh = [\"…\"], en = [\"…\"] }"]);
    check_problems("[format]\nblank-lines = «\"yes\"»\n", &["write it like true / false"]);
    check_problems("messages = «3»\n", &["write it like \"en\""]);
    check_problems("[header]\nfields = «\"date\"»\n", &["write it like [\"date\"]"]);
}

#[test]
fn values_that_make_no_sense() {
    check_problems("[header]\ndate-format = «\"YYYY\"»\n", &["%Y"]);
    check_problems(
        "[format]\nmark = «\"中\"»\nindent = «99»\n".replace("«99»", "99").as_str().replace("99", "9").as_str(),
        &["mark"],
    );
    check_problems("[format]\nindent = «99»\n", &["from 0 to 16"]);
    check_problems("[format]\nindent = «-1»\n", &["from 0 to 16"]);
    check_problems("[format]\nindent = «0x11»\n", &["from 0 to 16"]);
    check_problems("[format]\nmark = «\"->\"»\n", &["a single one such as •"]);
    check_problems("[format]\nmark = «\"\"»\n", &["a single one such as •"]);
    check_problems("[[lint.per-file]]\npath = «\"a[\"»\n", &["no pattern"]);
    check_problems("[header]\nlabels = { author = «\"誰: 誰\"» }\n", &["could not be read back"]);
    check_problems("[vocabulary]\nsources = [{ name = «\" \"» }]\n", &["must not be empty"]);
    check_problems("[glossary]\nterms = [{ zh = «[]», en = [\"x\"] }]\n", &["must not be empty"]);
}

#[test]
fn what_is_no_toml() {
    let problems = Configuration::read("[format\nindent = \n").expect_err("problems");
    assert!(!problems.is_empty());
}

#[test]
fn the_schema_in_the_repository_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/editors/vscode/brief.schema.json");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    if kept != schema() && std::env::var_os("CI").is_none() {
        // On a developer's machine the mended file is written at once; the test fails all the same.
        std::fs::write(path, schema()).expect("a place for the schema");
    }
    assert!(kept == schema(), "editors/vscode/brief.schema.json was not current; it has been written anew");
}
