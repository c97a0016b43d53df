//! Messages of the rules of typography.

use crate::messages::messages;

messages! {
    pub enum Message {
        ForeignQuotes { text: String } =>
            "write quotation marks in Chinese as 「」 and inside them 『』, not {text}",
            "中文引號請用「」，其內用『』，不要用 {text}";
        ToCornerBrackets => "Write 「」 and 『』 in this text", "這段改用「」『』";
        Ellipsis { dots: String } =>
            "write the Chinese ellipsis as ……, not {dots}",
            "刪節號請寫成「……」，不要寫「{dots}」";
        Dash { dash: String } =>
            "write the Chinese dash as ——, not {dash}",
            "破折號請寫成「——」，不要寫「{dash}」";
        Interpunct { dot: String } =>
            "write the dot inside a foreign name as · (U+00B7), not {dot}",
            "外國人名的間隔號請用「·」（U+00B7），不要用「{dot}」";
        SpaceInChinese { text: String } =>
            "there is a blank between Chinese characters in “{text}”; remove it",
            "「{text}」的中文字之間有空白，請刪去";
        RemoveSpaces => "Remove the blanks between Chinese characters in this text", "刪去這段中文字之間的空白";
        FinalStop { stop: String } =>
            "the other points end with {stop}; end this one likewise",
            "其他要點以「{stop}」結尾，請統一";
        AddStop { stop: String } => "Add {stop}", "補上「{stop}」";
        MixedSpelling { found: String, usual: String } =>
            "this brief has both “{usual}” and “{found}”; use one of the two",
            "「{usual}」與「{found}」兩種寫法混用，請統一";
        UsualSpelling => "mostly it is written this way", "多數寫成這樣";
        UnifySpelling { usual: String } => "Write it everywhere as in “{usual}”", "全部比照「{usual}」的寫法";
        SpaceEverywhere => "Put a space at every such place", "這類地方一律空格";
        SpaceNowhere => "Put no space at any such place", "這類地方一律不空格";
    }
}
