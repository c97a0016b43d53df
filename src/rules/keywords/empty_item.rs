//! `keywords/empty-item`: a mark in the keyword list that parts nothing.

use super::list;
use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::reading::keyword_list::KeywordGap;
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports marks in the keyword list that part nothing: doubled, leading or trailing `、`, and a stop at the end.
    ///
    /// ## Why
    /// Split at `、`, such a list holds a keyword without a name, or the same keyword once with and once without a stop.
    ///
    /// ## Example
    /// ```brief bad
    /// 關鍵字/Keywords: 軍事、、中國、外交。
    /// ```
    /// The fix removes the marks:
    /// ```brief good
    /// 關鍵字/Keywords: 軍事、中國、外交
    /// ```
    "keywords/empty-item", Info, Field(FieldKind::Keywords, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let list = list(cx, field);
    let last = list.gaps.len() - 1;
    let extra = list.gaps.iter().enumerate().filter_map(|(i, gap)| {
        // Between two keywords one mark is right.
        let wanted = usize::from(0 < i && i < last);
        let marks = gap.marks.get(wanted..).filter(|marks| !marks.is_empty())?;
        Some((gap, marks[0].cover(marks[marks.len() - 1]), i == last))
    });
    extra.map(|(gap, marks, at_end)| finding(cx.text, gap, marks, at_end)).collect()
}

fn finding(text: &str, gap: &KeywordGap, marks: Span, at_end: bool) -> Finding {
    let message = match &text[marks] {
        mark @ ("。" | "." | "．") if at_end => Message::KeywordStop { mark: mark.to_owned() },
        _ => Message::EmptyKeyword,
    };
    let start = if at_end { gap.span.start } else { marks.start };
    RULE.at(marks, message).safe_fix(Message::RemoveMark, vec![Edit::delete(Span::new(start, gap.span.end))])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn marks_at_the_ends() {
        check(&RULE, "關鍵字: 軍事、中國、外交«。»\n", Some("關鍵字: 軍事、中國、外交\n"));
        check(&RULE, "關鍵字：軍事、中國«、»\r\n", Some("關鍵字：軍事、中國\r\n"));
        check(&RULE, "關鍵字: 軍事、中國«.»\n", Some("關鍵字: 軍事、中國\n"));
        check(&RULE, "關鍵字: military«.»\n", Some("關鍵字: military\n"));
        check(&RULE, "關鍵字: 軍事、中國 «、 。» \n", Some("關鍵字: 軍事、中國 \n"));
        check(&RULE, "關鍵字: «、» 軍事«，»\n", Some("關鍵字: 軍事\n"));
    }

    #[test]
    fn doubled_marks() {
        check(&RULE, "關鍵字: 軍事、«、»中國、 «、 、»😀\n", Some("關鍵字: 軍事、中國、 😀\n"));
        check(&RULE, "關鍵字: 𠮷、«，»中國\n", Some("關鍵字: 𠮷、中國\n"));
    }

    #[test]
    fn nothing_but_marks() {
        check(&RULE, "關鍵字: «、、»\n", Some("關鍵字: \n"));
    }

    #[test]
    fn proper_ends() {
        check_quiet(&RULE, "關鍵字: 軍事、中國\n");
        check_quiet(&RULE, "關鍵字: 中國、U.S.\n");
        check_quiet(&RULE, "關鍵字: Washington, D.C.\n");
        check_quiet(&RULE, "關鍵字:\n");
    }
}
