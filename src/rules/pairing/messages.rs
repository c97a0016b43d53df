//! Messages of the rules about points and their partners.

use crate::language::Language;
use crate::messages::messages;

messages! {
    pub enum Message {
        ForeignHalf { chinese_label: String, english_label: String } =>
            "{chinese_label} and {english_label} are about different things; put the half that belongs to this brief in its place",
            "「{chinese_label}」與「{english_label}」談的不是同一件事，請換成本篇的內容";
        OtherHalfHere => "the other half is here", "另一半在這裡";
        ForeignLead =>
            "the two leads are about different things; put the lead that belongs to this brief in its place",
            "中英文的導言談的不是同一件事，請換成本篇的導言";
        ForeignPoints { chinese: String, english: String } =>
            "English points {english} and Chinese points {chinese} have nothing in common with any point of the other half; replace those of another brief",
            "英文第 {english} 點與中文第 {chinese} 點和另一半的任何一點都沒有關聯，請換掉別篇的要點";
        PointCount { chinese: usize, english: usize, chinese_label: String, english_label: String } =>
            "{chinese_label} and {english_label} differ in their number of points, {chinese} and {english}; translate or remove the points without partner",
            "「{chinese_label}」有 {chinese} 點，「{english_label}」有 {english} 點；請補譯或刪除沒有對應的要點";
        CountOfSection { label: String, count: usize } => "points in {label}: {count}", "「{label}」有 {count} 點";
        PointsWithoutPartner { chinese: usize, english: usize, chinese_label: String, english_label: String, lone: String } =>
            "{chinese_label} and {english_label} differ in their number of points, {chinese} and {english}; without a partner: {lone}. Translate or remove what has none",
            "「{chinese_label}」有 {chinese} 點，「{english_label}」有 {english} 點；沒有對應翻譯的是：{lone}，請補譯或刪除";
        NoPartner { label: String, number: usize } =>
            "{label} {number} has no partner", "「{label}」第 {number} 點沒有對應的翻譯";
        Answers { chinese: usize, english: usize } =>
            "English point {english} answers Chinese point {chinese}", "英文第 {english} 點對應中文第 {chinese} 點";
        AddPartners { count: usize } =>
            "Add empty points ({count}) where partners are missing", "在缺少對應翻譯之處補上 {count} 個空白要點";
        Unpaired { chinese: usize, english: usize } =>
            "English point {english} and Chinese point {chinese} do not say the same, and nothing else does; translate both",
            "英文第 {english} 點與中文第 {chinese} 點內容不同，也找不到其他對應，請各補上翻譯";
        HardlyPaired { chinese: usize, english: usize } =>
            "English point {english} has hardly a word in common with its partner, Chinese point {chinese}; see whether they say the same",
            "英文第 {english} 點與對應的中文第 {chinese} 點幾乎沒有相同的內容，請確認兩者說的是否一致";
        UnpairedAlone { label: String, number: usize } =>
            "{label} {number} has no partner; translate or remove it",
            "「{label}」第 {number} 點沒有對應的翻譯，請補譯或刪除";
        PartnerlessChinese { number: usize } => "Chinese point {number} has no partner", "中文第 {number} 點沒有對應的翻譯";
        PointsSwapped { chinese: usize, english: usize, other_chinese: usize, other_english: usize } =>
            "two points are swapped: English {english} answers Chinese {chinese}, English {other_english} answers Chinese {other_chinese}; put them in one order",
            "兩點順序對調：英文第 {english} 點對應中文第 {chinese} 點，英文第 {other_english} 點對應中文第 {other_chinese} 點，請統一順序";
        PointMoved { chinese: usize, english: usize } =>
            "English point {english} answers Chinese point {chinese} and stands out of order; put both in one order",
            "英文第 {english} 點對應中文第 {chinese} 點，順序不一致，請統一順序";
        Reorder { language: Language } where other = language.other() =>
            "Put the {language} points in the {other} order", "依{other}順序排列{language}各點";
        Merged { language: Language, whole: usize, first: usize, second: usize } where other = language.other() =>
            "{language} point {whole} holds {other} points {first} and {second}; split it in two",
            "{language}第 {whole} 點包含{other}第 {first}、{second} 兩點，請拆成兩點";
        PartOfIt => "this is a part of it", "這是其中一部分";
        SplitPoint => "Split the point here, between the sentences", "在句子之間拆成兩點";
        DepthDiffers { chinese: usize, english: usize } =>
            "English point {english} is nested unlike its partner, Chinese point {chinese}; indent both alike",
            "英文第 {english} 點與對應的中文第 {chinese} 點層級不同，請統一縮排";
        PartnerHere => "its partner stands here", "對應的要點在這裡";
        IndentLikeChinese => "Indent the English points like the Chinese", "英文各點比照中文縮排";
        Untranslated { language: Language, number: usize } where other = language.other() =>
            "{language} point {number} is still {other}; translate it", "{language}第 {number} 點仍是{other}，請翻譯";
        LeadMissing { label: String } =>
            "{label} has no lead, the other section has one; write it here too, above the points",
            "「{label}」段缺少導言，另一語言的段落有；請在要點之前補上";
        LeadHere => "the other section's lead stands here", "另一語言的導言在這裡";
        AddEmptyPoints { label: String, count: usize } =>
            "Add the missing points ({count}), empty, at the end of {label}",
            "在「{label}」段末補上 {count} 個空白要點";
    }
}
