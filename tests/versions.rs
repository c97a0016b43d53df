//! What holds for a document that is typed in: a version that follows from another one knows just what it would know if
//! it were read for the first time.

mod mutilated;

use std::sync::Arc;

use brief_ls::snapshot::Snapshot;
use brief_ls::text::{Change, Encoding, Text};
use mutilated::{brief, mutilated};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 2);
const DIGEST: &str = include_str!("briefs/good/weekly-digest.brief");
const FAULTY: &str = include_str!("briefs/faulty/digest-faults-in-second.brief");

/// Where characters go, how many, and what comes in their place.
type Stroke = (Index, usize, &'static str);

fn stroke() -> impl Strategy<Value = Stroke> {
    const TYPED: [&str; 16] = [
        "國",
        "a",
        "5",
        "\n",
        "\r",
        "。",
        "，",
        "  • ",
        "---\n",
        "日期/Date: ",
        "摘要:\n",
        "Summary:\n",
        "作者: 甲\n",
        "😀",
        "\u{feff}",
        "",
    ];
    (any::<Index>(), prop_oneof![4 => 0..2usize, 1 => 0..60usize], select(&TYPED[..]))
}

fn digest() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        2 => Just(DIGEST.to_owned()),
        2 => Just(FAULTY.to_owned()),
        3 => mutilated(brief()),
    ];
    vec((part, select(&["\n", "\n\n", "\n---\n\n", ""][..])), 1..4)
        .prop_map(|parts| parts.into_iter().map(|(part, between)| part + between).collect())
}

fn new(text: &str) -> Snapshot {
    Snapshot::new(Text::new(text, 0), true, Arc::default(), TODAY)
}

/// The text without so many characters at one place, with others there.
fn typed(text: &str, (place, removed, put_in): &Stroke) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let start = place.index(chars.len() + 1);
    let end = (start + removed).min(chars.len());
    chars.splice(start..end, put_in.chars());
    chars.into_iter().collect()
}

fn check(text: &str, strokes: &[(Stroke, bool)]) -> Result<(), TestCaseError> {
    let mut snapshot = new(text);
    let mut content = text.to_owned();
    for (stroke, is_asked) in strokes {
        // Where typing is quick, some versions are never looked at.
        if *is_asked {
            snapshot.findings();
        }
        content = typed(&content, stroke);
        let mut next = snapshot.text().clone();
        next.apply(&[Change { range: None, text: content.clone() }], 0, Encoding::Utf8);
        snapshot = snapshot.after(next, TODAY);
    }
    let fresh = new(&content);
    prop_assert_eq!(format!("{:#?}", snapshot.findings()), format!("{:#?}", fresh.findings()), "{}", content);
    let partners = |snapshot: &Snapshot| -> Vec<String> {
        snapshot
            .contexts()
            .map(|cx| {
                format!(
                    "{:?}",
                    cx.bitext().alignment().map(|alignment| (&alignment.beads, &alignment.lone, &alignment.crossings))
                )
            })
            .collect()
    };
    prop_assert_eq!(partners(&snapshot), partners(&fresh));
    Ok(())
}

proptest! {
    #[test]
    fn what_follows_from_versions_is_what_is_read_anew(text in digest(), strokes in vec((stroke(), any::<bool>()), 1..6)) {
        check(&text, &strokes)?;
    }
}
