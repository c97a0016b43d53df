//! Between our types and the protocol's: the only module that names both.

pub(super) mod archive;
mod completion;
mod configuration;
mod hint;
mod memory;

use std::ops::{Not, Range};

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use tower_lsp::gen_lsp_types as lsp;

pub(super) use completion::{Carried, trigger};
pub(super) use hint::legend;

use super::path::{file_of, uri_of};
use super::session::{PLACE_CURSOR, Session};
use crate::assist::code_action::{Action, ActionKind};
use crate::assist::hover::{Hover, plain};
use crate::assist::link::DocumentLink;
use crate::assist::partner::Partner;
use crate::assist::suppression::Suppression;
use crate::assist::symbol::{Symbol, SymbolKind};
use crate::config::{self, Loaded};
use crate::language::Both;
use crate::rules::{Finding, Severity};
use crate::snapshot::Snapshot;
use crate::text::{Change, Edit, Position, Span, Text, edit};

/// The kind of the action that applies all safe fixes.
pub(super) const FIX_ALL: &str = "source.fixAll.brief";

/// Whether a document is declared a brief by its name or language id; otherwise its content decides.
pub(super) fn is_brief(language: &lsp::LanguageKind, uri: &lsp::Uri) -> bool {
    matches!(language, lsp::LanguageKind::Custom(id) if id == "brief") || crate::brief::named_like_brief(uri.as_ref())
}

/// The start of a line in another file, whose text is not at hand.
fn start_of_line(path: &Path, line: u32) -> lsp::Location {
    let start = lsp::Position { line, character: 0 };
    lsp::Location { uri: uri_of(path), range: lsp::Range { start, end: start } }
}

/// The folders that a client works in.
pub(super) fn roots(params: &lsp::InitializeParams) -> Vec<PathBuf> {
    let folders = match &params.workspace_folders_initialize_params.workspace_folders {
        Some(lsp::WorkspaceFolders::WorkspaceFolderList(folders)) => folders.as_slice(),
        _ => &[],
    };
    let folders: Vec<PathBuf> = folders.iter().filter_map(|folder| file_of(&folder.uri)).collect();
    // Older clients know only one.
    #[allow(deprecated)]
    match folders.is_empty() {
        true => params.root_uri.as_ref().and_then(file_of).into_iter().collect(),
        false => folders,
    }
}

/// The file name of a document: the last part of its URI, decoded.
pub(super) fn file_name(uri: &lsp::Uri) -> String {
    let last = uri.as_ref().rsplit(['/', ':']).next().unwrap_or_default();
    percent_decode_str(last).decode_utf8_lossy().into_owned()
}

pub(super) fn change(event: lsp::TextDocumentContentChangeEvent) -> Change {
    use lsp::TextDocumentContentChangeEvent::*;
    match event {
        TextDocumentContentChangePartial(part) => {
            Change { range: Some((position(part.range.start), position(part.range.end))), text: part.text }
        }
        TextDocumentContentChangeWholeDocument(whole) => Change { range: None, text: whole.text },
    }
}

fn position(position: lsp::Position) -> Position {
    Position::new(position.line, position.character)
}

/// Whether a client that wants `only` these kinds of action wants `kind`, which a shorter kind includes.
pub(super) fn wants(only: Option<&[lsp::CodeActionKind]>, kind: &str) -> bool {
    let includes = |wanted: &lsp::CodeActionKind| {
        let wanted = wanted.as_str();
        wanted.is_empty() || kind.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    only.is_none_or(|only| only.iter().any(includes))
}

pub(super) fn full_report(items: Vec<lsp::Diagnostic>) -> lsp::DocumentDiagnosticReport {
    let full_document_diagnostic_report = lsp::FullDocumentDiagnosticReport { result_id: None, items };
    lsp::RelatedFullDocumentDiagnosticReport { full_document_diagnostic_report, ..Default::default() }.into()
}

/// All diagnostics of one file of the workspace; the version is that of an open document.
pub(super) fn workspace_report(
    uri: lsp::Uri,
    version: Option<i32>,
    result_id: Option<String>,
    items: Vec<lsp::Diagnostic>,
) -> lsp::WorkspaceDocumentDiagnosticReport {
    let full_document_diagnostic_report = lsp::FullDocumentDiagnosticReport { result_id, items };
    lsp::WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report }.into()
}

