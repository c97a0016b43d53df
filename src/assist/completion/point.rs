//! In a lead or point: the terms, numbers, dates and acronyms of its partner that are not here yet, in this language.
//!
//! What is typed is the longest run before the cursor that begins a name: `Global Sou`, `52`, `全`. An editor asks on
//! every letter of prose, so nothing is offered that does not begin as typed, nor for a single small letter; everything
//! is offered only where a person asks.

use super::{About, Completion, CompletionKind, Trigger, key};
use crate::assist::partner::{SegmentAtCursor, segment_to_write};
use crate::bitext::{Item, Status, Subject};
use crate::house::House;
use crate::language::{Both, Language};
use crate::lexicon::currencies;
use crate::reading::{MONTHS, wording};
use crate::snapshot::Snapshot;
use crate::text::{Span, is_han, is_latin};

pub(super) fn complete(snapshot: &Snapshot, offset: usize, trigger: Trigger) -> Vec<Completion> {
    let Some(at) = segment_to_write(snapshot, offset).filter(|_| trigger != Trigger::Character) else {
        return Vec::new();
    };
    let content = snapshot.content();
    let before = Span::new(at.segment.span.start.min(offset), offset);
    if is_inside_word(content, offset) {
        return Vec::new();
    }
    let said = offers(&at, content, "");
    for typed in starts(content, before).into_iter().map(|start| Span::new(start, offset)) {
        let written = &content[typed];
        let begun: Vec<&MissingItem> = said.iter().filter(|offer| offer.names_for(written).next().is_some()).collect();
        // After a whole name and a line break no longer one is wanted.
        let is_whole = said.iter().any(|offer| offer.names.iter().any(|name| name == written));
        if is_whole && trigger != Trigger::Person {
            return Vec::new();
        }
        if begun.is_empty() || !is_worth(written) {
            continue;
        }
        let missing = offers(&at, content, &without(content, at.segment.span, typed));
        let named = missing.iter().flat_map(|offer| offer.names_for(written).map(move |name| (offer, name)));
        let found: Vec<_> = named.filter(|(_, name)| *name != written).collect();
        if !found.is_empty() {
            return found.into_iter().map(|(offer, name)| offer.completion(content, typed, name)).collect();
        }
        // The rest of a date begins no other one.
        if begun.iter().any(|offer| offer.kind == CompletionKind::Value) {
            break;
        }
    }
    let stands_free = !content[before].ends_with(|c: char| c.is_alphanumeric());
    let may_begin = stands_free || trigger == Trigger::Person && content[before].ends_with(is_han);
    if !may_begin {
        return Vec::new();
    }
    let missing = offers(&at, content, &without(content, at.segment.span, Span::at(offset)));
    let names = missing.iter().flat_map(|offer| offer.usual_names().map(move |name| (offer, name)));
    names.map(|(offer, name)| offer.completion(content, Span::at(offset), name)).collect()
}

/// An item of the partner that this text does not have.
struct MissingItem {
    /// Ways to write it here, the best first.
    names: Vec<String>,
    /// The partner's wording.
    written: String,
    /// Its place in the partner.
    place: Span,
    kind: CompletionKind,
    is_date: bool,
}

impl MissingItem {
    /// One or two names that begin as `typed`; the usual ones where only the partner's wording does.
    fn names_for(&self, typed: &str) -> impl Iterator<Item = &str> {
        let begins = |name: &&str| self.beginning(name, typed).is_some();
        let named: Vec<&str> = self.names.iter().map(String::as_str).filter(begins).take(2).collect();
        let is_written = named.is_empty() && self.is_written_as(typed);
        named.into_iter().chain(self.usual_names().filter(move |_| is_written))
    }

