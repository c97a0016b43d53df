//! Currencies: their codes, and how sums in them are written.

use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::{Both, Language, table};

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency([u8; 3]);

/// The currency that a sign or word stands for; `None` where several go by it: $, 元.
pub type Money = Option<Currency>;

/// A currency with its names and forms.
#[derive(Debug)]
pub struct NamedCurrency {
    pub currency: Currency,
    /// The code and others that are in use for it: RMB.
    pub codes: Vec<&'static str>,
    /// Behind a sum; in English in lower case, without a plural in s.
    names: Both<Vec<&'static str>>,
    /// Chinese names before a sum.
    names_before: Vec<&'static str>,
    /// Before a sum: its own (NT$) and those that it shares.
    signs: Vec<&'static str>,
    /// Of a sum in words, `#` for the amount; empty where there is no usual one.
    form: Both<&'static str>,
}

/// All known currencies.
#[derive(Debug)]
pub struct Currencies {
    all: Vec<NamedCurrency>,
    /// In lower case.
    by_code: FxHashMap<String, Currency>,
    /// In lower case.
    by_sign: FxHashMap<String, Money>,
    by_name: Both<FxHashMap<&'static str, Money>>,
    /// Signs, codes and names that stand before a sum in Chinese, the longest first.
    before_chinese: Vec<(&'static str, Money)>,
}

const TABLE: &str = include_str!("currencies.tsv");

/// The currencies that are built in.
pub fn currencies() -> &'static Currencies {
    static CURRENCIES: LazyLock<Currencies> =
        LazyLock::new(|| Currencies::of(table::rows(TABLE).filter_map(NamedCurrency::from_row).collect()));
    &CURRENCIES
}

impl Currency {
    pub const US_DOLLAR: Currency = Currency(*b"USD");

    /// By its code in capitals.
    pub fn from_code(code: &str) -> Option<Currency> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_uppercase).then_some(Currency(code))
    }

    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    fn named(self) -> Option<&'static NamedCurrency> {
        currencies().all.iter().find(|named| named.currency == self)
    }

    /// Whether it is some country's dollar.
    pub fn is_dollar(self) -> bool {
        self.named().is_some_and(|named| named.names.english.contains(&"dollar"))
    }

    /// A sum of it as that language writes it, where there is a usual way to.
    pub fn sum(self, language: Language, amount: &str) -> Option<String> {
        let form = self.named()?.form[language];
        (!form.is_empty()).then(|| form.replace('#', amount))
    }
}

impl Currencies {
    fn of(all: Vec<NamedCurrency>) -> Currencies {
        let codes = all.iter().flat_map(|named| named.codes.iter().map(|code| (code.to_lowercase(), named.currency)));
        let by_code = codes.collect();
        let by_sign =
            shared(all.iter().map(|named| (named.currency, named.signs.iter().map(|sign| sign.to_lowercase()))));
        let by_name = Both::from_fn(|language| {
            shared(all.iter().map(|named| (named.currency, named.names[language].iter().copied())))
        });
        let before = all.iter().map(|named| {
            let names = [&named.signs, &named.codes, &named.names_before];
            (named.currency, names.into_iter().flatten().copied())
        });
        let mut before_chinese: Vec<(&str, Money)> = shared(before).into_iter().collect();
        before_chinese.sort_unstable_by_key(|(name, _)| (Reverse(name.len()), *name));
        Currencies { all, by_code, by_sign, by_name, before_chinese }
    }

    pub fn all(&self) -> &[NamedCurrency] {
        &self.all
    }

    /// By a code in lower case.
    pub fn by_code(&self, code: &str) -> Option<Currency> {
        self.by_code.get(code).copied()
    }

    /// By a sign in lower case, with or without the letters before it: nt$, €.
    pub fn by_sign(&self, sign: &str) -> Option<Money> {
        self.by_sign.get(sign).copied()
    }

    /// Whether a sum may begin with the sign: $, €.
    pub fn is_sign(&self, sign: char) -> bool {
        let mut buffer = [0; 4];
        self.by_sign.contains_key(&*sign.encode_utf8(&mut buffer))
    }

    /// By the name that stands behind a sum, in English in lower case.
    pub fn by_name(&self, language: Language, name: &str) -> Option<Money> {
        self.by_name[language].get(name).copied()
    }

