//! The background indexer: fills the translation memory and counts term_usage of terms, which take longer than the archive
//! has time for. A thread of its own reads the files once more when the archive is ready; changed files and open documents
//! keep both up to date.

use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};

use rustc_hash::FxHashMap;
use tokio::sync::Notify;

use super::documents::Documents;
use super::settings::SharedSettings;
use super::walk;
use super::workspace_configuration::WorkspaceConfiguration;
use crate::archive::TermUsage;
use crate::archive::term_usage::TermUse;
use crate::archive::usage::UsualSpelling;
use crate::brief::{BriefFile, may_be_brief};
use crate::house::House;
use crate::memory::{Fingerprints, Memory, Question};
use crate::snapshot::Snapshot;

/// Cloning shares it.
#[derive(Clone)]
pub(super) struct Indexer(Arc<IndexerState>);

struct IndexerState {
    documents: Arc<Documents>,
    configuration: Arc<WorkspaceConfiguration>,
    settings: SharedSettings,
    memory: RwLock<Memory>,
    term_usage: Mutex<TermUsage>,
    /// Notified when nothing is pending.
    is_idle: Notify,
    /// The version of each open document that is indexed.
    synced: Mutex<HashMap<PathBuf, Weak<Snapshot>>>,
    queue: Mutex<IndexQueue>,
}

/// Files that are still to be read.
#[derive(Default)]
struct IndexQueue {
    files: Vec<PathBuf>,
    /// Number of folders that the archive is reading; its readers go first.
    being_read: usize,
    is_at_work: bool,
    /// Files were read for their terms alone while the memory was switched off.
    has_gaps: bool,
}

/// Files taken from the queue at once.
const BATCH: usize = 32;

impl Indexer {
    pub fn new(
        documents: Arc<Documents>,
        configuration: Arc<WorkspaceConfiguration>,
        settings: SharedSettings,
    ) -> Indexer {
        Indexer(Arc::new(IndexerState {
            documents,
            configuration,
            settings,
            memory: RwLock::default(),
            term_usage: Mutex::default(),
            is_idle: Notify::new(),
            synced: Mutex::default(),
            queue: Mutex::default(),
        }))
    }

    /// Queues new or changed files with briefs.
    pub fn queue(&self, files: impl IntoIterator<Item = PathBuf>) {
        self.0.lock_queue().files.extend(files);
        self.work();
    }

    /// Holds the queue back until [`Indexer::end_folder`], while the archive reads a folder.
    pub fn begin_folder(&self) {
        self.0.lock_queue().being_read += 1;
    }

    pub fn end_folder(&self) {
        self.0.lock_queue().being_read -= 1;
        self.work();
    }

    /// Forgets files for which `is_kept` is false.
    pub fn retain(&self, is_kept: impl Fn(&Path) -> bool) {
        self.0.lock_queue().files.retain(|path| is_kept(path));
        lock(&self.0.term_usage).retain(&is_kept);
        self.0.write(|memory| memory.retain(is_kept));
    }

    /// Forgets these files and the contents of these folders, except documents that are open.
    pub fn forget(&self, paths: &HashSet<PathBuf>) {
        let is_open = |path: &Path| self.0.documents.is_open(path);
        if !paths.iter().all(|path| may_be_brief(path)) {
            return self.retain(|path| is_open(path) || !path.ancestors().any(|parent| paths.contains(parent)));
        }
        // To look for a folder takes much longer.
        for path in paths.iter().filter(|path| !is_open(path)) {
            lock(&self.0.term_usage).put(path, Vec::new());
            self.0.write(|memory| memory.remove(path));
        }
    }

    /// Waits for the next time that the queue runs empty.
    pub async fn idle(&self) {
        self.0.is_idle.notified().await;
    }

