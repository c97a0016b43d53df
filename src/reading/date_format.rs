//! How a house writes dates: a pattern of day, month and year.

use jiff::civil::{Date, date};
use jiff::fmt::strtime;

/// A `strftime` pattern whose output can be read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFormat(String);

/// The template's: 04/17/2025.
const USUAL: &str = "%m/%d/%Y";

impl Default for DateFormat {
    fn default() -> Self {
        DateFormat(USUAL.to_owned())
    }
}

impl DateFormat {
    /// None for a pattern that lacks day, month or year, or that is no pattern at all.
    pub fn new(pattern: &str) -> Option<DateFormat> {
        let format = DateFormat(pattern.to_owned());
        // Days whose parts cannot stand for one another.
        let samples = [date(2025, 4, 17), date(1999, 12, 1), date(2031, 11, 29)];
        let is_whole = |day: &Date| format.read(&format.write(*day)) == Some(*day);
        (pattern.trim() == pattern && samples.iter().all(is_whole)).then_some(format)
    }

    pub fn pattern(&self) -> &str {
        &self.0
    }

    pub fn write(&self, day: Date) -> String {
        strtime::format(&self.0, day).unwrap_or_default()
    }

    /// The day that `value` is, in exactly this form.
    pub fn read(&self, value: &str) -> Option<Date> {
        let day = strtime::parse(&self.0, value).ok()?.to_date().ok()?;
        (day.year() > 0 && self.write(day) == value).then_some(day)
    }

    /// The form for people: `MM/DD/YYYY`.
    pub fn shape(&self) -> String {
        let parts = [
            ("%-m", "M"),
            ("%-d", "D"),
            ("%Y", "YYYY"),
            ("%m", "MM"),
            ("%d", "DD"),
            ("%y", "YY"),
            ("%B", "Month"),
            ("%b", "Mon"),
        ];
        parts.iter().fold(self.0.clone(), |shape, (letter, name)| shape.replace(letter, name))
    }

    /// Whether numbers with slashes that could both be months are read in the order of this form.
    pub fn settles_slashes(&self) -> bool {
        self.0.contains("m/%") || self.0.contains("d/%")
    }

    /// Whether the day stands before the month.
    pub fn is_day_first(&self) -> bool {
        let place =
            |letters: &[char]| self.0.match_indices('%').position(|(at, _)| follows(&self.0[at + 1..], letters));
        match (place(&['d', 'e']), place(&['m', 'B', 'b'])) {
            (Some(day), Some(month)) => day < month,
            _ => false,
        }
    }
}

fn follows(rest: &str, letters: &[char]) -> bool {
    rest.trim_start_matches(['-', '_', '0']).starts_with(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = date(2025, 4, 7);

    #[track_caller]
    fn check(pattern: &str, written: &str, shape: &str, day_first: bool) {
        let format = DateFormat::new(pattern).expect("a pattern");
        assert_eq!(format.write(DAY), written);
        assert_eq!(format.read(written), Some(DAY));
        assert_eq!((format.shape().as_str(), format.is_day_first()), (shape, day_first));
    }

    #[test]
    fn patterns_of_houses() {
        check("%m/%d/%Y", "04/07/2025", "MM/DD/YYYY", false);
        check("%d/%m/%Y", "07/04/2025", "DD/MM/YYYY", true);
        check("%Y-%m-%d", "2025-04-07", "YYYY-MM-DD", false);
        check("%Y年%-m月%-d日", "2025年4月7日", "YYYY年M月D日", false);
        check("%-d %B %Y", "7 April 2025", "D Month YYYY", true);
    }

    #[test]
    fn a_pattern_gives_a_whole_date() {
        for pattern in ["", "%m/%Y", "%Y", "MM/DD/YYYY", "%m/%d/%Q", "%", " %m/%d/%Y", "%d/%d/%Y"] {
            assert_eq!(DateFormat::new(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn only_its_own_form_is_read() {
        for value in ["4/7/2025", "04/07/25", "04/07/2025 ", "2025-04-07", "02/30/2025", ""] {
            assert_eq!(DateFormat::default().read(value), None, "{value}");
        }
    }
}
