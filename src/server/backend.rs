//! The methods of the protocol, a few lines each: convert in, one call, convert out.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::{sleep, timeout};
use tower_lsp::gen_lsp_types::*;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::{Client, LanguageServer};

use super::capabilities::{registrations, server_capabilities};
use super::convert::{self, Carried, Converter, TomlTarget};
use super::documents::Documents;
use super::lifecycle::{self, Shutdown};
use super::path::{file_of, path_of, uri_of};
use super::preview::{Preview, PreviewParams};
use super::publisher::Publisher;
use super::session::{Session, SharedSession};
use super::settings::{SharedSettings, redraw};
use super::token_delta::{SentTokens, delta};
use super::workspace::Workspace;
use super::workspace_configuration::{WorkspaceConfiguration, is_configuration};
use super::workspace_diagnostics::WorkspaceDiagnostics;
use crate::assist::completion::memory_match as memory_completion;
use crate::assist::{
    code_action, code_lens, completion, definition, enter, folding, highlight, hover, inlay_hint, link, manual,
    memory_match, partner, reference, selection, semantic_token, suppression, symbol, workspace_symbol,
};
use crate::config::{self, Loaded};
use crate::export::html;
use crate::snapshot::Snapshot;
use crate::text::{Span, Text};

pub(super) struct Backend {
    client: Client,
    session: SharedSession,
    documents: Arc<Documents>,
    configuration: Arc<WorkspaceConfiguration>,
    workspace: Workspace,
    workspace_diagnostics: WorkspaceDiagnostics,
    /// The folders of the start, which are read once the client is ready.
    first_folders: OnceLock<Vec<PathBuf>>,
    publisher: Publisher,
    shutdown: Shutdown,
    settings: SharedSettings,
}

/// How long a client may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Idle time after which a value counts as finished.
const SETTLED: Duration = Duration::from_millis(500);

impl Backend {
    pub fn new(client: Client, shutdown: Shutdown) -> Backend {
        let (documents, configuration) = (Arc::new(Documents::default()), Arc::new(WorkspaceConfiguration::default()));
        let settings = SharedSettings::default();
        let session = SharedSession::default();
        let publisher = Publisher::new(client.clone(), session.clone());
        let workspace = Workspace::new(publisher.clone(), documents.clone(), configuration.clone(), settings.clone());
        Backend {
            workspace_diagnostics: WorkspaceDiagnostics::new(workspace.clone(), settings.clone(), publisher.clone()),
            workspace,
            client,
            session,
            documents,
            configuration,
            first_folders: OnceLock::new(),
            publisher,
            shutdown,
            settings,
        }
    }

    fn session(&self) -> Session {
        self.session.get()
    }

    /// The semantic tokens of the whole document, kept for the client's next delta request.
    async fn all_tokens(&self, uri: &Uri) -> Result<Option<SentTokens>> {
        let tokens = self.ask(uri, |to_lsp, snapshot| {
            let everything = Span::new(0, snapshot.text().len());
            to_lsp.tokens(snapshot, &semantic_token::tokens(snapshot, everything))
        });
        let sent = tokens.await?.map(SentTokens::new);
        if let Some(sent) = &sent {
            self.documents.keep_tokens(uri, sent.clone());
        }
        Ok(sent)
    }

    /// Shows the findings that are held back during typing once the document has rested. One timer runs for each document,
    /// not one for each key.
    fn settle_later(&self, uri: Uri) {
        if !self.documents.begin_to_settle(&uri) {
            return;
        }
        let (documents, publisher) = (self.documents.clone(), self.publisher.clone());
        tokio::spawn(async move {
            let latest = loop {
                match documents.rested(&uri, SETTLED) {
                    Ok(latest) => break latest,
                    Err(left) => sleep(left).await,
                }
            };
            let Some(latest) = latest else { return };
            let number = latest.number();
            if spawn_blocking(move || latest.holds_back()).await.unwrap_or(false) {
                documents.settle(&uri, number, |settled| publisher.show(&uri, Some(settled)));
                publisher.refresh();
            }
        });
    }

