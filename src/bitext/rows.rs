//! What stands beside what: the segments of both halves as rows, each with what answers it.

use std::collections::BTreeSet;

use super::Bitext;
use super::alignment::BriefAlignment;
use crate::brief::{Section, Segment, SegmentPosition};
use crate::language::{Both, Language};
use crate::pairing::Crossing;

/// Segments that answer each other, in order of each side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub segments: Both<Vec<Segment>>,
    /// It stands elsewhere on one side than on the other.
    pub is_crossed: bool,
}

impl Row {
    pub fn is_lone(&self) -> bool {
        self.segments.chinese.is_empty() != self.segments.english.is_empty()
    }

    pub fn is_lead(&self) -> bool {
        self.all().any(|segment| matches!(segment.position, SegmentPosition::Lead(_)))
    }

    /// Whether one point answers several.
    pub fn is_merged(&self) -> bool {
        self.all().filter(|segment| segment.point().is_some()).count() > 2
    }

    /// The Chinese segments, then the English ones.
    pub fn all(&self) -> impl Iterator<Item = &Segment> {
        self.segments.chinese.iter().chain(&self.segments.english)
    }
}

impl Bitext<'_> {
    /// The rows of a brief: the leads, then points and paragraphs in Chinese order, with what English has alone where it
    /// stands there.
    pub fn rows(&self) -> Vec<Row> {
        let sides = Both::from_fn(|language| self.brief.section(language).map(Side::of).unwrap_or_default());
        let leads = sides.as_ref().map(|side| side.lead.clone());
        let lead =
            (!leads.chinese.is_empty() || !leads.english.is_empty()).then(|| Row { segments: leads, ..Row::default() });
        let bonds = bonds(self.alignment(), &sides);
        lead.into_iter().chain(in_order(&sides.map(|side| side.rest), &bonds)).collect()
    }
}

/// One section, its parts in the order of the text.
#[derive(Default)]
struct Side {
    lead: Vec<Segment>,
    rest: Vec<Segment>,
}

impl Side {
    fn of(section: &Section) -> Side {
        let is_lead = |segment: &Segment| matches!(segment.position, SegmentPosition::Lead(_));
        let (lead, rest) = section.segments_in_order().into_iter().partition(is_lead);
        Side { lead, rest }
    }

    /// Indices in `rest` of the points, and of the other paragraphs.
    fn places(&self, are_points: bool) -> Vec<usize> {
        (0..self.rest.len()).filter(|&at| self.rest[at].point().is_some() == are_points).collect()
    }
}

/// Places on both sides that belong together.
struct Bond {
    places: Both<Vec<usize>>,
    is_crossed: bool,
}

impl Bond {
    fn of_two(places: Both<usize>) -> Bond {
        Bond { places: places.map(|place| vec![place]), is_crossed: false }
    }
}

/// Points as the alignment has them, extra paragraphs one by one where both sides have equally many.
fn bonds(alignment: Option<&BriefAlignment>, sides: &Both<Side>) -> Vec<Bond> {
    let points = sides.as_ref().map(|side| side.places(true));
    let mut bonds = match alignment {
        Some(alignment) => of_points(alignment),
        None => (0..points.chinese.len().min(points.english.len())).map(|at| Bond::of_two(Both::new(at, at))).collect(),
    };
    for bond in &mut bonds {
        bond.places.as_mut().zip(points.as_ref()).map(|(places, of)| places.iter_mut().for_each(|at| *at = of[*at]));
    }
    let extra = sides.as_ref().map(|side| side.places(false));
    if extra.chinese.len() == extra.english.len() {
        let pairs = extra.chinese.into_iter().zip(extra.english);
        bonds.extend(pairs.map(|(chinese, english)| Bond::of_two(Both { chinese, english })));
    }
    bonds
}

/// By what the points say; by place where that tells nothing, and for points that are compared with none.
fn of_points(alignment: &BriefAlignment) -> Vec<Bond> {
    let crossed: BTreeSet<usize> = (alignment.crossings.iter())
        .flat_map(|crossing| match *crossing {
            Crossing::Swapped(one, other) => vec![one, other],
            Crossing::Moved(bead) => vec![bead],
        })
        .collect();
    let beads = alignment.beads.iter().enumerate().map(|(index, bead)| Bond {
        places: bead.points.clone().map(Iterator::collect),
        is_crossed: crossed.contains(&index),
    });
    beads.chain(alignment.left_to_place().into_iter().map(|at| Bond::of_two(Both::new(at, at)))).collect()
}

fn in_order(rest: &Both<Vec<Segment>>, bonds: &[Bond]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    // The row that each English segment is in, once it is in one.
    let mut row_of: Vec<Option<usize>> = vec![None; rest.english.len()];
    let mut bond_of: Vec<Option<usize>> = vec![None; rest.chinese.len()];
    for (index, bond) in bonds.iter().enumerate() {
        bond.places.chinese.iter().for_each(|&at| bond_of[at] = bond_of[at].or(Some(index)));
    }
    let mut is_taken = vec![false; rest.chinese.len()];
    for at in 0..rest.chinese.len() {
        if is_taken[at] {
            continue;
        }
        rows.push(match bond_of[at].map(|index| &bonds[index]) {
            Some(bond) => {
                bond.places.chinese.iter().for_each(|&at| is_taken[at] = true);
                bond.places.english.iter().for_each(|&at| row_of[at] = Some(rows.len()));
                let segments = bond
                    .places
                    .as_ref()
                    .zip(rest.as_ref())
                    .map(|(places, of)| places.iter().map(|&at| of[at]).collect());
                Row { segments, is_crossed: bond.is_crossed }
            }
            None => {
                Row { segments: Both::of(Language::Chinese, vec![rest.chinese[at]], Vec::new()), is_crossed: false }
            }
        });
    }
    with_lone_english(rows, &rest.english, &row_of)
}

/// Puts each English segment without a row behind the row of the one above it.
fn with_lone_english(rows: Vec<Row>, english: &[Segment], row_of: &[Option<usize>]) -> Vec<Row> {
    let mut first: Vec<Row> = Vec::new();
    let mut behind: Vec<Vec<Row>> = rows.iter().map(|_| Vec::new()).collect();
    let mut above = None;
    for (&segment, row) in english.iter().zip(row_of) {
        if row.is_some() {
            above = *row;
            continue;
        }
        let place = above.map_or(&mut first, |above| &mut behind[above]);
        place.push(Row { segments: Both::of(Language::English, vec![segment], Vec::new()), is_crossed: false });
    }
    let followed = rows.into_iter().zip(behind).flat_map(|(row, behind)| std::iter::once(row).chain(behind));
    first.into_iter().chain(followed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bitext::tests::with_bitext;

    /// Checks the rows: `1=2` for a pair, `x1=2` where it is crossed, `1=`, `=2` for lone ones, `0` for the lead, `+` for
    /// an extra paragraph.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown: Vec<String> = with_bitext(text, |bitext| bitext.rows().iter().map(shown).collect());
        assert_eq!(shown.join(" "), expected);
    }

    fn shown(row: &Row) -> String {
        let name = |segment: &Segment| segment.number().map_or("+".to_owned(), |number| number.to_string());
        let sides = row.segments.as_ref().map(|side| side.iter().map(name).collect::<Vec<_>>().join(","));
        format!("{}{}={}", if row.is_crossed { "x" } else { "" }, sides.chinese, sides.english)
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
