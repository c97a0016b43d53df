//! Terms of foreign and security policy, Chinese as Taiwan writes them with English, and where a text uses them.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashSet;

use super::packed_multimap::PackedMultimap;
use crate::language::{Both, Language, table};
use crate::text::{Cache, Span, is_latin};

/// A term with all the names it goes by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// The preferred name in each language; in Chinese as Taiwan writes it.
    pub name: Both<&'static str>,
    /// `country`, `person`, `policy`, `org`, `place`, `military` or `treaty`; empty for most terms of a house.
    pub category: &'static str,
    /// Other names; English abbreviations are among them.
    pub aliases: Both<Vec<&'static str>>,
    /// Words that mainland China uses instead.
    pub mainland: Vec<&'static str>,
    /// Whether the mainland's words are hardly ever right in Taiwan; otherwise they may be.
    pub mainland_is_strong: bool,
    /// Words that contain one of the mainland's by chance.
    pub guards: Vec<&'static str>,
    /// Whether every translation of a text with the term has its counterpart.
    pub needs_counterpart: bool,
    /// Whether a house has decided on its names.
    pub is_of_house: bool,
}

/// Where a term stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermMatch {
    pub span: Span,
    pub term: &'static Term,
    /// Whether it is written in the mainland's words.
    pub in_mainland_words: bool,
}

impl TermMatch {
    /// Its place in `text` with the ending of its word: missiles of missile.
    pub fn word(&self, text: &str) -> Span {
        let rest = &text[self.span.end..];
        let ending = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let is_word = text[..self.span.end].ends_with(|c: char| c.is_ascii_alphabetic());
        Span::new(self.span.start, self.span.end + if is_word { ending } else { 0 })
    }

    /// Whether it stands there in words that are hardly ever right in Taiwan.
    pub fn is_mainland_word(&self) -> bool {
        self.in_mainland_words && self.term.mainland_is_strong
    }
}

/// All known terms.
#[derive(Debug)]
pub struct Glossary {
    all: Vec<&'static Term>,
    names: Both<NamesByBeginning>,
}

/// Terms found in texts, kept by text, for the glossary of one house.
#[derive(Debug, Default)]
pub struct TermMemo {
    found: Both<Cache<Vec<TermMatch>>>,
}

impl TermMemo {
    /// [`Glossary::search`], once a text.
    pub fn find(&self, glossary: &Glossary, language: Language, text: &str) -> Arc<Vec<TermMatch>> {
        self.found[language].get(text, |text| glossary.search(language, text))
    }

    pub fn next_generation(&self) {
        self.found.each().iter().for_each(|(_, cache)| cache.next_generation());
    }
}

/// Names by their first two characters, the longest first; NUL stands for a second one that is not there.
type NamesByBeginning = PackedMultimap<[char; 2], SearchedName>;

#[derive(Debug, Clone, Copy)]
struct SearchedName {
    name: &'static str,
    /// By index.
    term: usize,
    role: NameRole,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameRole {
    /// Hides the names inside it.
    Guard,
    Own,
    Mainland,
}

const TABLE: &str = include_str!("glossary.tsv");

/// The terms that are built in.
pub fn glossary() -> &'static Glossary {
    static GLOSSARY: LazyLock<Glossary> = LazyLock::new(|| Glossary::read(TABLE));
    &GLOSSARY
}

impl Glossary {
    fn read(table: &'static str) -> Glossary {
        let all: &'static [Term] = table::rows(table).map(Term::from_row).collect::<Vec<_>>().leak();
        Glossary::of(all.iter().collect())
    }

    /// The terms of a house, then those of `others`. A term that shares a name in each language with one of the house
    /// is merged into it and contributes its other names.
    pub fn of_house(own: Vec<Term>, others: &Glossary) -> Glossary {
        let mut all: Vec<&'static Term> = Vec::new();
        let mut rest = others.all.clone();
        for mut term in own {
            rest.retain(|other| {
                let is_same = term.is_same(other);
                if is_same {
                    term.absorb(other);
                }
                !is_same
            });
            all.push(kept(term));
        }
        all.append(&mut rest);
        Glossary::of(all)
    }

