//! The workspace folders: their briefs are read into the archive in the background, and it is kept true by watched files
//! and open documents, whose text wins over what is on disk.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, Weak};
use std::time::Duration;

use rayon::prelude::*;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types::{ProgressToken, Uri};

use super::documents::Documents;
use super::indexer::Indexer;
use super::messages::Message;
use super::path::uri_of;
use super::publisher::Publisher;
use super::session::Session;
use super::settings::SharedSettings;
use super::source_file::{FileReferences, SourceFile};
use super::throttle::Throttle;
use super::walk::{self, IndexedFile, WalkOptions};
use super::workspace_configuration::WorkspaceConfiguration;
use crate::archive::{Archive, Record, Usage};
use crate::assist::memory_match::{FuzzyMatch, MatchQuery};
use crate::assist::reference::{self, NameAtCursor};
use crate::config::{Configurations, FILE_NAME};
use crate::snapshot::{Snapshot, today};
use crate::text::Text;

/// Cloning shares it.
#[derive(Clone)]
pub(super) struct Workspace(Arc<WorkspaceState>);

struct WorkspaceState {
    documents: Arc<Documents>,
    configuration: Arc<WorkspaceConfiguration>,
    publisher: Publisher,
    archive: RwLock<Archive>,
    indexer: Indexer,
    /// Each folder with the flag that stops its walk.
    folders: Mutex<HashMap<PathBuf, Arc<AtomicBool>>>,
    /// The version of each open document that the archive holds.
    synced: Mutex<HashMap<PathBuf, Weak<Snapshot>>>,
    pending: Mutex<PendingChanges>,
    /// Held during [`Workspace::run_pending`]: runs do not overlap, so the latest state is published last.
    running: Mutex<()>,
    throttle: Throttle,
    /// Number of published changes so far.
    changes: watch::Sender<u64>,
}

/// Changed files and folders that are still to be read again.
#[derive(Default)]
struct PendingChanges {
    paths: HashSet<PathBuf>,
    /// A run is scheduled.
    is_planned: bool,
}

impl Workspace {
    pub fn new(
        publisher: Publisher,
        documents: Arc<Documents>,
        configuration: Arc<WorkspaceConfiguration>,
        settings: SharedSettings,
    ) -> Workspace {
        let workspace = Workspace(Arc::new(WorkspaceState {
            indexer: Indexer::new(documents.clone(), configuration.clone(), settings),
            documents,
            configuration,
            publisher,
            archive: RwLock::default(),
            folders: Mutex::default(),
            synced: Mutex::default(),
            pending: Mutex::default(),
            running: Mutex::default(),
            throttle: Throttle::default(),
            changes: watch::Sender::default(),
        }));
        tokio::spawn(workspace.clone().watch_terms());
        workspace
    }

    /// Publishes the usage again whenever the indexer has caught up: uses of terms are known later than names.
    async fn watch_terms(self) {
        loop {
            self.0.indexer.idle().await;
            self.changed([]);
        }
    }

    /// Reads a folder in the background, from the start if it is being read.
    pub fn add(&self, folder: PathBuf) {
        let stop = Arc::new(AtomicBool::new(false));
        let before = lock(&self.0.folders).insert(folder.clone(), stop.clone());
        if let Some(before) = before {
            before.store(true, Ordering::Relaxed);
        }
        tokio::spawn(self.clone().read(folder, stop));
    }

    /// Forgets the briefs of a folder, unless another one has them too.
    pub fn remove(&self, folder: &Path) {
        let mut folders = lock(&self.0.folders);
        if let Some(stop) = folders.remove(folder) {
            stop.store(true, Ordering::Relaxed);
        }
        let is_kept = |path: &Path| {
            let is_in = |folder: &PathBuf| path.starts_with(folder);
            !path.starts_with(folder) || folders.keys().any(is_in) || self.0.documents.is_open(path)
        };
        self.write(|archive| archive.retain(is_kept));
        self.0.indexer.retain(is_kept);
        self.changed([]);
    }

    /// Stops all reading.
    pub fn stop(&self) {
        lock(&self.0.folders).values().for_each(|stop| stop.store(true, Ordering::Relaxed));
        self.0.indexer.stop();
    }

