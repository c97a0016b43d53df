//! Things that can be spelt in two ways, their places in a text, and the other way to spell each.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::Language;
use crate::language::brackets::{is_between, is_in_title};
use crate::reading::address::{addresses, in_any};
use crate::text::{Edit, Span, is_blank, is_han};

/// A thing that is spelt in two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alternation {
    /// 台 or 臺 for Taiwan and its cities.
    Tai,
    /// Han beside digits: tight or with a blank.
    Digits,
    /// Han beside Latin letters: tight or with a blank.
    Letters,
    /// `US` or `U.S.`; the letter tells which country or body it is.
    Dotted(char),
    /// `%` or ` percent`.
    Percent,
    /// Straight or curly.
    Quotes,
    /// Years with a hyphen or a dash between.
    Years,
}

/// One of the two ways, at a place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpellingChoice {
    pub span: Span,
    pub alternation: Alternation,
    /// The second of the two ways.
    pub is_second: bool,
}

impl SpellingChoice {
    /// All in a text of that language.
    pub fn all_in(text: &str, language: Language) -> Vec<SpellingChoice> {
        let mut found = match language {
            Language::Chinese => [tai(text), gaps(text)].concat(),
            Language::English => [quotes(text), patterns(text)].concat(),
        };
        let addresses = addresses(text, Span::new(0, text.len()));
        found.retain(|choice| !in_any(&addresses, choice.span.start));
        found
    }

    /// The choice with `base` bytes added to its place.
    pub fn shift(self, base: usize) -> SpellingChoice {
        SpellingChoice { span: self.span.shift(base), ..self }
    }

    /// The edit of `text` that spells it the other way.
    pub fn other_way(self, text: &str) -> Option<Edit> {
        let SpellingChoice { span, alternation, is_second } = self;
        let here = &text[span];
        let other = match (alternation, is_second) {
            (Alternation::Tai, second) => (if second { "台" } else { "臺" }).to_owned(),
            // The characters on both sides may belong to other gaps: 2月1 月.
            (Alternation::Digits | Alternation::Letters, true) => return blank(text, span).map(Edit::delete),
            (Alternation::Digits | Alternation::Letters, false) => {
                let first = here.chars().next()?.len_utf8();
                return Some(Edit::insert(span.start + first, " "));
            }
            (Alternation::Dotted(_), second) => return Some(dotted(text, span, second)),
            (Alternation::Percent, true) => format!("{}%", here.split(is_blank).next()?),
            (Alternation::Percent, false) => format!("{} percent", here.strip_suffix('%')?.trim_end()),
            (Alternation::Quotes, second) => other_quote(text, span, second)?,
            (Alternation::Years, true) => here.replace('–', "-"),
            (Alternation::Years, false) => here.replace('-', "–"),
        };
        Some(Edit::replace(span, other))
    }
}

/// The blank between two characters.
fn blank(text: &str, span: Span) -> Option<Span> {
    let (at, blank) = text[span].match_indices(is_blank).next()?;
    Some(Span::new(at, at + blank.len()).shift(span.start))
}

/// 台 and 臺 before what makes them Taiwan or one of its cities, but for names with one spelling of their own.
fn tai(text: &str) -> Vec<SpellingChoice> {
    const PLACES: &str = "灣北中南東海澎商獨幣";
    const NAMES: [&str; 18] = [
        "灣大學",
        "灣師範",
        "灣銀行",
        "灣省",
        "灣鐵路",
        "灣證券",
        "灣民眾黨",
        "灣團結",
        "灣基進",
        "灣積體",
        "灣電力",
        "灣大哥大",
        "灣高速",
        "灣高等",
        "灣土地",
        "灣智庫",
        "北大學",
        "南大學",
    ];
    let place = |(at, tai): (usize, &str)| {
        let rest = &text[at + tai.len()..];
        let counts = rest.starts_with(|c| PLACES.contains(c)) && !NAMES.iter().any(|name| rest.starts_with(name));
        let span = Span::new(at, at + tai.len());
        let choice = SpellingChoice { span, alternation: Alternation::Tai, is_second: tai == "臺" };
        // What is quoted stands as it was written elsewhere.
        let is_cited = || is_in_title(text, span) || is_between(text, span, &[('「', '」'), ('『', '』')]);
        (counts && !text[..at].ends_with("國立") && !is_cited()).then_some(choice)
    };
    text.match_indices(['台', '臺']).filter_map(place).collect()
}

/// Where Han meets a digit or Latin letter: both characters, and the blank between.
fn gaps(text: &str) -> Vec<SpellingChoice> {
    let mut found = Vec::new();
    let mut last: Option<(usize, char)> = None;
    let mut blanks = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, ' ' | '\u{a0}') {
            blanks += 1;
            continue;
        }
        let meeting = last.and_then(|(_, last)| meeting(last, c));
        if let (Some(alternation), Some((start, _)), 0 | 1) = (meeting, last, blanks) {
            let span = Span::new(start, at + c.len_utf8());
            if !is_part_of_word(text, span) {
                found.push(SpellingChoice { span, alternation, is_second: blanks == 1 });
            }
        }
        (last, blanks) = (Some((at, c)), 0);
    }
    found
}

