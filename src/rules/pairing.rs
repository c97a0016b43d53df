//! Rules about which point belongs to which.

pub mod count;
pub mod depth;
pub mod lead;
pub mod merged;
mod numbering;
pub mod order;
mod partners;
pub mod unpaired;
pub mod untranslated;

pub(super) use partners::says_enough;
pub use partners::{Pairing, Partners};
