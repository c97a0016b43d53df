//! `check --watch`: runs again whenever a brief or a brief.toml changes, until the process is ended.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecursiveMode, Watcher};

use super::messages::Message;
use super::{NoticeLevel, Outcome, complain, input};
use crate::brief::may_be_brief;
use crate::config::FILE_NAME;
use crate::messages::Locale;

/// Clears a terminal; in a pipe nothing of it is written.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// Editors write a file in several steps.
const SETTLED: Duration = Duration::from_millis(100);

/// Calls `run` at once and after every change to what `paths` mean. Comes back only when that cannot be watched.
pub(super) fn watch(paths: &[PathBuf], run: impl Fn()) -> Outcome {
    if paths.iter().any(|path| input::is_stdin(path)) {
        complain(NoticeLevel::Error, "brief-ls", Message::CannotWatchStdin);
        return Outcome::Failed;
    }
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    let (sender, events) = channel();
    // What happens before the first report is read must not be missed, so watching begins first.
    let watcher = notify::recommended_watcher(sender).and_then(|mut watcher| {
        paths.iter().try_for_each(|path| add(&mut watcher, path))?;
        Ok(watcher)
    });
    let _watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => return give_up(&error),
    };
    loop {
        anstream::print!("{CLEAR}");
        run();
        anstream::eprintln!("{}", Message::Watching.text(Locale::from_environment()));
        if let Err(error) = wait(&events, paths) {
            return give_up(&error);
        }
    }
}

fn give_up(error: &notify::Error) -> Outcome {
    complain(NoticeLevel::Error, "brief-ls", Message::CannotWatch { reason: error.to_string() });
    Outcome::Failed
}

/// A file is watched through its folder: editors put a new file in the place of the old one.
fn add(watcher: &mut impl Watcher, path: &Path) -> notify::Result<()> {
    if path.is_dir() {
        return watcher.watch(path, RecursiveMode::Recursive);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    watcher.watch(folder, RecursiveMode::NonRecursive)
}

/// Returns once something that `paths` mean has changed and nothing more happens to it.
fn wait(events: &Receiver<notify::Result<Event>>, paths: &[PathBuf]) -> notify::Result<()> {
    let meant: BTreeSet<PathBuf> = paths.iter().filter_map(|path| std::path::absolute(path).ok()).collect();
    let gone = || notify::Error::generic("the watcher has ended");
    while !concerns(&events.recv().map_err(|_| gone())??, &meant) {}
    while let Ok(event) = events.recv_timeout(SETTLED) {
        event?;
    }
    Ok(())
}

fn concerns(event: &Event, meant: &BTreeSet<PathBuf>) -> bool {
    let is_change = match event.kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    let in_folder = |path: &Path| meant.iter().any(|meant| path.starts_with(meant)) && may_be_brief(path);
    let is_meant = |path: &PathBuf| {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        path.ends_with(FILE_NAME) || meant.contains(&path) || in_folder(&path)
    };
    is_change && event.paths.iter().any(is_meant)
}
