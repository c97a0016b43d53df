//! Rules about author names.

mod messages;
pub mod name_form;

use super::Group;

pub static GROUP: Group = Group { name: "author", rules: &[&name_form::RULE] };
