//! What client and server agreed on when they met.

use std::sync::{Arc, OnceLock};

use tower_lsp::gen_lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeLensOptions, CompletionOptions, DiagnosticOptions,
    DocumentLinkOptions, DocumentOnTypeFormattingOptions, InitializeParams, PositionEncodingKind, Registration,
    RenameOptions, ResourceOperationKind, SemanticTokensFullDelta, SemanticTokensOptions, ServerCapabilities,
    TextDocumentSyncKind, TextDocumentSyncOptions, WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

use serde_json::json;

use super::convert;
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
    /// The client asks for diagnostics anew when it is told to.
    pub refreshes_diagnostics: bool,
    /// The client tells of files that change on the disk.
    pub watches_files: bool,
    /// The client can be asked to open other documents too, and to ask what it asks of briefs.
    pub opens_more: bool,
    pub completes_more: bool,
    pub explains_more: bool,
    /// The client tells its settings when asked, lets itself be asked to tell of changes, and draws again on request.
    pub has_settings: bool,
    pub registers_for_settings: bool,
    pub redraws_hints: bool,
    pub redraws_lenses: bool,
    pub redraws_colours: bool,
    /// The client has a command of ours that puts the cursor where an action wants it.
    pub places_cursor: bool,
    /// The client asks before it makes edits that are marked so.
    pub annotated_edits: bool,
    pub shows_progress: bool,
}

/// The session of a connection, for all who act by themselves: the usual one until client and server have met.
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

/// Files that the server wants to hear of.
const WATCHED: [&str; 2] = ["**/brief.toml", "**/*.{brief,txt,md}"];

/// The client's command that puts the cursor at a position of a document, behind an edit.
pub(super) const PLACE_CURSOR: &str = "brief.placeCursor";

pub(super) const FIX_ALL: &str = "source.fixAll.brief";

