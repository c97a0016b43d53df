//! The keyword field's value as a list: its items and the marks between them.
//!
//! `、` separates. Commas, semicolons, slashes and spaces are read as separators too where they can be nothing else: a
//! comma inside an English name, a number, or brackets is not.

use crate::lexicon::Keywords;
use crate::reading::address::{addresses, in_any};
use crate::text::{Span, half_width, is_blank, is_han, is_latin};

/// The items of a value and the gaps round them, which together are the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeywordList {
    /// Without blanks at their ends, none empty.
    pub items: Vec<Span>,
    /// One before each item, and one behind the last.
    pub gaps: Vec<KeywordGap>,
}

/// The text between two items, or at an end of the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeywordGap {
    pub span: Span,
    /// The separators and stops in it; spaces count only where nothing else separates.
    pub marks: Vec<Span>,
}

impl KeywordList {
    /// Reads the value at `value` in `text`, where `known` keywords are one item whatever marks they hold.
    pub fn read(text: &str, value: Span, known: &Keywords) -> KeywordList {
        let separators = SeparatorReader { text, value, known }.separators();
        let mut list = KeywordList { items: Vec::new(), gaps: Vec::new() };
        let mut gap = KeywordGap { span: Span::at(value.start), marks: Vec::new() };
        let mut start = value.start;
        for separator in separators.iter().copied().chain([Span::at(value.end)]) {
            let item = Span::new(start, separator.start).trim(text);
            if !item.is_empty() {
                gap.span.end = item.start;
                list.gaps.push(std::mem::replace(&mut gap, KeywordGap { span: Span::at(item.end), marks: Vec::new() }));
                list.items.push(item);
            }
            if !separator.is_empty() {
                gap.marks.push(separator);
            }
            start = separator.end;
        }
        gap.span.end = value.end;
        list.gaps.push(gap);
        list.part_from_stop(text, known);
        list
    }

    /// The list with `base` bytes added to all places.
    pub fn shift(&self, base: usize) -> KeywordList {
        let all = |spans: &[Span]| spans.iter().map(|span| span.shift(base)).collect();
        let gap = |gap: &KeywordGap| KeywordGap { span: gap.span.shift(base), marks: all(&gap.marks) };
        KeywordList { items: all(&self.items), gaps: self.gaps.iter().map(gap).collect() }
    }

    /// The gaps between two items.
    pub fn inner_gaps(&self) -> &[KeywordGap] {
        self.gaps.get(1..self.items.len()).unwrap_or_default()
    }

    /// A stop behind the last item ends the list; the dots of U.S. are the item's own.
    fn part_from_stop(&mut self, text: &str, known: &Keywords) {
        let (Some(item), Some(gap)) = (self.items.last_mut(), self.gaps.last_mut()) else { return };
        let Some(bare) = text[*item].strip_suffix(['.', '．']) else { return };
        let own = bare.contains('.') || (bare.ends_with(|c: char| !is_han(c)) && known.lookup(bare).is_none());
        if own || bare.ends_with(is_blank) || bare.is_empty() {
            return;
        }
        let stop = Span::new(item.start + bare.len(), item.end);
        item.end = stop.start;
        gap.span.start = stop.start;
        gap.marks.insert(0, stop);
    }
}

struct SeparatorReader<'a> {
    text: &'a str,
    value: Span,
    known: &'a Keywords,
}

