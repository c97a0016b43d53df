//! `keywords/separator`: keywords that something else than `、` parts.

use super::list;
use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::reading::keyword_list::{KeywordGap, KeywordList};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span, is_blank};

rule! {
    /// Reports keywords that are separated by commas, semicolons, slashes or spaces instead of `、`.
    ///
    /// ## Why
    /// Whoever sorts or counts keywords splits them at `、`; with another mark the whole line becomes one keyword.
    ///
    /// ## Example
    /// ```brief bad
    /// 關鍵字/Keywords: 軍事, 中國, 外交
    /// ```
    /// The fix rewrites all separators of the line:
    /// ```brief good
    /// 關鍵字/Keywords: 軍事、中國、外交
    /// ```
    ///
    /// A comma or slash inside an English name, a number or brackets separates nothing: Washington, D.C.; A2/AD.
    ///
    /// ## Options
    /// `vocabulary.keywords` in brief.toml adds keywords that hold a blank or a mark.
    "keywords/separator", Warning, Field(FieldKind::Keywords, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let list = list(cx, field);
    let mut separators = list.inner_gaps().iter().filter_map(|gap| gap.marks.first().copied());
    let Some(wrong) = separators.find(|&separator| &cx.text[separator] != "、") else { return Vec::new() };
    let message = match &cx.text[wrong] {
        space if space.trim_matches(is_blank).is_empty() => Message::KeywordSpace,
        mark => Message::KeywordSeparator { separator: mark.to_owned() },
    };
    vec![RULE.at(wrong, message).safe_fix(Message::SeparateKeywords, rewrite(cx.text, &list))]
}

/// Edits that make the first mark of each gap a 、 without blanks; further marks are left to `keywords/empty-item`.
fn rewrite(text: &str, list: &KeywordList) -> Vec<Edit> {
    let separators = list.inner_gaps().iter().map(first_mark);
    separators.filter(|&span| &text[span] != "、").map(|span| Edit::replace(span, "、")).collect()
}

/// The first mark of a gap, with the blanks around it.
fn first_mark(gap: &KeywordGap) -> Span {
    Span::new(gap.span.start, gap.marks.get(1).map_or(gap.span.end, |second| second.start))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn other_separators() {
        check(&RULE, "關鍵字/Keywords: 軍事«，»中國，外交\n", Some("關鍵字/Keywords: 軍事、中國、外交\n"));
        check(&RULE, "關鍵字：軍事«,» 中國\r\n", Some("關鍵字：軍事、中國\r\n"));
        check(&RULE, "關鍵字: 軍事«；»中國 ; 外交\n", Some("關鍵字: 軍事、中國、外交\n"));
        check(&RULE, "關鍵字: 軍事« »中國\n", Some("關鍵字: 軍事、中國\n"));
        check(&RULE, "關鍵字: 軍事«\u{3000}»中國\u{3000}\u{3000}外交\n", Some("關鍵字: 軍事、中國、外交\n"));
        check(&RULE, "關鍵字: 軍事«/»中國／外交\n", Some("關鍵字: 軍事、中國、外交\n"));
        check(&RULE, "關鍵字: US«,» China\n", Some("關鍵字: US、China\n"));
        check(&RULE, "關鍵字: 😀«，»𠮷\n", Some("關鍵字: 😀、𠮷\n"));
    }

    #[test]
    fn one_finding_a_value() {
        check(&RULE, "關鍵字: 軍事、 中國«，»外交 ；美國\n", Some("關鍵字: 軍事、中國、外交、美國\n"));
    }

    #[test]
    fn marks_inside_a_keyword() {
        check_quiet(&RULE, "關鍵字: Belt and Road、South China Sea\n");
        check_quiet(&RULE, "關鍵字: Washington, D.C.、軍事\n");
        check_quiet(&RULE, "關鍵字: one country, two systems\n");
        check_quiet(&RULE, "關鍵字: A2/AD、1,000架無人機\n");
        check_quiet(&RULE, "關鍵字: 《中國，美國》、人工智慧（AI, 5G）\n");
    }

    #[test]
    fn layout_and_ends_are_others_business() {
        check_quiet(&RULE, "關鍵字: 軍事、 中國 、外交\n");
        check_quiet(&RULE, "關鍵字: 軍事、中國，\n");
        check_quiet(&RULE, "關鍵字: 軍事\n");
        check_quiet(&RULE, "關鍵字:\n");
    }
}
