//! Search for the pairs with the best total score.

mod assignment;

use super::grid::{Grid, NEVER};

/// Row and column.
pub type Cell = (usize, usize);

/// Least total by which crossing pairs must beat the best ones that do not cross.
const CROSSING: f32 = 2.0;
/// Points of a block of a long brief from which it ends at the next pair beyond doubt.
const LONGEST_BLOCK: usize = 64;

/// The best pairs, in order of rows. Each point without partner scores `null`.
pub fn best_pairs(grid: &Grid, null: f32) -> Vec<Cell> {
    let straight = in_order(grid, null);
    let mut pairs = Vec::with_capacity(straight.len());
    for block in blocks(grid, &straight) {
        pairs.extend(crossed(grid, &block, null).unwrap_or(block.pairs));
    }
    pairs.sort_unstable();
    pairs
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Pair,
    Row,
    Column,
}

/// Best totals after a row, for each column within its reach, with the step that led there.
#[derive(Debug)]
struct Passed {
    start: usize,
    totals: Vec<f32>,
    steps: Vec<Step>,
}

/// The best pairs that do not cross, by dynamic programming over 1-1, 1-0 and 0-1 beads (Gale & Church 1993).
fn in_order(grid: &Grid, null: f32) -> Vec<Cell> {
    let (height, width) = (grid.height(), grid.width());
    let end = |row: usize| if row < height { grid.reach(row).end } else { width };
    let mut passed = vec![Passed::no_row(end(0), null)];
    for row in 0..height {
        let next = passed[row].row(grid, row, end(row + 1), null);
        passed.push(next);
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (height, width);
    while row > 0 && column > 0 {
        match passed[row].steps[column - passed[row].start] {
            Step::Pair => {
                (row, column) = (row - 1, column - 1);
                pairs.push((row, column));
            }
            Step::Row => row -= 1,
            Step::Column => column -= 1,
        }
    }
    pairs.reverse();
    pairs
}

impl Passed {
    fn no_row(end: usize, null: f32) -> Passed {
        let totals = (0..=end).map(|column| column as f32 * null).collect();
        Passed { start: 0, totals, steps: vec![Step::Column; end + 1] }
    }

    /// Totals after one more row, up to the column `end`, where the reach of the next row ends.
    fn row(&self, grid: &Grid, row: usize, end: usize, null: f32) -> Passed {
        let start = grid.reach(row).start;
        let mut next = Passed { start, totals: Vec::new(), steps: Vec::new() };
        for column in start..=end {
            let pair = column.checked_sub(1).map_or(NEVER, |before| self.total(before) + grid.get(row, before));
            let by_row = self.total(column) + null;
            let by_column = next.totals.last().map_or(NEVER, |total| total + null);
            let (alone, step) = if by_row > by_column { (by_row, Step::Row) } else { (by_column, Step::Column) };
            next.totals.push(pair.max(alone));
            next.steps.push(if pair >= alone { Step::Pair } else { step });
        }
        next
    }

    fn total(&self, column: usize) -> f32 {
        column.checked_sub(self.start).and_then(|at| self.totals.get(at)).copied().unwrap_or(NEVER)
    }
}

/// Rows and columns between two pairs beyond doubt, with the best pairs that do not cross.
#[derive(Debug)]
struct GridBlock {
    rows: std::ops::Range<usize>,
    columns: std::ops::Range<usize>,
    pairs: Vec<Cell>,
}

/// The whole grid, or the parts of a large one between pairs that are the best of their row.
fn blocks(grid: &Grid, pairs: &[Cell]) -> Vec<GridBlock> {
    let mut blocks = Vec::new();
    let mut open = GridBlock { rows: 0..0, columns: 0..0, pairs: Vec::new() };
    for &(row, column) in pairs {
        let long = row - open.rows.start >= LONGEST_BLOCK || column - open.columns.start >= LONGEST_BLOCK;
        if long && is_best(grid, row, column) {
            open.rows.end = row;
            open.columns.end = column;
            blocks.push(std::mem::replace(
                &mut open,
                GridBlock { rows: row..row, columns: column..column, pairs: Vec::new() },
            ));
        }
        open.pairs.push((row, column));
    }
    open.rows.end = grid.height();
    open.columns.end = grid.width();
    blocks.push(open);
    blocks
}

fn is_best(grid: &Grid, row: usize, column: usize) -> bool {
    grid.reach(row).all(|other| grid.get(row, other) <= grid.get(row, column))
}

/// The best pairs of a block, crossing or not, if they are clearly better than those in order.
fn crossed(grid: &Grid, block: &GridBlock, null: f32) -> Option<Vec<Cell>> {
    // Gain of a pair over two points alone.
    let gain = |row: usize, column: usize| (grid.get(row, column) - 2.0 * null).max(0.0);
    let straight: f32 = block.pairs.iter().map(|&(row, column)| grid.get(row, column) - 2.0 * null).sum();
    let best = |row| block.columns.clone().map(|column| gain(row, column)).fold(0.0, f32::max);
    if block.rows.clone().map(best).sum::<f32>() <= straight + CROSSING {
        return None;
    }
    // A block without a single pair beyond doubt is left as it is.
    if block.rows.len() > 4 * LONGEST_BLOCK || block.columns.len() > 4 * LONGEST_BLOCK {
        return None;
    }
    let pairs = assignment::best(block.rows.len(), block.columns.len(), |row, column| {
        gain(row + block.rows.start, column + block.columns.start)
    });
    let pairs: Vec<Cell> = (pairs.into_iter())
        .map(|(row, column)| (row + block.rows.start, column + block.columns.start))
        .filter(|&(row, column)| grid.get(row, column) > NEVER && gain(row, column) > 0.0)
        .collect();
    let total: f32 = pairs.iter().map(|&(row, column)| gain(row, column)).sum();
    (total > straight + CROSSING).then_some(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(rows: &[&[f32]]) -> Vec<Cell> {
        let grid = Grid::new(rows.len(), rows.first().map_or(0, |row| row.len()), |row, column| rows[row][column]);
        best_pairs(&grid, -3.0)
    }

    #[test]
    fn in_order_unless_crossing_is_clearly_better() {
        assert_eq!(pairs(&[&[5.0, -9.0], &[-9.0, 5.0]]), [(0, 0), (1, 1)]);
        assert_eq!(pairs(&[&[-9.0, 5.0], &[5.0, -9.0]]), [(0, 1), (1, 0)]);
        assert_eq!(pairs(&[&[0.0, 0.9], &[0.9, 0.0]]), [(0, 0), (1, 1)]);
        assert_eq!(pairs(&[]), []);
    }

    #[test]
    fn a_point_may_have_no_partner() {
        assert_eq!(pairs(&[&[5.0, -9.0, -9.0], &[-9.0, -9.0, 5.0]]), [(0, 0), (1, 2)]);
        assert_eq!(pairs(&[&[-9.0]]), []);
        assert_eq!(pairs(&[&[], &[]]), []);
    }

    #[test]
    fn long_sections_are_searched_in_blocks() {
        let swapped = |row: usize| match row {
            500 => 501,
            501 => 500,
            row => row,
        };
        let grid = Grid::new(1_000, 1_000, |row, column| if swapped(row) == column { 5.0 } else { -9.0 });
        let pairs = best_pairs(&grid, -3.0);
        assert_eq!(pairs.len(), 1_000);
        assert_eq!(pairs[500], (500, 501));
    }
}
