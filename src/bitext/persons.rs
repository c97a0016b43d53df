//! Persons by whom partners may differ: named, not by a title or a family name that others bear too.

use crate::language::Language;
use crate::lexicon::{Term, TermMatch, is_shared_name, titles};

/// Whether an English name is a person's, of whom the Chinese has not even the family name with a title.
pub fn is_meant(en: &str, found: &TermMatch, zh: &str) -> bool {
    !is_shared_name(&en[found.span]) && !has_family_name(zh, found.term)
}

/// Whether either text has a title that stands without a name beside it: it may be of the one that the other names.
pub fn has_title_alone(zh: &str, en: &str, in_chinese: &[TermMatch]) -> bool {
    let persons = || in_chinese.iter().filter(|found| found.term.category == "person");
    let beside = |start: usize, end: usize| persons().any(|found| found.span.end == start || found.span.start == end);
    let mut in_zh = titles().of_office.chinese.iter().flat_map(|title| zh.match_indices(title));
    if in_zh.any(|(at, title)| !beside(at, at + title.len())) {
        return true;
    }
    let words: Vec<&str> = en.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = |at: usize| words.get(at + 1).is_some_and(|word| word.starts_with(char::is_uppercase));
    (0..words.len()).any(|at| {
        let title = words[at].to_ascii_lowercase();
        titles().of_office.english.contains(&title.as_str()) && !named(at)
    })
}

/// 賴總統, 習主席: the first character of a name with a title behind.
fn has_family_name(zh: &str, term: &Term) -> bool {
    let family = |name: &'static str| name.chars().next();
    term.names(Language::Chinese).filter_map(family).any(|family| {
        let behind = zh.split(family).skip(1);
        behind
            .into_iter()
            .any(|rest| titles().of_office.chinese.iter().chain(&["政府", "揆"]).any(|title| rest.starts_with(title)))
    })
}
