//! `text/repeated-word`: a word that stands twice.

use super::messages::Message;
use crate::language::Language;
use crate::lexicon::keywords;
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span, is_blank, is_han, is_latin};

rule! {
    /// Reports a word that stands twice in a row: `the the`, `的的`, `中國中國`.
    ///
    /// What is doubled on purpose is not reported: 討論討論, 一個一個, 很多很多, `had had`, names like `Bora Bora`. Of single
    /// Chinese characters only those that are never doubled (的, 於, 與 and a few more) count; of words of two, names of
    /// countries and fields and joining words, as others meet by chance (天主教主教).
    ///
    /// ## Why
    /// The eye skips a repeated word, at the end of a line above all, and so does its writer.
    ///
    /// ## Example
    /// ```brief bad
    /// Summary:
    ///   • China seeks the the support of the Global South.
    /// ```
    /// The fix removes one:
    /// ```brief good
    /// Summary:
    ///   • China seeks the support of the Global South.
    /// ```
    "text/repeated-word", Hint, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    if unit.language().is_none() {
        return Vec::new();
    }
    let mut findings = words(unit);
    findings.extend(han(unit));
    findings
}

/// The finding at the repetition; its fix removes the repetition and the text between.
fn finding(word: String, first_end: usize, again: Span) -> Finding {
    let finding = RULE.at(again, Message::RepeatedWord { word: word.clone() });
    finding.quick_fix(Message::RemoveRepeated { word }, vec![Edit::delete(Span::new(first_end, again.end))])
}

/// Words of alphabets.
fn words(unit: &TextUnit) -> Vec<Finding> {
    let text = unit.text;
    let mut findings = Vec::new();
    let mut before: Option<Span> = None;
    for &line in &unit.lines {
        let mut rest = line.start;
        while let Some(word) = next_word(text, Span::new(rest, line.end)) {
            rest = word.end;
            let twin =
                before.filter(|before| text[before.end..word.start].chars().all(|c| is_blank(c) || c.is_whitespace()));
            if let Some(before) = twin.filter(|&before| is_repeated(&text[before], &text[word])) {
                findings.push(finding(text[word].to_owned(), before.end, word));
            }
            before = Some(word);
        }
    }
    findings
}

/// The next word, with its hyphens and apostrophes.
fn next_word(text: &str, span: Span) -> Option<Span> {
    let is_part = |c: char| is_latin(c) || matches!(c, '\'' | '’' | '-' | '_' | '.' | '@' | '/' | '&');
    let start = span.start + text[span].find(is_latin)?;
    let len = text[start..span.end].find(|c| !is_part(c)).unwrap_or(span.end - start);
    let word = text[start..start + len].trim_end_matches(['\'', '’', '/', '.']);
    Some(Span::new(start, start + word.len()))
}

/// Words that are written twice in good English.
const DOUBLED: [&str; 37] = [
    "that", "had", "in", "on", "is", "are", "was", "were", "have", "has", "do", "did", "does", "so", "very", "many",
    "much", "long", "far", "no", "now", "more", "there", "her", "it", "you", "who", "ha", "bye", "again", "really",
    "never", "what", "out", "over", "up", "plus",
];

fn is_repeated(first: &str, second: &str) -> bool {
    let is_lower = |word: &str| word.chars().all(char::is_lowercase);
    // `The the` begins a sentence; `Rattus rattus` is a name.
    let is_capitalised =
        matches!(first, "The" | "A" | "An" | "In" | "Of" | "And" | "If" | "When" | "This" | "With" | "For");
    let same = first == second || is_capitalised && first.eq_ignore_ascii_case(second);
    same && is_lower(second) && !DOUBLED.contains(&second) && (second.len() > 1 || second == "a")
}

/// Characters of the longest Chinese word that is looked for.
const LONGEST: usize = 6;

fn han(unit: &TextUnit) -> Vec<Finding> {
    let chars = unit.chars();
    let mut findings = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        if !is_han(chars[i].1) {
            i += 1;
            continue;
        }
        let repeated = (1..=LONGEST).rev().find(|&len| is_repeated_han(&chars, i, len));
        let Some(len) = repeated else {
            i += 1;
            continue;
        };
        let end = |i: usize| chars[i].0 + chars[i].1.len_utf8();
        let mut last = i + len;
        while is_repeated_han(&chars[last..], 0, len) {
            last += len;
        }
        let word = chars[i..i + len].iter().map(|&(_, c)| c).collect();
        let again = Span::new(chars[i + len].0, end(last + len - 1));
        findings.push(finding(word, end(i + len - 1), again));
        i = last + len;
    }
    findings
}

fn is_repeated_han(chars: &[(usize, char)], i: usize, len: usize) -> bool {
    let Some(both) = chars.get(i..i + 2 * len) else {
        return false;
    };
    let (first, second) = both.split_at(len);
    let same = first.iter().zip(second).all(|(a, b)| a.1 == b.1) && first.iter().all(|&(_, c)| is_han(c));
    if !same {
        return false;
    }
    let word: String = first.iter().map(|&(_, c)| c).collect();
    let before = i.checked_sub(1).map(|i| chars[i].1);
    let behind = chars.get(i + 2 * len).map(|&(_, c)| c);
    match len {
        1 => is_doubled_particle(first[0].1, before, behind),
        // A headline with its source, and the text that begins with it: 檢測-中新網中新網26日電.
        _ if matches!(before, Some('-' | '–' | '—' | '－' | '|' | '｜')) => false,
        2 => is_never_doubled(&word) && !is_reduplication(&word),
        _ => !is_reduplication(&word),
    }
}

