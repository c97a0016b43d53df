//! Messages of the rules about the source.

use crate::messages::messages;

messages! {
    pub enum Message {
        UnknownSource { name: String } =>
            "“{name}” is not in the list of sources; check the spelling, or add it to brief.toml",
            "來源清單中沒有「{name}」，請確認寫法，或加入 brief.toml";
        MisspeltSource { name: String, meant: String } =>
            "“{name}” is not a known source; did you mean “{meant}”?",
            "不認得來源「{name}」，您是不是要寫「{meant}」？";
        AbbreviatedSource { abbreviation: String, name: String } =>
            "{abbreviation} is an abbreviation; write “{name}”",
            "「{abbreviation}」是縮寫，請寫全名「{name}」";
        AmbiguousSource { abbreviation: String, names: String } =>
            "{abbreviation} can mean several sources ({names}); write the full name",
            "「{abbreviation}」可指多個來源（{names}），請寫全名";
        SourceAddress { name: String } =>
            "write a name here, not a web address; this is the site of “{name}”",
            "這裡應寫機構名稱而非網址；這個網址屬於「{name}」";
    }
}
