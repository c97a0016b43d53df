//! `style/mixed`: two spellings of one thing in one brief.

use super::messages::Message;
use crate::reading::spelling_choice::{Alternation, SpellingChoice};
use crate::rules::text_unit::{UnitPlace, text_units};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports two spellings of one thing in one brief: 台灣 and 臺灣, `U.S.` and `US`, `2017年` and `2017 年`, `30%` and
    /// `30 percent`, `’` and `'`, `2017-2023` and `2017–2023`.
    ///
    /// There is one finding for each thing, at the first place that differs from the majority. Names that are written one
    /// way only (臺灣大學, 台積電, `US$`, Q彈) do not count, nor does what stands in title marks, nor 台 or 臺 in quotation marks.
    ///
    /// ## Why
    /// No spelling is wrong, but two in one text look careless, and a search finds half of them.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 台灣與美國簽署協議，台灣增加採購。
    ///   • 臺灣擴大外交空間。
    /// ```
    /// The fix follows the majority:
    /// ```brief good
    /// 摘要:
    ///   • 台灣與美國簽署協議，台灣增加採購。
    ///   • 台灣擴大外交空間。
    /// ```
    "style/mixed", Hint, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let choices = choices(cx);
    let mut alternations: Vec<Alternation> = choices.iter().map(|choice| choice.alternation).collect();
    alternations.sort_unstable();
    alternations.dedup();
    alternations.into_iter().filter_map(|alternation| of_alternation(cx, &choices, alternation)).collect()
}

/// Every choice in the sections, in order of the text.
fn choices(cx: &Context) -> Vec<SpellingChoice> {
    let in_unit = |place: UnitPlace| {
        let found = place.language().map(|language| cx.memo.spelling_choices(language, &cx.text[place.span()]));
        let start = place.span().start;
        found.unwrap_or_default().iter().map(|choice| choice.shift(start)).collect::<Vec<_>>()
    };
    let mut choices: Vec<SpellingChoice> = text_units(cx).into_iter().flat_map(in_unit).collect();
    choices.sort_by_key(|choice| choice.span);
    choices
}

fn of_alternation(cx: &Context, choices: &[SpellingChoice], alternation: Alternation) -> Option<Finding> {
    let choices: Vec<&SpellingChoice> = choices.iter().filter(|choice| choice.alternation == alternation).collect();
    let first = choices.first()?.is_second;
    let with_second = choices.iter().filter(|choice| choice.is_second).count();
    let with_first = choices.len() - with_second;
    let keeps_second = if with_first == with_second { first } else { with_second > with_first };
    let (usual, odd): (Vec<&SpellingChoice>, Vec<_>) =
        choices.into_iter().partition(|choice| choice.is_second == keeps_second);
    let (at, usual) = (odd.first()?, usual.first()?);
    let edits: Vec<Edit> = odd.iter().filter_map(|choice| choice.other_way(cx.text)).collect();
    let (found, usual) = (word(cx.text, at.span), word(cx.text, usual.span));
    let message = Message::MixedSpelling { found: cx.text[found].to_owned(), usual: cx.text[usual].to_owned() };
    let finding = RULE.at(found, message).related(usual, Message::UsualSpelling);
    let title = match alternation {
        Alternation::Digits | Alternation::Letters if keeps_second => Message::SpaceEverywhere,
        Alternation::Digits | Alternation::Letters => Message::SpaceNowhere,
        _ => Message::UnifySpelling { usual: cx.text[usual].to_owned() },
    };
    Some(finding.quick_fix(title, edits))
}

