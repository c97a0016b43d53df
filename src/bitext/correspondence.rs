//! What one text of a pair says to the other: its terms, values and acronyms, each with what the other has of it.

use std::cell::LazyCell;
use std::sync::Arc;

use super::acronyms;
use super::item::{Item, Status, Subject};
use super::terms::{self, TextTerms};
use crate::language::profile::length;
use crate::language::{Both, Language};
use crate::lexicon::{Glossary, TermMatch};
use crate::reading::matching::{contradictions, matching};
use crate::reading::value::{Certainty, Value};
use crate::text::Span;

/// What two texts say to each other, each side in order of place. Spans speak of the text that they stand in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Correspondence {
    pub items: Both<Vec<Item>>,
    /// Lengths of the texts: in ideographs, and in characters.
    pub lengths: Both<f32>,
}

impl Correspondence {
    /// Compares two texts by the terms and values that were read in each; `glossary` is the one that the terms are of.
    pub fn of(
        texts: Both<&str>,
        terms: Both<Arc<Vec<TermMatch>>>,
        values: Both<&[Value]>,
        glossary: &Glossary,
    ) -> Correspondence {
        let terms = Both::from_fn(|language| TextTerms::of(language, texts[language], terms[language].clone()));
        let mut items = term_items(&terms, glossary);
        for more in [value_items(values), acronyms::items(&terms, glossary)] {
            items.chinese.extend(more.chinese);
            items.english.extend(more.english);
        }
        let lengths = Both::from_fn(|language| length(language, texts[language]));
        Correspondence { items: items.map(in_order), lengths }
    }

    /// The items to be shown in that text: in order of place, without overlaps.
    pub fn shown(&self, language: Language) -> impl Iterator<Item = &Item> {
        self.items[language].iter().filter(|item| !item.is_covered)
    }

    /// The items that the other text contradicts, each with the one that does.
    pub fn mismatched(&self) -> impl Iterator<Item = Both<&Item>> {
        self.items.english.iter().filter_map(|english| {
            let Status::Mismatched(there) = english.status else { return None };
            let answers = |item: &&Item| item.span == there && item.status == Status::Mismatched(english.span);
            let chinese = self.items.chinese.iter().find(answers)?;
            Some(Both { chinese, english })
        })
    }

    /// With its places where `place` puts them.
    pub fn moved(&self, place: impl Fn(Language, Span) -> Span) -> Correspondence {
        let moved = |language: Language| {
            let item = |item: &Item| Item {
                span: place(language, item.span),
                status: item.status.moved(|span| place(language.other(), span)),
                ..item.clone()
            };
            self.items[language].iter().map(item).collect()
        };
        Correspondence { items: Both::from_fn(moved), lengths: self.lengths }
    }

    /// With what a person has accepted as agreed, by the text that a finding would stand on: the English of what differs,
    /// and the whole English text where it lacks a Chinese item.
    pub fn settled(&self, texts: Both<&str>, is_accepted: impl Fn(&str) -> bool) -> Correspondence {
        let settled = |language: Language, item: &Item| {
            let own = &texts[language][item.span];
            match (&item.status, language) {
                (Status::Mismatched(there), Language::Chinese) if is_accepted(&texts.english[*there]) => {
                    Status::Matched(vec![*there])
                }
                (Status::Mismatched(there), Language::English) if is_accepted(own) => Status::Matched(vec![*there]),
                (Status::Missing, Language::Chinese) if is_accepted(texts.english) => Status::Matched(Vec::new()),
                (Status::Missing, Language::English) if is_accepted(own) => Status::Matched(Vec::new()),
                (status, _) => status.clone(),
            }
        };
        let side = |language: Language| {
            let items = self.items[language].iter();
            items.map(|item| Item { status: settled(language, item), ..item.clone() }).collect()
        };
        Correspondence { items: Both::from_fn(side), lengths: self.lengths }
    }
}

fn term_items(texts: &Both<TextTerms>, glossary: &Glossary) -> Both<Vec<Item>> {
    let exchanged = LazyCell::new(|| terms::exchanged(texts, glossary));
    Both::from_fn(|language| {
        let (here, there) = (&texts[language], &texts[language.other()]);
        let item = |found: &TermMatch| {
            let other = || {
                let pair = exchanged.filter(|pair| std::ptr::eq(pair[language].term, found.term))?;
                Some(pair[language.other()])
            };
            let status = terms::status(found, here, there, other, glossary);
            Item::new(found.word(here.text), Subject::Term(found.term), status)
        };
        here.found.iter().map(item).collect()
    })
}

fn value_items(values: Both<&[Value]>) -> Both<Vec<Item>> {
    let matching = matching(values);
    let contradictions = contradictions(values, &matching);
    Both::from_fn(|language| {
        let other = language.other();
        // A value said twice is answered by what answers it the first time.
        let partner = |pairs: &[Both<usize>], at: usize| {
            let pair = pairs.iter().find(|pair| pair[language] == at);
            pair.map(|pair| values[other][pair[other]].span)
        };
        let item = |(at, value): (usize, &Value)| {
            let status = match (partner(&contradictions, at), partner(&matching.pairs, at)) {
                (Some(place), _) => Status::Mismatched(place),
                _ if value.certainty == Certainty::Faint => return None,
                (None, Some(place)) => Status::Matched(vec![place]),
                (None, None) if matching.left[language].contains(&at) => Status::Missing,
                (None, None) => Status::Matched(Vec::new()),
            };
            Some(Item::new(value.span, Subject::Value(*value), status))
        };
        values[language].iter().enumerate().filter_map(item).collect()
    })
}

