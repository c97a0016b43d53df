//! Highlights at the cursor: a term, number or date on both sides, else a point with its partner.

use crate::assist::item::item_at;
use crate::assist::partner;
use crate::bitext::Status;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// The places to highlight for byte `offset`, its own first.
pub fn highlights(snapshot: &Snapshot, offset: usize) -> Vec<Span> {
    let item = item_at(snapshot, offset).map(|found| {
        let partners = match found.status {
            Some(Status::Matched(places)) => places,
            Some(Status::Mismatched(place)) => vec![place],
            Some(Status::Hinted | Status::Missing) | None => Vec::new(),
        };
        [vec![found.span], found.again, partners].concat()
    });
    if let Some(places) = item.filter(|places| places.len() > 1) {
        return places;
    }
    let partner = partner::partner(snapshot, offset);
    partner.map(|partner| [vec![partner.own], partner.others].concat()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::at_cursor;

    /// The brief with the cursor at | and with what lights up between « and ».
    #[track_caller]
    fn check(marked: &str) {
        let (snapshot, offset) = at_cursor(&marked.replace(['«', '»'], ""));
        let mut spans = highlights(&snapshot, offset);
        spans.sort();
        let mut shown = snapshot.content().to_owned();
        for span in spans.into_iter().rev() {
            shown.insert(span.end, '»');
            shown.insert(span.start, '«');
        }
        assert_eq!(shown, marked.replace('|', ""));
    }

    #[test]
    fn a_term_on_both_sides() {
        check(
            "摘要:\n前言\n  • 😀«全球|南方國家»與「«全球南方»」\n\nSummary:\nLead\n  • The «Global South», 𠮷 the «Global South»\n",
        );
    }

    #[test]
    fn a_number_and_a_date() {
        check("摘要:\n前言\n  • 成長«5|%»，支出3億元\n\nSummary:\nLead\n  • Up «6 percent», spending 300 million\n");
        check("摘要:\n前言\n  • 在«2025年3月9日»\n\nSummary:\nLead\n  • On «March 9|, 2025»\n");
    }

    #[test]
    fn elsewhere_the_partner() {
        check("摘要:\n前言\n  • «中國軍事支|出增加»\n\nSummary:\nLead\n  • «China spends more»\n");
        check("作者: 王|小明\n");
    }
}