    fn of(all: Vec<&'static Term>) -> Glossary {
        let names = Both::from_fn(|language| by_beginning(searched_names(&all, language)));
        Glossary { all, names }
    }

    pub fn all(&self) -> &[&'static Term] {
        &self.all
    }

    /// The terms that a text of that language uses, from left to right; of those that begin at one place, the longest.
    /// English names of capitals alone and short ones keep their case, and all stand as whole words, a plural s at most
    /// behind them.
    pub fn search(&self, language: Language, text: &str) -> Vec<TermMatch> {
        match language {
            Language::Chinese => self.find(text, &self.names.chinese, |_| true, |_| true),
            Language::English => self.search_english(text),
        }
    }

    fn search_english(&self, text: &str) -> Vec<TermMatch> {
        let starts_word = |before: &str| !before.ends_with(is_latin);
        let ends_word = |behind: &str| {
            // US$1 million
            if behind.starts_with('$') {
                return false;
            }
            let plural = behind.strip_prefix("es").or(behind.strip_prefix('s'));
            !plural.filter(|rest| !rest.starts_with(is_latin)).unwrap_or(behind).starts_with(is_latin)
        };
        self.find(text, &self.names.english, starts_word, ends_word)
    }

    /// Matches whose context allows them: `may_start` is asked of the text before, `may_end` of the text behind.
    fn find(
        &self,
        text: &str,
        names: &NamesByBeginning,
        may_start: impl Fn(&str) -> bool,
        may_end: impl Fn(&str) -> bool,
    ) -> Vec<TermMatch> {
        let mut found = Vec::new();
        // A guard reaches as far as its words do, also where it began before the name.
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let fits = |name: &&SearchedName| starts_with(rest, name.name) && may_end(&rest[name.name.len()..]);
            let name = may_start(&text[..at]).then(|| candidates(names, rest).find(fits)).flatten();
            let Some(name) = name else {
                at += c.len_utf8();
                continue;
            };
            let span = Span::new(at, at + name.name.len());
            if name.role == NameRole::Guard {
                // A term's own name may begin inside the guard, 北京 in 東北京; its guarded one may not.
                at += c.len_utf8();
                found.extend(self.own_name_inside(text, (span, name.term), names));
                at = at.max(span.end);
                continue;
            }
            found.push(TermMatch {
                span,
                term: self.all[name.term],
                in_mainland_words: name.role == NameRole::Mainland,
            });
            at = span.end;
        }
        found
    }

    /// Whether `word`, from its first to its last character, is one of mainland China that is hardly ever right in
    /// Taiwan.
    pub fn is_mainland_word(&self, word: &str) -> bool {
        let whole = Span::new(0, word.len());
        self.search(Language::Chinese, word).iter().any(|term| term.span == whole && term.is_mainland_word())
    }

    /// The longest of the terms' own names that lies in a guard, so that 網絡空間部隊 is still a force. The name that is
    /// guarded is the whole guard or not meant: 南非 in 以南非洲.
    fn own_name_inside(&self, text: &str, (guard, of): (Span, usize), names: &NamesByBeginning) -> Option<TermMatch> {
        let inside = &text[guard];
        let is_meant = move |name: &SearchedName| {
            name.role == NameRole::Own && (name.term != of || name.name.len() == inside.len())
        };
        let own = inside.char_indices().flat_map(|(at, _)| {
            let fits = move |name: &&SearchedName| is_meant(name) && inside[at..].starts_with(name.name);
            candidates(names, &inside[at..]).filter(fits).map(move |name| (at, name))
        });
        let (at, name) = own.max_by_key(|(_, name)| name.name.len())?;
        let span = Span::new(at, at + name.name.len()).shift(guard.start);
        Some(TermMatch { span, term: self.all[name.term], in_mainland_words: false })
    }
}

