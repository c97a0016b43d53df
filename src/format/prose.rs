//! Prose of the sections: blanks and the widths of characters, by the rules of each language.
//!
//! Only blanks and marks change, and the width of letters and digits. A text in another language than its section's
//! stays as it is, as do web and e-mail addresses.

mod chinese;
mod english;
mod marks;

use crate::brief::{Brief, BriefFile, Language};
use crate::house::House;
use crate::reading::address::{addresses, in_any};
use crate::text::{Edit, Span, edit, is_han, split_lines};

/// `text` with the prose of its sections tidied. Idempotent.
pub(super) fn tidied(text: &str, house: &House) -> String {
    let file = BriefFile::read_with(text, &house.labels);
    let edits: Vec<Edit> = file.briefs.iter().flat_map(|brief| of_brief(text, brief, house)).collect();
    if edits.is_empty() { text.to_owned() } else { edit::apply(text, &edits) }
}

fn of_brief(text: &str, brief: &Brief, house: &House) -> Vec<Edit> {
    let lines: Vec<(Span, Language)> = lines(text, brief);
    let chinese = || lines.iter().filter(|(_, language)| *language == Language::Chinese).map(|&(line, _)| &text[line]);
    let width = marks::Width::of(chinese().map(ProseLine::new), house.format.punctuation);
    let tidied = |&(span, language): &(Span, Language)| {
        let line = ProseLine::new(&text[span]);
        let tidied = match language {
            Language::Chinese => chinese::tidied(line, width, house.format.spacing),
            Language::English => english::tidied(line),
        };
        let new = tidied.text();
        (new != text[span]).then(|| Edit::replace(span, new))
    };
    lines.iter().filter_map(tidied).collect()
}

/// Lines of all texts that are in their section's language.
fn lines(text: &str, brief: &Brief) -> Vec<(Span, Language)> {
    let of_section = |section: &crate::brief::Section| {
        let language = section.language;
        let understood = section.texts().filter(|&span| is_in(language, &text[span])).collect::<Vec<_>>();
        let lines = understood
            .into_iter()
            .flat_map(|span| split_lines(&text[span]).map(move |(line, _)| line.shift(span.start)).collect::<Vec<_>>());
        lines.map(|line| (line.trim(text), language)).filter(|(line, _)| !line.is_empty()).collect::<Vec<_>>()
    };
    brief.sections.iter().flat_map(of_section).collect()
}

/// Whether the text is in that language. A Chinese text may hold many English names, an English one hardly a Chinese
/// word.
fn is_in(language: Language, text: &str) -> bool {
    let addresses = addresses(text, Span::new(0, text.len()));
    let han = text.chars().filter(|&c| is_han(c)).count();
    let begins_word = |&(at, c): &(usize, char)| {
        c.is_ascii_alphabetic() && !text[..at].ends_with(|c: char| c.is_ascii_alphabetic()) && !in_any(&addresses, at)
    };
    let words = text.char_indices().filter(begins_word).count();
    match language {
        Language::Chinese => 2 * han > words,
        Language::English => words > han,
    }
}

/// A line of prose as characters, some of which are protected.
#[derive(Debug, Clone)]
struct ProseLine {
    chars: Vec<char>,
    /// Whether each character is protected, as part of an address.
    kept: Vec<bool>,
}

impl ProseLine {
    fn new(text: &str) -> ProseLine {
        let addresses = addresses(text, Span::new(0, text.len()));
        let kept = text.char_indices().map(|(at, _)| in_any(&addresses, at)).collect();
        ProseLine { chars: text.chars().collect(), kept }
    }

    fn text(&self) -> String {
        self.chars.iter().collect()
    }

