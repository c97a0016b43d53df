//! `header/value-on-next-line`: a value that stands under its label.

use super::messages::Message;
use crate::brief::Field;
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a header value on the line below its label.
    ///
    /// ## Why
    /// In the template each field is one line; a value alone on its line is easily taken for text.
    ///
    /// ## Example
    /// ```brief bad
    /// 作者/Author(s):
    /// 王小明
    /// ```
    /// The fix joins the two lines; it is safe and may be applied on its own:
    /// ```brief good
    /// 作者/Author(s): 王小明
    /// ```
    "header/value-on-next-line", Info, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let fields = cx.brief.fields.iter().filter(|field| field.value_line != field.line);
    fields.filter_map(|field| on_next_line(cx, field)).collect()
}

fn on_next_line(cx: &Context, field: &Field) -> Option<Finding> {
    let label = cx.house.label(field.kind()?);
    // A heading has no colon, and with the value behind it would not be a label any more.
    let gap = if field.label.colon.is_some() { " " } else { ": " };
    let between = Span::new(field.label.whole.end, field.value.start);
    let edits = vec![Edit::replace(between, gap)];
    Some(RULE.at(field.value, Message::ValueOnNextLine { label }).safe_fix(Message::JoinValue, edits))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn label_and_value_are_joined() {
        check(&RULE, "作者:\n«王小明»\n", Some("作者: 王小明\n"));
        check(&RULE, "作者： \u{a0}\r\n　«𠮷田 😀» \r\n日期: X\r\n", Some("作者： 𠮷田 😀 \r\n日期: X\r\n"));
        check(&RULE, "**作者:**\n«X»\n\n日期:\n«Y»", Some("**作者:** X\n\n日期: Y"));
    }

    #[test]
    fn a_heading_gets_a_colon() {
        check(&RULE, "## 日期/Date\n«04/17/2025»\n", Some("## 日期/Date: 04/17/2025\n"));
    }

    #[test]
    fn values_in_place_or_absent() {
        check_quiet(&RULE, "作者: 王小明\n中國\n");
        check_quiet(&RULE, "作者:\n\n王小明\n");
        check_quiet(&RULE, "作者:\n日期: X\n");
    }

    #[test]
    fn an_unknown_label_is_not_its_business() {
        check_quiet(&RULE, "作者: X\n譯者:\n王小明\n");
    }
}
