//! Spelling correction of names: the known name that a text is but for slips of the fingers.
//!
//! Names of institutes differ by one letter and are still different institutes (East Asia Institute, East Asian
//! Institute), and Chinese ones by one character. So words are compared, not letters: a word that the lexicon has is
//! never a slip for another, small words do not count, and one word at least must agree.

use std::collections::HashMap;

use strsim::osa_distance;

use super::folding::fold_name;
use crate::text::is_han;

/// Known names, ready to be compared.
#[derive(Debug)]
pub struct Speller {
    names: Vec<SpelledName>,
    /// Each word of the names.
    words: HashMap<Box<str>, WordCount>,
}

#[derive(Debug)]
struct WordCount {
    /// How many have it in a name.
    bearers: usize,
    last: Option<usize>,
}

#[derive(Debug)]
struct SpelledName {
    /// The words that count, one blank between.
    words: Box<str>,
    letters: Letters,
    written: &'static str,
    bearer: usize,
}

impl Speller {
    /// Knows `names` with their bearers; `other_words` are never slips.
    pub fn new(
        names: impl Iterator<Item = (&'static str, usize)>,
        other_words: impl Iterator<Item = &'static str>,
    ) -> Speller {
        let mut speller = Speller { names: Vec::new(), words: HashMap::new() };
        for (written, bearer) in names {
            let words = telling_words(&fold_name(written));
            words.split(' ').for_each(|word| speller.count(word, Some(bearer)));
            let letters = Letters::of(&words);
            speller.names.push(SpelledName { words: words.into(), letters, written, bearer });
        }
        for name in other_words {
            telling_words(&fold_name(name)).split(' ').for_each(|word| speller.count(word, None));
        }
        speller
    }

    /// Bearers come in order, so that a word which one of them has in two names counts once.
    fn count(&mut self, word: &str, bearer: Option<usize>) {
        match self.words.get_mut(word) {
            Some(known) if known.last == bearer => {}
            Some(known) => *known = WordCount { bearers: known.bearers + 1, last: bearer },
            None => {
                self.words.insert(word.into(), WordCount { bearers: 1, last: bearer });
            }
        }
    }

    /// The bearer, and its name, that the folded text misspells; none where two are equally near.
    pub fn nearest(&self, folded: &str) -> Option<(usize, &'static str)> {
        let words = telling_words(folded);
        let letters = Letters::of(&words);
        let mut best: Option<(u32, &SpelledName)> = None;
        let mut tied = false;
        for name in self.names.iter().filter(|name| letters.could_be(&name.letters)) {
            let Some(slips) = self.slips(&words, &name.words) else { continue };
            match best {
                Some((fewest, _)) if fewest < slips => {}
                Some((fewest, other)) if fewest == slips => tied |= other.bearer != name.bearer,
                _ => (best, tied) = (Some((slips, name)), false),
            }
        }
        best.filter(|_| !tied).map(|(_, name)| (name.bearer, name.written))
    }

    /// How many slips make `typed` out of `known`; `None` where slips do not explain the difference.
    fn slips(&self, typed: &str, known: &str) -> Option<u32> {
        if known.contains(is_han) {
            return is_transposed(typed, known).then_some(1);
        }
        if typed == known {
            return self.identifies(known).then_some(0);
        }
        if typed.len() >= SHORTEST && letters_of(typed).eq(letters_of(known)) {
            return Some(1);
        }
        let mut found = WordComparison::default();
        let (mut typed_words, mut known_words) = (typed.split(' '), known.split(' '));
        loop {
            match (typed_words.next(), known_words.next()) {
                (None, None) => return self.verdict(&found, known),
                (Some(a), Some(b)) if a == b => found.agreeing.push(b),
                (Some(a), Some(b)) if are_heads(a, b) => found.heads += 1,
                (Some(a), Some(b)) if self.is_slip(a, b) => found.slips += 1,
                _ => return None,
            }
        }
    }

    fn verdict(&self, found: &WordComparison, known: &str) -> Option<u32> {
        let distinctive = found.agreeing.iter().any(|word| self.is_distinctive(word));
        match found {
            // Brookings Institute: the other word leaves no doubt.
            WordComparison { slips: 0, heads: 1, .. } => distinctive.then_some(1),
            WordComparison { slips: 1, heads: 0, .. } if !found.agreeing.is_empty() => Some(1),
            WordComparison { slips: 1, heads: 0, .. } => (known.len() >= SHORTEST).then_some(1),
            WordComparison { slips: 2, heads: 0, .. } if found.agreeing.len() >= 2 => Some(2),
            _ => None,
        }
    }

    /// Whether the words that count are enough to know a name by: Institute for International Relations is not
    /// Institute of International Relations.
    fn identifies(&self, words: &str) -> bool {
        let count = words.split(' ').count();
        let has_head = words.split(' ').any(|word| HEADS.contains(&word));
        count >= if has_head { 4 } else { 3 } || words.split(' ').any(|word| self.is_distinctive(word))
    }

    /// Whether hardly any other name has the word: Brookings.
    fn is_distinctive(&self, word: &str) -> bool {
        word.len() >= 4 && self.words.get(word).is_some_and(|known| known.bearers <= 2)
    }

    /// Whether only the form in s occurs: Brooking is no singular of Brookings.
    fn has_only_one_form(&self, typed: &str, known: &str) -> bool {
        self.is_distinctive(known) && known.strip_suffix('s') == Some(typed)
    }

    fn is_slip(&self, typed: &str, known: &str) -> bool {
        typed.len().min(known.len()) >= 4
            && typed.chars().next() == known.chars().next()
            && !self.words.contains_key(typed)
            && (!is_inflected(typed, known) || self.has_only_one_form(typed, known))
            && osa_distance(typed, known) <= if known.len() >= LONG { 2 } else { 1 }
    }
}

#[derive(Default)]
struct WordComparison<'a> {
    agreeing: Vec<&'a str>,
    slips: u32,
    heads: u32,
}

