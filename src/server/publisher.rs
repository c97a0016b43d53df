//! Pushing diagnostics: one task a document, in which the latest version wins and stale results are dropped.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types::{Diagnostic, Uri};

use super::convert::Converter;
use super::documents::Key;
use super::session::Session;
use crate::config::Loaded;
use crate::snapshot::Snapshot;

/// What is to be shown of a document; nothing once it is closed.
type Latest = Option<Shown>;

#[derive(Debug, Clone)]
enum Shown {
    Brief(Arc<Snapshot>),
    Configuration(Arc<Loaded>),
}

/// A document keeps its task when it is closed, so that its results stay in order when it is opened again.
#[derive(Debug, Default)]
pub(super) struct Publisher(Mutex<HashMap<Key, watch::Sender<Latest>>>);

impl Publisher {
    /// Makes `latest` what the client is shown next. Returns at once.
    pub fn show(&self, client: &Client, session: Session, uri: &Uri, latest: Option<Arc<Snapshot>>) {
        self.send(client, session, uri, latest.map(Shown::Brief));
    }

    /// The same for a brief.toml, of which nothing is said before anything is wrong with it.
    pub fn show_configuration(&self, client: &Client, session: Session, uri: &Uri, latest: Option<Arc<Loaded>>) {
        let is_new = !self.lock().contains_key(&Key::of(uri));
        let is_right = latest.as_ref().is_none_or(|loaded| loaded.problems.is_empty());
        if !(is_new && is_right) {
            self.send(client, session, uri, latest.map(Shown::Configuration));
        }
    }

    fn send(&self, client: &Client, session: Session, uri: &Uri, latest: Latest) {
        let mut senders = self.lock();
        let sender = senders.entry(Key::of(uri)).or_insert_with(|| {
            let (sender, receiver) = watch::channel(None);
            tokio::spawn(publish(client.clone(), session, uri.clone(), receiver));
            sender
        });
        sender.send_replace(latest);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, watch::Sender<Latest>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shown {
    /// A brief.toml may not be open, and then it has none.
    fn version(&self) -> Option<i32> {
        match self {
            Shown::Brief(snapshot) => Some(snapshot.text().version()),
            Shown::Configuration(_) => None,
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

/// Bytes of a text that is checked sooner than another thread wakes up for it.
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

/// What `check` finds; nothing after a panic, which the log tells of.
fn unless_panicking<T>(check: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(check)).ok()
}
