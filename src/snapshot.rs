//! One version of a document and all that follows from it, computed on first use and then shared.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use crate::archive::Usage;
use crate::brief::{BriefFile, looks_like_brief};
use crate::format;
use crate::house::House;
use crate::rules::brief_memo::BriefMemos;
use crate::rules::{self, Context, Finding, LARGEST_FILE, Memo, Surroundings};
use crate::text::{Edit, Span, Text};

/// Today in the user's time zone. Only border modules ask; all others are given the date.
pub fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

#[derive(Debug)]
pub struct Snapshot {
    number: u64,
    text: Text,
    declared: bool,
    house: Arc<House>,
    usage: Arc<Usage>,
    today: Date,
    content: OnceLock<String>,
    file: OnceLock<BriefFile>,
    /// Shared by all versions of the document.
    memo: Arc<Memo>,
    brief_memos: OnceLock<BriefMemos>,
    /// Memos of an earlier version of the same day.
    before: BriefMemos,
    findings: OnceLock<Vec<Finding>>,
    /// Byte offset of the last change's end, until some time has passed.
    typed_at: Option<usize>,
}

impl Snapshot {
    /// `declared` means that the text is a brief by its name or language id; otherwise its content decides.
    pub fn new(text: Text, declared: bool, house: Arc<House>, today: Date) -> Snapshot {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Snapshot {
            number: NEXT.fetch_add(1, Ordering::Relaxed),
            text,
            declared,
            house,
            usage: Arc::default(),
            today,
            content: OnceLock::new(),
            file: OnceLock::new(),
            memo: Arc::default(),
            brief_memos: OnceLock::new(),
            before: BriefMemos::default(),
            findings: OnceLock::new(),
            typed_at: None,
        }
    }

    /// The next version of the document. Briefs that have not changed keep their results.
    pub fn after(&self, text: Text, today: Date) -> Snapshot {
        let known = self.brief_memos.get().unwrap_or(&self.before);
        let before = if today == self.today { known.clone() } else { BriefMemos::default() };
        let (usage, memo) = (self.usage.clone(), self.memo.clone());
        Snapshot { before, usage, memo, ..Snapshot::new(text, self.declared, self.house.clone(), today) }
    }

    /// Sets the byte offset at which a person is typing.
    pub fn while_typing_at(self, offset: Option<usize>) -> Snapshot {
        Snapshot { typed_at: offset, ..self }
    }

    /// Sets the archive usage that findings take into account.
    pub fn with_usage(self, usage: Arc<Usage>) -> Snapshot {
        Snapshot { usage, before: BriefMemos::default(), ..self }
    }

    /// Number of the snapshot, unique in the process.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The text with its positions.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The settings of this file.
    pub fn house(&self) -> &Arc<House> {
        &self.house
    }

    /// What is remembered of its texts, shared by all versions of the document.
    pub fn memo(&self) -> &Memo {
        &self.memo
    }

    pub fn today(&self) -> Date {
        self.today
    }

    pub fn content(&self) -> &str {
        self.content.get_or_init(|| self.text.content())
    }

    /// The briefs in the text; empty for another kind of text, and for one too large to be analysed.
    pub fn file(&self) -> &BriefFile {
        self.file.get_or_init(|| {
            let analysed = !self.is_too_large() && self.is_brief();
            BriefFile::read_with(if analysed { self.content() } else { "" }, &self.house.labels)
        })
    }

    /// Each brief with its memo, which the findings were made with.
    pub fn contexts(&self) -> impl Iterator<Item = Context<'_>> {
        Context::all(self.content(), self.file(), self.brief_memos(), self.around())
    }

    /// Index of the line that byte `offset` stands in, its end included.
    pub fn line_at(&self, offset: usize) -> usize {
        self.file().lines.partition_point(|line| line.full().end <= offset && line.span.end < offset)
    }

    fn around(&self) -> Surroundings<'_> {
        Surroundings { house: &self.house, usage: &self.usage, today: self.today, memo: &self.memo }
    }

    fn brief_memos(&self) -> &BriefMemos {
        self.brief_memos.get_or_init(|| self.before.after(self.content(), self.file()))
    }

    /// In order of place.
    pub fn findings(&self) -> &[Finding] {
        self.findings.get_or_init(|| match (self.is_brief(), rules::too_large(self.text.len())) {
            (false, _) => Vec::new(),
            (true, Some(finding)) => vec![finding],
            (true, None) => rules::check_with(self.content(), self.file(), self.brief_memos(), self.around()),
        })
    }

    /// The findings to show now: no disagreement about a value while it is being typed, as 52 may become 527.
    pub fn settled_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings().iter().filter(|finding| !self.is_being_typed(finding))
    }

    /// Whether some findings wait for the end of typing.
    pub fn holds_back(&self) -> bool {
        self.typed_at.is_some() && self.findings().iter().any(|finding| self.is_being_typed(finding))
    }

    fn is_being_typed(&self, finding: &Finding) -> bool {
        let related = finding.related.iter().map(|related| related.span);
        let mut places = std::iter::once(finding.span).chain(related);
        let touches = |at: usize| places.any(|place| place.start <= at && at <= place.end);
        finding.rule.compares_halves() && self.typed_at.is_some_and(touches)
    }

    /// The edits of formatting.
    pub fn format(&self) -> Vec<Edit> {
        format::edits(self.content(), &self.house, self.today, &self.memo)
    }

    /// The edits of formatting inside `range`.
    pub fn format_in(&self, range: Span) -> Vec<Edit> {
        format::edits_in(self.content(), range, &self.house, self.today, &self.memo)
    }

    pub fn is_brief(&self) -> bool {
        self.declared || (!self.is_too_large() && looks_like_brief(self.content(), &self.house.labels))
    }

    fn is_too_large(&self) -> bool {
        self.text.len() > LARGEST_FILE
    }
}
