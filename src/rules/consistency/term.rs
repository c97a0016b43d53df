//! `consistency/term`: a term has another English name than in the archive's other briefs.

use super::messages::Message;
use crate::archive::usage::UsualSpelling;
use crate::brief::Language;
use crate::lexicon::TermMatch;
use crate::lexicon::rendering::{TermRendering, name_of_same_form, renderings};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a term that the brief gives another English name than nearly all other briefs of the archive: Kiev where they
    /// write Kyiv, the Central Military Committee where they write Commission.
    ///
    /// ## Why
    /// Readers search an archive by name and take two names for two things. What one house once decided is soon forgotten
    /// in a brief that follows its source.
    ///
    /// ## Example
    /// In an archive whose briefs write Kyiv:
    /// ```brief bad
    /// 摘要:
    ///   • 俄軍轟炸基輔。
    ///
    /// Summary:
    ///   • Russia bombs Kiev.
    /// ```
    /// The fix replaces the name in all of the brief:
    /// ```brief good
    /// 摘要:
    ///   • 俄軍轟炸基輔。
    ///
    /// Summary:
    ///   • Russia bombs Kyiv.
    /// ```
    ///
    /// Only names that stand for one another are compared: a longer name, a shorter one and an abbreviation (Donald Trump,
    /// Trump; Central Military Commission, CMC) are the same. A name counts as usual once at least five briefs have the
    /// term and four in five of them write it. A brief that has the usual name as well may have both.
    ///
    /// The archive is the folder that is open in the editor; `brief-ls check` has none.
    ///
    /// ## Options
    /// `glossary.terms` in brief.toml lists terms that your house always renders; those are the business of
    /// `agreement/term`.
    "consistency/term", Hint, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let sections = (cx.brief.section(Language::Chinese), cx.brief.section(Language::English));
    let (true, (Some(chinese), Some(english))) = (cx.usage.has_terms(), sections) else { return Vec::new() };
    let terms = |language, text: Span| cx.bitext().terms(language, &cx.text[text]);
    let named: Vec<TermMatch> = chinese.texts().flat_map(|text| terms(Language::Chinese, text).to_vec()).collect();
    let texts: Vec<Span> = english.texts().collect();
    let found: Vec<_> = texts.iter().map(|&text| terms(Language::English, text)).collect();
    let searched: Vec<(&str, &[TermMatch])> =
        texts.iter().zip(&found).map(|(&text, found)| (&cx.text[text], found.as_slice())).collect();
    let all = renderings(&named, &searched);
    let unusual = all.iter().filter_map(|rendering| {
        let habit = cx.usage.usual_name(rendering.term).filter(|habit| habit.is_clear())?;
        let is_usual = |other: &TermRendering| other.term == rendering.term && *other.name == *habit.spelling;
        (!all.iter().any(is_usual)).then(|| finding(cx, rendering, habit, &texts))
    });
    unusual.collect()
}

fn finding(cx: &Context, rendering: &TermRendering, habit: &UsualSpelling, texts: &[Span]) -> Finding {
    let places: Vec<Span> = rendering.places.iter().map(|&(text, place)| place.shift(texts[text].start)).collect();
    let message = Message::TermUsuallyOtherwise {
        written: cx.text[places[0]].to_owned(),
        term: rendering.term,
        usual: habit.spelling.to_string(),
        count: habit.usual,
        briefs: habit.briefs,
    };
    let finding = RULE.at(places[0], message).elsewhere(&habit.example, Message::UsualRendering);
    let edit = |&place: &Span| {
        Some(Edit::replace(place, name_of_same_form(rendering.term, &cx.text[place], &habit.spelling)?))
    };
    match places.iter().map(edit).collect::<Option<Vec<Edit>>>() {
        Some(edits) => finding.quick_fix(Message::RenderAsUsual { usual: habit.spelling.to_string() }, edits),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{check_beside, check_quiet, run_beside};

    const KYIV: &str = "摘要:;俄軍轟炸基輔。;;Summary:;Russia bombs Kyiv.;";
    const KIEV: &str = "摘要:;俄軍轟炸基輔。;;Summary:;Russia bombs Kiev.;";
    const CMC: &str = "摘要:;中央軍委會開會。;;Summary:;The Central Military Commission (CMC) meets.;";

    fn brief(chinese: &str, english: &str) -> String {
        format!("摘要:\n  • {chinese}\n\nSummary:\n  • {english}\n")
    }

    #[test]
    fn another_name_than_the_archive_writes() {
        let kyiv = [(5, KYIV), (1, KIEV)];
        let (zh, bad) = ("😀基輔", "In «Kiev» and near Kiev. 😀");
        check_beside(&kyiv, &RULE, &brief(zh, bad), Some(&brief(zh, "In Kyiv and near Kyiv. 😀")));
        let (zh, bad) = ("中央軍委會", "The «Central Military Committee» met");
        check_beside(&[(5, CMC)], &RULE, &brief(zh, bad), Some(&brief(zh, "The Central Military Commission met")));
        let other = run_beside(&kyiv, &Default::default(), &RULE, &brief("基輔", "Kiev")).remove(0);
        assert_eq!((other.elsewhere[0].place.line, other.elsewhere.len()), (4, 1));
    }

    #[test]
    fn what_is_the_same_or_has_no_rule() {
        check_beside(&[(9, CMC)], &RULE, &brief("中央軍委", "The CMC met"), None);
        check_beside(&[(9, KYIV)], &RULE, &brief("基輔", "Kyiv, once Kiev"), None);
        check_beside(&[(9, KYIV)], &RULE, &brief("莫斯科", "Chicken Kiev"), None);
        check_beside(&[(3, KYIV)], &RULE, &brief("基輔", "Kiev"), None);
        check_beside(&[(6, KYIV), (3, KIEV)], &RULE, &brief("基輔", "Kiev"), None);
        check_quiet(&RULE, &brief("基輔", "Kiev"));
    }
}
