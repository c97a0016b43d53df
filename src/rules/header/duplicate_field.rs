//! `header/duplicate-field`: the same field a second time.

use std::ops::Range;

use super::messages::Message;
use crate::brief::{Field, LineKind};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a header field that the same header already has.
    ///
    /// ## Why
    /// Only the first one counts, for readers as for the archive; the other is most often left over from the brief
    /// that this one was copied from.
    ///
    /// ## Example
    /// ```brief bad
    /// 作者/Author(s): 王小明
    ///
    /// 日期/Date: 04/17/2025
    ///
    /// 日期/Date: 04/18/2025
    /// ```
    /// The fix deletes the later one:
    /// ```brief good
    /// 作者/Author(s): 王小明
    ///
    /// 日期/Date: 04/17/2025
    /// ```
    /// Where only the later one has a value, you choose yourself which line to delete.
    "header/duplicate-field", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let mut firsts: Vec<&Field> = Vec::new();
    let mut findings = Vec::new();
    // A guess from a misspelt label is no proof of a second field.
    for field in cx.brief.fields.iter().filter(|field| !field.label.misspelt) {
        let Some(kind) = field.kind() else { continue };
        match firsts.iter().find(|first| first.kind() == Some(kind)) {
            Some(first) => findings.push(duplicate(cx, cx.house.label(kind), first, field)),
            None => firsts.push(field),
        }
    }
    findings
}

fn duplicate(cx: &Context, label: &'static str, first: &Field, field: &Field) -> Finding {
    let finding = RULE
        .at(field.label.words, Message::DuplicateField { label })
        .related(first.label.words, Message::FirstOne { label });
    // The only value must not be lost.
    if first.value.is_empty() && !field.value.is_empty() {
        return finding;
    }
    finding.quick_fix(Message::DeleteField, vec![Edit::delete(with_blank_line(cx, field.line..field.value_line + 1))])
}

fn with_blank_line(cx: &Context, lines: Range<usize>) -> Span {
    let blank = cx.file.lines.get(lines.end).is_some_and(|line| line.kind == LineKind::Blank);
    cx.file.lines_span(&(lines.start..lines.end + usize::from(blank)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn the_later_one_goes_with_its_blank_line() {
        check(
            &RULE,
            "日期/Date: 04/17/2025\n\n«日期/Date»: 04/18/2025\n\n關鍵字: 軍事\n",
            Some("日期/Date: 04/17/2025\n\n關鍵字: 軍事\n"),
        );
        check(&RULE, "作者：王小明\r\n«作者»：😀\r\n摘要：\r\n", Some("作者：王小明\r\n摘要：\r\n"));
        check(&RULE, "作者: X\n«Author»: Y", Some("作者: X\n"));
    }

    #[test]
    fn a_value_on_the_next_line_goes_too() {
        check(&RULE, "作者:\n王小明\n\n«作者»:\n𠮷田\n\n日期: Z\n", Some("作者:\n王小明\n\n日期: Z\n"));
    }

    #[test]
    fn lines_without_a_label_stay() {
        check(&RULE, "作者: X\n«作者»: Y\n中國\n\n日期: Z\n", Some("作者: X\n中國\n\n日期: Z\n"));
    }

    #[test]
    fn each_later_one_is_reported() {
        check(&RULE, "作者: X\n\n«作者»: Y\n\n«Authors»: Z\n\n日期:\n", Some("作者: X\n\n日期:\n"));
    }

    #[test]
    fn the_only_value_is_kept() {
        check(&RULE, "作者:\n\n«作者»: 王小明\n", None);
        check(&RULE, "作者:\n\n«作者»:\n", Some("作者:\n\n"));
    }

    #[test]
    fn the_first_one_is_related() {
        let findings = run(&RULE, "作者: X\n作者: Y\n");
        assert_eq!(findings[0].related[0].span.range(), 0.."作者".len());
    }

    #[test]
    fn slips_and_other_briefs_are_no_duplicates() {
        check_quiet(&RULE, "日期: 04/17/2025\nRate: 5%\n譯者: X\n審者: Y\n");
        check_quiet(&RULE, "作者: X\n摘要:\n中國\n\n作者: Y\n");
    }
}
