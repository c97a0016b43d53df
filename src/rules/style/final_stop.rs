//! `style/final-stop`: a point without the full stop that the others have.

use std::collections::HashMap;

use super::messages::Message;
use crate::brief::{Language, Point, Section};
use crate::messages::Shared;
use crate::rules::points::about;
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span, is_han, is_wide};

rule! {
    /// Reports a point that lacks the full stop that most of its siblings end with, or has the one of the other language.
    ///
    /// Points that end with another mark (`？` `：` `；`) or that have points of their own below them are left alone, and so
    /// are entries of a list among the points: several in a row without a stop, those behind a point that ends with `：`,
    /// those of the form `name: what` or `name — what`, those that count things (`1. … 2. …`), and what stands in brackets.
    ///
    /// ## Why
    /// A missing stop looks as if the rest of the sentence were lost.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 俄國增加軍費。
    ///   • 印度加強外交
    /// ```
    /// The fix adds it:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大軍事交流。
    ///   • 俄國增加軍費。
    ///   • 印度加強外交。
    /// ```
    "style/final-stop", Hint, Section(check)
}

/// How a point ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Ending {
    Stop,
    /// 。 is meant and something else stands there.
    WrongStop(Span),
    Missing,
    /// With a mark that needs no stop.
    Other,
}

impl Ending {
    /// The same end seen from `base` bytes further left.
    fn shift(self, base: usize) -> Ending {
        match self {
            Ending::WrongStop(span) => Ending::WrongStop(span.shift(base)),
            end => end,
        }
    }
}

fn check(cx: &Context, section: &Section) -> Vec<Finding> {
    let has_children = |i: usize| section.points.get(i + 1).is_some_and(|next| next.depth > section.points[i].depth);
    let end = |(i, point): (usize, &Point)| match has_children(i) {
        true => Ending::Other,
        false => end_of(cx, &cx.text[point.text], section.language).shift(point.text.start),
    };
    let ends: Vec<Ending> = section.points.iter().enumerate().map(end).collect();
    let mut by_depth: HashMap<usize, Siblings> = HashMap::new();
    for (point, &end) in section.points.iter().zip(&ends) {
        by_depth.entry(point.depth).or_default().count(point, end);
    }
    let mut findings = Vec::new();
    for (i, (point, &end)) in section.points.iter().zip(&ends).enumerate() {
        let is_alone = end != Ending::Missing || !is_in_list(cx.text, section, &ends, i);
        if is_alone && by_depth.get(&point.depth).is_some_and(|siblings| siblings.want_stop(point)) {
            let finding = finding(cx.text, section.language, point, end);
            findings.extend(finding.map(|it| about(it, section.language, i + 1)));
        }
    }
    findings
}

/// Whether a neighbour lacks the stop too, or the point before announces what comes.
fn is_in_list(text: &str, section: &Section, ends: &[Ending], i: usize) -> bool {
    let neighbours = [i.checked_sub(1), Some(i + 1)].into_iter().flatten();
    let lacks =
        |at: usize| ends.get(at) == Some(&Ending::Missing) && section.points[at].depth == section.points[i].depth;
    let before = i.checked_sub(1).map_or("", |before| &text[section.points[before].text]);
    neighbours.into_iter().any(lacks) || before.ends_with([':', '：'])
}

/// The points of one depth.
#[derive(Default)]
struct Siblings {
    with_stop: usize,
    lacking: usize,
    /// Bytes of the shortest one with a stop.
    shortest: Option<usize>,
}

impl Siblings {
    fn count(&mut self, point: &Point, end: Ending) {
        match end {
            Ending::Stop => {
                self.with_stop += 1;
                let len = point.text.len();
                self.shortest = Some(self.shortest.map_or(len, |shortest| shortest.min(len)));
            }
            Ending::Missing | Ending::WrongStop(_) => self.lacking += 1,
            Ending::Other => {}
        }
    }

    /// Most have one, and the point is no heading among sentences, much shorter than they are.
    fn want_stop(&self, point: &Point) -> bool {
        let is_sentence = self.shortest.is_some_and(|shortest| point.text.len() * 2 >= shortest);
        let many = if self.lacking > 1 { 4 } else { 2 };
        is_sentence && self.with_stop >= many * self.lacking.max(1)
    }
}

/// How a point of that text ends, by itself; kept by the text.
fn end_of(cx: &Context, text: &str, language: Language) -> Ending {
    *cx.memo.endings[language].get(text, |text| read_end(text, language))
}

