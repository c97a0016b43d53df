//! What the other language has of a term: its name, a shorter one, or a word of it.

use std::collections::HashSet;

use crate::lexicon::{Glossary, Term, english};

/// Names of which one stands for another: a capital or a seat for the power that sits there.
const KIN: &[&[&str]] = &[
    &["United States", "Washington", "White House", "Pentagon"],
    &["Pentagon", "Ministry of National Defense"],
    &["China", "Beijing", "Zhongnanhai"],
    &["Russia", "Moscow", "Kremlin"],
    &["Taiwan", "Taipei"],
    &["Japan", "Tokyo"],
    &["South Korea", "Seoul"],
    &["North Korea", "Pyongyang"],
    &["European Union", "Brussels"],
    &["Belgium", "Brussels"],
    &["United Kingdom", "London"],
    &["France", "Paris"],
    &["Germany", "Berlin"],
    &["Italy", "Rome"],
    &["Austria", "Vienna"],
    &["Netherlands", "The Hague"],
    &["Poland", "Warsaw"],
    &["Czechia", "Prague"],
    &["Lithuania", "Vilnius"],
    &["Ukraine", "Kyiv"],
    &["Türkiye", "Ankara"],
    &["Israel", "Jerusalem", "Tel Aviv"],
    &["Iran", "Tehran"],
    &["Iraq", "Baghdad"],
    &["Syria", "Damascus"],
    &["Saudi Arabia", "Riyadh"],
    &["United Arab Emirates", "Abu Dhabi"],
    &["Qatar", "Doha"],
    &["Afghanistan", "Kabul"],
    &["India", "New Delhi"],
    &["Australia", "Canberra"],
    &["New Zealand", "Wellington"],
    &["Philippines", "Manila"],
    &["Vietnam", "Hanoi"],
    &["Thailand", "Bangkok"],
    &["Indonesia", "Jakarta"],
    &["Malaysia", "Kuala Lumpur"],
    &["Myanmar", "Naypyidaw"],
    &["Canada", "Ottawa"],
];

/// The other terms that a writer may put for this one, 華府 for the United States.
pub fn kin<'t>(term: &'t Term, terms: &'t Glossary) -> impl Iterator<Item = &'static Term> + 't {
    let names = KIN.iter().filter(|group| group.contains(&term.english)).flat_map(|group| group.iter());
    let others = names.filter(|name| **name != term.english);
    others.filter_map(|name| terms.all().iter().find(|other| other.english == *name).copied())
}

/// Whether Chinese names the term inside another word or by one character: 對台, 中日, 美軍.
pub fn is_written(text: &str, term: &Term) -> bool {
    term.chinese_names().any(|name| text.contains(name)) || short_forms(term.english).any(|form| text.contains(form))
}

/// Whether Chinese has two characters of one of the names side by side, or one of a short name, or the English name.
pub fn is_hinted_at(text: &str, term: &Term) -> bool {
    let has_part = |name: &str| {
        let chars: Vec<char> = name.chars().collect();
        let width = if chars.len() > SHORT_NAME { 2 } else { 1 };
        chars.windows(width).any(|part| text.contains(&part.iter().collect::<String>()))
    };
    is_written(text, term) || term.chinese_names().any(has_part) || term.english_names().any(|name| text.contains(name))
}

/// Characters of names that every one of stands for: 北約.
const SHORT_NAME: usize = 3;

/// Terms in one character, and the words that it stands beside when it means the term.
fn short_forms(term: &str) -> impl Iterator<Item = &'static str> {
    let found = SHORT_FORMS.iter().find(|(name, _)| *name == term);
    found.into_iter().flat_map(|(_, forms)| forms.split(' '))
}

const SHORT_FORMS: &[(&str, &str)] = &[
    ("China", "中方 中美 美中 中日 中俄 中歐 中印 對中 訪中 反中 抗中 兩岸 中共 我國 全國 國內 國務院 華"),
    (
        "United States",
        "美方 美軍 美中 中美 美日 美台 台美 美韓 美俄 訪美 對美 駐美 赴美 在美 美官 美媒 美股 美元 全美 北美 旅美 親美 反美 美國會",
    ),
    (
        "Taiwan",
        "兩岸 對台 對臺 訪台 全台 全臺 台美 美台 台海 臺海 來台 在台 國內 我國 全國 本島 台日 援台 挺台 侵台 犯台 攻台 駐台 友台 涉台 護台 武統 台獨",
    ),
    ("Japan", "日方 中日 美日 日本 日韓 日軍 對日 訪日 駐日 台日 日圓 日元"),
    ("Russia", "俄方 俄軍 俄烏 中俄 美俄 對俄 訪俄 制俄 援俄 俄國"),
    ("South Korea", "韓國 韓方 美韓 日韓 南韓 兩韓 韓元 北韓 朝鮮"),
    ("North Korea", "北韓 朝鮮 朝方 兩韓"),
    ("Ukraine", "烏方 烏軍 俄烏 烏國 援烏 挺烏 侵烏 對烏 訪烏 美烏 烏東 烏俄"),
    ("European Union", "歐方 中歐 歐洲 歐元 美歐"),
    ("India", "印方 中印 印度 印軍"),
    ("Germany", "德方 德國 德軍"),
    ("France", "法方 法國 法軍 英法"),
    ("United Kingdom", "英方 英國 英軍 英法 英鎊 脫歐"),
    ("Chinese Communist Party", "黨"),
    ("Beijing", "中央"),
    ("Central Committee", "中全會 黨中央 中共中央"),
    ("Pentagon", "國防部"),
    ("COVID-19", "新冠 疫"),
    ("free trade agreement", "自貿"),
    ("Australia", "澳洲 澳方 澳大利亞 中澳 美澳"),
];

/// The stems of an English text, by which Japanese answers Japan.
pub struct Stems(HashSet<String>);

impl Stems {
    pub fn of(text: &str) -> Stems {
        let mut stems = HashSet::new();
        english::stems(text, |stem| {
            stems.insert(stem.to_owned());
        });
        Stems(stems)
    }

    /// Whether any word of its names is among them.
    pub fn hint_at(&self, term: &Term) -> bool {
        term.english_names().any(|name| {
            let mut any = false;
            english::stems(name, |stem| any |= self.0.contains(stem));
            any
        })
    }

    /// Whether the words of one of its names are among them.
    pub fn name(&self, term: &Term) -> bool {
        term.english_names().any(|name| {
            let (mut all, mut any) = (true, false);
            english::stems(name, |stem| {
                all &= self.0.contains(stem);
                any = true;
            });
            all && any
        })
    }
}
