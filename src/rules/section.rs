//! Rules about sections.

pub mod empty;
pub mod extra_paragraph;
pub mod label_line;
pub mod language;
mod messages;
pub mod missing;
pub mod order;

use super::Group;

pub static GROUP: Group = Group {
    name: "section",
    rules: &[&missing::RULE, &order::RULE, &empty::RULE, &label_line::RULE, &extra_paragraph::RULE, &language::RULE],
};
