//! What of a text its partner answers: the terms, numbers, dates and acronyms of both, and which of them go together.

use std::sync::{Arc, LazyLock};

use crate::assist::partner::passage;
use crate::brief::Language;
use crate::house::{House, Lint};
use crate::lexicon::{Glossary, Term};
use crate::reading::value::{Certainty, Value};
use crate::reading::{chinese, english, matching};
use crate::rules::agreement::acronym::acronyms;
use crate::rules::agreement::counterpart::{Stems, is_written};
use crate::rules::agreement::term::exchanged;
use crate::rules::agreement::{self, Pair, acronym, date, number, pairs, term};
use crate::snapshot::Snapshot;
use crate::text::{Cache, Span};

/// The items of two texts that belong together, each side in order of place and without overlaps. Spans speak of the
/// text that they stand in.
#[derive(Debug, Default, PartialEq)]
pub struct Answers {
    pub chinese: Vec<Item>,
    pub english: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub span: Span,
    pub what: What,
    pub answer: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum What {
    Term(&'static Term),
    Value(Value),
    Acronym,
}

/// What the other text says to an item.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The same, at these places; nowhere in particular where only parts of words say it (Chinese for 中國).
    Given(Vec<Span>),
    /// Something else, at this place.
    Contradicted(Span),
    /// Nothing.
    Missing,
}

/// The answers of a Chinese text and its English partner, by the terms that a house knows and what it has accepted; kept
/// while both stay the same.
pub fn answers(zh: &str, en: &str, house: &House) -> Arc<Answers> {
    static KNOWN: LazyLock<Cache<Answers>> = LazyLock::new(Cache::default);
    let terms = house.terms();
    let known = KNOWN.get_of_kind(terms.number(), &[zh, "\u{0}", en].concat(), |_| Answers::of(zh, en, terms));
    let has_accepted = house.lint.accepted.iter().any(|accepted| accepted.rule.starts_with(agreement::GROUP.name));
    if has_accepted { Arc::new(known.accepting(&house.lint, zh, en)) } else { known }
}

/// A term, number, date or acronym under the cursor, in places of the document.
#[derive(Debug, PartialEq)]
pub struct Found {
    pub span: Span,
    pub what: What,
    /// Nothing where the text has no partner.
    pub answer: Option<Answer>,
    /// Where the text says the same term again.
    pub again: Vec<Span>,
}

/// What the text at byte `offset` says there.
pub fn item_at(snapshot: &Snapshot, offset: usize) -> Option<Found> {
    let passage = passage(snapshot, offset)?;
    let own = passage.text;
    let is_chinese = passage.section.language == Language::Chinese;
    let side = |pair: &Pair| if is_chinese { (pair.chinese, pair.english) } else { (pair.english, pair.chinese) };
    let partner = pairs(&passage.cx).iter().map(side).find(|&(text, _)| text == own).map(|(_, partner)| partner);
    let content = snapshot.content();
    let said = partner.map_or("", |partner| &content[partner]);
    let answers = {
        let (zh, en) = if is_chinese { (&content[own], said) } else { (said, &content[own]) };
        answers(zh, en, snapshot.house())
    };
    let items = if is_chinese { &answers.chinese } else { &answers.english };
    let item = items.iter().find(|item| item.span.shift(own.start).touches(Span::at(offset)))?;
    let again = items.iter().filter(|other| other.span != item.span && is_same_term(other, item));
    Some(Found {
        span: item.span.shift(own.start),
        what: item.what,
        answer: partner.map(|partner| item.answer.shift(partner.start)),
        again: again.map(|other| other.span.shift(own.start)).collect(),
    })
}

fn is_same_term(a: &Item, b: &Item) -> bool {
    match (a.what, b.what) {
        (What::Term(a), What::Term(b)) => std::ptr::eq(a, b),
        _ => false,
    }
}

impl Answer {
    fn shift(&self, base: usize) -> Answer {
        match self {
            Answer::Given(places) => Answer::Given(places.iter().map(|place| place.shift(base)).collect()),
            Answer::Contradicted(place) => Answer::Contradicted(place.shift(base)),
            Answer::Missing => Answer::Missing,
        }
    }
}

impl Answers {
    fn of(zh: &str, en: &str, terms: &Glossary) -> Answers {
        let mut answers = Answers::default();
        answers.add_terms(zh, en, terms);
        answers.add_values(zh, en);
        answers.add_acronyms(zh, en);
        answers.chinese = without_overlaps(answers.chinese);
        answers.english = without_overlaps(answers.english);
        answers
    }

