//! `style/interpunct`: the dot inside a transliterated name.

use super::messages::Message;
use super::runs_in_chinese;
use crate::messages::Shared;
use crate::rules::text_unit::TextUnit;
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span, is_han};

rule! {
    /// Reports a dot between the parts of a foreign name that is not `·`: a bullet (`唐納•川普`), `‧`, `．`, `・`.
    ///
    /// Dots between numerals (二‧二八) are left alone.
    ///
    /// ## Why
    /// All look alike on paper and are different characters, so that a search for one finds none of the others. The Chinese
    /// interpunct is `·` (U+00B7); a bullet in a name can be taken for the mark of a point.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 唐納•川普發動全球關稅戰。
    /// ```
    /// The fix writes U+00B7:
    /// ```brief good
    /// 摘要:
    ///   • 唐納·川普發動全球關稅戰。
    /// ```
    "style/interpunct", Hint, TextUnit(in_unit)
}

const INTERPUNCT: &str = "·";

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    let dots = runs_in_chinese(unit, |c| matches!(c, '‧' | '•' | '．' | '・' | '･' | '∙' | '⋅' | '●'));
    let in_names: Vec<Span> = dots.into_iter().filter(|&dot| is_in_name(unit.text, dot)).collect();
    let Some(&first) = in_names.first() else {
        return Vec::new();
    };
    let edits = in_names.iter().map(|&dot| Edit::replace(dot, INTERPUNCT)).collect();
    let message = Message::Interpunct { dot: unit.text[first].to_owned() };
    let title = Shared::ReplaceBy { text: INTERPUNCT.to_owned() };
    vec![RULE.at(first, message).quick_fix(title, edits)]
}

/// Whether a single dot has Han on both sides, not both numerals.
fn is_in_name(text: &str, dot: Span) -> bool {
    const NUMERALS: &str = "〇零一二三四五六七八九十百千萬億";
    let single = text[dot].chars().count() == 1;
    let sides = text[..dot.start].chars().next_back().zip(text[dot.end..].chars().next());
    let is_name = |(before, behind)| {
        is_han(before) && is_han(behind) && !(NUMERALS.contains(before) && NUMERALS.contains(behind))
    };
    single && sides.is_some_and(is_name)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn dots_of_other_forms() {
        for dot in "‧•．・".chars() {
            let text = format!("摘要:\n😀唐納«{dot}»川普與穆罕默德{dot}本{dot}沙爾曼\n");
            check(&RULE, &text, Some("摘要:\n😀唐納·川普與穆罕默德·本·沙爾曼\n"));
        }
        let findings = run(&RULE, "摘要:\n一\n• 唐納‧川普\n");
        assert_eq!(findings[0].points.chinese, [1]);
    }

    #[test]
    fn what_is_right_or_no_name() {
        check_quiet(&RULE, "摘要:\n• 唐納·川普、二‧二八、三．五、3．5、A‧B、一 • 二\n• • 三\n");
        check_quiet(&RULE, "摘要:\n  • 中國\n  • 俄國•\n\nSummary:\n• 唐納•川普\n");
    }
}
