//! Rules about sections.

pub mod empty;
pub mod extra_paragraph;
pub mod label_line;
pub mod language;
pub mod missing;
pub mod order;
