//! Rules about the marks and lines of points, each section by itself.

pub mod duplicate;
pub mod empty;
mod messages;
pub mod mixed_marks;
pub mod wrapped;

use super::{Finding, Group};
use crate::brief::Language;

pub static GROUP: Group =
    Group { name: "points", rules: &[&empty::RULE, &duplicate::RULE, &mixed_marks::RULE, &wrapped::RULE] };

/// Lets `finding` speak of one point of one section: 1 is the first, 0 the lead.
pub(super) fn about(finding: Finding, language: Language, number: usize) -> Finding {
    match language {
        Language::Chinese => finding.points(vec![number], Vec::new()),
        Language::English => finding.points(Vec::new(), vec![number]),
    }
}
