//! `style/ellipsis`: dots of another form than 「……」.

use super::messages::Message;
use super::{is_in_chinese, runs_in_chinese};
use crate::messages::Shared;
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports an ellipsis in Chinese text that is not written `……`: `...`, `。。。`, a single `…`.
    ///
    /// Dots between Latin words are left alone, as is `⋯⋯`, which is the same in the middle of the line.
    ///
    /// ## Why
    /// The Chinese ellipsis has six dots in the width of two characters. Three full stops look like three sentences, and
    /// a line may break between them.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 關稅、援助、軍售...北京都看到了機會。
    /// ```
    /// The fix writes two U+2026:
    /// ```brief good
    /// 摘要:
    ///   • 關稅、援助、軍售……北京都看到了機會。
    /// ```
    "style/ellipsis", Hint, TextUnit(in_unit)
}

const ELLIPSIS: &str = "……";

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    let runs = runs_in_chinese(unit, |c| matches!(c, '.' | '．' | '。' | '…'));
    let odd = runs.into_iter().filter(|&run| is_odd(&unit.text[run]) && is_in_chinese(unit.text, run));
    odd.map(|run| finding(unit.text, run)).collect()
}

/// Whether the dots are anything but two U+2026; a line of dots is no ellipsis.
fn is_odd(dots: &str) -> bool {
    let count = dots.chars().count();
    match dots.starts_with('…') {
        true => count % 2 == 1,
        false => count >= 3,
    }
}

fn finding(text: &str, run: Span) -> Finding {
    let message = Message::Ellipsis { dots: text[run].to_owned() };
    let title = Shared::ReplaceBy { text: ELLIPSIS.to_owned() };
    RULE.at(run, message).quick_fix(title, vec![Edit::replace(run, ELLIPSIS)])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn dots_of_other_forms() {
        for dots in ["...", "......", "。。。", "．．．", "…", "………"] {
            check(&RULE, &format!("摘要:\n• 軍事、外交«{dots}»都是😀\n"), Some("摘要:\n• 軍事、外交……都是😀\n"));
        }
        check(
            &RULE,
            "摘要:\r\n𠮷野家«…»\r\n• «...»與 NATO «...»俄國\r\n",
            Some("摘要:\r\n𠮷野家……\r\n• ……與 NATO ……俄國\r\n"),
        );
    }

    #[test]
    fn what_is_right_or_no_ellipsis() {
        check_quiet(&RULE, "摘要:\n• 軍事……外交。…… 一⋯⋯二…………三..四。。五\n");
        check_quiet(&RULE, "摘要:\n• 他說“Wait... what…”\n• 3.5、a...b\n\nSummary:\n• Wait... 中國...\n");
    }
}
