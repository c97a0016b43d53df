//! `agreement/acronym`: partners name different acronyms.

use super::Disagreement;
use super::counterpart::is_hinted_at;
use super::messages::Message;
use crate::lexicon::{Glossary, Term};
use crate::messages::Shared;
use crate::rules::rule;
use crate::text::Span;

rule! {
    /// Reports an acronym of an English point that its Chinese partner does not have, where that one has another.
    ///
    /// ## Why
    /// NATO in one language and ASEAN in the other are two stories.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 防疫預算仍以 HIV 為主。
    ///
    /// Summary:
    ///   • The CIA still takes most of the health budget.
    /// ```
    /// Correct the wrong one:
    /// ```brief good
    /// 摘要:
    ///   • 防疫預算仍以 HIV 為主。
    ///
    /// Summary:
    ///   • HIV still takes most of the health budget.
    /// ```
    ///
    /// An acronym that the English point has by its translated name in Chinese is not reported. One that the glossary knows
    /// is reported alone where the Chinese has nothing of that name.
    ///
    /// ## Options
    /// An acronym among the English names of a term of `glossary.terms` in brief.toml is answered by its Chinese names.
    "agreement/acronym", Hint, Pair(between)
}

fn between(zh: &str, en: &str, terms: &Glossary) -> Vec<Disagreement> {
    match different(zh, en, terms) {
        Some(different) => vec![different],
        None => unanswered(zh, en, terms),
    }
}

/// The one acronym of each side that the other lacks; more of them are another way to write.
fn different(zh: &str, en: &str, terms: &Glossary) -> Option<Disagreement> {
    let zh_alone = distinct(zh, |acronym| !has_word(en, acronym));
    let en_alone = distinct(en, |acronym| !has_word(zh, acronym) && !has_chinese_name(zh, acronym, terms));
    let (&[chinese], &[english]) = (&zh_alone[..], &en_alone[..]) else { return None };
    let message = Message::AcronymsDiffer { english: en[english].to_owned(), chinese: zh[chinese].to_owned() };
    Some(Disagreement {
        rule: &RULE,
        chinese,
        english,
        message: message.into(),
        related: Shared::ChinesePartner.into(),
    })
}

/// The acronyms of the English that have a Chinese name, of which the Chinese has nothing.
fn unanswered(zh: &str, en: &str, terms: &Glossary) -> Vec<Disagreement> {
    let term_of = |span: Span| {
        let found = terms.in_english(&en[span]);
        found.first().map(|found| found.term).filter(|term| term.needs_counterpart && !term.is_of_house)
    };
    let alone = distinct(en, |acronym| !has_word(zh, acronym)).into_iter();
    let unanswered = alone.filter_map(|span| Some((span, term_of(span)?))).filter(|(_, term)| !is_hinted_at(zh, term));
    let disagreement = |(english, term): (Span, &Term)| {
        let message =
            Message::TermUnanswered { term: en[english].to_owned(), counterpart: format!("“{}”", term.chinese) };
        Disagreement {
            rule: &RULE,
            chinese: Span::new(0, zh.len()),
            english,
            message: message.into(),
            related: Shared::ChinesePartner.into(),
        }
    };
    unanswered.map(disagreement).collect()
}

/// Places of the acronyms of `text` that `is_alone` holds for, the first of each.
fn distinct(text: &str, is_alone: impl Fn(&str) -> bool) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for span in acronyms(text) {
        let acronym = &text[span];
        if found.iter().all(|&other| &text[other] != acronym) && is_alone(acronym) {
            found.push(span);
        }
    }
    found
}

/// Words of two to eight capitals. Digits may stand in them, a plural s behind.
pub fn acronyms(text: &str) -> impl Iterator<Item = Span> {
    words(text).filter_map(|span| {
        let word = text[span].strip_suffix('s').unwrap_or(&text[span]);
        let is_acronym = (2..=8).contains(&word.len())
            && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            && word.bytes().take(2).all(|b| b.is_ascii_uppercase());
        (is_acronym && !NO_ACRONYMS.contains(&word)).then(|| Span::new(span.start, span.start + word.len()))
    })
}

/// Roman numbers, units, times of day, and names that Chinese never writes in Latin letters.
const NO_ACRONYMS: &[&str] = &[
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XV", "XVI", "AM", "PM", "BC", "AD", "GW", "MW",
    "KW", "KM", "KG", "GB", "TB", "MB", "US", "USA", "UK", "UN", "EU", "UAE", "USD", "RMB", "NTD", "TWD", "NT", "HK",
    "OK", "TV", "VS", "NO", "ID",
];

/// Runs of Latin letters and digits.
fn words(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_alphanumeric())?;
        let len = text[start..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len() - start);
        at = start + len;
        Some(Span::new(start, at))
    })
}

/// As a word or as the beginning of one, in any case.
fn has_word(text: &str, acronym: &str) -> bool {
    words(text).any(|span| {
        let front = text[span].get(..acronym.len());
        front.is_some_and(|front| front.eq_ignore_ascii_case(acronym))
    })
}

/// Whether one of the Chinese names stands in `text` that the glossary has for the acronym.
fn has_chinese_name(text: &str, acronym: &str, terms: &Glossary) -> bool {
    let meant = terms.in_english(acronym);
    meant.iter().flat_map(|found| found.term.chinese_names()).any(|name| text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_points, check_quiet};

    #[test]
    fn one_acronym_for_another() {
        check_points(&RULE, "政府採用 IPFS 框架", "The government adopted the «OPEC» framework.");
        check_points(&RULE, "😀ＨＩＶ與 NGO 團體", "«NATO» groups 𠮷");
        check(&RULE, "摘要:\r\n• 中國的 WTO 爭端\r\n\r\nSummary:\r\n• China's «IMF» dispute, IMF\r\n", None);
    }

    #[test]
    fn translated() {
        check_points(&RULE, "中央軍委會與 NGO", "The CMC and NGOs");
        check_points(&RULE, "北約與 AI", "NATO and artificial intelligence");
        check_points(&RULE, "美國的 VOOM", "The US VOOM");
        check_points(&RULE, "Nato 與 GDP", "NATO and GDP");
    }

    #[test]
    fn only_one_side_or_several() {
        check_points(&RULE, "國民生產", "GDP");
        check_points(&RULE, "盟國的會議😀", "A meeting of «NATO», NATO");
        check_points(&RULE, "約旦不是成員", "NATO");
        check_points(&RULE, "黨的大會", "The congress of the CPC");
        check_points(&RULE, "GDP", "Output");
        check_points(&RULE, "ABC 與 DEF", "GHI and JKL");
        check_quiet(&RULE, "摘要:\n\nSummary:\n  • CIA\n");
    }
}
