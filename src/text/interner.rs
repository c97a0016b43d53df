//! An interner for words of a configuration, which then live as long as the built-in ones.

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

/// The one copy of `text` that the process keeps, so that a house's words have the type of built-in ones. A
/// configuration that is read again takes memory for new words only.
pub fn intern(text: &str) -> &'static str {
    static WORDS: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(text) {
        return known;
    }
    let kept: &'static str = Box::leak(text.into());
    words.insert(kept);
    kept
}

#[cfg(test)]
mod tests {
    use super::intern;

    #[test]
    fn a_word_is_kept_once() {
        let word = String::from("外交");
        assert!(std::ptr::eq(intern(&word), intern("外交")));
        assert_eq!(intern(""), "");
    }
}
