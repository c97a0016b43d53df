//! Rules about the file as a whole.

mod messages;
pub mod too_large;
