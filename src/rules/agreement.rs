//! Rules about what partners say: whether a Chinese point and its English one agree in numbers, dates and names.

pub mod acronym;
pub mod date;
pub mod length;
pub mod number;
pub mod term;

use super::pairing::Partners;
use super::{Context, Finding, Rule};
use crate::brief::{Language, Section};
use crate::messages::Message;
use crate::reading::value::Value;
use crate::reading::{chinese, english, matching};
use crate::text::Span;

/// A Chinese text and the English one that answers it.
#[derive(Debug, Clone, Copy)]
struct Pair {
    chinese: Span,
    english: Span,
    /// Their numbers: 1 is the first point, 0 the lead.
    places: (usize, usize),
}

/// The texts that belong together: the leads, and the points that the pairing found.
fn pairs(cx: &Context) -> Vec<Pair> {
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

/// One finding for each two values that contradict each other and that `judged` lets through, at the English one.
fn contradictions(cx: &Context, rule: &'static Rule, judged: fn(&Value) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in pairs(cx) {
        let (zh, en) = (chinese::values(&cx.text[pair.chinese]), english::values(&cx.text[pair.english]));
        for (c, e) in matching::contradictions(&zh, &en) {
            if judged(&en[e]) {
                findings.push(contradiction(cx, rule, pair, (zh[c].span, en[e].span)));
            }
        }
    }
    findings
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
