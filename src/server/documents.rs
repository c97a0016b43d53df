//! The open documents, each with the snapshot of its latest version.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use percent_encoding::percent_decode_str;
use tower_lsp::gen_lsp_types::Uri;

use super::path::{path_of, uri_of};
use super::token_delta::SentTokens;
use crate::archive::Usage;
use crate::house::House;
use crate::snapshot::{self, Snapshot};
use crate::text::{Change, Encoding, Text};

#[derive(Debug, Default)]
pub(super) struct Documents(Mutex<OpenDocuments>);

#[derive(Debug, Default)]
struct OpenDocuments {
    all: HashMap<DocumentKey, Document>,
    /// Archive usage that every document's findings take into account.
    usage: Arc<Usage>,
    /// Number of usages so far.
    revision: u64,
}

/// One file has one key, however its URI is spelt: `%E7` and `%e7`, `c%3A` and `c:`, or raw Chinese.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct DocumentKey(String);

#[derive(Debug)]
struct Document {
    /// In the client's spelling.
    uri: Uri,
    text: Text,
    declared: bool,
    house: Arc<House>,
    snapshot: Arc<Snapshot>,
    changed: Option<Instant>,
    /// A task waits for a rest in typing.
    settles: bool,
    tokens: Option<SentTokens>,
}

/// Requests that come sooner after a change are the editor's own, not a person's.
const REST: Duration = Duration::from_millis(300);

impl Documents {
    pub fn open(&self, uri: &Uri, text: Text, declared: bool, house: Arc<House>) -> Arc<Snapshot> {
        let mut open = self.lock();
        let snapshot = snapshot_of(&text, declared, &house, &open.usage);
        let (uri_spelt, kept) = (uri.clone(), snapshot.clone());
        let document = Document {
            uri: uri_spelt,
            text,
            declared,
            house,
            snapshot: kept,
            changed: None,
            settles: false,
            tokens: None,
        };
        open.all.insert(DocumentKey::of(uri), document);
        snapshot
    }

    /// Sets each document's house, and gives documents with a new one to `show`. Returns whether there was any.
    pub fn update_houses(&self, house_of: impl Fn(&Uri) -> Arc<House>, show: impl Fn(&Uri, Arc<Snapshot>)) -> bool {
        let mut open = self.lock();
        let OpenDocuments { all, usage, .. } = &mut *open;
        let mut any = false;
        for document in all.values_mut() {
            let house = house_of(&document.uri);
            if house != document.house {
                document.house = house;
                document.renew(usage);
                show(&document.uri, document.snapshot.clone());
                any = true;
            }
        }
        any
    }

    /// Sets the usage and gives every document to `show`. Returns whether the usage is a new one.
    pub fn set_usage(&self, usage: Usage, show: impl Fn(&Uri, Arc<Snapshot>)) -> bool {
        let mut open = self.lock();
        let OpenDocuments { all, usage: before, revision } = &mut *open;
        if **before == usage {
            return false;
        }
        *before = Arc::new(usage);
        *revision += 1;
        for document in all.values_mut() {
            document.renew(before);
            show(&document.uri, document.snapshot.clone());
        }
        true
    }

    /// The usage and its revision.
    pub fn usage(&self) -> (Arc<Usage>, u64) {
        let open = self.lock();
        (open.usage.clone(), open.revision)
    }

    /// The new version; `None` when the document was never opened.
    pub fn change(&self, uri: &Uri, changes: &[Change], version: i32, encoding: Encoding) -> Option<Arc<Snapshot>> {
        let mut open = self.lock();
        let document = open.all.get_mut(&DocumentKey::of(uri))?;
        document.text.apply(changes, version, encoding);
        let typed_at = changes.last().and_then(|change| change.end_in(&document.text, encoding));
        let next = document.snapshot.after(document.text.clone(), snapshot::today());
        document.snapshot = Arc::new(next.while_typing_at(typed_at));
        document.changed = Some(Instant::now());
        Some(document.snapshot.clone())
    }

    /// Whether the caller is to wait for a rest in typing; false while another task does.
    pub fn begin_to_settle(&self, uri: &Uri) -> bool {
        let mut open = self.lock();
        open.all.get_mut(&DocumentKey::of(uri)).is_some_and(|document| !std::mem::replace(&mut document.settles, true))
    }