impl SeparatorReader<'_> {
    /// In order.
    fn separators(&self) -> Vec<Span> {
        let (brackets, addresses) = (self.brackets(), addresses(self.text, self.value));
        let outside = |span: &Span| !in_any(&brackets, span.start) && !in_any(&addresses, span.start);
        let candidates: Vec<Span> = self.places(is_mark).filter(outside).collect();
        let mut separators: Vec<Span> = (candidates.iter().enumerate())
            .filter(|&(i, &mark)| !self.may_belong_to_name(mark) || self.parts_keywords(&candidates, i))
            .map(|(_, &mark)| mark)
            .collect();
        let spaces: Vec<Span> = self.spaces().filter(outside).collect();
        separators.extend(self.parting_spaces(&separators, &spaces));
        separators.sort_unstable();
        separators
    }

    /// Each character of the value that `is_wanted`.
    fn places(&self, is_wanted: fn(char) -> bool) -> impl Iterator<Item = Span> {
        let chars = self.text[self.value].char_indices().filter(move |&(_, c)| is_wanted(c));
        chars.map(|(at, c)| Span::new(at, at + c.len_utf8()).shift(self.value.start))
    }

    /// The places within brackets and quotation marks, outermost pairs, in order.
    fn brackets(&self) -> Vec<Span> {
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut pairs: Vec<Span> = Vec::new();
        for place in self.places(|c| closer(c).is_some() || is_closer(c)) {
            let c = self.text[place].chars().next().unwrap_or_default();
            if let Some(closer) = closer(c) {
                open.push((place.start, closer));
            } else if let Some(at) = open.last().filter(|(_, closer)| *closer == c).map(|&(at, _)| at) {
                open.pop();
                while pairs.last().is_some_and(|inner| inner.start > at) {
                    pairs.pop();
                }
                pairs.push(Span::new(at, place.end));
            }
        }
        pairs
    }

    /// Between Latin letters or digits a comma or slash may be part of a name or number: 1,000; Washington, D.C.;
    /// A2/AD.
    fn may_belong_to_name(&self, mark: Span) -> bool {
        let before = self.text[self.value.start..mark.start].trim_end_matches(is_blank).chars().next_back();
        let after = self.text[mark.end..self.value.end].trim_start_matches(is_blank).chars().next();
        let (Some(before), Some(after)) = (before, after) else { return false };
        match &self.text[mark] {
            "," | "/" => is_western(before) && is_western(after),
            "，" | "／" => half_width(before).is_ascii_digit() && half_width(after).is_ascii_digit(),
            _ => false,
        }
    }

    /// Whether keywords stand on both sides of the mark.
    fn parts_keywords(&self, marks: &[Span], i: usize) -> bool {
        let start = i.checked_sub(1).map_or(self.value.start, |before| marks[before].end);
        let end = marks.get(i + 1).map_or(self.value.end, |after| after.start);
        [Span::new(start, marks[i].start), Span::new(marks[i].end, end)].into_iter().all(|side| self.is_known(side))
    }

    /// Runs of blanks between two Han characters.
    fn spaces(&self) -> impl Iterator<Item = Span> {
        let value = &self.text[self.value];
        let starts =
            value.char_indices().zip(value.chars().skip(1)).filter(|&((_, c), next)| is_han(c) && is_space(next));
        starts.filter_map(move |((at, c), _)| {
            let start = at + c.len_utf8();
            let rest = value[start..].trim_start_matches(is_space);
            let run = Span::new(start, value.len() - rest.len());
            rest.starts_with(is_han).then(|| run.shift(self.value.start))
        })
    }

    /// The spaces that part keywords: in a list without other separators when it looks like a list, else only between
    /// known keywords.
    fn parting_spaces(&self, separators: &[Span], spaces: &[Span]) -> Vec<Span> {
        let starts = std::iter::once(self.value.start).chain(separators.iter().map(|separator| separator.end));
        let ends = separators.iter().map(|separator| separator.start).chain([self.value.end]);
        let mut rest = spaces;
        let mut parting = Vec::new();
        for (start, end) in starts.zip(ends) {
            let (inside, behind) = rest.split_at(rest.partition_point(|space| space.start < end));
            rest = behind;
            if !inside.is_empty() && self.are_parting(Span::new(start, end), inside, separators.is_empty()) {
                parting.extend(inside);
            }
        }
        parting
    }

    fn are_parting(&self, piece: Span, spaces: &[Span], alone: bool) -> bool {
        if self.is_known(piece) {
            return false;
        }
        let starts = std::iter::once(piece.start).chain(spaces.iter().map(|space| space.end));
        let ends = spaces.iter().map(|space| space.start).chain([piece.end]);
        let parts: Vec<Span> = starts.zip(ends).map(|(start, end)| Span::new(start, end)).collect();
        if !alone {
            return parts.iter().all(|&part| self.is_known(part));
        }
        let is_word = |part: &Span| self.text[*part].chars().nth(1).is_some();
        parts.iter().any(|&part| self.is_known(part)) || (parts.len() > 2 && parts.iter().all(is_word))
    }

    fn is_known(&self, span: Span) -> bool {
        self.known.lookup(self.text[span].trim_matches(is_blank)).is_some()
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '、' | '､' | '，' | ',' | '；' | ';' | '／' | '/' | '。')
}

