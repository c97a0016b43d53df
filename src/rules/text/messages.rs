//! Messages of the rules about characters, marks and words.

use crate::messages::messages;

messages! {
    pub enum Message {
        SimplifiedCharacters { simplified: String, traditional: String } =>
            "simplified characters: {simplified}; write {traditional}",
            "有簡體字：{simplified}，請改為「{traditional}」";
        ReplaceSimplified => "Replace the simplified characters in this text", "把這段的簡體字改為正體字";
        AvoidedWord { term: String } =>
            "“{term}” is a word that your house avoids (brief.toml); write it another way",
            "brief.toml 不用「{term}」，請改寫";
        AvoidedWordFor { term: String, instead: String } =>
            "write “{instead}” for “{term}”, as your house does (brief.toml)",
            "「{term}」請依 brief.toml 寫成「{instead}」";
        InvisibleCharacters { codes: String } =>
            "characters that cannot be seen ({codes}); remove them",
            "有看不見的字元（{codes}），請移除";
        RemoveInvisible => "Remove the invisible characters", "移除看不見的字元";
        LookAlike { found: String, usual: String } =>
            "{found} only looks like {usual}, and no search finds it; use the usual characters",
            "「{found}」只是形似「{usual}」，搜尋不到；請改用一般字元";
        ReplaceLookAlikes => "Replace by the usual characters", "改用一般字元";
        FullWidthInEnglish { found: String } =>
            "full-width characters in English: {found}; write them half-width",
            "英文段有全形字元：{found}，請改為半形";
        ToHalfWidth => "Write them half-width", "改為半形";
        ChineseSentence =>
            "this sentence in the English section is Chinese; translate or move it",
            "英文段裡有整句中文，請翻譯或移到中文段";
        Unclosed { mark: String, partner: String } =>
            "{mark} is never closed in this text; add {partner} or remove it",
            "這段文字有 {mark} 沒有 {partner}，請補上或刪除";
        Unopened { mark: String, partner: String } =>
            "{mark} closes nothing in this text; add {partner} before it or remove it",
            "這段文字的 {mark} 之前沒有 {partner}，請補上或刪除";
        OddQuotationMark { mark: String } =>
            "this text has an odd number of quotation marks; add the one that {mark} belongs to or remove it",
            "這段文字的引號不成對，請補上與 {mark} 成對的引號或刪除";
        RepeatedPunctuation { marks: String } =>
            "{marks} is more than one mark in one place; keep one",
            "標點重複：{marks}，請只留一個";
        KeepOne { mark: String } => "Keep only {mark}", "只留 {mark}";
        Placeholder { text: String } =>
            "“{text}” stands for something that is still to be written; write it",
            "「{text}」是待補的記號，請補上內容";
        RepeatedWord { word: String } =>
            "“{word}” stands here twice; remove one",
            "「{word}」重複，請刪去一個";
        RemoveRepeated { word: String } => "Remove one “{word}”", "刪去一個「{word}」";
        RegionalTerm { term: String, usual: String } =>
            "“{term}” is a word of mainland China; write “{usual}” as Taiwan does",
            "「{term}」是中國大陸用語，請改用臺灣慣用的「{usual}」";
        Designation { text: String } =>
            "“{text}” makes Taiwan a part of China; check how the source names it and write “Taiwan”",
            "「{text}」把臺灣寫成中國的一部分，請確認原文並改寫為 Taiwan";
    }
}
