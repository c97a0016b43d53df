//! Paragraph styles of a Word file, as far as they make list items.

use std::collections::HashMap;

use super::xml::{self, Damaged, Node};

#[derive(Debug, Default)]
pub struct Styles {
    by_name: HashMap<String, Style>,
}

/// A paragraph style. Word localises the id of a built-in style but not its name.
#[derive(Debug, Default)]
struct Style {
    name: Option<String>,
    based_on: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
}

/// Longest chain of styles based on each other; a file may hold a circle.
const LONGEST_CHAIN: usize = 20;

pub fn read(part: &str) -> Result<Styles, Damaged> {
    let mut styles = Styles::default();
    let mut current: Option<(String, Style)> = None;
    xml::walk(part, |node| match (node, &mut current) {
        (Node::Open("style", element), _) => {
            current = xml::attribute(element, "styleId").map(|name| (name, Style::default()));
        }
        (Node::Open("name", element), Some((_, style))) => style.name = xml::value(element),
        (Node::Open("basedOn", element), Some((_, style))) => style.based_on = xml::value(element),
        (Node::Open("numId", element), Some((_, style))) => style.list = xml::number(element),
        (Node::Open("ilvl", element), Some((_, style))) => style.level = xml::number(element),
        (Node::Close("style"), _) => styles.by_name.extend(current.take()),
        _ => {}
    })?;
    Ok(styles)
}

impl Styles {
    /// List of a style's paragraphs, and the level if the style gives it.
    pub fn list(&self, name: &str) -> Option<(u32, Option<u32>)> {
        let list = self.chain(name).find_map(|style| style.list)?;
        Some((list, self.chain(name).find_map(|style| style.level)))
    }

    /// Depth of a style's paragraphs if it is, or is based on, one of Word's such as `List Bullet 2`. Each of these has
    /// a list of its own with a single level, so that only the name tells the depth.
    pub fn depth(&self, name: &str) -> Option<u32> {
        let named = self.chain(name).filter_map(|style| style.name.as_deref()).find_map(depth_of);
        named.or_else(|| depth_of(name))
    }

    /// A style and those that it is based on.
    fn chain(&self, name: &str) -> impl Iterator<Item = &Style> {
        let above = |style: &&Style| self.by_name.get(style.based_on.as_ref()?);
        std::iter::successors(self.by_name.get(name), above).take(LONGEST_CHAIN)
    }
}

/// Depth by name: 2 for `List Bullet 3` and `ListNumber3`, 0 without a number.
fn depth_of(name: &str) -> Option<u32> {
    let name = name.to_ascii_lowercase().replace([' ', '-'], "");
    let number = ["listbullet", "listnumber"].iter().find_map(|list| name.strip_prefix(list))?;
    match number.as_bytes() {
        [] => Some(0),
        [digit @ b'2'..=b'5'] => Some(u32::from(digit - b'1')),
        _ => None,
    }
}
