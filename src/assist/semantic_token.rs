//! Colours by meaning: labels, dates, keywords, sources, marks, and in the points the numbers and terms that agree with
//! the partner and those that do not.

use crate::bitext::{Item, Status, Subject, Trust};
use crate::brief::{Brief, Field, FieldKind, LabelKind};
use crate::lexicon::SourceMatch;
use crate::reading::date;
use crate::reading::keyword_list::KeywordList;
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A coloured place within one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SemanticToken {
    pub span: Span,
    pub kind: SemanticTokenKind,
    /// Whether the partner agrees; `None` for tokens that are not compared.
    pub agreement: Option<TokenAgreement>,
}

/// The order is that of [`KINDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SemanticTokenKind {
    FieldLabel,
    SectionLabel,
    Mark,
    Source,
    Keyword,
    Date,
    Number,
    Term,
}

/// The protocol's name of each kind; themes know them.
pub const KINDS: [&str; 8] = ["property", "namespace", "operator", "class", "enumMember", "event", "number", "type"];

/// The order is that of [`AGREEMENTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenAgreement {
    Agrees,
    Differs,
    /// Missing in the partner.
    Unanswered,
}

/// Our own modifiers: no theme of the protocol's knows agreement.
pub const AGREEMENTS: [&str; 3] = ["agrees", "differs", "unanswered"];

/// The tokens of all lines that `visible` touches, in order of place, without overlaps.
pub fn tokens(snapshot: &Snapshot, visible: Span) -> Vec<SemanticToken> {
    let mut tokens = Vec::new();
    for cx in snapshot.contexts().filter(|cx| cx.file.lines_span(&cx.brief.lines).touches(visible)) {
        header(&cx, &mut tokens);
        sections(cx.brief, &mut tokens);
        agreement(&cx, visible, &mut tokens);
    }
    let mut tokens: Vec<SemanticToken> =
        tokens.into_iter().flat_map(|token| on_lines(snapshot.content(), token)).collect();
    tokens.retain(|token| token.span.touches(visible) && !token.span.is_empty());
    tokens.sort();
    tokens.dedup_by(|next, before| next.span.start < before.span.end);
    tokens
}

fn plain(span: Span, kind: SemanticTokenKind) -> SemanticToken {
    SemanticToken { span, kind, agreement: None }
}

fn header(cx: &Context, tokens: &mut Vec<SemanticToken>) {
    for field in &cx.brief.fields {
        if matches!(field.label.kind, Some(LabelKind::Field(_))) {
            tokens.push(plain(field.label.words, SemanticTokenKind::FieldLabel));
        }
        tokens.extend(value(cx, field));
    }
}

/// Tokens of a field's value: a known source, known keywords, a readable date.
fn value(cx: &Context, field: &Field) -> Vec<SemanticToken> {
    let (text, house) = (cx.text, cx.house);
    let written = &text[field.value];
    match field.kind() {
        Some(FieldKind::Source) if !matches!(house.sources().lookup(written), SourceMatch::Unknown) => {
            vec![plain(field.value, SemanticTokenKind::Source)]
        }
        Some(FieldKind::Date) if date::read(written, &house.date_format).date().is_some() => {
            vec![plain(field.value, SemanticTokenKind::Date)]
        }
        Some(FieldKind::Keywords) => {
            let items = KeywordList::read(text, field.value, house.keywords()).items.into_iter();
            let known = items.filter(|&item| house.keywords().lookup(&text[item]).is_some());
            known.map(|item| plain(item, SemanticTokenKind::Keyword)).collect()
        }
        _ => Vec::new(),
    }
}

fn sections(brief: &Brief, tokens: &mut Vec<SemanticToken>) {
    for section in &brief.sections {
        tokens.push(plain(section.label.words, SemanticTokenKind::SectionLabel));
        tokens.extend(section.points.iter().map(|point| plain(point.mark, SemanticTokenKind::Mark)));
    }
}