    /// Every name in that language that stands behind a sum.
    pub fn names(&self, language: Language) -> impl Iterator<Item = (&'static str, Money)> {
        self.by_name[language].iter().map(|(name, money)| (*name, *money))
    }

    /// Signs, codes and names that stand before a sum in Chinese, the longest first.
    pub fn before_chinese(&self) -> impl Iterator<Item = (&'static str, Money)> {
        self.before_chinese.iter().copied()
    }

    /// Beginnings of the usual forms of sums, that of NT$ by its last character.
    pub fn beginnings(&self) -> impl Iterator<Item = &'static str> {
        let forms = self.all.iter().flat_map(|named| [named.form.english, named.form.chinese]);
        let beginnings = forms.filter_map(|form| form.split('#').next()).filter(|beginning| !beginning.is_empty());
        beginnings.map(|beginning| match beginning.char_indices().next_back() {
            Some((at, last)) if self.is_sign(last) => &beginning[at..],
            _ => beginning,
        })
    }
}

/// Each name with its currency; none for a name that several have.
fn shared<N: std::hash::Hash + Eq>(
    names: impl Iterator<Item = (Currency, impl Iterator<Item = N>)>,
) -> FxHashMap<N, Money> {
    let mut shared = FxHashMap::default();
    for (currency, names) in names {
        for name in names {
            let own = Some(currency);
            shared.entry(name).and_modify(|known| *known = if *known == own { own } else { None }).or_insert(own);
        }
    }
    shared
}

impl NamedCurrency {
    fn from_row(row: [&'static str; 8]) -> Option<NamedCurrency> {
        let [code, aliases, chinese, names_before, english, signs, chinese_form, english_form] = row;
        Some(NamedCurrency {
            currency: Currency::from_code(code)?,
            codes: std::iter::once(code).chain(table::values(aliases)).collect(),
            names: Both::new(chinese, english).map(table::values),
            names_before: table::values(names_before),
            signs: table::values(signs),
            form: Both::new(chinese_form, english_form),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        table::tests::check(TABLE, "code aliases zh_tw zh_before en signs zh_sum en_sum");
        assert_eq!(currencies().all().len(), table::rows::<8>(TABLE).count(), "every row has a code");
        assert_eq!(currencies().by_code.len(), currencies().all.iter().map(|named| named.codes.len()).sum::<usize>());
        for named in currencies().all() {
            assert!(named.names.english.iter().all(|name| *name == name.to_lowercase()), "{named:?}");
            for form in named.form.into_array() {
                assert!(form.is_empty() || form.matches('#').count() == 1, "{named:?}");
            }
        }
    }

    #[test]
    fn what_several_currencies_share() {
        let shared = |names: &mut dyn Iterator<Item = (&'static str, Money)>| -> Vec<&str> {
            let mut names: Vec<&str> = names.filter(|(_, money)| money.is_none()).map(|(name, _)| name).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(shared(&mut currencies().names(Language::Chinese)), ["元", "圓", "塊錢"]);
        assert_eq!(shared(&mut currencies().before_chinese()), ["$", "¥"]);
        assert_eq!(shared(&mut currencies().names(Language::English)), ["dollar"]);
    }

    #[test]
    fn sums() {
        let usd = Currency::US_DOLLAR;
        assert_eq!(usd.sum(Language::English, "527 billion").as_deref(), Some("$527 billion"));
        let twd = currencies().by_code("ntd").expect("a currency");
        assert_eq!(twd.sum(Language::Chinese, "30億").as_deref(), Some("新台幣30億元"));
        assert_eq!(currencies().by_code("krw").and_then(|won| won.sum(Language::English, "5")), None);
        assert_eq!([usd, twd].map(Currency::is_dollar), [true; 2]);
        assert_eq!(currencies().by_code("rmb").map(Currency::is_dollar), Some(false));
        assert_eq!(currencies().by_sign("nt$"), Some(Some(twd)));
        assert_eq!(currencies().by_sign("$"), Some(None));
        let beginnings: Vec<&str> = currencies().beginnings().collect();
        assert_eq!(beginnings, ["$", "$", "新台幣", "RMB ", "人民幣", "¥", "€", "£"]);
    }
}
