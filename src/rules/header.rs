//! Rules about the header's labels and about which fields there are.

pub mod duplicate_field;
pub mod empty_field;
pub mod field_order;
pub mod label_form;
mod messages;
pub mod missing_field;
pub mod unknown_field;
pub mod value_on_next_line;

use std::ops::Range;

use super::Group;
use crate::brief::{BriefFile, Field, LineKind};

pub static GROUP: Group = Group {
    name: "header",
    rules: &[
        &missing_field::RULE,
        &empty_field::RULE,
        &duplicate_field::RULE,
        &unknown_field::RULE,
        &field_order::RULE,
        &label_form::RULE,
        &value_on_next_line::RULE,
    ],
};

/// The lines of a field: its label, its value, and unlabelled lines directly below.
fn lines_of(file: &BriefFile, field: &Field) -> Range<usize> {
    let below = file.lines[field.value_line + 1..].iter();
    let attached = below.take_while(|line| line.kind == LineKind::Loose).count();
    field.line..field.value_line + 1 + attached
}
