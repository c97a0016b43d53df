//! Units of measure and what both languages call them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::currencies::Currency;
use crate::language::{Both, table};

/// The unit of an amount; amounts of different dimensions are never the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    pub dimension: Dimension,
    /// How many base units one of it is: 12 in 年, for months.
    pub size: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// A bare number, or things that both languages count freely.
    Count,
    People,
    /// `None`: a currency that is not named (元, $).
    Money(Option<Currency>),
    /// In months.
    Months,
    /// In seconds, weeks at most.
    Time,
    /// Years of life.
    Age,
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In kilograms.
    Mass,
    Temperature,
    /// Degrees of an unnamed scale.
    Degrees,
    /// 倍, times, -fold.
    Multiple,
    /// 次, times.
    Occasions,
    /// Measures of one culture that the other converts: 斤, acres, °F.
    Customary,
}

impl Unit {
    pub const NONE: Unit = Unit::of(Dimension::Count);

    pub const fn of(dimension: Dimension) -> Unit {
        Unit { dimension, size: 1.0 }
    }

    pub const fn sized(dimension: Dimension, size: f64) -> Unit {
        Unit { dimension, size }
    }
}

impl Dimension {
    /// By its name in the table; money has a table of its own.
    fn from_name(name: &str) -> Option<Dimension> {
        Some(match name {
            "count" => Dimension::Count,
            "people" => Dimension::People,
            "months" => Dimension::Months,
            "time" => Dimension::Time,
            "age" => Dimension::Age,
            "length" => Dimension::Length,
            "area" => Dimension::Area,
            "mass" => Dimension::Mass,
            "temperature" => Dimension::Temperature,
            "degrees" => Dimension::Degrees,
            "multiple" => Dimension::Multiple,
            "occasions" => Dimension::Occasions,
            "customary" => Dimension::Customary,
            _ => return None,
        })
    }
}

/// A unit with its names.
#[derive(Debug)]
pub struct NamedUnit {
    pub unit: Unit,
    /// The English word to write.
    pub singular: &'static str,
    /// Empty where amounts are not put into words in this unit.
    pub plural: &'static str,
    /// Behind a number. The Chinese one to write stands first; English ones are in lower case, without a plural in s.
    pub names: Both<Vec<&'static str>>,
    /// Letters glued to a number in Chinese.
    pub symbols: Vec<&'static str>,
}

/// All known units.
#[derive(Debug)]
pub struct Units {
    all: Vec<NamedUnit>,
    by_english: FxHashMap<&'static str, Unit>,
    by_symbol: FxHashMap<&'static str, Unit>,
}

const TABLE: &str = include_str!("units.tsv");

/// The units that are built in.
pub fn units() -> &'static Units {
    static UNITS: LazyLock<Units> =
        LazyLock::new(|| Units::of(table::rows(TABLE).filter_map(NamedUnit::from_row).collect()));
    &UNITS
}

impl Units {
    fn of(all: Vec<NamedUnit>) -> Units {
        let names = |names: fn(&NamedUnit) -> &[&'static str]| {
            all.iter().flat_map(move |named| names(named).iter().map(|name| (*name, named.unit))).collect()
        };
        let (by_english, by_symbol) = (names(|named| &named.names.english), names(|named| &named.symbols));
        Units { all, by_english, by_symbol }
    }

    pub fn all(&self) -> &[NamedUnit] {
        &self.all
    }

    /// The unit that an English word in lower case names.
    pub fn by_english_name(&self, word: &str) -> Option<Unit> {
        self.by_english.get(word).copied()
    }

    /// The unit of letters that are glued to a number: km, GW.
    pub fn by_symbol(&self, letters: &str) -> Option<Unit> {
        self.by_symbol.get(letters).copied()
    }

    /// The entry by whose names amounts in this unit are put into words.
    pub fn worded(&self, unit: Unit) -> Option<&NamedUnit> {
        self.all.iter().find(|named| named.unit == unit && !named.plural.is_empty())
    }
}

impl NamedUnit {
    fn from_row(row: [&'static str; 7]) -> Option<NamedUnit> {
        let [singular, plural, dimension, size, chinese, english, symbols] = row;
        Some(NamedUnit {
            unit: Unit::sized(Dimension::from_name(dimension)?, size.parse().ok()?),
            singular,
            plural,
            names: Both::new(chinese, english).map(table::values),
            symbols: table::values(symbols),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_table_is_whole() {
        table::tests::check(TABLE, "unit plural dimension size zh_tw en symbols");
        let rows = table::rows(TABLE).map(|row: [&str; 7]| NamedUnit::from_row(row).ok_or(row[0]));
        let all = rows.collect::<Result<Vec<_>, _>>().expect("a dimension and a size");
        assert!(all.iter().all(|named| named.unit.size > 0.0));
        let columns: [fn(&NamedUnit) -> &[&str]; 3] =
            [|named| &named.names.chinese, |named| &named.names.english, |named| &named.symbols];
        for names in columns {
            let mut seen = HashSet::new();
            assert!(all.iter().flat_map(names).all(|name| seen.insert(name)), "{seen:?}");
        }
        assert!(all.iter().flat_map(|named| &named.names.english).all(|word| *word == word.to_lowercase()));
    }

    #[test]
    fn one_unit_has_one_wording() {
        for named in units().all().iter().filter(|named| !named.plural.is_empty()) {
            assert!(!named.names.chinese.is_empty(), "{}", named.singular);
            let worded = units().worded(named.unit).map(|worded| worded.singular);
            assert_eq!(worded, Some(named.singular));
        }
    }
}
