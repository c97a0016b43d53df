//! Messages about faults in a brief.toml, and notes shown beside its keys.

use crate::messages::messages;

messages! {
    pub enum Message {
        Syntax { reason: String } => "this is not how brief.toml is written: {reason}; correct it here",
            "brief.toml 的寫法有誤：{reason}；請更正此處";
        UnknownKey { key: String, known: String } =>
            "there is no key {key} here; known are {known}", "這裡沒有「{key}」這個設定，可用的有：{known}";
        UnknownKeyGuess { key: String, meant: String } =>
            "there is no key {key} here; did you mean {meant}?", "這裡沒有「{key}」這個設定，您是不是要寫「{meant}」？";
        UnknownValue { value: String, known: String } =>
            "“{value}” is no value for this; known are {known}", "「{value}」不是可用的值，可用的有：{known}";
        UnknownValueGuess { value: String, meant: String } =>
            "“{value}” is no value for this; did you mean “{meant}”?", "「{value}」不是可用的值，您是不是要寫「{meant}」？";
        WrongType { example: String } =>
            "a value of this kind cannot stand here; write it like {example}", "這裡不能用這種值，請依此形式書寫：{example}";
        MissingKey { key: String } => "the key {key} is missing here; add it", "這裡缺少「{key}」，請補上";
        Empty => "this must not be empty; write it or remove the entry", "這裡不能空白，請填寫或刪除";
        DateFormat { pattern: String } =>
            "“{pattern}” does not give a whole date; write a pattern with %Y, %m and %d, such as %m/%d/%Y",
            "「{pattern}」無法寫出完整日期；請用含 %Y、%m、%d 的格式，例如 %m/%d/%Y";
        Mark { mark: String } =>
            "“{mark}” is no mark that begins a point; use a single one such as •, – or ■",
            "「{mark}」不是項目符號，請用 •、–、■ 等單一符號";
        Range { least: i64, most: i64 } =>
            "write a whole number from {least} to {most} here", "請填 {least} 到 {most} 之間的整數";
        Label { label: String } =>
            "“{label}” could not be read back as a label; use a few words without a colon",
            "「{label}」不能作為標籤，請用不含冒號的簡短文字";
        Pattern { pattern: String, reason: String } =>
            "“{pattern}” is no pattern of file names: {reason}; write one such as drafts/** or *.md",
            "「{pattern}」不是檔名樣式：{reason}；請寫成 drafts/** 或 *.md 這類樣式";
        Default { value: String } => "default: {value}", "預設值：{value}";
        Severity { severity: String } => "severity: {severity}", "嚴重程度：{severity}";
    }
}
