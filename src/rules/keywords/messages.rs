//! Messages of the rules about keywords.

use crate::messages::messages;

messages! {
    pub enum Message {
        KeywordSeparator { separator: String } =>
            "keywords are separated by 、, not by “{separator}”",
            "關鍵字之間請用「、」，不要用「{separator}」";
        KeywordSpace => "keywords are separated by 、, not by spaces", "關鍵字之間請用「、」，不要用空白";
        SeparateKeywords => "Separate by 、", "改用「、」分隔";
        EmptyKeyword => "a keyword is empty here; remove the extra mark", "這裡有空的關鍵字，請刪去多餘的標點";
        KeywordStop { mark: String } =>
            "keywords end without a mark; remove “{mark}”",
            "關鍵字結尾不加標點，請刪去「{mark}」";
        RemoveMark => "Remove the extra mark", "刪去多餘的標點";
        DuplicateKeyword { keyword: String } =>
            "the keyword {keyword} is listed twice; remove this one",
            "關鍵字「{keyword}」重複，請刪除這一個";
        SameKeyword { keyword: String, first: String } =>
            "{keyword} is the same keyword as {first}; remove this one",
            "「{keyword}」與「{first}」是同一個關鍵字，請刪除這一個";
        FirstKeyword => "the keyword first appears here", "關鍵字第一次出現在這裡";
        RemoveKeyword { keyword: String } => "Remove the keyword {keyword}", "刪去關鍵字「{keyword}」";
        UnknownKeyword { keyword: String } =>
            "the keyword {keyword} is not in the list; use a known one that says the same, or add it to brief.toml",
            "清單中沒有關鍵字「{keyword}」，請改用同義的關鍵字，或加入 brief.toml";
        MisspeltKeyword { keyword: String, meant: String } =>
            "the keyword {keyword} is not in the list; did you mean {meant}?",
            "清單中沒有關鍵字「{keyword}」，您是不是要寫「{meant}」？";
        SimplifiedKeyword { keyword: String, meant: String } =>
            "the keyword {keyword} is in simplified characters; write {meant}",
            "關鍵字「{keyword}」是簡體字，請寫「{meant}」";
        EnglishKeyword { keyword: String, chinese: String } =>
            "keywords are Chinese: write {chinese} for {keyword}",
            "關鍵字用中文：{keyword} 請寫「{chinese}」";
        KeywordNotInText { keyword: String } =>
            "the keyword {keyword} occurs in neither section; check whether it belongs here",
            "摘要和 Summary 都沒有提到關鍵字「{keyword}」，請確認是否合適";
    }
}
