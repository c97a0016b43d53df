//! Rules that compare partners: whether a Chinese point and its English one agree in numbers, dates and names. Each is a
//! filter over the correspondence that [`crate::bitext`] has found.

pub mod acronym;
pub mod date;
pub mod length;
mod messages;
pub mod number;
pub mod term;

use super::pair::{Disagreement, PairTexts};
use super::{Group, Rule};
use crate::bitext::Item;
use crate::language::Both;
use crate::reading::value::Value;
use messages::Message;

pub static GROUP: Group =
    Group { name: "agreement", rules: &[&number::RULE, &date::RULE, &term::RULE, &acronym::RULE, &length::RULE] };

/// One for each pair of contradicting values that `judged` accepts.
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
