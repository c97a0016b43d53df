//! Semantic tokens as the protocol counts them, and the difference between two versions of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tower_lsp::gen_lsp_types::{SemanticToken, SemanticTokensEdit};

/// The tokens that a client was sent last, under the id by which it asks for a delta.
#[derive(Debug, Clone)]
pub(super) struct SentTokens {
    pub id: String,
    pub tokens: Arc<[SemanticToken]>,
}

impl SentTokens {
    /// Gives the tokens a unique id.
    pub fn new(tokens: Vec<SemanticToken>) -> SentTokens {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        SentTokens { id: NEXT.fetch_add(1, Ordering::Relaxed).to_string(), tokens: tokens.into() }
    }
}

/// Integers per token on the wire.
const NUMBERS: usize = 5;

/// The edits that turn `old` into `new`: one of all between their common ends, or none.
pub(super) fn delta(old: &[SemanticToken], new: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = |(a, b): &(&SemanticToken, &SemanticToken)| a == b;
    let front = old.iter().zip(new).take_while(same).count();
    let back = old[front..].iter().rev().zip(new[front..].iter().rev()).take_while(same).count();
    let (gone, come) = (&old[front..old.len() - back], &new[front..new.len() - back]);
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    let numbers = |count: usize| u32::try_from(count * NUMBERS).unwrap_or(u32::MAX);
    let data = come.iter().flat_map(in_numbers).collect();
    vec![SemanticTokensEdit::new(numbers(front), numbers(gone.len()), Some(data))]
}

fn in_numbers(token: &SemanticToken) -> [u32; NUMBERS] {
    [token.delta_line, token.delta_start, token.length, token.token_type, token.token_modifiers_bitset]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn token((delta_line, delta_start, length): (u32, u32, u32)) -> SemanticToken {
        SemanticToken { delta_line, delta_start, length, token_type: 0, token_modifiers_bitset: 0 }
    }

    proptest! {
        /// A client that applies the delta has what it would have been sent as a whole.
        #[test]
        fn applied_it_gives_the_new_tokens(
            old in prop::collection::vec((0u32..2, 0u32..3, 1u32..3), 0..12),
            new in prop::collection::vec((0u32..2, 0u32..3, 1u32..3), 0..12),
        ) {
            let [old, new] = [old, new].map(|tokens| tokens.into_iter().map(token).collect::<Vec<_>>());
            let [mut numbers, wanted] =
                [&old, &new].map(|tokens| tokens.iter().flat_map(in_numbers).collect::<Vec<u32>>());
            for edit in delta(&old, &new) {
                let start = edit.start as usize;
                numbers.splice(start..start + edit.delete_count as usize, edit.data.unwrap_or_default());
            }
            prop_assert_eq!(numbers, wanted);
            prop_assert!(old != new || delta(&old, &new).is_empty());
        }
    }
}
