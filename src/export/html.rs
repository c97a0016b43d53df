//! The page that shows each brief side by side: Chinese left, English right, a row a pair, findings at their text.
//!
//! The page is self-contained and has no script. Texts carry `data-lines`, their first and last line in the file counted
//! from 0, by which an editor can follow its cursor.

use std::ops::Range;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::links::{ItemLink, links, overlap};
use super::messages::Message;
use super::notes::{Note, NoteMark, Notes};
use super::pieces::{cut, one_line};
use crate::bitext::{Bitext, Row};
use crate::brief::{Brief, Field, FieldKind, Label, Segment};
use crate::language::Language;
use crate::messages::Locale;
use crate::rules::{Context, Finding, Severity};
use crate::snapshot::Snapshot;
use crate::text::Span;

const STYLE: &str = include_str!("html/page.css");

/// Content security policy: nothing may be loaded, run or sent, whatever a text holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page of all briefs in the snapshot. `name` is what its readers call the file.
pub fn page(snapshot: &Snapshot, name: &str, locale: Locale) -> String {
    let sheets: Vec<Sheet> = snapshot.contexts().map(|cx| Sheet::new(snapshot, &cx, locale)).collect();
    let title = match &sheets[..] {
        [only] => only.title().unwrap_or(name),
        _ => name,
    };
    let page = html! {
        (DOCTYPE)
        html lang=(tag(locale)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(concat!("brief-ls ", env!("CARGO_PKG_VERSION")));
                title { (title) " – " (Message::Title.text(locale)) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (contents(&sheets, locale)) (articles(snapshot, &sheets, name, locale)) } }
        }
    };
    page.into_string()
}

/// Whether a file holds a page of ours.
pub fn is_page(content: &str) -> bool {
    let head = content.split("<title>").next().unwrap_or_default();
    head.contains(r#"<meta name="generator" content="brief-ls "#)
}

fn tag(locale: Locale) -> &'static str {
    locale.language().profile().tag
}

/// Links to the briefs, where there are several.
fn contents(sheets: &[Sheet], locale: Locale) -> Markup {
    html! {
        @if sheets.len() > 1 {
            details.contents {
                summary { (Message::Contents { briefs: sheets.len() }.text(locale)) }
                ol {
                    @for sheet in sheets { li { a href={ "#" (sheet.id()) } { bdi { (sheet.title().unwrap_or("…")) } } } }
                }
            }
        }
    }
}

fn articles(snapshot: &Snapshot, sheets: &[Sheet], name: &str, locale: Locale) -> Markup {
    html! {
        @for sheet in sheets { (sheet.article(name)) }
        @if sheets.is_empty() {
            h1 { bdi { (name) } }
            p.quiet { (Message::NoBrief.text(locale)) }
            // What is too large to be read has a finding all the same.
            @for finding in snapshot.findings() { p { (finding.message.text(locale)) } }
        }
    }
}

/// One brief with its rows and footnotes.
struct Sheet<'a> {
    text: &'a str,
    snapshot: &'a Snapshot,
    brief: &'a Brief,
    bitext: Bitext<'a>,
    rows: Vec<Row>,
    notes: Notes<'a>,
    locale: Locale,
}

