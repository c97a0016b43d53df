//! `author/name-form`: names with something round them, or not written as names are.

use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::lexicon::{SourceMatch, Sources};
use crate::messages::Shared;
use crate::reading::author_list::{Author, AuthorList, Separator};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span, is_blank, is_han};

rule! {
    /// Reports bylines, titles and affiliations in the author field, names in capitals, and names with the surname first.
    ///
    /// Lists may be written as you like: `A and B`, `A, B and C`, `A、B`, `A；B`.
    ///
    /// ## Why
    /// The archive counts an author's briefs by the name; “Dr. Erik Green” and “Green, Erik” are two more people to it.
    ///
    /// ## Example
    /// ```brief bad
    /// 作者/Author(s): By Dr. Erik Green (IISS)
    /// ```
    /// ```brief bad
    /// 作者/Author(s): Green, Erik; Nouwens, Meia
    /// ```
    /// Only the names stay, given name first:
    /// ```brief good
    /// 作者/Author(s): Erik Green and Meia Nouwens
    /// ```
    ///
    /// ## Options
    /// `vocabulary.sources` in brief.toml adds names and abbreviations that are affiliations, not persons.
    "author/name-form", Hint, Field(FieldKind::Author, check)
}

fn check(cx: &Context, author: &Field) -> Vec<Finding> {
    let AuthorList { byline, names } = AuthorList::read(cx.text, author.value);
    let swapped = surname_first(cx, &names);
    let in_names = names.iter().flat_map(|name| in_name(cx, name));
    byline.map(|span| remove_before(cx.text, span)).into_iter().chain(in_names).chain(swapped).collect()
}

fn in_name(cx: &Context, name: &Author) -> Vec<Finding> {
    let (text, sources) = (cx.text, cx.house.sources());
    let titles = name.titles.iter().map(|&title| remove_before(text, title));
    let behind = name.title_behind.map(|title| remove_behind(text, title, prefix(text, title)));
    titles.chain(behind).chain(affiliation(text, name, sources)).chain(all_capitals(text, name.bare, sources)).collect()
}

fn prefix(text: &str, span: Span) -> Message {
    Message::AuthorPrefix { prefix: text[span].to_owned() }
}

/// Removes what stands before a name, with the blanks behind it.
fn remove_before(text: &str, span: Span) -> Finding {
    let behind = &text[span.end..];
    let blanks = behind.len() - behind.trim_start_matches(is_blank).len();
    let edits = vec![Edit::delete(Span::new(span.start, span.end + blanks))];
    RULE.at(span, prefix(text, span)).quick_fix(Message::Remove { text: text[span].to_owned() }, edits)
}

/// Removes what stands behind a name, with the blanks before it.
fn remove_behind(text: &str, span: Span, message: Message) -> Finding {
    let start = text[..span.start].trim_end_matches(is_blank).len();
    let edits = vec![Edit::delete(Span::new(start, span.end))];
    RULE.at(span, message).quick_fix(Message::Remove { text: text[span].to_owned() }, edits)
}

/// The bracketed addition behind a name, if it certainly is no name in the other script.
fn affiliation(text: &str, name: &Author, sources: &Sources) -> Option<Finding> {
    let brackets = name.brackets?;
    let inside = text[brackets].trim_matches(|c| is_blank(c) || matches!(c, '(' | ')' | '（' | '）'));
    // 林志偉（JACK）
    let is_acronym = inside.len() >= 3 && inside.bytes().all(|b| b.is_ascii_uppercase());
    let is_affiliation = is_organisation(inside, sources) || is_acronym && !text[name.bare].contains(is_han);
    let message = Message::AuthorAffiliation { affiliation: inside.to_owned() };
    is_affiliation.then(|| remove_behind(text, brackets, message))
}

/// Words in names of organisations and posts that no person's name has.
const ORGANISATION_WORDS: &str = "\
    academy agency analyst army asean association bank bureau center centre china college commission \
    committee corporation council defence defense department director editor eu fellow for force \
    foundation group house institute institution international journal lab laboratory library ministry \
    nato national navy news of office press professor program programme project research researcher \
    review scholar school society staff studies taiwan team the times uk un union university us usa";

/// Endings of Chinese names of organisations and posts.
const CHINESE_ORGANISATION_ENDS: &str =
    "院 所 大學 中心 部 局 社 系 署 公司 協會 學會 基金會 委員會 智庫 研究員 教授 主任 記者";