    /// Gives every document its current settings, after a brief.toml has changed.
    fn apply_configuration(&self) {
        let show = |uri: &Uri, snapshot| self.publisher.show(uri, Some(snapshot));
        let any_changed = self.documents.update_houses(|uri| self.configuration.house_of(uri), show);
        for loaded in self.configuration.all() {
            self.show_configuration(loaded);
        }
        if any_changed {
            self.publisher.refresh();
            let (client, session) = (self.client.clone(), self.session());
            tokio::spawn(async move { redraw(&client, session).await });
        }
    }

    /// Publishes the problems of a brief.toml, unless it is open in a client that pulls its diagnostics.
    fn show_configuration(&self, loaded: Arc<Loaded>) {
        let uri = uri_of(&loaded.path);
        let open = self.documents.spelt(&uri);
        let is_pulled = self.session().pulls_diagnostics && open.is_some();
        let latest = (!is_pulled).then_some(loaded);
        self.publisher.show_configuration(&open.unwrap_or(uri), latest);
    }

    /// The brief.toml that decisions about a document go into; `None` where it cannot be edited.
    fn target(&self, uri: &Uri) -> Option<TomlTarget> {
        let loaded = self.configuration.toml_of(uri);
        let is_new = loaded.is_none();
        if is_new && !self.session().creates_files {
            return None;
        }
        let path =
            loaded.as_ref().map(|loaded| loaded.path.clone()).or_else(|| self.configuration.new_toml_path(uri))?;
        let address = uri_of(&path);
        let uri = self.documents.spelt(&address).unwrap_or(address);
        let version = self.documents.snapshot(&uri).map(|snapshot| snapshot.text().version());
        let text = loaded.map(|loaded| loaded.text.clone()).unwrap_or_default();
        Some(TomlTarget { uri, path, text, version, is_new })
    }

    /// Runs `answer` on a blocking thread with the document's latest version; `None` when it is not open.
    async fn ask<T: Send + 'static>(
        &self,
        uri: &Uri,
        answer: impl FnOnce(&Converter, &Snapshot) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let Some(snapshot) = self.documents.snapshot(uri) else {
            return Ok(None);
        };
        let converter = Converter::new(self.session().of(&snapshot), uri.clone());
        let answered = spawn_blocking(move || answer(&converter, &snapshot)).await;
        answered.map(Some).map_err(|error| {
            tracing::error!("a request on {} failed: {error}", uri.as_ref());
            Error::internal_error()
        })
    }
}

