//! The walk over folders: finds the files that hold briefs and reads what the archive keeps of them.
//!
//! Folders are walked as the command line walks them: hidden and git-ignored files are skipped. Threads of their own read
//! side by side with the walk, and give way to answers to keystrokes: during typing only one of them reads.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::available_parallelism;

use ignore::{DirEntry, ParallelVisitor, ParallelVisitorBuilder, WalkBuilder, WalkState};

use super::throttle::Throttle;
use crate::archive::Record;
use crate::brief::{BriefFile, looks_like_brief, may_be_brief, named_like_brief};
use crate::config::Configurations;
use crate::rules::LARGEST_FILE;

/// A file with the archive's record of it.
pub(super) type IndexedFile = (PathBuf, Record);

/// Receives the files that were found, in batches and from several threads.
type Sink<'a> = &'a (dyn Fn(Vec<IndexedFile>) + Sync);

/// Settings, throttle and stop flag of a walk.
#[derive(Clone, Copy)]
pub(super) struct WalkOptions<'a> {
    pub configurations: &'a Configurations,
    pub throttle: &'a Throttle,
    pub stop: &'a AtomicBool,
}

/// Gives every file under `folder` that holds briefs to `sink`, until it is told to stop.
pub(super) fn read_folder(folder: &Path, options: WalkOptions, sink: Sink) {
    walk(&mut WalkBuilder::new(folder), options, sink);
}

/// Reads only the `wanted` files and folders under `folder`; those that [`read_folder`] skips are skipped here too.
pub(super) fn read_some(folder: &Path, wanted: &HashSet<PathBuf>, options: WalkOptions, sink: Sink) {
    let above: HashSet<PathBuf> = wanted.iter().flat_map(|path| path.ancestors().map(Path::to_owned)).collect();
    let below = wanted.clone();
    let reaches = move |entry: &DirEntry| {
        above.contains(entry.path()) || entry.path().ancestors().any(|parent| below.contains(parent))
    };
    walk(WalkBuilder::new(folder).filter_entry(reaches), options, sink);
}

/// Beyond this number threads only wait for the disk.
const MOST_THREADS: usize = 4;

/// Number of threads that read side by side.
pub(super) fn threads() -> usize {
    available_parallelism().map_or(1, usize::from).min(MOST_THREADS)
}

fn walk(walk: &mut WalkBuilder, options: WalkOptions, sink: Sink) {
    let reads_on = AtomicBool::new(false);
    walk.threads(threads()).build_parallel().visit(&mut WalkVisitors { options, sink, reads_on: &reads_on });
}

struct WalkVisitors<'a> {
    options: WalkOptions<'a>,
    sink: Sink<'a>,
    /// Taken by the first thread to have a file, which alone goes on reading during typing.
    reads_on: &'a AtomicBool,
}

impl<'a> ParallelVisitorBuilder<'a> for WalkVisitors<'a> {
    fn build(&mut self) -> Box<dyn ParallelVisitor + 'a> {
        let WalkVisitors { options, sink, reads_on } = *self;
        let (found, buffer) = (Vec::new(), Vec::new());
        Box::new(WalkVisitor { options, sink, reads_on, waits: None, found, buffer, gives_way: false })
    }
}

/// One thread's part of the walk.
struct WalkVisitor<'a> {
    options: WalkOptions<'a>,
    sink: Sink<'a>,
    reads_on: &'a AtomicBool,
    /// Whether this thread waits during typing; decided at its first file.
    waits: Option<bool>,
    found: Vec<IndexedFile>,
    buffer: Vec<u8>,
    gives_way: bool,
}

/// Files handed to the sink at once.
const BATCH: usize = 64;

impl ParallelVisitor for WalkVisitor<'_> {
    fn visit(&mut self, entry: Result<DirEntry, ignore::Error>) -> WalkState {
        if self.options.stop.load(Ordering::Relaxed) {
            return WalkState::Quit;
        }
        if !std::mem::replace(&mut self.gives_way, true) {
            give_way();
        }
        let file = entry.ok().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
        let Some(path) = file.map(DirEntry::into_path) else {
            return WalkState::Continue;
        };
        if *self.waits.get_or_insert_with(|| self.reads_on.swap(true, Ordering::Relaxed)) {
            self.options.throttle.wait(self.options.stop);
        }
        if let Some(record) = record(&path, self.options.configurations, &mut self.buffer) {
            self.found.push((path, record));
        }
        if self.found.len() >= BATCH {
            (self.sink)(std::mem::take(&mut self.found));
        }
        WalkState::Continue
    }
}

impl Drop for WalkVisitor<'_> {
    fn drop(&mut self) {
        (self.sink)(std::mem::take(&mut self.found));
    }
}

