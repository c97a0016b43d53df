//! The keywords: the list as it stands, each item with what it means, which the rules of this group share.

pub mod duplicate;
pub mod empty_item;
pub mod language;
mod messages;
pub mod misspelled;
pub mod not_in_text;
pub mod separator;
pub mod unknown;

use std::collections::HashMap;
use std::sync::Arc;

use crate::brief::Field;
use crate::lexicon::{Keyword, KeywordMatch, Keywords, fold_prose, has_simplified};
use crate::reading::keyword_list::KeywordList;
use crate::rules::{Context, Group};
use crate::text::{Span, is_han};

pub static GROUP: Group = Group {
    name: "keywords",
    rules: &[
        &separator::RULE,
        &empty_item::RULE,
        &duplicate::RULE,
        &unknown::RULE,
        &misspelled::RULE,
        &language::RULE,
        &not_in_text::RULE,
    ],
};

/// A keyword of the brief.
struct Item<'a> {
    span: Span,
    text: &'a str,
    meaning: Meaning<&'a Keyword>,
    /// Index of the first item that says the same. Of such an item, `keywords/duplicate` alone speaks.
    repeats: Option<usize>,
}

/// What an item stands for, with the keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning<K> {
    Chinese(K),
    English(K),
    /// Known, but written in simplified characters.
    Simplified(K),
    /// Nearly a known one.
    Misspelt(K),
    Unknown,
}

fn list(cx: &Context, keywords: &Field) -> KeywordList {
    read(cx, keywords).list.shift(keywords.value.start)
}

fn items<'a>(cx: &Context<'a>, keywords: &Field) -> Vec<Item<'a>> {
    let read = read(cx, keywords);
    let all = cx.house.keywords().all();
    let item = |(&span, &(meaning, repeats)): (&Span, &(Meaning<usize>, Option<usize>))| {
        let span = span.shift(keywords.value.start);
        Item { span, text: &cx.text[span], meaning: meaning.map(|index| &all[index]), repeats }
    };
    read.list.items.iter().zip(&read.meanings).map(item).collect()
}

/// The items that no earlier one says already.
fn distinct_items<'a>(cx: &Context<'a>, keywords: &Field) -> impl Iterator<Item = Item<'a>> + use<'a> {
    items(cx, keywords).into_iter().filter(|item| item.repeats.is_none())
}

/// A value as it was read, by itself.
#[derive(Debug)]
pub(super) struct KeywordReading {
    list: KeywordList,
    /// Of each item, the keyword by index, and the first item that says the same.
    meanings: Vec<(Meaning<usize>, Option<usize>)>,
}

/// What stands in the field, places from its value's start; kept by its text, so that the rules together read it once.
fn read(cx: &Context, keywords: &Field) -> Arc<KeywordReading> {
    let known = cx.house.keywords();
    cx.memo.keywords.get(&cx.text[keywords.value], |text| KeywordReading::of(text, known))
}

impl KeywordReading {
    fn of(text: &str, known: &Keywords) -> KeywordReading {
        let list = KeywordList::read(text, Span::new(0, text.len()), known);
        let mut first_of: HashMap<String, usize> = HashMap::new();
        let mut meanings = Vec::with_capacity(list.items.len());
        for (i, &span) in list.items.iter().enumerate() {
            let meaning = Meaning::of(&text[span], known);
            let identity =
                meaning.keyword().map_or_else(|| fold_prose(&text[span]), |keyword| keyword.chinese.to_owned());
            let first = *first_of.entry(identity).or_insert(i);
            meanings.push((meaning.map(|keyword| known.index(keyword)), (first != i).then_some(first)));
        }
        KeywordReading { list, meanings }
    }
}

impl<'k> Meaning<&'k Keyword> {
    fn of(text: &str, keywords: &'k Keywords) -> Meaning<&'k Keyword> {
        match keywords.lookup(text).or_else(|| known_part(text, keywords)) {
            Some(KeywordMatch { keyword, .. }) if has_simplified(text) => Meaning::Simplified(keyword),
            Some(KeywordMatch { keyword, in_english: true }) => Meaning::English(keyword),
            Some(KeywordMatch { keyword, in_english: false }) => Meaning::Chinese(keyword),
            None => keywords.closest(text).map_or(Meaning::Unknown, Meaning::Misspelt),
        }
    }

    /// The keyword that is surely meant.
    fn keyword(self) -> Option<&'k Keyword> {
        match self {
            Meaning::Chinese(keyword) | Meaning::English(keyword) | Meaning::Simplified(keyword) => Some(keyword),
            Meaning::Misspelt(_) | Meaning::Unknown => None,
        }
    }
}