/// The brief.toml that decisions go into.
#[derive(Debug, Clone)]
pub(super) struct TomlTarget {
    pub uri: lsp::Uri,
    pub path: PathBuf,
    pub text: String,
    /// Version of the text in the client, if it is open.
    pub version: Option<i32>,
    /// The file does not exist yet.
    pub is_new: bool,
}

/// Converts answers about one document.
#[derive(Debug, Clone)]
pub(super) struct Converter {
    session: Session,
    uri: lsp::Uri,
}

impl Converter {
    pub fn new(session: Session, uri: lsp::Uri) -> Converter {
        Converter { session, uri }
    }

    pub fn offset(&self, snapshot: &Snapshot, at: lsp::Position) -> usize {
        snapshot.text().offset(position(at), self.session.encoding)
    }

    pub fn span(&self, snapshot: &Snapshot, range: lsp::Range) -> Span {
        let (start, end) = (self.offset(snapshot, range.start), self.offset(snapshot, range.end));
        Span::new(start.min(end), start.max(end))
    }

    pub fn diagnostics(&self, snapshot: &Snapshot) -> Vec<lsp::Diagnostic> {
        snapshot.settled_findings().map(|finding| self.diagnostic(snapshot, finding)).collect()
    }

    /// The problems of a brief.toml as diagnostics.
    pub fn problems(&self, loaded: &Loaded) -> Vec<lsp::Diagnostic> {
        let text = Text::new(&loaded.text, 0);
        let problems = loaded.problems.iter().map(|problem| lsp::Diagnostic {
            range: self.range(&text, problem.span),
            severity: Some(lsp::DiagnosticSeverity::Error),
            source: Some(env!("CARGO_PKG_NAME").to_owned()),
            message: problem.message.text(self.session.locale).into(),
            ..Default::default()
        });
        problems.collect()
    }

    /// A decision about a finding as an edit of brief.toml; `None` where that file cannot be edited.
    pub fn decision(
        &self,
        snapshot: &Snapshot,
        decision: &Suppression,
        target: &TomlTarget,
    ) -> Option<lsp::CodeActionResponse> {
        let added = config::added(&target.text, std::slice::from_ref(&decision.addition))?;
        let text = Text::new(&target.text, 0);
        let edits = edit::between(&target.text, &added).into_iter();
        let edits: Vec<lsp::TextEdit> =
            edits.map(|edit| lsp::TextEdit { range: self.range(&text, edit.span), new_text: edit.text }).collect();
        let action = lsp::CodeAction {
            title: decision.title.text(self.session.locale),
            kind: Some(lsp::CodeActionKind::QuickFix),
            diagnostics: Some(vec![self.diagnostic(snapshot, decision.finding)]),
            edit: Some(self.target_edit(target, edits)),
            ..Default::default()
        };
        Some(action.into())
    }

