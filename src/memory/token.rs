//! Tokens, the units of comparison: a Han character or a word, whatever its case, width or variant.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::lexicon::{traditional, unvaried};
use crate::text::{Span, half_width, is_han, is_latin};

/// A Han character, a word or a number of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashedToken {
    /// In bytes of the text.
    pub span: Span,
    /// Equal for all spellings: 臺 and 台, Ａ and a. Two words may share one by chance.
    pub key: u32,
}

/// Tokens of `text`, without the marks and blanks between them; a number keeps its points and commas.
pub fn tokens(text: &str) -> Vec<HashedToken> {
    let mut tokens = Vec::with_capacity(text.len() / 3);
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if is_han(c) {
            let span = Span::new(start, start + c.len_utf8());
            tokens.push(HashedToken { span, key: u32::from(unvaried(traditional(c))) });
        } else if c.is_alphanumeric() {
            let mut word = WordBuilder::begin(start, c);
            while let Some(&(at, c)) = chars.peek() {
                let behind = text[at + c.len_utf8()..].chars().next();
                if !word.takes(at, c, behind) {
                    break;
                }
                chars.next();
            }
            tokens.push(word.token());
        }
    }
    tokens
}

struct WordBuilder {
    span: Span,
    last: char,
    hasher: FxHasher,
}

impl WordBuilder {
    fn begin(start: usize, c: char) -> WordBuilder {
        let mut word = WordBuilder { span: Span::at(start), last: c, hasher: FxHasher::default() };
        word.add(start, c);
        word
    }

    /// Adds a letter or digit, or a mark inside the word: 52.7, China's. False at the word's end.
    fn takes(&mut self, at: usize, c: char, behind: Option<char>) -> bool {
        let joins = match c {
            '.' | ',' => self.last.is_ascii_digit() && behind.is_some_and(|behind| behind.is_ascii_digit()),
            '\'' | '’' => behind.is_some_and(is_latin),
            _ => false,
        };
        if !joins && !is_latin(c) {
            return false;
        }
        self.add(at, c);
        true
    }

    fn add(&mut self, at: usize, c: char) {
        self.span.end = at + c.len_utf8();
        self.last = c;
        // 1,000 is 1000, and an apostrophe has two forms.
        if !matches!(c, ',' | '\'' | '’') {
            half_width(c).to_lowercase().for_each(|c| self.hasher.write_u32(u32::from(c)));
        }
    }

    fn token(self) -> HashedToken {
        let hash = self.hasher.finish();
        // The highest bit keeps words apart from Han characters.
        HashedToken { span: self.span, key: (hash ^ (hash >> 32)) as u32 | 1 << 31 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tokens(text).iter().map(|token| &text[token.span]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn characters_words_and_numbers() {
        check("中國，AI。", &["中", "國", "AI"]);
        check("China’s AI grew 3.5%, or $1,000.", &["China’s", "AI", "grew", "3.5", "or", "1,000"]);
        check("527億美元 😀", &["527", "億", "美", "元"]);
        check("the U.S.-led 'plan'", &["the", "U", "S", "led", "plan"]);
        check("", &[]);
    }

    #[test]
    fn spellings_share_a_key() {
        let keys = |text: &str| tokens(text).iter().map(|token| token.key).collect::<Vec<_>>();
        for (one, other) in [("臺灣", "台湾"), ("ＡＩ", "ai"), ("China’s", "china's"), ("1,000人", "1000 人")]
        {
            assert_eq!(keys(one), keys(other), "{one}");
        }
        assert_ne!(keys("3.5"), keys("35"));
        assert_ne!(keys("灣"), keys("港"));
    }
}
