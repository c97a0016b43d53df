//! `source/ambiguous`: an abbreviation that several sources have.

use super::flaws;
use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::messages::Shared;
use crate::reading::source_flaw::SourceFlawKind;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a source that is given by an abbreviation which several sources share.
    ///
    /// ## Why
    /// ASPI is an institute in Canberra and another in New York: the reader cannot tell which one is meant.
    ///
    /// ## Example
    /// ```brief bad
    /// 網站來源/Source: ASPI
    /// ```
    /// There is a fix for each meaning:
    /// ```brief good
    /// 網站來源/Source: Australian Strategic Policy Institute
    /// ```
    ///
    /// ## Options
    /// `vocabulary.sources` in brief.toml adds sources; an abbreviation that your house gives to one of them means that one.
    "source/ambiguous", Warning, Field(FieldKind::Source, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let mut findings = Vec::new();
    for flaw in flaws(cx, field) {
        let SourceFlawKind::Ambiguous(sources) = flaw.kind else { continue };
        let abbreviation = cx.text[flaw.span].to_owned();
        let names = sources.iter().map(|source| source.name.english).collect::<Vec<_>>().join(" / ");
        let finding = RULE.at(flaw.span, Message::AmbiguousSource { abbreviation, names });
        findings.push(sources.iter().fold(finding, |finding, source| {
            let title = Shared::ReplaceBy { text: source.name.english.to_owned() };
            finding.quick_fix(title, vec![Edit::replace(flaw.span, source.name.english)])
        }));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet, run};

    #[test]
    fn abbreviations_with_several_meanings() {
        check(&RULE, "網站來源/Source: «ASPI»\n", Some("網站來源/Source: Australian Strategic Policy Institute\n"));
        check(&RULE, "來源：«INSS» \r\n", Some("來源：Institute for National Strategic Studies \r\n"));
        check(&RULE, "來源: «CNA»\n", Some("來源: Center for Naval Analyses\n"));
        check(&RULE, "來源: «EAI»\n", Some("來源: East Asian Institute (NUS)\n"));
        check(&RULE, "來源: «EPC»\n", Some("來源: European Policy Centre\n"));
        check(&RULE, "來源: «ISS»\n", Some("來源: European Union Institute for Security Studies\n"));
        check(
            &RULE,
            "來源: «ＡＳＰＩ»、RAND Corporation\n",
            Some("來源: Australian Strategic Policy Institute、RAND Corporation\n"),
        );
    }

    #[test]
    fn a_fix_for_each_meaning() {
        let findings = run(&RULE, "來源: CNA\n");
        let names: Vec<&str> = findings[0].fixes.iter().map(|fix| &*fix.edits[0].text).collect();
        assert_eq!(names, ["Center for Naval Analyses", "Central News Agency", "Channel NewsAsia"]);
        assert!(findings[0].fixes.iter().all(|fix| !fix.safe));
    }

    #[test]
    fn what_tells_the_meaning() {
        check_quiet(&RULE, "來源: ASPI (Australian Strategic Policy Institute)\n");
        check_quiet(&RULE, "來源: ASPI（澳洲戰略政策研究所）\n");
        check_quiet(&RULE, "來源: 中央社 (CNA)\n");
        check_quiet(&RULE, "來源: INSS Israel\n");
        check_quiet(&RULE, "來源: IISS\n");
    }
}
