//! Messages of the rules that compare the texts of partners.

use crate::messages::messages;

messages! {
    pub enum Message {
        ValuesDiffer { english: String, chinese: String } =>
            "the English says “{english}”, its Chinese partner “{chinese}”; compare and correct one of them",
            "英文寫「{english}」，對應的中文寫「{chinese}」，請核對並更正其中一方";
        AcronymsDiffer { english: String, chinese: String } =>
            "the English says {english}, its Chinese partner {chinese}; compare and correct one of them",
            "英文寫 {english}，對應的中文寫 {chinese}，請核對並更正其中一方";
        TermsDiffer { english: String, chinese: String } =>
            "“{english}” has no counterpart in the Chinese partner, nor “{chinese}” here; compare and correct one of them",
            "英文的「{english}」在對應的中文裡找不到，中文的「{chinese}」也不在英文裡；請核對並更正其中一方";
        TermUnansweredInChinese { term: String, counterpart: String } =>
            "“{term}” has no counterpart in the Chinese partner; it is {counterpart} in Chinese",
            "英文的「{term}」在對應的中文裡找不到，中文通常寫作{counterpart}";
        TermUnansweredInEnglish { term: String, counterpart: String } =>
            "“{term}” of the Chinese partner has no counterpart here; it is {counterpart} in English",
            "中文的「{term}」在對應的英文裡找不到，英文通常寫作{counterpart}";
        TermMissingInChinese { term: String, counterpart: String } =>
            "“{term}” has no counterpart in the Chinese partner; write {counterpart} there, as your house does (brief.toml)",
            "「{term}」在對應的中文裡沒有譯名；請在中文寫{counterpart}（見 brief.toml）";
        TermMissingInEnglish { term: String, counterpart: String } =>
            "its Chinese partner says “{term}”, which has no counterpart here; write {counterpart}, as your house does (brief.toml)",
            "對應的中文有「{term}」，這裡沒有譯名；請寫 {counterpart}（見 brief.toml）";
        EnglishIsShort =>
            "this is very short for its Chinese partner; check whether something is missing",
            "英文比對應的中文短很多，請檢查是否漏譯";
        EnglishIsLong =>
            "this is very long for its Chinese partner; check whether something is missing there",
            "英文比對應的中文長很多，請檢查中文是否漏譯";
        ChineseSays { text: String } => "the Chinese says “{text}”", "中文寫「{text}」";
    }
}
