//! One Chinese numeral: 兩百萬, 1億5000萬, 3.5萬, 二○二五, 300多萬, 三十七、八.
//!
//! A numeral is a sum of sections, each a number below ten thousand with the scale word behind it.

use super::amount::Amount;
use super::characters::Characters;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numeral {
    pub amount: Amount,
    /// 三萬 of 兩三萬.
    pub upper: Option<Amount>,
    /// Index of the character behind it.
    pub end: usize,
    pub script: Script,
    /// Places of the last scale word, 4 for 萬; 0 for none.
    pub scale: i16,
    /// 多, 餘 or 幾 stands inside or behind.
    pub and_more: bool,
    /// How many digits or characters of a number it is written with.
    pub length: usize,
    /// With a comma or point in it: no year, no day.
    pub marked: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 2025, 1,200, 3.5.
    Arabic,
    /// 三十五, 三千二百.
    Chinese,
    /// 二○二五: Chinese digits in their places.
    Places,
}

/// The numeral that begins at `start`.
pub fn read(text: &Characters, start: usize) -> Option<Numeral> {
    let mut numeral = section(text, start, None)?;
    while let Some(next) = section(text, gap(text, &numeral), Some(&numeral)) {
        numeral = sum(numeral, next);
    }
    Some(numeral)
}

/// Whether a numeral may begin with `c`.
pub fn begins(c: char) -> bool {
    // 參加, 隊伍, 大陸 and 收拾 hold no number.
    let is_word = matches!(c, '參' | '伍' | '陸' | '拾');
    !is_word && (c.is_ascii_digit() || digit(c).is_some() || power(c).is_some() || matches!(c, '廿' | '卅'))
}

/// The value of one Chinese digit.
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
fn power(c: char) -> Option<i16> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// Scale words as powers of ten, the longest first, and what must not follow: 千米 and 兆赫 are units.
const SCALES: &[(&str, i16, &str)] = &[
    ("萬億", 12, ""),
    ("億萬", 12, ""),
    ("千萬", 7, "瓦"),
    ("百萬", 6, "瓦赫"),
    ("十萬", 5, "瓦"),
    ("千億", 11, ""),
    ("百億", 10, ""),
    ("十億", 9, "瓦"),
    ("千兆", 15, "赫瓦位"),
    ("百兆", 14, ""),
    ("萬兆", 16, ""),
    ("萬", 4, "瓦"),
    ("億", 8, ""),
    ("兆", 12, "赫瓦焦帕歐位伏"),
    ("千", 3, UNITS_OF_THOUSAND),
    ("百", 2, "分帕萬"),
];

/// 千米, 千瓦, 千克: kilo, not thousand.
const UNITS_OF_THOUSAND: &str = "米瓦伏克赫卡帕焦萬";

fn scale(text: &Characters, at: usize) -> Option<(i16, usize)> {
    if !matches!(text.at(at), '十' | '百' | '千' | '萬' | '億' | '兆') {
        return None;
    }
    let fits = |&&(word, _, not_before): &&(&'static str, i16, &'static str)| {
        text.starts_with(at, word) && !not_before.contains(text.at(at + word.chars().count()))
    };
    let (word, places, _) = SCALES.iter().find(fits)?;
    Some((*places, at + word.chars().count()))
}

/// Where the next section may begin: blanks stand only inside numerals of Arabic digits.
fn gap(text: &Characters, numeral: &Numeral) -> usize {
    if numeral.script == Script::Arabic && text.at(numeral.end) == ' ' { numeral.end + 1 } else { numeral.end }
}

/// A number and its scale word, or what may follow `last` as the smaller part.
fn section(text: &Characters, start: usize, last: Option<&Numeral>) -> Option<Numeral> {
    if last.is_some_and(|last| last.scale < 3 || last.upper.is_some()) {
        return None;
    }
    let mut numeral = if text.at(start).is_ascii_digit() { arabic(text, start) } else { chinese(text, start) }?;
    let at =
        if text.at(numeral.end) == ' ' && numeral.script == Script::Arabic { numeral.end + 1 } else { numeral.end };
    let more = at + usize::from(is_more(text.at(at)));
    let in_places = numeral.script == Script::Places && numeral.length > 1;
    let least = if numeral.script == Script::Arabic { 2 } else { 4 };
    let scaled = scale(text, more).filter(|&(places, _)| places >= least && !in_places);
    if let Some((places, end)) = scaled {
        numeral.amount = numeral.amount.shifted(places);
        numeral.upper = numeral.upper.map(|upper| upper.shifted(places));
        numeral.and_more = more > at;
        numeral.scale = places;
        numeral.end = end;
    }
    let Some(last) = last else { return Some(with_more_behind(text, numeral)) };
    follows(text, last, start, &numeral).map(|amount| with_more_behind(text, Numeral { amount, ..numeral }))
}

