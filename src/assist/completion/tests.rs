//! Cases: a brief with the cursor at `|`, and what is offered first.

use super::*;
use crate::assist::messages::Message;
use crate::assist::tests::{at_cursor, house, snapshot_in};

#[track_caller]
fn run(marked: &str) -> (String, Vec<Completion>) {
    run_as(marked, Trigger::Typing)
}

#[track_caller]
fn run_as(marked: &str, trigger: Trigger) -> (String, Vec<Completion>) {
    run_in(&Archive::default(), marked, trigger)
}

#[track_caller]
fn run_in(archive: &Archive, marked: &str, trigger: Trigger) -> (String, Vec<Completion>) {
    run_with(&at_cursor(marked), archive, trigger)
}

/// In the house of all cases.
#[track_caller]
fn run_in_house(marked: &str) -> (String, Vec<Completion>) {
    let (snapshot, offset) = at_cursor(marked);
    run_with(&(snapshot_in(house(), snapshot.content()), offset), &Archive::default(), Trigger::Typing)
}

#[track_caller]
fn run_with((snapshot, offset): &(Snapshot, usize), archive: &Archive, trigger: Trigger) -> (String, Vec<Completion>) {
    let offset = *offset;
    let text = snapshot.content().to_owned();
    let completions = complete(snapshot, archive, offset, trigger);
    for completion in &completions {
        let typed = &text[completion.span.range()];
        assert!(completion.filter.starts_with(typed), "{typed:?} starts no {:?}", completion.filter);
        assert_eq!(completion.span, completions[0].span, "one common range");
        assert_eq!(completion.span.end, offset);
    }
    (text, completions)
}

/// Checks that the first offers are `expected`, and replace `typed`.
#[track_caller]
fn check(marked: &str, typed: &str, expected: &[&str]) {
    let (text, completions) = run(marked);
    let labels: Vec<&str> = completions.iter().map(|completion| completion.label.as_str()).collect();
    assert!(labels.starts_with(expected), "offered {labels:?}");
    assert_eq!(&text[completions[0].span.range()], typed);
}

#[track_caller]
fn check_in_house(marked: &str, typed: &str, expected: &[&str]) {
    let (text, completions) = run_in_house(marked);
    let labels: Vec<&str> = completions.iter().map(|completion| completion.label.as_str()).collect();
    assert!(labels.starts_with(expected), "offered {labels:?}");
    assert_eq!(&text[completions[0].span.range()], typed);
}

#[track_caller]
fn check_none(marked: &str) {
    assert_eq!(run(marked).1, []);
}

#[test]
fn keywords_by_every_key() {
    for typed in ["外交", "外", "waijiao", "wai", "WAI", "wj", "diplo", "Diplomacy", "ㄨㄞ"] {
        check(&format!("關鍵字/Keywords: {typed}|"), typed, &["外交"]);
        check(&format!("關鍵字/Keywords：軍事、{typed}|"), typed, &["外交"]);
        check(&format!("關鍵字/Keywords: 軍事，😀、 {typed}|、中國"), typed, &["外交"]);
    }
}

#[test]
fn keywords_by_another_reading() {
    let other = crate::lexicon::keywords().all().iter().find(|keyword| !keyword.other_sounds.is_empty());
    let keyword = other.expect("a keyword with two readings");
    let typed = keyword.other_sounds[0];
    check(&format!("關鍵字/Keywords: {typed}|"), typed, &[keyword.name.chinese]);
}

#[test]
fn keywords_of_the_house_by_every_key() {
    for typed in ["雲", "yunduan", "yun", "YDG", "ㄩㄣ", "雲端觀測"] {
        check_in_house(&format!("關鍵字/Keywords: 軍事、{typed}|"), typed, &["雲端觀測"]);
    }
    check_in_house("關鍵字/Keywords: hsd|", "hsd", &["灰色地帶"]);
    check_in_house("關鍵字/Keywords: gray|", "gray", &["灰色地帶"]);
}

#[test]
fn latin_behind_han_is_a_new_key() {
    check("關鍵字/Keywords: 軍事wai|", "wai", &["外交"]);
}

