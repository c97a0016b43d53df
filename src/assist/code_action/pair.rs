//! Actions on a pair as a whole: move, insert, delete; and on two points of one language.
//!
//! A pair moves in both languages at once, children and all, so only pairs that are certain are moved, past pairs that
//! are certain. Each change is tried on the text before it is offered: it must leave every text of the brief.

use super::blocks::{Blocks, texts};
use super::{Action, ActionKind};
use crate::assist::messages::Message;
use crate::assist::partner::{SegmentAtCursor, segment_at};
use crate::bitext::Trust;
use crate::brief::{Section, SegmentPosition};
use crate::language::{Both, Language};
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::{Edit, Span};

/// The changes that are offered where `span` is selected.
pub(super) fn actions(snapshot: &Snapshot, span: Span) -> Vec<Action<'_>> {
    let Some(at) = segment_at(snapshot, span.start) else { return Vec::new() };
    let Some(pairs) = PairBlocks::of(&at.cx) else { return Vec::new() };
    let mut found = Vec::new();
    match at.segment.position {
        SegmentPosition::Lead(_) => found.extend(pairs.insert_first(at.segment.language)),
        SegmentPosition::Point(index) => {
            if let Some(pair) = pairs.pair_of(at.segment.language, index) {
                found.extend(
                    [pairs.moved(pair, Direction::Up), pairs.moved(pair, Direction::Down)].into_iter().flatten(),
                );
                found.extend(pairs.insert_below(pair, at.segment.language));
                found.extend(pairs.delete(pair));
            }
            found.extend(swap(&at, index, span));
        }
        SegmentPosition::Extra(_) => {}
    }
    found
}

#[derive(Clone, Copy)]
enum Direction {
    Up,
    Down,
}

/// The blocks of both halves, and the pairs that can be changed.
struct PairBlocks<'a> {
    cx: &'a Context<'a>,
    blocks: Both<Blocks<'a>>,
    /// Indices of the points of each certain pair.
    certain: Vec<Both<usize>>,
}

impl<'a> PairBlocks<'a> {
    fn of(cx: &'a Context<'a>) -> Option<PairBlocks<'a>> {
        let sections = cx.bitext().sections()?;
        // Of several sections of a language, only the first is compared.
        if cx.brief.sections.len() != 2 {
            return None;
        }
        Some(PairBlocks { cx, blocks: sections.map(|section| Blocks { cx, section }), certain: certain(cx, sections) })
    }

    fn pair_of(&self, language: Language, index: usize) -> Option<Both<usize>> {
        self.certain.iter().copied().find(|pair| pair[language] == index)
    }

    /// The edits of both halves, Chinese first.
    fn edits(&self, pair: Both<usize>, change: impl Fn(&Blocks<'a>, usize) -> Vec<Edit>) -> Both<Vec<Edit>> {
        self.blocks.as_ref().zip(pair).map(|(blocks, index)| change(blocks, index))
    }

    fn moved<'s>(&self, pair: Both<usize>, direction: Direction) -> Option<Action<'s>> {
        let siblings = self.blocks.as_ref().zip(pair).map(|(blocks, index)| match direction {
            Direction::Up => blocks.sibling_above(index),
            Direction::Down => blocks.sibling_below(index),
        });
        let neighbour = siblings.all().filter(|neighbour| self.certain.contains(neighbour))?;
        let moves = self.blocks.as_ref().zip(pair.zip(neighbour));
        let edits = moves.map(|(blocks, (index, neighbour))| blocks.move_past(index, neighbour));
        let title = match direction {
            Direction::Up => Message::MovePairUp,
            Direction::Down => Message::MovePairDown,
        };
        offered(self.cx, title, ActionKind::Move, edits.into_array().concat(), &[])
    }

    fn insert_below<'s>(&self, pair: Both<usize>, written: Language) -> Option<Action<'s>> {
        self.inserted(Message::InsertPairBelow, self.edits(pair, Blocks::insert_behind), written)
    }

    fn insert_first<'s>(&self, written: Language) -> Option<Action<'s>> {
        self.inserted(Message::InsertFirstPair, self.blocks.as_ref().map(Blocks::insert_first), written)
    }

    /// The cursor goes to the new point of the language that is being written.
    fn inserted<'s>(&self, title: Message, edits: Both<Vec<Edit>>, written: Language) -> Option<Action<'s>> {
        let new = edits[written].first()?.clone();
        let action = offered(self.cx, title, ActionKind::Rewrite, edits.into_array().concat(), &[])?;
        let before = action.edits.iter().filter(|edit| edit.span < new.span);
        let start = before.fold(new.span.start, |at, edit| at + edit.text.len() - edit.span.len());
        Some(Action { cursor: Some(start + new.text.trim_end_matches(['\n', '\r']).len()), ..action })
    }

    fn delete<'s>(&self, pair: Both<usize>) -> Option<Action<'s>> {
        let edits = self.edits(pair, Blocks::delete);
        let gone = self.blocks.as_ref().zip(pair).map(|(blocks, index)| {
            let family = &blocks.section.points[blocks.family(index)];
            family.iter().map(|point| self.cx.text[point.text].to_owned()).collect::<Vec<_>>()
        });
        let (edits, gone) = (edits.into_array().concat(), gone.into_array().concat());
        offered(self.cx, Message::DeletePair, ActionKind::Rewrite, edits, &gone)
    }
}

