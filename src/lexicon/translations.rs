//! English stems for the Chinese words of a text: glossary and dictionary, scanned together by longest match.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::dictionary::{Dictionary, Gloss, Stem, dictionary};
use super::glossary::{Glossary, Term, glossary};
use super::packed_multimap::PackedMultimap;
use super::stemming;
use crate::language::Language;

/// A word of the glossary or the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordId {
    Glossary(u16),
    Dictionary(u16),
}

/// A word found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScannedWord {
    pub word: WordId,
    /// In characters.
    pub len: usize,
    /// 1 for a word of the segmentation, less for one inside or across its words and for a lone character.
    pub confidence: f32,
}

/// Both word lists, and the stems that only the glossary has.
#[derive(Debug)]
pub struct Translations {
    dictionary: &'static Dictionary,
    /// The lists that a house extends; its own names and stems are numbered after theirs.
    others: Option<&'static Translations>,
    /// Names of the glossary by how they begin, the shortest first.
    names: PackedMultimap<Beginning, NumberedName>,
    /// Of each of these names, with those of the dictionary for the same word.
    glosses: Vec<Box<[Gloss]>>,
    stems: FxHashMap<Box<str>, Stem>,
}

/// A name in UTF-16 and its number.
type NumberedName = (Box<[u16]>, u16);

/// Two characters of UTF-16, the second nothing for a name of one: few names begin alike.
type Beginning = (u16, u16);

fn beginning(name: &[u16]) -> Beginning {
    (name.first().copied().unwrap_or_default(), name.get(1).copied().unwrap_or_default())
}

const LONGEST: usize = 8;
/// A word inside one of the segmentation.
const NESTED: f32 = 0.5;
/// A word that begins inside one of the segmentation and ends behind it, in case longest match has erred.
const ACROSS: f32 = 0.4;
/// A character that no word covers.
const LONE: f32 = 0.35;

/// The lists that are built in.
pub fn translations() -> &'static Translations {
    static TRANSLATIONS: LazyLock<Translations> = LazyLock::new(|| Translations::new(glossary().all(), None));
    &TRANSLATIONS
}

impl Translations {
    /// The terms of a house beside the built-in ones.
    pub fn of_house(terms: &Glossary) -> Translations {
        let own: Vec<&'static Term> = terms.all().iter().copied().filter(|term| term.is_of_house).collect();
        Translations::new(&own, Some(translations()))
    }

