//! Values read out of prose in either language: numbers, dates, acronyms, addresses; lists of authors, sources and
//! keywords.

pub mod address;
pub mod amount;
pub mod author_list;
mod characters;
pub mod chinese;
mod chinese_numeral;
pub mod date;
pub mod date_format;
pub mod english;
pub mod keyword_list;
pub mod keyword_reading;
pub mod lone_mark;
pub mod matching;
pub mod point_end;
pub mod source_flaw;
pub mod source_list;
pub mod spelling_choice;
pub mod value;
mod value_memo;
pub mod wording;

#[cfg(test)]
mod tests;

pub use value_memo::{ValueMemo, values};

/// English names of the months in lower case, for both readers of dates.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
