//! `keywords/language`: a keyword in English.

use super::distinct_items;
use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::messages::Shared;
use crate::reading::keyword_reading::KeywordMeaning;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports an English keyword whose Chinese one is known.
    ///
    /// ## Why
    /// The keywords of all briefs are one list. Half of it in English, it splits what belongs together.
    ///
    /// ## Example
    /// ```brief bad
    /// 關鍵字/Keywords: military、China
    /// ```
    /// The fix puts in the Chinese keyword:
    /// ```brief good
    /// 關鍵字/Keywords: 軍事、中國
    /// ```
    ///
    /// ## Options
    /// `vocabulary.keywords` in brief.toml adds keywords with their English, as `{ zh = "灰色地帶", en = "gray zone" }`.
    "keywords/language", Hint, Field(FieldKind::Keywords, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let mut findings = Vec::new();
    for item in distinct_items(cx, field) {
        let KeywordMeaning::English(known) = item.meaning else { continue };
        let message = Message::EnglishKeyword { keyword: item.text.to_owned(), chinese: known.name.chinese.to_owned() };
        let title = Shared::ReplaceBy { text: known.name.chinese.to_owned() };
        findings.push(RULE.at(item.span, message).quick_fix(title, vec![Edit::replace(item.span, known.name.chinese)]));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn english_keywords() {
        check(&RULE, "關鍵字: «military»、«China»\n", Some("關鍵字: 軍事、中國\n"));
        check(&RULE, "關鍵字：😀、«ＡＩ»、«tariff»\r\n", Some("關鍵字：😀、人工智慧、關稅\r\n"));
        check(&RULE, "關鍵字: «Belt and Road Initiative»\n", Some("關鍵字: 一帶一路\n"));
    }

    #[test]
    fn chinese_and_unknown_ones() {
        check_quiet(&RULE, "關鍵字: 軍事、人工智慧（AI）、cloud gazing、𠮷\n");
    }

    #[test]
    fn a_repeated_one_is_a_duplicate() {
        check_quiet(&RULE, "關鍵字: 美國、US\n");
    }
}
