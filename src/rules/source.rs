//! The source: what the value names, part by part, which every rule of this group reads one kind of.

pub mod abbreviation;
pub mod address;
pub mod ambiguous;
mod messages;
pub mod misspelled;
pub mod unknown;

use crate::brief::Field;
use crate::lexicon::{Source, SourceMatch, Sources};
use crate::reading::source_list;
use crate::rules::{Context, Group};
use crate::text::{Span, half_width, is_blank, is_han};

pub static GROUP: Group = Group {
    name: "source",
    rules: &[&unknown::RULE, &misspelled::RULE, &abbreviation::RULE, &ambiguous::RULE, &address::RULE],
};

/// A part of the value that is no proper name, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part<'k> {
    span: Span,
    fault: Fault<'k>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault<'k> {
    Unknown,
    /// The name that is meant.
    Misspelt(&'static str),
    Abbreviation(&'k Source),
    /// The likeliest first.
    Ambiguous(Vec<&'k Source>),
    /// A web address, of a known site.
    Address(&'k Source),
}

/// What is wrong with the source.
fn faults<'k>(cx: &Context<'k>, source: &Field) -> Vec<Part<'k>> {
    let mut parts = Vec::new();
    Judge { text: cx.text, sources: cx.house.sources(), parts: &mut parts }.value(source.value);
    parts
}

/// Whether a rule of this group has more to say of the place than that the name is in no list.
pub(in crate::rules) fn is_at_fault(cx: &Context, source: &Field, place: Span) -> bool {
    faults(cx, source)
        .iter()
        .any(|part| part.fault != Fault::Unknown && part.span.start < place.end && place.start < part.span.end)
}

struct Judge<'k, 'p> {
    text: &'k str,
    sources: &'k Sources,
    parts: &'p mut Vec<Part<'k>>,
}

impl<'k> Judge<'k, '_> {
    fn value(&mut self, value: Span) {
        match self.meaning(value) {
            Meaning::Proper => {}
            Meaning::Fault(fault) => self.parts.push(Part { span: value.trim(self.text), fault }),
            Meaning::Unknown => self.list(value),
        }
    }

    /// Several sources, as far as marks part them that stand in no name.
    fn list(&mut self, value: Span) {
        for part in source_list::parts(self.text, value) {
            match self.meaning(part) {
                Meaning::Proper => {}
                Meaning::Fault(fault) => self.parts.push(Part { span: part, fault }),
                Meaning::Unknown => self.single(part),
            }
        }
    }

    /// One name, or several that are joined as words inside names are too; then one of them must be known.
    fn single(&mut self, part: Span) {
        let text = &self.text[part];
        if text.len() > LONGEST {
            return self.fault(part, Fault::Unknown);
        }
        if let Some((span, meant)) = self.closest(part) {
            return self.fault(span, Fault::Misspelt(meant));
        }
        for joint in joints(text) {
            let left = Span::new(part.start, part.start + joint.span.start).trim(self.text);
            let right = Span::new(part.start + joint.span.end, part.end).trim(self.text);
            let (one, two) = (self.meaning(left), self.meaning(right));
            let (one_known, two_known) = (one != Meaning::Unknown, two != Meaning::Unknown);
            // Carnegie Endowment for International Peace, Asia Program: a part of something known.
            if joint.joins_division && one == Meaning::Proper && !two_known {
                return;
            }
            if (one_known && two_known) || (joint.joins_names && (one_known || two_known)) {
                self.value(left);
                return self.value(right);
            }
        }
        self.fault(part, Fault::Unknown);
    }

    fn fault(&mut self, span: Span, fault: Fault<'k>) {
        self.parts.push(Part { span, fault });
    }

    /// What a name or address means, without a look at its parts.
    fn meaning(&self, span: Span) -> Meaning<'k> {
        let text = self.text[span].trim_matches(is_blank);
        if text.is_empty() {
            return Meaning::Proper;
        }
        if let Some((name, address)) = split_address(text) {
            return match self.sources.by_domain(&address) {
                // The address behind a name is an addition.
                _ if !name.is_empty() && matches!(self.named(name), Meaning::Proper) => Meaning::Proper,
                Some(source) if name.is_empty() => Meaning::Fault(Fault::Address(source)),
                _ => Meaning::Unknown,
            };
        }
        self.named(text)
    }

    fn named(&self, text: &str) -> Meaning<'k> {
        let meaning = Meaning::from(self.sources.lookup(text));
        if meaning == Meaning::Proper {
            return meaning;
        }
        let Some((outside, inside)) = split_brackets(text) else { return meaning };
        let (name, addition) = (self.sources.lookup(outside), self.sources.lookup(inside));
        // Name (abbreviation), or the other way round, or with the Chinese name: one of them says it all.
        if matches!(name, SourceMatch::Name(_)) || matches!(addition, SourceMatch::Name(_)) {
            return Meaning::Proper;
        }
        if meaning == Meaning::Unknown { Meaning::from(name) } else { meaning }
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
enum Meaning<'k> {
    Proper,
    Fault(Fault<'k>),
    Unknown,
}

impl<'k> From<SourceMatch<'k>> for Meaning<'k> {
    fn from(found: SourceMatch<'k>) -> Meaning<'k> {
        match found {
            SourceMatch::Name(_) => Meaning::Proper,
            SourceMatch::Abbreviation(source) => Meaning::Fault(Fault::Abbreviation(source)),
            SourceMatch::Ambiguous(sources) => Meaning::Fault(Fault::Ambiguous(sources)),
            SourceMatch::Unknown => Meaning::Unknown,
        }
    }
}

/// What is longer holds no one name.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rules::tests::{check_any, check_quiet, run};

    #[track_caller]
    fn check_proper(value: &str) {
        for colon in [":", "："] {
            for rule in GROUP.rules {
                check_quiet(rule, &format!("網站來源/Source{colon} {value}\r\n\r\n日期: 04/17/2025\r\n"));
            }
        }
    }

    #[test]
    fn known_names_in_every_dress() {
        for value in [
            "International Institute for Strategic Studies",
            "international institute for strategic studies",
            "Ｉnternational Institute for Strategic Studies",
            "International Institute for Strategic Studies (IISS)",
            "International Institute for Strategic Studies（國際戰略研究所）",
            "國際戰略研究所（IISS）",
            "IISS（國際戰略研究所）",
            "IISS (International Institute for Strategic Studies)",
            "國際戰略研究所",
            "國際戰略研究所 International Institute for Strategic Studies",
            "International Institute for Strategic Studies 國際戰略研究所",
            "國際戰略研究所/International Institute for Strategic Studies",
            "International Institute for Strategic Studies (Singapore)",
            "the RAND Corporation",
            "Australian Strategic Policy Institute (ASPI)",
            "《經濟學人》",
            "經濟學人",
            "《台北時報》",
            "臺灣民主基金會",
            "Reuters",
            "TIME",
            "Center for Strategic & International Studies",
            "Research Institute for Democracy, Society and Emerging Technology",
            "Radio Free Europe/Radio Liberty",
        ] {
            check_proper(value);
        }
    }

    #[test]
    fn several_sources() {
        for value in [
            "RAND Corporation、Brookings Institution",
            "RAND Corporation; Brookings Institution",
            "RAND Corporation / Brookings Institution",
            "RAND Corporation and Brookings Institution",
            "RAND Corporation, Brookings Institution and Hoover Institution",
            "蘭德公司、布魯金斯研究院",
            "蘭德公司與布魯金斯研究院",
            "Center for Strategic and International Studies and RAND Corporation",
        ] {
            check_proper(value);
        }
    }

    #[test]
    fn additions_to_a_name() {
        for value in [
            "RAND Corporation, Center for Asia Pacific Policy",
            "Foreign Affairs (May/June 2025)",
            "Foreign Affairs, Vol. 104",
            "RAND Corporation (https://www.rand.org/pubs)",
            "RAND Corporation https://www.rand.org/pubs",
            "[RAND Corporation](https://www.rand.org/pubs)",
        ] {
            check_proper(value);
        }
    }

    #[test]
    fn an_empty_value_is_not_judged() {
        check_proper("");
        check_proper("\u{3000}");
    }

    proptest! {
        #[test]
        fn any_value_is_judged(value in "(IISS|RAND Corporation|蘭德公司| and |與|https://|www\\.|iiss\\.org|[()（）、;；/,。. \u{3000}😀𠮷a]){0,12}") {
            check_any(GROUP.rules, &format!("來源: {value}\n"));
        }
    }

    #[test]
    fn what_is_long_is_no_one_name() {
        let value = format!("{}x", "a and ".repeat(200_000));
        let text = format!("來源: {value}\n");
        for rule in GROUP.rules {
            let found: Vec<&str> = run(rule, &text).iter().map(|finding| &text.as_str()[finding.span]).collect();
            let expected = if rule.name == unknown::RULE.name { vec![value.as_str()] } else { Vec::new() };
            assert!(found == expected, "{} finds {} names", rule.name, found.len());
        }
    }
}
