//! `source/abbreviation`: a source by its abbreviation alone.

use super::flaws;
use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::messages::Shared;
use crate::reading::source_flaw::SourceFlawKind;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a source that is given by its abbreviation alone, where only one is meant by it.
    ///
    /// ## Why
    /// Readers outside the field do not know the abbreviation, and a search for the full name misses the brief.
    ///
    /// ## Example
    /// ```brief bad
    /// 網站來源/Source: IISS
    /// ```
    /// The fix writes the full name; the abbreviation may follow in brackets:
    /// ```brief good
    /// 網站來源/Source: International Institute for Strategic Studies (IISS)
    /// ```
    ///
    /// ## Options
    /// `vocabulary.sources` in brief.toml adds sources; an abbreviation that your house gives to one of them means that one.
    "source/abbreviation", Hint, Field(FieldKind::Source, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let mut findings = Vec::new();
    for flaw in flaws(cx, field) {
        let SourceFlawKind::Abbreviation(source) = flaw.kind else { continue };
        let (abbreviation, name) = (cx.text[flaw.span].to_owned(), source.name.english.to_owned());
        let title = Shared::ReplaceBy { text: name.clone() };
        let fix = vec![Edit::replace(flaw.span, source.name.english)];
        findings.push(RULE.at(flaw.span, Message::AbbreviatedSource { abbreviation, name }).quick_fix(title, fix));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn an_abbreviation_alone() {
        check(
            &RULE,
            "網站來源/Source: «IISS»\n",
            Some("網站來源/Source: International Institute for Strategic Studies\n"),
        );
        check(&RULE, "來源：«cnas»\r\n", Some("來源：Center for a New American Security\r\n"));
        check(&RULE, "來源: «ＣＳＩＳ»\n", Some("來源: Center for Strategic and International Studies\n"));
        check(&RULE, "來源: «RAND»\n", Some("來源: RAND Corporation\n"));
        check(&RULE, "來源: «INSS Israel»\n", Some("來源: Institute for National Security Studies (Israel)\n"));
    }

    #[test]
    fn one_of_several() {
        check(&RULE, "來源: 蘭德公司、«CNAS»\n", Some("來源: 蘭德公司、Center for a New American Security\n"));
        check(&RULE, "來源: «CNAS» / «RAND»\n", Some("來源: Center for a New American Security / RAND Corporation\n"));
    }

    #[test]
    fn names_and_ambiguous_ones() {
        check_quiet(&RULE, "來源: RAND Corporation\n");
        check_quiet(&RULE, "來源: International Institute for Strategic Studies (IISS)\n");
        check_quiet(&RULE, "來源: ASPI\n");
        check_quiet(&RULE, "來源: CNN\n");
        check_quiet(&RULE, "來源: XQZ\n");
    }
}
