//! Rules about what partners say: whether a Chinese point and its English one agree in numbers, dates and names. Each is a
//! filter over what [`crate::bitext`] has found the two to say to each other.

pub mod acronym;
pub mod date;
pub mod length;
mod messages;
pub mod number;
pub mod term;

use super::{Check, Context, Finding, Group, RULES, Rule};
use crate::bitext::{Correspondence, Item, Pair, Trust};
use crate::house::Lint;
use crate::language::Both;
use crate::messages::Localized;
use crate::reading::value::Value;
use crate::text::Span;
use messages::Message;

pub static GROUP: Group =
    Group { name: "agreement", rules: &[&number::RULE, &date::RULE, &term::RULE, &acronym::RULE, &length::RULE] };

/// What a rule finds between the two texts of a pair.
type PairCheck = fn(&PairTexts) -> Vec<Disagreement>;

/// The two texts of a pair, and what they say to each other.
#[derive(Debug, Clone, Copy)]
pub struct PairTexts<'a> {
    pub texts: Both<&'a str>,
    pub correspondence: &'a Correspondence,
}

/// What the two texts of a pair say differently. Each place is in its own text.
#[derive(Debug, Clone)]
pub struct Disagreement {
    pub rule: &'static Rule,
    pub places: Both<Span>,
    pub message: Localized,
    /// What is told at the Chinese place.
    pub related: Localized,
}

impl Disagreement {
    fn finding(&self, pair: &Pair) -> Finding {
        let places = self.places.zip(pair.segments).map(|(place, segment)| place.shift(segment.span.start));
        let numbers = pair.segments.map(|segment| segment.number().into_iter().collect());
        (self.rule.at(places.english, self.message.clone()))
            .related(places.chinese, self.related.clone())
            .points(numbers.chinese, numbers.english)
    }
}

impl<'a> PairTexts<'a> {
    /// Both places of what differs, as the texts write it.
    fn written(&self, items: Both<&Item>) -> Both<&'a str> {
        self.texts.zip(items).map(|(text, item)| &text[item.span])
    }

    /// Both texts as a whole.
    fn whole(&self) -> Both<Span> {
        self.texts.map(|text| Span::new(0, text.len()))
    }
}

/// What the rules that look at one pair find in those of the brief.
pub fn findings(cx: &Context) -> Vec<Finding> {
    let checks = RULES.iter().flat_map(|rule| rule.checks).filter_map(|check| match check {
        Check::Pair(check) => Some(*check),
        _ => None,
    });
    found_by(cx, &checks.collect::<Vec<_>>())
}

/// What one check finds in them.
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

/// Whether a person has accepted `text` as a finding of any rule of this group.
pub fn is_accepted(lint: &Lint, text: &str) -> bool {
    GROUP.rules.iter().any(|rule| lint.accepts(rule.name, text))
}

/// One for each two values that contradict each other and that `judged` lets through.
fn contradictions(pair: &PairTexts, rule: &'static Rule, judged: fn(&Value) -> bool) -> Vec<Disagreement> {
    let is_judged = |items: &Both<&Item>| items.english.value().is_some_and(judged);
    let differing = pair.correspondence.mismatched().filter(is_judged);
    let disagreement = |items: Both<&Item>| {
        let written = pair.written(items).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        Disagreement {
            rule,
            places: items.map(|item| item.span),
            related: Message::ChineseSays { text: written.chinese.clone() }.into(),
            message: Message::ValuesDiffer { english: written.english, chinese: written.chinese }.into(),
        }
    };
    differing.map(disagreement).collect()
}
