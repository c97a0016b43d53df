//! `agreement/term`: partners name different countries, places, persons, organizations or treaties.

use super::messages::Message;
use crate::bitext::{Item, NameClass, Status};
use crate::language::Language;
use crate::lexicon::Term;
use crate::messages::Shared;
use crate::rules::pair::{Disagreement, PairTexts};
use crate::rules::rule;

rule! {
    /// Reports a term of the glossary in an English point that its Chinese partner lacks, where that one has another term
    /// of the same kind instead.
    ///
    /// ## Why
    /// Names of countries, cities, persons and organizations are easily exchanged when a point is rewritten in one language only.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 俄國與土耳其簽署協定。
    ///
    /// Summary:
    ///   • Russia signs an agreement with Mexico.
    /// ```
    /// Correct the wrong one:
    /// ```brief good
    /// 摘要:
    ///   • 俄國與土耳其簽署協定。
    ///
    /// Summary:
    ///   • Russia signs an agreement with Turkey.
    /// ```
    ///
    /// A term that only one language names is not reported: the other may say "the country" or "the alliance". The full
    /// name of an organization or a treaty is, where the other language has no word of it: 《聯合國憲章》 and no charter.
    ///
    /// A capital or seat answers for its power (Washington for 美國, the Kremlin for 俄羅斯). Persons are compared where each
    /// language names one alone; titles and pronouns prove nothing.
    ///
    /// ## Options
    /// `glossary.terms` in brief.toml lists terms that your house always renders: each side of a pair that has one must have the
    /// other.
    "agreement/term", Hint, Pair(between)
}

fn between(pair: &PairTexts) -> Vec<Disagreement> {
    exchanged(pair).into_iter().chain(missing(pair)).collect()
}

/// A term of each text that the other lacks, both of one kind.
fn exchanged(pair: &PairTexts) -> Option<Disagreement> {
    let items = pair.correspondence.mismatched().find(|items| items.english.term().is_some())?;
    let written = pair.written(items).map(str::to_owned);
    let message = Message::TermsDiffer { english: written.english, chinese: written.chinese };
    let places = items.map(|item| item.span);
    Some(Disagreement { rule: &RULE, places, message: message.into(), related: Shared::ChinesePartner.into() })
}

/// Terms of one text that the other lacks but must have: those of the house, and full names of organizations and treaties.
/// The first occurrence of each.
fn missing(pair: &PairTexts) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for (language, text) in pair.texts.each() {
        let mut told: Vec<&Item> = Vec::new();
        for item in &pair.correspondence.items[language] {
            let Some(term) = item.term().filter(|_| item.status == Status::Missing) else { continue };
            let is_new = told.iter().all(|other| !other.is_same_term(item));
            if is_new && (term.is_of_house || is_full_name(language, &text[item.span], term)) {
                told.push(item);
                found.push(unanswered(pair, language, item, term));
            }
        }
    }
    found
}

fn unanswered(pair: &PairTexts, language: Language, item: &Item, term: &Term) -> Disagreement {
    let (written, other) = (pair.texts[language][item.span].to_owned(), language.other());
    let counterpart = match term.is_of_house {
        true => quoted(term.names(other).filter(|name| !term.mainland.contains(name))),
        false => quoted(term.names(other).take(1)),
    };
    let message = match (other, term.is_of_house) {
        (Language::Chinese, true) => Message::TermMissingInChinese { term: written, counterpart },
        (Language::English, true) => Message::TermMissingInEnglish { term: written, counterpart },
        (Language::Chinese, false) => Message::TermUnansweredInChinese { term: written, counterpart },
        (Language::English, false) => Message::TermUnansweredInEnglish { term: written, counterpart },
    };
    let mut places = pair.whole();
    places[language] = item.span;
    Disagreement { rule: &RULE, places, message: message.into(), related: Shared::ChinesePartner.into() }
}

fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(" / ")
}

/// Fewest ideographs of an unabridged name: 國會 may be any parliament, 聯合國憲章 is one treaty.
const FULL_NAME: usize = 4;

