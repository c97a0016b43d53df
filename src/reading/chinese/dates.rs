//! Dates in Chinese: 2025年4月17日至19日, 民國114年, 2017-18年, 上午9點.

use super::words::{self, Suffix};
use super::{ChineseGroup, ChineseReader, PARTS_OF_DAY, calendar_year, numeral, small};
use crate::reading::amount::Amount;
use crate::reading::chinese_numeral::Script;
use crate::reading::value::{CalendarDate, Certainty, Dimension, Unit, ValueKind};

impl ChineseReader {
    /// 2025/4/17, 2025-04-17; 9/11 and other pairs are names or fractions that nobody can tell.
    pub(super) fn numeric_date(&mut self, at: usize) -> Option<usize> {
        let number = |start: usize| {
            let end = self.text.skip(start, |c| c.is_ascii_digit());
            let value =
                (start..end).take(5).fold(0, |n, at| n * 10 + u64::from(self.text.at(at).to_digit(10).unwrap_or(0)));
            (end > start).then_some((value, end))
        };
        let (first, end) = number(at)?;
        let separator = self.text.at(end);
        if !matches!(separator, '/' | '-' | '.') {
            return None;
        }
        let (second, end) = number(end + 1)?;
        if self.text.at(end) != separator {
            return (separator == '/' && !CalendarDate::is_year(first)).then_some(end);
        }
        let (third, end) = number(end + 1)?;
        let date = CalendarDate::of_numbers(first, second, third)
            .or_else(|| CalendarDate::of_numbers(third, first, second))?;
        self.push_date(date, at, end, Certainty::Strong);
        Some(end)
    }

    /// 民國114年 with month and day.
    pub(super) fn years_of_the_republic(&mut self, at: usize) -> Option<usize> {
        if self.text.starts_with(at, "公元前") {
            return Some(
                numeral::read(&self.text, self.text.skip_blanks(at + 3)).map_or(at + 3, |numeral| numeral.end),
            );
        }
        if !self.text.starts_with(at, "民國") {
            return None;
        }
        let start = self.text.skip_blanks(at + 2);
        if self.text.starts_with(start, "元年") {
            return Some(self.calendar(at, start + 2, CalendarDate::of_year(1912)));
        }
        let numeral = numeral::read(&self.text, start)?;
        let year = self.text.skip_blanks(numeral.end);
        let value = numeral.amount.whole().filter(|&value| value < 200)?;
        if self.text.starts_with(year, "年代") {
            self.push(ValueKind::Decade, Amount::from(value + 1911), at, year + 2, Certainty::Faint);
            return Some(year + 2);
        }
        (self.text.at(year) == '年').then(|| self.calendar(at, year + 1, CalendarDate::of_year(value as u16 + 1911)))
    }

    /// 9點30分, 14:05, 晚上8時; three o'clock may be three points as well.
    pub(super) fn clock(&mut self, group: &ChineseGroup, end: usize) -> usize {
        let (start, numeral) = group.numerals[group.numerals.len() - 1];
        let minutes = numeral::read(&self.text, self.text.skip_blanks(end)).filter(|_| numeral.amount.to_f64() <= 24.0);
        let is_told = PARTS_OF_DAY.iter().any(|part| {
            self.text.ends_with(start, part) || self.text.before(start) == ' ' && self.text.ends_with(start - 1, part)
        });
        let has_minutes = minutes.is_some_and(|minutes| self.text.at(minutes.end) == '分')
            || self.text.at(group.end) == ':'
            || self.text.at(end) == '半';
        if self.text.at(group.end) == '點' && !is_told && !has_minutes {
            return self.measured(group, Unit::NONE, end);
        }
        let end = match minutes {
            Some(minutes) if self.text.at(minutes.end) == '分' => minutes.end + 1,
            Some(minutes) if self.text.at(group.end) == ':' => minutes.end,
            _ if self.text.at(end) == '半' => end + 1,
            _ => end,
        };
        for &(start, numeral) in &group.numerals[..group.numerals.len() - 1] {
            self.number(start, &numeral, None);
        }
        let certainty = if is_told { Certainty::Weak } else { Certainty::Faint };
        self.push(ValueKind::Clock, numeral.amount, start, end, certainty).classified = true;
        end
    }

    /// A year of the calendar with month and day, or a span of years.
    pub(super) fn year(&mut self, group: &ChineseGroup, end: usize) -> usize {
        let (last_start, last) = group.numerals[group.numerals.len() - 1];
        let Some(mut century) = calendar_year(&group.numerals[0].1) else {
            return self.short_years(group, end);
        };
        for &(start, numeral) in &group.numerals[..group.numerals.len() - 1] {
            let Some(year) = calendar_year(&numeral) else { continue };
            century = year;
            self.push_date(CalendarDate::of_year(year), start, numeral.end, Certainty::Strong);
        }
        // 2017-18年
        let short = last.amount.whole().filter(|&value| value < 100 && last.length == 2);
        let year = calendar_year(&last).or(short.map(|value| century / 100 * 100 + value as u16));
        match year {
            Some(year) => self.calendar(last_start, end, CalendarDate::of_year(year)),
            None => end,
        }
    }