    /// The latest version once the document has rested for `rest`, `None` once it is closed.
    ///
    /// # Errors
    /// The time that is left to wait.
    pub fn rested(&self, uri: &Uri, rest: Duration) -> Result<Option<Arc<Snapshot>>, Duration> {
        let mut open = self.lock();
        let Some(document) = open.all.get_mut(&DocumentKey::of(uri)) else { return Ok(None) };
        let rested = document.changed.map_or(rest, |changed| changed.elapsed());
        if rested < rest {
            return Err(rest - rested);
        }
        document.settles = false;
        Ok(Some(document.snapshot.clone()))
    }

    /// Clears the typing mark and gives the result to `show`, unless a newer version than `number` has arrived.
    pub fn settle(&self, uri: &Uri, number: u64, show: impl Fn(Arc<Snapshot>)) {
        let mut open = self.lock();
        let Some(document) =
            open.all.get_mut(&DocumentKey::of(uri)).filter(|document| document.snapshot.number() == number)
        else {
            return;
        };
        document.snapshot = Arc::new(document.snapshot.after(document.text.clone(), snapshot::today()));
        show(document.snapshot.clone());
    }

    pub fn close(&self, uri: &Uri) {
        self.lock().all.remove(&DocumentKey::of(uri));
    }

    pub fn snapshot(&self, uri: &Uri) -> Option<Arc<Snapshot>> {
        self.lock().all.get(&DocumentKey::of(uri)).map(|document| document.snapshot.clone())
    }

    /// The URI of an open document in the client's spelling.
    pub fn spelt(&self, uri: &Uri) -> Option<Uri> {
        self.lock().all.get(&DocumentKey::of(uri)).map(|document| document.uri.clone())
    }

    /// Whether the last change is a moment ago.
    pub fn rests(&self, uri: &Uri) -> bool {
        let changed = self.lock().all.get(&DocumentKey::of(uri)).and_then(|document| document.changed);
        changed.is_none_or(|changed| changed.elapsed() > REST)
    }

    /// The tokens that were sent under `id`, if they were the last.
    pub fn tokens(&self, uri: &Uri, id: &str) -> Option<SentTokens> {
        let open = self.lock();
        open.all.get(&DocumentKey::of(uri))?.tokens.clone().filter(|sent| sent.id == id)
    }

    pub fn keep_tokens(&self, uri: &Uri, sent: SentTokens) {
        if let Some(document) = self.lock().all.get_mut(&DocumentKey::of(uri)) {
            document.tokens = Some(sent);
        }
    }

    /// The latest version of every document, by its file's path.
    pub fn all(&self) -> Vec<(PathBuf, Arc<Snapshot>)> {
        self.lock().all.values().map(|document| (path_of(&document.uri), document.snapshot.clone())).collect()
    }

    /// The open document of a file, under the URI that the client gave it.
    pub fn of_path(&self, path: &Path) -> Option<(Uri, Arc<Snapshot>)> {
        let open = self.lock();
        let document = open.all.get(&DocumentKey::of(&uri_of(path)))?;
        Some((document.uri.clone(), document.snapshot.clone()))
    }

    pub fn is_open(&self, path: &Path) -> bool {
        self.lock().all.contains_key(&DocumentKey::of(&uri_of(path)))
    }

    /// No change leaves the map half done, so a panic elsewhere is no reason to stop.
    fn lock(&self) -> MutexGuard<'_, OpenDocuments> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Document {
    fn renew(&mut self, usage: &Arc<Usage>) {
        self.snapshot = snapshot_of(&self.text, self.declared, &self.house, usage);
    }
}

impl DocumentKey {
    pub fn of(uri: &Uri) -> DocumentKey {
        DocumentKey(percent_decode_str(uri.as_ref()).decode_utf8_lossy().into_owned())
    }
}

fn snapshot_of(text: &Text, declared: bool, house: &Arc<House>, usage: &Arc<Usage>) -> Arc<Snapshot> {
    Arc::new(Snapshot::new(text.clone(), declared, house.clone(), snapshot::today()).with_usage(usage.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_has_one_key() {
        let key = |uri: &str| DocumentKey::of(&Uri::from(uri));
        assert_eq!(key("file:///%E7%B0%A1.brief"), key("file:///%e7%b0%a1.brief"));
        assert_eq!(key("file:///%E7%B0%A1.brief"), key("file:///簡.brief"));
        assert_eq!(key("file:///c%3A/a%20b"), key("file:///c:/a b"));
        assert_ne!(key("file:///a"), key("file:///b"));
    }
}