/// What the section adds behind `last`: 5,000 behind 3萬, but 5,000 of the 五 of 兩萬五 too.
fn follows(text: &Characters, last: &Numeral, start: usize, numeral: &Numeral) -> Option<Amount> {
    let limit = 10f64.powi(i32::from(last.scale));
    if numeral.scale > 0 {
        return (numeral.amount.to_f64() < limit && numeral.scale < last.scale).then_some(numeral.amount);
    }
    let whole = numeral.amount.whole()?;
    let fits = (whole as f64) < limit && !matches!(text.at(numeral.end), '年' | '月' | '日' | '%' | ':' | '/');
    match numeral.script {
        Script::Arabic => (fits && numeral.length >= 3).then_some(numeral.amount),
        Script::Chinese => fits.then_some(numeral.amount),
        Script::Places if numeral.length == 1 && last.script != Script::Arabic => {
            Some(numeral.amount.shifted(last.scale - 1))
        }
        Script::Places => (fits && digit(text.at(start)) == Some(0)).then_some(numeral.amount),
    }
}

fn sum(first: Numeral, second: Numeral) -> Numeral {
    Numeral {
        amount: first.amount.plus(second.amount),
        upper: second.upper.map(|upper| first.amount.plus(upper)),
        end: second.end,
        script: if first.script == Script::Arabic { Script::Arabic } else { Script::Chinese },
        scale: if second.scale > 0 { second.scale } else { 1 },
        and_more: first.and_more || second.and_more,
        length: first.length + second.length,
        marked: first.marked || second.marked,
    }
}

fn is_more(c: char) -> bool {
    matches!(c, '多' | '餘' | '幾' | '來')
}

fn with_more_behind(text: &Characters, mut numeral: Numeral) -> Numeral {
    let at = gap(text, &numeral);
    let is_round = numeral.amount.step() >= 10.0;
    // 多數 and 多邊 are words of their own.
    if is_round && matches!(text.at(at), '多' | '餘' | '幾') && !matches!(text.at(at + 1), '數' | '邊' | '樣' | '方')
    {
        numeral.and_more = true;
        numeral.end = at + 1;
    }
    numeral
}

/// 2025, 1,200, 3.5.
fn arabic(text: &Characters, start: usize) -> Option<Numeral> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut end = text.skip(start, is_digit);
    let grouped = |at: usize| text.at(at) == ',' && text.skip(at + 1, is_digit) == at + 4;
    if end - start <= 3 {
        while grouped(end) {
            end += 4;
        }
    }
    let whole = end;
    if text.at(end) == '.' && is_digit(text.at(end + 1)) {
        end = text.skip(end + 1, is_digit);
    }
    let digits = |from: usize, to: usize| (from..to).filter_map(|at| text.at(at).to_digit(10)).map(|digit| digit as u8);
    let amount = Amount::from_digits(digits(start, whole), digits(whole, end));
    let length = digits(start, end).count();
    Some(Numeral {
        amount,
        upper: None,
        end,
        script: Script::Arabic,
        scale: 0,
        and_more: false,
        length,
        marked: end - start > length,
    })
}

