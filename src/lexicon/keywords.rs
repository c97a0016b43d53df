//! Keywords that briefs use, Chinese with English.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use super::folded_names::{FoldedNames, LONGEST};
use super::folding::fold_name;
use super::sound::{Sound, sounds};
use super::spelling::Speller;
use crate::language::{Both, Language, table};
use crate::text::{intern, is_han};

/// A keyword with the ways to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyword {
    /// As a brief should write it; a house may have no English one.
    pub name: Both<&'static str>,
    /// `country`, `region`, `actor`, `domain` or `topic`.
    pub category: &'static str,
    /// Other English names: US, PLA…
    pub aliases: Vec<&'static str>,
    /// Without tones and blanks.
    pub pinyin: &'static str,
    /// Pinyin of other readings and other ways to type ü; for keywords of a house in zhuyin, too.
    pub other_sounds: Vec<&'static str>,
    /// The first letters of the syllables in pinyin.
    pub initials: &'static str,
    /// Without tones, a blank between syllables.
    pub zhuyin: &'static str,
}

/// A keyword, and which of its names was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeywordMatch<'k> {
    pub keyword: &'k Keyword,
    pub language: Language,
}

/// All known keywords.
#[derive(Debug)]
pub struct Keywords {
    all: Vec<Keyword>,
    /// Each with its keyword, by index, and the language that it is in.
    names: FoldedNames<(usize, Language)>,
    /// Built, like the readings, for the first unknown word.
    speller: OnceLock<Speller>,
    readings: OnceLock<HashMap<char, Vec<&'static str>>>,
    slips: Vec<[&'static str; 2]>,
}

const TABLE: &str = include_str!("keywords.tsv");
const SLIPS_TABLE: &str = include_str!("slips.tsv");

/// The keywords that are built in.
pub fn keywords() -> &'static Keywords {
    static KEYWORDS: LazyLock<Keywords> = LazyLock::new(|| Keywords::read(TABLE, SLIPS_TABLE));
    &KEYWORDS
}

impl Keywords {
    fn read(table: &'static str, slips: &'static str) -> Keywords {
        Keywords::of(table::rows(table).map(Keyword::from_row).collect(), slips)
    }

    fn of(all: Vec<Keyword>, slips: &'static str) -> Keywords {
        let names = Language::ALL
            .into_iter()
            .flat_map(|language| names(&all, language).map(move |(name, index)| (name, (index, language))));
        let names = FoldedNames::new(names, fold_whole);
        let slips = table::rows(slips).collect();
        Keywords { all, names, speller: OnceLock::new(), readings: OnceLock::new(), slips }
    }

    /// The keywords of a house, then those of `others` that it does not name itself. A keyword that both have
    /// contributes its aliases and sounds.
    pub fn of_house(mut own: Vec<Keyword>, others: &[Keyword]) -> Keywords {
        for keyword in &mut own {
            let folded = fold_whole(keyword.name.chinese);
            if let Some(listed) = others.iter().find(|listed| fold_whole(listed.name.chinese) == folded) {
                keyword.absorb(listed);
            }
        }
        let house = Keywords::of(own.clone(), "");
        let others = others.iter().filter(|keyword| house.lookup(keyword.name.chinese).is_none()).cloned();
        let others = others.map(|mut keyword| {
            keyword.aliases.retain(|alias| house.lookup(alias).is_none());
            keyword
        });
        Keywords::of(own.into_iter().chain(others).collect(), SLIPS_TABLE)
    }

    pub fn all(&self) -> &[Keyword] {
        &self.all
    }

    /// Which of [`Keywords::all`] it is.
    pub fn index(&self, keyword: &Keyword) -> usize {
        self.all.iter().position(|other| std::ptr::eq(other, keyword)).unwrap_or_default()
    }

