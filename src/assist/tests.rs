//! The bench of this module's cases: a brief with a cursor in it.

use std::path::Path;
use std::sync::Arc;

use crate::config::Configuration;
use crate::house::House;
use crate::snapshot::Snapshot;
use crate::text::Text;

/// The brief in `marked` without the cursor `|`, and where that stood.
#[track_caller]
pub fn at_cursor(marked: &str) -> (Snapshot, usize) {
    let offset = marked.find('|').expect("a cursor");
    (snapshot(&marked.replacen('|', "", 1)), offset)
}

/// `text` as a brief on the day of all cases.
pub fn snapshot(text: &str) -> Snapshot {
    snapshot_in(Default::default(), text)
}

/// A snapshot with the house's settings.
pub fn snapshot_in(house: Arc<House>, text: &str) -> Snapshot {
    Snapshot::new(Text::new(text, 1), true, house, jiff::civil::date(2026, 3, 2))
}

/// A house that has decided on everything that a list may hold.
pub fn house() -> Arc<House> {
    let text = r#"
        [vocabulary]
        keywords = ["雲端觀測", { zh = "灰色地帶", en = "gray zone" }]
        sources = [{ name = "Institute of Cloud Gazing", abbreviation = "ICG", zh = "雲端觀測所", domain = "clouds.example" }]
        [glossary]
        terms = [{ zh = ["雲海"], en = ["sea of clouds", "cloud sea"] }]
    "#;
    Configuration::read(text).expect("a brief.toml").house_of(Path::new("a.brief"))
}
