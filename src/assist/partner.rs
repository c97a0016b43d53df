//! From a point to its partner in the other language, and from lead to lead.

use std::ops::Range;

use crate::brief::{Brief, Language, Paragraph, Section};
use crate::rules::Context;
use crate::rules::pairing::Partners;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A text and those that answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    pub own: Span,
    /// One, or several where one point covers two.
    pub others: Vec<Span>,
}

/// The partner of the lead or point at byte `offset`; none where the pairing is not to be believed.
pub fn partner(snapshot: &Snapshot, offset: usize) -> Option<Partner> {
    let file = snapshot.file();
    let here = |span: Span| span.start <= offset && offset <= span.end;
    let brief = file.briefs.iter().find(|brief| here(file.lines_span(&brief.lines)))?;
    let section = brief.sections.iter().find(|section| here(file.lines_span(&section.lines)))?;
    let other = brief.section(section.language.other())?;
    if let Some(lead) = section.lead.iter().find(|lead| here(lead.text)) {
        return answer(lead.text, leads(other));
    }
    let index = section.points.iter().position(|point| here(point.mark.cover(point.text)))?;
    let own = section.points[index].text;
    let answering = answering(snapshot, brief, section.language, index)?;
    answer(own, other.points.get(answering)?.iter().map(|point| point.text).collect())
}

fn answer(own: Span, others: Vec<Span>) -> Option<Partner> {
    let others: Vec<Span> = others.into_iter().filter(|other| !other.is_empty()).collect();
    (!others.is_empty()).then_some(Partner { own, others })
}

fn leads(section: &Section) -> Vec<Span> {
    section.lead.iter().map(|Paragraph { text, .. }| *text).collect()
}

/// Indices of the points that answer point `index` of that language.
fn answering(snapshot: &Snapshot, brief: &Brief, language: Language, index: usize) -> Option<Range<usize>> {
    let cx = Context::new(snapshot.content(), snapshot.file(), brief, snapshot.today());
    let partners: &Partners = cx.partners()?;
    if !partners.is_telling {
        return partners.is_even().then_some(index..index + 1);
    }
    let bead = partners.alignment.beads.iter().map(|bead| match language {
        Language::Chinese => (&bead.chinese, &bead.english),
        Language::English => (&bead.english, &bead.chinese),
    });
    bead.into_iter().find(|(own, _)| own.contains(&index)).map(|(_, other)| other.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[track_caller]
    fn check(marked: &str, expected: &[&str]) {
        let offset = marked.find('|').expect("a cursor");
        let text = marked.replacen('|', "", 1);
        let snapshot = Snapshot::new(Text::new(&text, 0), true, jiff::civil::date(2026, 3, 2));
        let partner = partner(&snapshot, offset);
        let others = partner.map(|partner| partner.others).unwrap_or_default();
        let found: Vec<&str> = others.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, expected);
    }

    const ENGLISH: &str = "\n\nSummary:\nChina spends more.\n  • Japan buys missiles from the United States.\n  • Australia builds nuclear submarines.\n";

    #[test]
    fn a_lead_leads_to_the_lead() {
        check(&format!("摘要:\n中國|支出增加。\n  • 甲{ENGLISH}"), &["China spends more."]);
    }

    #[test]
    fn a_point_leads_to_what_answers_it_wherever_it_stands() {
        let swapped = format!("摘要:\n中國支出增加。\n  • 澳洲建造核子|動力潛艦。\n  • 日本向美國購買飛彈。{ENGLISH}");
        check(&swapped, &["Australia builds nuclear submarines."]);
        let back = swapped.replace('|', "").replace("Japan buys", "Japan |buys");
        check(&back, &["日本向美國購買飛彈。"]);
    }

    #[test]
    fn what_has_no_partner_leads_nowhere() {
        check(&format!("作者: |王小明\n\n摘要:\n甲\n  • 乙{ENGLISH}"), &[]);
        check("摘要:\n甲|\n  • 乙\n", &[]);
        check("摘要:\n甲\n  • 乙|\n\nSummary:\nA\n  •\n", &[]);
    }
}
