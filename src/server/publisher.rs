//! Publishing diagnostics. Each document has one task that pushes them; the latest version wins and stale results are
//! dropped. Clients that pull are told to pull again.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types::{Diagnostic, Uri};

use super::convert::Converter;
use super::documents::DocumentKey;
use super::session::{Session, SharedSession};
use super::workspace_configuration::is_configuration;
use crate::config::Loaded;
use crate::snapshot::Snapshot;

/// The state to be shown of a document; `None` once it is closed.
type Latest = Option<Shown>;

#[derive(Debug, Clone)]
enum Shown {
    Brief(Arc<Snapshot>),
    Configuration(Arc<Loaded>),
}

/// Cloning shares it.
#[derive(Debug, Clone)]
pub(super) struct Publisher {
    client: Client,
    session: SharedSession,
    /// A document keeps its task when it is closed, so that its results stay in order when it is opened again.
    senders: Arc<Mutex<HashMap<DocumentKey, watch::Sender<Latest>>>>,
}

/// How long a client may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

impl Publisher {
    pub fn new(client: Client, session: SharedSession) -> Publisher {
        Publisher { client, session, senders: Arc::default() }
    }

    pub fn client(&self) -> &Client {
        &self.client
    }

    pub fn session(&self) -> Session {
        self.session.get()
    }

    /// Pushes the findings of `latest` next, unless the client pulls. Returns at once. Does nothing for a brief.toml, see
    /// [`Publisher::show_configuration`].
    pub fn show(&self, uri: &Uri, latest: Option<Arc<Snapshot>>) {
        if !self.session.get().pulls_diagnostics && !is_configuration(uri) {
            self.send(uri, latest.map(Shown::Brief));
        }
    }

    /// Makes a client that pulls do so again, after a change that it does not know of. Returns at once.
    pub fn refresh(&self) {
        if self.session.get().refreshes_diagnostics {
            let client = self.client.clone();
            tokio::spawn(async move { timeout(PATIENCE, client.workspace_diagnostic_refresh()).await });
        }
    }

    /// Pushes the problems of a brief.toml; nothing before it has any.
    pub fn show_configuration(&self, uri: &Uri, latest: Option<Arc<Loaded>>) {
        let is_new = !self.lock().contains_key(&DocumentKey::of(uri));
        let is_right = latest.as_ref().is_none_or(|loaded| loaded.problems.is_empty());
        if !(is_new && is_right) {
            self.send(uri, latest.map(Shown::Configuration));
        }
    }

    fn send(&self, uri: &Uri, latest: Latest) {
        let mut senders = self.lock();
        let sender = senders.entry(DocumentKey::of(uri)).or_insert_with(|| {
            let (sender, receiver) = watch::channel(None);
            tokio::spawn(publish(self.client.clone(), self.session.get(), uri.clone(), receiver));
            sender
        });
        sender.send_if_modified(|shown| {
            let is_newer = !latest.as_ref().is_some_and(|latest| latest.is_older(shown.as_ref()));
            if is_newer {
                *shown = latest;
            }
            is_newer
        });
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<DocumentKey, watch::Sender<Latest>>> {
        self.senders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shown {
    /// `None` for a brief.toml, which may not be open.
    fn version(&self) -> Option<i32> {
        match self {
            Shown::Brief(snapshot) => Some(snapshot.text().version()),
            Shown::Configuration(_) => None,
        }
    }

    /// Typing and a new usage may both publish one document at the same time.
    fn is_older(&self, shown: Option<&Shown>) -> bool {
        match (self, shown) {
            (Shown::Brief(snapshot), Some(Shown::Brief(shown))) => snapshot.number() < shown.number(),
            _ => false,
        }
    }

    fn is_large(&self) -> bool {
        match self {
            Shown::Brief(snapshot) => snapshot.text().len() > AT_ONCE,
            Shown::Configuration(loaded) => loaded.text.len() > AT_ONCE,
        }
    }

    fn diagnostics(&self, session: Session, uri: Uri) -> Vec<Diagnostic> {
        match self {
            Shown::Brief(snapshot) => Converter::new(session.of(snapshot), uri).diagnostics(snapshot),
            Shown::Configuration(loaded) => Converter::new(session, uri).problems(loaded),
        }
    }
}

/// Largest text, in bytes, that is checked faster than another thread wakes up.
const AT_ONCE: usize = 32 * 1024;

async fn publish(client: Client, session: Session, uri: Uri, mut receiver: watch::Receiver<Latest>) {
    while receiver.changed().await.is_ok() {
        let latest = receiver.borrow_and_update().clone();
        let version = latest.as_ref().and_then(Shown::version);
        let large = latest.as_ref().is_some_and(Shown::is_large);
        let address = uri.clone();
        let check = move || latest.map(|shown| shown.diagnostics(session, address));
        let diagnostics = if large { spawn_blocking(check).await.ok() } else { unless_panicking(check) };
        let Some(diagnostics) = diagnostics else {
            tracing::error!("checking {} failed; the next change tries again", uri.as_ref());
            continue;
        };
        let stale = receiver.has_changed().unwrap_or(false);
        if !stale {
            client.publish_diagnostics(uri.clone(), diagnostics.unwrap_or_default(), version).await;
        }
    }
}

/// The result of `check`; `None` after a panic, which is logged.
fn unless_panicking<T>(check: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(check)).ok()
}
