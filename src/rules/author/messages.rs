//! Messages of the rules about author names.

use crate::messages::messages;

messages! {
    pub enum Message {
        AuthorPrefix { prefix: String } =>
            "“{prefix}” is not part of a name; leave it out",
            "「{prefix}」不是姓名的一部分，請刪去";
        AuthorAffiliation { affiliation: String } =>
            "“{affiliation}” is an affiliation, not a name; leave it out",
            "「{affiliation}」是服務單位，不是姓名，請刪去";
        AuthorCapitals { name: String } =>
            "“{name}” is all in capitals; write the name as usual",
            "「{name}」全為大寫，請改為一般寫法";
        AuthorSurnameFirst { name: String } =>
            "“{name}” puts the surname first, and a comma separates two authors here; write the given name first",
            "「{name}」姓氏在前，這裡的逗號會被當成分隔兩位作者；請改為名在前、姓在後";
        Remove { text: String } => "Remove “{text}”", "刪去「{text}」";
    }
}
