//! The paragraph styles of a Word file, as far as they make list items.

use std::collections::HashMap;

use super::xml::{self, Damaged, Node};

#[derive(Debug, Default)]
pub struct Styles {
    by_name: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
}

/// Styles that stand on each other; a file may name a circle.
const LONGEST_CHAIN: usize = 20;

pub fn read(part: &str) -> Result<Styles, Damaged> {
    let mut styles = Styles::default();
    let mut current: Option<(String, Style)> = None;
    xml::walk(part, |node| match (node, &mut current) {
        (Node::Open("style", element), _) => {
            current = xml::attribute(element, "styleId").map(|name| (name, Style::default()));
        }
        (Node::Open("basedOn", element), Some((_, style))) => style.based_on = xml::value(element),
        (Node::Open("numId", element), Some((_, style))) => style.list = xml::number(element),
        (Node::Open("ilvl", element), Some((_, style))) => style.level = xml::number(element),
        (Node::Close("style"), _) => styles.by_name.extend(current.take()),
        _ => {}
    })?;
    Ok(styles)
}

impl Styles {
    /// The list that paragraphs of a style are in, and the level in it where the style names one.
    pub fn list(&self, name: &str) -> Option<(u32, Option<u32>)> {
        let own = std::iter::successors(self.by_name.get(name), |style| self.by_name.get(style.based_on.as_ref()?));
        let chain: Vec<&Style> = own.take(LONGEST_CHAIN).collect();
        let list = chain.iter().find_map(|style| style.list)?;
        Some((list, chain.iter().find_map(|style| style.level)))
    }
}
