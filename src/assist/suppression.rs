//! Decisions about findings: to accept one, or to turn its rule off. They are kept in brief.toml, so that no mark in the text
//! goes to print.

use std::path::Path;

use super::messages::Message;
use crate::config::{Addition, accepting, inside};
use crate::rules::{Finding, WordList};
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A decision that an editor offers.
#[derive(Debug, Clone)]
pub struct Suppression<'s> {
    pub title: Message,
    pub finding: &'s Finding,
    /// The entry to be added to brief.toml.
    pub addition: Addition,
}

/// The decisions about the findings at `span` of the file at `path`, to be kept in the brief.toml at `target`. Words that
/// belong in the house's lists come first.
pub fn suppressions<'s>(snapshot: &'s Snapshot, span: Span, path: &Path, target: &Path) -> Vec<Suppression<'s>> {
    let here: Vec<&Finding> = snapshot.findings().iter().filter(|finding| finding.span.touches(span)).collect();
    let words = here.iter().filter_map(|finding| new_word(snapshot, finding));
    let decisions = here.iter().flat_map(|finding| decisions(snapshot, finding, path, target));
    words.chain(decisions).collect()
}

/// Adding a source or keyword that is in no list to the house's own.
fn new_word<'s>(snapshot: &'s Snapshot, finding: &'s Finding) -> Option<Suppression<'s>> {
    let word = snapshot.content()[finding.span].to_owned();
    let title = Message::AddToToml { word: word.clone() };
    let addition = match finding.missing_in? {
        WordList::Sources => Addition::Source { name: word },
        WordList::Keywords => Addition::Keyword { chinese: word },
    };
    Some(Suppression { title, finding, addition })
}

fn decisions<'s>(snapshot: &'s Snapshot, finding: &'s Finding, path: &Path, target: &Path) -> Vec<Suppression<'s>> {
    let rule = finding.rule.name.to_owned();
    let accept = accepting(target, path, finding, snapshot.content());
    let mut all = vec![(Message::AcceptHere { rule: rule.clone() }, accept)];
    if let Some(file) = inside(target, path) {
        all.push((Message::TurnOffInFile { rule: rule.clone() }, Addition::IgnoreIn { rule: rule.clone(), file }));
    }
    all.push((Message::TurnOff { rule: rule.clone() }, Addition::Ignore { rule }));
    all.into_iter().map(|(title, addition)| Suppression { title, finding, addition }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::at_cursor;
    use crate::config::{Configuration, added};
    use crate::text::Span;

    /// The decisions at the cursor with what each makes of an empty brief.toml.
    #[track_caller]
    fn check(marked: &str, expected: &[(&str, &str)]) {
        let (snapshot, offset) = at_cursor(marked);
        let (path, target) = (Path::new("/briefs/2025/a.brief"), Path::new("/briefs/brief.toml"));
        let found = suppressions(&snapshot, Span::at(offset), path, target);
        let found: Vec<(String, String)> = found
            .iter()
            .map(|found| {
                let text = added("", std::slice::from_ref(&found.addition)).expect("TOML");
                Configuration::read(&text).expect("a configuration");
                (found.title.text(crate::messages::Locale::English), text)
            })
            .collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(title, text)| (title.as_str(), text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_finding_is_accepted_or_its_rule_turned_off() {
        check(
            "作者: X\n來源: RAND Corporation\n日期: 12/04/20|99\n",
            &[
                (
                    "Accept this here (date/future)",
                    "[[lint.accept]]\nrule = \"date/future\"\ntext = \"12/04/2099\"\nfile = \"2025/a.brief\"\n",
                ),
                (
                    "Turn off date/future in this file",
                    "[[lint.per-file]]\npath = \"2025/a.brief\"\nignore = [\"date/future\"]\n",
                ),
                ("Turn off date/future everywhere", "[lint]\nignore = [\"date/future\"]\n"),
            ],
        );
    }

    #[test]
    fn words_for_the_house_come_first() {
        let (snapshot, offset) = at_cursor("作者: X\n來源: Institute of Cloud| Gazing\n關鍵字: 觀雲\n");
        let target = Path::new("/briefs/brief.toml");
        let found = suppressions(&snapshot, Span::at(offset), Path::new("/briefs/a.brief"), target);
        assert_eq!(found[0].addition, Addition::Source { name: "Institute of Cloud Gazing".into() });
    }
}
