//! The words that tell what a Chinese number counts.

use crate::reading::characters::Characters;
use crate::reading::value::{Currency, Dimension, Unit};

/// What the word behind a number makes of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Suffix {
    /// By how many places the number is moved to be hundredths.
    Percent(i16),
    /// 成, 折: the next digit is hundredths.
    Tenths,
    /// 分之: the number above follows.
    Of,
    Year,
    Month,
    Day,
    Decade,
    Century,
    Quarter,
    /// 旬: tens of years of age.
    TenYearsOfAge,
    /// 點, 時 and a colon, with minutes or a part of the day before.
    Clock,
    Ordinal,
    /// What is counted or measured.
    Unit(Unit),
    /// The number is part of a name.
    Name,
}

use Suffix::{Century, Clock, Day, Decade, Month, Name, Of, Ordinal, Percent, Quarter, TenYearsOfAge, Tenths, Year};

const fn unit(dimension: Dimension) -> Suffix {
    Suffix::Unit(Unit::of(dimension))
}

const fn sized(dimension: Dimension, size: f64) -> Suffix {
    Suffix::Unit(Unit::sized(dimension, size))
}

const fn money(currency: Currency) -> Suffix {
    unit(Dimension::Money(Some(currency)))
}

const COUNT: Suffix = unit(Dimension::Count);
const PEOPLE: Suffix = unit(Dimension::People);
const MONTHS: Suffix = unit(Dimension::Months);
const CUSTOMARY: Suffix = unit(Dimension::Customary);
const DAY: f64 = 86_400.0;

/// Of words that begin alike the longest stands first.
const SUFFIXES: &[(&str, Suffix)] = &[
    ("%", Percent(0)),
    ("個百分點", Percent(0)),
    ("個百分比", Percent(0)),
    ("百分點", Percent(0)),
    ("趴", Percent(0)),
    ("‰", Percent(-1)),
    ("個基點", Percent(-2)),
    ("基點", Percent(-2)),
    ("成", Tenths),
    ("分之", Of),
    // Times.
    ("年代", Decade),
    ("年級", Ordinal),
    ("年半", sized(Dimension::Months, 12.0)),
    ("年", Year),
    ("週年", sized(Dimension::Months, 12.0)),
    ("周年", sized(Dimension::Months, 12.0)),
    ("月", Month),
    ("日圓", money(Currency::Yen)),
    ("日元", money(Currency::Yen)),
    ("日", Day),
    ("號線", Ordinal),
    ("號", Day),
    ("世紀", Century),
    ("個世紀", sized(Dimension::Months, 1200.0)),
    ("個年頭", sized(Dimension::Months, 12.0)),
    ("個月", MONTHS),
    ("個季度", sized(Dimension::Months, 3.0)),
    ("季度", Quarter),
    ("季", Quarter),
    ("個星期", sized(Dimension::Time, 7.0 * DAY)),
    ("星期", sized(Dimension::Time, 7.0 * DAY)),
    ("個禮拜", sized(Dimension::Time, 7.0 * DAY)),
    ("週", sized(Dimension::Time, 7.0 * DAY)),
    ("周", sized(Dimension::Time, 7.0 * DAY)),
    ("天", sized(Dimension::Time, DAY)),
    ("晚", sized(Dimension::Time, DAY)),
    ("夜", sized(Dimension::Time, DAY)),
    ("個小時", sized(Dimension::Time, 3600.0)),
    ("小時", sized(Dimension::Time, 3600.0)),
    ("個鐘頭", sized(Dimension::Time, 3600.0)),
    ("分鐘", sized(Dimension::Time, 60.0)),
    ("秒鐘", sized(Dimension::Time, 1.0)),
    ("秒", sized(Dimension::Time, 1.0)),
    ("旬", TenYearsOfAge),
    ("點", Clock),
    ("時", Clock),
    (":", Clock),
    ("歲", unit(Dimension::Age)),
    // People and money.
    ("個人", PEOPLE),
    ("人次", PEOPLE),
    ("人份", COUNT),
    ("人", PEOPLE),
    ("名", PEOPLE),
    ("位數", Ordinal),
    ("位元", COUNT),
    ("位", PEOPLE),
    ("美元", money(Currency::UsDollar)),
    ("美金", money(Currency::UsDollar)),
    ("元", unit(Dimension::Money(None))),
    ("元新台幣", money(Currency::TaiwanDollar)),
    ("元新臺幣", money(Currency::TaiwanDollar)),
    ("元台幣", money(Currency::TaiwanDollar)),
    ("元臺幣", money(Currency::TaiwanDollar)),
    ("元人民幣", money(Currency::Renminbi)),
    ("元美金", money(Currency::UsDollar)),
    ("塊錢", unit(Dimension::Money(None))),
    ("塊", COUNT),
    ("圓", unit(Dimension::Money(None))),
    ("新台幣", money(Currency::TaiwanDollar)),
    ("台幣", money(Currency::TaiwanDollar)),
    ("臺幣", money(Currency::TaiwanDollar)),
    ("人民幣", money(Currency::Renminbi)),
    ("歐元", money(Currency::Euro)),
    ("英鎊", money(Currency::Pound)),
    ("港元", money(Currency::Other)),
    ("港幣", money(Currency::Other)),
    ("澳元", money(Currency::Other)),
    ("加元", money(Currency::Other)),
    ("韓元", money(Currency::Other)),
    ("韓圜", money(Currency::Other)),
    ("盧比", money(Currency::Other)),
    ("盧布", money(Currency::Other)),
    // Measures.
    ("平方公里", sized(Dimension::Area, 1e6)),
    ("平方公尺", unit(Dimension::Area)),
    ("平方米", unit(Dimension::Area)),
    ("平方英里", CUSTOMARY),
    ("平方英尺", CUSTOMARY),
    ("立方公尺", COUNT),
    ("公頃", sized(Dimension::Area, 1e4)),
    ("公里", sized(Dimension::Length, 1e3)),
    ("千米", sized(Dimension::Length, 1e3)),
    ("公尺", unit(Dimension::Length)),
    ("公分", sized(Dimension::Length, 0.01)),
    ("厘米", sized(Dimension::Length, 0.01)),
    ("釐米", sized(Dimension::Length, 0.01)),
    ("毫米", sized(Dimension::Length, 1e-3)),
    ("公釐", sized(Dimension::Length, 1e-3)),
    ("奈米", sized(Dimension::Length, 1e-9)),
    ("米", unit(Dimension::Length)),
    ("公斤", unit(Dimension::Mass)),
    ("千克", unit(Dimension::Mass)),
    ("公克", sized(Dimension::Mass, 1e-3)),
    ("克拉", COUNT),
    ("克", sized(Dimension::Mass, 1e-3)),
    ("公噸", sized(Dimension::Mass, 1e3)),
    ("噸", sized(Dimension::Mass, 1e3)),
    ("攝氏度", unit(Dimension::Temperature)),
    ("℃", unit(Dimension::Temperature)),
    ("°C", unit(Dimension::Temperature)),
    ("度C", unit(Dimension::Temperature)),
    ("千伏", COUNT),
    ("兆赫", COUNT),
    ("百萬瓦", COUNT),
    ("倍", unit(Dimension::Multiple)),
    ("次", unit(Dimension::Occasions)),
    ("度", unit(Dimension::Degrees)),
    // Measures that translators convert.
    ("英里", CUSTOMARY),
    ("英哩", CUSTOMARY),
    ("英尺", CUSTOMARY),
    ("英呎", CUSTOMARY),
    ("英寸", CUSTOMARY),
    ("英吋", CUSTOMARY),
    ("英畝", CUSTOMARY),
    ("海里", CUSTOMARY),
    ("海浬", CUSTOMARY),
    ("華氏", CUSTOMARY),
    ("°F", CUSTOMARY),
    ("磅", CUSTOMARY),
    ("哩", CUSTOMARY),
    ("浬", CUSTOMARY),
    ("呎", CUSTOMARY),
    ("吋", CUSTOMARY),
    ("碼", CUSTOMARY),
    ("台斤", CUSTOMARY),
    ("斤", CUSTOMARY),
    ("兩重", CUSTOMARY),
    ("畝", CUSTOMARY),
    ("坪", CUSTOMARY),
    ("甲", CUSTOMARY),
    ("里", CUSTOMARY),
    ("尺", CUSTOMARY),
    ("寸", CUSTOMARY),
    ("丈", CUSTOMARY),
    ("石", CUSTOMARY),
    // Names.
    ("大於", COUNT),
    ("號碼", Name),
    ("事件", Name),
    ("運動", Name),
    ("震災", Name),
    ("大地震", Name),
    ("地震", Name),
    ("水災", Name),
    ("風災", Name),
    ("恐怖", Name),
    ("恐攻", Name),
    ("砲戰", Name),
    ("起義", Name),
    ("路線", Name),
    ("字頭", Name),
];

