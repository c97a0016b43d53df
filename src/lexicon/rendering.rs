//! Renderings: the English name that a translation uses for a Chinese term, where a house has the choice (Kyiv or
//! Kiev), or a text that is nearly such a name (the Central Military Committee).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::glossary::{Glossary, TermMatch, glossary};
use crate::language::{Language, table};
use crate::text::Span;

/// The name that a translation uses for a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRendering {
    /// The first of the term's Chinese names.
    pub term: &'static str,
    /// The first of its family of names; where the text is nearly a name, the text itself.
    pub name: String,
    /// Index of the English text, and the place in it.
    pub places: Vec<(usize, Span)>,
}

/// A term with its English names. Names that abbreviate or shorten one another form a family: a brief may well have all
/// of them.
#[derive(Debug)]
struct Choice {
    term: &'static str,
    families: Vec<Vec<&'static str>>,
    /// Names of several words that are recognised with one word exchanged: Committee for Commission.
    long: Vec<&'static str>,
}

const TABLE: &str = include_str!("renderings.tsv");

/// Renderings in English texts, each given with its terms, of the terms found in Chinese ones. A name counts before
/// a near miss. Terms of a house are left out: the house has decided.
pub fn renderings(chinese: &[TermMatch], english: &[(&str, &[TermMatch])]) -> Vec<TermRendering> {
    let open = chinese.iter().filter(|found| !found.term.is_of_house);
    let mut choices: Vec<&'static Choice> = open.filter_map(|found| choices().get(found.term.name.chinese)).collect();
    choices.sort_by_key(|choice| choice.term);
    choices.dedup_by_key(|choice| choice.term);
    choices.into_iter().flat_map(|choice| choice.renderings(english)).collect()
}

/// The form of `name` that replaces `written`: a full name for a full name, an abbreviation for an abbreviation; `None`
/// where its family has none.
pub fn name_of_same_form(term: &str, written: &str, name: &str) -> Option<&'static str> {
    let family = choices().get(term)?.families.iter().find(|family| family[0] == name)?;
    let is_short = is_abbreviation(written);
    family.iter().copied().find(|name| is_abbreviation(name) == is_short)
}

fn choices() -> &'static FxHashMap<&'static str, Choice> {
    static CHOICES: LazyLock<FxHashMap<&'static str, Choice>> = LazyLock::new(|| Choice::all(glossary()));
    &CHOICES
}

/// Chinese names of bodies whose English name differs from country to country.
const SEVERAL_BODIES: [&str; 6] = ["國防部", "外交部", "國務院", "國家安全局", "總統府", "防衛省"];

/// Nouns that are easily confused with the others of their group.
const ALIKE: [&[&str]; 4] = [
    &[
        "administration",
        "agency",
        "authority",
        "bureau",
        "commission",
        "committee",
        "council",
        "department",
        "ministry",
        "office",
    ],
    &["accord", "agreement", "convention", "pact", "treaty"],
    &["conference", "dialogue", "forum", "summit"],
    &["framework", "initiative", "partnership"],
];

/// Words that a name needs to be recognised by all but one.
const LONG: usize = 3;

impl Choice {
    fn all(glossary: &'static Glossary) -> FxHashMap<&'static str, Choice> {
        let families: FxHashMap<&str, Vec<Vec<&'static str>>> = table::rows::<4>(TABLE)
            .map(|[term, families @ ..]| {
                (term, families.into_iter().map(table::values).filter(|it| !it.is_empty()).collect())
            })
            .collect();
        let choice = |term: &&'static super::Term| {
            let names: Vec<&'static str> = term.names(Language::English).collect();
            let is_long =
                |name: &&&str| name.split(' ').count() >= LONG && name.split(' ').any(|word| group(word).is_some());
            let long = match SEVERAL_BODIES.contains(&term.name.chinese) {
                true => Vec::new(),
                false => names.iter().filter(is_long).copied().collect(),
            };
            let known = families.get(term.name.chinese).cloned();
            (known.is_some() || !long.is_empty()).then(|| Choice {
                term: term.name.chinese,
                families: known.unwrap_or_else(|| vec![names]),
                long,
            })
        };
        glossary.all().iter().filter_map(choice).map(|choice| (choice.term, choice)).collect()
    }

    fn renderings(&self, english: &[(&str, &[TermMatch])]) -> Vec<TermRendering> {
        let mut renderings: Vec<TermRendering> = Vec::new();
        let mut add = |name: &str, place| match renderings.iter_mut().find(|known| known.name == name) {
            Some(known) => known.places.push(place),
            None => renderings.push(TermRendering { term: self.term, name: name.to_owned(), places: vec![place] }),
        };
        let mut is_named = false;
        for (number, (text, found)) in english.iter().enumerate() {
            for place in found.iter().filter(|place| place.term.name.chinese == self.term) {
                is_named = true;
                if let Some(family) = self.family(&text[place.span]) {
                    add(family[0], (number, place.span));
                }
            }
        }
        for (number, (text, found)) in english.iter().enumerate().filter(|_| !is_named) {
            // What is wholly another term's name is no slip.
            let is_free = |span: &Span| found.iter().all(|known| !known.span.holds(*span));
            for span in self.long.iter().flat_map(|name| nearly(text, name)).filter(is_free) {
                add(&text[span], (number, span));
            }
        }
        renderings
    }

