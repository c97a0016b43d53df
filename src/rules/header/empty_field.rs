//! `header/empty-field`: a label that nothing follows.

use super::messages::Message;
use crate::brief::{Brief, FieldKind};
use crate::house::Severity;
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
    /// There is no fix, but completion offers values. In a brief that is still the template, with nothing in it but
    /// labels and a date, it is a hint: nobody has begun to fill it in.
    ///
    /// ## Options
    /// `header.fields` in brief.toml lists the fields that your house requires; one that it does not can be left out.
    "header/empty-field", Error, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let severity = if is_template(cx.brief) { Severity::Hint } else { RULE.severity };
    let empty = cx.brief.fields.iter().filter(|field| field.value.is_empty());
    empty
        .filter_map(|field| {
            let label = cx.house.label(field.kind()?);
            Some(Finding { severity, ..RULE.at(field.label.words, Message::EmptyField { label }) })
        })
        .collect()
}

/// Whether nobody has begun to fill in the form: its sections, and all fields but the date, which is filled in for
/// people, are empty.
fn is_template(brief: &Brief) -> bool {
    let is_open = brief.fields.iter().all(|field| field.value.is_empty() || field.kind() == Some(FieldKind::Date));
    let mut texts = brief.sections.iter().flat_map(|section| section.texts());
    is_open && !brief.sections.is_empty() && texts.all(|text| text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::house::Severity;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn a_label_alone() {
        check(&RULE, "作者: X\n«關鍵字/Keywords»:\n", None);
        check(&RULE, "作者: X\n«關鍵字/Keywords»: \u{a0}\u{3000}\n\n摘要:\n", None);
    }

    #[test]
    fn a_template_is_no_fault_until_somebody_begins_to_fill_it_in() {
        let severities =
            |text: &str| -> Vec<Severity> { run(&RULE, text).iter().map(|found| found.severity).collect() };
        let fresh = "作者/Author(s):\n\n網站來源/Source:\n\n日期/Date: 03/02/2026\n\n關鍵字/Keywords:\n\n摘要:\n  •\n\nSummary:\n  •\n";
        assert_eq!(severities(fresh), [Severity::Hint; 3]);
        assert_eq!(severities(&fresh.replace("Author(s):", "Author(s): 王小明")), [Severity::Error; 2]);
        assert_eq!(severities(&fresh.replacen("•", "• 中國😀", 1)), [Severity::Error; 3]);
        assert_eq!(severities("作者:\n日期: 03/02/2026\n"), [Severity::Error]);
    }

    #[test]
    fn a_value_on_the_next_line_is_a_value() {
        check_quiet(&RULE, "作者:\n王小明 😀\n");
    }
}
