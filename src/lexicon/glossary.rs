//! Terms of foreign and security policy, Chinese as Taiwan writes them with English, and where a text uses them.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashSet;

use super::grouped::Grouped;
use crate::language::{Both, Language, table};
use crate::text::{Cache, Span, is_latin};

/// A term with all the names it goes by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// As Taiwan writes it.
    pub chinese: &'static str,
    pub english: &'static str,
    /// `country`, `person`, `policy`, `org`, `place`, `military` or `treaty`; empty for most terms of a house.
    pub category: &'static str,
    pub chinese_aliases: Vec<&'static str>,
    /// Abbreviations are among them.
    pub english_aliases: Vec<&'static str>,
    /// What mainland China writes instead.
    pub mainland: Vec<&'static str>,
    /// The mainland's words are hardly ever right in Taiwan; otherwise they may be.
    pub mainland_is_strong: bool,
    /// Words that hold one of the mainland's by chance.
    pub guards: Vec<&'static str>,
    /// The term has its counterpart wherever it is translated.
    pub needs_counterpart: bool,
    /// A house has decided on its names.
    pub is_of_house: bool,
}

/// Where a term stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermMatch {
    pub span: Span,
    pub term: &'static Term,
    /// It stands there in the mainland's words.
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
    names: Both<Names>,
}

/// The terms that were found in texts, by text; of one house.
#[derive(Debug, Default)]
pub struct TermMemo {
    found: Both<Cache<Vec<TermMatch>>>,
}

impl TermMemo {
    /// What [`Glossary::search`] finds in a text of that language, or has found before.
    pub fn find(&self, glossary: &Glossary, language: Language, text: &str) -> Arc<Vec<TermMatch>> {
        self.found[language].get(text, |text| glossary.search(language, text))
    }

    pub fn next_generation(&self) {
        self.found.each().iter().for_each(|(_, cache)| cache.next_generation());
    }
}

/// Names by their first two characters, the longest first; NUL stands for a second one that is not there.
type Names = Grouped<[char; 2], Name>;

#[derive(Debug, Clone, Copy)]
struct Name {
    name: &'static str,
    /// By index.
    term: usize,
    role: Role,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    /// Where it stands, a name that is part of it does not.
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

    /// The terms of a house and, behind them, those of `others`. One that shares a name in both languages with a term of
    /// the house is the same, and lends it its other names.
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
        let (mut chinese, mut english) = (Vec::new(), Vec::new());
        for (term, row) in all.iter().enumerate() {
            let of = |role| move |&name: &&'static str| Name { name, term, role };
            let own = std::iter::once(&row.chinese).chain(&row.chinese_aliases).map(of(Role::Own));
            let mainland = row.mainland.iter().map(of(Role::Mainland)).chain(row.guards.iter().map(of(Role::Guard)));
            chinese.extend(own.chain(mainland));
            let names = std::iter::once(&row.english).chain(&row.english_aliases);
            english.extend(names.map(of(Role::Own)));
        }
        Glossary { all, names: Both::new(by_beginning(chinese), by_beginning(english)) }
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

