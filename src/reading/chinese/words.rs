//! Words behind a Chinese number that tell what it counts.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Language, table};
use crate::lexicon::{currencies, units};
use crate::reading::characters::Characters;
use crate::reading::value::{Dimension, Unit};

/// The meaning of the word behind a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Suffix {
    /// Decimal places by which the number is moved to be hundredths.
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
    /// The unit of a count or measure.
    Unit(Unit),
    /// The number is part of a name.
    Name,
}

/// A word behind a number.
struct SuffixWord {
    word: Cow<'static, str>,
    suffix: Suffix,
    /// Characters behind it that make it the beginning of another word: 月亮 behind 三, 日本 behind 十.
    not_before: &'static str,
}

const TABLE: &str = include_str!("suffixes.tsv");

/// Every word by its first character, the longest first. A word that is in this table and a unit too, as 年, has the
/// meaning of this table.
static WORDS: LazyLock<FxHashMap<char, Vec<SuffixWord>>> = LazyLock::new(|| {
    let mut words: FxHashMap<char, Vec<SuffixWord>> = FxHashMap::default();
    for word in all() {
        words.entry(word.word.chars().next().unwrap_or_default()).or_default().push(word);
    }
    for alike in words.values_mut() {
        alike.sort_by_key(|word| Reverse(word.word.len()));
    }
    words
});

fn all() -> Vec<SuffixWord> {
    let mut words = Vec::new();
    let mut guards: FxHashMap<&str, &str> = FxHashMap::default();
    for [written, means, not_before] in table::rows(TABLE) {
        for word in table::values(written) {
            match suffix_of(means) {
                Some(suffix) => words.push(SuffixWord { word: word.into(), suffix, not_before }),
                None => _ = guards.insert(word, not_before),
            }
        }
    }
    let own: FxHashSet<String> = words.iter().map(|word| word.word.to_string()).collect();
    let named = units().all().iter().flat_map(|named| named.names.chinese.iter().map(|word| (*word, named.unit)));
    let sums = currencies().names(Language::Chinese).map(|(word, money)| (word, Unit::of(Dimension::Money(money))));
    for (word, unit) in named.chain(sums).filter(|(word, _)| !own.contains(*word)) {
        let not_before = guards.get(word).copied().unwrap_or_default();
        words.push(SuffixWord { word: word.into(), suffix: Suffix::Unit(unit), not_before });
    }
    // 元新台幣: the currency stands behind the 元.
    let specified = currencies().names(Language::Chinese).filter(|(_, money)| money.is_some());
    words.extend(specified.map(|(word, money)| SuffixWord {
        word: format!("元{word}").into(),
        suffix: Suffix::Unit(Unit::of(Dimension::Money(money))),
        not_before: "",
    }));
    words
}

/// The suffix that a cell of the table names; `None` for a unit, for which the table lists only what must not follow.
fn suffix_of(means: &str) -> Option<Suffix> {
    Some(match means {
        "percent" => Suffix::Percent(0),
        "permille" => Suffix::Percent(-1),
        "basis_points" => Suffix::Percent(-2),
        "tenths" => Suffix::Tenths,
        "of" => Suffix::Of,
        "year" => Suffix::Year,
        "month" => Suffix::Month,
        "day" => Suffix::Day,
        "decade" => Suffix::Decade,
        "century" => Suffix::Century,
        "quarter" => Suffix::Quarter,
        "years_of_age" => Suffix::TenYearsOfAge,
        "clock" => Suffix::Clock,
        "ordinal" => Suffix::Ordinal,
        "counter" => Suffix::Unit(Unit::NONE),
        "name" => Suffix::Name,
        _ => return None,
    })
}

/// The word behind a number that ends at `at`, and where it ends.
pub fn suffix(text: &Characters, at: usize) -> Option<(Suffix, usize)> {
    WORDS.get(&text.at(at))?.iter().find_map(|word| {
        let end = at + word.word.chars().count();
        let fits = text.starts_with(at, &word.word) && !word.not_before.contains(text.at(end));
        fits.then_some((word.suffix, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        table::tests::check(TABLE, "zh_tw means not_before");
        let is_unit = |word: &str| units().all().iter().any(|named| named.names.chinese.contains(&word));
        for [word, means, not_before] in table::rows(TABLE) {
            assert!(suffix_of(means).is_some() || means == "unit" && is_unit(word) && !not_before.is_empty(), "{word}");
        }
    }

    #[test]
    fn a_suffix_stands_once() {
        let mut words: Vec<_> = all().into_iter().map(|word| word.word).collect();
        words.sort();
        let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        // As an hour and as a counter: 點燃 is neither.
        assert_eq!(twice, ["點"]);
    }
}