    fn family(&self, written: &str) -> Option<&[&'static str]> {
        let has = |family: &&Vec<&str>| family.iter().any(|name| name.eq_ignore_ascii_case(written));
        self.families.iter().find(has).map(Vec::as_slice)
    }
}

/// KMT, BRI.
fn is_abbreviation(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

/// The nouns with which this one is easily confused, itself among them.
fn group(word: &str) -> Option<&'static [&'static str]> {
    let word = word.to_ascii_lowercase();
    ALIKE.into_iter().find(|group| group.contains(&word.as_str()))
}

/// Places in `text` of a name with one noun exchanged for another of its group.
fn nearly(text: &str, name: &str) -> Vec<Span> {
    let wanted: Vec<&str> = name.split(' ').collect();
    if !wanted.iter().all(|word| group(word).is_some() || text.contains(word)) {
        return Vec::new();
    }
    let written = words(text);
    let windows = written.windows(wanted.len()).filter(|window| {
        let is_run = window.windows(2).all(|pair| text[pair[0].end..pair[1].start] == *" ");
        is_run && is_one_off(&wanted, &window.iter().map(|&word| &text[word]).collect::<Vec<_>>())
    });
    windows.map(|window| window[0].cover(window[window.len() - 1])).collect()
}

fn is_one_off(wanted: &[&str], written: &[&str]) -> bool {
    let mut different = wanted.iter().zip(written).filter(|(a, b)| !a.eq_ignore_ascii_case(b));
    let (Some((wanted, written)), None) = (different.next(), different.next()) else { return false };
    let is_alike = group(wanted).is_some_and(|group| group.contains(&written.to_ascii_lowercase().as_str()));
    is_alike && written.starts_with(char::is_uppercase)
}

fn words(text: &str) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let in_word = c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
        match (in_word, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn the_table_names_terms_of_the_glossary_by_their_names() {
        table::tests::check(TABLE, "zh_tw one other third");
        for [chinese, families @ ..] in table::rows::<4>(TABLE) {
            let term = glossary().all().iter().find(|term| term.name.chinese == chinese).expect(chinese);
            let names: Vec<&str> = term.names(Language::English).collect();
            let listed = families.into_iter().flat_map(table::values);
            listed.for_each(|name| assert!(names.contains(&name), "{name} is no name of {chinese}"));
            assert!(families[..2].iter().all(|family| !family.is_empty()), "{chinese} leaves no choice");
        }
    }

    fn found(chinese: &str, english: &str) -> Vec<TermRendering> {
        renderings(
            &glossary().search(Language::Chinese, chinese),
            &[(english, &glossary().search(Language::English, english))],
        )
    }

    /// The terms of both texts: Chinese name and English one.
    #[track_caller]
    fn check(chinese: &str, english: &str, expected: &[(&str, &str)]) {
        let found = found(chinese, english);
        let found: Vec<_> = found.iter().map(|rendering| (rendering.term, rendering.name.as_str())).collect();
        assert_eq!(found, expected, "{english}");
    }

    #[test]
    fn names_between_which_a_house_chooses() {
        check("俄軍轟炸基輔。", "Russia bombs Kiev 😀", &[("基輔", "Kiev")]);
        let both = [("中國共產黨", "Communist Party of China"), ("中國國民黨", "Kuomintang")];
        check("中共與國民黨", "The CPC and the KMT", &both);
        check("基輔", "The Ukrainian capital", &[]);
        check("無人機", "UAVs and drones", &[]);
        check("釣魚台國賓館", "the Diaoyutai State Guesthouse", &[]);
    }

    #[test]
    fn longer_shorter_and_abbreviated_names_are_the_same() {
        let cases = [("中央軍委會", "Central Military Commission", "CMC"), ("灰色地帶", "gray zone", "Gray-Zone")];
        for (zh, one, other) in cases {
            let name = |english| found(zh, english).first().map(|found| found.name.clone());
            assert_eq!(name(one), name(other), "{zh}");
        }
    }

    #[test]
    fn what_is_nearly_a_name() {
        let nearly = |name| [("中央軍事委員會", name)];
        check("中央軍委會", "The Central Military Committee met.", &nearly("Central Military Committee"));
        check("中央軍委會", "the CMC or Central Military Committee", &nearly("Central Military Commission"));
        check("中央軍委會", "A central military committee", &[]);
        check("中央軍委會", "The Central Military Region, Committee", &[]);
        check("國家安全部", "The National Security Bureau", &[]);
        check("外交部", "the Department of Foreign Affairs", &[]);
    }

    #[test]
    fn a_name_for_a_name_and_an_abbreviation_for_an_abbreviation() {
        let party = "Chinese Communist Party";
        assert_eq!(name_of_same_form("中國共產黨", "CPC", party), Some("CCP"));
        assert_eq!(name_of_same_form("中國共產黨", "Communist Party of China", party), Some(party));
        assert_eq!(name_of_same_form("基輔", "Kiev", "Kyiv"), Some("Kyiv"));
        assert_eq!(name_of_same_form("基輔", "KIEV", "Kyiv"), None);
    }
}
