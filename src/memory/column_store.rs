//! A column store: one value for each text of every file, contiguous, in the order in which files were added, so that a
//! scan is fast.

use rayon::prelude::*;

#[derive(Debug)]
pub struct ColumnStore<T> {
    items: Vec<T>,
    /// Number of each item's file.
    files: Vec<u32>,
}

/// Items in the run that one thread scans.
const A_RUN: usize = 1 << 15;

impl<T> Default for ColumnStore<T> {
    fn default() -> Self {
        ColumnStore { items: Vec::new(), files: Vec::new() }
    }
}

impl<T: Copy + Sync> ColumnStore<T> {
    pub fn add(&mut self, file: u32, items: Vec<T>) {
        self.files.extend(items.iter().map(|_| file));
        self.items.extend(items);
    }

    /// Results of `search`, which is given runs of items and names each result's item by index; each with the number of
    /// the item's file, in order.
    pub fn find<R: Send>(&self, search: impl Fn(&[T]) -> Vec<(usize, R)> + Sync) -> Vec<(R, u32)> {
        let runs = self.items.par_chunks(A_RUN).zip(self.files.par_chunks(A_RUN));
        runs.flat_map_iter(|(items, files)| search(items).into_iter().map(|(at, found)| (found, files[at]))).collect()
    }

    /// Replaces each file's number by `new`, and drops the items of files without one.
    pub fn renumber(&mut self, new: &[Option<u32>]) {
        let both = self.items.iter().zip(&self.files);
        (self.items, self.files) = both.filter_map(|(&item, &file)| Some((item, new[file as usize]?))).unzip();
    }
}