#[test]
fn keywords_of_the_text_come_first_and_used_ones_not_at_all() {
    let (_, offered) = run("關鍵字/Keywords: 中國、|\n\n摘要:\n歐盟與中國談外交。\n");
    let labels: Vec<&str> = offered.iter().map(|completion| completion.label.as_str()).collect();
    assert!(!labels.contains(&"中國"));
    assert!(labels[..2].contains(&"歐盟") && labels[..2].contains(&"外交"), "{:?}", &labels[..4]);
    let (_, offered) = run("關鍵字/Keywords: |\n\n摘要:\n歐洲聯盟開會。\n\nSummary:\nThe UN met.\n");
    let first: Vec<&str> = offered[..3].iter().map(|completion| completion.label.as_str()).collect();
    assert!(first.contains(&"歐盟") && first.contains(&"聯合國"), "by other names: {first:?}");
    let (_, offered) = run("關鍵字/Keywords: |中國");
    assert!(offered.len() > 100);
}

#[test]
fn sources_by_every_name() {
    let iiss = "International Institute for Strategic Studies";
    for typed in
        ["International Institute for St", "international institute for st", "IISS", "iiss", "國際戰略", "iiss.org"]
    {
        check(&format!("網站來源/Source: {typed}|"), typed, &[iiss]);
    }
    assert!(run("來源: |").1.len() > 300);
}

#[test]
fn dates() {
    check("日期/Date: |", "", &["03/02/2026"]);
    check("日期/Date: 03/|", "03/", &["03/02/2026"]);
    check("日期/Date: today|", "today", &["03/02/2026"]);
    check("日期/Date: 2025年4月17日|", "2025年4月17日", &["04/17/2025"]);
    check("日期/Date:\n2025-04-17|", "2025-04-17", &["04/17/2025"]);
}

#[test]
fn labels_that_are_missing() {
    check("作|", "作", &["作者/Author(s)"]);
    check("作者: X\n\nda|", "da", &["日期/Date"]);
    check("作者: X\n\n|", "", &["標題/Title", "網站來源/Source", "日期/Date", "關鍵字/Keywords"]);
    check("作者: X\n\n摘要:\n中國。\n  • 甲\n\nSu|", "Su", &["Summary"]);
    check("|\n日期: 04/17/2025\n", "", &["標題/Title", "作者/Author(s)"]);
}

#[test]
fn prose_is_left_alone() {
    check_none("作者: Erik|");
    check_none("作者: X\n\n摘要:\n中國正積極推動|\n\nSummary:\nChina\n");
    check_none("摘要:|");
}

#[test]
fn a_whole_brief_in_an_empty_file() {
    for text in ["|", " \n|\n"] {
        let (_, offered) = run(text);
        assert_eq!(offered.len(), 1);
        assert!(offered[0].snippet.as_ref().is_some_and(|snippet| snippet.contains("$1")));
        assert!(offered[0].insert.contains("日期/Date: 03/02/2026\n"));
    }
}

const PARTNERED: &str = "\
摘要:
中國支出增加。
  • 2025年3月9日，美國海岸防衛隊編列527億美元，成長三成，全球南方國家與歐盟關注 CPTPP。
  • 日本向澳洲出售護衛艦。

Summary:
China spends more.
  • ^
  • Japan sells frigates to Australia.
";

/// Checks what is offered first where the English partner of a point is written.
#[track_caller]
fn check_english(marked: &str, typed: &str, expected: &[&str]) {
    check(&PARTNERED.replace('^', marked), typed, expected);
}

#[test]
fn what_the_partner_says() {
    check_english("The Glo|", "Glo", &["Global South"]);
    check_english("The global Sou|", "global Sou", &["Global South"]);
    check_english("It spends 52|", "52", &["$52.7 billion"]);
    check_english("It spends $5|", "$5", &["$52.7 billion"]);
    check_english("On Mar|", "Mar", &["March 9, 2025"]);
    check_english("Up by 3|", "3", &["30%"]);
    check_english("The 全|", "全", &["Global South"]);
    check_english("E|", "E", &["European Union", "EU"]);
    check_english("The EU and CP|", "CP", &["CPTPP"]);
}

