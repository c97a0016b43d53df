//! `source/address`: a web address in the place of a name.

use super::flaws;
use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::messages::Shared;
use crate::reading::source_flaw::SourceFlawKind;
use crate::rules::{Context, Finding, rule};
use crate::text::Edit;

rule! {
    /// Reports a web address where the name of the source belongs, if the site is that of a known source.
    ///
    /// ## Why
    /// Addresses change and tell a reader of the printed brief little; the name stays.
    ///
    /// ## Example
    /// ```brief bad
    /// 網站來源/Source: https://www.iiss.org/online-analysis/2025/04/
    /// ```
    /// The fix puts the name in its place; to keep the address, give it a field of its own:
    /// ```brief good
    /// 網站來源/Source: International Institute for Strategic Studies
    /// 連結/Link: https://www.iiss.org/online-analysis/2025/04/
    /// ```
    ///
    /// ## Options
    /// `vocabulary.sources` in brief.toml adds sources with their `domain`.
    "source/address", Info, Field(FieldKind::Source, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    let mut findings = Vec::new();
    for flaw in flaws(cx, field) {
        let SourceFlawKind::Address(source) = flaw.kind else { continue };
        let name = source.name.english.to_owned();
        let title = Shared::ReplaceBy { text: name.clone() };
        let fix = vec![Edit::replace(flaw.span, source.name.english)];
        findings.push(RULE.at(flaw.span, Message::SourceAddress { name }).quick_fix(title, fix));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn addresses_of_known_sites() {
        check(
            &RULE,
            "網站來源/Source: «https://www.iiss.org/online-analysis/»\n",
            Some("網站來源/Source: International Institute for Strategic Studies\n"),
        );
        check(&RULE, "來源：«www.rand.org»\r\n", Some("來源：RAND Corporation\r\n"));
        check(&RULE, "來源: «rand.org/pubs»\n", Some("來源: RAND Corporation\n"));
        check(&RULE, "來源: «ｈｔｔｐｓ：／／ｗｗｗ．ｒａｎｄ．ｏｒｇ»\n", Some("來源: RAND Corporation\n"));
        check(&RULE, "來源: «https://www.iiss.org/publications/survival/1»\n", Some("來源: Survival\n"));
        check(
            &RULE,
            "來源: «https://www.rand.org/😀»、布魯金斯研究院\n",
            Some("來源: RAND Corporation、布魯金斯研究院\n"),
        );
    }

    #[test]
    fn names_and_other_sites() {
        check_quiet(&RULE, "來源: RAND Corporation (https://www.rand.org)\n");
        check_quiet(&RULE, "來源: https://www.cloudgazing.org\n");
        check_quiet(&RULE, "連結: https://www.rand.org\n");
    }
}
