//! A column: one thing of every text of every file, in the order in which files came, so that to go over it is quick.

use rayon::prelude::*;

#[derive(Debug)]
pub struct Column<T> {
    items: Vec<T>,
    /// The number of each one's file.
    files: Vec<u32>,
}

/// Items that one thread goes over before another one is worth its start.
const ITEMS_A_THREAD: usize = 1 << 15;

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

    /// What `test` gives, with the file's number, in order.
    pub fn find<R: Send>(&self, test: impl Fn(&T) -> Option<R> + Sync) -> Vec<(R, u32)> {
        let all = self.items.par_iter().zip(&self.files).with_min_len(ITEMS_A_THREAD);
        all.filter_map(|(item, &file)| Some((test(item)?, file))).collect()
    }

    /// Gives every file its new number, and forgets the items of those that have none.
    pub fn renumber(&mut self, new: &[Option<u32>]) {
        let both = self.items.iter().zip(&self.files);
        (self.items, self.files) = both.filter_map(|(&item, &file)| Some((item, new[file as usize]?))).unzip();
    }
}
