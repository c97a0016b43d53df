//! Dates in English: April 17, 2025; 17–18 April; 2017/18; the 1990s; 10 a.m.

use super::{EnglishReader, words};
use crate::reading::amount::Amount;
use crate::reading::value::{CalendarDate, Certainty, ValueKind};

impl EnglishReader<'_> {
    /// 04/17/2025, 2025-04-17; 9/11 is a name and 24/7 none.
    pub(super) fn numeric_date(&mut self, at: usize) -> Option<usize> {
        let number = |at: usize| self.tokens.digits(at).filter(|digits| !digits.marked)?.amount.whole();
        let separator = self.tokens.sign(at + 1);
        if !matches!(separator, '/' | '-' | '.') || !self.tokens.is_glued(at + 1) || !self.tokens.is_glued(at + 2) {
            return None;
        }
        let (first, second) = (number(at)?, number(at + 2)?);
        let third = (self.tokens.sign(at + 3) == separator).then(|| number(at + 4)).flatten();
        let Some(third) = third else {
            return (separator == '/' && !CalendarDate::is_year(first)).then_some(at + 3);
        };
        let date = CalendarDate::of_numbers(first, second, third)
            .or_else(|| CalendarDate::of_numbers(third, first, second))?;
        self.push_date(date, at, at + 5, Certainty::Strong);
        Some(at + 5)
    }

    /// 10 a.m., 14:30, 5 o'clock.
    pub(super) fn clock(&mut self, at: usize) -> Option<usize> {
        let hour = self.tokens.digits(at)?;
        let has_minutes =
            self.tokens.sign(at + 1) == ':' && self.tokens.is_glued(at + 2) && self.tokens.digits(at + 2).is_some();
        let next = if has_minutes { at + 3 } else { at + 1 };
        let halves = matches!(self.tokens.word(next), "a" | "p")
            && self.tokens.sign(next + 1) == '.'
            && self.tokens.word(next + 2) == "m";
        let end = match self.tokens.word(next) {
            _ if halves => next + 3,
            "am" | "pm" => next + 1,
            "o" if self.tokens.word(next + 2) == "clock" => next + 3,
            _ if has_minutes => next,
            _ => return None,
        };
        let certainty = if end > next { Certainty::Weak } else { Certainty::Faint };
        // 7.50am
        let hour = Amount::from(hour.amount.to_f64() as u64);
        self.push(ValueKind::Clock, hour, at, end, certainty).classified = true;
        Some(end)
    }

    /// 1990s, '90s.
    pub(super) fn decade(&mut self, at: usize) -> Option<usize> {
        let digits = self.tokens.digits(at).filter(|digits| !digits.marked && digits.length.is_multiple_of(2))?;
        let apostrophe = usize::from(self.tokens.sign(at + 1) == '\'');
        let is_plural = self.tokens.word(at + 1 + apostrophe) == "s" && self.tokens.is_glued(at + 1);
        let value = digits.amount.whole().filter(|value| value.is_multiple_of(10) && *value < 2200)?;
        if !is_plural {
            return None;
        }
        self.push(ValueKind::Decade, Amount::from(value), at, at + 2 + apostrophe, Certainty::Weak).classified = true;
        Some(at + 2 + apostrophe)
    }

    /// 17 April 2025, 17th of April, 17–18 April.
    pub(super) fn day_first(&mut self, at: usize) -> Option<usize> {
        let (days, end) = self.days(at)?;
        let end = end + usize::from(self.tokens.word(end) == "of");
        let end = end + usize::from(self.tokens.sign(end) == '-' && self.tokens.is_glued(end));
        let month = words::month(self.tokens.written(end))?;
        let end = self.behind_month(end);
        let (year, end) = self.year_behind(end);
        self.push_days(&days, Some(month), year, (at, end));
        Some(end)
    }

    /// April 17, 2025; April 2025; April 17-18; May and March only where a date surrounds them.
    pub(super) fn month_first(&mut self, at: usize) -> Option<usize> {
        let written = self.tokens.written(at);
        let month = words::month(written)?;
        let behind = self.behind_month(at);
        let hyphen = usize::from(self.tokens.sign(behind) == '-' && self.tokens.is_glued(behind));
        if let Some((days, end)) = self.days(behind + hyphen).filter(|(_, end)| !self.counts_something(*end)) {
            let (year, end) = self.year_behind(end);
            self.push_days(&days, Some(month), year, (at, end));
            return Some(end);
        }
        let (year, end) = self.year_behind(behind + usize::from(self.tokens.word(behind) == "of"));
        let certain = words::is_plain_month(written)
            || year.is_some()
            || written.len() >= 3
                && words::announces_month(self.word_before_hyphen(at))
                && (written.len() > 3 || written == "May")
            || matches!(self.tokens.word(behind), "this" | "last" | "next");
        if !certain {
            return None;
        }
        let end = if year.is_some() { end } else { behind };
        self.push_date(CalendarDate { year, month: Some(month), day: None }, at, end, Certainty::Strong);
        Some(end)
    }

    pub(super) fn word_before_hyphen(&self, at: usize) -> &str {
        self.tokens.word_before(at - usize::from(at > 0 && self.tokens.sign_before(at) == '-'))
    }

    /// The stop of "Apr." belongs to the month.
    pub(super) fn behind_month(&self, at: usize) -> usize {
        at + 1 + usize::from(self.tokens.written(at).len() <= 4 && self.tokens.sign(at + 1) == '.')
    }

    /// One or several days: 17, 17th, 17-19, 17 and 18, 17 to 19.
    pub(super) fn days(&self, at: usize) -> Option<(Vec<u8>, usize)> {
        let (day, mut end) = self.one_day(at)?;
        let mut days = vec![day];
        while matches!(self.tokens.sign(end), '-' | '/' | ',') || matches!(self.tokens.word(end), "and" | "to") {
            let next = end + 1 + usize::from(self.tokens.sign(end) == ',' && self.tokens.word(end + 1) == "and");
            let next = next + usize::from(self.tokens.word(next) == "the");
            let Some((day, behind)) = self.one_day(next) else { break };
            if self.counts_something(behind) || days.len() >= 31 {
                break;
            }
            days.push(day);
            end = behind;
        }
        Some((days, end))
    }

    pub(super) fn one_day(&self, at: usize) -> Option<(u8, usize)> {
        let digits = self.tokens.digits(at).filter(|digits| !digits.marked && digits.length <= 2)?;
        let day = digits.amount.whole().filter(|day| (1..=31).contains(day))?;
        let has_suffix = self.tokens.is_glued(at + 1) && matches!(self.tokens.word(at + 1), "st" | "nd" | "rd" | "th");
        Some((day as u8, at + 1 + usize::from(has_suffix)))
    }

    /// The number before `end` is no day: April 5 percent, April 20 million.
    pub(super) fn counts_something(&self, end: usize) -> bool {
        self.tokens.sign(end) == '%'
            || self.tokens.sign(end) == ':'
            || matches!(self.tokens.word(end), "percent" | "million" | "billion" | "people")
    }

    /// `, 2025` or ` 2025`.
    pub(super) fn year_behind(&self, at: usize) -> (Option<u16>, usize) {
        let next = at + usize::from(self.tokens.sign(at) == ',');
        match self.bare_year(next) {
            Some(year) if self.tokens.word(next + 1) != "s" => (Some(year), next + 1),
            _ => (None, at),
        }
    }

    pub(super) fn bare_year(&self, at: usize) -> Option<u16> {
        let digits = self.tokens.digits(at).filter(|digits| digits.length == 4 && !digits.marked)?;
        digits.amount.whole().filter(|value| CalendarDate::is_year(*value)).map(|value| value as u16)
    }

    pub(super) fn push_days(
        &mut self,
        days: &[u8],
        month: Option<u8>,
        year: Option<u16>,
        (start, end): (usize, usize),
    ) {
        for &day in days {
            self.push_date(CalendarDate { year, month, day: Some(day) }, start, end, Certainty::Strong);
        }
    }

    /// 2017-2019, 2017–18, 2017/18.
    pub(super) fn years(&mut self, at: usize) -> Option<usize> {
        let first = self.bare_year(at)?;
        if !matches!(self.tokens.sign(at + 1), '-' | '/') {
            return None;
        }
        let digits = self.tokens.digits(at + 2).filter(|digits| !digits.marked && matches!(digits.length, 2 | 4))?;
        let value = digits.amount.whole()? as u16;
        let second = if digits.length == 4 { value } else { first / 100 * 100 + value };
        if second <= first || !CalendarDate::is_year(second.into()) || self.tokens.sign(at + 3) == '%' {
            return None;
        }
        self.push_date(CalendarDate::of_year(first), at, at + 1, Certainty::Strong);
        self.push_date(CalendarDate::of_year(second), at + 2, at + 3, Certainty::Strong);
        Some(at + 3)
    }
}
