//! The formatter: from a brief to its canonical layout, in the fewest edits.
//!
//! Three things are done in turn until nothing changes: every safe fix of the rules, the blanks and marks of the prose,
//! and the layout of lines. A text that is no brief comes back as it was, and outside the safe fixes only blanks, line
//! ends, marks, the width of letters and label words change.

mod layout;
mod prose;

use jiff::civil::Date;

use crate::brief::{BriefFile, looks_like_brief};
use crate::house::House;
use crate::rules;
use crate::text::{Edit, edit};

/// The edits that format `text`; none where nothing is to be done. Lines that stay the same are in no edit.
pub fn edits(text: &str, house: &House, today: Date) -> Vec<Edit> {
    edit::between(text, &formatted(text, house, today))
}

/// `text` in canonical layout and without anything that has a safe fix.
pub fn formatted(text: &str, house: &House, today: Date) -> String {
    if !looks_like_brief(text, &house.labels) || text.len() > rules::LARGEST_FILE {
        return text.to_owned();
    }
    let mut formatted = text.to_owned();
    for _ in 0..MOST_ROUNDS {
        let fixed = with_safe_fixes(formatted.clone(), house, today);
        let next = layout::lay_out(&prose::tidied(&fixed, house), house);
        if next == formatted {
            break;
        }
        formatted = next;
    }
    formatted
}

/// A fix can make room for another (a doubled 、 hides a doubled keyword), but not for long.
const MOST_ROUNDS: usize = 8;

/// `text` after every safe fix, and after those that the first ones make possible.
pub fn with_safe_fixes(mut text: String, house: &House, today: Date) -> String {
    for _ in 0..MOST_ROUNDS {
        let file = BriefFile::read_with(&text, &house.labels);
        let edits = rules::safe_edits(&rules::check(&text, &file, house, today));
        if edits.is_empty() {
            break;
        }
        text = edit::apply(&text, &edits);
    }
    text
}
