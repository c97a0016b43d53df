//! `header/unknown-field`: a label that no brief has, or a slip in one that all have.

use super::messages::Message;
use crate::brief::{Label, LabelKind};
use crate::messages::Shared;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a label that is not known, and says which one was most likely meant.
    ///
    /// ## Why
    /// The value after a misspelt label is lost to readers who look for the field, and to the archive.
    ///
    /// ## Example
    /// ```brief bad
    /// 作者/Author(s): 王小明
    ///
    /// 日期/Data: 04/17/2025
    /// ```
    /// The fix corrects the label:
    /// ```brief good
    /// 作者/Author(s): 王小明
    ///
    /// 日期/Date: 04/17/2025
    /// ```
    /// Section labels are looked at too. A label that is close to no known one has no fix.
    ///
    /// ## Options
    /// `header.labels` in brief.toml adds the names that your house gives to fields.
    "header/unknown-field", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let fields = &cx.brief.fields;
    let spelt = |kind| fields.iter().any(|field| field.label.kind == Some(kind) && !field.label.misspelt);
    let present: Vec<LabelKind> = LabelKind::ALL.into_iter().filter(|&kind| spelt(kind)).collect();
    let fields = fields.iter().filter_map(|field| match field.label.kind {
        Some(_) if !field.label.misspelt => None,
        // Its field is there, so something else was meant.
        Some(kind) if present.contains(&kind) => Some(unknown(cx, &field.label)),
        Some(kind) => Some(misspelt(cx, &field.label, kind)),
        None => Some(unknown(cx, &field.label)),
    });
    let sections = cx.brief.sections.iter().filter(|section| section.label.misspelt);
    let sections = sections.map(|section| misspelt(cx, &section.label, LabelKind::Section(section.language)));
    fields.chain(sections).collect()
}

fn unknown(cx: &Context, label: &Label) -> Finding {
    RULE.at(label.words, Message::UnknownField { label: cx.text[label.words].to_owned() })
}

fn misspelt(cx: &Context, label: &Label, kind: LabelKind) -> Finding {
    let meant = cx.house.label(kind);
    RULE.at(label.words, Message::MisspeltLabel { label: cx.text[label.words].to_owned(), meant })
        .quick_fix(Shared::RenameLabel { to: meant }, vec![Edit::replace(label.words, meant)])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn a_slip_is_corrected() {
        check(&RULE, "作者: X\n«日期/Data»: 04/17/2025\n", Some("作者: X\n日期/Date: 04/17/2025\n"));
        check(&RULE, "作者: X\r\n«關鍵字/Keyowrds»：😀\r\n", Some("作者: X\r\n關鍵字/Keywords：😀\r\n"));
        check(&RULE, "作者: X\n**«Keyowrds»**: 𠮷\n", Some("作者: X\n**關鍵字/Keywords**: 𠮷\n"));
    }

    #[test]
    fn a_slip_in_a_section_label() {
        check(&RULE, "作者: X\n\n«Sumary»:\nChina\n", Some("作者: X\n\nSummary:\nChina\n"));
    }

    #[test]
    fn a_label_of_something_else_has_no_fix() {
        check(&RULE, "作者: X\n«譯者»: 王小明\n«Reviewer»：Y\n", None);
    }

    #[test]
    fn what_is_there_already_was_not_meant() {
        check(&RULE, "日期: 04/17/2025\n«Rate»: 5%\n", None);
    }

    #[test]
    fn known_labels_in_any_spelling() {
        check_quiet(&RULE, "作者 ／ Author（s） ：X\n出處: Y\nKEY WORDS: Z\n中文摘要:\n中國\n\n## Abstract\nChina\n");
    }

    #[test]
    fn text_with_a_colon_is_no_field() {
        check_quiet(&RULE, "作者: X\n\n摘要:\n北京指出: 中國\n他說：好\n\nhttps://www.iiss.org\n");
    }
}
