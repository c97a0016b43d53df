//! Answers over several files: locations, a rename, the briefs that a search found.

use tower_lsp::gen_lsp_types as lsp;

use super::{Converter, start_of_line};
use crate::assist::reference::{NameAtCursor, NameReference};
use crate::assist::workspace_symbol::BriefSymbol;
use crate::server::messages::Message;
use crate::server::session::Session;
use crate::server::source_file::FileReferences;
use crate::snapshot::Snapshot;

/// Annotation of edits that a person should confirm.
const VARIANT: &str = "variant";

impl Converter {
    /// The range and text that an editor shows for renaming.
    pub fn renamed(&self, snapshot: &Snapshot, name: &NameAtCursor) -> lsp::PrepareRenameResult {
        let range = self.range(snapshot.text(), name.span);
        lsp::PrepareRenamePlaceholder { range, placeholder: name.spelling.clone() }.into()
    }

    fn rename_edits(&self, snapshot: &Snapshot, references: &[NameReference], new: &str) -> Vec<lsp::TextEdit> {
        let edit = |reference: &NameReference| lsp::TextEdit {
            range: self.range(snapshot.text(), reference.span),
            new_text: new.to_owned(),
        };
        references.iter().map(edit).collect()
    }
}

pub(in crate::server) fn locations(session: Session, files: &[FileReferences]) -> Vec<lsp::Location> {
    let in_file = |FileReferences { file, references }: &FileReferences| {
        let to_lsp = Converter::new(session, file.uri.clone());
        let location = |reference: &NameReference| lsp::Location {
            uri: file.uri.clone(),
            range: to_lsp.range(file.snapshot.text(), reference.span),
        };
        references.iter().map(location).collect::<Vec<_>>()
    };
    files.iter().flat_map(in_file).collect()
}

/// Puts `new` at all references. Edits of open documents name their version; other spellings of the name are annotated, so
/// that clients can ask before they change them.
pub(in crate::server) fn rename(session: Session, files: &[FileReferences], new: &str) -> lsp::WorkspaceEdit {
    let edits_of = |FileReferences { file, references }: &FileReferences| {
        Converter::new(session, file.uri.clone()).rename_edits(&file.snapshot, references, new)
    };
    if !session.versioned_edits {
        let changes = files.iter().map(|found| (found.file.uri.clone(), edits_of(found))).collect();
        return lsp::WorkspaceEdit { changes: Some(changes), ..Default::default() };
    }
    let change = |found: &FileReferences| {
        let file = &found.file;
        let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
            version: file.is_open.then(|| file.snapshot.text().version()),
            text_document_identifier: lsp::TextDocumentIdentifier { uri: file.uri.clone() },
        };
        let annotated = |(edit, reference): (lsp::TextEdit, &NameReference)| match reference.is_variant
            && session.annotated_edits
        {
            true => lsp::AnnotatedTextEdit { annotation_id: VARIANT.to_owned(), text_edit: edit }.into(),
            false => edit.into(),
        };
        let edits = edits_of(found).into_iter().zip(&found.references).map(annotated).collect();
        lsp::TextDocumentEdit { text_document, edits }.into()
    };
    let has_variants = files.iter().flat_map(|found| &found.references).any(|reference| reference.is_variant);
    let annotation = lsp::ChangeAnnotation {
        label: Message::OtherSpellings.text(session.locale),
        needs_confirmation: Some(true),
        description: None,
    };
    lsp::WorkspaceEdit {
        document_changes: Some(files.iter().map(change).collect()),
        change_annotations: (has_variants && session.annotated_edits)
            .then(|| [(VARIANT.to_owned(), annotation)].into()),
        ..Default::default()
    }
}

pub(in crate::server) fn brief_symbols(symbols: &[BriefSymbol]) -> lsp::WorkspaceSymbolResponse {
    let convert = |symbol: &BriefSymbol| {
        let location = start_of_line(symbol.path, symbol.line);
        let container = (!symbol.container.is_empty()).then(|| symbol.container.clone());
        let base = lsp::BaseSymbolInformation::new(symbol.name.clone(), lsp::SymbolKind::File, None, container);
        lsp::WorkspaceSymbol { location: location.into(), data: None, base_symbol_information: base }
    };
    lsp::WorkspaceSymbolResponse::WorkspaceSymbolList(symbols.iter().map(convert).collect())
}
