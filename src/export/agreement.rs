//! What agrees on both sides of a row: numbers, dates and terms, each with its places.

use std::sync::Arc;

use crate::lexicon::{Glossary, TermMatch};
use crate::reading::matching::matching;
use crate::reading::value::{Certainty, Value};
use crate::reading::{chinese_values, english_values};
use crate::text::Span;

/// One thing that both sides say, wherever they say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub chinese: Vec<Span>,
    pub english: Vec<Span>,
}

impl Link {
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.chinese.iter().chain(&self.english).copied()
    }
}

/// The links between the texts at these places, in order of the first Chinese place; no two overlap.
pub fn links(text: &str, chinese: &[Span], english: &[Span], known: &Glossary) -> Vec<Link> {
    let mut links = value_links(text, chinese, english);
    for link in term_links(text, chinese, english, known) {
        let meets = |other: Span| links.iter().flat_map(Link::spans).any(|span| overlap(span, other));
        if !link.spans().any(meets) {
            links.push(link);
        }
    }
    links.sort_by_key(|link| link.chinese[0]);
    links
}

pub fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

fn value_links(text: &str, chinese: &[Span], english: &[Span]) -> Vec<Link> {
    let zh = read(text, chinese, chinese_values);
    let en = read(text, english, english_values);
    let said = |(c, e): &(usize, usize)| {
        let certain = |value: &Value| value.certainty > Certainty::Faint;
        certain(&zh[*c]) && certain(&en[*e])
    };
    let mut links: Vec<Link> = Vec::new();
    for (c, e) in matching(&zh, &en).pairs.into_iter().filter(said) {
        let link = Link { chinese: vec![zh[c].span], english: vec![en[e].span] };
        // A range is read as two values that may share a place.
        let known = |span| links.iter().flat_map(Link::spans).any(|other| overlap(other, span));
        if !link.spans().any(known) {
            links.push(link);
        }
    }
    links
}

/// The values of all these texts, their places seen from the start of `text`.
fn read(text: &str, spans: &[Span], values: fn(&str) -> Arc<Box<[Value]>>) -> Vec<Value> {
    let shifted = |span: &Span| {
        let base = span.start;
        let values = values(&text[*span]);
        values.iter().map(|value| Value { span: value.span.shift(base), ..*value }).collect::<Vec<_>>()
    };
    spans.iter().flat_map(shifted).collect()
}

fn term_links(text: &str, chinese: &[Span], english: &[Span], known: &Glossary) -> Vec<Link> {
    let terms = |spans: &[Span], find: &dyn Fn(&str) -> Arc<Vec<TermMatch>>| -> Vec<TermMatch> {
        let shifted = |span: &Span| {
            let base = span.start;
            let found = find(&text[*span]);
            let word = |found: &TermMatch| found.word(&text[*span]).shift(base);
            found.iter().map(|found| TermMatch { span: word(found), ..*found }).collect::<Vec<_>>()
        };
        spans.iter().flat_map(shifted).collect()
    };
    let zh = terms(chinese, &|text| known.in_chinese(text));
    let en = terms(english, &|text| known.in_english(text));
    let places = |found: &[TermMatch], term| -> Vec<Span> {
        found.iter().filter(|other| std::ptr::eq(other.term, term)).map(|other| other.span).collect()
    };
    let mut links: Vec<Link> = Vec::new();
    for found in &zh {
        let link = Link { chinese: places(&zh, found.term), english: places(&en, found.term) };
        let is_new = link.chinese.first() == Some(&found.span);
        if is_new && !link.english.is_empty() {
            links.push(link);
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::glossary;

    #[track_caller]
    fn check(chinese: &str, english: &str, expected: &[(&[&str], &[&str])]) {
        let text = format!("{chinese}\n{english}");
        let zh = Span::new(0, chinese.len());
        let en = Span::new(chinese.len() + 1, text.len());
        let written = |spans: &[Span]| -> Vec<&str> { spans.iter().map(|&span| &text[span.range()]).collect() };
        let links = links(&text, &[zh], &[en], glossary());
        let found: Vec<_> = links.iter().map(|link| (written(&link.chinese), written(&link.english))).collect();
        let expected: Vec<_> = expected.iter().map(|(zh, en)| (zh.to_vec(), en.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn values_and_terms_in_order_of_the_chinese() {
        check(
            "😀2023年，台灣的國防預算達6,068億元，成長三成。",
            "Taiwan's defense budget reached NT$606.8 billion in 2023, up 30%.",
            &[
                (&["2023年"], &["2023"]),
                (&["台灣"], &["Taiwan"]),
                (&["6,068億元"], &["NT$606.8 billion"]),
                (&["三成"], &["30%"]),
            ],
        );
    }

    #[test]
    fn a_term_is_linked_wherever_it_stands() {
        check(
            "中國與日本，中國",
            "China, Japan and China",
            &[(&["中國", "中國"], &["China", "China"]), (&["日本"], &["Japan"])],
        );
    }

    #[test]
    fn a_plural_is_one_word() {
        check("反艦飛彈。", "anti-ship missiles.", &[(&["反艦飛彈"], &["anti-ship missiles"])]);
    }

    #[test]
    fn what_one_side_says_alone_is_no_link() {
        check("三成", "half of them in Italy", &[]);
        check("", "", &[]);
    }
}
