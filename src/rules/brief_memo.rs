//! Results for each brief of a file. A brief that an edit leaves unchanged takes them along into the next version, so that a
//! keystroke in a digest costs one brief and not all.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::{Context, Finding};
use crate::bitext;
use crate::brief::{BriefFile, LineEnd, LineKind};
use crate::text::Span;

/// The memos of a file's briefs, in order.
#[derive(Debug, Clone, Default)]
pub struct BriefMemos(Vec<Arc<BriefMemo>>);

/// Results for one brief. Versions of a file share it as long as the brief, its house, its archive and the day are the same.
#[derive(Debug)]
pub struct BriefMemo {
    ground: Ground,
    halves: bitext::HalvesMemo,
    findings: OnceLock<Findings>,
}

/// Everything in the file that rules look at when they check one brief: its lines, and those between it and its
/// neighbours.
#[derive(Debug)]
struct Ground {
    text: Box<str>,
    kinds: Box<[LineKind]>,
    line_end: LineEnd,
    is_first: bool,
    is_last: bool,
}

/// Findings with the places of the version in which the ground began at `start`.
#[derive(Debug)]
struct Findings {
    start: usize,
    all: Vec<Finding>,
}

impl BriefMemos {
    /// Empty memos for the briefs of a file.
    pub fn of(text: &str, file: &BriefFile) -> BriefMemos {
        BriefMemos::default().after(text, file)
    }

    /// Memos for the next version of the file: unchanged briefs at both ends of it keep theirs, and those between keep the
    /// scores of their points.
    pub fn after(&self, text: &str, file: &BriefFile) -> BriefMemos {
        let (old, new) = (&self.0, file.briefs.len());
        let is_same = |old: &Arc<BriefMemo>, index: usize| old.ground.is_of(text, file, index);
        let before = (0..new).zip(old).take_while(|&(index, old)| is_same(old, index)).count();
        let left = new.min(old.len()) - before;
        let behind =
            (0..new).rev().zip(old.iter().rev()).take(left).take_while(|&(index, old)| is_same(old, index)).count();
        let changed = (before..new - behind).map(|index| {
            let old = old[..old.len() - behind].get(index);
            Arc::new(BriefMemo::new(Ground::of(text, file, index), old))
        });
        let (before, behind) = (&old[..before], &old[old.len() - behind..]);
        BriefMemos(before.iter().cloned().chain(changed).chain(behind.iter().cloned()).collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = &BriefMemo> {
        self.0.iter().map(Arc::as_ref)
    }
}

impl BriefMemo {
    fn new(ground: Ground, before: Option<&Arc<BriefMemo>>) -> BriefMemo {
        let halves = before.map(|before| before.halves.next()).unwrap_or_default();
        BriefMemo { ground, halves, findings: OnceLock::new() }
    }

    /// A memo for the next version of the brief, which stands alone in `file`.
    pub fn next(&self, text: &str, file: &BriefFile) -> BriefMemo {
        let (ground, halves) = (Ground::of(text, file, 0), self.halves.next());
        BriefMemo { ground, halves, findings: OnceLock::new() }
    }

    /// The results of comparing its halves.
    pub fn halves(&self) -> &bitext::HalvesMemo {
        &self.halves
    }

    /// The findings of `check` in the brief of `cx`, from memory where it has run before.
    pub fn findings(&self, cx: &Context, check: impl FnOnce() -> Vec<Finding>) -> Vec<Finding> {
        let start = ground(cx.file, cx.index).1.start;
        let found = self.findings.get_or_init(|| Findings { start, all: check() });
        found.all.iter().map(|finding| finding.clone().moved(found.start, start)).collect()
    }
}

impl Ground {
    fn of(text: &str, file: &BriefFile, index: usize) -> Ground {
        let (lines, span) = ground(file, index);
        Ground {
            text: text[span].into(),
            kinds: file.lines[lines].iter().map(|line| line.kind).collect(),
            line_end: file.line_end(),
            is_first: index == 0,
            is_last: index + 1 == file.briefs.len(),
        }
    }

    fn is_of(&self, text: &str, file: &BriefFile, index: usize) -> bool {
        let (lines, span) = ground(file, index);
        self.is_first == (index == 0)
            && self.is_last == (index + 1 == file.briefs.len())
            && self.line_end == file.line_end()
            && *self.text == text[span]
            && file.lines[lines].iter().map(|line| &line.kind).eq(self.kinds.iter())
    }
}

/// The lines between the neighbours of a brief, with their place; for the first and last brief, up to the ends of the file.
fn ground(file: &BriefFile, index: usize) -> (Range<usize>, Span) {
    let start = index.checked_sub(1).map_or(0, |before| file.briefs[before].lines.end);
    let end = file.briefs.get(index + 1).map_or(file.lines.len(), |next| next.lines.start);
    let span = file.lines_span(&(start..end));
    (start..end, if index == 0 { Span::new(0, span.end) } else { span })
}