/// Whether the letter or number at one end of `span` belongs to a word that is written one way only: Q彈, X 光, and the
/// number of `ROCK STAR 2`.
fn is_part_of_word(text: &str, span: Span) -> bool {
    let is_western = |c: char| c.is_ascii_alphanumeric();
    let west = match text[span].starts_with(is_western) {
        true => Span::new(text[..span.start].trim_end_matches(is_western).len(), span.start + 1),
        false => {
            let start = span.end - 1;
            Span::new(start, text.len() - text[start..].trim_start_matches(is_western).len())
        }
    };
    let word = &text[west];
    let is_letter = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic());
    let ends_name =
        || text[..west.start].strip_suffix(' ').is_some_and(|it| it.ends_with(|c: char| c.is_ascii_alphabetic()));
    is_letter || word.bytes().all(|b| b.is_ascii_digit()) && ends_name()
}

fn meeting(left: char, right: char) -> Option<Alternation> {
    let other = match (is_han(left), is_han(right)) {
        (true, false) => right,
        (false, true) => left,
        _ => return None,
    };
    match other {
        '0'..='9' => Some(Alternation::Digits),
        'A'..='Z' | 'a'..='z' => Some(Alternation::Letters),
        _ => None,
    }
}

fn patterns(text: &str) -> Vec<SpellingChoice> {
    static PATTERN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?x)
            (?<plain>\b(?:US|UK|UN|EU)\b) | (?<dotted>\b(?:U\.S|U\.K|U\.N|E\.U)\.)
            | (?<sign>\b\d[\d,.]*\ ?%) | (?<word>\b\d[\d,.]*[\ \u{a0}]per\ ?cent\b)
            | (?<hyphen>\b[12]\d{3}-[12]\d{3}\b) | (?<dash>\b[12]\d{3}–[12]\d{3}\b)",
        )
        .expect("a pattern")
    });
    if !text.contains(['U', '%', '-', '–']) && !text.contains("per") {
        return Vec::new();
    }
    let choice = |found: regex::Captures| {
        let span = |name| found.name(name).map(|part| Span::new(part.start(), part.end()));
        let of = |span: Span, alternation, is_second| Some(SpellingChoice { span, alternation, is_second });
        let body = |span: Span| Alternation::Dotted(text[span].replace('.', "").chars().nth(1).unwrap_or_default());
        if let Some(plain) = span("plain") {
            return if is_name(text, plain) { None } else { of(plain, body(plain), false) };
        }
        if let Some(dotted) = span("dotted") {
            let goes_on = text[dotted.end..].starts_with(|c: char| c.is_alphanumeric() || c == '.');
            return if goes_on { None } else { of(dotted, body(dotted), true) };
        }
        None.or_else(|| of(span("sign")?, Alternation::Percent, false))
            .or_else(|| of(span("word")?, Alternation::Percent, true))
            .or_else(|| of(span("hyphen")?, Alternation::Years, false))
            .or_else(|| of(span("dash")?, Alternation::Years, true))
    };
    PATTERN.captures_iter(text).filter_map(choice).collect()
}

/// Money, a company, or a word in a line of capitals.
fn is_name(text: &str, span: Span) -> bool {
    let is_capitals = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let rest = &text[span.end..];
    let next = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let before = text[..span.start].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let in_capitals = rest.starts_with(' ') && is_capitals(next) && is_capitals(before);
    rest.starts_with(['$', '.', '&']) && !rest.starts_with(". ") && rest != "."
        || in_capitals
        || matches!(next, "Steel" | "Airways" | "Open" | "Today")
}

/// `U.S.` for `US` and back. The stop of a sentence is the last dot as well.
fn dotted(text: &str, span: Span, is_dotted: bool) -> Edit {
    let rest = &text[span.end..];
    let letters: Vec<String> = text[span].chars().filter(|c| c.is_ascii_alphabetic()).map(String::from).collect();
    if !is_dotted {
        let swallowed = usize::from(rest.starts_with('.'));
        return Edit::replace(Span::new(span.start, span.end + swallowed), letters.join(".") + ".");
    }
    let ends_sentence = rest.trim_start_matches(['”', '"', ')', '’', '\'']).is_empty()
        || rest.starts_with(['\n', '\r'])
        || ["The ", "This ", "These ", "It ", "Its ", "In ", "But ", "However", "A ", "An ", "As ", "While "]
            .iter()
            .any(|word| rest.trim_start().starts_with(word));
    Edit::replace(span, letters.concat() + if ends_sentence { "." } else { "" })
}

/// Apostrophes between letters and double quotation marks; those of feet and inches are neither.
fn quotes(text: &str) -> Vec<SpellingChoice> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '\'' | '’' | '‘' | '"' | '“' | '”')) {
        let before = text[..at].chars().next_back();
        if matches!(c, '\'' | '"') && before.is_some_and(|c| c.is_ascii_digit()) {
            continue;
        }
        let span = Span::new(at, at + c.len_utf8());
        found.push(SpellingChoice { span, alternation: Alternation::Quotes, is_second: !matches!(c, '\'' | '"') });
    }
    found
}

fn other_quote(text: &str, span: Span, is_curly: bool) -> Option<String> {
    let c = text[span].chars().next()?;
    if is_curly {
        return Some((if matches!(c, '“' | '”') { "\"" } else { "'" }).to_owned());
    }
    let before = text[..span.start].chars().next_back();
    let behind = text[span.end..].chars().next();
    let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '“' | '‘' | '"'));
    // ’90s has lost its beginning.
    let is_year = c == '\'' && behind.is_some_and(|c| c.is_ascii_digit());
    Some(
        match (c, opens && !is_year) {
            ('"', true) => "“",
            ('"', false) => "”",
            (_, true) => "‘",
            (_, false) => "’",
        }
        .to_owned(),
    )
}
