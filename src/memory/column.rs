//! A column: one thing of every text of every file, in the order in which files came, so that to go over it is quick.

use rayon::prelude::*;

#[derive(Debug)]
pub struct Column<T> {
    items: Vec<T>,
    /// The number of each one's file.
    files: Vec<u32>,
}

/// Items that one thread goes over at once.
const A_RUN: usize = 1 << 15;

impl<T> Default for Column<T> {
    fn default() -> Self {
        Column { items: Vec::new(), files: Vec::new() }
    }
}

impl<T: Copy + Sync> Column<T> {
    pub fn add(&mut self, file: u32, items: Vec<T>) {
        self.files.extend(items.iter().map(|_| file));
        self.items.extend(items);
    }

    /// What `search` finds in runs of items, by index, with the number of each one's file, in order.
    pub fn find<R: Send>(&self, search: impl Fn(&[T]) -> Vec<(usize, R)> + Sync) -> Vec<(R, u32)> {
        let runs = self.items.par_chunks(A_RUN).zip(self.files.par_chunks(A_RUN));
        runs.flat_map_iter(|(items, files)| search(items).into_iter().map(|(at, found)| (found, files[at]))).collect()
    }

    /// Gives every file its new number, and forgets the items of those that have none.
    pub fn renumber(&mut self, new: &[Option<u32>]) {
        let both = self.items.iter().zip(&self.files);
        (self.items, self.files) = both.filter_map(|(&item, &file)| Some((item, new[file as usize]?))).unzip();
    }
}
