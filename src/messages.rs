//! Every sentence that a user reads, in English and in Traditional Chinese, in one table.
//!
//! A message says what is wrong and what to do. The table does not compile while one language is missing.

/// The language that messages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    #[default]
    English,
    Chinese,
}

impl Locale {
    /// From a language tag or a POSIX locale: `zh-TW`, `zh_TW.UTF-8`, `en`…
    pub fn from_tag(tag: &str) -> Locale {
        if tag.to_ascii_lowercase().starts_with("zh") { Locale::Chinese } else { Locale::English }
    }

    /// What the environment of a command-line program asks for: `LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set.
    pub fn from_environment() -> Locale {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
            .map_or(Locale::English, |tag| Locale::from_tag(&tag))
    }
}

macro_rules! messages {
    ($($name:ident $({ $($argument:ident: $kind:ty),* })? => $english:literal, $chinese:literal;)*) => {
        /// A sentence with its arguments, before a language is chosen.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Message {
            $($name $({ $($argument: $kind),* })?,)*
        }

        impl Message {
            pub fn text(&self, locale: Locale) -> String {
                match (self, locale) {
                    $(
                        (Message::$name $({ $($argument),* })?, Locale::English) => format!($english),
                        (Message::$name $({ $($argument),* })?, Locale::Chinese) => format!($chinese),
                    )*
                }
            }
        }
    };
}

