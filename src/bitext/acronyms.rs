//! Acronyms: which of them the other text has, and which two were exchanged.

use super::item::{Item, Status, Subject};
use super::terms::TextTerms;
use crate::language::{Both, Language};
use crate::lexicon::{Glossary, Term};
use crate::text::Span;

/// The acronyms of two texts that answer each other.
pub fn items(texts: &Both<TextTerms>, glossary: &Glossary) -> Both<Vec<Item>> {
    let found = Both::from_fn(|language| of_text(&texts[language], &texts[language.other()], glossary));
    let alone = found.as_ref().map(|found| distinct(found.iter().filter(|acronym| acronym.is_alone)));
    // More than one on a side is another way to write.
    let exchanged = match (&alone.chinese[..], &alone.english[..]) {
        (&[chinese], &[english]) => Some(Both { chinese, english }),
        _ => None,
    };
    Both::from_fn(|language| {
        let item = |acronym: &Acronym| {
            let pair = exchanged.filter(|pair| pair[language].word == acronym.word);
            let status =
                pair.map_or_else(|| acronym.status.clone(), |pair| Status::Mismatched(pair[language.other()].span));
            Item::new(acronym.span, Subject::Acronym(acronym.term), status)
        };
        found[language].iter().map(item).collect()
    })
}

struct Acronym<'t> {
    span: Span,
    word: &'t str,
    /// What the glossary knows it as.
    term: Option<&'static Term>,
    status: Status,
    /// The other text has neither it nor what it stands for.
    is_alone: bool,
}

fn of_text<'t>(here: &TextTerms<'t>, there: &TextTerms, glossary: &Glossary) -> Vec<Acronym<'t>> {
    let acronym = |span: Span| {
        let word = &here.text[span];
        let term = glossary.search(Language::English, word).first().map(|found| found.term);
        let same: Vec<Span> = places(there.text).filter(|&place| there.text[place] == *word).collect();
        let is_said = !same.is_empty() || has_word(there.text, word);
        let is_named = term.is_some_and(|term| there.says(term));
        let status = match term {
            _ if is_said || is_named => Status::Matched(same),
            Some(term) if there.hints_at(term) => Status::Hinted,
            _ => Status::Missing,
        };
        Acronym { span, word, term, status, is_alone: !is_said && !is_named }
    };
    places(here.text).map(acronym).collect()
}

/// The first of each.
fn distinct<'a, 't>(acronyms: impl Iterator<Item = &'a Acronym<'t>>) -> Vec<&'a Acronym<'t>>
where
    't: 'a,
{
    let mut distinct: Vec<&Acronym> = Vec::new();
    for acronym in acronyms {
        if distinct.iter().all(|other| other.word != acronym.word) {
            distinct.push(acronym);
        }
    }
    distinct
}

/// Words of two to eight capitals. Digits may stand in them, a plural s behind.
fn places(text: &str) -> impl Iterator<Item = Span> {
    words(text).filter_map(|span| {
        let word = text[span].strip_suffix('s').unwrap_or(&text[span]);
        let is_acronym = (2..=8).contains(&word.len())
            && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            && word.bytes().take(2).all(|b| b.is_ascii_uppercase());
        (is_acronym && !NO_ACRONYMS.contains(&word)).then(|| Span::new(span.start, span.start + word.len()))
    })
}

/// Roman numbers, units, times of day, and names that Chinese never writes in Latin letters.
const NO_ACRONYMS: &[&str] = &[
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XV", "XVI", "AM", "PM", "BC", "AD", "GW", "MW",
    "KW", "KM", "KG", "GB", "TB", "MB", "US", "USA", "UK", "UN", "EU", "UAE", "USD", "RMB", "NTD", "TWD", "NT", "HK",
    "OK", "TV", "VS", "NO", "ID",
];

/// Runs of Latin letters and digits.
fn words(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_alphanumeric())?;
        let len = text[start..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len() - start);
        at = start + len;
        Some(Span::new(start, at))
    })
}

/// As a word or as the beginning of one, in any case.
fn has_word(text: &str, acronym: &str) -> bool {
    words(text).any(|span| {
        let front = text[span].get(..acronym.len());
        front.is_some_and(|front| front.eq_ignore_ascii_case(acronym))
    })
}
