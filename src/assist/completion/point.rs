//! In a lead or point: the terms, numbers, dates and acronyms of its partner that are not here yet, in this language.
//!
//! What is typed is the longest run before the cursor that begins a name: `Global Sou`, `52`, `全`. An editor asks on
//! every letter of prose, so nothing is offered that does not begin as typed, nor for a single small letter; everything
//! is offered only where a person asks.

use super::{About, Completion, CompletionKind, Trigger, key};
use crate::assist::answers::{Answer, What, answers};
use crate::assist::partner::{Passage, passage};
use crate::brief::Language;
use crate::house::House;
use crate::reading::wording;
use crate::snapshot::Snapshot;
use crate::text::{Span, is_han};

pub(super) fn complete(snapshot: &Snapshot, offset: usize, trigger: Trigger) -> Vec<Completion> {
    let Some(passage) = passage(snapshot, offset).filter(|_| trigger != Trigger::Character) else {
        return Vec::new();
    };
    let content = snapshot.content();
    let offers = offers(&passage, content, offset);
    let before = Span::new(passage.text.start.min(offset), offset);
    if is_inside_word(content, offset) {
        return Vec::new();
    }
    let starts = starts(content, before);
    let typed = starts.into_iter().map(|start| Span::new(start, offset));
    let matching = |typed: Span| -> Vec<(&Offer, &str)> {
        let worth = is_worth(&content[typed]);
        let named = offers.iter().flat_map(|offer| offer.names_for(&content[typed]).map(move |name| (offer, name)));
        named.filter(|(_, name)| worth && *name != &content[typed]).collect()
    };
    let found = typed.map(|typed| (typed, matching(typed))).find(|(_, found)| !found.is_empty());
    if let Some((typed, found)) = found {
        return found.into_iter().map(|(offer, name)| offer.completion(content, typed, name)).collect();
    }
    let stands_free = !content[before].ends_with(|c: char| c.is_alphanumeric());
    let wanted = stands_free || trigger == Trigger::Person && content[before].ends_with(is_han);
    let all = offers.iter().filter(|_| wanted);
    let names = all.flat_map(|offer| offer.usual_names().map(move |name| (offer, name)));
    names.map(|(offer, name)| offer.completion(content, Span::at(offset), name)).collect()
}

/// Something that the partner says and this text does not.
struct Offer {
    /// As it can be written here, the best first.
    names: Vec<String>,
    /// As the partner writes it.
    written: String,
    /// Where the partner does.
    place: Span,
    kind: CompletionKind,
}

impl Offer {
    /// One or two names that begin as `typed`; the usual ones where the partner's writing does.
    fn names_for(&self, typed: &str) -> impl Iterator<Item = &str> {
        let begins = |name: &str| key::begins(name, typed) || key::begins(name.trim_start_matches(is_sign), typed);
        let named: Vec<&str> = self.names.iter().map(String::as_str).filter(|name| begins(name)).take(2).collect();
        let is_written = named.is_empty() && key::begins(&self.written, typed);
        named.into_iter().chain(self.usual_names().filter(move |_| is_written))
    }

    /// The best name, and one that is much shorter: NATO, 北約.
    fn usual_names(&self) -> impl Iterator<Item = &str> {
        let length = |name: &str| name.chars().count();
        let short = self.names.iter().find(|name| length(name) * 2 <= length(&self.names[0]));
        self.names.first().into_iter().chain(short).map(String::as_str)
    }

    fn completion(&self, content: &str, typed: Span, name: &str) -> Completion {
        let insert = in_case_of(&content[typed], name);
        let matched = if key::begins(name, &content[typed]) {
            name
        } else if key::begins(&self.written, &content[typed]) {
            &self.written
        } else {
            name.trim_start_matches(is_sign)
        };
        Completion {
            kind: self.kind,
            filter: key::filter(&content[typed], matched, [name, &self.written]),
            label: insert.clone(),
            detail: Some(self.written.clone()),
            span: typed,
            insert,
            snippet: None,
            about: Some(About::Partner(self.place)),
        }
    }
}

/// What stands before a sum of money.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

/// The name with a capital where one was typed.
fn in_case_of(typed: &str, name: &str) -> String {
    let mut rest = name.chars();
    match (typed.chars().next(), rest.next()) {
        (Some(typed), Some(first)) if typed.is_uppercase() && first.is_lowercase() => {
            first.to_uppercase().chain(rest).collect()
        }
        _ => name.to_owned(),
    }
}

/// In the order in which the partner says them.
fn offers(passage: &Passage, content: &str, offset: usize) -> Vec<Offer> {
    let own = without_word_at(content, passage.text, offset);
    let (language, house) = (passage.section.language, passage.cx.house);
    let mut offers: Vec<Offer> = Vec::new();
    for partner in passage.expected_partners() {
        let text = &content[partner];
        let mut found = unanswered(language, &own, text, house);
        found.extend(keywords_of(language, &own, text, &found, house));
        found.sort_by_key(|offer| offer.place);
        for mut offer in found {
            offer.place = offer.place.shift(partner.start);
            if offers.iter().all(|other| other.names[0] != offer.names[0]) {
                offers.push(offer);
            }
        }
    }
    offers
}

/// The terms, values and acronyms of `partner` that `own`, which is written in `language`, does not have.
fn unanswered(language: Language, own: &str, partner: &str, house: &House) -> Vec<Offer> {
    let answers = match language {
        Language::Chinese => answers(own, partner, house.terms()),
        Language::English => answers(partner, own, house.terms()),
    };
    let items = match language {
        Language::Chinese => &answers.english,
        Language::English => &answers.chinese,
    };
    let items = items.iter().filter(|item| !matches!(item.answer, Answer::Given(_)));
    items.filter_map(|item| offer(language, &partner[item.span], item.span, item.what)).collect()
}

