//! Words that tell what an English number counts.

use crate::language::Language;
use crate::lexicon::{currencies, units};
use crate::reading::MONTHS;
use crate::reading::value::{Dimension, Unit};

/// The unit that a word names; `None` for every other word.
pub fn unit(word: &str) -> Option<Unit> {
    let named = |word: &str| units().by_english_name(word).or_else(|| money(word));
    named(word).or_else(|| named(word.strip_suffix('s').filter(|singular| singular.len() >= 3)?))
}

fn money(word: &str) -> Option<Unit> {
    let money = currencies().by_name(Language::English, word).or_else(|| currencies().by_code(word).map(Some))?;
    Some(Unit::of(Dimension::Money(money)))
}

/// Units of an area: behind "square".
pub fn square_unit(word: &str) -> Option<Unit> {
    let unit = unit(word)?;
    match unit.dimension {
        Dimension::Length => Some(Unit::sized(Dimension::Area, unit.size * unit.size)),
        _ => Some(Unit::of(Dimension::Customary)),
    }
}

/// The month that a written word names: its full name or the usual short form, with a capital.
pub fn month(written: &str) -> Option<u8> {
    if !written.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let is_month = |name: &&str| {
        let is_short = written.len() == 3 || (written.len() == 4 && name.starts_with("sept"));
        written.eq_ignore_ascii_case(name) || is_short && name[..written.len()].eq_ignore_ascii_case(written)
    };
    MONTHS.iter().position(is_month).map(|at| at as u8 + 1)
}

/// Whether the word is a month's name in full that means nothing else; "may" and "march" are words too, "Mar" a name.
pub fn is_plain_month(written: &str) -> bool {
    written.len() > 4 && !written.eq_ignore_ascii_case("march")
        || written.eq_ignore_ascii_case("june")
        || written.eq_ignore_ascii_case("july")
}

/// Words before "May" or "March" that make it the month.
pub fn announces_month(word: &str) -> bool {
    matches!(
        word,
        "in" | "last"
            | "next"
            | "by"
            | "since"
            | "until"
            | "till"
            | "this"
            | "early"
            | "late"
            | "mid"
            | "of"
            | "from"
            | "to"
            | "between"
            | "during"
            | "before"
            | "after"
            | "through"
            | "and"
            | "every"
    )
}

/// The value of an ordinal word.
pub fn ordinal(word: &str) -> Option<u64> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        "fortieth" => 40,
        "fiftieth" => 50,
        "sixtieth" => 60,
        "seventieth" => 70,
        "eightieth" => 80,
        "ninetieth" => 90,
        "hundredth" => 100,
        _ => return None,
    })
}

/// The denominator that a word names: the 3 of two-thirds.
pub fn denominator(word: &str) -> Option<u64> {
    match word {
        "half" | "halves" => Some(2),
        "quarter" | "quarters" => Some(4),
        _ => ordinal(word.strip_suffix('s').unwrap_or(word)).filter(|value| (3..=100).contains(value)),
    }
}

/// Words that may translate a number without being one.
pub fn faint(word: &str) -> Option<(u64, Unit)> {
    let multiple = Unit::of(Dimension::Multiple);
    Some(match word {
        "both" | "pair" | "couple" | "dual" | "twin" | "duo" | "bilateral" => (2, Unit::NONE),
        "trio" | "trilateral" | "tripartite" => (3, Unit::NONE),
        "quartet" => (4, Unit::NONE),
        "double" | "doubled" | "doubles" | "doubling" | "twofold" => (2, multiple),
        "twice" => (2, Unit::of(Dimension::Occasions)),
        "triple" | "tripled" | "triples" | "tripling" | "threefold" => (3, multiple),
        "thrice" => (3, Unit::of(Dimension::Occasions)),
        "quadruple" | "quadrupled" | "fourfold" => (4, multiple),
        "fivefold" => (5, multiple),
        "tenfold" => (10, multiple),
        "once" => (1, Unit::of(Dimension::Occasions)),
        _ => return None,
    })
}

/// Words before a number that make it a name: Boeing 747, Article 5.
pub fn is_label(word: &str) -> bool {
    matches!(
        word,
        "article"
            | "section"
            | "chapter"
            | "clause"
            | "paragraph"
            | "resolution"
            | "room"
            | "route"
            | "page"
            | "figure"
            | "table"
            | "boeing"
            | "airbus"
            | "phase"
            | "level"
            | "category"
            | "grade"
            | "type"
            | "version"
            | "no"
            | "number"
            | "part"
            | "volume"
            | "vol"
            | "nos"
            | "act"
            | "articles"
            | "sections"
            | "chapters"
            | "terminal"
            | "item"
            | "step"
            | "stage"
            | "line"
            | "episode"
            | "subparagraph"
    )
}
