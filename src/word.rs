//! Word files: a brief into one, and one back into a brief.
//!
//! Both directions go line by line: a paragraph of Word is a line of the brief with its continuations, a list item is a
//! point, and numbers are counted by Word in the brief's own form, so that a brief survives the round trip unchanged.

mod marks;
mod read;
mod write;

pub use read::{Imported, read};
pub use write::document;

mod messages;
#[cfg(test)]
mod tests;
