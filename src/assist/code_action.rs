//! Code actions: fixes of the findings under the cursor, all safe fixes at once, and refactorings of pairs and keywords.

mod blocks;
mod keywords;
mod pair;

use super::messages::Message;
use crate::format;
use crate::messages::Localized;
use crate::rules::Finding;
use crate::snapshot::Snapshot;
use crate::text::{Edit, Span, edit};

/// A change that an editor offers.
#[derive(Debug, Clone)]
pub struct Action<'s> {
    pub title: Localized,
    pub kind: ActionKind,
    /// In order of place.
    pub edits: Vec<Edit>,
    /// The finding that the action mends.
    pub finding: Option<&'s Finding>,
    /// Offset of the cursor in the new text; `None` leaves the cursor alone.
    pub cursor: Option<usize>,
    /// To be taken when a person asks for the fix, without choosing.
    pub preferred: bool,
}

/// The kinds that an editor asks for and sorts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    QuickFix,
    FixAll,
    /// Moves text and changes none.
    Move,
    Rewrite,
}

/// Refactorings of the pair or the keywords at `span`.
pub fn refactorings(snapshot: &Snapshot, span: Span) -> Vec<Action<'_>> {
    let mut actions = pair::actions(snapshot, span);
    actions.extend(keywords::sort(snapshot, span));
    actions
}

/// The fixes of all findings that touch `span`.
pub fn quick_fixes(snapshot: &Snapshot, span: Span) -> Vec<Action<'_>> {
    let here = snapshot.findings().iter().filter(|finding| finding.span.touches(span));
    here.flat_map(|finding| {
        finding.fixes.iter().map(|fix| Action {
            title: fix.title.clone(),
            kind: ActionKind::QuickFix,
            edits: fix.edits.clone(),
            finding: Some(finding),
            cursor: None,
            preferred: finding.fixes.len() == 1,
        })
    })
    .collect()
}

/// All safe fixes together; `None` where no finding has one.
pub fn fix_all(snapshot: &Snapshot) -> Option<Action<'_>> {
    let has_safe_fix = snapshot.findings().iter().any(|finding| finding.fixes.iter().any(|fix| fix.safe));
    has_safe_fix.then(|| {
        let content = snapshot.content();
        let fixed = format::with_safe_fixes(content.to_owned(), snapshot.house(), snapshot.today(), snapshot.memo());
        Action {
            title: Message::FixAll.into(),
            kind: ActionKind::FixAll,
            edits: edit::between(content, &fixed),
            finding: None,
            cursor: None,
            preferred: false,
        }
    })
}

#[cfg(test)]
mod tests;
