//! Scores of all pairs, kept for the brief's next version: a keystroke changes those of one text, and of the English
//! texts that share a word with it.

use std::sync::Arc;

use super::compared_points::ComparedPoints;
use super::evidence::EnglishView;
use super::feature_memo::PointFeatures;
use super::grid::Grid;
use crate::language::Both;

/// The scores of one version, with all that they follow from.
#[derive(Debug, Clone)]
pub struct Scores {
    features: PointFeatures,
    english_views: Vec<EnglishView>,
    /// Not centred.
    grid: Grid,
}

impl Scores {
    pub fn new(points: ComparedPoints, grid: Grid) -> Scores {
        Scores { features: points.features, english_views: points.english_views, grid }
    }

    /// The best score of each text with any of the other language, not centred.
    pub fn best(&self) -> Both<Vec<f32>> {
        let mut best = Both::new(vec![f32::MIN; self.grid.height()], vec![f32::MIN; self.grid.width()]);
        for row in 0..self.grid.height() {
            for column in self.grid.reach(row) {
                let score = self.grid.get(row, column);
                best.chinese[row] = best.chinese[row].max(score);
                best.english[column] = best.english[column].max(score);
            }
        }
        best
    }

    /// The length of each text: in ideographs, and in characters.
    pub fn lengths(&self) -> Both<Vec<f32>> {
        let PointFeatures { chinese, english } = &self.features;
        Both::new(chinese.iter().map(|it| it.length).collect(), english.iter().map(|it| it.length).collect())
    }

    /// Scores of another version. Those of pairs that this version has too are taken over; they would come out the
    /// same.
    pub fn next(&self, points: &ComparedPoints) -> Grid {
        let rows = places_before(&self.features.chinese, &points.features.chinese);
        let mut columns = places_before(&self.features.english, &points.features.english);
        for (column, before) in columns.iter_mut().enumerate() {
            *before = before.filter(|&before| self.english_views[before].weighs_as(&points.english_views[column]));
        }
        points.grid(|pair| {
            let before = rows[pair.chinese].zip(columns[pair.english]);
            let known = before.and_then(|(row, column)| self.grid.known(row, column));
            known.unwrap_or_else(|| points.score(pair))
        })
    }
}

/// Index of each text in the version before, if it stood there equally far from the first or from the last. Texts are
/// the same if they share their features.
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
    use proptest::sample::{Index, select};

    use crate::language::{Both, Language};
    use crate::lexicon::translations;
    use crate::pairing::{FeatureMemo, align, align_after};

    /// Texts that share words, numbers and names.
    const TEXTS: Both<[&str; 6]> = Both::new(
        [
            "中國擴大與全球南方國家的軍事交流。",
            "歐盟對俄羅斯石油實施第 12 輪制裁。😀",
            "日本重啟核能電廠，減少進口天然氣。",
            "中國與俄羅斯舉行聯合演習，NATO 表示關切。",
            "台灣增加國防預算 6,068 億元。",
            "",
        ],
        [
            "China expands military exchanges with the Global South.",
            "The European Union imposes a 12th round of sanctions on Russian oil.",
            "Japan restarts its nuclear power plants and imports less natural gas.",
            "China and Russia hold joint exercises; NATO is concerned.",
            "Taiwan raises its defense budget to NT$606.8 billion.",
            "",
        ],
    );

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

    fn change() -> impl Strategy<Value = (Language, Change)> {
        let at = any::<Index>;
        let change = prop_oneof![
            (at(), at()).prop_map(|(at, text)| Change::Insert(at, text)),
            at().prop_map(Change::Remove),
            (at(), at()).prop_map(|(a, b)| Change::Swap(a, b)),
            (at(), "( Russia| China|俄|國| 12| NATO|s|。){1,2}").prop_map(|(at, text)| Change::Append(at, text)),
        ];
        (select(Language::ALL.to_vec()), change)
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_would_be_made(changes in prop::collection::vec(change(), 1..20)) {
            let mut texts = TEXTS.map(|texts| texts.map(String::from).to_vec());
            let (mut before, memo) = (None, FeatureMemo::default());
            for (language, change) in changes {
                change.apply(&mut texts[language], &TEXTS[language]);
                let points = texts.as_ref().map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
                let points = points.as_ref().map(Vec::as_slice);
                let (alignment, scores) = align_after(before.as_ref(), points, translations(), &memo);
                prop_assert_eq!(alignment, align(points, translations()));
                before = Some(scores);
            }
        }
    }
}
