//! Whole texts from the translation memory, in a lead or point that is empty or just begun.

use super::{About, Completion, CompletionKind, Trigger, key, point};
use crate::assist::memory_match::{FuzzyMatch, MatchQuery};
use crate::assist::partner::segment_to_write;
use crate::snapshot::Snapshot;
use crate::text::{Span, first_words};

/// A text that is being begun, with the query for its partner.
#[derive(Debug)]
pub struct BegunSegment {
    /// From the text's start to the cursor.
    typed: Span,
    pub query: MatchQuery,
}

/// Bytes beyond which a text is being written in its author's own words.
const LITTLE: usize = 60;

/// Columns of a label.
const WIDTH: usize = 48;

/// The text being begun before byte `offset`; `None` where nothing could be offered.
pub fn begun(snapshot: &Snapshot, offset: usize, trigger: Trigger) -> Option<BegunSegment> {
    let content = snapshot.content();
    let at = segment_to_write(snapshot, offset).filter(|_| trigger != Trigger::Character)?;
    let typed = Span::new(if at.segment.span.is_empty() { offset } else { at.segment.span.start.min(offset) }, offset);
    let is_at_end = content[offset..at.segment.span.end.max(offset)].is_empty();
    let is_worth = trigger == Trigger::Person || !typed.is_empty() && point::is_worth(&content[typed]);
    if !is_at_end || !is_worth || typed.len() > LITTLE {
        return None;
    }
    let &[partner] = at.expected_partners().as_slice() else { return None };
    let query = MatchQuery::about(&at, partner.span, partner.language)?;
    Some(BegunSegment { typed, query })
}

/// Entries that go on as typed, to stand below the `others`, whose range they share.
pub fn complete(
    snapshot: &Snapshot,
    begun: &BegunSegment,
    matches: Vec<FuzzyMatch>,
    others: &[Completion],
) -> Vec<Completion> {
    let content = snapshot.content();
    let span = others.first().map_or(begun.typed, |other| other.span);
    // The text before the range stays, so it must be the text's own beginning to the letter.
    let before = &content[begun.typed.start.min(span.start)..span.start];
    let entry = |found: FuzzyMatch| {
        let insert = found.translation.strip_prefix(before)?.to_owned();
        let begins = span.is_empty() || key::begins(&insert, &content[span]);
        begins.then(|| Completion {
            kind: CompletionKind::MemoryMatch,
            label: first_words(&found.translation, WIDTH),
            detail: None,
            span,
            filter: key::filter(&content[span], &insert, []),
            insert,
            snippet: None,
            about: Some(About::MemoryMatch(Box::new(found))),
        })
    };
    matches.into_iter().filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::archive::Archive;
    use crate::assist::completion;
    use crate::assist::tests::{at_cursor, snapshot};

    const CHINESE: &str = "歐盟對俄羅斯石油實施新一輪制裁，美國對此表示歡迎。";
    const ENGLISH: &str = "The European Union imposes a new round of sanctions on Russian oil, which the US welcomes.";

    /// The texts offered at the cursor, whole, by the archive's one brief: what is put in, and what it replaces.
    fn offered(english: &str, trigger: Trigger) -> Vec<(String, String)> {
        let archived = Arc::new(snapshot(&format!("摘要:\n  • {CHINESE}\n\nSummary:\n  • {ENGLISH}\n")));
        let (snapshot, offset) = at_cursor(&format!("摘要:\n  • {CHINESE}\n\nSummary:\n  • {english}\n"));
        let others = completion::complete(&snapshot, &Archive::default(), offset, trigger);
        let Some(begun) = begun(&snapshot, offset, trigger) else { return Vec::new() };
        let matches = begun.query.best_matches(begun.query.candidates(Path::new("a"), false, &archived));
        let offered = complete(&snapshot, &begun, matches, &others);
        assert!(offered.iter().chain(&others).all(|entry| entry.span == offered[0].span), "one common range");
        offered.into_iter().map(|entry| (entry.insert, snapshot.content()[entry.span].to_owned())).collect()
    }

    #[track_caller]
    fn check(english: &str, trigger: Trigger, expected: Option<(&str, &str)>) {
        let expected: Vec<_> = expected.map(|(text, typed)| (text.to_owned(), typed.to_owned())).into_iter().collect();
        assert_eq!(offered(english, trigger), expected, "{english}");
    }

    #[test]
    fn the_whole_text_where_nothing_or_its_beginning_is_written() {
        check("|", Trigger::Person, Some((ENGLISH, "")));
        check("Th|", Trigger::Typing, Some((ENGLISH, "Th")));
        check("th|", Trigger::Typing, Some((ENGLISH, "th")));
        // The partner's terms begin at the word, and all share the range.
        check("The Euro|", Trigger::Typing, Some((&ENGLISH[4..], "Euro")));
    }

    #[test]
    fn nothing_where_other_words_are_written_or_nobody_asks() {
        check("|", Trigger::Typing, None);
        check("|", Trigger::Character, None);
        check("Japan|", Trigger::Typing, None);
        check("The| sanctions of the European Union", Trigger::Person, None);
        check("t|", Trigger::Typing, None);
    }
}
