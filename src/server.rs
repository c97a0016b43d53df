//! The language server: the border to the protocol. Nothing here knows what a brief is.
//!
//! Handlers run side by side, and the first `.await` that waits lets the next message in. So state changes before any
//! await, under a lock that no await holds; a request takes a snapshot and computes on a blocking thread, where a panic
//! becomes an error reply; and each document has one publisher, in which the latest version wins.

#![deny(clippy::print_stdout)]

mod backend;
mod capabilities;
mod convert;
mod documents;
mod indexer;
mod lifecycle;
mod messages;
mod path;
mod preview;
mod publisher;
mod session;
mod settings;
mod source_file;
#[cfg(unix)]
mod stdio;
mod throttle;
mod token_delta;
mod walk;
mod workspace;
mod workspace_configuration;
mod workspace_diagnostics;

use std::process::ExitCode;

use tower_lsp::{LspService, Server};

use backend::Backend;

/// Serves one client on standard input and output until it says `exit`, closes the stream or dies.
pub fn run() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("BRIEF_LS_LOG").unwrap_or_else(|_| "brief_ls=info".into()),
        )
        .init();
    // One thread publishes: what takes long has threads of its own, and each thread keeps memory for itself.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let Ok(runtime) = runtime else {
        tracing::error!("no threads for the server");
        return ExitCode::FAILURE;
    };
    let code = runtime.block_on(async {
        let shutdown = lifecycle::Shutdown::default();
        let seen = shutdown.clone();
        let (service, socket) = LspService::build(|client| Backend::new(client, shutdown))
            .custom_method("brief/preview", Backend::preview)
            .finish();
        #[cfg(unix)]
        let (input, output) = (stdio::input(), stdio::output());
        #[cfg(not(unix))]
        let (input, output) = (tokio::io::stdin(), tokio::io::stdout());
        Server::new(input, output, socket).serve(service).await;
        seen.exit_code()
    });
    // A client may say `exit` and keep the stream open; the thread that still reads it must not hold us.
    runtime.shutdown_background();
    code
}
