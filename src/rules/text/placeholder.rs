//! `text/placeholder`: a sign for what is still to be written.

use std::sync::LazyLock;

use regex::Regex;

use super::messages::Message;
use crate::reading::address::{addresses, in_any};
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::Span;

rule! {
    /// Reports signs for what is still to be written or looked up: `TODO`, `TBD`, `$XXX billion`, `XX%`, `[24 percent?]`,
    /// `???`, （待補）, 【待查】, ○○億.
    ///
    /// ## Why
    /// Writers put them where they want to come back, and do not; print shows them to everybody.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 預算為XX億美元（待查）。
    /// ```
    /// Write what belongs there:
    /// ```brief good
    /// 摘要:
    ///   • 預算為527億美元。
    /// ```
    ///
    /// Words such as 待確認 in running text are not reported, only those in brackets.
    "text/placeholder", Warning, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    let text = unit.text;
    let found = SIGN.find_iter(text).map(|found| Span::new(found.start(), found.end()));
    let signs: Vec<Span> = found.filter(|&sign| !is_part_of_word(text, sign)).collect();
    if signs.is_empty() {
        return Vec::new();
    }
    let addresses = addresses(text, Span::new(0, text.len()));
    let places = signs.into_iter().filter(|sign| !in_any(&addresses, sign.start));
    places.map(|sign| RULE.at(sign, Message::Placeholder { text: text[sign].to_owned() })).collect()
}

static SIGN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) TODO | FIXME | TBD | TBC | TK{2,} | (?:NT|US)?[$€£¥]\s?X+ | X{3,} | XX+\s?(?:%|％|percent|億|兆|萬|million|billion|trillion)
        | [○◯Ｏ]{2,}(?:億|兆|萬|%|％) | \?{3,} | ？{3,}
        | \[[^\[\]?]{1,24}\?\]
        | [（(【\[](?:待補|待查|待譯|待確認|待翻譯|待補充|待更新|補資料|請補|數字待補|出處待補)[^）)】\]]{0,6}[）)】\]]",
    )
    .expect("a pattern")
});

/// Whether a sign that begins or ends with a letter or digit continues in another: 20XX, SpaceXXX.
fn is_part_of_word(text: &str, sign: Span) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric();
    text[sign].starts_with(is_letter) && text[..sign.start].ends_with(|c| is_letter(c) || matches!(c, '_' | '-'))
        || text[sign].ends_with(is_letter) && text[sign.end..].starts_with(|c| is_letter(c) || c == '_')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn signs_for_what_is_missing() {
        check(&RULE, "摘要:\n • «TODO»\n • 預算為«XX億»美元«（待補）»😀\n • 約«○○億»元，«【待查出處】»\n", None);
        check(&RULE, "Summary:\nThe budget («TBD») is «$XXX» billion, «XX percent» more «[24 percent?]»«???»\n", None);
    }

    #[test]
    fn words_and_names() {
        check_quiet(
            &RULE,
            "摘要:\n • 細節仍待確認，XX大會20XX年？？（待確認後公布的所有各項內容）\n • SpaceX、XXL、ToDo\n",
        );
        check_quiet(&RULE, "Summary:\n • Who pays? What?! [sic] [Is it so? Yes.] XX Corps https://x.tw/TODO?a=XXX\n");
    }
}
