//! Terms of the glossary in two texts that answer each other: which of them the other text names, and which two were
//! exchanged.

use std::cell::OnceCell;
use std::sync::Arc;

use super::counterpart::{Stems, is_hinted_at, is_written, kin};
use super::item::Status;
use super::persons;
use crate::language::{Both, Language};
use crate::lexicon::{Glossary, Term, TermMatch, is_body, occurrences};
use crate::text::Span;

/// A text with the terms that it uses.
pub struct TextTerms<'t> {
    language: Language,
    pub text: &'t str,
    pub found: Arc<Vec<TermMatch>>,
    /// Of an English text; few have a term that makes anybody ask.
    stems: OnceCell<Stems>,
}

impl<'t> TextTerms<'t> {
    pub fn of(language: Language, text: &'t str, found: Arc<Vec<TermMatch>>) -> TextTerms<'t> {
        TextTerms { language, text, found, stems: OnceCell::new() }
    }

    /// Where the text uses the term by one of its names.
    fn places(&self, term: &Term) -> Vec<Span> {
        let same = self.found.iter().filter(|found| std::ptr::eq(found.term, term));
        same.map(|found| found.word(self.text)).collect()
    }

    fn has(&self, term: &Term) -> bool {
        has(&self.found, term)
    }

    /// Whether the term is named inside other words: 對台 names Taiwan, Japanese names Japan.
    fn names(&self, term: &Term) -> bool {
        match self.language {
            Language::Chinese => is_written(self.text, term),
            Language::English => self.stems().name(term),
        }
    }

    /// Whether the text uses the term, under whichever name.
    pub fn says(&self, term: &Term) -> bool {
        self.has(term) || self.names(term)
    }

    /// Whether any part of one of its names stands in the text: enough to doubt that the term is missing.
    pub fn hints_at(&self, term: &Term) -> bool {
        match self.language {
            Language::Chinese => is_hinted_at(self.text, term),
            Language::English => self.stems().hint_at(term),
        }
    }

    /// Whether a body is named only as that which another one belongs to: the State Council's Taiwan Work Office.
    fn names_as_owner(&self, found: &TermMatch) -> bool {
        let rest = &self.text[found.span.end..];
        let owned = ["'s ", "’s ", "' ", "’ "].iter().find_map(|sign| rest.strip_prefix(sign));
        let is_named = |owned: &str| {
            let mut words = owned.split(' ').take_while(|word| word.starts_with(char::is_uppercase));
            words.any(|word| is_body(word.trim_end_matches(|c: char| !c.is_alphanumeric())))
        };
        NameClass::of(found.term) == Some(NameClass::Organization) && owned.is_some_and(is_named)
    }

    fn stems(&self) -> &Stems {
        self.stems.get_or_init(|| Stems::of(self.text))
    }

    /// The terms that must have a counterpart and that `is_alone` holds for, the first place of each.
    fn distinct(&self, is_alone: impl Fn(&Term) -> bool) -> Vec<TermMatch> {
        let mut alone: Vec<TermMatch> = Vec::new();
        for found in
            self.found.iter().filter(|found| found.term.needs_counterpart && NameClass::of(found.term).is_some())
        {
            if !has(&alone, found.term) && is_alone(found.term) {
                alone.push(*found);
            }
        }
        alone
    }
}

/// What the other text, `there`, has of a term of `here`, when `exchanged` is the one that stands there instead.
pub fn status(
    found: &TermMatch,
    here: &TextTerms,
    there: &TextTerms,
    exchanged: impl FnOnce() -> Option<TermMatch>,
    glossary: &Glossary,
) -> Status {
    let term = found.term;
    let places = there.places(term);
    if !places.is_empty() {
        return Status::Matched(places);
    }
    if let Some(other) = exchanged() {
        return Status::Mismatched(other.word(there.text));
    }
    // What a house has decided to say is said in its words or not at all.
    if term.is_of_house {
        return if stands_in(there, term) { Status::Matched(Vec::new()) } else { Status::Missing };
    }
    if there.names(term) {
        return Status::Matched(Vec::new());
    }
    let related: Vec<&Term> = kin(term, glossary).filter(|other| there.says(other)).collect();
    if let Some(other) = related.iter().find(|other| !here.says(other)) {
        return Status::Matched(there.places(other));
    }
    let may_be_said = !related.is_empty() || there.hints_at(term) || here.names_as_owner(found);
    if may_be_said { Status::Hinted } else { Status::Missing }
}

/// Whether one of the term's names stands there, be it inside a longer term.
fn stands_in(there: &TextTerms, term: &Term) -> bool {
    term.names(there.language).any(|name| occurrences(there.text, name).next().is_some())
}

/// Places of the one term of a kind that each text has alone.
pub fn exchanged(texts: &Both<TextTerms>, glossary: &Glossary) -> Option<Both<TermMatch>> {
    let alone = |language: Language| texts[language].distinct(|term| !texts[language.other()].says(term));
    // English terms first: whether Chinese says them is seen soonest, and where all are said nothing was exchanged.
    let english = alone(Language::English);
    if english.is_empty() {
        return None;
    }
    let mut alone = Both { chinese: alone(Language::Chinese), english };
    for language in Language::ALL {
        let (here, there) = (&texts[language], &texts[language.other()]);
        // A capital answers its country where nothing else answers the capital.
        let is_kin = |term| kin(term, glossary).any(|other| there.says(other) && !here.says(other));
        alone[language].retain(|found| !is_kin(found.term) && !here.names_as_owner(found));
    }
    let is_no_person = |found: &TermMatch| NameClass::of(found.term) != Some(NameClass::Person);
    let told_by_title = persons::has_title_alone(texts.chinese.text, texts.english.text, &texts.chinese.found);
    alone.english.retain(|found| {
        is_no_person(found) || !told_by_title && persons::is_meant(texts.english.text, found, texts.chinese.text)
    });
    alone.chinese.retain(|found| is_no_person(found) || !told_by_title && !texts.english.hints_at(found.term));
    // Several that are alone are a freer translation.
    let is_lone = |found: &[TermMatch], place: &TermMatch| {
        found.iter().filter(|other| NameClass::of(other.term) == NameClass::of(place.term)).count() == 1
    };
    let mut pairs = alone.chinese.iter().flat_map(|zh| alone.english.iter().map(move |en| Both::new(zh, en)));
    let pair = pairs.find(|pair| {
        NameClass::of(pair.chinese.term) == NameClass::of(pair.english.term)
            && pair.each().iter().all(|&(language, found)| is_lone(&alone[language], found))
    })?;
    Some(pair.map(|found| *found))
}

fn has(found: &[TermMatch], term: &Term) -> bool {
    found.iter().any(|other| other.term == term)
}

/// What a name is the name of. Names of one kind can stand for each other by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameClass {
    /// A country or place, or a power that acts as one.
    Place,
    Organization,
    Treaty,
    Person,
}

impl NameClass {
    /// None for a term that is no name.
    pub fn of(term: &Term) -> Option<NameClass> {
        match term.category {
            "country" | "place" => Some(NameClass::Place),
            _ if matches!(term.name.english, "United Nations" | "European Union") => Some(NameClass::Place),
            "org" => Some(NameClass::Organization),
            "treaty" => Some(NameClass::Treaty),
            "person" => Some(NameClass::Person),
            _ => None,
        }
    }
}