fn read_end(text: &str, language: Language) -> Ending {
    if text.is_empty() || names_its_source(text) || is_entry(text) {
        return Ending::Other;
    }
    let content = text.trim_end_matches(closes);
    let Some(last) = content.chars().next_back() else {
        return Ending::Other;
    };
    let before = content[..content.len() - last.len_utf8()].chars().next_back();
    let at = Span::new(content.len() - last.len_utf8(), content.len());
    match (language, last) {
        (Language::Chinese, '。') | (Language::English, '.' | '。') => Ending::Stop,
        (Language::Chinese, '.' | '．' | '｡') if before.is_some_and(is_wide) => Ending::WrongStop(at),
        _ if ends_with_address(content) => Ending::Other,
        _ if last.is_alphanumeric() || matches!(last, '%' | '％') => Ending::Missing,
        _ => Ending::Other,
    }
}

/// Quotation marks and brackets that a stop may stand before.
fn closes(c: char) -> bool {
    matches!(c, '」' | '』' | '”' | '’' | '"' | '\'' | '）' | ')' | ']' | '》' | '〉')
}

/// Whether the stop stands before a bracket or dash with the source: `… said so. (Reuters)`, `“…” — Erik Green`.
fn names_its_source(content: &str) -> bool {
    const SOURCE: usize = 150;
    let is_end = |c: char| matches!(c, '。' | '.' | '！' | '？' | '!' | '?' | '」' | '”' | '"');
    let bracket = content.ends_with([')', '）', ']']).then(|| content.rfind(['(', '（', '['])).flatten();
    let mut near_end = content.char_indices().rev().take_while(|(at, _)| content.len() - at <= SOURCE);
    let dash = near_end.find(|(_, c)| *c == '—').map(|(at, _)| at);
    [bracket, dash].into_iter().flatten().any(|at| content[..at].trim_end_matches([' ', '—']).ends_with(is_end))
}

/// `Baihe: lotus flowers`, `戴資穎 — 羽球世界球后`: a name with what there is to say of it.
fn is_entry(content: &str) -> bool {
    const LONGEST_NAME: usize = 40;
    const LONGEST_SIGN: usize = 3;
    let end = content.char_indices().nth(LONGEST_NAME + LONGEST_SIGN).map_or(content.len(), |(at, _)| at);
    let name = |sign: &str| {
        let at = content[..end].find(sign)?;
        let (name, rest) = (&content[..at], &content[at + sign.len()..]);
        (!rest.trim().is_empty() && name.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum::<usize>() <= LONGEST_NAME)
            .then_some(name)
    };
    let names = ["：", ": ", " — ", " – ", "——", " - "].into_iter().filter_map(name);
    let is_name = |name: &str| !name.contains(['，', '。', ',', '；', '？', '！', '「', '“']) && !name.contains(". ");
    names.into_iter().any(is_name)
        || counts_things(content)
        || content.starts_with(['(', '（']) && content.ends_with([')', '）'])
}

/// `3. Equipment 4. Other equipment`
fn counts_things(content: &str) -> bool {
    let may_count = |two: &&[u8]| two[0].is_ascii_digit() && two[1] == b'.';
    if content.as_bytes().windows(2).filter(may_count).nth(1).is_none() {
        return false;
    }
    let is_number = |word: &&str| {
        let number = word.split_once('.').map_or("", |(number, _)| number);
        !number.is_empty()
            && number.len() <= 2
            && number.bytes().all(|b| b.is_ascii_digit())
            && !word.ends_with(|c: char| c.is_ascii_digit())
    };
    content.split_whitespace().filter(is_number).nth(1).is_some()
}

/// An address, be it without `https://`, or the site that a text comes from.
fn ends_with_address(content: &str) -> bool {
    let word = content.rsplit(|c: char| c.is_whitespace() || is_han(c)).next().unwrap_or_default();
    let is_host = || word.contains('.') && word.split('.').all(|part| part.len() > 1 && part.is_ascii());
    word.contains("://") || word.contains("www.") || word.contains('@') || is_host()
}