    /// 98年 and 114年 may be years of either calendar, or so many years.
    pub(super) fn short_years(&mut self, group: &ChineseGroup, end: usize) -> usize {
        let first = self.values.len();
        let end = self.measured(group, Unit::sized(Dimension::Months, 12.0), end);
        for value in &mut self.values[first..] {
            value.otherwise = match value.amount.whole() {
                Some(year @ 71..130) => Some(Amount::from(year + 1911)),
                Some(year @ 0..30) => Some(Amount::from(year + 2000)),
                _ => None,
            };
        }
        end
    }

    /// Month and day behind a year that ends at `end`.
    pub(super) fn calendar(&mut self, start: usize, end: usize, date: CalendarDate) -> usize {
        let next = self.text.skip_blanks(end);
        let month = numeral::begins(self.text.at(next)).then(|| self.gather(next)).flatten();
        let month = month.filter(|group| matches!(words::suffix(&self.text, group.end), Some((Suffix::Month, _))));
        let Some(group) = month else {
            self.push_date(date, start, end, Certainty::Strong);
            return end;
        };
        let values = self.values.len();
        let end = self.month(&group, group.end + 1);
        let mut first = true;
        for value in &mut self.values[values..] {
            let ValueKind::Date(part) = value.kind else { continue };
            value.kind = ValueKind::Date(CalendarDate { year: date.year, ..part });
            if std::mem::take(&mut first) {
                value.span.start = self.text.span(start, start).start;
            }
        }
        if first {
            self.push_date(date, start, end, Certainty::Strong);
        }
        end
    }

    /// 9月, 9至11月, 4月17日至19日.
    pub(super) fn month(&mut self, group: &ChineseGroup, end: usize) -> usize {
        let Some(&(last_start, last)) = group.numerals.last() else { return end };
        for &(start, numeral) in &group.numerals[..group.numerals.len() - 1] {
            if let Some(month) = small(&numeral, 12) {
                let date = CalendarDate { month: Some(month), ..CalendarDate::default() };
                self.push_date(date, start, numeral.end, Certainty::Strong);
            }
        }
        let Some(month) = small(&last, 12) else {
            return self.measured(group, Unit::of(Dimension::Months), end);
        };
        if ["農曆", "舊曆", "閏"].iter().any(|word| self.text.ends_with(last_start, word)) {
            return self.lunar_day(end);
        }
        let date = CalendarDate { month: Some(month), ..CalendarDate::default() };
        let next = self.text.skip_blanks(end);
        let days = numeral::begins(self.text.at(next)).then(|| self.gather(next)).flatten();
        let days = days.filter(|days| matches!(words::suffix(&self.text, days.end), Some((Suffix::Day, _))));
        let Some(days) = days else {
            self.push_date(date, last_start, end, Certainty::Strong);
            return end;
        };
        self.days(&days, date, last_start)
    }

    /// Days of the lunar calendar answer no date of the other.
    pub(super) fn lunar_day(&self, end: usize) -> usize {
        let start = end + usize::from(self.text.at(end) == '初');
        numeral::read(&self.text, start).map_or(end, |day| day.end)
    }

    /// The days of a group; those behind "日至" too.
    pub(super) fn days(&mut self, group: &ChineseGroup, month: CalendarDate, start: usize) -> usize {
        let mut start = Some(start);
        for &(day_start, numeral) in &group.numerals {
            let Some(day) = small(&numeral, 31) else { continue };
            let certainty = if month.month.is_some() { Certainty::Strong } else { Certainty::Weak };
            let from = start.take().unwrap_or(day_start);
            self.push_date(CalendarDate { day: Some(day), ..month }, from, numeral.end, certainty);
        }
        let end = self.widen_last(group.end + 1);
        let more = self.joined(&ChineseGroup { numerals: Vec::new(), end }).and_then(|next| self.gather(next));
        match more.filter(|days| matches!(words::suffix(&self.text, days.end), Some((Suffix::Day, _)))) {
            Some(days) => self.days(&days, month, days.numerals[0].0),
            None => end,
        }
    }

    pub(super) fn day(&mut self, group: &ChineseGroup, end: usize) -> usize {
        let all_days = group.numerals.iter().all(|(_, numeral)| small(numeral, 31).is_some());
        let (start, first) = group.numerals[0];
        let is_duration = matches!(self.text.at(end), '內' | '遊' | '份')
            || self.text.starts_with(end, "之內")
            || first.script != Script::Arabic && matches!(self.text.at(end), '後' | '前')
            || self.text.at(start) == '兩';
        if is_duration || !all_days {
            return self.measured(group, Unit::sized(Dimension::Time, 86_400.0), end);
        }
        self.days(group, CalendarDate::default(), group.numerals[0].0)
    }
}
