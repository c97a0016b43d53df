//! `agreement/term`: partners name different countries, places, persons, organizations or treaties.

use std::cell::LazyCell;

use super::counterpart::{Stems, is_hinted_at, is_written, kin};
use super::messages::Message;
use super::persons;
use super::{Disagreement, Pair, pairs};
use crate::lexicon::{Glossary, Term, TermMatch, is_body};
use crate::messages::Shared;
use crate::rules::text::places_of;
use crate::rules::{Context, Finding, rule};
use crate::text::Span;

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
    "agreement/term", Hint, Brief(check), Pair(between)
}

fn between(zh: &str, en: &str, terms: &Glossary) -> Vec<Disagreement> {
    let disagreement = |(chinese, english): (Span, Span)| {
        let message = Message::TermsDiffer { english: en[english].to_owned(), chinese: zh[chinese].to_owned() };
        Disagreement { rule: &RULE, chinese, english, message: message.into(), related: Shared::ChinesePartner.into() }
    };
    let exchanged = exchanged(zh, en, terms).map(disagreement);
    let alone = unanswered(zh, en, terms);
    let is_new = |other: &Disagreement| {
        exchanged.as_ref().is_none_or(|found| found.chinese != other.chinese && found.english != other.english)
    };
    let alone: Vec<_> = alone.into_iter().filter(is_new).collect();
    exchanged.into_iter().chain(alone).collect()
}

fn check(cx: &Context) -> Vec<Finding> {
    if !cx.house.glossary.has_terms() {
        return Vec::new();
    }
    pairs(cx).into_iter().flat_map(|pair| terms_of_house(cx, pair)).collect()
}

/// The terms of the house that only one of the two texts has, each once and none that was exchanged for another.
fn terms_of_house(cx: &Context, pair: Pair) -> Vec<Finding> {
    let (zh, en, terms) = (&cx.text[pair.chinese], &cx.text[pair.english], cx.house.terms());
    let (in_chinese, in_english) = (terms.in_chinese(zh), terms.in_english(en));
    let of_house = |found: &[TermMatch]| {
        let mut first: Vec<TermMatch> = Vec::new();
        found.iter().filter(|found| found.term.is_of_house).for_each(|found| {
            if !has(&first, found.term) {
                first.push(*found);
            }
        });
        first
    };
    let mut lone_chinese = of_house(&in_chinese);
    let mut lone_english = of_house(&in_english);
    lone_chinese.retain(|found| !has(&in_english, found.term) && !stands_in(en, found.term.english_names()));
    lone_english.retain(|found| !has(&in_chinese, found.term) && !stands_in(zh, found.term.chinese_names()));
    if let Some((chinese, english)) = exchanged(zh, en, terms) {
        lone_chinese.retain(|found| found.span != chinese);
        lone_english.retain(|found| found.span != english);
    }
    let (zh_place, en_place) = pair.places;
    let in_chinese = lone_chinese.iter().map(|found| missing_in_english(pair, found, zh));
    let in_english = lone_english.iter().map(|found| missing_in_chinese(pair, found, en));
    in_chinese.chain(in_english).map(|finding| finding.points(vec![zh_place], vec![en_place])).collect()
}

fn missing_in_english(pair: Pair, found: &TermMatch, zh: &str) -> Finding {
    let (term, counterpart) = (zh[found.span].to_owned(), quoted(found.term.english_names()));
    (RULE.at(pair.english, Message::TermMissingInEnglish { term, counterpart }))
        .related(found.span.shift(pair.chinese.start), Shared::ChinesePartner)
}

fn missing_in_chinese(pair: Pair, found: &TermMatch, en: &str) -> Finding {
    let usual = found.term.chinese_names().filter(|name| !found.term.mainland.contains(name));
    let (term, counterpart) = (en[found.span].to_owned(), quoted(usual));
    RULE.at(found.span.shift(pair.english.start), Message::TermMissing { term, counterpart })
}

/// Whether a text has one of the names, be it inside a longer term.
fn stands_in<'n>(text: &str, mut names: impl Iterator<Item = &'n str>) -> bool {
    names.any(|name| places_of(text, name).next().is_some())
}

fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(" / ")
}

