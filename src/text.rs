//! A document's text: a rope that takes edits, its version, and the places in it. The only module that knows encodings.

pub mod cache;
mod character;
pub mod edit;
mod excerpt;
mod interner;
mod line;
mod position;
mod span;

use ropey::Rope;

pub use cache::Cache;
pub use character::{fold, half_width, is_blank, is_han, is_latin, is_wide};
pub use edit::Edit;
pub use excerpt::first_words;
pub use interner::intern;
pub use line::{LineEnd, content_lines, split_lines};
pub use position::{Encoding, Position};
pub use span::Span;

/// One version of a document. Cloning shares the rope, so a snapshot costs next to nothing.
#[derive(Debug, Clone, Default)]
pub struct Text {
    rope: Rope,
    version: i32,
}

/// A change that an editor reports: a range of the old text and its replacement; no range means the whole text.
#[derive(Debug, Clone)]
pub struct Change {
    pub range: Option<(Position, Position)>,
    pub text: String,
}

impl Change {
    /// End of the typed text in `text`, to which this was the last change; `None` where all was replaced.
    pub fn end_in(&self, text: &Text, encoding: Encoding) -> Option<usize> {
        let (from, to) = self.range?;
        Some(text.offset(from, encoding).min(text.offset(to, encoding)) + self.text.len())
    }
}

impl Text {
    pub fn new(text: &str, version: i32) -> Text {
        Text { rope: Rope::from_str(text), version }
    }

    /// The version number that the editor gave this text.
    pub fn version(&self) -> i32 {
        self.version
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn content(&self) -> String {
        self.rope.to_string()
    }

    /// Applies `changes` one after the other. Places outside the text are clamped as the protocol says.
    pub fn apply(&mut self, changes: &[Change], version: i32, encoding: Encoding) {
        for change in changes {
            self.apply_one(change, encoding);
        }
        self.version = version;
    }

    fn apply_one(&mut self, change: &Change, encoding: Encoding) {
        let Some((from, to)) = change.range else {
            self.rope = Rope::from_str(&change.text);
            return;
        };
        let (from, to) = (self.offset(from, encoding), self.offset(to, encoding));
        let start = self.rope.byte_to_char(from.min(to));
        let end = self.rope.byte_to_char(from.max(to));
        self.rope.remove(start..end);
        self.rope.insert(start, &change.text);
    }
}
