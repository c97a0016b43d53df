//! What can be done with a pair as a whole: move it, insert one, delete it; and with two points of one language.
//!
//! A pair moves in both languages at once, children and all, so only pairs that are certain are moved, past pairs that
//! are certain. Each change is tried on the text before it is offered: it must leave every text of the brief.

use super::blocks::{Blocks, texts};
use super::{Action, ActionKind};
use crate::assist::messages::Message;
use crate::assist::partner::{SegmentAt, segment_at};
use crate::bitext::Trust;
use crate::brief::{Language, Section, SegmentPosition};
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::{Edit, Span};

/// The changes that are offered where `span` is selected.
pub(super) fn actions(snapshot: &Snapshot, span: Span) -> Vec<Action<'_>> {
    let Some(at) = segment_at(snapshot, span.start) else { return Vec::new() };
    let Some(sides) = Sides::of(&at.cx) else { return Vec::new() };
    let mut found = Vec::new();
    match at.segment.position {
        SegmentPosition::Lead(_) => found.extend(sides.insert_first(at.segment.language)),
        SegmentPosition::Point(index) => {
            if let Some(pair) = sides.pair_of(at.segment.language, index) {
                found.extend([sides.moved(pair, Way::Up), sides.moved(pair, Way::Down)].into_iter().flatten());
                found.extend(sides.insert_below(pair, at.segment.language));
                found.extend(sides.delete(pair));
            }
            found.extend(swap(&at, index, span));
        }
        SegmentPosition::Extra(_) => {}
    }
    found
}

/// Indices of a Chinese point and of the English one that answers it.
type Pair = (usize, usize);

#[derive(Clone, Copy)]
enum Way {
    Up,
    Down,
}

/// Both halves of a brief.
struct Sides<'a> {
    cx: &'a Context<'a>,
    chinese: Blocks<'a>,
    english: Blocks<'a>,
    certain: Vec<Pair>,
}

impl<'a> Sides<'a> {
    fn of(cx: &'a Context<'a>) -> Option<Sides<'a>> {
        let section = |language| cx.brief.section(language);
        let (chinese, english) = (section(Language::Chinese)?, section(Language::English)?);
        // Of several sections of a language, only the first is compared.
        if cx.brief.sections.len() != 2 {
            return None;
        }
        let certain = certain(cx, chinese, english);
        Some(Sides { cx, chinese: Blocks { cx, section: chinese }, english: Blocks { cx, section: english }, certain })
    }

    fn pair_of(&self, language: Language, index: usize) -> Option<Pair> {
        let own = |&(zh, en): &Pair| if language == Language::Chinese { zh } else { en };
        self.certain.iter().copied().find(|pair| own(pair) == index)
    }

    fn moved<'s>(&self, (zh, en): Pair, way: Way) -> Option<Action<'s>> {
        let neighbour = match way {
            Way::Up => (self.chinese.sibling_above(zh)?, self.english.sibling_above(en)?),
            Way::Down => (self.chinese.sibling_below(zh)?, self.english.sibling_below(en)?),
        };
        if !self.certain.contains(&neighbour) {
            return None;
        }
        let edits = [self.chinese.move_past(zh, neighbour.0), self.english.move_past(en, neighbour.1)].concat();
        let title = match way {
            Way::Up => Message::MovePairUp,
            Way::Down => Message::MovePairDown,
        };
        offered(self.cx, title, ActionKind::Move, edits, &[])
    }

    fn insert_below<'s>(&self, (zh, en): Pair, written: Language) -> Option<Action<'s>> {
        let edits = [self.chinese.insert_behind(zh), self.english.insert_behind(en)];
        self.inserted(Message::InsertPairBelow, edits, written)
    }

    fn insert_first<'s>(&self, written: Language) -> Option<Action<'s>> {
        let edits = [self.chinese.insert_first(), self.english.insert_first()];
        self.inserted(Message::InsertFirstPair, edits, written)
    }

    /// The cursor goes to the new point of the language that is being written.
    fn inserted<'s>(&self, title: Message, edits: [Vec<Edit>; 2], written: Language) -> Option<Action<'s>> {
        let new = edits[usize::from(written == Language::English)].first()?.clone();
        let action = offered(self.cx, title, ActionKind::Rewrite, edits.concat(), &[])?;
        let before = action.edits.iter().filter(|edit| edit.span < new.span);
        let start = before.fold(new.span.start, |at, edit| at + edit.text.len() - edit.span.len());
        Some(Action { cursor: Some(start + new.text.trim_end_matches(['\n', '\r']).len()), ..action })
    }

    fn delete<'s>(&self, (zh, en): Pair) -> Option<Action<'s>> {
        let edits = [self.chinese.delete(zh), self.english.delete(en)].concat();
        let gone = |blocks: &Blocks, index| -> Vec<String> {
            let family = &blocks.section.points[blocks.family(index)];
            family.iter().map(|point| self.cx.text[point.text].to_owned()).collect()
        };
        let gone = [gone(&self.chinese, zh), gone(&self.english, en)].concat();
        offered(self.cx, Message::DeletePair, ActionKind::Rewrite, edits, &gone)
    }
}

/// The pairs that nobody would doubt, both points of which stand at one depth.
fn certain(cx: &Context, chinese: &Section, english: &Section) -> Vec<Pair> {
    let Some(alignment) = cx.bitext().alignment() else { return Vec::new() };
    let beads = alignment.beads.iter().filter(|bead| !bead.is_merged() && bead.trust >= Trust::ByPlace);
    let mut pairs: Vec<Pair> = beads.map(|bead| (bead.points.chinese.start, bead.points.english.start)).collect();
    if alignment.is_even() {
        pairs.extend(alignment.left_to_place().into_iter().map(|at| (at, at)));
    }
    pairs.sort_unstable();
    pairs.retain(|&(zh, en)| chinese.points[zh].depth == english.points[en].depth);
    pairs
}

/// Exchanges two siblings in one language: those selected, or the one at the cursor with the next.
fn swap<'s>(at: &SegmentAt, index: usize, selected: Span) -> Option<Action<'s>> {
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
