//! `text/regional-term`: words of mainland China where Taiwan has its own.

use super::messages::Message;
use crate::brief::{FieldKind, Language};
use crate::language::brackets::is_in_title;
use crate::lexicon::Term;
use crate::messages::Shared;
use crate::rules::text_unit::{TextUnit, UnitKind};
use crate::rules::{Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports words of mainland China in Chinese text and in keywords, where Taiwan has its own: 導彈 for 飛彈, 特朗普 for
    /// 川普, 網絡安全 for 網路安全.
    ///
    /// Only words that are hardly ever right in Taiwan are reported, once in each paragraph or point. Names of bodies of
    /// the mainland keep its words, and so does what stands in title marks. In English, `Taiwan, China` and its like are
    /// reported.
    ///
    /// ## Why
    /// They come in with translated news and machine translation. Readers in Taiwan stumble over them, and a search for
    /// 飛彈 does not find 導彈.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 特朗普批准出售導彈。
    /// ```
    /// The fix writes Taiwan's words:
    /// ```brief good
    /// 摘要:
    ///   • 川普批准出售飛彈。
    /// ```
    ///
    /// ## Options
    /// A word that is a name of a term of `glossary.terms` in brief.toml is your house's own and not reported.
    "text/regional-term", Hint, TextUnit(in_unit)
}

fn in_unit(unit: &TextUnit) -> Vec<Finding> {
    match unit.kind {
        UnitKind::Segment(Language::English) => designations(unit).collect(),
        UnitKind::Segment(Language::Chinese) | UnitKind::Value(Some(FieldKind::Keywords | FieldKind::Title)) => {
            terms(unit)
        }
        UnitKind::Value(_) => Vec::new(),
    }
}

/// One finding a term, at its first place.
fn terms(unit: &TextUnit) -> Vec<Finding> {
    let mut found: Vec<(&'static Term, Vec<Span>)> = Vec::new();
    for term in unit.terms_in(Language::Chinese).iter() {
        if !term.is_mainland_word() || is_in_title(unit.text, term.span) {
            continue;
        }
        match found.iter_mut().find(|(known, _)| std::ptr::eq(*known, term.term)) {
            Some((_, spans)) => spans.push(term.span),
            None => found.push((term.term, vec![term.span])),
        }
    }
    found.into_iter().map(|(term, spans)| finding(unit.text, term, &spans)).collect()
}

fn finding(text: &str, term: &Term, spans: &[Span]) -> Finding {
    let message = Message::RegionalTerm { term: text[spans[0]].to_owned(), usual: term.name.chinese.to_owned() };
    let edits = spans.iter().map(|&span| Edit::replace(span, term.name.chinese)).collect();
    RULE.at(spans[0], message).quick_fix(Shared::ReplaceBy { text: term.name.chinese.to_owned() }, edits)
}

/// Names that make Taiwan a part of China, at the end of a clause: `Taiwan, China and Japan` is a list.
fn designations(unit: &TextUnit) -> impl Iterator<Item = Finding> {
    const NAMES: [&str; 4] = ["Taiwan, China", "Taiwan (China)", "Taiwan, Province of China", "Mainland Taiwan"];
    let text = unit.text;
    let ends = |at: usize| {
        !text[at..].trim_start().starts_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '&' | '\'' | '’' | '-'))
    };
    let of_name = move |name: &'static str| text.match_indices(name).map(move |(at, _)| Span::new(at, at + name.len()));
    let found =
        NAMES.into_iter().flat_map(of_name).filter(move |span| ends(span.end) || text[*span].contains("Province"));
    let found: Vec<Span> = found.filter(|span| !text[..span.start].trim_end().ends_with([',', '&'])).collect();
    found.into_iter().map(|span| RULE.at(span, Message::Designation { text: text[span].to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::house::{self, House};
    use crate::language::Both;
    use crate::lexicon::Term;
    use crate::rules::tests::{check, check_in, check_quiet, run};

    #[test]
    fn words_of_the_mainland() {
        check(&RULE, "摘要:\n• «特朗普»出售«導彈»😀，導彈\n", Some("摘要:\n• 川普出售飛彈😀，飛彈\n"));
        check(&RULE, "摘要:\r\n𠮷«網絡安全»\r\n", Some("摘要:\r\n𠮷網路安全\r\n"));
        assert_eq!(run(&RULE, "摘要:\n一\n• 導彈\n")[0].points.chinese, [1]);
    }

    #[test]
    fn the_house_may_write_them() {
        let own = Term::of_house(Both::new(vec!["導彈"], vec!["missile"])).expect("names");
        let house = House { glossary: house::HouseTerms::new(vec![own], Vec::new()), ..House::default() };
        check_in(&house, &RULE, "摘要:\n• «特朗普»出售導彈\n", Some("摘要:\n• 川普出售導彈\n"));
    }

    #[test]
    fn keywords() {
        check(&RULE, "關鍵字: «特朗普»、軍事\n", Some("關鍵字: 川普、軍事\n"));
    }

    #[test]
    fn words_that_only_look_so() {
        check_quiet(&RULE, "摘要:\n• 引導彈藥、網絡空間部隊、《網絡安全法》、五百萬斯里蘭卡人、川普、飛彈\n");
        check_quiet(&RULE, "作者: 特朗普\n來源: 導彈\n\nSummary:\n• the 導彈\n");
    }

    #[test]
    fn words_that_may_be_right() {
        check_quiet(&RULE, "摘要:\n• 通過、水平、信息、朝鮮半島、潛艇、哈里斯 (Chris Harris)\n");
    }

    #[test]
    fn designations_of_taiwan() {
        check(&RULE, "Summary:\n• visitors from «Taiwan, China».\n• «Taiwan, Province of China» said\n", None);
        check_quiet(
            &RULE,
            "Summary:\n• Japan, Taiwan, China and Korea\n• After talks with Taiwan, China said no; Taiwan, China, Japan; Chinese Taipei won\n",
        );
    }
}
