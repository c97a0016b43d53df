//! The names in the source field's value that are no proper names of sources, and why.

use super::source_list;
use crate::lexicon::{Source, SourceMatch, Sources};
use crate::text::{Span, half_width, is_blank, is_han};

/// A part of the value that is no proper name, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFlaw<'k> {
    pub span: Span,
    pub kind: SourceFlawKind<'k>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceFlawKind<'k> {
    Unknown,
    /// The name that is meant.
    Misspelt(&'static str),
    Abbreviation(&'k Source),
    /// The likeliest first.
    Ambiguous(Vec<&'k Source>),
    /// A web address, of a known site.
    Address(&'k Source),
}

/// All in the value at `value` in `text`, in order of place.
pub fn source_flaws<'k>(text: &'k str, value: Span, sources: &'k Sources) -> Vec<SourceFlaw<'k>> {
    let mut reader = SourceReader { text, sources, flaws: Vec::new() };
    reader.value(value);
    reader.flaws
}

struct SourceReader<'k> {
    text: &'k str,
    sources: &'k Sources,
    flaws: Vec<SourceFlaw<'k>>,
}

impl<'k> SourceReader<'k> {
    fn value(&mut self, value: Span) {
        match self.meaning(value) {
            NameMeaning::Proper => {}
            NameMeaning::Flaw(kind) => self.flaw(value.trim(self.text), kind),
            NameMeaning::Unknown => self.list(value),
        }
    }

    /// Several sources, as far as marks part them that stand in no name.
    fn list(&mut self, value: Span) {
        for part in source_list::parts(self.text, value) {
            match self.meaning(part) {
                NameMeaning::Proper => {}
                NameMeaning::Flaw(kind) => self.flaw(part, kind),
                NameMeaning::Unknown => self.single(part),
            }
        }
    }

    /// One name, or several that are joined as words inside names are too; then one of them must be known.
    fn single(&mut self, part: Span) {
        let text = &self.text[part];
        if text.len() > LONGEST {
            return self.flaw(part, SourceFlawKind::Unknown);
        }
        if let Some((span, meant)) = self.closest(part) {
            return self.flaw(span, SourceFlawKind::Misspelt(meant));
        }
        for joint in joints(text) {
            let left = Span::new(part.start, part.start + joint.span.start).trim(self.text);
            let right = Span::new(part.start + joint.span.end, part.end).trim(self.text);
            let (one, two) = (self.meaning(left), self.meaning(right));
            let (one_known, two_known) = (one != NameMeaning::Unknown, two != NameMeaning::Unknown);
            // Carnegie Endowment for International Peace, Asia Program: a part of something known.
            if joint.joins_division && one == NameMeaning::Proper && !two_known {
                return;
            }
            if (one_known && two_known) || (joint.joins_names && (one_known || two_known)) {
                self.value(left);
                return self.value(right);
            }
        }
        self.flaw(part, SourceFlawKind::Unknown);
    }

    fn flaw(&mut self, span: Span, kind: SourceFlawKind<'k>) {
        self.flaws.push(SourceFlaw { span, kind });
    }

    /// The flaw of a name or address as a whole.
    fn meaning(&self, span: Span) -> NameMeaning<'k> {
        let text = self.text[span].trim_matches(is_blank);
        if text.is_empty() {
            return NameMeaning::Proper;
        }
        if let Some((name, address)) = split_address(text) {
            return match self.sources.by_domain(&address) {
                // The address behind a name is an addition.
                _ if !name.is_empty() && matches!(self.named(name), NameMeaning::Proper) => NameMeaning::Proper,
                Some(source) if name.is_empty() => NameMeaning::Flaw(SourceFlawKind::Address(source)),
                _ => NameMeaning::Unknown,
            };
        }
        self.named(text)
    }

    fn named(&self, text: &str) -> NameMeaning<'k> {
        let meaning = NameMeaning::from(self.sources.lookup(text));
        if meaning == NameMeaning::Proper {
            return meaning;
        }
        let Some((outside, inside)) = split_brackets(text) else { return meaning };
        let (name, addition) = (self.sources.lookup(outside), self.sources.lookup(inside));
        // Name (abbreviation), or the other way round, or with the Chinese name: one of them says it all.
        if matches!(name, SourceMatch::Name(_)) || matches!(addition, SourceMatch::Name(_)) {
            return NameMeaning::Proper;
        }
        if meaning == NameMeaning::Unknown { NameMeaning::from(name) } else { meaning }
    }

    /// The known name that the part misspells, and the place of the misspelling: what stands before a bracket.
    fn closest(&self, part: Span) -> Option<(Span, &'static str)> {
        let text = &self.text[part];
        let whole = self.sources.closest(text).map(|(_, name)| (part, name));
        whole.or_else(|| {
            let (name, _) = split_brackets(text)?;
            let (_, meant) = self.sources.closest(name)?;
            Some((Span::new(part.start, part.start + name.len()), meant))
        })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum NameMeaning<'k> {
    Proper,
    Flaw(SourceFlawKind<'k>),
    Unknown,
}

impl<'k> From<SourceMatch<'k>> for NameMeaning<'k> {
    fn from(found: SourceMatch<'k>) -> NameMeaning<'k> {
        match found {
            SourceMatch::Name(_) => NameMeaning::Proper,
            SourceMatch::Abbreviation(source) => NameMeaning::Flaw(SourceFlawKind::Abbreviation(source)),
            SourceMatch::Ambiguous(sources) => NameMeaning::Flaw(SourceFlawKind::Ambiguous(sources)),
            SourceMatch::Unknown => NameMeaning::Unknown,
        }
    }
}

/// Bytes beyond which a text is no single name.
const LONGEST: usize = 300;

/// Something that may join two sources, but occurs inside names as well.
struct Joint {
    span: Span,
    /// One known side is proof enough.
    joins_names: bool,
    /// The right side may be a division of the left one.
    joins_division: bool,
}

fn joints(text: &str) -> impl Iterator<Item = Joint> {
    text.char_indices().filter_map(|(at, c)| {
        let rest = &text[at..];
        if rest.get(..5).is_some_and(|word| word.eq_ignore_ascii_case(" and ")) {
            return Some(Joint { span: Span::new(at, at + 5), joins_names: true, joins_division: false });
        }
        let is_comma = matches!(c, ',' | '，');
        let turns = is_blank(c) && changes_script(&text[..at], &rest[c.len_utf8()..]);
        let joins = is_comma || turns || matches!(c, '/' | '／' | '|' | '｜' | '&' | '與' | '及' | '和');
        let span = Span::new(at, at + c.len_utf8());
        joins.then_some(Joint { span, joins_names: false, joins_division: is_comma || turns })
    })
}

/// Whether Han stands on one side only.
fn changes_script(before: &str, after: &str) -> bool {
    let sides = (before.chars().next_back(), after.chars().next());
    matches!(sides, (Some(before), Some(after)) if is_han(before) != is_han(after))
}

/// Before the brackets at the end, and within them.
fn split_brackets(text: &str) -> Option<(&str, &str)> {
    let open = text.strip_suffix([')', '）'])?;
    let (outside, inside) = open.rsplit_once(['(', '（'])?;
    let outside = outside.trim_end_matches(is_blank);
    (!outside.is_empty()).then_some((outside, inside))
}

/// A web address at the end, half-width, and the name before it, if any.
fn split_address(text: &str) -> Option<(&str, String)> {
    let plain: String = text.chars().map(|c| half_width(c).to_ascii_lowercase()).collect();
    let start = ["https://", "http://", "www."].iter().filter_map(|start| plain.find(start)).min();
    let Some(start) = start else {
        return is_host(&plain).then_some(("", plain));
    };
    let address = plain[start..].trim_end_matches([')', '>', ']', '.', ',']);
    if address.contains(|c| is_blank(c) || matches!(c, '、' | '；' | '，')) {
        return None;
    }
    // Half-width forms are shorter in bytes, but as many.
    let name_end = text.char_indices().nth(plain[..start].chars().count()).map_or(text.len(), |(at, _)| at);
    let joins = |c| is_blank(c) || matches!(c, '(' | '（' | '<' | '[' | ']' | ',' | '，' | ':' | '：');
    Some((text[..name_end].trim_matches(joins), address.to_owned()))
}

/// A bare host, with a path or without: `iiss.org/publications`.
fn is_host(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_domain = |label: &str| label.len() >= 2 && label.bytes().all(|b| b.is_ascii_alphabetic());
    labels.len() >= 2 && labels.iter().all(is_label) && labels.last().is_some_and(|label| is_domain(label))
}
