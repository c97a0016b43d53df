//! `text/avoid`: a word that the house does not want.

use super::messages::Message;
use crate::house::Avoided;
use crate::lexicon::occurrences;
use crate::messages::Shared;
use crate::rules::text_unit::{UnitPlace, text_units};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports a word that your house avoids.
    ///
    /// ## Why
    /// Houses settle how they name people, places and parties; a text that was pasted brings other names with it.
    ///
    /// ## Example
    /// With `avoid = [{ term = "南韓", use = "韓國" }]` in brief.toml:
    /// ```brief bad
    /// 摘要:
    ///   • 南韓增加國防預算。
    /// ```
    /// The fix puts in what the house writes instead, where it says so:
    /// ```brief good
    /// 摘要:
    ///   • 韓國增加國防預算。
    /// ```
    ///
    /// Latin words are found whole and in any case, Han anywhere. A word is left alone where it is part of what your house
    /// writes instead.
    ///
    /// ## Options
    /// `glossary.avoid` in brief.toml lists the words. Without it the rule has nothing to say.
    "text/avoid", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let avoided = &cx.house.glossary.avoided;
    if avoided.is_empty() {
        return Vec::new();
    }
    text_units(cx).into_iter().flat_map(|place| in_unit(&cx.text[place.span()], place, avoided)).collect()
}

fn in_unit(text: &str, place: UnitPlace, avoided: &[Avoided]) -> Vec<Finding> {
    let mut found: Vec<(Span, &Avoided)> =
        avoided.iter().flat_map(|word| occurrences(text, &word.term).map(move |span| (span, word))).collect();
    // Of words that begin at one place the longest is meant.
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    found.retain(|(span, word)| {
        let taken = span.start < end || is_part_of_wanted(text, *span, word);
        end = if taken { end } else { span.end };
        !taken
    });
    found.into_iter().map(|(span, word)| place.finding(finding(text, span, word))).collect()
}

fn finding(text: &str, span: Span, word: &Avoided) -> Finding {
    let term = text[span].to_owned();
    let Some(instead) = &word.instead else { return RULE.at(span, Message::AvoidedWord { term }) };
    let message = Message::AvoidedWordFor { term, instead: instead.clone() };
    let title = Shared::ReplaceBy { text: instead.clone() };
    RULE.at(span, message).quick_fix(title, vec![Edit::replace(span, instead.clone())])
}

/// Whether the word is part of the house's own wording there.
fn is_part_of_wanted(text: &str, span: Span, word: &Avoided) -> bool {
    let Some(instead) = &word.instead else { return false };
    occurrences(instead, &word.term).any(|inside| {
        let start = span.start.checked_sub(inside.start);
        start.and_then(|start| text.get(start..start + instead.len())).is_some_and(|here| here == instead)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::{House, HouseTerms};
    use crate::rules::tests::{check_in, check_quiet};

    fn house(words: &[(&str, &str)]) -> House {
        let avoided = words.iter().map(|(term, instead)| Avoided {
            term: term.to_string(),
            instead: (!instead.is_empty()).then(|| instead.to_string()),
        });
        House { glossary: HouseTerms::new(Vec::new(), avoided.collect()), ..House::default() }
    }

    #[test]
    fn words_that_the_house_reoccurrences() {
        let house = house(&[("南韓", "韓國"), ("Mainland China", "China")]);
        check_in(
            &house,
            &RULE,
            "關鍵字: «南韓»\n摘要:\n  • 😀«南韓»與日本。\n\nSummary:\n  • «mainland China» and mainland Chinas.\n",
            Some("關鍵字: 韓國\n摘要:\n  • 😀韓國與日本。\n\nSummary:\n  • China and mainland Chinas.\n"),
        );
    }

    #[test]
    fn words_without_another() {
        check_in(&house(&[("武漢肺炎", "")]), &RULE, "摘要:\n«武漢肺炎»\r\n", None);
    }

    #[test]
    fn the_longest_word_and_the_wanted_wording() {
        let house = house(&[("中國", "中國大陸"), ("中國人民", "")]);
        check_in(&house, &RULE, "摘要:\n中國大陸與«中國»，«中國人民»\n", Some("摘要:\n中國大陸與中國大陸，中國人民\n"));
    }

    #[test]
    fn no_house_no_word() {
        check_quiet(&RULE, "摘要:\n南韓\n");
    }
}
