//! Rules about the marks and lines of points, each section by itself.

pub mod duplicate;
pub mod empty;
mod messages;
pub mod mixed_marks;
pub mod wrapped;

use super::Group;

pub static GROUP: Group =
    Group { name: "points", rules: &[&empty::RULE, &duplicate::RULE, &mixed_marks::RULE, &wrapped::RULE] };
