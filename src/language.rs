//! The two languages of a brief: detection, pairs of one thing in each, and the conventions of either.

mod both;
pub mod brackets;
mod detection;
pub mod numeral;
pub mod profile;
pub mod table;

pub use both::Both;

/// One of the two languages of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    Chinese,
    English,
}

impl Language {
    /// In the order in which a brief has them.
    pub const ALL: [Language; 2] = [Language::Chinese, Language::English];

    pub fn other(self) -> Language {
        match self {
            Language::Chinese => Language::English,
            Language::English => Language::Chinese,
        }
    }
}
