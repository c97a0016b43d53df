//! The words of the side-by-side page.

use crate::language::Language;
use crate::messages::messages;

messages! {
    pub enum Message {
        Title => "Briefs side by side", "簡報中英對照";
        Half { language: Language } => "{language}", "{language}";
        Point { number: usize } => "Point {number}", "第 {number} 點";
        NoPartner => "no partner in the other language", "沒有對應的翻譯";
        NoText => "no text", "沒有內容";
        NoBrief => "There is no brief in this text.", "這份文字裡沒有簡報。";
        Crossed => "out of order", "順序不一致";
        Merged => "one point for two", "一點對兩點";
        Agrees { partner: String } => "agrees with “{partner}”", "與「{partner}」相符";
        Note { number: usize } => "note {number}", "註 {number}";
        Pairs { pairs: usize, lone: usize } =>
            "pairs: {pairs}, without a partner: {lone}",
            "對應 {pairs} 組、缺對應 {lone} 處";
        AllPaired { pairs: usize } => "pairs: {pairs}, all complete", "對應 {pairs} 組，沒有缺漏";
        Contents { briefs: usize } => "Briefs on this page: {briefs}", "本頁共 {briefs} 份簡報";
    }
}
