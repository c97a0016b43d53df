//! Links between the places of a row that agree.

use crate::bitext::{Correspondence, Item, Status};
use crate::language::{Both, Language};
use crate::text::Span;

/// One item that both sides have, at all its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLink {
    pub places: Both<Vec<Span>>,
}

impl ItemLink {
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.places.as_ref().into_array().into_iter().flatten().copied()
    }

    fn meets(&self, other: &ItemLink) -> bool {
        let meet = |language| {
            self.places[language].iter().any(|&own| other.places[language].iter().any(|&it| overlap(own, it)))
        };
        Language::ALL.into_iter().any(meet)
    }
}

/// The links of a correspondence, in order of the first Chinese place; no two overlap.
pub fn links(found: &Correspondence) -> Vec<ItemLink> {
    let mut links: Vec<ItemLink> = Vec::new();
    for item in found.items.chinese.iter().filter(|item| !item.is_covered) {
        let Status::Matched(english) = &item.status else { continue };
        if english.is_empty() {
            continue;
        }
        let same = |other: &&Item| std::ptr::eq(*other, item) || other.is_same_term(item);
        let chinese = found.items.chinese.iter().filter(same).map(|item| item.span).collect();
        let link = ItemLink { places: Both::new(chinese, english.clone()) };
        if !links.iter().any(|other| other.meets(&link)) {
            links.push(link);
        }
    }
    links
}

pub fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bitext::TextMemo;
    use crate::lexicon::glossary;

    #[track_caller]
    fn check(chinese: &str, english: &str, expected: &[(&[&str], &[&str])]) {
        let texts = Both::new(chinese, english);
        let links = links(&TextMemo::default().correspondence(texts, glossary()));
        let written = |link: &ItemLink| {
            let written =
                texts.zip(link.places.as_ref()).map(|(text, spans)| spans.iter().map(|&span| &text[span]).collect());
            (written.chinese, written.english)
        };
        let found: Vec<(Vec<&str>, Vec<&str>)> = links.iter().map(written).collect();
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
