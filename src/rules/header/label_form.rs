//! `header/label-form`: a label that is understood, but written unlike the template's.

use super::messages::Message;
use crate::brief::{Label, LabelKind};
use crate::messages::Shared;
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, fold};

rule! {
    /// Reports a header or section label in other words than the template's, or one with Markdown marks or brackets
    /// round it.
    ///
    /// The width of a character, capitals, and spaces round the slash are no matter.
    ///
    /// ## Why
    /// One label for one thing lets readers, and whoever sets the brief in print, find it everywhere.
    ///
    /// ## Example
    /// ```brief bad
    /// 作者: 王小明
    ///
    /// 中文摘要:
    /// 中國正推動新秩序。
    /// ```
    /// The fix writes the template's words; it is safe and may be applied on its own:
    /// ```brief good
    /// 作者/Author(s): 王小明
    ///
    /// 摘要:
    /// 中國正推動新秩序。
    /// ```
    /// Marks such as `**` are removed only when you ask for it: some houses write Markdown.
    ///
    /// ## Options
    /// `header.labels` and `sections.labels` in brief.toml set the labels of your house.
    "header/label-form", Hint, Label(check)
}

fn check(cx: &Context, label: &Label, kind: LabelKind) -> Vec<Finding> {
    // A slip in a label is left to `header/unknown-field`.
    let is_known = !label.misspelt;
    is_known.then(|| form(cx, label, cx.house.label(kind))).flatten().into_iter().collect()
}

/// The fault of the label: its words, or else its decoration alone.
fn form(cx: &Context, label: &Label, canonical: &'static str) -> Option<Finding> {
    let words = &cx.text[label.words];
    if spelling(words) != spelling(canonical) {
        let finding = RULE.at(label.words, Message::LabelForm { label: words.to_owned(), canonical });
        let title = Shared::RenameLabel { to: canonical };
        let edits = vec![Edit::replace(label.words, canonical)];
        // Which of two sections it names was guessed from the text below.
        let unsure = label.both_sections;
        return Some(if unsure { finding.quick_fix(title, edits) } else { finding.safe_fix(title, edits) });
    }
    label.decorated.then(|| {
        let colon = label.colon.map_or(":", |colon| &cx.text[colon]);
        let edits = vec![Edit::replace(label.whole, format!("{words}{colon}"))];
        RULE.at(label.whole, Message::DecoratedLabel { canonical }).quick_fix(Message::StripDecoration, edits)
    })
}

/// A label's words without layout: spaces around the slash.
fn spelling(words: &str) -> String {
    fold(words).replace(" /", "/").replace("/ ", "/")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn width_and_spacing_are_no_matter() {
        check_quiet(&RULE, "作者/Author(s)：Erik Green\n作者 / Author(s) : X\n");
        check_quiet(&RULE, "作者／Author（s）：X\n");
        check_quiet(&RULE, "網站來源/SOURCE: X\n日期/date: Y\n\nSUMMARY:\nChina\n");
    }

    #[test]
    fn half_a_label() {
        check(&RULE, "«作者»: X\n", Some("作者/Author(s): X\n"));
        check(&RULE, "«Author(s)»: X\r\n«日期» ：Y", Some("作者/Author(s): X\r\n日期/Date ：Y"));
    }

    #[test]
    fn other_words() {
        for words in ["作者/Author", "作者/Authors", "Author(s)/作者", "作者們"] {
            check(&RULE, &format!("«{words}»: 𠮷 😀\n"), Some("作者/Author(s): 𠮷 😀\n"));
        }
        for words in ["來源/Source", "網站/Source", "資料來源/Source", "出處/Source", "网站来源/Source"] {
            check(&RULE, &format!("«{words}»：X\n"), Some("網站來源/Source：X\n"));
        }
        for words in ["關鍵詞/Keywords", "關鍵字/Key words", "關鍵字/Keyword", "关键字/Keywords"] {
            check(&RULE, &format!("«{words}»: X\n"), Some("關鍵字/Keywords: X\n"));
        }
        check(&RULE, "«日期（Date）»：X\n", Some("日期/Date：X\n"));
    }

    #[test]
    fn other_words_for_a_section() {
        for words in ["中文摘要", "重點摘要", "Chinese Summary"] {
            check(&RULE, &format!("«{words}»:\n中國\n"), Some("摘要:\n中國\n"));
        }
        for words in ["Abstract", "英文摘要", "Executive Summary"] {
            check(&RULE, &format!("«{words}»:\nChina\n"), Some("Summary:\nChina\n"));
        }
    }

    #[test]
    fn words_for_both_sections() {
        check(&RULE, "«摘要/Abstract»:\n中國\n\n«摘要/Abstract»:\nChina\n", Some("摘要:\n中國\n\nSummary:\nChina\n"));
        assert!(!run(&RULE, "摘要/Abstract:\n中國\n")[0].fixes[0].safe);
        assert!(run(&RULE, "中文摘要:\n中國\n")[0].fixes[0].safe);
    }

    #[test]
    fn decoration_round_the_right_words() {
        check(&RULE, "«**日期/Date**:» 2026-01-22\n", Some("日期/Date: 2026-01-22\n"));
        check(&RULE, "«**日期/Date：**» 2026-01-22\n", Some("日期/Date： 2026-01-22\n"));
        check(&RULE, "«## 摘要»\r\n中國\r\n", Some("摘要:\r\n中國\r\n"));
        check(&RULE, "«【摘要】»  \n中國\n", Some("摘要:  \n中國\n"));
        check(&RULE, "  «### **Summary**»\nChina\n", Some("  Summary:\nChina\n"));
        assert!(!run(&RULE, "## 摘要\n中國\n")[0].fixes[0].safe);
    }

    #[test]
    fn decoration_round_other_words_stays_for_now() {
        check(&RULE, "**«日期»**: X\n", Some("**日期/Date**: X\n"));
        check(&RULE, "## «中文摘要»\n中國\n", Some("## 摘要\n中國\n"));
    }

    #[test]
    fn slips_and_other_labels_are_not_its_business() {
        check_quiet(&RULE, "作者/Author(s): X\n日期/Data: Y\n譯者: Z\n\nSumary:\nChina\n");
    }
}
