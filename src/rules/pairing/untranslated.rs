//! `pairing/untranslated`: a point that stands beside its partner in the partner's language.

use super::messages::Message;
use crate::brief::{Language, Section, Segment};
use crate::language::Both;
use crate::rules::{Context, Finding, rule};

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
    let sections = Language::ALL.into_iter().filter_map(|language| cx.brief.section(language));
    sections.flat_map(|section| of_section(cx, section)).collect()
}

fn of_section(cx: &Context, section: &Section) -> Vec<Finding> {
    let bitext = cx.bitext();
    let untranslated = section.point_segments().filter(|segment| bitext.is_untranslated(segment));
    untranslated.filter_map(|segment| of_point(cx, &segment)).collect()
}

fn of_point(cx: &Context, segment: &Segment) -> Option<Finding> {
    let index = segment.point()?;
    let number = index + 1;
    let message = Message::Untranslated { language: segment.language, number };
    let partner = cx.brief.section(segment.language.other())?.points[index].text;
    let finding = RULE.at(segment.span, message).point_pair(Both::new(number, number));
    Some(finding.related(partner, Message::PartnerHere))
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
