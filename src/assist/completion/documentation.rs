//! Documentation of an entry, computed when a person looks at it.

use super::About;
use crate::assist::hover;
use crate::assist::messages::Message;
use crate::house::House;
use crate::language::Language;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// Where an entry comes from, and more about it in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documentation {
    pub origin: Message,
    pub markdown: String,
}

/// The documentation of an entry that was offered for this version.
pub fn documentation(snapshot: &Snapshot, about: &About) -> Option<Documentation> {
    match about {
        About::Partner(place) => partner(snapshot, *place),
        About::Source(name) => {
            Some(Documentation { origin: Message::FromSources, markdown: hover::of_source(snapshot.house(), name)? })
        }
        // The entry carries its documentation.
        About::MemoryMatch(_) => None,
        About::Keyword(name) => {
            Some(Documentation { origin: Message::FromKeywords, markdown: hover::of_keyword(snapshot.house(), name)? })
        }
    }
}

/// The partner's text, the place in bold.
fn partner(snapshot: &Snapshot, place: Span) -> Option<Documentation> {
    let content = snapshot.content();
    let sections = snapshot.file().briefs.iter().flat_map(|brief| &brief.sections);
    let holds = |text: &Span| text.start <= place.start && place.end <= text.end;
    let text = sections.flat_map(|section| section.texts()).find(holds)?;
    let [before, written, behind] =
        [Span::new(text.start, place.start), place, Span::new(place.end, text.end)].map(|span| plain(&content[span]));
    let markdown = format!("> {before}**{written}**{behind}");
    Some(Documentation { origin: origin(&content[place], snapshot.house()), markdown })
}

fn plain(text: &str) -> String {
    hover::plain(&text.replace(['\n', '\r'], " "))
}

fn origin(written: &str, house: &House) -> Message {
    let found = Language::ALL.map(|language| house.terms().search(language, written));
    let whole = found.iter().flat_map(|found| found.iter()).find(|found| found.span.len() == written.len());
    match whole {
        Some(found) if found.term.is_of_house => Message::FromHouse,
        Some(_) => Message::FromGlossary,
        None if house.keywords().lookup(written).is_some() => Message::FromKeywords,
        None => Message::FromPartner,
    }
}