/// In order of place; of items that share characters, all but the longest are covered; of two in one place the one
/// that does not differ.
fn in_order(mut items: Vec<Item>) -> Vec<Item> {
    let agrees = |item: &Item| !matches!(item.status, Status::Mismatched(_));
    items.sort_by_key(|item| (item.span.start, std::cmp::Reverse(item.span.len()), agrees(item)));
    let mut longest: Option<usize> = None;
    for at in 0..items.len() {
        let before = longest.filter(|&before| items[at].span.start < items[before].span.end);
        match before {
            Some(before) if items[at].span.len() <= items[before].span.len() => items[at].is_covered = true,
            Some(before) => {
                items[before].is_covered = true;
                longest = Some(at);
            }
            None => longest = Some(at),
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bitext::TextMemo;
    use crate::lexicon::glossary;

    /// `text` with = round what is matched, ~ round what is hinted at, ≠ round what differs, ? round what is missing.
    fn marked<'i>(text: &str, items: impl DoubleEndedIterator<Item = &'i Item>) -> String {
        let mut marked = text.to_owned();
        for item in items.rev() {
            let sign = match item.status {
                Status::Matched(_) => '=',
                Status::Hinted => '~',
                Status::Mismatched(_) => '≠',
                Status::Missing => '?',
            };
            marked.insert(item.span.end, sign);
            marked.insert(item.span.start, sign);
        }
        marked
    }

    #[track_caller]
    fn check_with(change: impl Fn(Correspondence, Both<&str>) -> Correspondence, chinese: &str, english: &str) {
        let plain = Both::new(chinese, english).map(|text| text.replace(['=', '~', '≠', '?'], ""));
        let texts = plain.as_ref().map(String::as_str);
        let found = change((*TextMemo::default().correspondence(texts, glossary())).clone(), texts);
        let shown =
            Both::from_fn(|language| marked(texts[language], found.shown(language).collect::<Vec<_>>().into_iter()));
        assert_eq!(shown, Both::new(chinese.to_owned(), english.to_owned()));
    }

    #[track_caller]
    fn check(chinese: &str, english: &str) {
        check_with(|found, _| found, chinese, english);
    }

    #[test]
    fn terms() {
        check("=全球南方國家=與=北京=", "=Global South= and =Beijing=, the =Global South=");
        check("=俄羅斯=與≠土耳其≠", "=Russia= and ≠Mexico≠");
        check("😀=日本=的立場", "The Japanese view 𠮷");
        check("?全球南方?的立場", "A view");
        check("試射=反艦飛彈=", "=anti-ship missiles= were tested");
    }

    #[test]
    fn a_capital_answers_its_country() {
        check("=美國=批准軍售", "=Washington= approved the sales");
        check("=北京=與=平壤=", "=China= and =North Korea=");
    }

    #[test]
    fn parts_of_names_may_say_it() {
        check("削減對=發展中國家=的援助", "slashing ~foreign aid~ to =developing countries=");
        check("與部長級官員會晤", "talks at a ~ministerial~ rank");
        check("=習近平=所構想的全球秩序", "=Xi= envisioned a ~global order~");
        check("現有的多邊組織", "existing ~multilateral~ bodies");
    }

    #[test]
    fn values() {
        check("支出=527億美元=，成長≠5%≠", "spent =$52.7 billion=, up ≠6 percent≠");
        check("自=2023年=起有?40人?", "Since =2023=, some");
    }

    #[test]
    fn acronyms_and_numbers_in_names() {
        check("=IPFS= 框架與=第一島鏈=", "The =IPFS= and the =First Island Chain=");
        check("≠IMF≠ 的會議", "A meeting of the ≠OPEC≠");
        check("?NGO? 的會議", "A meeting");
    }

    #[test]
    fn what_is_accepted_agrees() {
        let accepting = |text: &'static str| {
            move |found: Correspondence, texts: Both<&str>| found.settled(texts, |other| other == text)
        };
        check_with(accepting("6 percent"), "支出≠527億美元≠，成長=5%=", "spent ≠$53.7 billion≠, up =6 percent=");
        check_with(accepting("Mexico"), "=俄羅斯=與=土耳其=", "=Russia= and =Mexico=");
        check_with(accepting("A view"), "=全球南方=的立場", "A view");
    }

    #[test]
    fn the_answering_places() {
        let found = TextMemo::default().correspondence(Both::new("中國與日本", "Japan and China"), glossary());
        assert_eq!(found.items.chinese[0].status, Status::Matched(vec![Span::new(10, 15)]));
    }

    #[test]
    fn several_places_read_as_one() {
        let text = "中國支出527億美元。\n日本\nJapan. China spent $52.7 billion.";
        let place = |part: &str| text.find(part).map(|at| Span::new(at, at + part.len())).expect("a part");
        let (chinese, english) =
            ([place("中國支出527億美元。"), place("日本")], [place("Japan. China spent $52.7 billion.")]);
        let found = crate::bitext::tests::with_bitext("摘要:\n甲\n", |bitext| {
            let bitext = super::super::Bitext { text, ..bitext };
            bitext.correspondence_between(Both::new(&chinese, &english))
        });
        let written: Vec<&str> = found.shown(Language::Chinese).map(|item| &text[item.span]).collect();
        assert_eq!(written, ["中國", "527億美元", "日本"]);
        assert_eq!(found.shown(Language::Chinese).nth(2).expect("日本").status, Status::Matched(vec![place("Japan")]));
    }
}
