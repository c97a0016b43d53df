//! `agreement/length`: a point is far too short or long for its partner.

use super::messages::Message;
use crate::language::profile::ENGLISH_PER_HAN;
use crate::messages::Shared;
use crate::rules::pair::{Disagreement, PairTexts};
use crate::rules::rule;

rule! {
    /// Reports an English point that is several times shorter or longer than its Chinese partner lets expect.
    ///
    /// ## Why
    /// A sentence was lost in one language, or the partner is only begun.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國正積極推動以全球南方國家為核心的新型國際秩序，並藉由各種雙邊與多邊高層峰會鞏固領導地位。
    ///
    /// Summary:
    ///   • China holds summits.
    /// ```
    /// Translate what is missing:
    /// ```brief good
    /// 摘要:
    ///   • 中國正積極推動以全球南方國家為核心的新型國際秩序，並藉由各種雙邊與多邊高層峰會鞏固領導地位。
    ///
    /// Summary:
    ///   • China seeks a new international order centered on the Global South, and strengthens its leadership at bilateral
    ///     and multilateral summits.
    /// ```
    ///
    /// Only lengths that hardly any translation has are reported.
    "agreement/length", Hint, Pair(between)
}

/// Factor from the usual length at which a text is reported.
const FAR: f64 = 4.0;
/// Length of the longer side, in Chinese characters or their equivalent, below which chance is too large.
const SHORTEST: f64 = 24.0;

fn between(pair: &PairTexts) -> Vec<Disagreement> {
    far_out(pair).into_iter().collect()
}

fn far_out(pair: &PairTexts) -> Option<Disagreement> {
    let ratio = {
        let lengths = pair.correspondence.lengths.map(f64::from);
        let (zh, en) = (lengths.chinese, lengths.english / ENGLISH_PER_HAN);
        if zh.max(en) < SHORTEST {
            return None;
        }
        en / zh.max(1.0)
    };
    if (1.0 / FAR..=FAR).contains(&ratio) {
        return None;
    }
    let message = if ratio < 1.0 { Message::EnglishIsShort } else { Message::EnglishIsLong };
    Some(Disagreement {
        rule: &RULE,
        places: pair.whole(),
        message: message.into(),
        related: Shared::ChinesePartner.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    const LONG: &str = "中國正積極推動以全球南方國家為核心的新型國際秩序，並藉由各種雙邊與多邊高層峰會鞏固領導地位。";

    #[test]
    fn far_too_short_or_long() {
        check(&RULE, &format!("摘要:\n  • {LONG}\n\nSummary:\n  • «China holds summits.»\n"), None);
        let long = "China seeks a new order. ".repeat(10);
        check(&RULE, &format!("摘要:\r\n• 中國崛起。\r\n\r\nSummary:\r\n• «{}»\r\n", long.trim_end()), None);
    }

    #[test]
    fn usual_and_short_ones() {
        check_quiet(&RULE, "摘要:\n  • 中國\n\nSummary:\n  • The People's Republic of China\n");
        check_quiet(&RULE, &format!("摘要:\n  • {LONG}\n\nSummary:\n  • {}\n", "China seeks a new order. ".repeat(7)));
        check_quiet(&RULE, "摘要:\n  • 😀𠮷\n\nSummary:\n  •\n");
    }
}
