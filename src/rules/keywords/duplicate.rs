//! `keywords/duplicate`: a keyword that stands twice.

use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span, fold};

rule! {
    /// Reports a keyword that says the same as one before it, in another spelling or language too.
    ///
    /// ## Why
    /// A keyword counts once; the second one takes the place of another that would help to find the brief.
    ///
    /// ## Example
    /// ```brief bad
    /// 關鍵字/Keywords: 台灣、中國、臺灣
    /// ```
    /// The fix removes the later one:
    /// ```brief good
    /// 關鍵字/Keywords: 台灣、中國
    /// ```
    ///
    /// ## Options
    /// `vocabulary.keywords` in brief.toml adds keywords, with their English as `{ zh = "灰色地帶", en = "gray zone" }`.
    "keywords/duplicate", Warning, Field(FieldKind::Keywords, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let items = cx.keyword_items(field);
    let mut findings = Vec::new();
    for (before, item) in items.iter().zip(items.iter().skip(1)) {
        let Some(first) = item.repeats.map(|first| &items[first]) else { continue };
        let keyword = item.text.to_owned();
        let message = if fold(item.text) == fold(first.text) {
            Message::DuplicateKeyword { keyword: keyword.clone() }
        } else {
            Message::SameKeyword { keyword: keyword.clone(), first: first.text.to_owned() }
        };
        // With what parts it from the one before.
        let fix = vec![Edit::delete(Span::new(before.span.end, item.span.end))];
        let finding = RULE.at(item.span, message).related(first.span, Message::FirstKeyword);
        findings.push(finding.safe_fix(Message::RemoveKeyword { keyword }, fix));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{Message, RULE};
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn the_same_again() {
        check(&RULE, "關鍵字: 軍事、中國、«軍事»\n", Some("關鍵字: 軍事、中國\n"));
        check(&RULE, "關鍵字：軍事、«軍事» 、«軍事»、中國\r\n", Some("關鍵字：軍事、中國\r\n"));
        check(&RULE, "關鍵字: 𠮷、😀𠮷、«𠮷»\n", Some("關鍵字: 𠮷、😀𠮷\n"));
    }

    #[test]
    fn the_same_in_another_spelling() {
        check(&RULE, "關鍵字: 台灣、«臺灣»\n", Some("關鍵字: 台灣\n"));
        check(&RULE, "關鍵字: 軍事、«军事»\n", Some("關鍵字: 軍事\n"));
        check(&RULE, "關鍵字: 美國、«US»、«United States»\n", Some("關鍵字: 美國\n"));
        check(&RULE, "關鍵字: AI、«ＡＩ»、«人工智慧（AI）»\n", Some("關鍵字: AI\n"));
        check(&RULE, "關鍵字: 雲端觀測、«雲端 观测»\n", Some("關鍵字: 雲端觀測\n"));
    }

    #[test]
    fn the_message_tells_which_is_meant() {
        let findings = run(&RULE, "關鍵字: 美國、US、美國\n");
        assert_eq!(findings[0].message, Message::SameKeyword { keyword: "US".into(), first: "美國".into() }.into());
        assert_eq!(findings[1].message, Message::DuplicateKeyword { keyword: "美國".into() }.into());
        assert_eq!(findings[1].related[0].span, findings[0].related[0].span);
    }

    #[test]
    fn different_keywords() {
        check_quiet(&RULE, "關鍵字: 美國、美中關係、美國國會\n");
        check_quiet(&RULE, "關鍵字: 軍事、軍式\n");
    }
}
