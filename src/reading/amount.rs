//! Decimal numbers that stay exact: 440.69億 and 44.069 billion are one amount.

use std::fmt;

/// `mantissa` × 10^`exponent`, without zeros at the mantissa's end, so that equal amounts are equal fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Amount {
    mantissa: u64,
    exponent: i16,
}

impl Amount {
    pub fn new(mantissa: u64, exponent: i16) -> Amount {
        let (mut mantissa, mut exponent) = (mantissa, exponent);
        while mantissa != 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            exponent = exponent.saturating_add(1);
        }
        Amount { mantissa, exponent: if mantissa == 0 { 0 } else { exponent } }
    }

    /// Reads decimal digits; those beyond the mantissa are dropped at the small end.
    pub fn from_digits(whole: impl Iterator<Item = u8>, fraction: impl Iterator<Item = u8>) -> Amount {
        let (mut mantissa, mut exponent) = (0u64, 0i16);
        for (digit, step) in whole.map(|digit| (digit, 1)).chain(fraction.map(|digit| (digit, 0))) {
            if mantissa < u64::MAX / 10 - 1 {
                mantissa = mantissa * 10 + u64::from(digit);
                exponent = exponent.saturating_sub(1 - step);
            } else {
                exponent = exponent.saturating_add(step);
            }
        }
        Amount::new(mantissa, exponent)
    }

    /// Moves the point to the right: 萬 moves it by four.
    pub fn shifted(self, places: i16) -> Amount {
        Amount::new(self.mantissa, self.exponent.saturating_add(places))
    }

    pub fn plus(self, other: Amount) -> Amount {
        let (coarse, fine) = if self.exponent >= other.exponent { (self, other) } else { (other, self) };
        let places = u32::from(coarse.exponent.abs_diff(fine.exponent));
        let aligned = 10u64.checked_pow(places).and_then(|power| coarse.mantissa.checked_mul(power));
        // Where the sum cannot be held, the small part is lost in the large one.
        aligned
            .and_then(|mantissa| mantissa.checked_add(fine.mantissa))
            .map_or(if coarse.mantissa == 0 { fine } else { coarse }, |mantissa| Amount::new(mantissa, fine.exponent))
    }

    pub fn times(self, factor: u64) -> Amount {
        Amount::new(self.mantissa.saturating_mul(factor), self.exponent)
    }

    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The amount, if it is a whole number that fits.
    pub fn whole(self) -> Option<u64> {
        let power = 10u64.checked_pow(u32::try_from(self.exponent).ok()?)?;
        self.mantissa.checked_mul(power)
    }

    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 * self.step()
    }

    /// Number of digits before its trailing zeros: 2 in 26,000.
    pub fn significant_digits(self) -> u32 {
        self.mantissa.checked_ilog10().map_or(0, |log| log + 1)
    }

    /// The size of its last digit that is not zero: 1,000 in 26,000.
    pub fn step(self) -> f64 {
        10f64.powi(i32::from(self.exponent))
    }

    /// Whether the digits are the same and only the point may stand elsewhere: 310,000 and 3.1 million.
    pub fn has_digits_of(self, other: Amount) -> bool {
        self.mantissa == other.mantissa
    }

    /// The nearest amount with so many significant digits.
    pub fn rounded(self, digits: u32) -> Amount {
        let (power, exponent) = self.last_of(digits);
        let nearest = self.mantissa / power + u64::from(self.mantissa % power >= power.div_ceil(2) && power > 1);
        Amount::new(nearest, exponent)
    }

    /// The amount cut off behind so many significant digits.
    pub fn cut(self, digits: u32) -> Amount {
        let (power, exponent) = self.last_of(digits);
        Amount::new(self.mantissa / power, exponent)
    }

    /// The worth of the last of so many significant digits, in units of the mantissa, and its exponent.
    fn last_of(self, digits: u32) -> (u64, i16) {
        let surplus = self.significant_digits().saturating_sub(digits);
        let exponent = self.exponent.saturating_add(i16::try_from(surplus).unwrap_or(i16::MAX));
        (10u64.pow(surplus.min(19)), exponent)
    }
}

impl From<u64> for Amount {
    fn from(value: u64) -> Amount {
        Amount::new(value, 0)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some(whole) = self.whole() {
            return write!(f, "{whole}");
        }
        let places = usize::from(self.exponent.unsigned_abs());
        if self.exponent > 0 || places > 18 {
            return write!(f, "{}", self.to_f64());
        }
        let digits = format!("{:0width$}", self.mantissa, width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        write!(f, "{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().map(|b| b - b'0').collect::<Vec<_>>().into_iter();
        Amount::from_digits(digits(whole), digits(fraction))
    }

    #[test]
    fn equal_amounts_are_equal() {
        assert_eq!(amount("440.69").shifted(8), amount("44.069").shifted(9));
        assert_eq!(amount("1.50"), amount("1.5"));
        assert_eq!(amount("0.0"), Amount::default());
        assert_eq!(Amount::from(10_000), amount("1").shifted(4));
    }

    #[test]
    fn sums() {
        assert_eq!(amount("1").shifted(8).plus(amount("5000").shifted(4)), amount("150000000"));
        assert_eq!(amount("2").plus(amount("0.5")), amount("2.5"));
        assert_eq!(Amount::default().plus(amount("7")), amount("7"));
        assert_eq!(amount("7").shifted(300).plus(amount("7")), amount("7").shifted(300));
    }

    #[test]
    fn rounding() {
        assert_eq!(amount("26250").rounded(2), amount("26000"));
        assert_eq!(amount("4469").rounded(2), amount("4500"));
        assert_eq!(amount("12").rounded(2), amount("12"));
        assert_eq!(amount("939000").cut(2), amount("930000"));
        assert_eq!(amount("12").cut(2), amount("12"));
        assert_eq!(amount("26000").significant_digits(), 2);
    }

    #[test]
    fn too_many_digits() {
        let long = amount(&"9".repeat(400));
        assert!(long.to_f64() > 1e300 || long.to_f64().is_infinite());
        assert_eq!(long.whole(), None);
        assert!((amount(&format!("0.{}", "3".repeat(400))).to_f64() - 1.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn display() {
        assert_eq!(amount("26000").to_string(), "26000");
        assert_eq!(amount("12.5").to_string(), "12.5");
        assert_eq!(amount("0.03").to_string(), "0.03");
    }
}
