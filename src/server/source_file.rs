//! A file that the archive names, with its text as it is now, and what is found in it.

use std::sync::Arc;

use tower_lsp::gen_lsp_types::Uri;

use crate::assist::reference::NameReference;
use crate::snapshot::Snapshot;

/// A file with its unsaved text or, while it is closed, the text on disk.
pub(super) struct SourceFile {
    pub uri: Uri,
    pub snapshot: Arc<Snapshot>,
    pub is_open: bool,
}

/// Where one file names an author, a source or a keyword.
pub(super) struct FileReferences {
    pub file: SourceFile,
    /// In order of place.
    pub references: Vec<NameReference>,
}
