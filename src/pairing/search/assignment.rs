//! The assignment problem: rows to columns with the largest sum of gains, crossings allowed.

/// Row and column of every assignment, each used once; `gain` is not negative. By the Hungarian method, in O(n²m).
pub fn best(rows: usize, columns: usize, gain: impl Fn(usize, usize) -> f32) -> Vec<(usize, usize)> {
    if rows > columns {
        return assign(columns, rows, |row, column| -gain(column, row)).into_iter().map(|(a, b)| (b, a)).collect();
    }
    assign(rows, columns, |row, column| -gain(row, column))
}

/// The cheapest assignment of every row; there are at least as many columns. Rows join one by one, each along the
/// shortest path that frees a column for it.
fn assign(rows: usize, columns: usize, cost: impl Fn(usize, usize) -> f32) -> Vec<(usize, usize)> {
    let mut row_price = vec![0.0_f32; rows];
    let mut column_price = vec![0.0_f32; columns];
    let mut row_of: Vec<Option<usize>> = vec![None; columns];
    for row in 0..rows {
        let mut distance = vec![f32::INFINITY; columns];
        let mut from: Vec<Option<usize>> = vec![None; columns];
        let mut done = vec![false; columns];
        let (mut current, mut last) = (row, None);
        let free = loop {
            let base = last.map_or(0.0, |column: usize| distance[column]);
            for column in (0..columns).filter(|&column| !done[column]) {
                let reduced = base + cost(current, column) - row_price[current] - column_price[column];
                if reduced < distance[column] {
                    distance[column] = reduced;
                    from[column] = last;
                }
            }
            let open = (0..columns).filter(|&column| !done[column]);
            let Some(nearest) = open.min_by(|&a, &b| distance[a].total_cmp(&distance[b])) else {
                return Vec::new();
            };
            done[nearest] = true;
            last = Some(nearest);
            match row_of[nearest] {
                Some(next) => current = next,
                None => break nearest,
            }
        };
        let whole = distance[free];
        for column in (0..columns).filter(|&column| done[column]) {
            let slack = whole - distance[column];
            column_price[column] -= slack;
            if let Some(other) = row_of[column] {
                row_price[other] += slack;
            }
        }
        row_price[row] += whole;
        let mut column = free;
        while let Some(previous) = from[column] {
            row_of[column] = row_of[previous];
            column = previous;
        }
        row_of[column] = Some(row);
    }
    row_of.iter().enumerate().filter_map(|(column, row)| Some(((*row)?, column))).collect()
}

#[cfg(test)]
mod tests {
    use super::best;

    /// By trying all.
    fn exhaustive(rows: usize, columns: usize, gain: &dyn Fn(usize, usize) -> f32, row: usize, used: u32) -> f32 {
        if row == rows {
            return 0.0;
        }
        let with = (0..columns)
            .filter(|column| used >> column & 1 == 0)
            .map(|column| gain(row, column) + exhaustive(rows, columns, gain, row + 1, used | 1 << column));
        with.fold(exhaustive(rows, columns, gain, row + 1, used), f32::max)
    }

    #[test]
    fn no_other_assignment_is_better() {
        for (rows, columns) in [(1, 1), (3, 3), (2, 5), (5, 2), (6, 6), (0, 3), (3, 0)] {
            for seed in 0..50_usize {
                let gain =
                    |row: usize, column: usize| ((row * 31 + column * 17 + seed * 7) * 2_654_435_761 % 97) as f32;
                let found = best(rows, columns, gain);
                let total: f32 = found.iter().map(|&(row, column)| gain(row, column)).sum();
                assert_eq!(total, exhaustive(rows, columns, &gain, 0, 0), "{rows}×{columns}, {seed}: {found:?}");
            }
        }
    }
}
