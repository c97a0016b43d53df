//! Messages of editor features: completion, hover, lenses and actions.

use crate::messages::messages;

messages! {
    pub enum Message {
        // names
        NotOneName { name: String } =>
            "“{name}” is not one name; give a single name without separators",
            "「{name}」不是單一名稱，請只填一個名稱，不要加分隔符號";
        OneBriefWithName => "in 1 brief of the archive", "檔案庫中有 1 份簡報使用";
        BriefsWithName { count: usize } => "in {count} briefs of the archive", "檔案庫中有 {count} 份簡報使用";

        // completion
        FromSources => "from the list of sources", "出自來源清單";
        FromKeywords => "from the list of keywords", "出自關鍵字清單";
        FromGlossary => "from the glossary; the partner has it, this text does not yet", "出自詞彙表；對應的文字有，這裡還沒有";
        FromHouse =>
            "a term of your house in brief.toml; the partner has it, this text does not yet",
            "出自 brief.toml 的自訂詞彙；對應的文字有，這裡還沒有";
        FromPartner => "the partner has it, this text does not yet", "對應的文字有，這裡還沒有";

        // hover
        PartnerAgrees { text: String } => "the partner says the same: {text}", "對應的文字相符：{text}";
        PartnerAgreesInOtherWords => "the partner says it in other words", "對應的文字以其他說法提到";
        PartnerDiffers { text: String } => "the partner says something else: {text}", "對應的文字不同：{text}";
        PartnerIsSilent => "the partner does not say this", "對應的文字沒有提到";

        // code lenses
        PointsOfHalves { chinese: usize, english: usize } =>
            "{chinese} ↔ {english} points", "{chinese} ↔ {english} 個要點";
        PointsPaired { chinese: usize, english: usize } =>
            "{chinese} ↔ {english} points · paired", "{chinese} ↔ {english} 個要點 · 已配對";
        PointsInOtherOrder { chinese: usize, english: usize } =>
            "{chinese} ↔ {english} points · in another order", "{chinese} ↔ {english} 個要點 · 順序不同";
        PointsMerged { chinese: usize, english: usize } =>
            "{chinese} ↔ {english} points · some merged", "{chinese} ↔ {english} 個要點 · 有合併";
        PointsWithoutPartners { chinese: usize, english: usize, lone: usize } =>
            "{chinese} ↔ {english} points · {lone} without partner", "{chinese} ↔ {english} 個要點 · {lone} 個沒有對應";
        OneFindingHere => "1 finding", "1 個問題";
        FindingsHere { count: usize } => "{count} findings", "{count} 個問題";

        // actions
        MovePairUp => "Move this pair up, in both languages", "這組要點上移（中英一起）";
        MovePairDown => "Move this pair down, in both languages", "這組要點下移（中英一起）";
        InsertPairBelow => "Insert an empty pair below", "在下方新增一組空白要點";
        InsertFirstPair => "Insert an empty first pair", "新增空白的第一組要點";
        DeletePair => "Delete this pair, in both languages", "刪除這組要點（中英一起）";
        SwapWithNext { label: String } =>
            "Swap this point with the next one, in {label} only",
            "與下一個要點對調（只在「{label}」）";
        SwapSelected { label: String } => "Swap the two points, in {label} only", "對調這兩個要點（只在「{label}」）";
        SortKeywords => "Sort the keywords by strokes", "關鍵字依筆畫排序";
        AddToToml { word: String } => "Add “{word}” to brief.toml", "把「{word}」加入 brief.toml";
        AcceptHere { rule: String } => "Accept this here ({rule})", "此處照舊，不再提醒（{rule}）";
        TurnOffInFile { rule: String } => "Turn off {rule} in this file", "在這個檔案停用 {rule}";
        TurnOff { rule: String } => "Turn off {rule} everywhere", "在所有檔案停用 {rule}";
        FixAll => "Apply all safe fixes of brief-ls", "套用 brief-ls 所有安全修正";
    }
}
