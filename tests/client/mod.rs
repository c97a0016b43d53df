//! An editor without a screen: speaks the protocol with the real binary over its pipes.

// Each test and bench uses its part of it.
#![allow(dead_code)]

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// No answer after this long is a fault of the server.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Client {
    process: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// Notifications that came while an answer was awaited.
    waiting: VecDeque<Value>,
    /// What the server has asked.
    requests: Vec<Value>,
    next_id: i64,
    ended_progress: usize,
}

impl Client {
    /// A server that has not been initialized.
    pub fn spawn() -> Client {
        Client::spawn_command(Client::command())
    }

    /// How our server is started.
    pub fn command() -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_brief-ls"));
        command.args(["server", "--stdio"]).env("BRIEF_LS_LOG", "off").env("LC_ALL", "C.UTF-8");
        command
    }

    pub fn spawn_command(mut command: Command) -> Client {
        let process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut process = process.expect("the binary starts");
        let mut reader = BufReader::new(process.stdout.take().expect("stdout is piped"));
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read_message(&mut reader) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let stdin = process.stdin.take();
        Client {
            process,
            stdin,
            messages,
            waiting: VecDeque::new(),
            requests: Vec::new(),
            next_id: 0,
            ended_progress: 0,
        }
    }

    /// A server that knows `capabilities` of its client.
    pub fn start(capabilities: Value) -> Client {
        let mut client = Client::spawn();
        client.initialize(json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        client
    }

    /// The result of `initialize`.
    pub fn initialize(&mut self, params: Value) -> Value {
        let result = self.request("initialize", params);
        self.notify("initialized", json!({}));
        result
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "brief", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let params = json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes });
        self.notify("textDocument/didChange", params);
    }

    /// The diagnostics of the next publish that speaks of `version` of the document.
    pub fn diagnostics(&mut self, uri: &str, version: i32) -> Vec<Value> {
        loop {
            let params = self.notification("textDocument/publishDiagnostics");
            if params["uri"] == uri && params["version"] == version {
                return params["diagnostics"].as_array().expect("a list").clone();
            }
        }
    }

    /// The parameters of the next notification of that kind.
    pub fn notification(&mut self, method: &str) -> Value {
        loop {
            let message = self.waiting.pop_front().unwrap_or_else(|| self.receive());
            if message["method"] == method {
                return message["params"].clone();
            }
        }
    }

    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let response = self.response(method, params);
        assert!(response.get("error").is_none(), "{method} failed: {response}");
        response["result"].clone()
    }

    /// The whole response, error or not.
    pub fn response(&mut self, method: &str, params: Value) -> Value {
        self.next_id += 1;
        let id = self.next_id;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            // The server counts its own requests from the same number.
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
            self.waiting.push_back(message);
        }
    }

    /// Answers the server's next request of that kind.
    pub fn answer(&mut self, method: &str, result: Value) {
        let place = loop {
            if let Some(place) = self.waiting.iter().position(|message| message["method"] == method) {
                break place;
            }
            let message = self.receive();
            self.waiting.push_back(message);
        };
        let request = self.waiting.remove(place).expect("a request");
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
    }

    /// Asks until the answer is yes: what the server does by itself takes a moment.
    pub fn eventually(&mut self, mut is_so: impl FnMut(&mut Client) -> bool) {
        let start = Instant::now();
        while !is_so(self) {
            assert!(start.elapsed() < PATIENCE, "it never came true");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn send(&mut self, message: &Value) {
        self.send_raw(&message.to_string());
    }

    pub fn send_raw(&mut self, body: &str) {
        let stdin = self.stdin.as_mut().expect("the input is open");
        write!(stdin, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
        stdin.flush().expect("the server reads");
    }

    /// What the server has asked so far.
    pub fn requests(&self) -> &[Value] {
        &self.requests
    }

    /// How much of what takes a while has come to its end so far.
    pub fn ended_progress(&self) -> usize {
        self.ended_progress
    }

    /// The next message. A request for progress is answered at once, and then counts as a notification.
    fn receive(&mut self) -> Value {
        let mut message = self.messages.recv_timeout(PATIENCE).expect("an answer from the server");
        if message.get("method").is_some() && message.get("id").is_some() {
            self.requests.push(message.clone());
        }
        if message["method"] == "window/workDoneProgress/create" {
            self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
            message.as_object_mut().expect("an object").remove("id");
        }
        if message["method"] == "$/progress" && message["params"]["value"]["kind"] == "end" {
            self.ended_progress += 1;
        }
        message
    }

    /// Memory of the server that is in use, where the system tells.
    pub fn resident_kilobytes(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    }

    pub fn close_input(&mut self) {
        self.stdin = None;
    }

    /// How the server ended; it must do so by itself.
    pub fn wait(&mut self) -> ExitStatus {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.process.try_wait().expect("a child") {
                return status;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the server is still there");
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn read_message(reader: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
