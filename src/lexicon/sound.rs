//! The sounds of Chinese words without tones, for words whose sounds no list has.
//!
//! Pinyin is that of the crate `pinyin`; zhuyin follows from it, sound by sound.

use pinyin::ToPinyinMulti;

use crate::text::is_han;

/// The sounds of a word, as they are typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    /// Without blanks.
    pub pinyin: String,
    /// The first letters of the syllables.
    pub initials: String,
    /// A blank between syllables.
    pub zhuyin: String,
}

/// Most readings of one word; each costs an index key.
const MOST: usize = 6;

/// Every reading of `word`, the usual one first; none where a character's sound is unknown. Other characters than Han
/// stand for themselves.
pub fn sounds(word: &str) -> Vec<Sound> {
    let mut all = vec![Sound { pinyin: String::new(), initials: String::new(), zhuyin: String::new() }];
    for c in word.chars().filter(|c| c.is_alphanumeric()) {
        let syllables = syllables(c);
        let with = |sound: &Sound| syllables.iter().map(|syllable| sound.with(syllable)).collect::<Vec<_>>();
        let mut longer: Vec<Sound> = all.iter().flat_map(with).collect();
        // The usual reading of this character goes on from each before it, then the others.
        longer.truncate(MOST);
        all = longer;
    }
    all.retain(|sound| !sound.pinyin.is_empty());
    all
}

/// The readings of a character, each once: in pinyin and in zhuyin.
fn syllables(c: char) -> Vec<[String; 2]> {
    if !is_han(c) {
        let own = c.to_lowercase().to_string();
        return vec![[own.clone(), own]];
    }
    let mut found: Vec<[String; 2]> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten().map(|reading| reading.plain()) {
        let Some(zhuyin) = zhuyin(reading) else { continue };
        // ü is typed as v by some, as u by others.
        for pinyin in [reading.replace('ü', "v"), reading.replace('ü', "u")] {
            if found.iter().all(|[known, _]| *known != pinyin) {
                found.push([pinyin, zhuyin.clone()]);
            }
        }
    }
    found
}

impl Sound {
    fn with(&self, [pinyin, zhuyin]: &[String; 2]) -> Sound {
        let blank = if self.zhuyin.is_empty() { "" } else { " " };
        Sound {
            pinyin: format!("{}{pinyin}", self.pinyin),
            initials: self.initials.chars().chain(pinyin.chars().next()).collect(),
            zhuyin: format!("{}{blank}{zhuyin}", self.zhuyin),
        }
    }
}

/// A syllable of pinyin without its tone, in zhuyin.
fn zhuyin(syllable: &str) -> Option<String> {
    let whole = syllable.replace('v', "ü");
    let (initial, sign) = INITIALS.into_iter().find(|(initial, _)| whole.starts_with(initial)).unwrap_or(("", ""));
    let rest = &whole[initial.len()..];
    let rest = match initial {
        "" => without_half_vowel(rest),
        "zh" | "ch" | "sh" | "r" | "z" | "c" | "s" if rest == "i" => return Some(sign.to_owned()),
        "j" | "q" | "x" if rest.starts_with('u') => rest.replacen('u', "ü", 1),
        _ => rest.to_owned(),
    };
    let (_, sound) = FINALS.into_iter().find(|(spelling, _)| *spelling == rest)?;
    Some(format!("{sign}{sound}"))
}

/// `yan` sounds ian, `wei` sounds uei, which is spelt ui.
fn without_half_vowel(syllable: &str) -> String {
    match syllable {
        "yi" | "yin" | "ying" => syllable[1..].to_owned(),
        "you" => "iu".to_owned(),
        "yong" => "iong".to_owned(),
        "wu" => "u".to_owned(),
        "wei" => "ui".to_owned(),
        "wen" => "un".to_owned(),
        "weng" => "ong".to_owned(),
        _ => match (syllable.strip_prefix("yu"), syllable.strip_prefix('y'), syllable.strip_prefix('w')) {
            (Some(rest), ..) => format!("ü{rest}"),
            (_, Some(rest), _) => format!("i{rest}"),
            (_, _, Some(rest)) => format!("u{rest}"),
            _ => syllable.to_owned(),
        },
    }
}

const INITIALS: [(&str, &str); 21] = [
    ("zh", "ㄓ"),
    ("ch", "ㄔ"),
    ("sh", "ㄕ"),
    ("b", "ㄅ"),
    ("p", "ㄆ"),
    ("m", "ㄇ"),
    ("f", "ㄈ"),
    ("d", "ㄉ"),
    ("t", "ㄊ"),
    ("n", "ㄋ"),
    ("l", "ㄌ"),
    ("g", "ㄍ"),
    ("k", "ㄎ"),
    ("h", "ㄏ"),
    ("j", "ㄐ"),
    ("q", "ㄑ"),
    ("x", "ㄒ"),
    ("r", "ㄖ"),
    ("z", "ㄗ"),
    ("c", "ㄘ"),
    ("s", "ㄙ"),
];

