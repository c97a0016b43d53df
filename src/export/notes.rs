//! The findings as footnotes: numbered in the order in which a page shows the texts they stand in.

use crate::rules::{Finding, Severity};
use crate::text::Span;

use super::links::overlap;

/// The findings of one brief, each at home in one of the areas that its page shows.
#[derive(Debug, Default)]
pub struct Notes<'f> {
    /// In order of number.
    all: Vec<Note<'f>>,
}

#[derive(Debug, Clone, Copy)]
pub struct Note<'f> {
    /// From 1, unique in the brief.
    pub number: usize,
    pub finding: &'f Finding,
    /// `None` where no area holds the finding.
    home: Option<Span>,
}

/// A place in a text that a note is about.
#[derive(Debug, Clone, Copy)]
pub struct NoteMark<'f> {
    pub span: Span,
    pub note: Note<'f>,
    /// The finding itself stands elsewhere and is explained by this place.
    pub is_related: bool,
}

impl<'f> Notes<'f> {
    /// `areas` in the order of the page; of several that hold a finding's start, the smallest is its home.
    pub fn new(areas: &[Span], findings: impl Iterator<Item = &'f Finding>) -> Notes<'f> {
        let mut homed: Vec<(usize, &Finding)> = findings.map(|finding| (home(areas, finding.span), finding)).collect();
        homed.sort_by_key(|&(home, finding)| (home, finding.span, finding.severity));
        let all = homed.into_iter().enumerate().map(|(index, (home, finding))| Note {
            number: index + 1,
            finding,
            home: areas.get(home).copied(),
        });
        Notes { all: all.collect() }
    }

    pub fn at(&self, area: Span) -> impl Iterator<Item = Note<'f>> {
        self.all.iter().copied().filter(move |note| note.home == Some(area))
    }

    /// The notes that no area holds.
    pub fn elsewhere(&self) -> impl Iterator<Item = Note<'f>> {
        self.all.iter().copied().filter(|note| note.home.is_none())
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|note| note.finding.severity == severity).count()
    }

    /// The marks inside `text`. A finding about all of it marks nothing: its note says enough.
    pub fn marks(&self, text: Span) -> Vec<NoteMark<'f>> {
        let mut marks = Vec::new();
        for &note in &self.all {
            let own = [(note.finding.span, false)].into_iter();
            let compares = note.finding.rule.compares_halves();
            let related = note.finding.related.iter().filter(|_| compares).map(|related| (related.span, true));
            let inside = own.chain(related).filter(|(span, _)| overlap(*span, text) && !covers(*span, text));
            marks.extend(inside.map(|(span, is_related)| NoteMark { span, note, is_related }));
        }
        marks
    }
}

fn covers(span: Span, text: Span) -> bool {
    span.start <= text.start && text.end <= span.end
}

/// Index of the home area; the number of areas where there is none.
fn home(areas: &[Span], finding: Span) -> usize {
    let holds = |area: &Span| area.start <= finding.start && finding.start <= area.end;
    let held = areas.iter().enumerate().filter(|(_, area)| holds(area));
    // At the seam of two, the one that begins there.
    let best = held.min_by_key(|(_, area)| (area.end == finding.start && !area.is_empty(), area.len()));
    best.map_or(areas.len(), |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::snapshot;

    #[test]
    fn numbers_follow_the_page() {
        let text = "作者: X\n日期/Date: 02/30/2025\n\n摘要:\n甲，，乙。\n\nSummary:\nThe the lead.\n";
        let snapshot = snapshot(text);
        let findings = snapshot.findings();
        let line = |part: &str| {
            let start = text.find(part).expect("a line");
            Span::new(start, start + text[start..].find('\n').expect("an end") + 1)
        };
        let (english, chinese, date) = (line("The"), line("甲"), line("日期"));
        let notes = Notes::new(&[english, chinese, date], findings.iter());
        let at = |area| notes.at(area).map(|note| (note.number, note.finding.rule.name)).collect::<Vec<_>>();
        assert_eq!(at(english), [(1, "text/repeated-word")]);
        assert_eq!(at(chinese), [(2, "text/repeated-punctuation")]);
        assert_eq!(at(date), [(3, "date/invalid")]);
        let elsewhere: Vec<usize> = notes.elsewhere().map(|note| note.number).collect();
        assert_eq!(elsewhere, (4..=findings.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_finding_about_all_of_a_text_marks_nothing() {
        let text = "摘要:\n甲\n\nSummary:\nItaly, italy\n中國與日本簽署協定。\n";
        let snapshot = snapshot(text);
        let findings = snapshot.findings();
        let notes = Notes::new(&[], findings.iter());
        assert!(!findings.is_empty());
        for finding in findings {
            assert!(notes.marks(finding.span).iter().all(|mark| mark.span != finding.span));
        }
    }
}
