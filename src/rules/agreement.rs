//! Rules about what partners say: whether a Chinese point and its English one agree in numbers, dates and names.

pub mod acronym;
pub mod counterpart;
pub mod date;
pub mod length;
mod messages;
pub mod number;
mod persons;
pub mod term;

use std::sync::LazyLock;

use super::pairing::Partners;
use super::section::language::is_foreign;
use super::{Check, Context, Finding, Group, RULES, Rule};
use crate::brief::{Language, Section};
use crate::lexicon::Glossary;
use crate::messages::Localized;
use crate::reading::value::Value;
use crate::reading::{chinese_values, english_values, matching};
use crate::text::{Cache, Span};
use messages::Message;

pub static GROUP: Group =
    Group { name: "agreement", rules: &[&number::RULE, &date::RULE, &term::RULE, &acronym::RULE, &length::RULE] };

/// A Chinese text and the English one that answers it.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    pub chinese: Span,
    pub english: Span,
    /// Their numbers: 1 is the first point, 0 the lead.
    pub places: (usize, usize),
}

/// The texts that belong together: the leads, and the points that the pairing found.
pub fn pairs(cx: &Context) -> Vec<Pair> {
    let (Some(chinese), Some(english)) = (cx.brief.section(Language::Chinese), cx.brief.section(Language::English))
    else {
        return Vec::new();
    };
    // What stands under the wrong label is no translation of the other.
    if [chinese, english].iter().any(|section| is_foreign(cx, section)) {
        return Vec::new();
    }
    let lead = |section: &Section| section.lead.first().map(|paragraph| paragraph.text);
    let leads = lead(chinese).zip(lead(english)).filter(|_| chinese.lead.len() == english.lead.len());
    let leads = leads.map(|(chinese, english)| Pair { chinese, english, places: (0, 0) });
    let points = cx.partners().map(Partners::pairs).unwrap_or_default().into_iter().map(|(zh, en)| Pair {
        chinese: chinese.points[zh].text,
        english: english.points[en].text,
        places: (zh + 1, en + 1),
    });
    let has_text = |pair: &Pair| !pair.chinese.is_empty() && !pair.english.is_empty();
    leads.into_iter().chain(points).filter(has_text).collect()
}

/// What the two texts of a pair say differently. Each place is in its own text.
#[derive(Debug, Clone)]
pub struct Disagreement {
    pub rule: &'static Rule,
    pub chinese: Span,
    pub english: Span,
    pub message: Localized,
    /// What is told at the Chinese place.
    pub related: Localized,
}

impl Disagreement {
    fn finding(&self, pair: &Pair) -> Finding {
        let (zh, en) = pair.places;
        (self.rule.at(self.english.shift(pair.english.start), self.message.clone()))
            .related(self.chinese.shift(pair.chinese.start), self.related.clone())
            .points(vec![zh], vec![en])
    }
}

/// What the rules that look at one pair find in those of the brief; kept by the texts of each and the terms that are
/// known, so that a keystroke costs one pair.
pub fn findings(cx: &Context) -> Vec<Finding> {
    static KNOWN: LazyLock<Cache<Vec<Disagreement>>> = LazyLock::new(Cache::default);
    let of_pair = |pair: &Pair| {
        let (zh, en) = (&cx.text[pair.chinese], &cx.text[pair.english]);
        let terms = cx.house.terms();
        let both = [zh, "\u{0}", en].concat();
        let found = KNOWN.get_of_kind(terms.number(), &both, |_| all_between(zh, en, terms));
        found.iter().map(|disagreement| disagreement.finding(pair)).collect::<Vec<_>>()
    };
    pairs(cx).iter().flat_map(of_pair).collect()
}

fn all_between(zh: &str, en: &str, terms: &Glossary) -> Vec<Disagreement> {
    let of_pairs = RULES.iter().flat_map(|rule| rule.checks).filter_map(|check| match check {
        Check::Pair(check) => Some(check),
        _ => None,
    });
    of_pairs.flat_map(|check| check(zh, en, terms)).collect()
}

/// What one check finds in them, made anew.
pub fn findings_of(check: fn(&str, &str, &Glossary) -> Vec<Disagreement>, cx: &Context) -> Vec<Finding> {
    let of_pair = |pair: &Pair| {
        let found = check(&cx.text[pair.chinese], &cx.text[pair.english], cx.house.terms());
        found.iter().map(|disagreement| disagreement.finding(pair)).collect::<Vec<_>>()
    };
    pairs(cx).iter().flat_map(of_pair).collect()
}

/// One for each two values that contradict each other and that `judged` lets through.
fn contradictions(zh: &str, en: &str, rule: &'static Rule, judged: fn(&Value) -> bool) -> Vec<Disagreement> {
    let (zh_values, en_values) = (chinese_values(zh), english_values(en));
    let found =
        matching::contradictions(&zh_values, &en_values).into_iter().map(|(c, e)| (&zh_values[c], &en_values[e]));
    let wanted = found.filter(|(_, english)| judged(english));
    wanted.map(|(chinese, english)| contradiction(rule, (zh, chinese.span), (en, english.span))).collect()
}

fn contradiction(rule: &'static Rule, chinese: (&str, Span), english: (&str, Span)) -> Disagreement {
    let written = |(text, span): (&str, Span)| text[span].split_whitespace().collect::<Vec<_>>().join(" ");
    Disagreement {
        rule,
        chinese: chinese.1,
        english: english.1,
        message: Message::ValuesDiffer { english: written(english), chinese: written(chinese) }.into(),
        related: Message::ChineseSays { text: written(chinese) }.into(),
    }
}
