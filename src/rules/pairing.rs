//! Rules about which point belongs to which.

pub mod count;
