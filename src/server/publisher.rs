//! Pushing diagnostics: one task a document, in which the latest version wins and stale results are dropped.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types::Uri;

use super::convert::Converter;
use super::documents::Key;
use super::session::Session;
use crate::snapshot::Snapshot;

/// What is to be shown of a document; nothing once it is closed.
type Latest = Option<Arc<Snapshot>>;

/// A document keeps its task when it is closed, so that its results stay in order when it is opened again.
#[derive(Debug, Default)]
pub(super) struct Publisher(Mutex<HashMap<Key, watch::Sender<Latest>>>);

impl Publisher {
    /// Makes `latest` what the client is shown next. Returns at once.
    pub fn show(&self, client: &Client, session: Session, uri: &Uri, latest: Latest) {
        let mut senders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let sender = senders.entry(Key::of(uri)).or_insert_with(|| {
            let (sender, receiver) = watch::channel(None);
            tokio::spawn(publish(client.clone(), session, uri.clone(), receiver));
            sender
        });
        sender.send_replace(latest);
    }
}

/// Bytes of a text that is checked sooner than another thread wakes up for it.
const AT_ONCE: usize = 32 * 1024;

async fn publish(client: Client, session: Session, uri: Uri, mut receiver: watch::Receiver<Latest>) {
    while receiver.changed().await.is_ok() {
        let latest = receiver.borrow_and_update().clone();
        let version = latest.as_ref().map(|snapshot| snapshot.text().version());
        let converter = Converter::new(session, uri.clone());
        let large = latest.as_ref().is_some_and(|snapshot| snapshot.text().len() > AT_ONCE);
        let check = move || latest.map(|snapshot| converter.diagnostics(&snapshot));
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