    fn new(terms: &[&'static Term], others: Option<&'static Translations>) -> Translations {
        let mut all = Translations {
            dictionary: dictionary(),
            others,
            names: PackedMultimap::from_iter([]),
            glosses: Vec::new(),
            stems: FxHashMap::default(),
        };
        let mut by_name: BTreeMap<Vec<u16>, BTreeMap<Stem, f32>> = BTreeMap::new();
        for term in terms {
            let renderings: Vec<Gloss> = term.names(Language::English).flat_map(|name| all.rendering(name)).collect();
            for name in term.names(Language::Chinese) {
                for spelling in [name.to_owned(), name.replace('臺', "台"), name.replace('台', "臺")] {
                    let known = by_name.entry(spelling.encode_utf16().collect()).or_default();
                    renderings.iter().for_each(|gloss| add(known, *gloss));
                }
            }
        }
        let mut names = Vec::new();
        for (name, mut glosses) in by_name {
            all.known_glosses(&name).into_iter().for_each(|gloss| add(&mut glosses, gloss));
            let Ok(id) = u16::try_from(all.others_count() + all.glosses.len()) else { break };
            names.push((beginning(&name), (name.into_boxed_slice(), id)));
            all.glosses.push(glosses.into_iter().map(|(stem, weight)| Gloss { stem, weight }).collect());
        }
        all.names = names.into_iter().collect();
        all
    }

    /// Number of names in the other lists.
    fn others_count(&self) -> usize {
        self.others.map_or(0, |others| others.glosses.len())
    }

    /// Glosses that the other lists and the dictionary have for a name.
    fn known_glosses(&self, name: &[u16]) -> Vec<Gloss> {
        let mut glosses = Vec::new();
        self.dictionary.beginnings(name, |len, head| {
            if len == name.len() {
                glosses.extend(self.dictionary.glosses(head));
            }
        });
        let same = |other: &&NumberedName| *other.0 == *name;
        let known = self
            .others
            .and_then(|others| others.names.get(beginning(name)).iter().find(same).map(|name| (others, name.1)));
        glosses.extend(known.into_iter().flat_map(|(others, id)| others.glosses(WordId::Glossary(id))));
        glosses
    }

    /// The stems of an English name; new ones get a number behind those of the dictionary.
    fn rendering(&mut self, name: &str) -> Vec<Gloss> {
        let mut stems = Vec::new();
        stemming::stems(name, |stem| stems.extend(self.find_stem(stem).or_else(|| self.add_stem(stem))));
        stems.sort_unstable();
        stems.dedup();
        let weight = 1.0 / (stems.len().max(1) as f32).sqrt();
        stems.into_iter().map(|stem| Gloss { stem, weight }).collect()
    }

    /// `None` where a house has more words than there are numbers.
    fn add_stem(&mut self, stem: &str) -> Option<Stem> {
        let others = self.others.map_or(0, |others| others.stems.len());
        let number = Stem::try_from(self.dictionary.stem_count() + others + self.stems.len()).ok()?;
        self.stems.insert(stem.into(), number);
        Some(number)
    }

    pub fn find_stem(&self, stem: &str) -> Option<Stem> {
        let known = self.others.and_then(|others| others.stems.get(stem)).or_else(|| self.stems.get(stem));
        self.dictionary.find_stem(stem).or(known.copied())
    }

    /// From 0 to 1: how much a shared stem counts.
    pub fn rarity(&self, stem: Stem) -> f32 {
        if usize::from(stem) < self.dictionary.stem_count() { self.dictionary.rarity(stem) } else { 1.0 }
    }

    /// Stems by which the word may be translated, each once.
    pub fn glosses(&self, word: WordId) -> impl Iterator<Item = Gloss> + Clone {
        let (own, packed) = match word {
            WordId::Glossary(at) => (self.named(usize::from(at)), None),
            WordId::Dictionary(head) => (&[][..], Some(self.dictionary.glosses(head.into()))),
        };
        own.iter().copied().chain(packed.into_iter().flatten())
    }

    fn named(&self, at: usize) -> &[Gloss] {
        match (at.checked_sub(self.others_count()), self.others) {
            (Some(own), _) => &self.glosses[own],
            (None, Some(others)) => &others.glosses[at],
            (None, None) => &[],
        }
    }

    /// Every word in `text`: the segmentation by longest match, and the words inside or across its words.
    pub fn scan(&self, text: &str, mut found: impl FnMut(ScannedWord)) {
        let units: Vec<u16> = text.chars().map(|c| u16::try_from(u32::from(c)).unwrap_or(u16::MAX)).collect();
        let words: Vec<Beginnings> = (0..units.len()).map(|at| self.beginnings(&units[at..])).collect();
        let mut at = 0;
        while at < units.len() {
            let Some((len, word)) = words[at].longest() else {
                if let Some(word) = words[at].of_len(1) {
                    found(ScannedWord { word, len: 1, confidence: LONE });
                }
                at += 1;
                continue;
            };
            found(ScannedWord { word, len, confidence: 1.0 });
            let end = at + len;
            for (start, inner) in words.iter().enumerate().take(end).skip(at) {
                for (inner_len, word) in inner.all().filter(|(inner_len, _)| *inner_len > 1) {
                    let inner_end = start + inner_len;
                    if inner_end <= end && inner_len < len {
                        found(ScannedWord { word, len: inner_len, confidence: NESTED });
                    } else if inner_end > end && start > at && inner_len <= 4 {
                        found(ScannedWord { word, len: inner_len, confidence: ACROSS });
                    }
                }
            }
            at = end;
        }
    }

    fn beginnings(&self, text: &[u16]) -> Beginnings {
        let mut found = Beginnings::default();
        let text = &text[..text.len().min(LONGEST)];
        if !text.first().is_some_and(|&first| (0x3400..=0x9fff).contains(&first)) {
            return found;
        }
        self.dictionary.beginnings(text, |len, head| found.put(len, WordId::Dictionary(head as u16)));
        // Those of a house take the place of others.
        for (name, id) in self.others.into_iter().chain([self]).flat_map(|all| all.names_from(text)) {
            if text.starts_with(name) {
                found.put(name.len(), WordId::Glossary(*id));
            }
        }
        found
    }

    /// Names with the beginning of `text`.
    fn names_from(&self, text: &[u16]) -> impl Iterator<Item = &NumberedName> {
        let two = beginning(text);
        let of_one = (two.1 != 0).then_some((two.0, 0));
        of_one.into_iter().chain([two]).flat_map(|beginning| self.names.get(beginning))
    }
}

fn add(known: &mut BTreeMap<Stem, f32>, gloss: Gloss) {
    let weight = known.entry(gloss.stem).or_default();
    *weight = weight.max(gloss.weight);
}

/// The words that begin at one place, one for each length.
#[derive(Debug)]
struct Beginnings {
    words: [(u8, WordId); LONGEST],
    count: usize,
}

impl Default for Beginnings {
    fn default() -> Beginnings {
        Beginnings { words: [(0, WordId::Dictionary(0)); LONGEST], count: 0 }
    }
}

impl Beginnings {
    /// A term of the glossary comes last and takes the place of a word of the same length.
    fn put(&mut self, len: usize, word: WordId) {
        let len = len as u8;
        let known = self.words[..self.count].iter().position(|(other, _)| *other == len);
        let at = known.unwrap_or(self.count);
        if let Some(place) = self.words.get_mut(at) {
            *place = (len, word);
            self.count = self.count.max(at + 1);
        }
    }