fn finding(text: &str, language: Language, point: &Point, end: Ending) -> Option<Finding> {
    let stop = if language == Language::Chinese { "。" } else { "." };
    let message = Message::FinalStop { stop: stop.to_owned() };
    match end {
        Ending::WrongStop(span) => {
            let title = Shared::ReplaceBy { text: stop.to_owned() };
            Some(RULE.at(span, message).quick_fix(title, vec![Edit::replace(span, stop)]))
        }
        Ending::Missing => {
            let last = text[point.text].chars().next_back().map_or(0, char::len_utf8);
            let span = Span::new(point.text.end - last, point.text.end);
            let title = Message::AddStop { stop: stop.to_owned() };
            Some(RULE.at(span, message).quick_fix(title, vec![Edit::insert(point.text.end, stop)]))
        }
        Ending::Stop | Ending::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn a_stop_that_the_others_have() {
        check(&RULE, "摘要:\n• 一。\n• 二。\n• 𠮷«野»\n", Some("摘要:\n• 一。\n• 二。\n• 𠮷野。\n"));
        check(
            &RULE,
            "Summary:\r\n• One.\r\n• tw«o»\r\n• Three.\r\n",
            Some("Summary:\r\n• One.\r\n• two.\r\n• Three.\r\n"),
        );
        check(&RULE, "摘要:\n• 一。\n• 二（三«）»\n• 四。」\n", Some("摘要:\n• 一。\n• 二（三）。\n• 四。」\n"));
        assert_eq!(run(&RULE, "摘要:\n一\n• 一。\n• 二\n• 三。\n")[0].points.chinese, [2]);
    }

    #[test]
    fn the_stop_of_the_other_language() {
        check(&RULE, "摘要:\n• 一。\n• 二«.»\n• 三。\n", Some("摘要:\n• 一。\n• 二。\n• 三。\n"));
        check(&RULE, "摘要:\n• 一。\n• 二«．»」\n• 三。\n", Some("摘要:\n• 一。\n• 二。」\n• 三。\n"));
    }

    #[test]
    fn entries_of_a_list() {
        let with = |points: &str| {
            format!("摘要:\n• 一事。\n• 二事。\n• 三事。\n• 四事。\n• 五事。\n• 六事。\n• 七事。\n• 八事。\n{points}")
        };
        check_quiet(&RULE, &with("• 甲事\n• 乙事\n"));
        check_quiet(&RULE, &with("• 重點有二：\n• 甲事\n"));
        check_quiet(&RULE, &with("• 😀園區：光電與生技\n"));
        check_quiet(&RULE, &with("• 戴資穎 — 羽球世界球后\n"));
        check_quiet(&RULE, &with("• 中興園區（36.58 公頃）：研發，文創\n"));
        check_quiet(&RULE, &with("• （以聲音為媒介）\n"));
        check_quiet(&RULE, "Summary:\n• One.\n• Two.\n• 1. Power 2.Antenna\n");
        check(
            &RULE,
            "Summary:\n• One.\n• Two.\n• 1.5 of 2.5 millio«n»\n",
            Some("Summary:\n• One.\n• Two.\n• 1.5 of 2.5 million.\n"),
        );
        check(&RULE, &with("• 甲事，乙事：丙«事»\n"), Some(&with("• 甲事，乙事：丙事。\n")));
        check(&RULE, &with("• 甲«事»\n• 九事。\n• 乙«事»\n"), Some(&with("• 甲事。\n• 九事。\n• 乙事。\n")));
        check_quiet(&RULE, "Summary:\n• One.\n• Two.\n• Baihe: lotus flowers\n");
    }

    #[test]
    fn where_no_stop_is_due() {
        check_quiet(&RULE, "摘要:\n• 一\n• 二\n• 三。\n");
        check_quiet(&RULE, "摘要:\n• 一。\n• 二\n");
        check_quiet(&RULE, "摘要:\n• 一。\n• 二。\n• 三？\n• 四：\n• 五；\n• 六……\n•\n• 😀\n• https://x.tw/a\n");
        check_quiet(&RULE, "摘要:\n• 一。\n• 二。\n• 三\n  • 四\n  • 五\n• 六。\n");
        check_quiet(&RULE, "摘要:\n• 一。\n• 二。\n• 三。（中央社）\n• 「四」——王小明\n");
        check_quiet(&RULE, "Summary:\n• One.\n• Two.\n• Three. (Reuters)\n• “Four.” — Erik Green\n");
        check_quiet(&RULE, "Summary:\n• One.\n• Two.\n• See travel.gov.gr\n");
        check_quiet(&RULE, "Summary:\nOne\n• Two?\n• Three:\n• the U.S.\n• “Four.”\n");
    }
}
