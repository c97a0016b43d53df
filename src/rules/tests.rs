//! The bench that rules are tried on: marked briefs in, findings and mended briefs out; and the manuals' own examples.

mod fixes;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;
use crate::archive::term_usage::TermUse;
use crate::archive::{Archive, Record, TermUsage};
use crate::house::{Avoided, HouseTerms};
use crate::lexicon::glossary;

/// The day that all cases happen on.
pub const TODAY: Date = jiff::civil::date(2026, 3, 2);

/// Checks that `rule` finds just the places between « and » in `marked`, that the first fix of every finding, applied as
/// far as they go together, gives `fixed` (`None` when there is no fix), and that every fix alone mends something.
#[track_caller]
pub fn check(rule: &'static Rule, marked: &str, fixed: Option<&str>) {
    check_in(&House::default(), rule, marked, fixed);
}

/// The same where a house has decided something.
#[track_caller]
pub fn check_in(house: &House, rule: &'static Rule, marked: &str, fixed: Option<&str>) {
    check_around(
        Surroundings { house, usage: &Usage::default(), today: TODAY, memo: &Memo::default() },
        rule,
        marked,
        fixed,
    );
}

/// The same beside an archive of briefs with these headers: so many of each, `;` for a line's end.
#[track_caller]
pub fn check_beside(archive: &[(usize, &str)], rule: &'static Rule, marked: &str, fixed: Option<&str>) {
    let usage = usage_of(archive);
    check_around(
        Surroundings { house: &House::default(), usage: &usage, today: TODAY, memo: &Memo::default() },
        rule,
        marked,
        fixed,
    );
}