impl Term {
    fn from_row(row: [&'static str; 11]) -> Term {
        let [chinese, english, category, chinese_aliases, english_aliases, mainland, level, guards, agreement, ..] =
            row;
        Term {
            name: Both::new(chinese, english),
            category,
            aliases: Both::new(chinese_aliases, english_aliases).map(table::values),
            mainland: table::values(mainland),
            mainland_is_strong: level == "strong",
            guards: table::values(guards),
            needs_counterpart: agreement == "yes",
            is_of_house: false,
        }
    }

    /// A term of a house, the name that it prefers first in each language; `None` without a name in each.
    pub fn of_house(names: Both<Vec<&'static str>>) -> Option<Term> {
        let name = names.as_ref().map(|names| names.first().copied()).all()?;
        Some(Term {
            name,
            category: "",
            aliases: names.map(|names| names[1..].to_vec()),
            mainland: Vec::new(),
            mainland_is_strong: false,
            guards: Vec::new(),
            needs_counterpart: true,
            is_of_house: true,
        })
    }

    /// Whether both go by one name in each language.
    fn is_same(&self, other: &Term) -> bool {
        let has = |own: &str, other: &str| own.chars().map(plain).eq(other.chars().map(plain));
        let share = |language| other.names(language).any(|name| self.names(language).any(|own| has(own, name)));
        Language::ALL.into_iter().all(share)
    }

    /// Takes over the names and guards of `other` that this one lacks.
    fn absorb(&mut self, other: &Term) {
        let known: Vec<&str> = Language::ALL.into_iter().flat_map(|language| self.names(language)).collect();
        let is_new = |name: &&'static str| !known.contains(name);
        let aliases = Both::from_fn(|language| other.own_names(language).filter(is_new).collect::<Vec<_>>());
        let mainland: Vec<&str> = other.mainland.iter().copied().filter(is_new).collect();
        self.aliases.as_mut().zip(aliases).map(|(own, new)| own.extend(new));
        self.mainland.extend(mainland);
        self.mainland_is_strong |= other.mainland_is_strong;
        self.guards.extend(&other.guards);
        self.category = other.category;
    }

    /// Its names in that language, the preferred one first and the mainland's last.
    pub fn names(&self, language: Language) -> impl Iterator<Item = &'static str> {
        self.own_names(language).chain(self.mainland_names(language))
    }

    /// Its names in that language without the mainland's, the preferred one first.
    pub fn own_names(&self, language: Language) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name[language]).chain(self.aliases[language].iter().copied())
    }

    fn mainland_names(&self, language: Language) -> impl Iterator<Item = &'static str> {
        self.mainland.iter().copied().filter(move |_| language == Language::Chinese)
    }
}

/// The names by which the terms are found in texts of that language.
fn searched_names(terms: &[&'static Term], language: Language) -> Vec<SearchedName> {
    let names = terms.iter().enumerate().flat_map(|(index, term)| {
        let of = move |role| move |name| SearchedName { name, term: index, role };
        let own = term.own_names(language).map(of(NameRole::Own));
        let mainland = term.mainland_names(language).map(of(NameRole::Mainland));
        let guards = term.guards.iter().filter(move |_| language == Language::Chinese);
        own.chain(mainland).chain(guards.copied().map(of(NameRole::Guard)))
    });
    names.collect()
}

/// The one copy of a term that the process keeps, so that reading brief.toml again takes no memory.
fn kept(term: Term) -> &'static Term {
    static TERMS: LazyLock<Mutex<FxHashSet<&'static Term>>> = LazyLock::new(Mutex::default);
    let mut terms = TERMS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = terms.get(&term) {
        return known;
    }
    let kept: &'static Term = Box::leak(Box::new(term));
    terms.insert(kept);
    kept
}

fn by_beginning(mut names: Vec<SearchedName>) -> NamesByBeginning {
    names.sort_by_key(|name| (std::cmp::Reverse(name.name.len()), name.role));
    names.into_iter().map(|name| (key(name.name), name)).collect()
}

/// The first two characters, spelt alike.
fn key(text: &str) -> [char; 2] {
    let mut chars = text.chars().map(plain);
    [(); 2].map(|()| chars.next().unwrap_or('\0'))
}

/// The names that `text` may begin with, the longest first.
fn candidates<'n>(names: &'n NamesByBeginning, text: &str) -> impl Iterator<Item = &'n SearchedName> {
    let [first, second] = key(text);
    [[first, second], [first, '\0']].into_iter().flat_map(|key| names.get(key))
}

fn plain(c: char) -> char {
    match c {
        '臺' => '台',
        c => c.to_ascii_lowercase(),
    }
}

