//! Capabilities: what the server offers the client that it has met, at once and on registration.

use serde_json::json;
use tower_lsp::gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeLensOptions, CompletionOptions, DiagnosticOptions, DocumentLinkOptions,
    DocumentOnTypeFormattingOptions, PositionEncodingKind, Registration, RenameOptions, SemanticTokensFullDelta,
    SemanticTokensOptions, ServerCapabilities, TextDocumentSyncKind, TextDocumentSyncOptions,
    WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

use super::convert::{FIX_ALL, legend};
use super::session::Session;
use crate::text::Encoding;

/// Globs of the files whose changes the server follows.
const WATCHED: [&str; 2] = ["**/brief.toml", "**/*.{brief,txt,md}"];

/// Characters behind which an editor asks for completion by itself. Nothing relies on them: input methods swallow them.
/// Digits are among them, as VS Code does not take a number for a word that is being typed.
const TRIGGERS: [&str; 14] = [":", "：", "、", " ", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Trigger characters in a brief.toml: the characters that open or separate headers, keys and values.
const TRIGGERS_IN_TOML: [&str; 9] = ["[", "{", "\"", "'", "=", ",", ".", "/", " "];

pub(super) fn server_capabilities(session: Session) -> ServerCapabilities {
    let position_encoding = match session.encoding {
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
                legend: legend(),
                range: Some(true.into()),
                full: Some(SemanticTokensFullDelta { delta: Some(true) }.into()),
                ..Default::default()
            }
            .into(),
        ),
        document_link_provider: Some(DocumentLinkOptions::default()),
        diagnostic_provider: session.pulls_diagnostics.then(|| {
            DiagnosticOptions { identifier: Some("brief-ls".into()), workspace_diagnostics: true, ..Default::default() }
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

/// Registrations to ask the client for once it runs: changes of brief.toml files, on disk and open, and of files that may
/// hold briefs.
pub(super) fn registrations(session: Session) -> Vec<Registration> {
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
        (session.watches_files, "workspace/didChangeWatchedFiles", watchers),
        (session.opens_more, "textDocument/didOpen", documents.clone()),
        (session.opens_more, "textDocument/didChange", changes),
        (session.opens_more, "textDocument/didClose", documents.clone()),
        (session.opens_more && session.completes_more, "textDocument/completion", completion),
        (session.opens_more && session.explains_more, "textDocument/hover", documents),
        (session.opens_more && session.pulls_diagnostics, "textDocument/diagnostic", diagnostics),
    ];
    let wanted = all.into_iter().filter(|(wanted, ..)| *wanted);
    wanted.map(|(_, method, options)| Registration::new(method.into(), method.into(), Some(options))).collect()
}