/// A number below ten thousand: digits in their places, or with 十 百 千 between them, and the decimals behind 點.
fn chinese(text: &Characters, start: usize) -> Option<Numeral> {
    let places = text.skip(start, |c| digit(c).is_some());
    let mut numeral = match places - start {
        2 if power(text.at(places)).is_none() && is_next(text, start) => two_digits(text, start),
        0 | 1 => spelled_out(text, start)?,
        2 if power(text.at(places)).is_some() => spelled_out(text, start)?,
        length => {
            let digits = (start..places).filter_map(|at| digit(text.at(at)));
            let amount = Amount::from_digits(digits, std::iter::empty());
            Numeral {
                amount,
                upper: None,
                end: places,
                script: Script::Places,
                scale: 0,
                and_more: false,
                length,
                marked: false,
            }
        }
    };
    if text.at(numeral.end) == '點' && numeral.upper.is_none() {
        let end = text.skip(numeral.end + 1, |c| digit(c).is_some());
        // 三點十分 and 三點半 are times of day.
        if end > numeral.end + 1 && power(text.at(end)).is_none() && !matches!(text.at(end), '分' | '刻') {
            let decimals = (numeral.end + 1..end).filter_map(|at| digit(text.at(at)));
            numeral.amount = numeral.amount.plus(Amount::from_digits(std::iter::empty(), decimals));
            numeral.length += end - numeral.end - 1;
            numeral.end = end;
            numeral.script = Script::Chinese;
        }
    }
    Some(numeral)
}

/// Whether two digits say a range: 兩三, 七八, 三五.
fn is_next(text: &Characters, start: usize) -> bool {
    let (Some(low), Some(high)) = (digit(text.at(start)), digit(text.at(start + 1))) else { return false };
    low > 0 && (high == low + 1 || (low, high) == (3, 5))
}

/// 兩三
fn two_digits(text: &Characters, start: usize) -> Numeral {
    let at = |index| Amount::from(u64::from(digit(text.at(index)).unwrap_or_default()));
    Numeral {
        amount: at(start),
        upper: Some(at(start + 1)),
        end: start + 2,
        script: Script::Places,
        scale: 0,
        and_more: false,
        length: 1,
        marked: false,
    }
}

/// 三千二百, 十七, 廿五, 二三十, 十五六.
fn spelled_out(text: &Characters, start: usize) -> Option<Numeral> {
    let mut sums = Sums::default();
    let mut at = start;
    while sums.take(text, at) {
        at += 1;
    }
    (at > start).then(|| {
        let (low, high) = sums.finish();
        Numeral {
            amount: Amount::from(low),
            upper: (high > low).then(|| Amount::from(high)),
            end: at,
            script: if at == start + 1 && digit(text.at(start)).is_some() { Script::Places } else { Script::Chinese },
            scale: 0,
            and_more: false,
            length: at - start,
            marked: false,
        }
    })
}

/// A number in the making, its least and its largest reading.
#[derive(Default)]
struct Sums {
    total: u64,
    /// Digits that wait for their power, the lower and the upper one.
    waiting: Option<(u64, u64)>,
    total_of_upper: u64,
    last_power: Option<i16>,
    after_zero: bool,
}

impl Sums {
    /// Takes the character at `at` unless it does not belong here.
    fn take(&mut self, text: &Characters, at: usize) -> bool {
        let c = text.at(at);
        if let Some(digit) = digit(c) {
            return self.take_digit(text, at, u64::from(digit));
        }
        match c {
            '廿' | '卅' if self.last_power.is_none() && self.waiting.is_none() => {
                self.add(if c == '廿' { (2, 2) } else { (3, 3) }, 1);
                true
            }
            _ => power(c).is_some_and(|power| self.take_power(text, at, power)),
        }
    }

    fn take_digit(&mut self, text: &Characters, at: usize, digit: u64) -> bool {
        match self.waiting {
            None if digit == 0 => self.after_zero = true,
            None => self.waiting = Some((digit, digit)),
            Some((low, high)) if low == high && is_next(text, at - 1) => self.waiting = Some((low, digit)),
            Some(_) => return false,
        }
        true
    }

    fn take_power(&mut self, text: &Characters, at: usize, power: i16) -> bool {
        let is_unit = (power == 3 && UNITS_OF_THOUSAND.contains(text.at(at + 1)))
            || (power == 2 && "分帕".contains(text.at(at + 1)))
            // 十分 and 百分之 are words of their own, 三百萬瓦 a measure.
            || text.at(at + 1) == '萬' && text.at(at + 2) == '瓦';
        let descends = self.last_power.is_none_or(|last| power < last);
        if is_unit || !descends || (self.waiting.is_none() && self.last_power.is_some() && power > 1) {
            return false;
        }
        let digits = self.waiting.take().unwrap_or((1, 1));
        self.add(digits, power);
        true
    }

