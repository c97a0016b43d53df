//! `keywords/not-in-text`: a keyword that the brief does not speak of.

use super::distinct_items;
use super::messages::Message;
use crate::brief::{Field, FieldKind, Language};
use crate::lexicon::{Glossary, Keyword, fold_name, fold_prose};
use crate::reading::keyword_reading::{KeywordItem, KeywordMeaning};
use crate::rules::{Context, Finding, rule};
use crate::text::{is_han, is_latin};

rule! {
    /// Reports a keyword that occurs in neither section, in no spelling and in neither language.
    ///
    /// ## Why
    /// Keywords are often left over from the brief that served as the template.
    ///
    /// ## Example
    /// ```brief bad
    /// 關鍵字/Keywords: 北極、貿易
    ///
    /// 摘要:
    /// 美國與歐盟的貿易談判破局。
    ///
    /// Summary:
    /// The trade talks between the United States and the European Union failed.
    /// ```
    /// ```brief good
    /// 關鍵字/Keywords: 歐盟、貿易
    ///
    /// 摘要:
    /// 美國與歐盟的貿易談判破局。
    ///
    /// Summary:
    /// The trade talks between the United States and the European Union failed.
    /// ```
    ///
    /// A long keyword also counts as mentioned if all its words are, one for a topic (能源安全) if one of them is. Fields
    /// such as 軍事 and 外交 say what kind of brief it is and need not occur.
    ///
    /// ## Options
    /// A keyword of `vocabulary.keywords` in brief.toml is looked for by its English too, and by all names of a term of
    /// `glossary.terms`.
    "keywords/not-in-text", Hint, Field(FieldKind::Keywords, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let Some(prose) = Prose::of(cx) else { return Vec::new() };
    let absent = distinct_items(cx, field).filter(|item| is_judged(item) && !prose.mentions(item, cx.house.terms()));
    absent.map(|item| RULE.at(item.span, Message::KeywordNotInText { keyword: item.text.to_owned() })).collect()
}

/// Other faults come first: a misspelled word cannot be found, nor an English one in half of the text.
fn is_judged(item: &KeywordItem) -> bool {
    if item.meaning.keyword().is_some_and(|keyword| keyword.category == FIELD) {
        return false;
    }
    match item.meaning {
        KeywordMeaning::Chinese(_) | KeywordMeaning::English(_) => true,
        KeywordMeaning::Unknown => item.text.contains(is_han),
        KeywordMeaning::Simplified(_) | KeywordMeaning::Misspelt(_) => false,
    }
}

/// Categories of the list of keywords.
const FIELD: &str = "domain";
const TOPIC: &str = "topic";

/// The text of both sections.
struct Prose<'a> {
    written: Vec<&'a str>,
    folded: String,
}

impl<'a> Prose<'a> {
    /// `None` while a section has no text: the keyword may be what is still to be written.
    fn of(cx: &Context<'a>) -> Option<Prose<'a>> {
        let mut written = Vec::new();
        for language in [Language::Chinese, Language::English] {
            let before = written.len();
            let sections = cx.brief.sections.iter().filter(|section| section.language == language);
            let texts = sections.flat_map(|section| section.texts()).filter(|text| !text.is_empty());
            written.extend(texts.map(|text| &cx.text[text]));
            if written.len() == before {
                return None;
            }
        }
        let folded = written
            .iter()
            .map(|text| cx.memo.folded.get(text, fold_prose))
            .fold(String::new(), |all, text| all + &text + "\n");
        Some(Prose { written, folded })
    }

    fn mentions(&self, item: &KeywordItem, terms: &Glossary) -> bool {
        let known = item.meaning.keyword();
        self.has_chinese(&fold_name(item.text))
            || known.is_some_and(|keyword| self.mentions_known(keyword))
            || self.mentions_term(item.text, terms)
    }

    /// Whether the text has the term by another of its names.
    fn mentions_term(&self, text: &str, terms: &Glossary) -> bool {
        let found = terms.search(Language::Chinese, text);
        let mut meant = found.iter().filter(|found| found.span.len() == text.len()).map(|found| found.term);
        meant.any(|term| {
            term.names(Language::Chinese).any(|name| self.has_chinese(&fold_name(name)))
                || term.names(Language::English).any(|name| self.has_english(name))
        })
    }

    fn mentions_known(&self, keyword: &Keyword) -> bool {
        self.has_chinese(&fold_name(keyword.name.chinese))
            || keyword.names(Language::English).any(|name| self.has_english(name))
            || keyword.category == TOPIC && self.has_part(&fold_name(keyword.name.chinese))
    }

    /// Whether the text has any two-character part of a longer word.
    fn has_part(&self, folded: &str) -> bool {
        let chars: Vec<char> = folded.chars().collect();
        chars.len() > 2 && chars.chunks_exact(2).any(|pair| self.folded.contains(&pair.iter().collect::<String>()))
    }

    /// Whether the text has the word, or all pairs of characters that make it up: 國際秩序 in 國際間的新秩序.
    fn has_chinese(&self, folded: &str) -> bool {
        if self.folded.contains(folded) {
            return true;
        }
        let starts: Vec<usize> = folded.char_indices().map(|(at, _)| at).step_by(2).chain([folded.len()]).collect();
        let is_long = starts.len() > 2 && folded.chars().all(is_han) && folded.chars().count().is_multiple_of(2);
        is_long && starts.windows(2).all(|pair| self.folded.contains(&folded[pair[0]..pair[1]]))
    }

    fn has_english(&self, name: &str) -> bool {
        if is_acronym(name) {
            return self.has_acronym(name);
        }
        let folded = fold_name(name);
        has_word_start(&self.folded, &folded) || folded.split(' ').all(|word| has_word_start(&self.folded, stem(word)))
    }

    /// Whether the text has it as a whole word in capitals: US is not in "us".
    fn has_acronym(&self, acronym: &str) -> bool {
        self.written.iter().any(|text| {
            let mut places = text.match_indices(acronym);
            places.any(|(at, _)| ends_word(&text[..at]) && starts_no_word(&text[at + acronym.len()..]))
        })
    }
}

fn is_acronym(name: &str) -> bool {
    name.len() <= 5 && !name.bytes().any(|b| b.is_ascii_lowercase())
}

fn has_word_start(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| ends_word(&text[..at]))
}