    fn target_edit(&self, target: &TomlTarget, edits: Vec<lsp::TextEdit>) -> lsp::WorkspaceEdit {
        // A client that creates files knows the list of changes, whether it says so or not.
        if !self.session.versioned_edits && !target.is_new {
            return lsp::WorkspaceEdit { changes: Some([(target.uri.clone(), edits)].into()), ..Default::default() };
        }
        let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
            version: target.version,
            text_document_identifier: lsp::TextDocumentIdentifier { uri: target.uri.clone() },
        };
        let edits = edits.into_iter().map(Into::into).collect();
        let options = lsp::CreateFileOptions { overwrite: None, ignore_if_exists: Some(true) };
        let create = lsp::CreateFile { uri: target.uri.clone(), options: Some(options), annotation_id: None };
        let mut changes: Vec<lsp::DocumentChange> = Vec::new();
        if target.is_new {
            changes.push(create.into());
        }
        changes.push(lsp::TextDocumentEdit { text_document, edits }.into());
        lsp::WorkspaceEdit { document_changes: Some(changes), ..Default::default() }
    }

    /// All diagnostics, or an unchanged report when `known` is their id.
    pub fn report(&self, snapshot: &Snapshot, known: Option<String>) -> lsp::DocumentDiagnosticReport {
        let result_id = snapshot.number().to_string();
        if known.as_ref() == Some(&result_id) {
            let unchanged_document_diagnostic_report = lsp::UnchangedDocumentDiagnosticReport { result_id };
            return lsp::RelatedUnchangedDocumentDiagnosticReport {
                unchanged_document_diagnostic_report,
                ..Default::default()
            }
            .into();
        }
        let items = self.diagnostics(snapshot);
        lsp::RelatedFullDocumentDiagnosticReport {
            full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport { result_id: Some(result_id), items },
            ..Default::default()
        }
        .into()
    }

    pub fn action(&self, snapshot: &Snapshot, action: &Action) -> lsp::CodeActionResponse {
        let kind = match action.kind {
            ActionKind::QuickFix => lsp::CodeActionKind::QuickFix,
            ActionKind::FixAll => lsp::CodeActionKind::Custom(FIX_ALL.into()),
            ActionKind::Move => lsp::CodeActionKind::RefactorMove,
            ActionKind::Rewrite => lsp::CodeActionKind::RefactorRewrite,
        };
        lsp::CodeAction {
            title: action.title.text(self.session.locale).to_owned(),
            kind: Some(kind),
            diagnostics: action.finding.map(|finding| vec![self.diagnostic(snapshot, finding)]),
            is_preferred: action.preferred.then_some(true),
            edit: Some(self.workspace_edit(snapshot, &action.edits)),
            command: action
                .cursor
                .filter(|_| self.session.places_cursor)
                .map(|at| self.place_cursor(snapshot, action, at)),
            ..Default::default()
        }
        .into()
    }

    /// The command that places the cursor after an action's edits, which move it only along with the text around it.
    fn place_cursor(&self, snapshot: &Snapshot, action: &Action, at: usize) -> lsp::Command {
        let after = Text::new(&edit::apply(snapshot.content(), &action.edits), 0);
        let position = self.range(&after, Span::at(at)).start;
        lsp::Command {
            title: action.title.text(self.session.locale).to_owned(),
            tooltip: None,
            command: PLACE_CURSOR.to_owned(),
            arguments: Some(vec![serde_json::json!(self.uri), serde_json::json!(position)]),
        }
    }

    pub fn edits(&self, snapshot: &Snapshot, edits: &[Edit]) -> Vec<lsp::TextEdit> {
        edits
            .iter()
            .map(|edit| lsp::TextEdit { range: self.range(snapshot.text(), edit.span), new_text: edit.text.clone() })
            .collect()
    }

    /// The outline as a tree, or flat for clients that know no trees.
    pub fn symbols(&self, snapshot: &Snapshot, symbols: &[Symbol]) -> lsp::DocumentSymbolResponse {
        if self.session.symbol_trees {
            let tree = symbols.iter().map(|symbol| self.symbol(snapshot, symbol)).collect();
            return lsp::DocumentSymbolResponse::DocumentSymbolList(tree);
        }
        let mut list = Vec::new();
        self.flatten(snapshot, symbols, &mut list);
        lsp::DocumentSymbolResponse::SymbolInformationList(list)
    }

    pub fn folds(&self, folds: &[Range<usize>]) -> Vec<lsp::FoldingRange> {
        let fold = |lines: &Range<usize>| lsp::FoldingRange {
            start_line: lines.start as u32,
            end_line: lines.end as u32 - 1,
            kind: Some(lsp::FoldingRangeKind::Region),
            ..Default::default()
        };
        folds.iter().map(fold).collect()
    }

    /// Each span's parent is the next one.
    pub fn selection(&self, snapshot: &Snapshot, spans: &[Span]) -> lsp::SelectionRange {
        let ranges = spans.iter().map(|&span| self.range(snapshot.text(), span));
        let nested = ranges.rev().fold(None, |parent, range| Some(Box::new(lsp::SelectionRange { range, parent })));
        nested.map_or_else(lsp::SelectionRange::default, |selection| *selection)
    }

    pub fn hover(&self, snapshot: &Snapshot, hover: &Hover) -> lsp::Hover {
        let note = hover.note.as_ref().map(|note| format!("*{}*\n\n", plain(&note.text(self.session.locale))));
        let value = note.unwrap_or_default() + &hover.markdown;
        let contents = lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value };
        lsp::Hover { contents: contents.into(), range: Some(self.range(snapshot.text(), hover.span)) }
    }

    /// Locations of the entries in the house's brief.toml; `None` where it has none of them.
    pub fn entries(&self, loaded: Option<&Loaded>, entries: &[config::VocabularyEntry]) -> Option<lsp::Definition> {
        let loaded = loaded?;
        let text = Text::new(&loaded.text, 0);
        let place = |&entry: &config::VocabularyEntry| config::place_of(&loaded.text, entry);
        let location = |span| lsp::Location { uri: uri_of(&loaded.path), range: self.range(&text, span) };
        let found: Vec<lsp::Location> = entries.iter().filter_map(place).map(location).collect();
        (!found.is_empty()).then_some(lsp::Definition::LocationList(found))
    }

    pub fn partners(&self, snapshot: &Snapshot, partner: &Partner) -> lsp::Definition {
        let location = |&span: &Span| lsp::Location { uri: self.uri.clone(), range: self.range(snapshot.text(), span) };
        lsp::Definition::LocationList(partner.others.iter().map(location).collect())
    }

    pub fn highlights(&self, snapshot: &Snapshot, places: &[Span]) -> Vec<lsp::DocumentHighlight> {
        let highlight = |&span: &Span| lsp::DocumentHighlight {
            range: self.range(snapshot.text(), span),
            kind: Some(lsp::DocumentHighlightKind::Text),
        };
        places.iter().map(highlight).collect()
    }

    pub fn links(&self, snapshot: &Snapshot, links: &[DocumentLink]) -> Vec<lsp::DocumentLink> {
        let link = |link: &DocumentLink| lsp::DocumentLink {
            range: self.range(snapshot.text(), link.span),
            target: Some(link.target.as_str().into()),
            ..Default::default()
        };
        links.iter().map(link).collect()
    }

    fn symbol(&self, snapshot: &Snapshot, symbol: &Symbol) -> lsp::DocumentSymbol {
        let children = symbol.children.iter().map(|child| self.symbol(snapshot, child)).collect();
        let detail = (!symbol.detail.is_empty()).then(|| symbol.detail.clone());
        let span = self.range(snapshot.text(), symbol.span);
        let name = self.range(snapshot.text(), symbol.name_span);
        let kind = symbol_kind(symbol.kind);
        lsp::DocumentSymbol::new(symbol.name.clone(), detail, kind, None, None, span, name, Some(children))
    }

    fn flatten(&self, snapshot: &Snapshot, symbols: &[Symbol], list: &mut Vec<lsp::SymbolInformation>) {
        for symbol in symbols {
            let location = lsp::Location { uri: self.uri.clone(), range: self.range(snapshot.text(), symbol.span) };
            let base = lsp::BaseSymbolInformation::new(symbol.name.clone(), symbol_kind(symbol.kind), None, None);
            list.push(lsp::SymbolInformation::new(None, location, base));
            self.flatten(snapshot, &symbol.children, list);
        }
    }

    fn diagnostic(&self, snapshot: &Snapshot, finding: &Finding) -> lsp::Diagnostic {
        let text = snapshot.text();
        let severity = match finding.severity {
            Severity::Error => lsp::DiagnosticSeverity::Error,
            Severity::Warning => lsp::DiagnosticSeverity::Warning,
            Severity::Info => lsp::DiagnosticSeverity::Information,
            Severity::Hint => lsp::DiagnosticSeverity::Hint,
        };
        let here = finding.related.iter().map(|related| lsp::DiagnosticRelatedInformation {
            location: lsp::Location { uri: self.uri.clone(), range: self.range(text, related.span) },
            message: related.message.text(self.session.locale).to_owned(),
        });
        let elsewhere = finding.elsewhere.iter().map(|other| lsp::DiagnosticRelatedInformation {
            location: start_of_line(&other.place.path, other.place.line),
            message: other.message.text(self.session.locale).to_owned(),
        });
        let related: Vec<_> = here.chain(elsewhere).collect();
        let has_related = self.session.related_information && !related.is_empty();
        lsp::Diagnostic {
            range: self.range(text, finding.span),
            severity: Some(severity),
            code: Some(finding.rule.name.into()),
            source: Some(env!("CARGO_PKG_NAME").to_owned()),
            message: finding.message.text(self.session.locale).into(),
            related_information: has_related.then_some(related),
            data: points_data(&finding.points),
            ..Default::default()
        }
    }

    fn workspace_edit(&self, snapshot: &Snapshot, edits: &[Edit]) -> lsp::WorkspaceEdit {
        let edits = self.edits(snapshot, edits);
        if !self.session.versioned_edits {
            return lsp::WorkspaceEdit { changes: Some([(self.uri.clone(), edits)].into()), ..Default::default() };
        }
        let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
            version: Some(snapshot.text().version()),
            text_document_identifier: lsp::TextDocumentIdentifier { uri: self.uri.clone() },
        };
        let edits = edits.into_iter().map(Into::into).collect();
        lsp::WorkspaceEdit {
            document_changes: Some(vec![lsp::TextDocumentEdit { text_document, edits }.into()]),
            ..Default::default()
        }
    }

    fn range(&self, text: &Text, span: Span) -> lsp::Range {
        let at = |offset| {
            let Position { line, column } = text.position(offset, self.session.encoding);
            lsp::Position { line, character: column }
        };
        lsp::Range { start: at(span.start), end: at(span.end) }
    }
}

