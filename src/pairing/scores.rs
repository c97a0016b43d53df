//! The scores of all pairs of texts, kept for the brief's next version: a keystroke changes those of one text, and of the
//! English texts that share a word with it.

use std::sync::Arc;

use super::evidence::EnglishView;
use super::features::{Chinese, English};
use super::grid::Grid;
use super::sides::Sides;

/// The scores of one version, with all that they follow from.
#[derive(Debug, Clone)]
pub struct Scores {
    chinese: Vec<Arc<Chinese>>,
    english: Vec<Arc<English>>,
    english_views: Vec<EnglishView>,
    /// Not centred.
    grid: Grid,
}

impl Scores {
    pub fn new(sides: Sides, grid: Grid) -> Scores {
        Scores { chinese: sides.chinese, english: sides.english, english_views: sides.english_views, grid }
    }

    /// The scores of another version. Those that stand here already are taken over; they would come out the same.
    pub fn next(&self, sides: &Sides) -> Grid {
        let rows = places_before(&self.chinese, &sides.chinese);
        let mut columns = places_before(&self.english, &sides.english);
        for (column, before) in columns.iter_mut().enumerate() {
            *before = before.filter(|&before| self.english_views[before].weighs_as(&sides.english_views[column]));
        }
        let known = |row: usize, column: usize| self.grid.known(rows[row]?, columns[column]?);
        sides.grid(|row, column| known(row, column).unwrap_or_else(|| sides.score(row, column)))
    }
}

/// Where each text stood before, if it did so equally far from the first or from the last. The same features are of the
/// same text, read with the same translations.
fn places_before<T>(before: &[Arc<T>], now: &[Arc<T>]) -> Vec<Option<usize>> {
    let is_same = |text: &Arc<T>, place: &usize| before.get(*place).is_some_and(|other| Arc::ptr_eq(text, other));
    let place = |(at, text): (usize, &Arc<T>)| {
        let from_last = (before.len() + at).checked_sub(now.len());
        [Some(at), from_last].into_iter().flatten().find(|place| is_same(text, place))
    };
    now.iter().enumerate().map(place).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use crate::language::Both;
    use crate::lexicon::translations;
    use crate::pairing::{FeatureMemo, align, align_after};

    /// Texts that share words, numbers and names.
    const CHINESE: [&str; 6] = [
        "中國擴大與全球南方國家的軍事交流。",
        "歐盟對俄羅斯石油實施第 12 輪制裁。😀",
        "日本重啟核能電廠，減少進口天然氣。",
        "中國與俄羅斯舉行聯合演習，NATO 表示關切。",
        "台灣增加國防預算 6,068 億元。",
        "",
    ];
    const ENGLISH: [&str; 6] = [
        "China expands military exchanges with the Global South.",
        "The European Union imposes a 12th round of sanctions on Russian oil.",
        "Japan restarts its nuclear power plants and imports less natural gas.",
        "China and Russia hold joint exercises; NATO is concerned.",
        "Taiwan raises its defense budget to NT$606.8 billion.",
        "",
    ];

    #[derive(Debug, Clone)]
    enum Change {
        Insert(Index, Index),
        Remove(Index),
        Swap(Index, Index),
        Append(Index, String),
    }

    impl Change {
        fn apply(&self, points: &mut Vec<String>, pool: &[&str]) {
            let count = points.len();
            match self {
                Change::Insert(at, text) => points.insert(at.index(count + 1), pool[text.index(pool.len())].into()),
                _ if count == 0 => {}
                Change::Remove(at) => drop(points.remove(at.index(count))),
                Change::Swap(a, b) => points.swap(a.index(count), b.index(count)),
                Change::Append(at, text) => points[at.index(count)].push_str(text),
            }
        }
    }

    fn change() -> impl Strategy<Value = (bool, Change)> {
        let at = any::<Index>;
        let change = prop_oneof![
            (at(), at()).prop_map(|(at, text)| Change::Insert(at, text)),
            at().prop_map(Change::Remove),
            (at(), at()).prop_map(|(a, b)| Change::Swap(a, b)),
            (at(), "( Russia| China|俄|國| 12| NATO|s|。){1,2}").prop_map(|(at, text)| Change::Append(at, text)),
        ];
        (any::<bool>(), change)
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_would_be_made(changes in prop::collection::vec(change(), 1..20)) {
            let (mut chinese, mut english) = (CHINESE.map(String::from).to_vec(), ENGLISH.map(String::from).to_vec());
            let (mut before, memo) = (None, FeatureMemo::default());
            for (is_chinese, change) in changes {
                match is_chinese {
                    true => change.apply(&mut chinese, &CHINESE),
                    false => change.apply(&mut english, &ENGLISH),
                }
                let [zh, en] = [&chinese, &english].map(|side| side.iter().map(String::as_str).collect::<Vec<_>>());
                let points = Both::new(&zh[..], &en[..]);
                let (alignment, scores) = align_after(before.as_ref(), points, translations(), &memo);
                prop_assert_eq!(alignment, align(points, translations()));
                before = Some(scores);
            }
        }
    }
}
