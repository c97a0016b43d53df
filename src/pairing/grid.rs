//! Scores of every Chinese point with every English one; in long sections only near the diagonal.

use std::ops::Range;

/// Rows of scores. Cells outside a row's reach cannot pair.
#[derive(Debug, Clone)]
pub struct Grid {
    rows: Vec<GridRow>,
    width: usize,
}

#[derive(Debug, Clone)]
struct GridRow {
    start: usize,
    scores: Vec<f32>,
}

/// Score of two points that cannot pair.
pub const NEVER: f32 = -1e6;

/// Cells above which only those near the diagonal are compared.
const MOST_PAIRS: usize = 10_000;
/// Distance from the diagonal, in columns, within which cells are compared.
const REACH: usize = 24;

/// Mean score of unrelated pairs, and how many pairs that is worth in a mean of few.
const UNRELATED: (f32, f32) = (-8.99, 3.0);

/// Share of the difference from that mean which is subtracted.
const CENTRED: f32 = 0.6;

impl Grid {
    pub fn new(height: usize, width: usize, mut score: impl FnMut(usize, usize) -> f32) -> Grid {
        let row = |at: usize| {
            let reach = reach(at, height, width);
            GridRow { start: reach.start, scores: reach.map(|column| score(at, column)).collect() }
        };
        Grid { rows: (0..height).map(row).collect(), width }
    }

    pub fn height(&self) -> usize {
        self.rows.len()
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub fn get(&self, row: usize, column: usize) -> f32 {
        self.known(row, column).unwrap_or(NEVER)
    }

    /// Score of a cell, or `None` if it was not compared.
    pub fn known(&self, row: usize, column: usize) -> Option<f32> {
        let row = self.rows.get(row)?;
        row.scores.get(column.checked_sub(row.start)?).copied()
    }

    /// Columns that are compared in a row.
    pub fn reach(&self, row: usize) -> Range<usize> {
        self.rows.get(row).map_or(0..0, |row| row.start..row.start + row.scores.len())
    }

    /// Subtracts from each score the mean of its row and column without their best: a point that resembles everything
    /// proves little by resembling one.
    pub fn centred(&self) -> Grid {
        let mut centred = self.clone();
        let rows: Vec<f32> = self.rows.iter().map(|row| usual(row.scores.iter().copied())).collect();
        let mut columns: Vec<Vec<f32>> = vec![Vec::new(); self.width];
        for row in &self.rows {
            for (column, score) in (row.start..).zip(&row.scores) {
                columns[column].push(*score);
            }
        }
        let columns: Vec<f32> = columns.into_iter().map(|column| usual(column.into_iter())).collect();
        for (row, row_usual) in centred.rows.iter_mut().zip(rows) {
            for (column, score) in (row.start..).zip(&mut row.scores) {
                *score -= CENTRED * ((row_usual + columns[column]) / 2.0 - UNRELATED.0);
            }
        }
        centred
    }
}

fn reach(row: usize, height: usize, width: usize) -> Range<usize> {
    if height * width <= MOST_PAIRS {
        return 0..width;
    }
    let middle = row * width / height.max(1);
    middle.saturating_sub(REACH)..(middle + REACH + 1).min(width)
}

/// Mean without the best score, drawn towards that of unrelated pairs if there are few.
fn usual(scores: impl Iterator<Item = f32>) -> f32 {
    let (mut sum, mut best, mut count) = (0.0, f32::NEG_INFINITY, 0.0);
    for score in scores {
        sum += score;
        best = best.max(score);
        count += 1.0;
    }
    if count == 0.0 {
        return UNRELATED.0;
    }
    (UNRELATED.0 * UNRELATED.1 + sum - best) / (UNRELATED.1 + count - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sections_are_compared_near_the_diagonal() {
        let mut asked = 0;
        let grid = Grid::new(2_000, 2_000, |_, _| {
            asked += 1;
            0.0
        });
        assert!(asked <= 2_000 * (2 * REACH + 1));
        assert_eq!((grid.get(0, 1_999), grid.get(1_000, 1_000)), (NEVER, 0.0));
        assert_eq!(Grid::new(0, 3, |_, _| 0.0).height(), 0);
    }

    #[test]
    fn a_point_that_resembles_everything_loses() {
        let grid = Grid::new(3, 3, |row, column| {
            if row == 0 {
                1.0
            } else if row == column {
                3.0
            } else {
                -7.0
            }
        });
        let grid = grid.centred();
        assert!(grid.get(0, 0) < 0.0 && grid.get(1, 1) > 1.0, "{grid:?}");
    }
}
