//! The throttle that makes background reading give way to typing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The time of the last keystroke. Clones share it.
#[derive(Debug, Clone)]
pub(super) struct Throttle {
    start: Instant,
    /// Milliseconds from `start` until which background work waits; 0 before the first keystroke.
    until: Arc<AtomicU64>,
}

/// Time after a keystroke within which the next one is expected.
const REST: Duration = Duration::from_millis(300);
/// Longest wait for one file, so that reading ends even under constant typing.
const LONGEST: Duration = Duration::from_millis(200);
const STEP: Duration = Duration::from_millis(20);

impl Default for Throttle {
    fn default() -> Self {
        Throttle { start: Instant::now(), until: Arc::default() }
    }
}

impl Throttle {
    /// Notes a keystroke.
    pub fn typed(&self) {
        self.until.store(self.now() + REST.as_millis() as u64, Ordering::Relaxed);
    }

    /// Sleeps during typing, at most 200 ms.
    pub fn wait(&self, stop: &AtomicBool) {
        let started = Instant::now();
        while self.until.load(Ordering::Relaxed) > self.now()
            && started.elapsed() < LONGEST
            && !stop.load(Ordering::Relaxed)
        {
            sleep(STEP);
        }
    }

    fn now(&self) -> u64 {
        self.start.elapsed().as_millis() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_wait_until_nobody_types() {
        let throttle = Throttle::default();
        throttle.typed();
        let typed = Instant::now();
        throttle.wait(&AtomicBool::new(false));
        assert!(typed.elapsed() >= LONGEST - STEP);
    }
}
