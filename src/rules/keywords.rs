//! The keywords: the list as it stands, each item with what it means, which the rules of this group share.

pub mod duplicate;
pub mod empty_item;
pub mod language;
pub mod misspelled;
pub mod not_in_text;
pub mod separator;
pub mod unknown;

use std::collections::HashMap;

use crate::brief::FieldKind;
use crate::lexicon::{Keyword, KeywordMatch, Keywords, fold_prose, has_simplified};
use crate::reading::keyword_list::KeywordList;
use crate::rules::Context;
use crate::text::{Span, is_han};

/// A keyword of the brief.
struct Item<'a> {
    span: Span,
    text: &'a str,
    meaning: Meaning<'a>,
    /// Index of the first item that says the same. Of such an item, `keywords/duplicate` alone speaks.
    repeats: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning<'k> {
    Chinese(&'k Keyword),
    English(&'k Keyword),
    /// Known, but written in simplified characters.
    Simplified(&'k Keyword),
    /// Nearly a known one.
    Misspelt(&'k Keyword),
    Unknown,
}

/// The list of the first keyword field, which is the one that counts.
fn list(cx: &Context) -> Option<KeywordList> {
    let field = cx.brief.field(FieldKind::Keywords)?;
    (!field.value.is_empty()).then(|| KeywordList::read(cx.text, field.value, cx.house.keywords()))
}

fn items<'a>(cx: &Context<'a>) -> Vec<Item<'a>> {
    let spans = list(cx).map_or(Vec::new(), |list| list.items);
    let mut first_of: HashMap<String, usize> = HashMap::new();
    let mut items = Vec::with_capacity(spans.len());
    for (i, span) in spans.into_iter().enumerate() {
        let text = &cx.text[span];
        let meaning = Meaning::of(text, cx.house.keywords());
        let identity = meaning.keyword().map_or_else(|| fold_prose(text), |keyword| keyword.chinese.to_owned());
        let first = *first_of.entry(identity).or_insert(i);
        items.push(Item { span, text, meaning, repeats: (first != i).then_some(first) });
    }
    items
}

/// The items that no earlier one says already.
fn distinct_items<'a>(cx: &Context<'a>) -> impl Iterator<Item = Item<'a>> {
    items(cx).into_iter().filter(|item| item.repeats.is_none())
}

impl<'k> Meaning<'k> {
    fn of(text: &str, keywords: &'k Keywords) -> Meaning<'k> {
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

/// The Chinese keyword of `人工智慧（AI）` or `AI（人工智慧）`.
fn known_part<'k>(text: &str, keywords: &'k Keywords) -> Option<KeywordMatch<'k>> {
    let (outside, inside) = text.strip_suffix([')', '）'])?.split_once(['(', '（'])?;
    let chinese = [outside, inside].into_iter().filter(|part| part.contains(is_han));
    chinese.filter_map(|part| keywords.lookup(part)).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Usage;
    use crate::brief::BriefFile;
    use crate::house::House;
    use crate::rules::pairing::Pairings;
    use crate::rules::tests::{TODAY, check_quiet};
    use crate::rules::{Rule, Surroundings, compatible_edits};
    use crate::text::edit;

    const RULES: [&Rule; 7] = [
        &separator::RULE,
        &empty_item::RULE,
        &duplicate::RULE,
        &unknown::RULE,
        &misspelled::RULE,
        &language::RULE,
        &not_in_text::RULE,
    ];

    /// Applies the safe fixes of all keyword rules in rounds, as `--fix` does.
    #[track_caller]
    fn check_fixed(value: &str, fixed: &str) {
        let mut text = format!("關鍵字/Keywords: {value}\n");
        for _ in 0..10 {
            let file = BriefFile::read(&text);
            let (pairings, house) = (Pairings::of(&file), House::default());
            let around = Surroundings { house: &house, usage: &Usage::default(), today: TODAY };
            let contexts = Context::all(&text, &file, &pairings, around);
            let findings: Vec<_> = contexts.flat_map(|cx| RULES.iter().flat_map(move |rule| rule.check(&cx))).collect();
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
        for rule in RULES {
            for value in ["軍事、中國、外交", "軍事、 中國", "臺灣、「一帶一路」、人工智慧（AI）", "", "\u{3000}"]
            {
                check_quiet(rule, &format!("關鍵字/Keywords：{value}\r\n"));
            }
            // V43: one keyword or many are in order.
            check_quiet(rule, "關鍵字: 軍事\n");
            check_quiet(rule, "關鍵字: 軍事、中國、外交、美國、日本、台灣、南海、東海、關稅、制裁、半導體、稀土\n");
        }
    }

    #[test]
    fn any_text_is_judged() {
        let long = format!("{}軍", "軍事 ,/".repeat(20_000));
        for value in ["😀", "𠮷、😀", "（", "、;；/", "。", ".", "()", "（）", "a/b, c", long.as_str()] {
            for rule in RULES {
                crate::rules::tests::run(rule, &format!("關鍵字: {value}\n摘要:\n中國\n"));
            }
        }
    }
}
