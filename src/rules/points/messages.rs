//! Messages of the rules about points.

use crate::messages::messages;

messages! {
    pub enum Message {
        EmptyPoint => "this point has no text; write or remove it", "這個要點沒有內容，請填寫或刪除";
        RemoveEmptyPoint => "Remove the empty point", "刪除空白要點";
        RemoveRepeatedPoint => "Remove this repeated point", "刪除重複的要點";
        RemoveEmptyPair => "Remove the empty point in both languages", "刪除兩種語言中的空白要點";
        MixedMarks { mark: String, usual: String } =>
            "this point begins with {mark}, the others with {usual}; use one kind of mark",
            "這個要點用「{mark}」，其他要點用「{usual}」，請統一";
        UnifyMarks { usual: String } => "Use {usual} in the whole section", "整段統一用「{usual}」";
        DuplicatePoint { number: usize, first: usize } =>
            "point {number} is the same as point {first}; write the right one or remove it",
            "第 {number} 點與第 {first} 點相同，請改寫或刪除";
        FirstPoint => "the same text stands here", "相同的文字在這裡";
        WrappedPoint => "a line breaks off inside this text; join the lines", "這段文字中間斷行，請接成一行";
        JoinLines => "Join the lines", "接成一行";
    }
}
