//! Marks of points as Word's numbering: a format, and the text before and behind the number.

use crate::language::numeral;

/// A number format of Word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFormat {
    Decimal,
    FullWidth,
    /// 一、二、十一
    Chinese,
    /// ①
    Circled,
}

impl NumberFormat {
    const ALL: [NumberFormat; 4] =
        [NumberFormat::Circled, NumberFormat::Decimal, NumberFormat::FullWidth, NumberFormat::Chinese];

    pub fn word_name(self) -> &'static str {
        match self {
            NumberFormat::Decimal => "decimal",
            NumberFormat::FullWidth => "decimalFullWidth",
            NumberFormat::Chinese => "taiwaneseCountingThousand",
            NumberFormat::Circled => "decimalEnclosedCircle",
        }
    }

    /// The nearest format for the one that Word calls `name`; `None` for those that number nothing.
    pub fn from_word(name: &str) -> Option<NumberFormat> {
        match name {
            "bullet" | "none" => None,
            "decimalFullWidth" | "decimalFullWidth2" => Some(NumberFormat::FullWidth),
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Some(NumberFormat::Circled),
            "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "ideographDigital"
            | "taiwaneseDigital" => Some(NumberFormat::Chinese),
            _ => Some(NumberFormat::Decimal),
        }
    }

    /// The number as Word writes it; `None` outside the range of the format, or of marks in briefs (1 to 99).
    pub fn number(self, value: u32) -> Option<String> {
        match self {
            _ if !(1..100).contains(&value) => None,
            NumberFormat::Decimal => Some(value.to_string()),
            NumberFormat::FullWidth => Some(value.to_string().chars().map(|c| full_width(c as u8)).collect()),
            NumberFormat::Chinese => numeral::written(value),
            NumberFormat::Circled => char::from_u32('①' as u32 + value - 1).filter(|_| value <= 20).map(String::from),
        }
    }
}

fn full_width(digit: u8) -> char {
    char::from_u32('０' as u32 + u32::from(digit - b'0')).unwrap_or('０')
}

/// Form of the marks at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pub format: NumberFormat,
    pub before: String,
    pub behind: String,
}

impl Pattern {
    /// The pattern that makes `mark` of `value`.
    pub fn of(mark: &str, value: u32) -> Option<Pattern> {
        NumberFormat::ALL.into_iter().find_map(|format| {
            let number = format.number(value)?;
            let (before, behind) = mark.split_once(&number)?;
            // Word takes % for a place of its own.
            let is_plain = !before.contains('%') && !behind.contains('%');
            is_plain.then(|| Pattern { format, before: before.to_owned(), behind: behind.to_owned() })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(pattern: &Pattern, value: u32) -> String {
        let number = pattern.format.number(value).expect("a number");
        format!("{}{number}{}", pattern.before, pattern.behind)
    }

    #[test]
    fn marks_are_counted_as_they_are_typed() {
        let check = |mark: &str, value: u32, next: &str| {
            let pattern = Pattern::of(mark, value).unwrap_or_else(|| panic!("a pattern of {mark}"));
            assert_eq!(self::mark(&pattern, value), mark);
            assert_eq!(self::mark(&pattern, value + 1), next);
        };
        check("1.", 1, "2.");
        check("(9)", 9, "(10)");
        check("１９．", 19, "２０．");
        check("（一）", 1, "（二）");
        check("十九、", 19, "二十、");
        check("③", 3, "④");
    }

    #[test]
    fn other_marks_have_no_pattern() {
        assert_eq!(Pattern::of("1%", 1), None);
        assert_eq!(Pattern::of("㈠", 1), None);
        assert_eq!(NumberFormat::Circled.number(21), None);
    }
}
