//! The frame of the rules: their registry, and the shapes of checks and findings.
//!
//! A rule is one file: its doc comment is the manual that users read, then come the check with its fixes and its cases.
//! Groups do not import one another. Where two rules could report one cause, the more specific one does, and the other
//! says in its check why it stays silent.

pub mod agreement;
pub mod author;
pub mod brief_memo;
pub mod consistency;
pub mod date;
pub mod file;
pub mod header;
pub mod keywords;
pub mod memo;
pub mod pair;
pub mod pairing;
pub mod points;
pub mod section;
pub mod source;
pub mod style;
pub mod text;
pub mod text_unit;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jiff::civil::Date;

use crate::archive::Usage;
use crate::archive::usage::Example;
use crate::bitext::{Bitext, Correspondence, Pair};
use crate::brief::{Brief, BriefFile, Field, FieldKind, Label, LabelKind, Section, Segment};
use crate::house::House;
use crate::house::Lint;
pub use crate::house::Severity;
use crate::language::{Both, Language};
use crate::messages::Localized;
use crate::reading::keyword_reading::{KeywordItem, KeywordReading};
use crate::text::{Edit, Span, edit};
use brief_memo::{BriefMemo, BriefMemos};
pub use memo::Memo;
use pair::{Disagreement, PairTexts};
use text_unit::TextUnit;

/// Every group, in the order of the manual.
pub static GROUPS: &[&Group] = &[
    &header::GROUP,
    &author::GROUP,
    &source::GROUP,
    &date::GROUP,
    &keywords::GROUP,
    &section::GROUP,
    &points::GROUP,
    &pairing::GROUP,
    &agreement::GROUP,
    &consistency::GROUP,
    &text::GROUP,
    &style::GROUP,
];

/// Every rule, in the order of the manual.
pub static RULES: LazyLock<Vec<&Rule>> =
    LazyLock::new(|| GROUPS.iter().flat_map(|group| group.rules).copied().collect());

/// The finding about a text of `bytes` bytes that is too large to be read by any other rule.
pub fn too_large(bytes: usize) -> Option<Finding> {
    file::too_large::of_length(bytes)
}

/// Rules about one thing.
#[derive(Debug)]
pub struct Group {
    pub name: &'static str,
    /// In the order of the manual.
    pub rules: &'static [&'static Rule],
}

/// A kind of fault, with its manual and the checks that find it.
#[derive(Debug)]
pub struct Rule {
    /// `group/what-is-wrong`.
    pub name: &'static str,
    pub severity: Severity,
    raw_manual: &'static str,
    checks: &'static [Check],
}

/// The scope that a rule looks at, with the function that finds its faults there.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    Brief(fn(&Context) -> Vec<Finding>),
    Section(fn(&Context, &Section) -> Vec<Finding>),
    /// The effective field of that kind, if it has a value.
    Field(FieldKind, fn(&Context, &Field) -> Vec<Finding>),
    /// A recognized label, with the kind of field or section that it opens.
    Label(fn(&Context, &Label, LabelKind) -> Vec<Finding>),
    /// A field's value or a segment, regardless of its surroundings.
    TextUnit(fn(&TextUnit) -> Vec<Finding>),
    /// Two segments that answer each other, with their correspondence.
    Pair(fn(&PairTexts) -> Vec<Disagreement>),
}

/// Everything that a rule may look at.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    pub text: &'a str,
    pub file: &'a BriefFile,
    /// The brief to be checked, one of `file`'s.
    pub brief: &'a Brief,
    pub house: &'a House,
    pub usage: &'a Usage,
    /// The day on which the check runs, in the user's zone.
    pub today: Date,
    /// Its index among the file's briefs.
    index: usize,
    memo: &'a Memo,
    own_memo: &'a BriefMemo,
}

/// The circumstances, beside its own text, that decide about a brief.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    pub house: &'a House,
    /// Usage in the other briefs of its archive; empty for a brief by itself.
    pub usage: &'a Usage,
    pub today: Date,
    pub memo: &'a Memo,
}

/// A fault, with its place and its possible fixes.
#[derive(Debug, Clone)]
pub struct Finding {
    pub rule: &'static Rule,
    /// The rule's, unless the house overrides it.
    pub severity: Severity,
    pub span: Span,
    pub message: Localized,
    pub related: Vec<Related>,
    pub elsewhere: Vec<Elsewhere>,
    /// Numbers of the points it concerns: 1 is the first, 0 the lead.
    pub points: Both<Vec<usize>>,
    /// The list of brief.toml to which the text at `span` could be added.
    pub missing_in: Option<WordList>,
    /// The likeliest first.
    pub fixes: Vec<Fix>,
}

