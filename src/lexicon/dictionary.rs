//! A Chinese–English dictionary of 30,000 headwords, packed, and read where it lies in the program.
//!
//! `dictionary.bin` is made from CC-CEDICT by `examples/pack_dictionary.rs` and is under that dictionary's licence, CC
//! BY-SA 4.0. All numbers in it are little-endian. A header of seven `u32` counts heads these columns:
//!
//! | column | what it holds |
//! |---|---|
//! | first characters `u16` | in order, each once |
//! | their starts `u16` | index of the first headword that begins so, one more at the end |
//! | headword starts `u32` | into the next column, one more at the end |
//! | headwords `u16` | in UTF-16, in order |
//! | gloss starts `u32` | a headword's first gloss, one more at the end |
//! | gloss stems `u16`, gloss weights `u8` | in order of stems; 255 is a gloss of one word |
//! | stem starts `u32` | into the last column, one more at the end |
//! | rarity `u16` | of each stem: 65535 is one that a single headword has |
//! | slots `u16` | open addressing by FNV-1a; 65535 is empty |
//! | stems | in order, in UTF-8 |

use std::sync::LazyLock;

/// A stem of English, by its place in the order of all stems.
pub type Stem = u16;

/// One stem by which a headword may be translated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gloss {
    pub stem: Stem,
    /// From 0 to 1: the fewer words the translation has, the more each counts.
    pub weight: f32,
}

#[derive(Debug)]
pub struct Dictionary {
    firsts: PackedColumn<2>,
    first_starts: PackedColumn<2>,
    head_starts: PackedColumn<4>,
    heads: PackedColumn<2>,
    gloss_starts: PackedColumn<4>,
    gloss_stems: PackedColumn<2>,
    gloss_weights: &'static [u8],
    stem_starts: PackedColumn<4>,
    rarities: PackedColumn<2>,
    slots: PackedColumn<2>,
    stems: &'static [u8],
}

static PACKED: &[u8] = include_bytes!("dictionary.bin");
const NO_STEM: usize = u16::MAX as usize;

/// The dictionary that is built in.
pub fn dictionary() -> &'static Dictionary {
    static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::over(PACKED));
    &DICTIONARY
}

impl Dictionary {
    fn over(packed: &'static [u8]) -> Dictionary {
        let mut rest = packed;
        let counts = PackedColumn::<4>::cut(&mut rest, 7);
        let [firsts, heads, units, glosses, stems, slots, letters] = std::array::from_fn(|at| counts.get(at));
        Dictionary {
            firsts: PackedColumn::cut(&mut rest, firsts),
            first_starts: PackedColumn::cut(&mut rest, firsts + 1),
            head_starts: PackedColumn::cut(&mut rest, heads + 1),
            heads: PackedColumn::cut(&mut rest, units),
            gloss_starts: PackedColumn::cut(&mut rest, heads + 1),
            gloss_stems: PackedColumn::cut(&mut rest, glosses),
            gloss_weights: cut(&mut rest, glosses),
            stem_starts: PackedColumn::cut(&mut rest, stems + 1),
            rarities: PackedColumn::cut(&mut rest, stems),
            slots: PackedColumn::cut(&mut rest, slots),
            stems: cut(&mut rest, letters),
        }
    }

