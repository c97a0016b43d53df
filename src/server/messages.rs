//! The server's own messages: progress, renames, and matches of the translation memory.

use crate::messages::messages;

messages! {
    pub enum Message {
        ReadingArchive => "Reading the archive", "讀取簡報檔案庫";
        OtherSpellings => "Other spellings of the name", "同一名稱的其他寫法";
        BriefFilesRead { count: usize } => "{count} files with briefs", "{count} 個簡報檔案";
        SameText => "the same words", "字句相同";
        SameSentence => "has the same sentence", "有相同的一句";
        AlikeBy { percent: u8 } => "{percent} % alike", "相似度 {percent}%";
        NumbersDiffer { there: String, here: String } => "numbers differ: {there} → {here}", "數字不同：{there} → {here}";
    }
}
