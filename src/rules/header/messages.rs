//! Messages of the rules about labels and fields.

use crate::messages::messages;

messages! {
    pub enum Message {
        MissingField { label: &'static str } =>
            "the field {label} is missing; add it to the header",
            "缺少「{label}」欄，請在開頭補上";
        MissingHeader { labels: String } =>
            "this brief has no header; add the fields {labels}",
            "這份簡報沒有開頭欄位，請補上：{labels}";
        AddField { label: &'static str } => "Add {label}", "補上「{label}」";
        AddHeader => "Add the missing header fields", "補上缺少的開頭欄位";
        EmptyField { label: &'static str } =>
            "{label} has no value; write it after the colon",
            "「{label}」沒有內容，請在冒號後填寫";
        DuplicateField { label: &'static str } =>
            "{label} appears again here; only the first one counts, so remove this one",
            "「{label}」重複，只採用第一個；請刪除這一個";
        FirstOne { label: &'static str } => "{label} first appears here", "「{label}」第一次出現在這裡";
        DeleteField => "Delete this field", "刪除這個欄位";
        UnknownField { label: String } =>
            "“{label}” is no header field of a brief; rename or remove it",
            "簡報沒有「{label}」這個欄位，請改名或刪除";
        MisspeltLabel { label: String, meant: &'static str } =>
            "“{label}” is no known label; did you mean {meant}?",
            "不認得標籤「{label}」，您是不是要寫「{meant}」？";
        FieldOrder { label: &'static str, before: &'static str } =>
            "{label} comes after {before}; put it before, as in the template",
            "「{label}」寫在「{before}」之後，請依範本移到前面";
        ReorderFields => "Put the fields in template order", "依範本順序排列欄位";
        LabelForm { label: String, canonical: &'static str } =>
            "write this label as {canonical}, not “{label}”",
            "標籤請寫成「{canonical}」，不要寫「{label}」";
        DecoratedLabel { canonical: &'static str } =>
            "the label {canonical} is in Markdown marks or brackets, which the template has not; remove them",
            "標籤「{canonical}」帶有範本沒有的 Markdown 標記或括號，請移除";
        StripDecoration => "Remove the marks round the label", "移除標籤外的標記";
        ValueOnNextLine { label: &'static str } =>
            "the value of {label} is on the next line; join the two lines",
            "「{label}」的內容寫在下一行，請與標籤併為一行";
        JoinValue => "Move the value to the label's line", "把內容移到標籤同一行";
    }
}
