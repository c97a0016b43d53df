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

use super::convert::archive::Places;
use super::disk::{self, Found, How};
use super::documents::Documents;
use super::houses::Houses;
use super::messages::Message;
use super::pace::Pace;
use super::path::uri_of;
use super::publisher::Publisher;
use super::remembering::Remembering;
use super::session::Session;
use super::settings::SharedSettings;
use crate::archive::{Archive, Record, Usage};
use crate::assist::recall::{Ask, Recalled};
use crate::assist::reference::{self, Name};
use crate::config::{Configurations, FILE_NAME};
use crate::snapshot::{Snapshot, today};
use crate::text::Text;

/// A file that the archive told of, as it is now.
pub(super) struct Held {
    pub uri: Uri,
    pub snapshot: Arc<Snapshot>,
    pub is_open: bool,
}

/// Cloning shares it.
#[derive(Clone)]
pub(super) struct Workspace(Arc<Shared>);

struct Shared {
    documents: Arc<Documents>,
    houses: Arc<Houses>,
    publisher: Publisher,
    archive: RwLock<Archive>,
    memory: Remembering,
    /// Each with the flag that stops its reading.
    folders: Mutex<HashMap<PathBuf, Arc<AtomicBool>>>,
    /// The versions of open documents that the archive holds.
    entered: Mutex<HashMap<PathBuf, Weak<Snapshot>>>,
    due: Mutex<Due>,
    /// Held while what is due is done, so that the last word is the last one's.
    doing: Mutex<()>,
    pace: Pace,
    /// Counts the changes that documents were told of.
    changes: watch::Sender<u64>,
}

/// What has changed and is to be looked at.
#[derive(Default)]
struct Due {
    paths: HashSet<PathBuf>,
    /// Somebody will do it in a moment.
    is_planned: bool,
}

impl Workspace {
    pub fn new(
        publisher: Publisher,
        documents: Arc<Documents>,
        houses: Arc<Houses>,
        settings: SharedSettings,
    ) -> Workspace {
        let workspace = Workspace(Arc::new(Shared {
            memory: Remembering::new(documents.clone(), houses.clone(), settings),
            documents,
            houses,
            publisher,
            archive: RwLock::default(),
            folders: Mutex::default(),
            entered: Mutex::default(),
            due: Mutex::default(),
            doing: Mutex::default(),
            pace: Pace::default(),
            changes: watch::Sender::default(),
        }));
        tokio::spawn(workspace.clone().tell_of_terms());
        workspace
    }

    /// What terms are called is known later than the names.
    async fn tell_of_terms(self) {
        loop {
            self.0.memory.idle().await;
            self.changed([]);
        }
    }