/// A blank that is seen; a zero-width one between two characters separates nothing.
fn is_space(c: char) -> bool {
    is_blank(c) && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_western(c: char) -> bool {
    c.is_ascii() && !is_mark(c) || is_latin(c)
}

fn closer(opener: char) -> Option<char> {
    Some(match opener {
        '(' => ')',
        '（' => '）',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '“' => '”',
        _ => return None,
    })
}

fn is_closer(c: char) -> bool {
    matches!(c, ')' | '）' | '」' | '』' | '》' | '〉' | '”')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::keywords;

    /// The items, and the marks between and round them.
    #[track_caller]
    fn check(value: &str, items: &[&str], marks: &[&[&str]]) {
        let text: &str = &format!("關鍵字: {value}\r\n");
        let span = Span::new(text.len() - value.len() - 2, text.len() - 2);
        let list = KeywordList::read(text, span, keywords());
        let found: Vec<&str> = list.items.iter().map(|&item| &text[item]).collect();
        assert_eq!(found, items);
        let found: Vec<Vec<&str>> =
            list.gaps.iter().map(|gap| gap.marks.iter().map(|&mark| &text[mark]).collect()).collect();
        assert_eq!(found, marks);
        check_lossless(&list, span);
    }

    /// Items and gaps take turns and leave nothing out.
    #[track_caller]
    fn check_lossless(list: &KeywordList, value: Span) {
        assert_eq!(list.gaps.len(), list.items.len() + 1);
        let mut at = value.start;
        for (i, gap) in list.gaps.iter().enumerate() {
            assert_eq!(gap.span.start, at);
            at = gap.span.end;
            if let Some(item) = list.items.get(i) {
                assert_eq!(item.start, at);
                at = item.end;
            }
        }
        assert_eq!(at, value.end);
    }

    #[track_caller]
    fn check_items(value: &str, items: &[&str]) {
        let list = KeywordList::read(value, Span::new(0, value.len()), keywords());
        let found: Vec<&str> = list.items.iter().map(|&item| &value[item]).collect();
        assert_eq!(found, items);
        check_lossless(&list, Span::new(0, value.len()));
    }

    #[test]
    fn a_proper_list() {
        check("軍事、中國、外交", &["軍事", "中國", "外交"], &[&[], &["、"], &["、"], &[]]);
        check("軍事、 中國", &["軍事", "中國"], &[&[], &["、"], &[]]);
        check("軍事", &["軍事"], &[&[], &[]]);
        check("", &[], &[&[]]);
    }

    #[test]
    fn other_separators() {
        check("軍事，中國,外交", &["軍事", "中國", "外交"], &[&[], &["，"], &[","], &[]]);
        check("軍事；中國 ; 外交", &["軍事", "中國", "外交"], &[&[], &["；"], &[";"], &[]]);
        check("軍事/中國 ／AI", &["軍事", "中國", "AI"], &[&[], &["/"], &["／"], &[]]);
        check("軍事 中國\u{3000}外交", &["軍事", "中國", "外交"], &[&[], &[" "], &["\u{3000}"], &[]]);
        check("US, China, Taiwan", &["US", "China", "Taiwan"], &[&[], &[","], &[","], &[]]);
    }

    #[test]
    fn marks_at_the_ends_and_doubled_ones() {
        check("、軍事、、中國、", &["軍事", "中國"], &[&["、"], &["、", "、"], &["、"]]);
        check("軍事、中國。", &["軍事", "中國"], &[&[], &["、"], &["。"]]);
        check("軍事.", &["軍事"], &[&[], &["."]]);
        check("military.", &["military"], &[&[], &["."]]);
        check("軍事、。", &["軍事"], &[&[], &["、", "。"]]);
        check("U.S.", &["U.S."], &[&[], &[]]);
        check("、、", &[], &[&["、", "、"]]);
    }

    #[test]
    fn names_stay_whole() {
        check_items("Belt and Road、South China Sea", &["Belt and Road", "South China Sea"]);
        check_items("Washington, D.C.、中國", &["Washington, D.C.", "中國"]);
        check_items("one country, two systems", &["one country, two systems"]);
        check_items("1,000架無人機、9/11事件", &["1,000架無人機", "9/11事件"]);
        check_items("A2/AD，F/A-18戰機", &["A2/AD", "F/A-18戰機"]);
        check_items("人工智慧（AI、機器學習）、《中國，美國》", &["人工智慧（AI、機器學習）", "《中國，美國》"]);
        check_items("軍事、https://x.tw/中,國?a=b ，外交", &["軍事", "https://x.tw/中,國?a=b", "外交"]);
        check_items("全球 南方", &["全球 南方"]);
        check_items("賴清德總統 就職演說", &["賴清德總統 就職演說"]);
        check_items("軍事、川普 關稅政策", &["軍事", "川普 關稅政策"]);
        check_items("AI 晶片、5G 網路", &["AI 晶片", "5G 網路"]);
        check_items("軍\u{200b}事", &["軍\u{200b}事"]);
    }

    #[test]
    fn unbalanced_brackets_hide_nothing() {
        check_items("軍事（、中國", &["軍事（", "中國"]);
        check_items("軍事）、中國", &["軍事）", "中國"]);
        check_items("（（軍事）、中國", &["（（軍事）", "中國"]);
    }

    #[test]
    fn any_text_is_read() {
        for value in
            ["😀、𠮷", "，，；；//", "（）", ". 。 .", "\u{200b}", "、 、", "軍事 、", "「」、《", "a,b,c/d", ","]
        {
            let list = KeywordList::read(value, Span::new(0, value.len()), keywords());
            check_lossless(&list, Span::new(0, value.len()));
        }
    }
}
