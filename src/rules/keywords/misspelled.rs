//! `keywords/misspelled`: nearly a known keyword.

use super::distinct_items;
use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::messages::Shared;
use crate::reading::keyword_reading::KeywordMeaning;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a keyword that is a known one but for a wrong character, or that is written in simplified characters.
    ///
    /// ## Why
    /// Whoever searches for the right keyword does not find a brief with a misspelled one.
    ///
    /// ## Example
    /// ```brief bad
    /// 關鍵字/Keywords: 關健礦物、人工智能
    /// ```
    /// The fix puts in the known keyword:
    /// ```brief good
    /// 關鍵字/Keywords: 關鍵礦物、人工智慧
    /// ```
    ///
    /// Two Chinese words that differ by one character are mostly both right, so only characters of the same sound, and
    /// slips that are well known, are reported.
    ///
    /// ## Options
    /// `vocabulary.keywords` in brief.toml adds keywords that are right as they are.
    "keywords/misspelled", Warning, Field(FieldKind::Keywords, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let mut findings = Vec::new();
    for item in distinct_items(cx, field) {
        let keyword = item.text.to_owned();
        let (message, meant) = match item.meaning {
            KeywordMeaning::Misspelt(meant) => {
                (Message::MisspeltKeyword { keyword, meant: meant.name.chinese.to_owned() }, meant)
            }
            KeywordMeaning::Simplified(meant) => {
                (Message::SimplifiedKeyword { keyword, meant: meant.name.chinese.to_owned() }, meant)
            }
            _ => continue,
        };
        let title = Shared::ReplaceBy { text: meant.name.chinese.to_owned() };
        findings.push(RULE.at(item.span, message).quick_fix(title, vec![Edit::replace(item.span, meant.name.chinese)]));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn simplified_characters() {
        check(&RULE, "關鍵字: «军事»、«中国»\n", Some("關鍵字: 軍事、中國\n"));
        check(&RULE, "關鍵字：😀、«台湾»\r\n", Some("關鍵字：😀、台灣\r\n"));
    }

    #[test]
    fn wrong_characters() {
        check(&RULE, "關鍵字: 特朗普、«人工智能»\n", Some("關鍵字: 特朗普、人工智慧\n"));
        check(&RULE, "關鍵字: «軍式»、«供應練»\n", Some("關鍵字: 軍事、供應鏈\n"));
        check(&RULE, "關鍵字: «militray»、𠮷\n", Some("關鍵字: 軍事、𠮷\n"));
    }

    #[test]
    fn other_words_are_no_slips() {
        check_quiet(&RULE, "關鍵字: 軍售、核能、單邊主義、美日關係、資訊安全、戰略競合\n");
        check_quiet(&RULE, "關鍵字: 臺灣、Indo Pacific、tariff\n");
    }

    #[test]
    fn a_repeated_one_is_a_duplicate() {
        check_quiet(&RULE, "關鍵字: 軍事、军事\n");
    }
}