    /// The names that `may_start` behind what stands before them, and `may_end` before what stands behind.
    fn find(
        &self,
        text: &str,
        names: &Names,
        may_start: impl Fn(&str) -> bool,
        may_end: impl Fn(&str) -> bool,
    ) -> Vec<TermMatch> {
        let mut found = Vec::new();
        // A guard reaches as far as its words do, also where it began before the name.
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let fits = |name: &&Name| starts_with(rest, name.name) && may_end(&rest[name.name.len()..]);
            let name = may_start(&text[..at]).then(|| candidates(names, rest).find(fits)).flatten();
            let Some(name) = name else {
                at += c.len_utf8();
                continue;
            };
            let span = Span::new(at, at + name.name.len());
            if name.role == Role::Guard {
                // A term's own name may begin inside the guard, 北京 in 東北京; its guarded one may not.
                at += c.len_utf8();
                found.extend(self.own_name_inside(text, (span, name.term), names));
                at = at.max(span.end);
                continue;
            }
            found.push(TermMatch { span, term: self.all[name.term], in_mainland_words: name.role == Role::Mainland });
            at = span.end;
        }
        found
    }

    /// Whether `word`, from its first to its last character, is one of mainland China that is hardly ever right in Taiwan.
    pub fn is_mainland_word(&self, word: &str) -> bool {
        let whole = Span::new(0, word.len());
        self.search(Language::Chinese, word).iter().any(|term| term.span == whole && term.is_mainland_word())
    }

    /// The longest of the terms' own names that lies in a guard, so that 網絡空間部隊 is still a force. The name that is
    /// guarded is the whole guard or not meant: 南非 in 以南非洲.
    fn own_name_inside(&self, text: &str, (guard, of): (Span, usize), names: &Names) -> Option<TermMatch> {
        let inside = &text[guard];
        let is_meant =
            move |name: &Name| name.role == Role::Own && (name.term != of || name.name.len() == inside.len());
        let own = inside.char_indices().flat_map(|(at, _)| {
            let fits = move |name: &&Name| is_meant(name) && inside[at..].starts_with(name.name);
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
            chinese,
            english,
            category,
            chinese_aliases: table::values(chinese_aliases),
            english_aliases: table::values(english_aliases),
            mainland: table::values(mainland),
            mainland_is_strong: level == "strong",
            guards: table::values(guards),
            needs_counterpart: agreement == "yes",
            is_of_house: false,
        }
    }

    /// A term of a house, the name that it prefers first in each language; nothing without a name in each.
    pub fn of_house(chinese: &[&'static str], english: &[&'static str]) -> Option<Term> {
        let ((&chinese, chinese_aliases), (&english, english_aliases)) =
            (chinese.split_first()?, english.split_first()?);
        Some(Term {
            chinese,
            english,
            category: "",
            chinese_aliases: chinese_aliases.to_vec(),
            english_aliases: english_aliases.to_vec(),
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
        other.chinese_names().any(|name| self.chinese_names().any(|own| has(own, name)))
            && other.english_names().any(|name| self.english_names().any(|own| has(own, name)))
    }

    /// Takes over what `other` has and this one has not.
    fn absorb(&mut self, other: &Term) {
        let new = |names: Vec<&'static str>, known: &[&str]| -> Vec<&'static str> {
            names.into_iter().filter(|name| !known.contains(name)).collect()
        };
        let known: Vec<&str> = self.chinese_names().chain(self.english_names()).collect();
        let usual = std::iter::once(other.chinese).chain(other.chinese_aliases.iter().copied());
        let (chinese, mainland) = (new(usual.collect(), &known), new(other.mainland.clone(), &known));
        let english = new(other.english_names().collect(), &known);
        self.chinese_aliases.extend(chinese);
        self.english_aliases.extend(english);
        self.mainland.extend(mainland);
        self.mainland_is_strong |= other.mainland_is_strong;
        self.guards.extend(&other.guards);
        self.category = other.category;
    }

    /// Its names in that language, the preferred one first and the mainland's last.
    pub fn names(&self, language: Language) -> Box<dyn Iterator<Item = &'static str> + '_> {
        match language {
            Language::Chinese => Box::new(self.chinese_names()),
            Language::English => Box::new(self.english_names()),
        }
    }

    /// Every Chinese name, the mainland's last.
    pub fn chinese_names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.chinese).chain(self.chinese_aliases.iter().copied()).chain(self.mainland.iter().copied())
    }

    /// The English name, then its aliases.
    pub fn english_names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.english).chain(self.english_aliases.iter().copied())
    }
}

/// The term, kept until the program ends; each once, however often a brief.toml is read.
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

fn by_beginning(mut names: Vec<Name>) -> Names {
    names.sort_by_key(|name| (std::cmp::Reverse(name.name.len()), name.role));
    names.into_iter().map(|name| (key(name.name), name)).collect()
}

/// The first two characters, spelt alike.
fn key(text: &str) -> [char; 2] {
    let mut chars = text.chars().map(plain);
    [(); 2].map(|()| chars.next().unwrap_or('\0'))
}

/// The names that `text` may begin with, the longest first.
fn candidates<'n>(names: &'n Names, text: &str) -> impl Iterator<Item = &'n Name> {
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
        assert!(glossary().all().iter().all(|term| !term.chinese.is_empty() && !term.english.is_empty()));
        for term in glossary().all().iter().filter(|term| term.mainland_is_strong) {
            assert!(!term.mainland.is_empty(), "{} is strong about no words", term.chinese);
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
        let own = |chinese: &[&'static str], english: &[&'static str]| Term::of_house(chinese, english).expect("names");
        let terms =
            || vec![own(&["雲端觀測"], &["cloud gazing"]), own(&["全球南方"], &["developing world", "Global South"])];
        let house = Glossary::of_house(terms(), glossary());
        let find = |text| house.search(Language::Chinese, text).first().copied();
        assert_eq!(find("雲端觀測").map(|found| found.term.english), Some("cloud gazing"));
        assert_eq!(house.search(Language::English, "Cloud Gazing 😀").len(), 1);
        // The built-in term is the same, by another name.
        let both = [find("全球南方國家"), house.search(Language::English, "the developing world").first().copied()];
        assert_eq!(both.map(|found| found.map(|found| found.term.english)), [Some("developing world"); 2]);
        assert!(find("北京").is_some_and(|found| !found.term.is_of_house));
        assert_eq!(glossary().search(Language::Chinese, "雲端觀測").len(), 0);
        let again = Glossary::of_house(terms(), glossary());
        let places =
            |glossary: &Glossary| glossary.all().iter().map(|&term| std::ptr::from_ref(term)).collect::<Vec<_>>();
        assert_eq!(places(&again), places(&house), "each term is kept once");
    }

    #[test]
    fn the_house_may_write_what_the_mainland_does() {
        let own = Term::of_house(&["導彈"], &["missile"]).expect("names");
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
