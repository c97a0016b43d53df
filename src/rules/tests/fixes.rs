//! What is offered does what it says: every fix of every finding, tried out alone.

use std::fs;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::*;
use crate::messages::Locale;

/// Rules of which a fix leaves as many findings as there were, by design.
static LEAVES_AS_MANY: &[(&Rule, &str)] = &[(
    &header::label_form::RULE,
    "the words first: marks round them are another finding, and stay until they are asked for",
)];

/// Rules of which a safe fix may lead to other findings, by design.
static UNCOVERS: &[(&Rule, &str)] =
    &[(&text::invisible::RULE, "what it takes away hid a line, or that two texts are the same")];

/// What is wrong with the fixes of `findings`, which are all that `again` finds in `text`.
pub fn faults(text: &str, findings: &[Finding], again: impl Fn(&str) -> Vec<Finding>) -> Vec<String> {
    let mut faults = Vec::new();
    for finding in findings {
        for fix in &finding.fixes {
            let title = fix.title.text(Locale::English);
            let outcome = of_fix(text, finding, fix, findings, &again);
            faults.extend(outcome.err().map(|fault| format!("{}, “{title}”: {fault}, in\n{text}", finding.rule.name)));
        }
    }
    faults
}

/// `text` with that fix, which changes something in one way.
pub fn applied(text: &str, fix: &Fix) -> Result<String, String> {
    let mut pairs =
        fix.edits.iter().enumerate().flat_map(|(at, one)| fix.edits[..at].iter().map(move |two| (one, two)));
    if let Some(overlap) = pairs.find(|(one, two)| !edit::compatible(one, two)) {
        return Err(format!("edits overlap: {overlap:?}"));
    }
    let mended = edit::apply(text, &fix.edits);
    if mended == text { Err("nothing changes".to_owned()) } else { Ok(mended) }
}

fn of_fix(
    text: &str,
    finding: &Finding,
    fix: &Fix,
    before: &[Finding],
    again: impl Fn(&str) -> Vec<Finding>,
) -> Result<(), String> {
    let mended = applied(text, fix)?;
    let after = again(&mended);
    let of = |rule: &Rule, findings: &[Finding]| findings.iter().filter(|other| other.rule == rule).count();
    let excused = |rules: &[(&Rule, &str)]| rules.iter().any(|(rule, _)| *rule == finding.rule);
    if of(finding.rule, &after) >= of(finding.rule, before) && !excused(LEAVES_AS_MANY) {
        return Err(format!("the finding stays in\n{mended}"));
    }
    let matters = |finding: &&Finding| finding.severity <= Severity::Warning;
    let new = after.iter().filter(matters).find(|new| of(new.rule, &after) > of(new.rule, before));
    match new.filter(|_| fix.safe && !excused(UNCOVERS)) {
        Some(new) => Err(format!("a safe fix makes a finding of {} in\n{mended}", new.rule.name)),
        None => Ok(()),
    }
}

fn all(text: &str) -> Vec<Finding> {
    let (file, house, usage) = (BriefFile::read(text), house_of_manuals(), usage_of(ARCHIVE_OF_MANUALS));
    let around = Surroundings { house: &house, usage: &usage, today: TODAY, memo: &Memo::default() };
    check_with(text, &file, &BriefMemos::of(text, &file), around)
}

#[track_caller]
fn check_texts(texts: impl IntoIterator<Item = String>) {
    let mut count = 0;
    let of_text = |text: String| {
        let findings = all(&text);
        count += findings.iter().map(|finding| finding.fixes.len()).sum::<usize>();
        faults(&text, &findings, all)
    };
    let faults: Vec<String> = texts.into_iter().flat_map(of_text).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(count > 50, "{count} fixes are hardly a trial");
}

#[test]
fn fixes_of_the_manuals_mend() {
    check_texts(RULES.iter().flat_map(|rule| examples(rule, "bad")));
}

/// The briefs of this repository.
fn briefs() -> Vec<String> {
    let folders = ["faulty", "good"].map(|folder| format!("{}/tests/briefs/{folder}", env!("CARGO_MANIFEST_DIR")));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder of briefs"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).expect("a brief in UTF-8")).collect()
}

#[test]
fn fixes_of_whole_briefs_mend() {
    check_texts(briefs());
}

/// What is put in somewhere.
const PIECES: &[&str] = &[
    "，",
    "。。",
    ",",
    "的",
    "的的",
    " ",
    "\u{3000}",
    "「",
    "”",
    "'",
    "US",
    "U.S.",
    "臺灣",
    "台灣",
    "2017 年",
    "1月",
    "5%",
    "5 percent",
    "導彈",
    "湾",
    "\u{200b}",
    "😀",
    "the the ",
    "1. ",
    "---",
];

/// The same lines with one of them gone, doubled, exchanged with the next, joined to it, indented, not indented any more,
/// cut short, or with a piece put in.
fn wounded(mut lines: Vec<String>, (at, kind, place, piece): (Index, u8, Index, &str)) -> Vec<String> {
    let at = at.index(lines.len());
    let next = (at + 1).min(lines.len() - 1);
    let chars: Vec<char> = lines[at].chars().collect();
    let (before, behind) = chars.split_at(place.index(chars.len() + 1));
    let [before, behind] = [before, behind].map(|part| part.iter().collect::<String>());
    match kind {
        0 => _ = lines.remove(at),
        1 => lines.insert(at, lines[at].clone()),
        2 => lines.swap(at, next),
        3 => {
            let joined = lines.remove(next);
            let joined = joined.trim_start_matches([' ', '•', '-']);
            lines.get_mut(at).into_iter().for_each(|line| line.push_str(joined));
        }
        4 => lines[at].insert_str(0, "  "),
        5 => lines[at] = lines[at].trim_start().to_owned(),
        6 => lines[at] = before,
        _ => lines[at] = [&before, piece, &behind].concat(),
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

#[test]
fn fixes_of_wounded_briefs_mend() {
    let wound = (any::<Index>(), 0..11_u8, any::<Index>(), select(PIECES));
    let texts = (select(briefs()), vec(wound, 1..6)).prop_map(|(text, wounds)| {
        let lines = text.split('\n').map(str::to_owned).collect();
        wounds.into_iter().fold(lines, wounded).join("\n")
    });
    let mut runner = TestRunner::deterministic();
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40);
    check_texts((0..cases).map(|_| texts.new_tree(&mut runner).expect("a text").current()));
}
