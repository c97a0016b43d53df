//! `agreement/acronym`: partners name different acronyms.

use super::messages::Message;
use crate::bitext::{Item, Status, Subject};
use crate::language::Both;
use crate::messages::Shared;
use crate::rules::pair::{Disagreement, PairTexts};
use crate::rules::rule;

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

fn between(pair: &PairTexts) -> Vec<Disagreement> {
    different(pair).into_iter().chain(unanswered(pair)).collect()
}

/// An acronym of each side that the other lacks.
fn different(pair: &PairTexts) -> Option<Disagreement> {
    let is_acronym = |item: &Item| matches!(item.subject, Subject::Acronym(_));
    let items = pair.correspondence.mismatched().find(|items| is_acronym(items.english))?;
    let written = pair.written(items).map(str::to_owned);
    let message = Message::AcronymsDiffer { english: written.english, chinese: written.chinese };
    let places = items.map(|item| item.span);
    Some(Disagreement { rule: &RULE, places, message: message.into(), related: Shared::ChinesePartner.into() })
}

/// English acronyms with a Chinese name that the Chinese text lacks; the first occurrence of each.
fn unanswered(pair: &PairTexts) -> Vec<Disagreement> {
    let english = pair.texts.english;
    let mut told: Vec<&str> = Vec::new();
    let disagreement = |item: &Item| {
        let Subject::Acronym(Some(term)) = item.subject else { return None };
        let acronym = &english[item.span];
        if item.status != Status::Missing || !term.needs_counterpart || term.is_of_house || told.contains(&acronym) {
            return None;
        }
        told.push(acronym);
        let message = Message::TermUnansweredInChinese {
            term: acronym.to_owned(),
            counterpart: format!("“{}”", term.name.chinese),
        };
        let places = Both { english: item.span, ..pair.whole() };
        Some(Disagreement { rule: &RULE, places, message: message.into(), related: Shared::ChinesePartner.into() })
    };
    pair.correspondence.items.english.iter().filter_map(disagreement).collect()
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
