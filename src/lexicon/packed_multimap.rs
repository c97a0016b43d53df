//! A multimap in one array: a list for each key would take four times as much memory.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Values sorted by key; those of one key keep their order.
#[derive(Debug)]
pub(super) struct PackedMultimap<K, V> {
    values: Box<[V]>,
    /// Start and end of each key's values.
    groups: FxHashMap<K, (u32, u32)>,
}

impl<K: Copy + Ord + Hash, V> PackedMultimap<K, V> {
    /// The values of a key; none where it has none.
    pub fn get(&self, key: K) -> &[V] {
        self.groups.get(&key).map_or(&[], |&(start, end)| &self.values[start as usize..end as usize])
    }
}

impl<K: Copy + Ord + Hash, V> FromIterator<(K, V)> for PackedMultimap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(values: I) -> Self {
        let mut all: Vec<(K, V)> = values.into_iter().collect();
        all.sort_by_key(|(key, _)| *key);
        let mut groups = FxHashMap::default();
        let mut start = 0;
        for group in all.chunk_by(|one, next| one.0 == next.0) {
            let end = start + group.len() as u32;
            groups.insert(group[0].0, (start, end));
            start = end;
        }
        groups.shrink_to_fit();
        PackedMultimap { values: all.into_iter().map(|(_, value)| value).collect(), groups }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_in_order_beside_those_of_their_key() {
        let found: PackedMultimap<char, &str> =
            [('台', "台灣"), ('美', "美國"), ('台', "台海"), ('😀', ""), ('台', "台灣")].into_iter().collect();
        for (key, expected) in [('台', &["台灣", "台海", "台灣"][..]), ('美', &["美國"]), ('😀', &[""]), ('中', &[])]
        {
            assert_eq!(found.get(key), expected, "{key}");
        }
        assert!(PackedMultimap::<char, &str>::from_iter([]).get('台').is_empty());
    }
}