/// Another place that explains a finding.
#[derive(Debug, Clone)]
pub struct Related {
    pub span: Span,
    pub message: Localized,
}

/// A place in another brief that explains a finding.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    pub place: Example,
    pub message: Localized,
}

/// A list of a house's own words in brief.toml.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordList {
    Sources,
    Keywords,
}

/// One way to mend a finding. Its edits do not overlap, and apply all together or not at all.
#[derive(Debug, Clone)]
pub struct Fix {
    pub title: Localized,
    /// It never changes meaning, so it may be applied without asking.
    pub safe: bool,
    pub edits: Vec<Edit>,
}

/// Size in bytes of the largest file that is analysed.
pub const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// All findings in `file`, which was read from `text`, without an archive; in order of place.
pub fn check(text: &str, file: &BriefFile, house: &House, today: Date) -> Vec<Finding> {
    let (usage, memo) = (Usage::default(), Memo::default());
    let around = Surroundings { house, usage: &usage, today, memo: &memo };
    check_with(text, file, &BriefMemos::of(text, file), around)
}

/// [`check`] for a caller that keeps memos between versions and knows the archive.
pub fn check_with(text: &str, file: &BriefFile, memos: &BriefMemos, around: Surroundings) -> Vec<Finding> {
    if let Some(finding) = too_large(text.len()) {
        return vec![finding];
    }
    around.memo.next_generation();
    let mut findings: Vec<Finding> =
        Context::all(text, file, memos, around).flat_map(|cx| cx.own_memo.findings(&cx, || check_brief(&cx))).collect();
    let lint = &around.house.lint;
    findings.retain(|finding| !lint.accepts(finding.rule.name, &text[finding.span]));
    for finding in &mut findings {
        finding.severity = lint.severity(finding.rule.name).unwrap_or(finding.severity);
    }
    findings.sort_by_key(|finding| (finding.span, finding.severity));
    findings
}

fn check_brief(cx: &Context) -> Vec<Finding> {
    let on: Vec<&Rule> = RULES.iter().copied().filter(|rule| cx.house.lint.is_on(rule.name)).collect();
    let checks = || on.iter().flat_map(|rule| rule.checks);
    let mut findings = Vec::new();
    if checks().any(|check| matches!(check, Check::TextUnit(_))) {
        findings.extend(text_unit::findings(cx));
    }
    if checks().any(|check| matches!(check, Check::Pair(_))) {
        findings.extend(pair::findings(cx));
    }
    // They are found for all such rules at once.
    findings.retain(|finding| on.contains(&finding.rule));
    let others = checks().filter(|check| !matches!(check, Check::TextUnit(_) | Check::Pair(_)));
    findings.extend(others.flat_map(|check| check.findings(cx)));
    findings
}

/// The edits of each finding's first safe fix, as far as they are compatible; the others are left to a next round.
pub fn safe_edits(findings: &[Finding]) -> Vec<Edit> {
    compatible_edits(findings.iter().filter_map(|finding| finding.fixes.iter().find(|fix| fix.safe)))
}

/// The edits of `fixes`; a fix that conflicts with an earlier one is left out as a whole.
pub fn compatible_edits<'a>(fixes: impl Iterator<Item = &'a Fix>) -> Vec<Edit> {
    let mut taken: BTreeMap<Span, &Edit> = BTreeMap::new();
    for fix in fixes {
        if fix.edits.iter().all(|edit| fits(&taken, edit)) {
            taken.extend(fix.edits.iter().map(|edit| (edit.span, edit)));
        }
    }
    taken.into_values().cloned().collect()
}

/// Whether `edit` is compatible with its neighbours; those further away cannot touch it.
fn fits(taken: &BTreeMap<Span, &Edit>, edit: &Edit) -> bool {
    let before = taken.range(..edit.span).next_back();
    let behind = taken.range(edit.span..).next();
    before.into_iter().chain(behind).all(|(_, other)| edit::compatible(edit, other))
}