    /// The part of the name that begins as `typed`: all of it, or a sum without its currency.
    fn beginning<'n>(&self, name: &'n str, typed: &str) -> Option<&'n str> {
        let sign = currencies().beginnings().find_map(|sign| Some((name.find(sign)?, sign.len())));
        let sums = sign.into_iter().flat_map(|(at, length)| [&name[at..], &name[at + length..]]);
        let begun = std::iter::once(name).chain(sums).find(|name| begins(name, typed))?;
        (self.kind != CompletionKind::Value || is_beginning_of_value(begun, typed)).then_some(begun)
    }

    /// A year or day says too little about which date is meant: the number may be one of its own.
    fn is_written_as(&self, typed: &str) -> bool {
        begins(&self.written, typed) && (!self.is_date || typed.contains(char::is_alphabetic))
    }

    /// The best name, one that is much shorter (NATO, 北約), and what others than Taiwan call a ministry.
    fn usual_names(&self) -> impl Iterator<Item = &str> {
        let length = |name: &str| name.chars().count();
        let short = self.names.iter().find(|name| length(name) * 2 <= length(&self.names[0]));
        let is_ministry = self.names.first().is_some_and(|name| name.starts_with("Ministry of "));
        let department = self.names.iter().find(|name| is_ministry && name.starts_with("Department of "));
        self.names.first().into_iter().chain(short).chain(department).map(String::as_str)
    }

    fn completion(&self, content: &str, typed: Span, name: &str) -> Completion {
        let insert = in_case_of(&content[typed], name);
        let matched = self.beginning(name, &content[typed]).unwrap_or(&self.written);
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

/// A blank is typed only where the name has one.
fn begins(name: &str, typed: &str) -> bool {
    let has_blank = || name.chars().nth(typed.chars().count() - 1).is_some_and(char::is_whitespace);
    key::begins(name, typed) && (!typed.ends_with(char::is_whitespace) || has_blank())
}

/// Whether `typed` is enough of a value to mean it. Numbers in words begin as other words do: `on`, `one`, `six` or `more` at
/// the end of a line mean no one-third, sixth or more than six, and `may` is not May.
fn is_beginning_of_value(name: &str, typed: &str) -> bool {
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.len() <= typed.len() {
        return true;
    }
    if name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return typed.starts_with(|c: char| c.is_ascii_uppercase());
    }
    let rest = name.get(typed.len()..).unwrap_or_default();
    typed.len() > 2 && rest.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest.starts_with("th")
        || typed.contains([' ', '-'])
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

/// Items of the partner that `own` does not have, in the partner's order.
fn offers(at: &SegmentAtCursor, content: &str, own: &str) -> Vec<MissingItem> {
    let language = at.section.language;
    let mut offers: Vec<MissingItem> = Vec::new();
    for partner in at.expected_partners() {
        let partner = partner.span;
        let text = &content[partner];
        let correspondence = at.cx.bitext().correspondence_of(Both::of(language, own, text));
        let items: Vec<&Item> = correspondence.shown(language.other()).collect();
        let mut found = unanswered(language, text, &items);
        found.extend(keywords_of(language, own, text, &items, at.cx.house));
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

/// The partner's terms, values and acronyms that the text in `language` does not have.
fn unanswered(language: Language, partner: &str, items: &[&Item]) -> Vec<MissingItem> {
    let items = items.iter().filter(|item| !matches!(item.status, Status::Matched(_)));
    items.filter_map(|item| offer(language, &partner[item.span], item.span, item.subject)).collect()
}

fn offer(language: Language, written: &str, place: Span, subject: Subject) -> Option<MissingItem> {
    let (names, kind): (Vec<String>, _) = match subject {
        // 透過 in one of its names, 通過, is what a parliament does to a bill.
        Subject::Term(term) if term.name.english == "through" => return None,
        Subject::Term(term) => {
            let names = term.own_names(language).map(|name| without_remark(name).to_owned());
            (names.collect(), CompletionKind::Term)
        }
        // What one counts points in is not in the value.
        Subject::Value(_) if written.contains("點") || written.contains("point") => return None,
        Subject::Value(value) => {
            let name = wording::in_language(language, &value)?;
            (vec![name], CompletionKind::Value)
        }
        Subject::Acronym(_) => (vec![written.to_owned()], CompletionKind::Term),
    };
    let is_date = matches!(subject, Subject::Value(value) if value.kind.is_date());
    Some(MissingItem { names, written: written.to_owned(), place, kind, is_date })
}

/// The name without the remark that distinguishes it in a list: `Ministry of Defense` of `Ministry of Defense (Japan)`.
fn without_remark(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(name, _)| name)
}

/// Keywords that the partner names outside its items: the correspondence answers for those, and a keyword inside a longer
/// name is not meant (西亞 in 馬來西亞).
fn keywords_of(language: Language, own: &str, partner: &str, items: &[&Item], house: &House) -> Vec<MissingItem> {
    let is_free = |place: Span| items.iter().all(|item| item.span.end <= place.start || place.end <= item.span.start);
    let own = own.to_lowercase();
    let mut found: Vec<MissingItem> = Vec::new();
    for keyword in house.keywords().all() {
        let names: Vec<&str> = keyword.names(language).collect();
        let place = keyword.names(language.other()).find_map(|name| match language {
            Language::Chinese => word(partner, name),
            Language::English => partner.find(name).map(|at| Span::new(at, at + name.len())),
        });
        let is_new = || names.iter().all(|name| !own.contains(&name.to_lowercase()));
        if let Some(place) = place.filter(|&place| !names.is_empty() && is_free(place) && is_new()) {
            let written = partner[place].to_owned();
            let names = names.into_iter().map(str::to_owned).collect();
            found.push(MissingItem { names, written, place, kind: CompletionKind::Term, is_date: false });
        }
    }
    longest_of_each_place(found)
}

/// 外交政策 and not 外交, where one stands in the other.
fn longest_of_each_place(mut found: Vec<MissingItem>) -> Vec<MissingItem> {
    found.sort_by_key(|offer| std::cmp::Reverse(offer.place.len()));
    let mut kept: Vec<MissingItem> = Vec::new();
    for offer in found {
        let overlaps = |other: &MissingItem| offer.place.start < other.place.end && other.place.start < offer.place.end;
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
    places.map(|at| Span::new(at, at + name.len())).find(|place| {
        let Some(written) = text.get(place.range()) else { return false };
        let same = if keeps_case { written == name } else { written.eq_ignore_ascii_case(name) };
        same && !text[..place.start].ends_with(is_latin) && !text[place.end..].starts_with(is_latin)
    })
}

/// The text without the typed part, as the question is what that part will be.
fn without(content: &str, text: Span, typed: Span) -> String {
    let before = &content[text.start..typed.start.clamp(text.start, text.end)];
    format!("{before} {}", &content[typed.end.clamp(text.start, text.end)..text.end])
}

/// Whether the cursor is inside a Latin word, to mend it.
fn is_inside_word(content: &str, offset: usize) -> bool {
    content[..offset].ends_with(is_latin) && content[offset..].starts_with(is_latin)
}

/// Characters to look back for the start of a name.
const LONGEST_NAME: usize = 48;

/// Where a name that ends at the cursor may start, the furthest first: at Han, and where a Latin word begins, but not
/// inside a date or number: the 2 of `July 2` begins no other date.
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
    starts.retain(|&start| !is_inside_value(&content[before.start..start], &content[start..]));
    starts.reverse();
    starts
}

fn is_inside_value(before: &str, rest: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    if !rest.starts_with(is_digit) {
        return false;
    }
    let mut words = before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    let (last, first) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let goes_on = before.strip_suffix(['.', ',', ':', '/']).is_some_and(|before| before.ends_with(is_digit));
    goes_on || before.ends_with(['年', '月']) || is_month(last) || is_month(first) && last.starts_with(is_digit)
}

/// A month's name, in full or its first letters.
fn is_month(word: &str) -> bool {
    word.len() >= 3 && MONTHS.iter().any(|month| key::begins(month, word))
}

/// Whether a name may begin between `before` and `first`.
fn is_start(before: char, first: char) -> bool {
    is_han(first) || (first.is_alphanumeric() || currencies().is_sign(first)) && !is_latin(before)
}

/// False for a single small letter, which begins too many words.
pub(super) fn is_worth(typed: &str) -> bool {
    let mut chars = typed.chars();
    !matches!((chars.next(), chars.next()), (Some(only), None) if only.is_ascii_lowercase())
}
