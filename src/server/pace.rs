//! Pace: who reads many files in the background leaves room for whoever types.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// When a person typed last. Cloning shares it.
#[derive(Debug, Clone)]
pub(super) struct Pace {
    start: Instant,
    /// Milliseconds from the start to the end of the rest that is due; none so far is 0.
    until: Arc<AtomicU64>,
}

/// Who types, types on within this time.
const REST: Duration = Duration::from_millis(300);
/// No file waits longer, so that reading comes to its end under anybody's hands.
const LONGEST: Duration = Duration::from_millis(200);
const STEP: Duration = Duration::from_millis(20);

impl Default for Pace {
    fn default() -> Self {
        Pace { start: Instant::now(), until: Arc::default() }
    }
}

impl Pace {
    /// Somebody types just now.
    pub fn typed(&self) {
        self.until.store(self.now() + REST.as_millis() as u64, Ordering::Relaxed);
    }

    /// Sleeps while somebody types, but not for long.
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
        let pace = Pace::default();
        pace.typed();
        let typed = Instant::now();
        pace.wait(&AtomicBool::new(false));
        assert!(typed.elapsed() >= LONGEST - STEP);
    }
}