/// Requests of our own, which editors make on a command.
impl Backend {
    /// `brief/preview`: the page of the document side by side; null when it is not open.
    pub async fn preview(&self, params: PreviewParams) -> Result<Option<Preview>> {
        let name = convert::file_name(&params.text_document.uri);
        let locale = self.session().locale;
        self.ask(&params.text_document.uri, move |_, snapshot| Preview {
            html: html::page(snapshot, &name, snapshot.house().locale.unwrap_or(locale)),
            version: snapshot.text().version(),
        })
        .await
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let session = self.session.begin(Session::new(&params));
        let _ = self.first_folders.set(convert::roots(&params));
        self.configuration.add_roots(convert::roots(&params));
        if let Some(id) = params.process_id {
            lifecycle::end_with_client(id);
        }
        if let Some(settings) = &params.initialization_options {
            self.settings.replace(settings);
        }
        Ok(InitializeResult {
            capabilities: server_capabilities(session),
            server_info: Some(ServerInfo {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        self.settings.follow(&self.client, self.session());
        for folder in self.first_folders.get().into_iter().flatten() {
            self.workspace.add(folder.clone());
        }
        let registrations = registrations(self.session());
        if registrations.is_empty() {
            return;
        }
        let client = self.client.clone();
        tokio::spawn(async move {
            if let Ok(Err(error)) = timeout(PATIENCE, client.register_capability(registrations)).await {
                tracing::warn!("the client does not tell of brief.toml files: {error}");
            }
        });
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        for folder in params.event.removed.iter().map(|folder| path_of(&folder.uri)) {
            self.configuration.remove_root(&folder);
            self.workspace.remove(&folder);
        }
        for folder in params.event.added.iter().map(|folder| path_of(&folder.uri)) {
            self.configuration.add_roots([folder.clone()]);
            self.workspace.add(folder);
        }
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if !params.settings.is_null() {
            self.settings.replace(&params.settings);
        }
        self.settings.fetch(&self.client, self.session());
    }

    async fn shutdown(&self) -> Result<()> {
        self.workspace.stop();
        self.shutdown.request();
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        let text = Text::new(&document.text, document.version);
        let declared = convert::is_brief(&document.language_id, &document.uri);
        if is_configuration(&document.uri) {
            self.documents.open(&document.uri, text, false, Arc::default());
            self.configuration.set_open(&document.uri, Some(document.text));
            return self.apply_configuration();
        }
        let snapshot = self.documents.open(&document.uri, text, declared, self.configuration.house_of(&document.uri));
        self.publisher.show(&document.uri, Some(snapshot));
        if let Some(loaded) = self.configuration.toml_of(&document.uri) {
            self.show_configuration(loaded);
        }
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { version, text_document_identifier: document } = params.text_document;
        let changes: Vec<_> = params.content_changes.into_iter().map(convert::change).collect();
        self.workspace.typed();
        let changed = self.documents.change(&document.uri, &changes, version, self.session().encoding);
        match changed {
            Some(snapshot) if is_configuration(&document.uri) => {
                self.configuration.set_open(&document.uri, Some(snapshot.content().to_owned()));
                self.apply_configuration();
            }
            Some(snapshot) => {
                self.publisher.show(&document.uri, Some(snapshot));
                self.settle_later(document.uri);
            }
            None => tracing::warn!("{} was changed but never opened", document.uri.as_ref()),
        }
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        self.documents.close(&uri);
        self.workspace.closed(path_of(&uri));
        if is_configuration(&uri) {
            self.configuration.set_open(&uri, None);
            return self.apply_configuration();
        }
        self.publisher.show(&uri, None);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.configuration.look_again();
        self.apply_configuration();
        self.workspace.changed([path_of(&params.text_document.uri)]);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.configuration.look_again();
        self.apply_configuration();
        self.workspace.changed(params.changes.iter().map(|change| path_of(&change.uri)));
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReport> {
        let uri = &params.text_document.uri;
        if is_configuration(uri) {
            let loaded = self.configuration.toml_at(uri);
            let converter = Converter::new(self.session(), uri.clone());
            let problems = loaded.map(|loaded| converter.problems(&loaded)).unwrap_or_default();
            return Ok(convert::full_report(problems));
        }
        let known = params.previous_result_id;
        let report = self.ask(&params.text_document.uri, |to_lsp, snapshot| to_lsp.report(snapshot, known));
        Ok(report.await?.unwrap_or_else(|| convert::full_report(Vec::new())))
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReport> {
        Ok(self.workspace_diagnostics.answer(params).await)
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        if is_configuration(&text_document.uri) {
            let offered = self.ask(&text_document.uri, move |to_lsp, snapshot| {
                let offset = to_lsp.offset(snapshot, position);
                to_lsp.words_of_house(snapshot, &config::complete(snapshot.content(), offset))
            });
            return offered.await;
        }
        let rests = self.documents.rests(&text_document.uri);
        let trigger = convert::trigger(params.context.as_ref(), rests, self.settings.get());
        let (workspace, own) = (self.workspace.clone(), path_of(&text_document.uri));
        self.ask(&text_document.uri, move |to_lsp, snapshot| {
            let offset = to_lsp.offset(snapshot, position);
            let mut all = completion::complete(snapshot, &workspace.archive(), offset, trigger);
            if let Some(begun) = memory_completion::begun(snapshot, offset, trigger) {
                let matches = workspace.memory_matches(&begun.query, &own);
                all.extend(memory_completion::complete(snapshot, &begun, matches, &all));
            }
            to_lsp.completions(snapshot, &all)
        })
        .await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        let Some(carried) = Carried::of(&item) else { return Ok(item) };
        let uri = carried.uri.clone();
        let documented = self.ask(&uri, {
            let item = item.clone();
            move |to_lsp, snapshot| to_lsp.documented(snapshot, &item, &carried)
        });
        Ok(documented.await?.unwrap_or(item))
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        if is_configuration(&text_document.uri) {
            let told = self.ask(&text_document.uri, move |to_lsp, snapshot| {
                let about = config::hover(snapshot.content(), to_lsp.offset(snapshot, position))?;
                Some(to_lsp.about_house(snapshot, &about))
            });
            return Ok(told.await?.flatten());
        }
        let (workspace, own) = (self.workspace.clone(), path_of(&text_document.uri));
        let answer = self.ask(&text_document.uri, move |to_lsp, snapshot| {
            let offset = to_lsp.offset(snapshot, position);
            let (known, manual) =
                (hover::hover(snapshot, &workspace.archive(), offset), manual::manual(snapshot, offset));
            let matches = memory_match::query_at(snapshot, offset)
                .and_then(|(span, query)| to_lsp.match_hover(span, &workspace.memory_matches(&query, &own)));
            Some(to_lsp.hover(snapshot, &hover::stack([known, manual, matches])?))
        });
        Ok(answer.await?.flatten())
    }

    async fn goto_definition(&self, params: DefinitionParams) -> Result<Option<DefinitionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let loaded = self.configuration.toml_of(&text_document.uri);
        let answer = self.ask(&text_document.uri, move |to_lsp, snapshot| {
            let offset = to_lsp.offset(snapshot, position);
            let partner = || partner::partner(snapshot, offset).map(|partner| to_lsp.partners(snapshot, &partner));
            to_lsp.entries(loaded.as_deref(), &definition::named_at(snapshot, offset)).or_else(partner)
        });
        Ok(answer.await?.flatten().map(Into::into))
    }

    async fn goto_type_definition(&self, params: TypeDefinitionParams) -> Result<Option<TypeDefinitionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let loaded = self.configuration.toml_of(&text_document.uri);
        let answer = self.ask(&text_document.uri, move |to_lsp, snapshot| {
            let words = definition::word_at(snapshot, to_lsp.offset(snapshot, position));
            to_lsp.entries(loaded.as_deref(), &words)
        });
        Ok(answer.await?.flatten().map(Into::into))
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let (session, workspace) = (self.session(), self.workspace.clone());
        let answer = self.ask(&text_document.uri, move |to_lsp, snapshot| {
            let name = reference::name_at(snapshot, to_lsp.offset(snapshot, position))?;
            Some(convert::archive::locations(session, &workspace.references(&name)))
        });
        Ok(answer.await?.flatten())
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResult>> {
        let answer = self.ask(&params.text_document.uri, move |to_lsp, snapshot| {
            let name = reference::name_at(snapshot, to_lsp.offset(snapshot, params.position))?;
            Some(to_lsp.renamed(snapshot, &name))
        });
        Ok(answer.await?.flatten())
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let (session, workspace) = (self.session(), self.workspace.clone());
        let answer = self.ask(&text_document.uri, move |to_lsp, snapshot| {
            let name = reference::name_at(snapshot, to_lsp.offset(snapshot, position))?;
            let new = reference::checked(name.kind, &params.new_name, snapshot.house().keywords());
            Some(new.map(|new| convert::archive::rename(session, &workspace.references(&name), new)))
        });
        match answer.await?.flatten().transpose() {
            Ok(edit) => Ok(edit),
            Err(message) => Err(Error::invalid_params(message.text(session.locale))),
        }
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let workspace = self.workspace.clone();
        let search =
            move || convert::archive::brief_symbols(&workspace_symbol::search(&workspace.archive(), &params.query));
        spawn_blocking(search).await.map(Some).map_err(|error| {
            tracing::error!("a search failed: {error}");
            Error::internal_error()
        })
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let answer = self.ask(&text_document.uri, move |to_lsp, snapshot| {
            let places = highlight::highlights(snapshot, to_lsp.offset(snapshot, position));
            to_lsp.highlights(snapshot, &places)
        });
        answer.await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let setting = self.settings.get().pair_numbers;
        self.ask(&params.text_document.uri, move |to_lsp, snapshot| {
            let visible = to_lsp.span(snapshot, params.range);
            to_lsp.pair_numbers(snapshot, &inlay_hint::pair_numbers(snapshot, visible, setting))
        })
        .await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        if self.settings.get().no_lenses {
            return Ok(None);
        }
        let lenses = |to_lsp: &Converter, snapshot: &Snapshot| to_lsp.lenses(snapshot, &code_lens::lenses(snapshot));
        self.ask(&params.text_document.uri, lenses).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokens>> {
        let sent = self.all_tokens(&params.text_document.uri).await?;
        Ok(sent.map(|sent| SemanticTokens::new(Some(sent.id), sent.tokens.to_vec())))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensDeltaResponse>> {
        let uri = &params.text_document.uri;
        let known = self.documents.tokens(uri, &params.previous_result_id);
        let sent = self.all_tokens(uri).await?;
        Ok(sent.map(|sent| match known {
            Some(known) => SemanticTokensDelta::new(Some(sent.id), delta(&known.tokens, &sent.tokens)).into(),
            None => SemanticTokens::new(Some(sent.id), sent.tokens.to_vec()).into(),
        }))
    }

    async fn semantic_tokens_range(&self, params: SemanticTokensRangeParams) -> Result<Option<SemanticTokens>> {
        self.ask(&params.text_document.uri, move |to_lsp, snapshot| {
            let visible = to_lsp.span(snapshot, params.range);
            SemanticTokens::new(None, to_lsp.tokens(snapshot, &semantic_token::tokens(snapshot, visible)))
        })
        .await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<Vec<CodeActionResponse>>> {
        let uri = &params.text_document.uri;
        let target = file_of(uri).zip(self.target(uri));
        self.ask(uri, move |to_lsp, snapshot| {
            let wanted = params.context.only;
            let mut actions = Vec::new();
            if convert::wants(wanted.as_deref(), "quickfix") {
                let fixes = code_action::quick_fixes(snapshot, to_lsp.span(snapshot, params.range));
                actions.extend(fixes.iter().map(|action| to_lsp.action(snapshot, action)));
            }
            if convert::wants(wanted.as_deref(), convert::FIX_ALL) {
                actions.extend(code_action::fix_all(snapshot).iter().map(|action| to_lsp.action(snapshot, action)));
            }
            let wants_refactorings =
                ["refactor.move", "refactor.rewrite"].map(|kind| convert::wants(wanted.as_deref(), kind));
            if wants_refactorings.contains(&true) {
                let found = code_action::refactorings(snapshot, to_lsp.span(snapshot, params.range));
                actions.extend(found.iter().map(|action| to_lsp.action(snapshot, action)));
            }
            if let Some((path, target)) = target.filter(|_| convert::wants(wanted.as_deref(), "quickfix")) {
                let span = to_lsp.span(snapshot, params.range);
                let decisions = suppression::suppressions(snapshot, span, &path, &target.path);
                actions.extend(decisions.iter().filter_map(|decision| to_lsp.decision(snapshot, decision, &target)));
            }
            actions
        })
        .await
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask(&params.text_document.uri, |to_lsp, snapshot| to_lsp.edits(snapshot, &snapshot.format())).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask(&params.text_document.uri, move |to_lsp, snapshot| {
            let range = to_lsp.span(snapshot, params.range);
            to_lsp.edits(snapshot, &snapshot.format_in(range))
        })
        .await
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask(&params.text_document.uri, move |to_lsp, snapshot| {
            let offset = to_lsp.offset(snapshot, params.position);
            to_lsp.edits(snapshot, &enter::entered(snapshot, offset))
        })
        .await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let outline = |to_lsp: &Converter, snapshot: &Snapshot| to_lsp.symbols(snapshot, &symbol::outline(snapshot));
        self.ask(&params.text_document.uri, outline).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let folds = |to_lsp: &Converter, snapshot: &Snapshot| to_lsp.folds(&folding::folds(snapshot));
        self.ask(&params.text_document.uri, folds).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.ask(&params.text_document.uri, move |to_lsp, snapshot| {
            let offsets = params.positions.into_iter().map(|position| to_lsp.offset(snapshot, position));
            offsets.map(|offset| to_lsp.selection(snapshot, &selection::around(snapshot, offset))).collect()
        })
        .await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let links = |to_lsp: &Converter, snapshot: &Snapshot| to_lsp.links(snapshot, &link::links(snapshot));
        self.ask(&params.text_document.uri, links).await
    }
}
