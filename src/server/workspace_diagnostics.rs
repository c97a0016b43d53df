//! Workspace diagnostics: reports on every brief of the archive, open or not, for clients that ask for them and people who
//! have switched them on.
//!
//! Nothing is kept between two answers. A report's id covers all that it depends on, and the client sends it back: a report
//! with the same id is neither computed nor sent again.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;
use tokio::sync::mpsc::unbounded_channel;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep, timeout_at};
use tower_lsp::gen_lsp_types as lsp;

use super::convert::{self, Converter};
use super::path::path_of;
use super::publisher::Publisher;
use super::settings::SharedSettings;
use super::source_file::SourceFile;
use super::walk;
use super::workspace::Workspace;
use crate::snapshot::today;

type Report = lsp::WorkspaceDocumentDiagnosticReport;

/// Cloning shares it.
#[derive(Clone)]
pub(super) struct WorkspaceDiagnostics(Arc<DiagnosticsState>);

struct DiagnosticsState {
    workspace: Workspace,
    settings: SharedSettings,
    publisher: Publisher,
    /// A client that polls is answered once there is news. One request waits at a time, as each occupies a request slot.
    is_waiting: AtomicBool,
}

/// The reports that the client has: the URI and result id of each file's.
type KnownReports = HashMap<PathBuf, (lsp::Uri, String)>;

/// Longest time that a request waits for news.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// Files per batch of reports.
const CHUNK: usize = 64;
/// Delay of the answer, so that partial results sent before it also arrive before it.
const BEFORE_ANSWER: Duration = Duration::from_millis(20);

impl WorkspaceDiagnostics {
    pub fn new(workspace: Workspace, settings: SharedSettings, publisher: Publisher) -> WorkspaceDiagnostics {
        WorkspaceDiagnostics(Arc::new(DiagnosticsState {
            workspace,
            settings,
            publisher,
            is_waiting: AtomicBool::new(false),
        }))
    }

    /// The reports that differ from those the client has, as partial results where it asks for these.
    pub async fn answer(&self, params: lsp::WorkspaceDiagnosticParams) -> lsp::WorkspaceDiagnosticReport {
        let known = params.previous_result_ids.into_iter().map(|id| (path_of(&id.uri), (id.uri, id.value)));
        let known: Arc<KnownReports> = Arc::new(known.collect());
        let token = params.partial_result_params.partial_result_token;
        let mut changes = self.0.workspace.changes();
        let mut news = self.news(&known, token.as_ref()).await;
        if news.is_none() && !self.0.is_waiting.swap(true, Ordering::Relaxed) {
            let _waiting = OnDrop(|| self.0.is_waiting.store(false, Ordering::Relaxed));
            let deadline = Instant::now() + LONGEST_WAIT;
            // Not every change is news: another file may have been read, or the same text once more.
            while news.is_none() && matches!(timeout_at(deadline, changes.changed()).await, Ok(Ok(()))) {
                news = self.news(&known, token.as_ref()).await;
            }
        }
        lsp::WorkspaceDiagnosticReport { items: news.unwrap_or_default() }
    }

    /// `None` where nothing has changed; no items where they were sent as partial results.
    async fn news(&self, known: &Arc<KnownReports>, token: Option<&lsp::ProgressToken>) -> Option<Vec<Report>> {
        let (send, mut receive) = unbounded_channel();
        let (diagnostics, known) = (self.clone(), known.clone());
        let stop = Arc::new(AtomicBool::new(false));
        // The client may take its question back.
        let _stop = OnDrop(|| stop.store(true, Ordering::Relaxed));
        let job = spawn_blocking({
            let stop = stop.clone();
            move || diagnostics.0.go_through(&known, &stop, &|reports| drop(send.send(reports)))
        });
        let mut items = Vec::new();
        let mut any = false;
        while let Some(reports) = receive.recv().await {
            any = true;
            match token {
                Some(token) => self.send(token, reports).await,
                None => items.extend(reports),
            }
        }
        if let Err(error) = job.await {
            tracing::error!("the survey of the workspace failed: {error}");
        }
        if any && token.is_some() {
            sleep(BEFORE_ANSWER).await;
        }
        any.then_some(items)
    }

