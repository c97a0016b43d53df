//! `source/unknown`: a source that is in no list.

use super::flaws;
use super::messages::Message;
use crate::archive::NameKind;
use crate::brief::{Field, FieldKind};
use crate::reading::source_flaw::{SourceFlaw, SourceFlawKind};
use crate::rules::{Context, Finding, WordList, rule};

rule! {
    /// Reports a source that is not in the list of known think tanks, journals, media and offices.
    ///
    /// ## Why
    /// Briefs are found by their source. A name that is new is often a known one in another form, or has a slip in it.
    ///
    /// ## Example
    /// ```brief bad
    /// 網站來源/Source: Institute of Cloud Gazing
    /// ```
    /// Check the name; nothing is wrong with a source that is really new.
    /// ```brief good
    /// 網站來源/Source: International Institute for Strategic Studies
    /// ```
    ///
    /// The English or the Chinese name may stand, with the abbreviation in brackets or without. Several sources are parted
    /// by `、` or `;`.
    ///
    /// In an editor, a source that three briefs of the workspace's folders have is known as well. Fewer prove nothing: one may
    /// be the slip, another its copy.
    ///
    /// ## Options
    /// `vocabulary.sources` in brief.toml adds the sources of your house. With `vocabulary.closed = true` a source in no list is
    /// a warning, whatever other briefs have, and `vocabulary.built-in = false` leaves only your own list.
    "source/unknown", Hint, Field(FieldKind::Source, check)
}

fn check(cx: &Context, field: &Field) -> Vec<Finding> {
    // A closed list is the house's alone.
    let is_used = |name: &str| !cx.house.vocabulary.closed && cx.usage.knows(NameKind::Source, name);
    let is_unknown = |flaw: &SourceFlaw| flaw.kind == SourceFlawKind::Unknown && !is_used(&cx.text[flaw.span]);
    let unknown = flaws(cx, field).into_iter().filter(is_unknown);
    let finding = |span| RULE.at(span, Message::UnknownSource { name: cx.text[span].to_owned() });
    unknown.map(|flaw| finding(flaw.span).unlisted(cx, WordList::Sources)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::house::House;
    use crate::rules::tests::{check, check_beside, check_quiet, run_beside};

    #[test]
    fn names_in_no_list() {
        check(&RULE, "網站來源/Source: «雲端觀測協會»\n", None);
        check(&RULE, "網站來源/Source：  «Institute of Cloud Gazing»  \r\n", None);
        check(&RULE, "來源: «Institute of Cloud Gazing (ICG2)»\n", None);
        check(&RULE, "來源: «Institute for Peace and Conflict and Clouds»\n", None);
        check(&RULE, "來源: «😀𠮷»\n", None);
        check(&RULE, "來源:\n«雲端觀測協會»\n", None);
    }

    #[test]
    fn addresses_of_no_known_site() {
        check(&RULE, "來源: «https://www.cloudgazing.org/2025»\n", None);
        check(&RULE, "來源: «cloudgazing.org»\n", None);
        check(&RULE, "來源: «https://www.tandfonline.com/doi/full/10.1080/1»\n", None);
    }

    #[test]
    fn only_the_unknown_part() {
        check(&RULE, "來源: RAND Corporation、«雲端觀測協會»\n", None);
        check(&RULE, "來源: «雲端觀測協會»；蘭德公司\n", None);
        check(&RULE, "來源: RAND Corporation and «Institute of Cloud Gazing»\n", None);
        check(&RULE, "來源: «雲端觀測協會» / CNAS\n", None);
    }

    #[test]
    fn what_three_briefs_of_the_archive_have_is_known() {
        let archive = [(3, "來源: 雲端觀測協會；RAND"), (2, "來源: 雲端觀則協會")];
        check_beside(&archive, &RULE, "來源: 雲端觀測協會、«雲端觀則協會»\n", None);
        let mut house = House::default();
        house.vocabulary.closed = true;
        let findings = run_beside(&archive, &house, &RULE, "來源: 雲端觀測協會\n");
        assert_eq!(findings.len(), 1, "the house has closed its list");
    }

    #[test]
    fn other_faults_are_not_unknown() {
        check_quiet(&RULE, "來源: IISS\n");
        check_quiet(&RULE, "來源: ASPI\n");
        check_quiet(&RULE, "來源: Internatonal Institute for Strategic Studies\n");
        check_quiet(&RULE, "來源: https://www.iiss.org/\n");
        check_quiet(&RULE, "來源:\n\n摘要:\n中國\n");
    }
}
