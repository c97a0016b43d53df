//! Completion: labels, authors, sources, keywords, dates, what a point's partner says, and a whole brief in an empty file.
//!
//! The server filters, because no editor's own filter knows pinyin or where a Chinese word starts. What is typed is
//! compared with the start of every key of an entry; the key that matched goes first into the filter text, in the typed
//! case, so that an editor that filters again keeps the entry. All entries replace one common range.

mod author;
mod documentation;
mod keyword;
mod label;
pub mod memory_match;
mod point;
mod source;

pub use documentation::{Documentation, documentation};

use crate::archive::mention::mentions;
use crate::archive::{Archive, ArchivedName, Mention, NameKind};
use crate::assist::memory_match::FuzzyMatch;
use crate::assist::{key, template};
use crate::brief::{Brief, Field, FieldKind, LineKind};
use crate::reading::date;
use crate::snapshot::Snapshot;
use crate::text::{Span, is_blank};

/// An entry of the completion list, which is in order of rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    pub kind: CompletionKind,
    pub label: String,
    /// Shown beside the label: the name in the other language, the full name.
    pub detail: Option<String>,
    /// The range to replace, the same for all entries.
    pub span: Span,
    pub insert: String,
    /// Replaces `insert` in editors that know tab stops.
    pub snippet: Option<String>,
    /// Begins with what was typed.
    pub filter: String,
    /// The key to its documentation.
    pub about: Option<About>,
}

/// The subject of an entry, by which its documentation is found when a person looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The partner's words at this place.
    Partner(Span),
    Source(String),
    Keyword(String),
    /// A match of the partner's text in the archive.
    MemoryMatch(Box<FuzzyMatch>),
}

/// The cause of a completion request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// A separator was typed, which may just be prose.
    Character,
    /// Something was typed.
    Typing,
    /// A person who wants to see everything.
    Person,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    Brief,
    Label,
    Author,
    Source,
    Keyword,
    Date,
    Term,
    Value,
    /// A whole text from the translation memory.
    MemoryMatch,
}

/// The entries for byte `offset`.
pub fn complete(snapshot: &Snapshot, archive: &Archive, offset: usize, trigger: Trigger) -> Vec<Completion> {
    let file = snapshot.file();
    // Nothing is typed before a byte order mark.
    let is_before_all = file.lines.first().is_some_and(|first| offset < first.span.start);
    if !snapshot.is_brief() || is_before_all {
        return Vec::new();
    }
    let content = snapshot.content();
    if content.chars().all(|c| is_blank(c) || matches!(c, '\n' | '\r' | '\u{feff}')) {
        return whole_brief(snapshot, offset);
    }
    let line = snapshot.line_at(offset);
    let brief = file.brief_at_line(line).or(file.briefs.first());
    let Some(brief) = brief else {
        return Vec::new();
    };
    if let Some(field) = field_at(brief, line, offset) {
        return value(snapshot, archive, brief, field, offset);
    }
    let kind = file.lines.get(line).map_or(LineKind::Blank, |line| line.kind);
    let start = file.lines.get(line).map_or(offset, |line| line.span.start);
    // A section's label is no place to type another one, a point begins with its mark.
    match kind {
        LineKind::SectionLabel | LineKind::Separator | LineKind::FieldValue => Vec::new(),
        LineKind::Point | LineKind::Continuation => point::complete(snapshot, offset, trigger),
        LineKind::Paragraph | LineKind::Blank => {
            let labels = label::complete(snapshot, brief, Span::new(start, offset));
            if labels.is_empty() { point::complete(snapshot, offset, trigger) } else { labels }
        }
        _ => label::complete(snapshot, brief, Span::new(start, offset)),
    }
}

/// The field whose value the cursor is in.
fn field_at(brief: &Brief, line: usize, offset: usize) -> Option<&Field> {
    brief.fields.iter().find(|field| {
        let in_value = field.line == line && field.label.colon.is_some_and(|colon| colon.end <= offset);
        in_value || (field.value_line == line && field.line != line)
    })
}

fn value(snapshot: &Snapshot, archive: &Archive, brief: &Brief, field: &Field, offset: usize) -> Vec<Completion> {
    let start = if field.value.is_empty() { offset } else { field.value.start.min(offset) };
    let typed = Span::new(start, offset);
    let content = snapshot.content();
    let known = |kind| known(snapshot, archive, brief, kind, offset);
    match field.kind() {
        Some(FieldKind::Author) => author::complete(content, known(NameKind::Author), field, typed),
        Some(FieldKind::Source) => source::complete(snapshot, known(NameKind::Source), typed),
        Some(FieldKind::Keywords) => keyword::complete(snapshot, known(NameKind::Keyword), brief, field, typed),
        Some(FieldKind::Date) => dates(snapshot, typed),
        _ => Vec::new(),
    }
}

/// The archive's names of a kind, except the one at the cursor, which is just being typed.
fn known<'a>(
    snapshot: &Snapshot,
    archive: &'a Archive,
    brief: &Brief,
    kind: NameKind,
    offset: usize,
) -> Vec<ArchivedName<'a>> {
    let content = snapshot.content();
    let here = |mention: &Mention| mention.kind == kind && mention.span.touches(Span::at(offset));
    let typed = mentions(content, brief, snapshot.house()).into_iter().find(here).map(|mention| &content[mention.span]);
    archive.known(kind).filter(|known| known.briefs > 1 || Some(known.name) != typed).collect()
}

/// Detail of an entry with its number of briefs: `military · 42×`.
fn with_use(detail: Option<String>, briefs: usize) -> Option<String> {
    let used = (briefs > 0).then(|| format!("{briefs}×"));
    let parts: Vec<String> = detail.into_iter().chain(used).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Today's date, and the typed date in the house's format.
fn dates(snapshot: &Snapshot, span: Span) -> Vec<Completion> {
    let typed = &snapshot.content()[span];
    let format = &snapshot.house().date_format;
    let today = format.write(snapshot.today());
    let read = date::read(typed, format).date().map(|date| format.write(date)).filter(|read| read != typed);
    let is_today = [today.as_str(), "today", "今天", "今日", "jintian"].iter().any(|key| key.starts_with(typed));
    let today = is_today.then_some((today, "today · 今天".to_owned()));
    let entries = read.map(|read| (read, format.shape())).into_iter().chain(today);
    entries
        .map(|(date, detail)| Completion {
            kind: CompletionKind::Date,
            filter: key::filter(typed, &date, [date.as_str()]),
            label: date.clone(),
            detail: Some(detail),
            span,
            insert: date,
            snippet: None,
            about: None,
        })
        .collect()
}

fn whole_brief(snapshot: &Snapshot, offset: usize) -> Vec<Completion> {
    let label = "作者/Author(s) … Summary";
    vec![Completion {
        kind: CompletionKind::Brief,
        label: label.to_owned(),
        detail: Some("a whole brief · 整份簡報".to_owned()),
        span: Span::at(offset),
        insert: template::plain(snapshot.house(), snapshot.today()),
        snippet: Some(template::snippet(snapshot.house(), snapshot.today())),
        filter: label.to_owned(),
        about: None,
    }]
}

#[cfg(test)]
mod tests;