    fn get(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    /// The nearest character to the left that is no blank, with its index.
    fn left(&self, i: usize) -> Option<(usize, char)> {
        (0..i).rev().map(|i| (i, self.chars[i])).find(|&(_, c)| c != ' ')
    }

    /// The nearest character to the right that is no blank, with its index.
    fn right(&self, i: usize) -> Option<(usize, char)> {
        (i + 1..self.chars.len()).map(|i| (i, self.chars[i])).find(|&(_, c)| c != ' ')
    }

    /// Removes the characters at the indices for which `is_odd` holds, except protected ones.
    fn without(mut self, is_odd: impl Fn(&ProseLine, usize) -> bool) -> ProseLine {
        let stays: Vec<bool> = (0..self.chars.len()).map(|i| self.kept[i] || !is_odd(&self, i)).collect();
        let mut next = stays.iter();
        self.chars.retain(|_| *next.next().unwrap_or(&true));
        let mut next = stays.iter();
        self.kept.retain(|_| *next.next().unwrap_or(&true));
        self
    }

    /// Inserts a blank before each index for which `wants_gap` holds, but not inside an address.
    fn with_gaps(self, wants_gap: impl Fn(&ProseLine, usize) -> bool) -> ProseLine {
        let mut spaced = ProseLine { chars: Vec::new(), kept: Vec::new() };
        for i in 0..self.chars.len() {
            if i > 0 && !(self.kept[i] && self.kept[i - 1]) && wants_gap(&self, i) {
                spaced.chars.push(' ');
                spaced.kept.push(false);
            }
            spaced.chars.push(self.chars[i]);
            spaced.kept.push(self.kept[i]);
        }
        spaced
    }

    /// Applies `map` to each character that is not protected.
    fn map(mut self, map: impl Fn(char) -> char) -> ProseLine {
        for (c, _) in self.chars.iter_mut().zip(&self.kept).filter(|(_, kept)| !**kept) {
            *c = map(*c);
        }
        self
    }
}

/// Typographic spaces that mean no more than a blank, unlike the full-width one in Chinese.
fn is_odd_space(c: char) -> bool {
    matches!(c, '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::{FormatOptions, Punctuation, Spacing};

    #[track_caller]
    fn check_with(format: FormatOptions, text: &str, expected: &str) {
        let house = House { format, ..House::default() };
        assert_eq!(tidied(text, &house), expected);
        assert_eq!(tidied(expected, &house), expected, "not idempotent");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        check_with(FormatOptions::default(), text, expected);
    }

    #[track_caller]
    fn check_kept(text: &str) {
        check(text, text);
    }

    #[test]
    fn english_blanks() {
        check(
            "Summary:\nChina  seeks\u{a0}a\u{3000}new \u{2009} order , and more . Yes ?\n",
            "Summary:\nChina seeks a new order, and more. Yes?\n",
        );
        check("Summary:\n• The end .  😀 «Order»;and,yes ; no\n", "Summary:\n• The end. 😀 «Order»;and, yes; no\n");
        check("Summary:\r\n• in 𠮷 2023 , \"order\" .\"\r\n", "Summary:\r\n• in 𠮷 2023, \"order\".\"\r\n");
    }

    #[test]
    fn english_that_is_right() {
        check_kept(
            "Summary:\n• The U.S. spent 1,000.5 at 10:30 :) ... and . . . a .NET !== x, y,z in https://x.tw/a,b;c .d\n",
        );
        check_kept("Summary:\n• Mail a.b@x.tw,c@y.tw;or http://x.tw/a  \n".trim_end());
    }

    #[test]
    fn blanks_beside_chinese_marks() {
        check(
            "摘要:\n• 中國 ，俄國 。 「 全球 」 《 憲章 》 （ CMC ） 等\n",
            "摘要:\n• 中國，俄國。「全球」《憲章》（CMC）等\n",
        );
        check("摘要:\n• 𠮷\u{a0}野\t  家😀 、  二\n", "摘要:\n• 𠮷 野 家😀、二\n");
        check_kept("摘要:\n• 第一章　總則　—— 二 …… 三 · 四\n");
    }

    #[test]
    fn wide_letters_and_digits() {
        check("摘要:\n• ２０２５年３．５％、１，０００人與ＭＮＤ\n", "摘要:\n• 2025年3.5％、1,000人與MND\n");
        check_kept("摘要:\n• 《ＡＩ時代》與「２０２５」、ｱ\n");
    }

    #[test]
    fn stray_half_width_marks() {
        check(
            "摘要:\n一，二，三，四，五，六，七\n• 印度,日本;「韓國」,越南: 泰國?!\n",
            "摘要:\n一，二，三，四，五，六，七\n• 印度，日本；「韓國」，越南：泰國？！\n",
        );
        check("摘要:\n一，二，三,2023年,NATO,四\n", "摘要:\n一，二，三，2023年,NATO,四\n");
    }

    #[test]
    fn a_house_of_half_width_marks_is_left_alone() {
        check_kept("摘要:\n• 中國,俄國,印度，日本,韓國\n");
        check_kept("摘要:\n• 中國,俄國\n");
        check_kept("摘要:\n• 一，二，三\n\nSummary:\n• One, two, 中國, 俄國\n");
    }

    #[test]
    fn numbers_and_addresses_stay() {
        check_kept("摘要:\n• 一，二，三，1,000、3.5、10:30、a,b、https://x.tw/中,國?一 與 x@y.tw\n");
    }

    #[test]
    fn a_house_that_wants_full_width_marks() {
        let format = FormatOptions { punctuation: Punctuation::FullWidth, ..FormatOptions::default() };
        check_with(
            format.clone(),
            "摘要:\n• 中國,NATO,俄國(全球)與(CMC)、10:30,1,000\n",
            "摘要:\n• 中國，NATO，俄國（全球）與(CMC)、10:30,1,000\n",
        );
        check_with(format, "摘要:\n• 一\n\nSummary:\n• One, two (三)\n", "摘要:\n• 一\n\nSummary:\n• One, two (三)\n");
        let format = FormatOptions { punctuation: Punctuation::Keep, ..FormatOptions::default() };
        check_with(format, "摘要:\n• 一，二，三,四\n", "摘要:\n• 一，二，三,四\n");
    }

    #[test]
    fn blanks_between_han_and_latin() {
        let add = FormatOptions { spacing: Spacing::Add, ..FormatOptions::default() };
        check_with(add, "摘要:\n• 自2017年，與NATO 的F-16（2架）\n", "摘要:\n• 自 2017 年，與 NATO 的 F-16（2 架）\n");
        let remove = FormatOptions { spacing: Spacing::Remove, ..FormatOptions::default() };
        check_with(remove, "摘要:\n• 自 2017 年, Global South 的 F-16\n", "摘要:\n• 自2017年, Global South的F-16\n");
        check_kept("摘要:\n• 自2017年 2 月\n");
    }

    #[test]
    fn a_text_in_the_other_language_stays() {
        check_kept("摘要:\n• China  seeks ， a new order , yes\n\nSummary:\n• 中國 ，俄國,印度，日本\n");
    }

    #[test]
    fn an_address_makes_no_text_english() {
        check_kept("Summary:\nChina acts.\n• China\n\n來源連結：https://www.piie.com/blogs/trade-investment\n");
    }

    #[test]
    fn numerals_are_the_writer_s() {
        check_kept("摘要:\n• 二〇一七年、2017年、三成、30%、百分之三十\n");
    }

    #[test]
    fn other_parts_stay() {
        check_kept("作者: A , B\n\n備註  一 , 二\n\n摘要:\n一\n");
    }
}
