//! The end of the server: with the status that the protocol asks for, and never after its client.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Whether the client asked for a shutdown before it left.
#[derive(Debug, Clone, Default)]
pub(super) struct Shutdown(Arc<AtomicBool>);

impl Shutdown {
    pub fn request(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// 0 after a shutdown request, 1 without one.
    pub fn exit_code(&self) -> ExitCode {
        if self.0.load(Ordering::Relaxed) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

const BETWEEN_LOOKS: Duration = Duration::from_secs(2);

/// Ends this process once process `id` is gone: an editor that died can leave our input open. An id that is unknown
/// from the start belongs to another machine or container and is not watched.
pub(super) fn end_with_client(id: i32) {
    if !is_alive(id) {
        return;
    }
    tokio::spawn(async move {
        while is_alive(id) {
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        tracing::warn!("the client's process {id} is gone; so is the server");
        std::process::exit(1);
    });
}

#[cfg(unix)]
fn is_alive(id: i32) -> bool {
    use rustix::process::{Pid, test_kill_process};
    // A process that we may not signal is alive too.
    Pid::from_raw(id).is_some_and(|pid| test_kill_process(pid) != Err(rustix::io::Errno::SRCH))
}

/// Other systems have only the end of the input as a sign.
#[cfg(not(unix))]
fn is_alive(_: i32) -> bool {
    false
}
