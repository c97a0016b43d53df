//! An archive of 10,000 briefs made for the occasion: how long the server takes to know it, beside a plain walk that reads
//! the same files (and `rg -c`, where it is installed), and what a keystroke takes meanwhile. All in one run: read the
//! ratios, machines differ. `cargo bench --bench archive`; BRIEFS=100000 makes another number of files.

#[path = "../tests/client/mod.rs"]
mod client;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{available_parallelism, sleep};
use std::time::{Duration, Instant};

use client::Client;
use ignore::{WalkBuilder, WalkState};
use serde_json::{Value, json};

const BRIEF: &str = include_str!("../tests/briefs/good/china-economy.brief");
const URI: &str = "file:///new.brief";
const ROUNDS: usize = 5;
/// Between two keystrokes: faster than anybody types.
const PAUSE: Duration = Duration::from_millis(5);
/// Keystrokes that are timed with nothing else to do.
const IDLE_STROKES: usize = 200;

fn main() {
    let count = std::env::var("BRIEFS").ok().and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().expect("a folder");
    let bytes: usize = (0..count).map(|number| write(folder.path(), number)).sum();
    println!("{count} briefs, {:.1} MB, best of {ROUNDS}\n", bytes as f64 / 1e6);
    let walk = best(|| walk(folder.path()));
    println!("{:34} {walk:>10.2?}", "walk and read");
    if rg(folder.path()).is_some() {
        let rg = best(|| rg(folder.path()).expect("it ran before"));
        println!("{:34} {rg:>10.2?} {:>7.2} × walk and read", "rg -c", ratio(rg, walk));
    }
    let mut kilobytes = 0;
    let ready = best(|| {
        let (time, resident) = until_ready(folder.path());
        kilobytes = kilobytes.max(resident);
        time
    });
    let memory = kilobytes as f64 / 1024.0;
    println!("{:34} {ready:>10.2?} {:>7.2} × walk and read, {memory:.1} MB", "brief-ls: ready", ratio(ready, walk));

    let mut idle = strokes(None);
    let mut meanwhile: Vec<Duration> = (0..ROUNDS).flat_map(|_| strokes(Some(folder.path()))).collect();
    let (idle, busy) = (median(&mut idle), median(&mut meanwhile));
    println!("\n{:34} {idle:>10.2?}", "keystroke → diagnostics");
    let count = meanwhile.len();
    println!("{:34} {busy:>10.2?} {:>7.2} × ({count} keystrokes)", "the same while it is read", ratio(busy, idle));
}

/// Writes a brief like no other; its length in bytes.
fn write(folder: &Path, number: usize) -> usize {
    let family = ["Green", "Nouwens", "Glaser", "Okada", "Lindberg", "王小明", "林志偉"][number % 7];
    let source = ["RAND Corporation", "Brookings Institution", "Institute of Cloud Gazing"][number % 3];
    let header = format!(
        "作者/Author(s): {family} {}\n\n網站來源/Source: {source}\n\n日期/Date: {:02}/{:02}/2024\n\n關鍵字/Keywords: 軍事、中國、第{}\n",
        number % 1_000,
        number % 12 + 1,
        number % 28 + 1,
        number % 300
    );
    let body = BRIEF.find("\n摘要").map_or(BRIEF, |at| &BRIEF[at..]);
    let text = header + body;
    let path = folder.join(format!("{}/{}/{number}.brief", number % 16, number / 16 % 24));
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, &text).expect("a file");
    text.len()
}

fn best(mut run: impl FnMut() -> Duration) -> Duration {
    (0..ROUNDS).map(|_| run()).min().unwrap_or_default()
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// What nobody can do without: to find the files and read them.
fn walk(folder: &Path) -> Duration {
    let (started, bytes) = (Instant::now(), AtomicUsize::new(0));
    let threads = available_parallelism().map_or(1, usize::from);
    WalkBuilder::new(folder).threads(threads).build_parallel().run(|| {
        Box::new(|entry| {
            let text = entry.ok().and_then(|entry| fs::read(entry.path()).ok());
            bytes.fetch_add(text.map_or(0, |text| text.len()), Ordering::Relaxed);
            WalkState::Continue
        })
    });
    assert!(bytes.into_inner() > 0, "there is something to read");
    started.elapsed()
}

fn rg(folder: &Path) -> Option<Duration> {
    let started = Instant::now();
    let status = Command::new("rg").args(["-c", "作者"]).arg(folder).stdout(Stdio::null()).status();
    status.is_ok_and(|status| status.success()).then(|| started.elapsed())
}

/// A client that has the folder open; the translation memory, which comes after the archive, is off.
fn start(folder: Option<&Path>) -> Client {
    let mut client = Client::spawn();
    let root = folder.map_or(Value::Null, |folder| json!(format!("file://{}", folder.display())));
    client.initialize(json!({
        "processId": null,
        "rootUri": root,
        "capabilities": { "window": { "workDoneProgress": true } },
        "initializationOptions": { "memory": { "enable": false } },
    }));
    client
}

/// Until the archive was read, and the kilobytes that the server then holds.
fn until_ready(folder: &Path) -> (Duration, u64) {
    let mut client = start(Some(folder));
    let started = Instant::now();
    while client.notification("$/progress")["value"]["kind"] != "end" {}
    (started.elapsed(), client.resident_kilobytes())
}

/// Times keystrokes, each until its diagnostics are there, while the folder is read or some without one.
fn strokes(folder: Option<&Path>) -> Vec<Duration> {
    let mut client = start(folder);
    client.open(URI, BRIEF);
    client.diagnostics(URI, 1);
    let line = BRIEF.lines().position(|line| line.starts_with("  •")).expect("a point");
    let mut times = Vec::new();
    for version in 2.. {
        let is_over = if folder.is_some() { client.ended_progress() > 0 } else { times.len() == IDLE_STROKES };
        if is_over {
            break;
        }
        sleep(PAUSE);
        // Each takes the place of the one before, for a point that grows costs more by itself; a text seen before, less.
        let (start, end) = (10, 10 + (version - 2).min(1));
        let range = json!({
            "start": { "line": line, "character": start },
            "end": { "line": line, "character": end },
        });
        let text = char::from_u32(0x4E00 + version as u32).map(String::from);
        let started = Instant::now();
        client.change(URI, version, json!([{ "range": range, "text": text }]));
        client.diagnostics(URI, version);
        times.push(started.elapsed());
    }
    times
}