/// Whether a doubled character is a fault: a particle, unless the first one ends a word as in 目的的, 參與與.
fn is_doubled_particle(c: char, before: Option<char>, behind: Option<char>) -> bool {
    let ends = |words: &str| before.is_some_and(|c| words.contains(c));
    match c {
        '的' => !ends("目標端有中的") && behind != Some('確'),
        '與' => !ends("參授給賦贈干施付與"),
        '於' | '被' | '並' | '而' => before != Some(c) && behind != Some(c),
        _ => false,
    }
}

/// Whether a word of two characters never stands twice. Most can: 天主教主教, 部隊記錄記錄了; names of countries and fields,
/// and conjunctions, cannot.
fn is_never_doubled(word: &str) -> bool {
    const JOINING: [&str; 40] = [
        "這種", "這個", "這些", "那些", "我們", "他們", "它們", "以及", "因為", "所以", "但是", "如果", "由於", "對於",
        "關於", "其中", "透過", "藉由", "目前", "可以", "可能", "已經", "沒有", "應該", "成為", "根據", "為了", "並且",
        "或是", "而且", "不過", "雖然", "即使", "此外", "因此", "同時", "至於", "甚至", "必須", "仍然",
    ];
    JOINING.contains(&word) || keywords().lookup(word).is_some_and(|found| found.language == Language::Chinese)
}

/// Whether a repetition is good Chinese: 一個一個, 很多很多, 越來越, 討論討論, or one character all along.
fn is_reduplication(word: &str) -> bool {
    const GRADES: &str = "很非好太真最更越多不哪某各每";
    const NUMERALS: &str = "〇零一二三四五六七八九十百千萬億兩半幾";
    /// Verbs and others that prose doubles.
    const DOUBLED: [&str; 40] = [
        "討論", "研究", "商量", "考慮", "了解", "瞭解", "休息", "學習", "打聽", "介紹", "認識", "活動", "鍛鍊", "反省",
        "檢討", "思考", "溝通", "交流", "參考", "觀察", "調查", "整理", "準備", "練習", "體驗", "感受", "嘗試", "關心",
        "照顧", "幫忙", "意思", "許多", "無數", "永遠", "謝謝", "加油", "彼此", "暗地", "常常", "決定",
    ];
    let mut chars = word.chars();
    let first = chars.next();
    let uniform = chars.all(|c| Some(c) == first);
    uniform || word.contains(|c| GRADES.contains(c) || NUMERALS.contains(c)) || DOUBLED.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn english_words() {
        check(&RULE, "Summary:\n• The «the» order of «of» states.\n", Some("Summary:\n• The order of states.\n"));
        check(
            &RULE,
            "Summary:\r\n• order of\r\n  «of» 😀 states «states».\r\n",
            Some("Summary:\r\n• order of 😀 states.\r\n"),
        );
        check(&RULE, "摘要:\n𠮷 global «global» 秩序\n", Some("摘要:\n𠮷 global 秩序\n"));
        let findings = run(&RULE, "Summary:\nOne\n• of of\n");
        assert_eq!(findings[0].points.english, [1]);
        assert!(!findings[0].fixes[0].safe);
    }

    #[test]
    fn chinese_words() {
        check(&RULE, "摘要:\n中國的«的»秩序\n• 😀中國«中國»強大\n", Some("摘要:\n中國的秩序\n• 😀中國強大\n"));
        check(&RULE, "摘要:\n• 𠮷野家全球南方\n«全球南方»國家\n", Some("摘要:\n• 𠮷野家全球南方國家\n"));
        check(&RULE, "摘要:\n• 位於«於»台灣\n", Some("摘要:\n• 位於台灣\n"));
        check(&RULE, "摘要:\n• 中國的«的的»秩序、𠮷我們«我們我們»\n", Some("摘要:\n• 中國的秩序、𠮷我們\n"));
    }

    #[test]
    fn words_that_are_doubled_on_purpose() {
        for text in [
            "討論討論、一個一個、天天、非常非常、很多很多、近年來越來越多、一步一步、二〇二〇年、哈哈哈哈、實實在在、天主教主教、部隊記錄記錄了、國際網際網路",
            "目的的手段，的的確確，參與與合作，不了了之，他現在在台北，可以以此，大使使用，普及及推廣，還是是否，檢測-中央社記者中央社記者",
            "中國，中國 中國",
            "He had had enough, that that was in in 2017; New York, New York; Bora Bora; Li Li; so so; 10 10; U.S. U.S.",
            "the the-atre, x x, Rattus rattus, 👨‍👩‍👧 👨‍👩‍👧",
        ] {
            check_quiet(&RULE, &format!("摘要:\n{text}\n\nSummary:\n• {text}\n"));
        }
        check_quiet(&RULE, "關鍵字: 軍事軍事\n");
    }
}
