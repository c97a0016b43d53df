//! References to an author, a source or a keyword, and renaming them.

use super::messages::Message;
use crate::archive::mention::mentions;
use crate::archive::{Mention, NameKind, identity};
use crate::lexicon::Keywords;
use crate::reading::author_list::AuthorList;
use crate::reading::keyword_list::KeywordList;
use crate::reading::source_list;
use crate::snapshot::Snapshot;
use crate::text::{Span, is_blank};

/// The name under the cursor, with the identity that all its spellings share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameAtCursor {
    pub kind: NameKind,
    pub span: Span,
    pub spelling: String,
    identity: String,
}

/// A mention of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameReference {
    pub span: Span,
    /// Spelt otherwise than under the cursor.
    pub is_variant: bool,
}

/// The name at byte `offset`.
pub fn name_at(snapshot: &Snapshot, offset: usize) -> Option<NameAtCursor> {
    let content = snapshot.content();
    let mut all = snapshot.file().briefs.iter().flat_map(|brief| mentions(content, brief, snapshot.house()));
    let Mention { kind, span } = all.find(|mention| mention.span.touches(Span::at(offset)))?;
    let spelling = content[span].to_owned();
    Some(NameAtCursor { kind, span, identity: identity(kind, &spelling), spelling })
}

/// The document's mentions of a name in any spelling, in order of place.
pub fn references(snapshot: &Snapshot, name: &NameAtCursor) -> Vec<NameReference> {
    let content = snapshot.content();
    let all = snapshot.file().briefs.iter().flat_map(|brief| mentions(content, brief, snapshot.house()));
    let meant = all.filter(|mention| mention.kind == name.kind).filter(|mention| {
        let spelling = &content[mention.span];
        spelling == name.spelling || identity(name.kind, spelling) == name.identity
    });
    meant
        .map(|mention| NameReference { span: mention.span, is_variant: content[mention.span] != name.spelling })
        .collect()
}

/// `new` as a name of that kind, trimmed.
///
/// # Errors
/// A message for the user when it is not exactly one name.
pub fn checked<'n>(kind: NameKind, new: &'n str, known: &Keywords) -> Result<&'n str, Message> {
    let name = new.trim_matches(is_blank);
    let whole = Span::new(0, name.len());
    let is_one = match kind {
        NameKind::Author => AuthorList::read(name, whole).names.len() == 1,
        NameKind::Keyword => KeywordList::read(name, whole, known).items == [whole],
        NameKind::Source => source_list::parts(name, whole) == [whole],
    };
    match is_one && !name.contains(['\n', '\r']) {
        true => Ok(name),
        false => Err(Message::NotOneName { name: new.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::at_cursor;
    use crate::lexicon::keywords;

    /// The name is at `|`; its places are `expected`, variants with a `~`.
    #[track_caller]
    fn check(marked: &str, expected: &[&str]) {
        let (snapshot, offset) = at_cursor(marked);
        let name = name_at(&snapshot, offset);
        let places = name.map(|name| references(&snapshot, &name)).unwrap_or_default();
        let shown = |place: &NameReference| {
            format!("{}{}", if place.is_variant { "~" } else { "" }, &snapshot.content()[place.span])
        };
        assert_eq!(places.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn all_spellings_of_a_name() {
        check("關鍵字: 軍事、台|灣\n\n---\n\n作者: 台灣\n關鍵字: 臺灣、Taiwan\n", &["台灣", "~臺灣", "~Taiwan"]);
        check("來源: |IISS\n\n---\n\n作者: X\n來源: 國際戰略研究所\n", &["IISS", "~國際戰略研究所"]);
        check("來源: RAND、II|SS\n\n---\n\n作者: X\n來源: IISS; CSIS\n", &["IISS", "IISS"]);
        check("作者: By Dr. Erik Green| and 😀\n\n---\n\n作者: erik green\n", &["Erik Green", "~erik green"]);
    }

    #[test]
    fn other_places_have_no_name() {
        for marked in ["作|者: X\n", "日期: 04/17|/2025\n", "關鍵字: 軍事\n摘要:\n軍|事\n", "來源: |\n"]
        {
            check(marked, &[]);
        }
    }

    #[test]
    fn a_new_name_is_one_name() {
        assert_eq!(checked(NameKind::Keyword, " 國防 ", keywords()), Ok("國防"));
        assert_eq!(checked(NameKind::Author, "Jo Li", keywords()), Ok("Jo Li"));
        assert_eq!(checked(NameKind::Source, "A, B", keywords()), Ok("A, B"));
        for (kind, new) in [
            (NameKind::Keyword, "國防、外交"),
            (NameKind::Keyword, ""),
            (NameKind::Author, "A and B"),
            (NameKind::Source, " "),
            (NameKind::Source, "RAND、IISS"),
        ] {
            assert!(checked(kind, new, keywords()).is_err(), "{new}");
        }
    }
}
