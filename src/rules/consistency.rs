//! Rules about what the briefs of an archive write in the same way. A brief by itself breaks none of them.

pub mod term;