const FINALS: [(&str, &str); 38] = [
    ("a", "ㄚ"),
    ("o", "ㄛ"),
    ("e", "ㄜ"),
    ("ai", "ㄞ"),
    ("ei", "ㄟ"),
    ("ao", "ㄠ"),
    ("ou", "ㄡ"),
    ("an", "ㄢ"),
    ("en", "ㄣ"),
    ("ang", "ㄤ"),
    ("eng", "ㄥ"),
    ("er", "ㄦ"),
    ("i", "ㄧ"),
    ("ia", "ㄧㄚ"),
    ("io", "ㄧㄛ"),
    ("ie", "ㄧㄝ"),
    ("iai", "ㄧㄞ"),
    ("iao", "ㄧㄠ"),
    ("iu", "ㄧㄡ"),
    ("ian", "ㄧㄢ"),
    ("in", "ㄧㄣ"),
    ("iang", "ㄧㄤ"),
    ("ing", "ㄧㄥ"),
    ("iong", "ㄩㄥ"),
    ("u", "ㄨ"),
    ("ua", "ㄨㄚ"),
    ("uo", "ㄨㄛ"),
    ("uai", "ㄨㄞ"),
    ("ui", "ㄨㄟ"),
    ("uan", "ㄨㄢ"),
    ("un", "ㄨㄣ"),
    ("uang", "ㄨㄤ"),
    ("ong", "ㄨㄥ"),
    ("ü", "ㄩ"),
    ("üe", "ㄩㄝ"),
    ("üan", "ㄩㄢ"),
    ("ün", "ㄩㄣ"),
    ("ê", "ㄝ"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::keywords;

    #[track_caller]
    fn check(word: &str, pinyin: &str, initials: &str, zhuyin: &str) {
        let sound = Sound { pinyin: pinyin.into(), initials: initials.into(), zhuyin: zhuyin.into() };
        let all = sounds(word);
        assert!(all.contains(&sound), "{all:?}");
    }

    #[test]
    fn words_of_all_kinds() {
        check("雲端", "yunduan", "yd", "ㄩㄣ ㄉㄨㄢ");
        check("灰色地帶", "huisedidai", "hsdd", "ㄏㄨㄟ ㄙㄜ ㄉㄧ ㄉㄞ");
        check("戰略", "zhanlve", "zl", "ㄓㄢ ㄌㄩㄝ");
        check("戰略", "zhanlue", "zl", "ㄓㄢ ㄌㄩㄝ");
        check("嚇阻", "hezu", "hz", "ㄏㄜ ㄗㄨ");
        check("5G 網路", "5gwanglu", "5gwl", "5 g ㄨㄤ ㄌㄨ");
        check("AI、衛星", "aiweixing", "aiwx", "a i ㄨㄟ ㄒㄧㄥ");
        assert_eq!(sounds("😀"), []);
        assert_eq!(sounds(""), []);
    }

    #[test]
    fn the_listed_sounds_come_out() {
        let differs = |keyword: &&crate::lexicon::Keyword| {
            let all = sounds(keyword.name.chinese);
            all.iter().all(|sound| sound.pinyin != keyword.pinyin || sound.zhuyin != keyword.zhuyin)
        };
        let listed = || keywords().all().iter();
        let wrong: Vec<&str> = listed().filter(differs).map(|keyword| keyword.name.chinese).collect();
        assert!(wrong.len() * 100 < listed().count(), "{wrong:?}");
        let first = listed().filter(|keyword| sounds(keyword.name.chinese)[0].pinyin == keyword.pinyin).count();
        println!("{first} of {} are read as listed first", listed().count());
    }

    #[test]
    fn every_reading_has_its_zhuyin() {
        let han = ('\u{4e00}'..='\u{9fff}').filter(|c| is_han(*c));
        let readings = han.flat_map(|c| c.to_pinyin_multi().into_iter().flatten().map(|reading| reading.plain()));
        let mut strange: Vec<&str> = readings.filter(|reading| zhuyin(reading).is_none()).collect();
        strange.sort_unstable();
        strange.dedup();
        // Interjections without a vowel, and one reading of dialects.
        assert_eq!(strange, ["hm", "hng", "m", "n", "ng"]);
    }
}
