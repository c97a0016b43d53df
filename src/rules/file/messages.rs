//! Messages of the rules about the file as a whole.

use crate::messages::messages;

messages! {
    pub enum Message {
        TooLarge { megabytes: usize, limit: usize } =>
            "this file has {megabytes} MB and is not checked; split it into files below {limit} MB",
            "這個檔案有 {megabytes} MB，不予檢查；請分成小於 {limit} MB 的檔案";
    }
}
