//! Messages about files that are no readable Word files, and about content left out.

use crate::messages::messages;

messages! {
    pub enum Message {
        Empty => "is empty; there is nothing to import", "是空的檔案，沒有內容可匯入";
        NotWord { format: &'static str } =>
            "is a file of another kind ({format}), not a .docx; save it as Word document (.docx) first",
            "是其他格式的檔案（{format}），不是 .docx；請先另存為 Word 文件 (.docx)";
        NoWordFile => "is no Word file; import reads .docx", "不是 Word 檔案；import 只讀取 .docx";
        TextNotWord =>
            "is plain text, not a .docx; there is nothing to import: brief-ls reads it as it is",
            "是純文字而非 .docx，不必匯入：brief-ls 可直接讀取";
        OldWord =>
            "is a Word 97-2003 file (.doc); open it in Word and save it as .docx",
            "是 Word 97-2003 檔案 (.doc)；請用 Word 開啟並另存為 .docx";
        Encrypted =>
            "is protected by a password; remove the password in Word and save it again",
            "受密碼保護；請在 Word 移除密碼後重新存檔";
        Truncated =>
            "is damaged or not complete; copy or download it again",
            "檔案損壞或不完整，請重新複製或下載";
        Damaged { part: String } =>
            "is damaged inside ({part}); open it in Word, let Word repair it, and save it again",
            "檔案內容損壞（{part}）；請用 Word 開啟修復後重新存檔";
        WithoutText => "has no text part; save it as Word document (.docx) again", "檔案裡沒有本文，請重新另存為 Word 文件 (.docx)";
        TooLarge { megabytes: u64 } =>
            "unpacks to more than {megabytes} MB of text, which no brief has; it was not read further",
            "解壓縮後的文字超過 {megabytes} MB，不可能是簡報，不再讀取";
        NotesLeftOut { count: usize } =>
            "footnotes and endnotes that a brief has no place for, left out: {count}",
            "簡報無法容納註腳，已略過 {count} 個";
        PicturesLeftOut { count: usize } =>
            "pictures that a brief has no place for, left out: {count}",
            "簡報無法容納圖片，已略過 {count} 張";
    }
}