/// Full names of organizations and treaties of which the other text has nothing, not even one word.
fn unanswered(zh: &str, en: &str, terms: &Glossary) -> Vec<Disagreement> {
    let (in_chinese, in_english) = (terms.in_chinese(zh), terms.in_english(en));
    // Few texts have a term that makes anybody ask.
    let said = LazyCell::new(|| Stems::of(en));
    let is_proper = |term: &Term| matches!(kind(term), Some("org" | "treaty")) && !term.is_of_house;
    let mut zh_alone = distinct(&in_chinese, |term| {
        is_proper(term)
            && !has(&in_english, term)
            && !said.hint_at(term)
            && !kin(term, terms).any(|other| has(&in_english, other) || said.hint_at(other))
    });
    zh_alone.retain(|found| zh[found.span].chars().count() >= FULL_NAME);
    let mut en_alone = distinct(&in_english, |term| {
        is_proper(term)
            && !has(&in_chinese, term)
            && !is_hinted_at(zh, term)
            && !kin(term, terms).any(|other| has(&in_chinese, other) || is_written(zh, other))
    });
    en_alone.retain(|found| is_full_name(&en[found.span]) && !is_owner(en, found));
    let (zh_whole, en_whole) = (Span::new(0, zh.len()), Span::new(0, en.len()));
    let in_chinese = zh_alone.iter().map(|found| {
        let (term, counterpart) = (zh[found.span].to_owned(), quoted(std::iter::once(found.term.english)));
        (found.span, en_whole, Message::TermUnansweredInEnglish { term, counterpart })
    });
    let in_english = en_alone.iter().map(|found| {
        let (term, counterpart) = (en[found.span].to_owned(), quoted(std::iter::once(found.term.chinese)));
        (zh_whole, found.span, Message::TermUnanswered { term, counterpart })
    });
    let disagreement = |(chinese, english, message): (Span, Span, Message)| Disagreement {
        rule: &RULE,
        chinese,
        english,
        message: message.into(),
        related: Shared::ChinesePartner.into(),
    };
    in_chinese.chain(in_english).map(disagreement).collect()
}

/// Ideographs of a name that is not shortened: 國會 may be any parliament, 聯合國憲章 is one treaty.
const FULL_NAME: usize = 4;

/// Whether an English name has several words and is written as a name.
fn is_full_name(name: &str) -> bool {
    name.contains(' ') && name.starts_with(char::is_uppercase)
}

/// Whether a body is named only as that which another one belongs to: the State Council's Taiwan Work Office.
fn is_owner(en: &str, found: &TermMatch) -> bool {
    let rest = &en[found.span.end..];
    let owned = ["'s ", "’s ", "' ", "’ "].iter().find_map(|sign| rest.strip_prefix(sign));
    let is_named = |owned: &str| {
        let mut words = owned.split(' ').take_while(|word| word.starts_with(char::is_uppercase));
        words.any(|word| is_body(word.trim_end_matches(|c: char| !c.is_alphanumeric())))
    };
    kind(found.term) == Some("org") && owned.is_some_and(is_named)
}

/// Places of the one term of a kind that each text has alone.
pub fn exchanged(zh: &str, en: &str, terms: &Glossary) -> Option<(Span, Span)> {
    let (in_chinese, in_english) = (terms.in_chinese(zh), terms.in_english(en));
    let in_zh = |term: &Term| has(&in_chinese, term) || is_written(zh, term);
    let mut en_alone = distinct(&in_english, |term| !in_zh(term));
    if en_alone.is_empty() {
        return None;
    }
    let said = Stems::of(en);
    let in_en = |term: &Term| has(&in_english, term) || said.name(term);
    let mut zh_alone = distinct(&in_chinese, |term| !in_en(term));
    // A capital answers its country where nothing else answers the capital.
    en_alone.retain(|found| !is_owner(en, found) && !kin(found.term, terms).any(|other| in_zh(other) && !in_en(other)));
    zh_alone.retain(|found| !kin(found.term, terms).any(|other| in_en(other) && !in_zh(other)));
    let is_no_person = |found: &TermMatch| kind(found.term) != Some("person");
    let told_by_title = persons::has_title_alone(zh, en, &in_chinese);
    en_alone.retain(|found| is_no_person(found) || !told_by_title && persons::is_meant(en, found, zh));
    zh_alone.retain(|found| is_no_person(found) || !told_by_title && !said.hint_at(found.term));
    // Several that are alone are a freer translation.
    let lone = |found: &[TermMatch], place: &TermMatch| {
        found.iter().filter(|other| kind(other.term) == kind(place.term)).count() == 1
    };
    let mut exchanged = zh_alone.iter().flat_map(|c| en_alone.iter().map(move |e| (c, e)));
    let (chinese, english) =
        exchanged.find(|(c, e)| kind(c.term) == kind(e.term) && lone(&zh_alone, c) && lone(&en_alone, e))?;
    Some((chinese.span, english.span))
}

/// The terms that must have a counterpart and that `is_alone` holds for, the first place of each.
fn distinct(found: &[TermMatch], is_alone: impl Fn(&Term) -> bool) -> Vec<TermMatch> {
    let mut alone: Vec<TermMatch> = Vec::new();
    for place in found.iter().filter(|place| place.term.needs_counterpart && kind(place.term).is_some()) {
        if !has(&alone, place.term) && is_alone(place.term) {
            alone.push(*place);
        }
    }
    alone
}

fn has(found: &[TermMatch], term: &Term) -> bool {
    found.iter().any(|other| other.term == term)
}

/// Terms of one kind can stand for each other by mistake.
fn kind(term: &Term) -> Option<&'static str> {
    match term.category {
        "country" | "place" => Some("place"),
        // Powers like states.
        _ if matches!(term.english, "United Nations" | "European Union") => Some("place"),
        "org" => Some("org"),
        "treaty" => Some("treaty"),
        "person" => Some("person"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::{Glossary, House};
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
        let own = |zh: &[&'static str], en: &[&'static str]| Term::of_house(zh, en).expect("names");
        let terms = vec![own(&["全球南方"], &["Global South", "developing world"]), own(&["台灣"], &["Taiwan"])];
        let glossary = Glossary::new(terms, Vec::new());
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
