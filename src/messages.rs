//! Messages for users: each in English and in Traditional Chinese, in the table of the module that says it.
//!
//! A message says what is wrong and what to do. A row does not compile while one language is missing.

use std::fmt::Display;
use std::sync::Arc;

use crate::language::{Both, Language};

/// The language that messages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    #[default]
    English,
    Chinese,
}

impl Locale {
    /// The language of the messages themselves.
    pub fn language(self) -> Language {
        match self {
            Locale::English => Language::English,
            Locale::Chinese => Language::Chinese,
        }
    }

    /// From a language tag or a POSIX locale: `zh-TW`, `zh_TW.UTF-8`, `en`…
    pub fn from_tag(tag: &str) -> Locale {
        if tag.to_ascii_lowercase().starts_with("zh") { Locale::Chinese } else { Locale::English }
    }

    /// From the environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
    pub fn from_environment() -> Locale {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
            .map_or(Locale::English, |tag| Locale::from_tag(&tag))
    }
}

/// A message of any table in both languages, for readers whose language is not known yet. Clones share the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized(Both<Arc<str>>);

impl Localized {
    /// `text` gives the sentence in each locale.
    pub fn new(text: impl Fn(Locale) -> String) -> Localized {
        Localized(Both::new(Locale::Chinese, Locale::English).map(|locale| text(locale).into()))
    }

    pub fn text(&self, locale: Locale) -> &str {
        &self.0[locale.language()]
    }
}

/// A value that a message names.
pub trait Argument {
    fn in_locale(&self, locale: Locale) -> impl Display;
}

impl<T: Display> Argument for T {
    fn in_locale(&self, _: Locale) -> impl Display {
        self
    }
}

impl Argument for Language {
    fn in_locale(&self, locale: Locale) -> impl Display {
        match (self, locale) {
            (Language::Chinese, Locale::English) => "Chinese",
            (Language::Chinese, Locale::Chinese) => "中文",
            (Language::English, Locale::English) => "English",
            (Language::English, Locale::Chinese) => "英文",
        }
    }
}

/// Declares a table of messages as an enum: a row has the name of a message, its arguments, others that `where` makes of
/// them, and the sentence in English and in Chinese.
macro_rules! messages {
    (
        $(#[$about:meta])*
        pub enum $table:ident {
            $(
                $name:ident $({ $($argument:ident: $kind:ty),* })? $(where $made:ident = $of:expr)? =>
                    $english:literal, $chinese:literal;
            )*
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $table {
            $($name $({ $($argument: $kind),* })?,)*
        }

        impl $table {
            pub fn text(&self, locale: $crate::messages::Locale) -> String {
                use $crate::messages::Locale::{Chinese, English};
                match (self, locale) {
                    $(
                        ($table::$name $({ $($argument),* })?, English) =>
                            $crate::messages::messages!(@say $english, English, [$($($argument)*)?], [$($made = $of)?]),
                        ($table::$name $({ $($argument),* })?, Chinese) =>
                            $crate::messages::messages!(@say $chinese, Chinese, [$($($argument)*)?], [$($made = $of)?]),
                    )*
                }
            }
        }

        impl From<$table> for $crate::messages::Localized {
            fn from(message: $table) -> $crate::messages::Localized {
                $crate::messages::Localized::new(|locale| message.text(locale))
            }
        }
    };
    // A block of its own for each language: an argument that one of them leaves out is a variable that nobody uses.
    (@say $sentence:literal, $locale:ident, [$($argument:ident)*], [$($made:ident = $of:expr)?]) => {{
        $(let $made = &$of;)?
        $(let $argument = $crate::messages::Argument::in_locale($argument, $locale);)*
        $(let $made = $crate::messages::Argument::in_locale($made, $locale);)?
        format!($sentence)
    }};
}
pub(crate) use messages;

messages! {
    /// Messages of more than one module.
    pub enum Shared {
        RenameLabel { to: &'static str } => "Rename to {to}", "改為「{to}」";
        ReplaceBy { text: String } => "Replace with “{text}”", "改為「{text}」";
        ChinesePartner => "this is its Chinese partner", "對應的中文在這裡";
        CannotRead { reason: String } => "cannot be read: {reason}", "無法讀取：{reason}";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    messages! {
        pub enum Message {
            Misspelt { label: String, meant: &'static str } =>
                "“{label}” is no known label; did you mean {meant}?", "不認得標籤「{label}」，您是不是要寫「{meant}」？";
            Untranslated { language: Language, number: usize } where other = language.other() =>
                "{language} point {number} is still {other}", "{language}第 {number} 點仍是{other}";
        }
    }

    #[test]
    fn tags_choose_the_language() {
        for tag in ["zh-TW", "zh_TW.UTF-8", "zh-hant", "zh", "ZH-tw"] {
            assert_eq!(Locale::from_tag(tag), Locale::Chinese);
        }
        for tag in ["en", "C.UTF-8", "de-DE", ""] {
            assert_eq!(Locale::from_tag(tag), Locale::English);
        }
    }

    #[track_caller]
    fn check(message: Message, english: &str, chinese: &str) {
        assert_eq!(message.text(Locale::English), english);
        assert_eq!(message.text(Locale::Chinese), chinese);
        let localized = Localized::from(message);
        assert_eq!([localized.text(Locale::English), localized.text(Locale::Chinese)], [english, chinese]);
    }

    #[test]
    fn arguments_stand_in_both_languages() {
        check(
            Message::Misspelt { label: "日期/Data".into(), meant: "日期/Date" },
            "“日期/Data” is no known label; did you mean 日期/Date?",
            "不認得標籤「日期/Data」，您是不是要寫「日期/Date」？",
        );
    }

    #[test]
    fn languages_are_named_in_the_readers_own() {
        check(
            Message::Untranslated { language: Language::English, number: 2 },
            "English point 2 is still Chinese",
            "英文第 2 點仍是中文",
        );
        check(
            Message::Untranslated { language: Language::Chinese, number: 3 },
            "Chinese point 3 is still English",
            "中文第 3 點仍是英文",
        );
    }
}