    /// The keyword that `text` as a whole names, in either language; an English plural or singular counts as well.
    pub fn lookup(&self, text: &str) -> Option<KeywordMatch<'_>> {
        if text.len() > LONGEST {
            return None;
        }
        let folded = fold_whole(text);
        let exact = || self.lookup_folded(&folded);
        let singular = || self.lookup_folded(folded.strip_suffix('s').filter(|rest| rest.len() >= 4)?);
        let plural = || self.lookup_folded(&format!("{folded}s")).filter(|_| folded.len() >= 4);
        exact().or_else(singular).or_else(plural)
    }

    fn lookup_folded(&self, folded: &str) -> Option<KeywordMatch<'_>> {
        let &(index, language) = self.names.get(folded).next()?;
        Some(KeywordMatch { keyword: &self.all[index], language })
    }

    /// The keyword that `text`, which `lookup` does not know, most likely misspells.
    ///
    /// Two Chinese words that differ by a character are mostly both right (軍售, 軍事; 多邊主義, 單邊主義), so only
    /// homophones and well-known slips count.
    pub fn closest(&self, text: &str) -> Option<&Keyword> {
        if text.len() > LONGEST {
            return None;
        }
        let folded = fold_name(text);
        if !folded.contains(is_han) {
            let speller =
                self.speller.get_or_init(|| Speller::new(names(&self.all, Language::English), std::iter::empty()));
            return speller.nearest(&folded).map(|(index, _)| &self.all[index]);
        }
        self.by_slip(&folded).or_else(|| self.by_sound(&folded))
    }

    fn by_slip(&self, folded: &str) -> Option<&Keyword> {
        let mended = (self.slips.iter())
            .filter(|[written, _]| folded.contains(written))
            .find_map(|[written, meant]| self.lookup_folded(&folded.replacen(written, meant, 1)));
        mended.map(|found| found.keyword)
    }

    /// The one keyword that sounds the same and is written the same but for one character.
    fn by_sound(&self, folded: &str) -> Option<&Keyword> {
        let mut alike = self.all.iter().filter(|keyword| self.sounds_alike(folded, keyword.name.chinese));
        alike.next().filter(|_| alike.next().is_none())
    }

    fn sounds_alike(&self, typed: &str, known: &str) -> bool {
        if typed.len() != known.len() {
            return false;
        }
        let mut differing = typed.chars().zip(known.chars()).filter(|(a, b)| a != b);
        match (differing.next(), differing.next()) {
            (Some((a, b)), None) => self.share_a_reading(a, b),
            _ => false,
        }
    }

    fn share_a_reading(&self, a: char, b: char) -> bool {
        let all = self.readings.get_or_init(|| readings(&self.all));
        let of = |c| all.get(&c).map_or(&[][..], |readings| readings);
        of(a).iter().any(|reading| of(b).contains(reading))
    }
}

impl Keyword {
    fn from_row(row: [&'static str; 7]) -> Keyword {
        let [chinese, english, category, aliases, pinyin, initials, zhuyin] = row;
        let (pinyin, others) = pinyin.split_once('|').unwrap_or((pinyin, ""));
        Keyword {
            name: Both::new(chinese, english),
            category,
            aliases: table::values(aliases),
            pinyin,
            other_sounds: table::values(others),
            initials,
            zhuyin,
        }
    }

    /// A keyword of a house. The English name may be empty.
    pub fn of_house(name: Both<&'static str>) -> Keyword {
        let mut all = sounds(name.chinese).into_iter();
        let usual = all.next();
        let of_usual = |part: fn(&Sound) -> &String| usual.as_ref().map_or("", |sound| intern(part(sound)));
        let mut keyword = Keyword {
            name,
            category: "",
            aliases: Vec::new(),
            pinyin: of_usual(|sound| &sound.pinyin),
            other_sounds: Vec::new(),
            initials: of_usual(|sound| &sound.initials),
            zhuyin: of_usual(|sound| &sound.zhuyin),
        };
        for sound in all.flat_map(|sound| [sound.pinyin, sound.zhuyin.replace(' ', ""), sound.initials]) {
            if ![keyword.pinyin, keyword.initials, &keyword.zhuyin.replace(' ', "")].contains(&&*sound) {
                keyword.add_sound(intern(&sound));
            }
        }
        keyword
    }

    fn add_sound(&mut self, sound: &'static str) {
        if !self.other_sounds.contains(&sound) {
            self.other_sounds.push(sound);
        }
    }

    /// Takes over the aliases and sounds of `listed`, the same keyword; listed sounds were checked by hand.
    fn absorb(&mut self, listed: &Keyword) {
        let own = std::mem::replace(self, listed.clone()).name;
        self.name.chinese = own.chinese;
        if !own.english.is_empty() && own.english != listed.name.english {
            self.name.english = own.english;
            self.aliases.retain(|alias| *alias != own.english);
            self.aliases.insert(0, listed.name.english);
        }
    }

    /// Its names in that language, the one to write first; none where a house has given none.
    pub fn names(&self, language: Language) -> impl Iterator<Item = &'static str> {
        let aliases = self.aliases.iter().copied().filter(move |_| language == Language::English);
        std::iter::once(self.name[language]).filter(|name| !name.is_empty()).chain(aliases)
    }
}

/// Folded without blanks, as cybersecurity is written cyber security, too.
fn fold_whole(name: &str) -> String {
    let mut folded = fold_name(name);
    folded.retain(|c| c != ' ');
    folded
}

/// Every name in that language, with the index of its keyword.
fn names(all: &[Keyword], language: Language) -> impl Iterator<Item = (&'static str, usize)> {
    let keywords = all.iter().enumerate();
    keywords.flat_map(move |(index, keyword)| keyword.names(language).map(move |name| (name, index)))
}

