//! Points that say again what one above them says.

use std::collections::HashMap;

use super::Bitext;
use super::language::is_substantial;
use crate::brief::Section;

impl Bitext<'_> {
    /// Each point of the section that repeats an earlier one, with that one, by index. Names and figures alone may stand
    /// twice.
    pub fn repeated_points(&self, section: &Section) -> Vec<(usize, usize)> {
        let mut first_of: HashMap<&str, usize> = HashMap::new();
        let mut repeated = Vec::new();
        for (at, point) in section.points.iter().enumerate() {
            let text = &self.text[point.text];
            match first_of.get(text) {
                Some(&first) => repeated.push((at, first)),
                None if is_substantial(text) => _ = first_of.insert(text, at),
                None => {}
            }
        }
        repeated
    }
}