/// Whether `text` begins with `name`: 臺 is 台, and names that hold a small letter are found in any case.
fn starts_with(text: &str, name: &str) -> bool {
    if name.is_ascii() {
        let any_case = name.bytes().any(|b| b.is_ascii_lowercase()) && name.len() > 3;
        let front = text.get(..name.len());
        return front.is_some_and(|front| if any_case { front.eq_ignore_ascii_case(name) } else { front == name });
    }
    let mut chars = text.chars();
    name.chars().all(|c| chars.next().is_some_and(|other| plain(other) == plain(c)))
        // The span is as long as the name.
        && text.is_char_boundary(name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn chinese(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            glossary().search(Language::Chinese, text).iter().map(|found| &text[found.span]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[track_caller]
    fn english(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            glossary().search(Language::English, text).iter().map(|found| &text[found.span]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_table_is_whole() {
        table::tests::check(
            TABLE,
            "zh_tw en category aliases_zh aliases_en prc_terms prc_level prc_guard agreement basis code",
        );
        assert!(glossary().all().iter().all(|term| !term.name.chinese.is_empty() && !term.name.english.is_empty()));
        for term in glossary().all().iter().filter(|term| term.mainland_is_strong) {
            assert!(!term.mainland.is_empty(), "{} is strong about no words", term.name.chinese);
        }
    }

    #[test]
    fn the_longest_term_is_found() {
        chinese("解放軍火箭軍在臺海演習 😀", &["解放軍火箭軍", "臺海"]);
        chinese("網路空間部隊", &["網路空間部隊"]);
        chinese("", &[]);
    }

    #[test]
    fn guards_keep_chance_apart() {
        chinese("引導彈藥", &[]);
        chinese("射程數百公里根據報導", &["公里"]);
        assert!(glossary().search(Language::Chinese, "試射導彈").iter().any(|found| found.in_mainland_words));
        chinese("馬里亞納海溝", &[]);
        chinese("撒哈拉以南非洲與南非", &["南非"]);
        chinese("拉美國家依法國有化", &["拉美"]);
    }

    #[test]
    fn a_house_has_terms_of_its_own() {
        let own = |chinese: &[&'static str], english: &[&'static str]| {
            Term::of_house(Both::new(chinese.to_vec(), english.to_vec())).expect("names")
        };
        let terms =
            || vec![own(&["雲端觀測"], &["cloud gazing"]), own(&["全球南方"], &["developing world", "Global South"])];
        let house = Glossary::of_house(terms(), glossary());
        let find = |text| house.search(Language::Chinese, text).first().copied();
        assert_eq!(find("雲端觀測").map(|found| found.term.name.english), Some("cloud gazing"));
        assert_eq!(house.search(Language::English, "Cloud Gazing 😀").len(), 1);
        // The built-in term is the same, by another name.
        let both = [find("全球南方國家"), house.search(Language::English, "the developing world").first().copied()];
        assert_eq!(both.map(|found| found.map(|found| found.term.name.english)), [Some("developing world"); 2]);
        assert!(find("北京").is_some_and(|found| !found.term.is_of_house));
        assert_eq!(glossary().search(Language::Chinese, "雲端觀測").len(), 0);
        let again = Glossary::of_house(terms(), glossary());
        let places =
            |glossary: &Glossary| glossary.all().iter().map(|&term| std::ptr::from_ref(term)).collect::<Vec<_>>();
        assert_eq!(places(&again), places(&house), "each term is kept once");
    }

    #[test]
    fn the_house_may_write_what_the_mainland_does() {
        let own = Term::of_house(Both::new(vec!["導彈"], vec!["missile"])).expect("names");
        let house = Glossary::of_house(vec![own], glossary());
        let found: Vec<bool> =
            house.search(Language::Chinese, "試射導彈").iter().map(|found| found.in_mainland_words).collect();
        assert_eq!(found, [false]);
    }

    #[test]
    fn english_terms_are_whole_words() {
        english("Missiles over the Taiwan Strait", &["Missiles", "Taiwan Strait"]);
        english("transmissiles", &[]);
        english("the UAE and Euae", &["UAE"]);
        english("US$1 million for the US", &["US"]);
        english("𠮷 Xi Jinping's", &["Xi Jinping"]);
    }
}