/// The pairs that are beyond doubt, both points of which stand at one depth.
fn certain(cx: &Context, sections: Both<&Section>) -> Vec<Both<usize>> {
    let Some(alignment) = cx.bitext().alignment() else { return Vec::new() };
    let beads = alignment.beads.iter().filter(|bead| !bead.is_merged() && bead.trust >= Trust::ByPlace);
    let mut pairs: Vec<Both<usize>> = beads.map(|bead| bead.points.as_ref().map(|points| points.start)).collect();
    if alignment.is_even() {
        pairs.extend(alignment.left_to_place().into_iter().map(|at| Both::new(at, at)));
    }
    pairs.sort_unstable();
    pairs.retain(|&pair| {
        let depths = sections.zip(pair).map(|(section, index)| section.points[index].depth);
        depths.chinese == depths.english
    });
    pairs
}

/// Exchanges two siblings in one language: those selected, or the one at the cursor with the next.
fn swap<'s>(at: &SegmentAtCursor, index: usize, selected: Span) -> Option<Action<'s>> {
    let (cx, section) = (&at.cx, at.section);
    let blocks = Blocks { cx, section };
    let label = cx.text[section.label.words].to_owned();
    let touched = |at: &usize| section.points[*at].mark.cover(section.points[*at].text).touches(selected);
    let touched: Vec<usize> = (0..section.points.len()).filter(touched).collect();
    let (lower, title) = match touched[..] {
        [first, last] if first == index && !selected.is_empty() => (last, Message::SwapSelected { label }),
        [_] => (blocks.sibling_below(index)?, Message::SwapWithNext { label }),
        _ => return None,
    };
    let are_siblings = blocks.sibling_below(index) == Some(lower);
    let edits = are_siblings.then(|| blocks.move_past(index, lower))?;
    offered(cx, title, ActionKind::Rewrite, edits, &[])
}

/// The action, if it changes something and leaves every text but `gone` in the brief.
fn offered<'s>(
    cx: &Context,
    title: Message,
    kind: ActionKind,
    mut edits: Vec<Edit>,
    gone: &[String],
) -> Option<Action<'s>> {
    edits.sort_by_key(|edit| edit.span);
    let mut kept = texts(cx);
    for text in gone.iter().filter(|text| !text.is_empty()) {
        kept.remove(kept.iter().position(|other| other == text)?);
    }
    // Two points of the same words change places unseen.
    let lines = cx.file.lines_span(&cx.brief.lines);
    let is_right = |after: &Context| texts(after) == kept && after.text != &cx.text[lines];
    cx.tried(&edits, is_right)?.then_some(Action {
        title: title.into(),
        kind,
        edits,
        finding: None,
        cursor: None,
        preferred: false,
    })
}