/// Checks all that is offered in an English point, where the Chinese one is `chinese`.
#[track_caller]
fn check_answer(chinese: &str, marked: &str, typed: &str, expected: &[&str]) {
    let (text, offered) = run(&format!("摘要:\n前言\n  • {chinese}\n\nSummary:\nLead\n  • {marked}\n"));
    let labels: Vec<&str> = offered.iter().map(|completion| completion.label.as_str()).collect();
    assert_eq!(labels, expected, "{marked}");
    assert!(offered.iter().all(|offer| &text[offer.span.range()] == typed), "{marked}: {offered:?}");
}

#[test]
fn a_date_is_one_name_from_its_month_to_its_year() {
    let dates = "其中三分之一於7月2日撥付，2025年3月另編特別預算。";
    for (marked, typed, expected) in [
        ("paid on Jul|", "Jul", &["July 2"][..]),
        ("paid on July |", "July ", &["July 2"]),
        ("paid on July 2|", "July 2", &[]),
        ("paid on July 20|", "", &[]),
        ("paid on July 2, 20|", "", &[]),
        ("in Mar|", "Mar", &["March 2025"]),
        ("in March |", "March ", &["March 2025"]),
        ("in March 2|", "March 2", &["March 2025"]),
        ("on April 2|", "", &[]),
        ("in 2025|", "", &[]),
        ("in 0.7|", "", &[]),
    ] {
        check_answer(dates, marked, typed, expected);
    }
    check_answer("於6月17日與6月2日", "on June 1|", "June 1", &["June 17"]);
    check_answer("於6月1日與6月17日", "on June 1|", "June 1", &[]);
    check_answer("五月五日可能", "It may|", "", &[]);
    check_none("摘要:\n前言\n  • 於3月2|\n\nSummary:\nLead\n  • March 9 and 2 million people\n");
}

#[test]
fn a_sum_is_one_name_from_its_sign_to_its_scale() {
    for typed in ["$52.7 b", "$52.7 ", "$5", "52.7 bil"] {
        check_answer("編列527億美元與新台幣30億元", &format!("It spends {typed}|"), typed, &["$52.7 billion"]);
    }
    for typed in ["NT$", "NT$3 b", "$3", "3 b"] {
        check_answer("編列527億美元與新台幣30億元", &format!("It spends {typed}|"), typed, &["NT$3 billion"]);
    }
}

#[test]
fn words_that_begin_numbers_are_left_alone() {
    for typed in ["one", "on", "two", "th", "six", "more"] {
        check_answer("三分之一、三分之二、第六屆、逾300萬人", &format!("of which {typed}|"), "", &[]);
    }
    check_answer("三分之一的預算", "of which one-|", "one-", &["one-third"]);
    check_answer("三分之二的預算", "of which two-t|", "two-t", &["two-thirds"]);
}

#[test]
fn a_whole_name_is_not_made_longer_unasked() {
    check_answer("中國海警局與中國", "China|", "", &[]);
    check_answer("中國海警局與中國", "China C|", "China C", &["China Coast Guard"]);
}

#[test]
fn names_are_offered_without_the_remarks_of_a_list() {
    check("摘要:\n  • 日本防衛省編列預算。\n\nSummary:\n  • Japan’s Min|", "Min", &["Ministry of Defense"]);
}

#[test]
fn everything_where_a_person_asks() {
    let (_, offered) = run_as(&PARTNERED.replace('^', "|"), Trigger::Person);
    let labels: Vec<&str> = offered.iter().map(|completion| completion.label.as_str()).collect();
    assert_eq!(labels[..4], ["March 9, 2025", "United States", "U.S.", "$52.7 billion"], "{labels:?}");
    assert_eq!(run_as(&PARTNERED.replace('^', "|"), Trigger::Character).1, []);
    let (_, offered) =
        run_as(&PARTNERED.replace('^', "In March 2025, the United States and the EU |"), Trigger::Typing);
    let labels: Vec<&str> = offered.iter().map(|completion| completion.label.as_str()).collect();
    assert_eq!(labels, ["$52.7 billion", "30%", "Global South", "CPTPP"], "what is written is not offered again");
}