    async fn send(&self, token: &lsp::ProgressToken, items: Vec<Report>) {
        let value = serde_json::to_value(lsp::WorkspaceDiagnosticReportPartialResult { items }).unwrap_or_default();
        let params = lsp::ProgressParams { token: token.clone(), value };
        self.0.publisher.client().send_notification::<lsp::ProgressNotification>(params).await;
    }
}

impl DiagnosticsState {
    /// Sends the reports that differ from the `known` ones, and empty ones for files that are gone.
    fn go_through(&self, known: &KnownReports, stop: &AtomicBool, send: &(dyn Fn(Vec<Report>) + Sync)) {
        let paths = if self.settings.get().workspace_diagnostics { self.workspace.files() } else { Vec::new() };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(walk::threads()).start_handler(|_| walk::give_way());
        let Ok(pool) = pool.build() else { return };
        let revision = self.workspace.usage_revision();
        pool.install(|| {
            paths.par_chunks(CHUNK).for_each(|chunk| {
                let wanted = |path: &&PathBuf| {
                    self.workspace.wait_for_rest(rayon::current_thread_index() != Some(0), stop);
                    // Documents that are no files have their own way.
                    !stop.load(Ordering::Relaxed) && path.is_absolute()
                };
                let reports: Vec<Report> =
                    chunk.iter().filter(wanted).filter_map(|path| self.report(path, known, revision)).collect();
                if !reports.is_empty() {
                    send(reports);
                }
            });
        });
        let there: HashSet<&Path> = paths.iter().map(PathBuf::as_path).collect();
        let is_gone = |path: &Path| !there.contains(path) && !self.workspace.is_open(path);
        let gone = known.iter().filter(|(path, _)| is_gone(path));
        let empty: Vec<Report> =
            gone.map(|(_, (uri, _))| convert::workspace_report(uri.clone(), None, None, Vec::new())).collect();
        if !empty.is_empty() {
            send(empty);
        }
    }

    /// `None` where the client has it already.
    fn report(&self, path: &Path, known: &KnownReports, revision: u64) -> Option<Report> {
        let is_known = |id: &str| known.get(path).is_some_and(|(_, known)| known == id);
        let on_disk = if self.workspace.is_open(path) { None } else { Some(self.id_on_disk(path, revision)?) };
        if on_disk.as_ref().is_some_and(|id| is_known(id)) {
            return None;
        }
        let SourceFile { snapshot, uri, is_open } = self.workspace.source_file(path)?;
        let id = on_disk.filter(|_| !is_open).unwrap_or_else(|| snapshot.number().to_string());
        if is_known(&id) {
            return None;
        }
        let uri = known.get(path).map_or(uri, |(uri, _)| uri.clone());
        let diagnostics = Converter::new(self.publisher.session().of(&snapshot), uri.clone()).diagnostics(&snapshot);
        let version = is_open.then(|| snapshot.text().version());
        Some(convert::workspace_report(uri, version, Some(id), diagnostics))
    }

    /// Id of all that a report on a closed file depends on: the file, its brief.toml, the usage, and the day.
    fn id_on_disk(&self, path: &Path, revision: u64) -> Option<String> {
        let file = path.metadata().ok()?;
        let house = self.workspace.configurations().of(path).map(|loaded| loaded.text.clone());
        let parts = (file.len(), file.modified().ok(), house, revision, today().to_string());
        Some(format!("file-{:x}", FxBuildHasher.hash_one(parts)))
    }
}

/// Runs a closure on drop, however a block is left.
struct OnDrop<F: Fn()>(F);

impl<F: Fn()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}
