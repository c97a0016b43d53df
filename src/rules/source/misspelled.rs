//! `source/misspelled`: nearly the name of a known source.

use super::flaws;
use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::messages::Shared;
use crate::reading::source_flaw::SourceFlawKind;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a source whose name is a known one but for slips of the fingers.
    ///
    /// An article that is missing and a “Magazine” behind the name of one count as slips.
    ///
    /// ## Why
    /// The name of the source is what a reader checks first, and a misspelled one is not found by a search.
    ///
    /// ## Example
    /// ```brief bad
    /// 網站來源/Source: Internatonal Institute for Strategic Studies
    /// ```
    /// The fix puts in the known name:
    /// ```brief good
    /// 網站來源/Source: International Institute for Strategic Studies
    /// ```
    ///
    /// Institutes have names that differ by one letter (East Asia Institute, East Asian Institute), so a word that is right
    /// by itself is never called a misspelling; such a name is only reported as unknown.
    ///
    /// ## Options
    /// `vocabulary.sources` in brief.toml adds names that are right as they are.
    "source/misspelled", Warning, Field(FieldKind::Source, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let mut findings = Vec::new();
    for flaw in flaws(cx, field) {
        let SourceFlawKind::Misspelt(meant) = flaw.kind else { continue };
        let message = Message::MisspeltSource { name: cx.text[flaw.span].to_owned(), meant: meant.to_owned() };
        let title = Shared::ReplaceBy { text: meant.to_owned() };
        findings.push(RULE.at(flaw.span, message).quick_fix(title, vec![Edit::replace(flaw.span, meant)]));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn slips() {
        check(
            &RULE,
            "網站來源/Source: «Internatonal Institute for Strategic Studies»\n",
            Some("網站來源/Source: International Institute for Strategic Studies\n"),
        );
        check(&RULE, "來源：«Brookings Institute» \r\n", Some("來源：Brookings Institution \r\n"));
        check(&RULE, "來源: «Atlantic Concil»\n", Some("來源: Atlantic Council\n"));
        check(&RULE, "來源: «Center for New American Security»\n", Some("來源: Center for a New American Security\n"));
        check(&RULE, "來源: «Foreign Affairs Magazine»\n", Some("來源: Foreign Affairs\n"));
        check(&RULE, "來源: «國際略戰研究所»\n", Some("來源: 國際戰略研究所\n"));
    }

    #[test]
    fn only_the_misspelled_part() {
        check(&RULE, "來源: «Rand Coporation» (RAND)\n", Some("來源: RAND Corporation (RAND)\n"));
        check(&RULE, "來源: 蘭德公司、«Atlantic Concil»\n", Some("來源: 蘭德公司、Atlantic Council\n"));
        check(
            &RULE,
            "來源: «Atlantic Concil» and RAND Corporation\n",
            Some("來源: Atlantic Council and RAND Corporation\n"),
        );
    }

    #[test]
    fn names_of_others() {
        check_quiet(&RULE, "來源: East Asian Institute\n");
        check_quiet(&RULE, "來源: Austrian Institute for International Affairs\n");
        check_quiet(&RULE, "來源: 國際戰略研究院\n");
        check_quiet(&RULE, "來源: 😀 Institute\n");
    }
}
