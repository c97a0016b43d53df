//! `pairing/untranslated`: a point that stands beside its partner in the partner's language.

use super::messages::Message;
use super::partners::says_enough;
use crate::brief::{Language, Section};
use crate::rules::section::language::{is_foreign, written_in};
use crate::rules::{Context, Finding, rule};
use crate::text::is_han;

rule! {
    /// Reports a point that was copied into the other section and not translated yet.
    ///
    /// ## Why
    /// Its number is right and its mark is there, so that it is easily overlooked, and it is printed.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大與全球南方國家的軍事交流。
    ///   • 歐盟對俄羅斯石油實施新一輪制裁。
    ///
    /// Summary:
    ///   • China expands military exchanges with the Global South.
    ///   • 歐盟對俄羅斯石油實施新一輪制裁。
    /// ```
    /// Translate it:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大與全球南方國家的軍事交流。
    ///   • 歐盟對俄羅斯石油實施新一輪制裁。
    ///
    /// Summary:
    ///   • China expands military exchanges with the Global South.
    ///   • The European Union imposes a new round of sanctions on Russian oil.
    /// ```
    ///
    /// A mark without text is reported by `points/empty`; text in the wrong section that stands beside no point of its
    /// own language, or a whole section of it, by `section/language`.
    "pairing/untranslated", Error, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let sides = [Language::Chinese, Language::English].into_iter().filter_map(|side| cx.brief.section(side));
    sides.flat_map(|section| of_section(cx, section)).collect()
}

fn of_section(cx: &Context, section: &Section) -> Vec<Finding> {
    let other = cx.brief.section(section.language.other());
    let untranslated = (0..section.points.len()).filter(|&at| speaks_of(cx, section.language, at));
    untranslated
        .map(|at| {
            let (number, text) = (at + 1, section.points[at].text);
            let finding = RULE.at(text, Message::Untranslated { language: section.language, number });
            let partner = other.map(|other| other.points[at].text);
            let finding = finding.points(vec![number], vec![number]);
            partner.map_or(finding.clone(), |partner| finding.related(partner, Message::PartnerHere))
        })
        .collect()
}

/// Whether that point of that section is reported here.
pub(in crate::rules) fn speaks_of(cx: &Context, language: Language, at: usize) -> bool {
    let (Some(section), Some(other)) = (cx.brief.section(language), cx.brief.section(language.other())) else {
        return false;
    };
    if section.points.len() != other.points.len() {
        return false;
    }
    let (Some(point), Some(partner)) = (section.points.get(at), other.points.get(at)) else {
        return false;
    };
    let (text, partner) = (&cx.text[point.text], &cx.text[partner.text]);
    is_in(text, language.other(), text == partner)
        && is_in(partner, language.other(), text == partner)
        // A section that is wholly in the other language is one finding of `section/language`.
        && !is_foreign(cx, section)
}

/// Whether a text is in that language; of one that is the same on both sides, less has to be seen.
fn is_in(text: &str, language: Language, identical: bool) -> bool {
    if !identical {
        return written_in(text) == Some(language);
    }
    let has_han = text.contains(is_han);
    let has_latin = text.contains(|c: char| c.is_ascii_alphabetic());
    says_enough(text)
        && match language {
            Language::Chinese => has_han && !has_latin,
            Language::English => !has_han && has_latin,
        }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    const ZH: &str = "中國擴大與全球南方國家的軍事交流。";
    const EN: &str = "China expands its military exchanges with the Global South.";

    #[test]
    fn a_copy_in_the_other_section() {
        check(&RULE, &format!("摘要:\n • {ZH}\n • {ZH}😀\n\nSummary:\n • {EN}\n • «{ZH}😀»\n"), None);
        check(&RULE, &format!("摘要:\n • {ZH}\n • «{EN}»\n\nSummary:\n • {EN}\n • {EN}\n"), None);
        check(&RULE, &format!("摘要:\n • {ZH}\n • 中國崛起\n\nSummary:\n • {EN}\n • «中國崛起»\n"), None);
    }

    #[test]
    fn another_text_in_the_partners_language() {
        check(&RULE, &format!("摘要:\n • {ZH}\n • {ZH}\n\nSummary:\n • {EN}\n • «歐盟對俄羅斯石油實施制裁。»\n"), None);
    }

    #[test]
    fn names_and_numbers_are_alike_in_both() {
        check_quiet(&RULE, "摘要:\n • NATO\n • 3%\n\nSummary:\n • NATO\n • 3%\n");
        check_quiet(&RULE, &format!("摘要:\n • {ZH}\n\nSummary:\n • {EN}\n"));
    }

    #[test]
    fn what_other_rules_report() {
        check_quiet(&RULE, &format!("摘要:\n • {ZH}\n\nSummary:\n • {ZH}\n"));
        check_quiet(&RULE, &format!("摘要:\n • {ZH}\n • {ZH}\n\nSummary:\n • {ZH}\n"));
        check_quiet(&RULE, &format!("摘要:\n • {ZH}\n\nSummary:\n •\n"));
    }
}
