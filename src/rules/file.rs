//! Rules about the file as a whole.

pub mod too_large;