    fn add(&mut self, (low, high): (u64, u64), power: i16) {
        let size = 10u64.pow(power.unsigned_abs().into());
        self.total_of_upper = self.total + high * size;
        self.total += low * size;
        self.last_power = Some(power);
        self.after_zero = false;
    }

    /// A last digit without a power has the next smaller one: 三千二 is 3,200; 三十二 and 三百零二 are plain.
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

    /// Checks that all of `text` is one numeral.
    #[track_caller]
    fn check(text: &str, low: f64) -> Numeral {
        let characters = Characters::of(text);
        let numeral = read(&characters, 0).expect("a numeral");
        assert_eq!((numeral.amount.to_f64(), numeral.end), (low, characters.len()), "{text}: {numeral:?}");
        numeral
    }

    #[test]
    fn arabic_digits() {
        for (text, value) in [
            ("0", 0.0),
            ("2025", 2025.0),
            ("１２３", 123.0),
            ("1,200", 1200.0),
            ("1,234,567.5", 1_234_567.5),
            ("3.5萬", 35_000.0),
            ("6 萬 3 千", 63_000.0),
            ("6萬3千", 63_000.0),
            ("1億5000萬", 150_000_000.0),
            ("2.09萬億", 2.09e12),
            ("３兆", 3e12),
            ("440.69億", 44.069e9),
            ("14526萬", 145_260_000.0),
            ("3萬5000", 35_000.0),
            ("8千", 8000.0),
            ("2千萬", 20_000_000.0),
            ("1.2兆3000億", 1.5e12),
            ("93 萬 9,090", 939_090.0),
            ("1 萬 2,600", 12_600.0),
        ] {
            check(text, value);
        }
    }

    #[test]
    fn chinese_characters() {
        for (text, value) in [
            ("一", 1.0),
            ("兩百萬", 2_000_000.0),
            ("三千二百", 3200.0),
            ("三千二", 3200.0),
            ("一百零五", 105.0),
            ("兩萬五", 25_000.0),
            ("兩萬五千", 25_000.0),
            ("十七", 17.0),
            ("廿", 20.0),
            ("廿五", 25.0),
            ("一百一十四", 114.0),
            ("二○二五", 2025.0),
            ("二〇", 20.0),
            ("三點五", 3.5),
            ("十二點五", 12.5),
            ("一億零五百萬", 105_000_000.0),
            ("一億兩千三百四十五萬六千七百八十九", 123_456_789.0),
            ("一點二億", 120_000_000.0),
            ("三十五萬", 350_000.0),
            ("壹佰", 100.0),
        ] {
            check(text, value);
        }
    }

    #[test]
    fn ranges() {
        for (text, low, high) in [
            ("兩三萬", 20_000.0, 30_000.0),
            ("七八", 7.0, 8.0),
            ("二三十", 20.0, 30.0),
            ("十五六", 15.0, 16.0),
            ("三五", 3.0, 5.0),
            ("四五百", 400.0, 500.0),
        ] {
            assert_eq!(check(text, low).upper.map(Amount::to_f64), Some(high), "{text}");
        }
    }

    #[test]
    fn and_more() {
        for (text, value) in [("300多萬", 3e6), ("十多", 10.0), ("60餘", 60.0), ("3萬多", 30_000.0), ("三百多萬", 3e6)]
        {
            assert!(check(text, value).and_more, "{text}");
        }
        assert!(!check("1,200", 1200.0).and_more);
    }

    #[test]
    fn where_a_numeral_ends() {
        for (text, end) in [
            ("3千米", 1),
            ("3千瓦", 1),
            ("5兆赫", 1),
            ("三千克", 1),
            ("1，200", 1),
            ("1,2000", 1),
            ("3.", 1),
            ("三點半", 1),
            ("三點十分", 1),
            ("八七", 2),
            ("3萬2023年", 2),
            ("1億 2億", 2),
            ("兩千千", 2),
            ("十百", 1),
        ] {
            let numeral = read(&Characters::of(text), 0).expect("a numeral");
            assert_eq!(numeral.end, end, "{text}: {numeral:?}");
        }
    }

    #[test]
    fn no_numerals() {
        for text in ["", "萬", "億", "點", "年3", "百分"] {
            assert_eq!(read(&Characters::of(text), 0), None, "{text}");
        }
    }
}
