//! The session: what the client can do, as agreed on at initialization.

use std::sync::{Arc, OnceLock};

use tower_lsp::gen_lsp_types::{ClientCapabilities, InitializeParams, PositionEncodingKind, ResourceOperationKind};

use crate::messages::Locale;
use crate::snapshot::Snapshot;
use crate::text::Encoding;

/// Fixed for the life of a connection.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Session {
    pub encoding: Encoding,
    pub locale: Locale,
    /// The client asks for diagnostics, so none are pushed: an editor would show them twice.
    pub pulls_diagnostics: bool,
    pub related_information: bool,
    pub snippets: bool,
    /// The client shows an outline as a tree.
    pub symbol_trees: bool,
    /// The client applies edits only to the version they were made for.
    pub versioned_edits: bool,
    /// The client creates a file for an edit.
    pub creates_files: bool,
    /// The client refreshes diagnostics on request.
    pub refreshes_diagnostics: bool,
    /// The client reports files that change on disk.
    pub watches_files: bool,
    /// The client can be asked to send documents that are no briefs, and to request completion and hover in them.
    pub opens_more: bool,
    pub completes_more: bool,
    pub explains_more: bool,
    /// The client answers requests for its settings, can be asked to report changes, and redraws on request.
    pub has_settings: bool,
    pub registers_for_settings: bool,
    pub redraws_hints: bool,
    pub redraws_lenses: bool,
    pub redraws_colours: bool,
    /// The client has our command that places the cursor after an action.
    pub places_cursor: bool,
    /// The client asks before it makes edits that are marked so.
    pub annotated_edits: bool,
    pub shows_progress: bool,
}

/// The session of a connection, shared with background tasks: the default until the client has initialized.
#[derive(Debug, Clone, Default)]
pub(super) struct SharedSession(Arc<OnceLock<Session>>);

impl SharedSession {
    /// A client initializes once.
    pub fn begin(&self, session: Session) -> Session {
        *self.0.get_or_init(|| session)
    }

    pub fn get(&self) -> Session {
        self.0.get().copied().unwrap_or_default()
    }
}

/// The client's command that places the cursor after an edit. Arguments: document URI, position.
pub(super) const PLACE_CURSOR: &str = "brief.placeCursor";

impl Session {
    pub fn new(params: &InitializeParams) -> Session {
        let capabilities = &params.capabilities;
        let document = capabilities.text_document.as_ref();
        let completion_item = document
            .and_then(|document| document.completion.as_ref())
            .and_then(|completion| completion.completion_item.as_ref());
        let publish = document.and_then(|document| document.publish_diagnostics.as_ref());
        let symbols = document.and_then(|document| document.document_symbol.as_ref());
        let workspace = capabilities.workspace.clone().unwrap_or_default();
        let edits = workspace.workspace_edit.as_ref();
        let window = capabilities.window.as_ref();
        Session {
            encoding: encoding(capabilities),
            locale: params.locale.as_deref().map_or_else(Locale::from_environment, Locale::from_tag),
            pulls_diagnostics: document.is_some_and(|document| document.diagnostic.is_some()),
            related_information: publish
                .is_some_and(|publish| publish.diagnostics_capabilities.related_information == Some(true)),
            snippets: completion_item.is_some_and(|item| item.snippet_support == Some(true)),
            symbol_trees: symbols.is_some_and(|symbols| symbols.hierarchical_document_symbol_support == Some(true)),
            versioned_edits: edits.is_some_and(|edits| edits.document_changes == Some(true)),
            creates_files: edits
                .and_then(|edits| edits.resource_operations.as_ref())
                .is_some_and(|operations| operations.contains(&ResourceOperationKind::Create)),
            refreshes_diagnostics: refreshes_diagnostics(params),
            watches_files: workspace
                .did_change_watched_files
                .as_ref()
                .is_some_and(|watching| watching.dynamic_registration == Some(true)),
            opens_more: document
                .and_then(|document| document.synchronization.as_ref())
                .is_some_and(|sync| sync.dynamic_registration == Some(true)),
            completes_more: document
                .and_then(|document| document.completion.as_ref())
                .is_some_and(|completion| completion.dynamic_registration == Some(true)),
            explains_more: document
                .and_then(|document| document.hover.as_ref())
                .is_some_and(|hover| hover.dynamic_registration == Some(true)),
            annotated_edits: edits.is_some_and(|edits| edits.change_annotation_support.is_some()),
            shows_progress: window.is_some_and(|window| window.work_done_progress == Some(true)),
            has_settings: workspace.configuration == Some(true),
            registers_for_settings: workspace
                .did_change_configuration
                .is_some_and(|changes| changes.dynamic_registration == Some(true)),
            redraws_hints: workspace.inlay_hint.is_some_and(|hints| hints.refresh_support == Some(true)),
            redraws_colours: workspace.semantic_tokens.is_some_and(|colours| colours.refresh_support == Some(true)),
            places_cursor: has_command(params, PLACE_CURSOR),
            redraws_lenses: workspace.code_lens.is_some_and(|lenses| lenses.refresh_support == Some(true)),
        }
    }

    /// The session with the language of the snapshot's house, where it has one.
    pub fn of(self, snapshot: &Snapshot) -> Session {
        Session { locale: snapshot.house().locale.unwrap_or(self.locale), ..self }
    }
}

/// UTF-8 where the client offers it, as texts are held in it; otherwise UTF-16, which every client supports.
fn encoding(capabilities: &ClientCapabilities) -> Encoding {
    let offered = capabilities.general.as_ref().and_then(|general| general.position_encodings.as_ref());
    match offered {
        Some(offered) if offered.contains(&PositionEncodingKind::UTF8) => Encoding::Utf8,
        _ => Encoding::Utf16,
    }
}

/// Whether the client lists `command` under `experimental.commands.commands`, where rust-analyzer's clients list theirs.
fn has_command(params: &InitializeParams, command: &str) -> bool {
    let experimental = params.capabilities.experimental.as_ref();
    let commands = experimental.and_then(|more| more.get("commands")?.get("commands")?.as_array());
    commands.is_some_and(|commands| commands.iter().any(|known| known == command))
}

/// Whether the client refreshes diagnostics on request. Helix does, but declares it under a name (`diagnostic`) that the
/// protocol does not know.
fn refreshes_diagnostics(params: &InitializeParams) -> bool {
    let is_helix = params.client_info.as_ref().is_some_and(|client| client.name == "helix");
    let workspace = params.capabilities.workspace.as_ref();
    let diagnostics = workspace.and_then(|workspace| workspace.diagnostics.as_ref());
    is_helix || diagnostics.is_some_and(|diagnostics| diagnostics.refresh_support == Some(true))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn clients_that_ask_again() {
        let check = |params: serde_json::Value, expected| {
            let params: InitializeParams = serde_json::from_value(params).expect("parameters");
            assert_eq!(refreshes_diagnostics(&params), expected);
        };
        let capabilities =
            |workspace| json!({ "processId": null, "rootUri": null, "capabilities": { "workspace": workspace } });
        check(capabilities(json!({})), false);
        check(capabilities(json!({ "diagnostics": { "refreshSupport": true } })), true);
        let mut helix = capabilities(json!({ "diagnostic": { "refreshSupport": true } }));
        check(helix.clone(), false);
        helix["clientInfo"] = json!({ "name": "helix" });
        check(helix, true);
    }
}
