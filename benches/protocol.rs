//! A keystroke's way through the protocol, beside a server on the same framework that answers with a fixed result, in
//! one run: read the ratios, machines differ. `cargo bench --bench protocol`

#[path = "../tests/client/mod.rs"]
mod client;

use std::process::Command;
use std::time::{Duration, Instant};

use client::Client;
use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::{LanguageServer, LspService, Server, jsonrpc};

/// The argument that makes this program the server that does nothing.
const FLOOR: &str = "--floor";
const URI: &str = "file:///bench.brief";
const ROUNDS: usize = 5;
const KEYSTROKES: usize = 300;

fn main() {
    if std::env::args().any(|argument| argument == FLOOR) {
        return floor();
    }
    let brief = include_str!("../tests/briefs/good/china-economy.brief");
    let names = ["fixed result", "brief-ls"];
    let mut starts = [Vec::new(), Vec::new()];
    let mut strokes = [Vec::new(), Vec::new()];
    let mut memory = [0, 0];
    for _ in 0..ROUNDS {
        for (index, command) in [floor_command(), Client::command()].into_iter().enumerate() {
            let started = Instant::now();
            let mut client = Client::spawn_command(command);
            client.initialize(json!({ "processId": null, "rootUri": null, "capabilities": {} }));
            starts[index].push(started.elapsed());
            strokes[index].extend(type_into(&mut client, brief));
            memory[index] = memory[index].max(client.resident_kilobytes());
        }
    }
    println!("a brief of {} bytes, {ROUNDS} rounds of {KEYSTROKES} keystrokes, medians\n", brief.len());
    println!("{:14} {:>20} {:>26} {:>12}", "server", "start → initialized", "keystroke → diagnostics", "memory");
    for (index, name) in names.iter().enumerate() {
        let (start, stroke) = (median(&mut starts[index]), median(&mut strokes[index]));
        println!("{name:14} {start:>20.2?} {stroke:>26.2?} {:>9.1} MB", memory[index] as f64 / 1024.0);
    }
    let ratio = median(&mut strokes[1]).as_secs_f64() / median(&mut strokes[0]).as_secs_f64();
    println!("\nkeystroke: {ratio:.2} × the fixed result (the goal is below 4)");
}

/// Prose to type, so that every version is a new one and reads like a brief.
const PROSE: &str = include_str!("../tests/briefs/good/chip-controls.brief");

/// Types a character at a time into a point and waits for the diagnostics of each version.
fn type_into(client: &mut Client, text: &str) -> Vec<Duration> {
    client.open(URI, text);
    client.diagnostics(URI, 1);
    let line = text.lines().position(|line| line.starts_with("  •")).expect("a point");
    let prose = PROSE.chars().filter(|&c| c > '\u{2e7f}').skip(30).take(KEYSTROKES);
    (2..)
        .zip(prose.enumerate())
        .map(|(version, (typed, character))| {
            let at = json!({ "line": line, "character": 10 + typed });
            let started = Instant::now();
            client.change(
                URI,
                version,
                json!([{ "range": { "start": at, "end": at }, "text": character.to_string() }]),
            );
            client.diagnostics(URI, version);
            started.elapsed()
        })
        .collect()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn floor_command() -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.arg(FLOOR);
    command
}

/// Answers every change with the same diagnostic, whatever the text.
struct Floor(tower_lsp::Client);

impl Floor {
    async fn publish(&self, uri: lsp::Uri, version: i32) {
        let diagnostic = lsp::Diagnostic { message: String::from("fixed").into(), ..Default::default() };
        self.0.publish_diagnostics(uri, vec![diagnostic], Some(version)).await;
    }
}

impl LanguageServer for Floor {
    async fn initialize(&self, _: lsp::InitializeParams) -> jsonrpc::Result<lsp::InitializeResult> {
        let capabilities = lsp::ServerCapabilities {
            text_document_sync: Some(lsp::TextDocumentSyncKind::Incremental.into()),
            ..Default::default()
        };
        Ok(lsp::InitializeResult { capabilities, ..Default::default() })
    }

    async fn did_open(&self, params: lsp::DidOpenTextDocumentParams) {
        self.publish(params.text_document.uri, params.text_document.version).await;
    }

    async fn did_change(&self, params: lsp::DidChangeTextDocumentParams) {
        self.publish(params.text_document.text_document_identifier.uri, params.text_document.version).await;
    }

    async fn shutdown(&self) -> jsonrpc::Result<()> {
        Ok(())
    }
}

fn floor() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("threads").block_on(async {
        let (service, socket) = LspService::new(Floor);
        Server::new(tokio::io::stdin(), tokio::io::stdout(), socket).serve(service).await;
    });
}
