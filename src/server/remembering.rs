//! What takes longer to find in the workspace's briefs than the archive has time for: the translation memory, and what terms
//! are called. A thread of its own reads the files once more when the archive is ready; changed files and open documents
//! keep both true.

use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};

use rustc_hash::FxHashMap;
use tokio::sync::Notify;

use super::disk;
use super::documents::Documents;
use super::houses::Houses;
use super::settings::SharedSettings;
use crate::archive::TermUsage;
use crate::archive::term_usage::TermUse;
use crate::archive::usage::UsualSpelling;
use crate::brief::{BriefFile, may_be_brief};
use crate::house::House;
use crate::memory::{Fingerprints, Memory, Question};
use crate::snapshot::Snapshot;

/// Cloning shares it.
#[derive(Clone)]
pub(super) struct Remembering(Arc<Shared>);

struct Shared {
    documents: Arc<Documents>,
    houses: Arc<Houses>,
    settings: SharedSettings,
    memory: RwLock<Memory>,
    renderings: Mutex<TermUsage>,
    /// All that was due has been read.
    is_idle: Notify,
    /// The versions of open documents that are entered.
    entered: Mutex<HashMap<PathBuf, Weak<Snapshot>>>,
    due: Mutex<Due>,
}

/// What is still to be read.
#[derive(Default)]
struct Due {
    files: Vec<PathBuf>,
    /// Folders that the archive reads just now. Its readers go first.
    being_read: usize,
    is_at_work: bool,
    /// Files were read for their terms alone while the memory was switched off.
    has_gaps: bool,
}

/// Files that are read before the next look at what is due.
const BATCH: usize = 32;

impl Remembering {
    pub fn new(documents: Arc<Documents>, houses: Arc<Houses>, settings: SharedSettings) -> Remembering {
        Remembering(Arc::new(Shared {
            documents,
            houses,
            settings,
            memory: RwLock::default(),
            renderings: Mutex::default(),
            is_idle: Notify::new(),
            entered: Mutex::default(),
            due: Mutex::default(),
        }))
    }

    /// Files with briefs are there, new or changed.
    pub fn note(&self, files: impl IntoIterator<Item = PathBuf>) {
        self.0.due().files.extend(files);
        self.work();
    }

    /// A folder is being read, or was; what it holds waits until then.
    pub fn begin_folder(&self) {
        self.0.due().being_read += 1;
    }

    pub fn end_folder(&self) {
        self.0.due().being_read -= 1;
        self.work();
    }

    /// Forgets the files that `is_kept` does not hold for.
    pub fn retain(&self, is_kept: impl Fn(&Path) -> bool) {
        self.0.due().files.retain(|path| is_kept(path));
        lock(&self.0.renderings).retain(&is_kept);
        self.0.write(|memory| memory.retain(is_kept));
    }

    /// Forgets these files, and what is in these folders, but for documents that are open.
    pub fn forget(&self, paths: &HashSet<PathBuf>) {
        let is_open = |path: &Path| self.0.documents.is_open(path);
        if !paths.iter().all(|path| may_be_brief(path)) {
            return self.retain(|path| is_open(path) || !path.ancestors().any(|parent| paths.contains(parent)));
        }
        // To look for a folder takes much longer.
        for path in paths.iter().filter(|path| !is_open(path)) {
            lock(&self.0.renderings).put(path, Vec::new());
            self.0.write(|memory| memory.remove(path));
        }
    }

    /// Waits until all that was due has been read, since the last time that it was waited for.
    pub async fn idle(&self) {
        self.0.is_idle.notified().await;
    }