messages! {
    // archive
    ReadingArchive => "Reading the archive", "讀取簡報檔案庫";
    NotOneName { name: String } =>
        "“{name}” is not one name; give a single name without separators",
        "「{name}」不是單一名稱，請只填一個名稱，不要加分隔符號";
    OtherSpellings => "Other spellings of the name", "同一名稱的其他寫法";
    BriefsWithName { count: usize } => "in {count} briefs of the archive", "檔案庫中有 {count} 份簡報使用";
    BriefFilesRead { count: usize } => "{count} files with briefs", "{count} 個簡報檔案";

    // translation memory
    SameText => "the same words", "字句相同";
    SameSentence => "has the same sentence", "有相同的一句";
    AlikeBy { percent: u8 } => "{percent} % alike", "相似度 {percent}%";
    NumbersDiffer { there: String, here: String } => "numbers differ: {there} → {here}", "數字不同：{there} → {here}";

    // consistency
    TermUsuallyOtherwise { written: String, term: &'static str, usual: String, count: usize, briefs: usize } =>
        "“{written}” for {term}: {count} of {briefs} briefs of the archive write “{usual}”; write it so here too",
        "{term}譯為「{written}」，但檔案庫 {briefs} 份簡報中有 {count} 份寫「{usual}」，請統一";
    UsualRendering => "as the archive's other briefs write it", "檔案庫其他簡報的寫法";
    RenderAsUsual { usual: String } => "Write “{usual}”", "改為「{usual}」";
    SpeltOtherwise { usual: String, count: usize, briefs: usize } =>
        "{count} of {briefs} briefs of the archive write “{usual}”; write it so here too",
        "檔案庫中 {briefs} 份簡報有 {count} 份寫作「{usual}」，請採用相同寫法";
    SpeltSo { usual: String } => "another brief writes “{usual}”", "其他簡報寫作「{usual}」";

    // header
    MissingField { label: &'static str } =>
        "the field {label} is missing; add it to the header",
        "缺少「{label}」欄，請在開頭補上";
    MissingHeader { labels: String } =>
        "this brief has no header; add the fields {labels}",
        "這份簡報沒有開頭欄位，請補上：{labels}";
    AddField { label: &'static str } => "Add {label}", "補上「{label}」";
    AddHeader => "Add the missing header fields", "補上缺少的開頭欄位";
    EmptyField { label: &'static str } =>
        "{label} has no value; write it after the colon",
        "「{label}」沒有內容，請在冒號後填寫";
    DuplicateField { label: &'static str } =>
        "{label} appears again here; only the first one counts, so remove this one",
        "「{label}」重複，只採用第一個；請刪除這一個";
    FirstOne { label: &'static str } => "{label} first appears here", "「{label}」第一次出現在這裡";
    DeleteField => "Delete this field", "刪除這個欄位";
    UnknownField { label: String } =>
        "“{label}” is no header field of a brief; rename or remove it",
        "簡報沒有「{label}」這個欄位，請改名或刪除";
    MisspeltLabel { label: String, meant: &'static str } =>
        "“{label}” is no known label; did you mean {meant}?",
        "不認得標籤「{label}」，您是不是要寫「{meant}」？";
    RenameLabel { to: &'static str } => "Rename to {to}", "改為「{to}」";
    FieldOrder { label: &'static str, before: &'static str } =>
        "{label} comes after {before}; put it before, as in the template",
        "「{label}」寫在「{before}」之後，請依範本移到前面";
    ReorderFields => "Put the fields in template order", "依範本順序排列欄位";
    LabelForm { label: String, canonical: &'static str } =>
        "write this label as {canonical}, not “{label}”",
        "標籤請寫成「{canonical}」，不要寫「{label}」";
    DecoratedLabel { canonical: &'static str } =>
        "the label {canonical} is in Markdown marks or brackets, which the template has not; remove them",
        "標籤「{canonical}」帶有範本沒有的 Markdown 標記或括號，請移除";
    StripDecoration => "Remove the marks round the label", "移除標籤外的標記";
    ValueOnNextLine { label: &'static str } =>
        "the value of {label} is on the next line; join the two lines",
        "「{label}」的內容寫在下一行，請與標籤併為一行";
    JoinValue => "Move the value to the label's line", "把內容移到標籤同一行";

    // author
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
    ReplaceBy { text: String } => "Replace with “{text}”", "改為「{text}」";

    // source
    UnknownSource { name: String } =>
        "“{name}” is not in the list of sources; check the spelling, or add it to brief.toml",
        "來源清單中沒有「{name}」，請確認寫法，或加入 brief.toml";
    MisspeltSource { name: String, meant: String } =>
        "“{name}” is not a known source; did you mean “{meant}”?",
        "不認得來源「{name}」，您是不是要寫「{meant}」？";
    AbbreviatedSource { abbreviation: String, name: String } =>
        "{abbreviation} is an abbreviation; write “{name}”",
        "「{abbreviation}」是縮寫，請寫全名「{name}」";
    AmbiguousSource { abbreviation: String, names: String } =>
        "{abbreviation} can mean several sources ({names}); write the full name",
        "「{abbreviation}」可指多個來源（{names}），請寫全名";
    SourceAddress { name: String } =>
        "write a name here, not a web address; this is the site of “{name}”",
        "這裡應寫機構名稱而非網址；這個網址屬於「{name}」";

    // date
    NoSuchDate { text: String } =>
        "there is no such date as {text}; check day and month",
        "沒有「{text}」這一天，請檢查月和日";
    NotADate { text: String, form: String } =>
        "“{text}” is no date; write it as {form}",
        "「{text}」不是日期，請寫成 {form}";
    IncompleteDate { text: String, form: String } =>
        "“{text}” lacks a day, month or year; write {form}",
        "「{text}」缺少年、月或日，請寫成 {form}";
    DateForm { text: String, canonical: String } =>
        "write the date {text} as {canonical}",
        "日期「{text}」請寫成 {canonical}";
    GuessedDate { text: String, canonical: String, form: String } =>
        "{text} can be read as {canonical}; write it as {form}",
        "「{text}」可能是 {canonical}，請寫成 {form}";
    DayFirst { text: String, day: i8, canonical: String } =>
        "{text} puts the day first: {day} is no month; write {canonical}",
        "「{text}」把日寫在前面：{day} 不是月份，請寫成 {canonical}";
    FutureDate { text: String } =>
        "{text} is in the future; check the year",
        "「{text}」是未來的日期，請檢查年份";

    // keywords
    KeywordSeparator { separator: String } =>
        "keywords are separated by 、, not by “{separator}”",
        "關鍵字之間請用「、」，不要用「{separator}」";
    KeywordSpace => "keywords are separated by 、, not by spaces", "關鍵字之間請用「、」，不要用空白";
    SeparateKeywords => "Separate by 、", "改用「、」分隔";
    EmptyKeyword => "a keyword is empty here; remove the extra mark", "這裡有空的關鍵字，請刪去多餘的標點";
    KeywordStop { mark: String } =>
        "keywords end without a mark; remove “{mark}”",
        "關鍵字結尾不加標點，請刪去「{mark}」";
    RemoveMark => "Remove the extra mark", "刪去多餘的標點";
    DuplicateKeyword { keyword: String } =>
        "the keyword {keyword} is listed twice; remove this one",
        "關鍵字「{keyword}」重複，請刪除這一個";
    SameKeyword { keyword: String, first: String } =>
        "{keyword} is the same keyword as {first}; remove this one",
        "「{keyword}」與「{first}」是同一個關鍵字，請刪除這一個";
    FirstKeyword => "the keyword first appears here", "關鍵字第一次出現在這裡";
    RemoveKeyword { keyword: String } => "Remove the keyword {keyword}", "刪去關鍵字「{keyword}」";
    UnknownKeyword { keyword: String } =>
        "the keyword {keyword} is not in the list; use a known one that says the same, or add it to brief.toml",
        "清單中沒有關鍵字「{keyword}」，請改用同義的關鍵字，或加入 brief.toml";
    MisspeltKeyword { keyword: String, meant: String } =>
        "the keyword {keyword} is not in the list; did you mean {meant}?",
        "清單中沒有關鍵字「{keyword}」，您是不是要寫「{meant}」？";
    SimplifiedKeyword { keyword: String, meant: String } =>
        "the keyword {keyword} is in simplified characters; write {meant}",
        "關鍵字「{keyword}」是簡體字，請寫「{meant}」";
    EnglishKeyword { keyword: String, chinese: String } =>
        "keywords are Chinese: write {chinese} for {keyword}",
        "關鍵字用中文：{keyword} 請寫「{chinese}」";
    KeywordNotInText { keyword: String } =>
        "the keyword {keyword} occurs in neither section; check whether it belongs here",
        "摘要和 Summary 都沒有提到關鍵字「{keyword}」，請確認是否合適";

    // section
    MissingSection { label: &'static str } =>
        "the section {label} is missing; add it",
        "缺少「{label}」段，請補上";
    AddSection { label: &'static str } => "Add the section {label}", "補上「{label}」段";
    AddSectionLabel { label: &'static str } => "Put the label {label} before this text", "在這段文字前加上「{label}」標籤";
    SectionOrder =>
        "the English section comes before the Chinese one; swap the two",
        "英文段寫在中文段之前，請對調";
    ChineseSectionHere => "the Chinese section is here", "中文段在這裡";
    SwapSections => "Swap the sections", "對調兩段";
    EmptySection { label: &'static str } =>
        "the section {label} has no text; write it",
        "「{label}」段沒有內容，請填寫";
    TextOnLabelLine { label: &'static str } =>
        "there is text on the line of {label}; begin it on the next line",
        "「{label}」標籤同一行有文字，請換行再寫";
    BreakLine => "Break the line after the label", "在標籤後換行";
    ExtraParagraph =>
        "this paragraph after the lead has no mark; make it a point, or a part of the lead",
        "導言之後出現沒有項目符號的段落，請改為要點，或併入導言";
    MakePoint => "Make it a point", "改為要點";
    MakePoints => "Make the paragraphs after the lead points", "導言之後的段落都改為要點";
    ChineseInEnglish =>
        "this is Chinese, in the English section; translate or move it",
        "英文段裡出現中文，請翻譯或移到中文段";
    SectionIsChinese { label: &'static str } =>
        "the section {label} is written in Chinese; translate it or correct its label",
        "「{label}」段寫的是中文，請翻譯或更正標籤";
    SectionIsEnglish { label: &'static str } =>
        "the section {label} is written in English; translate it or correct its label",
        "「{label}」段寫的是英文，請翻譯或更正標籤";
    ExchangeLabels => "Exchange the labels of the two sections", "對調兩段的標籤";
    ChineseUnderEnglishLabel { label: &'static str } =>
        "this label is the English section's, and there is another like it; Chinese stands below, so write {label}",
        "這是英文段的標籤，而且出現兩次；下面寫的是中文，請改為「{label}」";
    EnglishUnderChineseLabel { label: &'static str } =>
        "this label is the Chinese section's, and there is another like it; English stands below, so write {label}",
        "這是中文段的標籤，而且出現兩次；下面寫的是英文，請改為「{label}」";
    EnglishInChinese =>
        "this is English, in the Chinese section; translate or move it",
        "中文段裡出現整段英文，請翻譯或移到英文段";

    // points
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

    // pairing
    PointCount { chinese: usize, english: usize, chinese_label: String, english_label: String } =>
        "{chinese_label} and {english_label} differ in their number of points, {chinese} and {english}; translate or remove the points without partner",
        "「{chinese_label}」有 {chinese} 點，「{english_label}」有 {english} 點；請補譯或刪除沒有對應的要點";
    CountOfSection { label: String, count: usize } => "points in {label}: {count}", "「{label}」有 {count} 點";
    PointsWithoutPartner { chinese: usize, english: usize, chinese_label: String, english_label: String, lone: String } =>
        "{chinese_label} and {english_label} differ in their number of points, {chinese} and {english}; without a partner: {lone}. Translate or remove what has none",
        "「{chinese_label}」有 {chinese} 點，「{english_label}」有 {english} 點；沒有對應翻譯的是：{lone}，請補譯或刪除";
    NoPartner { label: String, number: usize } =>
        "{label} {number} has no partner", "「{label}」第 {number} 點沒有對應的翻譯";
    Answers { chinese: usize, english: usize } =>
        "English point {english} answers Chinese point {chinese}", "英文第 {english} 點對應中文第 {chinese} 點";
    AddPartners { count: usize } =>
        "Add empty points ({count}) where partners are missing", "在缺少對應翻譯之處補上 {count} 個空白要點";
    Unpaired { chinese: usize, english: usize } =>
        "English point {english} and Chinese point {chinese} do not say the same, and nothing else does; translate both",
        "英文第 {english} 點與中文第 {chinese} 點內容不同，也找不到其他對應，請各補上翻譯";
    HardlyPaired { chinese: usize, english: usize } =>
        "English point {english} has hardly a word in common with its partner, Chinese point {chinese}; see whether they say the same",
        "英文第 {english} 點與對應的中文第 {chinese} 點幾乎沒有相同的內容，請確認兩者說的是否一致";
    UnpairedAlone { label: String, number: usize } =>
        "{label} {number} has no partner; translate or remove it",
        "「{label}」第 {number} 點沒有對應的翻譯，請補譯或刪除";
    PartnerlessChinese { number: usize } => "Chinese point {number} has no partner", "中文第 {number} 點沒有對應的翻譯";
    PointsSwapped { chinese: usize, english: usize, other_chinese: usize, other_english: usize } =>
        "two points are swapped: English {english} answers Chinese {chinese}, English {other_english} answers Chinese {other_chinese}; put them in one order",
        "兩點順序對調：英文第 {english} 點對應中文第 {chinese} 點，英文第 {other_english} 點對應中文第 {other_chinese} 點，請統一順序";
    PointMoved { chinese: usize, english: usize } =>
        "English point {english} answers Chinese point {chinese} and stands out of order; put both in one order",
        "英文第 {english} 點對應中文第 {chinese} 點，順序不一致，請統一順序";
    ReorderEnglish => "Put the English points in the Chinese order", "依中文順序排列英文各點";
    ReorderChinese => "Put the Chinese points in the English order", "依英文順序排列中文各點";
    EnglishMerged { english: usize, chinese: usize, next: usize } =>
        "English point {english} holds Chinese points {chinese} and {next}; split it in two",
        "英文第 {english} 點包含中文第 {chinese}、{next} 兩點，請拆成兩點";
    ChineseMerged { chinese: usize, english: usize, next: usize } =>
        "Chinese point {chinese} holds English points {english} and {next}; split it in two",
        "中文第 {chinese} 點包含英文第 {english}、{next} 兩點，請拆成兩點";
    PartOfIt => "this is a part of it", "這是其中一部分";
    SplitPoint => "Split the point here, between the sentences", "在句子之間拆成兩點";
    DepthDiffers { chinese: usize, english: usize } =>
        "English point {english} is nested unlike its partner, Chinese point {chinese}; indent both alike",
        "英文第 {english} 點與對應的中文第 {chinese} 點層級不同，請統一縮排";
    PartnerHere => "its partner stands here", "對應的要點在這裡";
    IndentLikeChinese => "Indent the English points like the Chinese", "英文各點比照中文縮排";
    UntranslatedEnglish { number: usize } =>
        "English point {number} is still Chinese; translate it", "英文第 {number} 點仍是中文，請翻譯";
    UntranslatedChinese { number: usize } =>
        "Chinese point {number} is still English; translate it", "中文第 {number} 點仍是英文，請翻譯";
    LeadMissing { label: String } =>
        "{label} has no lead, the other section has one; write it here too, above the points",
        "「{label}」段缺少導言，另一語言的段落有；請在要點之前補上";
    LeadHere => "the other section's lead stands here", "另一語言的導言在這裡";
    AddEmptyPoints { label: String, count: usize } =>
        "Add the missing points ({count}), empty, at the end of {label}",
        "在「{label}」段末補上 {count} 個空白要點";

    // agreement
    ValuesDiffer { english: String, chinese: String } =>
        "the English says “{english}”, its Chinese partner “{chinese}”; compare and correct one of them",
        "英文寫「{english}」，對應的中文寫「{chinese}」，請核對並更正其中一方";
    AcronymsDiffer { english: String, chinese: String } =>
        "the English says {english}, its Chinese partner {chinese}; compare and correct one of them",
        "英文寫 {english}，對應的中文寫 {chinese}，請核對並更正其中一方";
    TermsDiffer { english: String, chinese: String } =>
        "“{english}” has no counterpart in the Chinese partner, nor “{chinese}” here; compare and correct one of them",
        "英文的「{english}」在對應的中文裡找不到，中文的「{chinese}」也不在英文裡；請核對並更正其中一方";
    TermUnanswered { term: String, counterpart: String } =>
        "“{term}” has no counterpart in the Chinese partner; it is {counterpart} in Chinese",
        "英文的「{term}」在對應的中文裡找不到，中文通常寫作{counterpart}";
    TermUnansweredInEnglish { term: String, counterpart: String } =>
        "“{term}” of the Chinese partner has no counterpart here; it is {counterpart} in English",
        "中文的「{term}」在對應的英文裡找不到，英文通常寫作{counterpart}";
    TermMissing { term: String, counterpart: String } =>
        "“{term}” has no counterpart in the Chinese partner; write {counterpart} there, as your house does (brief.toml)",
        "「{term}」在對應的中文裡沒有譯名；請在中文寫{counterpart}（見 brief.toml）";
    TermMissingInEnglish { term: String, counterpart: String } =>
        "its Chinese partner says “{term}”, which has no counterpart here; write {counterpart}, as your house does (brief.toml)",
        "對應的中文有「{term}」，這裡沒有譯名；請寫 {counterpart}（見 brief.toml）";
    EnglishIsShort =>
        "this is very short for its Chinese partner; check whether something is missing",
        "英文比對應的中文短很多，請檢查是否漏譯";
    EnglishIsLong =>
        "this is very long for its Chinese partner; check whether something is missing there",
        "英文比對應的中文長很多，請檢查中文是否漏譯";
    ChinesePartner => "this is its Chinese partner", "對應的中文在這裡";
    ChineseSays { text: String } => "the Chinese says “{text}”", "中文寫「{text}」";

    // text
    SimplifiedCharacters { simplified: String, traditional: String } =>
        "simplified characters: {simplified}; write {traditional}",
        "有簡體字：{simplified}，請改為「{traditional}」";
    ReplaceSimplified => "Replace the simplified characters in this text", "把這段的簡體字改為正體字";
    AvoidedWord { term: String } =>
        "“{term}” is a word that your house avoids (brief.toml); write it another way",
        "brief.toml 不用「{term}」，請改寫";
    AvoidedWordFor { term: String, instead: String } =>
        "write “{instead}” for “{term}”, as your house does (brief.toml)",
        "「{term}」請依 brief.toml 寫成「{instead}」";
    InvisibleCharacters { codes: String } =>
        "characters that cannot be seen ({codes}); remove them",
        "有看不見的字元（{codes}），請移除";
    RemoveInvisible => "Remove the invisible characters", "移除看不見的字元";
    LookAlike { found: String, usual: String } =>
        "{found} only looks like {usual}, and no search finds it; use the usual characters",
        "「{found}」只是形似「{usual}」，搜尋不到；請改用一般字元";
    ReplaceLookAlikes => "Replace by the usual characters", "改用一般字元";
    FullWidthInEnglish { found: String } =>
        "full-width characters in English: {found}; write them half-width",
        "英文段有全形字元：{found}，請改為半形";
    ToHalfWidth => "Write them half-width", "改為半形";
    Unclosed { mark: String, partner: String } =>
        "{mark} is never closed in this text; add {partner} or remove it",
        "這段文字有 {mark} 沒有 {partner}，請補上或刪除";
    Unopened { mark: String, partner: String } =>
        "{mark} closes nothing in this text; add {partner} before it or remove it",
        "這段文字的 {mark} 之前沒有 {partner}，請補上或刪除";
    OddQuotationMark { mark: String } =>
        "this text has an odd number of quotation marks; add the one that {mark} belongs to or remove it",
        "這段文字的引號不成對，請補上與 {mark} 成對的引號或刪除";
    RepeatedPunctuation { marks: String } =>
        "{marks} is more than one mark in one place; keep one",
        "標點重複：{marks}，請只留一個";
    KeepOne { mark: String } => "Keep only {mark}", "只留 {mark}";
    Placeholder { text: String } =>
        "“{text}” stands for something that is still to be written; write it",
        "「{text}」是待補的記號，請補上內容";
    RepeatedWord { word: String } =>
        "“{word}” stands here twice; remove one",
        "「{word}」重複，請刪去一個";
    RemoveRepeated { word: String } => "Remove one “{word}”", "刪去一個「{word}」";
    RegionalTerm { term: String, usual: String } =>
        "“{term}” is a word of mainland China; write “{usual}” as Taiwan does",
        "「{term}」是中國大陸用語，請改用臺灣慣用的「{usual}」";
    Designation { text: String } =>
        "“{text}” makes Taiwan a part of China; check how the source names it and write “Taiwan”",
        "「{text}」把臺灣寫成中國的一部分，請確認原文並改寫為 Taiwan";

    // style
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
    SpaceNowhere => "Put a space at no such place", "這類地方一律不空格";

    // completion
    FromSources => "from the list of sources", "出自來源清單";
    FromKeywords => "from the list of keywords", "出自關鍵字清單";
    FromGlossary => "from the glossary; the partner has it, this text does not yet", "出自詞彙表；對應的文字有，這裡還沒有";
    FromHouse =>
        "a term of your house in brief.toml; the partner has it, this text does not yet",
        "出自 brief.toml 的自訂詞彙；對應的文字有，這裡還沒有";
    FromPartner => "the partner has it, this text does not yet", "對應的文字有，這裡還沒有";

    // hover
    PartnerAgrees { text: String } => "the partner says the same: {text}", "對應的文字相符：{text}";
    PartnerAgreesInOtherWords => "the partner says it in other words", "對應的文字以其他說法提到";
    PartnerDiffers { text: String } => "the partner says something else: {text}", "對應的文字不同：{text}";
    PartnerIsSilent => "the partner does not say this", "對應的文字沒有提到";

    // code lenses
    PointsOfHalves { chinese: usize, english: usize } =>
        "{chinese} ↔ {english} points", "{chinese} ↔ {english} 個要點";
    PointsPaired { chinese: usize, english: usize } =>
        "{chinese} ↔ {english} points · paired", "{chinese} ↔ {english} 個要點 · 已配對";
    PointsInOtherOrder { chinese: usize, english: usize } =>
        "{chinese} ↔ {english} points · in another order", "{chinese} ↔ {english} 個要點 · 順序不同";
    PointsMerged { chinese: usize, english: usize } =>
        "{chinese} ↔ {english} points · some merged", "{chinese} ↔ {english} 個要點 · 有合併";
    PointsWithoutPartners { chinese: usize, english: usize, lone: usize } =>
        "{chinese} ↔ {english} points · {lone} without partner", "{chinese} ↔ {english} 個要點 · {lone} 個沒有對應";
    OneFindingHere => "1 finding", "1 個問題";
    FindingsHere { count: usize } => "{count} findings", "{count} 個問題";

    // actions
    MovePairUp => "Move this pair up, in both languages", "這組要點上移（中英一起）";
    MovePairDown => "Move this pair down, in both languages", "這組要點下移（中英一起）";
    InsertPairBelow => "Insert an empty pair below", "在下方新增一組空白要點";
    InsertFirstPair => "Insert an empty first pair", "新增空白的第一組要點";
    DeletePair => "Delete this pair, in both languages", "刪除這組要點（中英一起）";
    SwapWithNext { label: String } =>
        "Swap this point with the next one, in {label} only",
        "與下一個要點對調（只在「{label}」）";
    SwapSelected { label: String } => "Swap the two points, in {label} only", "對調這兩個要點（只在「{label}」）";
    SortKeywords => "Sort the keywords by strokes", "關鍵字依筆畫排序";
    AddToToml { word: String } => "Add “{word}” to brief.toml", "把「{word}」加入 brief.toml";
    AcceptHere { rule: String } => "Accept this here ({rule})", "此處照舊，不再提醒（{rule}）";
    TurnOffInFile { rule: String } => "Turn off {rule} in this file", "在這個檔案停用 {rule}";
    TurnOff { rule: String } => "Turn off {rule} everywhere", "在所有檔案停用 {rule}";
    FixAll => "Apply all safe fixes of brief-ls", "套用 brief-ls 所有安全修正";

    // export
    PageTitle => "Briefs side by side", "簡報中英對照";
    PageChinese => "Chinese", "中文";
    PageEnglish => "English", "英文";
    PageLead => "Lead", "導言";
    PagePoint { number: usize } => "Point {number}", "第 {number} 點";
    PageNoPartner => "no partner in the other language", "沒有對應的翻譯";
    PageNoText => "no text", "沒有內容";
    PageNoBrief => "There is no brief in this text.", "這份文字裡沒有簡報。";
    PageCrossed => "out of order", "順序不一致";
    PageMerged => "one point for two", "一點對兩點";
    PageAgrees { partner: String } => "agrees with “{partner}”", "與「{partner}」相符";
    PageNote { number: usize } => "note {number}", "註 {number}";
    PagePairs { pairs: usize, lone: usize } =>
        "pairs: {pairs}, without a partner: {lone}",
        "對應 {pairs} 組、缺對應 {lone} 處";
    PageAllPaired { pairs: usize } => "pairs: {pairs}, all complete", "對應 {pairs} 組，沒有缺漏";
    PageContents { briefs: usize } => "Briefs on this page: {briefs}", "本頁共 {briefs} 份簡報";

    // how much it matters
    SeverityError => "error", "錯誤";
    SeverityWarning => "warning", "警告";
    SeverityInfo => "info", "資訊";
    SeverityHint => "hint", "提示";
    Note => "note", "附註";
    Help => "help", "建議";

    // Word files
    WordEmpty => "is empty; there is nothing to import", "是空的檔案，沒有內容可匯入";
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
    WordEncrypted =>
        "is protected by a password; remove the password in Word and save it again",
        "受密碼保護；請在 Word 移除密碼後重新存檔";
    WordTruncated =>
        "is damaged or not complete; copy or download it again",
        "檔案損壞或不完整，請重新複製或下載";
    WordDamaged { part: String } =>
        "is damaged inside ({part}); open it in Word, let Word repair it, and save it again",
        "檔案內容損壞（{part}）；請用 Word 開啟修復後重新存檔";
    WordWithoutText => "has no text part; save it as Word document (.docx) again", "檔案裡沒有本文，請重新另存為 Word 文件 (.docx)";
    WordTooLarge { megabytes: u64 } =>
        "unpacks to more than {megabytes} MB of text, which no brief has; it was not read further",
        "解壓縮後的文字超過 {megabytes} MB，不可能是簡報，不再讀取";
    NotesLeftOut { count: usize } =>
        "footnotes and endnotes that a brief has no place for, left out: {count}",
        "簡報無法容納註腳，已略過 {count} 個";
    PicturesLeftOut { count: usize } =>
        "pictures that a brief has no place for, left out: {count}",
        "簡報無法容納圖片，已略過 {count} 張";
    ImportedNoBrief =>
        "no labels of a brief were found (two in the first 40 lines); the text is as Word has it, not formatted",
        "找不到簡報的標籤（前 40 行沒有兩個）；文字照 Word 原樣，未調整格式";
    BinaryToTerminal => "a Word file is no text for a terminal; name a file with -o", "Word 檔案無法顯示在終端機，請以 -o 指定檔案";

    // file
    TooLarge { megabytes: usize, limit: usize } =>
        "this file has {megabytes} MB and is not checked; split it into files below {limit} MB",
        "這個檔案有 {megabytes} MB，不予檢查；請分成小於 {limit} MB 的檔案";

    // brief.toml
    TomlSyntax { reason: String } => "this is not how brief.toml is written: {reason}; correct it here",
        "brief.toml 的寫法有誤：{reason}；請更正此處";
    TomlUnknownKey { key: String, known: String } =>
        "there is no key {key} here; known are {known}", "這裡沒有「{key}」這個設定，可用的有：{known}";
    TomlUnknownKeyGuess { key: String, meant: String } =>
        "there is no key {key} here; did you mean {meant}?", "這裡沒有「{key}」這個設定，您是不是要寫「{meant}」？";
    TomlUnknownValue { value: String, known: String } =>
        "“{value}” is no value for this; known are {known}", "「{value}」不是可用的值，可用的有：{known}";
    TomlUnknownValueGuess { value: String, meant: String } =>
        "“{value}” is no value for this; did you mean “{meant}”?", "「{value}」不是可用的值，您是不是要寫「{meant}」？";
    TomlWrongType { example: String } =>
        "a value of this kind cannot stand here; write it like {example}", "這裡不能用這種值，請依此形式書寫：{example}";
    TomlMissingKey { key: String } => "the key {key} is missing here; add it", "這裡缺少「{key}」，請補上";
    TomlEmpty => "this must not be empty; write it or remove the entry", "這裡不能空白，請填寫或刪除";
    TomlDateFormat { pattern: String } =>
        "“{pattern}” does not give a whole date; write a pattern with %Y, %m and %d, such as %m/%d/%Y",
        "「{pattern}」無法寫出完整日期；請用含 %Y、%m、%d 的格式，例如 %m/%d/%Y";
    TomlMark { mark: String } =>
        "“{mark}” is no mark that begins a point; use a single one such as •, – or ■",
        "「{mark}」不是項目符號，請用 •、–、■ 等單一符號";
    TomlRange { least: i64, most: i64 } =>
        "write a whole number from {least} to {most} here", "請填 {least} 到 {most} 之間的整數";
    TomlLabel { label: String } =>
        "“{label}” could not be read back as a label; use a few words without a colon",
        "「{label}」不能作為標籤，請用不含冒號的簡短文字";
    TomlPattern { pattern: String, reason: String } =>
        "“{pattern}” is no pattern of file names: {reason}; write one such as drafts/** or *.md",
        "「{pattern}」不是檔名樣式：{reason}；請寫成 drafts/** 或 *.md 這類樣式";
    TomlDefault { value: String } => "default: {value}", "預設值：{value}";
    TomlSeverity { severity: String } => "severity: {severity}", "嚴重程度：{severity}";

    // command line
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
    CannotRead { reason: String } => "cannot be read: {reason}", "無法讀取：{reason}";
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_choose_the_language() {
        for tag in ["zh-TW", "zh_TW.UTF-8", "zh-hant", "zh", "ZH-tw"] {
            assert_eq!(Locale::from_tag(tag), Locale::Chinese);
        }
        for tag in ["en", "C.UTF-8", "de-DE", ""] {
            assert_eq!(Locale::from_tag(tag), Locale::English);
        }
    }

    #[test]
    fn arguments_stand_in_both_languages() {
        let message = Message::MisspeltLabel { label: "日期/Data".into(), meant: "日期/Date" };
        for locale in [Locale::English, Locale::Chinese] {
            let text = message.text(locale);
            assert!(text.contains("日期/Data") && text.contains("日期/Date"), "{text}");
        }
    }
}
