//! Messages of the command line.

use crate::messages::messages;

messages! {
    pub enum Message {
        Note => "note", "附註";
        Help => "help", "建議";
        ImportedNoBrief =>
            "no labels of a brief were found (two in the first 40 lines); the text is as Word has it, not formatted",
            "找不到簡報的標籤（前 40 行沒有兩個）；文字照 Word 原樣，未調整格式";
        BinaryToTerminal => "a Word file is no text for a terminal; name a file with -o", "Word 檔案無法顯示在終端機，請以 -o 指定檔案";
        AcceptedAll { count: usize, file: String } =>
            "accepted {count} findings in {file}", "已在 {file} 設定 {count} 個問題照舊、不再提醒";
        CannotAddTo => "has something else where an entry belongs; mend it first", "原有內容無法加入設定，請先修正";
        StaleAccept { rule: String, text: String } =>
            "the accepted finding {rule} on “{text}” is found no more; remove the entry",
            "已接受的 {rule}「{text}」不再出現，請刪除這一項";
        AllClear { files: usize } => "files checked: {files}; nothing to report", "已檢查 {files} 個檔案，沒有問題";
        Summary { errors: usize, warnings: usize, others: usize } =>
            "errors: {errors}, warnings: {warnings}, other remarks: {others}",
            "{errors} 個錯誤、{warnings} 個警告、{others} 個提示";
        Fixable { count: usize } =>
            "fixable with --fix: {count}",
            "其中 {count} 個可用 --fix 修正";
        NoBriefs => "no briefs found; name a file or a folder that holds some", "找不到簡報；請指定檔案或資料夾";
        SkippedNoBrief =>
            "not a brief by name or content (two known labels in the first 40 lines), so it was left alone",
            "檔名和內容都不像簡報（前 40 行沒有兩個已知標籤），未處理";
        CannotWrite { reason: String } => "cannot be written: {reason}", "無法寫入：{reason}";
        AlreadyThere => "is already there; name another file", "已經存在，請改用其他檔名";
        AlreadyThereForce =>
            "is already there; name another file, or replace it with --force",
            "已經存在，請改用其他檔名，或以 --force 取代";
        OutputIsInput => "would be replaced by its own rendering; name another file with -o", "輸出會蓋掉這個檔案本身，請以 -o 指定其他檔名";
        NoExportFormat =>
            "what is it to become? Say --to html, markdown or docx, or name a file with such an ending with -o",
            "要輸出成什麼格式？請用 --to html、markdown 或 docx，或以 -o 指定這種副檔名的檔案";
        ExportTakesOneFile => "is a folder; name one file", "是資料夾，請指定一個檔案";
        NotUtf8 { offset: usize, encoding: String, command: String } =>
            "is not UTF-8 (first at byte {offset}) and was left alone; it looks like {encoding}. To convert it: {command}",
            "不是 UTF-8 編碼（第 {offset} 個位元組起），未處理；看起來是 {encoding}。轉換方法：{command}";
        NotText =>
            "is no text in UTF-8 or in another encoding that can be told, and was left alone; save it as UTF-8 text",
            "不是文字檔，或無法辨認編碼，未處理；請另存為 UTF-8 文字檔";
        Watching => "watching for changes; end with Ctrl+C", "監看變更中，按 Ctrl+C 結束";
        CannotWatch { reason: String } =>
            "cannot watch for changes: {reason}; run again without --watch",
            "無法監看變更：{reason}；請不加 --watch 再執行一次";
        CannotWatchStdin =>
            "standard input is read once and cannot be watched; name a file or folder",
            "標準輸入只讀取一次，無法監看；請指定檔案或資料夾";
        NoStatisticsInFormat { format: String } =>
            "--statistics has no form for {format}; use full, concise, json or json-lines",
            "--statistics 無法輸出為 {format} 格式，請改用 full、concise、json 或 json-lines";
        UnknownRule { name: String } =>
            "there is no rule or group {name}; see `brief-ls explain`",
            "沒有名為 {name} 的規則或群組，請見 `brief-ls explain`";
        UnknownRuleGuess { name: String, meant: &'static str } =>
            "there is no rule or group {name}; did you mean {meant}?",
            "沒有名為 {name} 的規則或群組，您是不是要寫 {meant}？";
        WouldReformat => "would be reformatted", "格式需要調整";
        FormatSummary { changed: usize, unchanged: usize } =>
            "files reformatted: {changed}, left unchanged: {unchanged}",
            "調整 {changed} 個檔案的格式，{unchanged} 個不變";
        FormatCheckSummary { changed: usize, unchanged: usize } =>
            "files that would be reformatted: {changed}, formatted already: {unchanged}",
            "{changed} 個檔案需要調整格式，{unchanged} 個已符合格式";
    }
}
