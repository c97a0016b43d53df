//! Renderings of briefs for people who have no editor at hand: pure functions from a snapshot to a page or a file.

pub mod html;
pub mod markdown;

mod links;
mod notes;
mod pieces;

mod messages;
#[cfg(test)]
mod tests;
