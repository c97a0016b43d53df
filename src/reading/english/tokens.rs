//! English prose cut into words, numbers and signs.

use crate::reading::amount::Amount;
use crate::text::{Span, half_width, is_blank};

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EnglishToken {
    pub kind: EnglishTokenKind,
    /// In bytes of the text.
    pub span: Span,
    /// Whether no blank stands before it.
    pub glued: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum EnglishTokenKind {
    /// Letters only.
    Word,
    Number(Digits),
    /// Half-width; all hyphens are one, all apostrophes too.
    Sign(char),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Digits {
    pub amount: Amount,
    /// Number of digits.
    pub length: usize,
    /// Whether it has a comma or point, so that it is no year or day.
    pub marked: bool,
}

/// A text with its tokens. Words are compared in lower case.
pub struct EnglishTokens<'t> {
    text: &'t str,
    lower: String,
    list: Vec<EnglishToken>,
}

impl<'t> EnglishTokens<'t> {
    pub fn of(text: &'t str) -> EnglishTokens<'t> {
        EnglishTokens { text, lower: text.to_ascii_lowercase(), list: tokens(text) }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn get(&self, index: usize) -> Option<EnglishToken> {
        self.list.get(index).copied()
    }

    pub fn before(&self, index: usize) -> Option<EnglishToken> {
        self.get(index.checked_sub(1)?)
    }

    /// The word at `index` in lower case; empty where no word stands.
    pub fn word(&self, index: usize) -> &str {
        self.get(index)
            .filter(|token| token.kind == EnglishTokenKind::Word)
            .map_or("", |token| &self.lower[token.span.range()])
    }

    /// The word before `index` in lower case; empty where no word stands.
    pub fn word_before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |index| self.word(index))
    }

    /// The word as it is written.
    pub fn written(&self, index: usize) -> &'t str {
        self.get(index).filter(|token| token.kind == EnglishTokenKind::Word).map_or("", |token| &self.text[token.span])
    }

    pub fn digits(&self, index: usize) -> Option<Digits> {
        match self.get(index)?.kind {
            EnglishTokenKind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// NUL where no sign stands.
    pub fn sign(&self, index: usize) -> char {
        match self.get(index).map(|token| token.kind) {
            Some(EnglishTokenKind::Sign(sign)) => sign,
            _ => '\0',
        }
    }

    pub fn sign_before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\0', |index| self.sign(index))
    }

    pub fn is_glued(&self, index: usize) -> bool {
        self.get(index).is_some_and(|token| token.glued)
    }

    /// Whether the words from `index` on are these, hyphens between them or not.
    pub fn starts_with(&self, index: usize, words: &str) -> Option<usize> {
        let mut at = index;
        for word in words.split(' ') {
            at += usize::from(at > index && self.sign(at) == '-');
            if self.word(at) != word {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Behind a hyphen at `index`, if one stands there.
    pub fn skip_hyphen(&self, index: usize) -> usize {
        index + usize::from(self.sign(index) == '-')
    }

    /// From the first token to the one before `end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let last = &self.list[end.max(start + 1).min(self.list.len()) - 1];
        self.list[start].span.cover(last.span)
    }
}

fn tokens(text: &str) -> Vec<EnglishToken> {
    let mut list = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    let mut glued = false;
    while let Some((start, c)) = chars.next() {
        let c = plain(c);
        if is_blank(c) || matches!(c, '\n' | '\r') {
            glued = false;
            continue;
        }
        let kind = if c.is_ascii_digit() {
            digits(c, &mut chars)
        } else if c.is_alphabetic() {
            while chars.next_if(|(_, c)| plain(*c).is_alphabetic()).is_some() {}
            EnglishTokenKind::Word
        } else {
            EnglishTokenKind::Sign(c)
        };
        let end = chars.peek().map_or(text.len(), |(end, _)| *end);
        list.push(EnglishToken { kind, span: Span::new(start, end), glued });
        glued = true;
    }
    list
}

type CharsAhead<'t> = std::iter::Peekable<std::str::CharIndices<'t>>;

/// 2,200 or 3.5: a comma stands before three digits, a point before any.
fn digits(first: char, chars: &mut CharsAhead) -> EnglishTokenKind {
    let value = |c: char| c.to_digit(10).unwrap_or(0) as u8;
    let (mut whole, mut fraction) = (vec![value(first)], Vec::new());
    let mut marked = false;
    loop {
        if let Some((_, c)) = chars.next_if(|(_, c)| plain(*c).is_ascii_digit()) {
            if whole.len() < 400 {
                whole.push(value(plain(c)));
            }
            continue;
        }
        let mut ahead = chars.clone();
        let mark = ahead.next().map(|(_, c)| plain(c));
        let next: Vec<char> = ahead.take(4).map(|(_, c)| plain(c)).collect();
        let run = next.iter().take_while(|c| c.is_ascii_digit()).count();
        match mark {
            Some(',') if run == 3 && (marked || whole.len() <= 3) => {
                chars.next();
                marked = true;
            }
            Some('.') if run > 0 => {
                chars.next();
                marked = true;
                while let Some((_, c)) = chars.next_if(|(_, c)| plain(*c).is_ascii_digit()) {
                    if fraction.len() < 400 {
                        fraction.push(value(plain(c)));
                    }
                }
                break;
            }
            _ => break,
        }
    }
    let length = whole.len() + fraction.len();
    // 2 ½
    let mut ahead = chars.clone();
    let half = ahead.find(|(_, c)| *c != ' ').and_then(|(_, c)| vulgar_fraction(c));
    if let (Some(digits), true) = (half, fraction.is_empty()) {
        while chars.next_if(|(_, c)| *c == ' ').is_some() {}
        chars.next();
        marked = true;
        fraction.extend_from_slice(digits);
    }
    EnglishTokenKind::Number(Digits {
        amount: Amount::from_digits(whole.into_iter(), fraction.into_iter()),
        length,
        marked,
    })
}

fn vulgar_fraction(c: char) -> Option<&'static [u8]> {
    match c {
        '½' => Some(&[5]),
        '¼' => Some(&[2, 5]),
        '¾' => Some(&[7, 5]),
        _ => None,
    }
}

fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '−' | '~' => '-',
        '’' | '‘' | '`' => '\'',
        _ => half_width(c),
    }
}