#[track_caller]
fn check_around(around: Surroundings, rule: &'static Rule, marked: &str, fixed: Option<&str>) {
    let (text, expected) = unmark(marked);
    let findings = run_around(around, rule, &text);
    let mut places: Vec<Span> = findings.iter().map(|finding| finding.span).collect();
    places.sort();
    assert_eq!(places, expected, "places in\n{}", mark(&text, &places));
    let first_fixes = findings.iter().filter_map(|finding| finding.fixes.first());
    let edits = compatible_edits(first_fixes);
    match fixed {
        Some(fixed) => assert_eq!(edit::apply(&text, &edits), fixed),
        None => assert!(edits.is_empty(), "an unexpected fix: {edits:?}"),
    }
    let faults = fixes::faults(&text, &findings, |text| run_around(around, rule, text));
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// Checks that `rule` has nothing to say.
#[track_caller]
pub fn check_quiet(rule: &'static Rule, text: &str) {
    check(rule, text, None);
}

/// Checks what holds on any text: the findings of `rules` lie in it, and every fix changes it.
#[track_caller]
pub fn check_any(rules: &[&'static Rule], text: &str) {
    for finding in rules.iter().flat_map(|rule| run(rule, text)) {
        assert!(text.get(finding.span.range()).is_some(), "{finding:?} in {text:?}");
        for fix in &finding.fixes {
            fixes::applied(text, fix).unwrap_or_else(|fault| panic!("{}: {fault}, in\n{text}", finding.rule.name));
        }
    }
}

/// Checks a Chinese point and the English one that answers it; a rule of agreement has no fix.
#[track_caller]
pub fn check_points(rule: &'static Rule, chinese: &str, english: &str) {
    check(rule, &format!("摘要:\n  • {chinese}\n\nSummary:\n  • {english}\n"), None);
}

/// The findings of one rule in `text`.
pub fn run(rule: &Rule, text: &str) -> Vec<Finding> {
    run_in(&House::default(), rule, text)
}

fn run_in(house: &House, rule: &Rule, text: &str) -> Vec<Finding> {
    run_around(Surroundings { house, usage: &Usage::default(), today: TODAY, memo: &Memo::default() }, rule, text)
}

fn run_around(around: Surroundings, rule: &Rule, text: &str) -> Vec<Finding> {
    let file = BriefFile::read(text);
    let memos = BriefMemos::of(text, &file);
    Context::all(text, &file, &memos, around).flat_map(|cx| rule.check(&cx)).collect()
}

/// The findings of one rule beside an archive.
pub fn run_beside(archive: &[(usize, &str)], house: &House, rule: &Rule, text: &str) -> Vec<Finding> {
    run_around(Surroundings { house, usage: &usage_of(archive), today: TODAY, memo: &Memo::default() }, rule, text)
}

fn usage_of(headers: &[(usize, &str)]) -> Usage {
    let (mut archive, mut renderings) = (Archive::default(), TermUsage::default());
    for (count, header) in headers {
        for number in 0..*count {
            let path = format!("{header} {number}.brief");
            let text = header.replace(';', "\n");
            archive.put(Path::new(&path), Record::of_text(&text));
            renderings.put(Path::new(&path), TermUse::all(&text, &BriefFile::read(&text), glossary()));
        }
    }
    archive.usage().with_terms(renderings.usual_names())
}

fn unmark(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut spans = Vec::new();
    for c in marked.chars() {
        match c {
            '«' => open.push(text.len()),
            '»' => spans.push(Span::new(open.pop().expect("« before »"), text.len())),
            c => text.push(c),
        }
    }
    spans.sort();
    (text, spans)
}

fn mark(text: &str, spans: &[Span]) -> String {
    let mut marked = text.to_owned();
    for span in spans.iter().rev() {
        marked.insert(span.end, '»');
        marked.insert(span.start, '«');
    }
    marked
}

/// The fenced blocks of a manual that are tagged `brief` and `kind`.
fn examples(rule: &Rule, kind: &str) -> Vec<String> {
    let manual = rule.manual();
    let fence = format!("```brief {kind}\n");
    (manual.split(&fence).skip(1)).map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

/// Other briefs that the examples of `consistency/*` are compared with.
const ARCHIVE_OF_MANUALS: &[(usize, &str)] =
    &[(5, "摘要:;基輔;;Summary:;Kyiv;"), (8, "作者: Bonnie S. Glaser;來源: Academy of River Studies")];

/// What brief.toml says in the manuals' examples.
fn house_of_manuals() -> House {
    let avoided = Avoided { term: "南韓".into(), instead: Some("韓國".into()) };
    House { glossary: HouseTerms::new(Vec::new(), vec![avoided]), ..House::default() }
}

#[test]
fn manuals_show_a_bad_and_a_good_example() {
    let house = house_of_manuals();
    let usage = usage_of(ARCHIVE_OF_MANUALS);
    let run = |rule: &'static Rule, text: &str| {
        run_around(Surroundings { house: &house, usage: &usage, today: TODAY, memo: &Memo::default() }, rule, text)
    };
    for rule in RULES.iter() {
        let (bad, good) = (examples(rule, "bad"), examples(rule, "good"));
        assert!(!bad.is_empty(), "{} has no bad example", rule.name);
        assert!(!good.is_empty(), "{} has no good example", rule.name);
        for text in &bad {
            assert!(!run(rule, text).is_empty(), "{} misses\n{text}", rule.name);
        }
        for text in &good {
            assert!(run(rule, text).is_empty(), "{} reports\n{text}", rule.name);
        }
    }
}

#[test]
fn rules_are_named_by_their_group() {
    for group in GROUPS {
        for rule in group.rules {
            assert_eq!(rule.name.split_once('/').map(|(name, _)| name), Some(group.name), "{}", rule.name);
        }
    }
}

/// A rule that no list has is found by nobody; one for files that are not read is found before all others.
#[test]
fn every_rule_is_in_the_list_of_its_group() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let files =
        RULES.iter().map(|rule| rule.name).chain([file::too_large::RULE.name]).map(|name| name.replace('-', "_"));
    let listed: BTreeSet<String> = files.collect();
    let mut declared = BTreeSet::new();
    for group in fs::read_dir(&folder).expect("groups").map(|entry| entry.expect("a group").path()) {
        for file in fs::read_dir(group).into_iter().flatten().map(|entry| entry.expect("a rule").path()) {
            if fs::read_to_string(&file).is_ok_and(|text| text.contains("\nrule! {")) {
                let name = file.strip_prefix(&folder).expect("a path in it").with_extension("");
                declared.insert(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    assert_eq!(declared, listed);
}

#[test]
fn a_rule_equals_itself_alone() {
    for (i, rule) in RULES.iter().enumerate() {
        assert_eq!(RULES.iter().position(|other| other == rule), Some(i), "{}", rule.name);
        assert_eq!(GROUPS.iter().filter(|group| group.contains(rule)).count(), 1, "{}", rule.name);
    }
}

#[test]
fn names_are_distinct_and_well_formed() {
    let mut names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
    for name in &names {
        let well_formed = name.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '/' | '-'));
        assert!(well_formed && name.split('/').count() == 2, "{name}");
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RULES.len());
}

#[test]
fn manuals_say_what_is_reported_and_why() {
    for rule in RULES.iter() {
        assert!(rule.summary().ends_with('.'), "{}: {}", rule.name, rule.summary());
        assert!(rule.manual().contains("## Why"), "{} does not say why", rule.name);
    }
}

#[test]
fn a_number_in_one_language_alone_is_no_contradiction() {
    let rule = &agreement::number::RULE;
    check_quiet(rule, "摘要:\n• 中國軍費增加。\n\nSummary:\n• China spends 7.2% more on its military.\n");
    check_quiet(rule, "摘要:\n• 中國軍費增加百分之七點二。\n\nSummary:\n• China spends more on its military.\n");
}

#[test]
fn what_disagrees_is_never_changed_by_a_program() {
    let text = "摘要:\n• 中國軍費在2023年增加7.2%。\n\nSummary:\n• China's military spending rose by 5.2% in 2021.\n";
    let findings: Vec<Finding> = agreement::GROUP.rules.iter().flat_map(|rule| run(rule, text)).collect();
    assert!(!findings.is_empty() && findings.iter().all(|finding| finding.fixes.is_empty()), "{findings:?}");
}

#[test]
fn english_spelling_is_left_to_a_spell_checker() {
    let text = "摘要:\n• 中國收到。\n\nSummary:\n• China recieved it seperately.\n";
    for rule in text::GROUP.rules.iter().chain(style::GROUP.rules) {
        check_quiet(rule, text);
    }
}
