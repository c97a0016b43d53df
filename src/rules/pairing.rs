//! Rules about which point belongs to which.

pub mod count;
pub mod depth;
pub mod foreign;
pub mod lead;
pub mod merged;
mod messages;
mod numbering;
pub mod order;
pub mod unpaired;
pub mod untranslated;

use super::Group;

pub static GROUP: Group = Group {
    name: "pairing",
    rules: &[
        &foreign::RULE,
        &count::RULE,
        &unpaired::RULE,
        &order::RULE,
        &merged::RULE,
        &lead::RULE,
        &depth::RULE,
        &untranslated::RULE,
    ],
};
