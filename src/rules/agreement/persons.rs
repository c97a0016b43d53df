//! Persons by whom partners may differ: named, not by a title or a family name that others bear too.

use crate::lexicon::{Term, TermMatch};

/// Whether an English name is a person's, of whom the Chinese has not even the family name with a title.
pub fn is_meant(en: &str, found: &TermMatch, zh: &str) -> bool {
    !AMBIGUOUS.contains(&&en[found.span]) && !has_family_name(zh, found.term)
}

/// Whether either text has a title that stands without a name beside it: it may be of the one that the other names.
pub fn has_title_alone(zh: &str, en: &str, in_chinese: &[TermMatch]) -> bool {
    let persons = || in_chinese.iter().filter(|found| found.term.category == "person");
    let beside = |start: usize, end: usize| persons().any(|found| found.span.end == start || found.span.start == end);
    let mut in_zh = CHINESE_TITLES.iter().flat_map(|title| zh.match_indices(title));
    if in_zh.any(|(at, title)| !beside(at, at + title.len())) {
        return true;
    }
    let words: Vec<&str> = en.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = |at: usize| words.get(at + 1).is_some_and(|word| word.starts_with(char::is_uppercase));
    (0..words.len()).any(|at| {
        let title = words[at].to_ascii_lowercase();
        ENGLISH_TITLES.contains(&title.as_str()) && !named(at)
    })
}

/// 賴總統, 習主席: the first character of a name with a title behind.
fn has_family_name(zh: &str, term: &Term) -> bool {
    let family = |name: &'static str| name.chars().next();
    term.chinese_names().filter_map(family).any(|family| {
        let behind = zh.split(family).skip(1);
        behind.into_iter().any(|rest| CHINESE_TITLES.iter().chain(&["政府", "揆"]).any(|title| rest.starts_with(title)))
    })
}

const CHINESE_TITLES: &[&str] = &[
    "總統",
    "主席",
    "總理",
    "首相",
    "領導人",
    "領袖",
    "總書記",
    "部長",
    "外長",
    "防長",
    "國務卿",
    "院長",
    "秘書長",
    "元首",
];

const ENGLISH_TITLES: &[&str] = &[
    "president",
    "chairman",
    "premier",
    "leader",
    "leaders",
    "minister",
    "chancellor",
    "secretary",
    "chief",
    "successor",
];

/// Family names that are cities, words or names of many.
const AMBIGUOUS: &[&str] = &[
    "Austin",
    "Harris",
    "Campbell",
    "Sullivan",
    "Clinton",
    "Kennedy",
    "Morrison",
    "McCarthy",
    "Lai",
    "Tsai",
    "Mao",
    "Greer",
    "Caine",
    "Waltz",
    "Vance",
    "Colby",
    "Costa",
    "Abe",
    "Pavel",
    "Tusk",
    "Marles",
    "Anwar",
    "Marcos Jr.",
    "Hillary",
    "Bolton",
    "Duda",
    "Raisi",
    "Assad",
    "Lula",
    "To Lam",
    "Reagan",
];
