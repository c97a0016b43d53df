//! `consistency/source`: a source that the archive's other briefs write otherwise.

use super::spelt_otherwise;
use crate::archive::NameKind;
use crate::brief::{Field, FieldKind};
use crate::lexicon::SourceMatch;
use crate::reading::source_flaw::{SourceFlawKind, source_flaws};
use crate::reading::source_list;
use crate::rules::{Context, Finding, rule};
use crate::text::Span;

rule! {
    /// Reports a source whose name clearly most briefs of the archive spell in another way: 台 for 臺, a capital, an article, a
    /// hyphen more or less. A full name and its abbreviation, or its Chinese name, are not two spellings.
    ///
    /// ## Why
    /// Briefs are found and counted by their source.
    ///
    /// ## Example
    /// In an archive where eight briefs have Academy of River Studies:
    /// ```brief bad
    /// 網站來源/Source: The Academy of river studies
    /// ```
    /// ```brief good
    /// 網站來源/Source: Academy of River Studies
    /// ```
    ///
    /// It speaks in an editor only, once the folders of the workspace have been read, and where five briefs or more have the name
    /// and four in five of them agree. Another brief that writes the usual name is shown with the finding. A name that stands
    /// just so in the built-in list or in `vocabulary.sources` of brief.toml is right, whatever others write.
    "consistency/source", Hint, Field(FieldKind::Source, check)
}

fn check(cx: &Context, source: &Field) -> Vec<Finding> {
    // Most briefs have no archive beside them, and most names are as usual.
    let parts = source_list::parts(cx.text, source.value).into_iter();
    let findings = parts.filter_map(|part| spelt_otherwise(cx, &RULE, NameKind::Source, part));
    findings.filter(|finding| !is_listed(cx, finding.span) && !has_flaw(cx, source, finding.span)).collect()
}

/// Whether the place has a flaw other than that its name is in no list.
fn has_flaw(cx: &Context, source: &Field, place: Span) -> bool {
    let flaws = source_flaws(cx.text, source.value, cx.house.sources());
    let mut known = flaws.iter().filter(|flaw| flaw.kind != SourceFlawKind::Unknown);
    known.any(|flaw| flaw.span.start < place.end && place.start < flaw.span.end)
}

fn is_listed(cx: &Context, name: Span) -> bool {
    let name = &cx.text[name];
    matches!(cx.house.sources().lookup(name), SourceMatch::Name(source) if source.is_written(name))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check_beside, check_quiet};

    #[test]
    fn most_briefs_write_another_name() {
        let archive =
            [(8, "來源: Institute of Cloud Gazing"), (8, "來源: 台灣雲端觀測協會"), (1, "來源: 臺灣雲端觀測協會")];
        check_beside(
            &archive,
            &RULE,
            "來源: «The Institute of Cloud-gazing»、«臺灣雲端觀測協會»\n",
            Some("來源: Institute of Cloud Gazing、台灣雲端觀測協會\n"),
        );
        check_beside(&archive, &RULE, "來源:\nInstitute of Cloud Gazing\n", None);
        check_beside(
            &[(5, "來源: RAND Corporation")],
            &RULE,
            "來源: «Rand corporation»\n",
            Some("來源: RAND Corporation\n"),
        );
    }

    #[test]
    fn abbreviations_and_listed_names_are_no_spellings() {
        let archive = [(9, "來源: International Institute for Strategic Studies"), (9, "來源: rand corporation")];
        check_beside(&archive, &RULE, "來源: IISS、國際戰略研究所、RAND Corporation\n", None);
    }

    #[test]
    fn without_a_clear_habit_nothing_is_said() {
        check_quiet(&RULE, "來源: institute of cloud gazing\n");
        check_beside(&[(4, "來源: Institute of Cloud Gazing")], &RULE, "來源: institute of cloud gazing\n", None);
        check_beside(&[(9, "來源: Institute of Cloud Gazing")], &RULE, "來源: Institute of Cloud Gazers\n", None);
    }
}
