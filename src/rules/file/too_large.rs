//! `file/too-large`: more text than a brief, or a digest of hundreds, can have.

use super::messages::Message;
use crate::rules::{Context, Finding, LARGEST_FILE, rule};
use crate::text::Span;

rule! {
    /// Reports a file of more than 10 MB, and is then the only rule that looks at it.
    ///
    /// ## Why
    /// A digest of hundreds of briefs has about 1 MB. A file ten times as large is something else under a brief's name,
    /// and reading it at every keystroke would make the editor slow.
    "file/too-large", Info, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    of_length(cx.text.len()).into_iter().collect()
}

/// The finding, at the start of the text, for a text of `bytes` bytes.
pub fn of_length(bytes: usize) -> Option<Finding> {
    const MEGABYTE: usize = 1024 * 1024;
    (bytes > LARGEST_FILE).then(|| {
        let megabytes = bytes.div_ceil(MEGABYTE);
        RULE.at(Span::at(0), Message::TooLarge { megabytes, limit: LARGEST_FILE / MEGABYTE })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_past_the_limit() {
        assert!(of_length(LARGEST_FILE).is_none());
        assert!(of_length(LARGEST_FILE + 1).is_some());
    }
}