impl<'a> Sheet<'a> {
    fn new(snapshot: &'a Snapshot, cx: &Context<'a>, locale: Locale) -> Sheet<'a> {
        let mut sheet = Sheet {
            text: cx.text,
            snapshot,
            brief: cx.brief,
            bitext: cx.bitext(),
            rows: cx.bitext().rows(),
            notes: Notes::default(),
            locale,
        };
        sheet.notes = Notes::new(&sheet.areas(), sheet.findings());
        sheet
    }

    /// The findings from this brief's first line to the next one's.
    fn findings(&self) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let file = self.snapshot.file();
        let start = |brief: &Brief| file.lines_span(&brief.lines).start;
        let later = file.briefs.iter().find(|other| other.lines.start > self.brief.lines.start);
        let end = later.map_or(usize::MAX, start);
        let is_first = file.briefs.first() == Some(self.brief);
        let begin = if is_first { 0 } else { start(self.brief) };
        self.snapshot.findings().iter().filter(move |finding| (begin..end).contains(&finding.span.start))
    }

    /// The areas in which findings are at home, in the order of the page.
    fn areas(&self) -> Vec<Span> {
        let fields = self.brief.fields.iter().map(|field| self.field_area(field));
        let loose = self.brief.loose.iter().map(|&line| self.area(&(line..line + 1)));
        let labels = self.brief.sections.iter().map(|section| section.label.whole);
        let texts = self.rows.iter().flat_map(Row::all).map(|segment| self.area(self.lines_of(segment)));
        fields.chain(loose).chain(labels).chain(texts).collect()
    }

    fn area(&self, lines: &Range<usize>) -> Span {
        self.snapshot.file().lines_span(lines)
    }

    fn lines_of(&self, segment: &Segment) -> &'a Range<usize> {
        let section = self.brief.section(segment.language).expect("a section that has the segment");
        section.lines_of(segment)
    }

    fn field_area(&self, field: &Field) -> Span {
        self.area(&(field.line..field.value_line + 1))
    }

    fn value(&self, kind: FieldKind) -> Option<&'a str> {
        let value = self.text[self.brief.field(kind)?.value.range()].trim();
        (!value.is_empty()).then_some(value)
    }

    /// The brief's best-known name.
    fn title(&self) -> Option<&'a str> {
        self.value(FieldKind::Title).or_else(|| self.value(FieldKind::Source))
    }

    fn id(&self) -> String {
        format!("brief-{}", self.brief.lines.start + 1)
    }

    fn article(&self, name: &str) -> Markup {
        html! {
            article.brief id=(self.id()) {
                header {
                    p.file { bdi { (name) } }
                    h1 { bdi { (self.title().unwrap_or(name)) } }
                    (self.fields())
                    (self.loose())
                    (self.tally())
                    (self.note_list(self.notes.elsewhere()))
                }
                (self.table())
            }
        }
    }

    fn fields(&self) -> Markup {
        html! {
            @if !self.brief.fields.is_empty() {
                dl.fields {
                    @for field in &self.brief.fields {
                        div data-lines=(lines(&(field.line..field.value_line + 1))) {
                            dt { (self.marked(field.label.words, &[])) }
                            dd {
                                span dir="auto" { (self.marked(field.value, &[])) }
                                (self.note_list(self.notes.at(self.field_area(field))))
                            }
                        }
                    }
                }
            }
        }
    }

    fn loose(&self) -> Markup {
        html! {
            @for &line in &self.brief.loose {
                @let area = self.area(&(line..line + 1));
                div.loose data-lines=(lines(&(line..line + 1))) {
                    p dir="auto" { (self.marked(area.trim(self.text), &[])) }
                    (self.note_list(self.notes.at(area)))
                }
            }
        }
    }

    /// How many pairs and findings there are.
    fn tally(&self) -> Markup {
        let lone = self.rows.iter().filter(|row| row.is_lone()).count();
        let pairs = self.rows.len() - lone;
        let paired = if lone == 0 { Message::AllPaired { pairs } } else { Message::Pairs { pairs, lone } };
        html! {
            ul.tally {
                li { (paired.text(self.locale)) }
                @for severity in Severity::ALL.into_iter().filter(|&severity| self.notes.count(severity) > 0) {
                    li class=(severity.as_str()) {
                        (self.word(severity)) " " (self.notes.count(severity))
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        html! {
            @if !self.brief.sections.is_empty() {
                // The roles stay when a narrow screen lays the table out as blocks.
                table role="table" {
                    thead role="rowgroup" {
                        tr role="row" { @for language in Language::ALL { (self.heading(language)) } }
                    }
                    tbody role="rowgroup" { @for row in &self.rows { (self.row(row)) } }
                }
            }
        }
    }

    fn heading(&self, language: Language) -> Markup {
        let section = self.brief.section(language);
        let label = |label: &Label| self.marked(label.words, &[]);
        let name = Message::Half { language };
        html! {
            th role="columnheader" scope="col" data-lines=[section.map(|it| lines(&(it.lines.start..it.lines.start + 1)))] {
                @match section {
                    Some(section) => {
                        span lang=(language.profile().tag) { (label(&section.label)) }
                        (self.note_list(self.notes.at(section.label.whole)))
                    }
                    None => span.quiet { (name.text(self.locale)) },
                }
            }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        let places = row.segments.as_ref().map(|segments| segments.iter().map(|it| it.span).collect::<Vec<_>>());
        let links = links(&self.bitext.correspondence_between(places.as_ref().map(Vec::as_slice)));
        let kind = if row.is_lead() { "lead" } else { "pair" };
        html! {
            tr role="row" class=(kind) {
                @for language in Language::ALL { (self.cell(language, row, &links)) }
            }
        }
    }

    fn cell(&self, language: Language, row: &Row, links: &[ItemLink]) -> Markup {
        let segments = &row.segments[language];
        let state = match row {
            _ if row.is_crossed => Some(Message::Crossed),
            _ if row.is_merged() => Some(Message::Merged),
            _ => None,
        };
        html! {
            @if segments.is_empty() {
                td.none role="cell" { p { (Message::NoPartner.text(self.locale)) } }
            } @else {
                td role="cell" lang=(language.profile().tag) {
                    @if let Some(state) = state { p.state lang=(tag(self.locale)) { (state.text(self.locale)) } }
                    @for segment in segments { (self.segment(segment, links)) }
                }
            }
        }
    }

    fn segment(&self, segment: &Segment, links: &[ItemLink]) -> Markup {
        let point = segment.point().zip(self.brief.section(segment.language));
        let depth = point.map_or(0, |(index, section)| section.points[index].depth.min(3));
        let its_lines = self.lines_of(segment);
        html! {
            div class={ "entry depth-" (depth) } data-lines=(lines(its_lines)) {
                (self.number(segment))
                @if segment.span.is_empty() {
                    p.quiet lang=(tag(self.locale)) { (Message::NoText.text(self.locale)) }
                } @else {
                    p dir="auto" { (self.marked(segment.span, links)) }
                }
                (self.note_list(self.notes.at(self.area(its_lines))))
            }
        }
    }

    /// The point's number, by which findings call it.
    fn number(&self, segment: &Segment) -> Markup {
        html! {
            @if let Some(number) = segment.point().map(|index| index + 1) {
                span.number role="img" aria-label=(Message::Point { number }.text(self.locale)) lang=(tag(self.locale)) {
                    (number)
                }
            }
        }
    }

    /// A text with its findings marked and with the places that agree linked to their partners.
    fn marked(&self, span: Span, links: &[ItemLink]) -> Markup {
        let marks = self.notes.marks(span);
        let ends = marks.iter().map(|mark| mark.span).chain(links.iter().flat_map(ItemLink::spans));
        html! { @for piece in cut(span, ends) { (self.piece(piece, &marks, links)) } }
    }

    fn piece(&self, piece: Span, marks: &[NoteMark], links: &[ItemLink]) -> Markup {
        let words = one_line(self.text, piece);
        let link = links.iter().enumerate().find(|(_, link)| link.spans().any(|place| overlap(place, piece)));
        let linked = html! {
            @match link {
                Some((index, link)) => span class={ "link c" (index % COLOURS) } data-link=(letter(index)) title=(self.agreement(link, piece)) { (words) },
                None => (words),
            }
        };
        let over: Vec<&NoteMark> = marks.iter().filter(|mark| overlap(mark.span, piece)).collect();
        let Some(worst) = over.iter().min_by_key(|mark| (mark.is_related, mark.note.finding.severity)) else {
            return linked;
        };
        let class = if worst.is_related { "related" } else { worst.note.finding.severity.as_str() };
        html! {
            mark class=(class) title=(worst.note.finding.message.text(self.locale)) { (linked) }
            @for mark in over.iter().filter(|mark| mark.span.end <= piece.end) { (self.reference(&mark.note)) }
        }
    }

    /// The tooltip of a linked place: its partner's words.
    fn agreement(&self, link: &ItemLink, here: Span) -> String {
        let holds = |language: &Language| link.places[*language].iter().any(|&place| overlap(place, here));
        let own = Language::ALL.into_iter().find(holds).unwrap_or(Language::English);
        let partner = &link.places[own.other()];
        Message::Agrees { partner: one_line(self.text, partner[0]) }.text(self.locale)
    }

    fn reference(&self, note: &Note) -> Markup {
        html! {
            a.ref href={ "#" (self.id()) "-" (note.number) } aria-label=(Message::Note { number: note.number }.text(self.locale)) {
                (note.number)
            }
        }
    }

    fn note_list(&self, notes: impl Iterator<Item = Note<'a>>) -> Markup {
        let notes: Vec<Note> = notes.collect();
        html! {
            @if !notes.is_empty() {
                ul.notes lang=(tag(self.locale)) {
                    @for note in &notes {
                        @let severity = note.finding.severity;
                        li class=(severity.as_str()) id={ (self.id()) "-" (note.number) } {
                            span.ref { (note.number) } " "
                            strong { (self.word(severity)) } " "
                            bdi { (note.finding.message.text(self.locale)) } " "
                            code { (note.finding.rule.name) }
                        }
                    }
                }
            }
        }
    }

    fn word(&self, severity: Severity) -> String {
        severity.word().text(self.locale)
    }
}

/// Colours that links of one row take in turn; the letter tells links of one colour apart.
const COLOURS: usize = 6;

fn letter(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    if index < 26 { letter.to_string() } else { format!("{letter}{}", index / 26) }
}

fn lines(lines: &Range<usize>) -> String {
    format!("{}-{}", lines.start, lines.end.saturating_sub(1).max(lines.start))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use regex::Regex;

    use super::*;
    use crate::export::tests::snapshot;

    fn page_of(text: &str, locale: Locale) -> String {
        let snapshot = snapshot(text);
        page(&snapshot, "note.brief", locale)
    }

    #[track_caller]
    fn check(text: &str, parts: &[&str]) {
        let page = page_of(text, Locale::English);
        let body = &page[page.find("<body>").expect("a body")..];
        for part in parts {
            assert!(body.contains(part), "no {part}\n{body}");
        }
    }

    const PAIR: &str =
        "摘要:\n甲\n  • 俄羅斯與土耳其簽署協定。\n\nSummary:\nA\n  • Russia signs an agreement with Mexico.\n";

    #[test]
    fn languages_and_lines_are_told() {
        check(
            PAIR,
            &[
                "<td role=\"cell\" lang=\"zh-Hant-TW\">",
                "<td role=\"cell\" lang=\"en\"><div class=\"entry depth-0\" data-lines=\"6-6\">",
                "<th role=\"columnheader\" scope=\"col\" data-lines=\"0-0\"><span lang=\"zh-Hant-TW\">摘要</span>",
            ],
        );
        assert!(page_of(PAIR, Locale::English).contains("<html lang=\"en\">"));
        assert!(page_of(PAIR, Locale::Chinese).contains("<html lang=\"zh-Hant-TW\">"));
    }

    #[test]
    fn what_agrees_is_linked_and_what_differs_is_marked_on_both_sides() {
        check(
            PAIR,
            &[
                "data-link=\"a\" title=\"agrees with “Russia”\">俄羅斯</span>",
                "data-link=\"a\" title=\"agrees with “俄羅斯”\">Russia</span>",
                ">Mexico</mark><a class=\"ref\" href=\"#brief-1-",
                ">土耳其</mark><a class=\"ref\" href=\"#brief-1-",
                "<code>agreement/term</code>",
                "<strong>hint</strong>",
            ],
        );
    }

    #[test]
    fn states_are_said_in_words() {
        check("摘要:\n  • 甲\n", &["no partner in the other language", "section/missing"]);
        check("摘要:\n  •\n\nSummary:\n  • B\n", &["<p class=\"quiet\" lang=\"en\">no text</p>"]);
        check("", &["There is no brief in this text."]);
        let two = format!("作者: X\n\n{PAIR}\n---\n\n作者: Y\n\n{PAIR}");
        check(&two, &["Briefs on this page: 2", "<a href=\"#brief-1\">", "<article class=\"brief\" id=\"brief-13\">"]);
    }

    #[test]
    fn findings_outside_every_text_are_shown_too() {
        let text = "摘要:\n甲\n\nSummary:\nA\n";
        let snapshot = snapshot(text);
        let page = page(&snapshot, "x", Locale::English);
        let rules: Vec<&str> = snapshot.findings().iter().map(|finding| finding.rule.name).collect();
        assert_eq!(rules, ["header/missing-field"]);
        for rule in rules {
            assert!(page.contains(&format!("<code>{rule}</code>")), "{rule}");
        }
    }

    /// The elements that a page is made of.
    const ELEMENTS: &str = "html head meta title style body main details summary ol ul li a bdi article header p h1 dl div \
                            dt dd span table thead tbody tr th td mark strong code";

    proptest! {
        #[test]
        fn no_text_becomes_markup(parts in proptest::collection::vec("<script>|</style>|<img onerror=x>|\"|'|&lt;|-->|摘要:\n|Summary:\n|  • |\n|作者: |中國|\u{202e}|😀|[ -~]{0,9}", 0..30)) {
            let page = page_of(&parts.concat(), Locale::English);
            let known: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
            let tag = Regex::new(r#"<(?:!DOCTYPE html|/?([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*))>"#).expect("a pattern");
            let style = page.find("<style>").expect("a style")..page.find("</style>").expect("its end");
            let bare = page.replacen(&page[style], "", 1);
            prop_assert_eq!(tag.replace_all(&bare, "").matches(['<', '>']).count(), 0);
            let value = Regex::new(r#""[^"]*""#).expect("a pattern");
            for found in tag.captures_iter(&bare) {
                prop_assert!(found.get(1).is_none_or(|name| known.contains(name.as_str())), "{}", &found[0]);
                prop_assert!(!value.replace_all(&found[0], "").contains(" on"), "{}", &found[0]);
            }
        }
    }
}