    /// These, with what a person has accepted as agreed. Findings of values and terms that differ stand on the English.
    fn accepting(&self, lint: &Lint, zh: &str, en: &str) -> Answers {
        let rules = [&number::RULE, &date::RULE, &term::RULE, &acronym::RULE];
        let is_accepted = |text: &str| rules.iter().any(|rule| lint.accepts(rule.name, text));
        let side = |items: &[Item], own: &str, other: &str, is_english: bool| -> Vec<Item> {
            let settled = |item: &Item| match &item.answer {
                Answer::Contradicted(there)
                    if is_accepted(if is_english { &own[item.span] } else { &other[*there] }) =>
                {
                    Answer::Given(vec![*there])
                }
                // A Chinese term that is missing is told of the whole English text.
                Answer::Missing if is_accepted(if is_english { &own[item.span] } else { other }) => {
                    Answer::Given(Vec::new())
                }
                answer => answer.clone(),
            };
            items.iter().map(|item| Item { answer: settled(item), ..item.clone() }).collect()
        };
        Answers { chinese: side(&self.chinese, zh, en, false), english: side(&self.english, en, zh, true) }
    }

    fn add_terms(&mut self, zh: &str, en: &str, terms: &Glossary) {
        let (in_zh, in_en) = (terms.in_chinese(zh), terms.in_english(en));
        let said = LazyLock::new(|| Stems::of(en));
        let exchanged = LazyLock::new(|| exchanged(zh, en, terms));
        for own in in_zh.iter() {
            let places = in_en.iter().filter(|other| std::ptr::eq(own.term, other.term)).map(|other| other.span);
            let other = || exchanged.filter(|(chinese, _)| *chinese == own.span).map(|(_, english)| english);
            let answer = answer(places.collect(), || said.name(own.term), other);
            self.chinese.push(Item { span: own.span, what: What::Term(own.term), answer });
        }
        for own in in_en.iter() {
            let places = in_zh.iter().filter(|other| std::ptr::eq(own.term, other.term)).map(|other| other.span);
            let other = || exchanged.filter(|(_, english)| *english == own.span).map(|(chinese, _)| chinese);
            let answer = answer(places.collect(), || is_written(zh, own.term), other);
            self.english.push(Item { span: own.span, what: What::Term(own.term), answer });
        }
    }

    fn add_values(&mut self, zh: &str, en: &str) {
        let (zh, en) = (chinese::values(zh), english::values(en));
        let matching = matching::matching(&zh, &en);
        let contradictions = matching::contradictions(&zh, &en);
        // A value said twice is answered by what answers it the first time.
        let answer = |pair: Option<Span>, contradicted: Option<Span>, is_left: bool| match (pair, contradicted) {
            (_, Some(other)) => Answer::Contradicted(other),
            (Some(other), None) => Answer::Given(vec![other]),
            (None, None) if is_left => Answer::Missing,
            (None, None) => Answer::Given(Vec::new()),
        };
        for (at, value) in zh.iter().enumerate().filter(|(_, value)| value.certainty > Certainty::Faint) {
            let of =
                |pairs: &[(usize, usize)]| pairs.iter().find(|(zh, _)| *zh == at).map(|&(_, other)| en[other].span);
            let answer = answer(of(&matching.pairs), of(&contradictions), matching.chinese.contains(&at));
            self.chinese.push(Item { span: value.span, what: What::Value(*value), answer });
        }
        for (at, value) in en.iter().enumerate().filter(|(_, value)| value.certainty > Certainty::Faint) {
            let of =
                |pairs: &[(usize, usize)]| pairs.iter().find(|(_, en)| *en == at).map(|&(other, _)| zh[other].span);
            let answer = answer(of(&matching.pairs), of(&contradictions), matching.english.contains(&at));
            self.english.push(Item { span: value.span, what: What::Value(*value), answer });
        }
    }