fn symbol_kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Brief => lsp::SymbolKind::File,
        SymbolKind::Field => lsp::SymbolKind::Field,
        SymbolKind::Section => lsp::SymbolKind::Namespace,
        SymbolKind::Point => lsp::SymbolKind::String,
    }
}

/// Numbers of the points that a finding is about, for clients that show pairs.
fn points_data(points: &Both<Vec<usize>>) -> Option<lsp::LspAny> {
    let none = points.chinese.is_empty() && points.english.is_empty();
    none.not().then(|| serde_json::json!({ "points": { "zh": points.chinese, "en": points.english } }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_called_by_their_file() {
        let check = |uri: &str, expected: &str| assert_eq!(file_name(&lsp::Uri::from(uri)), expected);
        check("file:///c%3A/%E7%B0%A1%E5%A0%B1%201.brief", "簡報 1.brief");
        check("untitled:Untitled-1", "Untitled-1");
    }

    #[test]
    fn shorter_kinds_include_longer_ones() {
        let wants_fix_all = |kind: &'static str| wants(Some(&[lsp::CodeActionKind::Custom(kind.into())]), FIX_ALL);
        assert!(wants(None, FIX_ALL));
        for kind in ["", "source", "source.fixAll", "source.fixAll.brief"] {
            assert!(wants_fix_all(kind), "{kind}");
        }
        for kind in ["quickfix", "source.organizeImports", "source.fixAll.brief.more", "sourc"] {
            assert!(!wants_fix_all(kind), "{kind}");
        }
    }
}
