//! A pair: a Chinese text and the English one that answers it. Rules of agreement look at one pair and nothing else; each is
//! a filter over what [`crate::bitext`] has found the two to say to each other.

use super::{Check, Context, Finding, RULES, Rule};
use crate::bitext::{Correspondence, Item, Pair, Trust};
use crate::language::Both;
use crate::messages::Localized;
use crate::text::Span;

type PairCheck = fn(&PairTexts) -> Vec<Disagreement>;

/// The two texts of a pair, with their correspondence.
#[derive(Debug, Clone, Copy)]
pub struct PairTexts<'a> {
    pub texts: Both<&'a str>,
    pub correspondence: &'a Correspondence,
}

/// A difference between the two texts of a pair. Each place is in bytes from the start of its own text.
#[derive(Debug, Clone)]
pub struct Disagreement {
    pub rule: &'static Rule,
    pub places: Both<Span>,
    pub message: Localized,
    /// The message at the Chinese place.
    pub related: Localized,
}

impl Disagreement {
    fn finding(&self, pair: &Pair) -> Finding {
        let places = self.places.zip(pair.segments).map(|(place, segment)| place.shift(segment.span.start));
        let numbers = pair.segments.map(|segment| segment.number().into_iter().collect());
        (self.rule.at(places.english, self.message.clone()))
            .related(places.chinese, self.related.clone())
            .points(numbers)
    }
}

impl<'a> PairTexts<'a> {
    /// The wording of two items, as each text has it.
    pub(super) fn written(&self, items: Both<&Item>) -> Both<&'a str> {
        self.texts.zip(items).map(|(text, item)| &text[item.span])
    }

    pub(super) fn whole(&self) -> Both<Span> {
        self.texts.map(|text| Span::new(0, text.len()))
    }
}

/// The findings of all rules of pairs in the brief.
pub fn findings(cx: &Context) -> Vec<Finding> {
    let checks = RULES.iter().flat_map(|rule| rule.checks).filter_map(|check| match check {
        Check::Pair(check) => Some(*check),
        _ => None,
    });
    found_by(cx, &checks.collect::<Vec<_>>())
}

/// The findings of one check in the brief.
pub fn findings_of(check: PairCheck, cx: &Context) -> Vec<Finding> {
    found_by(cx, &[check])
}

fn found_by(cx: &Context, checks: &[PairCheck]) -> Vec<Finding> {
    let bitext = cx.bitext();
    let of_pair = |pair: Pair| {
        let texts = pair.segments.map(|segment| &cx.text[segment.span]);
        let correspondence = bitext.correspondence(&pair);
        let texts = PairTexts { texts, correspondence: &correspondence };
        let found = checks.iter().flat_map(|check| check(&texts));
        found.map(|disagreement| disagreement.finding(&pair)).collect::<Vec<_>>()
    };
    bitext.pairs(Trust::Weak).into_iter().flat_map(of_pair).collect()
}
