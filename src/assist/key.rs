//! Keys: the names under which an entry is found, and the filter text that keeps it in an editor's list.

use crate::lexicon::{Sound, sounds};
use crate::text::{fold, is_han};

/// How well the typed text names an entry; the smaller the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The start of a key, of which so many characters are not typed yet.
    Start(usize),
    /// The start of a word inside a key.
    Word,
}

/// The first key that begins with `typed`, or has a word that does, and what of the key follows `typed`'s start.
/// Case and width make no difference; Han words have no boundaries, so any Han character starts one.
pub fn find<'k>(typed: &str, keys: &[&'k str]) -> Option<(Fit, &'k str)> {
    let folded = fold(typed);
    if let Some(key) = keys.iter().find(|key| starts_with(key, &folded)) {
        // Before anything is typed no key is nearer than another.
        let left = if folded.is_empty() { 0 } else { key.chars().count().saturating_sub(folded.chars().count()) };
        return Some((Fit::Start(left), key));
    }
    let inside =
        keys.iter().find_map(|key| word_starts(key).map(|at| &key[at..]).find(|rest| starts_with(rest, &folded)));
    inside.map(|rest| (Fit::Word, rest))
}

/// Pinyin and zhuyin of a name that no list has, if `typed` may be a sound.
pub fn sounds_of(name: &str, typed: &str) -> Vec<String> {
    let may_be_sound = |c: char| c.is_ascii_alphabetic() || ('\u{3105}'..='\u{312f}').contains(&c);
    if !name.contains(is_han) || !fold(typed).starts_with(may_be_sound) {
        return Vec::new();
    }
    let keys = |sound: Sound| [sound.pinyin, sound.initials, sound.zhuyin.replace(' ', "")];
    sounds(name).into_iter().flat_map(keys).collect()
}

/// Whether the key begins with `typed`, which is not empty.
pub(super) fn begins(key: &str, typed: &str) -> bool {
    starts_with(key, &fold(typed))
}

fn starts_with(key: &str, folded: &str) -> bool {
    let mut wanted = folded.chars();
    let mut key = key.chars().flat_map(char::to_lowercase);
    wanted.all(|c| key.next() == Some(c))
}

/// Places behind a blank or hyphen, and before each Han character but the first.
fn word_starts(key: &str) -> impl Iterator<Item = usize> {
    let previous = std::iter::once(' ').chain(key.chars());
    key.char_indices()
        .zip(previous)
        .filter(|&((at, c), previous)| at > 0 && (is_han(c) || matches!(previous, ' ' | '-' | '/' | '(')))
        .map(|((at, _), _)| at)
}

/// Characters beyond which VS Code matches no key.
const LONGEST_FILTER: usize = 120;

/// `matched` with `typed` in the place of its start, then the other keys.
pub fn filter<'k>(typed: &str, matched: &str, keys: impl IntoIterator<Item = &'k str>) -> String {
    let length = typed.chars().count();
    let mut filter: String = typed.chars().chain(matched.chars().skip(length)).collect();
    for key in keys.into_iter().filter(|&key| !key.is_empty() && key != matched) {
        if filter.chars().count() + key.chars().count() >= LONGEST_FILTER {
            break;
        }
        filter.push(' ');
        filter.push_str(key);
    }
    filter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_match_at_their_start_and_at_words() {
        let keys = ["外交", "waijiao", "wj", "ㄨㄞㄐㄧㄠ", "diplomacy"];
        for (typed, matched) in
            [("外", "外交"), ("WAI", "waijiao"), ("wj", "wj"), ("ㄨㄞ", "ㄨㄞㄐㄧㄠ"), ("Dip", "diplomacy")]
        {
            let left = matched.chars().count() - typed.chars().count();
            assert_eq!(find(typed, &keys), Some((Fit::Start(left), matched)), "{typed}");
        }
        assert_eq!(find("plom", &keys), None);
        assert_eq!(find("交", &keys), Some((Fit::Word, "交")));
        let institute = ["International Institute for Strategic Studies"];
        assert_eq!(find("strat", &institute), Some((Fit::Word, "Strategic Studies")));
    }

    #[test]
    fn the_filter_begins_as_typed() {
        assert_eq!(filter("WAI", "waijiao", ["外交", "waijiao"]), "WAIjiao 外交");
        assert_eq!(filter("", "外交", ["外交", "waijiao"]), "外交 waijiao");
        assert!(filter("a", "a", ["很長".repeat(80).as_str()]).len() < 10);
    }
}
