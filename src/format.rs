//! The formatter: from a brief to its canonical layout, in the fewest edits.
//!
//! Three steps are repeated until nothing changes: all safe fixes of the rules, blanks and marks of the prose, and the
//! layout of lines. A text that is no brief stays as it is. Outside the safe fixes only blanks, line ends, marks, the
//! width of letters and label words change.

mod layout;
mod prose;

use jiff::civil::Date;

use crate::archive::Usage;
use crate::brief::{BriefFile, looks_like_brief};
use crate::house::House;
use crate::rules::brief_memo::BriefMemos;
use crate::rules::{self, Fix, Memo, Surroundings};
use crate::text::{Edit, Span, edit};

/// Edits that format `text`, empty if it is formatted. Lines that stay the same are in no edit.
pub fn edits(text: &str, house: &House, today: Date, memo: &Memo) -> Vec<Edit> {
    edit::between(text, &in_rounds(text, None, house, today, memo))
}

/// [`edits`] that lie in `range`. Fixes that reach beyond it are left out: a pair of points is fixed whole or not at
/// all.
pub fn edits_in(text: &str, range: Span, house: &House, today: Date, memo: &Memo) -> Vec<Edit> {
    let mut edits = edit::between(text, &in_rounds(text, Some(range), house, today, memo));
    edits.retain(|edit| range.holds(edit.span));
    edits
}

/// `text` in canonical layout and without anything that has a safe fix.
pub fn formatted(text: &str, house: &House, today: Date) -> String {
    in_rounds(text, None, house, today, &Memo::default())
}

fn in_rounds(text: &str, mut range: Option<Span>, house: &House, today: Date, memo: &Memo) -> String {
    let mut formatted = text.to_owned();
    if !looks_like_brief(text, &house.labels) || text.len() > rules::LARGEST_FILE {
        return formatted;
    }
    for _ in 0..MOST_ROUNDS {
        let fixed = fixed(formatted.clone(), &mut range, house, today, memo);
        let next = layout::lay_out(&prose::tidied(&fixed, house), house);
        if next == formatted {
            break;
        }
        range = range.map(|range| edit::moved(range, &edit::between(&fixed, &next)));
        formatted = next;
    }
    formatted
}

/// Rounds after which formatting stops. One fix can reveal another (a doubled 、 hides a doubled keyword), but not for
/// long.
const MOST_ROUNDS: usize = 8;

/// `text` after all safe fixes, including those that the first ones make possible.
pub fn with_safe_fixes(text: String, house: &House, today: Date, memo: &Memo) -> String {
    fixed(text, &mut None, house, today, memo)
}

/// `text` after all safe fixes that lie whole in `range`, which is adjusted to the edits.
fn fixed(mut text: String, range: &mut Option<Span>, house: &House, today: Date, memo: &Memo) -> String {
    let usage = Usage::default();
    for _ in 0..MOST_ROUNDS {
        let file = BriefFile::read_with(&text, &house.labels);
        let findings = rules::check_with(
            &text,
            &file,
            &BriefMemos::of(&text, &file),
            Surroundings { house, usage: &usage, today, memo },
        );
        let safe = findings.iter().filter_map(|finding| finding.fixes.iter().find(|fix| fix.safe));
        let is_meant = |fix: &&Fix| range.is_none_or(|range| fix.edits.iter().all(|edit| range.holds(edit.span)));
        let edits = rules::compatible_edits(safe.filter(is_meant));
        if edits.is_empty() {
            break;
        }
        *range = range.map(|range| edit::moved(range, &edits));
        text = edit::apply(&text, &edits);
    }
    text
}