/// Whether the words certainly name an organisation or a post.
fn is_organisation(words: &str, sources: &Sources) -> bool {
    let has_chinese_end = CHINESE_ORGANISATION_ENDS.split(' ').any(|end| words.ends_with(end));
    has_organisation_word(words) || has_chinese_end && words.chars().count() >= 3 || is_source(words, sources)
}

fn has_organisation_word(words: &str) -> bool {
    (words.split(|c: char| !c.is_alphanumeric()))
        .any(|word| ORGANISATION_WORDS.split(' ').any(|known| known.eq_ignore_ascii_case(word)))
}

fn is_source(words: &str, sources: &Sources) -> bool {
    sources.lookup(words) != SourceMatch::Unknown
}

fn all_capitals(text: &str, name: Span, sources: &Sources) -> Option<Finding> {
    let words = &text[name];
    let is_letter_of_name = |c: char| c.is_uppercase() || is_blank(c) || matches!(c, '.' | '-' | '\'' | '’');
    let long_words = words.split(is_blank).filter(|word| word.chars().filter(|c| c.is_uppercase()).count() >= 2);
    if !words.chars().all(is_letter_of_name) || long_words.count() < 2 {
        return None;
    }
    let names_source = |words: &str| is_source(words, sources);
    if has_organisation_word(words) || names_source(words) || words.split(is_blank).any(names_source) {
        return None;
    }
    let usual = title_case(words);
    let edits = vec![Edit::replace(name, usual.clone())];
    let finding = RULE.at(name, Message::AuthorCapitals { name: words.to_owned() });
    Some(finding.quick_fix(Shared::ReplaceBy { text: usual }, edits))
}

