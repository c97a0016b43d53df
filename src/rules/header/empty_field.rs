//! `header/empty-field`: a label that nothing follows.

use crate::messages::Message;
use crate::rules::{Context, Finding, rule};

rule! {
    /// Reports a header label with nothing after it.
    ///
    /// ## Why
    /// An empty field looks filled in when the header is skimmed, and reaches print.
    ///
    /// ## Example
    /// ```brief bad
    /// 作者/Author(s): 王小明
    /// 關鍵字/Keywords:
    /// ```
    /// Write the value:
    /// ```brief good
    /// 作者/Author(s): 王小明
    /// 關鍵字/Keywords: 軍事、外交
    /// ```
    ///
    /// There is no fix, but completion offers values.
    ///
    /// ## Options
    /// `header.fields` in brief.toml lists the fields that your house requires; one that it does not can be left out.
    "header/empty-field", Error, check
}

fn check(cx: &Context) -> Vec<Finding> {
    let empty = cx.brief.fields.iter().filter(|field| field.value.is_empty());
    empty
        .filter_map(|field| {
            let label = cx.house.label(field.kind()?);
            Some(RULE.at(field.label.words, Message::EmptyField { label }))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn a_label_alone() {
        // V14
        check(&RULE, "作者: X\n«關鍵字/Keywords»:\n", None);
        check(&RULE, "作者: X\n«關鍵字/Keywords»: \u{a0}\u{3000}\n\n摘要:\n", None);
    }

    #[test]
    fn a_value_on_the_next_line_is_a_value() {
        check_quiet(&RULE, "作者:\n王小明 😀\n");
    }
}
