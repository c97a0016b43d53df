//! `text/fullwidth-in-english`: Chinese marks and full-width letters in the English section.

use std::ops::Range;

use super::messages::Message;
use super::{repeated_punctuation, some_of};
use crate::brief::Language;
use crate::language::brackets::{Bracket, BracketSide, Nesting};
use crate::reading::address::{addresses, in_any};
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span, half_width, is_blank, is_han};

rule! {
    /// Reports full-width marks (`，。：；？！`), letters and digits in the English section.
    ///
    /// Chinese names and titles stay as they are: nothing is reported between Chinese characters or in brackets and
    /// quotation marks that hold any. Full-width brackets are reported where nothing Chinese is in them. A whole sentence
    /// in Chinese is reported as such and keeps its marks until it is translated.
    ///
    /// ## Why
    /// They are left over when a translator forgets to switch the keyboard. In English print they stand out by a gap, and
    /// no line breaks after them.
    ///
    /// ## Example
    /// ```brief bad
    /// Summary:
    ///   • China，Russia and others met in ２０２３。
    /// ```
    /// The fix writes them half-width, with the space that English wants:
    /// ```brief good
    /// Summary:
    ///   • China, Russia and others met in 2023.
    /// ```
    "text/fullwidth-in-english", Warning, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    let is_english = unit.language() == Some(Language::English);
    if is_english { in_english(unit) } else { Vec::new() }
}

fn in_english(unit: &TextUnit) -> Vec<Finding> {
    let text = unit.text;
    if unit.lines.iter().all(|&line| !text[line].contains(is_candidate)) {
        return Vec::new();
    }
    let chars = UnitChars { all: unit.chars() };
    let addresses: Vec<Span> = unit.lines.iter().flat_map(|&line| addresses(text, line)).collect();
    if !chars.are_english(&addresses) {
        return Vec::new();
    }
    let mut groups = chars.groups();
    let chinese = chars.chinese_sentences(&groups);
    chinese.iter().for_each(|sentence| groups.in_chinese[sentence.clone()].fill(true));
    let mut edits = Vec::new();
    for (i, &(at, c)) in chars.all.iter().enumerate() {
        let usual = match c {
            _ if !is_candidate(c) || in_any(&addresses, at) || groups.in_chinese[i] => continue,
            '（' | '）' => chars.bracket(i, &groups),
            _ => chars.half_width(i),
        };
        edits.extend(usual.map(|usual| Edit::replace(Span::new(at, at + c.len_utf8()), usual)));
    }
    let untranslated = chinese.into_iter().map(|sentence| RULE.at(chars.span(sentence), Message::ChineseSentence));
    half_width_finding(text, edits).into_iter().chain(untranslated).collect()
}

fn half_width_finding(text: &str, edits: Vec<Edit>) -> Option<Finding> {
    let first = edits.first()?.span;
    let adjacent = edits.windows(2).take_while(|pair| pair[0].span.end == pair[1].span.start).count();
    let found = some_of(edits.iter().map(|edit| text[edit.span].to_owned()), "");
    let message = Message::FullWidthInEnglish { found };
    let finding = RULE.at(first.cover(edits[adjacent].span), message);
    Some(finding.safe_fix(Message::ToHalfWidth, edits))
}

fn is_candidate(c: char) -> bool {
    is_mark(c) || is_wide_word(c) || matches!(c, '．' | '％' | '（' | '）')
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '：' | '；' | '？' | '！')
}

