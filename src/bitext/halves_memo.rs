//! What was worked out of one brief: its alignment, and its pairs with what they say to each other. It holds indices and no
//! places, so that it stays true while the brief moves in its file.

use std::sync::{Arc, OnceLock};

use super::alignment::{BriefAlignment, Trust};
use super::correspondence::Correspondence;
use super::foreign::Foreign;
use crate::brief::SegmentPosition;
use crate::language::Both;
use crate::pairing::Scores;

/// What is remembered of a brief's halves, each thing worked out when first asked for.
#[derive(Debug, Default)]
pub struct HalvesMemo {
    pub(super) alignment: OnceLock<Option<BriefAlignment>>,
    pub(super) foreign: OnceLock<Option<Foreign>>,
    pub(super) pairs: OnceLock<Vec<KnownPair>>,
    /// Of an earlier version of the brief.
    pub(super) before: Option<Arc<Scores>>,
}

/// Two segments that answer each other, by their positions.
#[derive(Debug)]
pub(super) struct KnownPair {
    pub positions: Both<SegmentPosition>,
    pub trust: Trust,
    pub correspondence: OnceLock<Arc<Correspondence>>,
}

impl HalvesMemo {
    /// That of the brief's next version: how points scored helps to score them again.
    pub fn next(&self) -> HalvesMemo {
        let own = self.alignment.get().and_then(Option::as_ref).map(|alignment| Arc::clone(alignment.scores()));
        HalvesMemo { before: own.or_else(|| self.before.clone()), ..HalvesMemo::default() }
    }
}

impl KnownPair {
    pub fn new(positions: Both<SegmentPosition>, trust: Trust) -> KnownPair {
        KnownPair { positions, trust, correspondence: OnceLock::new() }
    }
}