impl<'a> Context<'a> {
    /// One context for each brief of the file.
    pub fn all(
        text: &'a str,
        file: &'a BriefFile,
        memos: &'a BriefMemos,
        around: Surroundings<'a>,
    ) -> impl Iterator<Item = Context<'a>> {
        let Surroundings { house, usage, today, memo } = around;
        let briefs = file.briefs.iter().zip(memos.iter()).enumerate();
        briefs.map(move |(index, (brief, own_memo))| Context {
            text,
            file,
            brief,
            house,
            usage,
            today,
            index,
            memo,
            own_memo,
        })
    }

    /// The two halves of the brief, to be compared.
    pub fn bitext(&self) -> Bitext<'a> {
        Bitext::new(self.text, self.brief, self.house, &self.memo.bitext, self.own_memo.halves())
    }

    /// The correspondence of a pair, in which differences that a person has accepted count as agreed.
    pub fn correspondence(&self, pair: &Pair) -> Arc<Correspondence> {
        let (found, lint) = (self.bitext().correspondence(pair), &self.house.lint);
        if lint.accepted.is_empty() {
            return found;
        }
        let texts = pair.segments.map(|segment| &self.text[segment.span]);
        Arc::new(found.settled(texts, |text| is_accepted_as_agreed(lint, text)))
    }

    fn keyword_reading(&self, keywords: &Field) -> Arc<KeywordReading> {
        self.memo.keywords(&self.text[keywords.value], self.house.keywords())
    }

    fn keyword_items(&self, keywords: &Field) -> Vec<KeywordItem<'a>> {
        self.keyword_reading(keywords).items(self.text, keywords.value, self.house.keywords())
    }

    /// Tries `edits` and lets `look` see the brief with them; nothing where it would no longer be one brief.
    pub fn tried<T>(&self, edits: &[Edit], look: impl FnOnce(&Context) -> T) -> Option<T> {
        let lines = self.file.lines_span(&self.brief.lines);
        let text = edit::apply(&self.text[lines], &edit::shifted_left(edits, lines.start));
        let file = BriefFile::read_with(&text, &self.house.labels);
        let [brief] = &file.briefs[..] else { return None };
        let own_memo = self.own_memo.next(&text, &file);
        Some(look(&Context { text: &text, file: &file, brief, index: 0, own_memo: &own_memo, ..self.clone() }))
    }
}

/// Whether a person has accepted `text` as a finding of any rule that compares the halves.
fn is_accepted_as_agreed(lint: &Lint, text: &str) -> bool {
    RULES.iter().any(|rule| rule.compares_halves() && lint.accepts(rule.name, text))
}

/// Whether any rule about labels is on, so that the house wants its own words for them.
pub fn judges_labels(lint: &Lint) -> bool {
    let looks_at_labels = |rule: &Rule| rule.checks.iter().any(|check| matches!(check, Check::Label(_)));
    RULES.iter().any(|rule| looks_at_labels(rule) && lint.is_on(rule.name))
}

/// The recognized labels: those of fields, then those of sections that name their language.
fn labels(brief: &Brief) -> impl Iterator<Item = (&Label, LabelKind)> {
    let fields = brief.fields.iter().filter_map(|field| Some((&field.label, field.label.kind?)));
    // One that names the other section is section/language's.
    let sections = brief.sections.iter().filter(|section| section.is_labelled_right());
    fields.chain(sections.map(|section| (&section.label, LabelKind::Section(section.language))))
}

/// Every name by which brief.toml and the command line know rules: each group's, followed by those of its rules.
pub fn names() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().flat_map(|group| std::iter::once(group.name).chain(group.rules.iter().map(|rule| rule.name)))
}

impl Group {
    pub fn by_name(name: &str) -> Option<&'static Group> {
        GROUPS.iter().copied().find(|group| group.name == name)
    }

    pub fn contains(&self, rule: &Rule) -> bool {
        self.rules.contains(&rule)
    }
}

/// By address: every rule is a static of its own.
impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Rule {}

impl Check {
    fn findings(self, cx: &Context) -> Vec<Finding> {
        match self {
            Check::Brief(check) => check(cx),
            Check::Section(check) => cx.brief.sections.iter().flat_map(|section| check(cx, section)).collect(),
            Check::Field(kind, check) => {
                let field = cx.brief.field(kind).filter(|field| !field.value.is_empty());
                field.map(|field| check(cx, field)).unwrap_or_default()
            }
            Check::Label(check) => labels(cx.brief).flat_map(|(label, kind)| check(cx, label, kind)).collect(),
            Check::TextUnit(check) => text_unit::findings_of(check, cx),
            Check::Pair(check) => pair::findings_of(check, cx),
        }
    }
}