#[test]
fn an_empty_lead_answers_the_lead() {
    for lead in ["|", "  |", "\n|"] {
        let text = format!("摘要:\n歐盟與日本合作。\n  • 甲\n\nSummary:\n{lead}\n  • A\n");
        let (_, offered) = run_as(&text, Trigger::Person);
        let labels: Vec<&str> = offered.iter().map(|completion| completion.label.as_str()).collect();
        assert_eq!(labels, ["European Union", "EU", "Japan"], "{lead:?}");
    }
    check_none("摘要:\n歐盟\n  • 甲\n\nSummary:\nLead\n|\n  • A\n");
    check_none("摘要:\n歐盟\n  • 甲\n\nSummary:\n\n  • A\n|\n");
}

#[test]
fn a_ministry_may_be_a_department_and_a_bill_goes_through_nothing() {
    let text = "摘要:\n前言\n  • 美國國會通過法案，要求國防部說明。\n\nSummary:\nLead\n  • |\n";
    let (_, offered) = run_as(text, Trigger::Person);
    let labels: Vec<&str> = offered.iter().map(|completion| completion.label.as_str()).collect();
    for expected in ["Ministry of National Defense", "MND", "Department of Defense"] {
        assert!(labels.contains(&expected), "{labels:?}");
    }
    assert!(!labels.contains(&"through") && !labels.contains(&"via"), "{labels:?}");
    check_answer("編列6,470億元新台幣", "It is 6|", "6", &["NT$647 billion"]);
    check_answer("編列6,470億元臺幣", "It is NT$6|", "NT$6", &["NT$647 billion"]);
}

#[test]
fn what_is_there_is_not_offered_again() {
    for written in ["The Global South|", "The Global South and Glo|", "and t|", "It is|", "Ja|", "G|x"] {
        check_none(&PARTNERED.replace('^', written));
    }
}

#[test]
fn a_keyword_is_not_offered_for_what_a_longer_name_or_another_word_says() {
    for (chinese, english) in [
        ("習近平前往馬來西亞。", "Xi visited Malaysia |"),
        ("國台辦表示反對。", "The Taiwan Work Office objected |"),
        ("推動民主化與關稅戰。", "It democratizes and wages a tariff war |"),
    ] {
        let text = format!("摘要:\n前言\n  • {chinese}\n\nSummary:\nLead\n  • {english}\n");
        assert_eq!(run_as(&text, Trigger::Person).1, [], "{chinese}");
    }
    check_answer("外交政策😀", "Its foreign|", "foreign", &["foreign policy"]);
}

#[test]
fn the_other_way() {
    let text = "摘要:\n中國😀。\n  • 對^\n\nSummary:\nChina.\n  • On March 9, 2025, the Global South spent $52.7 billion, and the WTO did not.\n";
    let check = |marked: &str, typed: &str, expected: &[&str]| check(&text.replace('^', marked), typed, expected);
    check("全|", "全", &["全球南方"]);
    check("全球|", "全球", &["全球南方"]);
    check("5|", "5", &["527億美元"]);
    check("2025|", "2025", &["2025年3月9日"]);
    check("WT|", "WT", &["世界貿易組織"]);
    check("Glo|", "Glo", &["全球南方"]);
    check_none(&text.replace('^', "中|"));
    assert!(run_as(&text.replace('^', "在|"), Trigger::Person).1.len() >= 4);
}

/// Three briefs: a keyword and a source that only they have, and a keyword that two of them have.
fn archive() -> Archive {
    let mut archive = Archive::default();
    for (path, text) in [
        ("a", "作者: Erik Green and 王小明\n來源: Institute for Tea\n關鍵字: 茶葉、外太空\n"),
        ("b", "作者: Erik Green\n來源: RAND Corporation\n關鍵字: 外國干預\n"),
        ("c", "作者: Ann Erikson\n來源: RAND\n關鍵字: 外國干預、茶葉\n"),
    ] {
        archive.put(std::path::Path::new(path), crate::archive::Record::of_text(text));
    }
    archive
}