/// The word without the ending in which its forms differ.
fn stem(word: &str) -> &str {
    let stem = ["ies", "y", "s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    if stem.len() >= 4 { stem } else { word }
}

/// Whether no Latin letter stands at the end.
fn ends_word(before: &str) -> bool {
    !before.ends_with(is_latin)
}

/// Whether no Latin letter follows, but for a plural s.
fn starts_no_word(after: &str) -> bool {
    let after = after.strip_prefix('s').unwrap_or(after);
    !after.starts_with(is_latin)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[track_caller]
    fn check_text(keywords: &str, chinese: &str, english: &str) {
        check(&RULE, &format!("關鍵字: {keywords}\n\n摘要:\n{chinese}\n\nSummary:\n{english}\n"), None);
    }

    #[test]
    fn keywords_of_another_brief() {
        check_text("«北極»、軍事、«雲端觀測»", "中國軍事", "China's military");
        check_text("«Arctic»", "中國", "China");
        check_text("«美國»", "他們", "They told us to use the bus");
        check_text("«人工智慧»", "中國", "China said AIRCRAFT and air");
        check_text("«𠮷»", "😀", "😀");
        check(&RULE, "關鍵字：«北極»\r\n\r\n摘要：\r\n• 中國\r\n\r\nSummary：\r\n• China\r\n", None);
    }

    #[test]
    fn mentioned_in_either_section() {
        check_text("軍事、中國、外交", "軍事與中國", "Diplomacy");
        check_text("北大西洋公約組織、北約", "x", "NATO");
        check_text("軍事", "中國", "Military ties");
        check_text("美國", "華府", "The U.S. fleet");
        check_text("美國", "華府", "American ties");
        check_text("人工智慧", "中國", "The AIs and the EU");
        check_text("潛艦", "中國", "One Submarine");
        check_text("印太", "中國", "the indo pacific");
        check_text("Taiwan", "臺灣", "x");
    }

    #[test]
    fn spellings_and_line_breaks() {
        check_text("台灣", "臺灣", "x");
        check_text("台海和平", "台\n海和平", "x");
        check_text("南海", "x", "the South\nChina Sea");
        check_text("軍事", "军事", "x");
    }

    #[test]
    fn all_words_of_a_long_keyword() {
        check_text("國際秩序、美中競爭", "國際間的新秩序，以及美中之間的競爭", "x");
        check_text("能源安全", "x", "the security of energy supply");
        check_text("能源安全", "能源", "x");
        check_text("«能源安全»", "石油", "oil");
    }

    #[test]
    fn fields_need_not_occur() {
        check_text("軍事、外交、«北極»", "中國", "China");
    }

    #[test]
    fn other_faults_come_first() {
        check_text("人工智能、cloud gazing、军售", "x", "y");
        check_text("中國、中國", "中國", "y");
    }

    #[test]
    fn a_brief_half_written() {
        check_quiet(&RULE, "關鍵字: 軍事\n");
        check_quiet(&RULE, "關鍵字: 軍事\n\n摘要:\n  • \n\nSummary:\n");
        check_quiet(&RULE, "關鍵字: 軍事\n\n摘要:\n中國\n\nSummary:\n");
        check_quiet(&RULE, "關鍵字: 軍事\n\nSummary:\nChina\n");
    }
}