    fn add_acronyms(&mut self, zh: &str, en: &str) {
        self.chinese.extend(acronym_items(zh, en));
        self.english.extend(acronym_items(en, zh));
    }
}

fn answer(places: Vec<Span>, is_said: impl Fn() -> bool, other: impl Fn() -> Option<Span>) -> Answer {
    if !places.is_empty() {
        return Answer::Given(places);
    }
    match other() {
        Some(other) => Answer::Contradicted(other),
        None if is_said() => Answer::Given(places),
        None => Answer::Missing,
    }
}

fn acronym_items(own: &str, other: &str) -> impl Iterator<Item = Item> {
    acronyms(own).map(move |span| {
        let places: Vec<Span> = acronyms(other).filter(|&place| other[place] == own[span]).collect();
        let answer = if places.is_empty() { Answer::Missing } else { Answer::Given(places) };
        Item { span, what: What::Acronym, answer }
    })
}

/// In order of place; of items that share characters the longer one, which says more.
fn without_overlaps(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| (item.span.start, std::cmp::Reverse(item.span.len())));
    let mut kept: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        match kept.last_mut() {
            Some(last) if item.span.start < last.span.end => {
                if item.span.len() > last.span.len() {
                    *last = item;
                }
            }
            _ => kept.push(item),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::Accepted;

    /// `text` with = round what is answered, ≠ round what is contradicted, ? round what is missing.
    fn marked(text: &str, items: &[Item]) -> String {
        let mut marked = text.to_owned();
        for item in items.iter().rev() {
            let sign = match item.answer {
                Answer::Given(_) => '=',
                Answer::Contradicted(_) => '≠',
                Answer::Missing => '?',
            };
            marked.insert(item.span.end, sign);
            marked.insert(item.span.start, sign);
        }
        marked
    }

    #[track_caller]
    fn check(chinese: &str, english: &str) {
        let plain = |text: &str| text.replace(['=', '≠', '?'], "");
        let (zh, en) = (plain(chinese), plain(english));
        let answers = answers(&zh, &en, &House::default());
        assert_eq!((marked(&zh, &answers.chinese), marked(&en, &answers.english)), (chinese.into(), english.into()));
    }

    #[test]
    fn terms() {
        check("=全球南方國家=與=北京=", "=Global South= and =Beijing=, the =Global South=");
        check("=俄羅斯=與≠土耳其≠", "=Russia= and ≠Mexico≠");
        check("😀=日本=的立場", "The Japanese view 𠮷");
        check("?全球南方?的立場", "A view");
    }

    #[test]
    fn values() {
        check("支出=527億美元=，成長≠5%≠", "spent =$52.7 billion=, up ≠6 percent≠");
        check("自=2023年=起有?40人?", "Since =2023=, some");
    }

    #[test]
    fn acronyms_and_numbers_in_names() {
        check("=IPFS= 框架與=第一島鏈=", "The =IPFS= and the =First Island Chain=");
    }

    #[test]
    fn what_is_accepted_agrees() {
        let accepting = |rule: &str, text: &str| {
            let accepted = vec![Accepted { rule: rule.into(), text: text.into() }];
            House { lint: Lint { accepted, ..Lint::default() }, ..House::default() }
        };
        let check = |house: House, chinese: &str, english: &str| {
            let plain = |text: &str| text.replace(['=', '≠', '?'], "");
            let (zh, en) = (plain(chinese), plain(english));
            let answers = answers(&zh, &en, &house);
            assert_eq!(
                (marked(&zh, &answers.chinese), marked(&en, &answers.english)),
                (chinese.into(), english.into())
            );
        };
        let number = accepting("agreement/number", "6 percent");
        check(number, "支出≠527億美元≠，成長=5%=", "spent ≠$53.7 billion≠, up =6 percent=");
        check(accepting("agreement/term", "Mexico"), "=俄羅斯=與=土耳其=", "=Russia= and =Mexico=");
        check(accepting("agreement/term", "A view"), "=全球南方=的立場", "A view");
        check(accepting("date/future", "6 percent"), "成長≠5%≠", "up ≠6 percent≠");
    }

    #[test]
    fn the_answering_places() {
        let answers = answers("中國與日本", "Japan and China", &House::default());
        let Answer::Given(places) = &answers.chinese[0].answer else { panic!("{answers:?}") };
        assert_eq!(places, &[Span::new(10, 15)]);
    }
}