fn offer(language: Language, written: &str, place: Span, what: What) -> Option<Offer> {
    let (names, kind): (Vec<String>, _) = match what {
        What::Term(term) => {
            let names: Vec<&str> = match language {
                Language::Chinese => term.chinese_names().filter(|name| !term.mainland.contains(name)).collect(),
                Language::English => term.english_names().collect(),
            };
            (names.into_iter().map(|name| without_remark(name).to_owned()).collect(), CompletionKind::Term)
        }
        // What one counts points in is not in the value.
        What::Value(_) if written.contains("點") || written.contains("point") => return None,
        What::Value(value) => {
            let name = match language {
                Language::Chinese => wording::in_chinese(&value),
                Language::English => wording::in_english(&value),
            };
            (vec![name?], CompletionKind::Value)
        }
        What::Acronym => (vec![written.to_owned()], CompletionKind::Term),
    };
    Some(Offer { names, written: written.to_owned(), place, kind })
}

/// `Ministry of Defense` of `Ministry of Defense (Japan)`, which tells it from others in a list.
fn without_remark(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(name, _)| name)
}

/// Keywords that the partner names, where no term of the glossary does.
fn keywords_of(language: Language, own: &str, partner: &str, terms: &[Offer], house: &House) -> Vec<Offer> {
    let is_free = |place: Span| terms.iter().all(|term| term.place.end <= place.start || place.end <= term.place.start);
    let own = own.to_lowercase();
    let mut found: Vec<Offer> = Vec::new();
    for keyword in house.keywords().all() {
        let (place, names): (_, Vec<&str>) = match language {
            Language::Chinese => (keyword.english_names().find_map(|name| word(partner, name)), vec![keyword.chinese]),
            Language::English => {
                let at = partner.find(keyword.chinese);
                (at.map(|at| Span::new(at, at + keyword.chinese.len())), keyword.english_names().collect())
            }
        };
        let is_new = || names.iter().all(|name| !own.contains(&name.to_lowercase()));
        if let Some(place) = place.filter(|&place| !names.is_empty() && is_free(place) && is_new()) {
            let written = partner[place].to_owned();
            let names = names.into_iter().map(str::to_owned).collect();
            found.push(Offer { names, written, place, kind: CompletionKind::Term });
        }
    }
    longest_of_each_place(found)
}

/// 外交政策 and not 外交, where one stands in the other.
fn longest_of_each_place(mut found: Vec<Offer>) -> Vec<Offer> {
    found.sort_by_key(|offer| std::cmp::Reverse(offer.place.len()));
    let mut kept: Vec<Offer> = Vec::new();
    for offer in found {
        let overlaps = |other: &Offer| offer.place.start < other.place.end && other.place.start < offer.place.end;
        if !kept.iter().any(overlaps) {
            kept.push(offer);
        }
    }
    kept
}

/// The first place of an English name as whole words; names of capitals keep their case.
fn word(text: &str, name: &str) -> Option<Span> {
    let keeps_case = !name.bytes().any(|b| b.is_ascii_lowercase());
    let places = text.char_indices().map(|(at, _)| at);
    let is_letter = |c: char| c.is_alphanumeric() && !is_han(c);
    places.map(|at| Span::new(at, at + name.len())).find(|place| {
        let Some(written) = text.get(place.range()) else { return false };
        let same = if keeps_case { written == name } else { written.eq_ignore_ascii_case(name) };
        same && !text[..place.start].ends_with(is_letter) && !text[place.end..].starts_with(is_letter)
    })
}

/// The text without the Latin word or number that the cursor stands behind: it is what is asked about.
fn without_word_at(content: &str, text: Span, offset: usize) -> String {
    if !text.touches(Span::at(offset)) {
        return content[text].to_owned();
    }
    let before = &content[text.start..offset];
    let kept = before.trim_end_matches(|c: char| c.is_alphanumeric() && !is_han(c) || matches!(c, '.' | ',' | '$'));
    format!("{kept} {}", &content[offset..text.end])
}

/// A cursor inside a Latin word is there to mend it.
fn is_inside_word(content: &str, offset: usize) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() && !is_han(c);
    content[..offset].ends_with(is_letter) && content[offset..].starts_with(is_letter)
}

/// Characters that are looked back for the start of a name.
const LONGEST_NAME: usize = 48;

/// Where a name that ends at the cursor may start, the furthest first: at Han, and where a Latin word begins.
fn starts(content: &str, before: Span) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut behind: Option<char> = None;
    for (at, c) in content[before].char_indices().rev().take(LONGEST_NAME) {
        if behind.is_some_and(|behind| is_start(c, behind)) {
            starts.push(before.start + at + c.len_utf8());
        }
        if at == 0 && c.is_alphanumeric() {
            starts.push(before.start);
        }
        behind = Some(c);
    }
    starts.reverse();
    starts
}

/// Whether a name may begin between `before` and `first`.
fn is_start(before: char, first: char) -> bool {
    let is_latin = |c: char| c.is_alphanumeric() && !is_han(c);
    is_han(first) || (first.is_alphanumeric() || "$€£¥".contains(first)) && !is_latin(before)
}

/// One small letter begins too many words.
pub(super) fn is_worth(typed: &str) -> bool {
    let mut chars = typed.chars();
    !matches!((chars.next(), chars.next()), (Some(only), None) if only.is_ascii_lowercase())
}
