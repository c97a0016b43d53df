//! Links: web addresses in the text, and the site of a known source.

use std::sync::LazyLock;

use regex::Regex;

use crate::brief::FieldKind;
use crate::house::House;
use crate::lexicon::SourceMatch;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A place that leads to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub span: Span,
    /// A whole address.
    pub target: String,
}

/// An address ends at a blank, at Han and at the marks that Chinese text puts round it.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"https?://[^\s\p{Han}<>"「」『』《》〈〉（）【】、，。；：！？…]+"#).expect("a pattern")
});

/// In order of place.
pub fn links(snapshot: &Snapshot) -> Vec<Link> {
    if !snapshot.is_brief() {
        return Vec::new();
    }
    let content = snapshot.content();
    let mut links: Vec<Link> = ADDRESS.find_iter(content).map(|found| address(found.start(), found.as_str())).collect();
    links.extend(snapshot.file().briefs.iter().filter_map(|brief| {
        let value = brief.field(FieldKind::Source)?.value;
        site(snapshot.house(), &content[value]).map(|target| Link { span: value, target })
    }));
    links.sort_by_key(|link| link.span);
    links
}

/// Without the stop that ends the sentence, and a bracket that opens before the address.
fn address(start: usize, found: &str) -> Link {
    let mut kept = found.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    if kept.ends_with(')') && !kept.contains('(') {
        kept = &kept[..kept.len() - 1];
    }
    Link { span: Span::new(start, start + kept.len()), target: kept.to_owned() }
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
    }

    #[test]
    fn a_known_source_has_a_site() {
        let name = "International Institute for Strategic Studies";
        check(&format!("來源: {name}\n"), &[(name, "https://iiss.org/")]);
        check("來源: 不知名研究所\n", &[]);
    }
}
