//! The configuration in force: the brief.toml files of the workspace, and the settings of each document.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tower_lsp::gen_lsp_types::Uri;

use super::path::file_of;
use crate::config::{Configurations, FILE_NAME, Loaded};
use crate::house::House;

#[derive(Debug, Default)]
pub(super) struct WorkspaceConfiguration {
    configurations: Configurations,
    /// The folders that the client works in, in its order.
    roots: Mutex<Vec<PathBuf>>,
}

impl WorkspaceConfiguration {
    pub fn add_roots(&self, added: impl IntoIterator<Item = PathBuf>) {
        self.roots().extend(added);
    }

    pub fn remove_root(&self, removed: &Path) {
        self.roots().retain(|root| root != removed);
    }

    /// The settings of a document; one that is no file belongs to the first folder.
    pub fn house_of(&self, uri: &Uri) -> Arc<House> {
        self.path(uri).map(|path| self.configurations.house_of(&path)).unwrap_or_default()
    }

    /// The brief.toml in force for a document.
    pub fn toml_of(&self, uri: &Uri) -> Option<Arc<Loaded>> {
        self.configurations.of(&self.path(uri)?)
    }

    /// The path of a new brief.toml for the document: in its folder of the workspace, or beside it.
    pub fn new_toml_path(&self, uri: &Uri) -> Option<PathBuf> {
        let path = file_of(uri)?;
        let roots = self.roots();
        let roots = roots.iter().filter(|root| path.starts_with(root));
        let root = roots.max_by_key(|root| root.components().count()).map(PathBuf::as_path);
        Some(root.or(path.parent())?.join(FILE_NAME))
    }

    /// The brief.toml files, for documents that are not open.
    pub fn configurations(&self) -> &Configurations {
        &self.configurations
    }

    /// Sets the unsaved text of an open brief.toml; `None` once it is closed.
    pub fn set_open(&self, uri: &Uri, text: Option<String>) {
        if let Some(path) = file_of(uri) {
            self.configurations.set_open(&path, text);
        }
    }

    /// Reads files that may have changed on disk again.
    pub fn look_again(&self) {
        self.configurations.look_again();
    }

    /// Every brief.toml that was read.
    pub fn all(&self) -> Vec<Arc<Loaded>> {
        self.configurations.all()
    }

    /// The brief.toml at `uri` itself.
    pub fn toml_at(&self, uri: &Uri) -> Option<Arc<Loaded>> {
        self.configurations.load(&file_of(uri)?)
    }

    fn path(&self, uri: &Uri) -> Option<PathBuf> {
        file_of(uri).or_else(|| Some(self.roots().first()?.join("untitled")))
    }

    /// No change leaves the list half done, so a panic elsewhere is no reason to stop.
    fn roots(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.roots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a document is a brief.toml.
pub(super) fn is_configuration(uri: &Uri) -> bool {
    file_of(uri).is_some_and(|path| path.file_name() == Some(Path::new(FILE_NAME).as_os_str()))
}