/// Whether a name is the full one of an organization or a treaty.
fn is_full_name(language: Language, name: &str, term: &Term) -> bool {
    term.needs_counterpart
        && matches!(NameClass::of(term), Some(NameClass::Organization | NameClass::Treaty))
        && match language {
            Language::Chinese => name.chars().count() >= FULL_NAME,
            Language::English => name.contains(' ') && name.starts_with(char::is_uppercase),
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::{House, HouseTerms};
    use crate::language::Both;
    use crate::rules::tests::{check, check_in, check_points, check_quiet};

    #[test]
    fn one_name_for_another() {
        check_points(&RULE, "俄羅斯與土耳其簽署協定", "Russia signs an agreement with «Mexico»");
        check_points(&RULE, "😀北京的立場", "The view of «London» 𠮷");
        check(&RULE, "摘要:\r\n• 臺灣的立場\r\n\r\nSummary:\r\n• The view of «Italy»\r\n", None);
    }

    #[test]
    fn the_same_by_another_name() {
        check_points(&RULE, "日本與德國", "Japanese and German views");
        check_points(&RULE, "美國與土耳其", "The U.S. and Turkey");
        check_points(&RULE, "臺灣", "Taiwan");
        check_points(&RULE, "中華人民共和國在北京", "the People’s Republic of China in Beijing");
        check_quiet(&RULE, "摘要:\n• 他們\n\nSummary:\n• Italy\n");
    }

    #[test]
    fn a_capital_or_a_seat_for_the_power() {
        let zh = "美國批准對台軍售，台灣國防部表示感謝";
        check_points(&RULE, zh, "Washington approved arms sales to Taiwan, and its defense ministry was grateful");
        check_points(&RULE, "華府宣布新管制😀", "The United States announced new controls 𠮷");
        check_points(&RULE, "美方宣布新管制", "The White House announced new controls");
        check_points(&RULE, "北京與平壤", "China and North Korea");
        check_points(&RULE, "布魯塞爾調查補貼", "The European Union is looking into subsidies");
        check_points(&RULE, "中南海的決策", "Beijing's decisions");
        check_points(&RULE, "中央財政負擔沉重", "Beijing's finances");
        check_points(&RULE, "克里姆林宮否認", "Russian officials denied it");
        check_points(&RULE, "美國國防部公布報告", "The Pentagon released a report");
        check_points(&RULE, "基輔的立場", "The view of «Tokyo»");
        check_points(&RULE, "印尼當局在雅加達表示", "Officials of «Mexico» said in Jakarta");
    }

    #[test]
    fn a_body_that_another_belongs_to() {
        check_points(&RULE, "國台辦發言人表示😀", "A spokesperson of the State Council's Taiwan Work Office said 𠮷");
        check_points(&RULE, "國台辦表示", "The State Council’s Office of Taiwan Matters, in Beijing, said");
        check_points(&RULE, "台灣辦公室表示", "The State Council's Taiwan Office said");
        check_points(&RULE, "國台辦表示", "The «State Council» said");
        check_points(&RULE, "國台辦表示", "The «State Council»'s plan for Taiwan");
        check_points(&RULE, "三星在亞利桑那設廠", "«TSMC»'s Arizona plant");
    }

    #[test]
    fn one_person_for_another() {
        check_points(&RULE, "賴清德表示將提高預算😀", "«Hou Yu-ih» said that the budget will rise 𠮷");
        check_points(&RULE, "習近平訪問莫斯科", "«Putin» visited Moscow");
        check_points(&RULE, "川普與習近平通話", "«Biden» spoke with Xi");
        check_points(&RULE, "史托騰伯格呼籲援助", "«Mark Rutte» called for aid");
        check_points(&RULE, "總統賴清德表示", "President «Hou Yu-ih» said");
    }

    #[test]
    fn persons_by_title_or_family_name() {
        check_points(&RULE, "賴總統與習近平", "Lai Ching-te and Xi");
        check_points(&RULE, "賴清德表示", "President Lai said");
        check_points(&RULE, "賴清德表示", "The president said that Xi Jinping will not");
        check_points(&RULE, "習近平與俄國總統會晤", "China's leader met Putin");
        check_points(&RULE, "習近平訪問德州", "A visit to Austin");
        check_points(&RULE, "川普與習近平通話", "Biden spoke with Modi");
    }

    #[test]
    fn shortened_in_chinese() {
        check_points(&RULE, "二十屆三中全會強調改革", "The third plenum of the 20th Central Committee");
        check_points(&RULE, "世銀下修成長預測", "The World Bank cut its forecast");
        check_points(&RULE, "美國眾議院通過援烏法案", "The House passed a bill to aid Ukraine");
    }

    #[test]
    fn terms_of_the_house() {
        let own = |zh: &[&'static str], en: &[&'static str]| {
            Term::of_house(Both::new(zh.to_vec(), en.to_vec())).expect("names")
        };
        let terms = vec![own(&["全球南方"], &["Global South", "developing world"]), own(&["台灣"], &["Taiwan"])];
        let glossary = HouseTerms::new(terms, Vec::new());
        let house = House { glossary, ..House::default() };
        let check = |zh, en| check_in(&house, &RULE, &format!("摘要:\n  • {zh}\n\nSummary:\n  • {en}\n"), None);
        check("😀開發中國家", "It courts the «global South».");
        check("全球南方國家", "«It courts poor states.»");
        check("全球南方國家", "It courts the developing world.");
        check("開發中國家", "The Global Southern Cross");
        check("全球南方、全球南方", "«It courts poor states.»");
        // By a name that is built in, in another spelling, or inside a longer term.
        check("全球南方國家", "It courts the developing world.");
        check("臺灣的立場", "The view of Taiwan");
        check("台灣海峽情勢", "The Taiwan Strait");
        check("《台灣關係法》", "A law on Taiwan");
        check("台灣的立場", "The view of «Italy»");
    }

    #[test]
    fn what_only_one_side_names() {
        check_points(&RULE, "《聯合國憲章》與主權😀", "«The principles of sovereignty»");
        check_points(&RULE, "主權原則", "Sovereignty and the «UN Charter» 𠮷");
        check_points(&RULE, "《聯合國憲章》", "The charter's principles");
        check_points(&RULE, "憲章的原則", "The principles of the UN Charter");
        check_points(&RULE, "CHIPS Act 投資", "Investments of the CHIPS Act");
        check_points(&RULE, "該國的立場", "The view of Italy");
        check_points(&RULE, "國會的立場", "The view of lawmakers");
    }
}