/// Characters behind which an editor asks for completion by itself. Nothing relies on them: input methods swallow them.
/// Digits are among them, as VS Code does not take a number for a word that is being typed.
const TRIGGERS: [&str; 14] = [":", "：", "、", " ", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Those in a brief.toml: what opens or parts headers, keys and values.
const TRIGGERS_IN_TOML: [&str; 9] = ["[", "{", "\"", "'", "=", ",", ".", "/", " "];

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

    /// For what is said of one brief, whose house may have a language of its own.
    pub fn of(self, snapshot: &Snapshot) -> Session {
        Session { locale: snapshot.house().locale.unwrap_or(self.locale), ..self }
    }

    /// What the client is asked for once it runs: to tell of every brief.toml, on the disk and open, and of every file
    /// that may hold a brief.
    pub fn registrations(&self) -> Vec<Registration> {
        let selector = json!([{ "scheme": "file", "pattern": "**/brief.toml" }]);
        let watchers = json!({ "watchers": WATCHED.map(|pattern| json!({ "globPattern": pattern })) });
        let documents = json!({ "documentSelector": selector });
        let changes = json!({ "documentSelector": selector, "syncKind": TextDocumentSyncKind::Incremental });
        let diagnostics = json!({
            "documentSelector": selector,
            "identifier": "brief.toml",
            "interFileDependencies": false,
            "workspaceDiagnostics": false,
        });
        let completion = json!({ "documentSelector": selector, "triggerCharacters": TRIGGERS_IN_TOML });
        let all = [
            (self.watches_files, "workspace/didChangeWatchedFiles", watchers),
            (self.opens_more, "textDocument/didOpen", documents.clone()),
            (self.opens_more, "textDocument/didChange", changes),
            (self.opens_more, "textDocument/didClose", documents.clone()),
            (self.opens_more && self.completes_more, "textDocument/completion", completion),
            (self.opens_more && self.explains_more, "textDocument/hover", documents),
            (self.opens_more && self.pulls_diagnostics, "textDocument/diagnostic", diagnostics),
        ];
        let wanted = all.into_iter().filter(|(wanted, ..)| *wanted);
        wanted.map(|(_, method, options)| Registration::new(method.into(), method.into(), Some(options))).collect()
    }

    pub fn server_capabilities(&self) -> ServerCapabilities {
        let position_encoding = match self.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        };
        ServerCapabilities {
            position_encoding: Some(position_encoding),
            text_document_sync: Some(
                TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(TextDocumentSyncKind::Incremental),
                    // A brief.toml that was saved is read again, whether the client watches files or not.
                    save: Some(true.into()),
                    ..Default::default()
                }
                .into(),
            ),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
                resolve_provider: Some(true),
                ..Default::default()
            }),
            code_action_provider: Some(
                CodeActionOptions {
                    code_action_kinds: Some(vec![
                        CodeActionKind::QuickFix,
                        CodeActionKind::RefactorMove,
                        CodeActionKind::RefactorRewrite,
                        CodeActionKind::Custom(FIX_ALL.into()),
                    ]),
                    ..Default::default()
                }
                .into(),
            ),
            hover_provider: Some(true.into()),
            definition_provider: Some(true.into()),
            type_definition_provider: Some(true.into()),
            references_provider: Some(true.into()),
            rename_provider: Some(RenameOptions { prepare_provider: Some(true), ..Default::default() }.into()),
            workspace_symbol_provider: Some(true.into()),
            document_highlight_provider: Some(true.into()),
            document_formatting_provider: Some(true.into()),
            document_range_formatting_provider: Some(true.into()),
            document_on_type_formatting_provider: Some(DocumentOnTypeFormattingOptions {
                first_trigger_character: "\n".to_owned(),
                ..Default::default()
            }),
            document_symbol_provider: Some(true.into()),
            folding_range_provider: Some(true.into()),
            selection_range_provider: Some(true.into()),
            inlay_hint_provider: Some(true.into()),
            code_lens_provider: Some(CodeLensOptions::default()),
            semantic_tokens_provider: Some(
                SemanticTokensOptions {
                    legend: convert::legend(),
                    range: Some(true.into()),
                    full: Some(SemanticTokensFullDelta { delta: Some(true) }.into()),
                    ..Default::default()
                }
                .into(),
            ),
            document_link_provider: Some(DocumentLinkOptions::default()),
            diagnostic_provider: self.pulls_diagnostics.then(|| {
                DiagnosticOptions {
                    identifier: Some("brief-ls".into()),
                    workspace_diagnostics: true,
                    ..Default::default()
                }
                .into()
            }),
            workspace: Some(WorkspaceOptions {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(true.into()),
                }),
                ..Default::default()
            }),
            ..Default::default()
        }
    }
}

/// UTF-8 where the client can, since that is how texts are held; otherwise what every client can.
fn encoding(capabilities: &ClientCapabilities) -> Encoding {
    let offered = capabilities.general.as_ref().and_then(|general| general.position_encodings.as_ref());
    match offered {
        Some(offered) if offered.contains(&PositionEncodingKind::UTF8) => Encoding::Utf8,
        _ => Encoding::Utf16,
    }
}

/// Whether the client says that it has a command, under the name that other servers ask for theirs.
fn has_command(params: &InitializeParams, command: &str) -> bool {
    let experimental = params.capabilities.experimental.as_ref();
    let commands = experimental.and_then(|more| more.get("commands")?.get("commands")?.as_array());
    commands.is_some_and(|commands| commands.iter().any(|known| known == command))
}

/// Whether the client asks for diagnostics anew when it is told to. Helix does, and says so under a name (`diagnostic`)
/// that the protocol does not know.
fn refreshes_diagnostics(params: &InitializeParams) -> bool {
    let is_helix = params.client_info.as_ref().is_some_and(|client| client.name == "helix");
    let workspace = params.capabilities.workspace.as_ref();
    let diagnostics = workspace.and_then(|workspace| workspace.diagnostics.as_ref());
    is_helix || diagnostics.is_some_and(|diagnostics| diagnostics.refresh_support == Some(true))
}

#[cfg(test)]
mod tests {
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
