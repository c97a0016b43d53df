//! Rules about what partners say: whether a Chinese point and its English one agree in numbers, dates and names.

pub mod acronym;
pub mod date;
pub mod length;
pub mod number;
pub mod term;

use std::sync::{Arc, LazyLock};

use super::pairing::Partners;
use super::{Context, Finding, Rule};
use crate::brief::{Language, Section};
use crate::messages::Message;
use crate::reading::value::Value;
use crate::reading::{chinese_values, english_values, matching};
use crate::text::{Cache, Span};

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

/// What `make` says of the two texts of a pair, kept while they stay the same.
fn kept<T>(cache: &Cache<T>, cx: &Context, pair: Pair, make: fn(&str, &str) -> T) -> Arc<T> {
    let (zh, en) = (&cx.text[pair.chinese], &cx.text[pair.english]);
    cache.get(&[zh, "\u{0}", en].concat(), |_| make(zh, en))
}

/// Two values that contradict each other, the Chinese one first.
type Contradiction = (Value, Value);

/// One finding for each two values that contradict each other and that `judged` lets through, at the English one.
fn contradictions(cx: &Context, rule: &'static Rule, judged: fn(&Value) -> bool) -> Vec<Finding> {
    static KNOWN: LazyLock<Cache<Vec<Contradiction>>> = LazyLock::new(Cache::default);
    let mut findings = Vec::new();
    for pair in pairs(cx) {
        let found = kept(&KNOWN, cx, pair, contradicting_values);
        let wanted = found.iter().filter(|(_, english)| judged(english));
        findings.extend(wanted.map(|(zh, en)| contradiction(cx, rule, pair, (zh.span, en.span))));
    }
    findings
}

fn contradicting_values(zh: &str, en: &str) -> Vec<Contradiction> {
    let (zh, en) = (chinese_values(zh), english_values(en));
    matching::contradictions(&zh, &en).into_iter().map(|(c, e)| (zh[c], en[e])).collect()
}

fn contradiction(cx: &Context, rule: &'static Rule, pair: Pair, (chinese, english): (Span, Span)) -> Finding {
    let (chinese, english) = (chinese.shift(pair.chinese.start), english.shift(pair.english.start));
    let written = |span: Span| cx.text[span].split_whitespace().collect::<Vec<_>>().join(" ");
    let message = Message::ValuesDiffer { english: written(english), chinese: written(chinese) };
    let (zh, en) = pair.places;
    rule.at(english, message)
        .related(chinese, Message::ChineseSays { text: written(chinese) })
        .points(vec![zh], vec![en])
}

/// Dresses a finding about one pair with the place on the Chinese side, given in that text.
fn related_at(finding: Finding, pair: Pair, chinese: Span) -> Finding {
    let (zh, en) = pair.places;
    finding.related(chinese.shift(pair.chinese.start), Message::ChinesePartner).points(vec![zh], vec![en])
}
