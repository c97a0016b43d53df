//! `keywords/unknown`: a keyword that is in no list.

use super::distinct_items;
use super::messages::Message;
use crate::archive::NameKind;
use crate::brief::{Field, FieldKind};
use crate::reading::keyword_reading::{KeywordItem, KeywordMeaning};
use crate::rules::{Context, Finding, WordList, rule};

rule! {
    /// Reports a keyword that is not in the list of known ones.
    ///
    /// ## Why
    /// A keyword helps to find a brief only if other briefs use the same one. Often a known keyword says the same.
    ///
    /// ## Example
    /// ```brief bad
    /// 關鍵字/Keywords: 雲端觀測、中國
    /// ```
    /// ```brief good
    /// 關鍵字/Keywords: 軍事、中國
    /// ```
    ///
    /// In an editor, a keyword that three briefs of the workspace's folders have is known as well. Fewer prove nothing: one may
    /// be the slip, another its copy.
    ///
    /// ## Options
    /// `vocabulary.keywords` in brief.toml adds the keywords of your house. With `vocabulary.closed = true` a keyword in no list
    /// is a warning, whatever other briefs have, and `vocabulary.built-in = false` leaves only your own list.
    "keywords/unknown", Hint, Field(FieldKind::Keywords, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    // Words of the mainland are `text/regional-term`'s.
    let is_unknown =
        |item: &KeywordItem| item.meaning == KeywordMeaning::Unknown && !cx.house.terms().is_mainland_word(item.text);
    // A closed list is the house's alone.
    let is_used = |item: &KeywordItem| !cx.house.vocabulary.closed && cx.usage.knows(NameKind::Keyword, item.text);
    let unknown = distinct_items(cx, field).filter(|item| is_unknown(item) && !is_used(item));
    let finding = |item: &KeywordItem| RULE.at(item.span, Message::UnknownKeyword { keyword: item.text.to_owned() });
    unknown.map(|item| finding(&item).unlisted(cx, WordList::Keywords)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::house::House;
    use crate::rules::tests::{check, check_beside, check_quiet, run_beside};

    #[test]
    fn keywords_in_no_list() {
        check(&RULE, "關鍵字: «雲端觀測»、中國、«😀»、«cloud gazing»\n", None);
        check(&RULE, "關鍵字：«𠮷»\r\n", None);
        check(&RULE, "關鍵字: «雲端觀測»、雲端觀測\n", None);
        // The words of the mainland have a rule where they are never right.
        check(&RULE, "關鍵字: 特朗普、«朝鮮»、人工智能\n", None);
    }

    #[test]
    fn known_ones_in_every_spelling() {
        check_quiet(&RULE, "關鍵字: 臺灣、军事、US、人工智慧（AI）、「一帶一路」\n");
    }

    #[test]
    fn what_three_briefs_of_the_archive_have_is_known() {
        let archive = [(3, "關鍵字: 雲端觀測、Cloud Gazing"), (2, "關鍵字: 雲端觀則")];
        check_beside(&archive, &RULE, "關鍵字: 雲端觀測、«雲端觀則»、cloud gazing\n", None);
        let mut house = House::default();
        house.vocabulary.closed = true;
        let findings = run_beside(&archive, &house, &RULE, "關鍵字: 雲端觀測\n");
        assert_eq!(findings.len(), 1, "the house has closed its list");
    }

    #[test]
    fn misspelled_ones_are_not_unknown() {
        check_quiet(&RULE, "關鍵字: 人工智能、militray\n");
    }
}
