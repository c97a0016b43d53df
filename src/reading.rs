//! Values read out of prose: dates.
