//! What was made of a text, kept by the text: a keystroke then costs the work on one point and not on all.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

/// Two generations: when the young one is full it becomes the old one, whose texts are forgotten unless asked for again.
#[derive(Debug)]
pub struct Cache<T> {
    generations: Mutex<Generations<T>>,
    hasher: RandomState,
}

#[derive(Debug)]
struct Generations<T> {
    young: HashMap<u64, Entry<T>>,
    old: HashMap<u64, Entry<T>>,
}

/// A text with its features; the text tells it from another one of the same hash.
type Entry<T> = (Box<str>, Arc<T>);

/// Texts a generation.
const GENERATION: usize = 4096;

impl<T> Default for Cache<T> {
    fn default() -> Self {
        let generations = Generations { young: HashMap::new(), old: HashMap::new() };
        Cache { generations: Mutex::new(generations), hasher: RandomState::new() }
    }
}

impl<T> Cache<T> {
    /// What `make` makes of `text`, or has made of it before.
    pub fn get(&self, text: &str, make: impl FnOnce(&str) -> T) -> Arc<T> {
        let hash = self.hasher.hash_one(text);
        if let Some(known) = self.find(hash, text) {
            return known;
        }
        // Made outside the lock: two threads may both make it, neither waits.
        let made = Arc::new(make(text));
        let mut generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        generations.put(hash, (text.into(), Arc::clone(&made)));
        made
    }

    fn find(&self, hash: u64, text: &str) -> Option<Arc<T>> {
        let mut generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = generations.young.get(&hash).filter(|(known, _)| **known == *text) {
            return Some(Arc::clone(known));
        }
        let entry = generations.old.remove(&hash).filter(|(known, _)| **known == *text)?;
        let found = Arc::clone(&entry.1);
        generations.put(hash, entry);
        Some(found)
    }
}

impl<T> Generations<T> {
    fn put(&mut self, hash: u64, entry: Entry<T>) {
        if self.young.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(hash, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_made_once_and_forgotten_in_the_end() {
        let cache: Cache<usize> = Cache::default();
        let first = cache.get("中國", str::len);
        assert!(Arc::ptr_eq(&first, &cache.get("中國", str::len)));
        for number in 0..3 * GENERATION {
            cache.get(&number.to_string(), str::len);
        }
        assert!(!Arc::ptr_eq(&first, &cache.get("中國", str::len)));
        let generations = cache.generations.lock().expect("a lock");
        assert!(generations.young.len() <= GENERATION && generations.old.len() <= GENERATION);
    }
}
