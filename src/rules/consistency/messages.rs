//! Messages of the rules that compare a brief with its archive.

use crate::messages::messages;

messages! {
    pub enum Message {
        TermUsuallyOtherwise { written: String, term: &'static str, usual: String, count: usize, briefs: usize } =>
            "“{written}” for {term}: {count} of {briefs} briefs of the archive write “{usual}”; write it so here too",
            "{term}譯為「{written}」，但檔案庫 {briefs} 份簡報中有 {count} 份寫「{usual}」，請統一";
        UsualRendering => "as the archive's other briefs write it", "檔案庫其他簡報的寫法";
        RenderAsUsual { usual: String } => "Write “{usual}”", "改為「{usual}」";
        SpeltOtherwise { usual: String, count: usize, briefs: usize } =>
            "{count} of {briefs} briefs of the archive write “{usual}”; write it so here too",
            "檔案庫中 {briefs} 份簡報有 {count} 份寫作「{usual}」，請採用相同寫法";
        SpeltSo { usual: String } => "another brief writes “{usual}”", "其他簡報寫作「{usual}」";
    }
}
