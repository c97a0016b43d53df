//! Values read out of prose: dates.

pub mod date;