/// `span`, extended to whole words and numbers at both ends.
fn word(text: &str, span: Span) -> Span {
    let is_part = |c: char| c.is_ascii_alphanumeric();
    let end = text.len() - text[span.end..].trim_start_matches(is_part).len();
    Span::new(text[..span.start].trim_end_matches(is_part).len(), end)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn tai() {
        check(&RULE, "摘要:\n台灣、«臺»灣、台灣、臺北\n", Some("摘要:\n台灣、台灣、台灣、台北\n"));
        check(&RULE, "摘要:\n• 臺灣😀\n• 𠮷«台»海\n", Some("摘要:\n• 臺灣😀\n• 𠮷臺海\n"));
        check_quiet(
            &RULE,
            "摘要:\n• 台灣、國立臺灣大學、臺灣銀行、台積電、平臺、舞台、《臺灣日報》、「台」、「臺灣通」\n",
        );
        check_quiet(&RULE, "作者: 臺灣\n\n摘要:\n台灣\n");
    }

    #[test]
    fn blanks_beside_digits_and_letters() {
        check(&RULE, "摘要:\n2017年、«3 月»、5日\n", Some("摘要:\n2017年、3月、5日\n"));
        check(&RULE, "摘要:\n自 2017 年«起2»、約 5 個\n", Some("摘要:\n自 2017 年起 2、約 5 個\n"));
        check(&RULE, "摘要:\n與 NATO 成員«國G20»\n", Some("摘要:\n與 NATO 成員國 G20\n"));
        check(&RULE, "摘要:\n2月«1 月» 1\n", Some("摘要:\n2月1月1\n"));
        check_quiet(&RULE, "摘要:\n與 NATO 的口感Q彈、X光、ROCK STAR 2巡演、第 2 次\n");
        check_quiet(&RULE, "摘要:\n2017年、與 NATO 的\n\nSummary:\n中國 2017年 3 月\n");
    }

    #[test]
    fn quotation_marks() {
        check(
            &RULE,
            "Summary:\nChina’s “order” and «Russia's» \"war\", the ‘new’ one’s\n",
            Some("Summary:\nChina’s “order” and Russia’s “war”, the ‘new’ one’s\n"),
        );
        check(
            &RULE,
            "Summary:\r\nIt's 'one' and \"two\" of «China’s»\r\n",
            Some("Summary:\r\nIt's 'one' and \"two\" of China's\r\n"),
        );
        check_quiet(&RULE, "Summary:\nChina’s 5' 3\" gun and “https://x.tw/it's”\n\n摘要:\nChina's\n");
    }

    #[test]
    fn dotted_abbreviations() {
        check(
            &RULE,
            "Summary:\nThe U.S. and the U.S.-led «US» bloc\n",
            Some("Summary:\nThe U.S. and the U.S.-led U.S. bloc\n"),
        );
        check(&RULE, "Summary:\nThe UK, the UK of the «U.K.»\n", Some("Summary:\nThe UK, the UK of the UK.\n"));
        check(&RULE, "Summary:\nThe U.S. is U.S. of the «US».\n", Some("Summary:\nThe U.S. is U.S. of the U.S.\n"));
        check_quiet(&RULE, "Summary:\nThe U.S. pays US$5, USD 3; the USS Nimitz, THE US ARMY, UKRAINE, US Steel\n");
    }

    #[test]
    fn percent() {
        check(&RULE, "Summary:\n30%, 2.5% and «5 percent»\n", Some("Summary:\n30%, 2.5% and 5%\n"));
        check(
            &RULE,
            "Summary:\n30 percent, 2 percent and «5%»\n",
            Some("Summary:\n30 percent, 2 percent and 5 percent\n"),
        );
        check_quiet(&RULE, "Summary:\n30% and five percent, a percentage of 3 percentage points\n");
    }

    #[test]
    fn ranges_of_years() {
        check(
            &RULE,
            "Summary:\n2017–2023, 1999–2001, «2020-2023»\n",
            Some("Summary:\n2017–2023, 1999–2001, 2020–2023\n"),
        );
        check_quiet(&RULE, "Summary:\n2017–2023, 2017-04-17, 5-10, https://x.tw/2020-2023\n");
    }

    #[test]
    fn what_is_left_to_the_writer() {
        check_quiet(&RULE, "Summary:\nChina, Russia and Iran; China, Russia, and Iran — then -- or—so\n");
    }
}
