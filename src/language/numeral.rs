//! Han numerals below ten thousand: 二○二五 in places, 三千二百 spelled out, 兩三 for a range; and how lists count.

/// A numeral, and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HanNumeral {
    pub value: u64,
    /// The 三 of 兩三: the greater end of a range.
    pub upper: Option<u64>,
    /// In characters.
    pub length: usize,
    /// Digits alone, without 十 百 千.
    pub in_places: bool,
}

/// The value of one digit.
pub fn digit(c: char) -> Option<u8> {
    Some(match c {
        '○' | '〇' | '◯' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '兩' | '貳' => 2,
        '三' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// 十 百 千 as powers of ten.
pub fn power(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// 千米, 千瓦, 千克: kilo, not thousand.
pub const UNITS_OF_THOUSAND: &str = "米瓦伏克赫卡帕焦萬";

/// The numeral that a text begins with: digits in their places, or with 十 百 千 between them.
pub fn read(text: &[char]) -> Option<HanNumeral> {
    let digits = text.iter().take_while(|&&c| digit(c).is_some()).count();
    let before_power = at(text, digits).and_then(power).is_some();
    match digits {
        2 if !before_power && is_range(text[0], text[1]) => {
            let [low, high] = [text[0], text[1]].map(|c| u64::from(digit(c).unwrap_or_default()));
            Some(HanNumeral { value: low, upper: Some(high), length: 2, in_places: true })
        }
        0 | 1 => spelled_out(text),
        2 if before_power => spelled_out(text),
        _ => in_places(text),
    }
}

/// Digits in their places, however many: 二○二五.
pub fn in_places(text: &[char]) -> Option<HanNumeral> {
    let digits = text.iter().map_while(|&c| digit(c));
    let length = digits.clone().count();
    let value = digits.fold(0u64, |value, digit| value.saturating_mul(10).saturating_add(u64::from(digit)));
    (length > 0).then_some(HanNumeral { value, upper: None, length, in_places: true })
}

/// 三千二百, 十七, 廿五, 二三十, 十五六.
pub fn spelled_out(text: &[char]) -> Option<HanNumeral> {
    let mut sums = Sums::default();
    let length = (0..text.len()).find(|&i| !sums.take(text, i)).unwrap_or(text.len());
    (length > 0).then(|| {
        let (low, high) = sums.finish();
        let in_places = length == 1 && digit(text[0]).is_some();
        HanNumeral { value: low, upper: (high > low).then_some(high), length, in_places }
    })
}

/// A number from 1 to 99 as lists count: 十, 二十一.
pub fn written(value: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (value / 10, DIGITS[value as usize % 10]);
    match tens {
        0 => Some(ones).filter(|ones| !ones.is_empty()).map(str::to_owned),
        1 => Some(["十", ones].concat()),
        2..=9 => Some([DIGITS[tens as usize], "十", ones].concat()),
        _ => None,
    }
}

fn at(text: &[char], index: usize) -> Option<char> {
    text.get(index).copied()
}

/// Whether two digits that stand side by side say a range: 兩三, 七八, 三五.
fn is_range(low: char, high: char) -> bool {
    let (Some(low), Some(high)) = (digit(low), digit(high)) else { return false };
    low > 0 && (high == low + 1 || (low, high) == (3, 5))
}

/// A partly read number, with its least and its greatest reading.
#[derive(Default)]
struct Sums {
    total: u64,
    /// Digits that wait for their power, the lower and the upper one.
    waiting: Option<(u64, u64)>,
    total_of_upper: u64,
    last_power: Option<u32>,
    after_zero: bool,
}

impl Sums {
    /// Takes the character at `index`; `false` where the number has ended before it.
    fn take(&mut self, text: &[char], index: usize) -> bool {
        let c = text[index];
        if let Some(digit) = digit(c) {
            let continues_range = index > 0 && is_range(text[index - 1], c);
            return self.take_digit(u64::from(digit), continues_range);
        }
        match c {
            '廿' | '卅' if self.last_power.is_none() && self.waiting.is_none() => {
                self.add(if c == '廿' { (2, 2) } else { (3, 3) }, 1);
                true
            }
            _ => power(c).is_some_and(|power| self.take_power(&text[index + 1..], power)),
        }
    }

    fn take_digit(&mut self, digit: u64, continues_range: bool) -> bool {
        match self.waiting {
            None if digit == 0 => self.after_zero = true,
            None => self.waiting = Some((digit, digit)),
            Some((low, high)) if low == high && continues_range => self.waiting = Some((low, digit)),
            Some(_) => return false,
        }
        true
    }

    fn take_power(&mut self, behind: &[char], power: u32) -> bool {
        let next = at(behind, 0);
        let is_unit = power == 3 && next.is_some_and(|c| UNITS_OF_THOUSAND.contains(c))
            // 十分 and 百分之 are words of their own, 三百萬瓦 a measure.
            || power == 2 && matches!(next, Some('分' | '帕'))
            || next == Some('萬') && at(behind, 1) == Some('瓦');
        let descends = self.last_power.is_none_or(|last| power < last);
        if is_unit || !descends || (self.waiting.is_none() && self.last_power.is_some() && power > 1) {
            return false;
        }
        let digits = self.waiting.take().unwrap_or((1, 1));
        self.add(digits, power);
        true
    }

    fn add(&mut self, (low, high): (u64, u64), power: u32) {
        let size = 10u64.pow(power);
        self.total_of_upper = self.total + high * size;
        self.total += low * size;
        self.last_power = Some(power);
        self.after_zero = false;
    }

    /// A last digit without a power takes the next smaller one: 三千二 is 3,200; 三十二 and 三百零二 are plain.
    fn finish(mut self) -> (u64, u64) {
        if let Some(digits) = self.waiting.take() {
            let power = self.last_power.filter(|_| !self.after_zero).map_or(0, |last| last - 1);
            self.add(digits, power);
        }
        (self.total, self.total_of_upper.max(self.total))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u64, &str)>) {
        let chars: Vec<char> = text.chars().collect();
        let found = read(&chars).map(|found| (found.value, chars[..found.length].iter().collect::<String>()));
        assert_eq!(found, expected.map(|(value, written)| (value, written.to_owned())), "{text}");
    }

    #[test]
    fn numerals_are_read() {
        check("二○二五年", Some((2025, "二○二五")));
        check("十七", Some((17, "十七")));
        check("一百一十四", Some((114, "一百一十四")));
        check("一百零五", Some((105, "一百零五")));
        check("三千二", Some((3200, "三千二")));
        check("廿五日", Some((25, "廿五")));
        check("三千米", Some((3, "三")));
        check("百分之三", None);
        check("😀", None);
        check("", None);
    }

    #[test]
    fn two_digits_that_follow_each_other_are_a_range() {
        let upper = |text: &str| read(&text.chars().collect::<Vec<_>>()).and_then(|found| found.upper);
        assert_eq!(upper("兩三"), Some(3));
        assert_eq!(upper("二三十"), Some(30));
        assert_eq!(upper("八七"), None);
    }

    #[test]
    fn what_is_written_is_read_back() {
        for value in 1..100 {
            let written: Vec<char> = written(value).expect("a numeral").chars().collect();
            let found = read(&written);
            assert_eq!(found.map(|found| (found.value, found.length)), Some((value.into(), written.len())), "{value}");
        }
        assert_eq!([0, 100].map(written), [None, None]);
    }
}