    /// What the briefs call their terms, unsaved texts included.
    pub fn terms(&self) -> FxHashMap<&'static str, UsualSpelling> {
        self.0.enter_documents();
        lock(&self.0.renderings).usual_names()
    }

    /// What is on disk counts again for a document that was closed.
    pub fn closed(&self, path: &Path) {
        lock(&self.0.entered).remove(path);
    }

    /// Stops all reading.
    pub fn stop(&self) {
        self.0.due().files.clear();
    }

    /// The files that may have what is asked for; `all` names every file with briefs, for a memory that was switched on.
    pub fn candidates(&self, question: &Question, all: impl FnOnce() -> Vec<PathBuf>) -> Vec<PathBuf> {
        if self.0.is_off() {
            self.0.empty();
            return Vec::new();
        }
        if std::mem::take(&mut self.0.due().has_gaps) {
            self.note(all());
        }
        self.0.enter_documents();
        self.0.memory.read().unwrap_or_else(PoisonError::into_inner).candidates(question)
    }

    /// Has a thread read what is due, unless one does or the archive is being read.
    fn work(&self) {
        let mut due = self.0.due();
        if due.files.is_empty() || due.is_at_work || due.being_read > 0 {
            return;
        }
        due.is_at_work = true;
        let shared = self.0.clone();
        let thread = std::thread::Builder::new().name("memory".to_owned());
        if let Err(error) = thread.spawn(move || shared.read_what_is_due()) {
            tracing::error!("the translation memory is not filled: {error}");
            due.is_at_work = false;
        }
    }
}

impl Shared {
    fn read_what_is_due(&self) {
        disk::give_way();
        while let Some(files) = self.next_files() {
            for path in files {
                // One file that cannot be understood does not keep the others from being read.
                if catch_unwind(AssertUnwindSafe(|| self.read(&path))).is_err() {
                    tracing::error!("{} is not remembered", path.display());
                }
            }
        }
    }

    /// The next files to be read; none once there is nothing to do.
    fn next_files(&self) -> Option<Vec<PathBuf>> {
        let mut due = self.due();
        let rest = due.files.len().saturating_sub(BATCH);
        let next = due.files.split_off(rest);
        due.is_at_work = !next.is_empty();
        if next.is_empty() {
            self.is_idle.notify_one();
        }
        due.is_at_work.then_some(next)
    }

    fn read(&self, path: &Path) {
        let text = disk::text(path).unwrap_or_default();
        let house = self.houses.configurations().house_of(path);
        let found = self.look_at(&text, &BriefFile::read_with(&text, &house.labels), &house);
        // A document was opened in the meantime: its text wins.
        if !self.documents.is_open(path) {
            self.put(path, found);
        }
    }

    /// Documents are entered when somebody asks, so that a keystroke costs nothing.
    fn enter_documents(&self) {
        let mut entered = lock(&self.entered);
        for (path, snapshot) in self.documents.all() {
            let is_entered = |known: &Weak<Snapshot>| std::ptr::eq(known.as_ptr(), Arc::as_ptr(&snapshot));
            if !entered.get(&path).is_some_and(is_entered) {
                self.put(&path, self.look_at(snapshot.content(), snapshot.file(), snapshot.house()));
                entered.insert(path, Arc::downgrade(&snapshot));
            }
        }
    }

    fn look_at(&self, text: &str, file: &BriefFile, house: &House) -> (Fingerprints, Vec<TermUse>) {
        let traces = if self.is_off() { Fingerprints::default() } else { Fingerprints::of(text, file) };
        (traces, TermUse::all(text, file, house.terms()))
    }

    fn put(&self, path: &Path, (traces, terms): (Fingerprints, Vec<TermUse>)) {
        lock(&self.renderings).put(path, terms);
        self.due().has_gaps |= self.is_off();
        self.write(|memory| memory.put(path, traces));
    }

    fn empty(&self) {
        if !self.memory.read().unwrap_or_else(PoisonError::into_inner).is_empty() {
            self.write(|memory| *memory = Memory::default());
            lock(&self.entered).clear();
            self.due().has_gaps = true;
        }
    }

    fn is_off(&self) -> bool {
        self.settings.get().no_memory
    }

    fn write(&self, change: impl FnOnce(&mut Memory)) {
        change(&mut self.memory.write().unwrap_or_else(PoisonError::into_inner));
    }

    fn due(&self) -> MutexGuard<'_, Due> {
        lock(&self.due)
    }
}

/// No change under these locks is left half done, so a panic elsewhere is no reason to stop.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
