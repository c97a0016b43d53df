//! Standard input and output as streams. Pipes and sockets, which is what editors connect, are watched by the runtime
//! itself: a message then wakes the task that reads it, without a thread in between.

use std::os::fd::{AsFd, OwnedFd};

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{UnixStream, unix::pipe};

type Input = Box<dyn AsyncRead + Send + Unpin>;
type Output = Box<dyn AsyncWrite + Send + Unpin>;

/// Must be called within the runtime.
pub(super) fn input() -> Input {
    let pipe = duplicate(std::io::stdin()).and_then(|fd| pipe::Receiver::from_owned_fd(fd).ok());
    let socket = || duplicate(std::io::stdin()).and_then(socket);
    match pipe {
        Some(pipe) => Box::new(pipe),
        None => socket().map_or_else(|| Box::new(tokio::io::stdin()) as Input, |socket| Box::new(socket)),
    }
}

/// Must be called within the runtime.
pub(super) fn output() -> Output {
    let pipe = duplicate(std::io::stdout()).and_then(|fd| pipe::Sender::from_owned_fd(fd).ok());
    let socket = || duplicate(std::io::stdout()).and_then(socket);
    match pipe {
        Some(pipe) => Box::new(pipe),
        None => socket().map_or_else(|| Box::new(tokio::io::stdout()) as Output, |socket| Box::new(socket)),
    }
}

fn duplicate(stream: impl AsFd) -> Option<OwnedFd> {
    stream.as_fd().try_clone_to_owned().ok()
}

/// Only a socket has a local address; files and terminals are left as they are.
fn socket(fd: OwnedFd) -> Option<UnixStream> {
    let socket = std::os::unix::net::UnixStream::from(fd);
    socket.local_addr().ok()?;
    socket.set_nonblocking(true).ok()?;
    UnixStream::from_std(socket).ok()
}