#[track_caller]
fn check_in_archive(marked: &str, typed: &str, expected: &[&str]) {
    let (text, completions) = run_in(&archive(), marked, Trigger::Typing);
    let shown = |completion: &Completion| match &completion.detail {
        Some(detail) => format!("{} ({detail})", completion.label),
        None => completion.label.clone(),
    };
    let labels: Vec<String> = completions.iter().map(shown).take(expected.len()).collect();
    assert_eq!(labels, expected);
    assert_eq!(&text[completions[0].span.range()], typed);
}

#[test]
fn authors_of_the_archive() {
    check_in_archive("作者/Author(s): |", "", &["Erik Green (2×)", "Ann Erikson (1×)", "王小明 (1×)"]);
    check_in_archive("作者: 王小明 and eri|", "eri", &["Erik Green (2×)", "Ann Erikson (1×)"]);
    check_in_archive("作者: Erik Green、|", "", &["Ann Erikson (1×)", "王小明 (1×)"]);
    check_in_archive("作者: 、wangx|", "wangx", &["王小明 (1×)"]);
    check_in_archive("作者: ㄨㄤ|", "ㄨㄤ", &["王小明 (1×)"]);
    assert_eq!(run_in(&archive(), "作者: Zoe|", Trigger::Typing).1, []);
}

#[test]
fn what_the_archive_uses_comes_first() {
    check_in_archive("來源: |", "", &["RAND Corporation (RAND · 蘭德公司 · 2×)", "Institute for Tea (1×)"]);
    check_in_archive("來源: institute for t|", "institute for t", &["Institute for Tea (1×)"]);
    check_in_archive("關鍵字: 外|", "外", &["外國干預 (foreign interference · 2×)", "外太空 (1×)"]);
    check_in_archive("關鍵字: 茶|", "茶", &["茶葉 (2×)"]);
    check_in_archive("關鍵字: chay|", "chay", &["茶葉 (2×)"]);
    check_in_archive("關鍵字: 外|\n摘要:\n外交\n", "外", &["外交 (diplomacy)", "外國干預 (foreign interference · 2×)"]);
}

#[test]
fn a_point_that_is_being_written_answers_the_one_in_its_place() {
    let text = "摘要:\n前言\n  • 歐盟對俄羅斯石油實施制裁。\n  • 日本與北約擴大合作。\n\nSummary:\nLead\n  • The European Union imposed sanctions on Russian oil.\n  • Jap|\n";
    check(text, "Jap", &["Japan"]);
    check(&text.replace("Jap|", "Japan and NA|"), "NA", &["NATO"]);
    check(&text.replace("Jap|", "|"), "", &["Japan", "North Atlantic Treaty Organization", "NATO"]);
}

#[test]
fn the_terms_of_the_house() {
    let text = "摘要:\n前言\n  • 😀雲海籠罩灰色地帶。\n\nSummary:\nLead\n  • ^\n";
    check_in_house(&text.replace('^', "sea|"), "sea", &["sea of clouds"]);
    check_in_house(&text.replace('^', "Clo|"), "Clo", &["Cloud sea"]);
    check_in_house(&text.replace('^', "|"), "", &["sea of clouds", "gray zone"]);
    check_in_house("摘要:\n前言\n  • 雲|\n\nSummary:\nLead\n  • A cloud sea.\n", "雲", &["雲海"]);
    let (snapshot, offset) = at_cursor(&text.replace('^', "sea|"));
    let snapshot = snapshot_in(house(), snapshot.content());
    let offered = complete(&snapshot, &Archive::default(), offset, Trigger::Typing);
    let about = offered[0].about.as_ref().expect("the partner");
    assert_eq!(documentation(&snapshot, about).map(|found| found.origin), Some(Message::FromHouse));
}