impl<K> Meaning<K> {
    fn map<L>(self, change: impl Fn(K) -> L) -> Meaning<L> {
        match self {
            Meaning::Chinese(keyword) => Meaning::Chinese(change(keyword)),
            Meaning::English(keyword) => Meaning::English(change(keyword)),
            Meaning::Simplified(keyword) => Meaning::Simplified(change(keyword)),
            Meaning::Misspelt(keyword) => Meaning::Misspelt(change(keyword)),
            Meaning::Unknown => Meaning::Unknown,
        }
    }
}

/// The Chinese keyword of `人工智慧（AI）` or `AI（人工智慧）`.
fn known_part<'k>(text: &str, keywords: &'k Keywords) -> Option<KeywordMatch<'k>> {
    let (outside, inside) = text.strip_suffix([')', '）'])?.split_once(['(', '（'])?;
    let chinese = [outside, inside].into_iter().filter(|part| part.contains(is_han));
    chinese.filter_map(|part| keywords.lookup(part)).next()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::archive::Usage;
    use crate::brief::BriefFile;
    use crate::house::House;
    use crate::rules::brief_memo::BriefMemos;
    use crate::rules::tests::{TODAY, check_any, check_quiet, run};
    use crate::rules::{Memo, Rule, Surroundings, compatible_edits};
    use crate::text::edit;

    /// Applies the safe fixes of all keyword rules in rounds, as `--fix` does.
    #[track_caller]
    fn check_fixed(value: &str, fixed: &str) {
        let mut text = format!("關鍵字/Keywords: {value}\n");
        for _ in 0..10 {
            let file = BriefFile::read(&text);
            let (memos, house, memo) = (BriefMemos::of(&text, &file), House::default(), Memo::default());
            let around = Surroundings { house: &house, usage: &Usage::default(), today: TODAY, memo: &memo };
            let contexts = Context::all(&text, &file, &memos, around);
            let findings: Vec<_> =
                contexts.flat_map(|cx| GROUP.rules.iter().flat_map(move |rule| rule.check(&cx))).collect();
            let fixes = findings.iter().filter_map(|finding| finding.fixes.iter().find(|fix| fix.safe));
            let edits = compatible_edits(fixes);
            if edits.is_empty() {
                assert_eq!(text, format!("關鍵字/Keywords: {fixed}\n"));
                return;
            }
            text = edit::apply(&text, &edits);
        }
        panic!("no end of fixes: {text}");
    }

    #[test]
    fn fixes_go_together() {
        check_fixed("軍事，中國，軍事，外交。", "軍事、中國、外交");
        check_fixed("、軍事 ,, 中國、、美國;US；", "軍事、中國、美國");
        check_fixed("軍事/軍事/军事", "軍事");
        check_fixed("軍事、，外交、、軍事、。", "軍事、外交");
        check_fixed("軍事 中國 軍事", "軍事、中國");
        check_fixed("軍事 、 軍事 、 軍事", "軍事");
        check_fixed("，，軍事，，", "軍事");
        check_fixed("😀，𠮷，🎉，C++，C", "😀、𠮷、🎉、C++、C");
    }

    #[test]
    fn a_proper_list_needs_nothing() {
        for rule in GROUP.rules {
            for value in ["軍事、中國、外交", "軍事、 中國", "臺灣、「一帶一路」、人工智慧（AI）", "", "\u{3000}"]
            {
                check_quiet(rule, &format!("關鍵字/Keywords：{value}\r\n"));
            }
            // One keyword or many are in order.
            check_quiet(rule, "關鍵字: 軍事\n");
            check_quiet(rule, "關鍵字: 軍事、中國、外交、美國、日本、台灣、南海、東海、關稅、制裁、半導體、稀土\n");
        }
    }

    proptest! {
        #[test]
        fn any_value_is_judged(value in "(軍事|中國|人工智能|US|C\\+\\+|[、，,;；/。.()（）「」 \u{3000}😀𠮷]){0,16}") {
            check_any(GROUP.rules, &format!("關鍵字: {value}\n摘要:\n中國\n"));
        }
    }

    #[test]
    fn a_long_list_is_judged_item_by_item() {
        let text = format!("關鍵字: {}軍\n摘要:\n中國\n", "軍事 ,/".repeat(20_000));
        let count = |rule: &'static Rule| run(rule, &text).len();
        assert_eq!(count(&separator::RULE), 1);
        assert_eq!(count(&empty_item::RULE), 20_000);
        assert_eq!(count(&duplicate::RULE), 19_999);
        assert_eq!(count(&unknown::RULE), 1);
    }
}
