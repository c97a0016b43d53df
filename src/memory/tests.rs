//! Remembering, forgetting and finding again, and recall compared with an exhaustive search.

use fastrand::Rng;

use super::simhash::ALIKE;
use super::*;

const CHINESE: &str = "中國政府公布國防預算，較去年成長百分之七點二。";
const ENGLISH: &str = "China announced a defense budget that is 7.2 percent larger than last year's.";

fn brief(chinese: &str, english: &str) -> String {
    format!("摘要:\n前言\n  • {chinese}\n\nSummary:\nLead\n  • {english}\n")
}

fn put(memory: &mut Memory, path: &str, text: &str) {
    memory.put(Path::new(path), Fingerprints::of(text, &BriefFile::read(text)));
}

fn memory() -> Memory {
    let mut memory = Memory::default();
    put(&mut memory, "a", &brief(CHINESE, ENGLISH));
    put(
        &mut memory,
        "b",
        &brief("日本首次採購戰斧巡弋飛彈，預計明年部署。😀", "Japan buys Tomahawk missiles for the first time."),
    );
    put(&mut memory, "c", &brief("短", "Short"));
    memory
}

#[track_caller]
fn check(memory: &Memory, language: Language, text: &str, expected: &[&str]) {
    let question = Question::of(text, language).expect("enough words");
    let paths: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
    assert_eq!(memory.candidates(&question), paths, "{text}");
}

#[test]
fn files_with_a_text_much_like_it_are_found() {
    let memory = memory();
    check(&memory, Language::Chinese, CHINESE, &["a"]);
    check(&memory, Language::Chinese, "中國政府公布國防預算，較前年成長百分之六點二", &["a"]);
    check(&memory, Language::English, "Japan buys Tomahawk missiles for the second time", &["b"]);
    check(&memory, Language::English, "Nobody has ever said anything of that kind.", &[]);
    check(&memory, Language::Chinese, &format!("此事另有隱情，各方說法不一，外界至今仍難以判斷。{CHINESE}"), &["a"]);
}

#[test]
fn files_change_and_go() {
    let mut memory = memory();
    put(
        &mut memory,
        "a",
        &brief("烏克蘭與俄羅斯在日內瓦舉行第三輪談判。", "Ukraine and Russia meet in Geneva for a third round."),
    );
    check(&memory, Language::Chinese, CHINESE, &[]);
    put(&mut memory, "d", &brief(CHINESE, ENGLISH));
    memory.remove(Path::new("a"));
    check(&memory, Language::Chinese, CHINESE, &["d"]);
    put(&mut memory, "d", "no brief any more");
    check(&memory, Language::English, ENGLISH, &[]);
    memory.retain(|path| path != Path::new("b"));
    assert!(memory.is_empty());
}

#[test]
fn files_that_change_often_leave_nothing_behind() {
    let mut memory = memory();
    for _ in 0..10 * LITTER {
        put(&mut memory, "a", &brief(CHINESE, ENGLISH));
    }
    assert!(memory.files.len() <= 2 * (LITTER + memory.numbers.len()), "{}", memory.files.len());
    check(&memory, Language::Chinese, CHINESE, &["a"]);
    check(&memory, Language::English, "Japan buys Tomahawk missiles for the second time", &["b"]);
}

#[test]
fn a_brief_in_one_language_translates_nothing() {
    let mut memory = Memory::default();
    put(&mut memory, "a", &format!("摘要:\n  • {CHINESE}\n"));
    put(&mut memory, "b", &brief(CHINESE, ""));
    assert!(memory.is_empty());
}

const SYLLABLES: [&str; 12] = ["ta", "lo", "mi", "ren", "sa", "ko", "du", "pel", "vi", "nor", "ga", "the"];

fn word(dice: &mut Rng) -> String {
    (0..2).map(|_| SYLLABLES[dice.usize(..12)]).collect()
}

/// Of texts that Levenshtein calls 90 % similar the hashes find all but one in a thousand, and of those that are 75 to
/// 90 % alike at least 97 %, though the changes stand as far from each other as chance puts them.
#[test]
fn hashes_find_what_a_search_through_all_texts_finds() {
    let mut dice = Rng::with_seed(7);
    let (mut alike, mut near) = ((0, 0), (0, 0));
    for _ in 0..4_000 {
        let mut words: Vec<String> = (0..12 + dice.usize(..60)).map(|_| word(&mut dice)).collect();
        let question = Question::of(&words.join(" "), Language::English).expect("enough words");
        for _ in 0..dice.usize(..words.len() / 3) {
            let at = dice.usize(..words.len());
            match dice.usize(..3) {
                0 => words[at] = word(&mut dice),
                1 => words.insert(at, word(&mut dice)),
                _ => drop(words.remove(at)),
            }
        }
        let other = words.join(" ");
        let percent = question.percent(&other);
        let is_found = SimHash::of(&tokens(&other)).distance(question.simhash()) <= ALIKE;
        match percent {
            Some(90..) => alike = (alike.0 + 1, alike.1 + u32::from(is_found)),
            Some(_) => near = (near.0 + 1, near.1 + u32::from(is_found)),
            None => {}
        }
    }
    assert!(alike.0 > 1_000 && near.0 > 500, "{alike:?} {near:?}");
    assert!(alike.1 * 1000 >= alike.0 * 999 && near.1 * 100 >= near.0 * 97, "{alike:?} {near:?}");
}
