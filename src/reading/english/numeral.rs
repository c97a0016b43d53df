//! One English numeral: 1,200, 2.5 million, 5bn, fifteen thousand and seventy-five, two and a half, a dozen.

use super::tokens::EnglishTokens;
use crate::reading::amount::Amount;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EnglishNumeral {
    pub amount: Amount,
    /// Index of the token behind it.
    pub end: usize,
    /// Whether it is spelled out.
    pub in_words: bool,
    /// Places of its scale word, 6 for million; 0 for none.
    pub scale: i16,
    /// Number of digits; 0 for words.
    pub length: usize,
    /// Whether it has a comma or point.
    pub marked: bool,
    /// Whether it only tells a size: "a hundred", "dozens".
    pub vague: bool,
}

/// The numeral that begins at token `start`.
pub fn read(tokens: &EnglishTokens, start: usize) -> Option<EnglishNumeral> {
    let numeral = match tokens.digits(start) {
        Some(digits) => EnglishNumeral {
            amount: digits.amount,
            end: start + 1,
            in_words: false,
            scale: 0,
            length: digits.length,
            marked: digits.marked,
            vague: false,
        },
        None => in_words(tokens, start)?,
    };
    let numeral = with_half(tokens, numeral);
    Some(scaled(tokens, numeral))
}

/// Whether a numeral may begin with `word`.
pub fn begins(word: &str) -> bool {
    matches!(word, "a" | "an" | "half" | "hundred" | "thousand" | "dozen") || small(word).is_some()
}

/// The value of a number word below one hundred.
pub fn small(word: &str) -> Option<u64> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// Scale words as powers of ten. Letters alone count only glued to a number: 5m, 3k.
fn scale(word: &str, glued: bool) -> Option<i16> {
    Some(match word {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "mn" | "mln" => 6,
        "crore" | "crores" => 7,
        "billion" | "bn" | "bln" => 9,
        "trillion" | "tn" | "trn" | "tcm" => 12,
        // Cubic metres, tonnes a year and barrels a day, which hold their scale.
        "bcm" => 9,
        "mcm" | "mtpa" | "mbpd" | "mmbpd" => 6,
        "kbpd" => 3,
        "quadrillion" => 15,
        "k" if glued => 3,
        "m" if glued => 6,
        "b" if glued => 9,
        _ => return None,
    })
}

/// Scale words behind the number, more than one too: 3 hundred thousand, 10-million.
fn scaled(tokens: &EnglishTokens, mut numeral: EnglishNumeral) -> EnglishNumeral {
    loop {
        let at = tokens.skip_hyphen(numeral.end);
        let glued = at == numeral.end && tokens.is_glued(at) && !numeral.in_words;
        if let Some(places) = scale(tokens.word(at), glued) {
            numeral.amount = numeral.amount.shifted(places);
            numeral.scale = numeral.scale.max(places);
            numeral.end = at + 1;
        } else if tokens.word(at) == "dozen" && numeral.scale == 0 {
            numeral.amount = numeral.amount.times(12);
            numeral.end = at + 1;
            numeral.vague = true;
        } else {
            return numeral;
        }
    }
}

/// "two and a half": the scale word stands behind.
fn with_half(tokens: &EnglishTokens, numeral: EnglishNumeral) -> EnglishNumeral {
    match tokens.starts_with(numeral.end, "and a half") {
        Some(end) => EnglishNumeral { amount: numeral.amount.plus(Amount::new(5, -1)), end, marked: true, ..numeral },
        None => numeral,
    }
}

fn in_words(tokens: &EnglishTokens, start: usize) -> Option<EnglishNumeral> {
    let numeral = |amount, end, scale, vague| EnglishNumeral {
        amount,
        end,
        in_words: true,
        scale,
        length: 0,
        marked: false,
        vague,
    };
    match tokens.word(start) {
        // "half a million", "a half-million".
        "half" => {
            let next = start + 1 + usize::from(matches!(tokens.word(start + 1), "a" | "an"));
            let at = tokens.skip_hyphen(next);
            let is_scale = scale(tokens.word(at), false).is_some_and(|places| places > 2) || tokens.word(at) == "dozen";
            is_scale.then(|| numeral(Amount::new(5, -1), at, 0, false))
        }
        "a" | "an" => article(tokens, start),
        "hundred" | "thousand" | "dozen" => Some(numeral(Amount::from(1), start, 0, true)),
        _ => spelled_out(tokens, start),
    }
}

/// "a hundred and two", "a million".
fn article(tokens: &EnglishTokens, start: usize) -> Option<EnglishNumeral> {
    let word = tokens.word(start + 1);
    if scale(word, false).is_none() && word != "dozen" {
        return None;
    }
    let amount = Amount::from(1);
    let mut numeral =
        EnglishNumeral { amount, end: start + 1, in_words: true, scale: 0, length: 0, marked: false, vague: true };
    if let Some(rest) = sums(tokens, start + 1, 1) {
        numeral.amount = rest.0;
        numeral.end = rest.1;
        numeral.vague = rest.0.significant_digits() <= 1;
        numeral.scale = if rest.0.to_f64() >= 1000.0 { 3 } else { 2 };
    }
    Some(numeral)
}

fn spelled_out(tokens: &EnglishTokens, start: usize) -> Option<EnglishNumeral> {
    let (first, at) = below_hundred(tokens, start)?;
    let (amount, end) = sums(tokens, at, first).unwrap_or((Amount::from(first), at));
    let scale = if end == at { 0 } else { amount_scale(amount) };
    Some(EnglishNumeral { amount, end, in_words: true, scale, length: 0, marked: false, vague: false })
}

