//! Rules about the keywords: the marks of the list, and the meaning of each item.

pub mod duplicate;
pub mod empty_item;
pub mod language;
mod messages;
pub mod misspelled;
pub mod not_in_text;
pub mod separator;
pub mod unknown;

use crate::brief::Field;
use crate::reading::keyword_list::KeywordList;
use crate::reading::keyword_reading::KeywordItem;
use crate::rules::{Context, Group};

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

fn list(cx: &Context, keywords: &Field) -> KeywordList {
    cx.keyword_reading(keywords).list.shift(keywords.value.start)
}

/// The items that repeat no earlier one; of the others, `keywords/duplicate` alone speaks.
fn distinct_items<'a>(cx: &Context<'a>, keywords: &Field) -> impl Iterator<Item = KeywordItem<'a>> + use<'a> {
    cx.keyword_items(keywords).into_iter().filter(|item| item.repeats.is_none())
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
