//! What one version of a document costs inside: reading, checking, formatting, completing. `cargo bench --bench analysis`

use std::hint::black_box;

use brief_ls::archive::Archive;
use brief_ls::assist::completion::{self, Trigger};
use brief_ls::brief::BriefFile;
use brief_ls::format;
use brief_ls::house::House;
use brief_ls::rules::Memo;
use brief_ls::snapshot::Snapshot;
use brief_ls::text::Text;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const BRIEF: &str = include_str!("../tests/briefs/good/weekly-digest.brief");
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 2);

/// Texts of three sizes: a few briefs, a digest, a large digest.
fn texts() -> [(&'static str, String); 3] {
    let digest = |bytes: usize| vec![BRIEF.trim_end(); bytes.div_ceil(BRIEF.len())].join("\n\n---\n\n");
    [("4 KB", digest(1)), ("100 KB", digest(100 << 10)), ("1 MB", digest(1 << 20))]
}

fn analysis(criterion: &mut Criterion) {
    for (size, text) in texts() {
        let mut group = criterion.benchmark_group(size);
        group.sample_size(20).throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("read", |bench| bench.iter(|| BriefFile::read(black_box(&text))));
        let rope = Text::new(&text, 1);
        group.bench_function("check", |bench| {
            bench.iter(|| Snapshot::new(rope.clone(), true, Default::default(), TODAY).findings().len());
        });
        group.bench_function("format", |bench| {
            bench.iter(|| format::edits(black_box(&text), &House::default(), TODAY, &Memo::default()))
        });
        let cursor = text.find("關鍵字/Keywords: ").expect("a header") + "關鍵字/Keywords: ".len();
        group.bench_function("complete a keyword", |bench| {
            bench.iter(|| {
                completion::complete(
                    &Snapshot::new(rope.clone(), true, Default::default(), TODAY),
                    &Archive::default(),
                    cursor,
                    Trigger::Typing,
                )
                .len()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, analysis);
criterion_main!(benches);
