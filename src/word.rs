//! Word files: a brief into one, and one back into a brief.
//!
//! Both ways go line by line. A paragraph of Word is a line of the brief with those that go on below it, a list item is a
//! point, and a number is counted by Word as the brief has it, so that a brief which was sent on comes back the same.

mod marks;
mod read;
mod write;

pub use read::{Imported, read};
pub use write::document;

mod messages;
#[cfg(test)]
mod tests;