    /// Starts to read a folder.
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
        self.0.memory.retain(is_kept);
        self.changed([]);
    }

    /// Stops all reading.
    pub fn stop(&self) {
        lock(&self.0.folders).values().for_each(|stop| stop.store(true, Ordering::Relaxed));
        self.0.memory.stop();
    }

    /// Reads again, in a moment, what was changed, created or deleted, and judges documents beside it. A brief.toml tells how
    /// all files are read that it holds for.
    pub fn changed(&self, paths: impl IntoIterator<Item = PathBuf>) {
        let concerned = |path: PathBuf| match path.parent() {
            Some(folder) if path.ends_with(FILE_NAME) => folder.to_owned(),
            _ => path,
        };
        let mut due = lock(&self.0.due);
        due.paths.extend(paths.into_iter().map(concerned));
        if std::mem::replace(&mut due.is_planned, true) {
            return;
        }
        let workspace = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(SWARM).await;
            spawn_blocking(move || workspace.do_what_is_due());
        });
    }

    fn do_what_is_due(&self) {
        let _guard = lock(&self.0.doing);
        let Due { paths, .. } = std::mem::take(&mut *lock(&self.0.due));
        if !paths.is_empty() {
            self.read_again(&paths);
        }
        self.tell();
    }

    /// Somebody types in a document.
    pub fn typed(&self) {
        self.0.pace.typed();
    }

    fn tell(&self) {
        // A few documents that are open without a folder are no archive.
        let is_archive = !lock(&self.0.folders).is_empty();
        let usage = match is_archive {
            true => self.archive().usage().with_terms(self.0.memory.terms()),
            false => Usage::default(),
        };
        let show = |uri: &Uri, snapshot| self.0.publisher.show(uri, Some(snapshot));
        if self.0.documents.judge_beside(usage, show) {
            self.0.publisher.refresh();
        }
        self.0.changes.send_modify(|changes| *changes += 1);
    }

    /// A document was closed: what is on disk counts again.
    pub fn closed(&self, path: PathBuf) {
        lock(&self.0.entered).remove(&path);
        self.0.memory.closed(&path);
        self.changed([path]);
    }

    /// Sleeps while somebody types and `gives_way`.
    pub fn wait_for_rest(&self, gives_way: bool, stop: &AtomicBool) {
        if gives_way {
            self.0.pace.wait(stop);
        }
    }

    /// Hears of every change that documents were told of.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.0.changes.subscribe()
    }

    pub fn houses(&self) -> &Configurations {
        self.0.houses.configurations()
    }

    /// Changes with what documents are judged beside.
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
        self.enter_documents();
        self.0.archive.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a file holds: its unsaved text, or what is on disk; none when it cannot be read.
    pub fn held(&self, path: &Path) -> Option<Held> {
        if let Some((uri, snapshot)) = self.0.documents.of_path(path) {
            return Some(Held { uri, snapshot, is_open: true });
        }
        let content = disk::text(path)?;
        let snapshot = Snapshot::new(Text::new(&content, 0), true, self.houses().house_of(path), today());
        let (usage, _) = self.0.documents.usage();
        Some(Held { uri: uri_of(path), snapshot: Arc::new(snapshot.beside(usage)), is_open: false })
    }

    /// Every place of a name, file by file. Takes as long as reading the files that have it.
    pub fn places(&self, name: &Name) -> Vec<Places> {
        let files = self.archive().files_with(name.kind, &name.spelling);
        let in_file = |path: &PathBuf| {
            let held = self.held(path)?;
            let places = reference::places(&held.snapshot, name);
            (!places.is_empty()).then_some((held, places))
        };
        files.par_iter().filter_map(in_file).collect()
    }

    /// What the translation memory has for a text of the brief at `own`. Takes as long as reading some files.
    pub fn recall(&self, ask: &Ask, own: &Path) -> Vec<Recalled> {
        let all = || self.archive().briefs().map(|brief| brief.path.to_owned()).collect();
        let files = self.0.memory.candidates(&ask.question, all);
        let in_file = |path: &PathBuf| Some(ask.alike(path, path == own, &self.held(path)?.snapshot));
        ask.best(files.par_iter().filter_map(in_file).flatten().collect())
    }

    /// Documents are entered when somebody asks, so that a keystroke costs nothing.
    fn enter_documents(&self) {
        let mut entered = lock(&self.0.entered);
        for (path, snapshot) in self.0.documents.all() {
            let is_entered = |known: &Weak<Snapshot>| std::ptr::eq(known.as_ptr(), Arc::as_ptr(&snapshot));
            if !entered.get(&path).is_some_and(is_entered) {
                let record = Record::of(snapshot.content(), snapshot.file(), snapshot.house());
                self.write(|archive| archive.put(&path, record));
                entered.insert(path, Arc::downgrade(&snapshot));
            }
        }
    }

    fn write<T>(&self, change: impl FnOnce(&mut Archive) -> T) -> T {
        change(&mut self.0.archive.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts what was found on disk into the archive, but for documents that are open.
    fn put(&self, found: Vec<Found>) {
        self.0.memory.note(found.iter().map(|(path, _)| path.clone()));
        self.write(|archive| {
            let open: HashSet<PathBuf> = self.0.documents.all().into_iter().map(|(path, _)| path).collect();
            for (path, record) in found.into_iter().filter(|(path, _)| !open.contains(path)) {
                archive.put(&path, record);
            }
        });
    }

    fn how<'a>(&'a self, stop: &'a AtomicBool) -> How<'a> {
        How { houses: self.0.houses.configurations(), pace: &self.0.pace, stop }
    }

    fn read_again(&self, paths: &HashSet<PathBuf>) {
        let folders: Vec<(PathBuf, Arc<AtomicBool>)> =
            lock(&self.0.folders).iter().map(|(folder, stop)| (folder.clone(), stop.clone())).collect();
        let found = Mutex::new(Vec::new());
        for (folder, stop) in &folders {
            let inside: HashSet<PathBuf> = paths.iter().filter(|path| path.starts_with(folder)).cloned().collect();
            if !inside.is_empty() {
                disk::read_some(folder, &inside, self.how(stop), &|files| lock(&found).extend(files));
            }
        }
        let is_kept =
            |path: &Path| self.0.documents.is_open(path) || !path.ancestors().any(|parent| paths.contains(parent));
        self.write(|archive| archive.retain(is_kept));
        self.0.memory.forget(paths);
        self.put(found.into_inner().unwrap_or_else(PoisonError::into_inner));
    }

    async fn read(self, folder: PathBuf, stop: Arc<AtomicBool>) {
        let files = Arc::new(AtomicUsize::new(0));
        let reading = {
            let (workspace, folder, files) = (self.clone(), folder.clone(), files.clone());
            self.0.memory.begin_folder();
            spawn_blocking(move || {
                disk::read_folder(&folder, workspace.how(&stop), &|found| {
                    files.fetch_add(found.len(), Ordering::Relaxed);
                    workspace.put(found);
                });
            })
        };
        let told = tell_progress(self.0.publisher.client(), self.0.publisher.session(), &folder, &files, reading);
        told.await;
        self.0.memory.end_folder();
        self.changed([]);
        tracing::info!("{} files with briefs in {}", files.load(Ordering::Relaxed), folder.display());
    }
}

/// Changes come in swarms: what changes within this time is looked at together.
const SWARM: Duration = Duration::from_millis(100);

const BETWEEN_REPORTS: Duration = Duration::from_millis(200);

/// Tells the client how many files were read until `reading` ends, if the client shows such things.
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