    /// Schedules files that were changed, created or deleted for reading, and the usage for publishing. A brief.toml stands
    /// for its folder, as it decides how the files there are read.
    pub fn changed(&self, paths: impl IntoIterator<Item = PathBuf>) {
        let concerned = |path: PathBuf| match path.parent() {
            Some(folder) if path.ends_with(FILE_NAME) => folder.to_owned(),
            _ => path,
        };
        let mut pending = lock(&self.0.pending);
        pending.paths.extend(paths.into_iter().map(concerned));
        if std::mem::replace(&mut pending.is_planned, true) {
            return;
        }
        let workspace = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(DEBOUNCE).await;
            spawn_blocking(move || workspace.run_pending());
        });
    }

    fn run_pending(&self) {
        let _guard = lock(&self.0.running);
        let PendingChanges { paths, .. } = std::mem::take(&mut *lock(&self.0.pending));
        if !paths.is_empty() {
            self.read_again(&paths);
        }
        self.publish_usage();
    }

    /// Makes background work give way to a person who types.
    pub fn typed(&self) {
        self.0.throttle.typed();
    }

    /// Gives documents the archive's usage, and tells whoever listens to [`Workspace::changes`].
    fn publish_usage(&self) {
        // A few documents that are open without a folder are no archive.
        let is_archive = !lock(&self.0.folders).is_empty();
        let usage = match is_archive {
            true => self.archive().usage().with_terms(self.0.indexer.usual_names()),
            false => Usage::default(),
        };
        let show = |uri: &Uri, snapshot| self.0.publisher.show(uri, Some(snapshot));
        if self.0.documents.set_usage(usage, show) {
            self.0.publisher.refresh();
        }
        self.0.changes.send_modify(|changes| *changes += 1);
    }

    /// Takes the file on disk for a document that was closed.
    pub fn closed(&self, path: PathBuf) {
        lock(&self.0.synced).remove(&path);
        self.0.indexer.closed(&path);
        self.changed([path]);
    }

    /// Sleeps during typing, if `gives_way`.
    pub fn wait_for_rest(&self, gives_way: bool, stop: &AtomicBool) {
        if gives_way {
            self.0.throttle.wait(stop);
        }
    }

    /// Receives the number of every published change.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.0.changes.subscribe()
    }

    pub fn configurations(&self) -> &Configurations {
        self.0.configuration.configurations()
    }

    /// Revision of the usage that documents are checked with.
    pub fn usage_revision(&self) -> u64 {
        self.0.documents.usage().1
    }

    pub fn is_open(&self, path: &Path) -> bool {
        self.0.documents.is_open(path)
    }

    /// Every file with briefs.
    pub fn files(&self) -> Vec<PathBuf> {
        self.archive().files().map(Path::to_owned).collect()
    }

    /// The archive as it is now, unsaved texts included. Not to be held for long.
    pub fn archive(&self) -> RwLockReadGuard<'_, Archive> {
        self.sync_open_documents();
        self.0.archive.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// A file with its unsaved text, or the one on disk; `None` when it cannot be read.
    pub fn source_file(&self, path: &Path) -> Option<SourceFile> {
        if let Some((uri, snapshot)) = self.0.documents.of_path(path) {
            return Some(SourceFile { uri, snapshot, is_open: true });
        }
        let content = walk::text(path)?;
        let snapshot = Snapshot::new(Text::new(&content, 0), true, self.configurations().house_of(path), today());
        let (usage, _) = self.0.documents.usage();
        Some(SourceFile { uri: uri_of(path), snapshot: Arc::new(snapshot.with_usage(usage)), is_open: false })
    }

    /// Every reference to a name, file by file. Reads the files that have it.
    pub fn references(&self, name: &NameAtCursor) -> Vec<FileReferences> {
        let files = self.archive().files_with(name.kind, &name.spelling);
        let in_file = |path: &PathBuf| {
            let file = self.source_file(path)?;
            let references = reference::references(&file.snapshot, name);
            (!references.is_empty()).then_some(FileReferences { file, references })
        };
        files.par_iter().filter_map(in_file).collect()
    }

    /// The best matches of the translation memory for a text of the brief at `own`. Reads some files.
    pub fn memory_matches(&self, query: &MatchQuery, own: &Path) -> Vec<FuzzyMatch> {
        let all = || self.archive().briefs().map(|brief| brief.path.to_owned()).collect();
        let files = self.0.indexer.candidates(&query.question, all);
        let in_file = |path: &PathBuf| Some(query.candidates(path, path == own, &self.source_file(path)?.snapshot));
        query.best_matches(files.par_iter().filter_map(in_file).flatten().collect())
    }

    /// Brings the archive up to date with open documents. Done on demand, so that a keystroke costs nothing.
    fn sync_open_documents(&self) {
        let mut synced = lock(&self.0.synced);
        for (path, snapshot) in self.0.documents.all() {
            let is_synced = |known: &Weak<Snapshot>| std::ptr::eq(known.as_ptr(), Arc::as_ptr(&snapshot));
            if !synced.get(&path).is_some_and(is_synced) {
                let record = Record::of(snapshot.content(), snapshot.file(), snapshot.house());
                self.write(|archive| archive.put(&path, record));
                synced.insert(path, Arc::downgrade(&snapshot));
            }
        }
    }

    fn write<T>(&self, change: impl FnOnce(&mut Archive) -> T) -> T {
        change(&mut self.0.archive.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts files that were read from disk into the archive, except documents that are open.
    fn put(&self, found: Vec<IndexedFile>) {
        self.0.indexer.queue(found.iter().map(|(path, _)| path.clone()));
        self.write(|archive| {
            let open: HashSet<PathBuf> = self.0.documents.all().into_iter().map(|(path, _)| path).collect();
            for (path, record) in found.into_iter().filter(|(path, _)| !open.contains(path)) {
                archive.put(&path, record);
            }
        });
    }

    fn walk_options<'a>(&'a self, stop: &'a AtomicBool) -> WalkOptions<'a> {
        WalkOptions { configurations: self.0.configuration.configurations(), throttle: &self.0.throttle, stop }
    }

    fn read_again(&self, paths: &HashSet<PathBuf>) {
        let folders: Vec<(PathBuf, Arc<AtomicBool>)> =
            lock(&self.0.folders).iter().map(|(folder, stop)| (folder.clone(), stop.clone())).collect();
        let found = Mutex::new(Vec::new());
        for (folder, stop) in &folders {
            let inside: HashSet<PathBuf> = paths.iter().filter(|path| path.starts_with(folder)).cloned().collect();
            if !inside.is_empty() {
                walk::read_some(folder, &inside, self.walk_options(stop), &|files| lock(&found).extend(files));
            }
        }
        let is_kept =
            |path: &Path| self.0.documents.is_open(path) || !path.ancestors().any(|parent| paths.contains(parent));
        self.write(|archive| archive.retain(is_kept));
        self.0.indexer.forget(paths);
        self.put(found.into_inner().unwrap_or_else(PoisonError::into_inner));
    }

    async fn read(self, folder: PathBuf, stop: Arc<AtomicBool>) {
        let files = Arc::new(AtomicUsize::new(0));
        let reading = {
            let (workspace, folder, files) = (self.clone(), folder.clone(), files.clone());
            self.0.indexer.begin_folder();
            spawn_blocking(move || {
                walk::read_folder(&folder, workspace.walk_options(&stop), &|found| {
                    files.fetch_add(found.len(), Ordering::Relaxed);
                    workspace.put(found);
                });
            })
        };
        let told = tell_progress(self.0.publisher.client(), self.0.publisher.session(), &folder, &files, reading);
        told.await;
        self.0.indexer.end_folder();
        self.changed([]);
        tracing::info!("{} files with briefs in {}", files.load(Ordering::Relaxed), folder.display());
    }
}

/// Changes come in swarms: those within this time are handled together.
const DEBOUNCE: Duration = Duration::from_millis(100);

const BETWEEN_REPORTS: Duration = Duration::from_millis(200);

/// Reports the number of files read until `reading` ends, to clients that show progress.
async fn tell_progress(
    client: &Client,
    session: Session,
    folder: &Path,
    files: &AtomicUsize,
    mut reading: tokio::task::JoinHandle<()>,
) {
    let token = ProgressToken::from(format!("brief-ls/archive/{}", folder.display()));
    let created = session.shows_progress && {
        let asked = tokio::time::timeout(BETWEEN_REPORTS * 25, client.create_work_done_progress(token.clone()));
        matches!(asked.await, Ok(Ok(())))
    };
    if !created {
        let _ = reading.await;
        return;
    }
    let count = || Message::BriefFilesRead { count: files.load(Ordering::Relaxed) }.text(session.locale);
    let title = Message::ReadingArchive.text(session.locale);
    let progress = client.progress(token, title).begin().await;
    while tokio::time::timeout(BETWEEN_REPORTS, &mut reading).await.is_err() {
        progress.report(count()).await;
    }
    progress.finish_with_message(count()).await;
}

/// No change under these locks is left half done, so a panic elsewhere is no reason to stop.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
