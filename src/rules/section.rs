//! Rules about sections.