    /// Number of headwords.
    pub fn len(&self) -> usize {
        self.head_starts.len().saturating_sub(1)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn stem_count(&self) -> usize {
        self.rarities.len()
    }

    /// Calls `found` with the length, in UTF-16, and the index of every headword that `text` begins with, the shortest
    /// first.
    pub fn beginnings(&self, text: &[u16], mut found: impl FnMut(usize, usize)) {
        let Some(&first) = text.first() else {
            return;
        };
        let Some(at) = self.firsts.search(usize::from(first), 0, self.firsts.len()) else {
            return;
        };
        let (mut low, mut high) = (self.first_starts.get(at), self.first_starts.get(at + 1));
        for len in 1..=text.len() {
            // Of headwords that begin alike, the one that is no longer comes first.
            if self.head_len(low) == len {
                found(len, low);
                low += 1;
            }
            let Some(&next) = text.get(len) else {
                return;
            };
            low = partition(low, high, |head| self.unit(head, len) < next);
            high = partition(low, high, |head| self.unit(head, len) == next);
            if low >= high {
                return;
            }
        }
    }

    /// Stems by which the headword may be translated.
    pub fn glosses(&self, head: usize) -> impl Iterator<Item = Gloss> + Clone {
        let places = self.gloss_starts.get(head)..self.gloss_starts.get(head + 1);
        places.map(|at| Gloss {
            stem: self.gloss_stems.get(at) as Stem,
            weight: f32::from(self.gloss_weights.get(at).copied().unwrap_or_default()) / 255.0,
        })
    }

    /// From 0 to 1: how few headwords have that stem, on a logarithmic scale.
    pub fn rarity(&self, stem: Stem) -> f32 {
        self.rarities.get(usize::from(stem)) as f32 / f32::from(u16::MAX)
    }

    pub fn find_stem(&self, stem: &str) -> Option<Stem> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = fnv(stem.as_bytes()) as usize & mask;
        // A full table would end the search after one round.
        for _ in 0..=mask {
            let candidate = self.slots.get(slot);
            if candidate == NO_STEM {
                return None;
            }
            if self.stem(candidate) == stem.as_bytes() {
                return Some(candidate as Stem);
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    fn stem(&self, at: usize) -> &'static [u8] {
        self.stems.get(self.stem_starts.get(at)..self.stem_starts.get(at + 1)).unwrap_or_default()
    }

    fn head_len(&self, head: usize) -> usize {
        self.head_starts.get(head + 1).saturating_sub(self.head_starts.get(head))
    }

    fn unit(&self, head: usize, at: usize) -> u16 {
        self.heads.get(self.head_starts.get(head) + at) as u16
    }
}

/// The first index from `low` to `high` for which `before` no longer holds.
fn partition(mut low: usize, mut high: usize, before: impl Fn(usize) -> bool) -> usize {
    while low < high {
        let middle = low.midpoint(high);
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The hash that the packed file is made with.
pub fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Numbers of `N` bytes that lie one after the other.
#[derive(Debug, Clone, Copy)]
struct PackedColumn<const N: usize>(&'static [[u8; N]]);

impl<const N: usize> PackedColumn<N> {
    fn cut(rest: &mut &'static [u8], count: usize) -> PackedColumn<N> {
        PackedColumn(cut(rest, count.saturating_mul(N)).as_chunks().0)
    }

    fn len(self) -> usize {
        self.0.len()
    }

    /// 0 beyond the end, where no index of a sound file points.
    fn get(self, at: usize) -> usize {
        self.0.get(at).map_or(0, |bytes| bytes.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
    }

    fn search(self, number: usize, low: usize, high: usize) -> Option<usize> {
        let at = partition(low, high, |at| self.get(at) < number);
        (at < high && self.get(at) == number).then_some(at)
    }
}

/// Takes `bytes` from the front, or as many as there are.
fn cut(rest: &mut &'static [u8], bytes: usize) -> &'static [u8] {
    let (front, behind) = rest.split_at(bytes.min(rest.len()));
    *rest = behind;
    front
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems_of(word: &str) -> Vec<String> {
        let units: Vec<u16> = word.encode_utf16().collect();
        let mut head = None;
        dictionary().beginnings(&units, |len, at| head = (len == units.len()).then_some(at).or(head));
        let glosses = head.into_iter().flat_map(|head| dictionary().glosses(head));
        glosses.map(|gloss| String::from_utf8_lossy(dictionary().stem(gloss.stem.into())).into_owned()).collect()
    }

    #[test]
    fn words_have_glosses() {
        for (word, stem) in [
            ("經濟", "econom"),
            ("台灣", "taiwan"),
            ("臺灣", "taiwan"),
            ("中國", "china"),
            ("新疆", "xinjiang"),
            ("會晤", "meet"),
            ("聯合國", "unit"),
            ("國", "nation"),
        ] {
            assert!(stems_of(word).contains(&stem.to_owned()), "{word}: {:?}", stems_of(word));
        }
        assert!(stems_of("嗐嗐嗐").is_empty());
        dictionary().beginnings(&[], |_, _| panic!("nothing begins with nothing"));
    }

    #[test]
    fn stems_are_found() {
        let dictionary = dictionary();
        for at in 0..dictionary.stem_count() {
            let stem = std::str::from_utf8(dictionary.stem(at)).expect("UTF-8");
            assert_eq!(dictionary.find_stem(stem), Some(at as Stem), "{stem}");
        }
        assert_eq!(dictionary.find_stem("qqqqqq"), None);
    }

    #[test]
    fn the_file_is_sound() {
        let dictionary = dictionary();
        let heads: Vec<Vec<u16>> = (0..dictionary.len())
            .map(|head| (0..dictionary.head_len(head)).map(|at| dictionary.unit(head, at)).collect())
            .collect();
        assert!(heads.is_sorted_by(|a, b| a < b));
        assert!(heads.iter().all(|head| (1..=8).contains(&head.len())));
        assert_eq!(dictionary.gloss_stems.len(), dictionary.gloss_weights.len());
        assert_eq!(dictionary.gloss_starts.get(dictionary.len()), dictionary.gloss_stems.len());
        for head in 0..dictionary.len() {
            let glosses: Vec<Gloss> = dictionary.glosses(head).collect();
            assert!(!glosses.is_empty() && glosses.is_sorted_by_key(|gloss| gloss.stem));
            assert!(
                glosses.iter().all(|gloss| usize::from(gloss.stem) < dictionary.stem_count() && gloss.weight > 0.0)
            );
        }
        assert!(dictionary.slots.len().is_power_of_two() && dictionary.slots.len() > dictionary.stem_count());
        let columns = 28
            + 2 * (2 * dictionary.firsts.len() + 1)
            + 8 * (dictionary.len() + 1)
            + 2 * dictionary.heads.len()
            + 3 * dictionary.gloss_stems.len()
            + 4 * (dictionary.stem_count() + 1)
            + 2 * dictionary.stem_count()
            + 2 * dictionary.slots.len()
            + dictionary.stems.len();
        assert_eq!(columns, PACKED.len(), "bytes left over or missing");
        assert!(PACKED.len() < 1_100_000);
    }
}
