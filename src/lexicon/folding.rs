//! Folding: the one spelling that all spellings of a name share. Folded text is compared, never shown.

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::language::table;
use crate::text::{half_width, is_blank, is_han};

/// A name without the differences between its spellings: width, case, accents, hyphens, brackets, stops, an article
/// before it, simplified and variant characters.
pub fn fold_name(name: &str) -> String {
    let mut folded = Folded::with_capacity(name.len());
    for c in name.chars().map(half_width) {
        match c {
            '&' => folded.word("and"),
            '.' | ',' | '\'' | '’' | '‘' | '`' | '"' | '“' | '”' | '®' | '™' => {}
            _ if c.is_alphanumeric() => folded.push(c),
            _ if is_zero_width(c) => {}
            _ => folded.gap(),
        }
    }
    match folded.text.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => folded.text,
    }
}

/// Prose to search names in: folded as names are, but marks that end a sentence or clause stay.
pub fn fold_prose(prose: &str) -> String {
    let mut folded = Folded::with_capacity(prose.len());
    for c in prose.chars().map(half_width) {
        match c {
            // The dots of U.S. go; the stop of a sentence is followed by a blank, which stays.
            '.' | '\'' | '’' | '‘' | '"' | '“' | '”' => {}
            _ if is_zero_width(c) => {}
            '-' | '\u{2010}'..='\u{2015}' | '/' | '\n' | '\r' => folded.gap(),
            _ if is_blank(c) => folded.gap(),
            _ => folded.push(c),
        }
    }
    folded.text
}

/// Whether `text` has a character that only simplified Chinese uses.
pub fn has_simplified(text: &str) -> bool {
    text.chars().any(|c| traditional(c) != c)
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

struct Folded {
    text: String,
    /// A blank is due before the next character.
    gap: bool,
}

impl Folded {
    fn with_capacity(bytes: usize) -> Folded {
        Folded { text: String::with_capacity(bytes), gap: false }
    }

    fn gap(&mut self) {
        self.gap = true;
    }

    fn word(&mut self, word: &str) {
        self.gap();
        word.chars().for_each(|c| self.push(c));
        self.gap();
    }

    fn push(&mut self, c: char) {
        if std::mem::take(&mut self.gap) && !is_han(c) && self.text.ends_with(|last| !is_han(last)) {
            self.text.push(' ');
        }
        if c.is_ascii() {
            return self.text.push(c.to_ascii_lowercase());
        }
        if is_han(c) {
            return self.text.push(unvaried(traditional(c)));
        }
        decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                self.text.extend(part.to_lowercase());
            }
        });
    }
}

/// Simplified characters, and variants that Taiwan does not write, with the usual ones, in order of code points. Where
/// one stands for two (复 for 復 and 複), the more frequent of them.
struct Simplified {
    pairs: Vec<(char, char)>,
    /// A bit for each code point up to the last simplified one, which rules out most characters without a search.
    bits: Vec<u64>,
}

static SIMPLIFIED: LazyLock<Simplified> = LazyLock::new(|| {
    let mut pairs: Vec<(char, char)> = table::rows::<2>(SIMPLIFIED_TABLE)
        .filter_map(|[simplified, traditional]| Some((simplified.chars().next()?, traditional.chars().next()?)))
        .collect();
    pairs.sort_unstable();
    let last = pairs.last().map_or(0, |&(last, _)| last as usize);
    let mut bits = vec![0; last / 64 + 1];
    pairs.iter().for_each(|&(simplified, _)| bits[simplified as usize / 64] |= 1 << (simplified as usize % 64));
    Simplified { pairs, bits }
});

const SIMPLIFIED_TABLE: &str = include_str!("simplified.tsv");

/// The character that Taiwan writes for a simplified one; any other is returned as it is.
pub fn traditional(c: char) -> char {
    let Simplified { pairs, bits } = &*SIMPLIFIED;
    if bits.get(c as usize / 64).is_none_or(|block| block >> (c as usize % 64) & 1 == 0) {
        return c;
    }
    pairs.binary_search_by_key(&c, |&(simplified, _)| simplified).map_or(c, |at| pairs[at].1)
}

/// The usual one of two characters that Taiwan writes without a difference of meaning.
pub fn unvaried(c: char) -> char {
    match c {
        '臺' => '台',
        '爲' => '為',
        '啓' => '啟',
        '衆' => '眾',
        '裏' => '裡',
        '峯' => '峰',
        '羣' => '群',
        '祕' => '秘',
        '着' => '著',
        '僞' => '偽',
        '劃' => '畫',
        '佈' => '布',
        '佔' => '占',
        '週' => '周',
        '汙' => '污',
        '覈' => '核',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_to_what_their_spellings_share() {
        for (name, folded) in [
            ("The RAND Corporation", "rand corporation"),
            ("ＲＡＮＤ　Corporation", "rand corporation"),
            ("U.S.-China  Economic & Security", "us china economic and security"),
            ("ISEAS – Yusof Ishak Institute", "iseas yusof ishak institute"),
            ("Körber-Stiftung", "korber stiftung"),
            ("École militaire", "ecole militaire"),
            ("《亞洲 安全》", "亞洲安全"),
            ("臺湾", "台灣"),
            ("GLOBSEC 智庫", "globsec智庫"),
            ("Jane’s", "janes"),
            ("軍\u{200b}事", "軍事"),
            ("😀𠮷", "𠮷"),
            ("the", "the"),
            ("", ""),
        ] {
            assert_eq!(fold_name(name), folded);
        }
    }

    #[test]
    fn prose_keeps_clauses_apart() {
        assert_eq!(fold_prose("the U.S. fleet, in the South\nChina Sea."), "the us fleet, in the south china sea");
        assert_eq!(fold_prose("中國、军事，台\r\n湾"), "中國、軍事,台灣");
    }

    #[test]
    fn simplified_characters_are_seen() {
        assert!(has_simplified("军事"));
        assert!(!has_simplified("軍事 military 台灣"));
    }

    #[test]
    fn the_table_is_whole() {
        table::tests::check(SIMPLIFIED_TABLE, "char traditional");
        for [simplified, traditional] in table::rows::<2>(SIMPLIFIED_TABLE) {
            assert_eq!((simplified.chars().count(), traditional.chars().count()), (1, 1), "{simplified}");
            assert_ne!(simplified, traditional);
        }
    }
}
