//! Editor features, a file each: pure functions over a snapshot, places in and out as byte offsets.

pub mod code_action;
pub mod code_lens;
pub mod completion;
pub mod definition;
pub mod enter;
pub mod folding;
pub mod highlight;
pub mod hover;
pub mod inlay_hint;
mod item;
mod key;
pub mod link;
pub mod manual;
pub mod memory_match;
pub mod partner;
pub mod reference;
pub mod selection;
pub mod semantic_token;
pub mod suppression;
pub mod symbol;
pub mod template;
pub mod workspace_symbol;

mod messages;
#[cfg(test)]
mod tests;
