//! A pair of one thing in Chinese and one in English, so that code for either is written once.

use std::ops::{Index, IndexMut};

use super::Language;

/// One of something for each language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Both<T> {
    pub chinese: T,
    pub english: T,
}

impl<T> Both<T> {
    pub const fn new(chinese: T, english: T) -> Both<T> {
        Both { chinese, english }
    }

    /// Calls `make` for each language, Chinese first.
    pub fn from_fn(mut make: impl FnMut(Language) -> T) -> Both<T> {
        Both { chinese: make(Language::Chinese), english: make(Language::English) }
    }

    /// `own` for `language` and `other` for the other one.
    pub fn of(language: Language, own: T, other: T) -> Both<T> {
        match language {
            Language::Chinese => Both::new(own, other),
            Language::English => Both::new(other, own),
        }
    }

    pub fn as_ref(&self) -> Both<&T> {
        Both { chinese: &self.chinese, english: &self.english }
    }

    pub fn as_mut(&mut self) -> Both<&mut T> {
        Both { chinese: &mut self.chinese, english: &mut self.english }
    }

    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Both<U> {
        Both { chinese: change(self.chinese), english: change(self.english) }
    }

    pub fn zip<U>(self, other: Both<U>) -> Both<(T, U)> {
        Both { chinese: (self.chinese, other.chinese), english: (self.english, other.english) }
    }

    /// Exchanges the two.
    pub fn swap(self) -> Both<T> {
        Both { chinese: self.english, english: self.chinese }
    }

    /// Each with its language, Chinese first.
    pub fn each(&self) -> [(Language, &T); 2] {
        [(Language::Chinese, &self.chinese), (Language::English, &self.english)]
    }

    pub fn into_array(self) -> [T; 2] {
        [self.chinese, self.english]
    }
}

impl<T> Both<Option<T>> {
    /// The pair, where both are there.
    pub fn all(self) -> Option<Both<T>> {
        Some(Both { chinese: self.chinese?, english: self.english? })
    }
}

impl<T> Index<Language> for Both<T> {
    type Output = T;

    fn index(&self, language: Language) -> &T {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }
}

impl<T> IndexMut<Language> for Both<T> {
    fn index_mut(&mut self, language: Language) -> &mut T {
        match language {
            Language::Chinese => &mut self.chinese,
            Language::English => &mut self.english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own() {
        let mut labels = Both::new("摘要", "Summary");
        assert_eq!(labels[Language::English], "Summary");
        assert_eq!(labels.swap()[Language::English], "摘要");
        assert_eq!(Both::of(Language::English, "Summary", "摘要"), labels);
        labels[Language::Chinese] = "重點";
        assert_eq!(labels.map(str::len), Both::new(6, 7));
        assert_eq!(Both::new(Some(1), None::<i32>).all(), None);
    }
}