/// Counters of everything else.
const COUNTERS: &str = "個項種座艘架輛枚場屆版條章篇間棟所處樓層級等組隊支張份頁本部件家國州省縣市區村戶對輪局球票席代字句把顆粒只隻匹頭口\
    批輩道起宗案筆段集期類樣款面方台臺步杯瓶株棵艙節課門封通隊團軍師營連箱地冊箱幅套幕股排盤碗桶袋朵尾劑針例關波首齣件姿點";

/// The word behind a number that ends at `at`, and where it ends.
pub fn suffix(text: &Characters, at: usize) -> Option<(Suffix, usize)> {
    let first = text.at(at);
    let fits = |(word, _): &&(&str, Suffix)| word.starts_with(first) && text.starts_with(at, word);
    let longest = SUFFIXES.iter().filter(fits).max_by_key(|(word, _)| word.len());
    match longest {
        Some((word, suffix)) if !is_other_word(text, at, word) => Some((*suffix, at + word.chars().count())),
        _ => COUNTERS.contains(first).then_some((COUNT, at + 1)),
    }
}

/// Words that only begin like a suffix: 月亮 behind 三, 日本 behind 十.
fn is_other_word(text: &Characters, at: usize, word: &str) -> bool {
    let next = text.at(at + word.chars().count());
    match word {
        "成" => "為立功果本長員就績品交份語分年都人".contains(next),
        "月" => "球亮經餅台臺老".contains(next),
        "日" => "本益常語漸式圓元".contains(next),
        "號" => "召稱令角".contains(next),
        "時" => "代期間常而".contains(next),
        "名" => "古義".contains(next),
        "位" => "於置".contains(next),
        "人" => "口權民均才類工事物".contains(next),
        "克" => "蘭羅服".contains(next),
        "米" => "其爾勒".contains(next),
        "季" => "節後軍".contains(next),
        "里" => "約程".contains(next),
        "石" => "油化頭".contains(next),
        "次" => "於要級".contains(next),
        "倍" => "感受".contains(next),
        "甲" => "午骨".contains(next),
        "度" => "過假".contains(next),
        "點" => "燃出名".contains(next),
        "尺" => "度".contains(next),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::SUFFIXES;

    #[test]
    fn a_suffix_stands_once() {
        for (at, (word, _)) in SUFFIXES.iter().enumerate() {
            assert!(SUFFIXES[..at].iter().all(|(other, _)| other != word), "{word} stands twice");
        }
    }
}