    fn all(&self) -> impl Iterator<Item = (usize, WordId)> {
        self.words[..self.count].iter().map(|&(len, word)| (usize::from(len), word))
    }

    /// Of two characters or more.
    fn longest(&self) -> Option<(usize, WordId)> {
        self.all().filter(|(len, _)| *len > 1).max_by_key(|(len, _)| *len)
    }

    fn of_len(&self, len: usize) -> Option<WordId> {
        self.all().find(|(other, _)| *other == len).map(|(_, word)| word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Both;

    fn stems(word: WordId) -> Vec<Stem> {
        translations().glosses(word).map(|gloss| gloss.stem).collect()
    }

    fn scan(text: &str) -> Vec<(usize, f32)> {
        let mut words = Vec::new();
        translations().scan(text, |found| words.push((found.len, found.confidence)));
        words
    }

    #[test]
    fn longest_words_first_then_what_they_hold() {
        let words = scan("中央軍委會");
        assert_eq!(words[0], (5, 1.0), "{words:?}");
        assert!(words.contains(&(2, NESTED)));
        assert_eq!(scan("😀 xyz 𠮷"), []);
    }

    #[test]
    fn the_glossary_knows_what_the_dictionary_does_not() {
        let mut found = Vec::new();
        translations().scan("澤倫斯基", |word| found.push(word));
        let stem = translations().find_stem("zelenski").or(translations().find_stem("zelenskyy")).expect("a stem");
        assert!(stems(found[0].word).contains(&stem));
    }

    #[test]
    fn a_house_adds_its_terms() {
        let own = Term::of_house(Both::new(vec!["雲端觀測", "全球南方"], vec!["nephoscopy"])).expect("names");
        let house = Translations::of_house(&Glossary::of_house(vec![own], glossary()));
        let mut found = Vec::new();
        house.scan("雲端觀測與全球南方國家", |word| found.push(word));
        let mut stem = String::new();
        stemming::stems("nephoscopy", |found| stem.push_str(found));
        let new = house.find_stem(&stem).expect("a stem");
        let renders = |len: usize, stem: Stem| {
            let words = found.iter().filter(|found| found.len == len);
            words.clone().count() > 0
                && words.flat_map(|found| house.glosses(found.word)).any(|gloss| gloss.stem == stem)
        };
        assert!(renders(4, new), "{found:?}");
        assert!(renders(4, house.find_stem("global").expect("a stem")), "what was known stays known: {found:?}");
        assert_eq!(house.rarity(new), 1.0);
        assert_eq!(translations().find_stem(&stem), None);
    }

    #[test]
    fn numbers_of_stems_are_distinct() {
        let translations = translations();
        let last = translations.dictionary.stem_count() + translations.stems.len();
        assert!(last < usize::from(Stem::MAX) && translations.glosses.len() < usize::from(u16::MAX));
    }
}
