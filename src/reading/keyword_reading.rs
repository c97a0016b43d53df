//! The keyword field's value as a list of items, each with the known keyword that it stands for.

use std::collections::HashMap;

use super::keyword_list::KeywordList;
use crate::language::Language;
use crate::lexicon::{Keyword, KeywordMatch, Keywords, fold_prose, has_simplified};
use crate::text::{Span, is_han};

/// An item of the list, with the keyword that it stands for.
#[derive(Debug, Clone, Copy)]
pub struct KeywordItem<'a> {
    pub span: Span,
    pub text: &'a str,
    pub meaning: KeywordMeaning<&'a Keyword>,
    /// Index of the first item that says the same.
    pub repeats: Option<usize>,
}

/// The meaning of an item, with its keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeywordMeaning<K> {
    Chinese(K),
    English(K),
    /// Known, but written in simplified characters.
    Simplified(K),
    /// Nearly a known one.
    Misspelt(K),
    Unknown,
}

/// A value that was read; places are bytes from its start.
#[derive(Debug)]
pub struct KeywordReading {
    pub list: KeywordList,
    /// Of each item, the keyword by index, and the first item that says the same.
    meanings: Vec<(KeywordMeaning<usize>, Option<usize>)>,
}

impl KeywordReading {
    pub fn of(text: &str, known: &Keywords) -> KeywordReading {
        let list = KeywordList::read(text, Span::new(0, text.len()), known);
        let mut first_of: HashMap<String, usize> = HashMap::new();
        let mut meanings = Vec::with_capacity(list.items.len());
        for (i, &span) in list.items.iter().enumerate() {
            let meaning = KeywordMeaning::of(&text[span], known);
            let identity =
                meaning.keyword().map_or_else(|| fold_prose(&text[span]), |keyword| keyword.name.chinese.to_owned());
            let first = *first_of.entry(identity).or_insert(i);
            meanings.push((meaning.map(|keyword| known.index(keyword)), (first != i).then_some(first)));
        }
        KeywordReading { list, meanings }
    }

    /// Its items where it is the reading of the value at `value` in `text`, made with the same keywords.
    pub fn items<'a>(&self, text: &'a str, value: Span, known: &'a Keywords) -> Vec<KeywordItem<'a>> {
        let item = |(span, &(meaning, repeats)): (&Span, &(KeywordMeaning<usize>, Option<usize>))| {
            let span = span.shift(value.start);
            KeywordItem { span, text: &text[span], meaning: meaning.map(|index| &known.all()[index]), repeats }
        };
        self.list.items.iter().zip(&self.meanings).map(item).collect()
    }
}

impl<'k> KeywordMeaning<&'k Keyword> {
    fn of(text: &str, keywords: &'k Keywords) -> KeywordMeaning<&'k Keyword> {
        match keywords.lookup(text).or_else(|| known_part(text, keywords)) {
            Some(KeywordMatch { keyword, .. }) if has_simplified(text) => KeywordMeaning::Simplified(keyword),
            Some(KeywordMatch { keyword, language: Language::English }) => KeywordMeaning::English(keyword),
            Some(KeywordMatch { keyword, language: Language::Chinese }) => KeywordMeaning::Chinese(keyword),
            None => keywords.closest(text).map_or(KeywordMeaning::Unknown, KeywordMeaning::Misspelt),
        }
    }

    /// The keyword that is surely meant.
    pub fn keyword(self) -> Option<&'k Keyword> {
        match self {
            KeywordMeaning::Chinese(keyword)
            | KeywordMeaning::English(keyword)
            | KeywordMeaning::Simplified(keyword) => Some(keyword),
            KeywordMeaning::Misspelt(_) | KeywordMeaning::Unknown => None,
        }
    }
}

impl<K> KeywordMeaning<K> {
    fn map<L>(self, change: impl Fn(K) -> L) -> KeywordMeaning<L> {
        match self {
            KeywordMeaning::Chinese(keyword) => KeywordMeaning::Chinese(change(keyword)),
            KeywordMeaning::English(keyword) => KeywordMeaning::English(change(keyword)),
            KeywordMeaning::Simplified(keyword) => KeywordMeaning::Simplified(change(keyword)),
            KeywordMeaning::Misspelt(keyword) => KeywordMeaning::Misspelt(change(keyword)),
            KeywordMeaning::Unknown => KeywordMeaning::Unknown,
        }
    }
}

/// The Chinese keyword of `人工智慧（AI）` or `AI（人工智慧）`.
fn known_part<'k>(text: &str, keywords: &'k Keywords) -> Option<KeywordMatch<'k>> {
    let (outside, inside) = text.strip_suffix([')', '）'])?.split_once(['(', '（'])?;
    let chinese = [outside, inside].into_iter().filter(|part| part.contains(is_han));
    chinese.filter_map(|part| keywords.lookup(part)).next()
}
