//! Beads that stand in another order in the two languages.

use super::ScoredBead;

/// A change of order, by indices of beads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crossing {
    /// Each stands where the other one's partner does.
    Swapped(usize, usize),
    /// One stands elsewhere; without it all others are in order.
    Moved(usize),
}

/// The fewest beads whose moves explain the order; `beads` are in Chinese order.
pub fn crossings(beads: &[ScoredBead]) -> Vec<Crossing> {
    let places = places(beads);
    let displaced: Vec<usize> = (0..places.len()).filter(|&bead| places[bead] != bead).collect();
    if displaced.iter().all(|&bead| places[places[bead]] == bead) {
        let swapped = displaced.into_iter().filter(|&bead| bead < places[bead]);
        return swapped.map(|bead| Crossing::Swapped(bead, places[bead])).collect();
    }
    let kept = longest_rising(&places);
    (0..places.len()).filter(|bead| kept.binary_search(bead).is_err()).map(Crossing::Moved).collect()
}

/// Rank of each bead in the English order.
fn places(beads: &[ScoredBead]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..beads.len()).collect();
    order.sort_by_key(|&bead| beads[bead].points.english.start);
    let mut places = vec![0; beads.len()];
    for (place, bead) in order.into_iter().enumerate() {
        places[bead] = place;
    }
    places
}

/// Indices of the longest rising subsequence.
fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    // The index of the smallest number that ends a rising sequence of each length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; numbers.len()];
    for (at, number) in numbers.iter().enumerate() {
        let len = ends.partition_point(|&end| numbers[end] < *number);
        before[at] = len.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(len) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rising: Vec<usize> = std::iter::successors(ends.last().copied(), |&at| before[at]).collect();
    rising.reverse();
    rising
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Both;
    use Crossing::{Moved, Swapped};

    #[track_caller]
    fn check(english: &[usize], expected: &[Crossing]) {
        let bead = |(zh, &en): (usize, &usize)| ScoredBead {
            points: Both::new(zh..zh + 1, en..en + 1),
            score: 0.0,
            is_doubtful: false,
        };
        let beads: Vec<ScoredBead> = english.iter().enumerate().map(bead).collect();
        assert_eq!(crossings(&beads), expected);
    }

    #[test]
    fn swaps_are_seen_before_moves() {
        check(&[0, 1, 2], &[]);
        check(&[1, 0, 2], &[Swapped(0, 1)]);
        check(&[0, 3, 2, 1], &[Swapped(1, 3)]);
        check(&[1, 0, 3, 2], &[Swapped(0, 1), Swapped(2, 3)]);
        check(&[3, 0, 1, 2], &[Moved(0)]);
        check(&[1, 2, 3, 0], &[Moved(3)]);
        check(&[0, 5, 7], &[]);
        check(&[], &[]);
    }
}