impl Rule {
    pub fn by_name(name: &str) -> Option<&'static Rule> {
        RULES.iter().copied().find(|rule| rule.name == name)
    }

    /// Whether it compares segments with those that answer them.
    pub fn compares_halves(&self) -> bool {
        self.checks.iter().any(|check| matches!(check, Check::Pair(_)))
    }

    /// The findings of this rule alone in a brief.
    pub fn check(&self, cx: &Context) -> Vec<Finding> {
        self.checks.iter().flat_map(|check| check.findings(cx)).collect()
    }

    /// The manual, in Markdown.
    pub fn manual(&self) -> String {
        let lines = self.raw_manual.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The manual's first sentence.
    pub fn summary(&self) -> String {
        let manual = self.manual();
        manual.split("\n\n").next().unwrap_or_default().replace('\n', " ")
    }

    /// The part of the manual below `heading`, if there is one.
    pub fn part(&self, heading: &str) -> Option<String> {
        let manual = self.manual();
        let (_, behind) = manual.split_once(&format!("## {heading}\n"))?;
        Some(behind.split("\n## ").next().unwrap_or(behind).trim().to_owned())
    }

    /// The settings that brief.toml has for any rule, worded for this one; a sentence in Markdown.
    pub fn settings(&self) -> String {
        let name = self.name;
        format!(
            "In brief.toml `lint.ignore = [\"{name}\"]` turns the rule off, `lint.severity = {{ \"{name}\" = \"hint\" }}` sets how much it \
             matters, `lint.accept` lists findings that are right as they are, and `lint.per-file` holds for some files only."
        )
    }

    /// A finding of this rule, to be completed with [`Finding`]'s methods.
    pub fn at(&'static self, span: Span, message: impl Into<Localized>) -> Finding {
        Finding {
            rule: self,
            severity: self.severity,
            span,
            message: message.into(),
            related: Vec::new(),
            elsewhere: Vec::new(),
            points: Both::default(),
            missing_in: None,
            fixes: Vec::new(),
        }
    }
}

impl Finding {
    pub fn related(mut self, span: Span, message: impl Into<Localized>) -> Finding {
        self.related.push(Related { span, message: message.into() });
        self
    }

    pub fn elsewhere(mut self, place: &Example, message: impl Into<Localized>) -> Finding {
        self.elsewhere.push(Elsewhere { place: place.clone(), message: message.into() });
        self
    }

    pub fn points(self, points: Both<Vec<usize>>) -> Finding {
        Finding { points, ..self }
    }

    /// Says that it concerns one point of one section.
    pub fn point(self, language: Language, number: usize) -> Finding {
        self.points(Both::of(language, vec![number], Vec::new()))
    }

    /// Says that it concerns a segment, if that has a number.
    pub fn about(self, segment: &Segment) -> Finding {
        match segment.number() {
            Some(number) => self.point(segment.language, number),
            None => self,
        }
    }

    /// Says that it concerns one point of each section.
    pub fn point_pair(self, numbers: Both<usize>) -> Finding {
        self.points(numbers.map(|number| vec![number]))
    }

    /// A fix that may be applied unasked.
    pub fn safe_fix(self, title: impl Into<Localized>, edits: Vec<Edit>) -> Finding {
        self.fix(title, true, edits)
    }

    /// A fix that a person must choose.
    pub fn quick_fix(self, title: impl Into<Localized>, edits: Vec<Edit>) -> Finding {
        self.fix(title, false, edits)
    }

    /// Says that its text is missing in a list, which matters more where the house has closed its lists.
    fn unlisted(mut self, cx: &Context, list: WordList) -> Finding {
        if cx.house.vocabulary.closed {
            self.severity = Severity::Warning;
        }
        self.missing_in = Some(list);
        self
    }

    /// Moves it `base` bytes to the right, as the text that it was found in stands there.
    pub fn shift(self, base: usize) -> Finding {
        self.moved(0, base)
    }

    /// Moves it with a text that stood at byte `from` and now stands at `to`.
    fn moved(mut self, from: usize, to: usize) -> Finding {
        let moved = |span: Span| Span::new(span.start - from + to, span.end - from + to);
        self.span = moved(self.span);
        self.related.iter_mut().for_each(|related| related.span = moved(related.span));
        let edits = self.fixes.iter_mut().flat_map(|fix| &mut fix.edits);
        edits.for_each(|edit| edit.span = moved(edit.span));
        self
    }

    fn fix(mut self, title: impl Into<Localized>, safe: bool, edits: Vec<Edit>) -> Finding {
        self.fixes.push(Fix { title: title.into(), safe, edits });
        self
    }
}

/// Declares a rule: the doc comment is its manual, then come name, severity and its [`Check`]s.
macro_rules! rule {
    ($(#[doc = $line:literal])* $name:literal, $severity:ident, $($look:ident($($check:path),+)),+) => {
        $(#[doc = $line])*
        pub static RULE: $crate::rules::Rule = $crate::rules::Rule {
            name: $name,
            severity: $crate::rules::Severity::$severity,
            raw_manual: concat!($($line, "\n"),*),
            checks: &[$($crate::rules::Check::$look($($check),+)),+],
        };
    };
}
use rule;

#[cfg(test)]
mod tests;
