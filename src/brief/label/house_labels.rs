//! The labels of a house: its own words beside the usual ones, and the closest of them to a misspelling.

use super::{LabelKind, table};
use crate::text::{fold, intern, is_han};

/// The labels of fields and sections in a house.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    own: Vec<HouseLabel>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct HouseLabel {
    kind: LabelKind,
    canonical: &'static str,
    /// The parts in each language, folded.
    spellings: Vec<String>,
}

impl Labels {
    /// The template's labels, except for `own`.
    pub fn new<'w>(own: impl IntoIterator<Item = (LabelKind, &'w str)>) -> Labels {
        let own = own.into_iter().map(|(kind, canonical)| HouseLabel {
            kind,
            canonical: intern(canonical),
            spellings: parts(&fold(canonical)).into_iter().map(str::to_owned).collect(),
        });
        Labels { own: own.collect() }
    }

    /// The label as the house writes it.
    pub fn canonical(&self, kind: LabelKind) -> &'static str {
        self.own.iter().find(|own| own.kind == kind).map_or_else(|| kind.usual(), |own| own.canonical)
    }

    /// The kind that the part of a label in one language names. The house's own words count before the usual ones.
    pub(super) fn known(&self, part: &str) -> Option<LabelKind> {
        let own = self.own.iter().find(|own| own.spellings.iter().any(|spelling| spelling == part));
        own.map(|own| own.kind).or_else(|| table::kind(part))
    }

    /// The label at the smallest edit distance that a slip of the finger explains.
    pub(super) fn closest(&self, part: &str) -> Option<LabelKind> {
        let shape = LetterSet::of(part);
        let length = shape.length;
        let allowed = match length {
            // Half the Han words of two characters are one slip from 作者.
            0..=2 => return None,
            3 | 4 => 1,
            _ => 2,
        };
        let own = self.own.iter().flat_map(|own| own.spellings.iter().map(|spelling| (own.kind, spelling.as_str())));
        let usual =
            LabelKind::ALL.into_iter().flat_map(|kind| kind.spellings().iter().map(move |spelling| (kind, *spelling)));
        own.chain(usual)
            .filter(|(_, spelling)| shape.is_within(allowed, &LetterSet::of(spelling)))
            .map(|(kind, spelling)| (strsim::osa_distance(part, spelling), kind))
            .filter(|&(distance, _)| distance <= allowed)
            .min_by_key(|&(distance, _)| distance)
            .map(|(_, kind)| kind)
    }
}

/// Number and, roughly, set of a word's characters, to see at once that two words are far apart.
#[derive(Clone, Copy)]
struct LetterSet {
    length: usize,
    set: u64,
}

impl LetterSet {
    fn of(word: &str) -> LetterSet {
        let empty = LetterSet { length: 0, set: 0 };
        word.chars().fold(empty, |LetterSet { length, set }, c| LetterSet {
            length: length + 1,
            set: set | 1 << (c as u32 % 64),
        })
    }

    /// Whether so many edits may be enough: each adds at most one character and removes at most one.
    fn is_within(&self, edits: usize, other: &LetterSet) -> bool {
        let differing = (self.set ^ other.set).count_ones() as usize;
        self.length.abs_diff(other.length) <= edits && differing <= 2 * edits
    }
}

/// `作者 / author(s)` → `作者`, `author(s)`: split at slashes and where the script changes.
pub(super) fn parts(folded: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for side in folded.split('/') {
        let side = side.trim();
        let starts_han = side.chars().next().is_some_and(is_han);
        let split = side.find(|c: char| c.is_alphanumeric() && is_han(c) != starts_han);
        let (one, two) = side.split_at(split.unwrap_or(side.len()));
        parts.extend([one, two].map(bare).into_iter().filter(|part| !part.is_empty()));
    }
    parts
}

/// Without the brackets and dashes that stand between two parts; `author(s)` keeps its own.
fn bare(part: &str) -> &str {
    let between = |c: char| matches!(c, ' ' | '(' | '-' | '|' | '·');
    let part = part.trim_matches(between);
    if part.contains('(') { part } else { part.trim_end_matches(')').trim_end() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quick_look_rules_out_no_slip() {
        let slips = |word: &str| -> Vec<String> {
            let chars: Vec<char> = word.chars().collect();
            let without =
                |at: usize| chars.iter().enumerate().filter(move |(i, _)| *i != at).map(|(_, c)| *c).collect();
            let other = |at: usize| chars.iter().enumerate().map(|(i, c)| if i == at { 'x' } else { *c }).collect();
            let swapped = |at: usize| {
                let mut swapped = chars.clone();
                swapped.swap(at, (at + 1) % chars.len());
                swapped.into_iter().collect()
            };
            let doubled = |at: usize| chars[..=at].iter().chain(&chars[at..]).collect();
            (0..chars.len()).flat_map(|at| [without(at), other(at), swapped(at), doubled(at)]).collect()
        };
        let all: Vec<&str> = LabelKind::ALL.iter().flat_map(|kind| kind.spellings()).copied().collect();
        for one in all.iter().flat_map(|word| slips(word)) {
            for word in &all {
                for allowed in [1, 2] {
                    let is_near = strsim::osa_distance(&one, word) <= allowed;
                    assert!(!is_near || LetterSet::of(&one).is_within(allowed, &LetterSet::of(word)), "{one} {word}");
                }
            }
        }
    }
}
