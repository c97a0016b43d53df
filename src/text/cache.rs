//! Results kept by the text that they were computed from, so that a keystroke costs the work on one segment.

use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Results by text. One that was not asked for in several generations in a row is dropped when room is needed.
#[derive(Debug)]
pub struct Cache<T> {
    kept: Mutex<CacheState<T>>,
}

#[derive(Debug)]
struct CacheState<T> {
    entries: FxHashMap<u64, CacheEntry<T>>,
    /// Number of entries at which stale ones are looked for.
    room: usize,
    generation: u64,
}

#[derive(Debug)]
struct CacheEntry<T> {
    /// Both guard against another text of the same hash.
    kind: u64,
    text: Box<str>,
    made: Arc<T>,
    /// The last generation that asked for it.
    generation: u64,
}

/// Generations after which a text is stale.
const RECENT: u64 = 8;
/// Entries that are always kept.
const LEAST_ROOM: usize = 64;

impl<T> Default for Cache<T> {
    fn default() -> Self {
        let kept = CacheState { entries: FxHashMap::default(), room: LEAST_ROOM, generation: 0 };
        Cache { kept: Mutex::new(kept) }
    }
}

impl<T> Cache<T> {
    /// The result for `text`, made by `make` unless it is kept.
    pub fn get(&self, text: &str, make: impl FnOnce(&str) -> T) -> Arc<T> {
        self.get_of_kind(0, text, make)
    }

    /// [`Cache::get`] where one text has several results, each with a `kind` of its own.
    pub fn get_of_kind(&self, kind: u64, text: &str, make: impl FnOnce(&str) -> T) -> Arc<T> {
        let hash = FxBuildHasher.hash_one((kind, text));
        if let Some(known) = self.find(hash, kind, text) {
            return known;
        }
        // Made outside the lock: two threads may both make it, neither waits.
        let made = Arc::new(make(text));
        let mut kept = self.lock();
        let entry = CacheEntry { kind, text: text.into(), made: Arc::clone(&made), generation: kept.generation };
        kept.put(hash, entry);
        made
    }

    /// [`Cache::get`] for a result of two texts together.
    pub fn get_of_two(&self, one: &str, other: &str, make: impl FnOnce() -> T) -> Arc<T> {
        self.get(&[one, "\u{0}", other].concat(), |_| make())
    }

    /// Begins a new pass over a document; results that the last few passes did not ask for are stale.
    pub fn next_generation(&self) {
        self.lock().generation += 1;
    }

    fn find(&self, hash: u64, kind: u64, text: &str) -> Option<Arc<T>> {
        let mut kept = self.lock();
        let generation = kept.generation;
        let entry = kept.entries.get_mut(&hash).filter(|entry| entry.kind == kind && *entry.text == *text)?;
        entry.generation = generation;
        Some(Arc::clone(&entry.made))
    }

    fn lock(&self) -> MutexGuard<'_, CacheState<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> CacheState<T> {
    fn put(&mut self, hash: u64, entry: CacheEntry<T>) {
        if self.entries.len() >= self.room {
            self.entries.retain(|_, kept| kept.generation + RECENT >= entry.generation);
            self.room = (2 * self.entries.len()).max(LEAST_ROOM);
        }
        self.entries.insert(hash, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_made_once() {
        let cache: Cache<usize> = Cache::default();
        let first = cache.get("中國", str::len);
        assert!(Arc::ptr_eq(&first, &cache.get("中國", str::len)));
        assert_eq!(*cache.get_of_kind(1, "中國", |text| text.chars().count()), 2);
    }

    #[test]
    fn what_is_asked_for_stays_and_the_rest_is_forgotten() {
        let cache: Cache<usize> = Cache::default();
        let first = cache.get("中國", str::len);
        let stale = cache.get("俄國", str::len);
        for number in 0..10 * LEAST_ROOM {
            cache.next_generation();
            assert!(Arc::ptr_eq(&first, &cache.get("中國", str::len)));
            cache.get(&number.to_string(), str::len);
        }
        assert!(!Arc::ptr_eq(&stale, &cache.get("俄國", str::len)));
        assert!(cache.lock().entries.len() <= LEAST_ROOM);
    }

    #[test]
    fn a_long_text_is_kept_whole() {
        let cache: Cache<usize> = Cache::default();
        let points: Vec<String> = (0..10 * LEAST_ROOM).map(|number| number.to_string()).collect();
        cache.next_generation();
        let made: Vec<_> = points.iter().map(|point| cache.get(point, str::len)).collect();
        cache.next_generation();
        assert!(points.iter().zip(&made).all(|(point, made)| Arc::ptr_eq(made, &cache.get(point, str::len))));
    }
}