fn amount_scale(amount: Amount) -> i16 {
    match amount.to_f64() {
        value if value >= 1e9 => 9,
        value if value >= 1e6 => 6,
        value if value >= 1e3 => 3,
        _ => 2,
    }
}

/// "seventy-five", "seventy five", "twelve".
fn below_hundred(tokens: &EnglishTokens, start: usize) -> Option<(u64, usize)> {
    let first = small(tokens.word(start))?;
    if first < 20 {
        return Some((first, start + 1));
    }
    let at = tokens.skip_hyphen(start + 1);
    match small(tokens.word(at)) {
        Some(unit @ 1..10) => Some((first + unit, at + 1)),
        _ => Some((first, start + 1)),
    }
}

/// The rest of a number whose first part is `first` and whose scale word stands at `at`: the sections in falling order.
/// "fifteen thousand and seventy-five thousand" is two numbers.
fn sums(tokens: &EnglishTokens, at: usize, first: u64) -> Option<(Amount, usize)> {
    let (mut total, mut section, mut at) = (0u64, first, at);
    let mut limit = u64::MAX;
    let start = at;
    loop {
        let scale_at = tokens.skip_hyphen(at);
        match scale(tokens.word(scale_at), false) {
            Some(2) if (1..100).contains(&section) && limit > 100 => {
                section *= 100;
                at = scale_at + 1;
            }
            Some(places @ 3..=12) if 10u64.pow(places.unsigned_abs().into()) < limit && section > 0 => {
                limit = 10u64.pow(places.unsigned_abs().into());
                total += section.saturating_mul(limit);
                section = 0;
                at = scale_at + 1;
            }
            _ => break,
        }
        // A smaller part may follow, with "and" or without.
        let next = at + usize::from(tokens.word(at) == "and");
        let after_hundred = section > 0;
        let room = if after_hundred { 100 } else { limit };
        let part = below_hundred(tokens, next).filter(|(part, _)| *part < room);
        if let Some((part, end)) = part.filter(|(_, end)| !goes_beyond(tokens, *end, after_hundred, limit)) {
            section += part;
            at = end;
        }
    }
    (at > start).then(|| (Amount::from(total.saturating_add(section)), at))
}

/// Whether the scale word at `at` makes the part before it too large to belong to the number on its left.
fn goes_beyond(tokens: &EnglishTokens, at: usize, after_hundred: bool, limit: u64) -> bool {
    let at = tokens.skip_hyphen(at);
    let reaches_limit = |at| {
        let places = scale(tokens.word(at), false).filter(|&places| places > 2);
        places.is_some_and(|places| 10u64.pow(places.unsigned_abs().into()) >= limit)
    };
    if scale(tokens.word(at), false) != Some(2) {
        return reaches_limit(at);
    }
    let tail = at + 1 + usize::from(tokens.word(at + 1) == "and");
    let behind = below_hundred(tokens, tail).map_or(at + 1, |(_, end)| end);
    after_hundred || reaches_limit(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: f64) -> EnglishNumeral {
        let tokens = EnglishTokens::of(text);
        let numeral = read(&tokens, 0).expect("a numeral");
        assert_eq!((numeral.amount.to_f64(), numeral.end), (value, tokens.len()), "{text}: {numeral:?}");
        numeral
    }

    #[test]
    fn digits() {
        for (text, value) in [
            ("7", 7.0),
            ("2,200", 2200.0),
            ("1,234,567.8", 1_234_567.8),
            ("2.5 million", 2_500_000.0),
            ("44.069 billion", 44.069e9),
            ("5bn", 5e9),
            ("3m", 3e6),
            ("10k", 10_000.0),
            ("3 hundred thousand", 300_000.0),
            ("2 dozen", 24.0),
            ("3 lakh", 300_000.0),
            ("10-million", 10e6),
            ("２，２００", 2200.0),
        ] {
            check(text, value);
        }
    }

    #[test]
    fn words() {
        for (text, value) in [
            ("seven", 7.0),
            ("seventy-five", 75.0),
            ("Seventy five", 75.0),
            ("two hundred", 200.0),
            ("two hundred and five", 205.0),
            ("a hundred and two", 102.0),
            ("a million", 1e6),
            ("fifteen thousand and seventy-five", 15_075.0),
            ("three hundred thousand", 300_000.0),
            ("one hundred twenty-three thousand four hundred and fifty-six", 123_456.0),
            ("two million three hundred thousand", 2_300_000.0),
            ("two hundred and fifty thousand", 250_000.0),
            ("two and a half million", 2_500_000.0),
            ("half a million", 500_000.0),
            ("two dozen", 24.0),
            ("a dozen", 12.0),
        ] {
            check(text, value);
        }
    }

    #[test]
    fn where_a_numeral_ends() {
        for (text, value, end) in [
            ("fifteen thousand and seventy-five thousand", 15_000.0, 2),
            ("a hundred and two hundred", 100.0, 2),
            ("two hundred and five hundred", 200.0, 2),
            ("two and three", 2.0, 1),
            ("nineteen eighty", 19.0, 1),
            ("1,20", 1.0, 1),
            ("3. Then", 3.0, 1),
            ("twenty and", 20.0, 1),
            ("5 m", 5.0, 1),
        ] {
            let numeral = read(&EnglishTokens::of(text), 0).expect("a numeral");
            assert_eq!((numeral.amount.to_f64(), numeral.end), (value, end), "{text}: {numeral:?}");
        }
    }

    #[test]
    fn no_numerals() {
        for text in ["", "a", "an apple", "half the people", "million", "none", "."] {
            assert_eq!(read(&EnglishTokens::of(text), 0), None, "{text}");
        }
    }
}