/// Lower-case words inside surnames.
const PARTICLES: [&str; 14] =
    ["al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "la", "van", "von", "y"];

fn title_case(name: &str) -> String {
    let mut result = String::with_capacity(name.len());
    for word in name.split_inclusive(is_blank) {
        let bare = word.trim_end_matches(is_blank);
        let lower = bare.to_lowercase();
        let is_particle = !result.is_empty() && PARTICLES.contains(&&*lower);
        let is_numeral = matches!(bare, "II" | "III" | "IV");
        match (is_particle, is_numeral) {
            (true, _) => result.push_str(&lower),
            (_, true) => result.push_str(bare),
            _ => capitalise(bare, &mut result),
        }
        result.push_str(&word[bare.len()..]);
    }
    result
}

/// `O'BRIEN` → `O'Brien`, `JEAN-PIERRE` → `Jean-Pierre`, `MCFAUL` → `McFaul`.
fn capitalise(word: &str, result: &mut String) {
    let is_scottish = word.starts_with("MC") && word.len() > 4;
    let mut begins = true;
    for (at, c) in word.char_indices() {
        if begins || is_scottish && at == "MC".len() {
            result.push(c);
        } else {
            result.extend(c.to_lowercase());
        }
        begins = !c.is_alphabetic();
    }
}

/// Names of the form `Green, Erik`. Silent unless the whole list has this form and cannot be a list of full names.
fn surname_first(cx: &Context, names: &[Author]) -> Vec<Finding> {
    let (text, sources) = (cx.text, cx.house.sources());
    let (pairs, []) = names.as_chunks::<2>() else {
        return Vec::new();
    };
    // One name with a comma could be two names; several joined by semicolons could not.
    let several = pairs.len() > 1;
    let has_form = pairs.iter().all(|[surname, given]| {
        let joined = surname.separator == Separator::Comma && surname.brackets.is_none();
        let ended = matches!(given.separator, Separator::Join | Separator::End);
        let words = is_surname(&text[surname.bare], sources) && is_given_name(&text[given.bare], several, sources);
        joined && ended && words && given.titles.is_empty()
    });
    if !has_form {
        return Vec::new();
    }
    pairs.iter().map(|[surname, given]| swap(text, surname.bare, given.bare)).collect()
}

fn swap(text: &str, surname: Span, given: Span) -> Finding {
    let name = surname.cover(given);
    let usual = format!("{} {}", &text[given], &text[surname]);
    let edits = vec![Edit::replace(name, usual.clone())];
    RULE.at(name, Message::AuthorSurnameFirst { name: text[name].to_owned() })
        .quick_fix(Shared::ReplaceBy { text: usual }, edits)
}

/// `Green`, `de la Torre`.
fn is_surname(words: &str, sources: &Sources) -> bool {
    let mut words = words.split(is_blank).rev();
    let last = words.next().unwrap_or_default();
    is_capitalised(last) && !is_organisation(last, sources) && words.all(|word| PARTICLES.contains(&word))
}

/// `Erik`, `Erik J.`, `E. J.`; with `sure`, that it is no other author, `Erik John` too.
fn is_given_name(words: &str, sure: bool, sources: &Sources) -> bool {
    let mut words = words.split(is_blank);
    let first = words.next().unwrap_or_default();
    (is_initial(first) || is_capitalised(first) && !is_organisation(first, sources))
        && words.all(|word| is_initial(word) || sure && is_capitalised(word))
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.contains(char::is_lowercase)
        && word.chars().all(|c| c.is_uppercase() || c.is_lowercase() || matches!(c, '-' | '\'' | '’'))
}

/// `J`, `J.`, `J.R.`
fn is_initial(word: &str) -> bool {
    let letters = word.split_terminator('.');
    !word.is_empty() && letters.into_iter().all(|part| part.len() == 1 && part.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::house::{House, Vocabulary};
    use crate::language::Both;
    use crate::lexicon::Source;
    use crate::rules::tests::check_in;

    /// As in the bench, with only the value of the author field written out.
    #[track_caller]
    fn check(marked: &str, fixed: &str) {
        let [marked, fixed] = [marked, fixed].map(|value| format!("作者/Author(s): {value}\n"));
        crate::rules::tests::check(&RULE, &marked, Some(&fixed));
    }

    #[track_caller]
    fn check_quiet(value: &str) {
        crate::rules::tests::check_quiet(&RULE, &format!("作者/Author(s): {value}\n"));
    }

    #[test]
    fn lists_of_names() {
        for value in [
            "Erik Green",
            "Erik Green and Meia Nouwens",
            "Erik Green & Meia Nouwens",
            "Erik Green, Meia Nouwens",
            "Erik Green, Meia Nouwens and Jo Li",
            "Erik Green, Meia Nouwens, and Jo Li",
            "Erik Green、Meia Nouwens",
            "Erik Green；Meia Nouwens",
            "Erik Green; Meia Nouwens",
            "王小明、李和平",
            "王小明與李和平",
            "王小明 及 李和平",
            "王小明和𠮷田美和 😀",
            "Erik Green 和王小明",
            "",
            "and",
            ",、；and &()",
        ] {
            check_quiet(value);
        }
    }

    #[test]
    fn names_of_all_peoples() {
        for value in [
            "Douglas MacArthur",
            "Juan de la Torre",
            "Meghan O'Brien",
            "Jean-Pierre Cabestan",
            "Nguyen Thanh Ha",
            "J. D. Vance",
            "Erik GREEN",
            "WANG Yi",
            "王小明",
            "王博",
            "李教授",
            "艾瑞克·葛林",
            "文世英",
            "文 世英",
            "Byung-chul Han",
            "By",
            "Drew Thompson",
            "Msgr Green",
            "Andy Green",
            "Sukarno",
        ] {
            check_quiet(value);
        }
    }

    #[test]
    fn organisations() {
        for value in [
            "RAND Corporation",
            "IISS",
            "CSIS, RAND",
            "Reuters, Bloomberg",
            "Council, Atlantic",
            "US ARMY",
            "NATIONAL BUREAU OF ASIAN RESEARCH",
            "CSIS KOREA CHAIR",
            "國家安全研究院",
            "中華民國教授協會、台灣女性影像研究員",
        ] {
            check_quiet(value);
        }
    }

    #[test]
    fn sources_of_the_house() {
        let vocabulary =
            Vocabulary::new(vec![Source::of_house(Both::new("雲友", "Cloud Gazers"), "Clgz", "")], Vec::new(), true);
        let house = House { vocabulary, ..House::default() };
        let check = |marked, fixed| check_in(&house, &RULE, marked, Some(fixed));
        check("作者: Erik Green «(Clgz)»\n", "作者: Erik Green\n");
        check("作者: 王小明«（雲友）»\n", "作者: 王小明\n");
        check_quiet("Erik Green (Clgz)");
    }

    #[test]
    fn surname_before_the_given_name() {
        check("«Green, Erik»", "Erik Green");
        check("«Green，Erik J.»", "Erik J. Green");
        check("«Green, E. J.»", "E. J. Green");
        check("«de la Torre, Juan»", "Juan de la Torre");
        check("«O'Brien, Jean-Pierre»", "Jean-Pierre O'Brien");
        check("«Green, Erik»; «Nouwens, Meia»", "Erik Green; Meia Nouwens");
        check("«Green, Erik John»；«Nouwens, M.»", "Erik John Green；M. Nouwens");
        check("«Green, Erik» and «Nouwens, Meia»", "Erik Green and Meia Nouwens");
        check("«Green, Erik», and «Nouwens, Meia»", "Erik Green, and Meia Nouwens");
    }

    #[test]
    fn commas_of_a_list() {
        for value in [
            "Erik Green, Meia Nouwens",
            "Green, Meia Nouwens",
            "Erik Green, IISS; Meia Nouwens, CSIS",
            "Green, IISS; Nouwens, CSIS",
            "Green, Erik, Nouwens, Meia",
            "Green, Nouwens and Li",
            "Green, Erik; Meia Nouwens",
            "Erik Green, PhD",
            "王, 小明",
            "Green、Erik",
        ] {
            check_quiet(value);
        }
    }

    #[test]
    fn bylines_and_titles() {
        check("«By» Erik Green", "Erik Green");
        check("«by» Erik Green", "Erik Green");
        check("«By:»\u{a0}Erik Green", "Erik Green");
        check("«Dr.» Erik Green", "Erik Green");
        check("«By» «Prof.» «Dr.» Erik Green and «Ms» Meia Nouwens", "Erik Green and Meia Nouwens");
        check("«Professor» Erik Green, «Mrs.»Meia Nouwens & «mr.» Li", "Erik Green, Meia Nouwens & Li");
        check("«文／»王小明", "王小明");
        check("«文 /» 𠮷田明", "𠮷田明");
        check("«撰文：» 王小明、李和平 😀", "王小明、李和平 😀");
    }

    #[test]
    fn titles_behind_chinese_names() {
        check("王小明«博士»", "王小明");
        check("王小明 «副教授»、李和平«助理研究員»", "王小明、李和平");
        check("王小明«博士»與李和平«教授»", "王小明與李和平");
        check("艾瑞克·葛林«博士»", "艾瑞克·葛林");
        check("吳釗燮«部長»、陳明通 «主任»", "吳釗燮、陳明通");
    }

    #[test]
    fn posts_without_a_name() {
        for value in ["國防部長", "外交部部長", "行政院院長", "駐美大使", "中心主任", "王教授"]
        {
            check_quiet(value);
        }
    }

    #[test]
    fn affiliations() {
        check("Erik Green «(IISS)»", "Erik Green");
        check("Erik Green «(XYZW)»、王小明«（RAND）»", "Erik Green、王小明");
        check("Erik Green«（國防院）»、王小明 «（中央研究院歐美研究所）»", "Erik Green、王小明");
        check("Erik Green «(Senior Fellow, Brookings)» and Meia Nouwens", "Erik Green and Meia Nouwens");
        check("«Dr.» Erik Green «(National Taiwan University)»", "Erik Green");
        check("«Green, Erik» «(IISS)»", "Erik Green");
    }

    #[test]
    fn other_names_in_brackets() {
        for value in [
            "Lin Chih-wei (林志偉)",
            "林志偉（Jack Lin）",
            "林志偉（LIN CHIH-WEI）",
            "林志偉（JACK）",
            "Chih-wei (Jack) Lin",
            "Erik Green (ed.)",
            "Erik Green ()",
            "Erik Green (IISS",
            "Erik Green IISS)",
        ] {
            check_quiet(value);
        }
    }

    #[test]
    fn capitals() {
        check("«ERIK GREEN»", "Erik Green");
        check("«ERIK J. GREEN» and Meia Nouwens", "Erik J. Green and Meia Nouwens");
        check("«Dr.» «MEGHAN O'BRIEN»、«JEAN-PIERRE MCFAUL III»", "Meghan O'Brien、Jean-Pierre McFaul III");
        check("«JUAN DE LA TORRE»", "Juan de la Torre");
        check("«TOMÁS\u{a0}HERRERA»；王小明", "Tomás\u{a0}Herrera；王小明");
        check("«ERIK GREEN» «(IISS)»", "Erik Green");
    }

    #[test]
    fn only_the_author_field() {
        crate::rules::tests::check_quiet(&RULE, "網站來源/Source: By Dr. ERIK GREEN\n");
        crate::rules::tests::check_quiet(&RULE, "作者:\n\n摘要:\nBy Dr. ERIK GREEN\n");
    }
}
