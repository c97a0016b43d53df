//! SimHash: 32 bytes from which the similarity of two texts is estimated.
//!
//! Charikar's SimHash (2002, “Similarity Estimation Techniques from Rounding Algorithms”) over pairs of neighbouring
//! tokens: every pair votes on all 256 bits, and the number of bits in which two texts differ grows with the angle
//! between their sets of pairs. Unrelated texts differ in about 128.

use std::array;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::token::HashedToken;

const WORDS: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SimHash([u64; WORDS]);

/// Most bits in which similar texts differ. With a fourth of the tokens changed, far from each other, 86 are expected
/// and with one change of that length half as many.
pub const ALIKE: u32 = 100;

/// Tokens that count; a longer text is no point.
const MOST_TOKENS: usize = (1 << PLANES) - 1;
const PLANES: usize = 11;

impl SimHash {
    pub fn of(tokens: &[HashedToken]) -> SimHash {
        let mut votes = Votes::default();
        let mut before = 0;
        for token in tokens.iter().take(MOST_TOKENS) {
            votes.add(bits_of(before, token.key));
            before = token.key;
        }
        votes.outcome()
    }

    /// Number of bits in which two hashes differ, 0 to 256.
    #[inline(always)]
    pub fn distance(&self, other: &SimHash) -> u32 {
        self.0.iter().zip(&other.0).map(|(a, b)| (a ^ b).count_ones()).sum()
    }
}

/// Index and distance of each hash that is near `to`. Most of a look-up's time is spent here.
pub fn alike(hashes: &[SimHash], to: &SimHash) -> Vec<(usize, u32)> {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("popcnt") {
        // SAFETY: the processor has just said that it counts bits.
        return unsafe { alike_by_instruction(hashes, to) };
    }
    alike_anywhere(hashes, to)
}

/// Counts bits with one instruction, which all processors of the last fifteen years have but a portable build does not
/// use. Without it the scan takes five times as long.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "popcnt")]
fn alike_by_instruction(hashes: &[SimHash], to: &SimHash) -> Vec<(usize, u32)> {
    alike_anywhere(hashes, to)
}

#[inline(always)]
fn alike_anywhere(hashes: &[SimHash], to: &SimHash) -> Vec<(usize, u32)> {
    let distances = hashes.iter().map(|simhash| simhash.distance(to)).enumerate();
    distances.filter(|&(_, distance)| distance <= ALIKE).collect()
}

/// Votes of a pair of tokens, one bit each.
fn bits_of(before: u32, key: u32) -> [u64; WORDS] {
    let pair = u64::from(before) << 32 | u64::from(key);
    array::from_fn(|word| spread(pair.wrapping_add((word as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))))
}

/// The last step of SplitMix64: each bit of the number moves half of the bits.
fn spread(mut number: u64) -> u64 {
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// 256 counters, bit-sliced: plane `k` holds bit `k` of every counter.
#[derive(Default)]
struct Votes {
    planes: [[u64; WORDS]; PLANES],
    voters: usize,
}

impl Votes {
    fn add(&mut self, bits: [u64; WORDS]) {
        self.voters += 1;
        for (word, mut carry) in bits.into_iter().enumerate() {
            for plane in &mut self.planes {
                let both = plane[word] & carry;
                plane[word] ^= carry;
                carry = both;
                if carry == 0 {
                    break;
                }
            }
        }
    }

    /// The bits that a majority voted for.
    fn outcome(&self) -> SimHash {
        let half = self.voters / 2;
        SimHash(array::from_fn(|word| {
            let (mut more, mut equal) = (0, u64::MAX);
            for (power, plane) in self.planes.iter().enumerate().rev() {
                let count = plane[word];
                match half >> power & 1 {
                    0 => (more, equal) = (more | equal & count, equal & !count),
                    _ => equal &= count,
                }
            }
            more
        }))
    }
}

/// Hash of a sentence, whatever its punctuation.
pub fn sentence_hash(tokens: &[HashedToken]) -> u32 {
    let keys: Vec<u32> = tokens.iter().map(|token| token.key).collect();
    let hash = FxBuildHasher.hash_one(keys);
    (hash ^ (hash >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn distance(one: &str, other: &str) -> u32 {
        SimHash::of(&tokens(one)).distance(&SimHash::of(&tokens(other)))
    }

    const BUDGET: &str =
        "中國政府公布二○二五年國防預算為一兆七千億元，較去年成長百分之七點二，連續四年成長超過七個百分點。";

    #[test]
    fn texts_of_the_same_words_have_one_hash() {
        assert_eq!(distance(BUDGET, &BUDGET.replace('，', " ,")), 0);
        assert_eq!(distance("Taiwan, 😀 again", "TAIWAN again"), 0);
        assert_eq!(distance("", ""), 0);
    }

    #[test]
    fn the_more_words_differ_the_further_apart() {
        let near = distance(BUDGET, &BUDGET.replace("二五年", "二六年"));
        let further = distance(BUDGET, &BUDGET.replace("連續四年", "已經第五度"));
        let unlike = distance(BUDGET, "烏克蘭與俄羅斯在日內瓦就交換戰俘舉行第三輪談判，雙方仍各執己見，並無進展。");
        assert!(near < further && further < ALIKE && ALIKE < unlike, "{near} {further} {unlike}");
    }

    #[test]
    fn all_that_are_alike_are_found() {
        let texts = [BUDGET, "", &BUDGET.replace("二五年", "二六年"), "烏克蘭與俄羅斯在日內瓦舉行第三輪談判"];
        let hashes = texts.map(|text| SimHash::of(&tokens(text)));
        let found = alike(&hashes, &hashes[0]);
        assert_eq!(found, [(0, 0), (2, hashes[2].distance(&hashes[0]))]);
        assert_eq!(found, alike_anywhere(&hashes, &hashes[0]));
    }

    #[test]
    fn votes_are_counted_as_by_hand() {
        let voters: Vec<[u64; WORDS]> = (0..301).map(|voter| bits_of(voter, voter * 7)).collect();
        for count in [1, 2, 3, 64, 301] {
            let mut votes = Votes::default();
            voters[..count].iter().for_each(|&bits| votes.add(bits));
            let is_for = |word: usize, bit: usize| {
                voters[..count].iter().filter(|bits| bits[word] >> bit & 1 == 1).count() > count / 2
            };
            let by_hand = |word| (0..64).map(|bit| u64::from(is_for(word, bit)) << bit).sum();
            assert_eq!(votes.outcome(), SimHash(array::from_fn(by_hand)), "{count}");
        }
    }
}