/// The items of leads and points that have a partner.
fn agreement(cx: &Context, visible: Span, tokens: &mut Vec<SemanticToken>) {
    for pair in cx.bitext().pairs(Trust::Weak) {
        let segments = pair.segments.each();
        if !segments.iter().any(|(_, segment)| segment.span.touches(visible)) {
            continue;
        }
        let correspondence = cx.correspondence(&pair);
        for (language, segment) in segments {
            let items = correspondence.shown(language);
            tokens.extend(items.filter_map(|item| item_token(item, segment.span.start)));
        }
    }
}

/// Small numbers and terms that a translation may leave out are nothing to be told about.
fn item_token(item: &Item, base: usize) -> Option<SemanticToken> {
    let kind = match item.subject {
        Subject::Value(value) if value.kind.is_date() => SemanticTokenKind::Date,
        Subject::Value(_) => SemanticTokenKind::Number,
        Subject::Term(_) | Subject::Acronym(_) => SemanticTokenKind::Term,
    };
    let agreement = match (&item.status, item.subject) {
        (Status::Matched(_), _) => TokenAgreement::Agrees,
        (Status::Mismatched(_), _) => TokenAgreement::Differs,
        (Status::Missing, Subject::Value(value)) if value.is_strong() => TokenAgreement::Unanswered,
        (Status::Missing, Subject::Term(term)) if term.needs_counterpart => TokenAgreement::Unanswered,
        (Status::Hinted | Status::Missing, _) => return None,
    };
    Some(SemanticToken { span: item.span.shift(base), kind, agreement: Some(agreement) })
}

/// The token split by lines, as no editor takes one that crosses a line end.
fn on_lines(content: &str, token: SemanticToken) -> Vec<SemanticToken> {
    let mut start = token.span.start;
    let lines = content[token.span].split_inclusive(['\n', '\r']);
    let spans = lines.map(|line| {
        let span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
        span
    });
    spans.filter(|span| !span.is_empty()).map(|span| SemanticToken { span, ..token }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::snapshot;

    /// `text` with a letter of its kind before each token and, behind it, = ≠ or ?.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let snapshot = snapshot(text);
        let mut shown = text.to_owned();
        for token in tokens(&snapshot, Span::new(0, text.len())).into_iter().rev() {
            let sign = match token.agreement {
                None => "",
                Some(TokenAgreement::Agrees) => "=",
                Some(TokenAgreement::Differs) => "≠",
                Some(TokenAgreement::Unanswered) => "?",
            };
            let kind = KINDS[token.kind as usize];
            shown.replace_range(token.span.range(), &format!("⟨{kind} {}{sign}⟩", &text[token.span.range()]));
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_header() {
        check(
            "作者/Author(s): A\n來源: RAND Corporation\n日期: 04/17/2025\n關鍵字: 軍事、😀、中國\n",
            "⟨property 作者/Author(s)⟩: A\n⟨property 來源⟩: ⟨class RAND Corporation⟩\n⟨property 日期⟩: ⟨event 04/17/2025⟩\n⟨property 關鍵字⟩: ⟨enumMember 軍事⟩、😀、⟨enumMember 中國⟩\n",
        );
    }

    #[test]
    fn what_agrees_and_what_does_not() {
        check(
            "摘要:\n前言\n  • 😀全球南方國家在2023年編列527億美元，成長5%。\n\nSummary:\nLead\n  • In 2023, the Global South\n    spent $52.7 billion, up 6 percent.\n",
            "⟨namespace 摘要⟩:\n前言\n  ⟨operator •⟩ 😀⟨type 全球南方國家=⟩在⟨event 2023年=⟩編列⟨number 527億美元=⟩，成長⟨number 5%≠⟩。\n\n⟨namespace Summary⟩:\nLead\n  ⟨operator •⟩ In ⟨event 2023=⟩, the ⟨type Global South=⟩\n    spent ⟨number $52.7 billion=⟩, up ⟨number 6 percent≠⟩.\n",
        );
    }

    #[test]
    fn only_what_is_in_sight() {
        let text = "日期: 04/17/2025\n摘要:\n  • 甲\n";
        let found = tokens(&snapshot(text), Span::new(0, 5));
        assert_eq!(found.len(), 1);
        assert!(tokens(&snapshot("隨筆"), Span::new(0, 6)).is_empty());
    }
}
