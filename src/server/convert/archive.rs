//! What is said of several files: locations, a rename, the briefs that were searched for.

use tower_lsp::gen_lsp_types as lsp;

use super::{Converter, start_of_line};
use crate::assist::reference::{Name, Place};
use crate::assist::workspace_symbol::BriefSymbol;
use crate::server::messages::Message;
use crate::server::session::Session;
use crate::server::workspace::Held;
use crate::snapshot::Snapshot;

/// A file with places in it.
pub(in crate::server) type Places = (Held, Vec<Place>);

/// The annotation of edits that a person should look at.
const VARIANT: &str = "variant";

impl Converter {
    /// What an editor puts into its box for the new name.
    pub fn renamed(&self, snapshot: &Snapshot, name: &Name) -> lsp::PrepareRenameResult {
        let range = self.range(snapshot.text(), name.span);
        lsp::PrepareRenamePlaceholder { range, placeholder: name.spelling.clone() }.into()
    }

    fn rename_edits(&self, snapshot: &Snapshot, places: &[Place], new: &str) -> Vec<lsp::TextEdit> {
        let edit =
            |place: &Place| lsp::TextEdit { range: self.range(snapshot.text(), place.span), new_text: new.to_owned() };
        places.iter().map(edit).collect()
    }
}

pub(in crate::server) fn locations(session: Session, files: &[Places]) -> Vec<lsp::Location> {
    let in_file = |(held, places): &Places| {
        let to_lsp = Converter::new(session, held.uri.clone());
        let location = |place: &Place| lsp::Location {
            uri: held.uri.clone(),
            range: to_lsp.range(held.snapshot.text(), place.span),
        };
        places.iter().map(location).collect::<Vec<_>>()
    };
    files.iter().flat_map(in_file).collect()
}

/// Puts `new` at all places. Open documents are named with their version; other spellings of the name are marked, so that
/// a client that can asks before it changes them.
pub(in crate::server) fn rename(session: Session, files: &[Places], new: &str) -> lsp::WorkspaceEdit {
    let edits_of =
        |(held, places): &Places| Converter::new(session, held.uri.clone()).rename_edits(&held.snapshot, places, new);
    if !session.versioned_edits {
        let changes = files.iter().map(|file| (file.0.uri.clone(), edits_of(file))).collect();
        return lsp::WorkspaceEdit { changes: Some(changes), ..Default::default() };
    }
    let change = |file: &Places| {
        let (held, places) = file;
        let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
            version: held.is_open.then(|| held.snapshot.text().version()),
            text_document_identifier: lsp::TextDocumentIdentifier { uri: held.uri.clone() },
        };
        let annotated = |(edit, place): (lsp::TextEdit, &Place)| match place.is_variant && session.annotated_edits {
            true => lsp::AnnotatedTextEdit { annotation_id: VARIANT.to_owned(), text_edit: edit }.into(),
            false => edit.into(),
        };
        let edits = edits_of(file).into_iter().zip(places).map(annotated).collect();
        lsp::TextDocumentEdit { text_document, edits }.into()
    };
    let has_variants = files.iter().flat_map(|(_, places)| places).any(|place| place.is_variant);
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
