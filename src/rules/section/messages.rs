//! Messages of the rules about sections.

use crate::language::Language;
use crate::messages::messages;

messages! {
    pub enum Message {
        MissingSection { label: &'static str } =>
            "the section {label} is missing; add it",
            "缺少「{label}」段，請補上";
        AddSection { label: &'static str } => "Add the section {label}", "補上「{label}」段";
        AddSectionLabel { label: &'static str } => "Put the label {label} before this text", "在這段文字前加上「{label}」標籤";
        SectionOrder =>
            "the English section comes before the Chinese one; swap the two",
            "英文段寫在中文段之前，請對調";
        ChineseSectionHere => "the Chinese section is here", "中文段在這裡";
        SwapSections => "Swap the sections", "對調兩段";
        EmptySection { label: &'static str } =>
            "the section {label} has no text; write it",
            "「{label}」段沒有內容，請填寫";
        TextOnLabelLine { label: &'static str } =>
            "there is text on the line of {label}; begin it on the next line",
            "「{label}」標籤同一行有文字，請換行再寫";
        BreakLine => "Break the line after the label", "在標籤後換行";
        ExtraParagraph =>
            "this paragraph after the lead has no mark; make it a point, or a part of the lead",
            "導言之後出現沒有項目符號的段落，請改為要點，或併入導言";
        MakePoint => "Make it a point", "改為要點";
        MakePoints => "Make the paragraphs after the lead points", "導言之後的段落都改為要點";
        ChineseInEnglish =>
            "this is Chinese, in the English section; translate or move it",
            "英文段裡出現中文，請翻譯或移到中文段";
        EnglishInChinese =>
            "this is English, in the Chinese section; translate or move it",
            "中文段裡出現整段英文，請翻譯或移到英文段";
        SectionWrittenIn { label: &'static str, language: Language } =>
            "the section {label} is written in {language}; translate it or correct its label",
            "「{label}」段寫的是{language}，請翻譯或更正標籤";
        ExchangeLabels => "Exchange the labels of the two sections", "對調兩段的標籤";
        WrongLabel { label: &'static str, language: Language } where other = language.other() =>
            "this label is the {other} section's, and there is another like it; {language} stands below, so write {label}",
            "這是{other}段的標籤，而且出現兩次；下面寫的是{language}，請改為「{label}」";
    }
}
