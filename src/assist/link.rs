//! Links: web addresses in the text, and the site of a known source.

use crate::brief::FieldKind;
use crate::house::House;
use crate::lexicon::SourceMatch;
use crate::reading::address::addresses;
use crate::snapshot::Snapshot;
use crate::text::{Span, is_han};

/// A place that leads to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLink {
    pub span: Span,
    /// A whole address.
    pub target: String,
}

/// In order of place.
pub fn links(snapshot: &Snapshot) -> Vec<DocumentLink> {
    if !snapshot.is_brief() {
        return Vec::new();
    }
    let content = snapshot.content();
    let written = addresses(content, Span::new(0, content.len()));
    let mut links: Vec<DocumentLink> = written.into_iter().filter_map(|span| page(content, span)).collect();
    links.extend(snapshot.file().briefs.iter().filter_map(|brief| {
        let value = brief.field(FieldKind::Source)?.value;
        site(snapshot.house(), &content[value]).map(|target| DocumentLink { span: value, target })
    }));
    links.sort_by_key(|link| link.span);
    links
}

/// The page at a written address, if it is one of the web.
fn page(content: &str, address: Span) -> Option<DocumentLink> {
    let written = without_prose(&content[address]);
    let front = written.get(..8).unwrap_or(written).to_ascii_lowercase();
    let target = match front {
        front if front.starts_with("http://") || front.starts_with("https://") => written.to_owned(),
        front if front.starts_with("www.") => format!("https://{written}"),
        _ => return None,
    };
    Some(DocumentLink { span: Span::new(address.start, address.start + written.len()), target })
}

/// Han that begins a part of an address belongs to it (`/wiki/台灣`); behind anything else the sentence goes on.
fn without_prose(address: &str) -> &str {
    let begins_part = |before: &str| before.ends_with(|c| matches!(c, '/' | '=') || is_han(c));
    let mut han = address.char_indices().filter(|&(_, c)| is_han(c)).map(|(at, _)| &address[..at]);
    let written = han.find(|before| !begins_part(before)).unwrap_or(address);
    written.trim_end_matches(['*', '_'])
}

fn site(house: &House, name: &str) -> Option<String> {
    let source = match house.sources().lookup(name) {
        SourceMatch::Name(source) | SourceMatch::Abbreviation(source) => source,
        _ => return None,
    };
    (!source.domain.is_empty()).then(|| format!("https://{}/", source.domain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::snapshot;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let snapshot = snapshot(text);
        let links = links(&snapshot);
        let found: Vec<(&str, &str)> = links.iter().map(|link| (&text[link.span], link.target.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn addresses_end_where_prose_goes_on() {
        let link = "https://www.iiss.org/a_(b)?c=1#d";
        let plain = "https://www.iiss.org/a?c=1#d";
        for text in
            [format!("摘要:\n見{plain}。\n"), format!("Summary:\n😀 ({plain}).\n"), format!("摘要:\n（{plain}）😀\n")]
        {
            check(&text, &[(plain, plain)]);
        }
        check(&format!("摘要:\n{link}\n"), &[(link, link)]);
        check(&format!("摘要:\n見{plain}報導，press@mnd.gov.tw。\n"), &[(plain, plain)]);
        let wiki = "HTTPS://zh.wikipedia.org/wiki/台灣";
        check(&format!("摘要:\n**{wiki}**\n"), &[(wiki, wiki)]);
        check("摘要:\n www.iiss.org/a。\n", &[("www.iiss.org/a", "https://www.iiss.org/a")]);
    }

    #[test]
    fn a_known_source_has_a_site() {
        let name = "International Institute for Strategic Studies";
        check(&format!("來源: {name}\n"), &[(name, "https://iiss.org/")]);
        check("來源: 不知名研究所\n", &[]);
    }
}