/// The readings of every character in keywords, taken from their zhuyin.
fn readings(all: &[Keyword]) -> HashMap<char, Vec<&'static str>> {
    let mut readings: HashMap<char, Vec<&'static str>> = HashMap::new();
    for keyword in all.iter().filter(|keyword| !keyword.zhuyin.is_empty()) {
        for (c, reading) in keyword.name.chinese.chars().zip(keyword.zhuyin.split(' ')) {
            let of_c = readings.entry(c).or_default();
            if !of_c.contains(&reading) {
                of_c.push(reading);
            }
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, chinese: Option<&str>) {
        assert_eq!(keywords().lookup(text).map(|found| found.keyword.name.chinese), chinese, "{text}");
    }

    #[test]
    fn a_house_has_keywords_of_its_own() {
        let own = [("灰色地帶", "gray zone"), ("臺灣", ""), ("觀雲", "")];
        let own: Vec<Keyword> = own.map(|(chinese, english)| Keyword::of_house(Both::new(chinese, english))).into();
        let house = Keywords::of_house(own.clone(), keywords().all());
        let find = |text| house.lookup(text).map(|found| found.keyword.name.chinese);
        assert_eq!(find("gray zone"), Some("灰色地帶"));
        assert_eq!(find("台灣"), Some("臺灣"));
        assert_eq!(find("外交"), Some("外交"));
        let taiwan = house.lookup("Taiwan").expect("its English name stays").keyword;
        assert_eq!((taiwan.name.chinese, taiwan.zhuyin), ("臺灣", "ㄊㄞ ㄨㄢ"));
        assert_eq!(house.closest("灰雲"), None);
        assert_eq!(house.closest("關健礦物").map(|keyword| keyword.name.chinese), Some("關鍵礦物"));
        assert_eq!(Keywords::of_house(own, &[]).lookup("外交"), None);
    }

    #[track_caller]
    fn check_closest(text: &str, chinese: Option<&str>) {
        assert_eq!(keywords().closest(text).map(|keyword| keyword.name.chinese), chinese, "{text}");
    }

    #[test]
    fn either_language_in_every_spelling() {
        for text in ["台灣", "臺灣", "台湾", "Taiwan", "TAIWAN", "ＲＯＣ"] {
            check(text, Some("台灣"));
        }
        check("军事", Some("軍事"));
        check("U.S.", Some("美國"));
        check("us", Some("美國"));
        check("the United States", Some("美國"));
        check("Indo Pacific", Some("印太"));
        check("cyber security", Some("網路安全"));
        check("South China Sea", Some("南海"));
        check("tariff", Some("關稅"));
        check("think tank", Some("智庫"));
        check("A2/AD", Some("反介入區域拒止"));
        check("軍", None);
        check("", None);
        check("😀", None);
        check(&"軍".repeat(1_000_000), None);
        assert!(keywords().lookup("China").is_some_and(|found| found.language == Language::English));
        assert!(keywords().lookup("中國").is_some_and(|found| found.language == Language::Chinese));
    }

    #[test]
    fn slips() {
        check_closest("人工智能", Some("人工智慧"));
        check_closest("生成式人工智能", Some("生成式人工智慧"));
        check_closest("軍式", Some("軍事"));
        check_closest("供應練", Some("供應鏈"));
        check_closest("關健礦物", Some("關鍵礦物"));
        check_closest("militray", Some("軍事"));
        check_closest("Artifical Intelligence", Some("人工智慧"));
        check_closest("Belt and Raod Initiative", Some("一帶一路"));
        check_closest("Ukrane", Some("烏克蘭"));
    }

    #[test]
    fn other_words_are_no_slips() {
        for text in [
            "軍購",
            "核電",
            "單邊主義",
            "極權主義",
            "美日關係",
            "資訊安全",
            "海洋安全",
            "戰略競合",
            "美中競合",
            "公共外交",
            "第三島鏈",
            "中美關係",
            "以巴戰爭",
            "Malaysian",
            "Chinese",
            "diplomatic",
            "economics",
            "missile",
            "climate policy",
        ] {
            check_closest(text, None);
        }
    }

    #[test]
    fn no_known_keyword_is_near_another() {
        for (i, keyword) in keywords().all().iter().enumerate() {
            let near = |word: &Keyword| keywords().sounds_alike(&fold_name(keyword.name.chinese), word.name.chinese);
            let alike = keywords().all().iter().enumerate().find(|(j, word)| i != *j && near(word));
            assert!(alike.is_none(), "{} is near {:?}", keyword.name.chinese, alike);
            assert_eq!(keywords().by_slip(keyword.name.chinese), None, "{}", keyword.name.chinese);
        }
    }

    #[test]
    fn the_tables_are_whole() {
        table::tests::check(TABLE, "zh_tw en category aliases_en pinyin pinyin_initials zhuyin_toneless");
        table::tests::check(SLIPS_TABLE, "written meant");
        for keyword in keywords().all() {
            assert_eq!(
                keyword.name.chinese.chars().count(),
                keyword.zhuyin.split(' ').count(),
                "{}",
                keyword.name.chinese
            );
        }
        for [written, meant] in &keywords().slips {
            let used = |word: &str| keywords().all().iter().any(|keyword| keyword.name.chinese.contains(word));
            assert!(used(meant) && !used(written), "{written} {meant}");
        }
    }

    #[test]
    fn no_name_has_two_keywords() {
        let mut last = ("", usize::MAX);
        for (name, &(index, _)) in keywords().names.iter() {
            assert!(name != last.0 || index == last.1, "{name}");
            last = (name, index);
        }
    }
}
