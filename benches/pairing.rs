//! What a keystroke costs the pairing: one point of many is new, all others are as before. `cargo bench --bench pairing`

use std::cell::{Cell, RefCell};
use std::hint::black_box;

use brief_ls::language::Both;
use brief_ls::lexicon::translations;
use brief_ls::pairing::{FeatureMemo, align_after};
use criterion::{Criterion, criterion_group, criterion_main};

/// Topics and actors that points are made of.
const ACTORS: [(&str, &str); 5] =
    [("中國", "China"), ("日本", "Japan"), ("歐盟", "The European Union"), ("印度", "India"), ("台灣", "Taiwan")];
const DEEDS: [(&str, &str); 4] = [
    (
        "擴大與全球南方國家的軍事交流，並舉行聯合演習",
        "expands military exchanges with the Global South and holds joint exercises",
    ),
    ("對半導體實施出口管制，以保護關鍵技術", "imposes export controls on semiconductors to protect key technologies"),
    ("增加國防預算，採購更多飛彈與潛艦", "raises its defense budget and buys more missiles and submarines"),
    ("推動能源轉型，減少進口天然氣", "promotes the energy transition and imports less natural gas"),
];

/// Chinese and English points, all different.
fn points(count: usize) -> (Vec<String>, Vec<String>) {
    let point = |at: usize| {
        let ((zh, en), (zh_deed, en_deed)) = (ACTORS[at % ACTORS.len()], DEEDS[at / 5 % DEEDS.len()]);
        (format!("{zh}{zh_deed}，第 {} 號文件。", at + 100), format!("{en} {en_deed}, document {}.", at + 100))
    };
    (0..count).map(point).unzip()
}

fn pairing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a keystroke");
    group.sample_size(10);
    for count in [12, 100, 2_000] {
        let (chinese, english) = points(count);
        let chinese: Vec<&str> = chinese.iter().map(String::as_str).collect();
        let (typed, before, memo) = (Cell::new(0), RefCell::new(None), FeatureMemo::default());
        group.bench_function(format!("{count} points"), |bench| {
            bench.iter(|| {
                typed.set(typed.get() + 1);
                let changed = format!("{} {}", english[count / 2], typed.get());
                let mut english: Vec<&str> = english.iter().map(String::as_str).collect();
                english[count / 2] = &changed;
                let scores = before.take();
                let (alignment, scores) =
                    align_after(scores.as_ref(), Both::new(&chinese, &english), translations(), &memo);
                before.replace(Some(scores));
                memo.next_generation();
                black_box(alignment)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, pairing);
criterion_main!(benches);