fn is_wide_word(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

fn is_digit(c: char) -> bool {
    half_width(c).is_ascii_digit()
}

/// Han, and marks that only stand beside Han.
fn is_chinese(c: char) -> bool {
    is_han(c) || c == '、' || Bracket::of(c).is_some_and(|bracket| bracket.kind.is_chinese())
}

/// Ideographs below which a sentence may be a name among English words.
const FEWEST_HAN: usize = 8;

/// Two brackets or quotation marks that belong together, by index of character.
#[derive(Clone, Copy)]
struct MarkPair {
    open: usize,
    close: usize,
    is_chinese: bool,
}

/// The pairs of brackets and quotation marks of a text.
struct MarkPairs {
    /// The pair that each character opens or closes.
    at: Vec<Option<MarkPair>>,
    /// Whether each character stands in a pair that holds Chinese.
    in_chinese: Vec<bool>,
}

struct UnitChars {
    all: Vec<(usize, char)>,
}

impl UnitChars {
    fn before(&self, i: usize) -> Option<char> {
        let (at, c) = *self.all.get(i.checked_sub(1)?)?;
        (at + c.len_utf8() == self.all[i].0).then_some(c)
    }

    /// The next character on the line.
    fn behind(&self, i: usize) -> Option<char> {
        let (at, c) = *self.all.get(i + 1)?;
        (self.all[i].0 + self.all[i].1.len_utf8() == at).then_some(c)
    }

    /// Whether there are more letters than ideographs, addresses aside; Chinese text here is left to `section/language`.
    fn are_english(&self, addresses: &[Span]) -> bool {
        let han = self.all.iter().filter(|&&(_, c)| is_han(c)).count();
        let is_letter = |&&(at, c): &&(usize, char)| half_width(c).is_ascii_alphanumeric() && !in_any(addresses, at);
        let letters = self.all.iter().filter(is_letter).count();
        letters > han
    }

    /// Chinese sentences with such marks, by index of character: their marks are right, and half-width ones would hide that
    /// nobody has translated them. Quotations and brackets do not count.
    fn chinese_sentences(&self, groups: &MarkPairs) -> Vec<Range<usize>> {
        let ends = |i: usize| match self.all[i].1 {
            '。' | '！' | '？' | '；' | '!' | '?' | ';' => true,
            '.' => self.behind(i).is_none_or(is_blank),
            _ => false,
        };
        let mut start = 0;
        let mut sentences = Vec::new();
        for i in (0..self.all.len()).filter(|&i| ends(i) || i + 1 == self.all.len()) {
            sentences.push(start..i + 1);
            start = i + 1;
        }
        sentences.retain(|sentence| {
            let own = || sentence.clone().filter(|&i| !groups.in_chinese[i]).map(|i| self.all[i].1);
            let han = own().filter(|&c| is_han(c)).count();
            let letters = own().filter(|c| c.is_ascii_alphabetic()).count();
            han >= FEWEST_HAN && han > letters && own().any(is_mark)
        });
        sentences
    }

    /// The characters of `range` without the blanks before them.
    fn span(&self, range: Range<usize>) -> Span {
        let chars = &self.all[range];
        let first = chars.iter().find(|(_, c)| !is_blank(*c)).map_or(0, |&(at, _)| at);
        Span::new(first, chars.last().map_or(first, |&(at, c)| at + c.len_utf8()))
    }

    fn groups(&self) -> MarkPairs {
        let mut groups = MarkPairs { at: vec![None; self.all.len()], in_chinese: vec![false; self.all.len()] };
        let mut open = Nesting::default();
        let mut chinese = 0;
        // How many groups with Chinese begin, less how many end.
        let mut steps = vec![0_isize; self.all.len() + 1];
        for (i, &(_, c)) in self.all.iter().enumerate() {
            chinese += usize::from(is_han(c));
            match Bracket::of(c).map(|bracket| bracket.side) {
                Some(BracketSide::Opens) => open.open((), (i, chinese)),
                Some(BracketSide::Closes) => {
                    let Some((start, before)) = open.close(()) else { continue };
                    let group = MarkPair { open: start, close: i, is_chinese: chinese > before };
                    (groups.at[start], groups.at[i]) = (Some(group), Some(group));
                    if group.is_chinese {
                        steps[start + 1] += 1;
                        steps[i] -= 1;
                    }
                }
                _ => {}
            }
        }
        let mut depth = 0;
        for (inside, step) in groups.in_chinese.iter_mut().zip(steps) {
            depth += step;
            *inside = depth > 0;
        }
        groups
    }

    /// The replacement for a mark, letter or digit; none where it is right as it is.
    fn half_width(&self, i: usize) -> Option<String> {
        let c = self.all[i].1;
        let (before, behind) = (self.before(i), self.behind(i));
        let half = if c == '。' { '.' } else { half_width(c) };
        let mut text = half.to_string();
        if is_wide_word(c) {
            return Some(text);
        }
        let in_number = before.is_some_and(is_digit) && behind.is_some_and(is_digit);
        if matches!(c, '．' | '％') {
            return before.is_some_and(is_digit).then_some(text);
        }
        let next_to_chinese = |c: Option<char>| c.is_some_and(is_chinese);
        let doubled = |c: Option<char>| c.is_some_and(repeated_punctuation::is_mark);
        let is_doubled = (doubled(before) || doubled(behind)) && !self.in_dots(i);
        if is_doubled || next_to_chinese(before) && next_to_chinese(behind) {
            return None;
        }
        let opens = |c: char| c.is_alphanumeric() || matches!(c, '(' | '（' | '“' | '‘' | '「' | '《' | '$');
        if behind.is_some_and(opens) && !in_number {
            text.push(' ');
        }
        Some(text)
    }

    /// Whether a 。 is one of three or more, which are dots.
    fn in_dots(&self, i: usize) -> bool {
        let is_stop = |&&(_, c): &&(usize, char)| c == '。';
        let before = self.all[..i].iter().rev().take(2).take_while(is_stop).count();
        let from_here = self.all[i..].iter().take(3).take_while(is_stop).count();
        from_here > 0 && before + from_here > 2
    }

    /// The replacement for a full-width bracket, with the space outside it.
    fn bracket(&self, i: usize, groups: &MarkPairs) -> Option<String> {
        let group = groups.at[i]?;
        let pair = [group.open, group.close].map(|i| half_width(self.all[i].1));
        if group.is_chinese || pair != ['(', ')'] {
            return None;
        }
        if i == group.open {
            let attached = self.before(i).is_none_or(|c| is_blank(c) || !closes_word(c));
            return Some(if attached { "(" } else { " (" }.to_owned());
        }
        let next = self.behind(i).is_some_and(|c| c.is_alphanumeric() || matches!(c, '(' | '“'));
        Some(if next { ") " } else { ")" }.to_owned())
    }
}

/// Whether a bracket behind the character takes a space.
fn closes_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ')' | '”' | '"' | '.' | ',' | '%' | '’')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn marks() {
        check(&RULE, "Summary:\n• China«，»Russia；and others。\n", Some("Summary:\n• China, Russia; and others.\n"));
        check(
            &RULE,
            "Summary:\nOne「全球」«，» two\n• Why«？！»“Yes。”\n",
            Some("Summary:\nOne「全球」, two\n• Why?! “Yes.”\n"),
        );
        check(
            &RULE,
            "Summary:\r\n• At 10«：»30 of 1，000 said：“no”\r\n",
            Some("Summary:\r\n• At 10:30 of 1,000 said: “no”\r\n"),
        );
        check(&RULE, "Summary:\n• 😀𠮷👨‍👩‍👧 and «。。。»so on\n", Some("Summary:\n• 😀𠮷👨‍👩‍👧 and ... so on\n"));
        let findings = run(&RULE, "Summary:\nOne\n• Two，three\n");
        assert_eq!(findings[0].points.english, [1]);
        assert!(findings[0].fixes[0].safe);
    }

    #[test]
    fn letters_and_digits() {
        check(&RULE, "Summary:\n• the «ＭＮＤ» in ２０２５, ３．５％\n", Some("Summary:\n• the MND in 2025, 3.5%\n"));
    }

    #[test]
    fn brackets() {
        check(
            &RULE,
            "Summary:\n• the CMC«（»Military Commission）said\n",
            Some("Summary:\n• the CMC (Military Commission) said\n"),
        );
        check(&RULE, "Summary:\n• the CMC «（»x).\n", Some("Summary:\n• the CMC (x).\n"));
        check_quiet(&RULE, "Summary:\n• the CMC（中央軍委會） said\n");
    }

    #[test]
    fn chinese_names_keep_their_marks() {
        check_quiet(&RULE, "Summary:\n• Tsai (蔡英文，總統) wrote 《中華民國１１４年：國防》 and “和平。”\n");
        check_quiet(&RULE, "Summary:\n• the slogan 團結，和平 was popular\n");
        check(&RULE, "Summary:\n• the slogan 團結和平«，»which\n", Some("Summary:\n• the slogan 團結和平, which\n"));
    }

    #[test]
    fn a_sentence_in_chinese_keeps_its_marks() {
        check(
            &RULE,
            "Summary:\n• India buys oil«，»and more. «俄油占印度進口的35%左右，2021年還不到2%。»So it goes on and on。😀\n",
            Some(
                "Summary:\n• India buys oil, and more. 俄油占印度進口的35%左右，2021年還不到2%。So it goes on and on.😀\n",
            ),
        );
        check(&RULE, "Summary:\n• The sanctions on Russia bite. «學界認為制裁的效果有限，𠮷。»\n", None);
    }

    #[test]
    fn ends_of_lines_get_no_space() {
        check(&RULE, "Summary:\n• China«，»\nRussia\n", Some("Summary:\n• China,\nRussia\n"));
    }

    #[test]
    fn an_address_makes_no_text_english() {
        check_quiet(&RULE, "Summary:\nChina acts.\n\n來源連結：https://www.piie.com/blogs/trade-investment\n");
    }

    #[test]
    fn other_places() {
        check_quiet(&RULE, "摘要:\n中國，俄國。ＭＮＤ\n• A，B\n\nSummary:\n中國，俄國與其他國家。\n");
        check_quiet(&RULE, "Summary:\n• Twice，， said\n");
        check_quiet(&RULE, "作者：X，Y\n");
    }
}
