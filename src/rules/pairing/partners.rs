//! The pairing that all rules of a brief share: which points take part in it, and whether it is to be believed.

use std::sync::{Arc, OnceLock};

use crate::brief::{Language, Section};
use crate::pairing::{Alignment, Bead, Scores, align_after};
use crate::rules::Context;
use crate::rules::pairing::untranslated;
use crate::text::is_han;

/// The partners of a brief, worked out when first asked for; nothing while one of its sections has none.
#[derive(Debug, Default)]
pub struct Pairing {
    partners: OnceLock<Option<Partners>>,
    /// Of an earlier version of the brief.
    before: Option<Arc<Scores>>,
}

impl Pairing {
    pub fn partners(&self, cx: &Context) -> Option<&Partners> {
        self.partners.get_or_init(|| Partners::of(cx, self.before.as_deref())).as_ref()
    }

    /// That of the brief's next version: how points scored helps to score them again.
    pub fn next(&self) -> Pairing {
        let own = self.partners.get().and_then(Option::as_ref).map(|partners| Arc::clone(&partners.scores));
        Pairing { before: own.or_else(|| self.before.clone()), ..Pairing::default() }
    }
}

/// How a brief's points go together, by index.
#[derive(Debug, Clone)]
pub struct Partners {
    pub alignment: Alignment,
    pub chinese: usize,
    pub english: usize,
    /// Enough points have a partner to say which have none.
    pub is_telling: bool,
    scores: Arc<Scores>,
}

/// Ideographs, and words, below which a text says too little to miss its partner.
const FEWEST_HAN: usize = 4;
const FEWEST_WORDS: usize = 3;

impl Partners {
    fn of(cx: &Context, before: Option<&Scores>) -> Option<Partners> {
        let chinese = cx.brief.section(Language::Chinese)?;
        let english = cx.brief.section(Language::English)?;
        if !has_text(chinese) || !has_text(english) {
            return None;
        }
        let (zh, en) = taking_part(cx, chinese, english);
        let (zh_texts, en_texts) = (texts(cx, chinese, &zh), texts(cx, english, &en));
        let translations = cx.house.glossary.translations();
        let (alignment, scores) = align_after(before, &zh_texts, &en_texts, translations);
        let is_telling = is_telling(&alignment, &zh_texts, &en_texts);
        let alignment = renumbered(alignment, &zh, &en);
        let (chinese, english) = (chinese.points.len(), english.points.len());
        Some(Partners { alignment, chinese, english, is_telling, scores: Arc::new(scores) })
    }

    /// Points of one and one that answer each other, by index; by place where the pairing is not to be believed.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        if !self.is_telling {
            return if self.is_even() { (0..self.chinese).map(|at| (at, at)).collect() } else { Vec::new() };
        }
        let single = self.alignment.beads.iter().filter(|bead| !bead.is_merged());
        single.map(|bead| (bead.chinese.start, bead.english.start)).collect()
    }

    /// Whether both sides have equally many points.
    pub fn is_even(&self) -> bool {
        self.chinese == self.english
    }
}

/// Whether half of the points that could have a partner have one, in texts that are long enough to tell.
fn is_telling(alignment: &Alignment, zh: &[&str], en: &[&str]) -> bool {
    let telling = |bead: &&Bead| says_enough(zh[bead.chinese.start]) && says_enough(en[bead.english.start]);
    let paired = alignment.beads.iter().filter(telling).count();
    paired > 0 && paired * 2 >= zh.len().min(en.len())
}

/// Whether a text says enough for a reader to miss its translation.
pub(in crate::rules) fn says_enough(text: &str) -> bool {
    let (mut han, mut words, mut in_word) = (0, 0, false);
    for c in text.chars() {
        han += usize::from(is_han(c));
        words += usize::from(!in_word && c.is_alphanumeric());
        in_word = !c.is_whitespace();
        if han == FEWEST_HAN || words == FEWEST_WORDS {
            return true;
        }
    }
    false
}

/// Whether any point of the section has a text.
pub(super) fn has_points(section: &Section) -> bool {
    section.points.iter().any(|point| !point.text.is_empty())
}

pub(super) fn has_text(section: &Section) -> bool {
    section.texts().any(|text| !text.is_empty())
}

/// Indices of the points that are compared: those with text, and of equally many not those that stand beside an empty
/// or untranslated one.
fn taking_part(cx: &Context, chinese: &Section, english: &Section) -> (Vec<usize>, Vec<usize>) {
    let written = |section: &Section, at: usize| !section.points[at].text.is_empty();
    if chinese.points.len() != english.points.len() {
        let of = |section: &Section| (0..section.points.len()).filter(|&at| written(section, at)).collect();
        return (of(chinese), of(english));
    }
    let foreign = |at| [Language::Chinese, Language::English].iter().any(|&side| untranslated::speaks_of(cx, side, at));
    let both = (0..chinese.points.len()).filter(|&at| written(chinese, at) && written(english, at) && !foreign(at));
    let both: Vec<usize> = both.collect();
    (both.clone(), both)
}

fn texts<'a>(cx: &Context<'a>, section: &Section, points: &[usize]) -> Vec<&'a str> {
    points.iter().map(|&at| &cx.text[section.points[at].text]).collect()
}

/// The same alignment in numbers of all points.
fn renumbered(alignment: Alignment, zh: &[usize], en: &[usize]) -> Alignment {
    let all = |points: Vec<usize>, of: &[usize]| points.into_iter().map(|at| of[at]).collect();
    let bead = |bead: Bead| Bead {
        chinese: zh[bead.chinese.start]..zh[bead.chinese.end - 1] + 1,
        english: en[bead.english.start]..en[bead.english.end - 1] + 1,
        ..bead
    };
    Alignment {
        beads: alignment.beads.into_iter().map(bead).collect(),
        lone_chinese: all(alignment.lone_chinese, zh),
        lone_english: all(alignment.lone_english, en),
        crossings: alignment.crossings,
    }
}
