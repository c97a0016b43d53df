//! A cache of brief.toml files: the nearest one upwards from a brief, read once and kept until it changes.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Configuration, Problem};
use crate::house::House;

pub const FILE_NAME: &str = "brief.toml";

/// All brief.toml files that were met.
#[derive(Debug, Default)]
pub struct Configurations(Mutex<KnownFiles>);

#[derive(Debug, Default)]
struct KnownFiles {
    /// Each file that was read, by its path.
    files: HashMap<PathBuf, Arc<Loaded>>,
    /// The nearest file of each folder; `None` if there is none above it.
    of_folders: HashMap<PathBuf, Option<PathBuf>>,
    /// Texts that an editor has open, which take precedence over the disk.
    open: HashMap<PathBuf, String>,
}

/// A brief.toml as it was read last.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub path: PathBuf,
    pub text: String,
    pub problems: Vec<Problem>,
    /// The last one without problems; `None` if there never was any.
    pub configuration: Option<Arc<Configuration>>,
}

impl Loaded {
    /// Settings of the file at `path`.
    pub fn house_of(&self, path: &Path) -> Arc<House> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let inside = path.strip_prefix(folder).unwrap_or(path);
        self.configuration.as_ref().map(|configuration| configuration.house_of(inside)).unwrap_or_default()
    }

    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

impl Configurations {
    /// Settings of the file at the absolute `path`; the template's if no brief.toml is above it.
    pub fn house_of(&self, path: &Path) -> Arc<House> {
        self.of(path).map(|loaded| loaded.house_of(path)).unwrap_or_default()
    }

    /// The nearest brief.toml above the file at `path`.
    pub fn of(&self, path: &Path) -> Option<Arc<Loaded>> {
        self.lock().of_folder(path.parent()?)
    }

    /// The brief.toml at `path`, as it is now.
    pub fn load(&self, path: &Path) -> Option<Arc<Loaded>> {
        self.lock().load(path)
    }

    /// Sets the text that an editor has open for the brief.toml at `path`; `None` once it is closed.
    pub fn set_open(&self, path: &Path, text: Option<String>) {
        let mut known = self.lock();
        match text {
            Some(text) => known.open.insert(path.to_owned(), text),
            None => known.open.remove(path),
        };
        known.look_again();
    }

    /// All brief.toml files that were met, including those since deleted.
    pub fn all(&self) -> Vec<Arc<Loaded>> {
        self.lock().files.values().cloned().collect()
    }

    /// Rereads all files, since any may have been created, changed or deleted. A file that is broken now keeps its last
    /// good configuration.
    pub fn look_again(&self) {
        self.lock().look_again();
    }

    fn lock(&self) -> MutexGuard<'_, KnownFiles> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KnownFiles {
    fn of_folder(&mut self, folder: &Path) -> Option<Arc<Loaded>> {
        if let Some(known) = self.of_folders.get(folder) {
            let path = known.clone()?;
            return self.loaded(&path);
        }
        let found = folder.ancestors().map(|above| above.join(FILE_NAME)).find(|path| self.exists(path));
        self.of_folders.insert(folder.to_owned(), found.clone());
        self.loaded(&found?)
    }

    fn exists(&self, path: &Path) -> bool {
        self.open.contains_key(path) || path.is_file()
    }

    fn loaded(&mut self, path: &Path) -> Option<Arc<Loaded>> {
        match self.files.get(path) {
            Some(loaded) => Some(loaded.clone()),
            None => self.load(path),
        }
    }

    fn load(&mut self, path: &Path) -> Option<Arc<Loaded>> {
        let text = match self.open.get(path) {
            Some(open) => Ok(open.clone()),
            None if !path.is_file() => {
                // Its problems are gone with it.
                if let Some(gone) = self.files.get_mut(path) {
                    *gone = Arc::new(Loaded { text: String::new(), problems: Vec::new(), ..Loaded::clone(gone) });
                }
                return None;
            }
            None => fs::read(path)
                .map_err(|error| error.to_string())
                .and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.utf8_error().to_string())),
        };
        let known = self.files.get(path);
        let before = known.and_then(|loaded| loaded.configuration.clone());
        let (text, read) = match text {
            Ok(text) if known.is_some_and(|known| known.text == text) => return known.cloned(),
            Ok(text) => {
                let read = Configuration::read(&text);
                (text, read)
            }
            Err(reason) => (String::new(), Err(vec![Problem::unreadable(reason)])),
        };
        let (configuration, problems) = match read {
            Ok(configuration) => (Some(Arc::new(configuration)), Vec::new()),
            Err(problems) => (before, problems),
        };
        let loaded = Arc::new(Loaded { path: path.to_owned(), text, problems, configuration });
        self.files.insert(path.to_owned(), loaded.clone());
        Some(loaded)
    }

    fn look_again(&mut self) {
        self.of_folders.clear();
        let paths: Vec<PathBuf> = self.files.keys().cloned().collect();
        for path in paths {
            self.load(&path);
        }
    }
}
