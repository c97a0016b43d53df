//! What stands beside what: the texts of both sections as rows, each with what answers it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::brief::{Brief, Language, Section};
use crate::pairing::{Alignment, Crossing};
use crate::rules::Context;
use crate::rules::pairing::Partners;
use crate::text::Span;

/// Texts that answer each other, in order of each side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub chinese: Vec<Entry>,
    pub english: Vec<Entry>,
    /// It stands elsewhere on one side than on the other.
    pub is_crossed: bool,
}

/// A paragraph or point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub role: Role,
    pub text: Span,
    pub lines: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Lead,
    /// `number` counts from 1, `depth` is 0 for a point of the section, 1 for its child…
    Point {
        number: usize,
        depth: usize,
    },
    /// A paragraph behind the first point.
    Extra,
}

impl Row {
    pub fn is_lone(&self) -> bool {
        self.chinese.is_empty() != self.english.is_empty()
    }

    /// Whether one text answers several.
    pub fn is_merged(&self) -> bool {
        let is_point = |entry: &Entry| matches!(entry.role, Role::Point { .. });
        let points = |entries: &[Entry]| entries.iter().filter(|entry| is_point(entry)).count();
        points(&self.chinese) + points(&self.english) > 2
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.chinese.iter().chain(&self.english)
    }
}

/// The rows of a brief: the leads, then points and paragraphs in Chinese order, with what English has alone where it
/// stands there.
pub fn rows(cx: &Context) -> Vec<Row> {
    let chinese = Side::of(cx.brief, Language::Chinese);
    let english = Side::of(cx.brief, Language::English);
    let mut rows = Vec::new();
    if !chinese.lead.is_empty() || !english.lead.is_empty() {
        rows.push(Row { chinese: chinese.lead.clone(), english: english.lead.clone(), is_crossed: false });
    }
    rows.extend(in_order(&chinese.rest, &english.rest, &bonds(cx, &chinese, &english)));
    rows
}

/// One section, its parts in the order of the text.
#[derive(Default)]
struct Side {
    lead: Vec<Entry>,
    rest: Vec<Entry>,
}

impl Side {
    fn of(brief: &Brief, language: Language) -> Side {
        let Some(section) = brief.section(language) else {
            return Side::default();
        };
        let lead =
            section.lead.iter().map(|lead| Entry { role: Role::Lead, text: lead.text, lines: lead.lines.clone() });
        Side { lead: lead.collect(), rest: rest(section) }
    }

    /// Places in `rest` of the points, and of the other paragraphs.
    fn places(&self, wanted: fn(Role) -> bool) -> Vec<usize> {
        (0..self.rest.len()).filter(|&at| wanted(self.rest[at].role)).collect()
    }
}

fn rest(section: &Section) -> Vec<Entry> {
    let points = section.points.iter().enumerate().map(|(index, point)| Entry {
        role: Role::Point { number: index + 1, depth: point.depth },
        text: point.text,
        lines: point.lines.clone(),
    });
    let extra =
        section.extra.iter().map(|extra| Entry { role: Role::Extra, text: extra.text, lines: extra.lines.clone() });
    let mut rest: Vec<Entry> = points.chain(extra).collect();
    rest.sort_by_key(|entry| entry.lines.start);
    rest
}

/// Places on both sides that belong together.
struct Bond {
    chinese: Vec<usize>,
    english: Vec<usize>,
    is_crossed: bool,
}

/// Points as the pairing has them, extra paragraphs one by one where both sides have equally many.
fn bonds(cx: &Context, chinese: &Side, english: &Side) -> Vec<Bond> {
    let is_point = |role| matches!(role, Role::Point { .. });
    let (zh, en) = (chinese.places(is_point), english.places(is_point));
    let mut bonds: Vec<Bond> = pairing(cx.partners(), zh.len(), en.len());
    for bond in &mut bonds {
        bond.chinese.iter_mut().for_each(|at| *at = zh[*at]);
        bond.english.iter_mut().for_each(|at| *at = en[*at]);
    }
    let is_extra = |role| matches!(role, Role::Extra);
    let (zh, en) = (chinese.places(is_extra), english.places(is_extra));
    if zh.len() == en.len() {
        bonds.extend(zh.into_iter().zip(en).map(Bond::of_two));
    }
    bonds
}

impl Bond {
    fn of_two((chinese, english): (usize, usize)) -> Bond {
        Bond { chinese: vec![chinese], english: vec![english], is_crossed: false }
    }
}

/// By what the points say; by place where that tells nothing, and for points that are compared with none.
fn pairing(partners: Option<&Partners>, chinese: usize, english: usize) -> Vec<Bond> {
    let by_place = || (0..chinese.min(english)).map(|at| Bond::of_two((at, at)));
    let Some(partners) = partners.filter(|partners| partners.is_telling) else {
        return by_place().collect();
    };
    let mut bonds = aligned(&partners.alignment);
    if partners.is_even() {
        let alignment = &partners.alignment;
        let judged = |side: fn(&Bond) -> &Vec<usize>, lone: &[usize]| -> BTreeSet<usize> {
            bonds.iter().flat_map(side).chain(lone).copied().collect()
        };
        let zh = judged(|bond| &bond.chinese, &alignment.lone_chinese);
        let en = judged(|bond| &bond.english, &alignment.lone_english);
        bonds.extend(by_place().filter(|bond| !zh.contains(&bond.chinese[0]) && !en.contains(&bond.english[0])));
    }
    bonds
}

