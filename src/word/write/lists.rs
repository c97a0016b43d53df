//! Lists of a file, which Word counts itself: a new one begins with each section and wherever the count breaks.

use maud::{Markup, html};

use super::{DEEPEST, MAIN, held};
use crate::word::marks::{NumberFormat, Pattern};

#[derive(Debug, Default)]
pub struct Lists {
    all: Vec<NumberedList>,
}

#[derive(Debug, Default)]
struct NumberedList {
    section: usize,
    /// Used levels, by depth.
    levels: [Option<ListLevel>; DEEPEST + 1],
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct ListLevel {
    look: MarkLook,
    gap: MarkGap,
    start: u32,
    /// The number that comes next.
    next: u32,
}

/// The gap between mark and text. Full-width marks contain their own space; a blank behind one is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MarkGap {
    Usual,
    NoneBehindWide,
    BlankBehindWide,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum MarkLook {
    /// Also a number that Word cannot count to, written as it is.
    Bullet(String),
    Number(Pattern),
}

impl Lists {
    /// Counts a point and returns the number of its list, from 1.
    pub fn of(&mut self, section: usize, depth: usize, mark: &str, gap: &str, value: Option<u32>) -> usize {
        let counted = value.and_then(|value| Some((Pattern::of(mark, value)?, value)));
        let (look, value) = match counted {
            Some((pattern, value)) => (MarkLook::Number(pattern), value),
            None => (MarkLook::Bullet(mark.to_owned()), 1),
        };
        let gap = match (mark.is_ascii() || mark == "•", gap.is_empty()) {
            (true, _) => MarkGap::Usual,
            (false, true) => MarkGap::NoneBehindWide,
            (false, false) => MarkGap::BlankBehindWide,
        };
        let level = ListLevel { look, gap, start: value, next: value };
        let goes_on = self.all.last_mut().is_some_and(|list| list.section == section && list.takes(depth, &level));
        if !goes_on {
            let mut list = NumberedList { section, ..NumberedList::default() };
            list.takes(depth, &level);
            self.all.push(list);
        }
        self.all.len()
    }

    /// `word/numbering.xml`.
    pub fn part(&self) -> Markup {
        html! {
            w:numbering xmlns:w=(MAIN) {
                @for (index, list) in self.all.iter().enumerate() {
                    w:abstractNum w:abstractNumId=(index) {
                        w:multiLevelType w:val="hybridMultilevel" {}
                        @for (depth, level) in list.levels.iter().enumerate() { (part_of_level(depth, level.as_ref())) }
                    }
                }
                @for index in 0..self.all.len() {
                    w:num w:numId=(index + 1) { w:abstractNumId w:val=(index) {} }
                }
            }
        }
    }
}

impl NumberedList {
    /// Counts a point at `depth`, if it can be the next one there.
    fn takes(&mut self, depth: usize, point: &ListLevel) -> bool {
        let level = self.levels[depth].get_or_insert_with(|| point.clone());
        if (&level.look, level.gap) != (&point.look, point.gap) {
            return false;
        }
        if matches!(level.look, MarkLook::Number(_)) && level.next != point.start {
            return false;
        }
        level.next += 1;
        // A point above begins the ones below anew.
        for deeper in self.levels[depth + 1..].iter_mut().flatten() {
            deeper.next = deeper.start;
        }
        true
    }
}

/// Indent of a level, in twentieths of a point.
const INDENT: usize = 400;

fn part_of_level(depth: usize, level: Option<&ListLevel>) -> Markup {
    let usual = ListLevel { look: MarkLook::Bullet("•".to_owned()), gap: MarkGap::Usual, start: 1, next: 1 };
    let level = level.unwrap_or(&usual);
    let (format, text) = match &level.look {
        MarkLook::Bullet(mark) => ("bullet", mark.clone()),
        MarkLook::Number(Pattern { format, before, behind }) => {
            (NumberFormat::word_name(*format), format!("{before}%{}{behind}", depth + 1))
        }
    };
    let suffix = match level.gap {
        MarkGap::Usual => None,
        MarkGap::NoneBehindWide => Some("tab"),
        MarkGap::BlankBehindWide => Some("space"),
    };
    html! {
        w:lvl w:ilvl=(depth) {
            w:start w:val=(level.start) {}
            w:numFmt w:val=(format) {}
            @if let Some(suffix) = suffix { w:suff w:val=(suffix) {} }
            w:lvlText w:val=(held(&text)) {}
            w:lvlJc w:val="left" {}
            w:pPr { w:ind w:left=(INDENT * (depth + 1)) w:hanging=(INDENT) {} }
        }
    }
}