/// Letters below which a name is too short to be recognised.
const SHORTEST: usize = 6;

/// Letters from which on a word may have two slips.
const LONG: usize = 12;

/// Head nouns of institutes' names, which people mix up.
const HEADS: [&str; 8] =
    ["institute", "institutes", "institution", "institutions", "center", "centers", "centre", "centres"];

/// Whether both are institutes, or both centres.
fn are_heads(a: &str, b: &str) -> bool {
    HEADS.contains(&a) && HEADS.contains(&b) && a.chars().next() == b.chars().next()
}

/// The words of a folded name without the small ones, in American spelling.
fn telling_words(folded: &str) -> String {
    let mut words = String::with_capacity(folded.len());
    for word in folded.split(' ').filter(|word| !matches!(*word, "the" | "of" | "for" | "on" | "in" | "and" | "at")) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(match word {
            "defence" => "defense",
            "organisation" => "organization",
            "programme" => "program",
            word => word,
        });
    }
    words
}

fn letters_of(words: &str) -> impl Iterator<Item = u8> {
    words.bytes().filter(|b| *b != b' ')
}

/// Korea and Korean, tariff and tariffs: two forms of one word, no slip.
fn is_inflected(a: &str, b: &str) -> bool {
    let ending = a.strip_prefix(b).or_else(|| b.strip_prefix(a));
    ending.is_some_and(|ending| matches!(ending, "n" | "s" | "d" | "an" | "es" | "ed" | "er" | "al" | "ic"))
}

/// Two neighbouring characters have changed places; nothing less certain is a slip between Chinese names.
fn is_transposed(typed: &str, known: &str) -> bool {
    if typed.len() != known.len() || typed == known || known.chars().count() < 4 {
        return false;
    }
    let differing: Vec<(char, char)> = typed.chars().zip(known.chars()).filter(|(a, b)| a != b).collect();
    let at = typed.chars().zip(known.chars()).position(|(a, b)| a != b).unwrap_or(0);
    let mut next = typed.chars().zip(known.chars()).skip(at + 1);
    matches!(differing[..], [(a, b), (c, d)] if a == d && b == c) && next.next().is_some_and(|(a, b)| a != b)
}

/// The letters of a name, to rule out quickly what is no slip of it.
#[derive(Debug, Clone, Copy)]
struct Letters {
    length: usize,
    set: u64,
}

impl Letters {
    fn of(words: &str) -> Letters {
        let set = words.chars().fold(0, |set, c| set | 1 << (c as u32 % 64));
        Letters { length: words.len(), set }
    }

    /// Four edits, the most that are allowed, change up to eight letters.
    fn could_be(&self, other: &Letters) -> bool {
        self.length.abs_diff(other.length) <= 5 && (self.set ^ other.set).count_ones() <= 8
    }
}