fn aligned(alignment: &Alignment) -> Vec<Bond> {
    let crossed: BTreeSet<usize> = (alignment.crossings.iter())
        .flat_map(|crossing| match *crossing {
            Crossing::Swapped(one, other) => vec![one, other],
            Crossing::Moved(bead) => vec![bead],
        })
        .collect();
    let bond = |(index, bead): (usize, &crate::pairing::Bead)| Bond {
        chinese: bead.chinese.clone().collect(),
        english: bead.english.clone().collect(),
        is_crossed: crossed.contains(&index),
    };
    alignment.beads.iter().enumerate().map(bond).collect()
}

fn in_order(chinese: &[Entry], english: &[Entry], bonds: &[Bond]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    // The row that each English entry is in, once it is in one.
    let mut row_of: Vec<Option<usize>> = vec![None; english.len()];
    let mut bound = vec![false; chinese.len()];
    for at in 0..chinese.len() {
        if bound[at] {
            continue;
        }
        let mut row = Row { chinese: vec![chinese[at].clone()], ..Row::default() };
        if let Some(bond) = bonds.iter().find(|bond| bond.chinese.contains(&at)) {
            bond.chinese.iter().for_each(|&at| bound[at] = true);
            bond.english.iter().for_each(|&at| row_of[at] = Some(rows.len()));
            row = bond.row(chinese, english);
        }
        rows.push(row);
    }
    with_lone_english(rows, english, &row_of)
}

/// Puts each English entry without a row behind the row of the one above it.
fn with_lone_english(rows: Vec<Row>, english: &[Entry], row_of: &[Option<usize>]) -> Vec<Row> {
    let mut first: Vec<Row> = Vec::new();
    let mut behind: Vec<Vec<Row>> = rows.iter().map(|_| Vec::new()).collect();
    let mut above = None;
    for (entry, row) in english.iter().zip(row_of) {
        if row.is_some() {
            above = *row;
            continue;
        }
        let place = above.map_or(&mut first, |above| &mut behind[above]);
        place.push(Row { english: vec![entry.clone()], ..Row::default() });
    }
    let followed = rows.into_iter().zip(behind).flat_map(|(row, behind)| std::iter::once(row).chain(behind));
    first.into_iter().chain(followed).collect()
}

impl Bond {
    fn row(&self, chinese: &[Entry], english: &[Entry]) -> Row {
        let taken = |entries: &[Entry], places: &[usize]| places.iter().map(|&at| entries[at].clone()).collect();
        Row {
            chinese: taken(chinese, &self.chinese),
            english: taken(english, &self.english),
            is_crossed: self.is_crossed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::snapshot;

    /// Checks the rows: `1=2` for a pair, `x1=2` where it is crossed, `1=`, `=2` for lone ones, `0` for the lead, `+` for
    /// an extra paragraph.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let snapshot = snapshot(text);
        let cx = snapshot.contexts().next().expect("a brief");
        let shown: Vec<String> = rows(&cx).iter().map(shown).collect();
        assert_eq!(shown.join(" "), expected);
    }

    fn shown(row: &Row) -> String {
        let name = |entry: &Entry| match entry.role {
            Role::Lead => "0".to_owned(),
            Role::Extra => "+".to_owned(),
            Role::Point { number, .. } => number.to_string(),
        };
        let side = |entries: &[Entry]| entries.iter().map(name).collect::<Vec<_>>().join(",");
        format!("{}{}={}", if row.is_crossed { "x" } else { "" }, side(&row.chinese), side(&row.english))
    }

    const JAPAN: (&str, &str) = ("  • 日本向美國購買飛彈。\n", "  • Japan buys missiles from the United States.\n");
    const AUSTRALIA: (&str, &str) = ("  • 澳洲建造核子動力潛艦。\n", "  • Australia builds nuclear submarines.\n");
    const INDIA: (&str, &str) =
        ("  • 印度與法國簽署能源協定。\n", "  • India signs an energy agreement with France.\n");

    fn brief(chinese: &[&str], english: &[&str]) -> String {
        format!("摘要:\n亞洲。\n{}\nSummary:\nAsia.\n{}", chinese.concat(), english.concat())
    }

    #[test]
    fn partners_stand_beside_each_other() {
        check(&brief(&[JAPAN.0, INDIA.0], &[JAPAN.1, INDIA.1]), "0=0 1=1 2=2");
        check(&brief(&[], &[]), "0=0");
    }

    #[test]
    fn what_stands_crosswise_is_put_together_and_marked() {
        let swapped = brief(&[JAPAN.0, AUSTRALIA.0, INDIA.0], &[AUSTRALIA.1, JAPAN.1, INDIA.1]);
        check(&swapped, "0=0 x1=2 x2=1 3=3");
    }

    #[test]
    fn what_has_no_partner_stands_alone_in_its_place() {
        check(&brief(&[JAPAN.0, AUSTRALIA.0, INDIA.0], &[JAPAN.1, INDIA.1]), "0=0 1=1 2= 3=2");
        check(&brief(&[JAPAN.0, INDIA.0], &[AUSTRALIA.1, JAPAN.1, INDIA.1]), "0=0 =1 1=2 2=3");
    }

    #[test]
    fn empty_points_stay_in_their_row() {
        check("摘要:\n  • 日本購買飛彈。\n  •\n\nSummary:\n  • Japan buys missiles.\n  • More.\n", "1=1 2=2");
        check("摘要:\n  •\n\nSummary:\n", "1=");
    }

    #[test]
    fn other_paragraphs_stay_where_they_are() {
        let text = brief(&[JAPAN.0, "\n印度。\n"], &[JAPAN.1, "\nIndia.\n"]);
        check(&text, "0=0 1=1 +=+");
        check(&brief(&[JAPAN.0, "\n印度。\n"], &[JAPAN.1]), "0=0 1=1 +=");
        check("摘要:\n甲\n", "0=");
    }
}