/// Lets the other threads of the process go first. Elsewhere the call would slow the whole process.
pub(super) fn give_way() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(10);
}

/// Bytes of a file's head that show whether it holds briefs.
const HEAD: u64 = 8 * 1024;

/// The archive's record of a file; `None` when the file is too large, unreadable, or holds no brief. A file that is not
/// named like a brief is read whole only when its head looks like one.
fn record(path: &Path, configurations: &Configurations, buffer: &mut Vec<u8>) -> Option<Record> {
    if !may_be_brief(path) {
        return None;
    }
    let mut file = File::open(path).ok()?;
    buffer.clear();
    file.by_ref().take(HEAD).read_to_end(buffer).ok()?;
    let is_whole = (buffer.len() as u64) < HEAD;
    if !is_whole && file.metadata().ok()?.len() > LARGEST_FILE as u64 {
        return None;
    }
    let house = configurations.house_of(path);
    if !named_like_brief(&path.to_string_lossy()) && !looks_like_brief(valid_start(buffer), &house.labels) {
        return None;
    }
    if !is_whole {
        file.read_to_end(buffer).ok()?;
    }
    let text = std::str::from_utf8(buffer).ok()?;
    Some(Record::of(text, &BriefFile::read_with(text, &house.labels), &house))
        .filter(|record| !record.briefs.is_empty())
}

/// The text of a file; `None` when it is too large or cannot be read.
pub(super) fn text(path: &Path) -> Option<String> {
    let length = path.metadata().ok()?.len();
    let is_small = length <= LARGEST_FILE as u64;
    is_small.then(|| std::fs::read_to_string(path).ok())?
}

/// The text up to the first byte that is not UTF-8, which may be half of a character that was cut.
fn valid_start(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    const BRIEF: &str = "作者: X\n關鍵字: 軍事\n摘要:\n甲\n";

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, content: &[u8]| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, content).expect("a file");
        };
        write("a.brief", BRIEF.as_bytes());
        write("sub/簡報 😀.txt", BRIEF.as_bytes());
        write("sub/long.md", format!("{BRIEF}{}", "  • 國\n".repeat(9_000)).as_bytes());
        write("letter.txt", "Dear Sir,\n".as_bytes());
        write("big5.brief", b"\xa7@\xaa\xcc: X\n");
        write("picture.png", BRIEF.as_bytes());
        write("empty.brief", b"");
        write(".hidden/b.brief", BRIEF.as_bytes());
        write(".ignore", b"skipped\n");
        write("skipped/c.brief", BRIEF.as_bytes());
        folder
    }

    #[track_caller]
    fn check(folder: &Path, read: impl FnOnce(Sink), expected: &[&str]) {
        let found = Mutex::new(Vec::new());
        read(&|files| found.lock().expect("a lock").extend(files.into_iter().map(|(path, _)| path)));
        let mut found = found.into_inner().expect("a lock");
        found.sort();
        let expected: Vec<PathBuf> = expected.iter().map(|name| folder.join(name)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn briefs_are_found_and_other_files_passed_over() {
        let folder = folder();
        let (configurations, throttle) = (Configurations::default(), Throttle::default());
        let options =
            WalkOptions { configurations: &configurations, throttle: &throttle, stop: &AtomicBool::new(false) };
        let all = ["a.brief", "sub/long.md", "sub/簡報 😀.txt"];
        check(folder.path(), |sink| read_folder(folder.path(), options, sink), &all);
        throttle.typed();
        check(folder.path(), |sink| read_folder(folder.path(), options, sink), &all);
        let stopped = WalkOptions { stop: &AtomicBool::new(true), ..options };
        check(folder.path(), |sink| read_folder(folder.path(), stopped, sink), &[]);
        check(folder.path(), |sink| read_folder(&folder.path().join("none"), options, sink), &[]);
    }

    #[test]
    fn some_files_are_found_as_in_the_whole() {
        let folder = folder();
        let (configurations, throttle) = (Configurations::default(), Throttle::default());
        let options =
            WalkOptions { configurations: &configurations, throttle: &throttle, stop: &AtomicBool::new(false) };
        let some = |names: &[&str]| names.iter().map(|name| folder.path().join(name)).collect::<HashSet<PathBuf>>();
        for (wanted, found) in [
            (&["a.brief", "none.brief", "skipped/c.brief"][..], &["a.brief"][..]),
            (&["sub"], &["sub/long.md", "sub/簡報 😀.txt"]),
            (&["letter.txt"], &[]),
        ] {
            check(folder.path(), |sink| read_some(folder.path(), &some(wanted), options, sink), found);
        }
    }
}
