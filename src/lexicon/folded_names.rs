//! An index from folded names to their bearers.

/// Folded names in order, each with a value; several may share a name.
#[derive(Debug)]
pub struct FoldedNames<T> {
    entries: Vec<(Box<str>, T)>,
}

/// Bytes beyond which a text is no name and is not searched for.
pub const LONGEST: usize = 200;

impl<T: Ord> FoldedNames<T> {
    pub fn new(names: impl Iterator<Item = (&'static str, T)>, fold: fn(&str) -> String) -> FoldedNames<T> {
        let folded = names.map(|(name, value)| (fold(name).into_boxed_str(), value));
        let mut entries: Vec<_> = folded.filter(|(name, _)| !name.is_empty()).collect();
        entries.sort_unstable();
        entries.dedup();
        FoldedNames { entries }
    }

    /// The values of a name that is folded already, in order.
    pub fn get(&self, folded: &str) -> impl Iterator<Item = &T> {
        let start = self.entries.partition_point(|(name, _)| **name < *folded);
        self.entries[start..].iter().take_while(move |(name, _)| **name == *folded).map(|(_, value)| value)
    }

    #[cfg(test)]
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries.iter().map(|(name, value)| (&**name, value))
    }
}