    /// The term_usage of terms in all briefs, unsaved texts included.
    pub fn usual_names(&self) -> FxHashMap<&'static str, UsualSpelling> {
        self.0.sync_open_documents();
        lock(&self.0.term_usage).usual_names()
    }

    /// Lets the file on disk count again for a document that was closed.
    pub fn closed(&self, path: &Path) {
        lock(&self.0.synced).remove(path);
    }

    /// Stops all reading.
    pub fn stop(&self) {
        self.0.lock_queue().files.clear();
    }

    /// The files that may answer the question. `all` lists every file with briefs, for a memory that was just switched on.
    pub fn candidates(&self, question: &Question, all: impl FnOnce() -> Vec<PathBuf>) -> Vec<PathBuf> {
        if self.0.is_off() {
            self.0.empty();
            return Vec::new();
        }
        if std::mem::take(&mut self.0.lock_queue().has_gaps) {
            self.queue(all());
        }
        self.0.sync_open_documents();
        self.0.memory.read().unwrap_or_else(PoisonError::into_inner).candidates(question)
    }

    /// Starts a thread on the queue, unless one is at work or the archive is being read.
    fn work(&self) {
        let mut queue = self.0.lock_queue();
        if queue.files.is_empty() || queue.is_at_work || queue.being_read > 0 {
            return;
        }
        queue.is_at_work = true;
        let shared = self.0.clone();
        let thread = std::thread::Builder::new().name("memory".to_owned());
        if let Err(error) = thread.spawn(move || shared.work_through_queue()) {
            tracing::error!("the translation memory is not filled: {error}");
            queue.is_at_work = false;
        }
    }
}

impl IndexerState {
    fn work_through_queue(&self) {
        walk::give_way();
        while let Some(files) = self.next_files() {
            for path in files {
                // One file that cannot be understood does not keep the others from being read.
                if catch_unwind(AssertUnwindSafe(|| self.read(&path))).is_err() {
                    tracing::error!("{} is not remembered", path.display());
                }
            }
        }
    }

    /// The next batch; `None` once the queue is empty.
    fn next_files(&self) -> Option<Vec<PathBuf>> {
        let mut queue = self.lock_queue();
        let rest = queue.files.len().saturating_sub(BATCH);
        let next = queue.files.split_off(rest);
        queue.is_at_work = !next.is_empty();
        if next.is_empty() {
            self.is_idle.notify_one();
        }
        queue.is_at_work.then_some(next)
    }

    fn read(&self, path: &Path) {
        let text = walk::text(path).unwrap_or_default();
        let house = self.configuration.configurations().house_of(path);
        let found = self.index(&text, &BriefFile::read_with(&text, &house.labels), &house);
        // A document was opened in the meantime: its text wins.
        if !self.documents.is_open(path) {
            self.put(path, found);
        }
    }

    /// Indexes new versions of open documents. Done on demand, so that a keystroke costs nothing.
    fn sync_open_documents(&self) {
        let mut synced = lock(&self.synced);
        for (path, snapshot) in self.documents.all() {
            let is_synced = |known: &Weak<Snapshot>| std::ptr::eq(known.as_ptr(), Arc::as_ptr(&snapshot));
            if !synced.get(&path).is_some_and(is_synced) {
                self.put(&path, self.index(snapshot.content(), snapshot.file(), snapshot.house()));
                synced.insert(path, Arc::downgrade(&snapshot));
            }
        }
    }

    fn index(&self, text: &str, file: &BriefFile, house: &House) -> (Fingerprints, Vec<TermUse>) {
        let fingerprints = if self.is_off() { Fingerprints::default() } else { Fingerprints::of(text, file) };
        (fingerprints, TermUse::all(text, file, house.terms()))
    }

    fn put(&self, path: &Path, (fingerprints, terms): (Fingerprints, Vec<TermUse>)) {
        lock(&self.term_usage).put(path, terms);
        self.lock_queue().has_gaps |= self.is_off();
        self.write(|memory| memory.put(path, fingerprints));
    }

    fn empty(&self) {
        if !self.memory.read().unwrap_or_else(PoisonError::into_inner).is_empty() {
            self.write(|memory| *memory = Memory::default());
            lock(&self.synced).clear();
            self.lock_queue().has_gaps = true;
        }
    }

    fn is_off(&self) -> bool {
        self.settings.get().no_memory
    }

    fn write(&self, change: impl FnOnce(&mut Memory)) {
        change(&mut self.memory.write().unwrap_or_else(PoisonError::into_inner));
    }

    fn lock_queue(&self) -> MutexGuard<'_, IndexQueue> {
        lock(&self.queue)
    }
}

/// No change under these locks is left half done, so a panic elsewhere is no reason to stop.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
