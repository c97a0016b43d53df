//! Values read out of prose: dates, lists of keywords.

pub mod date;
pub mod keyword_list;
