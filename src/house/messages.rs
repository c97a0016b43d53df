//! Words for severities.

use crate::messages::messages;

messages! {
    pub enum Message {
        Error => "error", "錯誤";
        Warning => "warning", "警告";
        Info => "info", "資訊";
        Hint => "hint", "提示";
    }
}
