//! Lists of a Word file: the marks of each level, and their counters.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::styles::Styles;
use super::xml::{self, Damaged, Node};
use crate::brief::{BriefFile, MarkKind};
use crate::word::marks::NumberFormat;

#[derive(Debug, Default)]
pub struct Numbering {
    lists: HashMap<u32, ListInstance>,
    definitions: HashMap<u32, ListDefinition>,
    /// The last number used, by definition and level.
    counts: BTreeMap<(u32, u32), u32>,
    begun: HashSet<(u32, u32)>,
}

/// A list that paragraphs refer to.
#[derive(Debug, Default, Clone)]
struct ListInstance {
    definition: u32,
    starts: HashMap<u32, u32>,
}

#[derive(Debug, Default)]
struct ListDefinition {
    levels: HashMap<u32, LevelDefinition>,
    /// Style whose list provides the levels.
    style_link: Option<String>,
}

#[derive(Debug, Clone)]
struct LevelDefinition {
    start: u32,
    format: String,
    /// Pattern of the mark, such as `%1.`.
    text: String,
    /// Paragraph style bound to the level.
    style: Option<String>,
    /// A blank, not a tab, follows the mark.
    has_space: bool,
}

/// A bullet, for levels that a file leaves undefined.
impl Default for LevelDefinition {
    fn default() -> LevelDefinition {
        LevelDefinition { start: 1, format: "bullet".into(), text: "•".into(), style: None, has_space: false }
    }
}

/// The mark of a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemMark {
    /// With the blank behind it, if one belongs there.
    pub text: String,
    /// Depth of the item, from 0.
    pub level: u32,
}

const DEEPEST: u32 = 8;

pub fn read(part: &str) -> Result<Numbering, Damaged> {
    let mut numbering = Numbering::default();
    let (mut definition, mut list, mut level) = (0, 0, 0);
    let mut in_list = false;
    xml::walk(part, |node| {
        let Node::Open(name, element) = node else {
            in_list &= !matches!(node, Node::Close("num"));
            return;
        };
        let levels = numbering.definitions.entry(definition).or_default();
        match name {
            "abstractNum" => {
                definition = id(element, "abstractNumId");
                numbering.definitions.insert(definition, ListDefinition::default());
            }
            "num" => {
                list = id(element, "numId");
                in_list = true;
                numbering.lists.insert(list, ListInstance::default());
            }
            "lvl" | "lvlOverride" => level = id(element, "ilvl"),
            "abstractNumId" => {
                numbering.lists.entry(list).or_default().definition = xml::number(element).unwrap_or(0);
            }
            "startOverride" => {
                let start = xml::number(element).unwrap_or(1);
                numbering.lists.entry(list).or_default().starts.insert(level, start);
            }
            // A list that redefines a level looks like its definition to us.
            _ if in_list => {}
            "numStyleLink" => levels.style_link = xml::value(element),
            _ => levels.levels.entry(level).or_default().learn(name, element),
        }
    })?;
    Ok(numbering)
}

fn id(element: &quick_xml::events::BytesStart, name: &str) -> u32 {
    xml::attribute(element, name).and_then(|value| value.parse().ok()).unwrap_or(0)
}

impl LevelDefinition {
    fn learn(&mut self, name: &str, element: &quick_xml::events::BytesStart) {
        match name {
            "start" => self.start = xml::number(element).unwrap_or(1),
            "numFmt" => self.format = xml::value(element).unwrap_or_default(),
            "lvlText" => self.text = xml::value(element).unwrap_or_default(),
            "pStyle" => self.style = xml::value(element),
            "suff" => self.has_space = xml::value(element).as_deref() == Some("space"),
            _ => {}
        }
    }

    /// Mark for a number: the level's own if briefs have such marks, or else the nearest that they have.
    fn mark(&self, number: u32, level: u32) -> String {
        let own = format!("%{}", level + 1);
        let format = NumberFormat::from_word(&self.format).filter(|_| self.text.contains(&own));
        let Some(format) = format else {
            // A number may stand there as it is.
            return if is_number(&self.text) { self.text.clone() } else { "•".to_owned() };
        };
        let typed = format.number(number).map(|number| self.text.replace(&own, &number));
        let plain = NumberFormat::Decimal.number(number).map(|number| number + ".");
        [typed, plain].into_iter().flatten().find(|mark| is_number(mark)).unwrap_or_else(|| "•".to_owned())
    }
}

/// Whether briefs read `mark` as the number of a point.
fn is_number(mark: &str) -> bool {
    let text = format!("摘要:\n{mark} x");
    let file = BriefFile::read(&text);
    let point = file.briefs.iter().flat_map(|brief| &brief.sections).flat_map(|section| &section.points).next();
    point.is_some_and(|point| matches!(point.mark_kind, MarkKind::Number(_)) && text[point.mark.range()] == *mark)
}

impl Numbering {
    /// Mark of the next item of a list; `None` if there is no such list.
    pub fn next(&mut self, list: u32, level: Option<u32>, style: Option<&str>, styles: &Styles) -> Option<ItemMark> {
        let ListInstance { definition, starts } = self.lists.get(&list)?.clone();
        let definition = self.linked(definition, styles);
        let levels = &self.definitions.get(&definition)?.levels;
        let of_style = || levels.iter().find(|(_, level)| style.is_some() && level.style.as_deref() == style);
        let level = level.or_else(|| of_style().map(|(&level, _)| level)).unwrap_or(0).min(DEEPEST);
        let look = levels.get(&level).cloned().unwrap_or_default();
        let start = starts.get(&level).filter(|_| self.begun.insert((list, level)));
        let before = match start {
            Some(start) => start.saturating_sub(1),
            None => self.counts.get(&(definition, level)).copied().unwrap_or(look.start.saturating_sub(1)),
        };
        let number = before.saturating_add(1);
        self.counts.insert((definition, level), number);
        self.counts.retain(|&(other, deeper), _| other != definition || deeper <= level);
        let mark = look.mark(number, level);
        // Marks in full width bring their own space.
        let gap = if mark == "•" || mark.is_ascii() || look.has_space { " " } else { "" };
        let depth = style.and_then(|style| styles.depth(style)).filter(|_| level == 0);
        Some(ItemMark { text: mark + gap, level: depth.unwrap_or(level) })
    }

    fn linked(&self, definition: u32, styles: &Styles) -> u32 {
        let link = self.definitions.get(&definition).and_then(|definition| definition.style_link.as_ref());
        let list = link.and_then(|style| styles.list(style)).and_then(|(list, _)| self.lists.get(&list));
        list.map_or(definition, |list| list.definition)
    }
}
